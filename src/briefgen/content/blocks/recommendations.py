"""Recommendations: what to do, who is to do it and by when, why, and the findings that it answers."""

import msgspec

from briefgen.content.blocks.advice import Advice, Numbered, linked
from briefgen.content.brief import Fact, Heading, Recommendation, Recommendations, Table, Text
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar

Kind = Heading | Recommendations | Table
OVERVIEW = 9  # from so many on they are listed before they are told
FACTS = ("for", "by", "priority")


def make_recommendations(root: Map, writer: Writer, advice: Advice, level: int) -> tuple[Kind, ...]:
    """The outline's recommendations as a block, or in groups as several, each under its heading of this level.

    What is derived is said once where it is true of all of them.
    """
    id = writer.claim("recommendations")
    derived = [item.entry.flag("derived", False) for item in advice.recommendations]
    note = None
    if all(derived):
        words = writer.words.all_derived[len(derived) > 1]
        note = writer.label(f"{id}.note", "P", words, advice.recommendations[0].entry.text("derived"))
    grouped = root.flag("recommendations_grouped", False)
    found: list[Kind] = []
    every: list[Recommendation] = []
    for number, (priority, group) in enumerate(_groups(advice, grouped=grouped)):
        if priority is not None:
            found.append(_heading(writer, priority, level, number))
        keys = FACTS[:-1] if grouped else FACTS
        items = [
            _recommendation(writer, advice, item, (keys, item.entry.flag("derived", False) and not note)) for item in group
        ]
        found.append(Recommendations(writer.claim("recommendations") if every else id, None, tuple(items)))
        every += items
    first = next(number for number, block in enumerate(found) if isinstance(block, Recommendations))
    found[first] = msgspec.structs.replace(found[first], note=note)
    listed = root.flag("recommendations_overview", len(every) >= OVERVIEW)
    return (_overview(writer, every), *found) if listed else tuple(found)


def _groups(advice: Advice, *, grouped: bool) -> list[tuple[Scalar | None, list[Numbered]]]:
    """Recommendations by their priorities, in the order in which these first appear; those without one come last."""
    if not grouped:
        return [(None, list(advice.recommendations))]
    found: dict[str, tuple[Scalar | None, list[Numbered]]] = {}
    for item in sorted(advice.recommendations, key=lambda item: item.entry.text("priority") is None):
        priority = item.entry.text("priority")
        key = " ".join(priority.text.split()).casefold() if priority else ""
        found.setdefault(key, (priority, []))[1].append(item)
    return list(found.values())


def _heading(writer: Writer, priority: Scalar, level: int, number: int) -> Heading:
    """The heading of a group: what its priority is."""
    id = f"recommendations.priority{number + 1}.heading"
    spans = (writer.own(f"{writer.words.priority}: "), *writer.spans(priority))
    return Heading(writer.join(id, f"H{level}", spans, priority), 2)


def _overview(writer: Writer, items: list[Recommendation]) -> Table:
    """A table of the numbers, linked, with what to do, for whom and by when: the words of the items, without notes."""
    words, id = writer.words, writer.claim("recommendations.overview")
    keys = [key for key in ("for", "by") if any(_fact(item, key) for item in items)]
    # what the first two columns hold the heading right above them says
    names = ["", "", *({"for": words.for_, "by": words.by}[key] for key in keys)]
    head = tuple(
        writer.label(f"{id}.head.c{number}", "TH", name) if name else writer.cell(f"{id}.head.c{number}", "TH", None)
        for number, name in enumerate(names, 1)
    )
    rows = []
    for item in items:
        row = f"{id}.r{item.number}"
        number = writer.join(f"{row}.c1", "TH", (writer.own(str(item.number), item.id, item.action.words),))
        said = [item.action, *(_fact(item, key) for key in keys)]
        cells = [_again(writer, f"{row}.c{place}", text) for place, text in enumerate(said, 2)]
        rows.append((number, *cells))
    return Table(id, None, None, head, tuple(rows), ("left",) * len(head), spanning=True, here=True, overview=True)


def _fact(item: Recommendation, key: str) -> Text | None:
    return next((fact.value for fact in item.facts if fact.value.id.endswith(f".{key}")), None)


def _again(writer: Writer, id: str, text: Text | None) -> Text:
    """A cell with the words of a text that stands elsewhere."""
    spans = [msgspec.structs.replace(span, id="") for span in text.unmarked] if text else []
    return writer.join(id, "TD", spans, writer.sources.get(text.id) if text else None)


def _recommendation(writer: Writer, advice: Advice, item: Numbered, told: tuple[tuple[str, ...], bool]) -> Recommendation:
    """A recommendation; `told` are the keys of its facts, and whether it is said to be derived."""
    entry, id, words = item.entry, item.id, writer.words
    keys, derived = told
    names = {"for": words.for_, "by": words.by, "priority": words.priority}
    action = entry.text("action")
    label = writer.label(f"{id}.label", "Lbl", str(item.number), action)
    said = writer.text(f"{id}.action", "P", action)
    facts = tuple(
        Fact(
            writer.label(f"{id}.{key}.label", "P", names[key], scalar),
            writer.text(f"{id}.{key}", "P", scalar),
        )
        for key in keys
        if (scalar := entry.text(key)) is not None
    )
    rationale = writer.optional(f"{id}.rationale", "P", entry.text("rationale"))
    first = next(iter(entry.texts("addresses")), None)
    return Recommendation(
        id=id,
        label=label,
        number=item.number,
        action=said,
        facts=facts,
        rationale=rationale,
        addresses=linked(writer, f"{id}.addresses", words.addresses, advice.addressed(item), first),
        derived=writer.label(f"{id}.derived", "P", words.derived, entry.text("derived")) if derived else None,
    )
