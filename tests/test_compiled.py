"""Modules that are found by what Python has compiled of them: as Python finds them, and never what is out of date."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import briefgen.compiled

TRY = """
import sys
from well.compiled import OwnModules, find_own_modules
{find}
import well.deep.bucket as bucket, well.deep as deep, well.rope as rope, well
for module in (bucket, deep, rope):
    spec = module.__spec__
    print(module.__name__, module.__file__, module.__cached__, module.__package__, getattr(module, "__path__", None))
    print(spec.name, spec.origin, spec.cached, spec.has_location, spec.parent, spec.submodule_search_locations)
print(bucket.filled.__code__.co_filename, bucket.filled(), deep.__doc__, rope.LENGTH, well.deep.bucket is bucket)
loaders = [type(module.__loader__).__name__ for module in (bucket, deep, rope)]
print(bucket.__loader__.get_source("well.deep.bucket"), bucket.__loader__.get_code("well.deep.bucket").co_names)
import importlib
importlib.reload(bucket)
print(bucket.filled())
try:
    import well.deep.none
except ModuleNotFoundError as error:
    print(error)
print(*loaders, file=sys.stderr)
"""
USUAL, OWN = "import well.compiled", "find_own_modules()"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A package `well` with a finder of its own, nothing of which is compiled yet."""
    (tmp_path / "well/deep").mkdir(parents=True)
    (tmp_path / "well/__init__.py").write_text("")
    shutil.copyfile(briefgen.compiled.__file__, tmp_path / "well/compiled.py")
    (tmp_path / "well/deep/__init__.py").write_text('"""Deep."""\n')
    (tmp_path / "well/deep/bucket.py").write_text("def filled():\n    return 1\n")
    (tmp_path / "well/rope.py").write_text("LENGTH = 20\n")
    return tmp_path


def told(folder: Path, find: str, *options: str) -> tuple[str, list[str]]:
    """What a process prints, and by which kind of loaders the modules came."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    command = [sys.executable, *options, "-c", TRY.format(find=find)]
    run = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=True)
    return run.stdout, run.stderr.split()


def test_modules_are_as_python_finds_them(folder: Path) -> None:
    usual, loaders = told(folder, USUAL)
    assert loaders == ["SourceFileLoader"] * 3
    assert told(folder, OWN) == (usual, ["_Loader"] * 3)


def test_what_is_not_compiled_is_left_to_python(folder: Path) -> None:
    assert told(folder, OWN)[1] == ["SourceFileLoader"] * 3
    assert told(folder, OWN)[1] == ["_Loader"] * 3


@pytest.mark.parametrize("text", ["LENGTH = 30\n", "LENGTH = 300\n"])
def test_a_source_that_has_changed_is_read(folder: Path, text: str) -> None:
    told(folder, USUAL)
    rope = folder / "well/rope.py"
    before = rope.stat().st_mtime
    rope.write_text(text)
    os.utime(rope, (before, before + (5 if len(text) == len("LENGTH = 20\n") else 0)))  # the size tells, or the time
    said, loaders = told(folder, OWN)
    assert loaders == ["_Loader", "_Loader", "SourceFileLoader"]
    assert f" {text.split()[-1]} True" in said


def test_a_module_that_has_become_a_package_or_is_gone_is_not_found_where_it_was(folder: Path) -> None:
    told(folder, USUAL)
    (folder / "well/rope.py").unlink()
    with pytest.raises(subprocess.CalledProcessError, match="exit status 1"):
        told(folder, OWN)
    (folder / "well/rope").mkdir()
    (folder / "well/rope/__init__.py").write_text("LENGTH = 40\n")
    assert " 40 True" in told(folder, OWN)[0]
    assert told(folder, OWN)[1] == ["_Loader"] * 3


@pytest.mark.parametrize("spoiled", [b"", b"no code", b"\xff" * 40])
def test_what_is_no_code_is_left_to_python(folder: Path, monkeypatch: pytest.MonkeyPatch, spoiled: bytes) -> None:
    told(folder, USUAL)
    within = [str(folder / "well")]
    monkeypatch.setattr("briefgen.compiled.PACKAGE", "well.")
    assert briefgen.compiled.OwnModules.find_spec("well.rope", within) is not None
    compiled = next((folder / "well/__pycache__").glob("rope.*"))
    compiled.write_bytes(compiled.read_bytes()[:16] + spoiled)
    assert briefgen.compiled.OwnModules.find_spec("well.rope", within) is None


def test_optimised_code_and_code_in_another_place_are_left_to_python(folder: Path) -> None:
    told(folder, USUAL)
    assert told(folder, OWN, "-OO")[1] == ["SourceFileLoader"] * 3
    assert told(folder, OWN, "-X", f"pycache_prefix={folder / 'kept'}")[1] == ["SourceFileLoader"] * 3


def test_modules_of_others_are_not_looked_for() -> None:
    assert briefgen.compiled.OwnModules.find_spec("well.rope", [str(Path(briefgen.compiled.__file__).parent)]) is None
    assert briefgen.compiled.OwnModules.find_spec("briefgen") is None
