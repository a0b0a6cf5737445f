"""Numbers and licences of a publication: shown, linked, in the file's metadata, and checked."""

from pathlib import Path

import pikepdf
import pytest
from support.composed import Desk

from briefgen.build import build

OUTLINE = "title: T\ndoi: 10.1000/182\nisbn: 978-3-16-148410-0\nissn: 2049-3630\nlicence: CC BY-SA 4.0\nimprint: Ours.\n"


def test_the_imprint_has_them_linked(tmp_path: Path) -> None:
    done = Desk(tmp_path).compose(OUTLINE)
    assert done.codes == []
    assert done.plain("imprint.p1") == "Ours."
    assert done.plain("imprint.numbers") == "https://doi.org/10.1000/182 · ISBN\u00a0978-3-16-148410-0 · ISSN\u00a02049-3630"
    links = [span.uri for text in done.texts() if text.id.startswith("imprint.") for span in text.spans if span.uri]
    assert links == ["https://doi.org/10.1000/182", "https://creativecommons.org/licenses/by-sa/4.0/"]


def test_what_the_imprint_says_itself_is_not_said_twice(tmp_path: Path) -> None:
    done = Desk(tmp_path).compose(OUTLINE.replace("Ours.", "ISSN 2049-3630, CC BY-SA 4.0"))
    assert "ISSN" not in done.plain("imprint.numbers")
    assert not [text for text in done.texts() if text.id == "imprint.licence"]


def test_the_file_says_them_too(tmp_path: Path) -> None:
    (tmp_path / "b.yaml").write_text(OUTLINE, encoding="utf-8")
    assert build(tmp_path / "b.yaml", tmp_path / "b.pdf").problems == ()
    with pikepdf.open(tmp_path / "b.pdf") as pdf, pdf.open_metadata() as said:
        assert said["dc:identifier"] == "doi:10.1000/182"
        assert said["xmp:Identifier"] == {"doi:10.1000/182", "urn:isbn:978-3-16-148410-0"}
        assert said["dc:relation"] == {"urn:issn:2049-3630"}
        assert said["dc:rights"] == "CC BY-SA 4.0"
        assert said["xmpRights:WebStatement"] == "https://creativecommons.org/licenses/by-sa/4.0/"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("issn: 2049-3630", []),
        ("issn: 0028-0836", []),
        ("issn: 1050-124X", []),
        ("issn: 2049-3631", ["content/wrong-check-digit 2:7"]),
        ("isbn: 0-306-40615-2", []),
        ("isbn: 080442957X", []),
        ("isbn: 978-0-306-40615-8", ["content/wrong-check-digit 2:7"]),
        ("authors: [{name: A, orcid: 0000-0002-1825-0097}, {name: B, orcid: 0000-0002-1694-233X}]", []),
        ("authors: [{name: A, orcid: 0000-0002-1825-0098}]", ["content/wrong-check-digit 2:28"]),
        ("licence: CC BY 5.0", ["outline/bad-value 2:10"]),
        ("issn: 20493630", ["outline/bad-value 2:7"]),
    ],
)
def test_a_wrong_number_is_said(tmp_path: Path, line: str, said: list[str]) -> None:
    assert Desk(tmp_path).compose(f"title: T\n{line}\n").said == said
