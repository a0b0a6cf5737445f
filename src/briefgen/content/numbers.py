"""Numbers in the brief's language.

Comes: a number and the name of a pattern. Goes: text. Promise: digits are grouped and parted as the language does (CLDR
46), a minus is a minus, and a number is rounded only where its pattern says how far, halves away from zero as spreadsheets
do. Refuses to know where it stands.
"""

import re
from typing import TYPE_CHECKING

import msgspec

if TYPE_CHECKING:
    from decimal import Context, Decimal

NARROW, FIXED = "\u202f", "\u00a0"  # spaces at which no line ends
MINUS = "\u2212"
ARABIC = "\u0660\u06f0"  # zeros: of Arabic-Indic and of Persian digits, with which the signs are others too (CLDR)
LARGEST = 1e15  # what is larger is written as a power of ten
_RAISED = str.maketrans("0123456789-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁻")


class Style(msgspec.Struct, frozen=True):
    """How a language writes numbers: decimal sign, what parts groups of three, from how many digits on, before a %."""

    point: str = "."
    group: str = ","
    least: int = 4  # digits of a whole number from which on it is grouped
    percent: str = ""
    further: int = 3  # digits of all groups but the last one
    leads: bool = False  # whether the % stands before the number


_INDIAN = Style(further=2)  # lakhs and crores: 12,34,567
_COMMA_POINT = Style(",", ".")
_COMMA_SPACE = Style(",", FIXED, 4, FIXED)
STYLES = {
    "en": Style(),
    "de": Style(",", ".", 4, FIXED),
    "de-AT": Style(",", FIXED, 4, FIXED),
    "de-CH": Style(".", "’"),
    "de-LI": Style(".", "’"),
    "fr": Style(",", NARROW, 4, NARROW),
    "fr-CH": Style(",", NARROW, 4),
    "es": Style(",", ".", 5, FIXED),
    "it": Style(",", ".", 5),
    "it-CH": Style(".", "’"),
    "pt": _COMMA_POINT,
    "pt-PT": Style(",", FIXED, 5),
    "nl": _COMMA_POINT,
    "da": Style(",", ".", 4, FIXED),
    "sv": _COMMA_SPACE,
    "nb": _COMMA_SPACE,
    "no": _COMMA_SPACE,
    "nn": _COMMA_SPACE,
    "fi": _COMMA_SPACE,
    "pl": Style(",", FIXED, 5),
    "cs": _COMMA_SPACE,
    "sk": _COMMA_SPACE,
    "hu": Style(",", FIXED, 5),
    "ro": Style(",", ".", 4, FIXED),
    "bg": Style(",", FIXED, 5),
    "el": _COMMA_POINT,
    "tr": Style(",", ".", leads=True),
    "ru": _COMMA_SPACE,
    "uk": Style(",", FIXED, 4),
    "et": Style(",", FIXED, 5),
    "lv": Style(",", FIXED, 5),
    "lt": _COMMA_SPACE,
    "sl": Style(",", ".", 4, FIXED),
    "hr": Style(",", ".", 4, FIXED),
    "sr": _COMMA_POINT,
    "ca": Style(",", ".", 5, FIXED),
    "eu": Style(",", ".", 4, FIXED, leads=True),
    "gl": Style(",", ".", 4, FIXED),
    "id": _COMMA_POINT,
    "vi": _COMMA_POINT,
    "nl-BE": _COMMA_POINT,
    "fr-CA": Style(",", FIXED, 4, FIXED),
    "fr-LU": Style(",", ".", 4, FIXED),
    "es-MX": Style(),
    "es-US": Style(),
    "es-419": Style(),
    "it-SM": Style(",", ".", 5),
    "pt-AO": Style(",", FIXED, 5),
    "pt-MZ": Style(",", FIXED, 5),
    "be": Style(",", FIXED, 4, FIXED),
    "mk": Style(",", ".", 4, FIXED),
    "sq": Style(",", FIXED, 4),
    "bs": Style(",", ".", 4, FIXED),
    "is": _COMMA_POINT,
    "az": _COMMA_POINT,
    "ka": Style(",", FIXED, 5),
    "hy": Style(",", FIXED, 4),
    "kk": Style(",", FIXED, 4),
    "hi": _INDIAN,
    "bn": _INDIAN,
    "gu": _INDIAN,
    "kn": Style(),
    "mr": _INDIAN,
    "pa": _INDIAN,
    "ta": _INDIAN,
    "te": _INDIAN,
    "ne": _INDIAN,
    "en-IN": _INDIAN,
    "ur-IN": _INDIAN,
}
# languages, and languages of a country, that write 1.5 (CLDR, symbols/decimal); all others write 1,5
_POINT = frozenset(
    "en zh ja ko th he hi bn gu kn ml mr pa ta te ne si ur fa ms sw am ha ig yo cy ga mt de-CH de-LI it-CH es-MX es-US "
    "es-GT es-HN es-NI es-PA es-PE es-PR es-DO es-SV".split()
)
_COMMA = frozenset({"en-ZA"})
PLACES = {"whole": 0, "decimal-1": 1, "decimal-2": 2, "percent": 0, "percent-1": 1}
PATTERNS = ("plain", "grouped", *PLACES)


# with one sign for all that may stand in its place, as the table below has it: `re` takes 5 ms to make sets of them
_COUNTED = r"[-+~]?\s?\$?\s?[-+]?[0-9](?:[0-9.,' ]*[0-9])?\s?(?:%|°C?|\$|[A-Za-z]{1,3}²?)?"
_ALIKE = str.maketrans("\u2212–±≈<>≤≥€£¥’\u00a0\u2009\u202f‰µ³", "-~~~~~~~$$$'   %u²")
_YEAR = r"(?:1[5-9]|20|21)[0-9]{2}(?:[-–/][0-9]{2,4})?"


def counts_like(text: str) -> bool:
    """Whether a text is a number as it stands in tables: with a sign, a unit, a currency, or without."""
    return re.fullmatch(_COUNTED, text.strip().translate(_ALIKE)) is not None


def is_year(text: str) -> bool:
    """Whether a text may be a year, or a year of two: 2026, 2025/26."""
    return re.fullmatch(_YEAR, text.strip()) is not None


def in_digits(text: str, digits: str) -> str:
    """A text with ten other digits in place of 0 to 9, and the signs that numbers in Arabic and Persian ones have."""
    shown = text.translate(str.maketrans("0123456789", digits))
    return shown.replace("%", "٪") if digits[0] in ARABIC else shown


def style_of(language: str) -> Style:
    """How a language, given as a tag, writes numbers; with a space between groups where no more than its sign is known."""
    base = language.split("-", 1)[0]
    pointed = language in _POINT or (base in _POINT and language not in _COMMA)
    found = STYLES.get(language) or STYLES.get(base, Style())
    if pointed == (found.point == "."):
        return found
    return Style() if pointed else _COMMA_SPACE


def exact() -> "Context":
    """What numbers are reckoned with that no digit may be lost of: one of a file has 40 and an exponent of three."""
    from decimal import Context  # late, as below: few briefs write numbers that are not written in the outline

    return Context(prec=1200)


def write_number(value: "Decimal", pattern: str, language: str, *, percent: bool = False, digits: str = "") -> str:
    """A number by a pattern of PATTERNS. With `percent` its value is in percent already; else a share becomes percent.

    `plain` and `grouped` keep the decimals that it has; all but `plain` part groups of digits. `digits` are those that it is
    written with, where they are not 0 to 9.
    """
    style = style_of(language)
    if digits and digits[0] in ARABIC:
        style = msgspec.structs.replace(style, point="٫", group="٬")
    if pattern.startswith("percent") and not percent:
        value, percent = value.scaleb(2, exact()), True
    if pattern in PLACES:
        from decimal import ROUND_HALF_UP, Decimal

        value = value.quantize(Decimal(1).scaleb(-PLACES[pattern]), ROUND_HALF_UP, exact())
    whole, _, decimals = f"{value.copy_abs():f}".partition(".")
    if pattern != "plain" and len(whole) >= style.least:
        head, last = whole[:-3], whole[-3:]
        groups = [head[max(end - style.further, 0) : end] for end in range(len(head), 0, -style.further)]
        whole = style.group.join([*groups[::-1], last])
    negative = value < 0 and any(digit in "123456789" for digit in f"{value:f}")
    text = f"{whole}{style.point + decimals if decimals else ''}"
    if percent:
        text = f"%{style.percent}{text}" if style.leads else f"{text}{style.percent}%"
    text = in_digits(text, digits) if digits else text
    return f"{MINUS}{text}" if negative else text


def write_float(value: float, decimals: int, language: str, *, percent: bool = False, digits: str = "") -> str:
    """A number of a chart with so many decimals; one of more than fifteen digits as a power of ten."""
    from decimal import Decimal

    if abs(value) >= LARGEST:
        digits, _, power = f"{value:.2e}".partition("e")
        return f"{write_number(Decimal(digits), 'grouped', language)}·10{str(int(power)).translate(_RAISED)}"
    return write_number(Decimal(f"{value:.{decimals}f}"), "grouped", language, percent=percent, digits=digits)
