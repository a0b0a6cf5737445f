"""Scripts: which one a character is of, which way each runs, and which families set it.

In comes text beyond Latin, Greek and Cyrillic; out come its stretches of one script and one level (`bidi`), each of which
is shaped by itself. Script names are those of ISO 15924, the script of a character is HarfBuzz's (Unicode's Script). The
promise: which face a script is set in depends on the outline alone, never on what happens to be installed.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import uharfbuzz as hb

from briefgen.typeset.bidi import class_of, find_levels
from briefgen.typeset.characters import FORCED_BREAKS

# letters that join, or hang from one line: no space is put between them (The Unicode Standard, 9.2, 12.1, 13.5)
JOINED = frozenset("Adlm Arab Beng Deva Gujr Guru Mand Mong Nkoo Rohg Syrc".split())
# text in which a script beyond Latin, Greek and Cyrillic may stand, or a sign of direction
FAR = re.compile(
    "[\u0530-\u1cff\u200e\u200f\u202a-\u202e\u2066-\u2069\u2d00-\u2ddf\u2e80-\ua63f\ua6a0-\ua6ff\ua800-\uab2f\uab70-\ufaff"
    "\ufb13-\ufdff\ufe20-\ufefe\uff01-\uffef\U00010000-\U0001cfff\U0001e000-\U0001efff\U00020000-\U0003ffff]"
)
DICTIONARY = frozenset("Khmr Laoo Mymr Thai".split())  # what only a dictionary divides into words
SQUARE = frozenset("Bopo Hani Hira Kana".split())  # one script to setting, named Hani: words change from one to another
SQUARE_SIGNS = ("\u3000", "\u303f"), ("\uff01", "\uff65"), ("\uffe0", "\uffe6")  # their punctuation, shared by all


class Way(NamedTuple):
    """How a stretch of text runs: its script ("" for those of the default faces) and its level; odd from right to left.

    `along`: as its paragraph does, so that its signs may hang out at the paragraph's edges.
    """

    script: str
    level: int
    along: bool

    @property
    def rtl(self) -> bool:
        return self.level % 2 == 1

    @property
    def spaceless(self) -> bool:
        """Whether its words have no spaces between them, so that lines are filled by the room between letters."""
        return self.script in DICTIONARY or self.script in {"Hani", "Hang"}

    @property
    def apart(self) -> bool:
        """Whether there may be space between its letters."""
        return self.script not in JOINED


class Itemiser:
    """Cuts paragraphs into stretches of one way. Knows the scripts of the characters that it has met."""

    def __init__(self, rtl: bool) -> None:
        self.base = int(rtl)  # the level of the page
        self._scripts: dict[str, str | None] = {}
        self._buffer = hb.Buffer()

    def script(self, character: str) -> str | None:
        """The script of a character; None for one that many scripts share."""
        if character not in self._scripts:
            self._buffer.clear_contents()
            self._buffer.add_str(character)
            self._buffer.guess_segment_properties()
            found = self._buffer.script
            if "\u0660" <= character <= "\u0669" or "\u06f0" <= character <= "\u06f9":
                found = "Arab"  # Unicode has them shared by two scripts; only faces for Arabic have them
            if found in SQUARE or (found is None and any(a <= character <= b for a, b in SQUARE_SIGNS)):
                found = "Hani"
            self._scripts[character] = "" if found in {"Latn", "Grek", "Cyrl"} else found
        return self._scripts[character]

    def cut(self, texts: Sequence[str]) -> list[list[tuple[str, Way]]]:
        """Texts that follow each other, each cut where the way changes."""
        joined = "".join(texts)
        ends: list[tuple[int, Way]] = []
        for start, end in _paragraphs(joined):
            ends += [(start + at, way) for at, way in self._paragraph(joined[start:end])]
        found: list[list[tuple[str, Way]]] = []
        at = number = 0
        for text in texts:
            found.append([])
            last = at + len(text)
            while at < last:
                end, way = ends[number]
                found[-1].append((joined[at : min(end, last)], way))
                number += end <= last
                at = min(end, last)
        return found

    def paragraph_level(self, text: str) -> int:
        """The level of a paragraph: the page's, unless it has letters and all of them run the other way."""
        kinds = {class_of(character) for character in set(text)}
        left, right = "L" in kinds, not kinds.isdisjoint({"R", "AL"})
        return int(right) if left != right else self.base

    def _paragraph(self, text: str) -> Iterator[tuple[int, Way]]:
        base = self.paragraph_level(text)
        levels = find_levels(text, base)
        scripts = self._scripts_of(text)
        last = 0
        for at in range(1, len(text) + 1):
            if at == len(text) or levels[at] != levels[last] or scripts[at] != scripts[last]:
                yield at, Way(scripts[last], levels[last], levels[last] % 2 == base)
                last = at

    def _scripts_of(self, text: str) -> list[str]:
        """The script of each character. Shared ones are of that before them, those at the start of the first one (UAX #24).

        The script of a bracket that closes is that of the one that opens.
        """
        known = {character: self.script(character) for character in set(text)}
        found = [known[character] for character in text]
        script = next((each for each in found if each is not None), "")
        opened: list[str] = []
        for at, each in enumerate(found):
            character = text[at]
            if each is not None:
                script = each
            elif script == "Hani" and "0" <= character <= "9":  # as letters of Latin are: in the brief's own face
                script = ""
            elif character in "([{«‹“„":
                opened.append(script)
            elif character in ")]}»›”" and opened:
                script = opened.pop()
            found[at] = script
        return [each or "" for each in found]


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for at, character in enumerate(text):
        if character in FORCED_BREAKS:
            yield start, at + 1
            start = at + 1
    if start < len(text):
        yield start, len(text)
