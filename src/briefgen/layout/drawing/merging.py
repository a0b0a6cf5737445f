"""Whether the colours of a brief stay apart on a photocopier.

Comes: the brief and its palette. Goes: a problem for each pair of neighbouring tones that look the same in gray.
"""

from itertools import pairwise

from briefgen.content.brief import Brief
from briefgen.problem import Problems
from briefgen.theme import Palette

# The share of black by which two tones have to differ. Offset presses print dots from 3 % on (ISO 12647-2), copiers fewer.
LEAST = 0.04


def report_merging(brief: Brief, palette: Palette, problems: Problems) -> None:
    """Report tones that lie side by side and cannot be told apart in gray."""
    tones = {
        "the paper": palette.paper,
        "the tint behind boxes": palette.tint,
        "the tint of fine rules": palette.line,
        "the accent": palette.accent,
    }
    for (light, lighter), (dark, darker) in pairwise(tones.items()):
        apart = lighter.gray - darker.gray
        if apart < LEAST:
            said = f"in gray, {dark} differs from {light} by {100 * apart:.0f} % of black; it takes {100 * LEAST:.0f} %"
            problems.add("print/tints-merge", brief.place("design.accent"), said, "choose a darker accent")
