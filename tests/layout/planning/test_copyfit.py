"""Which levers are pulled: against briefs of a given height, and layouts counted."""

import msgspec
import pytest

from briefgen.layout.fit import CLOSER, FARTHEST, LOOSER, SINKING, TIGHTER, USUAL, Levers, Step
from briefgen.layout.planning.copyfit import EFFORT, fit_evenly, fit_exactly, fit_freely

STEPS = [*[step.fit for step in TIGHTER[::-1]], USUAL, *[step.fit for step in FARTHEST]]


SINKINGS = [step.fit for step in SINKING]


class Sheets(msgspec.Struct, frozen=True):
    """A brief that takes `height` pages: its last page is white where it is not filled."""

    fit: Levers
    height: float
    holes: int = 0
    foot: int = 0
    thin: bool = False
    worst: float = 0.0

    @property
    def count(self) -> int:
        return -int(-self.height // 1)

    @property
    def fill(self) -> float:
        return self.height - self.count + 1

    @property
    def cost(self) -> float:
        return 40_000 * max(0.0, 0.55 - self.fill) ** 2 + self.worst


class Brief:
    """Each step of a ladder makes it 1.5 % longer or shorter, if nothing else is said."""

    def __init__(self, height: float, rough: tuple[Levers, ...] = (), each: float = 0.015) -> None:
        self.each = each
        self.height = height
        self.rough = rough
        self.tried: list[Levers] = []

    def __call__(self, fit: Levers) -> Sheets:
        self.tried.append(fit)
        step = STEPS.index(fit) - STEPS.index(USUAL) if fit in STEPS else 1  # else the title stands lower
        return Sheets(fit, self.height * (1 + self.each * step), int(fit in self.rough))


@pytest.mark.parametrize("height", [0.4, 1.0, 1.7, 2.0, 4.0, 7.9])
def test_what_fits_is_left_alone(height: float) -> None:
    brief = Brief(height)
    assert fit_freely(brief).fit == USUAL
    assert brief.tried == [USUAL]


def test_a_long_brief_is_laid_out_once() -> None:
    brief = Brief(30.05)
    assert fit_freely(brief).fit == USUAL
    assert brief.tried == [USUAL]


@pytest.mark.parametrize("height", [7.8, 11.8, 15.8, 23.8])
def test_of_many_pages_few_layouts_are_tried_against_white(height: float) -> None:
    brief = Brief(height, (*STEPS, *SINKINGS))
    assert fit_freely(brief).fit == USUAL
    assert (len(brief.tried) - 1) * height < EFFORT
    assert len(brief.tried) > 5


def test_the_step_that_is_likely_to_serve_is_tried_first() -> None:
    brief = Brief(4.1)
    assert fit_exactly(brief, 4).fit == TIGHTER[1].fit
    assert brief.tried == [USUAL, TIGHTER[1].fit, TIGHTER[0].fit]
    brief = Brief(2.05)
    assert fit_freely(brief).fit == TIGHTER[1].fit
    assert brief.tried[:3] == [USUAL, TIGHTER[1].fit, TIGHTER[0].fit]


def test_where_the_likely_step_does_not_serve_the_strongest_is_tried() -> None:
    brief = Brief(4.2, each=0.006)
    assert fit_exactly(brief, 4).fit == TIGHTER[7].fit
    assert brief.tried[1:3] == [TIGHTER[1].fit, TIGHTER[-1].fit]


def test_a_few_lines_on_a_last_page_are_taken_in() -> None:
    found = fit_freely(Brief(2.05))
    assert (found.count, found.fit) == (2, TIGHTER[1].fit)


def test_a_last_page_half_full_is_filled() -> None:
    found = fit_freely(Brief(3.48))
    assert (found.count, found.fit) == (4, LOOSER[2].fit)


def test_what_cannot_be_mended_is_left_alone() -> None:
    assert fit_freely(Brief(1.25)).fit == USUAL


def test_a_last_page_that_nothing_fills_has_at_least_no_hole() -> None:
    """Full to 0.37, the strongest levers fill it to 0.59: less than it should be, and no hole."""
    assert fit_freely(Brief(2.37, each=0.0085)).fit == LOOSER[-1].fit


@pytest.mark.parametrize("height", [2.3, 2.95, 3.0, 3.2, 3.6, 4.0, 4.3])
@pytest.mark.parametrize("wanted", [3, 4])
def test_pages_are_as_many_as_wanted_where_a_step_gives_them(height: float, wanted: int) -> None:
    brief = Brief(height)
    reachable = {brief(fit).count for fit in STEPS}
    brief.tried.clear()
    assert (fit_exactly(brief, wanted).count == wanted) == (wanted in reachable)
    assert len(brief.tried) <= 12


def test_holes_are_closed_by_the_mildest_lever_that_leaves_none() -> None:
    rough = (USUAL, TIGHTER[0].fit, LOOSER[0].fit)
    assert fit_freely(Brief(1.8, rough)).fit == LOOSER[1].fit
    assert fit_exactly(Brief(1.8, rough), 2).fit == LOOSER[1].fit


def test_holes_that_no_mild_lever_closes_are_left() -> None:
    assert fit_freely(Brief(1.8, (*STEPS, *SINKINGS))).fit == USUAL


def test_where_no_step_closes_a_hole_the_title_stands_lower() -> None:
    assert fit_freely(Brief(1.8, (*STEPS, SINKINGS[0]))).fit == SINKINGS[1]


def test_a_step_that_leaves_a_hole_gives_way_to_the_next_without() -> None:
    """The mildest step that fills the last page leaves a hole; the one after it does not."""
    mildest = fit_freely(Brief(3.48)).fit
    after = LOOSER[[step.fit for step in LOOSER].index(mildest) + 1].fit
    assert fit_freely(Brief(3.48, (mildest,))).fit == after


def test_a_last_page_that_is_nearly_full_enough_is_not_worth_a_strong_lever() -> None:
    assert fit_freely(Brief(3.605, each=0.0002)).fit == USUAL


def test_the_mildest_step_is_taken() -> None:
    assert fit_exactly(Brief(4.05), 4).fit == TIGHTER[0].fit


def test_what_cannot_be_reached_comes_as_near_as_it_can() -> None:
    assert fit_exactly(Brief(6.0), 3).fit == TIGHTER[-1].fit
    assert fit_exactly(Brief(2.0), 4).fit == FARTHEST[-1].fit


def test_a_fit_says_what_was_done() -> None:
    assert str(USUAL) == ""
    assert "figures 8 % smaller" in str(TIGHTER[-1].fit)


def test_pictures_are_narrower_than_their_measure_only_where_nothing_else_serves() -> None:
    assert [step.fit.figures for step in TIGHTER] == [*[1.0] * (len(TIGHTER) - 1), 0.92]
    assert {step.fit.figures for step in (*LOOSER, *FARTHEST)} == {1.0}


class Headed(Brief):
    """A brief whose page 1 lacks three rows, and whose title is to stand so much lower."""

    def __call__(self, fit: Levers) -> Sheets:
        found = super().__call__(fit)
        closed = fit.sinkage == 3
        return msgspec.structs.replace(found, holes=0 if closed else 1, foot=0 if closed else 3)


def test_a_hole_at_the_foot_of_page_1_goes_about_the_title() -> None:
    brief = Headed(3.9)
    assert fit_freely(brief).fit == Levers(sinkage=3)
    assert brief.tried == [USUAL, Levers(sinkage=3)]


@pytest.mark.parametrize(
    ("height", "count"),
    [
        (4.1, 4),  # a page less
        (4.95, 6),  # a page more, and that well filled
        (2.6, None),
    ],
)
def test_an_even_number_of_pages_is_sought_on_both_sides(height: float, count: int | None) -> None:
    brief = Brief(height)
    found = fit_evenly(brief, fit_freely(brief) if height != 4.1 else brief(USUAL))
    assert (found.count if found else None) == count


def test_no_even_number_is_bought_with_a_hole() -> None:
    assert fit_evenly(Brief(4.1, tuple(STEPS[:-1])), Sheets(USUAL, 4.1)) is None


class Lone(Brief):
    """A recommendation stands alone on its page, unless paragraphs are shorter or, on other pages, longer."""

    def __call__(self, fit: Levers) -> Sheets:
        found = super().__call__(fit)
        return msgspec.structs.replace(found, worst=0.0 if fit.looseness else 7000.0)


def test_what_stands_where_it_should_not_is_mended_like_a_hole() -> None:
    brief = Lone(3.75)
    assert fit_exactly(brief, 4).fit == LOOSER[0].fit
    assert brief.tried == [USUAL, LOOSER[0].fit]


class Torn(Brief):
    """A finding is torn unless there is less space between blocks."""

    def __call__(self, fit: Levers) -> Sheets:
        found = super().__call__(fit)
        torn = fit.spaces >= 1
        return msgspec.structs.replace(found, worst=7000.0 if torn else 0.0)


@pytest.mark.parametrize(("height", "first"), [(3.92, CLOSER), (3.75, LOOSER[0])])
def test_where_the_last_page_is_full_less_space_is_tried_first(height: float, first: Step) -> None:
    brief = Torn(height)
    assert fit_exactly(brief, 4).fit.spaces < 1
    assert brief.tried[:2] == [USUAL, first.fit]


@pytest.mark.parametrize(("height", "away"), [(4.2, LOOSER), (2.9, TIGHTER)])
def test_no_step_is_tried_that_leads_away_from_the_pages_wanted(height: float, away: tuple[Step, ...]) -> None:
    """Against holes a brief that is too long already is not made longer, nor one too short shorter."""
    brief = Brief(height, (*STEPS, *SINKINGS))
    assert fit_exactly(brief, 4).count == 4
    assert not {step.fit for step in away} & {*brief.tried}
