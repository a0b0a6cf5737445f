"""Advice about what a brief claims: quotes and numbers that the text does not have, findings that nobody answers.

Comes in: the copy. Goes out: advice. Promise: what is said to be missing is nowhere in the text, however it is written.
"""

import re
from collections.abc import Iterator

from briefgen.content.brief import Figure, Findings, Recommendations
from briefgen.content.reading import elements_of
from briefgen.editorial.passages import FRONT, Copy
from briefgen.editorial.remark import Remark

_NUMBER = re.compile(r"\d+(?:[.,’'\u00a0\u202f ]\d{3}(?!\d))*(?:[.,·]\d+)?")
_SMALL = 12  # numbers up to here are often written in words
_QUOTES_MOST = 200
_PIECE = 3  # words of a quote between two ellipses that have to be found


def unfounded_quotes(copy: Copy) -> Iterator[Remark]:
    """Pull quotes that the text does not hold. One with an attribution is somebody else's words."""
    passages = copy.passages
    said = " ".join(_bare(passage.text) for passage in passages if passage.kind not in {"quote", "attribution"})
    quotes = [number for number, passage in enumerate(passages) if passage.kind == "quote"][:_QUOTES_MOST]
    for number in quotes:
        following = passages[number + 1].kind if number + 1 < len(passages) else ""
        pieces = [_bare(piece) for piece in re.split(r"\.\.\.|…|\[[^\]]*\]", passages[number].text)]
        missing = [piece for piece in pieces if len(piece.split()) >= _PIECE and f" {piece} " not in f" {said} "]
        if missing and following != "attribution":
            hint = "quote a sentence of another page word for word, or name whose words they are: `attribution:`"
            yield Remark(
                "quote-not-in-text", copy.place(passages[number]), "the text does not say what this quote says", hint
            )


def _bare(text: str) -> str:
    """The words of a text without case and punctuation."""
    return " ".join(re.findall(r"\w+", text.casefold()))


def unfounded_numbers(copy: Copy) -> Iterator[Remark]:
    """Numbers of the summary that stand nowhere else."""
    rest = [passage.text for passage in copy.passages if passage.kind not in FRONT]
    # what a picture shows is told by its alternative text
    rest += [each.alt for each in elements_of(copy.brief.sections) if isinstance(each, Figure)]
    date = copy.root.text("date")
    known = {
        _digits(found)
        for text in (*rest, date.text if date else "")
        for found in re.findall(r"\d[\d.,’'\u00a0\u202f ·]*", text)
    }
    known |= {_digits(found) for text in rest for found in _NUMBER.findall(text)} | {
        part for text in rest for part in re.findall(r"\d+", text)
    }
    if not known or not any(passage.kind == "paragraph" for passage in copy.passages):
        return
    for passage in copy.passages:
        if passage.kind not in {"message", "standfirst"}:
            continue
        for number in dict.fromkeys(_NUMBER.findall(passage.text)):
            digits = _digits(number)
            if digits not in known and not (number.isdecimal() and int(number) <= _SMALL):
                hint = "say in the text where it comes from, or mend it"
                place = copy.brief.place(passage.id, number)
                where = "the summary" if passage.kind == "message" else "the standfirst"
                yield Remark("number-not-in-text", place, f"the number {number} is in {where} and not in the text", hint)


def _digits(number: str) -> str:
    """A number as it can be compared: 2,800 and 2.800 and 2 800 are one."""
    return "".join(char for char in number if char.isdecimal())


def unanswered(copy: Copy) -> Iterator[Remark]:
    """Findings and recommendations without the other, where the outline ties them to each other at all."""
    recommendations = [
        item for each in elements_of(copy.brief.sections) if isinstance(each, Recommendations) for item in each.items
    ]
    findings = [item for each in elements_of(copy.brief.sections) if isinstance(each, Findings) for item in each.items]
    if not any(item.addresses for item in recommendations):
        return
    for finding in findings:
        if finding.answered is None:
            hint = "let one address it (`addresses:`), or leave it to the text"
            yield Remark(
                "unanswered-finding",
                copy.brief.place(finding.statement.id),
                "no recommendation addresses this finding",
                hint,
            )
    derived = [entry.flag("derived", False) for entry in copy.root.maps("recommendations")]
    for item in recommendations:
        if item.addresses is None and findings and not (item.number <= len(derived) and derived[item.number - 1]):
            said = "this recommendation addresses no finding, and others do"
            hint = "name the findings that it answers (`addresses:`), or write `derived: true`"
            yield Remark("unfounded-recommendation", copy.brief.place(item.action.id), said, hint)


RULES = (unfounded_quotes, unfounded_numbers, unanswered)
