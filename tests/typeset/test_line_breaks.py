"""Line breaks of other scripts, judged by Unicode's own test (package unicode-data of Debian), and by a dictionary."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset import dictionary
from briefgen.typeset.characters import FORCED_BREAKS, SPACES
from briefgen.typeset.opportunities import find_openings, unicode_breaks
from briefgen.typeset.setter import Typesetter

TEST = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")
CONTROLS = frozenset("\u00ad\u200b\u2060\ufeff\r\n")  # `paragraph` takes these out, and spaces, before words are looked at

# where uniseg, which follows Unicode 16, breaks otherwise than Unicode 15: the rule that has changed, and the texts
CHANGED = {
    "LB20a: not after a hyphen that begins a word": ("-#", "-\u0308#", "-§", "-\u0308§", "-\U00050005", "-\u0308\U00050005"),
    "LB20a, of Thai": ("-ก", "-\u0308ก"),
    "LB25: not between a comma and a digit": (",0", ",\u03080"),
    "LB21a: after a hyphen between Hebrew letters": ("א-א",),
}


def cases() -> Iterator[tuple[str, list[int]]]:
    """Texts without spaces and controls, and where a line may end in each."""
    for line in TEST.read_text("utf-8").splitlines():
        fields = line.partition("#")[0].split()
        text = "".join([chr(int(code, 16)) for code in fields[1::2]])
        if text and not (SPACES | FORCED_BREAKS | CONTROLS).intersection(text):
            yield text, [at for at in range(1, len(text)) if fields[2 * at] == "÷"]


@pytest.mark.skipif(not TEST.exists(), reason="the package unicode-data is not installed")
def test_breaks_within_words_are_those_of_unicode() -> None:
    found = {text: unicode_breaks(text) for text, _ in cases()}
    assert len(found) > 2000
    wrong = {text for text, wanted in cases() if found[text] != wanted}
    assert wrong == {text for texts in CHANGED.values() for text in texts}


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
