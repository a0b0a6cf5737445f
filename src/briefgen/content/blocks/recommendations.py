"""Recommendations: what to do, who is to do it and by when, why, and the findings that it answers."""

from briefgen.content.blocks.advice import Advice, Numbered, linked
from briefgen.content.brief import Fact, Recommendation, Recommendations
from briefgen.content.writer import Writer


def make_recommendations(writer: Writer, advice: Advice) -> Recommendations:
    """The outline's recommendations as a block. What is derived is said once where it is true of all of them."""
    id = writer.claim("recommendations")
    derived = [item.entry.flag("derived", False) for item in advice.recommendations]
    note = None
    if all(derived):
        words = writer.words.all_derived[len(derived) > 1]
        note = writer.label(f"{id}.note", "P", words, advice.recommendations[0].entry.text("derived"))
    items = [
        _recommendation(writer, advice, item, derived=own and note is None)
        for item, own in zip(advice.recommendations, derived, strict=True)
    ]
    return Recommendations(id, note, tuple(items))


def _recommendation(writer: Writer, advice: Advice, item: Numbered, *, derived: bool) -> Recommendation:
    entry, id, words = item.entry, item.id, writer.words
    action = entry.text("action")
    label = writer.label(f"{id}.label", "Lbl", str(item.number), action)
    said = writer.text(f"{id}.action", "P", action)
    facts = tuple(
        Fact(
            writer.label(f"{id}.{key}.label", "P", name, scalar),
            writer.text(f"{id}.{key}", "P", scalar),
        )
        for key, name in (("for", words.for_), ("by", words.by), ("priority", words.priority))
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
