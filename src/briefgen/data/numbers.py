"""Numbers and dates as people write them into files.

Comes: texts. Goes: values, or None where a text is neither. Promise: the decimal sign is that of the whole file, and
never guessed from one cell; dates are those of ISO 8601, or in the order that the outline says.
"""

import re
from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

_GAP = "[ \u00a0\u2009\u202f'’]"  # what parts thousands besides point and comma
_SURE = {  # texts that are a number with this decimal sign, and with no other
    ".": re.compile(r"[+-]?(\d{1,3}(,\d{3})+\.\d+|\d{1,3}(,\d{3}){2,}|\d{4,}\.\d+|0?\.\d+|\d+\.(\d{1,2}|\d{4,}))%?"),
    ",": re.compile(r"[+-]?(\d{1,3}(\.\d{3})+,\d+|\d{1,3}(\.\d{3}){2,}|\d{4,},\d+|0?,\d+|\d+,(\d{1,2}|\d{4,}))%?"),
}
UNSURE = re.compile(r"[+-]?[1-9]\d{0,2}[.,]\d{3}%?")
_ISO = re.compile(r"(\d{4})-(\d\d)(?:-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?")
_ORDERED = re.compile(r"(\d{1,4})[./ -](\d{1,2})[./ -](\d{1,4})")
LIKE_DATE = re.compile(
    r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\d{1,2}[. -]+[^\W\d_]{3,10}[. ,-]+\d{2,4}|[^\W\d_]{3,10} \d{1,2}, \d{4}"
)
MISSING = frozenset({"na", "n/a", "n.a.", "n.a", "nan", "null", "none", "-", "–", "—", "‐", ".", "..", "...", "…", ":"})
LONGEST = 40  # characters of a number


class Number(NamedTuple):
    """A number, and whether it is in percent."""

    value: Decimal
    percent: bool


def decimal_sign(texts: Iterable[str]) -> str:
    """The decimal sign that most numbers have, of those that leave no doubt; "" where all of them do."""
    counts = {".": 0, ",": 0}
    for text in texts:
        if "." not in text and "," not in text:
            continue
        bare = _bare(text)
        for sign, pattern in _SURE.items():
            if pattern.fullmatch(bare):
                counts[sign] += 1
    if counts["."] == counts[","]:
        return "." if counts["."] else ""
    return max(counts, key=lambda sign: counts[sign])


def _numbers(decimal: str) -> "re.Pattern[str]":
    point, group = re.escape(decimal), re.escape("," if decimal == "." else ".")
    whole = rf"\d{{1,3}}(?:{group}\d{{3}})+|\d{{1,3}}(?:{_GAP}\d{{3}})+|\d+"
    return re.compile(rf"([+-]?)({whole})?(?:{point}(\d+))?(?:[eE]([+-]?\d{{1,3}}))?(%?)")


_NUMBERS = {sign: _numbers(sign) for sign in (".", ",")}


def read_number(text: str, decimal: str) -> Number | None:
    """The number that a text is, or None."""
    bare = _bare(text)
    found = _NUMBERS[decimal].fullmatch(bare) if 0 < len(bare) <= LONGEST else None
    if found is None or not (found[2] or found[3]):
        return None
    whole = re.sub(r"\D", "", found[2] or "0")
    value = Decimal(f"{found[1]}{whole}{'.' + found[3] if found[3] else ''}{'E' + found[4] if found[4] else ''}")
    return Number(value, bool(found[5]))


def is_code(text: str) -> bool:
    """Whether digits are a code and no number: a postcode or the key of a district, which begins with a zero."""
    return len(text) > 1 and text[0] == "0" and text.isdecimal()


def is_missing(text: str) -> bool:
    """Whether a text says that there is no value."""
    return text.strip().lower() in MISSING


def read_date(text: str, order: str) -> date | datetime | None:
    """The date that a text is: in ISO form, with or without a day or a time, or in the order of dmy, mdy or ymd."""
    bare = text.strip()
    found = _ISO.fullmatch(bare)
    try:
        if found:
            year, month, day, hour, minute, second = (int(part) if part else None for part in found.groups())
            if hour is None:
                return date(year or 0, month or 0, day or 1)
            return datetime(year or 0, month or 0, day or 0, hour, minute or 0, second or 0)  # noqa: DTZ001  as written
        found = _ORDERED.fullmatch(bare) if order else None
        if found is None:
            return None
        parts = dict(zip(order, found.groups(), strict=True))
        # a year of two digits could be of any century
        return date(int(parts["y"]), int(parts["m"]), int(parts["d"])) if len(parts["y"]) == 4 else None
    except ValueError:
        return None


def _bare(text: str) -> str:
    """A text without what people put round numbers."""
    return re.sub(r"\s+%$", "%", text.strip().replace("\u2212", "-"))
