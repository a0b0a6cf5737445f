"""Findings and recommendations: their numbers, and their links to each other.

Comes: the outline's two lists. Goes: a block of each, when it is asked for. Promise: links go both ways, and an id that no
finding has is reported. Refuses to know where the blocks stand.
"""

from collections.abc import Sequence

import msgspec

from briefgen.content.brief import Fact, Finding, Findings, Recommendation, Recommendations, Span, Text
from briefgen.content.words import joiners
from briefgen.content.writer import Writer
from briefgen.outline.tree import Map, Scalar


class Numbered(msgspec.Struct, frozen=True):
    """A finding or recommendation of the outline with its number, from 1, its label and its id in the brief."""

    number: int
    label: str
    id: str
    entry: Map


class Advice:
    """The findings and recommendations of one outline. Numbers and ids are settled before any text is written."""

    def __init__(self, root: Map, writer: Writer) -> None:
        self._writer = writer
        self.findings = _numbered("finding", root.maps("findings"), writer)
        self.recommendations = _numbered("recommendation", root.maps("recommendations"), writer)
        self._known = {str(finding.number): finding for finding in self.findings}
        self._known |= {own.text: finding for finding in self.findings if (own := finding.entry.text("id"))}
        self._addressed = [self._addresses(item) for item in self.recommendations]
        self._answers: dict[int, list[Numbered]] = {}
        for item, addressed in zip(self.recommendations, self._addressed, strict=True):
            for finding in addressed:
                self._answers.setdefault(finding.number, []).append(item)

    def make_findings(self) -> Findings:
        """The findings as a block."""
        return Findings(self._writer.claim("findings"), tuple(self._finding(item) for item in self.findings))

    def make_recommendations(self) -> Recommendations:
        """The recommendations as a block. What is derived is said once where it is true of all of them."""
        writer = self._writer
        id = writer.claim("recommendations")
        derived = [item.entry.flag("derived", False) for item in self.recommendations]
        note = None
        if all(derived):
            words = writer.words.all_derived[len(derived) > 1]
            note = writer.label(f"{id}.note", "P", words, self.recommendations[0].entry.text("derived"))
        items = [
            self._recommendation(item, addressed, derived=own and note is None)
            for item, addressed, own in zip(self.recommendations, self._addressed, derived, strict=True)
        ]
        return Recommendations(id, note, tuple(items))

    def _finding(self, item: Numbered) -> Finding:
        writer, entry, id = self._writer, item.entry, item.id
        statement = entry.text("statement")
        confidence = entry.text("confidence")
        answers = self._answers.get(item.number, [])
        return Finding(
            id=id,
            number=item.number,
            label=writer.label(f"{id}.label", "Lbl", item.label, statement),
            statement=writer.text(f"{id}.statement", "P", statement),
            evidence=writer.optional(f"{id}.evidence", "P", entry.text("evidence")),
            confidence=self._confidence(id, confidence),
            answered=self._linked(f"{id}.answered", writer.words.answered, answers, statement),
        )

    def _confidence(self, id: str, scalar: Scalar | None) -> Text | None:
        if scalar is None or scalar.text not in self._writer.words.confidence:
            return None
        return self._writer.label(f"{id}.confidence", "P", self._writer.words.confidence[scalar.text], scalar)

    def _recommendation(self, item: Numbered, addressed: Sequence[Numbered], *, derived: bool) -> Recommendation:
        writer, entry, id, words = self._writer, item.entry, item.id, self._writer.words
        action = entry.text("action")
        label = writer.label(f"{id}.label", "Lbl", item.label, action)
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
            addresses=self._linked(f"{id}.addresses", words.addresses, addressed, first),
            derived=writer.label(f"{id}.derived", "P", words.derived, entry.text("derived")) if derived else None,
        )

    def _linked(self, id: str, words: tuple[str, str], others: Sequence[Numbered], source: Scalar | None) -> Text | None:
        """`Addresses findings 1 and 3`, each number linked."""
        if not others:
            return None
        own = self._writer.own
        spans: list[Span] = []
        lead = words[len(others) > 1]
        for before, other in zip(joiners(self._writer.words, len(others)), others, strict=True):
            spans += [own(lead + before), own(str(other.number), other.id, other.label)]
            lead = ""
        return self._writer.join(id, "P", spans, source)

    def _addresses(self, item: Numbered) -> list[Numbered]:
        """The findings that a recommendation answers, in their order: by id, or by number where no id is the same."""
        known, found = self._known, set()
        for scalar in item.entry.texts("addresses"):
            if scalar.text in known:
                found.add(known[scalar.text].number)
                continue
            hint = self._writer.nearest(scalar.text, known) or "give the finding this `id`, or name another"
            said = f"there is no finding `{scalar.text}`"
            self._writer.problems.add("content/unknown-finding", scalar.place, said, hint)
        return [self.findings[number - 1] for number in sorted(found)]


def _numbered(kind: str, entries: Sequence[Map], writer: Writer) -> list[Numbered]:
    label = {"finding": writer.words.finding, "recommendation": writer.words.recommendation}[kind]
    found = []
    for number, entry in enumerate(entries, 1):
        own = entry.text("id")
        found.append(Numbered(number, label.format(number), writer.claim(f"{kind}-{own.text if own else number}"), entry))
    return found
