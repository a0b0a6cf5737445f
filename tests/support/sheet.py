"""A clean one-page PDF/X-4 file, written by hand in pikepdf, that tests break in one way each."""

import io
import zlib
from functools import cache
from typing import Any

import pikepdf
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from pikepdf import Array, Dictionary, Name, Stream, String

MM = 72 / 25.4
EDGE, BLEED = 10 * MM, 3 * MM  # from the edge of the medium to the trim; of bleed
WIDTH, HEIGHT = 210 * MM, 297 * MM
LEFT, BOTTOM, RIGHT, TOP = EDGE, EDGE, EDGE + WIDTH, EDGE + HEIGHT  # the trim, in the page's own coordinates

XMP = """<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"
 xmlns:xmpMM="http://ns.adobe.com/xap/1.0/mm/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfxid="http://www.npes.org/pdfx/ns/id/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" pdfxid:GTS_PDFXVersion="PDF/X-4" pdf:Trapped="False"
 xmp:CreateDate="2026-11-22T00:00:00Z" xmp:ModifyDate="2026-11-22T00:00:00Z" xmp:MetadataDate="2026-11-22T00:00:00Z"
 xmpMM:DocumentID="uuid:1" xmpMM:VersionID="1" xmpMM:RenditionClass="default">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">A clean sheet</rdf:li></rdf:Alt></dc:title><!-- more -->
</rdf:Description></rdf:RDF></x:xmpmeta><?xpacket end="w"?>"""

CONTENT = """/GS gs
/Artifact BMC
0.2 0 0 0 k {bleed_left} {band} {bleed_width} 60 re f
0 0 0 0.5 K 0.5 w 80 500 m 300 500 l S
/All CS 1 SCN 0.25 w {left} 0 m {left} 15 l S
EMC
/P <</MCID 0>> BDC 0 0 0 1 k BT /F 10 Tf 100 600 Td (Text in black) Tj ET EMC
/Figure <</MCID 1>> BDC q 72 0 0 72 100 300 cm /Im Do Q EMC
"""


def profile(kind: bytes = b"prtr", space: bytes = b"CMYK") -> bytes:
    """An ICC profile's header, which is all that is looked at."""
    return bytes(12) + kind + space + b"Lab " + bytes(12) + b"acsp" + bytes(88)


@cache
def font_program() -> bytes:
    """A font of half an em, whatever the character."""
    builder = FontBuilder(1000, isTTF=True)
    pen = TTGlyphPen(None)
    pen.moveTo((0, 0))
    pen.lineTo((0, 700))
    pen.lineTo((500, 700))
    pen.closePath()
    glyph = pen.glyph()
    names = {code: f"u{code:04X}" for code in range(0x20, 0x7F)}
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    builder.setupGlyf(dict.fromkeys((".notdef", *names.values()), glyph))
    builder.setupHorizontalMetrics(dict.fromkeys((".notdef", *names.values()), (500, 0)))
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Plain", "styleName": "Regular"})
    builder.setupOS2()
    builder.setupPost()
    stream = io.BytesIO()
    builder.save(stream)
    return stream.getvalue()


class Sheet:
    """The clean file. What a test changes, it changes in `pdf`, `page`, `resources`, `content` and `xmp`."""

    def __init__(self) -> None:
        self.pdf = pikepdf.new()
        self.xmp = XMP
        self.content = CONTENT.format(
            left=LEFT, bleed_left=LEFT - BLEED, bleed_width=WIDTH + 2 * BLEED, band=TOP + BLEED - 60
        )
        self.header = "1.6"
        self.resources = Dictionary(
            Font=Dictionary(F=self.pdf.make_indirect(self.font())),
            ExtGState=Dictionary(GS=Dictionary(Type=Name.ExtGState, OP=True, op=True, OPM=1)),
            ColorSpace=Dictionary(All=self.spot("All")),
            XObject=Dictionary(Im=self.image(300, 300, Name.DeviceCMYK, bytes((40, 20, 0, 10)))),
        )
        self.page = self.add_page()
        self._root()

    def add_page(self, width: float = WIDTH, height: float = HEIGHT) -> Any:
        """A page of some trimmed size, with the sheet's resources and content."""
        boxes = {
            "MediaBox": Array([0, 0, width + 2 * EDGE, height + 2 * EDGE]),
            "TrimBox": Array([EDGE, EDGE, width + EDGE, height + EDGE]),
            "BleedBox": Array([EDGE - BLEED, EDGE - BLEED, width + EDGE + BLEED, height + EDGE + BLEED]),
        }
        leaf = Dictionary(Type=Name.Page, Resources=self.resources)
        for key, box in boxes.items():
            leaf["/" + key] = box
        self.pdf.pages.append(pikepdf.Page(self.pdf.make_indirect(leaf)))
        return self.pdf.pages[-1].obj

    def _root(self) -> None:
        root, make = self.pdf.Root, self.pdf.make_indirect
        self.intent = Dictionary(
            Type=Name.OutputIntent, S=Name.GTS_PDFX, OutputConditionIdentifier=String("TEST"), Info=String("Test")
        )
        self.intent.DestOutputProfile = Stream(self.pdf, profile(), N=4)
        root.OutputIntents = Array([self.intent])
        root.Lang = String("en")
        root.MarkInfo = Dictionary(Marked=True)
        root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
        tree = make(Dictionary(Type=Name.StructTreeRoot))
        self.paragraph = make(Dictionary(S=Name.P, P=tree, Pg=self.page, K=0))
        self.figure = make(Dictionary(S=Name.Figure, P=tree, Pg=self.page, K=1, Alt=String("A tint")))
        tree.K = Array([self.paragraph, self.figure])
        root.StructTreeRoot = tree
        self.pdf.docinfo.Trapped = Name("/False")
        self.pdf.docinfo.Title = String("A clean sheet")

    def font(self, **entries: Any) -> Any:
        """A simple font whose glyphs are half an em wide."""
        descriptor = Dictionary(
            Type=Name.FontDescriptor, FontName=Name.Plain, Flags=32, FontBBox=Array([0, -200, 500, 800]), ItalicAngle=0,
            Ascent=800, Descent=-200, CapHeight=700, StemV=80, FontFile2=Stream(self.pdf, font_program()),
        )  # fmt: skip
        return Dictionary(
            {
                "/Type": Name.Font, "/Subtype": Name.TrueType, "/BaseFont": Name.Plain, "/FirstChar": 32, "/LastChar": 126,
                "/Widths": Array([500] * 95), "/Encoding": Name.WinAnsiEncoding, "/FontDescriptor": descriptor,
                **{"/" + key: value for key, value in entries.items()},
            }
        )  # fmt: skip

    def image(self, columns: int, rows: int, space: Any, pixel: bytes, bits: int = 8, **entries: Any) -> Any:
        """An image of one colour."""
        data = pixel * (columns * rows) if bits == 8 else pixel * ((columns + 7) // 8 * rows)
        stream = Stream(self.pdf, b"")
        stream.write(zlib.compress(data), filter=Name.FlateDecode)
        said = {"Type": Name.XObject, "Subtype": Name.Image, "Width": columns, "Height": rows, "BitsPerComponent": bits}
        for key, value in {**said, "ColorSpace": space, **entries}.items():
            stream["/" + key] = value
        return stream

    def spot(self, name: str, cmyk: tuple[float, ...] = (0, 1, 1, 0)) -> Any:
        """A spot colour."""
        tint = Dictionary(FunctionType=2, Domain=Array([0, 1]), C0=Array([0] * 4), C1=Array(cmyk), N=1)
        return Array([Name.Separation, Name("/" + name), Name.DeviceCMYK, tint])

    def form(self, content: str, **entries: Any) -> Any:
        """A form that paints some content."""
        said = {"Type": Name.XObject, "Subtype": Name.Form, "BBox": Array([0, 0, 1000, 1000]), "Resources": self.resources}
        stream = Stream(self.pdf, content.encode("latin-1"))
        for key, value in {**said, **entries}.items():
            stream["/" + key] = value
        return stream

    def paint(self, content: str) -> None:
        """Paint something more, as an artifact."""
        self.content += f"/Artifact BMC q {content} Q EMC\n"

    def claim(self, properties: str) -> None:
        """Say something more in the metadata, as attributes such as `pdfuaid:part="1"`."""
        self.xmp = self.xmp.replace(' pdf:Trapped="False"', f' pdf:Trapped="False" {properties}')

    def drop_claim(self) -> None:
        """Claim no PDF/X."""
        self.xmp = self.xmp.replace(' pdfxid:GTS_PDFXVersion="PDF/X-4"', "")

    def save(self, **options: Any) -> bytes:
        """The file. Every page that has no content of its own gets the sheet's."""
        for page in self.pdf.pages:
            if "/Contents" not in page.obj:
                page.obj.Contents = Stream(self.pdf, self.content.encode("latin-1"))
        if "/Metadata" not in self.pdf.Root:
            self.pdf.Root.Metadata = Stream(self.pdf, self.xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
        stream = io.BytesIO()
        self.pdf.save(stream, force_version=self.header, fix_metadata_version=False, **options)
        return stream.getvalue()
