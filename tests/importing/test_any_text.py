"""Whatever a text holds, it becomes an outline that the checker takes, or is refused."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefgen.importing.intake import import_file
from briefgen.outline.read import read_text
from briefgen.problem import Problems
from briefgen.start import SCHEMA

SIGNS = (
    "# |## |**|*|_|`|[|](|)|![|> |- |1. |[^1]|[^1]: |~|^|<b>|</b>|<br>|<!--|-->|title: |&amp;|word|Summary|:|$x$|@|{|}|%|•"
)
MARKS = (
    *SIGNS.split("|"),
    "| ",
    "|---|",
    "---\n",
    "\n",
    "\n\n",
    "Recommendations",
    "http://a.b/c_d",
    "a@b.org",
    "\\",
    "'",
    '"',
)
BLANKS = ("\t", "\u00a0", "\u200b", "\u2028", "\ue000", "\u00ad")
texts = st.one_of(st.lists(st.sampled_from(MARKS + BLANKS), max_size=30).map("".join), st.text(max_size=60))


@pytest.mark.parametrize("ending", [".md", ".txt"])
@settings(deadline=None)
@given(text=texts)
def test_any_text(ending: str, text: str) -> None:
    with TemporaryDirectory() as folder:
        path = Path(folder, f"a{ending}")
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        made = import_file(path, "brief.yaml", SCHEMA)
    if not made.text:
        assert made.problems[0].code in {"import/unread", "import/hostile"}
        return
    problems = Problems()
    assert read_text(made.text.encode(), "brief.yaml", Path(), problems) is not None, made.text
    errors = [problem for problem in problems.sorted() if problem.severity == "error" and "alt" not in problem.message]
    assert errors == [], made.text
