"""Image files as image objects.

Comes in: pictures that content has opened and found good. Goes out: image XObjects, each picture once. The promise:
gray stays gray, everything else becomes RGB; the pixels of a JPEG that needs no change are taken over as they are,
without what a camera wrote beside them (a place, a serial number); photographs in newer formats that lose as JPEG does
become JPEG for a screen, and all else is kept without loss. What is transparent is laid on white, as paper is white and
many a printer's workflow flattens transparency badly; only on a tint it gets a soft mask. Refuses to know pages.
"""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING
from zlib import compressobj

import msgspec

from briefgen.content.brief import Picture
from briefgen.content.files import ImageFault
from briefgen.content.images import decode, is_plain_jpeg, orientation
from briefgen.content.png import Rows
from briefgen.geometry import Rect
from briefgen.layout.items import WHOLE
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream
from briefgen.pdf.reduction import SAMPLE, is_line_art, reduced, wanted_size

if TYPE_CHECKING:
    from PIL.Image import Image

STRIP = 1 << 22  # bytes: a decoded picture is compressed in strips of about this size
MOST_EXACT = 1 << 18  # pixels: smaller pictures stay as they are, whatever their format
FINER = 3  # than what a JPEG is brought down to: so fine it is decoded
QUALITY = 95  # of JPEG
DEVICES = {"1": "/DeviceGray", "L": "/DeviceGray", "CMYK": "/DeviceCMYK"}
OPAQUE = {"RGBA": "RGB", "RGBX": "RGB", "P": "RGB", "PA": "RGB", "LA": "L", "I;16": "L", "I;16B": "L"}  # what they become
# EXIF orientations (EXIF 2.32, 4.6.4): those from ON_ITS_SIDE on exchange rows and columns, which FROM_THE_END counts from
# the other side; what sets each upright, by Pillow's name of it
UPRIGHT, ON_ITS_SIDE, FROM_THE_END = 1, 5, frozenset({3, 4, 7, 8})
TURNS = {
    2: "FLIP_LEFT_RIGHT",
    3: "ROTATE_180",
    4: "FLIP_TOP_BOTTOM",
    5: "TRANSPOSE",
    6: "ROTATE_270",
    7: "TRANSVERSE",
    8: "ROTATE_90",
}


class BadImageError(Exception):
    """A picture that could not be read when it was to be embedded, though content had found it good."""

    def __init__(self, picture: Picture, reason: str) -> None:
        super().__init__(reason)
        self.picture = picture


Shades = tuple[tuple[float, float], ...]  # between which heights it is darkened, in shares of what is shown


class View(msgspec.Struct, frozen=True):
    """How a picture is seen: `tinted`, on a ground that shows through it; with `shades` its part `crop`, darkened there.

    `paper`: its white is none of its own, and a tint shows through that too.
    """

    tinted: bool = False
    paper: bool = False
    crop: Rect = WHOLE
    shades: Shades = ()


class _Use:
    """A picture of one file: its name there, how it is seen, and the greatest width at which all of it stands, in points."""

    def __init__(self, label: str, picture: Picture, view: View) -> None:
        self.label = label
        self.picture = picture
        self.tinted, self.crop, self.shades = view.tinted, view.crop, view.shades
        self.paper = view.tinted and view.paper
        self.width = 0.0


class Images:
    """The images of one file, in the order of their first use.

    With `convert`, which makes 1-bit, gray or CMYK pixels of any, all of them are decoded and go through it.
    """

    def __init__(self, convert: "Callable[[Image], Image] | None" = None, most_dpi: int = 0) -> None:
        """`most_dpi`: what has (much) more pixels at the size at which it stands is brought down to this; 0: nothing is."""
        self._convert = convert
        self._most_dpi = most_dpi
        self._uses: dict[tuple[Path, View], _Use] = {}
        self.told: list[str] = []  # what was done to pictures, for who asks
        self._drawn: dict[tuple[Path, bool], tuple[str, Picture, float]] = {}  # drawings: name, picture, greatest width
        self._profiles: dict[bytes, Reference] = {}

    def turned(self, picture: Picture) -> int:
        """How the pixels of a picture lie that are taken over: its EXIF orientation; 1 for all that are set upright."""
        return picture.turned if self._convert is None else UPRIGHT

    def resource(self, picture: Picture, width: float = 0.0, view: View = View()) -> str:  # noqa: B008  it never changes
        """The name under which the page's resources list a picture. `width`: how wide all of it would stand, in points."""
        if picture.art is not None:
            drawn = (picture.path, picture.recoloured)
            label, _, before = self._drawn.get(drawn, (f"D{len(self._drawn) + 1}", picture, 0.0))
            self._drawn[drawn] = (label, picture, max(before, width))
            return label
        use = self._uses.setdefault((picture.path, view), _Use(f"I{len(self._uses) + 1}", picture, view))
        use.width = max(use.width, width)
        return use.label

    def embed(self, document: Document) -> Dictionary:
        """Add all images to the document; returns the XObject part of a resource dictionary. Raises BadImageError."""
        return Dictionary({use.label: document.add(self._read(use, document)) for use in self._uses.values()})

    def drawings(self) -> tuple[tuple[str, Picture, float], ...]:
        """The drawings among the pictures, each with its name and the greatest width at which it stands, in points."""
        return tuple(self._drawn.values())

    def stream(self, image: "Image", document: Document) -> Stream:
        """The image object of pixels that are at hand already."""
        return self._flate(image, UPRIGHT, document)

    def _read(self, use: "_Use", document: Document) -> Stream:
        """The image object of a picture: taken over where a PDF can hold it as it is. Raises BadImageError."""
        picture = use.picture
        plainly = self._convert is None and not use.tinted and not use.shades
        rows = picture.rows if plainly and self._size_for(use) is None else None
        if rows is not None and not rows.profiled:
            return _rows(rows, "/DeviceRGB" if rows.palette or rows.colours == 3 else "/DeviceGray")
        # late: Pillow's formats take 10 ms to import
        from PIL import Image

        from briefgen.content.raster import opened

        try:
            with opened(picture.path) as image:
                if rows is not None:
                    mode = "RGB" if rows.palette or rows.colours == 3 else "L"
                    return _rows(rows, self._space(image, mode, document))
                return self._shaded(use, image, document) if use.shades else self._pixels(use, image, document)
        except ImageFault as fault:
            raise BadImageError(picture, f"it {fault}") from fault
        except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError) as error:
            raise BadImageError(picture, "its pixels are damaged") from error

    def _size_for(self, use: "_Use") -> tuple[int, int] | None:
        """The size in pixels, upright, to which a picture is brought down; None: it stays as it is."""
        picture = use.picture
        return wanted_size((int(picture.width), int(picture.height)), picture.width, use.width, self._most_dpi)

    def _reduced(self, use: "_Use", image: "Image", lies: int) -> "Image":
        """The image with no more pixels than are of use, as it lies; the image itself where it has no more."""
        size = self._size_for(use)
        if size is None:
            return image
        from briefgen.content.raster import opened
        from briefgen.pdf.plain import resizable  # late: few pictures have more

        lying = size[::-1] if lies >= ON_ITS_SIDE else size
        if image.format in {"JPEG", "MPO"}:
            with opened(use.picture.path) as look:
                look.draft(None, (SAMPLE, SAMPLE))
                if is_line_art(look):
                    return image
            # half of it, or less, is decoded where that is still much finer than what is wanted
            image.draft(None, (lying[0] * FINER, lying[1] * FINER))
            solid = image if image.mode in {"L", "RGB", "CMYK"} else resizable(image)
        else:
            solid = resizable(image)
            if is_line_art(solid):
                return image
        self.told.append(
            f"{use.picture.path.name}: brought down from {use.picture.width:.0f} × {use.picture.height:.0f} pixels to "
            f"{size[0]} × {size[1]}, {self._most_dpi} dpi"
        )
        return reduced(solid, lying)

    def _pixels(self, use: "_Use", image: "Image", document: Document) -> Stream:
        """The pixels of an image: those of a JPEG as they are and as they lie, others decoded and upright."""
        from briefgen.content.raster import is_lossy

        picture, lies = use.picture, orientation(image)
        jpeg = self._convert is None and is_plain_jpeg(image) and lies == picture.turned and not use.paper
        lossy = jpeg or is_lossy(picture.path, image)
        fewer = self._reduced(use, image, lies)
        if jpeg:
            keys = _keys(*fewer.size, 8, self._space(fewer, fewer.mode, document))
            if fewer is not image:
                return Stream(_jpeg(fewer, UPRIGHT), keys, "DCT")
            decode(image)  # finds a truncated file
            from briefgen.pdf.jpeg import bare_jpeg  # late: many briefs have no photograph

            return Stream(bare_jpeg(picture.path.read_bytes()), keys, "DCT")
        if self.turned(picture) != UPRIGHT:
            raise BadImageError(picture, "it has changed meanwhile")
        image = fewer
        if use.paper:
            from briefgen.pdf.clearing import white_cleared  # late: few looks have a tint under a logo
            from briefgen.pdf.plain import plain

            return self._masked(white_cleared(plain(image)), lies, document)
        if use.tinted and image.has_transparency_data:
            return self._masked(image, lies, document)
        small = image.width * image.height < MOST_EXACT
        flat = image.mode in {"L", "RGB", "RGBX"} and not image.has_transparency_data
        if self._convert is not None or small or not flat or not lossy:
            return self._flate(image, lies, document)
        mode = OPAQUE.get(image.mode, image.mode)
        keys = _keys(*_size(image, lies), 8, self._space(image, mode, document))
        return Stream(_jpeg(image, lies), keys, "DCT")

    def _shaded(self, use: "_Use", image: "Image", document: Document) -> Stream:
        """The part of a picture that is shown, upright, darkened where white words stand on it."""
        from PIL.Image import Transpose

        from briefgen.pdf.plain import plain  # late, as below
        from briefgen.pdf.scrim import with_scrim  # late: few briefs have a picture with words on it

        lies = orientation(image)
        fewer = self._reduced(use, image, lies)
        solid = plain(fewer)
        solid = solid if solid.mode in {"L", "RGB"} else solid.convert("L")
        upright = solid if lies == UPRIGHT else solid.transpose(Transpose[TURNS[lies]])
        width, height, crop = upright.width, upright.height, use.crop
        corners = (crop.x * width, crop.y * height, crop.right * width, crop.bottom * height)
        left, top, right, bottom = map(round, corners)
        seen = upright.crop((left, top, max(right, left + 1), max(bottom, top + 1)))
        made = with_scrim(seen, use.shades)
        profile = fewer.info.get("icc_profile")
        if profile and fewer.mode == made.mode:
            made.info["icc_profile"] = profile
        if self._convert is not None:
            return self._flate(made, UPRIGHT, document)
        keys = _keys(*made.size, 8, self._space(made, made.mode, document))
        return Stream(_jpeg(made, UPRIGHT), keys, "DCT")

    def _masked(self, image: "Image", lies: int, document: Document) -> Stream:
        """A transparent image with its soft mask (ISO 32000-1, 11.6.5.3)."""
        gray = image.mode in {"1", "L", "LA", "La"}
        solid = image.convert("LA" if gray else "RGBA")
        colours = solid.convert("L" if gray else "RGB")
        colours.info = {key: value for key, value in image.info.items() if key in {"icc_profile", "gamma", "srgb"}}
        made = self._flate(colours, lies, document)
        data = b"".join(strip.tobytes() for strip in _strips(solid.getchannel("A"), lies))
        made.dictionary["SMask"] = document.add(Stream(data, _keys(*_size(image, lies), 8, "/DeviceGray")))
        return made

    def _flate(self, image: "Image", lies: int, document: Document) -> Stream:
        """An image of any kind, decoded, made plain and compressed without loss, strip by strip to save memory."""
        from briefgen.pdf.plain import in_gray, plain  # late: PNGs of the usual kinds are taken over as they are

        squeeze = compressobj()
        data = bytearray()  # which grows where it lies
        mode = ""
        convert = self._convert or plain
        if self._convert is not None and _is_neutral(image):
            convert = in_gray
        for strip in _strips(image, lies):
            ready = convert(strip)
            mode = ready.mode
            data += squeeze.compress(ready.tobytes())
        data += squeeze.flush()
        space = self._space(image, mode, document) if self._convert is None else DEVICES[mode]
        keys = _keys(*_size(image, lies), 1 if mode == "1" else 8, space)
        return Stream(data, keys, packed=True)

    def _space(self, image: "Image", mode: str, document: Document) -> object:
        """The colour space: that of the picture's own ICC profile when it suits these channels, else sRGB or gray."""
        profile = image.info.get("icc_profile") or b""
        channels = 3 if mode == "RGB" else 1
        device = "/DeviceRGB" if mode == "RGB" else "/DeviceGray"
        if mode != OPAQUE.get(image.mode, image.mode) or not _fits(profile, channels):
            return device
        if profile not in self._profiles:
            self._profiles[profile] = document.add(Stream(profile, {"N": channels, "Alternate": device}))
        return Array(["/ICCBased", self._profiles[profile]])


def _rows(rows: Rows, space: object) -> Stream:
    """The packed rows of a PNG, taken over as they are, in a colour space."""
    if rows.palette:
        space = Array(["/Indexed", space, len(rows.palette) // 3 - 1, f"<{rows.palette.hex()}>"])
    keys = _keys(rows.width, rows.height, rows.bits, space)
    layout = {"Predictor": 15, "Colors": rows.colours, "BitsPerComponent": rows.bits, "Columns": rows.width}
    return Stream(rows.data, keys | {"DecodeParms": Dictionary(layout)}, packed=True)


def _keys(width: int, height: int, bits: int, space: object) -> dict[str, object]:
    """The entries that an image has whatever it holds (ISO 32000-1, table 89)."""
    return {
        "Type": "/XObject",
        "Subtype": "/Image",
        "Width": width,
        "Height": height,
        "ColorSpace": space,
        "BitsPerComponent": bits,
    }


def _fits(profile: bytes, channels: int) -> bool:
    """Whether an ICC profile may stand in a PDF/A-2 file for this many channels (ISO 19005-2, 6.2.4.2; ICC.1, 7.2)."""
    if len(profile) < 132 or profile[36:40] != b"acsp" or profile[8] > 4:
        return False
    space, kind = profile[16:20], profile[12:16]
    if space != (b"RGB " if channels == 3 else b"GRAY") or kind not in {b"scnr", b"mntr", b"prtr", b"spac"}:
        return False
    # Little CMS opens a profile only when it is sound.
    from PIL import ImageCms

    try:
        ImageCms.ImageCmsProfile(BytesIO(profile))
    except (ImageCms.PyCMSError, OSError):
        return False
    return True


def _size(image: "Image", lies: int) -> tuple[int, int]:
    """Width and height of an image that is set upright."""
    return (image.height, image.width) if lies >= ON_ITS_SIDE else (image.width, image.height)


def _strips(image: "Image", lies: int = UPRIGHT) -> Iterator["Image"]:
    """The image cut into horizontal strips, each set upright: the whole, turned, would be held twice."""
    from PIL.Image import Transpose

    width, height = _size(image, lies)
    rows = max(1, STRIP // (4 * width))
    for top in range(0, height, rows):
        bottom = min(top + rows, height)
        start, end = (height - bottom, height - top) if lies in FROM_THE_END else (top, bottom)
        strip = image.crop((start, 0, end, width) if lies >= ON_ITS_SIDE else (0, start, width, end))
        yield strip if lies == UPRIGHT else strip.transpose(Transpose[TURNS[lies]])


def _jpeg(image: "Image", lies: int) -> bytes:
    """An image as JPEG, upright, of a quality at which no tone is off by more than an eye can tell.

    Of a photograph of 12 megapixels in 0.6 MB of WebP this makes 3 MB, and 31 without.
    """
    from PIL.Image import Transpose

    from briefgen.pdf.jpeg import bare_jpeg  # late, as in `_pixels`

    upright = image if lies == UPRIGHT else image.transpose(Transpose[TURNS[lies]])
    out = BytesIO()
    upright.save(out, "JPEG", quality=QUALITY, subsampling=0)
    return bare_jpeg(out.getvalue())


def _is_neutral(image: "Image") -> bool:
    """Whether an image in colour has none: a drawing in black, say, that was saved in RGB."""
    from PIL import ImageChops

    from briefgen.pdf.plain import plain  # late, as in `_flate`

    if image.mode not in {"RGB", "RGBA", "RGBX", "P", "PA"}:
        return False
    for strip in _strips(image):
        red, green, blue = plain(strip).convert("RGB").split()
        if ImageChops.difference(red, green).getbbox() or ImageChops.difference(green, blue).getbbox():
            return False
    return True
