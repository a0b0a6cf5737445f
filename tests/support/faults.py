"""Parts of a sheet that tests break or keep whole: names in other codings, images, layers, masks, functions."""

import io
from collections.abc import Callable
from typing import Any

import PIL.Image
from pikepdf import Array, Dictionary, Name, ObjectStreamMode, Stream, StreamDecodeLevel, String

from briefgen.preflight.judge import preflight
from briefgen.preflight.rules import SETS
from support.sheet import BOTTOM, LEFT, RIGHT, TOP, Sheet

Break = Callable[[Sheet], None]
NAME = "Zzzz"  # stands in a sheet for a name that pikepdf cannot write; it has the length of all of these
CODED = {"latin-1": "Bürö".encode("latin-1"), "gbk": "宋体".encode("gbk"), "shift-jis": "明朝".encode("shift-jis")}

# eight crop marks
MARKS = (
    f"{LEFT} 0 m {LEFT} 15 l {RIGHT} 0 m {RIGHT} 15 l 0 {BOTTOM} m 15 {BOTTOM} l 0 {TOP} m 15 {TOP} l "
    f"{LEFT} {TOP + 12} m {LEFT} {TOP + 27} l {RIGHT} {TOP + 12} m {RIGHT} {TOP + 27} l "
)


def codes(sheet: Sheet, rules: str = "press", *, notes: bool = False) -> set[str]:
    """The codes of all that is found; of notes only if they are asked for."""
    found = preflight(sheet.save(), SETS[rules])
    return {finding.code for finding in found if notes or finding.severity != "note"}


def renamed(sheet: Sheet, coding: str) -> bytes:
    """The file of a sheet with the name in another coding than UTF-8."""
    data = sheet.save(
        compress_streams=False, object_stream_mode=ObjectStreamMode.disable, stream_decode_level=StreamDecodeLevel.all
    )
    assert NAME.encode() in data
    return data.replace(NAME.encode(), CODED[coding])


def jpeg(sheet: Sheet, pixel: tuple[int, ...], parameters: Any = None, marked: bool = True) -> Any:
    """A CMYK image kept as JPEG; the ink is that of `pixel`. `marked`: it says itself how its colours are kept."""
    data = io.BytesIO()
    PIL.Image.new("CMYK", (300, 300), pixel).save(data, "JPEG", quality=95)
    raw = data.getvalue()
    at = raw.find(b"\xff\xee")
    if not marked and at >= 0:
        raw = raw[:at] + raw[at + 2 + int.from_bytes(raw[at + 2 : at + 4], "big") :]
    image = Stream(sheet.pdf, b"")
    image.write(raw, filter=Name.DCTDecode, decode_parms=parameters)
    said = {"Subtype": Name.Image, "Width": 300, "Height": 300, "BitsPerComponent": 8, "ColorSpace": Name.DeviceCMYK}
    for key, value in said.items():
        image["/" + key] = value
    if at >= 0:  # Pillow keeps inks turned over, as Adobe's programs do
        image.Decode = Array([1, 0] * 4)
    return image


def layer(sheet: Sheet, **state: Any) -> Any:
    """A layer; `state` is the default configuration's, with the layer for `True`."""
    made = sheet.pdf.make_indirect(Dictionary(Type=Name.OCG, Name=String("Notes")))
    settings = {"/" + key: Array([made]) if value is True else value for key, value in state.items()}
    sheet.pdf.Root.OCProperties = Dictionary(OCGs=Array([made]), D=Dictionary(settings))
    sheet.resources.Properties = Dictionary(Layer=made)
    return made


def stamp(sheet: Sheet, content: str, flags: int = 4, **entries: Any) -> Any:
    """An annotation that shows some content, 100 points wide and high."""
    form = sheet.form(content, BBox=Array([0, 0, 100, 100]))
    note = Dictionary(
        Type=Name.Annot, Subtype=Name.Stamp, Rect=Array([200, 300, 300, 400]), F=flags, AP=Dictionary(N=form), **entries
    )
    sheet.page.Annots = Array([sheet.pdf.make_indirect(note)])
    return note


def masked(sheet: Sheet, content: str, kind: Any = Name.Luminosity, space: Any = Name.DeviceGray) -> None:
    """An area seen through a soft mask of some content."""
    group = sheet.form(content, Group=Dictionary(S=Name.Transparency, CS=space))
    sheet.resources.ExtGState.Masked = Dictionary(SMask=Dictionary(S=kind, G=group))
    sheet.paint("/Masked gs 0.2 0 0 0 k 100 100 50 50 re f")


def exponential(start: tuple[float, ...], end: tuple[float, ...]) -> Any:
    return Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array(start), C1=Array(end), N=1)


def sampled(sheet: Sheet, rows: list[tuple[float, ...]]) -> Any:
    """A function by a table of results between 0 and 1."""
    function = Stream(sheet.pdf, bytes(round(255 * value) for row in rows for value in row))
    said = {"FunctionType": 0, "Size": Array([len(rows)]), "BitsPerSample": 8, "Domain": Array([0, 1])}
    for key, value in {**said, "Range": Array([0, 1] * len(rows[0]))}.items():
        function["/" + key] = value
    return function


def calculated(sheet: Sheet, program: str, inputs: int = 1, results: int = 4) -> Any:
    """A function by a program."""
    function = Stream(sheet.pdf, program.encode())
    said = {"FunctionType": 4, "Domain": Array([0, 1] * inputs), "Range": Array([0, 1] * results)}
    for key, value in said.items():
        function["/" + key] = value
    return function


def shade(sheet: Sheet, **entries: Any) -> None:
    """Paint a shading in CMYK."""
    shading = Dictionary({"/ColorSpace": Name.DeviceCMYK, **{"/" + key: value for key, value in entries.items()}})
    sheet.resources.Shading = Dictionary(Fade=shading)
    sheet.paint("q 100 100 50 50 re W n /Fade sh Q")


def mesh(sheet: Sheet, kind: int, data: bytes) -> None:
    """Paint a mesh of 8 bits for everything, in CMYK."""
    shading = Stream(sheet.pdf, data)
    said = {"ShadingType": kind, "BitsPerCoordinate": 8, "BitsPerComponent": 8, "BitsPerFlag": 8, "VerticesPerRow": 2}
    for key, value in said.items():
        shading["/" + key] = value
    shading.ColorSpace, shading.Decode = Name.DeviceCMYK, Array([0, 100, 0, 100, *[0, 1] * 4])
    sheet.resources.Shading = Dictionary(Fade=shading)
    sheet.paint("q 100 100 50 50 re W n /Fade sh Q")


def conflict(sheet: Sheet, first: Any, second: Any) -> None:
    """Paint one spot colour in two spaces."""
    sheet.resources.ColorSpace.One, sheet.resources.ColorSpace.Two = first, second
    count = len(second[1]) if isinstance(second[1], Array) else 1
    sheet.paint(f"/One cs 1 scn 100 100 50 50 re f /Two cs 0.5 {'0 ' * (count - 1)} scn 200 100 50 50 re f")
