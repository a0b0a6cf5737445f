"""A look made from docs/LOOKS.md alone: its example is copied, named in an outline, and built."""

import re
from pathlib import Path

import yaml

from briefgen.build import build
from briefgen.content.look import built_in
from briefgen.looks.built_in import NAMES, SPECIMEN

ROOT = Path(__file__).parent.parent
TEXT = (ROOT / "docs" / "LOOKS.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)
OWN = next(block for block in BLOCKS if block.startswith("extends:"))


def outline(folder: Path, design: str) -> Path:
    path = folder / "brief.yaml"
    path.write_text(SPECIMEN.read_text(encoding="utf-8") + design, encoding="utf-8")
    return path


def test_the_example_of_the_documentation_is_short_and_builds_without_a_word(tmp_path: Path) -> None:
    assert len(OWN.splitlines()) <= 60
    assert {"cover", "heading", "quote", "table"} <= set(yaml.safe_load(OWN))
    (tmp_path / "looks").mkdir()
    (tmp_path / "looks" / "house.yaml").write_text(OWN, encoding="utf-8")
    made = build(outline(tmp_path, "design: {look: looks/house.yaml}\n"), tmp_path / "own.pdf")
    assert made.problems == ()
    assert made.output
    plain = build(outline(tmp_path, ""), tmp_path / "plain.pdf")
    assert plain.output
    assert plain.output.read_bytes() != made.output.read_bytes()


def test_the_other_examples_build(tmp_path: Path) -> None:
    designs = [block for block in BLOCKS if block.startswith("design:")]
    assert len(designs) == 2
    for design in designs:
        assert build(outline(tmp_path, design), tmp_path / "a.pdf").problems == ()


def test_the_documentation_says_what_each_look_is_for() -> None:
    rows = dict(re.findall(r"^\| `(\w+)` \| (.*) \|$", TEXT, re.MULTILINE))
    assert list(rows) == list(NAMES)
    for name, said in rows.items():
        first = built_in(name).purpose.split(";")[0].split(":")[0].rstrip(".")
        assert said.lower().startswith(first.lower()[:20]), name
