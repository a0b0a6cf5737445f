"""Where words end in scripts that put no space between them: Thai, Lao, Khmer, Burmese.

In comes a text without spaces; out come the places at which a line may end. No rule tells them, only a dictionary: that of
ICU, which the package icu4py holds (the extras `thai` and `khmer`). Loaded for such text alone.
"""

import re
from importlib.util import find_spec
from itertools import accumulate

PACKAGE = "icu4py"
LETTERS = re.compile("[\u0e01-\u0e5b\u0e81-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]")


def has_dictionary() -> bool:
    """Whether the dictionaries are installed."""
    return find_spec(PACKAGE) is not None


def find_words(text: str) -> list[int]:
    """The offsets at which a line may end within a text; none where there is no dictionary."""
    if not has_dictionary():
        return []
    from icu4py.breakers import LineBreaker  # late: 16 MB, for these scripts alone

    # its segments, and not their offsets, which count UTF-16 units
    return [*accumulate(map(len, LineBreaker(text, "th")))][:-1]
