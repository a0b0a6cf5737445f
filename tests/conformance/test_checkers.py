"""Two further checkers of accessibility find nothing, or what they find stands here with the reason why it is none.

outloud reads what a validator cannot judge (running heads that are read, alternative texts that say nothing, words that no
element has); pdfua is a second reading of PDF/UA-1 by other people. An entry that nothing needs any more fails the test.
"""

from collections.abc import Callable, Iterator
from pathlib import Path

import outloud
import pdfua
import pytest
from support.cases import cases
from support.finished import Finished
from support.press import EXAMPLES, ROOT

from briefgen.build import build

ANY = "*"  # whatever the file
CHARTED = ("charts", "charts across a page break", "as it comes")
TABLES = ("data across a page break", "tables across a page break")
SMALL_TABLE = (
    "It takes a table for one that fell to pieces when it has more heads than values. A table of one column of numbers has "
    "two heads, and a head for each of its rows."
)
UNSEEN_NUMBERS = (
    "It asks for glyphs in cells. The numbers behind a chart are in the ActualText of its cells (ISO 32000-1, 14.9.4): they "
    "are read, and what is drawn of them is marks."
)
MADE_ALT = "It asks for sentences. `alt: auto` says the kind, the range and the values by name."
# checker, rule and file: why the finding stands
ALLOWED = {
    **{("outloud", "TBL-010", name): SMALL_TABLE for name in (*CHARTED, *TABLES)},
    **{("outloud", "TBL-012", name): UNSEEN_NUMBERS for name in CHARTED},
    **{("outloud", "FIG-012", name): MADE_ALT for name in CHARTED[:2]},
    ("outloud", "ORD-001", ANY): (
        "It reads all that an element holds itself before what its children hold, and so takes a line after the Span of a "
        "hyphen for one before it. Word for word, the order of the tag tree is held to that of the outline: test_every_case."
    ),
}


def with_outloud(file: Path) -> Iterator[str]:
    result = outloud.check(str(file))
    assert not result.error
    yield from (finding.rule for finding in result.findings)


def with_pdfua(file: Path) -> Iterator[str]:
    yield from (finding.rule_id for finding in pdfua.validate(str(file)).findings)


CHECKERS: dict[str, Callable[[Path], Iterator[str]]] = {"outloud": with_outloud, "pdfua": with_pdfua}


def files(finished: Finished, into: Path) -> Iterator[tuple[str, Path]]:
    """The examples, an outline with everything, and each kind of block over several pages."""
    for name, source in EXAMPLES.items():
        output = build(ROOT / source, into / f"{name}.pdf").output
        assert output is not None
        yield name, output
    for case in cases():
        if case.position == "across a page break" or case.name == "as it comes":
            yield case.name, finished.file(case)


@pytest.mark.parametrize("checker", CHECKERS)
def test_checkers_find_what_is_allowed_and_nothing_else(finished: Finished, tmp_path: Path, checker: str) -> None:
    found = {
        (checker, rule, ANY if (checker, rule, ANY) in ALLOWED else name)
        for name, file in files(finished, tmp_path)
        for rule in CHECKERS[checker](file)
    }
    assert found == {entry for entry in ALLOWED if entry[0] == checker}


@pytest.mark.parametrize("checker", CHECKERS)
def test_checkers_find_what_is_broken(tmp_path: Path, checker: str) -> None:
    (tmp_path / "brief.yaml").write_text("title: Wells\nsections: [{content: [A paragraph.]}]")
    output = build(tmp_path / "brief.yaml", tmp_path / "brief.pdf").output
    assert output is not None
    output.write_bytes(output.read_bytes().replace(b"/MarkInfo", b"/Unmarked"))
    assert [*CHECKERS[checker](output)] != []
