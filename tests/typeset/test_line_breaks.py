"""Line breaks of other scripts, judged by Unicode's own test (package unicode-data of Debian), and by a dictionary.

LINE_BREAK_TEST=FILE judges by the test of another version.
"""

import os
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from itertools import accumulate
from pathlib import Path

import pytest
from uniseg.linebreak import line_break_boundaries

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset import dictionary
from briefgen.typeset.atoms import CONTROLS
from briefgen.typeset.characters import FORCED_BREAKS, SPACES
from briefgen.typeset.division import find_breaks
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.opportunities import _KNOWN, Divider, _in_korean, _whole, find_openings, is_address
from briefgen.typeset.paragraph import make_stretches
from briefgen.typeset.parting import _ENDS, may_part
from briefgen.typeset.setter import Typesetter
from briefgen.typeset.shape import Shaper

TEST = Path(os.environ.get("LINE_BREAK_TEST", "/usr/share/unicode/auxiliary/LineBreakTest.txt"))
BLANK = SPACES | FORCED_BREAKS
STYLE = TextStyle("body", 10.0, 12.0)


def cases() -> Iterator[tuple[str, list[int]]]:
    """Texts, and where a line may end in each."""
    for line in TEST.read_text("utf-8").splitlines():
        fields = line.partition("#")[0].split()
        text = "".join([chr(int(code, 16)) for code in fields[1::2]])
        if text:
            yield text, [at for at in range(1, len(text)) if fields[2 * at] == "÷"]


class Judge:
    """Finds where the lines of a text may end, as all text is set: cut into words, and looked for in these."""

    def __init__(self, book: FontBook) -> None:
        self.shaper = Shaper(book, "en")
        self.divider = Divider()

    def ends(self, text: str) -> list[int]:
        found = [(*each.span(),) for each in re.finditer(f"\r\n|[{''.join(FORCED_BREAKS)}]", text)]
        firsts, lasts = [0, *(end for _, end in found)], [*(start for start, _ in found), len(text)]
        ends = firsts[1:]
        stretches = make_stretches((Span(text),), STYLE, self.shaper)
        for stretch, first, last in zip(stretches, firsts, lasts, strict=True):
            if stretch.tokens:
                shown = [at for at in range(first, last) if not re.match(CONTROLS, text[at])]
                starts = [0, *accumulate(len(atom.text) for atom in stretch.atoms)]
                cuts = find_breaks(stretch, self.shaper, self.divider).cuts[1:-1]
                ends += [shown[starts[cut.next_atom] + cut.next_offset] for cut in cuts]
        return sorted(ends)


def is_between(text: str, at: int) -> bool:
    """Whether there is something on both sides of a place: lines do not end before or behind all that is seen."""
    return all(any(c not in BLANK and not re.match(CONTROLS, c) for c in part) for part in (text[:at], text[at:]))


def seen(text: str, at: int) -> int:
    """A place behind all that is not seen after it: where the next line begins for a reader."""
    return next(
        (here for here in range(at, len(text)) if text[here] not in BLANK and not re.match(CONTROLS, text[here])), at
    )


def why(text: str, at: int, *, more: bool) -> str:
    """Why a line may end at a place, or may not (`more`: it may here, and not by the test)."""
    if (at in line_break_boundaries(text)) == more:
        return "newer"  # uniseg knows Unicode 16: LB15a, LB19a (brackets, quotes), LB20a, LB21a (hyphens), LB25 (numbers)
    before, after = text[at - 1], text[at]
    word = re.sub(CONTROLS, "", text[:at]).rpartition(" ")[2]
    if not more and after.isalpha() and re.fullmatch(r"([-\u2010\u05be])[\u0300-\u036f]*", word):
        # a hyphen that begins a word stays with letters of Hebrew too (LB20a, as of Unicode 17); a mark of direction before
        # it is not seen, so that it begins the word all the same
        return "unseen" if re.search(CONTROLS, text[:at]) else "newer"
    if before in SPACES and text[at:] == "%":
        return "percent"  # a percent sign between spaces stays with its number, as French and Swedish set it
    if before in SPACES and after in _ENDS:
        return "ends"  # stops, and marks of repetition, that writers put a space before, begin no line
    if _in_korean(before + after):
        return "hangul"  # words of Korean stay whole (Requirements for Hangul Text Layout, 3.2.1)
    if unicodedata.category(before) == "Mn" and all(c in BLANK or re.match(CONTROLS, c) for c in text[: at - 1]):
        return "mark"  # a combining mark without a letter, behind a space, is a word of its own
    if is_address(text):
        return "address"  # an address is divided at its slashes and marks
    if (_KNOWN.issuperset(text[at - 1 : at + 1]) or _whole(text)) and not more:
        return (
            "signs"  # words of Latin, Greek, Cyrillic are divided at hyphens, dashes and slashes, of Hebrew and Arabic not
        )
    return ""


@pytest.mark.skipif(not TEST.exists(), reason="the package unicode-data is not installed")
def test_lines_end_where_unicode_lets_them_or_for_a_reason(default_book: FontBook) -> None:
    judge = Judge(default_book)
    reasons: Counter[str] = Counter()
    count = wrong = 0
    for text, told in cases():
        ends, wanted = ({seen(text, at) for at in some if is_between(text, at)} for some in (judge.ends(text), told))
        differing = {at: why(text, at, more=at in ends) for at in ends ^ wanted}
        assert "" not in differing.values(), ascii(text)
        reasons.update(differing.values())
        count, wrong = count + 1, wrong + bool(differing)
    assert count > 7000
    assert wrong < 360
    known = {"newer", "percent", "ends", "hangul", "mark", "address", "signs"}
    assert set(reasons) == known if "LINE_BREAK_TEST" not in os.environ else set(reasons) <= known | {"unseen"}


@pytest.mark.parametrize(
    ("before", "after", "parts"),
    [
        ("word", "word", True),
        ("word", ")", False),
        ("word", "),", False),
        ("word", ".", False),
        ("word", ".35", True),
        ("word", "”", False),
        ("word", "’tis", True),
        ("word", "»Wort«", True),
        ("(", "word", False),
        ("“", "word", False),
        ("„Wort“", "word", True),
        ("word", "%", False),
        ("—", "—", False),
        ("」", "々", False),
        ("字", "々", True),
        ("كلمة", "،", False),
        ("세계", "인권", True),
        ("है", "।", False),
        ("ใด", "ๆ", False),
        ("word", "|", True),
    ],
)
def test_spaces_part_words_and_hold_signs(before: str, after: str, parts: bool) -> None:
    assert may_part(before, after) == parts


@pytest.mark.parametrize(
    ("token", "parts"),
    [
        ("กระทรวงได้เผยแพร่", ["กระทรวง", "ได้", "เผย", "แพร่"]),
        ("ការទទួលស្គាល់", ["ការ", "ទទួលស្គាល់"]),
        ("(ไทย)", ["(ไทย)"]),
        ("سلام،", ["سلام،"]),
        ("שלום", ["שלום"]),
        ("세계인권선언은", ["세계인권선언은"]),
        ("世界人権", ["世", "界", "人", "権"]),
        ("『世界』（2026", ["『世", "界』", "（2026"]),
        ("-א世", ["-א", "世"]),
        ("\u05beאב世", ["\u05beאב", "世"]),
    ],
)
def test_parts_of_words(token: str, parts: list[str]) -> None:
    ends = [opening.offset for opening in find_openings(token)]
    assert [token[start:end] for start, end in zip([0, *ends], [*ends, len(token)], strict=True)] == parts


def test_without_its_dictionary_a_script_is_an_error(setter: Typesetter, monkeypatch: pytest.MonkeyPatch) -> None:
    text = (Span("น้ำ and กระทรวงได้เผยแพร่"),)
    style = TextStyle("body", 10.0, 12.0)
    assert not setter.set(text, style, (400.0,)).flaws
    monkeypatch.setattr(dictionary, "PACKAGE", "no_such_package_of_dictionaries")
    assert [flaw.code for flaw in setter.set(text, style, (399.0,)).flaws] == ["typeset/missing-dictionary"]


def test_lines_without_word_spaces_are_full(setter: Typesetter) -> None:
    style = TextStyle("body", 10.0, 12.0, align="justify")
    text = "กระทรวงได้เผยแพร่รายงานเรื่องน้ำและกล่าวว่าเกษตรกรต้องการความช่วยเหลือ" * 4
    *lines, _ = setter.set((Span(text),), style, (220.0,)).lines
    assert len(lines) > 3
    ends = [line.runs[-1].x + line.runs[-1].width for line in lines]
    assert ends == pytest.approx([220.0] * len(lines), abs=3.0)
