"""Where the PDFs of a series go: a pattern such as `build/{{district}}.pdf`, and names that every system takes.

Comes: a pattern, rows, languages. Goes: paths. Promise: no value leads out of the pattern's folder, and no two editions have
one path, on systems that take a and A for the same either; two that would are reported with their rows.
"""

import re
import unicodedata
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from briefgen.editions.rows import Row, Series, said_rows
from briefgen.outline.placeholders import PLACEHOLDER
from briefgen.problem import Place, Problems

LANGUAGE = "language"  # what stands for the language in a pattern
LONGEST = 120  # bytes of what one value becomes
_UNUSABLE = re.compile(r'[<>:"/\\|?*\x00-\x1f\x7f-\x9f\u2028\u2029]+')
_RESERVED = re.compile(r"(con|prn|aux|nul|com[0-9]|lpt[0-9])(\..*)?", re.IGNORECASE)  # of Windows


class Edition(NamedTuple):
    """One brief to be made. `language` is "" where the outline has one alone."""

    row: Row | None
    language: str
    target: Path


def usual_pattern(outline: Path, series: Series | None, languages: Sequence[str]) -> str:
    """Where editions go when nothing is said: in build/NAME, named by their first column and their language."""
    parts = [*([f"{{{{{series.columns[0]}}}}}"] if series else []), *([f"{{{{{LANGUAGE}}}}}"] if languages else [])]
    return f"build/{outline.stem}/{'-'.join(parts)}.pdf"


def name_editions(pattern: str, series: Series | None, languages: Sequence[str], problems: Problems) -> tuple[Edition, ...]:
    """All editions in the order of their rows; none, with problems, where the pattern does not tell them apart."""
    known = (*(series.columns if series else ()), *((LANGUAGE,) if languages else ()))
    for found in PLACEHOLDER.finditer(pattern):
        if found[1] not in known:
            said = f"the pattern names `{found[1]}`, and there is no such column"
            hint = f"write names of: {', '.join(known)[:200]}"
            problems.add("editions/no-such-column", Place(pattern), said, hint)
            return ()
    rows: Sequence[Row | None] = series.rows if series else (None,)
    editions = [
        Edition(row, language, Path(_filled(pattern, row, language))) for row in rows for language in (languages or ("",))
    ]
    return tuple(editions) if _differ(pattern, editions, problems) else ()


def _filled(pattern: str, row: Row | None, language: str) -> str:
    cells = row.cells() if row else {}

    def value(found: "re.Match[str]") -> str:
        if found[1] == LANGUAGE and language:
            return file_name(language)
        cell = cells.get(found[1])
        return file_name(cell.text if cell else "")

    return PLACEHOLDER.sub(value, pattern)


def file_name(text: str) -> str:
    """A value as a part of the name of a file: what no system takes becomes a dash."""
    name = _UNUSABLE.sub("-", unicodedata.normalize("NFC", " ".join(text.split()))).strip(" .-")
    name = name.encode()[:LONGEST].decode(errors="ignore").rstrip(" .-")
    return f"{name}_" if _RESERVED.fullmatch(name) else name or "_"


def _differ(pattern: str, editions: Sequence[Edition], problems: Problems) -> bool:
    """Whether no two editions have one path; the first that have are reported."""
    seen: dict[str, list[Edition]] = {}
    for edition in editions:
        seen.setdefault(unicodedata.normalize("NFC", str(edition.target)).casefold(), []).append(edition)
    same = next((found for found in seen.values() if len(found) > 1), None)
    if same is None:
        return True
    rows = [edition.row.number for edition in same if edition.row]
    of_rows = len(set(rows)) > 1
    said = f"{said_rows(rows) if of_rows else 'several languages'} would have the same file, {same[0].target}"
    hint = f"name files by a column that tells rows apart: -o 'build/{{{{code}}}}.pdf'; `{{{{{LANGUAGE}}}}}` is the language"
    if not of_rows:
        path = Path(pattern)
        hint = f"write -o '{path.with_name(f'{path.stem}-{{{{{LANGUAGE}}}}}{path.suffix}')}'"
    problems.add("editions/same-name", Place(pattern), said, hint)
    return False
