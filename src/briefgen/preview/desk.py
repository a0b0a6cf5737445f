"""Builds, one after the other, of one outline.

Comes in: the wish for a build. Goes out: what came of it. The promise: pages that look as they did keep their keys; the PDF
on disk is the last that was built without errors. Refuses to know who looks and why it builds.
"""

from pathlib import Path

import msgspec

from briefgen.preview.edition import Edition, Leaf, Outcome
from briefgen.preview.named import named_files
from briefgen.problem import Problems
from briefgen.rendering import Rendering
from briefgen.report import source_lines
from briefgen.saving import Profile, refuse, save, stamp
from briefgen.session import Session


class Wanted(msgspec.Struct, frozen=True):
    """What is built: an outline, into a PDF, for whom, and dated how (see `Session.build`)."""

    outline: Path
    output: Path
    profile: Profile = "office"
    strict: bool = False
    epoch: int | None = None


class Desk:
    """Builds one outline again and again. Belongs to one thread."""

    def __init__(self, wanted: Wanted, run: str) -> None:
        self._wanted = wanted
        self._run = run  # the name of this process: no key is that of another
        self._session = Session()
        self._count = 0
        self._written: tuple[bytes, object] = b"", None
        self._keys: tuple[str, ...] = ()
        self._files = frozenset([str(wanted.outline.absolute())])

    def make(self) -> Outcome:
        """Build, without writing."""
        wanted = self._wanted
        source = "\n".join(source_lines(str(wanted.outline)))
        made = self._session.render(wanted.outline, profile=wanted.profile, strict=wanted.strict, epoch=wanted.epoch)
        if made.outline is not None:
            self._files = frozenset([str(wanted.outline.absolute())]) | named_files(made.outline)
        return Outcome(made.problems, self._edition(made), source, self._files, made.data is not None)

    def write(self, edition: Edition) -> Problems:
        """Write the PDF of an edition, unless it is there already."""
        problems = Problems()
        output = self._wanted.output
        if self._written == (edition.data, stamp(output)):
            return problems
        refuse(output, self._wanted.outline, problems)
        if not problems.fatal and save(edition.data, output, problems):
            self._written = edition.data, stamp(output)
        return problems

    def _edition(self, made: Rendering) -> Edition | None:
        data = made.data or made.draft
        if data is None or made.pages is None or made.brief is None or made.outline is None:
            return None
        self._count += 1
        self._keys = tuple(
            f"{self._run}-{self._count}-{page.number}"
            if page.number in made.changed or page.number > len(self._keys)
            else self._keys[page.number - 1]
            for page in made.pages.pages
        )
        leaves = tuple(
            Leaf(key, page.number, page.width, page.height) for key, page in zip(self._keys, made.pages.pages, strict=True)
        )
        return Edition(data, made.brief, made.pages, made.elements(), leaves, made.outline)
