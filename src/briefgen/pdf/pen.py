"""Glyphs of a run as the operators that show them, each where layout has put it.

Comes in: a run and its font. Goes out: operators from `Tf` on. The promise: glyphs stand where layout put them, to 0.005 pt.
Refuses to know what the glyphs are read as, and colours.
"""

from briefgen.layout.items import Glyphs
from briefgen.pdf.fonts import Font
from briefgen.pdf.number import number
from briefgen.typeset.lines import Glyph


def letter_spacing(item: Glyphs) -> float:
    """What `Tc` says of a run, whose spacing it counts before the horizontal scaling (ISO 32000-1, 9.3.2)."""
    return round(item.spacing / item.scale, 3)


def show(item: Glyphs, font: Font, glyphs: tuple[Glyph, ...], *, leftwards: bool = False) -> list[str]:
    """The operators that show glyphs of a run, from `Tf` on (ISO 32000-1, 9.4.3); `leftwards`: the last of them first."""
    known = font.recall(item, glyphs, leftwards=leftwards)
    if known is not None:
        return known
    pen = Pen(item, font)
    pen.show(glyphs[::-1] if leftwards else glyphs)
    if pen.rise:
        pen.lines.append("0 Ts")
    font.remember(item, glyphs, pen.lines, leftwards=leftwards)
    return pen.lines


class Pen:
    """Shows the glyphs of one run. `pen` is where the PDF has brought its pen, `place` where layout has: in points.

    An adjustment in a TJ array is in 1/1000 of the unscaled em, and so is the difference between the two; rounding it
    against the true place each time keeps the error from growing.
    """

    def __init__(self, item: Glyphs, font: Font) -> None:
        self.lines: list[str] = []
        self.rise = 0.0
        self._size = number(item.size)
        scale = round(item.scale, 5)
        self._em = item.size * scale / 1000
        self._spacing = letter_spacing(item) * scale if item.spacing else 0.0
        self._font = font
        self._texts = -1  # the font dictionary in force
        self._pen = self._place = 0.0

    def show(self, glyphs: tuple[Glyph, ...]) -> None:
        widths, codes, em, spacing = self._font.widths, self._font.codes, self._em, self._spacing
        shown: list[str] = []
        pen, place = self._pen, self._place
        for texts, piece in self._font.use(glyphs):
            if texts != self._texts:
                self._flush(shown)
                self._set(texts, piece[0].dy)
            rise = self.rise
            for one in piece:
                glyph = one.id
                if one.dy != rise:
                    rise = one.dy
                    self._flush(shown)
                    self._set(texts, rise)
                shift = (pen - place - one.dx) / em
                if -0.5 < shift < 0.5:
                    shown.append(codes[glyph])
                    pen += widths[glyph] * em + spacing
                else:
                    shift = round(shift)
                    shown.append(f">{shift}<{codes[glyph]}")
                    pen += (widths[glyph] - shift) * em + spacing
                place += one.advance
        self._flush(shown)
        self._pen, self._place = pen, place

    def _set(self, texts: int, rise: float) -> None:
        if texts != self._texts:
            self.lines.append(f"/{self._font.resource(texts)} {self._size} Tf")
            self._texts = texts
        if rise != self.rise:
            self.lines.append(f"{number(rise)} Ts")
            self.rise = rise

    def _flush(self, shown: list[str]) -> None:
        """Write the glyphs gathered so far as one TJ array."""
        if shown:
            self.lines.append(f"[<{''.join(shown)}>]TJ".replace("<>", ""))
            shown.clear()
