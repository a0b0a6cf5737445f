"""The families of a brand.yml: which files, or which installed family, sets the text, and which the headings.

Comes: its checked `typography`. Goes: the outline's `typefaces`. Promise: nothing is fetched; a family that would have to be
is told of, and used when a package of it is installed. Which file is the regular or the bold face is said by its weight and
style, and where these are left out, as many do, by the file's name.
"""

import re
from collections.abc import Sequence
from importlib.util import find_spec
from typing import NamedTuple

from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Problems

WEIGHTS = {
    "thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400, "medium": 500,
    "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800, "ultra-bold": 800, "black": 900,
}  # fmt: skip
NAMED = (  # of weights, in names of files, what holds another first
    ("semibold", 600), ("demibold", 600), ("extrabold", 800), ("ultrabold", 800), ("bold", 700), ("black", 900),
    ("extralight", 200), ("ultralight", 200), ("light", 300), ("thin", 100), ("medium", 500),
)  # fmt: skip
REGULAR, BOLD, LEAST_BOLD = 400, 700, 600
USUAL = ("source serif pro", "source sans pro")  # always there
BAD = "outline/bad-value"


class File(NamedTuple):
    """A file of a family: the weights that it has, from the least to the most, and its slope."""

    path: Scalar
    weights: tuple[int, int]
    italic: bool


def typefaces(typography: Map | None, problems: Problems) -> Map | None:
    """The outline's `typefaces`: the brand's base sets the text, its headings what is displayed; None without any."""
    if typography is None:
        return None
    fonts = typography.entries.get("fonts")
    families: dict[str, list[Map]] = {}
    for font in fonts.items if isinstance(fonts, Seq) else ():
        name = font.text("family") if isinstance(font, Map) else None
        if isinstance(font, Map) and name is not None:
            families.setdefault(_plain(name), []).append(font)
    made = {name: [file for font in given for file in _files(font, problems)] for name, given in families.items()}
    entries: dict[str, Node] = {}
    told: set[str] = set()
    for key, names in (("body", ("base",)), ("display", ("headings", "base"))):
        kinds = (typography.map(name) for name in names)
        wanted = next((found for kind in kinds if kind is not None and (found := kind.text("family")) is not None), None)
        if wanted is None:
            continue
        files = made.get(_plain(wanted), [])
        face: Node | None = _face(files) if files else _installed(wanted, families, problems, told)
        if face is not None:
            entries[key] = face
    return Map(entries, {key: face.place for key, face in entries.items()}, typography.place) if entries else None


def _plain(name: Scalar) -> str:
    return " ".join(name.text.lower().replace("-", " ").split())


def _files(font: Map, problems: Problems) -> list[File]:
    """The files of one entry; an entry of another source has none."""
    source, given = font.text("source"), font.entries.get("files")
    items = [item for item in given.items if isinstance(item, Map)] if isinstance(given, Seq) else []
    named = font.text("family")
    if source is not None and source.text == "file" and not items and named is not None:
        said = f"the family `{named.text.strip()[:60]}` is said to be files, and names none"
        problems.add("outline/missing-key", font.place, said, "add `files: [fonts/Name-Regular.ttf, …]`")
    found = []
    for weight in font.texts("weight"):
        _weights((weight,), problems)
    for item in items:
        path, style = item.text("path"), item.text("style")
        if path is None:
            continue
        stem = re.sub(r"[\W_]", "", path.text.lower().replace("\\", "/").rpartition("/")[2].rpartition(".")[0])
        weights = _weights(item.texts("weight"), problems) or _told(stem)
        italic = style.text != "normal" if style is not None else "italic" in stem or "oblique" in stem
        found.append(File(path, weights, italic))
    return found


def _told(stem: str) -> tuple[int, int]:
    """The weight that the name of a file tells."""
    weight = next((weight for word, weight in NAMED if word in stem), REGULAR)
    return weight, weight


def _weights(written: Sequence[Scalar], problems: Problems) -> tuple[int, int] | None:
    """The least and the most weight of a list of names, numbers or ranges; None when nothing, or `auto`, is said."""
    found: list[int] = []
    for scalar in written:
        text = scalar.text.strip().lower()
        for part in text.split("..") if re.fullmatch(r"[^.]+\.\.[^.]+", text) else [text]:
            weight = WEIGHTS.get(part.strip()) or (int(part) if re.fullmatch(r" *[1-9][0-9]{0,2} *", part) else 0)
            if weight:
                found.append(weight)
            elif text != "auto":
                hint = f"write a number from 1 to 999, a range such as 400..700, or one of: {', '.join(WEIGHTS)}"
                problems.add(BAD, scalar.place, f"`weight` cannot be “{scalar.text[:60]}”", hint)
    return (min(found), max(found)) if found else None


def _face(files: list[File]) -> Map:
    """A typeface of the outline, of the files nearest to its four faces. A file of many weights is regular and bold."""
    upright = [file for file in files if not file.italic] or files
    regular = _nearest(upright, REGULAR)
    chosen = {"regular": regular.path}
    slanted = [file for file in files if file.italic and file is not regular]
    if slanted:
        chosen["italic"] = _nearest(slanted, REGULAR).path
    for key, group, plain in (("bold", upright, "regular"), ("bold_italic", slanted, "italic")):
        heavy = [file for file in group if file.weights[1] >= LEAST_BOLD]
        if heavy and (bold := _nearest(heavy, BOLD).path) is not chosen[plain]:
            chosen[key] = bold
    return Map(dict(chosen), {key: path.place for key, path in chosen.items()}, regular.path.place)


def _nearest(files: list[File], weight: int) -> File:
    """The file whose weights come nearest; of two as near, the first."""
    return min(files, key=lambda file: max(file.weights[0] - weight, weight - file.weights[1], 0))


def _installed(wanted: Scalar, families: dict[str, list[Map]], problems: Problems, told: set[str]) -> Node | None:
    """The family by its name, if there is a package of it; else it is told that nothing was fetched."""
    name = _plain(wanted)
    if name in USUAL or find_spec(f"fontpkg_{re.sub(r'[^a-z0-9]+', '_', name)}") is not None:
        return wanted
    if name in told:
        return None
    told.add(name)
    sources = [source.text for font in families.get(name, ()) if (source := font.text("source")) is not None]
    whence = {"google": "Google Fonts", "bunny": "Bunny Fonts", "system": "the system"}.get(
        sources[0] if sources else "", ""
    )
    said = (
        f"the family `{wanted.text.strip()[:60]}`{f' of {whence}' if whence else ''} is not fetched; the usual one is used"
    )
    from briefgen.installing import installing  # late: it is said of what is missing alone

    package = f"fontpkg-{name.replace(' ', '-')}"
    hint = f"run `{installing(package)}`, or name its files: `source: file`"
    problems.add("content/font-not-fetched", wanted.place, said, hint)
    return None
