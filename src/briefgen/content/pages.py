"""Pages of PDF that the outline names as drawings.

Comes: the bytes of a PDF of anybody's. Goes: its `Art`, or ImageFault with what keeps it out. Promise: it has one page,
all its fonts are embedded, and nothing in it depends on what a reader switches on or fills in.
"""

import io
import logging
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf

from briefgen.content.brief import Art
from briefgen.content.files import ImageFault
from briefgen.content.remark import Remark

BYTES_MOST = 50_000_000
UNPACKED_MOST = 1 << 28  # bytes of one stream
SIDE_MOST = 14_400.0
BOXES = ("/ArtBox", "/TrimBox", "/CropBox", "/MediaBox")  # what shows, the narrowest first
ANEW = "save it as PDF anew, or as SVG or PNG"
EMBED = "save it with its fonts embedded (as PDF/A; in R by cairo_pdf), or as SVG, or with its words as outlines"
DEEPEST = 20
FORMS_MOST = 500
LIMITS: dict[str, Any] = {
    "flate_max_memory": UNPACKED_MOST,
    "run_length_max_memory": UNPACKED_MOST,
    "png_max_memory": UNPACKED_MOST,
    "tiff_max_memory": UNPACKED_MOST,
    "dct_max_memory": UNPACKED_MOST,
    "parser_max_container_size": 1 << 20,
    "parser_max_nesting": 100,
    "doc_max_warnings": 1000,
}


@contextmanager
def opened_pdf(data: bytes) -> Iterator[pikepdf.Pdf]:
    """A PDF under limits, which are qpdf's own and are put back afterwards. Raises pikepdf's errors."""
    log = logging.getLogger("pikepdf")
    level = log.level
    before: dict[str, Any] = pikepdf.settings.set_qpdf_limits(**LIMITS)
    log.setLevel(logging.CRITICAL)
    try:
        with warnings.catch_warnings(action="ignore"), pikepdf.open(io.BytesIO(data)) as pdf:
            yield pdf
    finally:
        pikepdf.settings.set_qpdf_limits(**before)
        log.setLevel(level)


def read_page(data: bytes) -> tuple[Art, list[Remark]]:
    """The drawing on the one page of a PDF, and what is to be said of it. Raises ImageFault."""
    if len(data) > BYTES_MOST:
        raise ImageFault("content/image-too-large", "has more than 50 MB", "save a smaller copy")
    try:
        with opened_pdf(data) as pdf:
            return _read(pdf, data)
    except pikepdf.PasswordError as error:
        raise ImageFault("content/bad-image", "is protected by a password", "save a copy without one") from error
    except ImageFault:
        raise
    except Exception as error:  # qpdf and pikepdf fail in many ways on bytes that somebody made up
        raise ImageFault("content/bad-image", "is damaged: its page cannot be read", ANEW) from error


def _read(pdf: pikepdf.Pdf, data: bytes) -> tuple[Art, list[Remark]]:
    if len(pdf.pages) != 1:
        said = f"has {len(pdf.pages)} pages, and a drawing has one"
        raise ImageFault("content/bad-image", said, "save the one page that is wanted as a PDF of its own")
    page = pdf.pages[0]
    if "/OCProperties" in pdf.Root:
        raise ImageFault(
            "content/bad-image", "has layers, which a reader can switch on and off", "flatten them, then save it anew"
        )
    box = shown_box(page)
    _check_fonts(page.obj, set(), 0)
    remarks = []
    if len(page.obj.get("/Annots", ())):
        said = "has links, notes or fields, which are left out"
        remarks.append(Remark("content/pdf-left-out", 0, said, "write links into the caption"))
    width, height = box[2] - box[0], box[3] - box[1]
    if int(page.obj.get("/Rotate", 0)) % 180:
        width, height = height, width
    return Art("", width, height, page=data), remarks


def shown_box(page: pikepdf.Page) -> tuple[float, float, float, float]:
    """Left, bottom, right and top of what a page shows. Raises ImageFault."""
    found = next((page.obj[name] for name in BOXES if name in page.obj), None) or page.mediabox
    values = [float(value) for value in found]
    left, right = sorted(values[::2])
    bottom, top = sorted(values[1::2])
    if not (0 < right - left <= SIDE_MOST and 0 < top - bottom <= SIDE_MOST):
        raise ImageFault("content/bad-image", "has a page without a size", ANEW)
    return left, bottom, right, top


def _check_fonts(owner: Any, seen: set[tuple[int, int]], depth: int) -> None:
    """Refuse fonts that are not embedded, or whose letters nobody can read back. Raises ImageFault."""
    if depth > DEEPEST or len(seen) > FORMS_MOST:
        raise ImageFault("content/image-too-large", "has forms within forms without an end", ANEW)
    resources = owner.get("/Resources", {})
    for font in resources.get("/Font", {}).values():
        _check_font(font)
    for kind in ("/XObject", "/Pattern"):
        for each in resources.get(kind, {}).values():
            if each.objgen not in seen and "/Resources" in each:
                seen.add(each.objgen)
                _check_fonts(each, seen, depth + 1)


def _check_font(font: Any) -> None:
    own = font["/DescendantFonts"][0] if "/DescendantFonts" in font else font
    descriptor = own.get("/FontDescriptor", {})
    name = str(font.get("/BaseFont", "/unnamed"))[1:60]
    drawn = str(font.get("/Subtype")) == "/Type3"
    if not drawn and not any(key in descriptor for key in ("/FontFile", "/FontFile2", "/FontFile3")):
        raise ImageFault("content/pdf-font", f"has a font that is not embedded, {name}", EMBED)
    if not drawn and "/ToUnicode" not in font and (own is not font or int(descriptor.get("/Flags", 4)) & 4):
        raise ImageFault("content/pdf-font", f"has a font whose letters cannot be read back, {name}", EMBED)
