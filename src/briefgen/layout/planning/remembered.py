"""Endings of pages found again where a page begins with the same text, wherever that now stands in the brief.

Comes: how far a plan has come, and what finds the endings of a page that begins there. Goes: the endings. Promise: they
are those that would be found anew. An edit moves what comes after it, and leaves most pages that a planner looks at alike.
"""

from collections.abc import Callable, Sequence
from typing import TypeVar

import msgspec

from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import Segment
from briefgen.layout.planning.across import Across
from briefgen.layout.planning.column import Bounds, Column, Fill
from briefgen.layout.planning.planned import Band, Ending, PlannedPage, Progress, Unmade, WideBand
from briefgen.layout.planning.prospects import Prospects
from briefgen.memory import Memory, Shelf

PAGES_KEPT = 600  # beginnings of pages, each with a dozen endings: a brief of four pages has thirty in one setting of levers
Stretch = TypeVar("Stretch", Column, Fill)


class Elsewhere(msgspec.Struct, frozen=True):
    """A page that was planned for the same text when its page began with `before`; now it begins with `now`."""

    ending: Ending
    before: Progress
    now: Progress


class Remembered:
    """The endings that pages of a session's briefs had, on pages `height` points high with this `leading`."""

    def __init__(
        self,
        segments: Sequence[Segment],
        galleys: Sequence[Galley],
        across: Across,
        page: tuple[float, float, Bounds],
        memory: Memory,
    ) -> None:
        self._prospects = Prospects(segments, galleys, across, page[0], memory)
        self._page = page
        self._known: Shelf[object, tuple[Progress, list[Ending]]] = memory.shelf("endings", PAGES_KEPT)

    def found(self, state: Progress, find: Callable[[Progress], list[Ending]]) -> list[Ending]:
        """The endings of a page that begins with `state`: those that were found before, or else are now."""
        prospect = self._prospects.of(state)
        if prospect is None:
            return find(state)
        key = self._page, prospect
        known = self._known.get(key)
        if known is None:
            return self._known.keep(key, (state, find(state)))[1]
        before, endings = known
        if before == state:
            return endings
        return [
            Ending(moved(each.after, before, state), each.cost, Elsewhere(each, before, state), each.astray)
            for each in endings
        ]

    def bring(self, ending: Ending) -> None:
        """Give an ending that was found elsewhere its page, with the numbers of pieces and floats where they are now."""
        elsewhere = ending.page
        if not isinstance(elsewhere, Elsewhere):
            return
        page, before, now = elsewhere.ending.page, elsewhere.before, elsewhere.now
        if isinstance(page, PlannedPage):
            ending.page = _page_moved(page, before, now)
        elif isinstance(page, Unmade):
            way = page.way
            if way is not None and page.sheet.state.segment == before.segment:
                way = msgspec.structs.replace(way, fills=_stretches_moved(way.fills, before, now))
            ending.page = Unmade(_page_moved(page.sheet, before, now), way, page.top, page.feet)


def moved(state: Progress, before: Progress, now: Progress) -> Progress:
    """How far a page comes that begins with `now`, where one like it that begins with `before` comes as far as `state`."""
    own = state.segment == before.segment  # a later segment counts its own pieces and floats
    return Progress(
        state.segment + now.segment - before.segment,
        state.piece + (now.piece - before.piece if own else 0),
        state.wide + now.wide - before.wide,
        state.narrow + (now.narrow - before.narrow if own else 0),
        state.owed,
    )


def _page_moved(page: PlannedPage, before: Progress, now: Progress) -> PlannedPage:
    bands = tuple([_band_moved(band, before, now) for band in page.bands])
    return msgspec.structs.replace(page, bands=bands, state=moved(page.state, before, now))


def _band_moved(band: Band | WideBand, before: Progress, now: Progress) -> Band | WideBand:
    if isinstance(band, WideBand):
        return WideBand(band.number + now.wide - before.wide, band.top)
    columns = band.columns
    if band.segment == before.segment:
        columns = msgspec.structs.replace(columns, columns=tuple(_stretches_moved(columns.columns, before, now)))
    return Band(band.segment + now.segment - before.segment, columns, band.top)


def _stretches_moved(stretches: Sequence[Stretch], before: Progress, now: Progress) -> list[Stretch]:
    """Columns of the segment with which the page begins."""
    pieces, floats = now.piece - before.piece, now.narrow - before.narrow
    return [
        msgspec.structs.replace(each, start=each.start + pieces, end=each.end + pieces, floated=each.floated + floats)
        for each in stretches
    ]
