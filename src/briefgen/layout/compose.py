"""The whole of layout: a brief in, pages out.

Measures the blocks, plans the pages, draws them, and reports what did not go as the outline wants. A pure function: the same
brief, theme and faces give the same pages.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

import msgspec

from briefgen.content.brief import (
    Brief,
    Heading,
    People,
    PullQuote,
)
from briefgen.layout import costs
from briefgen.layout.drawing.pages import Board
from briefgen.layout.fit import USUAL, Levers, within
from briefgen.layout.items import Bookmark, Pages, Unfilled
from briefgen.layout.measuring.pieces import Piece, flaws_in
from briefgen.layout.measuring.text import Desk
from briefgen.layout.planning.copyfit import fit_evenly, fit_exactly, fit_freely
from briefgen.layout.planning.draft import Draft, make_draft, with_full_panel, with_quotes
from briefgen.layout.proof.known import Known, known_of, same_page
from briefgen.layout.segments.flow import blocks_of
from briefgen.problem import Problems
from briefgen.theme import Theme
from briefgen.typeset.setter import Typesetter

Echo = tuple[int, PullQuote]  # a quote, and the number of the page that says its words besides


def lay_out(brief: Brief, typesetter: Typesetter, problems: Problems) -> Pages:
    """Set a brief on pages. Problems of typesetting and layout go to `problems`; the pages always hold every word."""
    wanted = brief.design.pages
    tried: dict[Levers, Draft] = {}

    def attempt(fit: Levers) -> Draft:
        fit = within(fit, brief.design.density)
        if fit not in tried:
            tried[fit] = make_draft(brief, typesetter, fit)
        return tried[fit]

    found = with_quotes(fit_exactly(attempt, wanted) if wanted else fit_freely(attempt))
    if wanted and found.count != wanted and any(segment.quotes for segment in found.segments):
        found = fit_exactly(lambda fit: with_quotes(attempt(fit)), wanted)  # the quotes have moved the end
    if found.has_back_page and found.count % 2:  # it would be a right-hand page, and have another back behind it
        even = None if wanted else fit_evenly(lambda fit: with_quotes(attempt(fit)), found)
        if even is None:
            return lay_out(_without_back_page(brief), typesetter, problems)
        found = even
    found = with_full_panel(found)
    theme = found.theme
    known = _drawn(found)
    echoes = _echoes(brief, known)
    if echoes:
        found, known, echoes = _parted(found, known, echoes)
    _report(brief, found, problems)
    _report_marking(found.desk, problems)
    _report_grounded(brief, found, problems)
    _report_echoes(brief, echoes, len(known), problems)
    _report_faint(brief, theme, problems)
    if brief.front.cover.kind != "masthead":
        _report_cover(brief, found, problems)
    if wanted and wanted != found.count:
        from briefgen.layout.fullness import report_count  # late: most briefs have the pages that they are to have

        report_count(brief, found, tried[within(USUAL, brief.design.density)].count, problems)
    white: tuple[Unfilled, ...] = ()
    if found.holes or found.thin:
        from briefgen.layout.fullness import white_on  # late: most briefs have no such white

        white = tuple(white_on(brief, found, known))
    pages = tuple([each.page for each in known])
    return Pages(pages, tuple(_bookmarks(brief)), theme.page.name, theme.page, str(found.desk.levers), white=white)


def _without_back_page(brief: Brief) -> Brief:
    """The brief with all of its back matter in the closing panel."""
    cover = msgspec.structs.replace(brief.front.cover, back=False)
    return msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, cover=cover))


def _report(brief: Brief, found: Draft, problems: Problems) -> None:
    """What is wrong with the texts and pictures as they were set in the end: trials leave nothing behind."""
    beside = [Piece(1, marginal.beside.ingredients) for marginal in found.beside]
    for id, flaw in flaws_in(beside):
        problems.add(flaw.code, brief.place_of_words(id, flaw.needle), flaw.message, flaw.hint)
    for segment in found.segments:
        floating = [piece for each in segment.floats for piece in each.pieces]
        noted = [Piece(1, line) for line in segment.notes.lines] if segment.notes else []
        pieces = (*segment.pieces, *floating, *noted)
        for id, flaw in flaws_in(pieces):
            problems.add(flaw.code, brief.place_of_words(id, flaw.needle), flaw.message, flaw.hint)


def _report_marking(desk: Desk, problems: Problems) -> None:
    """What the faces lack for the marking, which belongs to no piece; it is made to fit, so nothing else can be wrong."""
    marking = desk.brief.marking
    if marking:
        look = desk.theme.style("marking")
        width = desk.natural_width(marking, look)
        for flaw in desk.set(marking, look, (width,)).setting.flaws:
            problems.add(flaw.code, desk.brief.place(marking.id, flaw.needle), flaw.message, flaw.hint)


def _report_grounded(brief: Brief, found: Draft, problems: Problems) -> None:
    """Quotes that were to stand in the gutter and stand in their column."""
    for block in blocks_of(brief.sections):
        if isinstance(block, PullQuote) and block.place == "gutter" and block.id in found.desk.around.grounded:
            problems.add(
                "layout/no-room-in-gutter",
                brief.place(block.text.id),
                "no page has room for the quote between its columns: it stands in its column",
                "move it between two long paragraphs, or write `place: column`",
            )


def _report_faint(brief: Brief, theme: Theme, problems: Problems) -> None:
    palette = theme.palette
    colours = [("accent", "accent", palette.accent, palette.words, palette.tint)]
    if brief.design.secondary and any(style.colour == palette.second_words for style in theme.styles.values()):
        colours.append(("secondary", "secondary colour", palette.second, palette.second_words, palette.second_tint))
    for key, name, colour, words, tint in colours:
        if words == colour:
            continue
        problems.add(
            "layout/faint-accent",
            brief.place(f"design.{key}"),
            f"the {name} has a contrast of {colour.contrast(tint):.1f}:1 on its tint, and words need 4.5:1; they are darker",
            f"the nearest colour that is dark enough is {words.to_hex()}",
        )


def _report_cover(brief: Brief, found: Draft, problems: Problems) -> None:
    """What is not as the outline wants it: a cover without room, and words on an accent that is too light for white."""
    from briefgen.layout.blocks.inks import ink_on_accent  # late: most briefs have no cover

    palette, place = found.theme.palette, brief.place("design.cover")
    if found.segments[0].ground is None:
        said = "what stands before the text takes too much room for this cover; page 1 has the usual masthead"
        said += ", and the picture below the title" if brief.front.cover.figure else ""
        hint = "shorten the title or the standfirst, or choose another kind of cover"
        problems.add("layout/no-room-on-cover", place, said, hint)
        return
    ink = ink_on_accent(palette)
    if ink.altered and brief.front.cover.figure is None:
        ratio = palette.accent.contrast(palette.paper)
        done = "its words are black" if ink.fill == palette.accent else f"the cover is {ink.fill.to_hex()}"
        said = f"white words have a contrast of {ratio:.1f}:1 with the accent, and need 4.5:1; {done}"
        problems.add("layout/faint-cover", place, said, "choose a darker accent")


def _drawn(found: Draft) -> list[Known]:
    """The pages of a draft, and the words on them."""
    memory = found.desk.typesetter.memory
    drawn = Board(found.desk, found.planner, found.beside).draw(found.sheets)
    return [known_of(memory, same_page(memory, page)) for page in drawn]


def _echoes(brief: Brief, pages: Sequence[Known]) -> list[Echo]:
    """The pull quotes on pages where the text says the same: they read like mistakes."""
    quotes = [block for block in blocks_of(brief.sections) if isinstance(block, PullQuote)]
    own = {quote.text.id for quote in quotes}
    found: list[Echo] = []
    for known in pages if quotes else ():
        if own.isdisjoint(known.words):
            continue
        shown = known.solid
        found += [(known.page.number, quote) for quote in quotes if quote.text.id in shown and _says(quote, shown)]
    return found


def _says(quote: PullQuote, shown: Mapping[str, str]) -> bool:
    """Whether one of these texts besides the quote's own has its words; all are without spaces."""
    said = "".join(quote.text.plain.split())
    return any(said in text for text_id, text in shown.items() if text_id != quote.text.id)


def _parted(found: Draft, known: list[Known], echoes: list[Echo]) -> tuple[Draft, list[Known], list[Echo]]:
    """The layout with the first such quote that may move on another page than its words, where that does no harm."""
    from briefgen.layout.segments.echoes import MOST, may_move, places  # late: few quotes repeat their own page

    brief = found.desk.brief
    quote = next((quote for _, quote in echoes if may_move(quote)), None)
    if quote is None or found.theme.page.margin:
        return found, known, echoes
    ends = {id: each.page.number for each in known for id in each.words}
    shown = {each.page.number: each.solid for each in known}
    echoing = [number for number, texts in shown.items() if _says(quote, texts)]
    for place in islice(places([*blocks_of(brief.sections)], quote.id, ends, echoing), MOST):
        around = msgspec.structs.replace(found.desk.around, moved={quote.id: place})
        tried = with_full_panel(with_quotes(found.again(around)))
        more = tried.cost - found.cost + costs.HOLED * (tried.holes - found.holes)
        if tried.count != found.count or more > costs.ECHO:
            continue
        drawn = _drawn(tried)
        fewer = _echoes(brief, drawn)
        if len(fewer) < len(echoes):
            return tried, drawn, fewer
    return found, known, echoes


def _report_echoes(brief: Brief, echoes: Sequence[Echo], count: int, problems: Problems) -> None:
    """Quotes on pages that say their words, of `count` pages."""
    hint = "move it to a section on another page, or quote a sentence of another page"
    if count == 1:  # there it can only be somebody else's words
        hint = "leave it out, or quote somebody whose words the text does not have: `{text: …, attribution: …}`"
    for number, quote in echoes:
        if quote.text.id in brief.sources:
            said = f"page {number} says these words twice, in the text and in the pull quote"
            problems.add("layout/quote-beside-itself", brief.place(quote.text.id), said, hint)


def _bookmarks(brief: Brief) -> Iterator[Bookmark]:
    """The title, then what stands below it under a heading: the summary, the sections, the back matter."""
    yield Bookmark(brief.front.title.words, 0, brief.front.title.id)
    if brief.front.summary:
        yield Bookmark(brief.front.summary.heading.words, 1, brief.front.summary.id)
    for block in blocks_of(brief.sections):
        if isinstance(block, Heading):
            yield Bookmark(block.text.words, block.level, block.text.id)
        elif isinstance(block, People):
            yield Bookmark(block.heading.words, 1, block.heading.id)
    if brief.back:
        for heading in (brief.back.notes_heading, *(entry.heading for entry in brief.back.entries)):
            if heading:
                yield Bookmark(heading.words, 1, heading.id)
