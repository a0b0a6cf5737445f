"""Workbooks in which one small thing is not as programs write it: their data are read, or it is said what is wrong."""

import io
import re
import zipfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from support.workbooks import formula, number, rows, text, workbook

from briefgen.data.read import read_data
from briefgen.data.record import Wanted
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problems

SOUND = workbook(
    {
        "Flows": rows(
            (text("A1", "Year"), text("B1", "Flow"), text("C1", "Day")),
            (number("A2", 2024), number("B2", "1.5"), number("C2", 45_000, 1)),
            (number("A3", 2025), formula("B3", "B2*2", "3"), number("C3", 45_001, 1)),
            (number("A4", 2026), text("B4", "n.a."), number("C4", "0.5", 3)),
        ),
        "Other": rows((text("A1", "Name"),), (text("A2", "Kitui"),)),
    }
)
ATTRIBUTE = re.compile(rb' ([\w:]+)="([^"]*)"')
ELEMENT = re.compile(rb"<(\w+)(?: [^>]*)?(?:/>|>(?:(?!<\1[ >]).)*?</\1>)", re.DOTALL)
VALUES = st.sampled_from(b" 0 1 7 -1 x s e b str d A1 B3 D9 Z90 1.5 true".split(b" "))
WORDS = st.sampled_from(["", "12", "1,5", "1E3", "-0", "NaN", "#N/A", "2024-01-31", "TRUE", "ü", " "])


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(made: dict[str, bytes]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        for name, data in made.items():
            archive.writestr(name, data)
    return written.getvalue()


@st.composite
def mutated(draw: st.DrawFn) -> bytes:
    """The sound workbook with one to three small changes: of a part, an attribute, an element or the words in one."""
    made = parts(SOUND)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(made)))
        data = made[name]
        kind = draw(st.sampled_from(["part", "attribute", "lost", "element", "twice", "words"]))
        if kind == "part":
            del made[name]
            made |= draw(st.sampled_from([{}, {name.replace("sheet", "Sheet"): data}]))
            continue
        spots = [*(ATTRIBUTE if kind in {"attribute", "lost"} else ELEMENT).finditer(data)]
        if not spots:
            continue
        found = draw(st.sampled_from(spots))
        new = {"attribute": b' %s="%s"' % (found[1], draw(VALUES)), "twice": found[0] * 2}.get(kind, b"")
        if kind == "words":
            new = re.sub(rb">[^<>]+<", lambda _: f">{draw(WORDS)}<".encode(), found[0])
        made[name] = data[: found.start()] + new + data[found.end() :]
    return packed(made)


@given(data=mutated(), sheet=st.sampled_from(["", "Flows", "2"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_its_data_are_read_or_it_is_said_what_is_wrong(data: bytes, sheet: str, tmp_path: Path) -> None:
    path, place, problems = tmp_path / "flows.xlsx", Place("brief.yaml", 5, 20), Problems()
    path.write_bytes(data)
    asked = Scalar(sheet, place) if sheet else None
    found = read_data(path, Wanted("flows.xlsx", Scalar("flows.xlsx", place), asked), problems)
    assert found is not None or problems.fatal
    assert all(problem.hint and problem.place.file in {"brief.yaml", "flows.xlsx"} for problem in problems.sorted())


def test_the_sound_one_is_read(tmp_path: Path) -> None:
    path, place, problems = tmp_path / "flows.xlsx", Place("brief.yaml", 5, 20), Problems()
    path.write_bytes(packed(parts(SOUND)))
    found = read_data(path, Wanted("flows.xlsx", Scalar("flows.xlsx", place)), problems)
    assert found is not None
    assert [column.name for column in found.columns] == ["Year", "Flow", "Day"]
    assert problems.sorted() == []
