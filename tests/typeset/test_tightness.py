from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.breaks import ROUNDING, Break, Fit, rate
from briefgen.typeset.choice import line_fit
from briefgen.typeset.division import Breaking, find_breaks
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.opportunities import Divider
from briefgen.typeset.paragraph import Stretch, make_stretches
from briefgen.typeset.setter import Typesetter
from briefgen.typeset.shape import Shaper
from briefgen.typeset.tightness import fewest_lines, takes_more

JUSTIFIED = TextStyle("body", 10, 13, align="justify", hyphenate=True)
TEXT = (
    "The fight against drug cartels is not a conventional war; it is a fragmented, asymmetric conflict fought in crowded "
    "cities and remote rural villages. Because the military is not trained in intelligence-led policing or "
    "community-based security, its approach often relies on overwhelming force rather than surgical precision."
)
WORDS = st.lists(
    st.sampled_from(
        ["a", "of", "“It", "weakness,”", "asszonnyal", "intelligence-led", "col·laborar", "in\u00adter", "W’", "12/13"]
    )
    | st.text(alphabet="abcdegilnort-", min_size=1, max_size=14),
    min_size=1,
    max_size=40,
)


def least_lines(breaking: Breaking, fit: Fit, widths: Sequence[float]) -> int:
    """The least number of lines that hold a text, each as tight as can be; 0 where there is no way."""
    breaks, reached, lines = breaking.breaks, {0}, 0
    while reached:
        width = widths[min(lines, len(widths) - 1)]
        lines += 1
        ends = [(at, other) for at in reached for other in range(at + 1, len(breaks))]
        reached = {
            other
            for at, other in ends
            if rate(fit, breaks[other].end - breaks[at].start, breaks[other].space_end - breaks[at].space_start, width) >= -1
        }
        if len(breaks) - 1 in reached:
            return lines
    return 0


def stretch_of(text: str, style: TextStyle, shaper: Shaper) -> Stretch:
    (stretch,) = make_stretches((Span(text),), style, shaper)
    return stretch


@given(
    WORDS,
    st.sampled_from(["left", "justify", "right"]),
    st.sampled_from(["en-GB", "hu", "ca", "de"]),
    st.booleans(),
    st.data(),
)
def test_no_text_is_said_to_take_more_lines_than_it_does(
    default_book: FontBook, words: list[str], align: str, language: str, upper: bool, data: st.DataObject
) -> None:
    style = TextStyle("body", 10, 13, align=align, hyphenate=True, upper=upper)  # type: ignore[arg-type]  # of the literal
    shaper, divider = Shaper(default_book, language), Divider()
    stretch = stretch_of(" ".join(words), style, shaper)
    fit, breaks = line_fit(stretch, style, (100.0,)), find_breaks(stretch, shaper, divider, True, 20.0).breaks
    inner = st.sets(st.integers(1, max(1, len(breaks) - 2)), max_size=6)
    ends = [0, *sorted(data.draw(inner) - {len(breaks) - 1}), len(breaks) - 1]
    # each line is as wide as what stands in it when all of that has given way
    widths = [tight(fit, breaks[start], breaks[end]) for start, end in pairwise(ends)]
    assert not takes_more(stretch, fit, widths, len(widths))
    assert takes_more(stretch, fit, widths, 0)
    assert fewest_lines(breaks, fit, widths) <= len(widths)


@pytest.mark.parametrize(
    ("text", "language"), [("over-the-counter-drugs", "en-GB"), ("col·lapse", "ca"), ("one\u2003two\u2003three", "en-GB")]
)
def test_all_is_reckoned_that_is_lost_between_lines(default_book: FontBook, text: str, language: str) -> None:
    shaper = Shaper(default_book, language)
    stretch = stretch_of(text, JUSTIFIED, shaper)
    fit, breaks = line_fit(stretch, JUSTIFIED, (100.0,)), find_breaks(stretch, shaper, Divider(), True, 30.0).breaks
    lost = [after for after in range(1, len(breaks) - 1) if breaks[after].start > breaks[after].end]
    widths = [tight(fit, breaks[start], breaks[end]) for start, end in pairwise([0, *lost, len(breaks) - 1])]
    assert len(widths) > 1
    assert not takes_more(stretch, fit, widths, len(widths))


def tight(fit: Fit, first: Break, last: Break) -> float:
    """The width of a line that is as tight as can be."""
    natural, space = last.end - first.start, last.space_end - first.space_start
    width = natural - fit.flex * (natural - space) - fit.shrink * space
    assert rate(fit, natural, space, width + ROUNDING) >= -1 > rate(fit, natural, space, width - 2 * ROUNDING)
    return width


def test_half_of_the_texts_that_take_more_lines_are_told(default_book: FontBook) -> None:
    shaper, divider = Shaper(default_book, "en-GB"), Divider()
    told, found = [], []
    for width in range(140, 260, 4):
        for text in (TEXT, f"{TEXT} {TEXT}", TEXT[:200]):
            stretch, widths = stretch_of(text, JUSTIFIED, shaper), (width - 12.0, float(width))
            fit = line_fit(stretch, JUSTIFIED, widths)
            breaking = find_breaks(stretch, shaper, divider, True, min(widths))
            least = least_lines(breaking, fit, widths)
            told.append(takes_more(stretch, fit, widths, least - 1))
            found.append(fewest_lines(breaking.breaks, fit, widths) == least)
    assert told.count(True) > len(told) / 2
    assert all(found)


@pytest.mark.parametrize("text", [TEXT, f"{TEXT} {TEXT} {TEXT}", "A word", f"{TEXT}\n{TEXT}"])
def test_what_is_told_at_once_is_what_is_found(default_book: FontBook, text: str) -> None:
    seen = set()
    for width in range(120, 300, 9):
        spans, widths = (Span(text),), (float(width),)
        known, fresh = Typesetter(default_book, "en-GB"), Typesetter(default_book, "en-GB")
        known.set(spans, JUSTIFIED, widths)  # of what has not been set nothing is told
        one, other = (setter.variant(spans, JUSTIFIED, widths, -1) for setter in (known, fresh))
        assert one == other
        seen.add(one is None)
    assert True in seen
