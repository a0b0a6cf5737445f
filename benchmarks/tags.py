"""What the tags cost: time and size of a build with them and without, in one run of this script.

    pip install . && python benchmarks/tags.py [OUTLINE]

Prints the median time of whole processes, by the clock and of the processor, and the size of the files. The two take turns,
so that a busy machine slows both alike; where it is very busy, only the processor's time says something. There is no way to
build a brief without tags: the child process takes them out of the writer, the marks in the pages and the tree, and does all
else.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 40
MODES = ("with", "without")

# as on a user's machine, where Python keeps what it has compiled
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def child(mode: str, outline: str, output: str) -> int:
    """One build in this process."""
    from briefgen.cli import main as briefgen
    from briefgen.pdf import draw, write
    from briefgen.pdf.tags import Element

    if mode == "without":
        draw._Sheet.mark = lambda *_: None
        write.Shown = lambda *_: None
        write.grow = lambda *_: Element("Document", [])
    return briefgen(["build", outline, "-o", output, "-q"])


def race(outline: Path, folder: Path) -> dict[str, tuple[float, float]]:
    """The median times of both in seconds, by the clock and of the processor, after one round to warm up."""
    clock: dict[str, list[float]] = {mode: [] for mode in MODES}
    processor: dict[str, list[float]] = {mode: [] for mode in MODES}
    for number in range(ROUNDS + 1):
        for mode in MODES if number % 2 else MODES[::-1]:
            command = [sys.executable, __file__, "--child", mode, str(outline), str(folder / f"{mode}.pdf")]
            start = time.perf_counter()
            with subprocess.Popen(command, env=ENVIRONMENT, stdout=subprocess.DEVNULL) as process:
                _, status, usage = os.wait4(process.pid, 0)
                process.returncode = os.waitstatus_to_exitcode(status)
            if process.returncode:
                raise SystemExit(f"the build {mode} tags failed")
            clock[mode].append(time.perf_counter() - start)
            processor[mode].append(usage.ru_utime + usage.ru_stime)
    return {mode: (statistics.median(clock[mode][1:]), statistics.median(processor[mode][1:])) for mode in MODES}


def main() -> int:
    if sys.argv[1:2] == ["--child"]:
        return child(*sys.argv[2:])
    outline = Path(sys.argv[1] if len(sys.argv) > 1 else "brief.yaml").resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        took = race(outline, folder)
        size = {mode: (folder / f"{mode}.pdf").stat().st_size for mode in MODES}
    for mode in MODES:
        clock, processor = took[mode]
        print(f"{mode:7} tags {1000 * clock:6.0f} ms  {1000 * processor:6.0f} ms of processor  {size[mode] / 1024:6.1f} KiB")
    clock, processor = (one / other - 1 for one, other in zip(took["with"], took["without"], strict=True))
    print(f"tags add     {clock:8.1%}  {processor:8.1%}               {size['with'] / size['without'] - 1:8.1%}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
