"""Named text styles, page geometry and palette: data only.

Comes from the outline's `design`; goes to layout. Sizes and leadings in points; tracking in 1/1000 em. The baseline
grid is the body's leading: layout rounds every block up to whole rows of it, so neighbouring columns stay in step.
"""

from typing import Literal

import msgspec

from briefgen.content.brief import Design
from briefgen.geometry import BLACK, WHITE, Colour, mm

Align = Literal["justify", "left", "center", "right"]
Weight = Literal["regular", "semibold", "bold"]


class TextStyle(msgspec.Struct, frozen=True, cache_hash=True):
    """How a text is set. `family` is "body" (the serif by default) or "display" (the sans by default)."""

    family: Literal["body", "display"]
    size: float
    leading: float
    weight: Weight = "regular"
    italic: bool = False
    colour: Colour = BLACK
    align: Align = "left"
    hyphenate: bool = False
    balance: bool = False  # ragged lines of even length, broken by sense: titles, headings, quotes
    tracking: float = 0.0
    features: tuple[str, ...] = ()  # OpenType features on top of the default ones: "tnum", "lnum", "smcp", …
    upper: bool = False  # capitals (the text itself stays as written, for the reader)


class Palette(msgspec.Struct, frozen=True):
    """One accent with its tints, and black. `words` is the accent, darkened where it would be too faint for text."""

    accent: Colour
    words: Colour
    tint: Colour  # behind boxes
    line: Colour  # hairlines
    grey: Colour  # secondary text: 7:1 on white at least
    ink: Colour = BLACK
    paper: Colour = WHITE
    series: tuple[Colour, ...] = ()  # of charts; none: made of the accent and of grays

    def mixtures(self) -> dict[Colour, tuple[float, float]]:
        """The colours that are made of the accent: its share in each, and the share of black on top of it."""
        accent = (self.accent.red, self.accent.green, self.accent.blue)
        kept = max(self.words.red, self.words.green, self.words.blue) / (max(accent) or 1)
        tints = {self.accent.tint(share): (share, 0.0) for share in SERIES}
        return tints | {
            self.words: (1.0, 1.0 - kept),
            self.accent: (1.0, 0.0),
            self.line: (LINE, 0.0),
            self.tint: (TINT, 0.0),
        }


class PageShape(msgspec.Struct, frozen=True):
    """The page and its text frame, in points. `inner` and `outer` are the margins, left and right without duplex."""

    name: str
    width: float
    height: float
    inner: float
    outer: float
    top: float
    rows: int  # of the baseline grid
    leading: float
    columns: int
    gutter: float
    indent: float  # how far the text of a one-column page stands in from the frame's left edge
    duplex: bool
    margin: float = 0.0  # the width of the margin column, 0 without one
    margin_gap: float = 0.0  # between it and the text

    @property
    def measure(self) -> float:
        """Width of the whole frame."""
        return self.width - self.inner - self.outer

    def left(self, number: int) -> float:
        """The frame's left edge on page `number`: mirrored on even pages of a duplex brief."""
        return self.outer if self._verso(number) else self.inner

    def text_shift(self, number: int) -> float:
        """How far the text beside a margin column stands from the frame's left edge: the margin is at the outside."""
        return self.margin + self.margin_gap if self.margin and self._verso(number) else 0.0

    def margin_left(self, number: int) -> float:
        """The margin column's left edge on page `number`."""
        return self.left(number) + (0.0 if self._verso(number) else self.measure - self.margin)

    def _verso(self, number: int) -> bool:
        return self.duplex and number % 2 == 0


class Theme(msgspec.Struct, frozen=True):
    """Everything layout needs to know about looks."""

    page: PageShape
    palette: Palette
    styles: dict[str, TextStyle]
    scale: float  # of all type, 1 on A4

    def style(self, name: str) -> TextStyle:
        return self.styles[name]


LEAST_CONTRAST = 4.5
LEAST_SIZE, MOST_SIZE = 9.3, 10.5  # of the body, in points
SMALLEST_SIZE = 8.0  # no small type is made smaller than this
TINT, LINE = 0.08, 0.45  # shares of the accent
SERIES = (0.75, 0.55, 0.3)  # shares of it in the tones of charts
BESIDE = 0.82  # of its size in the text: type in the margin column
MARGIN, MARGIN_GAP = 0.275, 0.05  # shares of the frame: of 170 mm, 47 of margin, 8.5 of gap, 115 of text
PAPERS = {"a4": ("A4", mm(210), mm(297)), "letter": ("US Letter", 612.0, 792.0), "a5": ("A5", mm(148), mm(210))}


def make_theme(design: Design, *, size_factor: float = 1.0, leading_factor: float = 1.0) -> Theme:
    """The theme that a design asks for, its body's size and leading by these factors. KeyError on an unknown paper.

    The body stays between LEAST_SIZE and MOST_SIZE points.
    """
    name, width, height = PAPERS[design.paper]
    small = design.paper == "a5"
    single = design.columns == 1
    size, leading = (9.5, 12.5) if small else (10.5, 14.0) if single else (10.0, 13.0)
    size = min(MOST_SIZE, max(LEAST_SIZE, size * size_factor))
    leading *= leading_factor
    side = mm(16 if small else 20)
    top, foot = (mm(18), mm(18)) if small else (mm(22), mm(22))
    rows = int((height - top - foot) / leading)
    page = PageShape(
        name=name,
        width=width,
        height=height,
        inner=side + (mm(3) if design.duplex and not small else 0),
        outer=side - (mm(2) if design.duplex and not small else 0),
        top=top,
        rows=rows,
        leading=leading,
        columns=design.columns,
        gutter=mm(5.5 if small else 7.5),
        indent=0 if small or not single or design.margin else (width - 2 * side) - 376,
        duplex=design.duplex,
        margin=(width - 2 * side) * MARGIN if design.margin else 0.0,
        margin_gap=(width - 2 * side) * MARGIN_GAP if design.margin else 0.0,
    )
    accent = Colour.from_hex(design.accent)
    tint = accent.tint(TINT)
    palette = Palette(
        accent=accent, words=legible(accent, tint), tint=tint, line=accent.tint(LINE), grey=Colour(0.27, 0.27, 0.27)
    )
    scale = 0.8 if small else 1.0
    styles = _styles(size, leading, scale, palette, justify=design.justify)
    if (size_factor, leading_factor) != (1.0, 1.0):
        styles = {name: _refitted(style, leading, size_factor, leading_factor) for name, style in styles.items()}
    return Theme(page, palette, styles, scale)


def beside_text(theme: Theme) -> Theme:
    """The theme of what stands in a margin column: small type of the display family, ragged, on a grid of its own."""
    page, grid = theme.page, theme.page.leading
    leading = theme.style("closing").leading
    text = msgspec.structs.replace(theme.style("closing"), leading=leading)
    styles = {}
    for name, style in theme.styles.items():
        if style.size <= MOST_SIZE + 1:
            size = min(style.size, max(SMALLEST_SIZE, style.size * BESIDE))
            style = msgspec.structs.replace(style, size=size, leading=leading if style.leading == grid else style.leading)
        elif name in ("quote", "stat_value"):
            lines = round(style.leading * BESIDE / leading * 2) / 2  # half rows: every second line is on the grid
            style = msgspec.structs.replace(style, size=style.size * BESIDE, leading=leading * lines)
        styles[name] = style
    styles.update(dict.fromkeys(("body", "list", "box", "evidence", "rationale"), text))
    rows = int(page.rows * grid / leading)
    return msgspec.structs.replace(theme, page=msgspec.structs.replace(page, leading=leading, rows=rows), styles=styles)


def _refitted(style: TextStyle, grid: float, size_factor: float, leading_factor: float) -> TextStyle:
    """Small type in the proportion that the body has taken; what is set on the grid, and what is large, is as it is."""
    if style.leading == grid or style.size > MOST_SIZE:
        return style
    size = max(style.size * size_factor, min(style.size, SMALLEST_SIZE))
    return msgspec.structs.replace(style, size=size, leading=style.leading * leading_factor)


def legible(colour: Colour, ground: Colour) -> Colour:
    """The colour itself, or the nearest darker one whose contrast with the ground is enough (WCAG 2.2, 1.4.3)."""
    share = 1.0
    found = colour
    while found.contrast(ground) < LEAST_CONTRAST and share > 0:
        share -= 0.01
        found = Colour(colour.red * share, colour.green * share, colour.blue * share)
    return found


def _styles(size: float, leading: float, scale: float, palette: Palette, *, justify: bool) -> dict[str, TextStyle]:
    """All named styles. Display sizes follow `scale`; reading sizes follow the body."""
    accent, grey = palette.words, palette.grey
    half = (scale + 1) / 2  # of what is smaller than a title, and follows the paper less
    body = TextStyle("body", size, leading, align="justify" if justify else "left", hyphenate=True)
    small = TextStyle("display", 8.4, 10.6, hyphenate=False)
    tabular = ("lnum", "tnum")
    return {
        "body": body,
        "list": msgspec.structs.replace(body, align="left"),
        "bullet": TextStyle("display", size, leading, weight="bold", colour=accent, features=tabular),
        "heading1": TextStyle("display", 14.5 * half, 16.5, weight="bold", colour=accent, balance=True),
        "heading2": TextStyle("display", 10.8, leading, weight="bold", balance=True),
        "publisher": TextStyle("display", 11, 13, weight="semibold"),
        "series": TextStyle("display", 9, 12, weight="bold", colour=accent, upper=True, tracking=90, align="right"),
        "issue": TextStyle("display", 9, 12, colour=grey, align="right"),
        "title": TextStyle("body", 31 * scale, 34 * scale, weight="bold", balance=True),
        "subtitle": TextStyle("display", 14 * half, 18, colour=accent, weight="semibold", balance=True),
        "byline": TextStyle("display", 9.4, 13, colour=grey),
        "standfirst": TextStyle("body", 12.6 * half, 17.5, italic=True, hyphenate=False),
        "summary_heading": TextStyle("display", 12, 15, weight="bold", colour=accent, balance=True),
        "summary": TextStyle("display", size - 0.2, leading),
        "quote": TextStyle("body", 15 * half, leading * 1.5, italic=True, colour=accent, balance=True),
        "attribution": TextStyle("display", 8.4, leading, colour=grey),
        "box_heading": TextStyle("display", 11, leading, weight="bold", colour=accent, balance=True),
        "box": TextStyle("display", size - 0.6, leading, hyphenate=True),
        "stat_value": TextStyle(
            "display", 30 * half, 30 * half, weight="bold", colour=accent, features=tabular, balance=True
        ),
        "stat_label": TextStyle("display", 8.8, 11.2, balance=True),
        "caption": small,
        "caption_head": TextStyle("display", 9, 11.4, weight="semibold", balance=True),
        "chart_title": TextStyle("display", 10, 12.4, weight="bold", balance=True),
        "chart_subtitle": TextStyle("display", 8.4, 10.6, colour=grey, balance=True),
        "chart": TextStyle("display", 8, 9.8, features=tabular),
        "chart_strong": TextStyle("display", 8, 9.8, weight="bold", features=tabular),
        "chart_step": TextStyle("display", 9, 11, weight="semibold", balance=True),
        "chart_numeral": TextStyle("display", 13, 15, weight="bold", features=tabular),
        "credit": TextStyle("display", 7.6, 10, colour=grey),
        "table": TextStyle("display", 8.8, 11.4, features=tabular),
        "table_head": TextStyle("display", 8.8, 11.4, weight="bold", features=tabular),
        "label": TextStyle("display", 8.6, leading, weight="bold", colour=accent, upper=True, tracking=70),
        "numeral": TextStyle("display", 27 * half, 29 * half, weight="bold", colour=accent, features=tabular),
        "finding": TextStyle("display", size + 0.4, leading, weight="semibold", balance=True),
        "evidence": body,
        "meta": TextStyle("display", 8.4, leading, colour=grey),
        "action": TextStyle("display", 11.4, leading, weight="semibold", balance=True),
        "rationale": msgspec.structs.replace(body, size=size - 0.3, align="left"),
        "fact_label": TextStyle("display", 8.4, leading, colour=grey),
        "fact": TextStyle("display", 8.8, leading, weight="semibold"),
        "closing_heading": TextStyle("display", 8.8, 10.6, weight="bold", colour=accent),
        "closing": TextStyle("display", 8, 10.6, hyphenate=True),
        "closing_bullet": TextStyle("display", 8, 10.6, weight="semibold", colour=accent, features=tabular),
        "folio": TextStyle("display", 8.4, 11, colour=grey, features=tabular),
        "running_head": TextStyle("display", 8.4, 11, colour=grey),
        "marking": TextStyle("display", 12, 14, weight="bold", align="right"),
    }
