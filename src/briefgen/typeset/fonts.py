"""Faces: what text is set in, where the files are, and which face stands in for one that is missing.

In come the font files that an outline names, or none; out come faces that shape, measure and subset themselves. The
promise: a face that `FontBook.face` returns can be read, may be embedded, and is read once. Refuses to know text or lines.
"""

import struct
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import uharfbuzz as hb

from briefgen.content.brief import Typeface
from briefgen.problem import Place, Problems
from briefgen.typeset.characters import is_invisible

if TYPE_CHECKING:
    from briefgen.typeset.cff import Widths

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}

# OS/2 fsType (OpenType 1.9, OS/2 table): the usage bits are exclusive since version 3; before, the freest one counts.
RESTRICTED, FREER_BITS, NO_SUBSETTING, BITMAP_ONLY = 0x0002, 0x000C, 0x0100, 0x0200

LAST_LATIN = "\u024f"  # Latin Extended-B

NEEDED_TABLES = ("cmap", "head", "hhea", "hmtx", "maxp")
OUTLINE_TABLES = (("glyf", "loca"), ("CFF ",), ("CFF2",))
# of no use in a PDF, where glyphs are placed one by one
NEEDLESS_TABLES = (b"GSUB", b"GPOS", b"GDEF", b"BASE", b"DSIG", b"kern", b"MATH", b"STAT")

COLLECTION = b"ttcf"
SIGNATURES = (b"\0\1\0\0", b"OTTO", b"true", COLLECTION)

# package, stem and the styles' endings: OpenType with CFF outlines, cubic as drawn and smaller once subset
DEFAULTS = {
    "body": ("font_source_serif_pro", "SourceSerifPro"),
    "display": ("font_source_sans_pro", "SourceSansPro"),
}
ENDINGS = {
    ("regular", False): "Regular",
    ("regular", True): "It",
    ("semibold", False): "Semibold",
    ("semibold", True): "SemiboldIt",
    ("bold", False): "Bold",
    ("bold", True): "BoldIt",
}


class BadFontError(ValueError):
    """A file that is not a font, or lacks what setting text needs."""


class NotEmbeddableError(ValueError):
    """A font whose licence bits forbid embedding."""


class Subset(NamedTuple):
    """A font file with some glyphs of a face, and the number in it of each glyph whose number has changed."""

    data: bytes
    numbers: dict[int, int]


class Face:
    """One face at one place of its design space. Metrics are fractions of an em; `data` is the whole font file.

    `known`: one of the default faces, whose tables are known to agree (a test looks at them).
    """

    def __init__(self, data: bytes, variations: tuple[tuple[str, float], ...] = (), *, known: bool = False) -> None:
        if not data.startswith(SIGNATURES):
            raise BadFontError("it is not a TrueType or OpenType font")
        if _is_cut(data):
            raise BadFontError("it is cut short")
        self.data = data
        self.variations = variations
        self._face = hb.Face(data)
        self.hb_font = hb.Font(self._face)
        self.upem: int = self._face.upem
        if not any(all(self._table(tag) for tag in (*NEEDED_TABLES, *outlines)) for outlines in OUTLINE_TABLES):
            raise BadFontError("it lacks tables that a font needs")
        if variations:
            self.hb_font.set_variations(dict(variations))
        self.fs_type = _fs_type(self._face)
        if _is_forbidden(self.fs_type):
            raise NotEmbeddableError
        name = self._face.get_name(hb.OTNameIdPredefined.POSTSCRIPT_NAME) or "Unnamed"
        self.name: str = "".join(c for c in name if c.isalnum() or c in "-_+") + "".join(
            f"-{tag}{value:g}" for tag, value in variations
        )
        extents = self.hb_font.get_font_extents("ltr")
        self.ascent: float = extents.ascender / self.upem
        self.descent: float = -extents.descender / self.upem
        self.cap_height = self._height(hb.OTMetricsTag.CAP_HEIGHT, "H", 0.7)
        self.x_height = self._height(hb.OTMetricsTag.X_HEIGHT, "x", 0.5)
        self._features: frozenset[str] | None = None
        self._known = known
        self._stated: Widths | None = None

    def __repr__(self) -> str:
        return f"Face({self.name})"

    @classmethod
    def read(cls, path: Path, *, known: bool = False) -> "Face":
        """The face in a file. BadFontError or NotEmbeddableError when it cannot be used."""
        try:
            data = path.read_bytes()
        except OSError as error:
            raise BadFontError(error.strerror or "it cannot be read") from None
        return cls(data, known=known)

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
        return self.hb_font.get_nominal_glyph(codepoint) is not None

    def has_all(self, text: str) -> bool:
        return all(self.has(ord(character)) for character in text)

    def glyph(self, codepoint: int) -> int:
        """The glyph of a character, 0 (.notdef) when there is none."""
        found: int | None = self.hb_font.get_nominal_glyph(codepoint)
        return found or 0

    def advance(self, glyph: int) -> float:
        """A glyph's own advance in fractions of an em."""
        width: int = self.hb_font.get_glyph_h_advance(glyph)
        return width / self.upem

    def stated_width(self, glyph: int) -> float:
        """The width that the embedded font program will state, in fractions of an em.

        The advance, which the layout goes by, is that of the table hmtx. A CFF program has widths of its own; a PDF has to
        repeat them (ISO 19005-2, 6.2.11.5), and may place glyphs otherwise.
        """
        if self._known or self.axes or "CFF " not in self._face.table_tags:
            return self.advance(glyph)
        if self._stated is None:
            from briefgen.typeset.cff import Widths  # late: only an outline's own fonts need it

            self._stated = Widths(self._table("CFF "))
        width = self._stated.width(glyph)
        return self.advance(glyph) if width is None else width / self.upem

    def plan_subset(self, glyph_ids: Iterable[int]) -> "Subset":
        """The font cut down to these glyphs and .notdef, at this face's place of the design space.

        TrueType glyphs keep their numbers, which costs little; CFF glyphs get new ones, for each number that is left out
        would cost an entry of the index (154 KB become 18 for 60 glyphs of a large face).
        A font whose licence bits forbid subsetting is given as it is; one of a collection, or of a design space, has to be
        taken out of it and keeps all its glyphs (a PDF holds single fonts: ISO 32000-1, table 126).
        """
        # a CFF font that is CID-keyed is shown by its CIDs: they have to be the glyph ids (ISO 32000-1, 9.7.4.2)
        flags = hb.SubsetFlags.NO_LAYOUT_CLOSURE | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.DOWNGRADE_CFF2
        flags |= hb.SubsetFlags.CFF_IDENTITY_CHARSET
        if self.fs_type & NO_SUBSETTING:
            if not self.axes and not self.data.startswith(COLLECTION):
                return Subset(self.data, {})
            glyph_ids = range(self._face.glyph_count)
        wanted = hb.SubsetInput()
        wanted.flags = flags if self.cff else flags | hb.SubsetFlags.RETAIN_GIDS
        wanted.sets(hb.SubsetInputSets.GLYPH_INDEX).set({0, *glyph_ids})
        wanted.drop_table_tag_set.update(int.from_bytes(tag, "big") for tag in NEEDLESS_TABLES)
        values = dict(self.variations)
        for tag, (_, default, _) in self.axes.items():
            wanted.pin_axis_location(self._face, tag, values.get(tag, default))
        plan = hb.SubsetPlan(self._face, wanted)
        return Subset(plan.execute().blob.data, dict(plan.old_to_new_glyph_mapping))

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


class FontBook:
    """The faces of a brief by family, weight and slope. A face is read when it is first asked for."""

    def __init__(self, families: dict[str, "Family"], fallback: tuple[Face, ...]) -> None:
        self._families = families
        self._fallback = fallback
        self._chains: dict[Face, tuple[Face, ...]] = {}

    @classmethod
    def load(
        cls,
        body: Typeface | None,
        display: Typeface | None,
        fallback: tuple[Path, ...],
        problems: Problems,
        places: Mapping[Path, Place] | None = None,
    ) -> "FontBook":
        """The book for a design; `places` says where the outline names a file.

        A file that cannot be used is reported, and a default face takes its place.
        """
        places = places or {}
        families = {name: default_family(name) for name in DEFAULTS}
        for name, typeface in (("body", body), ("display", display)):
            if typeface is not None:
                families[name] = _user_family(typeface, families[name], problems, places)
        place = next((t.place for t in (body, display) if t is not None and t.place is not None), Place(""))
        faces = (_try_face(path, places.get(path, place), problems) for path in fallback)
        return cls(families, tuple(face for face in faces if face is not None))

    def face(self, family: str, weight: str = "regular", italic: bool = False) -> Face:
        """The face, or the nearest that the family has. KeyError for a family that is not body or display."""
        return self._families[family].face(weight, italic)

    def lacks(self, text: str) -> frozenset[str]:
        """The characters of a text, beyond Latin, that no regular face has; one or two may still be in another weight."""
        far = {c for c in set(text) if c > LAST_LATIN}
        unknown = {c for c in far if not (self.face("body").has(ord(c)) or c.isspace() or is_invisible(c))}
        if not unknown:
            return frozenset()
        faces = (self.face("body"), *self.fallbacks("body", "regular", False))
        return frozenset(
            c for c in unknown if not any(f.has(ord(c)) or f.has_all(unicodedata.normalize("NFD", c)) for f in faces)
        )

    def fallbacks(self, family: str, weight: str, italic: bool) -> Iterator[Face]:
        """Where to look for characters that a face lacks: the outline's own fallback faces, then the other families."""
        yield from self._fallback
        for name in ("display", "body"):
            if name != family:
                yield self.face(name, weight, italic)
        for name in DEFAULTS:
            if self._families[name].replaces is not None:
                yield default_family(name).face(weight, italic)


class Family:
    """Up to six faces of one design. `files` are read late; `faces` are there already."""

    def __init__(
        self,
        files: dict[tuple[str, bool], Path],
        faces: dict[tuple[str, bool], Face] | None = None,
        replaces: "Family | None" = None,
    ) -> None:
        self.replaces = replaces
        self._files = files
        self._faces = dict(faces or {})

    def face(self, weight: str, italic: bool) -> Face:
        """The face asked for; failing that the other bold weight, then the regular one, then the upright."""
        wanted = [weight, "bold" if weight == "semibold" else "semibold", "regular"] if weight != "regular" else [weight]
        for slope in (italic, False):
            for key in ((name, slope) for name in wanted):
                if key in self._faces:
                    return self._faces[key]
                if key in self._files:
                    self._faces[key] = Face.read(self._files[key], known=True)
                    return self._faces[key]
        raise KeyError(weight)


def default_folder(name: str) -> Path:
    """Where the files of a default family are. Its package is found without running its code."""
    package = DEFAULTS[name][0]
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(next(iter(spec.submodule_search_locations))) / "files"


def default_family(name: str) -> Family:
    """The family that is used when the outline names none."""
    folder, stem = default_folder(name), DEFAULTS[name][1]
    return Family({key: folder / f"{stem}-{ending}.otf" for key, ending in ENDINGS.items()})


def _user_family(typeface: Typeface, default: Family, problems: Problems, places: Mapping[Path, Place]) -> Family:
    """The outline's own faces. They are read at once, so that all that is wrong with them is said in one run."""
    place = typeface.place or Place("")
    faces: dict[tuple[str, bool], Face] = {}
    files = (
        (("regular", False), typeface.regular),
        (("regular", True), typeface.italic),
        (("bold", False), typeface.bold),
        (("bold", True), typeface.bold_italic),
    )
    for key, path in files:
        face = _try_face(path, places.get(path, place), problems, for_text=True) if path is not None else None
        if face is not None:
            faces[key] = face
    if ("regular", False) not in faces:
        return default
    for italic in (False, True):
        source = faces.get(("regular", italic))
        if source is not None and "wght" in source.axes:
            faces.update(_instances(source, italic, faces))
    return Family({}, faces, default)


def _instances(source: Face, italic: bool, given: dict[tuple[str, bool], Face]) -> Iterator[tuple[tuple[str, bool], Face]]:
    """Static weights of a variable face; a weight that has a file of its own keeps it."""
    least, _, greatest = source.axes["wght"]
    for weight, value in WEIGHTS.items():
        if weight == "regular" or (weight, italic) not in given:
            yield (weight, italic), Face(source.data, (("wght", min(max(float(value), least), greatest)),))


def _try_face(path: Path, place: Place, problems: Problems, for_text: bool = False) -> Face | None:
    """The face in a file, or None and a problem. A face for text, and not for a few signs, needs a space."""
    try:
        face = Face.read(path)
        if for_text and not face.has(0x20):
            raise BadFontError("it has no space")
        return face
    except BadFontError as error:
        problems.add("typeset/bad-font", place, f"the font {path.name} cannot be used: {error}", "name an .otf or .ttf file")
    except NotEmbeddableError:
        problems.add(
            "typeset/font-not-embeddable",
            place,
            f"the licence of the font {path.name} forbids embedding it in a document",
            "use another face, or ask its maker for a version that may be embedded",
        )
    return None


def _is_cut(data: bytes) -> bool:
    """Whether a table reaches beyond the file (OpenType 1.9, Table Directory). Collections are not looked at."""
    if len(data) < 12:
        return True
    count = 0 if data.startswith(b"ttcf") else struct.unpack_from(">H", data, 4)[0]
    if len(data) < 12 + 16 * count:
        return True
    return any(sum(struct.unpack_from(">2I", data, 20 + 16 * record)) > len(data) for record in range(count))


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
