"""What a file for a press costs, against one for an office, in one run of this script.

    pip install . && python benchmarks/press.py [OUTLINE]

Prints the wall time of whole processes that take turns, so that a busy machine slows all of them alike, and their ratios. A
press build ends with a preflight of its own file; what it takes without is printed too.
"""

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROUNDS = 20
PROFILES = ("office", "press", "gray")
UNJUDGED = "press, not judged"
SKIP = """import sys
from briefgen import build, cli
build._prove = lambda *_: None
cli.main(["build", "--profile", "press", sys.argv[1]])
"""

# as on a user's machine, where Python keeps what it has compiled
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}


def main() -> None:
    file = Path(sys.argv[1] if len(sys.argv) > 1 else "brief.yaml").resolve()
    commands = {name: [sys.executable, "-m", "briefgen", "build", "--profile", name, str(file)] for name in PROFILES}
    commands[UNJUDGED] = [sys.executable, "-c", SKIP, str(file)]
    times: dict[str, list[float]] = {name: [] for name in commands}
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(ROUNDS + 1):
            for name, command in commands.items():
                start = time.perf_counter()
                subprocess.run(command, cwd=folder, env=ENVIRONMENT, check=True, capture_output=True)
                times[name].append(time.perf_counter() - start)
    medians = {name: statistics.median(found[1:]) for name, found in times.items()}
    for name, seconds in medians.items():
        print(f"{name:18} {1000 * seconds:6.0f} ms   {seconds / medians['office']:5.2f} × office")


if __name__ == "__main__":
    main()
