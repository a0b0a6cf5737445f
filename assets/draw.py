"""Draws what the two example briefs show: the emblem, and for the Spanish one the circle of militarised policing.

In: the words, colours and widths at the foot of this file. Out: PNG files beside it and in `examples/`. The promise:
a figure placed at its width has 360 dpi and no text below 9 pt. It knows nothing of outlines or pages.

Run it with `python assets/draw.py` after a change; briefgen itself never does.
"""

from pathlib import Path
from typing import NamedTuple

import font_source_sans_pro
from PIL import Image, ImageDraw, ImageFont

HERE = Path(__file__).parent
FINE = 2  # drawn this many times larger and reduced: Pillow does not smooth the edges of shapes
DOTS = 5  # pixels a point in the finished file: 360 dpi; more only takes longer to read
INK = "#1a1a1a"
GREY = "#5f5f5f"

Point = tuple[float, float]


class Circle(NamedTuple):
    """A chain of steps that returns to its start: each step and the return in lines broken by sense."""

    steps: tuple[tuple[str, ...], ...]
    back: tuple[str, ...]
    width: float  # in points, as placed
    accent: str


def face(name: str, size: float) -> ImageFont.FreeTypeFont:
    """Source Sans Pro in one weight, `size` in points on the enlarged drawing."""
    return ImageFont.truetype(font_source_sans_pro.font_files_otf[f"SourceSansPro{name}"], size * DOTS * FINE)


def tint(colour: str, share: float) -> str:
    """`#rrggbb` thinned with white: share 1 is the colour itself."""
    channels = (int(colour[i : i + 2], 16) for i in (1, 3, 5))
    return "#" + "".join(f"{round(255 - share * (255 - c)):02x}" for c in channels)


class Sheet:
    """A drawing measured in points."""

    def __init__(self, width: float, height: float, ground: str, dots: int = DOTS) -> None:
        self.dots = dots
        self._pixels = pixels = dots * FINE
        self.image = Image.new("RGBA", (round(width * pixels), round(height * pixels)), ground)
        self._draw = ImageDraw.Draw(self.image)

    def shape(self, points: list[Point], fill: str) -> None:
        """A filled polygon."""
        self._draw.polygon([(x * self._pixels, y * self._pixels) for x, y in points], fill=fill)

    def bar(self, x: float, y: float, width: float, height: float, fill: str) -> None:
        """A filled rectangle by its top left corner."""
        self.shape([(x, y), (x + width, y), (x + width, y + height), (x, y + height)], fill)

    def words(self, at: Point, text: str, font: ImageFont.FreeTypeFont, fill: str, anchor: str = "ls") -> None:
        """One line of text; `anchor` as in Pillow, by default the left end of the baseline."""
        self._draw.text((at[0] * self._pixels, at[1] * self._pixels), text, font=font, fill=fill, anchor=anchor)

    def save(self, path: Path, colours: int) -> None:
        """Reduce, and write as a PNG with a palette: of so many colours, or of the very colours there are if 0.

        A palette goes into a PDF as it is, where red, green, blue and alpha would be decoded anew in each build.
        """
        size = (self.image.width // FINE, self.image.height // FINE)
        small = self.image.resize(size, Image.Resampling.LANCZOS)
        if colours:
            small = small.convert("RGB").quantize(colours, dither=Image.Dither.NONE)
            # Quantizing leaves the ground a shade off white, which shows as a grey field on white paper.
            small.putpalette([255 if value > 250 else value for value in small.getpalette() or []])
        else:
            small = indexed(small)
        small.save(path, optimize=True, dpi=(self.dots * 72, self.dots * 72))


def indexed(image: Image.Image) -> Image.Image:
    """An RGBA image with a palette instead, transparency in it. ValueError when it has more than 256 colours."""
    data = image.tobytes()
    pixels = [data[at : at + 4] for at in range(0, len(data), 4)]
    places = {colour: index for index, colour in enumerate(sorted(set(pixels)))}
    found = Image.frombytes("P", image.size, bytes([places[pixel] for pixel in pixels]))
    found.putpalette(b"".join(places), "RGBA")
    return found


def draw_circle(circle: Circle, path: Path) -> None:
    """Steps in a row of boxes, an arrow from each to the next, and one below that leads from the last to the first."""
    gap, top, line, pad = 15.0, 0.0, 11.5, 7.0
    box = (circle.width - gap * (len(circle.steps) - 1)) / len(circle.steps)
    high = 27 + line * max(len(step) for step in circle.steps) + 2
    foot = top + high + 18 + 5.5 * (len(circle.back) - 1)
    sheet = Sheet(circle.width, foot + 6 + 5.5 * (len(circle.back) - 1), "#ffffff")
    for index, step in enumerate(circle.steps):
        left = index * (box + gap)
        sheet.bar(left, top, box, high, tint(circle.accent, 0.08))
        sheet.bar(left, top, box, 2, circle.accent)
        sheet.words((left + pad, top + 19), str(index + 1), face("Bold", 13), circle.accent)
        for row, words in enumerate(step):
            font = face("Semibold", 9)
            if font.getlength(words) > (box - 2 * pad + 2) * DOTS * FINE:
                raise ValueError(f"too wide for its box: {words}")
            sheet.words((left + pad, top + 33 + row * line), words, font, INK)
        if index:
            arrow(sheet, (left - gap / 2, top + high / 2), circle.accent)
    back(sheet, circle, box, top + high, foot)
    sheet.save(path, 64)


def arrow(sheet: Sheet, middle: Point, accent: str) -> None:
    """A short arrow to the right, its head as dark as the rules above the boxes so that it survives a photocopier."""
    x, y = middle
    sheet.shape([(x - 3, y - 5.5), (x + 4, y), (x - 3, y + 5.5)], accent)


def back(sheet: Sheet, circle: Circle, box: float, top: float, foot: float) -> None:
    """The way back: down from the last box, along the foot past its words, and up into the first box."""
    start, end, heavy = circle.width - box / 2, box / 2, 1.6
    sheet.bar(start - heavy / 2, top, heavy, foot - top + heavy / 2, circle.accent)
    sheet.bar(end, foot - heavy / 2, start - end, heavy, circle.accent)
    sheet.bar(end - heavy / 2, top + 6, heavy, foot - top - 6 + heavy / 2, circle.accent)
    sheet.shape([(end - 5.5, top + 8.5), (end, top + 1.5), (end + 5.5, top + 8.5)], circle.accent)
    font = face("SemiboldIt", 9)
    width = max(font.getlength(words) for words in circle.back) / DOTS / FINE + 16
    sheet.bar(circle.width / 2 - width / 2, foot - 6, width, 12, "#ffffff")
    for row, words in enumerate(circle.back):
        shift = 11 * (row - (len(circle.back) - 1) / 2)
        sheet.words((circle.width / 2, foot + 3 + shift), words, font, INK, "ms")


def draw_emblem(accent: str, path: Path) -> None:
    """A folded sheet: its front carries an opening quotation mark and lines of text, its back shows behind the fold."""
    sheet = Sheet(152, 186, "#ffffff00", 2)  # a masthead shows it at a fifth of this size
    sheet.shape([(104, 16), (152, 0), (152, 160), (104, 186)], tint(accent, 0.45))
    sheet.bar(0, 16, 104, 170, accent)
    for x in (18, 56):
        quote(sheet, x, 40, 30)
    for y, width in ((112, 68), (132, 68), (152, 42)):
        sheet.bar(18, y, width, 9, "#ffffff")
    sheet.save(path, 0)


def quote(sheet: Sheet, x: float, y: float, size: float) -> None:
    """One half of an opening quotation mark: a square with a slanted tail up to the right."""
    low = y + size * 0.75
    sheet.shape([(x, low), (x + size * 0.55, y), (x + size, y), (x + size * 0.7, low)], "#ffffff")
    sheet.bar(x, y + size * 0.72, size, size, "#ffffff")


RED, BLUE = "#8a1c1c", "#1d4e89"

SPANISH = Circle(
    steps=(
        ("Policías locales y", "estatales débiles", "o corrompidas"),
        ("Los militares", "ocupan el vacío", "que estas dejan"),
        ("Los soldados hacen", "tareas para las que", "no se formaron"),
        ("Se denuncian", "abusos y actos", "extrajudiciales"),
        ("La población, cuya", "ayuda es esencial,", "se aleja"),
    ),
    back=("La transición se estanca: no se reconstruye la policía civil",),
    width=498,
    accent=BLUE,
)

if __name__ == "__main__":
    draw_emblem(RED, HERE / "emblem.png")
    draw_emblem(BLUE, HERE / "examples" / "emblem.png")
    draw_circle(SPANISH, HERE / "examples" / "circulo.png")
