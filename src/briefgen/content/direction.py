"""Which way a language is written, and what that makes of left and right.

Comes: a language tag, and words of the outline that name a side of the page. Goes: its direction, and the side as pages have
it before they are mirrored, on which all is counted from the edge where lines begin. Knows no characters.
"""

from collections.abc import Sequence

# by their usual script (CLDR, likely subtags)
LANGUAGES = frozenset("ar arc ckb dv fa he iw nqo ps sd syr ug ur yi".split())
SCRIPTS = frozenset("adlm arab hebr nkoo rohg syrc thaa".split())
OTHER_SIDE = {"left": "right", "right": "left"}


def runs_right_to_left(language: str) -> bool:
    """Whether text in a language (BCP 47) runs from right to left: by the script that it names, else by its usual one."""
    parts = language.lower().split("-")
    script = next((part for part in parts[1:] if len(part) == 4 and part.isalpha()), "")
    return script in SCRIPTS if script else parts[0] in LANGUAGES


def sides(named: Sequence[str], language: str) -> list[str]:
    """Sides of the page that an outline names, counted from where lines begin: right is left in Arabic."""
    return [OTHER_SIDE.get(side, side) for side in named] if runs_right_to_left(language) else [*named]
