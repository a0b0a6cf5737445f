"""An example of each key, as it may stand in an outline: shown by editors over the key and beside what they offer.

Comes in: a mapping of the format and one of its keys. Goes out: YAML. Promise: each example is good (a test checks
them all).
"""

import re

from briefgen.outline.kinds import Key, Kind, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.outline.specification import mapping_of

# by mapping and key, or by key alone; what is not here is in the mapping's own example, or follows from the kind
_EXAMPLES = {
    "outline.subtitle": "What meters change",
    "series": "Policy brief",
    "number": "7",
    "date": "2026-11-22",
    "language": "en-GB",
    "keywords": "[water, law]",
    "marking": "EMBARGOED",
    "standfirst": "Half of the water never reaches a tap.",
    "findings_heading": "What we found",
    "recommendations_heading": "What to do",
    "notes": "\n  1: Ministry of Water, 2025.",
    "bibliography": "refs.bib",
    "citation_style": "chicago-notes-bibliography",
    "doi": "10.1000/182",
    "isbn": "978-3-16-148410-0",
    "issn": "2049-3630",
    "file": "refs.bib",
    "source.type": "report",
    "editor": "[{family: Cooper, given: Ann}]",
    "translator": "[{family: Cooper, given: Ann}]",
    "accessed": "2024-03-31",
    "original-date": "1998",
    "publisher-place": "New York",
    "container-title": "Journal of Examples",
    "collection-title": "Working papers",
    "collection-number": "12",
    "genre": "Working paper",
    "volume": "14",
    "issue": "2",
    "page": "12-30",
    "chapter-number": "3",
    "edition": "2",
    "version": "2024-1",
    "medium": "PDF",
    "section": "2",
    "authority": "Parliament",
    "jurisdiction": "us",
    "status": "in press",
    "event-title": "World Water Forum",
    "source.language": "es",
    "DOI": "10.1000/182",
    "URL": "https://example.org/report",
    "ISBN": "978-3-16-148410-0",
    "ISSN": "0028-0836",
    "note": "In Spanish.",
    "suffix": "Jr.",
    "non-dropping-particle": "de",
    "literal": "United Nations",
    "references": "\n  - Author, A. (2025) Counting water. Journal of Examples 14.",
    "about": "The Institute of Examples is independent.",
    "contact": "press@example.org",
    "citation": "Author, A. (2026) Count every drop. Institute of Examples.",
    "acknowledgements": "Thanks to all who read drafts.",
    "disclaimer": "The views are those of the authors.",
    "imprint": "Institute of Examples, 1 Example Street, Exampletown",
    "logo_alt": "A drop of water",
    "paragraph": "A paragraph with *emphasis*.",
    "id": "wells",
    "qr": "https://example.org",
    "credit": "A. Author",
    "stat.icon": "assets/drop.svg",
    "figure.source": "Basin Agency, 2026",
    "figure.height": "60mm",
    "figure.crop": '"3:2"',
    "figure.focus": "[30, 60]",
    "caption": "The basin",
    "table.summary": "Wells in two years; one row for each.",
    "table.file": "data/flows.csv",
    "table.units": "Thousands",
    "table.highlight": '"2025"',
    "table.note": "Without springs.",
    "table.source": "Ministry of Water, 2026",
    "chart.series": "stacked",
    "chart.x": "Year",
    "chart.y": "[In, Out]",
    "chart.label": "Year",
    "chart.multiples": "Year",
    "chart.back": "It begins anew",
    "chart.steps": "[It rains less, Wells run dry]",
    "chart.highlight": "Out",
    "chart.from": "20",
    "chart.to": "50",
    "chart.note": "Without evaporation.",
    "sheet": "Flows",
    "range": "A4:D20",
    "columns": "[Year, Wells]",
    "design.columns": "margin",
    "sort": "Wells",
    "first": "10",
    "format": "[plain, grouped]",
    "priority": "high",
    "rationale": "A leak found early costs a tenth.",
    "numbered": "[First, Then]",
    "pages": "4",
    "ink_limit": "280",
    "italic": "fonts/Text-Italic.otf",
    "bold_italic": "fonts/Text-BoldItalic.otf",
    "display": "fonts/Display.otf",
    "aside.heading": "In short",
    "orcid": "0000-0002-1825-0097",
    "cover.height": "95mm",
    "design.secondary": "'#c0673a'",
    "design.brand": "_brand.yml",
}
# which are the names of other keys as well
_EXAMPLES |= {
    f"labels.{name}": text
    for name, text in {
        "summary": "In short", "findings": "Lessons", "recommendations": "What to do", "for": "To", "by": "Before",
        "priority": "Rank", "answered": "[See advice, See advice]", "derived": "Our reading",
        "all_derived": "[Our reading of the source., Our readings of the source.]", "notes": "Endnotes",
        "references": "Literature", "about": "About us", "authors": "Written by", "contact": "How to reach us",
        "citation": "How to cite", "acknowledgements": "Thanks", "disclaimer": "Whose views these are",
        "imprint": "Legal notice", "number": "Issue {}", "figure": "Fig. {}", "table": "Tab. {}", "box": "Panel {}",
        "section": "part {}",
    }.items()
}  # fmt: skip


def example_of(mapping: Mapping, key: Key) -> str:
    """A line or lines with the key and a value."""
    written = _EXAMPLES.get(f"{mapping.name}.{key.name}") or _EXAMPLES.get(key.name)
    if written is None:
        own = _from_mapping(mapping, key.name)
        if own:
            return own
        written = _usual(key.kind)
    return f"{key.name}:{written if written.startswith(chr(10)) else f' {written}'}"


def _from_mapping(mapping: Mapping, name: str) -> str:
    """The key's lines in its mapping's example."""
    if mapping.example.startswith("{"):
        found = re.search(rf"[{{ ]{name}: ([^,\[\]{{}}]+)[,}}]", mapping.example)
        return f"{name}: {found[1]}" if found else ""
    lines = mapping.example.rstrip("\n").split("\n")
    start = next((number for number, line in enumerate(lines) if line.startswith(f"{name}:")), None)
    if start is None:
        return ""
    end = next((number for number in range(start + 1, len(lines)) if not lines[number].startswith(" ")), len(lines))
    return "\n".join(lines[start:end])


def _usual(kind: Kind) -> str:
    """A value of a kind."""
    if isinstance(kind, TextKind):
        return kind.choices[-1] if kind.choices else "true" if kind.form == "flag" else "A text"
    if isinstance(kind, NotesKind):
        return "{1: A note.}"
    if isinstance(kind, ListKind):
        inner = _usual(kind.item)
        if inner.startswith("\n"):
            first, *rest = inner.strip("\n").split("\n")
            return "\n".join(["", f"  - {first.strip()}", *(f"  {line}" for line in rest)])
        return f"\n  - {inner}" if isinstance(kind.item, MapKind) else f"[{inner}]"
    example = mapping_of(kind.name).example.rstrip("\n")
    return example if example.startswith("{") else "\n" + "\n".join(f"  {line}" for line in example.split("\n"))
