"""The outline's choices of paper, columns, colour and faces.

Comes: the outline's `design`. Goes: a `Design` in which font files are paths that exist within the outline's folder. What is
left out, or was reported by the outline, has its default.
"""

import re
from pathlib import Path

import msgspec

from briefgen.content.brief import Density, Design, FamilyName, NotePlace, Typeface
from briefgen.content.files import Folder
from briefgen.outline.specification.design import SCRIPTS
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Place

MISSING = "typeset/bad-font"
_COLLECTED = r"(?i)(.+\.[ot]tc)#([0-9]{1,3})"  # compiled where it is asked for: few briefs ask
ENDINGS = (".otf", ".ttf", ".otc", ".ttc", ".woff", ".woff2", ".dfont", ".pfa", ".pfb")  # of font files, read or not
DENSITIES: tuple[Density, ...] = ("airy", "usual", "dense")
RUNNING = ("body", "list", "standfirst", "evidence", "rationale")  # the styles of running text
INKS = 4  # cyan, magenta, yellow, black


def make_design(design: Map | None, folder: Folder) -> Design:
    """The design that the outline asks for."""
    if design is None:
        return Design()
    wanted = design.map("look")
    found = _in_look(wanted, folder) if wanted is not None else Design()
    paper = design.text("paper")
    if paper is not None:
        found = msgspec.structs.replace(found, paper=paper.text.strip())
    for key in ("columns", "pages"):
        scalar = design.text(key)
        if scalar is not None and scalar.text.strip().isdecimal():
            found = msgspec.structs.replace(found, **{key: int(scalar.text.strip())})
    columns = design.text("columns")
    if columns is not None and columns.text.strip() == "margin":
        found = msgspec.structs.replace(found, columns=1, margin=True)
    found = msgspec.structs.replace(found, note_place=note_place(design), density=_density(design, found.density))
    kinsoku = design.text("kinsoku")
    if kinsoku is not None and kinsoku.text.strip() == "loose":
        found = msgspec.structs.replace(found, kinsoku="loose")
    standards = design.texts("standards")
    found = _with_accent(found, design.map("accent"))
    second = design.map("secondary")
    if second is not None:
        screen = second.text("screen")
        found = msgspec.structs.replace(found, secondary=screen.text.strip() if screen else "", second_cmyk=_inks(second))
    faces = design.map("typefaces")
    places: dict[Path, Place] = {}
    fallback = [_find(scalar, folder, places) for scalar in faces.texts("fallback")] if faces else []
    scripts = [(key, _typeface(faces.map(key), folder, places)) for key in SCRIPTS] if faces else []
    body = _typeface(faces.map("body"), folder, places) if faces else None
    if body is not None and not _has_own_text(wanted):
        found = _in_body_face(found)
    return msgspec.structs.replace(
        found,
        justify=design.flag("justify", found.justify),
        duplex=design.flag("duplex", found.duplex),
        embed_source=design.flag("embed_source", found.embed_source),
        standards=tuple(scalar.text for scalar in standards),
        standards_place=standards[0].place if standards else None,
        body=body,
        display=_typeface(faces.map("display"), folder, places) if faces else None,
        fallback=tuple(face for face in fallback if face),
        scripts={key: face for key, face in scripts if face},
        font_places=places,
    )


def _in_look(wanted: Map, folder: Folder) -> Design:
    """The design as its look has it, before the outline’s own choices."""
    from briefgen.content.look import make_look  # late: most outlines name none

    look = make_look(wanted, folder)
    sheet = look.sheet
    return Design(look=look, accent=look.colours.accent, columns=sheet.columns, justify=sheet.justify, density=sheet.density)


def _has_own_text(look: Map | None) -> bool:
    """Whether a look is a file of the house, or the outline says itself which family the text has."""
    base = look.text("extends") if look is not None else None
    styles = look.map("styles") if look is not None else None
    body = styles.map("body") if styles is not None else None
    return (base is not None and bool(re.search(r"[./\\]", base.text))) or (body is not None and "family" in body)


def _in_body_face(design: Design) -> Design:
    """The design with its running text in the family of the text: of a look that sets it in that of headings."""
    styles = design.look.styles
    if styles["body"].family == "body":
        return design
    changed = {name: msgspec.structs.replace(styles[name], family="body") for name in RUNNING}
    return msgspec.structs.replace(design, look=msgspec.structs.replace(design.look, styles={**styles, **changed}))


def _density(design: Map, usual: Density) -> Density:
    """How much is to stand on a page."""
    named = design.text("density")
    return next((each for each in DENSITIES if named is not None and named.text.strip() == each), usual)


def note_place(design: Map | None) -> NotePlace:
    """Where notes stand. What is to stand in a margin that there is not stands at the foot."""
    columns = design.text("columns") if design else None
    margin = columns is not None and columns.text.strip() == "margin"
    place = design.text("note_place") if design else None
    wanted = place.text.strip() if place is not None else "margin" if margin else "end"
    if wanted == "end":
        return "end"
    return "margin" if margin and wanted == "margin" else "foot"


def _with_accent(design: Design, accent: Map | None) -> Design:
    """The design with the outline's accent, on a screen and in ink."""
    if accent is None:
        return design
    screen, spot = accent.text("screen"), accent.text("spot")
    return msgspec.structs.replace(
        design,
        accent=screen.text.strip() if screen else design.accent,
        cmyk=_inks(accent),
        spot=spot.text.strip() if spot else "",
    )


def _inks(colour: Map) -> tuple[int, ...]:
    """The inks that the outline says for a colour; none where it says none, or not four."""
    found = tuple(int(scalar.text) for scalar in colour.texts("cmyk"))
    return found if len(found) == INKS else ()


def _typeface(face: Map | None, folder: Folder, places: dict[Path, Place]) -> Typeface | None:
    """A family; None when its regular face cannot be found."""
    if face is None:
        return None
    found: dict[str, Path | FamilyName | None] = {}
    for key in ("regular", "italic", "bold", "bold_italic"):
        scalar = face.text(key)
        found[key] = _find(scalar, folder, places) if scalar else None
    regular = found.pop("regular")
    if regular is None:
        return None
    return Typeface(regular, found["italic"], found["bold"], found["bold_italic"], face.place)


def collected(name: str) -> tuple[str, str] | None:
    """The file of a collection of fonts and the number of a face in it, of `fonts.ttc#2`; None for the name of one font."""
    found = re.fullmatch(_COLLECTED, name) if "#" in name else None
    return (found[1], found[2]) if found else None


def _find(scalar: Scalar, folder: Folder, places: dict[Path, Place]) -> Path | FamilyName | None:
    """A family's name, or a font file, whose place is kept for whoever opens it.

    The name of a collection may end with the number of a face.
    """
    written = scalar.text.strip()
    chosen = collected(written)
    if not (chosen or "/" in written or "\\" in written or written.lower().endswith(ENDINGS)):
        return FamilyName(" ".join(written.split()), scalar.place)
    path = folder.find(Scalar(chosen[0], scalar.place) if chosen else scalar, MISSING)
    if path is not None and chosen:
        path = path.with_name(f"{path.name}#{chosen[1]}")
    if path is not None:
        places.setdefault(path, scalar.place)
    return path
