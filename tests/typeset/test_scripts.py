"""Text cut where its script or direction changes."""

from briefgen.outline.specification.design import SCRIPTS as NAMED
from briefgen.typeset.characters import is_near
from briefgen.typeset.scriptfaces import SCRIPTS
from briefgen.typeset.scripts import FAR, Itemiser


def cut(text: str, *, rtl: bool) -> list[tuple[str, str, int]]:
    return [(piece, way.script, way.level) for piece, way in Itemiser(rtl).cut([text])[0]]


def test_signs_go_with_the_script_before_them() -> None:
    assert cut("في (UNDP) عام", rtl=True) == [
        ("في (", "Arab", 1),
        ("UNDP", "", 2),
        (") عام", "Arab", 1),
    ]


def test_a_text_all_of_which_runs_the_other_way_is_a_paragraph_of_its_own() -> None:
    assert cut("The end.", rtl=True) == [("The end.", "", 0)]
    assert cut("سلام.", rtl=False) == [("سلام.", "Arab", 1)]
    assert cut("a سلام.", rtl=False) == [("a ", "", 0), ("سلام", "Arab", 1), (".", "Arab", 0)]


def test_spans_are_cut_together() -> None:
    ways = Itemiser(rtl=True).cut(["كتاب (", "UN", ") a"])
    assert [[piece for piece, _ in span] for span in ways] == [["كتاب ("], ["UN"], [") ", "a"]]
    assert "".join(piece for span in ways for piece, _ in span) == "كتاب (UN) a"


def test_text_of_the_default_faces_needs_no_cutting() -> None:
    assert not FAR.search("“Łódź” – Ωμέγα, Вода… 1½ × 2 ≥ €\u00ad\u200b\u2060")
    assert all(FAR.search(letter) for letter in "אعकไ中あ가ა\u200f")
    assert not any(is_near(letter) for letter in "אعकไ中あ가ა\u200f")
    assert not any(is_near(chr(code)) for code in range(0x110000) if FAR.match(chr(code)))


def test_every_script_can_be_named_and_knows_its_letters() -> None:
    assert {script.key for script in SCRIPTS.values()} == set(NAMED)
    itemiser = Itemiser(rtl=False)
    assert all(itemiser.script(script.letters[0]) in SCRIPTS for script in SCRIPTS.values())
