"""The badge of a licence: a ring for each of its terms, all within its rectangle, before the words."""

from itertools import pairwise

import pytest

from briefgen.layout.blocks.badge import badge
from briefgen.layout.items import Path
from briefgen.theme import TextStyle

LOOK = TextStyle("display", 8.0, 10.6)


@pytest.mark.parametrize(
    ("licence", "count"), [("CC BY 4.0", 2), ("CC BY-NC-SA 4.0", 4), ("CC\u00a0BY-ND\u00a04.0", 3), ("CC0 1.0", 2)]
)
def test_each_term_has_a_ring_and_a_drawing_in_it(licence: str, count: int) -> None:
    (drawing,), width = badge(licence, LOOK, 8.0)
    paths = [mark for mark in drawing.marks if isinstance(mark, Path)]
    rings = [path for path in paths if path.rect.width > LOOK.size]
    assert len(rings) == count
    assert all(one.rect.right < other.rect.x for one, other in pairwise(rings))
    assert drawing.rect.right < width
    for path in paths:
        assert 0.0 <= path.rect.y < path.rect.bottom <= drawing.rect.height
        assert any(ring.rect.x <= path.rect.x <= path.rect.right <= ring.rect.right for ring in rings)
    assert not drawing.id


def test_another_licence_has_none() -> None:
    assert badge("All rights reserved", LOOK, 8.0) == ((), 0.0)
