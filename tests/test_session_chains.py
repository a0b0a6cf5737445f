"""Chains of edits: whatever was built before in a session, each build has the bytes and problems of a first one.

BRIEFGEN_CHAINS sets how many chains are tried; 500 take half an hour.
"""

import json
import os
import random
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml
from PIL import Image
from support.cases import BODY, FACES, KINDS, Prose, furnish

from briefgen.saving import Profile
from briefgen.session import Session

CHAINS = int(os.environ.get("BRIEFGEN_CHAINS", "4"))
EDITS = 5
SHARES = 4  # of the chains, to be tried side by side
DESIGNS: list[dict[str, Any]] = [
    {"columns": "1"},
    {"columns": "2"},
    {"columns": "margin"},
    {"paper": "a5"},
    {"paper": "a4"},
    {"note_place": "foot"},
    {"note_place": "end"},
    {"accent": "#1d4e89"},
    {"accent": "#ffd800"},
    {"justify": "false"},
    {"pages": "2"},
    {"typefaces": {"body": BODY}},
    {"typefaces": {"body": "square.ttf", "fallback": list(FACES[:1])}},
    {"typefaces": {"body": "square.ttf"}},
]
PROFILES: list[Profile] = ["office", "office", "office", "office", "office", "office", "gray", "press"]
Outline = dict[str, Any]
Edit = Callable[["Author", Outline], None]


class Author:
    """Writes an outline and changes it by chance; the same number does the same."""

    def __init__(self, number: int) -> None:
        self.chance = random.Random(number)
        self.prose = Prose()
        self.prose(self.chance.randrange(2000))

    def outline(self) -> Outline:
        """A brief of two sections."""
        return {
            "title": self.prose(5),
            "date": "2026-11-22",
            "sections": [self.section() for _ in range(2)],
            "notes": {"1": self.prose(8), "2": f"{self.prose(4)} <https://example.org/a>"},
            "findings": [{"id": "f0", "statement": self.prose(8), "evidence": self.prose(12)}],
            "recommendations": [{"action": self.prose(8), "for": self.prose(2), "addresses": ["f0"]}],
            "about": self.prose(9),
            "design": {},
        }

    def section(self) -> Outline:
        """A section with two paragraphs and a block of any kind."""
        return {"heading": self.prose(3), "content": [self.paragraph(), *self.block(), self.paragraph()]}

    def paragraph(self) -> str:
        """A paragraph, now and then with marks."""
        return self.prose(self.chance.randint(5, 70)) + self.chance.choice(
            ("", "", "[^1]", " *So* it is.[^2]", " As [finding 1](#f0) <https://example.org/a> say: Ωμέγα Ж.", " See [@f0].")
        )

    def block(self) -> list[Any]:
        """Blocks of one kind."""
        kinds = [kind for kind in KINDS if kind not in ("findings", "recommendations", "references", "marks")]
        return KINDS[self.chance.choice(kinds)](self.prose, 1)

    def section_of(self, outline: Outline) -> Outline:
        """Any section."""
        found: Outline = self.chance.choice(outline["sections"])
        return found


def change_word(author: Author, outline: Outline) -> None:
    """In a paragraph of any section, or in the title."""
    content = author.section_of(outline)["content"]
    at = author.chance.choice([n for n, block in enumerate(content) if isinstance(block, str)] or [-1])
    words = (content[at] if at >= 0 else outline["title"]).split()
    words[author.chance.randrange(len(words))] = author.chance.choice(("water", "is", "Überfluss", "a–b", "no.", "[^1]"))
    if at >= 0:
        content[at] = " ".join(words)
    else:
        outline["title"] = " ".join(words)


def insert(author: Author, outline: Outline) -> None:
    """A paragraph, at the top of a section."""
    author.section_of(outline)["content"].insert(0, author.paragraph())


def insert_block(author: Author, outline: Outline) -> None:
    """Blocks of a kind, between the others of a section."""
    content = author.section_of(outline)["content"]
    at = author.chance.randint(0, len(content))
    content[at:at] = author.block()


def remove(author: Author, outline: Outline) -> None:
    """A block, unless it is the last of its section."""
    content = author.section_of(outline)["content"]
    if len(content) > 1:
        del content[author.chance.randrange(len(content))]


def move(_: Author, outline: Outline) -> None:
    """The sections change places."""
    outline["sections"].reverse()


def repeat(author: Author, outline: Outline) -> None:
    """A paragraph stands twice."""
    author.section_of(outline)["content"].append(author.section_of(outline)["content"][0])


def design(author: Author, outline: Outline) -> None:
    """One choice of design."""
    outline["design"] = outline["design"] | author.chance.choice(DESIGNS)


def plain_design(_: Author, outline: Outline) -> None:
    """No choice of design."""
    outline["design"] = {}


def spoil(author: Author, outline: Outline) -> None:
    """A note that nobody points to, or that is not there."""
    outline["notes"] = {"1": author.prose(4)} if "2" in outline["notes"] else {"1": author.prose(4), "2": author.prose(3)}


def speak(author: Author, outline: Outline) -> None:
    """Another language."""
    outline["language"] = author.chance.choice(("es", "en-GB", "de", "en"))


def repaint(author: Author, _: Outline) -> None:
    """The picture has other pixels."""
    tone = author.chance.randrange(256)
    Image.new("L", (300, 150), tone).save("picture.png")


def written(outline: Outline, *, in_brackets: bool) -> str:
    """An outline as a file: of lines by their indentation, of which a session reads again those that differ, or of JSON."""
    if in_brackets:
        return json.dumps(outline, ensure_ascii=False, indent=1)
    text: str = yaml.dump(outline, Dumper=yaml.CSafeDumper, allow_unicode=True, sort_keys=False)
    return text


WORDS = [change_word] * 4
EDITS_MADE: list[Edit] = [
    *WORDS,
    insert,
    insert_block,
    remove,
    move,
    repeat,
    design,
    design,
    plain_design,
    spoil,
    speak,
    repaint,
]


@pytest.mark.parametrize("share", range(SHARES))
def test_a_session_gives_what_a_first_build_gives(
    share: int, tmp_path: Path, square_font: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    furnish(tmp_path, square_font)
    path = Path("brief.yaml")
    for number in range(share, CHAINS, SHARES):
        author, session = Author(number), Session()
        outline = author.outline()
        done: list[str] = []
        for _ in range(EDITS + 1):
            path.write_text(written(outline, in_brackets=number % 3 == 2), encoding="utf-8")
            profile = author.chance.choice(PROFILES)
            kept, first = session.render(path, profile=profile), Session().render(path, profile=profile)
            told = f"chain {number}, {profile} after {', '.join(done) or 'nothing'}"
            assert kept.problems == first.problems, told
            assert kept.data == first.data, told
            assert kept.told == first.told, told
            edit = author.chance.choice(EDITS_MADE)
            edit(author, outline)
            done.append(edit.__name__)
