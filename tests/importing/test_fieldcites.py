"""Citations in fields of Word files: keys in the outline, and their sources in a file beside it."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest
from support.composed import Desk

from briefgen.build import check
from briefgen.importing.intake import Imported

Import = Callable[[str, bytes | str], Imported]
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
B = "http://schemas.openxmlformats.org/officeDocument/2006/bibliography"
COOPER = {
    "type": "report",
    "title": "Counting & measuring",
    "author": [{"family": "Cooper", "given": "Ann"}],
    "issued": {"date-parts": [[2020]]},
}
UN = {"type": "report", "title": "Water", "author": [{"literal": "United Nations"}], "issued": {"date-parts": [["2021"]]}}
WORDS = f"""<b:Sources xmlns:b="{B}"><b:Source><b:Tag>Mus19</b:Tag><b:SourceType>Book</b:SourceType>
<b:Title>Examples</b:Title><b:Year>2019</b:Year><b:Publisher>Press</b:Publisher><b:Author><b:Author><b:NameList><b:Person><b:Last>Muster</b:Last>
<b:First>Claus</b:First></b:Person></b:NameList></b:Author></b:Author></b:Source></b:Sources>"""


def field(instruction: str, shown: str) -> str:
    """A complex field, as Word writes one."""
    escaped = instruction.replace("&", "&amp;").replace("<", "&lt;")
    marks = [f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end")]
    half = len(escaped) // 2  # Word cuts long instructions anywhere
    told = "".join(
        f'<w:r><w:instrText xml:space="preserve">{part}</w:instrText></w:r>' for part in (escaped[:half], escaped[half:])
    )
    return f"{marks[0]}{told}{marks[1]}<w:r><w:t>{shown}</w:t></w:r>{marks[2]}"


def zotero(*items: dict[str, Any]) -> str:
    return "ADDIN ZOTERO_ITEM CSL_CITATION " + json.dumps({"citationID": "x", "citationItems": [*items]})


def item(data: dict[str, Any], **more: object) -> dict[str, Any]:
    return {"id": 7, "uris": [f"http://zotero.org/users/1/items/{data['title']}"], "itemData": data, **more}


def word(*paragraphs: str) -> bytes:
    """A Word file of these paragraphs, with Word's own list of sources."""
    body = "".join(f"<w:p>{each}</w:p>" for each in paragraphs)
    text = f'<?xml version="1.0"?><w:document xmlns:w="{W}"><w:body>{body}</w:body></w:document>'
    first, out = io.BytesIO(), io.BytesIO()
    docx.Document().save(first)
    with zipfile.ZipFile(first) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.namelist():
            new.writestr(part, text if part == "word/document.xml" else old.read(part))
        new.writestr("customXml/item9.xml", WORDS)
    return out.getvalue()


def said(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def test_fields_become_keys_and_their_sources_a_file(imported: Import, tmp_path: Path) -> None:
    made = imported(
        "a.docx",
        word(
            said("A title"),
            said("Half of it leaks ")
            + field(zotero(item(COOPER, locator="4", label="page"), item(UN)), "(Cooper 2020, 4)")
            + said("."),
            field(zotero(item(COOPER, **{"suppress-author": True, "prefix": "see "})), "(2020)") + said(" says it."),
            said("Word says ") + field("CITATION Mus19 \\p 7 \\l 1033 ", "(Muster, 2019, p. 7)") + said("."),
            field('ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY', "Cooper, Ann. 2020. Counting."),
        ),
    )
    assert "Half of it leaks [@cooper2020, p. 4; @united2021]." in made.text
    assert "[see -@cooper2020] says it." in made.text
    assert "Word says [@Mus19, p. 7]." in made.text
    assert "bibliography: refs.json" in made.text
    assert "(Cooper 2020, 4)" not in made.text
    assert "Cooper, Ann. 2020. Counting." not in made.text
    assert "xcitex" not in made.text
    assert [source["id"] for source in json.loads(made.files["refs.json"])] == ["cooper2020", "united2021", "Mus19"]
    assert any(problem.code == "import/left-out" and "list of sources" in problem.message for problem in made.problems)
    (tmp_path / "brief.yaml").write_text(made.text, encoding="utf-8")
    (tmp_path / "refs.json").write_bytes(made.files["refs.json"])
    assert [problem.code for problem in check(tmp_path / "brief.yaml").problems if problem.severity == "error"] == []


@pytest.mark.parametrize(
    "instruction",
    [
        "ADDIN ZOTERO_ITEM CSL_CITATION {broken",
        'ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [{"id": 1}]}',
        "CITATION Nobody20 \\l 1033",
        "PAGEREF x",
        "CITATION ",
    ],
)
def test_what_is_not_understood_stays_as_it_is_seen(imported: Import, instruction: str) -> None:
    made = imported(
        "a.docx", word(said("A title"), said("It leaks ") + field(instruction, "(Cooper 2020)") + said(" a lot."))
    )
    assert "It leaks (Cooper 2020) a lot." in made.text
    assert "bibliography:" not in made.text
    assert "refs.json" not in made.files


def test_a_document_cannot_write_what_it_likes(imported: Import, tmp_path: Path) -> None:
    """A key, a locator and words beside them hold nothing that YAML or an outline would read as more."""
    bad = {"title": "T", "citation-key": "a] \n{x: y}", "author": [{"family": "]\n- x: ["}]}
    data = item(bad, locator="4]\n- figure: {image: x}", prefix="[^1] `", suffix="@b; [x](y)")
    made = imported("a.docx", word(said("A title"), said("It leaks ") + field(zotero(data), "(x)") + said(".")))
    assert "figure:" not in [line.strip("- ") for line in made.text.splitlines()]
    desk = Desk(tmp_path)
    (desk.folder / "refs.json").write_bytes(made.files["refs.json"])
    done = desk.compose(made.text)
    assert [problem.code for problem in done.problems if problem.severity == "error"] == []
