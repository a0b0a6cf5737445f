"""The words of a drawing: measured and set by the brief's own typesetter.

Comes: labels. Goes: widths and lines. Promise: numbers and dates are written as the brief's language does; a label is set as
its spans say. Refuses to know where it stands.
"""

from datetime import date

import msgspec

from briefgen.charting.plot import Style
from briefgen.content.brief import Artwork, Span
from briefgen.content.numbers import write_float
from briefgen.content.words import format_date, words_of
from briefgen.layout.measuring.text import Desk
from briefgen.typeset.lines import Setting


class ChartTexts:
    """Measures and sets the words of one chart: the `charting.plot.Texts` of a brief."""

    def __init__(self, desk: Desk, artwork: Artwork) -> None:
        self._desk = desk
        self._artwork = artwork
        self._words = msgspec.structs.replace(words_of(desk.language), digits=desk.digits)
        self.rtl = desk.typesetter.rtl

    def spans(self, label: str) -> tuple[Span, ...]:
        return self._artwork.words.get(label) or (Span(label),)

    def setting(self, label: str, style: Style, width: float) -> Setting:
        """A label in lines."""
        return self._desk.typesetter.set(self.spans(label), self._desk.theme.style(style), (max(width, 1.0),))

    def width(self, label: str, style: Style) -> float:
        return self._desk.typesetter.natural_width(self.spans(label), self._desk.theme.style(style)) if label else 0.0

    def lines(self, label: str, style: Style, width: float) -> tuple[float, ...]:
        return tuple(line.width for line in self.setting(label, style, width).lines) or (0.0,)

    def word(self, label: str, style: Style) -> float:
        return self._desk.typesetter.min_width(self.spans(label), self._desk.theme.style(style)) if label else 0.0

    def size(self, style: Style) -> float:
        return self._desk.theme.style(style).size

    def leading(self, style: Style) -> float:
        return self._desk.theme.style(style).leading

    def number(self, value: float, decimals: int) -> str:
        desk = self._desk
        return write_float(value, decimals, desk.language, percent=self._artwork.percent, digits=desk.digits)

    def plain(self, value: float, decimals: int) -> str:
        return self._words.numerals(f"{value:.{decimals}f}")

    def date(self, day: float, unit: str) -> str:
        iso = date.fromordinal(max(1, int(day))).isoformat()
        if unit == "year":
            return self._words.numerals(iso[:4])
        return format_date(self._words, iso[:7] if unit == "month" else iso)
