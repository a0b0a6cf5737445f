"""Lines as Markdown and e-mails have them, which YAML cannot read, and how a person would write them here.

Comes in: the lines of an outline and the number of one, from 0. Goes out: what such a line is, and the lines as they would
be, with the hint that says so. Promise and refusal are those of `mends`.
"""

import re
from collections.abc import Collection, Iterator

from briefgen.outline.failure import Mend
from briefgen.outline.hints import quoted
from briefgen.outline.indents import indent_of
from briefgen.outline.mends import picture_block, shown, swap_bullet, swap_bullets, table_block

_BOX = re.compile(r"([ ]*)(?:- +)?\[[ xX]?\] +(\S.*)")
_QUOTED_LINE = re.compile(r"([ ]*)(?:- +)?> *([^\W\d].*)")
_RULE = re.compile(r"[ ]*(?:- +)?(?:-{3,}|\*{3,}|_{3,}|={3,}|\* \* \*) *")
_FENCE = re.compile(r"[ ]*(?:- +)?(?:```|~~~)[ \w-]*")
_BOLD_KEY = re.compile(r"([ ]*(?:- +)?)(?:\*{1,2}|_{1,2})([a-z_]{2,60})(?:\*{1,2}|_{1,2})? ?:(?:\*{1,2}|_{1,2})?(?= |$)")


def typed(lines: list[str], line: int, keys: Collection[str]) -> Iterator[tuple[str, Mend]]:
    """What a line may be that was typed for another program, each with the way to write it here."""
    for said, mend in (
        ("this is a box to be ticked, of Markdown", checklist(lines, line)),
        ("this is a quotation of Markdown, or of an e-mail", quotation(lines, line)),
        ("this is a bullet of another program", swap_bullet(lines, line)),
        ("this is a bullet of another program", swap_bullets(lines, line)),
        ("this is a picture of Markdown", picture_block(lines, line)),
        ("this is a table of Markdown", table_block(lines, line)),
        ("this is a rule of Markdown", leave_mark(lines, line, _RULE, "a new section has a heading")),
        ("this is a fence of Markdown", leave_mark(lines, line, _FENCE, "a brief has no block of code")),
        ("a key has no stars round it", bare_key(lines, line, keys)),
    ):
        if mend is not None:
            yield said, mend


def _run(lines: list[str], line: int, pattern: re.Pattern[str]) -> dict[int, str]:
    """The texts of the lines from one on that have the same indentation and the same mark."""
    texts: dict[int, str] = {}
    for number in range(line, len(lines)):
        found = pattern.fullmatch(lines[number].rstrip())
        if found is None or indent_of(lines[number]) != indent_of(lines[line]):
            break
        texts[number] = found[2]
    return texts


def checklist(lines: list[str], line: int) -> Mend | None:
    """`- [ ] one` and what follows it, as a checklist."""
    texts = _run(lines, line, _BOX)
    if not texts:
        return None
    block = f"- checklist: [{', '.join(map(quoted, texts.values()))}]"
    return Mend(dict.fromkeys(texts, "") | {line: " " * indent_of(lines[line]) + block}, f"write `{shown(block)}`")


def quotation(lines: list[str], line: int) -> Mend | None:
    """`> words` and the lines of them that follow, as a pull quote."""
    texts = _run(lines, line, _QUOTED_LINE)
    if not texts:
        return None
    block = f"- pull_quote: {quoted(' '.join(texts.values()))}"
    hint = f"for words set large write `{shown(block)}`; for a paragraph leave out the sign"
    return Mend(dict.fromkeys(texts, "") | {line: " " * indent_of(lines[line]) + block}, hint)


def leave_mark(lines: list[str], line: int, mark: re.Pattern[str], reason: str) -> Mend | None:
    """A line that holds nothing but a mark, left out."""
    return Mend({line: ""}, f"leave the line out: {reason}") if mark.fullmatch(lines[line]) else None


def bare_key(lines: list[str], line: int, keys: Collection[str]) -> Mend | None:
    """`**key**: value`, without the stars."""
    found = _BOLD_KEY.match(lines[line])
    if found is None or found[2] not in keys:
        return None
    return Mend({line: f"{found[1]}{found[2]}:{lines[line][found.end() :]}"}, f"write `{found[2]}: …`")
