"""Families of faces: which face is nearest to a style and a size, and where the files of a family are that has a name.

In comes the name of a family; out come its files, and `Family` objects, which read a face when it is asked for. The promise:
every axis of a variable face is pinned, since such files open at thin, or at the size of a title; and one name gives the
same faces wherever the same package is installed. Names are looked up among packages (fontpkg), never among the system's
fonts. Refuses to know who asks for which face.
"""

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from pathlib import Path

import msgspec

from briefgen.content.languages import SCRIPTS
from briefgen.typeset.face import Face

WEIGHTS = {"regular": 400, "semibold": 600, "bold": 700}
BOLD_LEAST = 600  # a static face below this is not bold
# from which size on (in points) a face with optical sizes is cut for which; a few classes, each being a font of its own
OPTICAL = ((0.0, 8.0), (9.0, 10.0), (12.5, 14.0), (18.0, 20.0), (26.0, 32.0), (40.0, 48.0))
TEXT_SIZE = 10.0  # of faces that are asked for without a size

# package, stem and the styles' endings: OpenType with CFF outlines, cubic as drawn and smaller once subset
DEFAULTS = {
    "body": ("font_source_serif_pro", "SourceSerifPro"),
    "display": ("font_source_sans_pro", "SourceSansPro"),
}
# the same designs, newer: variable faces whose italics have Greek, Cyrillic and Vietnamese; a build takes 1.7 times as long
WIDE = {
    "body": ("fontpkg_source_serif_4", "SourceSerif4", "[opsz,wght]"),
    "display": ("fontpkg_source_sans_3", "SourceSans3", "[wght]"),
}
# languages in these letters, unless their tags say otherwise
WIDE_LANGUAGES = frozenset("ab ba be bg ce cv el kk kv ky mk mn os ru sr tg tt uk vi".split())
DEFAULT_NAMES = {"source serif pro": "body", "source sans pro": "display"}
ENDINGS = {
    ("regular", False): "Regular",
    ("regular", True): "It",
    ("semibold", False): "Semibold",
    ("semibold", True): "SemiboldIt",
    ("bold", False): "Bold",
    ("bold", True): "BoldIt",
}
KNOWN = "families.txt"  # beside this file: the families that there were packages of in November 2026
MOST_INSTALLED = 6  # names of installed families in a message

Style = tuple[str, bool]  # weight and slope


class Source(msgspec.Struct, frozen=True):
    """A font file, and for a variable one the weight that is wanted of it."""

    path: Path
    weight: int
    known: bool = False  # one of the default faces


class Opened:
    """Font files, each read once, and each instance of a variable one made once."""

    def __init__(self) -> None:
        self._faces: dict[Path, Face] = {}
        self._cut: dict[tuple[Path, tuple[tuple[str, float], ...]], Face] = {}

    def face(self, path: Path, *, known: bool = False) -> Face:
        """The face in a file. Raises BadFontError or NotEmbeddableError."""
        if path not in self._faces:
            self._faces[path] = Face.read(path, known=known)
        return self._faces[path]

    def instance(self, source: Source, size: float) -> Face:
        """A static face as it is, a variable one with all its axes pinned, for a size in points."""
        face = self.face(source.path, known=source.known)
        if not face.axes:
            return face
        places = pinned(face, source.weight, size)
        if (source.path, places) not in self._cut:
            self._cut[source.path, places] = Face(face.file, places)
        return self._cut[source.path, places]


class Family:
    """Up to six faces of one design, each read when it is first asked for."""

    def __init__(self, sources: Mapping[Style, Source], opened: Opened, replaces: "Family | None" = None) -> None:
        self.sources = sources
        self.replaces = replaces
        self._opened = opened

    def has(self, *, italic: bool) -> bool:
        """Whether there is any face of this slope."""
        return any(slope == italic for _, slope in self.sources)

    def face(self, weight: str, italic: bool, size: float = TEXT_SIZE) -> Face:
        """The face asked for, for a size in points; failing that the other bold weight, the regular one, the upright."""
        wanted = [weight, "bold" if weight == "semibold" else "semibold", "regular"] if weight != "regular" else [weight]
        for slope in (italic, False):
            for key in ((name, slope) for name in wanted):
                if key in self.sources:
                    return self._opened.instance(self.sources[key], size)
        raise KeyError(weight)


def pinned(face: Face, weight: int, size: float = TEXT_SIZE) -> tuple[tuple[str, float], ...]:
    """The value of each axis of a variable face: its weight, its optical size by the size set, all others as they open."""
    wanted = {"wght": float(weight), "opsz": next(value for least, value in reversed(OPTICAL) if size >= least)}
    found = []
    for tag, (least, usual, greatest) in face.axes.items():
        found.append((tag, min(max(wanted.get(tag, usual), least), greatest)))
    return tuple(found)


def default_folder(name: str) -> Path:
    """Where the files of a default family are."""
    return package_folder(DEFAULTS[name][0])


def package_folder(package: str) -> Path:
    """Where the font files of a package are. It is found without running its code."""
    spec = find_spec(package)
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(package)
    return Path(next(iter(spec.submodule_search_locations))) / "files"


def default_family(name: str, opened: Opened | None = None, language: str = "en") -> Family:
    """The family that is used when the outline names none, in a language."""
    return Family(_default_sources(name), opened or Opened()) if not is_wide(language) else wide_family(name, opened)


def is_wide(language: str) -> bool:
    """Whether a language, given as a tag, is in letters that the usual default italics lack."""
    base, *parts = language.split("-")
    if base not in WIDE_LANGUAGES and not {"Cyrl", "Grek"}.intersection(parts):
        return False
    return "Latn" not in (*parts, SCRIPTS.get(language))


def wide_family(name: str, opened: Opened | None = None) -> Family:
    """The default family whose italics have Greek, Cyrillic and Vietnamese."""
    package, stem, axes = WIDE[name]
    folder = package_folder(package)
    files = {italic: folder / f"{stem}{'-Italic' if italic else ''}{axes}.ttf" for italic in (False, True)}
    return Family({key: Source(files[key[1]], WEIGHTS[key[0]]) for key in ENDINGS}, opened or Opened())


def _default_sources(name: str) -> dict[Style, Source]:
    folder, stem = default_folder(name), DEFAULTS[name][1]
    return {key: Source(folder / f"{stem}-{ending}.otf", WEIGHTS[key[0]], known=True) for key, ending in ENDINGS.items()}


def find_family(name: str) -> dict[Style, Source]:
    """The files of the family of this name, by letters, spaces and hyphens whatever their case; none if not installed."""
    spoken = " ".join(name.lower().replace("-", " ").split())
    if spoken in DEFAULT_NAMES:
        return _default_sources(DEFAULT_NAMES[spoken])
    try:
        import fontpkg  # late: every family's package brings it, and briefs without one need none

        found = fontpkg.families(refresh=True).get(spoken.replace(" ", "-"))
    except (ImportError, OSError, ValueError, KeyError):  # one damaged package spoils the list of all
        return {}
    files = found.files if found else ()
    return sources_of([(file.path, file.style == "italic", file.weight, file.variable) for file in files])


def sources_of(files: Sequence[tuple[Path, bool, int | None, bool]]) -> dict[Style, Source]:
    """Which file serves which style: of (path, italic, weight, variable), a variable one before the nearest static one.

    A family of one weight serves no bold, and one without an upright serves nothing.
    """
    found: dict[Style, Source] = {}
    for italic in (False, True):
        own = [(path, weight or 400, variable) for path, slope, weight, variable in files if slope == italic]
        variable = next((path for path, _, varies in own if varies), None)
        if variable is not None:
            found |= {(name, italic): Source(variable, weight) for name, weight in WEIGHTS.items()}
            continue
        static = {weight: path for path, weight, _ in own}
        regular = min(static, key=lambda weight: (abs(weight - 400), weight), default=0)
        if regular:
            found["regular", italic] = Source(static[regular], regular)
        bolder = [weight for weight in static if weight >= BOLD_LEAST and weight > regular]
        bold = min(bolder, key=lambda weight: abs(weight - WEIGHTS["bold"]), default=0)
        for name, weight in (("semibold", WEIGHTS["semibold"]), ("bold", bold)):
            if weight in bolder:
                found[name, italic] = Source(static[weight], weight)
    return found if ("regular", False) in found else {}


def how_to_install(name: str) -> str:
    """What to do about a family that is not installed, as a hint."""
    from difflib import get_close_matches  # only for an outline with a mistake

    known = {each.lower(): each for each in (Path(__file__).with_name(KNOWN)).read_text("utf-8").splitlines()}
    spoken = " ".join(name.lower().replace("-", " ").split())
    installed = installed_names()
    if spoken in known:
        return f"run `{command(spoken)}`"
    near = get_close_matches(spoken, [each.lower() for each in installed], 1, 0.8)
    if near:
        return f"did you mean `{next(each for each in installed if each.lower() == near[0])}`?"
    near = get_close_matches(spoken, known, 1, 0.75)
    if near:
        return f"did you mean `{known[near[0]]}`? Then run `{command(near[0])}`"
    shown = ", ".join(installed[:MOST_INSTALLED])
    return f"no package is known that has it: name a font file, such as fonts/Text.otf, or one of {shown}"


def command(name: str) -> str:
    """What installs the package of a family."""
    from briefgen.installing import installing  # late: it is said of what is missing alone

    return installing(f"fontpkg-{name.lower().replace(' ', '-')}")


def installed_names() -> list[str]:
    """The families that can be named here: the usual ones, then the others in the order of the alphabet."""
    usual = ["Source Sans Pro", "Source Serif Pro"]
    try:
        import fontpkg  # late, as above

        return usual + sorted(family.name for family in fontpkg.families().values())
    except (ImportError, OSError, ValueError, KeyError):
        return usual
