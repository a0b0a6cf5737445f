"""Draw 300 SVGs of npm packages and 40 charts, and compare their pixels with resvg's: for a change of how drawings are read.

    python tools/drawings.py [--keep FOLDER]

Packages of npm and PyPI are fetched into a temporary folder (or into FOLDER, where they are found the next time). Each
drawing goes through briefgen onto a page of its own and is drawn by PDFium; resvg draws the file itself, its words in the
same family. Both are drawn eight times as fine as they are compared, so that it is not the smoothing of edges that is
measured. A drawing is wrong when more than 0.5 % of its pixels are more than 32 levels off and no message says that
something in it cannot be drawn.
"""

import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import resvg_py
from PIL import Image as Pixels
from PIL import ImageChops

from briefgen.content.brief import Brief, Design, Figure, Front, Masthead, Metadata, Section, Span, Text
from briefgen.content.files import Folder
from briefgen.content.images import open_picture
from briefgen.geometry import Rect
from briefgen.layout.items import Image, Page, Pages
from briefgen.outline.tree import Scalar
from briefgen.pdf.images import BadImageError
from briefgen.pdf.write import write
from briefgen.problem import Place, Problems
from briefgen.typeset.families import DEFAULTS, default_folder

PACKAGES = ("simple-icons@16.37.0", "flag-icons@7.5.0", "devicon@2.17.0", "@iconify-json/logos@1.2.19")
CHARTS = ("matplotlib==3.11.2", "pygal==3.1.3", "vl-convert-python==1.9.0.post1")
EACH = 75  # drawings of a package
# pixels of the longer side that are compared, and how much finer they are drawn: PDFium moves edges to whole pixels
SIDE, FINER = 400, 8
LEVELS, SHARE = 32, 0.005
FAMILIES = ("Source Sans Pro", "Source Serif Pro")


def fetch(folder: Path) -> None:
    """All drawings into a folder, as NUMBER-PACKAGE-NAME.svg."""
    if any(folder.glob("*.svg")):
        return
    with tempfile.TemporaryDirectory() as held:
        for package in PACKAGES:
            packed = subprocess.run(["npm", "pack", "-s", package], cwd=held, check=True, capture_output=True, text=True)
            with tarfile.open(Path(held) / packed.stdout.split()[-1]) as archive:
                for name, data in spread(list(drawings(archive, package))):
                    (folder / f"{package.partition('@')[0] or 'logos'}-{name}").write_bytes(data)
        subprocess.run([sys.executable, "-m", "venv", f"{held}/venv"], check=True)
        subprocess.run([f"{held}/venv/bin/pip", "install", "-q", *CHARTS], check=True)
        charts = Path(__file__).with_name("drawings_charts.py")
        subprocess.run([f"{held}/venv/bin/python", str(charts), str(folder)], check=True)


def drawings(archive: tarfile.TarFile, package: str) -> Iterator[tuple[str, bytes]]:
    """The SVGs of a package by their names; those of a set of iconify are made of its JSON."""
    if "iconify" in package:
        found = archive.extractfile("package/icons.json")
        assert found is not None
        icons = json.load(found)
        for name, icon in sorted(icons["icons"].items()):
            width, height = (icon.get(key, icons.get(key, 16)) for key in ("width", "height"))
            spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
            head = f'<svg {spaces} viewBox="0 0 {width} {height}">'
            yield f"{name}.svg", f"{head}{icon['body']}</svg>".encode()
        return
    for member in sorted(archive.getmembers(), key=lambda each: each.name):
        if member.name.endswith(".svg") and member.isfile():
            data = archive.extractfile(member)
            assert data is not None
            yield "-".join(Path(member.name).parts[-2:]), data.read()


def spread(found: list[tuple[str, bytes]]) -> list[tuple[str, bytes]]:
    """So many of them, evenly over all."""
    return [found[at * len(found) // EACH] for at in range(EACH)]


def page_of(path: Path) -> tuple[bytes | None, list[str], float]:
    """A page with the drawing alone, the codes that were reported, and width by height."""
    problems = Problems()
    picture = open_picture(Folder(path.parent, problems), Scalar(path.name, Place("brief.yaml", 1, 1)))
    codes = [problem.code for problem in problems.sorted()]
    if picture is None:
        return None, codes, 1.0
    ratio = picture.width / picture.height
    width, height = 500 * min(1.0, ratio), 500 * min(1.0, 1 / ratio)
    sheet = Page(1, width, height, (Image(Rect(0, 0, width, height), picture, "f"),))
    masthead = Masthead("masthead", None, None, None, None, None)
    front = Front(masthead, Text("title", "H1", (Span("T"),)), None, None, None, None)
    sections = (Section("s", None, (Figure("f", picture, "A drawing"),)),)
    brief = Brief(Metadata("T", date="2026-11-28"), Design(), None, "", "Page", front, sections, None, {})
    try:
        return write(Pages((sheet,), (), "A4"), brief), codes, ratio
    except BadImageError as error:
        return None, [*codes, str(error)], ratio


def ours(data: bytes, width: int) -> Pixels.Image:
    page = pypdfium2.PdfDocument(data)[0]
    return page.render(scale=width / page.get_width()).to_pil().convert("RGB")


def theirs(path: Path, width: int) -> Pixels.Image:
    """What resvg makes of a file; its words in the families that briefgen has."""
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"font-family\s*[:=]\s*(\"[^\"]*\"|'[^']*'(?:,[^;\"}]*)?|[^;\"}]+)", named, text)
    files = [
        str(default_folder(family) / f"{stem}-{style}.otf")
        for family, (_, stem) in DEFAULTS.items()
        for style in ("Regular", "It", "Bold", "BoldIt")
    ]
    png = resvg_py.svg_to_bytes(
        svg_string=text, width=width, dpi=96, background="#ffffff", skip_system_fonts=True,
        font_files=files, font_family=FAMILIES[0], sans_serif_family=FAMILIES[0], serif_family=FAMILIES[1],
        monospace_family=FAMILIES[0],
    )  # fmt: skip
    return Pixels.open(io.BytesIO(bytes(png))).convert("RGB")


def named(found: "re.Match[str]") -> str:
    """A family of a file as the one that briefgen sets it in."""
    written = found[0]
    first = re.split("[,;]", re.split("[:=]", written, maxsplit=1)[1].strip().strip("\"'"))[0].strip(" \"'").lower()
    family = FAMILIES["sans" not in first and any(word in first for word in ("serif", "times", "roman"))]
    return f"font-family:'{family}'" if re.match(r"font-family\s*:", written) else f'font-family="{family}"'


def off(path: Path, data: bytes, ratio: float) -> float:
    """The share of pixels that are off."""
    width = max(1, round(SIDE * min(1.0, ratio)))
    fine = [ours(data, width * FINER), theirs(path, width * FINER)]
    height = max(1, min(each.height for each in fine) // FINER)
    pair = [each.crop((0, 0, width * FINER, height * FINER)).reduce(FINER) for each in fine]
    red, green, blue = ImageChops.difference(*pair).split()
    most = ImageChops.lighter(ImageChops.lighter(red, green), blue)
    return sum(most.histogram()[LEVELS + 1 :]) / (width * height)


def main(folder: Path) -> int:
    fetch(folder)
    paths = sorted(folder.glob("*.svg"))
    wrong, told, unequal, bytes_written = [], [], [], 0
    started = time.perf_counter()
    for path in paths:
        data, codes, ratio = page_of(path)
        again, _, _ = page_of(path)
        if data != again:
            unequal.append(path.name)
        share = 1.0 if data is None else off(path, data, ratio)
        bytes_written += len(data or b"")
        if codes:
            told.append(f"{path.name}: {', '.join(codes)}: {share:.2%}")
        if share > SHARE:
            wrong.append((path.name, share, codes))
    count = max(1, len(paths))
    print(f"{count} drawings in {time.perf_counter() - started:.0f} s, {bytes_written / count / 1000:.1f} kB each")
    for line in told:
        print("told", line)
    silent = [(name, share) for name, share, codes in wrong if not codes]
    for name, share, codes in wrong:
        print("off", name, f"{share:.2%}", *codes)
    print(f"{len(paths) - len(wrong)} of {len(paths)} ({1 - len(wrong) / max(1, len(paths)):.1%}) as resvg draws them")
    print(f"{len(silent)} wrong in silence; {len(unequal)} with other bytes in a second run", *unequal)
    return bool(silent or unequal)


if __name__ == "__main__":
    if "--keep" in sys.argv:
        kept = Path(sys.argv[sys.argv.index("--keep") + 1])
        kept.mkdir(parents=True, exist_ok=True)
        sys.exit(main(kept))
    with tempfile.TemporaryDirectory() as temporary:
        sys.exit(main(Path(temporary)))
