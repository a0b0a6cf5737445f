"""The files of cases: built once, however many tests judge them, and in however many processes these run.

A case is built as it is, as `briefgen build` does, and then in PDF 2.0, in the same session: the pages are the same, and a
session's files are those of first builds, which tests/test_session_chains.py shows.
"""

import hashlib
import os
import shutil
import tempfile
from pathlib import Path
from typing import Any

from briefgen.session import Session
from support.cases import Case
from support.press import made


class Finished:
    """The files of cases in a folder that processes share: who first asks for those of a case makes them.

    `furnished` is a folder with the files that cases name.
    """

    def __init__(self, folder: Path, furnished: Path) -> None:
        self._folder = folder
        self._furnished = furnished
        folder.mkdir(parents=True, exist_ok=True)

    def file(self, case: Case) -> Path:
        """The file of a case, with its outline beside it under the same name."""
        return self._files(case) / "case.pdf"

    def modern(self, case: Case) -> Path:
        """Its file in PDF 2.0."""
        return self._files(case) / "modern.pdf"

    def _files(self, case: Case) -> Path:
        place = self._folder / hashlib.sha256(case.name.encode()).hexdigest()
        if not place.exists():
            making = Path(tempfile.mkdtemp(dir=self._folder))
            shutil.copytree(self._furnished, making, copy_function=os.link, dirs_exist_ok=True)
            session = Session()
            made(case.outline, making, "case", session)
            made(modern(case.outline)[0], making, "modern", session)
            try:
                making.rename(place)
            except OSError:  # another process was faster
                shutil.rmtree(making)
        return place


def modern(outline: dict[str, Any]) -> tuple[dict[str, Any], str]:
    """An outline that asks for PDF 2.0, and the level of PDF/A-4 that its file has."""
    design = outline.get("design") or {}
    level = "4f" if design.get("embed_source") in (True, "true") else "4"
    return {**outline, "design": {**design, "standards": ["PDF/UA-2", f"PDF/A-{level}"]}}, level


def shared(folder: Path) -> Path:
    """The folder that all processes of a test run share, where `folder` is that of one (pytest-xdist)."""
    return folder.parent if "PYTEST_XDIST_WORKER" in os.environ else folder
