"""Titles, headings and quotes: lines of even length in the least number of lines, broken by sense.

In come the same numbers that `breaks` takes; out come the breaks chosen. The promise: never a line more than ragged text
would need, but for one that quotes may take. Refuses to know letters and fonts; what makes sense is in the costs of breaks.
"""

from collections.abc import Sequence
from math import inf

from briefgen.typeset.breaks import ROUNDING, Break

LONE = 120.0  # of a line of a single word, most of all the last
UNEVEN = 300.0  # of a line that is longer or shorter than the even length by that whole length
ANOTHER = 60.0  # of a line more than needed
MOST_LINES = 24  # more is not display text; the caller sets it as ragged text


def balance_breaks(breaks: Sequence[Break], widths: Sequence[float], *, spare: bool = False) -> list[int]:
    """Indices of the breaks that end the lines; empty when that takes more than MOST_LINES lines or a line cannot fit.

    Where `spare`, they may be a line more than needed, if that makes so much more sense.
    """
    lines = _least_lines(breaks, widths)
    if not lines:
        return []
    cost, chain = _balanced(breaks, widths, lines)
    if spare and 1 < lines < MOST_LINES:
        other, longer = _balanced(breaks, widths, lines + 1)
        if other + ANOTHER < cost:
            return longer
    return chain


def _balanced(breaks: Sequence[Break], widths: Sequence[float], lines: int) -> tuple[float, list[int]]:
    """The cheapest breaks with so many lines, and what they cost; no breaks where there are too few words."""
    measures = [widths[min(line, len(widths) - 1)] for line in range(lines)]
    text = breaks[-1].end - breaks[0].start
    costs = [0.0] + [inf] * (len(breaks) - 1)
    chains: list[list[int]] = [[] for _ in breaks]
    for line, measure in enumerate(measures):
        aim = text * measure / sum(measures)
        new_costs = [inf] * len(breaks)
        new_chains: list[list[int]] = [[] for _ in breaks]
        ends = range(1, len(breaks)) if line < lines - 1 else (len(breaks) - 1,)
        for end in ends:
            for start in range(end - 1, -1, -1):
                natural = breaks[end].end - breaks[start].start
                if natural > measure + ROUNDING:
                    break
                cost = costs[start] + breaks[end].cost + UNEVEN * ((natural - aim) / aim) ** 2
                if breaks[end].space_end <= breaks[start].space_start and lines > 1:
                    cost += LONE
                if end == len(breaks) - 1:
                    cost += breaks[start].stump
                if cost < new_costs[end]:
                    new_costs[end], new_chains[end] = cost, [*chains[start], end]
        costs, chains = new_costs, new_chains
    return costs[-1], chains[-1]


def _least_lines(breaks: Sequence[Break], widths: Sequence[float]) -> int:
    """How many lines it takes when each is filled as far as it goes; 0 when it cannot be done."""
    start = 0
    for line in range(MOST_LINES):
        width = widths[min(line, len(widths) - 1)] + ROUNDING
        end = start
        for index in range(start + 1, len(breaks)):
            if breaks[index].end - breaks[start].start <= width:
                end = index
            elif breaks[index].end - breaks[start].start > 2 * width:
                break
        if end == start:
            return 0
        if end == len(breaks) - 1:
            return line + 1
        start = end
    return 0
