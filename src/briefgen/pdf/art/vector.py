"""SVG as a page of PDF, by svg2pdf.

Comes: a drawing that content has made harmless, the files of the brief's faces, and how fine pixels are to be. Goes: a
PDF of one page. Promise: whatever a drawing does to the library, the answer is bytes or an ArtFault. Refuses to know
inks.
"""

from collections.abc import Iterable
from pathlib import Path
from xml.sax.saxutils import escape

from briefgen.content.brief import BODY_FAMILY, DISPLAY_FAMILY, Art, Design, Typeface
from briefgen.pdf.art.fault import ArtFault
from briefgen.typeset.fonts import DEFAULTS, default_folder

PIXELS_MOST = 20_000_000  # of what is drawn as pixels
STYLES = ("Regular", "It", "Bold", "BoldIt")


def to_pdf(drawing: Art, design: Design, per_px: float) -> bytes:
    """The PDF of a drawing. `per_px`: pixels for each px of it, where it holds what can only be drawn so."""
    from svg2pdf_py import ConversionOptions, FontDatabase, svg_to_pdf  # late: few briefs have a drawing

    text, database = drawing.text, FontDatabase()
    for mark, family, typeface in ((BODY_FAMILY, "body", design.body), (DISPLAY_FAMILY, "display", design.display)):
        if drawing.words and mark in text:
            files = [str(path) for path in _files(family, typeface)]
            for file in files:
                database.load_font_file(file)
            text = text.replace(mark, escape(_name(files[0]), {'"': "&quot;", "'": "&apos;"}))
    scale = min(per_px, (PIXELS_MOST / (drawing.width * drawing.height)) ** 0.5)
    try:
        return bytes(svg_to_pdf(text, database, ConversionOptions(compress=False, raster_scale=max(scale, 0.1))))
    except (KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:  # a panic of the library is no Exception
        raise ArtFault("something that cannot be drawn") from error


def _files(family: str, typeface: Typeface | None) -> Iterable[Path]:
    if typeface is not None:
        return [path for path in (typeface.regular, typeface.italic, typeface.bold, typeface.bold_italic) if path]
    folder = default_folder(family)
    return [folder / f"{DEFAULTS[family][1]}-{style}.otf" for style in STYLES]


def _name(file: str) -> str:
    """The name of a file's family, as the library knows it."""
    import uharfbuzz as hb

    face = hb.Face(hb.Blob.from_file_path(file))
    for number in (16, 1):  # the typographic family, or the one that has four styles at most (OpenType, name)
        found = face.get_name(number)
        if found:
            return str(found)
    raise ArtFault("words, and the face for them has no name")
