"""The rules of the code itself: style, types, the order of the rooms, and what no room may do."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCE = ROOT / "src" / "briefgen"
MODULES = sorted(SOURCE.rglob("*.py"))

COMMANDS = {
    "ruff": [sys.executable, "-m", "ruff", "check", "."],
    "format": [sys.executable, "-m", "ruff", "format", "--check", "."],
    "mypy": [sys.executable, "-m", "mypy"],
    "imports": [str(Path(sys.executable).parent / "lint-imports")],
}

# what of the brief's records the writer may know: none of them is a kind of block
KNOWN_TO_PDF = {"Attachment", "Brief", "Metadata", "Picture", "Span", "Text"}

# the clock, chance, and doors to the outside
FORBIDDEN = {"random", "secrets", "socket", "ssl", "urllib", "http", "subprocess", "uuid", "requests", "pickle"}


@pytest.mark.parametrize("name", COMMANDS)
def test_tool_has_nothing_to_say(name: str) -> None:
    done = subprocess.run(COMMANDS[name], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def imports(path: Path) -> Iterator[tuple[str, set[str]]]:
    """Each module that a file imports, anywhere in it, and the names taken from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, set()) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or "", {alias.name for alias in node.names}


def test_a_new_kind_of_block_touches_no_file_of_pdf() -> None:
    for path in (SOURCE / "pdf").glob("*.py"):
        for module, names in imports(path):
            if module == "briefgen.content.brief":
                assert names <= KNOWN_TO_PDF, path


def test_the_package_root_imports_nothing() -> None:
    assert list(imports(SOURCE / "__init__.py")) == []


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_clock_no_chance_no_network(path: Path) -> None:
    used = {module.split(".")[0] for module, _ in imports(path)}
    # the judge of PDFs asks programs of others, who needs pandoc asks it through one, and SVG is drawn apart
    askers = {SOURCE / "preflight" / "programs.py", SOURCE / "pandoc.py", SOURCE / "pdf" / "art" / "vector.py"}
    # the preview listens on this machine, at an address that nobody guesses; none of it gets into a PDF
    own = {SOURCE / "preview" / "address.py": {"secrets", "socket"}}
    assert not used & (FORBIDDEN - own.get(path, {"subprocess"} if path in askers else set()))
    if path.name not in {"cli.py", "terminal.py"}:  # which say how long a build took, and what it does when it takes long
        assert "time" not in used
    text = path.read_text(encoding="utf-8")
    assert ".now(" not in text
    assert ".today(" not in text


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_no_module_keeps_a_cache(path: Path) -> None:
    """Constants in capitals are data; any other mutable value of a module, or a global statement, is hidden state."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Global)]
    for node in tree.body:
        targets = node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        for target in targets:
            name = target.id if isinstance(target, ast.Name) else ""
            value = node.value if isinstance(node, ast.Assign | ast.AnnAssign) else None
            assert name.isupper() or not isinstance(value, ast.Dict | ast.List | ast.Set), f"{path.name}: {name}"
    caches = {name for module, names in imports(path) for name in names if module == "functools"}
    assert not caches & {"cache", "lru_cache"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_every_module_says_what_it_is(path: Path) -> None:
    assert path.name == "__init__.py" or ast.get_docstring(ast.parse(path.read_text(encoding="utf-8"))), path
