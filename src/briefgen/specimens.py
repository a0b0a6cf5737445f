"""Specimens: the same small brief in each of the looks that come with briefgen.

Comes in: a folder. Goes out: a PDF there for each look. The promise: what a specimen shows, an outline in that look gets.
Knows nothing of the command line.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from briefgen.content.look import built_in
from briefgen.looks.built_in import NAMES, SPECIMEN
from briefgen.problem import Problem
from briefgen.session import Session

FOLDER = Path("build", "looks")


class Specimen(msgspec.Struct, frozen=True):
    """A look: its name, what it is for, and the PDF that shows it, when there is one."""

    name: str
    purpose: str
    output: Path | None
    problems: tuple[Problem, ...]


def make_specimens(folder: Path = FOLDER, epoch: int | None = None) -> list[Specimen]:
    """A specimen of each look, `folder`/NAME.pdf; folders are made. The same arguments give the same bytes."""
    session = Session()
    text = SPECIMEN.read_text(encoding="utf-8")
    found = []
    with TemporaryDirectory() as scratch:
        for name in NAMES:
            outline = Path(scratch, f"{name}.yaml")
            outline.write_text(f"{text}series: The look “{name}”\ndesign: {{look: {name}}}\n", encoding="utf-8")
            made = session.build(outline, folder / f"{name}.pdf", epoch=epoch)
            found.append(Specimen(name, built_in(name).purpose, made.output, made.problems))
    return found
