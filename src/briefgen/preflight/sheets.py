"""Pages as sheets of paper: their boxes, sizes and number.

Comes in: a document. Goes out: findings. The promise: every page is looked at. Refuses to know what is on a page.
"""

from briefgen.geometry import POINTS_PER_MM, mm
from briefgen.preflight.document import Document, Page
from briefgen.preflight.finding import Findings, Measure
from briefgen.preflight.matrix import Box, inside
from briefgen.problem import counted

SLACK = 0.05  # points; boxes are written with two or three decimals
SAME = 1.0  # points by which the pages of a job may differ
PAPER = 3.0  # points by which a page may differ from its paper
PAPERS = [(mm(297), mm(420)), (mm(210), mm(297)), (mm(148), mm(210)), (612, 792), (612, 1008), (792, 1224)]


def judge(document: Document, findings: Findings) -> None:
    """The rules of boxes, sizes and the number of pages."""
    for page in document.pages:
        _boxes(page, findings)
    _sizes(document.pages, findings)
    count = len(document.pages)
    if count > 2 and count % 4:
        message = f"{counted(count, 'page')}; a folded job has 1, 2 or a multiple of 4"
        findings.add("print/page-count", message, measure=Measure(count, count + -count % 4, "pages"))


def _boxes(page: Page, findings: Findings) -> None:
    if not page.has_trim:
        hint = "have the program that wrote it set the TrimBox to the final size"
        findings.add("print/no-trim-box", "the page has no TrimBox", page.number, hint=hint)
    pairs = [("crop", page.trim, "CropBox", page.crop)] if page.has_trim else []
    pairs += [("trim", page.trim, "BleedBox", page.bleed)] if page.has_trim and page.has_bleed else []
    pairs += (
        [("bleed", page.bleed, "MediaBox", page.media)] if page.has_bleed else [("trim", page.trim, "MediaBox", page.media)]
    )
    for what, inner, name, outer in pairs:
        if not inside(inner, outer, SLACK):
            said = "BleedBox" if what == "bleed" else page.final
            out = max(outer[0] - inner[0], outer[1] - inner[1], inner[2] - outer[2], inner[3] - outer[3])
            message = f"the {said} reaches {out / POINTS_PER_MM:.1f} mm out of the {name}"
            findings.add("print/boxes-not-nested", message, page.number, inner, measure=Measure(round(out, 2), 0, "pt"))
    if page.unit != 1:
        message = f"the page's unit is {page.unit:g}/72 inch"
        findings.add("print/user-unit", message, page.number, measure=Measure(page.unit, 1))


def _size(box: Box) -> tuple[float, float]:
    return box[2] - box[0], box[3] - box[1]


def _sizes(pages: list[Page], findings: Findings) -> None:
    if not pages:
        return
    either_way = findings.rules.name == "office"  # on an office printer a page may lie on its side
    first = _size(pages[0].trim)
    told: list[tuple[float, float]] = []
    for page in pages:
        size = _size(page.trim)
        known = sorted(first) if either_way else first
        if not _alike(tuple(sorted(size)) if either_way else size, tuple(known), SAME):
            message = f"the page is {_millimetres(size)}, the first page {_millimetres(first)}"
            findings.add("print/mixed-page-sizes", message, page.number)
        if not is_paper(size) and size not in told:
            told.append(size)
            findings.add("print/paper-size", f"{_millimetres(size)} is no size of office paper", page.number)


def is_paper(size: tuple[float, float]) -> bool:
    """Whether a page, either way up, has the size of a paper that offices hold."""
    return any(_alike(tuple(sorted(size)), paper, PAPER) for paper in PAPERS)


def _alike(size: tuple[float, ...], other: tuple[float, ...], slack: float) -> bool:
    return all(abs(a - b) <= slack for a, b in zip(size, other, strict=True))


def _millimetres(size: tuple[float, float]) -> str:
    return f"{size[0] / POINTS_PER_MM:.0f} × {size[1] / POINTS_PER_MM:.0f} mm"
