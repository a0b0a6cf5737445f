"""Advice about the shape of a brief: how many messages and words it has, and headings for them.

Comes in: the copy. Goes out: advice. Refuses to know more words than those for figures and
tables.
"""

import re
from collections.abc import Iterator

from briefgen.advice import MESSAGES_MOST, PAGES, UNHEADED
from briefgen.content.brief import Chart, Code, Figure, Table
from briefgen.content.reading import elements_of, texts_of
from briefgen.editorial.language import UNSPACED, base_of, words_in
from briefgen.editorial.passages import BEHIND, RUNNING, Copy
from briefgen.editorial.remark import Remark
from briefgen.problem import Place, counted

UNCITED_MOST = 5  # of one file, told one by one


def many_messages(copy: Copy) -> Iterator[Remark]:
    """More key messages than anybody remembers."""
    summary = copy.brief.front.summary
    count = len(summary.points.items) if summary else 0
    if summary and count > MESSAGES_MOST:
        place = copy.brief.place(summary.points.items[MESSAGES_MOST].text.id)
        yield Remark(
            "many-messages",
            place,
            f"there are {count} key messages",
            f"keep {MESSAGES_MOST} at most; three to five are best",
        )


def missing_headings(copy: Copy) -> Iterator[Remark]:
    """A page's worth of words without a heading."""
    if base_of(copy.language) in UNSPACED:
        return
    count, first = 0, None
    said = False
    for passage in copy.passages:
        if passage.kind in {"heading", "statement", "action"} or passage.kind in BEHIND:
            count, first, said = 0, None, False
        elif passage.kind in {"paragraph", "item"}:
            first = first or passage
            count += len(words_in(passage.text))
            if count > UNHEADED and not said:
                said = True
                message = f"more than {UNHEADED} words, a page or so, follow each other without a heading"
                yield Remark("no-heading", copy.place(first), message, "give each part of it a heading: `- heading: …`")


def too_many_words(copy: Copy) -> Iterator[Remark]:
    """More words than a brief of its length has."""
    pages = copy.brief.design.pages or copy.pages
    if not pages or base_of(copy.language) in UNSPACED:
        return
    count = sum(len(words_in(passage.text)) for passage in copy.passages if passage.kind not in BEHIND)
    size = next((size for size in sorted(PAGES) if pages <= size), max(PAGES))
    if count > PAGES[size]:
        said = f"the brief has {count:,} words; {PAGES[size]:,} are usual on {size} pages"
        hint = "shorten it, or let the article say the rest"
        yield Remark("too-many-words", copy.brief.place(copy.brief.front.title.id), said, hint)


def unsuited_look(copy: Copy) -> Iterator[Remark]:
    """A look that is made for shorter briefs, or for longer ones."""
    look, pages = copy.brief.design.look, copy.brief.design.pages or copy.pages
    least, most = look.pages[:2] if len(look.pages) > 1 else (0, pages)
    own = copy.root.map("design")
    if not pages or own is None or "look" not in own or least <= pages <= most:
        return
    wanted = f"{least} pages and more" if pages < least else f"{most} pages at most"
    said = f"the look is made for briefs of {wanted}, and this one has {counted(pages, 'page')}"
    other = "`look: modules` suits any length" + (
        ", `look: blocks` one to three pages" if pages < least and pages < 4 else ""
    )
    yield Remark("unsuited-look", own.keys["look"], said, f"choose another: {other}")


def uncited(copy: Copy) -> Iterator[Remark]:
    """Sources that no text cites: of a file with many, as libraries have them, only how many."""
    by_file: dict[str, list[tuple[str, Place]]] = {}
    for key, place in copy.brief.uncited:
        by_file.setdefault(place.file, []).append((key, place))
    for file, found in by_file.items():
        if len(found) > UNCITED_MOST:
            said = f"{len(found)} sources of this bibliography are never cited"
            yield Remark("uncited-source", Place(file), said, "which is well for a library; else leave them out")
            continue
        for key, place in found:
            yield Remark(
                "uncited-source", place, f"the source `{key}` is never cited", f"cite it, [@{key}], or leave it out"
            )


def unmentioned(copy: Copy) -> Iterator[Remark]:
    """Figures and tables that no text refers to: by their names; without one, by any word for such a thing."""
    targets = {span.target for text in texts_of(copy.brief) for span in text.spans if span.target}
    text = "\n".join(passage.text for passage in copy.passages if passage.kind in RUNNING).casefold()
    words = _WORDS.get(base_of(copy.language))
    behind = {each.table.id for each in elements_of(copy.brief.sections) if isinstance(each, Chart) and each.table}
    behind |= {each.id for each in elements_of(copy.brief.sections) if isinstance(each, Table) and each.overview}
    for each in elements_of(copy.brief.sections):
        if not isinstance(each, Chart | Code | Figure | Table) or each.id in behind:
            continue
        if isinstance(each, Figure) and each.decorative:
            continue
        what = "table" if isinstance(each, Table) else "figure"
        caption = each.title if isinstance(each, Chart) else each.caption
        place = copy.brief.place(caption.id if caption else each.id)
        if each.named and each.id not in targets:
            name = each.id.split("-", 1)[-1]
            hint = f"write [@{name}] where the text speaks of it"
            yield Remark("unmentioned-figure", place, f"no text refers to this {what}", hint)
        elif not each.named and words and not isinstance(each, Code) and not re.search(words[what], text):
            hint = "say in the text what it shows; with an `id: name` the text can refer to it, [@name]"
            yield Remark("unmentioned-figure", place, f"no text speaks of a {what}", hint)


# what a text calls a figure or a table that it speaks of
_WORDS = {
    "en": {
        "figure": r"\b(?:figures?|charts?|graphs?|maps?|diagrams?|pictures?|photos?|photographs?|plots?|drawings?|bars?|"
        r"lines?|curves?|circles?|illustrations?|images?)\b",
        "table": r"\b(?:tables?|rows?|columns?)\b",
    },
    "de": {
        "figure": r"abbildung|grafik|karte|schaubild|diagramm|\bbild|foto|zeichnung|kurve|balken|linie",
        "table": r"tabelle|zeile|spalte|übersicht",
    },
    "es": {
        "figure": r"\b(?:figura|gráfic|mapa|diagrama|imagen|imágenes|foto|dibujo|círculo|curva|barra|línea|esquema)",
        "table": r"\b(?:tabla|cuadro|fila|columna)",
    },
    "fr": {
        "figure": r"\b(?:figure|graphique|carte|diagramme|image|photo|dessin|courbe|barre|ligne|schéma|cercle)",
        "table": r"\b(?:tableau|ligne|colonne)",
    },
}


RULES = (many_messages, missing_headings, too_many_words, unsuited_look, uncited, unmentioned)
