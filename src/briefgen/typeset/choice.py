"""Which breaks end the lines of a segment: without hyphens where that is good enough, torn words where nothing else helps.

In come segments, a style and the widths of the lines; out come choices: all breaks of a segment, and those chosen. The
promise: the cheapest that the style's bounds allow, and on request the cheapest in a line less or more. Refuses to know
glyphs and flaws.
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise

import msgspec

from briefgen.theme import TextStyle
from briefgen.typeset.balance import balance_breaks
from briefgen.typeset.breaks import (
    FORBIDDEN_LADDER,
    THIRD,
    Fit,
    chain_cost,
    cheapest_chain,
    cheapest_chains,
    choose_breaks,
    ends_lone,
    rate,
)
from briefgen.typeset.division import Breaking, find_breaks, natural_width, unbroken, widest_fragment
from briefgen.typeset.opportunities import Divider
from briefgen.typeset.paragraph import Chosen, Stretch
from briefgen.typeset.shape import Shaper
from briefgen.typeset.tightness import fewest_lines, takes_more

# Word spaces of justified text, as shares of the natural one; beyond them lines are loose.
STRETCH, SHRINK = 0.5, 0.3
# Shares of the width of glyphs that a line may gain or lose: by their shapes (Thành 2000, chapter 4, finds that readers do
# not see 2 %), and by the space between them, about 0.012 em at most.
SCALE, SPACING = 0.02, 0.02
WIDE_SPACING = 0.05  # of scripts without word spaces
# of Chinese and Japanese: each gap less than the 0.1 em that readers take for a space; white shrinks to half (JLREQ, 3.8.3)
SQUARE_SPACING, SQUARE_SHRINK = 0.08, 0.5
SQUARE_MOST = 0.085  # em of each gap, where words of Latin, which get none, leave more to the others
CALM = 0.5  # a paragraph none of whose lines is further than this from its natural spaces is not hyphenated
FILL = 3.0  # em by which a ragged line may be short at the cost of a justified one at its bounds
RUNT_EM, RUNT_SHARE = 2.5, 0.3  # em and share of the measure: a last line is not shorter
RAGGED_WHOLE = 5.0  # lines: a ragged text up to so long has words divided only where one is wider than its line
SPARSE_EM = 0.6  # less word space than this, of two gaps, does not keep two hyphens apart

# How loose the lines of a paragraph may be that is set in a line more or less than is best, where its own are not looser: a
# word space of 0.4 em, at which a line begins to look holey, is a ratio of about 1.2 in the default face.
VARIANT_TOLERANCE = 1.2
VARIED_MOST = 150  # lines of a segment; the search for ways of a line less or more takes time with the square of them

Widths = tuple[float, ...]


class Choice(msgspec.Struct, frozen=True):
    """The breaks of a segment, and those of them that end its lines."""

    breaking: Breaking
    ends: list[int]


class Way(msgspec.Struct, frozen=True):
    """Choices for some segments, None for one without a word, and what they cost more than the best ones."""

    cost: float
    choices: tuple[Choice | None, ...]

    @property
    def lines(self) -> int:
        return sum(1 if choice is None else len(choice.ends) for choice in self.choices)


class Chooser:
    """Chooses breaks with the shapes and the divisions of one brief."""

    def __init__(self, shaper: Shaper, divider: Divider) -> None:
        self._shaper = shaper
        self._divider = divider
        self._last: tuple[Stretch, bool, float | None, Breaking] | None = None  # the breaks that were found last

    def best(self, segments: Sequence[Stretch], style: TextStyle, widths: Widths) -> Way:
        """The best way to set the segments of a text below each other."""
        way = Way(0.0, ())
        for segment in segments:
            way = Way(0.0, (*way.choices, self._best_choice(segment, style, widths_from(widths, way.lines))))
        return way

    def ways(self, segments: Sequence[Stretch], style: TextStyle, widths: Widths) -> dict[int, Way]:
        """The best way (0), and where there are any the cheapest ways of a line less (-1) and of a line more (1)."""
        ways = {0: Way(0.0, ())}
        for segment in segments:
            ways = self._extend(ways, segment, style, widths)
        return ways

    def is_least(self, segments: Sequence[Stretch], style: TextStyle, widths: Widths, lines: int) -> bool:
        """Whether there is surely no way to set the segments in a line less than `lines`, in which they are set best."""
        if len(segments) != 1 or not segments[0].tokens:
            return False
        (segment,), fit = segments, line_fit(segments[0], style, widths)
        if lines > VARIED_MOST or takes_more(segment, fit, widths, lines - 1):
            return True
        breaking = self._breaks(segment, style.hyphenate, min(widths))
        return fewest_lines(breaking.breaks, fit, widths) >= lines

    def _extend(self, ways: dict[int, Way], segment: Stretch, style: TextStyle, widths: Widths) -> dict[int, Way]:
        """The ways with one segment more."""
        here = widths_from(widths, ways[0].lines)
        best = self._best_choice(segment, style, here)
        if best is None:
            return {extra: Way(way.cost, (*way.choices, None)) for extra, way in ways.items()}
        if len(best.ends) > VARIED_MOST:
            return {0: Way(0.0, (*ways[0].choices, best))}
        fit = line_fit(segment, style, here)
        base = chain_cost(best.breaking.breaks, here, fit, best.ends)
        if base > FORBIDDEN_LADDER:  # it was better than a hole
            base += THIRD - FORBIDDEN_LADDER
        tolerance = max([VARIANT_TOLERANCE, *_ratios(best, here, fit)])
        breaking = self._breaks(segment, style.hyphenate, min(widths))
        found: dict[int, Way] = {}
        for extra, way in ways.items():
            chains = cheapest_chains(breaking.breaks, widths_from(widths, way.lines), fit, tolerance)
            for lines, (price, ends) in chains.items():
                looseness = extra + lines - len(best.ends)
                cost = way.cost + price - base
                if -1 <= looseness <= 1 and (looseness not in found or cost < found[looseness].cost):
                    found[looseness] = Way(cost, (*way.choices, Choice(breaking, ends)))
        found[0] = Way(0.0, (*ways[0].choices, best))
        return found

    def _best_choice(self, segment: Stretch, style: TextStyle, widths: Widths) -> Choice | None:
        """The best breaks of a segment; None when it has no word."""
        if not segment.tokens:
            return None
        whole = unbroken(segment)
        if natural_width(whole) <= widths[0]:
            return Choice(whole, [1])
        if widths not in segment.chosen:  # who asks for ways of a line less has mostly asked for the best before
            segment.chosen[widths] = self._choose(segment, style, widths)
        hyphens, narrow, ends = segment.chosen[widths]
        return Choice(self._breaks(segment, hyphens, narrow), ends)

    def _choose(self, segment: Stretch, style: TextStyle, widths: Widths) -> Chosen:
        """The best breaks of a segment that takes more than a line."""
        fit, narrow = line_fit(segment, style, widths), None
        breaking = self._breaks(segment)
        if widest_fragment(breaking) > min(widths):
            narrow = min(widths)
            breaking = self._breaks(segment, narrow=narrow)
        if style.balance:
            chosen = balance_breaks(breaking.breaks, widths, spare=style.spare)
            if chosen:
                return False, narrow, chosen
        short = style.align != "justify" and natural_width(breaking) <= RAGGED_WHOLE * min(widths)
        if not style.hyphenate or (short and widest_fragment(breaking) <= min(widths)):
            return False, narrow, choose_breaks(breaking.breaks, widths, fit)
        calm = Choice(breaking, cheapest_chain(breaking.breaks, widths, fit, CALM))
        lone = fit.fill and ends_lone(breaking.breaks, fit, calm.ends)
        if calm.ends and not lone and _is_calm(calm, widths, fit):
            return False, narrow, calm.ends
        breaking = self._breaks(segment, style.hyphenate, min(widths))
        return style.hyphenate, min(widths), choose_breaks(breaking.breaks, widths, fit)

    def _breaks(self, segment: Stretch, hyphens: bool = False, narrow: float | None = None) -> Breaking:
        """The breaks of a segment, as `find_breaks` finds them; the same are mostly asked for twice in a row."""
        last = self._last
        if last is None or last[0] is not segment or last[1:3] != (hyphens, narrow):
            last = self._last = segment, hyphens, narrow, find_breaks(segment, self._shaper, self._divider, hyphens, narrow)
        return last[3]


def widths_from(widths: Widths, line: int) -> Widths:
    """The widths of a line and of those after it; the last repeats."""
    return widths[min(line, len(widths) - 1) :]


def line_fit(segment: Stretch, style: TextStyle, widths: Widths) -> Fit:
    """How the lines of a segment fill their measure."""
    runt = max(RUNT_EM * style.size, RUNT_SHARE * widths[-1])
    if style.align == "justify":
        if segment.square and segment.spaceless:
            shrink = min(SQUARE_SHRINK, segment.slack)
            return Fit(STRETCH / 2, shrink, SQUARE_SPACING, 0.0, runt, SPARSE_EM * style.size, solid=True)
        flex = SCALE + SPACING if segment.separable else SCALE
        if segment.joined or segment.spaceless:
            flex = 0.0 if segment.joined else SCALE + WIDE_SPACING
        return Fit(STRETCH, min(SHRINK, segment.slack), flex, 0.0, runt, SPARSE_EM * style.size)
    return Fit(0.0, 0.0, 0.0, FILL * style.size, runt)


def _is_calm(choice: Choice, widths: Widths, fit: Fit) -> bool:
    """Whether no line but the last departs far from its natural word spaces, and the last is not too short."""
    breaks = choice.breaking.breaks
    first, last = [0, *choice.ends][-2:]
    if len(choice.ends) > 1 and (breaks[last].end - breaks[first].start < fit.runt or breaks[first].stump):
        return False
    return all(abs(ratio) <= CALM for ratio in _ratios(choice, widths, fit))


def _ratios(choice: Choice, widths: Widths, fit: Fit) -> Iterator[float]:
    """How far the word spaces of each line but the last give way."""
    for number, (start, end) in enumerate(pairwise((0, *choice.ends[:-1]))):
        first, last = choice.breaking.breaks[start], choice.breaking.breaks[end]
        width = widths[min(number, len(widths) - 1)]
        yield rate(fit, last.end - first.start, last.space_end - first.space_start, width)
