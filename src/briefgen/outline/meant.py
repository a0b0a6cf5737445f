"""What somebody meant who wrote a date or a colour in another way, where that is certain.

Comes in: a text that has not its form. Goes out: how to write it, or nothing. Refuses to guess: 3/4/2026 may be in March.
"""

import re
from contextlib import suppress
from datetime import date

_QUOTES = "\"'“”„‟‘’‚«»` "


def meant(text: str, form: str) -> str:
    """How to write the value that has not the form (a key of FORMS), or "" when nobody can know."""
    return _date(text) if form == "date" else _colour(text) if form == "colour" else ""


def _date(text: str) -> str:
    found = re.fullmatch(r"([0-9]{1,2})([/.])([0-9]{1,2})\2([0-9]{4})", text.strip(_QUOTES))
    if found is None:
        return ""
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    # with stops between, the day comes first wherever dates are written so
    orders = {(second, first)} if found[2] == "." else {(second, first), (first, second)}
    days = set()
    for month, day in orders:
        with suppress(ValueError):
            days.add(date(year, month, day).isoformat())
    return days.pop() if len(days) == 1 else ""


def _colour(text: str) -> str:
    bare = text.strip(_QUOTES)
    if re.fullmatch("#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", bare):
        return f'"#{bare.removeprefix("#")}"'
    from PIL import ImageColor  # late: only a name of a colour needs the names of CSS

    value = ImageColor.colormap.get(bare.lower().replace(" ", ""), "")
    return f'"{value}"' if isinstance(value, str) and value else ""
