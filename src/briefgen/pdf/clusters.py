"""What the glyphs of a run are read as, where that is not what each of them says.

Comes in: a run. Goes out: the run in stretches, each with the words that stand for it, "" where its glyphs say them. The
promise: the words of all stretches, and the texts of the other glyphs, are the run's text in its order. Readers differ in
what they heed: poppler and pdfium take the words (ActualText), pdf.js takes the glyphs' own texts, MuPDF both as far as they
agree. So the glyphs of a stretch with words have these words' letters too.
Refuses to know operators.
"""

from collections.abc import Collection, Iterator
from unicodedata import combining, normalize

import msgspec

from briefgen.layout.items import Glyphs
from briefgen.typeset.characters import JOINERS, SOFT_HYPHEN, share_letters
from briefgen.typeset.lines import Glyph

# combining classes of marks that stand above, below or on a letter (Unicode 16, table of combining classes)
FIRST_ABOVE = 200


class Stretch(msgspec.Struct, frozen=True):
    """Glyphs, and what they are read as; "" for what each of them says."""

    words: str
    glyphs: tuple[Glyph, ...]


def stretches(item: Glyphs) -> list[Stretch]:
    """A run cut where glyphs are read otherwise than each of them says.

    So are a hyphen that is there for the line's end alone, which stands for a soft hyphen, and a cluster in which a glyph
    has no text of its own. A letter with marks above or below needs no cut: each of its glyphs stands for its own
    characters. pdfium drops a space between two texts with words, and puts one behind a text in which glyphs are raised:
    so a space goes with the cluster before it, and such a cluster goes on to the next space.
    """
    texts = [glyph.text for glyph in item.glyphs]
    said = "".join(texts)
    if said.isascii() and "" not in texts:  # as nearly every run
        return [Stretch("", item.glyphs)]
    if len(texts) > 1 and texts[-1] == SOFT_HYPHEN and "" not in texts and texts.count(SOFT_HYPHEN) == 1:
        found = _hyphenated(item.glyphs)  # as lines of words that are divided, which are many
    else:
        found = _cut(item) if SOFT_HYPHEN in texts or "" in texts else [Stretch("", item.glyphs)]
    return _joiners_on(found) if not item.rtl and not JOINERS.isdisjoint(said) else found


def shown_alone(glyphs: Collection[Glyph]) -> list[Glyph] | None:
    """Glyphs of any runs as `stretches` gives them, where that hangs on none of those beside them; else None."""
    texts = [glyph.text for glyph in glyphs]
    if "" in texts or not JOINERS.isdisjoint("".join(texts)):
        return None
    return [glyph.saying("-") if glyph.text == SOFT_HYPHEN else glyph for glyph in glyphs]


def _hyphenated(glyphs: tuple[Glyph, ...]) -> list[Stretch]:
    """A run whose last glyph, and no other, says something else than it is read as: an added hyphen."""
    return [Stretch("", glyphs[:-1]), Stretch(SOFT_HYPHEN, (glyphs[-1].saying("-"),))]


def _cut(item: Glyphs) -> list[Stretch]:
    found: list[Stretch] = []
    open_ = False  # whether the last stretch takes in what follows
    for words, cluster in _clusters(item.glyphs):
        spread = None if words == SOFT_HYPHEN else _spread(words, cluster)
        last = found[-1] if found else Stretch("", ())
        if open_ and words != SOFT_HYPHEN and (words.isspace() or _is_uneven(last.glyphs)):
            before = _without_closing(last.glyphs, item.face.glyph(0x20))
            found[-1] = Stretch(last.words + words, _shifted(before + (spread or _lettered(words, cluster))))
            open_ = not words.isspace()
        elif spread and found and not last.words:
            found[-1] = Stretch("", last.glyphs + spread)
        elif spread:
            found.append(Stretch("", spread))
            open_ = False
        elif words == SOFT_HYPHEN:
            found.append(Stretch(words, (cluster[0].saying("-"),)))
            open_ = False
        else:
            found.append(Stretch(words, cluster if item.rtl else _lettered(words, cluster)))
            open_ = not item.rtl
    return found


def _is_uneven(glyphs: tuple[Glyph, ...]) -> bool:
    """Whether glyphs stand at several heights, and so are shown by several operators."""
    return any(glyph.dy != glyphs[0].dy for glyph in glyphs)


def _clusters(glyphs: tuple[Glyph, ...]) -> Iterator[tuple[str, tuple[Glyph, ...]]]:
    """The clusters of a run, each with its text."""
    start = 0
    for at in range(1, len(glyphs) + 1):
        if at == len(glyphs) or glyphs[at].text:
            yield glyphs[start].text, glyphs[start:at]
            start = at


def _spread(words: str, cluster: tuple[Glyph, ...]) -> tuple[Glyph, ...] | None:
    """The glyphs of a cluster with a text of its own each; None where none can be told, and the cluster is read as one.

    Where marks stand above or below a letter, the last glyphs are the last marks, in their order.
    """
    more = len(cluster) - 1
    if not more:
        return cluster
    marks = next((text[-more:] for text in (words, normalize("NFD", words)) if len(text) > more), "")
    if any(glyph.dx for glyph in cluster[1:]):
        return None  # readers see a space where the pen goes back; the cluster is read as one
    if not marks or not all(combining(c) >= FIRST_ABOVE for c in marks):
        return None
    text = words if words.endswith(marks) else normalize("NFD", words)
    first = text[:-more]
    return tuple([glyph.saying(own) for glyph, own in zip(cluster, (first, *marks), strict=True)])


def _lettered(words: str, cluster: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """A cluster whose glyphs have its letters in their order, as far as they go."""
    texts = share_letters(words, len(cluster))
    return tuple([glyph.saying(texts[at] if at < len(texts) else "") for at, glyph in enumerate(cluster)])


def _without_closing(glyphs: tuple[Glyph, ...], space: int) -> tuple[Glyph, ...]:
    """The glyphs without a space that is drawn back over them to end them: of use at the end of a stretch alone."""
    closing = glyphs[-1]
    if closing.id != space or closing.advance or len(glyphs) < 2:
        return glyphs
    return (*glyphs[:-2], glyphs[-2].saying(glyphs[-2].text + closing.text))


def _shifted(glyphs: tuple[Glyph, ...]) -> tuple[Glyph, ...]:
    """The glyphs with their letters moved on towards the first, so that those without any are the last ones.

    MuPDF compares the letters with the words, and says again what stands behind a difference.
    """
    texts = [glyph.text for glyph in glyphs]
    for at in range(len(texts)):
        after = next((later for later in range(at + 1, len(texts)) if texts[later]), 0)
        if not texts[at] and after:
            texts[at], texts[after] = texts[after][0], texts[after][1:]
    return tuple([glyph.saying(text) for glyph, text in zip(glyphs, texts, strict=True)])


def _joiners_on(found: list[Stretch]) -> list[Stretch]:
    """The same with joiners at the beginning of the text that follows, instead of at the end of what they stand behind.

    pdf.js leaves out a glyph that stands for one alone, and poppler takes such a glyph for the space behind it.
    """
    moved: list[Stretch] = []
    carried = ""
    count = sum(len(stretch.glyphs) for stretch in found)
    for stretch in found:
        words, glyphs = stretch.words, stretch.glyphs
        own: list[Glyph] = []
        said = carried + words if words else ""
        for glyph in glyphs:
            count -= 1
            text = carried + glyph.text
            bare = text.rstrip("".join(JOINERS)) if count else text
            carried = text[len(bare) :]
            if bare or glyph.advance or not carried:
                own.append(glyph.saying(bare))
        moved.append(Stretch(said.removesuffix(carried) if carried else said, tuple(own)))
    return [stretch for stretch in moved if stretch.glyphs]
