"""The whole of layout: a brief in, pages out.

Measures the blocks, plans the pages, draws them, and reports what did not go as the outline wants. A pure function: the same
brief, theme and faces give the same pages.
"""

from collections.abc import Iterator

from briefgen.content.brief import Block, Brief, Figure, Heading, Recommendations, Section, Table
from briefgen.layout.blocks import Place, measure
from briefgen.layout.closing import closing_segment
from briefgen.layout.front import front_pieces
from briefgen.layout.items import Bookmark, Pages
from briefgen.layout.pages import Board
from briefgen.layout.pieces import Piece, Segment
from briefgen.layout.plan import Planner
from briefgen.layout.text import Desk
from briefgen.problem import Problems
from briefgen.theme import make_theme
from briefgen.typeset.setter import Typesetter


def lay_out(brief: Brief, typesetter: Typesetter, problems: Problems) -> Pages:
    """Set a brief on pages. Problems of typesetting and layout go to `problems`; the pages always hold every word."""
    theme = make_theme(brief.design)
    desk = Desk(brief, theme, typesetter)
    segments = _segments(desk)
    sheets = Planner(segments, theme.page.rows, theme.page.leading).plan()
    board = Board(desk, segments)
    pages = board.draw(sheets)
    _report(brief, segments, problems)
    wanted = brief.design.pages
    if wanted and wanted != len(pages):
        place = brief.place("design.pages")
        said = f"the brief takes {len(pages)} pages, not {wanted}"
        problems.add("layout/page-count", place, said, "shorten or lengthen the text, or change design.pages")
    return Pages(pages, tuple(_bookmarks(brief)), theme.page.name)


def _segments(desk: Desk) -> list[Segment]:
    """The brief as segments: the front across the page, columns of text between spanning blocks, the closing panel."""
    page = desk.theme.page
    segments = [_across(desk, front_pieces(desk, desk.brief.front, page.measure), lead=0)]
    run: list[Block] = []
    for block in _blocks(desk.brief.sections):
        if _spans(block):
            # a heading goes with the spanning block that it heads
            heads: list[Block] = []
            while run and isinstance(run[-1], Heading):
                heads.insert(0, run.pop())
            segments += _in_columns(desk, run)
            run = []
            pieces = measure(desk, [*heads, block], page.measure, Place(banner=isinstance(block, Recommendations)))
            segments.append(_across(desk, pieces, floats=isinstance(block, Figure | Table) and not heads))
        else:
            run.append(block)
    segments += _in_columns(desk, run)
    if desk.brief.back and (desk.brief.back.notes or desk.brief.back.entries):
        segments.append(closing_segment(desk, desk.brief.back, page.measure))
    return segments


def _blocks(sections: tuple[Section, ...]) -> Iterator[Block]:
    for section in sections:
        if section.heading:
            yield section.heading
        yield from section.blocks


def _spans(block: Block) -> bool:
    if isinstance(block, Figure | Table):
        return block.spanning
    return isinstance(block, Recommendations)


def _across(desk: Desk, pieces: tuple[Piece, ...], *, lead: int = 1, floats: bool = False) -> Segment:
    page = desk.theme.page
    return Segment(pieces, 1, page.measure, 0.0, page.leading, floats=floats, lead=lead)


def _in_columns(desk: Desk, blocks: list[Block]) -> list[Segment]:
    if not blocks:
        return []
    page = desk.theme.page
    width = (page.measure - page.indent - page.gutter * (page.columns - 1)) / page.columns
    pieces = measure(desk, blocks, width, Place())
    return [Segment(pieces, page.columns, width, page.gutter, page.leading, x=page.indent)]


def _report(brief: Brief, segments: list[Segment], problems: Problems) -> None:
    for segment in segments:
        for piece in segment.pieces:
            for text_id, code, needle, message, hint in piece.flaws:
                problems.add(code, brief.place(text_id, needle), message, hint)


def _bookmarks(brief: Brief) -> Iterator[Bookmark]:
    """The title, then the headings below it; findings and recommendations by their labels."""
    yield Bookmark(brief.front.title.plain.replace("\n", " "), 0, brief.front.title.id)
    for block in _blocks(brief.sections):
        if isinstance(block, Heading):
            yield Bookmark(block.text.plain.replace("\n", " "), block.level, block.text.id)
