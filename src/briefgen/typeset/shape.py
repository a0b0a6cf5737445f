"""Words to glyphs: faces, features, capitals and stand-ins for missing characters.

In come a span, its style and a word; out come glyphs in points. The promise: the texts of a word's glyphs, joined, are the
word as it was written, whatever the faces made of it. Refuses to know lines.
"""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

import msgspec
import uharfbuzz as hb

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.fonts import Face, FontBook
from briefgen.typeset.lines import Glyph

# a note mark without real superiors: figures that reach cap height when raised; smaller than SMALLEST they clog in print
SUPERIOR_SIZE, SUPERIOR_RISE, SMALLEST = 0.58, 0.33, 5.5

CODE_FEATURES = ("tnum", "zero")

# widths of fixed spaces in em (UAX #14 and The Unicode Standard, 6.2, Space Characters), where the face has none
FIXED_SPACES = {
    "\u2000": 1 / 2,
    "\u2001": 1.0,
    "\u2002": 1 / 2,
    "\u2003": 1.0,
    "\u2004": 1 / 3,
    "\u2005": 1 / 4,
    "\u2006": 1 / 6,
    "\u2009": 1 / 5,
    "\u200a": 1 / 10,
    "\u202f": 1 / 5,
    "\u205f": 4 / 18,
    "\u3000": 1.0,
}
SOFT_HYPHEN = "\u00ad"
WIDE_AS = {"\u2007": "0", "\u2008": ".", "\u1680": " "}


class Dress(msgspec.Struct, frozen=True):
    """All that decides how a word is shaped. `tracking` in points after each cluster, `rise` in points."""

    face: Face
    fallbacks: tuple[str, str, bool]  # family, weight, italic: where to look for missing glyphs
    size: float
    rise: float
    tracking: float
    features: tuple[tuple[str, bool], ...]
    upper: bool
    language: str
    key: int  # unique in its Shaper: stands for the dress in keys


class Part(NamedTuple):
    """Glyphs of one face."""

    face: Face
    glyphs: tuple[Glyph, ...]


class Word:
    """A shaped word. `missing` are the characters that no face has."""

    __slots__ = ("_offsets", "_scaled", "missing", "parts", "text", "width")

    def __init__(self, text: str, parts: tuple[Part, ...], missing: str) -> None:
        self.text = text
        self.parts = parts
        self.missing = missing
        self.width = sum([glyph.advance for part in parts for glyph in part.glyphs])
        self._offsets: list[float] | None = None
        self._scaled: dict[float, tuple[Part, ...]] = {1.0: parts}

    def scaled(self, scale: float) -> tuple[Part, ...]:
        """The parts with all widths scaled."""
        found = self._scaled.get(scale)
        if found is None:
            found = self._scaled[scale] = tuple(
                Part(face, tuple([Glyph(glyph, adv * scale, dx * scale, dy, text) for glyph, adv, dx, dy, text in glyphs]))
                for face, glyphs in self.parts
            )
        return found

    @property
    def offsets(self) -> list[float]:
        """Where each character begins, in points; within a cluster of several characters in equal shares."""
        if self._offsets is None:
            self._offsets = _offsets(self)
        return self._offsets

    def clusters(self) -> list[int]:
        """The characters before which the word may be cut without cutting a cluster."""
        found, at = [], 0
        for part in self.parts:
            for glyph in part.glyphs:
                if glyph.text and at:
                    found.append(at)
                at += len(glyph.text)
        return found


class Shaper:
    """Shapes words, each once. Holds the dresses and words of one brief."""

    def __init__(self, book: FontBook, language: str) -> None:
        self._book = book
        self._language = language
        self._dresses: dict[tuple[TextStyle, bool, bool, bool, str, str], Dress] = {}
        self._words: dict[tuple[int, str, bool], Word] = {}
        self._spaces: dict[tuple[int, str], Glyph] = {}
        self._buffer = hb.Buffer()

    def dress(self, span: Span, style: TextStyle) -> Dress:
        """How the words of a span are shaped in a style."""
        language = span.language or self._language
        mark = span.text if span.superior else ""
        key = (style, span.italic, span.bold, span.code, mark, language)
        found = self._dresses.get(key)
        if found is None:
            found = self._dresses[key] = self._make_dress(span, style, language)
        return found

    def word(self, dress: Dress, text: str, hyphen: bool = False) -> Word:
        """A word of a dress: no spaces, no control characters. With `hyphen`, a part of a word and an added hyphen."""
        key = (dress.key, text, hyphen)
        found = self._words.get(key)
        if found is None:
            found = self._words[key] = self._hyphenate(dress, text) if hyphen else self._shape_word(dress, text)
        return found

    def space(self, dress: Dress, character: str) -> Glyph:
        """A space of a dress at its natural width; the word space's glyph stands in where the face has no such space."""
        key = (dress.key, character)
        found = self._spaces.get(key)
        if found is None:
            found = self._spaces[key] = _space(dress, character)
        return found

    def _make_dress(self, span: Span, style: TextStyle, language: str) -> Dress:
        weight = style.weight
        if span.bold:
            weight = "bold" if weight == "regular" else style.weight
        italic = style.italic != span.italic  # emphasis within italics is upright
        family = "display" if span.code else style.family
        face = self._book.face(family, weight, italic)
        features = dict.fromkeys(style.features, True)
        if style.tracking:
            features.update(liga=False, clig=False)
        if span.code:
            features.update(dict.fromkeys(CODE_FEATURES, True), liga=False)
        size, rise = style.size, 0.0
        if span.superior:
            if self._has_superiors(face, span.text):
                features["sups"] = True
            else:
                size, rise = max(SUPERIOR_SIZE * style.size, min(SMALLEST, style.size)), SUPERIOR_RISE * style.size
        return Dress(
            face=face,
            fallbacks=(family, weight, italic),
            size=size,
            rise=rise,
            tracking=style.tracking * style.size / 1000,
            features=tuple(features.items()),
            upper=style.upper,
            language=language,
            key=len(self._dresses),
        )

    def _has_superiors(self, face: Face, text: str) -> bool:
        """Whether the face has a superior form of each character."""
        if "sups" not in face.features:
            return False
        return all(
            (raised := self._shape(face, c, {"sups": True}, "")) and raised[0][0] not in (0, face.glyph(ord(c)))
            for c in text
            if not c.isspace()
        )

    def _hyphenate(self, dress: Dress, text: str) -> Word:
        """The word with a hyphen; the hyphen's own text is the soft hyphen, so that a reader joins the parts again."""
        shaped = self._shape_word(dress, text + ("\u2010" if dress.face.has(0x2010) else "-"))
        *parts, last = shaped.parts
        glyph = last.glyphs[-1]._replace(text=last.glyphs[-1].text[:-1] + SOFT_HYPHEN)
        return Word(text + SOFT_HYPHEN, (*parts, Part(last.face, (*last.glyphs[:-1], glyph))), shaped.missing)

    def _shape_word(self, dress: Dress, text: str) -> Word:
        shown, origins = _capitals(text, dress.language) if dress.upper else (text, range(len(text) + 1))
        features = dict(dress.features)
        shaped = self._shape(dress.face, shown, features, dress.language)
        if all(glyph[0] for glyph in shaped):
            return Word(text, (Part(dress.face, _place(shaped, dress, dress.face, text, origins, len(shown))),), "")
        parts, missing = [], ""
        for start, end, face in self._itemise(dress, shown):
            piece = self._shape(face or dress.face, shown[start:end], features, dress.language)
            moved = [(glyph, cluster + start, advance, dx, dy) for glyph, cluster, advance, dx, dy in piece]
            parts.append(Part(face or dress.face, _place(moved, dress, face or dress.face, text, origins, end)))
            if face is None:
                missing += "".join(c for c in text[origins[start] : origins[end]] if not is_invisible(c))
        return Word(text, tuple(parts), missing)

    def _itemise(self, dress: Dress, text: str) -> list[tuple[int, int, Face | None]]:
        """Cuts a word where the face changes; None for characters that no face has."""
        items: list[tuple[int, int, Face | None]] = []
        for start, end in _graphemes(text):
            faces = (dress.face, *self._book.fallbacks(*dress.fallbacks))
            face = next((f for f in faces if _covers(f, text[start:end])), None)
            if items and items[-1][2] is face:
                items[-1] = (items[-1][0], end, face)
            else:
                items.append((start, end, face))
        return items

    def _shape(
        self, face: Face, text: str, features: dict[str, bool], language: str
    ) -> list[tuple[int, int, int, int, int]]:
        """Glyph, cluster, advance, dx, dy in font units, from left to right."""
        buffer = self._buffer
        buffer.reset()
        buffer.add_str(text)
        buffer.guess_segment_properties()
        buffer.direction = "ltr"  # right-to-left text is not set yet; it must not break the order of clusters either
        if language:
            buffer.language = language
        hb.shape(face.hb_font, buffer, features)
        positions = buffer.glyph_positions or ()
        return [
            (info.codepoint, info.cluster, at.x_advance, at.x_offset, at.y_offset)
            for info, at in zip(buffer.glyph_infos, positions, strict=True)
        ]


def _place(
    shaped: list[tuple[int, int, int, int, int]],
    dress: Dress,
    face: Face,
    text: str,
    origins: Sequence[int],
    end: int,
) -> tuple[Glyph, ...]:
    """Font units to points; each cluster's text goes to its first glyph, tracking to its last."""
    unit = dress.size / face.upem
    glyphs = []
    count = len(shaped)
    last_cluster = -1
    for index, (glyph, cluster, advance, dx, dy) in enumerate(shaped):
        following = shaped[index + 1][1] if index + 1 < count else end
        width = advance * unit
        if following != cluster:
            width += dress.tracking
        words = ""
        if cluster != last_cluster:
            beyond = index + 1
            while beyond < count and shaped[beyond][1] == cluster:
                beyond += 1
            words = text[origins[cluster] : origins[shaped[beyond][1] if beyond < count else end]]
            last_cluster = cluster
        glyphs.append(Glyph(glyph, width, dx * unit, dy * unit, words))
    return tuple(glyphs)


def _space(dress: Dress, character: str) -> Glyph:
    face, unit = dress.face, dress.size
    glyph = face.glyph(ord(character)) or face.glyph(0x20)
    if character in FIXED_SPACES and not face.has(ord(character)):
        width = FIXED_SPACES[character]
    elif character in WIDE_AS:
        width = face.advance(face.glyph(ord(WIDE_AS[character])))
    else:
        width = face.advance(glyph)
    return Glyph(glyph, width * unit + dress.tracking, 0.0, 0.0, character)


def _capitals(text: str, language: str) -> tuple[str, list[int]]:
    """The text in capitals, and for each of its characters (and its end) the index in `text` that it comes from.

    Follows The Unicode Standard, 3.13 and 5.18: ß gives SS, Turkish i keeps its dot, Greek capitals carry no tonos.
    """
    base = language.split("-")[0].lower()
    shown, origins = "", []
    for index, character in enumerate(text):
        capital = character.upper()
        if base in {"tr", "az"} and character == "i":
            capital = "\u0130"
        if base == "el":
            bare = unicodedata.normalize("NFD", capital).replace("\u0301", "")
            capital = unicodedata.normalize("NFC", bare)
        shown += capital
        origins += [index] + [index + 1] * (len(capital) - 1) if capital else []
    return shown, [*origins, len(text)]


def _graphemes(text: str) -> list[tuple[int, int]]:
    """Characters with the marks, joiners and selectors that follow them: what must stay in one face."""
    starts = [0]
    for index in range(1, len(text)):
        joined = text[index - 1] == "\u200d" or text[index] == "\u200d" or "\U0001f3fb" <= text[index] <= "\U0001f3ff"
        if not joined and unicodedata.category(text[index])[0] != "M":
            starts.append(index)
    return list(zip(starts, [*starts[1:], len(text)], strict=True))


def _covers(face: Face, cluster: str) -> bool:
    """Whether the face can show a cluster: all its characters, composed or not, but what has no shape anyway."""
    if all(face.has(ord(c)) or is_invisible(c) for c in cluster):
        return True
    return all(face.has(ord(c)) or is_invisible(c) for c in unicodedata.normalize("NFC", cluster)) or all(
        face.has(ord(c)) or is_invisible(c) for c in unicodedata.normalize("NFD", cluster)
    )


def is_invisible(character: str) -> bool:
    """Whether a character has no shape of its own: joiners, selectors, controls (Default_Ignorable_Code_Point)."""
    return unicodedata.category(character) in {"Cf", "Cc"} or "\ufe00" <= character <= "\ufe0f" or character == "\u034f"


def _offsets(word: Word) -> list[float]:
    offsets, x = [], 0.0
    glyphs = [glyph for part in word.parts for glyph in part.glyphs]
    index = 0
    while index < len(glyphs):
        cluster = [glyphs[index]]
        while index + len(cluster) < len(glyphs) and not glyphs[index + len(cluster)].text:
            cluster.append(glyphs[index + len(cluster)])
        width, letters = sum([glyph.advance for glyph in cluster]), len(cluster[0].text)
        offsets += [x + width * letter / letters for letter in range(letters)]
        x += width
        index += len(cluster)
    return [*offsets, x]
