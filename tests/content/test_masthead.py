"""The masthead: whose name stands in it, beside a logo or in one."""

import pytest
from PIL import Image
from support.composed import Desk


@pytest.mark.parametrize(
    ("size", "alt", "show", "shown"),
    [
        ((120, 40), "Halden Institute", None, False),
        ((120, 40), "halden  institute.", None, False),
        ((120, 40), "Logo of the Halden Institute, blue on white", None, False),
        ((120, 40), "Halden", None, True),  # not all of the name
        ((120, 40), "The Institute of Halden", None, True),
        ((120, 40), "Halden Institutes", None, True),
        ((40, 40), "Logo of Halden Institute", None, True),
        ((120, 40), None, None, True),
        ((40, 40), "Halden Institute", None, True),  # an emblem
        ((120, 40), "Halden Institute", "true", True),
        ((40, 40), None, "false", False),
    ],
)
def test_a_name_that_the_logo_has_is_not_shown_twice(
    size: tuple[int, int], alt: str | None, show: str | None, shown: bool, desk: Desk
) -> None:
    Image.new("RGB", size).save(desk.folder / "logo.png")
    keys = ["name: Halden Institute", "logo: logo.png"]
    keys += [f'logo_alt: "{alt}"'] if alt else []
    keys += [f"show_name: {show}"] if show else []
    masthead = desk.compose(f"title: Wells\npublisher: {{{', '.join(keys)}}}\n").brief.front.masthead
    assert (masthead.publisher is not None) == shown
    assert masthead.logo is not None
    assert shown or "halden" in masthead.logo.alt.casefold()  # it is read all the same
    assert shown or not masthead.logo.decorative
