"""What tests of the import share: an outline from a file of a name and a content."""

from collections.abc import Callable
from pathlib import Path

import pytest

from briefgen.importing.intake import Imported, import_file
from briefgen.start import SCHEMA


@pytest.fixture
def imported(tmp_path: Path) -> Callable[[str, bytes | str], Imported]:
    """Makes the outline of a file."""

    def make(name: str, content: bytes | str) -> Imported:
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return import_file(path, "brief.yaml", SCHEMA)

    return make
