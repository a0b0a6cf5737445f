"""Words to glyphs: faces, features, capitals and stand-ins for missing characters.

In come a span, its style and a word; out come glyphs in points. The promise: the texts of a word's glyphs, joined, are the
word as it was written, whatever the faces made of it. Refuses to know lines.
"""

import unicodedata
from collections.abc import Sequence
from itertools import chain, pairwise
from typing import TYPE_CHECKING, Any

import msgspec
import uharfbuzz as hb

from briefgen.content.brief import Span
from briefgen.content.direction import runs_right_to_left
from briefgen.memory import Shelf
from briefgen.theme import TextStyle
from briefgen.typeset.characters import (
    HYPHENS,
    SOFT_HYPHEN,
    compatible,
    find_clusters,
    is_diacritic,
    is_invisible,
    is_near,
    to_capitals,
)
from briefgen.typeset.face import Face
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Glyph
from briefgen.typeset.placing import Shaped, Stocks, closed, place, place_space
from briefgen.typeset.word import Dress, Fill, Word, make_part

if TYPE_CHECKING:
    from briefgen.typeset.scripts import Itemiser, Way

# a note mark without real superiors: figures that reach cap height when raised; smaller than SMALLEST they clog in print
SUPERIOR_SIZE, SUPERIOR_RISE, SMALLEST = 0.58, 0.33, 5.5
INFERIOR_DROP = 0.12
SMALL_SIZE, SMALL_TRACKING = 0.78, 40  # of small capitals that are made of others; what stands between them, in 1/1000 em

WORDS_KEPT = 50_000  # between briefs: those of a hundred pages
FEW_WORDS_KEPT = 1_000  # between briefs that have few texts in common: those of a few pages
TEXTS_KEPT = 2_000
SIZES_KEPT = 100  # between briefs, of glyphs: more than there are in one
FILLS_KEPT = 500  # more than there are steps of scale and of spacing
CODE_FEATURES = ("tnum", "zero")

# where a piece of a word begins and ends, its face (None: no face has it), and whether its marks are set by their boxes
Item = tuple[int, int, Face | None, bool]


class Shaper:
    """Shapes words, each once. Holds dresses and words."""

    def __init__(self, book: FontBook, language: str) -> None:
        self._book = book
        self.language = language
        self.rtl = runs_right_to_left(language)
        self._itemiser: Itemiser | None = None
        self._ways: Shelf[tuple[str, ...], list[list[tuple[str, Way]]]] = Shelf(TEXTS_KEPT)
        self._dresses: dict[tuple[object, ...], Dress] = {}
        self._alike: dict[tuple[object, ...], Dress] = {}  # styles that differ in colour, say, wear the same
        self._forms: dict[tuple[object, ...], int] = {}
        self._words: Shelf[tuple[int, str, bool], Word] = Shelf(WORDS_KEPT)
        self._shapes: Shelf[tuple[int, str], Shaped] = Shelf(WORDS_KEPT)  # of words, for all sizes of a face
        self._spaces: dict[tuple[int, str], Glyph] = {}
        self._stocks = Stocks()
        self._fills: Shelf[tuple[float, float], Fill] = Shelf(FILLS_KEPT)
        self.atoms: dict[tuple[int, int, int], Any] = {}  # what `atoms` makes of words, while a brief is set
        self._buffer = hb.Buffer()

    def turn(self, *, few: bool = False) -> None:
        """Between briefs: throw away words that have not been used for the longest; `few` are kept of a series."""
        self.atoms.clear()
        if few and self.known > FEW_WORDS_KEPT:
            self._words.turn(at_once=True)
            self._shapes.turn(at_once=True)
            for word in self._words:
                word.plain()
        for shelf in (self._words, self._shapes, self._ways, self._fills):
            shelf.turn()
        if len(self._stocks) > SIZES_KEPT:
            self._stocks.clear()

    @property
    def known(self) -> int:
        """How many words are kept."""
        return len(self._words)

    @property
    def dresses(self) -> int:
        """How many dresses there are."""
        return len(self._dresses)

    def ways(self, spans: Sequence[Span]) -> "list[list[tuple[str, Way]]] | None":
        """The spans, each cut where script or direction changes; None where all is of one way, as in most briefs."""
        if not self.rtl and is_near(spans[0].text if len(spans) == 1 else "".join([span.text for span in spans])):
            return None
        from briefgen.typeset.scripts import FAR, Itemiser  # late, with `bidi`: most briefs need neither

        if not self.rtl and not any(FAR.search(span.text) for span in spans):
            return None
        if self._itemiser is None:
            self._itemiser = Itemiser(self.rtl)
        texts = tuple([span.text for span in spans])
        return self._ways.get(texts) or self._ways.keep(texts, self._itemiser.cut(texts))

    def beside(self, style: TextStyle, ways: "list[list[tuple[str, Way]]]") -> TextStyle:
        """How words of the brief's own letters are set among those of an italic text that are mostly of other scripts.

        Where these scripts have no italics, and are set bold instead, so are words like `UNDP` among them.
        """
        own = (style.family, style.weight, True)
        whole = upright = 0
        for text, way in chain.from_iterable(ways):
            lent = self._book.script_face(way.script, own, style.size) if way.script else None
            whole += len(text)
            upright += len(text) if lent is not None and not lent.italic else 0
        if 2 * upright <= whole:
            return style
        return msgspec.structs.replace(style, italic=False, weight="bold" if style.weight == "regular" else style.weight)

    def dress(self, span: Span, style: TextStyle, way: "Way | None" = None) -> Dress:
        """How the words of a span are shaped in a style, as far as they run in one way."""
        language = span.language or self.language
        mark = span.script + span.text if span.superior or span.script else ""
        key = (style, span.italic, span.bold, span.light, span.code, span.small and span.text, mark, language, way)
        found = self._dresses.get(key)
        if found is None:
            found = self._dresses[key] = self._make_dress(span, style, language, way)
        return found

    def word(self, dress: Dress, text: str, hyphen: bool = False, shown: str = "") -> Word:
        """A word of a dress: no spaces, no control characters. With `hyphen`, a part of a word and an added hyphen.

        `shown`: how it is written before that hyphen, where the division changes it.
        """
        if shown:
            return self._respell(dress, text, shown)
        key = (dress.key, text, hyphen)
        found = self._words.get(key)
        if found is None:
            found = self._words.keep(key, self._hyphenate(dress, text) if hyphen else self._make_word(dress, text))
        return found

    def _make_word(self, dress: Dress, text: str) -> Word:
        word = self._shape_word(dress, text)
        if not dress.square:
            return word
        from briefgen.typeset.ideographs import space_out  # late: for Chinese and Japanese alone

        return space_out(word, dress)

    def space(self, dress: Dress, character: str) -> Glyph:
        """A space of a dress at its natural width; the word space's glyph stands in where the face has no such space."""
        key = (dress.key, character)
        found = self._spaces.get(key)
        if found is None:
            found = self._spaces[key] = place_space(dress, character)
        return found

    def fill(self, scale: float, spacing: float) -> Fill:
        """How words fill a line: their widths scaled, and points of space after each cluster."""
        found = self._fills.get((scale, spacing))
        if found is None:
            unspaced = self.fill(scale, 0.0) if spacing else None
            found = self._fills.keep((scale, spacing), Fill(scale, spacing, unspaced))
        return found

    def _make_dress(self, span: Span, style: TextStyle, language: str, way: "Way | None") -> Dress:
        weight = "bold" if span.bold else "regular" if span.light else style.weight
        italic = style.italic != span.italic  # emphasis within italics is upright
        family = "display" if span.code else style.family
        face = self._book.face(family, weight, italic, style.size)
        scale = 1.0
        lent = self._book.script_face(way.script, (family, weight, italic), style.size) if way and way.script else None
        if lent is not None:  # signs that it lacks are sought in the weight that it has
            face, scale, weight, italic = lent.face, lent.scale, lent.weight, lent.italic
        elif (span.italic or span.bold) and not face.known:
            self._book.note_style(family, "bold" if span.bold else "", italic=span.italic and italic)
        features = dict.fromkeys(style.features, True)
        if style.tracking:
            features.update(liga=False, clig=False)
        if span.code:
            features.update(dict.fromkeys(CODE_FEATURES, True), liga=False)
        size, rise = style.size * scale, 0.0
        if span.script == "~":
            if self._has_forms(face, span.text, "subs"):
                features["subs"] = True
            else:
                size, rise = max(SUPERIOR_SIZE * size, min(SMALLEST, size)), -INFERIOR_DROP * style.size
        elif span.superior or span.script:
            if self._has_forms(face, span.text, "sups"):
                features["sups"] = True
            else:
                size, rise = max(SUPERIOR_SIZE * size, min(SMALLEST, size)), SUPERIOR_RISE * style.size
        apart, upper = style.tracking, style.upper
        if span.small and not upper:
            apart += SMALL_TRACKING
            if self._has_forms(face, "".join(c for c in span.text if c.islower()), "smcp"):
                features.update(smcp=True, liga=False, clig=False)
            else:
                upper, size = True, size * SMALL_SIZE
        marked = tuple(features.items())
        tracking = apart * style.size / 1000 if way is None or way.apart else 0.0
        ways = ("", False, True, False, False, False, True)
        if way:
            ways = (
                way.script,
                way.rtl,
                way.along,
                not way.apart,
                way.spaceless,
                way.script == "Hani" and language[:2] != "ko",
                way.along and (way.script != "Hani" or language[:2] == "ko"),
            )
        worn = (face, (family, weight, italic), size, rise, tracking, marked, upper, language, *ways)
        found = self._alike.get(worn)
        if found is None:
            form = (face, marked, language, *ways[:2])
            found = self._alike[worn] = Dress(*worn, len(self._alike), self._forms.setdefault(form, len(self._forms)))
        return found

    def _has_forms(self, face: Face, text: str, feature: str) -> bool:
        """Whether the face has a form of each character that a feature asks for: superiors, inferiors."""
        if feature not in face.features:
            return False
        return all(
            self._shape(face, c, {feature: True}).ids[0] not in (0, face.glyph(ord(c))) for c in text if not c.isspace()
        )

    def _hyphenate(self, dress: Dress, text: str) -> Word:
        """The word with a hyphen; the hyphen's own text is the soft hyphen, so that a reader joins the parts again."""
        shaped = self._shape_word(dress, text + ("\u2010" if dress.face.has(0x2010) else "-"))
        *parts, last = shaped.parts
        glyph = last.glyphs[-1].saying(last.glyphs[-1].text[:-1] + SOFT_HYPHEN)
        return Word(text + SOFT_HYPHEN, (*parts, make_part(last.face, (*last.glyphs[:-1], glyph))), shaped.missing)

    def _respell(self, dress: Dress, text: str, shown: str) -> Word:
        """A part of a word in other letters and with a hyphen: letters that the text lacks go with the one before them."""
        word = self.word(dress, shown, hyphen=True)
        alike = [a == b for a, b in zip(text, shown, strict=False)]
        same = alike.index(False) if False in alike else len(alike)
        glyphs = [(part.face, glyph) for part in word.parts for glyph in part.glyphs]
        said, at, last = [], 0, 0
        for number, (_, glyph) in enumerate(glyphs):
            letters = glyph.text.removesuffix(SOFT_HYPHEN)
            kept = letters[: max(same - at, 0)]
            last = number if kept else last
            said.append(kept + glyph.text[len(letters) :])
            at += len(letters)
        said[last] = said[last].removesuffix(SOFT_HYPHEN) + text[same:] + SOFT_HYPHEN * said[last].endswith(SOFT_HYPHEN)
        texts = iter(said)
        parts = [make_part(part.face, tuple(g.saying(next(texts)) for g in part.glyphs)) for part in word.parts]
        return Word(text + SOFT_HYPHEN, tuple(parts), word.missing)

    def _shape_word(self, dress: Dress, text: str) -> Word:
        origins: Sequence[int]
        shown, origins = to_capitals(text, dress.language) if dress.upper else (text, range(len(text) + 1))
        plain = shown.isascii()
        if not plain:
            shown = _with_hyphens_of(dress.face, shown)
        shaped = self._form(dress, shown)
        covered = all(shaped.ids) and (dress.face.known or dress.face.has_all(shown))
        if covered and (plain or self._marks_stand(shaped, shown)):
            glyphs = place(shaped, dress, dress.face, text, origins, 0, self._stocks)
            if not plain and not dress.rtl and len(set(shaped.clusters)) < len(shaped.ids):
                glyphs = closed(glyphs, dress, dress.face)
            return Word(text, (make_part(dress.face, glyphs),), "")
        parts, missing = [], ""
        features = dict(dress.features) if dress.features else None
        shown, origins = self._shown_otherwise(dress, shown, origins)
        for start, end, face, bare in self._itemise(dress, shown):
            used = face or dress.face
            piece = self._shape(used, shown[start:end], features, dress, bare=bare)
            glyphs = place(piece, dress, used, text, origins[start : end + 1], start, self._stocks)
            parts.append(make_part(used, glyphs if dress.rtl else closed(glyphs, dress, used)))
            if face is not None and face is not dress.face:
                self._book.note_lent(dress.fallbacks[0], face, shown[start:end])
            if bare:
                self._book.note_loose(dress.fallbacks[0], shown[start:end])
            if face is None:
                missing += "".join(c for c in text[origins[start] : origins[end]] if not is_invisible(c))
        return Word(text, tuple(parts), missing)

    def _form(self, dress: Dress, text: str) -> Shaped:
        """The glyphs of a word in the face of a dress, which are the same in all sizes."""
        key = (dress.form, text)
        found = self._shapes.get(key)
        if found is None:
            features = dict(dress.features) if dress.features else None
            found = self._shapes.keep(key, self._shape(dress.face, text, features, dress))
        return found

    def _itemise(self, dress: Dress, text: str) -> list[Item]:
        """Cuts a word where the face changes."""
        items: list[Item] = []
        faces = self._faces(dress)
        for start, end in find_clusters(text):
            face, bare = self._find_face(faces, text[start:end], dress)
            if items and items[-1][2:] == (face, bare):
                items[-1] = (items[-1][0], end, face, bare)
            else:
                items.append((start, end, face, bare))
        return items

    def _faces(self, dress: Dress) -> list[Face]:
        """The faces in which a character is looked for, in their order."""
        faces = [dress.face, *self._book.fallbacks(*dress.fallbacks)]
        if dress.script:
            faces.insert(1, self._book.face(*dress.fallbacks, dress.size))
        return faces

    def _shown_otherwise(self, dress: Dress, shown: str, origins: Sequence[int]) -> tuple[str, Sequence[int]]:
        """The text with what Unicode says are other forms of the same in place of characters that no face has.

        Such is the dot of Armenian, U+2024, which its faces lack: a full stop (UnicodeData.txt, decompositions <compat>).
        """
        faces = self._faces(dress)
        others = {c: found for c in set(shown) if (found := compatible(c)) and not any(face.has(ord(c)) for face in faces)}
        others = {c: found for c, found in others.items() if any(face.has_all(found) for face in faces)}
        if not others:
            return shown, origins
        text, places = "", []
        for at, character in enumerate(shown):
            instead = others.get(character, character)
            text += instead
            places += [origins[at], *[origins[at + 1]] * (len(instead) - 1)]
        return text, [*places, origins[len(shown)]]

    def _find_face(self, faces: Sequence[Face], cluster: str, dress: Dress) -> tuple[Face | None, bool]:
        """The first face that shows a cluster with its marks where they belong, None when there is none.

        Failing that the first that has all of it: with True, which says that its marks are to be set by their boxes.
        """
        able = [face for face in faces if _covers(face, cluster)]
        for face in able:
            if self._marks_stand(self._shape(face, cluster, None, dress), cluster):
                return face, False
        return (able[0], True) if able else (None, False)

    def _marks_stand(self, shaped: Shaped, text: str) -> bool:
        """Whether no mark was left where the face draws it, unmoved: HarfBuzz trusts a face that has positions for some."""
        clusters = shaped.clusters
        if text.isascii() or len(set(clusters)) == len(clusters):
            return True
        ends = dict(pairwise([*dict.fromkeys(clusters), shaped.length]))
        return all(
            here != before or dx or dy or not is_diacritic(unicodedata.normalize("NFD", text[here : ends[here]])[-1])
            for (before, here), (dx, dy, *_) in zip(pairwise(clusters), shaped.positions[1:], strict=True)
        )

    def _shape(
        self, face: Face, text: str, features: dict[str, bool] | None, dress: Dress | None = None, *, bare: bool = False
    ) -> Shaped:
        """The glyphs of a text in its order, which for one from right to left is not the order of their places.

        `bare`: without the positions that the face knows.
        """
        buffer = self._buffer
        buffer.clear_contents()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        rtl = dress is not None and dress.rtl
        buffer.direction = "rtl" if rtl else "ltr"
        if dress is not None and dress.language:
            buffer.language = dress.language
        if dress is not None and dress.script:
            buffer.script = dress.script
        hb.shape(face.without_positions if bare else face.hb_font, buffer, features)
        infos = buffer.glyph_infos
        positions = [at.position for at in buffer.glyph_positions or ()]
        if rtl:
            infos, positions = infos[::-1], positions[::-1]
        return Shaped([info.codepoint for info in infos], [info.cluster for info in infos], positions, len(text))


def _with_hyphens_of(face: Face, text: str) -> str:
    """The text with the hyphens that a face has; what it stands for does not change."""
    for hyphen, other in pairwise(HYPHENS):
        if hyphen in text and not face.has(ord(hyphen)):
            text = text.replace(hyphen, other)
    return text


def _covers(face: Face, cluster: str) -> bool:
    """Whether the face can show a cluster: all its characters, composed or not, but what has no shape anyway."""
    if all(face.has(ord(c)) or is_invisible(c) for c in cluster):
        return True
    return all(face.has(ord(c)) or is_invisible(c) for c in unicodedata.normalize("NFC", cluster)) or all(
        face.has(ord(c)) or is_invisible(c) for c in unicodedata.normalize("NFD", cluster)
    )
