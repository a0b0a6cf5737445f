"""Imposed sheets as the bytes of a PDF file.

Comes in: the pages of a PDF and where they go. Goes out: bytes. The promise: pages are placed as form XObjects, their
streams as they were, so nothing is drawn anew or loses quality; the same pages and places give the same bytes; the file
claims no standard (PDF/UA, PDF/A, PDF/X): its sheets have no tags, links or bookmarks, for they are made for paper.
Refuses to know why a page goes where it goes.
"""

from decimal import Decimal
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf, Stream, String

from briefgen import __version__
from briefgen.impose.fields import BROKEN
from briefgen.impose.scheme import Box, Imposition, Sheet
from briefgen.impose.source import MAX_UNPACKED, Leaf, Source, inherited

TICK_WIDTH, FRAME_WIDTH, GREY = 0.25, 0.5, 0.5
DUPLEX = {"short": "/DuplexFlipShortEdge", "long": "/DuplexFlipLongEdge"}


class BadPageError(Exception):
    """A page whose drawing cannot be read; the number counts from 1."""

    def __init__(self, number: int, reason: str) -> None:
        super().__init__(reason)
        self.number = number


def write(source: Source, imposition: Imposition, duplex: str = "") -> bytes:
    """The PDF of imposed sheets. `duplex`, short or long, tells a viewer's print dialogue over which edge to flip.

    Raises BadPageError.
    """
    with Pdf.new() as pdf:
        forms = {}
        for number, leaf in enumerate(source.leaves, 1):
            try:
                forms[number] = _form(pdf, source.pdf, leaf)
            except BROKEN as error:
                raise BadPageError(number, str(error)) from error
        for side in imposition.sides:
            _add(pdf, side, forms)
        _describe(pdf, source.pdf, duplex)
        _keep_meanings(pdf, source.pdf)
        made = BytesIO()
        pdf.save(
            made,
            # a page's colours, blending and layers may need what its version brought
            min_version=max("1.7", source.pdf.pdf_version),
            deterministic_id=True,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
        return made.getvalue()


def _form(pdf: Pdf, source: Pdf, leaf: Leaf) -> Stream:
    """A page as a form XObject (ISO 32000-1, 8.10), upright with its lower left corner at the origin."""
    data, packing = _drawing(leaf.page.obj.get("/Contents"))
    form = Stream(pdf, data)
    for name, value in packing.items():
        form[name] = _copied(pdf, source, value)
    form.Type, form.Subtype = Name.XObject, Name.Form
    form.BBox = Array([_number(value) for value in leaf.box])
    form.Matrix = Array([_number(value) for value in leaf.matrix])
    resources = inherited(leaf.page, "/Resources")
    form.Resources = _copied(pdf, source, resources) if isinstance(resources, Dictionary) else Dictionary()
    group = leaf.page.obj.get("/Group")
    if isinstance(group, Dictionary):
        form.Group = _copied(pdf, source, group)
        form.Group.I = True  # the group of a page is isolated whatever it says (ISO 32000-1, 11.4.7)
    return form


def _copied(pdf: Pdf, source: Pdf, value: pikepdf.Object) -> pikepdf.Object:
    """An object of the source with all that it refers to; what is copied twice is there once."""
    if not isinstance(value, Array | Dictionary | Stream):
        return value
    return pdf.copy_foreign(value if value.is_indirect else source.make_indirect(value))


def _drawing(contents: pikepdf.Object | None) -> tuple[bytes, dict[str, pikepdf.Object]]:
    """A page's instructions, packed as they are when they are one stream, and how they are packed."""
    if contents is None:
        return b"", {}
    if isinstance(contents, Stream):
        entries = {name: contents.get(name) for name in ("/Filter", "/DecodeParms")}
        return contents.read_raw_bytes(), {name: value for name, value in entries.items() if value is not None}
    if not isinstance(contents, Array) or not all(isinstance(part, Stream) for part in contents):
        raise ValueError("its contents are not what the format says")
    parts, size = [], 0
    for part in contents:
        parts.append(part.read_bytes())
        size += len(parts[-1])
        if size > MAX_UNPACKED:
            raise ValueError("its drawing is too large")
    # an instruction may be divided between streams only where white space may stand (ISO 32000-1, table 30)
    return b"\n".join(parts), {}


def _add(pdf: Pdf, side: Sheet, forms: dict[int, Stream]) -> None:
    """One side of a sheet as a page."""
    width, height = side.size.width, side.size.height
    lines = [f"-1 0 0 -1 {_number(width)} {_number(height)} cm"] if side.turned else []
    for placed in side.placed:
        left, bottom, right, top = placed.clip
        clip = " ".join(str(_number(value)) for value in (left, bottom, right - left, top - bottom))
        scale, x, y = (_number(value) for value in (placed.scale, placed.x, placed.y))
        lines.append(f"q {clip} re W n {scale} 0 0 {scale} {x} {y} cm /P{placed.page} Do Q")
    marks = [(f"{left} {bottom} m {right} {top} l S", TICK_WIDTH) for left, bottom, right, top in map(_rounded, side.ticks)]
    for left, bottom, right, top in side.frames:
        box = _rounded((left, bottom, right - left, top - bottom))
        marks.append((" ".join(map(str, box)) + " re S", FRAME_WIDTH))
    lines += [f"q {GREY} G {line} w {path} Q" for path, line in marks]
    page = pdf.add_blank_page(page_size=(width, height))
    page.MediaBox = Array([0, 0, _number(width), _number(height)])
    page.Contents = Stream(pdf, "\n".join(lines).encode())
    xobjects = {f"/P{placed.page}": forms[placed.page] for placed in side.placed}
    page.Resources = Dictionary(XObject=Dictionary(xobjects))


def _rounded(box: Box) -> tuple[Decimal, ...]:
    return tuple(_number(value) for value in box)


def _number(value: float) -> Decimal:
    """A number as PDF writes it, exact to a hundredth of a micrometre and never in powers of ten."""
    return Decimal(f"{value:.6f}".rstrip("0").rstrip(".") if value else 0)


def _describe(pdf: Pdf, source: Pdf, duplex: str) -> None:
    """Title and author as the source has them, and what a viewer needs to print the sheets (ISO 32000-1, table 150)."""
    preferences = Dictionary(PrintScaling=Name("/None"), PickTrayByPDFSize=True)
    if duplex:
        preferences.Duplex = Name(DUPLEX[duplex])
    language = source.Root.get("/Lang")
    if isinstance(language, String):
        pdf.Root.Lang = String(str(language))  # it may be an object of its own, which belongs to the source
    known = {}
    for name in ("/Title", "/Author"):
        value = source.docinfo.get(name)
        if isinstance(value, String) and str(value).strip():
            known[name] = str(value)
    preferences.DisplayDocTitle = "/Title" in known
    pdf.Root.ViewerPreferences = preferences
    producer = f"briefgen {__version__}"
    for name, text in (known | {"/Creator": producer, "/Producer": producer}).items():
        pdf.docinfo[name] = text
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        metadata.load_from_docinfo(pdf.docinfo)


def _keep_meanings(pdf: Pdf, source: Pdf) -> None:
    """What decides, outside its pages, how a document is painted: layers that are off, and what its colours mean.

    An output intent is no claim to a standard; that would be made by the XMP packet.
    """
    layers = source.Root.get("/OCProperties")
    if isinstance(layers, Dictionary):
        pdf.Root.OCProperties = _copied(pdf, source, layers)
    intents = source.Root.get("/OutputIntents")
    if isinstance(intents, Array):
        pdf.Root.OutputIntents = _copied(pdf, source, intents)
