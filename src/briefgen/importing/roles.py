"""Which part of a brief a heading tells, in any of the languages that `phrases` and `content/words` have.

Comes in: a heading. Goes out: the name of a part, such as `summary`. Refuses to look at what stands below it.
"""

import re

from briefgen.content.words import all_tables
from briefgen.importing.phrases import HEADINGS, RATHER_TEXT

LONGEST_HEADING = 12  # words, of one that tells a part
_LEVELS = r"[0-9]{1,2}(?:\.[0-9]{1,2})+\.?"
_NUMBER = re.compile(rf"^(?:{_LEVELS}|\(?(?:[0-9]{{1,2}}|[ivxIVX]{{1,4}}|[A-Za-z])[.):]|[0-9]{{1,2}}(?=\s))\s*")
_PLURAL = "(?:s|es|in|innen|en|n)?"


def role(heading: str) -> str:
    """What part of a brief a heading tells; "" when none."""
    words = _bare(heading)
    if not words or len(words.split()) > LONGEST_HEADING:
        return ""
    for kind, languages in HEADINGS.items():
        own = {getattr(labels, kind).casefold() for labels in all_tables() if hasattr(labels, kind)}
        if words in own:
            return kind
        for phrases in languages.values():
            if any(_fits(words, phrase) for phrase in phrases):
                return kind
    return ""


def is_rather_text(heading: str) -> bool:
    """Whether a heading of recommendations is one of text where another heading names them: “Policy options”."""
    return _bare(heading) in RATHER_TEXT


def _bare(heading: str) -> str:
    return _NUMBER.sub("", heading).strip(" :.–—-*").replace("’", "'").casefold()


def _fits(words: str, phrase: str) -> bool:
    if not phrase.endswith("*"):
        return words == phrase
    return bool(re.fullmatch(rf"{re.escape(phrase[:-1])}{_PLURAL}(?: .*)?", words))
