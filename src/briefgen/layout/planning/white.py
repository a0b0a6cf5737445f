"""White on planned pages: what readers see of it, what it costs, and the spaces into which it is let.

Comes: pages with the bands that they are to have. Goes: the same pages with rows let in, and their demerits. Promise: no
space grows by more than a row, but for series where nothing else is left. Chooses no ends of columns.
"""

from collections.abc import Sequence

import msgspec

from briefgen.layout import costs
from briefgen.layout.measuring.pieces import Segment
from briefgen.layout.planning.column import Columns
from briefgen.layout.planning.columns import Filler
from briefgen.layout.planning.planned import Band, PlannedPage, WideBand

HOLE, COLUMN_HOLE = 36.0, 62.0  # points of white below rows at a page's foot and below one column that readers see
LEFT = 1  # row of white above the panel of a last page, whose space above is let into what stands there
ABOVE = 3  # rows of white above it at most: its ground takes the others
WIDER = 0.5  # of a panel's padding: as much is added to that above its words, where its ground is so much higher
GREAT = 72.0  # points more than that, from which on a hole is as bad as two
FULL = 0.61  # the share of the last page that is to be filled: 0.55 of what a reader sees, who takes no rounding for ink
BACK = 0.85  # a closing panel that fills so much of a page makes a page of its own

Bands = tuple[Band | WideBand, ...]


class White:
    """The white on the pages of one brief. `rows` are those of its floats across pages, `height` and `leading` a page's."""

    def __init__(
        self, segments: Sequence[Segment], fillers: Sequence[Filler], rows: Sequence[int], height: float, leading: float
    ) -> None:
        self._segments = segments
        self._fillers = fillers
        self._rows = rows
        self._height = height
        self._leading = leading

    def closed(self, sheet: PlannedPage) -> PlannedPage:
        """A page that is not the last, with its white let in and the demerits of what is left."""
        let_out = self.let_out(sheet)
        left = (self._height - let_out.used) / self._leading
        return msgspec.structs.replace(let_out, cost=let_out.cost + costs.GAP * max(0.0, left - costs.GAP_FREE) ** 2)

    def ended(self, sheet: PlannedPage) -> PlannedPage:
        """The last page, with its demerits where it is not FULL."""
        fill, alone = self.fill(sheet)
        lacking = max(0.0, FULL - fill)
        cost = costs.SPARSE * lacking**2 + (costs.ALONE if alone and fill < BACK else 0.0)
        return msgspec.structs.replace(sheet, cost=sheet.cost + cost)

    def let_out(self, sheet: PlannedPage) -> PlannedPage:
        """A page with the white at its foot let into its columns, from the last to the first, and between its bands."""
        left = int((self._height - sheet.used + 0.01) // self._leading)
        if left <= 0 or not sheet.bands or any(map(self._is_panel, sheet.bands)):
            return sheet
        bands, rows, cost = self._let_into(sheet.bands, left)
        return msgspec.structs.replace(sheet, bands=bands, used=sheet.used + rows * self._leading, cost=sheet.cost + cost)

    def aired(self, sheet: PlannedPage) -> PlannedPage:
        """The last page with the white above its panel let into what stands there, but for LEFT, and the rest filled."""
        if len(sheet.bands) < 2 or not self._is_panel(sheet.bands[-1]):
            return sheet
        *bands, panel = sheet.bands
        assert isinstance(panel, Band)  # noqa: S101  it is a panel
        above: Bands = tuple(bands)
        left = int((self._above(above, panel) + 0.01) // self._leading) - LEFT
        if left > 0:
            above, _, _ = self._let_into(above, left, again=False)
        return msgspec.structs.replace(sheet, bands=(*above, self._raised(panel, self._above(above, panel))))

    def settled(self, sheet: PlannedPage) -> PlannedPage:
        """A page that is not the last, and not to be planned again, with white that readers see at its foot let in."""
        left = self.foot(sheet) if sheet.bands and self.hole(sheet) else 0
        if left <= 0 or any(map(self._is_panel, sheet.bands)):
            return sheet
        bands, rows, _ = self._let_into(sheet.bands, left, seen=True)
        return msgspec.structs.replace(sheet, bands=bands, used=sheet.used + rows * self._leading) if rows else sheet

    def room_of_panel(self, sheet: PlannedPage) -> tuple[float, float]:
        """The height that the closing panel of a page has, and that its ground has to be; 0 and 0 without one."""
        if not sheet.bands or not self._is_panel(sheet.bands[-1]):
            return 0.0, 0.0
        *above, panel = sheet.bands
        assert isinstance(panel, Band)  # noqa: S101  it is a panel
        segment = self._segments[panel.segment]
        foot = above[-1].top + self._depths(above[-1])[0] + ABOVE * self._leading if above else 0.0
        return self._height - foot, panel.columns.depth * segment.leading + 2 * segment.padding

    def with_panel(self, sheet: PlannedPage, columns: Columns) -> PlannedPage:
        """The last page with these columns in its panel."""
        *above, panel = sheet.bands
        assert isinstance(panel, Band)  # noqa: S101  it is a panel
        segment = self._segments[panel.segment]
        lowest = Band(panel.segment, columns, self._height - segment.padding - columns.depth * segment.leading)
        if not above:
            whole = self.has_page(segment, columns)
            return msgspec.structs.replace(
                sheet, bands=(msgspec.structs.replace(lowest, top=segment.padding) if whole else lowest,)
            )
        raised = self._raised(lowest, self._above(tuple(above), lowest))
        return msgspec.structs.replace(sheet, bands=(*above, raised))

    def _above(self, bands: Bands, panel: Band) -> float:
        """The points of white between the last of the bands and the panel below them."""
        return panel.top - self._segments[panel.segment].padding - bands[-1].top - self._depths(bands[-1])[0]

    def _raised(self, panel: Band, white: float) -> Band:
        """The panel with its ground taken up until ABOVE rows of the white above it are left, its words with it."""
        segment = self._segments[panel.segment]
        higher = white - ABOVE * self._leading
        if higher <= 0 or segment.background is None:
            return panel
        wider = min(WIDER * segment.padding, higher / 2)
        return msgspec.structs.replace(panel, top=panel.top - higher + wider, wider=wider)

    def has_page(self, segment: Segment, columns: Columns) -> bool:
        """Whether a panel that stands alone on its page is high enough for its ground to be as high as the page."""
        return columns.depth * segment.leading + 2 * segment.padding >= FULL * self._height

    def _is_panel(self, band: Band | WideBand) -> bool:
        return isinstance(band, Band) and self._segments[band.segment].at_foot

    def _let_into(self, bands: Bands, left: int, *, again: bool = True, seen: bool = False) -> tuple[Bands, int, float]:
        """The bands with at most `left` rows let in, from the last to the first and then between them; rows and demerits.

        `again`: series may be let out twice. `seen`: readers see the white, and between the bands rows have been let in.
        """
        found: list[Band | WideBand] = []
        moved: list[int] = []  # the rows let into each
        cost = 0.0
        for band in reversed(bands):
            more = 0
            if isinstance(band, Band) and self._segments[band.segment].leading == self._leading:
                columns = self._fillers[band.segment].let_out(band.columns, left - sum(moved), again=again, seen=seen)
                more = columns.depth - band.columns.depth
                cost += columns.cost - band.columns.cost
                band = msgspec.structs.replace(band, columns=columns)
            found.insert(0, band)
            moved.insert(0, more)
        # below the front there is space enough
        first = 2 if isinstance(bands[0], Band) and bands[0].segment == 0 else 1
        between = len(bands) - first
        if seen or not 0 < between <= left - sum(moved):
            between = 0
        y = 0
        placed: list[Band | WideBand] = []
        for number, (band, more) in enumerate(zip(found, moved, strict=True)):
            y += bool(between) and number >= first
            placed.append(msgspec.structs.replace(band, top=band.top + y * self._leading))
            y += more
        return tuple(placed), y, cost + costs.SPREAD * between

    def hole(self, sheet: PlannedPage) -> float:
        """White that nobody wanted, across the page or below one of several columns: 0 where readers see none, at most 2."""
        ends = [*(band.top for band in sheet.bands[1:]), self._height]
        excess = -1.0
        for band, end in zip(sheet.bands, ends, strict=True):
            deepest, shallowest = self._depths(band)
            excess = max(excess, end - band.top - deepest - HOLE, end - band.top - shallowest - COLUMN_HOLE)
        return 1 + min(1.0, excess / GREAT) if excess > 0 else 0.0

    def below(self, sheet: PlannedPage) -> tuple[float, float]:
        """The points of white at the foot of a page: across all its columns, and below the shallowest of them."""
        last = sheet.bands[-1]
        deepest, shallowest = self._depths(last)
        return self._height - last.top - deepest, self._height - last.top - shallowest

    def foot(self, sheet: PlannedPage) -> int:
        """The rows of white at the foot of a page, across all its columns."""
        return int((self.below(sheet)[0] + 0.01) // self._leading)

    def _depths(self, band: Band | WideBand) -> tuple[float, float]:
        """The height in points of a band, and of its shallowest column as it is seen, where they are to be level."""
        if isinstance(band, WideBand):
            return (self._rows[band.number] * self._leading,) * 2
        segment = self._segments[band.segment]
        filler, columns = self._fillers[band.segment], band.columns.columns
        depths = [filler.depth(column) for column in columns]
        height = max(depths) * segment.leading + segment.padding
        if segment.at_foot:
            return height, height
        seen = [depth * segment.leading - filler.below_ground(column) for depth, column in zip(depths, columns, strict=True)]
        if len(columns) < segment.columns:  # one is left empty
            seen.append(0.0)
        return height, min(seen)

    def fill(self, sheet: PlannedPage) -> tuple[float, bool]:
        """The share of a page's height that is filled, and whether nothing but the closing panel stands on it."""
        inked = 0.0
        alone = True
        for band in sheet.bands:
            if isinstance(band, Band):
                segment = self._segments[band.segment]
                inked += band.columns.depth * segment.leading + 2 * segment.padding
                alone = alone and segment.at_foot
            else:
                inked += self._rows[band.number] * self._leading
                alone = False
        return inked / self._height, alone
