"""Texts that cannot be set in so few lines, told by widths alone.

In come a segment or its breaks, how its lines fill their measure, and their widths; out comes how many lines it
takes at least. The promise: what is said to take more is set in so few lines by no choice of breaks. Refuses to know what
lines cost: to search for the cheapest takes fifty times as long.
"""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, groupby
from operator import attrgetter

from briefgen.typeset.breaks import ROUNDING, Break, Fit
from briefgen.typeset.paragraph import Stretch
from briefgen.typeset.protrusion import MOST

OF_ATOM = attrgetter("dress")
SURE = 0.01  # points by which a text has to be too long, for sums of floats are not exact


def takes_more(segment: Stretch, fit: Fit, widths: Sequence[float], lines: int) -> bool:
    """Whether a segment surely takes more than so many lines; `widths` in points, one for each line, the last repeats.

    Each line holds its width of glyphs and spaces that have given way as far as they can. What is lost between two lines is
    a space and what stands out of their edges, and never more than is lost at the widest of these.
    """
    if lines < 1:
        return True
    squeeze, by_shrink = fit.flex, fit.shrink - fit.flex
    if segment.square or fit.solid or by_shrink < 0:
        return False
    first, end = segment.tokens[0].first, segment.ends[0][-1]
    text = (1 - squeeze) * (end.end - segment.start(first, 0)) - by_shrink * (end.space_end - segment.space[first])
    room = sum([widths[min(line, len(widths) - 1)] + ROUNDING for line in range(lines)]) + SURE
    if text <= room:
        return False
    if segment.lost is None:
        segment.lost = _lost(segment)
    lost, spaces, inner = segment.lost
    between = max(0.0, (1 - squeeze) * lost - by_shrink * spaces, (1 - squeeze) * inner)
    return text - (lines - 1) * between > room


def fewest_lines(breaks: Sequence[Break], fit: Fit, widths: Sequence[float]) -> int:
    """A number of lines than which a text with these breaks does not take fewer, each as tight as can be."""
    squeeze = 0.0 if fit.solid else fit.flex
    by_shrink = fit.shrink - squeeze
    ends = [(1 - squeeze) * each.end - by_shrink * each.space_end for each in breaks]
    starts = [(1 - squeeze) * each.start - by_shrink * each.space_start for each in breaks]
    # a line may begin as late as any before it, and hold what is narrower further on: so it holds no less than it may
    ends = [*accumulate(reversed(ends), min)][::-1]
    starts = [*accumulate(starts, max)]
    at = lines = 0  # the last break that so many lines may come to
    while at < len(breaks) - 1 and lines < len(breaks):
        width = widths[min(lines, len(widths) - 1)] + ROUNDING + SURE
        at = max(at, bisect_right(ends, starts[at] + width) - 1)
        lines += 1
    return lines


def _lost(segment: Stretch) -> tuple[float, float, float]:
    """The most points lost between lines that part two tokens, the least of these in spaces; and the most within a token.

    Between two parts of a word is no space, but both may stand out. A letter that the first of them loses before its hyphen
    (Catalan: col·lapse, col-lapse) is no wider than that.
    """
    ends = segment.ends[0][:-1]
    dresses = [dress for dress, _ in groupby(map(OF_ATOM, segment.atoms))]  # of one, mostly
    inner = max([2 * MOST * dress.size + dress.tracking for dress in dresses])
    lost = max([each.start - each.end for each in ends], default=0.0)
    return lost, min([each.space_start - each.space_end for each in ends], default=0.0), inner
