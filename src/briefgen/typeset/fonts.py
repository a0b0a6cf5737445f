"""The faces of a brief: what text is set in, and which face stands in for one that is missing.

In come the families and font files that an outline names, or none; out come faces. The promise: a face that `FontBook.face`
returns can be read, may be embedded, and is read once. Refuses to know text or lines.
"""

import unicodedata
from collections.abc import Mapping
from pathlib import Path

import msgspec

from briefgen.content.brief import FamilyName, Typeface
from briefgen.problem import Place, Problems
from briefgen.theme import Weight
from briefgen.typeset.characters import is_invisible
from briefgen.typeset.face import BadFontError, Face, NotEmbeddableError
from briefgen.typeset.families import (
    DEFAULTS,
    TEXT_SIZE,
    WEIGHTS,
    WIDE,
    Family,
    Opened,
    Source,
    Style,
    default_family,
    find_family,
    how_to_install,
    wide_family,
)
from briefgen.typeset.lines import Line
from briefgen.typeset.substitutes import Substitutes

MOST_NAMED = 6  # faces of a collection that a message names
MOST_SHOWN = 60  # characters of a name
LEAST_ALIKE, MOST_ALIKE = 0.8, 1.3  # by how much a face for a script is set smaller or larger than that beside it
LAST_LATIN = "\u024f"  # Latin Extended-B


class Lent(msgspec.Struct, frozen=True):
    """A face for a script, by how much it is set larger, and the weight and slope that it really has."""

    face: Face
    scale: float
    weight: Weight
    italic: bool


class FontBook:
    """The faces of a brief by family, weight and slope. A face is read when it is first asked for."""

    def __init__(
        self,
        families: dict[str, Family],
        fallback: tuple[Face, ...],
        places: Mapping[str, Place] | None = None,
        opened: Opened | None = None,
    ) -> None:
        self._families = families
        self._places = places or {}  # where the outline names its own families
        self._substitutes = Substitutes()
        self._fallback = fallback
        self._opened = opened or Opened()
        self._scripts: dict[
            tuple[str, str], Family | None
        ] = {}  # which family sets a script where another one sets the rest
        self._lent: set[Face] = set()
        self._chains: dict[tuple[str, str, bool], tuple[Face, ...]] = {}

    @classmethod
    def load(
        cls,
        body: Typeface | None,
        display: Typeface | None,
        fallback: tuple[Path | FamilyName, ...],
        problems: Problems,
        places: Mapping[Path, Place] | None = None,
        scripts: Mapping[str, Typeface] | None = None,
        language: str = "en",
    ) -> "FontBook":
        """The book for a design; `places` says where the outline names a file, `scripts` what it wants for some scripts.

        A file that cannot be used is reported, and a default face takes its place.
        """
        desk = _Desk(problems, places or {})
        families = {name: default_family(name, desk.opened, language) for name in DEFAULTS}
        for name, typeface in (("body", body), ("display", display)):
            if typeface is not None:
                families[name] = _user_family(typeface, families[name], desk) or families[name]
        place = next((t.place for t in (body, display) if t is not None and t.place is not None), Place(""))
        faces = [desk.lender(each, place) for each in fallback]
        own = _places_of(body, display, scripts or {})
        for name, typeface in (scripts or {}).items():
            found = _user_family(typeface, None, desk)
            if found is not None:
                families[name] = found
        return cls(families, tuple(face for face in faces if face is not None), own, desk.opened)

    def face(self, family: str, weight: str = "regular", italic: bool = False, size: float = TEXT_SIZE) -> Face:
        """The face for a size in points, or the nearest that there is. KeyError for a family that is not body or display."""
        return self._families[family].face(weight, italic, size)

    def script_face(self, script: str, style: tuple[str, Weight, bool], size: float) -> Lent | None:
        """The face for a script (ISO 15924) where a family, weight and slope are set, and by how much it is set larger.

        None where the family's own face is as good as any. Lower-case letters of both come out as high as each other.
        Where a script has no italic, it is set bold instead; an outline's own family that has no bold is taken note of.
        """
        family, weight, italic = style
        key = (script, family)
        if key not in self._scripts:
            from briefgen.typeset.scriptfaces import find_for_script  # late: most briefs are in Latin letters

            self._scripts[key] = find_for_script(script, family, self._families, self._fallback, self._opened)
        found = self._scripts[key]
        own = self._families[family]
        if found is None or found is own:
            return None
        slanted = italic and found.has(italic=True)
        if italic and not slanted and weight == "regular":
            weight = "bold"
        face, beside = found.face(weight, italic, size), own.face(weight, italic, size)
        if weight != "regular":
            weight = weight if face is not found.face("bold", slanted, size) else "bold"
            self._note_weight(found, slanted)
        alike = beside.x_height / face.x_height if face.has(ord("x")) and face.x_height > 0 else 1.0
        self._lent.add(face)
        return Lent(face, min(max(alike, LEAST_ALIKE), MOST_ALIKE), weight, slanted)

    def _note_weight(self, found: Family, italic: bool) -> None:
        """Take note of a family of the outline's for a script that has no bold."""
        if found.face("bold", italic) is found.face("regular", italic):
            for name in self._places:
                if name not in DEFAULTS and self._families.get(name) is found:
                    self._substitutes.miss(name, "bold")

    @property
    def lends(self) -> bool:
        """Whether any script is set in a family of its own."""
        return bool(self._lent)

    def reach(self, line: Line) -> tuple[float, float]:
        """How far what such families set on a line reaches above and below its baseline, in points."""
        rise = depth = 0.0
        for run in line.runs:
            if run.face in self._lent:
                scale = run.size / run.face.upem
                for top, bottom in map(run.face.extent, {glyph.id for glyph in run.glyphs}):
                    rise, depth = max(rise, top * scale + run.rise), max(depth, -bottom * scale - run.rise)
        return rise, depth

    def can_set(self, script: str) -> bool:
        """Whether there is a family that sets a script."""
        return self.script_face(script, ("body", "regular", False), TEXT_SIZE) is not None

    def note_style(self, family: str, weight: str, *, italic: bool) -> None:
        """Take note of emphasised words, whose family may not have the style."""
        own = self._families[family]
        if own.replaces is not None:
            if italic and not own.has(italic=True):
                self._substitutes.miss(family, "italic")
            if weight == "bold" and own.face("bold", italic) is own.face("regular", italic):
                self._substitutes.miss(family, "bold")

    def note_lent(self, family: str, lender: Face, characters: str) -> None:
        """Take note of characters set in another face than their own, unless the outline has named that one for it."""
        if self._families[family].replaces is not None and lender not in self._fallback:
            self._substitutes.lend(family, lender.name, characters)

    def note_loose(self, family: str, characters: str) -> None:
        """Take note of letters with marks that no face knows where to put: they are set by their boxes."""
        if self._families[family].replaces is not None:
            self._substitutes.guess(family, characters)

    @property
    def has_substitutes(self) -> bool:
        """Whether there is anything to say of what the outline's own families lack."""
        return bool(self._substitutes)

    def note_places(self, body: Typeface | None, display: Typeface | None, scripts: Mapping[str, Typeface]) -> None:
        """Where the outline names its own families now."""
        self._places = _places_of(body, display, scripts)

    def report_substitutes(self, problems: Problems) -> None:
        """Say what the outline's own families lack, as far as it has been asked for."""
        self._substitutes.report(self._places, problems)

    def lacks(self, text: str) -> frozenset[str]:
        """The characters of a text, beyond Latin, that no regular face has; one or two may still be in another weight."""
        if text.isascii():
            return frozenset()
        far = {c for c in set(text) if c > LAST_LATIN}
        unknown = {c for c in far if not (self.face("body").has(ord(c)) or c.isspace() or is_invisible(c))}
        if not unknown:
            return frozenset()
        faces = [self.face("body"), *self.fallbacks("body", "regular", False)]
        lacking = {c for c in unknown if not any(f.has(ord(c)) or f.has_all(unicodedata.normalize("NFD", c)) for f in faces)}
        return frozenset(lacking and self._beyond_scripts(lacking))

    def _beyond_scripts(self, characters: set[str]) -> set[str]:
        """Those characters that no family has that is there for their script."""
        from briefgen.typeset.scripts import Itemiser  # late: few briefs need it

        itemiser = Itemiser(rtl=False)
        found = set()
        for character in characters:
            lent = self.script_face(itemiser.script(character) or "", ("body", "regular", False), TEXT_SIZE)
            if lent is None or not lent.face.has(ord(character)):
                found.add(character)
        return found

    def fallbacks(self, family: str, weight: str, italic: bool) -> tuple[Face, ...]:
        """Where to look for characters that a face lacks, each face once.

        The outline's own fallback faces come first, then the default family that the face's own has replaced, then the
        other family and what it has replaced; for italics at last those that have more letters.
        """
        key = (family, weight, italic)
        if key not in self._chains:
            families = [self._families[name] for name in sorted(self._families, key=lambda name: name != family)]
            replaced = [each.replaces for each in families]
            others = [replaced[0], *families[1:], *replaced[1:]]
            if italic:
                others += [wide_family(name, self._opened) for name in sorted(WIDE, key=lambda name: name != family)]
            faces = [*self._fallback, *(each.face(weight, italic) for each in others if each is not None)]
            self._chains[key] = tuple(dict.fromkeys(faces))
        return self._chains[key]


def _places_of(body: Typeface | None, display: Typeface | None, scripts: Mapping[str, Typeface]) -> dict[str, Place]:
    """Where an outline names families of its own."""
    named = [("body", body), ("display", display), *scripts.items()]
    return {name: typeface.place or Place("") for name, typeface in named if typeface}


def _user_family(typeface: Typeface, default: Family | None, desk: "_Desk") -> Family | None:
    """The outline's own faces; None where the regular one is of no use.

    They are read at once, so that all that is wrong with them is said in one run.
    """
    place = typeface.place or Place("")
    sources: dict[Style, Source] = {}
    slots = (
        (("regular", False), typeface.regular),
        (("regular", True), typeface.italic),
        (("bold", False), typeface.bold),
        (("bold", True), typeface.bold_italic),
    )
    for style, named in slots:
        if isinstance(named, FamilyName):
            sources |= {key: source for key, source in desk.family(named).items() if _serves(key, style)}
        elif named is not None:
            face = desk.face(named, place, for_text=True)
            if face is not None:
                weights = WEIGHTS if style[0] == "regular" and "wght" in face.axes else style[:1]
                sources |= {(weight, style[1]): Source(named, WEIGHTS[weight]) for weight in weights}
    return Family(sources, desk.opened, default) if ("regular", False) in sources else None


def _serves(style: Style, slot: Style) -> bool:
    """Whether a style of a family is taken where the family is named as `slot`: as the regular face, for all of them."""
    return slot in {("regular", False), style} or (slot == ("regular", True) and style[1])


class _Desk:
    """Reads the font files of an outline, each once, and reports those that cannot be used."""

    def __init__(self, problems: Problems, places: Mapping[Path, Place]) -> None:
        self._problems = problems
        self._places = places
        self.opened = Opened()

    def family(self, named: FamilyName) -> dict[Style, Source]:
        """The files of a family, each of which can be read; none and a problem when it is not installed."""
        place = named.place or Place("")
        found = find_family(named.name)
        if not found:
            said = f"the family `{named.name[:MOST_SHOWN]}` is not installed here"
            self._problems.add("typeset/no-family", place, said, how_to_install(named.name))
        files = {source.path: source.known for source in found.values()}
        able = {path for path, known in files.items() if self.face(path, place, for_text=True, known=known)}
        return {style: source for style, source in found.items() if source.path in able}

    def lender(self, named: Path | FamilyName, place: Place) -> Face | None:
        """The face to take characters from that others lack."""
        if isinstance(named, Path):
            return self.face(named, place)
        source = self.family(named).get(("regular", False))
        return self.opened.instance(source, TEXT_SIZE) if source else None

    def face(self, path: Path, place: Place, for_text: bool = False, *, known: bool = False) -> Face | None:
        """The face in a file, or None and a problem. A face for text, and not for a few signs, needs a space."""
        place = self._places.get(path, place)
        said, hint = "", "name an .otf or .ttf file"
        try:
            face = self.opened.face(path, known=known)
            if not for_text or (face.has(0x20) and face.advance(face.glyph(0x20)) > 0):
                self._say_companions(path, face, place, for_text)
                return face
            said = "its space has no width" if face.has(0x20) else "it has no space, which text needs"
            hint = "name another face for text, and this one under design, typefaces, fallback, for the signs that it has"
        except BadFontError as error:
            said = str(error)
        except NotEmbeddableError:
            self._problems.add(
                "typeset/font-not-embeddable",
                place,
                f"the licence of the font {path.name} forbids embedding it in a document",
                "use another face, or ask its maker for a version that may be embedded",
            )
            return None
        self._problems.add("typeset/bad-font", place, f"the font {path.name} cannot be used: {said}", hint)
        return None

    def _say_companions(self, path: Path, face: Face, place: Place, for_text: bool) -> None:
        """Say that a file holds several faces, of which the first one is taken: text may be wanted in another."""
        names = face.companions if for_text and "#" not in path.name else ()
        if len(names) > 1:
            others = [f"{name} ({path.name}#{number})" for number, name in enumerate(names, 1)]
            shown = ", ".join(others[1:MOST_NAMED]) + (", …" if len(names) > MOST_NAMED else "")
            said = f"{path.name} holds {len(names)} faces: the first, {names[0]}, is used, and not {shown}"
            hint = f"write `{path.name}#1` for the first, or the number of another one behind the name"
            self._problems.add("typeset/collection", place, said, hint)
