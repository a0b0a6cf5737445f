"""The widths of CFF programs: against the hmtx table of faces that agree with themselves, and of bytes that are no font."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefgen.typeset.cff import Index, Widths, read_dict
from briefgen.typeset.face import Face
from briefgen.typeset.families import DEFAULTS, ENDINGS, default_family


def table_of(face: Face) -> bytes:
    data: bytes = face.hb_font.face.reference_table("CFF ").data
    return data


@pytest.mark.parametrize("family", DEFAULTS)
@pytest.mark.parametrize("style", ENDINGS)
def test_the_default_faces_agree_with_themselves(family: str, style: tuple[str, bool]) -> None:
    """So that nobody has to look each time; this is also the proof of the reader, on thousands of glyphs."""
    face = default_family(family).face(*style)
    widths = Widths(table_of(face))
    count = struct.unpack_from(">H", face.hb_font.face.reference_table("maxp").data, 4)[0]
    assert count > 500
    assert [widths.width(glyph) for glyph in range(count)] == [
        face.hb_font.get_glyph_h_advance(glyph) for glyph in range(count)
    ]
    assert widths.width(count) is None
    assert widths.width(-1) is None


@given(st.binary(max_size=300))
def test_bytes_that_are_no_program_have_no_widths(data: bytes) -> None:
    assert Widths(data).width(0) is None


@given(st.data())
def test_a_damaged_program_gives_a_width_or_none(data: st.DataObject) -> None:
    table = bytearray(table_of(default_family("body").face("regular", False)))
    for _ in range(data.draw(st.integers(1, 8))):
        table[data.draw(st.integers(0, 4000))] = data.draw(st.integers(0, 255))
    widths = Widths(bytes(table))
    for glyph in range(0, 1000, 97):
        found = widths.width(glyph)
        assert found is None or isinstance(found, float)


def index(*items: bytes) -> bytes:
    ends = [1]
    for item in items:
        ends.append(ends[-1] + len(item))
    offsets = b"".join(end.to_bytes(2, "big") for end in ends)
    return struct.pack(">HB", len(items), 2) + offsets + b"".join(items) if items else b"\0\0"


def program(*glyphs: bytes, private: bytes = b"\x8b\x14\xef\x15", subrs: tuple[bytes, ...] = ()) -> bytes:
    """A CFF table of these charstrings; the Private DICT says 0 by default and 100 nominal."""
    head = bytes((1, 0, 4, 2)) + index(b"A")
    strings = index(*glyphs)
    fixed = len(head) + len(index(bytes(17))) + len(index()) + len(index(*subrs))
    top = b"\x1d" + (fixed).to_bytes(4, "big") + b"\x11"
    top += b"\x1d" + len(private).to_bytes(4, "big") + b"\x1d" + (fixed + len(strings)).to_bytes(4, "big") + b"\x12"
    assert len(top) == 17
    return head + index(top) + index() + index(*subrs) + strings + private


MOVE, END, HSTEM, CALLG, RETURN = b"\x15", b"\x0e", b"\x01", b"\x1d", b"\x0b"


def test_widths_stand_below_the_operands_of_the_first_operator() -> None:
    one, two = b"\x8c", b"\x8d"  # the numbers 1 and 2
    widths = Widths(
        program(
            END,  # none: the default
            one + END,
            one * 2 + MOVE + END,
            two + one * 2 + MOVE + END,
            one * 4 + HSTEM + END,
            two + one * 4 + HSTEM + END,
            one * 4 + END,  # an accented letter (5177, appendix C)
            two + one * 4 + END,
        )
    )
    assert [widths.width(glyph) for glyph in range(9)] == [0, 101, 0, 102, 0, 102, 0, 102, None]


def test_subroutines_are_followed_and_not_for_ever() -> None:
    two, first = b"\x8d", b"\x20"  # 2, and -107: the first of few subroutines
    assert Widths(program(first + CALLG, subrs=(two + END,))).width(0) == 102
    assert Widths(program(two + first + CALLG + END, subrs=(RETURN,))).width(0) == 102
    assert Widths(program(first + CALLG, subrs=(first + CALLG,))).width(0) is None
    assert Widths(program(first + CALLG, subrs=((first + CALLG) * 30_000,))).width(0) is None


def test_numbers_of_a_dict_are_read() -> None:
    data = b"\x8b\x1c\x27\x10\x1d\xff\xfe\x79\x60\xfa\x7c\xfe\x7c\x14" + b"\x1e\xe2\xa2\x5f\x0c\x07"
    assert read_dict(data) == {(20,): [0, 10000, -100000, 1000, -1000], (12, 7): [-2.25]}


def test_an_index_knows_its_items_and_its_end() -> None:
    data = index(b"ab", b"", b"c")
    found = Index(data, 0)
    assert [found[number] for number in range(found.count)] == [b"ab", b"", b"c"]
    assert found.end == len(data)
    assert Index(b"\0\0", 0).end == 2
