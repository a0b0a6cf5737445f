"""Named text styles, page geometry and palette: a look made out for one brief.

Comes from the outline's `design` and its look; goes to layout. Sizes and leadings in points; tracking in 1/1000 em. The
baseline grid is the body's leading: layout rounds every block up to whole rows of it, so neighbouring columns stay in step.
"""

from typing import Literal

import msgspec

from briefgen.content.brief import Design
from briefgen.geometry import BLACK, WHITE, Colour, mm
from briefgen.looks.look import Look
from briefgen.looks.tokens import Style

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
    spare: bool = False  # of these a line more than needed, where that makes more sense: quotes
    tracking: float = 0.0
    features: tuple[str, ...] = ()  # OpenType features on top of the default ones: "tnum", "lnum", "smcp", …
    upper: bool = False  # capitals (the text itself stays as written, for the reader)


class Palette(msgspec.Struct, frozen=True):
    """One accent with its tints, and black. `words` is the accent, darkened where it would be too faint for text."""

    accent: Colour
    words: Colour
    tint: Colour  # behind boxes
    line: Colour  # fine rules
    grey: Colour  # secondary text: 7:1 on white at least
    hairline: Colour = Colour(0.6, 0.6, 0.6)  # fine rules without colour: between the rows of tables
    ink: Colour = BLACK
    paper: Colour = WHITE
    second: Colour = BLACK
    second_words: Colour = BLACK
    second_tint: Colour = WHITE
    second_share: float = 0.0  # of the second colour in its tint
    series: tuple[Colour, ...] = ()  # of charts; none: made of the accent and of grays
    tint_share: float = 0.0  # of the accent in the tint
    paper_share: float = 0.0  # of it in the ground of pages
    line_share: float = 0.0  # of it in hairlines
    series_shares: tuple[float, ...] = ()  # of it in the tones of charts
    ring_shares: tuple[float, ...] = ()  # of it in those of a cover
    ring_shades: tuple[float, ...] = ()  # of black on top of it, or of `words`, in those of a band

    def tone(self, name: str) -> Colour:
        """The colour that a look calls by one of the names in `looks.units.TONES`."""
        colour: Colour = getattr(self, name)
        return colour

    def words_in(self, name: str) -> Colour:
        """The same for words: of the accent, what is dark enough."""
        return self.words if name == "accent" else self.second_words if name == "second" else self.tone(name)

    @property
    def white(self) -> Colour:
        return WHITE

    def mixtures(self) -> dict[Colour, tuple[float, float]]:
        """The colours that are made of the accent: its share in each, and the share of black on top of it."""
        accent = (self.accent.red, self.accent.green, self.accent.blue)
        kept = max(self.words.red, self.words.green, self.words.blue) / (max(accent) or 1)
        tints = {self.accent.tint(share): (share, 0.0) for share in (*self.series_shares, *self.ring_shares)}
        if self.paper_share:
            tints[self.paper] = (self.paper_share, 0.0)
        for colour, share in ((self.accent, 1.0), (self.words, kept)):
            tints |= {colour.shade(black): (1.0, 1.0 - share * (1.0 - black)) for black in self.ring_shades}
        return tints | {
            self.words: (1.0, 1.0 - kept),
            self.accent: (1.0, 0.0),
            self.line: (self.line_share, 0.0),
            self.tint: (self.tint_share, 0.0),
        }

    def second_mixtures(self) -> dict[Colour, tuple[float, float]]:
        """The same of those that are made of the second colour."""
        screen = max(self.second.red, self.second.green, self.second.blue) or 1
        kept = max(self.second_words.red, self.second_words.green, self.second_words.blue) / screen
        return {
            self.second_tint: (self.second_share, 0.0),
            self.second_words: (1.0, 1.0 - kept),
            self.second: (1.0, 0.0),
        }

    def tints(self) -> dict[Colour, Colour]:
        """The tints of the accent and of the second colour, each with the colour that it is a tint of."""
        thinned = [self.accent.tint(share) for share in (*self.series_shares, *self.ring_shares)] + [
            self.line,
            self.tint,
            self.paper,
        ]
        made = {self.second_tint: self.second} | dict.fromkeys(thinned, self.accent)
        return {tint: colour for tint, colour in made.items() if tint not in (colour, WHITE)}


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
    look: Look

    def style(self, name: str) -> TextStyle:
        return self.styles[name]


LEAST_CONTRAST = 4.5
LEAST_SIZE, MOST_SIZE = 9.5, 10.5  # of the body, in points
MOST_LEADING = 1.45  # of the body's size, where lines are set farther apart to fill pages
LEAST_BESIDE = 9.0  # of what follows it and is smaller, such as boxes, where it is made smaller to fit
SMALLEST_SIZE = 8.0  # no small type is made smaller than this
SMALL = 0.8  # of what is large on A4, what stays of it on A5
PAPERS = {"a4": ("A4", mm(210), mm(297)), "letter": ("US Letter", 612.0, 792.0), "a5": ("A5", mm(148), mm(210))}


def make_theme(design: Design, *, size_factor: float = 1.0, leading_factor: float = 1.0, narrower: float = 0.0) -> Theme:
    """The theme that a design asks for, its body's size and leading by these factors. KeyError on an unknown paper.

    Its margins are `narrower` by so many millimetres, but for those of A5, which are narrow. The width of a single column
    goes with the size of the body.
    The body stays between LEAST_SIZE and MOST_SIZE points, unless its look or its density asks for another size.
    """
    look = design.look
    text = look.text
    dense = _density(design)
    size, leading = text.size, text.leading
    if design.paper == "a5":
        size, leading = text.small_size, text.small_leading
    elif design.columns == 1:
        size, leading = text.single_size, text.single_leading
    usual = size * dense.size
    size = min(max(MOST_SIZE, usual), max(min(LEAST_SIZE, usual), usual * size_factor))
    if leading_factor > 1.0:  # no further than lines still read on from each other
        leading_factor = max(1.0, min(leading_factor, MOST_LEADING * size / (leading * dense.leading)))
    size_factor, leading_factor = size_factor * dense.size, leading_factor * dense.leading * design.script_leading
    leading *= leading_factor
    palette = make_palette(design)
    scale = SMALL if design.paper == "a5" else 1.0
    body = size, leading, max(0.0, usual - size), scale
    styles = {name: _text_style(style, body, palette, design) for name, style in look.styles.items()}
    if (size_factor, leading_factor) != (1.0, 1.0):
        most = max(MOST_SIZE, size)
        factors = size_factor, leading_factor
        styles = {name: _refitted(style, leading, factors, most, design.script_leading) for name, style in styles.items()}
    single = look.sheet.single * size / text.single_size
    wider = dense.margins - (mm(narrower) if scale == 1.0 else 0.0)
    return Theme(_page_shape(design, leading, wider, single), palette, styles, scale, look)


class _Density(msgspec.Struct, frozen=True):
    """What a density does: factors of the body’s size and leading, and how much wider margins are, in points."""

    size: float = 1.0
    leading: float = 1.0
    margins: float = 0.0


def _density(design: Design) -> _Density:
    record = design.look.densities
    if design.density == "airy":
        return _Density(record.airy_size, record.airy_leading, mm(record.airy_margins))
    if design.density == "dense":
        return _Density(record.dense_size, record.dense_leading, -mm(record.dense_margins))
    return _Density()


def make_palette(design: Design) -> Palette:
    """The colours of a design: its accent, and what its look makes of it."""
    colours = design.look.colours
    accent = Colour.from_hex(design.accent)
    tint, paper = accent.tint(colours.tint), accent.tint(colours.paper)
    second = _second(design, accent)
    second_tint = second.tint(colours.second_tint)
    darkest = min((tint, paper), key=lambda ground: ground.luminance)
    return Palette(
        accent=accent,
        words=legible(accent, darkest),
        tint=tint,
        paper=paper,
        second=second,
        second_words=legible(second, min((darkest, second_tint), key=lambda ground: ground.luminance)),
        second_tint=second_tint,
        second_share=colours.second_tint,
        line=accent.tint(colours.line),
        grey=Colour(colours.grey, colours.grey, colours.grey),
        hairline=Colour(colours.hairline, colours.hairline, colours.hairline),
        tint_share=colours.tint,
        paper_share=colours.paper,
        line_share=colours.line,
        series_shares=colours.series,
        ring_shares=design.look.cover.ring_tones,
        ring_shades=design.look.cover.ring_shades,
    )


def _second(design: Design, accent: Colour) -> Colour:
    """The second colour: the outline's, or the look's, or else the accent.

    A look chooses its second colour beside its own accent. Beside another one it may clash, or be nearly the same, which
    looks like a mistake: the second is then what goes with that accent, in each look the same.
    """
    look = design.look.colours
    named = design.secondary or look.second
    second = Colour.from_hex(named) if named else accent
    if design.secondary or not named or design.accent == look.accent:
        return second
    from briefgen.harmony import beside  # late: most briefs have the colours of their look, or name both

    return beside(accent, second if design.look.own_second else None)


def _page_shape(design: Design, leading: float, wider: float, text: float) -> PageShape:
    """The page and its frame, whose rows are `leading` points high and whose margins are so much `wider`.

    `text` is how wide a single column is, if the frame is not narrower.
    """
    name, width, height = PAPERS[design.paper]
    sheet = design.look.sheet
    small, single = design.paper == "a5", design.columns == 1
    side = mm(sheet.small_side if small else sheet.side) + wider
    top, foot = (mm(sheet.small_head), mm(sheet.small_foot)) if small else (mm(sheet.head), mm(sheet.foot))
    top, foot = top + wider, foot + wider
    mirrored = design.duplex and not small
    measure = width - 2 * side
    return PageShape(
        name=name,
        width=width,
        height=height,
        inner=side + (mm(sheet.inner) if mirrored else 0),
        outer=side - (mm(sheet.outer) if mirrored else 0),
        top=top,
        rows=int((height - top - foot) / leading),
        leading=leading,
        columns=design.columns,
        gutter=mm(sheet.small_gutter if small else sheet.gutter),
        indent=0 if small or not single or design.margin else max(0.0, measure - text),
        duplex=design.duplex,
        margin=measure * sheet.margin if design.margin else 0.0,
        margin_gap=measure * sheet.margin_gap if design.margin else 0.0,
    )


def _text_style(style: Style, body: tuple[float, float, float, float], palette: Palette, design: Design) -> TextStyle:
    """A style of a look for a body of this size and leading, which is so much smaller than usual, on paper of this scale."""
    size, leading, less, scale = body
    align: Align = ("justify" if design.justify else "left") if style.align == "text" else style.align
    own = (size if style.on_body else 0.0) + style.size * (1 - style.shrinks * (1 - scale))
    return TextStyle(
        family=style.family,
        size=max(own, min(LEAST_BESIDE, own + less)) if style.on_body else own,
        leading=style.leading * leading if style.on_grid else style.leading * (1 - style.closes * (1 - scale)),
        weight=style.weight,
        italic=style.italic,
        colour=palette.words_in(style.colour),
        align=align,
        hyphenate=style.hyphenate,
        balance=style.balance,
        spare=style.spare,
        tracking=style.tracking,
        features=style.features,
        upper=style.upper,
    )


def beside_text(theme: Theme) -> Theme:
    """The theme of what stands in a margin column: small type of the display family, ragged, on a grid of its own."""
    page, grid, factor = theme.page, theme.page.leading, theme.look.text.beside
    leading = theme.style("closing").leading
    text = msgspec.structs.replace(theme.style("closing"), leading=leading)
    styles = {}
    for name, style in theme.styles.items():
        if style.size <= max(MOST_SIZE, theme.style("body").size) + 1:
            size = min(style.size, max(SMALLEST_SIZE, style.size * factor))
            style = msgspec.structs.replace(style, size=size, leading=leading if style.leading == grid else style.leading)
        elif name in ("quote", "stat_value"):
            lines = round(style.leading * factor / leading * 2) / 2  # half rows: every second line is on the grid
            style = msgspec.structs.replace(style, size=style.size * factor, leading=leading * lines)
        styles[name] = style
    styles.update(dict.fromkeys(("body", "list", "box", "evidence", "rationale"), text))
    rows = int(page.rows * grid / leading)
    return msgspec.structs.replace(theme, page=msgspec.structs.replace(page, leading=leading, rows=rows), styles=styles)


def _refitted(style: TextStyle, grid: float, factors: tuple[float, float], most: float, script: float) -> TextStyle:
    """Small type in the proportion that the body has taken; what is set on the grid, and what is large, is as it is.

    `factors`: of size and leading; `most`: the size from which on type is large; `script`: what letters take of any leading.
    """
    if style.leading == grid or (style.size > most and script == 1.0):
        return style
    if style.size > most:
        return msgspec.structs.replace(style, leading=style.leading * script)
    size_factor, leading_factor = factors
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
