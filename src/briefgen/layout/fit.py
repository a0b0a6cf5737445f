"""How tightly a brief is set: the levers of copyfitting, from the one that shows least to the one that shows most.

Comes: nothing. Goes: records that measuring reads, and two ladders of them, each step with all that the steps before it do.
Bounds are those that a reader does not notice: type between 9.5 and 10.5 points, leading within 8 %, or 12 % for
a number of pages that nothing else fills; margins that are 2 millimetres narrower.
"""

from collections.abc import Iterator
from typing import Literal

import msgspec


class Levers(msgspec.Struct, frozen=True):
    """One setting of all levers; as it stands, the usual one.

    `looseness` asks for paragraphs a line shorter (-1) or longer (1) where that costs little. `spaces` is a factor of the
    space between blocks. `compact` and `airy` choose the forms of findings, recommendations and the closing panel.
    `sinkage` is the rows by which the text of page 1 stands lower: they go above and below the title.
    `figures` is a factor of the height of pictures, `leading` of the grid, `size` of the body's type. `margins` are
    narrower by so many millimetres.
    """

    looseness: int = 0
    spaces: float = 1.0
    compact: bool = False
    airy: bool = False
    sinkage: int = 0
    figures: float = 1.0
    leading: float = 1.0
    size: float = 1.0
    margins: float = 0.0

    def __str__(self) -> str:
        """What was done, for people: "paragraphs a line shorter, figures 4 % less high"; "" when nothing was."""
        return ", ".join(self._parts())

    def _parts(self) -> Iterator[str]:
        if self.looseness:
            yield f"paragraphs a line {'longer' if self.looseness > 0 else 'shorter'} where it shows little"
        if self.spaces != 1.0:
            yield f"{'more' if self.spaces > 1 else 'less'} space between blocks"
        if self.compact:
            yield "findings, recommendations and closing panel in compact form"
        if self.airy:
            yield "findings, recommendations and closing panel in airy form"
        if self.sinkage:
            yield f"{self.sinkage} lines more about the title"
        for name, factor in (("figures", self.figures), ("leading", self.leading), ("type", self.size)):
            if factor != 1.0:
                yield f"{name} {abs(100 * (factor - 1)):.0f} % {'larger' if factor > 1 else 'smaller'}"
        if self.margins:
            yield f"margins {self.margins:g} mm narrower"


USUAL = Levers()
AIRY_SPACES, DENSE_SPACES = 1.35, 0.8  # factors of the space between blocks in an airy and in a dense brief


def within(fit: Levers, density: Literal["airy", "usual", "dense"]) -> Levers:
    """The levers as far as a density lets them go: an airy brief is never set tight, a dense one never loose."""
    if density == "airy":
        return msgspec.structs.replace(
            fit,
            looseness=max(fit.looseness, 0),
            spaces=max(fit.spaces, 1.0) * AIRY_SPACES,
            compact=False,
            airy=True,
            figures=max(fit.figures, 1.0),
            leading=max(fit.leading, 1.0),
            size=max(fit.size, 1.0),
            margins=0.0,
        )
    if density == "dense":
        return msgspec.structs.replace(
            fit,
            spaces=min(fit.spaces, 1.0) * DENSE_SPACES,
            compact=True,
            airy=False,
            leading=min(fit.leading, 1.0),
            size=min(fit.size, 1.0),
            margins=0.0,  # they are narrower as it is
        )
    return fit


class Step(msgspec.Struct, frozen=True):
    """A step of a ladder, and its demerits: what it mends has to cost more."""

    fit: Levers
    cost: float


def _ladder(*steps: tuple[dict[str, float | int | bool], float]) -> tuple[Step, ...]:
    found = []
    fit = USUAL
    for change, cost in steps:
        fit = msgspec.structs.replace(fit, **change)
        found.append(Step(fit, cost))
    return tuple(found)


TIGHTER = _ladder(
    ({"looseness": -1}, 60.0),
    ({"spaces": 0.75}, 150.0),
    ({"compact": True}, 400.0),
    ({"leading": 0.98}, 700.0),
    ({"leading": 0.96}, 1000.0),
    ({"size": 0.98, "leading": 0.95}, 1400.0),
    ({"size": 0.96, "leading": 0.935}, 1800.0),
    ({"size": 0.95, "leading": 0.92}, 2100.0),
    ({"margins": 2.0}, 2400.0),
    ({"figures": 0.92}, 2800.0),  # last: a picture that does not fill its measure is seen before a smaller leading
)
LOOSER = _ladder(
    ({"looseness": 1}, 60.0),
    ({"spaces": 1.25}, 150.0),
    ({"sinkage": 2}, 220.0),
    ({"airy": True}, 300.0),
    ({"leading": 1.02}, 600.0),
    ({"leading": 1.04}, 900.0),
    ({"sinkage": 4}, 1000.0),
    ({"size": 1.02, "leading": 1.05}, 1200.0),
    ({"size": 1.05, "leading": 1.06}, 1600.0),
    ({"size": 1.05, "leading": 1.08}, 2000.0),
    ({"spaces": 1.6}, 2400.0),
)
# for a number of pages that was asked for: nobody would choose it freely
LOOSEST = (
    *LOOSER,
    Step(msgspec.structs.replace(LOOSER[-1].fit, sinkage=5), 2700.0),
    Step(msgspec.structs.replace(LOOSER[-1].fit, sinkage=8), 3000.0),
)
# for one that even these do not fill
FARTHEST = (*LOOSEST, Step(msgspec.structs.replace(LOOSEST[-1].fit, leading=1.12), 4000.0))
# the title alone stands lower: where nothing else fills page 1, because what follows does not fit there
SINKING = (Step(Levers(sinkage=2), 200.0), Step(Levers(sinkage=4), 400.0), Step(Levers(sinkage=6), 800.0))
# less space alone, for which no text is set anew: where pages are full, and one of them has something torn
CLOSER = Step(Levers(spaces=0.75), 150.0)
