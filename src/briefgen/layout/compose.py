"""The whole of layout: a brief in, pages out.

Measures the blocks, plans the pages, draws them, and reports what did not go as the outline wants. A pure function: the same
brief, theme and faces give the same pages.
"""

from collections import Counter
from collections.abc import Iterator

import msgspec

from briefgen.content.brief import (
    Block,
    Box,
    Brief,
    Figure,
    Heading,
    List,
    Paragraph,
    PullQuote,
    Recommendations,
    Section,
    Stats,
    Table,
)
from briefgen.content.reading import ids_of
from briefgen.layout import costs
from briefgen.layout.blocks import Place, measure
from briefgen.layout.blocks.closing import closing_segment
from briefgen.layout.blocks.front import front_pieces
from briefgen.layout.blocks.table_grid import fits
from briefgen.layout.copyfit import fit_exactly, fit_freely
from briefgen.layout.cut import cut_tall
from briefgen.layout.fit import Fit
from briefgen.layout.galley import Galley
from briefgen.layout.items import Bookmark, Glyphs, Page, Pages
from briefgen.layout.notes import Notes
from briefgen.layout.pages import Board
from briefgen.layout.pieces import Float, Piece, Segment, Strip, flaws_in
from briefgen.layout.plan import FULL, Planner
from briefgen.layout.text import Desk
from briefgen.problem import Problems
from briefgen.theme import Palette, make_theme
from briefgen.typeset.setter import Typesetter

FLOAT_SHARE = 0.6  # of a page's rows: what is higher does not float, for it may have to be torn apart


class Layout:
    """A brief laid out with one setting of the levers: measured and planned, not yet drawn."""

    def __init__(self, brief: Brief, typesetter: Typesetter, fit: Fit) -> None:
        self.theme = make_theme(brief.design, size_factor=fit.size, leading_factor=fit.leading)
        self.desk = Desk(brief, self.theme, typesetter, fit)
        self.segments = [cut_tall(segment, self.theme.page) for segment in _segments(self.desk)]
        self.planner = Planner(self.segments, self.theme.page.rows, self.theme.page.leading)
        plans = self.planner.plan()
        self.count = min(plans)
        self.sheets = plans[self.count].sheets()
        self.fill, _ = self.planner.fill(self.sheets[-1])
        self.cost = plans[self.count].cost - costs.PAGE * self.count


def lay_out(brief: Brief, typesetter: Typesetter, problems: Problems) -> Pages:
    """Set a brief on pages. Problems of typesetting and layout go to `problems`; the pages always hold every word."""
    wanted = brief.design.pages
    tried: dict[Fit, Layout] = {}

    def attempt(fit: Fit) -> Layout:
        if fit not in tried:
            tried[fit] = Layout(brief, typesetter, fit)
        return tried[fit]

    found = fit_exactly(attempt, wanted) if wanted else fit_freely(attempt)
    theme = found.theme
    pages = Board(found.desk, found.planner).draw(found.sheets)
    _report(brief, found.segments, problems)
    _report_marking(found.desk, problems)
    _report_echoes(brief, pages, problems)
    _report_faint(brief, theme.palette, problems)
    if wanted and wanted != found.count:
        report_count(brief, found, problems)
    return Pages(pages, tuple(_bookmarks(brief)), theme.page.name, theme.page, str(found.desk.fit))


def _segments(desk: Desk) -> list[Segment]:
    """The brief as segments: the front across the page, columns of text between spanning blocks, the closing panel."""
    page = desk.theme.page
    segments = [_across(desk, front_pieces(desk, desk.brief.front, page.measure), lead=0)]
    run: list[Block] = []
    blocks = [*_blocks(desk.brief.sections)]
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if not _spans(desk, block) or _floats(desk, run, block, following):
            run.append(block)
            continue
        # a heading goes with the spanning block that it heads
        heads: list[Block] = []
        while run and isinstance(run[-1], Heading):
            heads.insert(0, run.pop())
        segments += _in_columns(desk, run)
        run = []
        pieces = measure(desk, [*heads, block], page.measure, Place(banner=isinstance(block, Recommendations)))
        # more space above a banner than above any heading in a column
        segments.append(_across(desk, pieces, lead=2 if isinstance(block, Recommendations) else 1))
    segments += _in_columns(desk, run)
    back = desk.brief.back
    if back and desk.brief.design.note_place == "foot":
        notes = Notes(desk, back.notes)
        segments = [notes.attached(segment) for segment in segments]
        back = msgspec.structs.replace(back, notes=notes.left)
    if back and (back.notes or back.entries):
        segments.append(closing_segment(desk, back, page.measure))
    return segments


def _floats(desk: Desk, before: list[Block], block: Block, following: Block | None) -> bool:
    """Whether a block may move to the head or foot of a page or column.

    Not one that is all that its heading heads, and not one that may have to be torn apart.
    """
    if not isinstance(block, Figure | Table | Box | Stats):
        return False
    headed = bool(before) and isinstance(before[-1], Heading)
    if headed and not isinstance(following, Paragraph | List):
        return False
    spanning = _spans(desk, block)
    width = desk.theme.page.measure if spanning else _column_width(desk)
    return _rows(measure(desk, [block], width)) <= FLOAT_SHARE * desk.theme.page.rows


def _rows(pieces: tuple[Piece, ...]) -> int:
    return Galley(pieces).feet[-1] if pieces else 0


def _blocks(sections: tuple[Section, ...]) -> Iterator[Block]:
    for section in sections:
        if section.heading:
            yield section.heading
        yield from section.blocks


def _spans(desk: Desk, block: Block) -> bool:
    """Whether a block stands across the page: as the outline wants, and a table also when its column is too narrow."""
    if isinstance(block, Table):
        return block.spanning or not fits(desk, block, _column_width(desk))
    return isinstance(block, Recommendations) or (isinstance(block, Figure) and block.spanning)


def _column_width(desk: Desk) -> float:
    page = desk.theme.page
    return (page.measure - page.indent - page.gutter * (page.columns - 1)) / page.columns


def _across(desk: Desk, pieces: tuple[Piece, ...], *, lead: int = 1) -> Segment:
    page = desk.theme.page
    return Segment(pieces, 1, page.measure, 0.0, page.leading, lead=lead)


def _in_columns(desk: Desk, blocks: list[Block]) -> list[Segment]:
    """Text in columns, with what floats in it."""
    if not blocks:
        return []
    page = desk.theme.page
    width = _column_width(desk)
    pieces: list[Piece] = []
    floats: list[Float] = []
    before: Block | None = None
    for number, block in enumerate(blocks):
        following = blocks[number + 1] if number + 1 < len(blocks) else None
        if _floats(desk, blocks[:number], block, following):
            across = _spans(desk, block)
            found = measure(desk, [block], page.measure if across else width)
            floats.append(Float(len(pieces), found, across))
            continue
        pieces += measure(desk, [block], width, Place(before=before))
        before = block
    return [Segment(tuple(pieces), page.columns, width, page.gutter, page.leading, x=page.indent, floats=tuple(floats))]


def _report(brief: Brief, segments: list[Segment], problems: Problems) -> None:
    """What is wrong with the texts and pictures as they were set in the end: trials leave nothing behind."""
    for segment in segments:
        floating = [piece for each in segment.floats for piece in each.pieces]
        noted = [Piece(1, line) for line in segment.notes.lines] if segment.notes else []
        pieces = (*segment.pieces, *floating, *noted)
        for id, flaw in flaws_in(pieces):
            problems.add(flaw.code, brief.place(id, flaw.needle), flaw.message, flaw.hint)


def report_count(brief: Brief, found: Layout, problems: Problems) -> None:
    """Say by how many lines a brief is too long or too short for its number of pages, and where they might be found."""
    page = found.theme.page
    wanted = brief.design.pages or 0
    lines = round((found.count - 1 + found.fill - wanted) * page.rows * page.columns)
    if found.count < wanted:
        lines = round((wanted - 1 + FULL - (found.count - 1 + found.fill)) * page.rows * page.columns)
    longest = sorted(_lines_of_sections(found.segments, brief), reverse=True)[:3]
    parts = ", ".join(f"“{heading}” ({count} lines)" for count, heading in longest)
    said = f"the brief takes {found.count} pages, not {wanted}: it is about {lines} lines too "
    said += "long" if found.count > wanted else "short"
    hint = "shorten the text" if found.count > wanted else "lengthen the text, or add a figure"
    hint += f"; the longest sections are {parts}" if parts else ""
    problems.add("layout/page-count", brief.place("design.pages"), said, f"{hint}; or change design.pages")


def _lines_of_sections(segments: list[Segment], brief: Brief) -> Iterator[tuple[int, str]]:
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


def _report_marking(desk: Desk, problems: Problems) -> None:
    """What the faces lack for the marking, which belongs to no piece; it is made to fit, so nothing else can be wrong."""
    marking = desk.brief.marking
    if marking:
        look = desk.theme.style("marking")
        width = desk.natural_width(marking, look)
        for flaw in desk.set(marking, look, (width,)).setting.flaws:
            problems.add(flaw.code, desk.brief.place(marking.id, flaw.needle), flaw.message, flaw.hint)


def _report_faint(brief: Brief, palette: Palette, problems: Problems) -> None:
    if palette.words == palette.accent:
        return
    ratio = palette.accent.contrast(palette.tint)
    problems.add(
        "layout/faint-accent",
        brief.place("design.accent"),
        f"the accent has a contrast of {ratio:.1f}:1 on its tint, and words need 4.5:1; they are set darker",
        f"the nearest colour that is dark enough is {palette.words.to_hex()}",
    )


def _report_echoes(brief: Brief, pages: tuple[Page, ...], problems: Problems) -> None:
    """A pull quote on the page where the text says the same reads like a mistake."""
    quotes = [block.text for block in _blocks(brief.sections) if isinstance(block, PullQuote)]
    own = {quote.id for quote in quotes}
    if not quotes:
        return
    for page in pages:
        lines = [item for item in page.items if isinstance(item, Glyphs) and item.id]
        if own.isdisjoint([line.id for line in lines]):
            continue
        words: dict[str, list[str]] = {}
        for line in lines:
            words.setdefault(line.id, []).append("".join([glyph.text for glyph in line.glyphs]))
        shown = {text_id: "".join("".join(parts).replace("\u00ad", "").split()) for text_id, parts in words.items()}
        for quote in quotes:
            said = "".join(quote.plain.split())
            if quote.id in shown and any(said in text for text_id, text in shown.items() if text_id != quote.id):
                problems.add(
                    "layout/quote-beside-itself",
                    brief.place(quote.id),
                    f"page {page.number} says these words twice, in the text and in the pull quote",
                    "move the pull quote to another section, or choose another sentence",
                )


def _bookmarks(brief: Brief) -> Iterator[Bookmark]:
    """The title, then what stands below it under a heading: the summary, the sections, the back matter."""
    yield Bookmark(brief.front.title.words, 0, brief.front.title.id)
    if brief.front.summary:
        yield Bookmark(brief.front.summary.heading.words, 1, brief.front.summary.id)
    for block in _blocks(brief.sections):
        if isinstance(block, Heading):
            yield Bookmark(block.text.words, block.level, block.text.id)
    if brief.back:
        for heading in (brief.back.notes_heading, *(entry.heading for entry in brief.back.entries)):
            if heading:
                yield Bookmark(heading.words, 1, heading.id)
