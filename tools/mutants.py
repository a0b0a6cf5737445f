"""Build outlines with slips of the hand for a while: `python tools/mutants.py SECONDS SEED`.

Prints how many gave a brief, how many messages alone, and each that gave a traceback or a page that does not hold.
"""

import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.mutants import mutants

from briefgen.build import build

FAULTS = {"layout/overlap", "layout/outside-frame"}
SLOW = 5.0  # seconds


def main(seconds: float, seed: int) -> int:
    """How many faults were found."""
    counts: Counter[str] = Counter()
    end = time.monotonic() + seconds
    with tempfile.TemporaryDirectory() as folder:
        source, output = Path(folder, "outline.yaml"), Path(folder, "brief.pdf")
        for number, text in enumerate(mutants(seed, 10**9)):
            source.write_text(text, encoding="utf-8")
            began = time.process_time()
            try:
                result = build(source, output, profile=("office", "office", "press", "gray")[number % 4])
                found = "built" if result.output else "refused"
                if any(problem.code in FAULTS for problem in result.problems):
                    found = "fault"
            except Exception:
                traceback.print_exc()
                found = "fault"
            slow = time.process_time() - began > SLOW
            counts[found] += 1
            counts["slow"] += slow
            if found == "fault" or slow:
                print(f"--- {'slow' if slow else 'fault'}, number {number} of seed {seed}\n{text}", flush=True)
            if time.monotonic() > end:
                break
    print(dict(counts))
    return counts["fault"]


if __name__ == "__main__":
    raise SystemExit(min(main(float(sys.argv[1]), int(sys.argv[2])), 1))
