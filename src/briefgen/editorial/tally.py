"""The words of a brief, part by part, how long it takes to read them and how hard that is (`briefgen words`).

Comes in: the copy. Goes out: a table for people, or numbers for programs. Reading times: Trauzettel-Klosinski and Dietz 2012
(the standardised texts of IReST, silent reading is quicker than aloud), words a minute.
"""

from typing import NamedTuple

from briefgen.editorial.language import base_of, words_in
from briefgen.editorial.passages import BEHIND, Copy
from briefgen.editorial.readability import Index, index_of

SPEEDS = {
    "ar": 138, "nl": 202, "en": 228, "fi": 161, "fr": 195, "de": 179, "he": 187, "it": 188, "pl": 166, "pt": 181,
    "ru": 184, "sl": 180, "es": 218, "sv": 199, "tr": 166,
}  # fmt: skip
SPEED = 184  # the mean of all languages tried


class Tally(NamedTuple):
    """Words by part in reading order; what stands behind the text (notes, sources, imprint) counts apart."""

    parts: tuple[tuple[str, int], ...]
    behind: int
    minutes: float
    readability: Index | None

    @property
    def total(self) -> int:
        """The words of the text."""
        return sum(count for _, count in self.parts)


def tally(copy: Copy) -> Tally:
    """Count a brief."""
    parts: dict[str, int] = {}
    behind = 0
    for passage in copy.passages:
        count = len(words_in(passage.text))
        if passage.kind in BEHIND:
            behind += count
        else:
            name = passage.part or ("Title" if passage.kind in {"title", "standfirst"} else "Without a heading")
            parts[name] = parts.get(name, 0) + count
    total = sum(parts.values())
    kinds = {"standfirst", "paragraph", "evidence", "rationale"}
    index = index_of((passage.text for passage in copy.passages if passage.kind in kinds), copy.language)
    return Tally(tuple(parts.items()), behind, total / SPEEDS.get(base_of(copy.language), SPEED), index)


def numbers(found: Tally) -> dict[str, object]:
    """The tally as JSON has it."""
    index = found.readability
    return {
        "parts": [{"heading": name, "words": count} for name, count in found.parts],
        "text": found.total,
        "behind": found.behind,
        "minutes": round(found.minutes, 1),
        "readability": {"index": index.name, "value": round(index.value, 1), "hard": index.hard} if index else None,
    }


def told(found: Tally) -> str:
    """The tally as lines for people."""
    width = max([len(name) for name, _ in found.parts] + [len("Notes, sources, imprint")])
    rows = [f"{name:{width}} {count:7,}" for name, count in found.parts]
    rows += [f"{'Text':{width}} {found.total:7,}", f"{'Notes, sources, imprint':{width}} {found.behind:7,}"]
    minutes = max(1, round(found.minutes))
    rows.append(f"reading time: about {minutes} minute{'s' * (minutes != 1)}")
    if found.readability is not None:
        told = (
            "very difficult"
            if found.readability.is_hard
            else f"very difficult {'below' if found.readability.name != 'LIX' else 'above'} {found.readability.hard:.0f}"
        )
        rows.append(f"readability ({found.readability.name}): {found.readability.value:.0f} ({told})")
    return "\n".join(rows)
