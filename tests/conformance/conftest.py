"""The judges of finished files, and a place where files are made."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from support.cases import furnish
from support.finished import Finished, shared
from support.verapdf import VeraPdf, lacking


@pytest.fixture(scope="session")
def verapdf() -> Iterator[VeraPdf]:
    """The reference validator; skips where it cannot run."""
    if reason := lacking():
        pytest.skip(f"veraPDF cannot run: {reason}")
    judge = VeraPdf()
    yield judge
    judge.close()


@pytest.fixture(scope="session")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where outlines and what they name stand."""
    return tmp_path_factory.mktemp("conformance")


@pytest.fixture(scope="session")
def furnished(folder: Path, square_font: Path) -> Path:
    """That folder with the files that the cases name."""
    furnish(folder, square_font)
    return folder


@pytest.fixture(scope="session")
def finished(tmp_path_factory: pytest.TempPathFactory, square_font: Path) -> Finished:
    """The files of cases."""
    furnished = tmp_path_factory.mktemp("furnished")
    furnish(furnished, square_font)
    return Finished(shared(tmp_path_factory.getbasetemp()) / "finished", furnished)
