"""Where outlines become briefs."""

from pathlib import Path

import pytest
from support.composed import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)
