"""Digits other than 0 to 9, and which of them a language uses.

Comes: a language tag, or the name that an outline gives. Goes: the ten digits. Data: The Unicode Standard, and what CLDR has
as the default numbering system of a language or region. Loaded for languages that have such digits, or an outline that asks.
"""

from briefgen.content.languages import lookup

FIRST = {
    "arabic-indic": 0x660, "persian": 0x6F0, "devanagari": 0x966, "bengali": 0x9E6, "gurmukhi": 0xA66, "gujarati": 0xAE6,
    "odia": 0xB66, "tamil": 0xBE6, "telugu": 0xC66, "kannada": 0xCE6, "malayalam": 0xD66, "thai": 0xE50, "lao": 0xED0,
    "tibetan": 0xF20, "burmese": 0x1040, "khmer": 0x17E0,
}  # fmt: skip
USUAL = {
    "ckb": "arabic-indic", "sd": "arabic-indic", "fa": "persian", "ps": "persian", "ks": "persian",
    "ur-IN": "persian", "bn": "bengali", "as": "bengali", "ne": "devanagari", "mr": "devanagari", "sa": "devanagari",
    "my": "burmese", "dz": "tibetan",
    # of `ar` alone, writers type 0 to 9, and two kinds of digits would stand on one page
    **dict.fromkeys((f"ar-{region}" for region in "BH EG IQ JO KW LB OM PS QA SA SD SY YE".split()), "arabic-indic"),
}  # fmt: skip


def usual_digits(language: str) -> str:
    """The digits of a language: ten of them, or "" for 0 to 9."""
    return digits_named(next((USUAL[tag] for tag in lookup(language) if tag in USUAL), "latin"))


def digits_named(name: str) -> str:
    """The digits that an outline names."""
    first = FIRST.get(name, 0)
    return "".join(map(chr, range(first, first + 10))) if first else ""
