"""Parts of a brief that an earlier one has had: the very records of before, and what is in them."""

from pathlib import Path

from support.composed import records

from briefgen.content.brief import Brief
from briefgen.content.compose import compose
from briefgen.content.reading import ids_of, texts_of
from briefgen.content.same import inside, parts_of
from briefgen.memory import Memory
from briefgen.outline.read import read_text
from briefgen.problem import Problems

OUTLINE = """title: Wells
marking: Draft
standfirst: Count every drop.
sections:
  - heading: Losses
    content: [Half of the water leaks away., {list: [Pipes, Taps]}, {pull_quote: Half of the water}]
  - heading: Costs
    content: [Each drop is bought twice., Nobody knows from whom.]
  - heading: Ways out
    content: [Meters count.]
recommendations: [{action: Mend the pipes., for: The council}]
notes: {1: A survey.}
about: A town.
"""


def made(text: str, memory: Memory | None) -> Brief:
    """The brief of an outline."""
    problems = Problems()
    outline = read_text(text.encode(), "brief.yaml", Path(), problems)
    assert outline is not None
    brief = compose(outline, problems, memory=memory)
    assert brief is not None
    return brief


def test_what_has_not_changed_is_the_same_records() -> None:
    memory = Memory()
    before, after = made(OUTLINE, memory), made(OUTLINE.replace("bought twice", "paid twice"), memory)
    assert [one is other for one, other in zip(before.sections, after.sections, strict=True)] == [True, False, True, True]
    assert before.front is after.front
    assert before.back is after.back
    changed = [one is other for one, other in zip(before.sections[1].blocks, after.sections[1].blocks, strict=True)]
    assert changed == [False, True]
    assert before.sections[1].heading is after.sections[1].heading


def test_what_has_changed_is_what_it_would_be_alone() -> None:
    memory = Memory()
    for text in (
        OUTLINE,
        OUTLINE.replace("Half of the water leaks", "A third of the water leaks"),  # the quote is read now
        OUTLINE.replace("Half of the water}", "A third of the water}"),
        OUTLINE.replace("[Meters count.]", "[Meters count., [Second.]]").replace(
            "[Second.]", "Half of the water leaks away."
        ),
        OUTLINE.replace("Count every drop.", "Half of the water is lost."),
        OUTLINE.replace("about: A town.", "about: Half of the water."),
        OUTLINE,
    ):
        kept, alone = made(text, memory), made(text, None)
        assert kept.sections == alone.sections
        assert (kept.front, kept.back) == (alone.front, alone.back)


def test_the_parts_of_a_brief_hold_all_that_is_read() -> None:
    memory = Memory()
    for text in (OUTLINE, OUTLINE.replace("Pipes", "Tubes"), OUTLINE):
        brief = made(text, memory)
        found = inside(memory, parts_of(brief))
        assert [id for part in found for id in part.ids] == [*ids_of(brief)]
        assert [text for part in found for text in part.texts] == [*texts_of(brief)]
        assert "Mend the pipes." in [text.plain for part in found for text in part.texts]
        assert {id(part.part) for part in found if part.part is not None} <= set(map(id, records(brief)))


def test_a_text_is_split_by_the_ids_that_there_are() -> None:
    memory = Memory()
    for text in (
        OUTLINE.replace("Nobody knows from whom.", "Nobody knows from @list."),
        OUTLINE.replace("Nobody knows from whom.", "Nobody knows from @list.").replace("{action:", "{id: list, action:"),
        OUTLINE.replace("Nobody knows from whom.", "Nobody knows from @list."),
    ):
        kept, alone = made(text, memory), made(text, None)
        assert kept.sections == alone.sections
        last = [*texts_of(kept.sections[1])][-1].plain
        assert ("@list" in last) is ("id: list" not in text)
