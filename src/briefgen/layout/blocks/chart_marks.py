"""Marks of a picture into marks of a drawing: tones become colours, words runs of glyphs.

Promise: what tells series apart is never colour alone: dashes, hatches and forms go with it.
"""

import math
from collections.abc import Iterator
from typing import Protocol

from briefgen.charting.plot import Area, Disc, Line, Mark, Point, Style, Words
from briefgen.geometry import WHITE, Colour
from briefgen.layout.items import Clip, Glyphs, Path, Segment, Stroke
from briefgen.layout.items import Mark as Drawn
from briefgen.layout.measuring.circle import circle
from briefgen.layout.measuring.tones import Tones
from briefgen.theme import Theme, legible
from briefgen.typeset.lines import Setting

DASHES: tuple[tuple[float, ...], ...] = ((), (4.0, 2.2), (1.4, 2.0), (7.0, 2.0, 1.4, 2.0))
GRAYS = ("muted", "muted fill", "grid", "axis", "range")
ANGLES = (45.0, 135.0, 0.0)
SMALL = 2.0  # a dot this small has no edge


class Setter(Protocol):
    """What sets a label in lines. `rtl`: their runs count from the right."""

    @property
    def rtl(self) -> bool: ...

    def setting(self, label: str, style: Style, width: float) -> Setting:
        """The lines of a label."""

    def width(self, label: str, style: Style) -> float:
        """Its width in one line."""

    def leading(self, style: Style) -> float:
        """From one baseline to the next."""


class Inker:
    """Gives the marks of one picture their colours. `tinted`: it stands on the tint of a box."""

    def __init__(self, theme: Theme, tones: Tones, setter: Setter, *, tinted: bool) -> None:
        palette = theme.palette
        self._palette = palette
        self._look = theme.look.chart
        self._setter = setter
        self._tones = tones
        self._ground = palette.tint if tinted else palette.paper
        # on the tint a period is white
        named = {"text": palette.ink, "soft": palette.grey, "paper": self._ground}
        named["accent tint"] = self._tones.fills[0].tint(palette.series_shares[:2][-1])
        named["period"] = palette.paper if tinted else palette.tint
        grays = {name: getattr(self._look, name.replace(" ", "_")) for name in GRAYS}
        self._named = named | {name: Colour(gray, gray, gray) for name, gray in grays.items()}

    def ink(self, mark: Mark) -> Iterator[Drawn]:
        """A mark of the picture in marks of a drawing."""
        match mark:
            case Line():
                dash = DASHES[mark.dash % len(DASHES)]
                stroke = Stroke(self._colour(mark.tone), mark.width, dash, "butt", "round")
                yield Path(_open(mark.points), None, stroke=stroke)
            case Area():
                outline = (*_open(mark.points), ("z",))
                yield Path(outline, self._colour(mark.tone))
                if mark.hatch:
                    yield Clip(outline, tuple(self._hatch(mark)))
            case Disc():
                yield self._disc(mark)
            case Words():
                yield from self._words(mark)

    def _colour(self, tone: str) -> Colour:
        name, _, index = tone.partition(":")
        if name in {"fill", "line"} and index:
            tones = self._tones.fills if name == "fill" else self._tones.lines
            return tones[int(index) % len(tones)]
        return self._named[tone]

    def _of_words(self, tone: str) -> Colour:
        """The colour of words; on a mark, black or white, whichever is clearer."""
        if tone.startswith("on "):
            below = self._colour(tone.removeprefix("on "))
            return max(self._palette.ink, WHITE, key=below.contrast)
        colour = self._colour(tone)
        return colour if tone == "text" else legible(colour, self._ground)

    def _hatch(self, area: Area) -> Iterator[Path]:
        """Strokes across an outline."""
        xs, ys = [x for x, _ in area.points], [y for _, y in area.points]
        angle = math.radians(ANGLES[(area.hatch - 1) % len(ANGLES)])
        cos, sin = math.cos(angle), math.sin(angle)
        middle = ((min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2)
        reach = math.hypot(max(xs) - min(xs), max(ys) - min(ys)) / 2 + self._look.pitch
        colour = self._colour(area.tone)
        stroke = Stroke(self._ground if colour.contrast(self._ground) > 2.5 else self._palette.grey, self._look.hatch)
        segments: list[Segment] = []
        for step in range(-int(reach / self._look.pitch), int(reach / self._look.pitch) + 1):
            x, y = middle[0] - sin * step * self._look.pitch, middle[1] + cos * step * self._look.pitch
            segments += [("m", x - cos * reach, y - sin * reach), ("l", x + cos * reach, y + sin * reach)]
        yield Path(tuple(segments), None, stroke=stroke)

    def _disc(self, disc: Disc) -> Path:
        colour = self._colour(disc.tone)
        edge = Stroke(self._ground, self._look.edge) if disc.radius > SMALL else None
        if disc.shape % 6 in {0, 1}:
            if disc.shape % 6 == 0:
                return Path(circle(disc.x, disc.y, disc.radius), colour, stroke=edge)
            return Path(circle(disc.x, disc.y, disc.radius - 0.5), self._ground, stroke=Stroke(colour, self._look.ring))
        corners, start = {2: (4, 45.0), 3: (3, 90.0), 4: (4, 0.0), 5: (3, 270.0)}[disc.shape % 6]
        points = [
            (
                disc.x + disc.radius * math.cos(math.radians(start + 360 * n / corners)),
                disc.y - disc.radius * math.sin(math.radians(start + 360 * n / corners)),
            )
            for n in range(corners)
        ]
        return Path((*_open(tuple(points)), ("z",)), colour, stroke=edge)

    def _words(self, words: Words) -> Iterator[Glyphs]:
        if not words.label:
            return
        colour = self._of_words(words.tone)
        width = words.width or self._setter.width(words.label, words.style) + 1.0
        y = words.y
        for line in self._setter.setting(words.label, words.style, width).lines:
            left = words.x - {"left": 0.0, "center": line.width / 2, "right": line.width}[words.align]
            end = max([run.x + run.width for run in line.runs], default=0.0)
            for run in line.runs:
                x = end - run.x - run.width if self._setter.rtl else run.x  # a drawing is not mirrored with its page
                yield Glyphs(
                    x=left + x,
                    y=y - run.rise,
                    width=run.width,
                    face=run.face,
                    size=run.size,
                    colour=colour,
                    glyphs=run.glyphs,
                    scale=run.scale,
                    spacing=run.spacing,
                    rtl=run.rtl,
                )
            y += self._setter.leading(words.style)


def _open(points: tuple[Point, ...]) -> tuple[Segment, ...]:
    first, *rest = points
    return (("m", *first), *(("l", *point) for point in rest))
