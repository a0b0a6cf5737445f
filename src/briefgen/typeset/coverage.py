"""A brief in a script that no face has: reported at once, for to set it would take long and show nothing.

Comes: a brief and what its faces lack. Goes: a problem for each text that holds any of it. Promise: a text with a character
that no face has is reported. Refuses to know which face a character is set in; `setter` does, and reports the odd character.
"""

from briefgen.content.brief import Brief
from briefgen.content.reading import texts_of
from briefgen.problem import Problems
from briefgen.typeset.setter import missing_glyph


def report_lacking(brief: Brief, lacking: frozenset[str], problems: Problems) -> None:
    """Report each text with characters among `lacking`, at the first of them."""
    for text in texts_of(brief):
        words = text.plain
        found = lacking.intersection(words)
        if not found:
            continue
        first = next(character for character in words if character in found)
        flaw = missing_glyph(first)
        more = f", nor for {len(found) - 1} other characters of this text" if len(found) > 1 else ""
        problems.add(flaw.code, brief.place(text.id, first), flaw.message + more, flaw.hint)
