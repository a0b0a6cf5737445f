"""Letters that were read in a wrong encoding are told of with the word as it was; what only looks alike is let alone."""

import pytest

from briefgen.outline.garbled import garbled

SOUND = "Don’t lose €5 in México or Łódź, at 25°C: “naïve” café, 3×4½, Москва, Αθήνα – so."


def in_windows(text: str) -> str:
    """A text saved in UTF-8 and read as Windows-1252, with what that lacks as it is."""
    return "".join(_char(byte) for byte in text.encode())


def _char(byte: int) -> str:
    try:
        return bytes([byte]).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def test_each_word_is_told_as_it_was() -> None:
    source = in_windows(SOUND)
    for start, now, before in reversed([*garbled(source)]):
        assert source.startswith(now, start)
        source = source[:start] + before + source[start + len(now) :]
    assert source.replace(in_windows("–"), "–") == SOUND


@pytest.mark.parametrize(
    "text",
    [SOUND, "«MAÇÃ» »GRÖß« FÖ« É’S Å’ Ä… «Â» Ã… N° Ñ° 3º", "Ça, où ? «À Â», ß² Ørsted", "ÀÉÎÕÜ àéîõü ÿ"],
)
def test_what_is_meant_is_let_alone(text: str) -> None:
    assert [*garbled(text)] == []
