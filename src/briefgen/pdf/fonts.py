"""Fonts: the glyphs that a file uses, embedded as subsets with widths and Unicode maps.

Comes in: the glyphs that are on the pages, and then, one by one as they are drawn, the text that each stands for. Goes out:
font dictionaries (Type 0, Identity-H: the character code is the glyph's index in the embedded font). The promise: each code
maps to the very text that it stood for where it was used. One glyph may stand for several texts (the A of a capitalised
heading and of Alps). In a TrueType font each further text is a further code for the same glyph. A CFF font has no table for
that: there each further text goes to a further font dictionary, with the same embedded font and another map. Each has a
CIDFont dictionary of its own, since programs that rewrite files merge fonts that share one, and their maps with them.
"""

import struct
from codecs import utf_16_be_encode
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, islice
from zlib import crc32

import msgspec

from briefgen.layout.items import Drawing, Glyphs, Page
from briefgen.memory import Memory, Shelf
from briefgen.pdf.clusters import Stretch, stretches
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream, Written, name
from briefgen.typeset.face import Face
from briefgen.typeset.lines import Glyph

# What the further glyphs of a cluster map to (no code may map to nothing: ISO 14289-1, 7.21.7); ActualText says the
# cluster.
UNSEEN = "\u200b"

CUTS_KEPT = 50  # between files: those of a few outlines, each with a dozen faces
EMBEDDED_KEPT = 6  # between files: all fonts of so many
RUNS_KEPT = 20_000  # between files: those of fifty pages
CODES = 0x10000  # of two bytes


class Cut:
    """A face cut down to some glyphs: the program, and what stands in a content stream for each of them."""

    def __init__(self, face: Face, glyphs: frozenset[int]) -> None:
        subset = face.plan_subset(glyphs)
        self.program = subset.data
        self.tag = _tag(subset.data)
        self.numbers = {glyph: subset.numbers.get(glyph, glyph) for glyph in sorted(glyphs)}
        stated = face.stated_widths(subset, self.numbers)
        self.widths = {glyph: round(1000 * width) for glyph, width in stated.items()}  # in 1/1000 em
        self.codes = {glyph: f"{number:04x}" for glyph, number in self.numbers.items()}  # as a content stream has them


class ShownRun(msgspec.Struct, frozen=True):
    """A run that was shown, and what each of its glyphs stands for.

    It holds its `glyphs`, so that their identity is theirs as long as the run is kept.
    """

    glyphs: tuple[Glyph, ...]
    words: dict[int, str]
    cut: Cut
    manner: tuple[float, float, float]  # size, scale and spacing
    operators: list[str]


Runs = Shelf[tuple[int, str, bool], ShownRun]
Parted = tuple[Glyphs, list[Stretch]]

# a font's name on pages, and what the runs so far have made of it: its maps, and the codes beyond its glyphs
FontState = tuple[str, Cut, list[dict[int, str]], dict[tuple[int, str], int]]


# the same as numbers and texts alone, which another process can be told: the maps, and each further code with its text
State = tuple[list[dict[int, str]], list[tuple[int, str, int]]]


class Embedded(msgspec.Struct, frozen=True):
    """The objects of fonts in these states, behind a number of others; and the names of their dictionaries."""

    states: list[FontState]
    objects: Written
    resources: dict[str, object]


class Font:
    """One face as far as it is used. `maps` has the text of each glyph, one map for each font dictionary."""

    def __init__(self, face: Face, label: str, cut: Cut, runs: "Runs | None" = None) -> None:
        self.face = face
        self.label = label
        self.cut = cut
        self._runs = runs
        self.numbers, self.widths, self.codes = dict(cut.numbers), dict(cut.widths), dict(cut.codes)
        self.maps: list[dict[int, str]] = [{}]
        # of a TrueType font, codes beyond its glyphs: what glyph of the program each shows, and where each text has its code
        self.shows: dict[int, int] = {}
        self._further: dict[tuple[int, str], int] = {}
        self._free = max(self.numbers.values(), default=0) + 1

    @property
    def state(self) -> FontState:
        """What the runs so far have made of it: fonts in equal states show the same runs alike."""
        return self.label, self.cut, [dict(texts) for texts in self.maps], dict(self._further)

    def go_on_from(self, state: FontState) -> None:
        """Take a state in which a font of the same glyphs has been."""
        _, _, maps, further = state
        self.maps = [dict(texts) for texts in maps]
        for (glyph, text), code in further.items():
            if (glyph, text) not in self._further:
                self._give(code, glyph, text)

    def recall(self, item: Glyphs, glyphs: tuple[Glyph, ...], *, leftwards: bool = False) -> list[str] | None:
        """The operators that have shown these very glyphs of a run before, where they would show them still.

        `leftwards`: the last of them first.
        """
        found = self._runs.get((id(glyphs), self.label, leftwards)) if self._runs is not None else None
        if found is None or found.cut is not self.cut or found.manner != (item.size, item.scale, item.spacing):
            return None
        first, words = self.maps[0], found.words
        if not words.items() <= first.items():
            if not words.items() <= (words | first).items():  # a glyph that stands for another text
                return None
            first.update(words)
        return found.operators

    def remember(self, item: Glyphs, glyphs: tuple[Glyph, ...], operators: list[str], *, leftwards: bool = False) -> None:
        """Keep the operators that show these glyphs, if the first map has them all: others depend on what came before."""
        if self._runs is None:
            return
        words = {glyph.id: glyph.text or UNSEEN for glyph in glyphs}
        if all(self.maps[0].get(glyph.id) == (glyph.text or UNSEEN) for glyph in glyphs):
            run = ShownRun(glyphs, words, self.cut, (item.size, item.scale, item.spacing), operators)
            self._runs.keep((id(glyphs), self.label, leftwards), run)

    def use(self, glyphs: Sequence[Glyph]) -> list[tuple[int, Sequence[Glyph]]]:
        """Take in glyphs that are shown together; returns them in pieces, each with the number of its font dictionary.

        There is one piece unless a glyph among them stands for two texts. Then the run is cut as far from its end as can
        be, so that a hyphen at a line's end stays with its word: pdfium takes a glyph shown alone for a line of its own.
        """
        if self._says(set(glyphs)):
            return [(0, glyphs)]  # nothing new, as for nearly every line but the first few
        if not self.face.cff and self._free + len(glyphs) <= CODES:
            return [(0, [self._coded(glyph) for glyph in glyphs])]
        pieces: list[tuple[int, Sequence[Glyph]]] = []
        texts: dict[int, str] = {}
        end = len(glyphs)
        for at in range(end - 1, -1, -1):
            glyph, text = glyphs[at].id, glyphs[at].text or UNSEEN
            if texts.setdefault(glyph, text) != text:
                pieces.append((self._map(texts), glyphs[at + 1 : end]))
                texts, end = {glyph: text}, at + 1
        pieces.append((self._map(texts), glyphs[:end]))
        return pieces[::-1]

    def _says(self, glyphs: Iterable[Glyph]) -> bool:
        """Whether the first map has the text of each of these glyphs."""
        first = self.maps[0]
        for glyph in glyphs:  # noqa: SIM110  a generator takes twice the time
            if first.get(glyph.id) != (glyph.text or UNSEEN):
                return False
        return True

    def knows(self, glyphs: Iterable[Glyph]) -> bool:
        """Whether nothing is new to it in runs of these glyphs: each has a code for its text."""
        others = [glyph for glyph in glyphs if self.maps[0].get(glyph.id) != (glyph.text or UNSEEN)]
        return all((glyph.id, glyph.text or UNSEEN) in self._further for glyph in others)

    def _coded(self, glyph: Glyph) -> Glyph:
        """The glyph, or the same with a further code when it stands for a text that its own code does not say."""
        text = glyph.text or UNSEEN
        if self.maps[0].setdefault(glyph.id, text) == text:
            return glyph
        code = self._further.get((glyph.id, text))
        if code is None:
            code = self._free
            self._give(code, glyph.id, text)
            self.maps[0][code] = text
        return msgspec.structs.replace(glyph, id=code)

    def _give(self, code: int, glyph: int, text: str) -> None:
        """Give a further code to a glyph, for a further text."""
        self._further[glyph, text] = code
        self._free = code + 1
        self.shows[code] = self.numbers[glyph]
        self.numbers[code] = code
        self.widths[code] = self.widths[glyph]
        self.codes[code] = f"{code:04x}"

    def _map(self, texts: dict[int, str]) -> int:
        """The first map that can hold these texts, a new one if need be."""
        for index, known in enumerate(self.maps):
            if all(known.get(glyph, text) == text for glyph, text in texts.items()):
                known.update(texts)
                return index
        self.maps.append(texts)
        return len(self.maps) - 1

    def resource(self, index: int) -> str:
        """The name under which the page's resources list font dictionary `index`."""
        return f"{self.label}.{index}" if index else self.label


class Fonts:
    """The fonts of one file, in the order of their first use: `used` has the glyphs of each face on each page."""

    def __init__(self, used: Iterable[Mapping[Face, frozenset[int]]], memory: Memory | None = None) -> None:
        whole: dict[Face, frozenset[int]] = {}
        for page in used:
            for face, glyphs in page.items():
                whole[face] = whole.get(face, frozenset()) | glyphs
        cuts: Shelf[tuple[Face, frozenset[int]], Cut] | None = memory.shelf("subsets", CUTS_KEPT) if memory else None
        self._embedded: Shelf[int, Embedded] | None = memory.shelf("fonts", EMBEDDED_KEPT) if memory else None
        runs: Runs | None = memory.shelf("runs", RUNS_KEPT) if memory else None
        self._parted: Shelf[int, Parted] | None = memory.shelf("runs in stretches", RUNS_KEPT) if memory else None
        self._fonts: dict[Face, Font] = {}
        for number, (face, glyphs) in enumerate(whole.items(), 1):
            cut = cuts.get((face, glyphs)) if cuts is not None else None
            if cut is None:
                cut = Cut(face, glyphs)
                if cuts is not None:
                    cuts.keep((face, glyphs), cut)
            self._fonts[face] = Font(face, f"F{number}", cut, runs)

    def font(self, face: Face) -> Font:
        """The font of a face that is on the pages."""
        return self._fonts[face]

    @property
    def states(self) -> list[State]:
        """What the runs so far have made of each font."""
        each = [font.state for font in self._fonts.values()]
        return [(maps, [(*pair, code) for pair, code in further.items()]) for _, _, maps, further in each]

    def go_on_from(self, states: list[State]) -> None:
        """Take states in which the fonts of a file with the same glyphs have been."""
        for font, (maps, further) in zip(self._fonts.values(), states, strict=True):
            font.go_on_from((font.label, font.cut, maps, {(glyph, text): code for glyph, text, code in further}))

    def stretches(self, item: Glyphs) -> list[Stretch]:
        """As `clusters.stretches`; a run of the same glyphs is found again, so that those of its parts are the same, too."""
        if self._parted is None:
            return stretches(item)
        found = self._parted.get(id(item.glyphs))
        if found is None or (found[0].rtl, found[0].face) != (item.rtl, item.face):
            found = self._parted.keep(id(item.glyphs), (item, stretches(item)))
        return found[1]

    def embed(self, document: Document) -> Dictionary:
        """Add all fonts to the document; returns the Font part of a resource dictionary."""
        states = [font.state for font in self._fonts.values()]
        start = document.count
        last = self._embedded.get(start) if self._embedded is not None else None
        if last is not None and last.states == states:
            document.put(last.objects)
            return Dictionary(last.resources)
        resources: dict[str, object] = {}
        for font in self._fonts.values():
            for index, reference in enumerate(_embed(document, font)):
                resources[font.resource(index)] = reference
        if self._embedded is not None:
            self._embedded.keep(start, Embedded(states, document.written(start), dict(resources)))
        return Dictionary(resources)


def used_on(page: Page) -> dict[Face, frozenset[int]]:
    """The glyphs of each face on a page, in the order of their first use."""
    used: dict[Face, set[int]] = {}
    for item in chain(page.items, page.slug):
        if type(item) is Glyphs:
            used.setdefault(item.face, set()).update([glyph.id for glyph in item.glyphs])
        elif type(item) is Drawing:
            for run in item.runs():
                used.setdefault(run.face, set()).update([glyph.id for glyph in run.glyphs])
    return {face: frozenset(glyphs) for face, glyphs in used.items()}


def _embed(document: Document, font: Font) -> list[Reference]:
    """The font dictionaries of one font (ISO 32000-1, 9.7), each with a descendant of its own."""
    face, program = font.face, font.cut.program
    title = name(f"{font.cut.tag}+{face.name}")
    descendant = {
        "Type": "/Font",
        "Subtype": "/CIDFontType0" if face.cff else "/CIDFontType2",
        "BaseFont": title,
        "CIDSystemInfo": Dictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
        "FontDescriptor": document.add(_descriptor(document, title, face, program)),
        "DW": 0,
        "W": document.add(_widths({number: font.widths[glyph] for glyph, number in font.numbers.items()})),
    }
    if not face.cff:
        descendant["CIDToGIDMap"] = document.add(Stream(_glyph_map(font))) if font.shows else "/Identity"
    found = []
    for texts in font.maps:
        own = Array([document.add(Dictionary(descendant))])
        found.append(_composite(document, title, own, {font.numbers[glyph]: text for glyph, text in texts.items()}))
    return [document.add(composite) for composite in found]


def _glyph_map(font: Font) -> bytes:
    """The CIDToGIDMap of a font (ISO 32000-1, table 117): two bytes for each code, zero for those that are not used."""
    shown = {number: font.shows.get(number, number) for number in font.numbers.values()}
    return b"".join([shown.get(code, 0).to_bytes(2, "big") for code in range(max(shown) + 1)])


def _composite(document: Document, title: str, descendants: Array, texts: dict[int, str]) -> Dictionary:
    return Dictionary(
        {
            "Type": "/Font",
            "Subtype": "/Type0",
            "BaseFont": title,
            "Encoding": "/Identity-H",
            "DescendantFonts": descendants,
            "ToUnicode": document.add(Stream(to_unicode(texts))),
        }
    )


def _descriptor(document: Document, title: str, face: Face, program: bytes) -> Dictionary:
    """The font descriptor (ISO 32000-1, 9.8). Symbolic, as the codes are glyphs and not a Latin character set."""
    file = Stream(_cff_table(program), {"Subtype": "/CIDFontType0C"}) if face.cff else Stream(program)
    return Dictionary(
        {
            "Type": "/FontDescriptor",
            "FontName": title,
            "Flags": 4 | (64 if face.italic_angle else 0),
            "FontBBox": Array([round(1000 * value) for value in face.bbox]),
            "ItalicAngle": face.italic_angle,
            "Ascent": round(1000 * face.ascent),
            "Descent": -round(1000 * face.descent),
            "CapHeight": round(1000 * face.cap_height),
            "StemV": 80,  # only used to imitate a font that is not embedded
            "FontFile3" if face.cff else "FontFile2": document.add(file),
        }
    )


def _cff_table(program: bytes) -> bytes:
    """The bare CFF table of an OpenType file, which is what CIDFontType0C means (ISO 32000-1, table 126)."""
    for record in range(12, 12 + 16 * int.from_bytes(program[4:6], "big"), 16):
        if program[record : record + 4] == b"CFF ":
            start, length = struct.unpack_from(">2L", program, record + 8)
            return program[start : start + length]
    raise ValueError("a font of CFF outlines without the table CFF")


def _tag(data: bytes) -> str:
    """Six capitals that tell one subset of a font from another (ISO 32000-1, 9.6.4)."""
    sum_of_all = crc32(data)
    return "".join(chr(65 + sum_of_all // 26**place % 26) for place in range(6))


def _widths(widths: dict[int, int]) -> Array:
    """The W array (ISO 32000-1, 9.7.4.3): runs of neighbouring glyphs with their widths."""
    runs: list[tuple[int, list[int]]] = []
    for glyph in sorted(widths):
        if not runs or glyph != runs[-1][0] + len(runs[-1][1]):
            runs.append((glyph, []))
        runs[-1][1].append(widths[glyph])
    return Array([part for first, run in runs for part in (first, Array(run))])


def to_unicode(texts: dict[int, str]) -> bytes:
    """A ToUnicode map (ISO 32000-1, 9.10.3) from glyph to text."""
    entries = iter([f"<{glyph:04x}> <{utf_16_be_encode(text)[0].hex()}>" for glyph, text in sorted(texts.items())])
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
        "/CMapName /Adobe-Identity-UCS def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<0000> <ffff>",
        "endcodespacerange",
    ]
    while block := list(islice(entries, 100)):  # a block holds at most 100 entries
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines).encode()
