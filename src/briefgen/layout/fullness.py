"""How full the pages are, told to the author where no lever can mend it: too many pages, white that nobody wanted.

Comes: the layout chosen, and the words of its pages. Goes: problems and advice, each with the lines by which the text is too
long or too short. Promise: lines are counted as the body's, from rows that are planned; they are said to be about so many.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from briefgen.content.brief import Brief, Section
from briefgen.content.reading import ids_of
from briefgen.layout.items import Unfilled
from briefgen.layout.measuring.galley import Galley
from briefgen.layout.measuring.pieces import FORBIDDEN, Piece, Segment, Strip
from briefgen.layout.planning.draft import Draft
from briefgen.layout.planning.planned import Band, PlannedPage
from briefgen.layout.planning.white import FULL
from briefgen.layout.proof.known import Known
from briefgen.problem import Problems, counted

SEEN, SEEN_COLUMN = 80.0, 190.0  # points of white at the foot of a page, and of one column: less is no news to an author
BARE = 0.5  # a last page that is less full is told
KEPT = 1000.0  # demerits of a column's end from which on what stands before it is as good as one piece
MM = 25.4 / 72


def report_count(brief: Brief, found: Draft, usual: int, problems: Problems) -> None:
    """Say by how many lines a brief is too long or too short for its number of pages, and where they might be found.

    It can be set on as many pages as it has now, and on `usual`, as many as it has when it is not fitted.
    """
    page = found.theme.page
    wanted = brief.design.pages or 0
    lines = round((found.count - 1 + found.fill - wanted) * page.rows * page.columns)
    if found.count < wanted:
        lines = round((wanted - 1 + FULL - (found.count - 1 + found.fill)) * page.rows * page.columns)
    said = f"the brief takes {counted(found.count, 'page')}, not {wanted}: it is about {counted(lines, 'line')} too "
    said += "long" if found.count > wanted else "short"
    hint = "shorten the text" if found.count > wanted else "lengthen the text, or add a figure"
    hint += _longest(found.segments, brief)
    able = {found.count, usual} if min(found.count, usual) < wanted < max(found.count, usual) else {found.count}
    counts = " or ".join(f"`pages: {count}`" for count in sorted(able))
    problems.add(
        "layout/page-count", brief.place("design.pages"), said, f"{hint}; or write {counts}, which it can be set on"
    )


def white_on(brief: Brief, found: Draft, pages: Sequence[Known]) -> Iterator[Unfilled]:
    """Pages that end early, and a last page that is nearly empty, with what would fill them."""
    sheets = [*found.sheets[:-1]] if found.has_back_page else [*found.sheets]
    for number, (sheet, following) in enumerate(pairwise(sheets), 1):
        if not (sheet.bands and following.bands):  # notes alone run on there
            continue
        if not _begins_page(found, following):
            yield from _foot(brief, found, (number, sheet, following), pages)
    if len(sheets) > 1 and sheets[-1].bands:
        yield from _last(brief, found, sheets[-1])


def _is_cover(found: Draft, sheet: PlannedPage) -> bool:
    """Whether a page is a cover, on which no text has room."""
    first = sheet.bands[0]
    ground = found.segments[first.segment].ground if isinstance(first, Band) else None
    return ground is not None and ground.bare


def _begins_page(found: Draft, sheet: PlannedPage) -> bool:
    """Whether what begins a page is to begin one."""
    first = sheet.bands[0]
    return isinstance(first, Band) and found.segments[first.segment].new_page and first.columns.columns[0].start == 0


def _foot(
    brief: Brief, found: Draft, turn: tuple[int, PlannedPage, PlannedPage], pages: Sequence[Known]
) -> Iterator[Unfilled]:
    """White at the foot of a page; `turn`: its number, what stands on it, and what on the next."""
    number, sheet, following = turn
    across, beside = found.planner.white.below(sheet)
    if across <= SEEN and beside <= SEEN_COLUMN:
        return
    white = across if across > SEEN else beside
    section = _section_on(brief, [known.words for known in pages[:number]])
    page, last = found.theme.page, sheet.bands[-1]
    columns = found.segments[last.segment].columns if isinstance(last, Band) else page.columns
    rows = int(white / page.leading)
    lacking = _least_rows(found, following) + 1 - rows
    lines = rows * columns if across > SEEN else rows
    where = "" if across > SEEN else "one column of "
    said = f"{where}page {number} is white for {white * MM:.0f} mm at its foot; what follows begins on the next page"
    name = f"“{section.heading.text.words}”" if section and section.heading else "the text"
    more = counted(lines, "line")
    hint = f"lengthen {name} by about {more}"
    if 0 < lacking <= rows:
        fewer = counted(lacking * columns, "line")
        hint = f"shorten {name} by about {fewer}, and what follows stands on this page; or lengthen it by about {more}"
    id = section.heading.text.id if section and section.heading else brief.front.title.id
    yield Unfilled("white-page", id, said, hint)


def _section_on(brief: Brief, words: Sequence[dict[str, str]]) -> Section | None:
    """The last section that has begun on these pages."""
    begun = None
    for section in brief.sections:
        if section.heading and any(section.heading.text.id in page for page in words):
            begun = section
    return begun


def _least_rows(found: Draft, sheet: PlannedPage) -> int:
    """The rows that what begins a page takes at least."""
    first = sheet.bands[0]
    if not isinstance(first, Band):
        return Galley(found.planner.wide[first.number][1].pieces).feet[-1]
    pieces = found.segments[first.segment].pieces[first.columns.columns[0].start :]
    stop = next((number for number, piece in enumerate(pieces, 1) if _may_end(piece)), len(pieces))
    return Galley(pieces[:stop]).feet[-1] if pieces else 0


def _may_end(piece: Piece) -> bool:
    return piece.break_cost + piece.page_break_cost < min(KEPT, FORBIDDEN)


def _last(brief: Brief, found: Draft, sheet: PlannedPage) -> Iterator[Unfilled]:
    """A last page that is nearly empty, or that has nothing but the closing panel."""
    fill, alone = found.planner.white.fill(sheet)
    if fill >= (FULL if alone else BARE):
        return
    number = len(found.sheets) - found.has_back_page
    said = f"page {number}, the last of the text, is filled to {100 * fill:.0f} % only"
    if alone:
        said = f"the closing panel stands alone on page {number}, and fills {100 * fill:.0f} % of it"
    fuller = f"lengthen the text by about {counted(_lines(found, FULL - fill), 'line')}, or add a figure"
    shorter = f"shorten the text by about {counted(_lines(found, fill), 'line')}, and it takes a page less; or "
    if _begins_page(found, sheet):
        shorter = "leave out `new_page`; or "
    if brief.design.pages or _is_cover(found, found.sheets[number - 2]):
        shorter = ""
    hint = shorter + fuller + _longest(found.segments, brief)
    headed = [section.heading.text.id for section in brief.sections if section.heading]
    yield Unfilled("sparse-last-page", (headed or [brief.front.title.id])[-1], said, hint)


def _lines(found: Draft, share: float) -> int:
    """The lines of text that this share of a page holds."""
    return max(1, round(share * found.theme.page.rows * found.theme.page.columns))


def _longest(segments: Sequence[Segment], brief: Brief) -> str:
    """The end of a hint: the sections that have most lines."""
    longest = sorted(_lines_of_sections(segments, brief), reverse=True)[:3]
    parts = ", ".join(f"“{heading}” ({counted(count, 'line')})" for count, heading in longest)
    return f"; the longest sections are {parts}" if parts else ""


def _lines_of_sections(segments: Sequence[Segment], brief: Brief) -> Iterator[tuple[int, str]]:
    """The lines of each section that has a heading, and its heading."""
    lines = Counter(
        item.text_id
        for segment in segments
        for piece in segment.pieces
        for item in piece.ingredients
        if isinstance(item, Strip)
    )
    for section in brief.sections:
        if section.heading:
            count = sum(lines[id] for block in section.blocks for id in ids_of(block))
            yield count, section.heading.text.words
