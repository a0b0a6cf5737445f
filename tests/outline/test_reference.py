"""The reference: whole, and the file in docs up to date."""

from pathlib import Path

import yaml

from briefgen.outline.reference import reference
from briefgen.outline.specification import MAPPINGS
from briefgen.problem import CODES

FILE = Path(__file__).parents[2] / "docs" / "REFERENCE.md"


def test_the_file_is_what_the_command_prints() -> None:
    assert FILE.read_text(encoding="utf-8") == reference() + "\n", "run: briefgen reference > docs/REFERENCE.md"


def test_every_key_and_every_code_is_in_it() -> None:
    text = reference()
    for mapping in MAPPINGS.values():
        assert f"\n### {mapping.name}\n" in text
        assert all(f"`{key.name}`" in text and key.doc in text for key in mapping.keys)
    for name, code in CODES.items():
        assert f"| `{name}` | {code.severity} | {code.meaning} |" in text.splitlines()


def test_links_lead_to_headings() -> None:
    text = reference()
    targets = {part.split(")", 1)[0] for part in text.split("](#")[1:]}
    assert targets
    headings = {line.lstrip("# ").lower().replace(" ", "-") for line in text.splitlines() if line.startswith("#")}
    assert targets <= headings


def test_tables_have_as_many_cells_as_their_heads() -> None:
    rows = [line for line in reference().splitlines() if line.startswith("| ")]
    width = 0
    for number, row in enumerate(rows):
        cells = row.replace("\\|", "").count("|") - 1
        if number + 1 < len(rows) and set(rows[number + 1]) <= set("| -"):
            width = cells
        assert cells == width, row


def test_examples_are_yaml() -> None:
    assert all(yaml.safe_load(mapping.example) for mapping in MAPPINGS.values())
