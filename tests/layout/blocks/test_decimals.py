"""The decimal sign of a column, and where units end."""

import pytest

from briefgen.layout.blocks.decimals import decimal_sign, units_end


@pytest.mark.parametrize(
    ("language", "cells", "sign"),
    [
        ("en", ["12,345", "56"], "."),
        ("de", ["12.345", "56"], ","),
        ("de", ["1.5", "2.125"], "."),  # as it is written, whatever the language
        ("en", ["1,5", "2"], ","),
        ("en", ["1.5", "2,5"], "."),  # no two signs: the language decides
        ("en", ["1,234,567.5"], "."),
        ("es-MX", ["2,125"], "."),
        ("es", ["2,125"], ","),
        ("de-CH", ["1’234.5"], "."),
        ("fr", ["–", "n/a", ""], ","),
        ("en", ["0,125"], ","),
    ],
)
def test_the_sign_of_a_column(language: str, cells: list[str], sign: str) -> None:
    assert decimal_sign(cells, language) == sign


@pytest.mark.parametrize(
    ("cell", "sign", "units"),
    [
        ("12,345", ".", "12,345"),
        ("1.5 %", ".", "1"),
        ("€ 1.234,50", ",", "€ 1.234"),
        ("−7", ".", "−7"),
        ("12 km", ".", "12"),
        ("–", ".", "–"),
        ("", ".", ""),
        ("1.2.3", ".", "1.2.3"),
        ("nobody has counted them", ".", None),
        ("5 of the twelve districts", ".", None),
    ],
)
def test_where_units_end(cell: str, sign: str, units: str | None) -> None:
    end = units_end(cell, sign)
    assert (None if end is None else cell[:end]) == units
