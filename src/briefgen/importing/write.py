"""A draft as the text of an outline, laid out for people: short comments say how each thing was told.

Comes in: a draft, and the names of the pictures that were kept. Goes out: the text, and what its author has to look at, each
with its line. The promise: the outline is valid but for alternative texts that only its author can write, and every text of
the draft is in it. Refuses to write files.
"""

from collections.abc import Mapping, Sequence

import msgspec

from briefgen.importing.document import is_blank, plain
from briefgen.importing.draft import Advice, Draft, Section, Told
from briefgen.importing.marks import marked
from briefgen.importing.scalars import comment, inline, lines_of
from briefgen.importing.sheet import Sheet, Spot
from briefgen.importing.writeblocks import BlockWriter

RULES = {
    "style": "",
    "largest": "the largest letters at the head of the document",
    "heading": "the first heading of the document",
    "subject": "the line that begins with “Re:”, “Subject:” or the like",
    "abstract": "the abstract of the document",
    "bold": "told by its bold type",
    "outline": "",
    "first": "the first line of the document",
    "file": "review: the document has no title; this is the name of its file",
    "front matter": "",
    "metadata": "from the document's properties",
    "underlined": "",
    "numbered": "told by its number",
    "a line alone": "told because it stands alone",
    "words": "guessed from the words of the document",
    "unknown": "review: the document does not say its language",
}
BACK = ("references", "about", "contact", "citation", "acknowledgements", "disclaimer", "imprint")
UNPLACED = "To be placed"


class Written(msgspec.Struct, frozen=True):
    """The text of an outline, and what its author has to look at."""

    text: str
    spots: tuple[Spot, ...]


def write(draft: Draft, head: Sequence[str], pictures: Mapping[str, str], *, schema: str, sources: str = "") -> Written:
    """The outline. `head` are remarks for its first lines; `pictures` gives the path of each picture that was kept.

    `sources` is the file of the sources that its texts cite, "" when there is none.
    """
    sheet = Sheet()
    sheet.add(f"# yaml-language-server: $schema={schema}", "#")
    for line in head:
        sheet.add(*(comment(line, 0) if line else ["#"]))
    sheet.blank()
    _front(draft, sheet)
    if sources:
        said = "what the fields of the document cite; `citation_style` may be any of zotero.org/styles"
        sheet.add(*comment(said, 0), f"bibliography: {sources}", "citation_style: apa")
        sheet.blank()
    blocks = BlockWriter(sheet, pictures)
    _summary(draft, sheet)
    sections = list(draft.sections)
    if sections or draft.unplaced:
        sheet.add("sections:")
        for section in sections:
            _section(section, sheet, blocks)
        if draft.unplaced:
            _unplaced(draft, sheet, blocks)
        sheet.blank()
    for kind in ("findings", "recommendations"):
        _advice(kind, draft, sheet)
    _back(draft, sheet)
    return Written(sheet.text(), tuple(sheet.spots))


def _front(draft: Draft, sheet: Sheet) -> None:
    _told("title", draft.title, sheet)
    if draft.subtitle:
        _told("subtitle", draft.subtitle, sheet)
    if draft.issue:
        sheet.look(
            "import/guessed", "`series` and `number` are taken from a line below the title", "see whether it is right"
        )
        sheet.add(f"series: {inline(draft.issue.series)}  # review", f"number: {inline(draft.issue.number)}  # review")
    if draft.date:
        sheet.add(f'date: {plain(draft.date.text)}  # in the document: "{draft.date.rule}"')
    _told("language", draft.language, sheet)
    authors = [text for text in draft.authors if not is_blank(text)]
    if authors:
        sheet.add("authors:", *(line for text in authors for line in lines_of("  - ", marked(text), 4)))
    if draft.byline:
        sheet.look("import/guessed", "`authors` are taken from a line below the title", "see whether it is right")
        sheet.add(f'authors:  # review; in the document: "{draft.byline.line}"')
        sheet.add(*(f"  - {inline(name)}" for name in draft.byline.names))
    sheet.blank()
    if draft.standfirst:
        _told("standfirst", draft.standfirst, sheet)
        sheet.blank()


def _told(key: str, told: Told, sheet: Sheet) -> None:
    rule = RULES.get(told.rule, told.rule)
    if rule:
        sheet.add(*comment(f"{key}: {rule}", 0))
    if told.rule in {"file", "first", "unknown"}:
        sheet.look("import/guessed", f"the {key} is a guess: {rule.removeprefix('review: ')}", f"look at the {key}")
    sheet.add(*lines_of(f"{key}: ", marked(told.text), 2))


def _summary(draft: Draft, sheet: Sheet) -> None:
    if draft.summary is None:
        return
    found = f"in the document below “{plain(draft.summary.heading)}”; a sentence or two each, three to five are enough"
    sheet.add(*comment(found, 0), "summary:")
    if not is_blank(draft.summary.heading):
        sheet.add(*lines_of("  heading: ", marked(draft.summary.heading), 4))
    sheet.add("  points:")
    for point in draft.summary.points:
        sheet.add(*lines_of("    - ", marked(point), 6))
    sheet.blank()


def _section(section: Section, sheet: Sheet, blocks: BlockWriter) -> None:
    remark = "; ".join(RULES.get(part, part) for part in section.rule.split("; ") if RULES.get(part, part))
    if remark:
        sheet.add(*comment(remark, 2))
    if not is_blank(section.heading):
        sheet.add(*lines_of("  - heading: ", marked(section.heading), 6))
    if section.blocks:
        with sheet.above("  - content:" if is_blank(section.heading) else "    content:"):
            blocks.write(section.blocks, 6)


def _unplaced(draft: Draft, sheet: Sheet, blocks: BlockWriter) -> None:
    number = len(draft.unplaced)
    said = f"{number} part{'s' if number > 1 else ''} of the document had no place; cut and paste, or remove this section"
    sheet.add(*comment(f"review: {said}", 2))
    sheet.look("import/unplaced", f"{number} part{'s' if number > 1 else ''} of the document had no place", "move it")
    sheet.add(f"  - heading: {UNPLACED}")
    with sheet.above("    content:"):
        blocks.write(draft.unplaced, 6)


def _advice(kind: str, draft: Draft, sheet: Sheet) -> None:
    items: Sequence[Advice] = getattr(draft, kind)
    if not items:
        return
    sheet.add(*comment(f"in the document {draft.rules[kind]}", 0))
    keys = ("statement", "evidence") if kind == "findings" else ("action", "rationale")
    sheet.add(f"{kind}:")
    for item in items:
        sheet.add(*lines_of(f"  - {keys[0]}: ", marked(item.text), 6))
        for key, value in (("for", item.whom), ("by", item.when)):
            if value:
                sheet.look(
                    "import/guessed",
                    f"`{key}` is taken from the sentence, or the heading above it",
                    "see whether it is right",
                )
                sheet.add(f"    {key}: {inline(value)}  # review")
        if not is_blank(item.reason):
            sheet.add(*lines_of(f"    {keys[1]}: ", marked(item.reason), 6))
    sheet.blank()


def _back(draft: Draft, sheet: Sheet) -> None:
    if draft.notes:
        sheet.add("notes:")
        for name, text in draft.notes.items():
            sheet.add(*lines_of(f"  {name}: ", marked(text) or "(empty in the document)", 4))
        sheet.blank()
    for key in BACK:
        own = [text for text in draft.back.get(key, []) if not is_blank(text)]
        if own:
            sheet.add(*comment(f"in the document {draft.rules[key]}", 0), f"{key}:")
            sheet.add(*(line for text in own for line in lines_of("  - ", marked(text), 4)))
            sheet.blank()
    sheet.add('# design: {paper: a4, columns: 2, accent: "#0b6e69"}')
