"""What is asked of single characters."""

import pytest

from briefgen.typeset.characters import find_right_to_left


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wells and water", {}),
        ("“Łódź” – naïve, Ωμέγα, 漢字", {}),
        ("the word שלום and the word سلام here, and مرحبا", {"Hebrew": "שלום", "Arabic": "سلام"}),
        ("digits run the other way: ٣٤ and ۵۶", {}),
        ("marks of direction have no shape: \u200fa\u200e \u202bb\u202c", {}),
        ("from a far plane: \U0001e900", {"Adlam": "\U0001e900"}),
    ],
)
def test_scripts_from_right_to_left_are_found_by_their_letters(text: str, found: dict[str, str]) -> None:
    assert find_right_to_left(text) == found
