"""What a chart shows, and what comes of it: data only.

A `Plot` has numbers and labels. A `Picture` has shapes and words in points from its top left corner, and names of tones in
the stead of colours.
"""

from collections.abc import Callable
from typing import Literal, Protocol

import msgspec

KINDS = ("bar", "column", "line", "area", "dot", "range", "slope", "scatter", "pyramid", "waffle", "steps")
Values = tuple[float | None, ...]
Point = tuple[float, float]
Align = Literal["left", "center", "right"]
Style = Literal["chart", "chart_strong", "chart_step", "chart_numeral"]


class Series(msgspec.Struct, frozen=True):
    """Numbers under one name, one for each place on the x axis; None where there is none."""

    name: str
    values: Values


class Reference(msgspec.Struct, frozen=True):
    """A line across the plot, at a value of the y axis or of the x axis."""

    at: float
    label: str
    axis: Literal["x", "y"] = "y"


class Period(msgspec.Struct, frozen=True):
    """A shaded stretch of the x axis."""

    start: float
    end: float
    label: str


class Annotation(msgspec.Struct, frozen=True):
    """Words at a point of the plot."""

    x: float
    y: float
    label: str


class Plot(msgspec.Struct, frozen=True):
    """A chart. `xs` are the places on the x axis: numbers, days (`date.toordinal`), or 0, 1, 2, … for categories."""

    kind: str  # of KINDS
    labels: tuple[str, ...]  # of the places: categories, names of points, texts of steps
    xs: tuple[float, ...]
    series: tuple[Series, ...]
    x_kind: str = "category"  # category, number, year, date
    arrangement: str = "grouped"  # grouped, stacked, share
    log: bool = False  # the axis of values
    log_x: bool = False
    start: float | None = None  # of the axis of values, where the outline says it
    end: float | None = None
    cut: bool = False  # lengths that do not begin at zero, as the outline asks
    highlight: tuple[str, ...] = ()  # names of series or labels
    references: tuple[Reference, ...] = ()
    periods: tuple[Period, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    scaled_with: tuple[float, ...] = ()  # values of others that share its scale
    placed_with: tuple[float, ...] = ()  # and places of theirs
    decimals: int = 0  # that values are written with
    x_decimals: int = 0  # that numbers on the x axis have
    x_name: str = ""  # what the x axis of a scatter counts
    y_name: str = ""
    back: str = ""  # of steps: what leads from the last to the first
    panels: "tuple[tuple[str, Plot], ...]" = ()  # small multiples, each with its name


class Texts(Protocol):
    """What measures and writes words. Lengths in points."""

    def width(self, label: str, style: Style) -> float:
        """The width of a label in one line."""

    def lines(self, label: str, style: Style, width: float) -> tuple[float, ...]:
        """The widths of the lines of a label that may be `width` wide."""

    def word(self, label: str, style: Style) -> float:
        """The width of the widest part of a label that no line may be broken in."""

    def size(self, style: Style) -> float:
        """The size of the type."""

    def leading(self, style: Style) -> float:
        """From one baseline to the next."""

    def number(self, value: float, decimals: int) -> str:
        """A value in the brief's language."""

    def plain(self, value: float, decimals: int) -> str:
        """A number that counts nothing, such as a year: its digits are not grouped, and it has no unit."""

    def date(self, day: float, unit: str) -> str:
        """A day, a month or a year in the brief's language."""


class Line(msgspec.Struct, frozen=True):
    """A line through points. `dash`: which of the patterns of dashes, 0 none. `frame`: it is no mark: a grid, an axis."""

    points: tuple[Point, ...]
    tone: str
    width: float
    dash: int = 0
    frame: bool = False


class Area(msgspec.Struct, frozen=True):
    """A filled outline. `hatch`: which of the patterns lies over it, 0 none. `frame`: a ground, on which words may stand."""

    points: tuple[Point, ...]
    tone: str
    hatch: int = 0
    frame: bool = False


class Disc(msgspec.Struct, frozen=True):
    """A dot, or a ring where `open`; `shape` counts the forms by which series are told apart without colour."""

    x: float
    y: float
    radius: float
    tone: str
    shape: int = 0


class Words(msgspec.Struct, frozen=True):
    """Words with their first baseline at `y`; in lines of `width` unless that is 0. `lines` are the widths of the lines.

    `inside`: they stand on the mark that they name.
    """

    label: str
    style: Style
    x: float
    y: float
    align: Align = "left"
    width: float = 0.0
    lines: tuple[float, ...] = ()
    tone: str = "text"
    inside: bool = False


Mark = Line | Area | Disc | Words


class Picture(msgspec.Struct, frozen=True):
    """A chart that has been drawn. `faults` are codes of what could not be done as the outline wants, each with words."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    faults: tuple[tuple[str, str, str], ...] = ()  # code, message, hint
    unnumbered: int = 0  # parts of bars too narrow for their numbers, where others have theirs


Draw = Callable[["Plot", float, float, Texts], Picture]
