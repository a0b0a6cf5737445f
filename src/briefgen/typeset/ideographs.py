"""The spaces of Chinese and Japanese: the white of punctuation, and what stands between ideographs and other letters.

In comes a shaped word; out comes the same with its gaps. Rules: Requirements for Japanese Text Layout (JLREQ), 3.1.2 to
3.1.6 and 3.2.6; Requirements for Chinese Text Layout (CLREQ), 3.1.6 and 3.2.2; CSS Text 4, text-autospace and
text-spacing-trim. The white of a mark is measured on its glyph, since faces draw the same comma at the side or in the
middle for other regions: it is what their feature `halt` takes away. Refuses to know lines.
"""

from collections.abc import Iterator
from itertools import pairwise
from unicodedata import category

from briefgen.typeset.face import Face
from briefgen.typeset.lines import Glyph
from briefgen.typeset.word import Dress, Part, Spacing, Word, make_part

HALF, QUARTER = 0.5, 0.25  # em
MIDDLE = 0.33  # em of white on both sides, from which on a mark stands in the middle of its square
WIDE = 0.9  # em: narrower marks are not those of a square
HANGING = frozenset("、。，．")  # JLREQ, 3.8.2: commas and stops may stand beyond a line's end
IDEOGRAPHS = ("\u3005", "\u3007"), ("\u3021", "\u3029"), ("\u3041", "\u30fa"), ("\u30fc", "\u312f"), ("\u31f0", "\u31ff")


def is_ideograph(character: str) -> bool:
    """Whether a character is Han or kana, which keep a quarter of an em from other letters and digits."""
    if "\u3400" <= character <= "\u9fff" or "\uf900" <= character <= "\ufaff" or "\U00020000" <= character <= "\U0003ffff":
        return True
    return any(a <= character <= b for a, b in IDEOGRAPHS)


def is_foreign(character: str) -> bool:
    """Whether a character is a letter of Latin, Greek or Cyrillic, or a digit."""
    return character < "\u0530" and character.isalnum()


def are_apart(before: str, after: str) -> bool:
    """Whether a quarter of an em stands between two characters."""
    return (is_ideograph(before) and is_foreign(after)) or (is_foreign(before) and is_ideograph(after))


def sides(face: Face, glyph: int, character: str) -> tuple[float, float]:
    """The white before and behind a mark that a line's end, or another mark, may take away, in em."""
    if category(character)[0] != "P" or face.advance(glyph) < WIDE:
        return 0.0, 0.0
    left, right = face.bearings(glyph)
    if left >= HALF or right >= HALF:
        return (HALF, 0.0) if left >= HALF else (0.0, HALF)
    return (QUARTER, QUARTER) if min(left, right) >= MIDDLE else (0.0, 0.0)


def space_out(word: Word, dress: Dress) -> Word:
    """A word with the gaps between its characters."""
    size = dress.size
    glyphs = [(part.face, glyph) for part in word.parts for glyph in part.glyphs]
    ends = [at for at in range(len(glyphs)) if at + 1 == len(glyphs) or glyphs[at + 1][1].text]  # of clusters
    starts = [0, *(at + 1 for at in ends[:-1])]
    heads, tails, joints, whites = {}, {}, {}, {}
    at = 0
    for start in starts:
        face, glyph = glyphs[start]
        left, right = sides(face, glyph.id, glyph.text[:1]) if glyph.text else (0.0, 0.0)
        if left:
            heads[at] = left * size
        if right:
            tails[at] = right * size
        at += len(glyph.text)
    at, moved = 0, {}
    for start, end in zip(starts, ends, strict=True):
        at += len(glyphs[start][1].text)
        if at < len(word.text):
            marks = (at - 1 in heads or at - 1 in tails) and (at in heads or at in tails)
            joint, white = gap(word.text[at - 1 : at + 1], tails.get(at - 1, 0.0), heads.get(at, 0.0), size, marks=marks)
            if joint:
                joints[at] = moved[end] = joint
            if white:
                whites[at] = white
    if not (heads or tails or joints):
        return word
    return _rebuilt(word, moved, Spacing.of(joints, whites, heads, tails))


def gap(pair: str, tail: float, head: float, size: float, *, marks: bool) -> tuple[float, float]:
    """What is put between two characters, in points, and how much white then stands there that may shrink.

    `marks`: both have white of their own, of which that between them is given.
    Between two marks half an em goes, where there is as much (JLREQ, 3.1.4; CLREQ, 3.1.6).
    """
    if are_apart(pair[0], pair[1]):
        return QUARTER * size, QUARTER * size
    if marks and tail + head >= 0.99 * HALF * size:
        return -HALF * size, max(tail + head - HALF * size, 0.0)
    return 0.0, tail + head


def join(word: Word, after: Word, size: float) -> Word:
    """A word with the gap between it and the word after it, of another dress; the same word where there is none."""
    own, following = word.spacing or Spacing.of({}, {}, {}, {}), after.spacing or Spacing.of({}, {}, {}, {})
    end = len(word.text)
    marks = (end - 1 in own.heads or end - 1 in own.tails) and (0 in following.heads or 0 in following.tails)
    pair = word.text[-1] + after.text[0]
    joint, white = gap(pair, own.tails.get(end - 1, 0.0), following.heads.get(0, 0.0), size, marks=marks)
    return tie(word, joint, white)


def tie(word: Word, joint: float, white: float) -> Word:
    """A word with a gap behind it, of which `white` may shrink."""
    if not joint and not white:
        return word
    own, end = word.spacing or Spacing.of({}, {}, {}, {}), len(word.text)
    last = sum(len(part.glyphs) for part in word.parts) - 1
    return _rebuilt(
        word, {last: joint}, Spacing.of(own.joints | {end: joint}, own.whites | {end: white}, own.heads, own.tails)
    )


def trim(word: Word, *, head: bool, tail: bool) -> Word:
    """A word without the white at its head, where a line begins, or at its tail, where one ends."""
    spacing = word.spacing
    left = spacing.heads.get(0, 0.0) if spacing and head else 0.0
    right = spacing.tails.get(len(word.text) - 1, 0.0) if spacing and tail else 0.0
    if not left and not right:
        return word
    last = sum(len(part.glyphs) for part in word.parts) - 1
    trimmed = _rebuilt(word, {last: -right}, word.spacing)
    if left:
        first, *others = trimmed.parts
        glyph = first.glyphs[0]
        shifted = Glyph(glyph.id, glyph.advance - left, glyph.dx - left, glyph.dy, glyph.text)
        trimmed = Word(word.text, (make_part(first.face, (shifted, *first.glyphs[1:])), *others), word.missing, spacing)
    return trimmed


def flex(word: Word, share: float) -> tuple[Part, ...]:
    """The parts of a word whose white has grown, or shrunk, by a share of itself."""
    if word.spacing is None or not share:
        return word.parts
    moved = {}
    at = 0
    glyphs = [glyph for part in word.parts for glyph in part.glyphs]
    for number, (glyph, following) in enumerate(pairwise([*glyphs, None])):
        at += len(glyph.text) if glyph is not None else 0
        if following is None or following.text:
            moved[number] = share * word.spacing.whites.get(at, 0.0)
    return _rebuilt(word, moved, word.spacing).parts


def overhang(word: Word, end: int) -> float:
    """How far the character before `end` may stand beyond a line's end, in points: a comma or stop without its white."""
    tail = word.spacing.tails.get(end - 1, 0.0) if word.spacing and word.text[end - 1] in HANGING else 0.0
    if not tail or word.spacing is None:
        return 0.0
    advance = word.offsets[end] - word.offsets[end - 1] - word.spacing.joints.get(end, 0.0)
    return advance - tail if tail >= 0.45 * advance else 0.0


def _rebuilt(word: Word, moved: dict[int, float], spacing: Spacing | None) -> Word:
    """A word whose glyphs of these numbers have other advances, by so many points."""

    def widened(start: int, glyphs: tuple[Glyph, ...]) -> Iterator[Glyph]:
        for number, glyph in enumerate(glyphs, start):
            more = moved.get(number, 0.0)
            yield glyph.advancing(glyph.advance + more) if more else glyph

    parts, start = [], 0
    for part in word.parts:
        parts.append(make_part(part.face, tuple(widened(start, part.glyphs))))
        start += len(part.glyphs)
    return Word(word.text, tuple(parts), word.missing, spacing)
