"""Where lines end: the best set of breaks for a whole paragraph, after Knuth and Plass (1981).

In come places where a line may end, as numbers, and the widths of the lines; out come the places chosen. The promise: of
all ways to set the paragraph within the tolerance, the cheapest; and some way always, however narrow the lines. Refuses
to know letters, fonts or languages.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise
from math import inf

import msgspec

# Costs are in one currency: 100 is a line whose word spaces use all their stretch or all their shrink.
LINE = 4.0  # of each line, so that fewer lines win between equals
LOOSE = 300.0  # more, of a line that is loose, for each time that it uses all its stretch again
LADDER = 300.0  # of the second hyphen in a row
FORBIDDEN_LADDER = 50_000.0  # of the third and each further one: any other way within the tolerance is better
THIRD = 900.0  # of one third hyphen where each other way has a line beyond the tolerance: a hole in the text
CONTRAST = 50.0  # of a tight line next to a loose one
RUNT = 250.0  # of a last line without any width; falls to nothing at the width that `Fit.runt` asks for
RATIO_CAP = 30.0  # a line that cannot stretch at all counts as this loose; twice as loose when it is not even half full
HALF = 0.5
RAGGED_RUNT = 1500.0  # more, in ragged text, where the lines above can give up a word unseen
RAGGED_LEAST = 0.4  # of it, of a line hardly too short
LONE_RUNT = 400.0  # more, when it is a single word
STUMP = 3000.0  # of a last line of a few letters: any other way within the tolerance is better
LONE_TOLERANCE = 5.0  # of ragged lines that take away a last line of one word
OVERFULL = 1e6

ROUNDING = 1e-6  # points by which sums of floats may seem to exceed a width


class Break(msgspec.Struct, frozen=True):
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
    stump: float = 0.0  # what it costs more when the last line starts here


class Fit(msgspec.Struct, frozen=True):
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
    solid: bool = False  # glyphs may get more room and never less: Chinese and Japanese


class Node(msgspec.Struct, frozen=True, order=True):
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
    stretch, shrink, flex, fill, solid = fit.stretch, fit.shrink, fit.flex, fit.fill, fit.solid
    room = width - natural
    flex *= natural - space
    if room > flex:
        room -= flex
        stretch = stretch * space + fill
        if room < RATIO_CAP * stretch:
            return room / stretch
        return RATIO_CAP if room < HALF * width else 2 * RATIO_CAP
    if solid:
        flex = 0.0
    if room < -flex - ROUNDING:
        return (room + flex) / (shrink * space) if shrink * space > 0 else -inf
    return 0.0


def line_cost(ratio: float) -> float:
    """What a line costs by its ratio. Its square, and not the sixth power of Knuth and Plass (1981): glyphs have given way
    before the ratio counts, and the sum of squares is what makes the whole even. Lines that look holey cost more than that.
    """
    return LINE + 100.0 * ratio * ratio + (LOOSE * (ratio - 1) if ratio > 1 else 0.0)


def last_line_cost(fit: Fit, natural: float, space: float, ratio: float) -> float:
    """What the last line costs: nothing when it is longer than a runt and need not shrink."""
    cost = line_cost(ratio) if ratio < 0 else LINE
    if natural < fit.runt:
        lack = 1 - natural / fit.runt
        cost += RUNT * lack + (LONE_RUNT if space <= 0 else 0.0) + (RAGGED_RUNT * (RAGGED_LEAST + lack) if fit.fill else 0.0)
    return cost


def fitness_class(ratio: float) -> int:
    """Tight, even, loose or very loose (Knuth and Plass 1981, section 'More bells and whistles')."""
    return 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3


def choose_breaks(breaks: Sequence[Break], widths: Sequence[float], fit: Fit) -> list[int]:
    """Indices of the breaks that end the lines, the last one always; `breaks[0]` is the start of the text.

    `widths` has one width for each line in points, the last repeats.
    """
    chain = cheapest_chain(breaks, widths, fit, fit.tolerance) or _with_hole(breaks, widths, fit)
    if fit.fill and ends_lone(breaks, fit, chain):  # lines above that are shorter than usual are better, if that is not dear
        return cheapest_chain(breaks, widths, fit, LONE_TOLERANCE) or chain
    return chain


def _with_hole(breaks: Sequence[Break], widths: Sequence[float], fit: Fit) -> list[int]:
    """The cheapest chain where all have a line beyond the tolerance or a third hyphen in a row."""
    chain = cheapest_chain(breaks, widths, fit, inf)
    found = _Search(breaks, widths, fit, fit.tolerance).run()
    if found is not None and found.cost - FORBIDDEN_LADDER + THIRD < chain_cost(breaks, widths, fit, chain):
        return _chain(found)
    return chain


def ends_lone(breaks: Sequence[Break], fit: Fit, chain: Sequence[int]) -> bool:
    """Whether the last of several lines is a word alone, and shorter than it should be."""
    if len(chain) < 2:
        return False
    first, last = breaks[chain[-2]], breaks[chain[-1]]
    return last.space_end <= first.space_start and last.end - first.start < fit.runt


def cheapest_chain(breaks: Sequence[Break], widths: Sequence[float], fit: Fit, tolerance: float) -> list[int]:
    """The same with no line looser than a tolerance; none when there is no such way, or only one with a ladder."""
    found = _Search(breaks, widths, fit, tolerance).run()
    if found is None or (found.cost > FORBIDDEN_LADDER and tolerance < inf):
        return []
    return _chain(found)


def cheapest_chains(
    breaks: Sequence[Break], widths: Sequence[float], fit: Fit, tolerance: float
) -> dict[int, tuple[float, list[int]]]:
    """The cheapest chain of each number of lines in which the text can be set within a tolerance, with its cost.

    Every line has its own width here, so no two chains of different length share a state: none is lost.
    """
    each = [*widths, *[widths[-1]] * (len(breaks) - len(widths))]
    search = _Search(breaks, each, fit, tolerance)
    search.run()
    found: dict[int, tuple[float, list[int]]] = {}
    for node in sorted(search.nodes[-1]):
        chain = _chain(node)
        found.setdefault(len(chain), (node.cost, chain))
    return found


def chain_cost(breaks: Sequence[Break], widths: Sequence[float], fit: Fit, chain: Sequence[int]) -> float:
    """What a chain costs, whatever it was chosen for: the same sum as the search makes."""
    cost, fitness, ladder = 0.0, 1, 0
    for number, (start, end) in enumerate(pairwise((0, *chain))):
        first, last = breaks[start], breaks[end]
        natural, space = last.end - first.start, last.space_end - first.space_start
        ratio = max(rate(fit, natural, space, widths[min(number, len(widths) - 1)]), -1.0)
        if end == len(breaks) - 1:
            cost += last_line_cost(fit, natural, space, ratio) + first.stump
            ratio = min(ratio, 0.0)
        else:
            cost += last.cost + line_cost(ratio)
        cost += CONTRAST if abs(fitness_class(ratio) - fitness) > 1 else 0.0
        fitness = fitness_class(ratio)
        if last.hyphen:
            ladder += 1
            cost += LADDER if ladder == 2 else FORBIDDEN_LADDER if ladder > 2 else 0.0
        elif space >= fit.sparse:
            ladder = 0
    return cost


def _chain(node: Node | None) -> list[int]:
    """The breaks on the way to a node."""
    chain = []
    while node is not None and node.at:
        chain.append(node.at)
        node = node.before
    return chain[::-1]


class _Search:
    """One pass over the breaks, with the best nodes found so far at each of them."""

    def __init__(self, breaks: Sequence[Break], widths: Sequence[float], fit: Fit, tolerance: float) -> None:
        self.breaks = breaks
        self.widths = widths
        self.fit = fit
        self.tolerance = tolerance
        self.nodes: list[list[Node]] = [[]] * len(breaks)
        self.widest, self.narrowest = max(widths) + ROUNDING, min(widths) - ROUNDING
        # what a line may take, all shrunk and all stretched, is the difference of two of these: most lines are ruled out so
        squeeze = 0.0 if fit.solid else fit.flex
        by_shrink = fit.shrink - squeeze
        self.shrunk_ends = [(1 - squeeze) * b.end - by_shrink * b.space_end for b in breaks]
        self.shrunk_starts = [(1 - squeeze) * b.start - by_shrink * b.space_start for b in breaks]
        self.by_stretch = 0.0 if tolerance == inf else tolerance * fit.stretch - fit.flex
        self.most_fill = inf if tolerance == inf else tolerance * fit.fill

    def run(self) -> Node | None:
        """The end of the cheapest chain; None when every chain has a line looser than the tolerance."""
        breaks, nodes, last = self.breaks, self.nodes, len(self.breaks) - 1
        limit, ends, starts = self.widest, self.shrunk_ends, self.shrunk_starts
        wide, by_stretch, short = 1 + self.fit.flex, self.by_stretch, self.most_fill - self.narrowest
        least_ends = list(accumulate(reversed(ends), min))[::-1]  # of the text to a break or to any later one
        nodes[0] = [Node(0.0, 1, 0, 0, 0, None)]
        origins = _Origins()
        order, shrunk, stretched = origins.breaks, origins.shrunk, origins.stretched
        origins.add(0, starts[0], wide * breaks[0].start + by_stretch * breaks[0].space_start)
        first = 0  # no line from an earlier break can hold this or any later one
        latest = 0
        strict = self.tolerance < inf
        for index in range(1, last + 1):
            end = breaks[index]
            while first < index and least_ends[index] - starts[first] > limit:
                first += 1
            if first > latest and strict:
                return None
            # the breaks, and hardly any besides, from which a line to this one is neither too long nor too short
            least = inf if index == last else wide * end.end + by_stretch * end.space_end + short
            able = order[bisect_left(shrunk, ends[index] - limit) : bisect_right(stretched, least)]
            found = self._arrivals(able, index) if able else []
            if not found and not strict and (first > latest or index == last):
                best = min(nodes[latest])
                found = [Node(best.cost + OVERFULL, 3, 0, min(best.line + 1, len(self.widths) - 1), index, best)]
            if found:
                nodes[index] = found
                origins.add(index, starts[index], wide * end.start + by_stretch * end.space_start)
                latest = index
        return min(nodes[last]) if nodes[last] else None

    def _arrivals(self, origins: list[int], index: int) -> list[Node]:
        """The best nodes for a line from one of `origins` that ends at `index`, one for each state that may still win."""
        last, is_last = self.breaks[index], index == len(self.breaks) - 1
        fit, widths, tolerance, sparse = self.fit, self.widths, self.tolerance, self.fit.sparse
        varied = len(widths) - 1
        best: dict[tuple[int, int, int], tuple[float, Node]] = {}
        for origin in origins:
            first = self.breaks[origin]
            natural, space = last.end - first.start, last.space_end - first.space_start
            line, ratio = -1, 0.0
            for node in self.nodes[origin]:
                ladder = node.ladder
                if node.line != line:
                    line = node.line
                    ratio = rate(fit, natural, space, widths[line])
                    if is_last and ratio >= -1:
                        price = last_line_cost(fit, natural, space, ratio) + first.stump
                        ratio = min(ratio, 0.0)
                    else:
                        price = last.cost + LINE + 100.0 * ratio * ratio  # as `line_cost`, which would be called too often
                        if ratio > 1:
                            price += LOOSE * (ratio - 1)
                    fitness = 0 if ratio < -0.5 else 1 if ratio <= 0.5 else 2 if ratio <= 1 else 3  # as `fitness_class`
                if not -1 <= ratio <= tolerance:
                    continue
                total = node.cost + price
                if not -2 < fitness - node.fitness < 2:
                    total += CONTRAST
                if last.hyphen:
                    ladder += 1
                    if ladder > 1:
                        total += LADDER if ladder == 2 else FORBIDDEN_LADDER
                        ladder = 2
                elif space >= sparse:
                    ladder = 0
                state = (fitness, ladder, line + 1 if line < varied else varied)
                held = best.get(state)
                if held is None or total < held[0]:
                    best[state] = (total, node)
        return _undominated([Node(total, *state, index, node) for state, (total, node) in best.items()])


class _Origins:
    """Breaks from which lines may begin, in order, with what the text before them takes all shrunk and all stretched.

    Both grow along the text, but where a character stands out or a word is torn: of the first the most so far is kept, of
    the second the least from there on, so that both are in order and the breaks asked for stand together.
    """

    def __init__(self) -> None:
        self.breaks: list[int] = []
        self.shrunk: list[float] = []
        self.stretched: list[float] = []

    def add(self, index: int, shrunk: float, stretched: float) -> None:
        """Add the next break."""
        at = len(self.breaks)
        if at and shrunk < self.shrunk[-1]:
            shrunk = self.shrunk[-1]
        while at and self.stretched[at - 1] > stretched:
            at -= 1
            self.stretched[at] = stretched
        self.breaks.append(index)
        self.shrunk.append(shrunk)
        self.stretched.append(stretched)


def _undominated(nodes: list[Node]) -> list[Node]:
    """Leaves out nodes that cannot win: another one is cheaper by more than the contrast that it may still have to pay."""
    if len(nodes) < 2:
        return nodes
    nodes.sort()
    kept: list[Node] = []
    for node in nodes:
        dear, line, ladder = node.cost - CONTRAST, node.line, node.ladder
        for other in kept:
            if other.cost <= dear and other.line == line and other.ladder <= ladder:
                break
        else:
            kept.append(node)
    return kept
