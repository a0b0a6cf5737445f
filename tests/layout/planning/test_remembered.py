"""Endings of pages that are found again are those that would be found anew, after any edit."""

import random
from collections.abc import Iterator
from itertools import islice
from typing import Any

import msgspec

from briefgen.geometry import WHITE, Rect
from briefgen.layout.items import Rule
from briefgen.layout.measuring.pieces import FORBIDDEN, Beside, Float, Group, NoteLines, Piece, Segment
from briefgen.layout.measuring.slack import KINDS
from briefgen.layout.planning.plan import Planner
from briefgen.layout.planning.planned import Band
from briefgen.memory import Memory

ROWS = 20
RULE = Rule(Rect(0.0, 0.0, 9.0, 1.0), WHITE)


class Part(msgspec.Struct, frozen=True):
    """A piece of a segment with the lengths of the notes that it calls; a section or findings may begin with it."""

    piece: Piece
    notes: tuple[int, ...] = ()
    opens: bool = False
    finds: bool = False


class Model(msgspec.Struct, frozen=True):
    """A segment as an author knows it: floats stand among the parts, where they are called."""

    parts: tuple[Part | Float, ...]
    rest: dict[str, Any]


def part(chance: random.Random, group: Group | None = None) -> Part:
    """Mostly a plain line: what differs in little else shows best what a key has forgotten."""
    piece = Piece(1, (), group=group)
    if chance.random() < 0.15:
        piece = msgspec.structs.replace(
            piece,
            rows=chance.choice((1, 2, 3, 9)),
            lead=chance.choice((0, 0, 0, 1)),
            below=chance.choice((0, 0, 0, 2)),
            elastic=chance.choice(KINDS) if chance.random() < 0.3 else "",
            reluctant=chance.random() < 0.1,
            break_cost=chance.choice((0.0, FORBIDDEN, 160.0, 6000.0)),
            page_break_cost=chance.choice((0.0, 0.0, 50.0)),
            runs_on=chance.choice((0.0, 0.0, 500.0)),
            beside=(Beside("b", chance.randint(1, 5), ()),) if chance.random() < 0.3 else (),
        )
    return Part(piece, called(chance), chance.random() < 0.04, chance.random() < 0.02)


def called(chance: random.Random) -> tuple[int, ...]:
    """The lengths of the notes that a part calls."""
    return tuple(chance.randint(1, 6) for _ in range(chance.choice((0, 0, 0, 0, 0, 0, 1, 2))))


def some(chance: random.Random) -> list[Part | Float]:
    """A part, parts of a group, or a float."""
    if chance.random() < 0.1:
        return [Float(0, (Piece(chance.randint(3, 9), ()),), chance.random() < 0.5, kind=chance.choice(("", "figure")))]
    if chance.random() < 0.1:
        group = Group("g", chance.choice((0, 1)), chance.choice((0, 1)), spare=chance.choice((0, 1)), lead=1, below=1)
        return [part(chance, group) for _ in range(chance.randint(1, 4))]
    return [part(chance)]


def model(chance: random.Random, *, last: bool) -> Model:
    parts = [each for _ in range(chance.choice((3, 30, 60, 90))) for each in some(chance)]
    rest = {
        "columns": chance.choice((1, 2, 2, 3)),
        "leading": chance.choice((1.0, 1.0, 0.8)),
        "new_page": chance.random() < 0.1,
        "barrier": chance.random() < 0.2,
        "padding": chance.choice((0.0, 0.0, 1.0)),
    }
    if last and chance.random() < 0.5:
        rest |= {"at_foot": True}
        parts = parts[:3]
    return Model((*parts, Part(Piece(1, ()))), rest)


def edited(chance: random.Random, models: list[Model]) -> list[Model]:
    """The same after an edit of one segment: of the first, mostly at the top, or anywhere."""
    number = chance.choice((0, chance.randrange(len(models))))
    parts = list(models[number].parts[:-1])
    at = chance.choice((0, chance.randrange(len(parts))))
    kind = chance.random()
    if kind < 0.4:
        parts[at:at] = [each for _ in range(chance.choice((1, 1, 6))) for each in some(chance)]
    elif kind < 0.5 and len(parts) > 4:
        del parts[at : at + chance.randint(1, 3)]
    elif kind < 0.6:
        parts[at : at + 1] = some(chance)
    elif kind < 0.8:  # a float is called elsewhere
        floats = [index for index, each in enumerate(parts) if isinstance(each, Float)]
        for index in floats[:1]:
            parts.insert(chance.randrange(len(parts)), parts.pop(index))
    else:  # the same words, of another section or with other notes
        parts[at] = altered(chance, parts[at])
    return [*models[:number], Model((*parts, models[number].parts[-1]), models[number].rest), *models[number + 1 :]]


def altered(chance: random.Random, each: Part | Float) -> Part | Float:
    if isinstance(each, Float):
        return msgspec.structs.replace(each, kind="" if each.kind else "figure")
    kind = chance.randrange(3)
    if kind == 0:
        return msgspec.structs.replace(each, notes=called(chance))
    return msgspec.structs.replace(each, **({"opens": not each.opens} if kind == 1 else {"finds": not each.finds}))


def segment_of(written: Model, *, noted: bool) -> Segment:
    """A segment with the places of its floats, sections and notes counted as layout does."""
    parts = [each for each in written.parts if isinstance(each, Part)]
    openings = [number for number, each in enumerate(parts) if each.opens]
    finding = [number for number, each in enumerate(parts) if each.finds]
    floats = []
    count = 0
    for each in written.parts:
        if isinstance(each, Part):
            count += 1
            continue
        home = (
            max([at for at in openings if at < count], default=-1),
            min([at for at in openings if at >= count], default=len(parts)),
        )
        barrier = min([at for at in finding if at >= count], default=-1)
        floats.append(msgspec.structs.replace(each, after=count, home=home if openings else None, barrier=barrier))
    notes = notes_of(parts) if noted else None
    pieces = tuple(each.piece for each in parts)
    return Segment(pieces, width=100.0, gutter=9.0, floats=tuple(floats), notes=notes, **written.rest)


def notes_of(parts: list[Part]) -> NoteLines | None:
    begins, feet = list[int](), [0]
    lines = 0
    for each in parts:
        for length in each.notes:
            begins.append(lines)
            lines += length
        feet.append(lines)
    return NoteLines(((),) * lines, tuple(begins), tuple(feet), 0.7, 0.5, RULE) if lines else None


def chain(number: int) -> Iterator[list[Segment]]:
    """A brief and what it becomes by edits; some have a segment more before all others."""
    chance = random.Random(number)
    count = chance.randint(1, 3)
    models = [model(chance, last=at == count - 1 > 0) for at in range(count)]
    noted = chance.random() < 0.4
    for _ in range(8):
        yield [segment_of(each, noted=noted) for each in models]
        models = edited(chance, models)
        if chance.random() < 0.05:
            models.insert(0, model(chance, last=False))


def test_plans_are_those_of_a_planner_that_remembers_nothing() -> None:
    for number in range(15):
        memory = Memory()
        for segments in chain(number):
            found = Planner(segments, ROWS, 1.0, memory=memory).plan()
            anew = Planner(segments, ROWS, 1.0).plan()
            assert {count: plan.sheets() for count, plan in found.items()} == {
                count: plan.sheets() for count, plan in anew.items()
            }, number
            assert [plan.cost for plan in found.values()] == [plan.cost for plan in anew.values()]
            memory.turn()


def test_most_pages_are_found_again_below_what_was_put_in() -> None:
    """Of six pages of paragraphs, each of seven lines, another paragraph before all others moves every line."""
    paragraph = tuple(Part(Piece(1, (), break_cost=160.0 if line in (0, 5) else 0.0)) for line in range(7))
    memory = Memory()
    counts = []
    for many in (36, 37):
        segment = segment_of(Model(paragraph * many, {"columns": 2, "leading": 1.0}), noted=False)
        Planner([segment], ROWS, 1.0, memory=memory).plan()
        counts.append(memory.counts()["endings"])
    assert counts[1] - counts[0] < 0.35 * counts[0]


def test_columns_are_as_deep_as_they_are_drawn() -> None:
    """And what one planner has reckoned of columns serves another, of other segments."""
    seen = set()
    for number in range(12):
        memory = Memory(lasting=False)
        for segments in islice(chain(number), 3):
            planner = Planner(segments, ROWS, 1.0, memory=memory)
            for plan in planner.plan().values():
                sheets = [planner.white.aired(sheet) for sheet in plan.sheets()]
                for band in [band for sheet in sheets for band in sheet.bands if isinstance(band, Band)]:
                    filler = planner.fillers[band.segment]
                    for column in band.columns.columns:
                        notes = filler.note_rows(column.start, column.end, column.owed, column.owes)
                        assert filler.depth(column) == filler.stack(column).rows + notes
                        seen.add(min(column.spread, 2))
            anew = Planner(segments, ROWS, 1.0).plan()
            assert [plan.sheets() for plan in planner.plan().values()] == [plan.sheets() for plan in anew.values()]
    assert {0, 1} <= seen
