"""Plain text into a document: paragraphs between blank lines, headings where a line alone looks like one.

Comes in: text. Goes out: a document. The promise: every word stands in it. Refuses to guess emphasis.
"""

import re

from briefgen.importing.document import Block, Document, Heading, Ledger, Paragraph, Run

LONGEST_HEADING = 12  # words
_RULE = re.compile(r"(={3,}|-{3,}|~{3,})\s*")
_ITEM = re.compile(r"\s*([-•●*–—]|[0-9]{1,2}[.)]|[a-z]\))\s+\S")
_NUMBERED = re.compile(r"[0-9]{1,2}(\.[0-9]{1,2}){0,3}\.?\s+[^\W\d_]")


def read_plain(text: str) -> Document:
    """The document in a plain text."""
    blocks: list[Block] = []
    for part in re.split(r"\n[ \t]*\n+", text.replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n")):
        lines = [line.strip() for line in part.split("\n") if line.strip()]
        if lines:
            blocks += _blocks(lines)
    return Document(blocks, {}, Ledger())


def _blocks(lines: list[str]) -> list[Block]:
    if len(lines) > 1 and _RULE.fullmatch(lines[1]) and not _RULE.fullmatch(lines[0]):
        head: Block = Heading(1 if lines[1][0] == "=" else 2, (Run(lines[0]),), "underlined")
        return [head, *(_blocks(lines[2:]) if len(lines) > 2 else [])]
    if len(lines) == 1 and _is_heading(lines[0]):
        numbered = _NUMBERED.match(lines[0])
        level = lines[0].split()[0].rstrip(".").count(".") + 1 if numbered else 1
        return [Heading(level, (Run(lines[0]),), "a line alone")]
    paragraphs: list[list[str]] = []
    for line in lines:
        if not paragraphs or _ITEM.match(line):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return [Paragraph((Run(" ".join(own)),)) for own in paragraphs if not all(_RULE.fullmatch(line) for line in own)]


def _is_heading(line: str) -> bool:
    """Whether a line that stands alone is a heading: in capitals, or numbered, and no sentence."""
    if len(line.split()) > LONGEST_HEADING or line[-1] in ".;,":
        return False
    return bool(_NUMBERED.match(line)) or (line.upper() == line and any(char.isalpha() for char in line))
