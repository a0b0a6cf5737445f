"""How long imposing takes, in one run of this script.

    pip install . pypdfium2 && python benchmarks/booklet.py [OUTLINE]

Prints the wall time of whole processes: building the outline, and making a booklet of it, of the finished PDF, and of that
PDF's pages repeated to 250 and 500 (linear: the ratio is about 2); and peak memory there. The commands take turns, so that a
busy machine slows all of them alike; figures are comparable within one run only.
"""

import sys
import tempfile
from pathlib import Path

import pikepdf
from speed import once, race


def repeated(source: Path, target: Path, pages: int) -> Path:
    """A PDF whose pages are those of another, again and again, each with contents of its own."""
    with pikepdf.open(source) as pdf, pikepdf.new() as long:
        for number in range(pages):
            long.pages.append(pdf.pages[number % len(pdf.pages)])
            long.pages[-1].Contents = long.make_stream(long.pages[-1].Contents.read_bytes())
        long.save(target)
    return target


def sheets_of(said: str) -> str:
    """What the command said of the sheets, without their path and what to choose in the printer's dialogue."""
    return said.rpartition(": ")[2].partition(";")[0]


def main() -> None:
    outline = Path(sys.argv[1] if len(sys.argv) > 1 else "brief.yaml").resolve()
    briefgen = str(Path(sys.executable).with_name("briefgen"))
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        pdf, sheets = folder / "brief.pdf", folder / "sheets.pdf"
        build = [briefgen, "build", str(outline), "-o", str(pdf)]
        once(build, folder)
        took = race(
            {
                "build": build,
                "booklet of the outline": [briefgen, "booklet", str(outline), "-o", str(sheets)],
                "booklet of the PDF": [briefgen, "booklet", str(pdf), "-o", str(sheets)],
                "handout of the PDF": [briefgen, "booklet", str(pdf), "-o", str(sheets), "--n-up", "4"],
            },
            folder,
        )
        for what, seconds in took.items():
            print(f"{what:24} {1000 * seconds:6.0f} ms")
        times = {}
        for pages in (250, 500):
            long = repeated(pdf, folder / f"{pages}.pdf", pages)
            times[pages], memory, said = once([briefgen, "booklet", str(long), "-o", str(sheets)], folder)
            print(f"{pages} pages {'':14} {1000 * times[pages]:6.0f} ms, peak memory {memory:.0f} MB: {sheets_of(said)}")
        print(f"500 pages / 250 pages    {times[500] / times[250]:6.2f}")


if __name__ == "__main__":
    main()
