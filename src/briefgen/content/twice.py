"""What a text writes itself and the brief sets as well: numbers of headings and notes, names of figures, marks of quotes.

Comes: the root of an outline and its design. Goes: a warning for each such text, with the text as it should be. Promise:
what is no more than a number at the head of a sentence is let alone. Refuses to change a text.
"""

import re
from collections.abc import Iterator

from briefgen.content.brief import Design
from briefgen.content.references import numbered_in
from briefgen.content.writer import Writer
from briefgen.outline.hints import SHOWN, in_quotes
from briefgen.outline.tree import Map, Scalar

CODE = "content/set-twice"
_COUNTED = r"\(?(?:\d{1,2}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[IVX]{1,5}[.)])\s+(?=\S)"
_BEGINS = frozenset("(0123456789IVX")  # of a number
_NUMBER = r"(\d{1,2})\s+(?=[^\W\d_])"
_SHORT = {"figure": "Fig", "table": "Tab"}  # as captions begin in many languages


def report_twice(root: Map, design: Design, writer: Writer) -> None:
    """Warn of each text of the outline that says itself what stands beside it anyway."""
    for scalar, what, length in _found(root, design, writer):
        text = scalar.text.strip()
        rest = text[1:-1].strip() if length < 0 else text[length:].lstrip()
        if rest:
            said = f"the text has {what} of its own, beside what the brief sets"
            hint = f"write {in_quotes(rest)}" if len(rest) <= SHOWN else "leave it out"
            writer.problems.add(CODE, scalar.place, said, hint)


def _found(root: Map, design: Design, writer: Writer) -> Iterator[tuple[Scalar, str, int]]:
    """The texts, each with what is set twice, and how much of it that is; -1 for the marks at both its ends."""
    numeral, counter = design.look.heading.variant == "numeral", writer.counter is not None
    if numeral or counter:
        yield from _headings(root, deep=counter)
    sections = root.maps("sections")
    for section in sections:
        for kind, node in numbered_in(section.maps("content")):
            caption = node.text("caption") or node.text("title") or node.text("heading")
            if caption and writer.references.label(node) and (length := _named(caption, kind, writer)):
                yield caption, "a number and a name", length
        if design.look.quote.variant == "hanging":
            yield from ((quote, "quotation marks", -1) for quote in _quotes(section.maps("content")))
    for kind, own in (("finding", "statement"), ("recommendation", "action")):
        for entry in root.maps(f"{kind}s"):
            text = entry.text(own)
            if text and (length := _named(text, kind, writer)):
                yield text, "a number", length
    notes = root.map("notes")
    for key, note in notes.entries.items() if notes else ():
        sign = note.text.strip() if isinstance(note, Scalar) else ""
        if isinstance(note, Scalar) and sign[:1] in {*key[:1], "[", "("}:
            found = re.match(rf"[\[(]?{re.escape(key)}(?:[.)\]:])\s+", sign) if key.isdigit() else None
            if found:
                yield note, "a number", found.end()


def _headings(root: Map, *, deep: bool) -> Iterator[tuple[Scalar, str, int]]:
    """Headings that begin with a number; those within sections only where they have one."""
    found = [heading for section in root.maps("sections") if (heading := section.text("heading"))]
    if not deep and all(heading.text.lstrip()[:1] not in _BEGINS for heading in found):
        return
    bare = [re.match(_NUMBER, heading.text.strip()) for heading in found]
    in_order = [each[1] if each else "" for each in bare] == [str(number) for number in range(1, len(bare) + 1)]
    for heading, number in zip(found, bare, strict=True):
        counted = number if number and in_order and len(bare) > 1 else re.match(_COUNTED, heading.text.strip())
        if counted:
            yield heading, "a number", counted.end()
    for section in root.maps("sections") if deep else ():
        for block in section.maps("content"):
            value = block.entries.get("heading")
            heading = value.text("text") if isinstance(value, Map) else None
            if heading and (counted := re.match(_COUNTED, heading.text.strip())):
                yield heading, "a number", counted.end()


def _named(text: Scalar, kind: str, writer: Writer) -> int:
    """How much of a text is the name of its kind with a number, `Figure 1: `; 0 for none."""
    words, label = text.text.strip(), getattr(writer.words, kind).partition("{")[0].strip()
    for name in (label, _SHORT.get(kind, "")):
        if name and words[: len(name)].lower() == name.lower():  # few do, and a pattern is dear
            found = re.match(r"[.\s]*\d{1,2}\s*[.:)–—-]\s*", words[len(name) :])
            if found:
                return len(name) + found.end()
    return 0


def _quotes(content: tuple[Map, ...]) -> Iterator[Scalar]:
    """Pull quotes all of which stands in quotation marks."""
    for block in content:
        node = block.map("pull_quote") if "pull_quote" in block else None
        text = node.text("text") if node else None
        words = text.text.strip() if text else ""
        if words[:1].isalnum() or not words:
            continue
        from briefgen.outline.curly import PAIRS  # late: few quotes begin with such a mark

        inner = set(words[1:-1]) - {"’", "'"}
        closing = PAIRS.get(words[:1], '"' if words[:1] == '"' else "")
        if text and len(words) > 2 and words[-1] in closing and inner.isdisjoint({*PAIRS, '"'}):
            yield text
