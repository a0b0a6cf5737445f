"""What is missing is named with a command that can be typed in any folder, and that installs what there is."""

import re
import shlex
import sys
import tomllib
from pathlib import Path

import briefgen
from briefgen.installing import installing, installing_extra
from briefgen.typeset.scriptfaces import SCRIPTS

SOURCE = Path(briefgen.__file__).parent
EXTRAS = tomllib.loads((Path(__file__).parent.parent / "pyproject.toml").read_text("utf-8"))["project"][
    "optional-dependencies"
]


def test_the_command_is_of_the_python_that_briefgen_runs_in() -> None:
    assert shlex.split(installing("starlette", "uvicorn")) == [
        sys.executable,
        "-m",
        "pip",
        "install",
        "starlette",
        "uvicorn",
    ]
    assert shlex.split(installing_extra("svg")) == [sys.executable, "-m", "pip", "install", "briefgen[svg]"]


def test_every_extra_that_is_named_is_one() -> None:
    sources = [path.read_text("utf-8") for path in SOURCE.rglob("*.py")]
    named = {extra for text in sources for extra in re.findall(r"installing_extra\(['\"](\w+)['\"]\)", text)}
    named |= {script.extra for script in SCRIPTS.values() if script.extra}
    assert len(named) > 8
    assert named <= EXTRAS.keys()
