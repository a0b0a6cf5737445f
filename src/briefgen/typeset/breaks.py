"""Where lines end: the best set of breaks for a whole paragraph, after Knuth and Plass (1981).

In come places where a line may end, as numbers, and the widths of the lines; out come the places chosen. The promise: of
all ways to set the paragraph within the tolerance, the cheapest; and some way always, however narrow the lines. Refuses
to know letters, fonts or languages.
"""

from collections.abc import Sequence
from math import inf
from typing import NamedTuple

# Costs are in one currency: 100 is a line whose word spaces use all their stretch or all their shrink.
LINE = 4.0  # of each line, so that fewer lines win between equals
LADDER = 300.0  # of the second hyphen in a row
FORBIDDEN_LADDER = 50_000.0  # of the third and each further one: any other way is better
CONTRAST = 50.0  # of a tight line next to a loose one
RUNT = 250.0  # of a last line without any width; falls to nothing at the width that `Fit.runt` asks for
RATIO_CAP = 30.0  # a line that cannot stretch at all counts as this loose
LONE_RUNT = 150.0  # more, when it is a single word
OVERFULL = 1e6

ROUNDING = 1e-6  # points by which sums of floats may seem to exceed a width


class Break(NamedTuple):
    """A place where a line may end. Widths in points from the start of the text, at natural word spaces.

    `end` is the width of the text when it ends here: with the hyphen, without the space, less what protrudes. `start` is
    where the next line's text starts. `space_end` and `space_start` are the same of the stretchable word spaces alone.
    """

    end: float
    start: float
    space_end: float
    space_start: float
    cost: float = 0.0
    hyphen: bool = False


class Fit(NamedTuple):
    """How lines fill their measure. Shares of the word space, save `flex`, a share of the width of the glyphs.

    `fill` is stretch in points that each line has besides (ragged text), `runt` the least width of a last line in points,
    `sparse` the word space in points below which a line is too short of words to end a ladder of hyphens.
    """

    stretch: float
    shrink: float
    flex: float = 0.0
    fill: float = 0.0
    runt: float = 0.0
    sparse: float = 0.0
    tolerance: float = 2.5  # looser lines are tried only when there is no other way


class Node(NamedTuple):
    """The cheapest way to a break in one state: its fitness class, hyphens in a row and line number."""

    cost: float
    fitness: int
    ladder: int
    line: int
    at: int
    before: "Node | None"


def rate(fit: Fit, natural: float, space: float, width: float) -> float:
    """How far word spaces give way in a line, glyphs having given way first: -1 all shrink, 1 all stretch used.

    Below -1 the line does not fit; above 1 it is loose.
    """
    room = width - natural
    flex = fit.flex * (natural - space)
    if room > flex:
        stretch = fit.stretch * space + fit.fill
        return min((room - flex) / stretch, RATIO_CAP) if stretch > 0 else RATIO_CAP
    if room < -flex - ROUNDING:
        shrink = fit.shrink * space
        return (room + flex) / shrink if shrink > 0 else -inf
    return 0.0


def line_cost(ratio: float) -> float:
    """What a line costs by its ratio. Its square, and not the sixth power of Knuth and Plass (1981): glyphs have given way
    before the ratio counts, and the sum of squares is what makes the whole even.
    """
    return LINE + 100.0 * ratio * ratio


def last_line_cost(fit: Fit, natural: float, space: float, ratio: float) -> float:
    """What the last line costs: nothing when it is longer than a runt and need not shrink."""
    cost = line_cost(ratio) if ratio < 0 else LINE
    if natural < fit.runt:
        cost += RUNT * (1 - natural / fit.runt) + (LONE_RUNT if space <= 0 else 0.0)
    return cost


def fitness_class(ratio: float) -> int:
    """Tight, even, loose or very loose (Knuth and Plass 1981, section 'More bells and whistles')."""
    return 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3


def choose_breaks(breaks: Sequence[Break], widths: Sequence[float], fit: Fit) -> list[int]:
    """Indices of the breaks that end the lines, the last one always; `breaks[0]` is the start of the text.

    `widths` has one width for each line in points, the last repeats.
    """
    found = _search(breaks, widths, fit, fit.tolerance)
    if found is None or found.cost > FORBIDDEN_LADDER:
        found = _search(breaks, widths, fit, inf)
    chain = []
    while found is not None and found.at:
        chain.append(found.at)
        found = found.before
    return chain[::-1]


def _search(breaks: Sequence[Break], widths: Sequence[float], fit: Fit, tolerance: float) -> Node | None:
    """The end of the cheapest chain of breaks; None when every chain has a line looser than the tolerance."""
    count = len(breaks)
    widest = max(widths)
    least_ends = _least_ends(breaks, fit)
    nodes: list[list[Node]] = [[] for _ in breaks]
    nodes[0] = [Node(0.0, 1, 0, 0, 0, None)]
    first = 0  # no line from an earlier break can hold this or any later one
    latest = 0
    for index in range(1, count):
        while first < index and least_ends[index] - _tight_start(breaks[first], fit) > widest + ROUNDING:
            first += 1
        found = _arrivals(breaks, nodes, first, index, widths, fit, tolerance)
        if not found and tolerance == inf and (first > latest or index == count - 1):
            best = min(nodes[latest])
            found = [Node(best.cost + OVERFULL, 3, 0, min(best.line + 1, len(widths) - 1), index, best)]
        if found:
            nodes[index] = found
            latest = index
    return min(nodes[-1]) if nodes[-1] else None


def _least_ends(breaks: Sequence[Break], fit: Fit) -> list[float]:
    """For each break the least width of the text, all shrunk, to it or to any later one."""
    ends = [b.end - fit.flex * (b.end - b.space_end) - fit.shrink * b.space_end for b in breaks]
    for index in range(len(ends) - 2, -1, -1):
        ends[index] = min(ends[index], ends[index + 1])
    return ends


def _tight_start(at: Break, fit: Fit) -> float:
    return at.start - fit.flex * (at.start - at.space_start) - fit.shrink * at.space_start


def _arrivals(
    breaks: Sequence[Break],
    nodes: list[list[Node]],
    first: int,
    index: int,
    widths: Sequence[float],
    fit: Fit,
    tolerance: float,
) -> list[Node]:
    """The best nodes for a line that ends at `index`, one for each state that may still win."""
    end, _, space_end, _, cost, hyphen = breaks[index]
    is_last = index == len(breaks) - 1
    varied = len(widths) - 1
    best: dict[tuple[int, int, int], Node] = {}
    for origin in range(first, index):
        if not nodes[origin]:
            continue
        start = breaks[origin]
        natural, space = end - start.start, space_end - start.space_start
        line, ratio, price, fitness = -1, 0.0, 0.0, 1
        for node in nodes[origin]:
            if node.line != line:
                line = node.line
                ratio = rate(fit, natural, space, widths[line])
                price = cost + line_cost(ratio)
                if is_last and ratio >= -1:
                    price = last_line_cost(fit, natural, space, ratio)
                    ratio = min(ratio, 0.0)
                fitness = fitness_class(ratio)
            if ratio < -1 or ratio > tolerance:
                continue
            ladder = node.ladder + 1 if hyphen else node.ladder if space < fit.sparse else 0
            total = node.cost + price
            if abs(fitness - node.fitness) > 1:
                total += CONTRAST
            if hyphen and ladder > 1:
                total += LADDER if ladder == 2 else FORBIDDEN_LADDER
            state = (fitness, min(ladder, 2), min(line + 1, varied))
            if state not in best or total < best[state].cost:
                best[state] = Node(total, *state, index, node)
        if not varied and ratio > 3 * tolerance:  # from here on lines only get shorter
            break
    return _undominated(best) if len(best) > 1 else list(best.values())


def _undominated(best: dict[tuple[int, int, int], Node]) -> list[Node]:
    """Leaves out nodes that cannot win: another one is cheaper by more than the contrast that it may still have to pay."""
    kept: list[Node] = []
    for node in sorted(best.values()):
        if not any(
            other.line == node.line and other.ladder <= node.ladder and other.cost + CONTRAST <= node.cost
            for other in kept
        ):
            kept.append(node)
    return kept
