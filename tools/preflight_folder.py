"""Run preflight over all PDFs of a folder: which codes it gives in how many files, how long and how much memory it takes.

    python tools/preflight_folder.py FOLDER... [--rules press|office] [--limit SECONDS] [--list CODE] [--json FILE]

Each file is judged in a process of its own, so that a crash, a hang or a leak is that file's. A traceback or a process that
ends otherwise is printed, and makes the exit code 1. Public corpora to try it on: veraPDF-corpus, pdf.js, pdfbox, qpdf.
"""

import argparse
import collections
import json
import multiprocessing
import resource
import sys
import time
import traceback
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from briefgen.preflight.judge import preflight_file
from briefgen.preflight.rules import SETS

MOST_SHOWN = 5
PER_MEGABYTE = 1024  # Linux counts in kilobytes


def judge(path: str, rules: str, answer: Connection) -> None:
    """In a process of its own: judge a file, and tell what was found or what went wrong."""
    told: dict[str, Any] = {"findings": [], "traceback": ""}
    started = time.perf_counter()
    try:
        told["findings"] = [[f.severity, f.code, f.page, f.message] for f in preflight_file(path, SETS[rules])]
    except BaseException:
        told["traceback"] = traceback.format_exc()
    told["seconds"] = time.perf_counter() - started
    told["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / PER_MEGABYTE
    answer.send(told)


def run(path: Path, rules: str, limit: float) -> dict[str, Any]:
    """Judge a file under a limit of time."""
    context = multiprocessing.get_context("fork")
    mine, theirs = context.Pipe(duplex=False)
    worker = context.Process(target=judge, args=(str(path), rules, theirs))
    worker.start()
    theirs.close()
    told: dict[str, Any] = {"findings": [], "seconds": limit, "megabytes": 0.0}
    try:
        told = mine.recv() if mine.poll(limit) else {**told, "traceback": f"no answer in {limit:g} s"}
    except EOFError:
        told["traceback"] = "the process ended without an answer"
    worker.kill()
    worker.join()
    return {"file": str(path), **told}


def report(done: list[dict[str, Any]], listed: str) -> None:
    """Print what came out."""
    files: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    counts: collections.Counter[tuple[str, str]] = collections.Counter()
    for one in done:
        for severity, code, page, message in one["findings"]:
            files[severity, code].add(one["file"])
            counts[severity, code] += 1
            if code == listed:
                print(f"{one['file']}: page {page}: {severity} {code}: {message}")
    for severity, code in sorted(files, key=lambda key: (key[0], -len(files[key]))):
        print(f"{severity:8} {code:32} {len(files[severity, code]):6} files {counts[severity, code]:8} findings")
    for key, unit in (("seconds", "s"), ("megabytes", "MB")):
        values = sorted(one[key] for one in done)
        worst = sorted(done, key=lambda one: one[key])[-MOST_SHOWN:]
        middle, high = values[len(values) // 2], values[int(0.99 * len(values))]
        print(f"{key}: median {middle:.3f}, 99 % {high:.3f}, sum {sum(values):.1f}")
        print("".join(f"  {one[key]:9.3f} {unit}  {one['file']}\n" for one in reversed(worst)), end="")
    clean = sum(not any(finding[0] != "note" for finding in one["findings"]) for one in done)
    wrong = [one for one in done if one["traceback"]]
    print(f"{len(done)} files, {clean} without errors and warnings, {len(wrong)} crashed or hung")
    for one in wrong:
        print(f"{one['file']}:\n{one['traceback']}")


def main() -> int:
    """The command."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--rules", choices=sorted(SETS), default="press")
    parser.add_argument("--limit", type=float, default=120.0, help="seconds for one file")
    parser.add_argument("--list", default="", metavar="CODE", help="print every finding of this code")
    parser.add_argument("--json", type=Path, help="write all results to this file")
    given = parser.parse_args()
    found = sorted({path for folder in given.folders for path in folder.rglob("*") if path.suffix.lower() == ".pdf"})
    done = [run(path, given.rules, given.limit) for path in found if path.is_file()]
    if not done:
        print("no PDF found", file=sys.stderr)
        return 2
    report(done, given.list)
    if given.json:
        given.json.write_text(json.dumps(done), encoding="utf-8")
    return int(any(one["traceback"] for one in done))


if __name__ == "__main__":
    sys.exit(main())
