"""How long briefgen takes, against Typst, in one run of this script.

    pip install . typst pypdfium2 && python benchmarks/speed.py [OUTLINE]

Prints the wall time of whole processes: briefgen on the outline, and Typst on the same words on as many pages; the share of
imports in briefgen's time. The commands take turns, so that a busy machine slows all of them alike; figures are comparable
within one run only. Run it in an environment that holds nothing else: msgspec and others import what they find there.
`long.py` measures long texts, `session.py` builds after an edit.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import yaml

ROUNDS = 20
PACKAGES = ("font_source_serif_pro", "font_source_sans_pro")
FONTS = [Path(spec.origin).parent / "files" for spec in map(find_spec, PACKAGES) if spec and spec.origin]

# as on a user's machine, where Python keeps what it has compiled
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}

# A build that names the modules it has loaded, each before those that it imports: sys.modules has them in the order in which
# they were ready. One that stands there to load late is of another type, and stays out.
LOADED = """
import sys, types
from briefgen.cli import main
if main(sys.argv[1:]):
    sys.exit(1)
modules = reversed(sys.modules.items())
print(*[name for name, module in modules if type(module) is types.ModuleType and module.__spec__])
"""

TYPST = "import sys, typst; typst.compile(sys.argv[1], output=sys.argv[2], font_paths=sys.argv[3:])"
PAGE = """#set page(paper: "a4", margin: 20mm, columns: 2)
#set text(font: "Source Serif Pro", size: {size}pt, lang: "en", region: "GB", hyphenate: true)
#set par(justify: true)
"""


def race(commands: dict[str, list[str]], folder: Path) -> dict[str, float]:
    """The median wall time of each command in seconds, after one round to warm up."""
    times: dict[str, list[float]] = {name: [] for name in commands}
    for _ in range(ROUNDS + 1):
        for name, command in commands.items():
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(found[1:]) for name, found in times.items()}


def once(command: list[str], folder: Path) -> tuple[float, float, str]:
    """One run: seconds, peak memory in MB, and what it printed to stdout."""
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as child:
        said = child.stdout.read() if child.stdout else ""
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"{' '.join(command)} failed")
    unit = 1 if sys.platform == "darwin" else 1024
    return time.perf_counter() - start, usage.ru_maxrss * unit / 1e6, said.strip()


def texts(node: Any) -> list[str]:
    """All texts of more than one word of an outline, in the order written."""
    if isinstance(node, dict):
        return [text for value in node.values() for text in texts(value)]
    if isinstance(node, list):
        return [text for value in node for text in texts(value)]
    return [node] if isinstance(node, str) and " " in node else []


def typst_source(outline: Any, pages: int, folder: Path) -> Path:
    """The outline's words as a Typst document of as many pages; the size of type is found by halving."""
    import typst

    source = folder / "words.typ"
    body = "\n\n".join(f"#{json.dumps(text, ensure_ascii=False)}" for text in texts(outline))
    low, high = 5.0, 20.0
    for _ in range(20):
        size = (low + high) / 2
        source.write_text(PAGE.format(size=round(size, 3)) + body, encoding="utf-8")
        found = count(typst.compile(source, font_paths=FONTS))
        if found == pages:
            return source
        low, high = (size, high) if found < pages else (low, size)
    raise SystemExit(f"Typst does not fill {pages} pages at any size")


def count(data: bytes) -> int:
    """The number of pages of a PDF."""
    import pypdfium2

    return len(pypdfium2.PdfDocument(data))


def main() -> None:
    file = Path(sys.argv[1] if len(sys.argv) > 1 else "brief.yaml").resolve()
    outline = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
    python = sys.executable
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # the command that people type, where they type it
        briefgen = [str(Path(python).with_name("briefgen")), *([] if file.name == "brief.yaml" else ["build", str(file)])]
        print(once(briefgen, file.parent)[2])
        pages = count((file.parent / "build" / f"{file.stem}.pdf").read_bytes())
        source = typst_source(outline, pages, folder)
        loaded = once([python, "-c", LOADED, *briefgen[1:]], file.parent)[2].splitlines()[-1].split()
        took = race(
            {
                "briefgen": briefgen,
                "Python": [python, "-c", "pass"],
                "imports": [python, "-c", f"import {', '.join(loaded)}"],
                "Typst": [python, "-c", TYPST, str(source), str(folder / "words.pdf"), *map(str, FONTS)],
            },
            file.parent,
        )
        ours, start, imports = took["briefgen"], took["Python"], took["imports"] - took["Python"]
        print(f"briefgen, whole process      {1000 * ours:6.0f} ms for {pages} pages")
        print(f"  of it Python starting      {1000 * start:6.0f} ms  {start / ours:4.0%}")
        print(f"  of it imports              {1000 * imports:6.0f} ms  {imports / ours:4.0%}")
        print(f"Typst, whole process         {1000 * took['Typst']:6.0f} ms for {pages} pages")
        print(f"briefgen / Typst             {ours / took['Typst']:6.2f}")


if __name__ == "__main__":
    main()
