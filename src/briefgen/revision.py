"""What changed in an outline since a PDF that was made from it, for those who review it again.

Comes in: an outline, and PDFs of it, any of which may carry its source. Goes out: the changes to the newest source that
can be read, text by text, or why there is none. Promise: nothing is raised for a bad PDF. Refuses to look at pages: it
compares texts.
"""

from collections.abc import Iterator
from difflib import SequenceMatcher
from pathlib import Path
from typing import NamedTuple

from briefgen.extract import source_of
from briefgen.outline.read import read, read_text
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Place, Problems

TEXTS_MOST = 3000  # texts of an outline that are compared: comparing takes their square
AROUND = 40  # characters shown on each side of a change


class Change(NamedTuple):
    """One text that was added, removed or changed. `place` is in the outline; of a removed text, where it stood before."""

    kind: str
    place: Place
    before: str
    after: str

    def __str__(self) -> str:
        line = f"{self.place.file}:{self.place.line}"
        if self.kind == "removed":
            return f"removed (was in line {self.place.line}): {self.before}"
        return f"{line}: added: {self.after}" if self.kind == "added" else f"{line}: {self.before} → {self.after}"


class Revision(NamedTuple):
    """The changes since `pdf`; None when none of the PDFs carries a source."""

    pdf: Path | None
    changes: tuple[Change, ...] = ()


def revise(outline: str | Path, pdfs: list[Path]) -> Revision:
    """Compare an outline with the source in the newest of these PDFs that carries one."""
    new = read(Path(outline), Problems())
    dated = sorted((pdf for pdf in pdfs if pdf.is_file()), key=lambda pdf: pdf.stat().st_mtime, reverse=True)
    for pdf in dated:
        data = source_of(pdf)
        old = read_text(data, str(outline), Path(), Problems()) if data is not None else None
        if old is not None and new is not None:
            return Revision(pdf, tuple(_changes(_texts(old.root), _texts(new.root))))
    return Revision(None)


def _texts(root: Map) -> list[Scalar]:
    """The texts of an outline, in order."""
    return list(_walk(root))[:TEXTS_MOST]


def _walk(node: Node) -> Iterator[Scalar]:
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Seq):
        for item in node.items:
            yield from _walk(item)
    else:
        for child in node.entries.values():
            yield from _walk(child)


def _changes(old: list[Scalar], new: list[Scalar]) -> Iterator[Change]:
    lines = ([_line(text) for text in old], [_line(text) for text in new])
    for kind, first, last, begin, end in SequenceMatcher(None, *lines, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        pairs = min(last - first, end - begin)
        for before, after in zip(old[first : first + pairs], new[begin : begin + pairs], strict=True):
            yield Change("changed", after.place, *_difference(_line(before), _line(after)))
        for text in old[first + pairs : last]:
            yield Change("removed", text.place, _short(_line(text)), "")
        for text in new[begin + pairs : end]:
            yield Change("added", text.place, "", _short(_line(text)))


def _line(text: Scalar) -> str:
    return " ".join(text.text.split())


def _short(text: str) -> str:
    return f"“{text}”" if len(text) <= 2 * AROUND else f"“{text[: 2 * AROUND - 1]}…”"


def _difference(before: str, after: str) -> tuple[str, str]:
    """Two texts, cut down to where they differ, at whole words."""
    old, new = before.split(), after.split()
    same = next((at for at, pair in enumerate(zip(old, new, strict=False)) if pair[0] != pair[1]), min(len(old), len(new)))
    rest = min(len(old), len(new)) - same
    back = next((at for at in range(rest) if old[-1 - at] != new[-1 - at]), rest)
    cut = [words[max(0, same - 2) : len(words) - max(0, back - 2)] for words in (old, new)]
    return _short(" ".join(cut[0])), _short(" ".join(cut[1]))
