"""Lines after which a sentence goes on: nothing is best between them and the next.

Comes: a line of a text that more lines follow. Goes: what a float between the two costs. Knows no language: what ends with a
stop is taken for the end of a sentence, an abbreviation too.
"""

from briefgen.layout import costs
from briefgen.typeset.lines import Line

# Sentence_Terminal (Unicode 15, PropList) of scripts that faces are found for, and what may stand behind it
STOPS = frozenset(".!?\u2026\u0589\u061d\u061f\u06d4\u0964\u0965\u104a\u104b\u1362\u17d4\u3002\uff01\uff0e\uff1f\uff61")
CLOSING = frozenset("\"')]}\u00ab\u00bb\u2018\u2019\u201c\u201d\u203a\u2039\u300d\u300f\uff09\u200e\u200f")


def running_on(line: Line) -> float:
    """The demerits of a float below a line: none where a sentence ends with it, most where a word is divided."""
    if line.hyphenated:
        return costs.WORD_RUNS_ON
    for run in reversed(line.runs):
        if run.span.superior:  # a note mark
            continue
        for glyph in reversed(run.glyphs):
            for sign in reversed(glyph.text):
                if not (sign.isspace() or sign in CLOSING):
                    return 0.0 if sign in STOPS else costs.RUNS_ON
    return 0.0
