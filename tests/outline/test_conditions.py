"""Conditions: what holds, what does not, and what cannot be read."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.outline.conditions import DEEPEST, LONGEST, BadConditionError, Name, Value, read_condition

VALUES: dict[str, Value] = {
    "rate": Decimal("7.25"),
    "none": None,
    "region": "Upper  basin",
    "since": date(2019, 3, 1),
    "zero": Decimal(0),
    "said": "no",
    "name of it": "x",
}


def look_up(name: Name) -> Value:
    return VALUES[name.text]


HOLD = [
    ("rate > 5", True), ("rate>7.25", False), ("rate >= 7.25", True), ("rate ≤ 7.25", True), ("rate <> 7", True),
    ("rate == 7.250", True), ("rate = '7.25'", True), ("rate != 'n/a'", True), ("-1 < rate", True),
    ("region = 'Upper basin'", True), ('region = "upper basin"', False), ("region in ('Lower', \"Upper basin\")", True),
    ("region not in ('Lower')", True), ("not region in ('Lower')", True), ("rate in (1, 7.25)", True),
    ("since >= '2019-03-01'", True), ("since < '2019-03-01'", False), ("since = \"2019-03-01\"", True),
    ("none", False), ("rate", True), ("zero", True), ("said", False), ("not none", True),
    ("none = none", True), ("none = 0", False), ("none != 0", True), ("none < 1", False), ("none >= 1", False),
    ("{{name of it}} = 'x'", True), ("rate > 5 and zero = 1 or region", True), ("rate > 5 and (zero = 1 or none)", False),
    ("'{{name of it}}' = 'x'", True), ("\"{{ rate }}\" > 5", True), ("'{{' = 'x'", False),
    ("rate > 5 AND NOT zero = 1", True), ("region = 'it\\'s'", False),
]  # fmt: skip


@pytest.mark.parametrize(("text", "holds"), HOLD, ids=[text for text, _ in HOLD])
def test_a_condition_holds_or_not(text: str, holds: bool) -> None:
    assert read_condition(text).holds(look_up) is holds


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("", 0), ("rate >", 5), ("> 5", 0), ("rate 5", 5), ("rate > 5 6", 9), ("(rate > 5", 8), ("rate in 5", 8),
        ("rate ; 5", 5),        ("rate > 5 and", 11), ("'open", 0), ("rate > 5)", 8), ("import os", 7), ("rate.real > 5", 4),
        ("__import__('os')", 10),
        ("rate > region", 5), ("since < 5", 6), ("(" * (DEEPEST + 2) + "rate" + ")" * (DEEPEST + 2), DEEPEST + 1),
        ("rate" + " " * LONGEST, 0),
    ],
)  # fmt: skip
def test_what_is_no_condition_is_said_with_its_place(text: str, at: int) -> None:
    with pytest.raises(BadConditionError) as error:
        read_condition(text).holds(look_up)
    assert error.value.at == at
    assert error.value.hint


@given(st.text(alphabet="rate <>=!and or not in (){},\"'5.\\%≤", max_size=60))
def test_any_text_is_a_condition_or_none(text: str) -> None:
    try:
        condition = read_condition(text)
    except BadConditionError:
        return
    assert all(0 <= name.at < len(text) for name in condition.names)


@given(
    st.recursive(
        st.sampled_from(["rate > 5", "zero", "none = 0"]),
        lambda inner: st.one_of(
            st.builds("not ({})".format, inner),
            st.builds("({}) and ({})".format, inner, inner),
            st.builds("({}) or ({})".format, inner, inner),
        ),
        max_leaves=6,
    )
)
def test_a_condition_means_what_python_makes_of_it(text: str) -> None:
    meant = text.replace("rate > 5", "True").replace("none = 0", "False").replace("zero", "True")
    if len(text) <= LONGEST:
        assert read_condition(text).holds(look_up) is eval(meant)


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("rate => 5", "write `>=` in the place of `=>`"),
        ("rate =< 5", "write `<=` in the place of `=<`"),
        ("rate > 5 && zero", "write `and` in the place of `&&`"),
        ("rate || zero", "write `or` in the place of `||`"),
        ("!rate", "write `not` in the place of `!`"),
        ("said is no", "write `said = 'no'`"),
        ("rate gt 5", "write `rate > 5`"),
        ("if rate > 5", "leave out `if`"),
    ],
)
def test_what_other_programs_write_is_told_as_it_is_here(text: str, hint: str) -> None:
    with pytest.raises(BadConditionError) as error:
        read_condition(text).holds(look_up)
    assert error.value.hint == hint
