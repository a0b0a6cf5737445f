"""Looks: what an outline changes, files of one's own, and what is wrong with them."""

import re
from pathlib import Path
from typing import get_type_hints

import msgspec
import pytest

from briefgen.build import check
from briefgen.content.brief import Design
from briefgen.content.design import make_design
from briefgen.content.files import Folder
from briefgen.content.look import built_in
from briefgen.looks.built_in import FIRST, NAMES, SPECIMEN, file_of
from briefgen.looks.look import MODULES, Look
from briefgen.outline.kinds import FORMS
from briefgen.outline.nodes import has_form
from briefgen.outline.read import read_mapping, read_text
from briefgen.outline.specification.looks import look_mapping, look_mappings
from briefgen.problem import Problems
from briefgen.theme import make_theme


def design(look: str, folder: Path, *, more: str = "") -> tuple[Design, list[str]]:
    """The design of an outline with this look, and what is said of it."""
    problems = Problems()
    text = f"title: T\ndesign:\n  look: {look}\n{more}"
    outline = read_text(text.encode(), "brief.yaml", folder, problems)
    made = make_design(outline.root.map("design"), Folder(folder, problems)) if outline else Design()
    return made, [f"{one.code} {one.place.file}:{one.place.line}:{one.place.column}" for one in problems.sorted()]


def test_what_an_outline_changes_is_changed_and_nothing_else(tmp_path: Path) -> None:
    made, said = design("{box: {padding: 12.5}, colours: {accent: '#1c5a8a'}, sheet: {columns: 1}}", tmp_path)
    assert said == []
    assert made.look.box == msgspec.structs.replace(MODULES.box, padding=12.5)
    rest = msgspec.structs.replace(made.look, box=MODULES.box, colours=MODULES.colours, sheet=MODULES.sheet, own=False)
    assert rest == MODULES
    assert (made.accent, made.columns) == ("#1c5a8a", 1)


def test_the_outlines_own_choices_go_before_those_of_its_look(tmp_path: Path) -> None:
    look = "{sheet: {columns: 1, justify: false}, colours: {accent: '#1c5a8a'}}"
    made, said = design(look, tmp_path, more='  columns: 2\n  accent: "#222222"\n')
    assert said == []
    assert (made.columns, made.accent, made.justify) == (2, "#222222", False)


def test_a_file_of_ones_own_may_extend_another(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("extends: b.yaml\nquote: {padding: 3}\n")
    (tmp_path / "b.yaml").write_text("for: Tests.\nquote: {padding: 4, rule: 3}\n")
    made, said = design("a.yaml", tmp_path)
    assert said == []
    assert (made.look.quote.padding, made.look.quote.rule, made.look.purpose) == (3, 3, "Tests.")


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("box: {padding: 12}\nquote: {paddding: 3}\n", "outline/unknown-key own.yaml:2:9"),
        ("box: [1]\n", "outline/wrong-type own.yaml:1:6"),
        ("- a\n", "outline/wrong-type own.yaml:1:1"),
        ("extends: own.yaml\n", "content/unknown-look own.yaml:1:10"),
        ("extends: ../own.yaml\n", "content/path-outside own.yaml:1:10"),
        ("extends: none.yaml\n", "content/unknown-look own.yaml:1:10"),
        ("box: {padding: 12\n", "outline/bad-yaml own.yaml:1:6"),
        ("\0", "outline/not-utf8 own.yaml:1:1"),
    ],
)
def test_what_is_wrong_in_a_look_is_said_with_its_place_there(text: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "own.yaml").write_text(text)
    _, said = design("own.yaml", tmp_path)
    assert said == [place]


def test_every_style_takes_the_nearest_size_and_its_leading_goes_with_it(tmp_path: Path) -> None:
    made, said = design("{sizes: [8, 9, 10, 12, 20, 32]}", tmp_path)
    assert said == []
    styles = make_theme(made).styles
    assert {style.size for style in styles.values()} <= {8, 9, 10, 12, 20, 32}
    assert styles["title"].leading == pytest.approx(31 * 32 / 28, abs=0.01)
    single = {"stat_value", "section_numeral", "quote_mark"}  # of one line
    assert all(style.leading >= 1.04 * style.size for name, style in styles.items() if name not in single)


def test_type_on_the_grid_that_grows_takes_more_rows(tmp_path: Path) -> None:
    made, _ = design("{styles: {heading2: {size: 13}, body: {size: body}, quote: {size: 30, leading: 3 rows}}}", tmp_path)
    assert make_theme(made).style("heading2").leading == pytest.approx(1.5 * 13)
    assert make_theme(made).style("quote").leading == pytest.approx(3 * 13)
    assert make_theme(made).style("body") == make_theme(Design()).style("body")


def test_every_field_of_a_record_is_a_key_with_a_meaning() -> None:
    hidden = {"name", "purpose", "own", "features", "on_body", "on_grid", "spare"}
    for mapping in look_mappings().values():
        assert all(key.doc for key in mapping.keys), mapping.name
    for name, record in get_type_hints(Look).items():
        if isinstance(record, type) and issubclass(record, msgspec.Struct):
            assert {key.name for key in look_mapping(f"look_{name}").keys} == {*record.__struct_fields__} - hidden


@pytest.mark.parametrize("name", [name for name in NAMES if name != FIRST])
def test_looks_that_are_built_in_are_good(name: str) -> None:
    problems = Problems()
    assert read_mapping(file_of(name).read_bytes(), f"{name}.yaml", "look", problems)
    assert problems.sorted() == []
    assert built_in(name).purpose


@pytest.mark.parametrize("name", [name for name, form in FORMS.items() if form.bounds])
def test_bounds_and_pattern_of_a_number_say_the_same(name: str) -> None:
    numbers = [*range(1000), *(step / 100 for step in range(2500)), *(number + 0.5 for number in range(100)), 0.2499, 20.01]
    for number in numbers:
        text = f"{number:g}"
        assert (re.fullmatch(FORMS[name].pattern, text) is not None) == has_form(text, name), text


def test_what_the_records_have_is_within_its_own_bounds() -> None:
    """Every default as a look's file would have it, checked as one."""
    parts = []
    for name in Look.__struct_fields__:
        record = getattr(MODULES, name)
        if isinstance(record, msgspec.Struct):
            written = {field: written_as(getattr(record, field)) for field in record.__struct_fields__}
            parts.append(f"{name}: {{{', '.join(f'{field}: {value}' for field, value in written.items() if value)}}}")
    problems = Problems()
    assert read_mapping("\n".join(parts).encode(), "modules.yaml", "look", problems)
    assert problems.sorted() == []


def written_as(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(written_as, value))}]" if value else ""
    if isinstance(value, float):
        return f"{value:g}"
    return f'"{value}"' if isinstance(value, str) and value else str(value)


def test_where_a_look_of_ones_own_leaves_no_room_it_is_named_as_the_cause(tmp_path: Path) -> None:
    outline = tmp_path / "brief.yaml"
    tight = "design: {look: {summary: {hang: 0}}}\n"
    outline.write_text(SPECIMEN.read_text(encoding="utf-8") + tight, encoding="utf-8")
    (problem, *_) = check(outline).problems
    assert (problem.code, "look" in problem.hint) == ("layout/overlap", True)
    outline.write_text(SPECIMEN.read_text(encoding="utf-8") + "design: {look: band}\n", encoding="utf-8")
    assert check(outline).problems == ()
