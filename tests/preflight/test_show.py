"""Where text lands: what is told of most text in a short way is what the long way tells."""

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.preflight.fonts import Font
from briefgen.preflight.matrix import IDENTITY
from briefgen.preflight.show import _of_any, _of_plain
from briefgen.preflight.state import State

SIMPLE = Font("Simple", True, table=tuple(code / 256 for code in range(256)))
PLAIN = Font("Plain", True, widths={65: 700.0}, usual=400.0)
WIDE = Font("Wide", True, step=2, widths={0x4141: 500.0, 0x4142: 600.0, 0x4143: 700.0}, usual=1000.0)
PARTS = st.lists(st.one_of(st.binary(max_size=6), st.integers(-900, 900)), max_size=8)


@given(PARTS, st.sampled_from([SIMPLE, PLAIN, WIDE]), st.floats(1, 40), st.floats(0.5, 2))
def test_the_short_way_leads_where_the_long_one_does(
    parts: list[bytes | int], font: Font, size: float, stretch: float
) -> None:
    state = State(IDENTITY, (0, 0, 1, 1), font=font, size=size, stretch=stretch)
    given_parts = [pikepdf.String(part) if isinstance(part, bytes) else part for part in parts]
    short = _of_plain(state, given_parts)
    if short is not None:
        assert short == pytest.approx(_of_any(state, given_parts), abs=1e-9)


def test_it_is_taken_where_it_can_be() -> None:
    state = State(IDENTITY, (0, 0, 1, 1), font=WIDE, size=10)
    parts = [pikepdf.String(b""), -1000, pikepdf.String(b"AAAB"), 500, pikepdf.String(b"AC"), -100]
    assert _of_plain(state, parts) == pytest.approx((10, 10 + 5 + 6 - 5 + 7, 10 + 5 + 6 - 5 + 7 + 1))
    assert _of_plain(state, [pikepdf.String(b"A")]) is None
    assert _of_plain(state, [pikepdf.String(b"\0 AA")]) is None
