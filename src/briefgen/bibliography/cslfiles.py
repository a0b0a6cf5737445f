"""Files and entries whose sources have the variables of CSL: CSL-JSON, CSL-YAML, and an outline's own entries.

Comes in: the text of a file, or mappings of the outline. Goes out: sources with their places. The promise: what pandoc could
not read is told with its place. Refuses to read the texts of sources.
"""

import json
import re
import unicodedata
from bisect import bisect_right
from collections.abc import Container
from typing import Any

from briefgen.bibliography.source import MOST_SOURCES, Library, Reports, Source, shown
from briefgen.bibliography.years import span_of_years
from briefgen.outline.parse import Lost, Null, parse
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Place, Problems

DATES = frozenset(("issued", "accessed", "event-date", "original-date", "submitted", "available-date"))
NAMES = frozenset(
    "author editor translator container-author collection-editor composer director illustrator interviewer "
    "original-author recipient reviewed-author contributor chair compiler curator editorial-director executive-producer "
    "guest host narrator organizer performer producer script-writer series-creator".split()
)
_BLANK = re.compile(r"[ \t\r\n\ufeff]*")
_DATE = re.compile(r"(-?\d{1,4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
KEY_SIGNS = re.compile(r"[\s,{}\[\];@\\]")  # what no key has
LETTERS = ("", *"abcdefghijklmnopqrstuvwxyz")
EXPORT = "export it once more, as CSL JSON"


def read_json(text: str, file: str, library: Library, reports: Reports) -> None:
    """Take the sources of a CSL-JSON file into the library: a list of objects, as Zotero exports it."""
    decoder = json.JSONDecoder()
    lines = [0, *(found.end() for found in re.finditer("\n", text))]
    at = _skip(text, 0)
    if text[at : at + 1] != "[":
        # one source alone, or a whole export under `items` or `references`
        found = _decoded(decoder, text, at, file, reports)
        several = (
            next((found[1][0][name] for name in ("items", "references") if name in found[1][0]), None) if found else None
        )
        for each in several if isinstance(several, list) else [found[1][0]] if found else []:
            _take(each, Place(file, 1, 1), library, reports)
        return
    at = _skip(text, at + 1)
    while text[at : at + 1] != "]" and len(library.sources) < MOST_SOURCES and not reports.hopeless:
        found = _decoded(decoder, text, at, file, reports)
        if found is None:
            return
        end, (value,) = found
        _take(value, _spot(lines, at, file), library, reports)
        at = _skip(text, end)
        if text[at : at + 1] == ",":
            at = _skip(text, at + 1)
        elif text[at : at + 1] != "]":
            said = "a comma or the list's ] is missing behind this source" if at < len(text) else "the list is not closed"
            reports.add("bibliography/bad-file", _spot(lines, at, file), said, EXPORT)
            return


def _skip(text: str, at: int) -> int:
    found = _BLANK.match(text, at)
    return found.end() if found else at


def _decoded(decoder: json.JSONDecoder, text: str, at: int, file: str, reports: Reports) -> tuple[int, tuple[Any]] | None:
    """Where the value at `at` ends, and the value; None, with a report, when it is not JSON."""
    try:
        value, end = decoder.raw_decode(text, at)
    except json.JSONDecodeError as error:
        said = f"this is not JSON: {error.msg[:1].lower()}{error.msg[1:]}"
        reports.add("bibliography/bad-file", Place(file, error.lineno, error.colno), said, EXPORT)
        return None
    except (RecursionError, ValueError):  # a number of more digits than Python takes
        place = Place(file, text.count("\n", 0, at) + 1, at - text.rfind("\n", 0, at))
        reports.add("bibliography/bad-file", place, "this source is nested too deeply, or no JSON", EXPORT)
        return None
    return end, (value,)


def _spot(lines: list[int], at: int, file: str) -> Place:
    line = bisect_right(lines, at)
    return Place(file, line, at - lines[line - 1] + 1)


def _take(value: object, place: Place, library: Library, reports: Reports, *, marked: bool = False) -> None:
    """Take in a source, when it is one: an object with an `id`."""
    if not isinstance(value, dict):
        reports.add("bibliography/broken-entry", place, "this is no source: it has no variables such as `title`", EXPORT)
        return
    key = str(value.get("citation-key") or value.get("id") or "").strip()
    if not key:
        said = f"the source `{shown(str(value.get('title', '')))}` has no `id`, by which it could be cited"
        reports.add("bibliography/broken-entry", place, said, "give it one: `id: name2024`")
        return
    if "://" in key:  # Zotero's own, which nobody could write
        key = key_of(value, library.sources, library.taken)
    data = {name: _clean(each) for name, each in value.items() if name not in ("id", "citation-key", "abstract", "note")}
    for name in DATES & data.keys():
        data[name] = _dashed(data[name])
        if not _is_date(data[name]):
            said = f"the source `{shown(key)}` has an `{name}` that is no date; it is left out"
            reports.add("bibliography/odd-entry", place, said, "write 2024-03-31, 2024-03 or 2024")
            del data[name]
    for name in NAMES & data.keys():
        data[name] = [each for each in data[name] if isinstance(each, dict)] if isinstance(data[name], list) else []
    fault = "" if data.keys() - {"type", "language"} else "it says nothing but its key"
    library.add(Source(key, place, data, marked=marked, fault=fault), reports)


def _clean(value: Any, depth: int = 0) -> Any:
    """A value of JSON without what pandoc stumbles over: null, nesting without an end, texts that nobody would print."""
    if isinstance(value, str):
        return "".join(char if char.isprintable() else " " for char in value[:20_000])
    if isinstance(value, dict) and depth < 6:
        return {str(name): _clean(each, depth + 1) for name, each in value.items() if each is not None}
    if isinstance(value, list) and depth < 6:
        return [_clean(each, depth + 1) for each in value[:2000] if each is not None]
    return value if isinstance(value, bool | int) and abs(value) < 10**12 else str(value)[:100]


def _dashed(date: Any) -> Any:
    """A date that is written as a span of years with the dash between them, any other as it is."""
    said = next((date[name] for name in ("literal", "raw") if name in date), "") if isinstance(date, dict) else date
    span = span_of_years(said) if isinstance(said, str) else ""
    return {"literal": span} if span and "/" not in span else date


def _is_date(value: object) -> bool:
    if isinstance(value, str):
        return True
    if not isinstance(value, dict):
        return isinstance(value, int)
    parts = value.get("date-parts")
    if parts is None:
        return any(isinstance(value.get(name), str) for name in ("raw", "literal", "edtf"))
    if not isinstance(parts, list) or not 1 <= len(parts) <= 2:
        return False
    return all(isinstance(each, list) and 1 <= len(each) <= 3 and all(map(_is_number, each)) for each in parts)


def _is_number(value: object) -> bool:
    return isinstance(value, int) or (isinstance(value, str) and re.fullmatch(r"-?\d{1,4}", value) is not None)


def read_yaml(text: str, file: str, library: Library, reports: Reports, problems: Problems) -> None:
    """Take the sources of a CSL-YAML file into the library: a list, or a mapping with `references`."""
    body = re.sub(r"\A---[ \t]*\n|\n(---|\.\.\.)[ \t]*\s*\Z", "\n", text)
    root = parse(body, file, problems)
    if isinstance(root, Map):
        root = root.entries.get("references", root)
    if root is None or isinstance(root, Lost | Null):
        return
    if not isinstance(root, Seq):
        said, hint = (
            "the file holds no list of sources",
            "write `references:` and below it a list of sources, each with an `id`",
        )
        reports.add("bibliography/bad-file", root.place, said, hint)
        return
    for item in root.items:
        _take(_plain(item), item.place, library, reports, marked=True)


def _plain(node: Node) -> Any:
    """A node of YAML as JSON has it; every scalar is a text."""
    if isinstance(node, Map):
        return {name: _plain(each) for name, each in node.entries.items() if not isinstance(each, Null)}
    if isinstance(node, Seq):
        return [_plain(each) for each in node.items]
    return node.text


def read_entries(entries: tuple[Map, ...], library: Library, reports: Reports) -> None:
    """Take an outline's own entries, which have been checked, into the library."""
    for entry in entries:
        data: dict[str, Any] = {}
        for name, node in entry.entries.items():
            if isinstance(node, Seq):
                data[name] = [_name(each) for each in node.items if isinstance(each, Map)]
            elif isinstance(node, Scalar):
                data[name] = _date(node.text) if name in DATES else node.text.strip()
        own = entry.text("id")
        if own is not None:  # else it has been reported
            _take(data, own.place, library, reports, marked=True)


def key_of(data: dict[str, Any], known: Container[str], taken: dict[str, int]) -> str:
    """A key for a source that has none: its first author's family name and its year, with a letter when that is known.

    `taken` counts how often each was asked for.
    """
    people = data.get("author") or data.get("editor") or [{}]
    first = people[0] if isinstance(people, list) and isinstance(people[0], dict) else {}
    name = str(first.get("family") or first.get("literal") or data.get("title") or "source").split()
    plain = "".join(char for char in unicodedata.normalize("NFKD", name[0] if name else "") if char.isalnum()).lower()
    issued = data.get("issued")
    parts = issued.get("date-parts") if isinstance(issued, dict) else None
    year = parts[0][0] if isinstance(parts, list) and parts and isinstance(parts[0], list) and parts[0] else ""
    key = f"{plain or 'source'}{year}"
    while True:
        number = taken.get(key, 0)
        taken[key] = number + 1
        found = f"{key}{LETTERS[number] if number < len(LETTERS) else f'-{number}'}"
        if found not in known:
            return found


def _name(node: Map) -> dict[str, str]:
    """A name: that of a person written “Family, Given”, of an institution otherwise."""
    found = {name: each.text.strip() for name, each in node.entries.items() if isinstance(each, Scalar)}
    family, comma, given = found.get("literal", "").partition(", ")
    if comma and "," not in given and len(node.entries) == 1 and node.place == node.keys.get("literal"):
        return {"family": family.strip(), "given": given.strip()}
    return found


def _date(written: str) -> dict[str, Any]:
    """A date or a span of two, `2024-03/2024-05`; what is none stands as it is written: `forthcoming`."""
    if (span := span_of_years(written)) and "/" not in span:
        return {"literal": span}
    parts = [_DATE.fullmatch(each.strip()) for each in written.split("/")]
    if len(parts) < 3 and all(parts):
        return {"date-parts": [[int(number) for number in each.groups() if number] for each in parts if each]}
    return {"literal": written.strip()}
