"""Filled fields and other annotations as they are printed, made part of a page's drawing.

Comes in: an open PDF. Goes out: the same, with no annotation left that paper would show; problems. The promise: what is
filled in is drawn, or the booklet is refused by the field's name; layers that are not printed stay away. Refuses to know
where pages go.
"""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefgen.preflight.layers import Layers
from briefgen.problem import Place, Problems

HIDDEN, PRINT = 2, 4  # bits of an annotation's flags (ISO 32000-1, 12.5.3)
MULTILINE, PASSWORD, COMB = 1 << 12, 1 << 13, 1 << 24  # and of a text field's (ISO 32000-1, 12.7.4.3)
WIDEST = 0.6  # ems of a letter: a text that fits with letters so wide fits with any that forms are filled in with
MOST_NAMES = 10
DEEPEST = 20
# what pikepdf raises, one way or another, when an object is not what the format says
BROKEN = (pikepdf.PdfError, TypeError, ValueError, KeyError, IndexError, AttributeError, ArithmeticError, RuntimeError)


def print_annotations(pdf: pikepdf.Pdf, place: Place, problems: Problems) -> None:
    """Make what annotations show on paper (filled fields, stamps, highlights) part of the pages' drawing.

    On a sheet an annotation would have no place; without this its words would be lost.
    """
    layers = Layers(pdf.Root)
    _settle(pdf, layers)
    pages = [page for page in pdf.pages if isinstance(page.obj.get("/Annots"), Array)]
    undrawn: list[str] = []
    for page in pages:
        shown = [note for note in page.obj.Annots if isinstance(note, Dictionary) and not layers.hides(note.get("/OC"))]
        page.obj.Annots = Array(shown)
        undrawn += [name for note in shown if (name := _undrawn(pdf, note))]
    if undrawn:
        named = ", ".join(f"“{name}”" for name in undrawn[:MOST_NAMES]) + (", …" if len(undrawn) > MOST_NAMES else "")
        said = f"filled in, but the file does not say how it looks: {named}"
        hint = "open it in a PDF viewer, print it to a new PDF, and take that one"
        problems.add("impose/field-not-drawn", place, said, hint)
        return
    form: Any = pdf.Root.get("/AcroForm")
    if isinstance(form, Dictionary) and "/NeedAppearances" in form:
        del form["/NeedAppearances"]  # with it nothing would be drawn
    if pages:
        pdf.flatten_annotations("print")


def _settle(pdf: pikepdf.Pdf, layers: Layers) -> None:
    """Let the layers be, by themselves, as they are printed."""
    properties = pdf.Root.get("/OCProperties")
    if not layers.all or not isinstance(properties, Dictionary):
        return
    off = [pdf.get_object(layer.id) for layer in layers.all if not layer.printed]
    old = properties.get("/D")
    kept = {key: old[key] for key in ("/Name", "/Creator", "/Intent") if isinstance(old, Dictionary) and key in old}
    properties.D = Dictionary({**kept, "/BaseState": Name.ON, "/OFF": Array(off)})


def _undrawn(pdf: pikepdf.Pdf, note: Any) -> str:
    """The name of a field that is filled in and cannot be drawn; "" when all is well."""
    if note.get("/Subtype") != Name.Widget or not _is_printed(note):
        return ""
    kind, value = _inherited(note, "/FT"), _inherited(note, "/V")
    looks = note.get("/AP")
    look = looks.get("/N") if isinstance(looks, Dictionary) else None
    if kind == Name.Btn:
        on = isinstance(note.get("/AS", value), Name) and note.get("/AS", value) != Name.Off
        return _title(note) if on and look is None else ""
    words = _words(value)
    if kind not in (Name.Tx, Name.Ch) or not words or int(_inherited(note, "/Ff") or 0) & PASSWORD:
        return ""
    form: Any = pdf.Root.get("/AcroForm")
    stale = isinstance(form, Dictionary) and bool(form.get("/NeedAppearances", False))
    if isinstance(look, pikepdf.Stream) and not stale:
        return ""
    if _is_plain(note, words, form):
        _draw(pdf, note)
    return "" if _shows(note, words) else _title(note)


def _is_printed(note: Any) -> bool:
    flags = note.get("/F", 0)
    return isinstance(flags, int) and bool(flags & PRINT) and not flags & HIDDEN


def _inherited(note: Any, key: str) -> Any:
    """An entry of a field, or of the fields above it (ISO 32000-1, 12.7.3.1)."""
    for _ in range(DEEPEST):
        if not isinstance(note, Dictionary):
            return None
        if key in note:
            return note[key]
        note = note.get("/Parent")
    return None


def _title(note: Any) -> str:
    name = _inherited(note, "/T")
    return str(name) if isinstance(name, String) else "without a name"


def _words(value: Any) -> str:
    parts = list(value) if isinstance(value, Array) else [value]
    return " ".join(str(part) for part in parts if isinstance(part, String)).strip()


def _is_plain(note: Any, words: str, form: Any) -> bool:
    """Whether qpdf draws a value as it should be: one short line of Latin letters in a font and size that are said."""
    said = _inherited(note, "/DA") or (form.get("/DA") if isinstance(form, Dictionary) else None)
    parts = str(said).split() if isinstance(said, String) else []
    try:
        size = float(parts[parts.index("Tf") - 1])
        left, bottom, right, top = (float(side) for side in note.Rect)
    except (*BROKEN, OverflowError):
        return False
    flags = int(_inherited(note, "/Ff") or 0)
    fits = 0 < size <= abs(top - bottom) and len(words) * WIDEST * size <= abs(right - left)
    return fits and words.isascii() and words.isprintable() and not flags & (MULTILINE | COMB)


def _draw(pdf: pikepdf.Pdf, note: Any) -> None:
    """Let qpdf draw a field's value."""
    for field in pdf.acroform.fields:
        for annotation in pdf.acroform.get_annotations_for_field(field):
            if annotation.obj.objgen == note.objgen:
                field.generate_appearance(annotation)
                return


def _shows(note: Any, words: str) -> bool:
    """Whether a field's look holds its value, as far as that can be read."""
    try:
        drawn = note.AP.N.read_bytes()
    except BROKEN:
        return False
    escaped = words.encode("latin-1", "replace").replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
    return words.encode("latin-1", "replace") in drawn or escaped in drawn
