"""Drawings made by the tests: an SVG with all that drawings hold, and pages of PDF as other programs write them."""

import io
from datetime import UTC, datetime
from pathlib import Path

import font_source_sans_pro
import fpdf
from PIL import Image

FACE = Path(str(font_source_sans_pro.__file__)).parent / "files" / "SourceSansPro-Regular.ttf"

DRAWING = """\
<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100">
 <style>.line { fill: none; stroke: #123456; stroke-width: 3 } text { font-family: sans-serif }</style>
 <defs>
  <linearGradient id="g"><stop stop-color="red"/><stop offset=".5" stop-color="#0c0" stop-opacity=".5"/>
   <stop offset="1" stop-color="blue"/></linearGradient>
  <radialGradient id="r"><stop stop-color="white"/><stop offset="1"/></radialGradient>
  <clipPath id="c"><circle cx="50" cy="50" r="30"/></clipPath>
  <pattern id="p" width="10" height="10" patternUnits="userSpaceOnUse"><rect width="5" height="5" fill="#0aa"/></pattern>
  <mask id="m"><rect width="200" height="50" fill="#888"/></mask>
  <symbol id="s" viewBox="0 0 10 10"><path d="M5 0L10 10H0z"/></symbol>
 </defs>
 <rect width="200" height="100" fill="url(#g)"/>
 <rect clip-path="url(#c)" width="90" height="90" fill="url(#r)" opacity="0.5"/>
 <path class="line" d="M0 0L100 100" stroke-dasharray="4 2"/>
 <rect x="150" width="50" height="50" fill="url(#p)"/>
 <g mask="url(#m)" style="mix-blend-mode:multiply"><circle cx="150" cy="50" r="40" fill="#ff0"/></g>
 <use href="#s" x="110" y="60" width="20" height="20" fill="hsl(280 60% 40%)"/>
 <text x="100" y="50" font-size="20" font-weight="bold">Wells</text>
</svg>
"""
LOGO = """\
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24">
 <path d="M12 0a12 12 0 1 0 0 24a12 12 0 0 0 0-24zM4 12h16v2H4z"/>
</svg>
"""


def page(*, embedded: bool = True, pages: int = 1, picture: bool = True) -> bytes:
    """A page of PDF, 200 by 100 points: an area, a line, words, embedded or not, a picture with a soft mask."""
    pdf = fpdf.FPDF(unit="pt", format=(200, 100))
    pdf.set_margin(0)
    pdf.set_creation_date(datetime(2026, 11, 22, tzinfo=UTC))
    if embedded:
        pdf.add_font("Sans", fname=str(FACE))
    for _ in range(pages):
        pdf.add_page()
        pdf.set_fill_color(200, 30, 30)
        pdf.rect(10, 10, 80, 40, style="F")
        pdf.set_draw_color(0, 60, 120)
        pdf.line(10, 60, 190, 90)
        pdf.set_font("Sans" if embedded else "Helvetica", size=14)
        pdf.text(100, 40, "Words in a page")
        if picture:
            image = Image.new("RGBA", (200, 200), (0, 120, 0, 90))
            pdf.image(image, 150, 50, 30, 30)
    made = io.BytesIO()
    pdf.output(made)
    return made.getvalue()
