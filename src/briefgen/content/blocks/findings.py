"""Findings: what was found, what shows it, how sure it is, and the recommendations that answer it."""

from briefgen.content.blocks.advice import Advice, Numbered, linked
from briefgen.content.brief import Finding, Findings, Text
from briefgen.content.writer import Writer
from briefgen.outline.tree import Scalar

LEVELS = ("low", "medium", "high")


def make_findings(writer: Writer, advice: Advice) -> Findings:
    """The outline's findings as a block."""
    return Findings(writer.claim("findings"), tuple(_finding(writer, advice, item) for item in advice.findings))


def _finding(writer: Writer, advice: Advice, item: Numbered) -> Finding:
    entry, id = item.entry, item.id
    statement = entry.text("statement")
    confidence = entry.text("confidence")
    return Finding(
        id=id,
        number=item.number,
        label=writer.label(f"{id}.label", "Lbl", str(item.number), statement),
        statement=writer.text(f"{id}.statement", "P", statement),
        evidence=writer.optional(f"{id}.evidence", "P", entry.text("evidence")),
        confidence=_confidence(writer, id, confidence),
        certainty=LEVELS.index(confidence.text) + 1 if confidence and confidence.text in LEVELS else 0,
        answered=linked(writer, f"{id}.answered", writer.words.answered, advice.answers(item), statement),
    )


def _confidence(writer: Writer, id: str, scalar: Scalar | None) -> Text | None:
    if scalar is None or scalar.text not in writer.words.confidence:
        return None
    return writer.label(f"{id}.confidence", "P", writer.words.confidence[scalar.text], scalar)
