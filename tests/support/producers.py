"""Clean files by others: five each by twelve producers, as far as these are installed.

Each file is plain and sound: A4, all text within the margins, fonts in the file, pictures at 200 dpi and more. What is true
of it all the same under office rules (no tags, no title, no language) is said beside its producer.
"""

import io
import os
import shutil
import subprocess
import zlib
from collections.abc import Callable
from pathlib import Path

import msgspec
import pikepdf
from PIL import Image

from support.sheet import Sheet, font_program

MM = 72 / 25.4
WORDS = "The committee met in spring and found that rivers carry less water than they did. " * 4
DEJAVU = Path("/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf")
TOPICS = ("words", "table", "picture", "shapes", "pages")
NO_READERS = {"preflight/no-tags", "preflight/no-title", "preflight/no-language"}


class Producer(msgspec.Struct, frozen=True):
    """`make` writes a PDF of a topic for each of TOPICS into a folder; `office` is what is true of it under office rules."""

    name: str
    make: Callable[[Path], None]
    office: frozenset[str] = frozenset()
    programs: tuple[str, ...] = ()

    @property
    def installed(self) -> bool:
        return all(shutil.which(program) for program in self.programs)


def run(folder: Path, *command: str, **environment: str) -> None:
    subprocess.run(
        command,
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=120,
        env={**os.environ, "HOME": str(folder), **environment},
    )


def noise(folder: Path) -> Path:
    """A picture, 6 × 4 cm at 254 dpi."""
    path = folder / "noise.png"
    if not path.exists():
        Image.effect_noise((600, 400), 60).convert("RGB").save(path, dpi=(254, 254))
    return path


# programs that take a language of their own

TYPST = {
    "words": f'= Heading\n{WORDS}\n\n*bold* _slanted_ #link("https://example.org")[a link]\n',
    "table": "#table(columns: 2, table.header([a], [b]), [1], [2], [3], [4])\n",
    "picture": '#figure(image("noise.png", width: 6cm, alt: "Noise"), caption: [Noise])\n',
    "shapes": "#rect(fill: gradient.linear(red, blue), width: 5cm)\n#circle(fill: rgb(255, 0, 0, 50%), stroke: 1pt)\n",
    "pages": f'#set page(numbering: "1")\n= One\n{WORDS}\n#pagebreak()\n= Two\n{WORDS}\n',
}


def typst(folder: Path) -> None:
    import typst as compiler

    noise(folder)
    for topic, text in TYPST.items():
        head = '#set document(title: "A brief")\n#set page(paper: "a4")\n#set text(lang: "en")\n'
        (folder / f"{topic}.typ").write_text(head + text)
        (folder / f"{topic}.pdf").write_bytes(compiler.compile(str(folder / f"{topic}.typ")))


HTML = {
    "words": f'<h1>Heading</h1><p>{WORDS}</p><p><b>bold</b> <i>slanted</i> <a href="https://example.org">a link</a></p>',
    "table": "<table><tr><th>a<th>b</tr><tr><td>1<td>2</tr></table><ul><li>one<li>two</ul>",
    "picture": '<img src="noise.png" alt="Noise" style="width: 6cm">',
    "shapes": '<div style="background: linear-gradient(red, blue); height: 1cm"></div>'
    '<div style="background: #c00; opacity: 0.5; height: 1cm; border: 2px solid black; border-radius: 9px"></div>',
    "pages": f'<h1>One</h1><p>{WORDS}</p><h1 style="break-before: page">Two</h1><p>{WORDS}</p>',
}
HEAD = (
    '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>A brief</title>'
    "<style>@page { size: A4; margin: 2cm } body { font-family: DejaVu Sans }</style></head><body>"
)


def weasyprint(folder: Path) -> None:
    import weasyprint as printer

    noise(folder)
    for topic, text in HTML.items():
        page = printer.HTML(string=f"{HEAD}{text}</body></html>", base_url=f"{folder}/")
        (folder / f"{topic}.pdf").write_bytes(page.write_pdf(pdf_tags=True))


def chromium(folder: Path) -> None:
    noise(folder)
    for topic, text in HTML.items():
        (folder / f"{topic}.html").write_text(f"{HEAD}{text}</body></html>")
        options = ("--headless", "--no-sandbox", "--disable-gpu", f"--user-data-dir={folder}/profile")
        run(folder, "chromium", *options, "--no-pdf-header-footer", f"--print-to-pdf={topic}.pdf", f"{topic}.html")


SPACES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip
WRITER = {
    "words": f'<text:h text:outline-level="1">Heading</text:h><text:p>{WORDS}</text:p>'
    '<text:p><text:a xlink:href="https://example.org">a link</text:a></text:p>',
    "table": "<table:table><table:table-column/><table:table-column/>"
    + 2 * ("<table:table-row>" + 2 * "<table:table-cell><text:p>cell</text:p></table:table-cell>" + "</table:table-row>")
    + "</table:table>",
    "picture": '<text:p><draw:frame svg:width="6cm" svg:height="4cm" text:anchor-type="as-char">'
    '<draw:image xlink:href="noise.png" xlink:type="simple"/><svg:title>Noise</svg:title></draw:frame></text:p>',
    "shapes": '<text:p><draw:rect draw:style-name="half" svg:width="6cm" svg:height="2cm" text:anchor-type="as-char">'
    "<svg:title>A box</svg:title></draw:rect></text:p>",
    "pages": f'<text:h text:outline-level="1">One</text:h><text:p>{WORDS}</text:p>'
    f'<text:h text:outline-level="1" text:style-name="new">Two</text:h><text:p>{WORDS}</text:p>',
}


def libreoffice(folder: Path) -> None:
    noise(folder)
    styles = (
        '<office:styles><style:default-style style:family="paragraph"><style:text-properties fo:language="en" '
        'fo:country="GB" fo:font-family="DejaVu Sans"/></style:default-style></office:styles><office:automatic-styles>'
        '<style:style style:name="new" style:family="paragraph"><style:paragraph-properties fo:break-before="page"/>'
        '</style:style><style:style style:name="half" style:family="graphic"><style:graphic-properties '
        'draw:fill="solid" draw:fill-color="#cc0000" draw:opacity="50%"/></style:style></office:automatic-styles>'
    )
    for topic, text in WRITER.items():
        (folder / f"{topic}.fodt").write_text(
            f'<?xml version="1.0" encoding="UTF-8"?><office:document {SPACES} xmlns:dc="http://purl.org/dc/elements/1.1/" '
            'xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.2" '
            'office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><dc:title>A brief</dc:title>'
            f"</office:meta>{styles}<office:body><office:text>{text}</office:text></office:body></office:document>"
        )
    export = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
    names = [f"{topic}.fodt" for topic in WRITER]
    run(folder, "soffice", "--headless", f"-env:UserInstallation=file://{folder}/office", "--convert-to", export, *names)


LATEX = {
    "words": WORDS + r"\emph{slanted} \textbf{bold} $a^2 + b^2 = c^2$",
    "table": r"\begin{tabular}{ll}a & b \\ \hline 1 & 2 \\\end{tabular}",
    "picture": r"\includegraphics[width=6cm]{noise.png}",
    "shapes": r"\setlength{\unitlength}{1mm}\begin{picture}(60,40)\put(10,10){\circle*{8}}\put(0,0){\line(1,1){30}}"
    r"\end{picture}\rule{3cm}{1mm}",
    "pages": WORDS + r"\newpage " + WORDS,
}


def latex(folder: Path) -> None:
    noise(folder)
    for topic, text in LATEX.items():
        head = r"\documentclass[a4paper]{article}\usepackage{graphicx}\begin{document}"
        (folder / f"{topic}.tex").write_text(f"{head}{text}\\end{{document}}")
        run(folder, "pdflatex", "-interaction=batchmode", f"{topic}.tex")


PLOTS = {
    "words": "plot.new(); text(0.5, 0.5, 'some words')",
    "table": "barplot(c(a=1, b=2, c=3))",
    "picture": "image(matrix(runif(100), 10), col=rainbow(12))",
    "shapes": "plot(1:10, pch=16, col=rgb(1, 0, 0, 0.5), cex=3)",
    "pages": "hist(c(1, 2, 2, 3)); pie(c(a=1, b=2))",
}


def r(folder: Path) -> None:
    size = f"width={210 / 25.4}, height={297 / 25.4}"
    parts = [
        f'cairo_pdf("{topic}.pdf", {size}, onefile=TRUE); par(omi=c(0.5, 0.5, 0.5, 0.5)); {plot}; invisible(dev.off())\n'
        for topic, plot in PLOTS.items()
    ]
    (folder / "plots.R").write_text("".join(parts))
    run(folder, "Rscript", "--vanilla", "plots.R")


SVG = {
    "words": '<text x="30" y="60" font-family="DejaVu Sans" font-size="6">Some words</text>',
    "table": "".join(f'<rect x="{30 + 20 * n}" y="50" width="18" height="8" fill="#eee" stroke="#000"/>' for n in range(4)),
    "picture": '<image x="30" y="50" width="60" height="40" xlink:href="noise.png"/>',
    "shapes": '<defs><linearGradient id="g"><stop stop-color="#f00"/><stop offset="1" stop-color="#00f"/></linearGradient>'
    '</defs><rect x="30" y="50" width="60" height="20" fill="url(#g)"/><circle cx="60" cy="60" r="20" opacity="0.5"/>',
    "pages": '<path d="M30 50 C 60 10 90 90 120 50" fill="none" stroke="#080" stroke-width="1"/>',
}


def cairo(folder: Path) -> None:
    noise(folder)
    for topic, text in SVG.items():
        (folder / f"{topic}.svg").write_text(
            '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" width="210mm" '
            f'height="297mm" viewBox="0 0 210 297">{text}</svg>'
        )
        run(folder, "rsvg-convert", "-f", "pdf", "-o", f"{topic}.pdf", f"{topic}.svg")


POSTSCRIPT = {
    "words": "100 600 moveto (Some words of text) show",
    "table": "0.5 setlinewidth 100 500 moveto 300 500 lineto stroke 100 520 moveto 300 520 lineto stroke",
    "picture": "gsave 100 500 translate 72 72 scale 200 200 8 [200 0 0 -200 0 200] { 200 string } image grestore",
    "shapes": "0.2 setgray 100 500 moveto 200 500 lineto 150 600 lineto closepath fill",
    "pages": "100 600 moveto (One) show showpage /Helvetica findfont 12 scalefont setfont 100 600 moveto (Two) show",
}


def ghostscript(folder: Path) -> None:
    for topic, text in POSTSCRIPT.items():
        (folder / f"{topic}.ps").write_text(
            f"%!PS\n<< /PageSize [595 842] >> setpagedevice\n/Helvetica findfont 12 scalefont setfont\n{text}\nshowpage\n"
        )
        embed = "-dPDFSETTINGS=/prepress"
        run(
            folder,
            "gs",
            "-q",
            "-dBATCH",
            "-dNOPAUSE",
            "-sDEVICE=pdfwrite",
            embed,
            f"-sOutputFile={topic}.pdf",
            f"{topic}.ps",
        )


# libraries


def fpdf2(folder: Path) -> None:
    from fpdf import FPDF

    (folder / "plain.ttf").write_bytes(font_program())
    for topic in TOPICS:
        pdf = FPDF(format="A4")
        pdf.set_title("A brief")
        pdf.set_lang("en-GB")
        pdf.add_font("Plain", fname=folder / "plain.ttf")
        pdf.set_font("Plain", size=12)
        pdf.add_page()
        if topic == "picture":
            pdf.image(noise(folder), w=60)
        elif topic == "shapes":
            pdf.set_fill_color(200, 0, 0)
            with pdf.local_context(fill_opacity=0.5):
                pdf.circle(60, 60, 20, style="F")
        elif topic == "table":
            with pdf.table(first_row_as_headings=False) as table:
                for row in (("a", "b"), ("1", "2")):
                    table.row(row)
        else:
            pdf.multi_cell(0, text=WORDS)
        if topic == "pages":
            pdf.add_page()
            pdf.multi_cell(0, text=WORDS)
        pdf.output(str(folder / f"{topic}.pdf"))


def reportlab(folder: Path) -> None:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont
    from reportlab.pdfgen.canvas import Canvas

    (folder / "plain.ttf").write_bytes(font_program())
    pdfmetrics.registerFont(TTFont("Plain", str(folder / "plain.ttf")))
    for topic in TOPICS:
        canvas = Canvas(str(folder / f"{topic}.pdf"), pagesize=(210 * MM, 297 * MM), lang="en")
        canvas.setTitle("A brief")
        canvas.setFont("Plain", 12)
        canvas.drawString(100, 600, "Some words")
        if topic == "picture":
            canvas.drawImage(str(noise(folder)), 100, 300, 60 * MM, 40 * MM)
        elif topic == "shapes":
            canvas.setFillColorCMYK(0.1, 0.8, 0.5, 0)
            canvas.setFillAlpha(0.5)
            canvas.circle(200, 300, 50, fill=1)
        elif topic == "table":
            canvas.grid([100, 150, 200], [300, 320, 340])
        elif topic == "pages":
            canvas.showPage()
            canvas.setFont("Plain", 12)
            canvas.drawString(100, 600, "Two")
        canvas.save()


def pillow(folder: Path) -> None:
    """Pictures as pages of 297 × 210 mm at 200 dpi."""
    whole = Image.open(noise(folder)).resize((2339, 1654))
    for topic, mode in zip(TOPICS, ("RGB", "L", "CMYK", "1", "P"), strict=True):
        more = [whole.convert("L")] if topic == "pages" else []
        path = folder / f"{topic}.pdf"
        whole.convert(mode).save(path, resolution=200, title="A brief", save_all=True, append_images=more)


def by_pikepdf(folder: Path) -> None:
    for topic in TOPICS:
        sheet = Sheet()
        if topic == "table":
            sheet.paint("0 0 0 0.3 k 100 100 200 20 re 100 140 200 20 re f 0 0 0 1 K 0.5 w 100 130 m 300 130 l S")
        elif topic == "picture":
            image = pikepdf.Stream(sheet.pdf, zlib.compress(bytes(600 * 400 * 4)))
            entries = {"Subtype": "Image", "Width": 600, "Height": 400, "BitsPerComponent": 8}
            for key, value in entries.items():
                image["/" + key] = pikepdf.Name(f"/{value}") if isinstance(value, str) else value
            image.ColorSpace, image.Filter = pikepdf.Name.DeviceCMYK, pikepdf.Name.FlateDecode
            sheet.resources.XObject.Im = image
        elif topic == "shapes":
            sheet.paint("0.2 0.1 0 0 k 100 100 m 200 100 l 150 200 l f 0.5 0 0 0 K 1 w 300 150 m 350 250 400 50 450 150 c S")
        elif topic == "pages":
            sheet.add_page()
        stream = io.BytesIO(sheet.save())
        (folder / f"{topic}.pdf").write_bytes(stream.getvalue())


PRODUCERS = (
    Producer("libreoffice", libreoffice, programs=("soffice",)),
    Producer("cairo", cairo, office=frozenset(NO_READERS), programs=("rsvg-convert",)),
    Producer("chromium", chromium, programs=("chromium",)),
    Producer("typst", typst),
    Producer("weasyprint", weasyprint),
    Producer("latex", latex, office=frozenset(NO_READERS), programs=("pdflatex",)),
    Producer("ghostscript", ghostscript, office=frozenset(NO_READERS - {"preflight/no-title"}), programs=("gs",)),
    Producer("pillow", pillow, office=frozenset(NO_READERS - {"preflight/no-title"})),
    Producer("r", r, office=frozenset(NO_READERS), programs=("Rscript",)),
    Producer("reportlab", reportlab, office=frozenset(NO_READERS - {"preflight/no-title", "preflight/no-language"})),
    Producer("fpdf2", fpdf2, office=frozenset(NO_READERS - {"preflight/no-title", "preflight/no-language"})),
    Producer("pikepdf", by_pikepdf),
)
