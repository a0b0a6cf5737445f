"""What findings and recommendations have in common: their numbers, and their links to each other.

Comes: the outline's two lists. Goes: each with its number and those that it is linked to. Promise: links go both ways, and
an id that no finding has is reported. Refuses to know what their blocks look like and where they stand.
"""

from collections.abc import Sequence

import msgspec

from briefgen.content.brief import Block, Finding, Findings, Section, Span, Text
from briefgen.content.words import Words, joiners
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

    def answers(self, finding: Numbered) -> Sequence[Numbered]:
        """The recommendations that answer a finding."""
        return self._answers.get(finding.number, [])

    def addressed(self, recommendation: Numbered) -> Sequence[Numbered]:
        """The findings that a recommendation answers."""
        return self._addressed[recommendation.number - 1]

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


def linked(
    writer: Writer, id: str, words: tuple[str, str], others: Sequence[Numbered], source: Scalar | None
) -> Text | None:
    """`Addresses findings 1 and 3`, each number linked; None without any."""
    if not others:
        return None
    spans: list[Span] = []
    lead = words[len(others) > 1]
    for before, other in zip(joiners(writer.words, len(others)), others, strict=True):
        spans += [writer.own(lead + before), writer.own(str(other.number), other.id, other.label)]
        lead = ""
    return writer.join(id, "P", spans, source)


def shortened(sections: tuple[Section, ...], words: Words) -> tuple[Section, ...]:
    """The sections with what answers their findings told in short: `Recommendations 1 and 3`, each number linked."""
    if not words.recommendation.endswith("{}"):
        return sections  # the language puts the number first
    leads = words.recommendation.format(""), f"{words.recommendations} "

    def short(finding: Finding) -> Finding:
        if finding.answered is None:
            return finding
        lead, *others = finding.answered.spans
        lead = msgspec.structs.replace(lead, text=leads[sum(bool(span.target) for span in others) > 1])
        answered = msgspec.structs.replace(finding.answered, spans=(lead, *others))
        return msgspec.structs.replace(finding, answered=answered)

    def told(block: Block) -> Block:
        if not isinstance(block, Findings):
            return block
        return msgspec.structs.replace(block, items=tuple([short(item) for item in block.items]))

    return tuple(
        [msgspec.structs.replace(section, blocks=tuple([told(block) for block in section.blocks])) for section in sections]
    )


def _numbered(kind: str, entries: Sequence[Map], writer: Writer) -> list[Numbered]:
    label = {"finding": writer.words.finding, "recommendation": writer.words.recommendation}[kind]
    found = []
    for number, entry in enumerate(entries, 1):
        own = entry.text("id")
        found.append(Numbered(number, label.format(number), writer.claim(f"{kind}-{own.text if own else number}"), entry))
    return found
