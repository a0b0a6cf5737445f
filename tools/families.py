"""Try briefgen on many faces: `python tools/families.py FOLDER… [--most 60]`, in an environment with the extra `test`.

Builds one brief with each family's regular face for text and headings, and with the default faces. Prints for each how many
fonts are embedded, time and peak memory against the default faces (the best of two builds each, by turns), the words that
poppler or MuPDF do not give back and what veraPDF says; at the end, how many families keep all of it. Faces that are refused
are printed with their message. Of each family one file is tried. With `--words`, only words are looked at: those that are
lost, and those that `pdftotext -raw` reads as one.
"""

import argparse
import json
import resource
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from support.families import fonts, glued, lost, outline
from support.verapdf import VeraPdf

ROUNDS = 2
# a build that says its greatest resident size in kB, which Linux counts anew for each program
PROGRAM = """
import re, sys
from briefgen.cli import main
main(sys.argv[1:])
sys.stderr.write(re.search("VmHWM:\\\\s+(\\\\d+)", open("/proc/self/status").read())[1])
"""
KINDS = {".otf", ".ttf", ".ttc"}
MOST_FONTS, MOST_TIME, MOST_MEMORY = 24, 1.5, 1.3


class Run(NamedTuple):
    """What a build took, in seconds of processors and in kilobytes, and what it said."""

    seconds: float
    memory: int
    said: list[str]


def families(folders: list[Path]) -> dict[str, Path]:
    """One file of each family: the upright one nearest to weight 400."""
    found: dict[str, tuple[tuple[bool, float], Path]] = {}
    for path in sorted(p for folder in folders for p in folder.rglob("*") if p.is_file() and p.suffix.lower() in KINDS):
        face = hb.Face(hb.Blob.from_file_path(str(path)))
        name = face.get_name(hb.OTNameIdPredefined.TYPOGRAPHIC_FAMILY) or face.get_name(hb.OTNameIdPredefined.FONT_FAMILY)
        style = path.stem.lower()
        rank = ("italic" in style or "oblique" in style, 0 if style.endswith("regular") else len(style))
        if name and (name not in found or rank < found[name][0]):
            found[name] = (rank, path)
    return {name: path for name, (_, path) in sorted(found.items())}


def built(source: Path, pdf: Path, rounds: int = ROUNDS) -> Run:
    """The best of some builds, each a process of its own."""
    runs = []
    for _ in range(rounds):
        command = [sys.executable, "-c", PROGRAM, "build", "--format", "json", str(source), "-o", str(pdf)]
        before = _spent()
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        seconds = _spent() - before
        if not done.stdout:  # a traceback
            return Run(seconds, 0, [done.stderr.strip().splitlines()[-1]])
        problems = json.loads(done.stdout)["problems"]
        errors = [problem["message"] for problem in problems if problem["severity"] == "error"]
        runs.append(Run(seconds, int(done.stderr.split()[-1]), errors))
    return Run(min(run.seconds for run in runs), min(run.memory for run in runs), runs[0].said)


def _spent() -> float:
    """The seconds that processors have worked for the builds so far, whatever else they had to do."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def main() -> int:
    parser = argparse.ArgumentParser(description="Try briefgen on many faces.")
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--most", type=int, default=60)
    parser.add_argument("--words", action="store_true")
    given = parser.parse_args()
    found = families(given.folders)
    step = max(1, len(found) // given.most)
    chosen = dict([*found.items()][::step][: given.most])
    return words(chosen) if given.words else everything(chosen)


def words(chosen: dict[str, Path]) -> int:
    """Look at the words of a brief in each family alone; 1 when some are lost or read as one."""
    bad = refused = 0
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for name, path in chosen.items():
            pdf = place / "brief.pdf"
            face = shutil.copy(path, place / f"face{path.suffix}")
            run = built(outline(place, Path(face).name), pdf, 1)
            if not pdf.exists():
                refused += 1
                print(f"refused {name}: {run.said[:1]}", flush=True)
                continue
            away, together = lost(pdf), glued(pdf)
            bad += bool(away or together)
            if away or together:
                print(f"BAD {name}: lost {away}, read as one {together}", flush=True)
            pdf.unlink()
    print(f"of {len(chosen)} families {bad} lose words or the spaces between them, {refused} are refused by name")
    return int(bad > 0)


def everything(chosen: dict[str, Path]) -> int:
    """Look at fonts, time, memory, words and standards of a brief in each family; 1 when one does not keep them."""
    judge, good, refused = VeraPdf(), 0, 0
    with tempfile.TemporaryDirectory() as folder:
        place, pdf = Path(folder), Path(folder, "brief.pdf")
        for name, path in chosen.items():
            usual = built(outline(place, ""), pdf)
            pdf.unlink()
            face = shutil.copy(path, place / f"face{path.suffix}")
            run = built(outline(place, Path(face).name), pdf)
            if not pdf.exists():
                refused += 1
                print(f"refused {name}: {run.said[:1]}")
                continue
            count, away, breaches = fonts(pdf), lost(pdf), judge.judge(pdf, "ua1", "2a")
            slower, larger = run.seconds / usual.seconds, run.memory / usual.memory
            kept = count <= MOST_FONTS and slower <= MOST_TIME and larger <= MOST_MEMORY and not away and not breaches
            good += kept
            rules = [breach.rule for breach in breaches[:2]]
            print(
                f"{'ok ' if kept else 'BAD'} {name}: {count} fonts, time {slower:.2f}, memory {larger:.2f}, {away} {rules}"
            )
    judge.close()
    print(f"{good} of {len(chosen)} keep all, {refused} are refused by name")
    return good + refused < len(chosen)


if __name__ == "__main__":
    sys.exit(main())
