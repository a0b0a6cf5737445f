"""What a brief says of itself, as others cite it: the variables of CSL.

Comes: the root of an outline. Goes: a source. Of a name the last word is the family's, with the particles before it, unless
it is written “Family, Given”. Promise: nothing is said that the outline does not say. Refuses to know styles.
"""

from typing import Any

from briefgen.content.marks import split
from briefgen.content.typography import correct
from briefgen.outline.tree import Map, Scalar

PARTICLES = frozenset(
    "da dal de dei del della den der des di do dos du la le van vom von zu zum zur ten ter af av y".split()
)


def record_of(root: Map, language: str) -> dict[str, Any]:
    """The brief as a report, with all that its outline says about it."""
    title, subtitle = _words(root.text("title"), language), _words(root.text("subtitle"), language)
    publisher = root.map("publisher")
    found: dict[str, Any] = {
        "type": "report",
        "title": f"{title}: {subtitle}"
        if subtitle and not title.endswith(("?", "!", ":"))
        else f"{title} {subtitle}".strip(),
        "title-short": title if subtitle else "",
        "author": [person(name.text) for author in root.maps("authors") if (name := author.text("name"))],
        "issued": _date(root.text("date")),
        "publisher": _words(publisher.text("name"), language) if publisher else "",
        "collection-title": _words(root.text("series"), language),
        "collection-number": _words(root.text("number"), language),
        "DOI": _plain(root.text("doi")),
        "ISBN": _plain(root.text("isbn")),
        "language": language,
    }
    if not found["author"] and found["publisher"]:  # an institution that publishes without naming authors is the author
        found["author"] = [{"literal": found["publisher"]}]
    return {name: value for name, value in found.items() if value}


def person(name: str) -> dict[str, str]:
    """The parts of a person's name; a name of one word stands as it is."""
    name = " ".join(name.split())
    family, comma, given = name.partition(", ")
    if comma:
        return {"family": family, "given": given}
    words = name.split(" ")
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in PARTICLES:
        start -= 1
    return {"family": " ".join(words[start:]), "given": " ".join(words[:start])} if start > 0 else {"literal": name}


def _words(scalar: Scalar | None, language: str) -> str:
    """A text without its marks, in real characters."""
    if scalar is None:
        return ""
    parts = [part for part in split(scalar.text) if not (part.note or part.reference or part.cited)]
    return " ".join("".join(correct([(part.text, part.fixed) for part in parts], language)).split())


def _plain(scalar: Scalar | None) -> str:
    return scalar.text.strip() if scalar else ""


def _date(scalar: Scalar | None) -> dict[str, list[list[int]]]:
    return {"date-parts": [[int(part) for part in scalar.text.strip().split("-")]]} if scalar else {}
