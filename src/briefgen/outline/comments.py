"""Comments that may be meant as text: what stands behind a # on the line of a text without quotes.

Comes in: the text before the #, and what follows it. Goes out: a warning's words, or nothing. Promise: what is set off as
comments are, in a line of its own, or two blanks behind a text, is never taken for text. Refuses to know places.
"""

import re

from briefgen.outline.hints import in_quotes, shown

RUN_ON = 3  # words of a text that a comment in small letters may go on with
HEADED = frozenset({"title", "subtitle", "heading", "caption"})  # where Markdown has a # before the text
_NUMBER = re.compile(r"#[ \t]*[0-9]|#[ \t]+of\b|#+$")  # number signs: the # 2 cause, the # of wells, a # at the end
_ENDED = ".!?…:;)”"


def comment_said(comment: str, before: str, gap: int, key: str) -> tuple[str, str]:
    """What to say of a comment and what to do, or two empty texts.

    `before` is the text before it, "" where a key has no value; `gap` the blanks between; `key` the key, "" in a list.
    """
    if not _is_text(comment, before, gap, key):
        return "", ""
    said = f"`{shown(comment)}` is a comment and is not printed"
    if before and "\n" in before:
        hint = "put the whole text in quotes"
    elif before:
        whole = before + " " * gap + comment
        hint = f"put the whole text in quotes: {in_quotes(whole)}"
    else:
        text = comment.lstrip("# \t") if key in HEADED or comment.startswith("##") else comment
        hint = f"put the value in quotes: {in_quotes(text)}"
    # no hint may make the warning go and leave the words unprinted: a space after the # would
    return said, f"to print it, {hint}; a remark of your own goes into a line of its own"


def _is_text(comment: str, before: str, gap: int, key: str) -> bool:
    if comment[1:2].isalnum():
        return True
    if gap != 1:
        return False
    if not before:
        return bool(key and comment.strip("#")) and (key in HEADED or comment.startswith("##"))
    if _NUMBER.match(comment) and re.search(r"[^\W\d_]", before):
        return True
    words = comment.lstrip("# \t")
    return words[:1].islower() and len(before.split()) >= RUN_ON and before[-1] not in _ENDED
