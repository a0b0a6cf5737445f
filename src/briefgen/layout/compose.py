"""The whole of layout: a brief in, pages out.

Measures the blocks, plans the pages, draws them, and reports what did not go as the outline wants. A pure function: the same
brief, theme and faces give the same pages.
"""

from collections.abc import Iterator

from briefgen.content.brief import Block, Brief, Figure, Heading, PullQuote, Recommendations, Section, Table
from briefgen.layout.blocks import Place, measure
from briefgen.layout.closing import closing_segment
from briefgen.layout.cut import cut_tall
from briefgen.layout.front import front_pieces
from briefgen.layout.items import Bookmark, Glyphs, Page, Pages
from briefgen.layout.pages import Board
from briefgen.layout.pieces import Float, Piece, Segment
from briefgen.layout.plan import Planner
from briefgen.layout.tables import fits
from briefgen.layout.text import Desk
from briefgen.problem import Problems
from briefgen.theme import Palette, make_theme
from briefgen.typeset.setter import Typesetter


def lay_out(brief: Brief, typesetter: Typesetter, problems: Problems) -> Pages:
    """Set a brief on pages. Problems of typesetting and layout go to `problems`; the pages always hold every word."""
    theme = make_theme(brief.design)
    desk = Desk(brief, theme, typesetter)
    segments = [cut_tall(segment, theme.page) for segment in _segments(desk)]
    sheets = Planner(segments, theme.page.rows, theme.page.leading).plan()
    board = Board(desk, segments)
    pages = board.draw(sheets)
    _report(brief, segments, problems)
    _report_marking(desk, problems)
    _report_echoes(brief, pages, problems)
    _report_faint(brief, theme.palette, problems)
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
    floats: list[tuple[int, Piece]] = []  # spanning pieces, each with the count of blocks before it
    for block in _blocks(desk.brief.sections):
        if _spans(desk, block):
            # a heading goes with the spanning block that it heads
            heads: list[Block] = []
            while run and isinstance(run[-1], Heading):
                heads.insert(0, run.pop())
            pieces = measure(desk, [*heads, block], page.measure, Place(banner=isinstance(block, Recommendations)))
            # what has a group has a head of its own above its pieces, which a float has no place for
            if isinstance(block, Figure | Table) and not heads and len(pieces) == 1 and pieces[0].group is None:
                floats.append((len(run), pieces[0]))
                continue
            segments += _in_columns(desk, run, floats)
            run, floats = [], []
            # more space above a banner than above any heading in a column
            segments.append(_across(desk, pieces, lead=2 if isinstance(block, Recommendations) else 1))
        else:
            run.append(block)
    segments += _in_columns(desk, run, floats)
    if desk.brief.back and (desk.brief.back.notes or desk.brief.back.entries):
        segments.append(closing_segment(desk, desk.brief.back, page.measure))
    return segments


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


def _in_columns(desk: Desk, blocks: list[Block], floats: list[tuple[int, Piece]]) -> list[Segment]:
    """Text in columns; `floats` says before which block each spanning piece stands in the outline."""
    if not blocks and not floats:
        return []
    page = desk.theme.page
    width = _column_width(desk)
    pieces: list[Piece] = []
    starts = []
    for number, block in enumerate(blocks):
        starts.append(len(pieces))
        pieces += measure(desk, [block], width, Place(before=blocks[number - 1] if number else None))
    starts.append(len(pieces))
    floating = tuple(Float(starts[before], piece) for before, piece in floats)
    return [Segment(tuple(pieces), page.columns, width, page.gutter, page.leading, x=page.indent, floats=floating)]


def _report(brief: Brief, segments: list[Segment], problems: Problems) -> None:
    for segment in segments:
        for piece in (*segment.pieces, *(floating.piece for floating in segment.floats)):
            for text_id, code, needle, message, hint in piece.flaws:
                problems.add(code, brief.place(text_id, needle), message, hint)


def _report_marking(desk: Desk, problems: Problems) -> None:
    """What the faces lack for the marking, which belongs to no piece; it is made to fit, so nothing else can be wrong."""
    marking = desk.brief.marking
    if marking:
        look = desk.theme.style("marking")
        width = desk.typesetter.natural_width(marking.spans, look)
        for flaw in desk.typesetter.set(marking.spans, look, (width,)).flaws:
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
    """The title, then the headings below it; findings and recommendations by their labels."""
    yield Bookmark(brief.front.title.words, 0, brief.front.title.id)
    for block in _blocks(brief.sections):
        if isinstance(block, Heading):
            yield Bookmark(block.text.words, block.level, block.text.id)
