"""The drawings of one file as form XObjects, each once.

Comes: pictures that content has found to be drawings, with the width at which each stands. Goes: forms that fill the unit
square. Promise: vectors stay vectors; what can only be drawn as pixels is as fine as the file's kind asks. Raises
BadImageError for a drawing that cannot be taken over. Refuses to know pages.
"""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

import pikepdf

from briefgen.content.brief import Brief, Picture
from briefgen.content.pages import opened_pdf, shown_box
from briefgen.pdf.art.colours import Inker
from briefgen.pdf.art.fault import ArtFault, Object
from briefgen.pdf.art.graft import Graft, Taken
from briefgen.pdf.art.vector import to_pdf
from briefgen.pdf.images import BadImageError, Images
from briefgen.pdf.objects import Dictionary, Document, Reference, Stream
from briefgen.pdf.office import Office
from briefgen.theme import make_theme

POINTS_PER_INCH = 72

Key = tuple[Path, bool]


class Placed(NamedTuple):
    """A drawing, and the greatest width in points at which it stands."""

    picture: Picture
    width: float


class Drawings:
    """Makes the forms of one file."""

    def __init__(self, document: Document, brief: Brief, office: Office, images: Images) -> None:
        self._document = document
        self._brief = brief
        self._office = office
        self._images = images

    def form(self, placed: Placed, spaces: Mapping[str, object]) -> Reference:
        """The form of one drawing. `spaces`: the colour spaces of the file by name. Raises BadImageError."""
        picture = placed.picture
        try:
            return self._document.add(self._form(placed, spaces))
        except ArtFault as fault:
            raise BadImageError(picture, f"it has {fault}, which cannot be taken over") from fault
        except Exception as error:  # qpdf and pikepdf fail in many ways on bytes that somebody made up
            raise BadImageError(picture, "its drawing is damaged") from error

    def _form(self, placed: Placed, spaces: Mapping[str, object]) -> Stream:
        picture, art = placed.picture, placed.picture.art
        if art is None:
            raise ArtFault("no lines")
        per_px = self._office.most_dpi / POINTS_PER_INCH * placed.width / art.width
        data = art.page or to_pdf(art, self._brief.design, per_px)
        accent = make_theme(self._brief.design).palette.accent if picture.recoloured else None
        with opened_pdf(data) as pdf:
            taken = Taken(self._office, self._image, spaces)
            graft = Graft(pdf, self._document, taken, Inker(self._office, accent), lined=not art.page)
            return graft.form(pdf.pages[0], shown_box(pdf.pages[0]))

    def _image(self, value: Object) -> Reference:
        """An image within a drawing, in the inks of the file; its soft mask stays one."""
        if bool(value.get("/ImageMask", False)):
            keys: dict[str, object] = {"Type": "/XObject", "Subtype": "/Image", "ImageMask": "true", "BitsPerComponent": 1}
            keys |= {"Width": int(value["/Width"]), "Height": int(value["/Height"])}
            return self._document.add(Stream(value.read_bytes(), keys))
        try:
            with pikepdf.PdfImage(value).as_pil_image() as image:  # what masks it is its alpha
                clear = image.mode in {"RGBA", "LA"}
                made = self._images.stream(image.convert(image.mode[:-1]) if clear else image, self._document)
                alpha = image.getchannel("A") if clear else None
            if isinstance(mask := value.get("/SMask"), pikepdf.Stream):  # which may be finer than its image
                with pikepdf.PdfImage(mask).as_pil_image() as image:
                    alpha = image.convert("L")
        except Exception as error:  # as above
            raise ArtFault("a picture that is damaged, or of a kind that is not read") from error
        if alpha is not None:
            keys = {"Type": "/XObject", "Subtype": "/Image", "Width": alpha.width, "Height": alpha.height}
            keys |= {"ColorSpace": "/DeviceGray", "BitsPerComponent": 8}
            made.dictionary["SMask"] = self._document.add(Stream(alpha.tobytes(), keys))
        return self._document.add(made)


def forms(
    document: Document, brief: Brief, office: Office, images: Images, resources: Mapping[str, object]
) -> dict[str, object]:
    """The forms of all drawings that `images` was asked for, by their names. Raises BadImageError."""
    made = Drawings(document, brief, office, images)
    spaces = resources.get("ColorSpace")
    named = dict(spaces.dict) if isinstance(spaces, Dictionary) else {}
    return {label: made.form(Placed(picture, width), named) for label, picture, width in images.drawings()}
