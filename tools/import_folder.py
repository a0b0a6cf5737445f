"""Import every document of a folder, and print what came through: for a change of the importer, before and after.

    python tools/import_folder.py FOLDER [OUT]

Each line has the file, the time, its words, how many of these are not in the outline, the blocks that came through, and the
codes that were reported. With OUT, the briefs are written there. The words of a file are counted here on another way than
the importer goes: out of its XML or text as it stands.
"""

import re
import sys
import time
import zipfile
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from lxml import etree

from briefgen.importing.intake import import_file
from briefgen.start import SCHEMA, start

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
OD = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
OD_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
UNSEEN = {f"{W}del", f"{W}moveFrom", FALLBACK, f"{OD}annotation", f"{OD_TEXT}tracked-changes", f"{OD_TEXT}table-of-content"}
ENDINGS = {".docx", ".docm", ".odt", ".html", ".htm", ".md", ".markdown", ".txt"}


class _Page(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text: list[str] = []
        self._unseen = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  the library asks with it
        self._unseen += tag in {"script", "style"}

    def handle_endtag(self, tag: str) -> None:
        self._unseen -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        self.text.append("" if self._unseen else f" {data} ")


def words_of(path: Path) -> Counter[str]:
    """The words that a file shows, or more."""
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return _office_words(path)
    text = data.decode("utf-8", "replace")
    if path.suffix in {".html", ".htm"}:
        page = _Page()
        page.feed(text)
        text = "".join(page.text)
    elif path.suffix in {".md", ".markdown"}:
        text = re.sub(r"\]\([^)]*\)|<[^>]*>|\{[^}]*\}|&\w+;|\[\^[^\]]*\]|^\[[^\]]*\]:.*$", " ", text, flags=re.MULTILINE)
    return Counter(_split(text))


def _office_words(path: Path) -> Counter[str]:
    with zipfile.ZipFile(path) as archive:
        names = [
            name
            for name in archive.namelist()
            if re.fullmatch(r"word/(document|footnotes|endnotes)\.xml|content\.xml", name)
        ]
        found: list[str] = []
        for name in names:
            root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, recover=True))
            _gather(root, found)
    return Counter(_split("".join(found)))


def _gather(element: etree._Element, found: list[str]) -> None:
    if element.tag in UNSEEN:
        return
    if element.tag in {f"{W}p", f"{W}tab", f"{W}br", f"{W}cr", f"{OD_TEXT}p", f"{OD_TEXT}h", f"{OD_TEXT}s", f"{OD_TEXT}tab"}:
        found.append(" ")
    shown = element.tag == f"{W}t" or str(element.tag).startswith("{urn:oasis")
    found.append((element.text or "") if shown else "")
    for inner in element:
        if isinstance(inner.tag, str):
            _gather(inner, found)
        found.append((inner.tail or "") if shown else "")


def _split(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.casefold())


def main(folder: Path, out: Path | None) -> None:
    """Print a line for each document below a folder."""
    for path in sorted(path for path in folder.rglob("*") if path.suffix.lower() in ENDINGS and path.is_file()):
        started = time.perf_counter()
        made = import_file(path, "brief.yaml", SCHEMA)
        seconds = time.perf_counter() - started
        codes = sorted({problem.code for problem in made.problems})
        if not made.text:
            print(f"{path.name:45.45} {seconds:5.2f} s  not read: {made.problems[0].message} {codes}")
            continue
        have = Counter(_split(made.text.replace("\\n", " ")))
        want = words_of(path)
        lost = want - have
        kinds = {
            name: len(re.findall(rf"- {name}:", made.text))
            for name in ("heading", "list", "numbered", "table", "figure", "box")
        }
        kinds |= {"notes": len(re.findall(r"^  \d+: ", made.text, re.MULTILINE)), "actions": made.text.count("- action:")}
        shown = " ".join(f"{number} {name}" for name, number in kinds.items() if number)
        print(f"{path.name:45.45} {seconds:5.2f} s {want.total():6} words, {lost.total():4} lost; {shown} {' '.join(codes)}")
        if lost:
            print(f"    lost: {' '.join(list(lost)[:30])}")
        if out is not None:
            start(out / path.stem, path)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]) if len(sys.argv) > 2 else None)
