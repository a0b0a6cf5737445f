"""What stands in for what the outline's own faces lack, and is said once: letters of another face, upright emphasis, marks.

Comes: what the shaper did about characters and styles that a family does not have. Goes: a warning for each family. The
promise: an outline that names faces which have all that it uses, or fallback faces for the rest, hears nothing.
"""

from collections.abc import Mapping

from briefgen.problem import Place, Problems

MOST_SHOWN = 8  # characters named in one message
FALLBACK = "name a face that has them, or one to take them from under design, typefaces, fallback"


class Substitutes:
    """Collects substitutes by family, body or display, in the order in which they are found."""

    def __init__(self) -> None:
        self._letters: dict[tuple[str, str], dict[str, None]] = {}
        self._styles: dict[tuple[str, str], None] = {}
        self._loose: dict[str, dict[str, None]] = {}

    def __bool__(self) -> bool:
        return bool(self._letters or self._styles or self._loose)

    def lend(self, family: str, lender: str, characters: str) -> None:
        """Note that characters of a family are shown in a face of that name."""
        self._letters.setdefault((family, lender), {}).update(dict.fromkeys(characters))

    def guess(self, family: str, characters: str) -> None:
        """Note letters with marks, of a family, that no face has a place for: measured, and set by their boxes."""
        self._loose.setdefault(family, {})[characters] = None

    def miss(self, family: str, style: str) -> None:
        """Note that a family has no such style, italic or bold, for words that are to stand out."""
        self._styles[family, style] = None

    def report(self, places: Mapping[str, Place], problems: Problems) -> None:
        """Say it, at the place where the outline names each family."""
        for (family, lender), letters in self._letters.items():
            found = sorted(letters)
            shown = " ".join(found[:MOST_SHOWN]) + (
                f" and {len(found) - MOST_SHOWN} more" if len(found) > MOST_SHOWN else ""
            )
            said = f"the {family} face has no {shown}: taken from {lender}"
            problems.add("typeset/borrowed-letters", places[family], said, FALLBACK)
        for family, clusters in self._loose.items():
            shown = " ".join([*clusters][:MOST_SHOWN]) + (" …" if len(clusters) > MOST_SHOWN else "")
            said = f"the {family} face has no place for the marks of {shown}: they stand over the middle of their letters"
            problems.add("typeset/loose-marks", places[family], said, FALLBACK)
        for family, style in self._styles:
            marks = "*emphasis*" if style == "italic" else "**strong words**"
            marks = marks if family in ("body", "display") else f"headings and {marks}"
            said = f"the {family} face has no {style}: {marks} will look like all other words"
            problems.add(
                "typeset/missing-style", places[family], said, f"name a file under design, typefaces, {family}, {style}"
            )
