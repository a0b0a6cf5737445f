"""Spans of years as people type them into a field of a date: 2019-2020, 2021-22.

Comes in: what a field says. Goes out: the same with a dash between the years, or nothing. Refuses to know kinds of files.
"""

import re

_SPAN = re.compile(r"([12][0-9]{3})\s?(-{1,3}|[–—/])\s?([12][0-9]{3}|[0-9]{2})")
MONTHS = 12


def span_of_years(written: str) -> str:
    """The span with its dash, or its stroke, which some write between the halves of a year; "" for anything else.

    Two digits count as years only where they cannot be a month: 2019-20 is a span, and 2019-11 is November.
    """
    found = _SPAN.fullmatch(written.strip())
    if found is None:
        return ""
    first, sign, last = found.groups()
    if int(last) <= (max(MONTHS, int(first[2:])) if len(last) == 2 else int(first)):
        return ""
    return f"{first}{'/' if sign == '/' else '–'}{last}"
