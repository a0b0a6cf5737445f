"""What somebody meant who wrote a date or a colour in another way, where that is certain.

Comes in: a text that has not its form. Goes out: how to write it, or nothing. Refuses to guess: 3/4/2026 may be in March.
"""

import re
from calendar import monthrange
from contextlib import suppress
from datetime import date, timedelta

# the months in English, German, Spanish, French, Italian, Portuguese, Dutch, Polish, Russian and Arabic, and how English
# shortens them; not listopad, which is November in Polish and October in Croatian
_NAMES = (
    "january januar jänner enero janvier gennaio janeiro januari jan styczeń stycznia января يناير",
    "february februar febrero février febbraio fevereiro februari feb luty lutego февраля فبراير",
    "march märz marzo mars março maart mar marzec marca марта مارس",
    "april abril avril aprile apr kwiecień kwietnia апреля أبريل ابريل",
    "may mai mayo maggio maio mei maj maja мая مايو",
    "june juni junio juin giugno junho jun czerwiec czerwca июня يونيو يونيه",
    "july juli julio juillet luglio julho jul lipiec lipca июля يوليو يوليه",
    "august agosto août augustus aug sierpień sierpnia августа أغسطس اغسطس",
    "september septiembre septembre settembre setembro sept sep wrzesień września сентября سبتمبر",
    "october oktober octubre octobre ottobre outubro oct październik października октября أكتوبر اكتوبر",
    "november noviembre novembre novembro nov ноября نوفمبر",
    "december dezember diciembre décembre dicembre dezembro dec grudzień grudnia декабря ديسمبر",
)
_MONTHS = {name: number for number, names in enumerate(_NAMES, 1) for name in names.split()}
_BETWEEN = {"de", "of", "the", "del", "st", "nd", "rd", "th", "er", "г", "года", "r", "roku"}
# the names of languages in themselves that no tag can look like; others are known where languages are
_LANGUAGES = {
    "français": "fr", "español": "es", "português": "pt", "português do brasil": "pt-BR", "türkçe": "tr", "čeština": "cs",
    "slovenčina": "sk", "slovenščina": "sl", "română": "ro", "íslenska": "is", "latviešu": "lv", "lietuvių": "lt",
    "ελληνικά": "el", "русский": "ru", "українська": "uk", "български": "bg", "српски": "sr", "العربية": "ar", "עברית": "he",
    "فارسی": "fa", "اردو": "ur", "हिन्दी": "hi", "中文": "zh", "日本語": "ja", "한국어": "ko", "ไทย": "th",
    "tiếng việt": "vi", "català": "ca", "british english": "en-GB", "american english": "en-US", "english (uk)": "en-GB",
    "english (us)": "en-US",
}  # fmt: skip
# and their names in English
_ENGLISH = {
    "en": "english", "fr": "french", "es": "spanish castilian", "de": "german", "pt": "portuguese", "it": "italian",
    "nl": "dutch", "pl": "polish", "ru": "russian", "uk": "ukrainian", "ar": "arabic", "he": "hebrew", "fa": "persian farsi",
    "ur": "urdu", "hi": "hindi", "bn": "bengali bangla", "ta": "tamil", "te": "telugu", "ne": "nepali", "zh": "chinese",
    "ja": "japanese", "ko": "korean", "th": "thai", "vi": "vietnamese", "id": "indonesian", "ms": "malay", "sw": "swahili",
    "tr": "turkish", "el": "greek", "ro": "romanian", "cs": "czech", "sk": "slovak", "sl": "slovenian slovene",
    "hr": "croatian", "sr": "serbian", "bg": "bulgarian", "hu": "hungarian", "fi": "finnish", "sv": "swedish",
    "da": "danish", "nb": "norwegian", "is": "icelandic", "et": "estonian", "lv": "latvian", "lt": "lithuanian",
    "ca": "catalan", "am": "amharic", "so": "somali", "ha": "hausa", "yo": "yoruba",
}  # fmt: skip
_HYPHENS = str.maketrans(dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2212", "-"))
_QUOTES = "\"'“”„‟‘’‚«»` "


def meant(text: str, form: str) -> str:
    """How to write the value that has not the form (a key of FORMS), or "" when nobody can know."""
    if form == "language":
        return language(text)
    return _date(text) if form == "date" else _colour(text) if form == "colour" else ""


def numbers(text: str, name: str) -> tuple[str, ...]:
    """The number that a value of the key `name` may be meant as: `2 pages`; of findings that are addressed, `Finding 2`."""
    named = r"[^\W\d_]{3,20} +(\d{1,2})" if name == "addresses" else r"([\d.]+)\s*[^\W\d_]{1,12}\.?"
    found = re.fullmatch(named, text.strip())
    return (found[1],) if found else ()


def language(text: str) -> str:
    """The tag of a language that is called by its name, or whose region stands behind a blank; "" for any other."""
    bare = " ".join(text.strip(_QUOTES).lower().split())
    parted = re.fullmatch(r"([a-z]{2,3})[ _/]\(?([a-z]{2})\)?", bare)
    named = _LANGUAGES.get(bare, "") or next((tag for tag, names in _ENGLISH.items() if bare in names.split()), "")
    return named or (f"{parted[1]}-{parted[2].upper()}" if parted else "")


def _date(text: str) -> str:
    bare = re.sub(r"\s*([-/.])\s*(?=\d)", r"\1", text.strip(_QUOTES).translate(_HYPHENS))
    counted = re.fullmatch(r"[34][0-9]{4}|5[0-4][0-9]{3}", bare)
    if counted:  # the days since 1899, as a spreadsheet shows a date in a cell that has the form of a number
        return (date(1899, 12, 30) + timedelta(int(bare))).isoformat()
    bare = re.sub(r"(?<=\d)[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?$", "", bare)
    written = re.fullmatch(r"([0-9]{4})[-/.]([0-9]{1,2})[-/.]([0-9]{1,2})", bare)
    if written:
        return _on_calendar({(int(written[2]), int(written[3]))}, int(written[1]))
    month = re.fullmatch(r"(0?[1-9]|1[0-2])[/.-]([0-9]{4})", bare)
    if month:
        return f"{month[2]}-{int(month[1]):02}"
    found = re.fullmatch(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]{4})", bare)
    if found is None:
        return _named_month(bare)
    first, second, year = int(found[1]), int(found[3]), int(found[4])
    # with stops between, the day comes first wherever dates are written so
    return _on_calendar({(second, first)} if found[2] == "." else {(second, first), (first, second)}, year)


def _on_calendar(orders: set[tuple[int, int]], year: int) -> str:
    """The one date among a month with a day each, both of them when nobody can know, or the last day of a short month."""
    days = set()
    for month, day in orders:
        with suppress(ValueError):
            days.add(date(year, month, day).isoformat())
    if days:
        return " or ".join(sorted(days))
    month, day = orders.pop()
    if 1 <= month <= 12 and day > 28 and year:
        last = monthrange(year, month)[1]
        return f"the right day: {year:04}-{month:02} has {last} days"
    return ""


def _named_month(text: str) -> str:
    """A date with the month in words, in one of the languages of most briefs."""
    found = re.findall(r"[0-9]+|[^\W\d_]+", text.lower())
    numbers = [int(part) for part in found if part.isdigit()]
    months = {number for part in found if (number := _MONTHS.get(part, 0))}
    others = {part for part in found if part.isalpha()} - set(_MONTHS) - _BETWEEN
    years = [number for number in numbers if number > 999]
    if others or len(months) != 1 or len(years) != 1 or years[0] > 9999 or len(numbers) > 2:
        return ""
    (month,), (year,) = months, years
    days = [number for number in numbers if number < 1000]
    return _on_calendar({(month, days[0])}, year) if days else f"{year:04}-{month:02}"


def _colour(text: str) -> str:
    bare = text.strip(_QUOTES)
    if re.fullmatch("#?([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", bare):
        return f'"#{bare.removeprefix("#")}"'
    mixed = re.fullmatch(r"(?:rgb)?\(?\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*[,; ]\s*(\d{1,3})\s*\)?", bare.lower())
    if mixed and all(int(part) < 256 for part in mixed.groups()):
        return '"#' + "".join(f"{int(part):02x}" for part in mixed.groups()) + '"'
    from PIL import ImageColor  # late: only a name of a colour needs the names of CSS

    value = ImageColor.colormap.get(bare.lower().replace(" ", ""), "")
    return f'"{value}"' if isinstance(value, str) and value else ""
