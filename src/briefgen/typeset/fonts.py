"""Families of faces: what text is set in, where the files are, and which face stands in for one that is missing.

In come the font files that an outline names, or none; out come faces. The promise: a face that `FontBook.face` returns can
be read, may be embedded, and is read once. Refuses to know text or lines.
"""

import unicodedata
from collections.abc import Iterator, Mapping
from importlib.util import find_spec
from pathlib import Path

from briefgen.content.brief import Typeface
from briefgen.problem import Place, Problems
from briefgen.typeset.characters import is_invisible
from briefgen.typeset.face import BadFontError, Face, NotEmbeddableError
from briefgen.typeset.substitutes import Substitutes

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}

MOST_NAMED = 6  # faces of a collection that a message names
LAST_LATIN = "\u024f"  # Latin Extended-B

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


class FontBook:
    """The faces of a brief by family, weight and slope. A face is read when it is first asked for."""

    def __init__(
        self, families: dict[str, "Family"], fallback: tuple[Face, ...], places: Mapping[str, Place] | None = None
    ) -> None:
        self._families = families
        self._places = places or {}  # where the outline names its own families
        self._substitutes = Substitutes()
        self._fallback = fallback
        self._chains: dict[tuple[str, str, bool], tuple[Face, ...]] = {}

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
        desk = _Desk(problems, places or {})
        families = {name: default_family(name) for name in DEFAULTS}
        for name, typeface in (("body", body), ("display", display)):
            if typeface is not None:
                families[name] = _user_family(typeface, families[name], desk)
        place = next((t.place for t in (body, display) if t is not None and t.place is not None), Place(""))
        faces = [desk.face(path, place) for path in fallback]
        own = {name: typeface.place or Place("") for name, typeface in (("body", body), ("display", display)) if typeface}
        return cls(families, tuple(face for face in faces if face is not None), own)

    def face(self, family: str, weight: str = "regular", italic: bool = False) -> Face:
        """The face, or the nearest that the family has. KeyError for a family that is not body or display."""
        return self._families[family].face(weight, italic)

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

    def report_substitutes(self, problems: Problems) -> None:
        """Say what the outline's own families lack, as far as it has been asked for."""
        self._substitutes.report(self._places, problems)

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

    def fallbacks(self, family: str, weight: str, italic: bool) -> tuple[Face, ...]:
        """Where to look for characters that a face lacks, each face once.

        The outline's own fallback faces come first, then the default family that the face's own has replaced, then the
        other family and what it has replaced.
        """
        key = (family, weight, italic)
        if key not in self._chains:
            families = [self._families[name] for name in sorted(self._families, key=lambda name: name != family)]
            replaced = [each.replaces for each in families]
            others = [replaced[0], *families[1:], *replaced[1:]]
            faces = [*self._fallback, *(each.face(weight, italic) for each in others if each is not None)]
            self._chains[key] = tuple(dict.fromkeys(faces))
        return self._chains[key]


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

    def has(self, *, italic: bool) -> bool:
        """Whether there is any face of this slope."""
        return any(slope == italic for _, slope in (*self._files, *self._faces))

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


def _user_family(typeface: Typeface, default: Family, desk: "_Desk") -> Family:
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
        face = desk.face(path, place, for_text=True) if path is not None else None
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
            yield (weight, italic), Face(source.file, (("wght", min(max(float(value), least), greatest)),))


class _Desk:
    """Reads the font files of an outline, each once, and reports those that cannot be used."""

    def __init__(self, problems: Problems, places: Mapping[Path, Place]) -> None:
        self._problems = problems
        self._places = places
        self._faces: dict[Path, Face] = {}

    def face(self, path: Path, place: Place, for_text: bool = False) -> Face | None:
        """The face in a file, or None and a problem. A face for text, and not for a few signs, needs a space."""
        place = self._places.get(path, place)
        said, hint = "", "name an .otf or .ttf file"
        try:
            if path not in self._faces:
                self._faces[path] = Face.read(path)
            face = self._faces[path]
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
