"""One face: a font file, or one place of its design space, that shapes, measures and subsets itself.

In come the bytes of a font file; out comes a face. The promise: a face can be read, has outlines and may be embedded.
Refuses to know families and texts.
"""

import os
import struct
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

import msgspec
import uharfbuzz as hb

from briefgen.content.design import collected
from briefgen.typeset.characters import is_visible

# OS/2 fsType (OpenType 1.9, OS/2 table): the usage bits are exclusive since version 3; before, the freest one counts.
RESTRICTED, FREER_BITS, NO_SUBSETTING, BITMAP_ONLY = 0x0002, 0x000C, 0x0100, 0x0200

NEEDED_TABLES = ("cmap", "head", "hhea", "hmtx", "maxp")
OUTLINE_TABLES = (("glyf", "loca"), ("CFF ",), ("CFF2",))
BITMAP_TABLES = frozenset({"EBDT", "CBDT", "sbix", "bdat", "SVG "})
# of no use in a PDF, where glyphs are placed one by one
NEEDLESS_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"DSIG", b"kern", b"MATH", b"STAT")
# without which no glyph is shown (ISO 32000-1, 9.9.2), and what says how a variable one looks (OpenType 1.9)
SHOWING_TABLES = frozenset(
    tag.ljust(4)
    for tag in "cmap head hhea hmtx maxp glyf loca cvt fpgm prep CFF CFF2 VORG "
    "fvar avar gvar cvar HVAR MVAR vhea vmtx VVAR".split()
)

COLLECTION = b"ttcf"
MOST_COMPANIONS = 64  # faces of a collection that are looked at
SIGNATURES = (b"\0\1\0\0", b"OTTO", b"true", COLLECTION)


class BadFontError(ValueError):
    """A file that is not a font, or lacks what setting text needs."""


class NotEmbeddableError(ValueError):
    """A font whose licence bits forbid embedding."""


class Subset(msgspec.Struct, frozen=True):
    """A font file with some glyphs of a face, and the number in it of each glyph whose number has changed."""

    data: bytes
    numbers: dict[int, int]


class File(msgspec.Struct, frozen=True):
    """A font file: all of it, and whether it is a collection.

    It is mapped and not read: of a large face a brief needs little, and a copy would take its whole size, 20 MB for some.
    """

    blob: hb.Blob
    collected: bool
    member: int = 0  # which face of the collection


class Face:
    """One face at one place of its design space. Metrics are fractions of an em.

    `known`: one of the default faces, whose tables are known to agree (a test looks at them).
    """

    def __init__(self, file: File, variations: tuple[tuple[str, float], ...] = (), *, known: bool = False) -> None:
        self.file = file
        self.variations = variations
        self.known = known
        self._shown: dict[int, bool] = {}
        self._bare: hb.Font | None = None
        self._tracer: hb.DrawFuncs | None = None
        self._face = hb.Face(file.blob, file.member)
        self.hb_font = hb.Font(self._face)
        self.upem: int = self._face.upem
        lengths = {tag: len(self._face.reference_table(tag)) for tag in self._face.table_tags}  # a table may be empty
        if not any(all(lengths.get(tag) for tag in (*NEEDED_TABLES, *outlines)) for outlines in OUTLINE_TABLES):
            raise BadFontError(
                "it holds pictures of letters and no outlines" if self._is_bitmap() else "it lacks tables that a font needs"
            )
        if variations:
            self.hb_font.set_variations(dict(variations))
        self.fs_type = _fs_type(self._face)
        if _is_forbidden(self.fs_type):
            raise NotEmbeddableError
        name = self._design() if variations else self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Unnamed"
        self.name: str = "".join(c for c in name if c.isalnum() or c in "-_+") + "".join(
            f"-{tag}{value:g}" for tag, value in variations
        )
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.upem
        self.descent: float = -extents.descender / self.upem
        self.cap_height = self._height(hb.OTMetricsTag.CAP_HEIGHT, "H", 0.7)
        self.x_height = self._height(hb.OTMetricsTag.X_HEIGHT, "x", 0.5)
        self._features: frozenset[str] | None = None

    def __repr__(self) -> str:
        return f"Face({self.name})"

    @classmethod
    def read(cls, path: Path, *, known: bool = False) -> "Face":
        """The face in a file; `fonts.ttc#2` is the second of a collection. Raises BadFontError or NotEmbeddableError."""
        chosen = collected(path.name)
        number = int(chosen[1]) if chosen else 1
        path = path.with_name(chosen[0]) if chosen else path
        try:
            with path.open("rb") as file:
                head = file.read(12)
                if not head.startswith(SIGNATURES):
                    raise BadFontError("it is not a TrueType or OpenType font")
                if _is_cut(file, head):
                    raise BadFontError("it is cut short")
            blob = hb.Blob.from_file_path(str(path))
        except (OSError, hb.HarfBuzzError) as error:
            raise BadFontError(getattr(error, "strerror", None) or "it cannot be read") from None
        if chosen and not 1 <= number <= hb.Face(blob).count:
            raise BadFontError(f"there is no face number {number} in it, of {hb.Face(blob).count}")
        return cls(File(blob, head.startswith(COLLECTION), number - 1), known=known)

    @property
    def data(self) -> bytes:
        """The bytes of the whole font file, copied."""
        found: bytes = self.file.blob.data
        return found

    def whole(self) -> bytes:
        """The bytes of a font file with this face alone, all axes pinned. May raise BadFontError."""
        if not self.axes and not self.file.collected:
            return self.data
        wanted = hb.SubsetInput()
        wanted.keep_everything()
        self._pin(wanted)
        found = _cut(self._face, wanted)
        if found is None:
            raise BadFontError(f"the font {self.name} cannot be taken out of its file: a table of it is damaged")
        return found.data

    def _pin(self, wanted: hb.SubsetInput) -> None:
        values = dict(self.variations)
        for tag, (_, default, _) in self.axes.items():
            wanted.pin_axis_location(self._face, tag, values.get(tag, default))

    @property
    def companions(self) -> tuple[str, ...]:
        """The names of all faces of a collection; none for a font alone (OpenType 1.9, Collections)."""
        if not self.file.collected:
            return ()
        faces = [hb.Face(self.file.blob, index) for index in range(min(self._face.count, MOST_COMPANIONS))]
        return tuple(face.get_name(hb.OTNameIdPredefined.FULL_NAME) or "unnamed" for face in faces)

    @property
    def cff(self) -> bool:
        """Whether the outlines are CFF (or CFF2), and not TrueType."""
        return not {"CFF ", "CFF2"}.isdisjoint(self._face.table_tags)

    @property
    def italic_angle(self) -> float:
        """Degrees counter-clockwise from upright, negative for italics (table post)."""
        data = self._table("post")
        return struct.unpack_from(">i", data, 4)[0] / 65536 if len(data) >= 8 else 0.0

    @property
    def bbox(self) -> tuple[float, float, float, float]:
        """The box round all glyphs: left, bottom, right, top in fractions of an em (table head)."""
        data = self._table("head")
        left, bottom, right, top = (value / self.upem for value in struct.unpack_from(">4h", data, 36))
        return left, bottom, right, top

    @property
    def features(self) -> frozenset[str]:
        """The tags of all substitution features (GSUB), whatever the script."""
        if self._features is None:
            self._features = frozenset(_feature_tags(self._table("GSUB")))
        return self._features

    @property
    def axes(self) -> dict[str, tuple[float, float, float]]:
        """Least, default and greatest value of each axis of a variable font."""
        return {a.tag: (a.min_value, a.default_value, a.max_value) for a in self._face.axis_infos}

    def has(self, codepoint: int) -> bool:
        """Whether a character can be seen in this face: many a face has glyphs without an outline for some."""
        if self.known:
            return self.hb_font.get_nominal_glyph(codepoint) is not None
        found = self._shown.get(codepoint)
        if found is None:
            glyph = self.hb_font.get_nominal_glyph(codepoint)
            found = glyph is not None and (not is_visible(chr(codepoint)) or self._has_outline(glyph))
            self._shown[codepoint] = found
        return found

    def has_all(self, text: str) -> bool:
        return all(self.has(ord(character)) for character in text)

    def glyph(self, codepoint: int) -> int:
        """The glyph of a character, 0 (.notdef) when there is none."""
        found: int | None = self.hb_font.get_nominal_glyph(codepoint)
        return found or 0

    def extent(self, glyph: int) -> tuple[float, float]:
        """The highest and the lowest point of a glyph, in font units."""
        box = self.hb_font.get_glyph_extents(glyph)
        return (box.y_bearing, box.y_bearing + box.height) if box else (0.0, 0.0)

    def bearings(self, glyph: int) -> tuple[float, float]:
        """The white before and behind a glyph's outline, in fractions of an em; none of a glyph without one."""
        box = self.hb_font.get_glyph_extents(glyph)
        if not box or not box.width:
            return 0.0, 0.0
        left: int = box.x_bearing
        return left / self.upem, self.advance(glyph) - (left + box.width) / self.upem

    def advance(self, glyph: int) -> float:
        """A glyph's own advance in fractions of an em."""
        width: int = self.hb_font.get_glyph_h_advance(glyph)
        return width / self.upem

    def stated_widths(self, subset: "Subset", glyphs: Iterable[int]) -> dict[int, float]:
        """The widths that a subset, to be embedded, states of these glyphs, in fractions of an em.

        The advance, which the layout goes by, is that of the table hmtx. A CFF program has widths of its own; a PDF has to
        repeat them (ISO 19005-2, 6.2.11.5), and may place glyphs otherwise.
        """
        widths = {glyph: self.advance(glyph) for glyph in glyphs}
        if self.known or self.axes or "CFF " not in self._face.table_tags:
            return widths
        from briefgen.typeset.cff import Widths  # late: only an outline's own fonts need it

        stated = Widths(hb.Face(subset.data).reference_table("CFF ").data)
        for glyph in widths:
            width = stated.width(subset.numbers.get(glyph, glyph))
            if width is not None:
                widths[glyph] = width / self.upem
        return widths

    def plan_subset(self, glyph_ids: Iterable[int]) -> "Subset":
        """The font cut down to these glyphs and .notdef, at this face's place of the design space. May raise BadFontError.

        TrueType glyphs keep their numbers, which costs little; CFF glyphs get new ones, for each number that is left out
        would cost an entry of the index (154 KB become 18 for 60 glyphs of a large face).
        A font whose licence bits forbid subsetting is given as it is; one of a collection, or of a design space, has to be
        taken out of it and keeps all its glyphs (a PDF holds single fonts: ISO 32000-1, table 126).
        """
        # a CFF font that is CID-keyed is shown by its CIDs: they have to be the glyph ids (ISO 32000-1, 9.7.4.2)
        flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.DOWNGRADE_CFF2
        flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET
        if self.fs_type & NO_SUBSETTING:
            if not self.axes and not self.file.collected:
                return Subset(self.data, {})
            glyph_ids = range(self._face.glyph_count)
        wanted = hb.SubsetInput()
        wanted.flags = flags if self.cff else flags | hb.SubsetFlags.RETAIN_GIDS
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set({0, *glyph_ids})
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in NEEDLESS_TABLES)
        self._pin(wanted)
        found = _cut(self._face, wanted)
        if found is None:  # for a damaged table, which may be one that no PDF needs
            spare = [tag for tag in self._face.table_tags if tag not in SHOWING_TABLES]
            wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("latin-1"), "big") for tag in spare)
            found = _cut(self._face, wanted)
        if found is None:
            raise BadFontError(f"no glyph can be taken out of the font {self.name}: a table of it is damaged")
        return found

    def _design(self) -> str:
        """The name of a variable face without a style: its file is named after the one at which it opens, such as Light."""
        ids = hb.OTNameIdPredefined
        found = self._face.get_name(ids.VARIATIONS_PS_PREFIX)
        family = self._face.get_name(ids.TYPOGRAPHIC_FAMILY) or self._face.get_name(ids.FONT_FAMILY) or "Unnamed"
        return found or family + ("Italic" if self.italic_angle else "")

    def _is_bitmap(self) -> bool:
        return not BITMAP_TABLES.isdisjoint(self._face.table_tags)

    @property
    def without_positions(self) -> hb.Font:
        """The face as if it had no table GPOS: HarfBuzz then sets marks over and under letters by their boxes."""
        if self._bare is None:
            data = bytearray(self.data)
            start = struct.unpack_from(">L", data, 12 + 4 * self.file.member)[0] if self.file.collected else 0
            for record in range(start + 12, start + 12 + 16 * struct.unpack_from(">H", data, start + 4)[0], 16):
                if data[record : record + 4] == b"GPOS":
                    data[record : record + 4] = b"----"
            self._bare = hb.Font(hb.Face(bytes(data)))
            if self.variations:
                self._bare.set_variations(dict(self.variations))
        return self._bare

    def _has_outline(self, glyph: int) -> bool:
        if self._tracer is None:
            self._tracer = _tracer()
        drawn: list[object] = []
        self.hb_font.draw_glyph(glyph, self._tracer, drawn)
        return bool(drawn)

    def _table(self, tag: str) -> bytes:
        data: bytes = self._face.reference_table(tag).data
        return data

    def _height(self, tag: hb.OTMetricsTag, letter: str, fallback: float) -> float:
        """A height from the table OS/2, or measured on a letter when an old font leaves it out."""
        value = self.hb_font.get_metric_position(tag)
        if not value:
            extents = self.hb_font.get_glyph_extents(self.glyph(ord(letter))) if self.has(ord(letter)) else None
            value = extents.y_bearing if extents else fallback * self.upem
        return float(value) / self.upem


def _tracer() -> hb.DrawFuncs:
    """Notes in a list that something is drawn."""

    def note(*values: object) -> None:
        drawn = values[-1]
        assert isinstance(drawn, list)  # noqa: S101  it is what was handed to draw_glyph
        drawn.append(True)

    tracer = hb.DrawFuncs()
    tracer.set_line_to_func(note)
    tracer.set_quadratic_to_func(note)
    tracer.set_cubic_to_func(note)
    return tracer


def _is_cut(file: BinaryIO, head: bytes) -> bool:
    """Whether a table reaches beyond the file (OpenType 1.9, Table Directory). Collections are not looked at."""
    if len(head) < 12:
        return True
    count = 0 if head.startswith(COLLECTION) else struct.unpack_from(">H", head, 4)[0]
    size, records = os.fstat(file.fileno()).st_size, file.read(16 * count)
    if len(records) < 16 * count:
        return True
    return any(sum(struct.unpack_from(">2I", records, 8 + 16 * record)) > size for record in range(count))


def _fs_type(face: hb.Face) -> int:
    data: bytes = face.reference_table("OS/2").data
    return int(struct.unpack_from(">H", data, 8)[0]) if len(data) >= 10 else 0


def _is_forbidden(fs_type: int) -> bool:
    return bool(fs_type & BITMAP_ONLY) or (bool(fs_type & RESTRICTED) and not fs_type & FREER_BITS)


def _feature_tags(gsub: bytes) -> Iterator[str]:
    """The feature tags of a GSUB table (OpenType 1.9, Feature List table)."""
    if len(gsub) < 8:
        return
    offset = struct.unpack_from(">H", gsub, 6)[0]
    if len(gsub) < offset + 2:
        return
    count = struct.unpack_from(">H", gsub, offset)[0]
    for record in range(offset + 2, min(offset + 2 + 6 * count, len(gsub) - 5), 6):
        yield gsub[record : record + 4].decode("latin-1")


def _cut(face: hb.Face, wanted: hb.SubsetInput) -> Subset | None:
    """What HarfBuzz cuts out of a font; None where it fails, and it does not say why."""
    plan = hb.SubsetPlan(face, wanted)
    try:
        return Subset(plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping))
    except RuntimeError:
        return None
