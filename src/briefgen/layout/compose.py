"""The whole of layout: a brief in, pages out.

Measures the blocks, plans the pages, draws them, and reports what did not go as the outline wants. A pure function: the same
brief, theme and faces give the same pages.
"""

from collections import Counter
from collections.abc import Iterator

from briefgen.content.brief import (
    Brief,
    Heading,
    PullQuote,
)
from briefgen.content.reading import ids_of
from briefgen.layout import costs
from briefgen.layout.copyfit import fit_exactly, fit_freely
from briefgen.layout.cut import cut_tall
from briefgen.layout.fit import Levers
from briefgen.layout.flow import blocks_of, make_segments
from briefgen.layout.items import Bookmark, Glyphs, Page, Pages
from briefgen.layout.pages import Board
from briefgen.layout.pieces import Piece, Segment, Strip, flaws_in
from briefgen.layout.plan import FULL, Planner
from briefgen.layout.text import Desk
from briefgen.problem import Problems, counted
from briefgen.theme import Palette, make_theme
from briefgen.typeset.setter import Typesetter


class Layout:
    """A brief laid out with one setting of the levers: measured and planned, not yet drawn."""

    def __init__(self, brief: Brief, typesetter: Typesetter, fit: Levers) -> None:
        self.theme = make_theme(brief.design, size_factor=fit.size, leading_factor=fit.leading)
        self.desk = Desk(brief, self.theme, typesetter, fit)
        self.segments = [cut_tall(segment, self.theme.page) for segment in make_segments(self.desk)]
        self.planner = Planner(self.segments, self.theme.page.rows, self.theme.page.leading)
        plans = self.planner.plan()
        self.count = min(plans)
        self.sheets = plans[self.count].sheets()
        self.fill, _ = self.planner.fill(self.sheets[-1])
        self.cost = plans[self.count].cost - costs.PAGE * self.count


def lay_out(brief: Brief, typesetter: Typesetter, problems: Problems) -> Pages:
    """Set a brief on pages. Problems of typesetting and layout go to `problems`; the pages always hold every word."""
    wanted = brief.design.pages
    tried: dict[Levers, Layout] = {}

    def attempt(fit: Levers) -> Layout:
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
    parts = ", ".join(f"“{heading}” ({counted(count, 'line')})" for count, heading in longest)
    said = f"the brief takes {counted(found.count, 'page')}, not {wanted}: it is about {counted(lines, 'line')} too "
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
    quotes = [block.text for block in blocks_of(brief.sections) if isinstance(block, PullQuote)]
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
    for block in blocks_of(brief.sections):
        if isinstance(block, Heading):
            yield Bookmark(block.text.words, block.level, block.text.id)
    if brief.back:
        for heading in (brief.back.notes_heading, *(entry.heading for entry in brief.back.entries)):
            if heading:
                yield Bookmark(heading.words, 1, heading.id)
