"""Which way languages are written."""

import pytest

from briefgen.content.direction import runs_right_to_left, sides


@pytest.mark.parametrize(
    ("language", "leftwards"),
    [
        ("ar", True),
        ("fa-IR", True),
        ("he", True),
        ("ur", True),
        ("pa-Arab", True),
        ("en", False),
        ("ar-Latn", False),
        ("", False),
    ],
)
def test_direction_of_languages(language: str, leftwards: bool) -> None:
    assert runs_right_to_left(language) is leftwards


def test_a_side_that_is_named_is_that_of_the_page() -> None:
    assert sides(["left", "right", "center", "decimal"], "ar") == ["right", "left", "center", "decimal"]
    assert sides(["left", "right"], "en") == ["left", "right"]
