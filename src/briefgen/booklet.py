"""Booklets and handouts: an outline or a finished PDF in, sheets for an office printer out.

This file names the stages, as `build` does for briefs. `booklet` is its public function. The promise: an error leaves the
last good file as it was; bad input gives problems and no exception. Knows nothing of the command line.
"""

from pathlib import Path
from tempfile import TemporaryDirectory

import msgspec

from briefgen.build import Progress, build, refuse, save, settle, silent
from briefgen.geometry import POINTS_PER_MM, mm
from briefgen.impose.crop import cropped
from briefgen.impose.fields import BROKEN
from briefgen.impose.scheme import Imposition, Scheme, impose
from briefgen.impose.source import REPAIR, Source, bounded, inherited, open_source
from briefgen.impose.write import BadPageError, write
from briefgen.problem import Place, Problem, Problems

THICK = 25  # sheets: what office staplers and booklet makers fold, some 100 pages
FAR = mm(5)  # of creep: as much as the distance that text keeps from the trim, which here is the fold


class Imposed(msgspec.Struct, frozen=True):
    """What an imposition came to: pages of the source, blank pages added, sides to print on and their paper."""

    problems: tuple[Problem, ...]
    output: Path | None = None
    pages: int = 0
    blanks: int = 0
    sides: int = 0
    paper: str = ""
    scale: float = 1  # at which pages are drawn

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return all(problem.severity != "error" for problem in self.problems)


def booklet(
    source: str | Path,
    output: str | Path | None = None,
    scheme: Scheme | None = None,
    *,
    strict: bool = False,
    epoch: int | None = None,
    progress: Progress = silent,
) -> Imposed:
    """Impose a PDF, or the brief of an outline, as a booklet or a handout.

    A file whose name ends in .pdf, or that begins as a PDF does, is taken as it is; any other is an outline and is built
    first, as for an office printer. `output` is build/NAME-booklet.pdf (or -2up, -4up; for other paper, -booklet-a4) in the
    current folder unless it is given. `strict`, `epoch` and `progress` are as in `build`. Nothing is raised for bad input:
    read `problems`.
    """
    path, scheme = Path(source), scheme or Scheme()
    suffix = f"{scheme.n_up}up" if scheme.n_up else "booklet"
    suffix += f"-{scheme.paper.lower()}" if scheme.paper else ""
    target = Path(output) if output is not None else Path("build", f"{path.stem}-{suffix}.pdf")
    problems = Problems()
    is_pdf = _is_pdf(path)
    refuse(target, path, problems, read="the PDF that is read" if is_pdf else "the outline")
    if is_pdf:
        return _impose(path, Place(str(path)), target, scheme, problems, strict, progress)
    with TemporaryDirectory(prefix="briefgen-") as folder:
        brief = Path(folder, "brief.pdf")
        built = build(path, brief, strict=strict, epoch=epoch, progress=progress)
        if built.output is None:
            return Imposed(_joined(built.problems, settle(problems, strict)))
        imposed = _impose(brief, Place(str(path)), target, scheme, problems, strict, progress)
    return msgspec.structs.replace(imposed, problems=_joined(built.problems, imposed.problems))


def _joined(one: tuple[Problem, ...], other: tuple[Problem, ...]) -> tuple[Problem, ...]:
    return tuple(sorted({*one, *other}, key=lambda problem: (problem.place, problem.code, problem.message)))


def _is_pdf(path: Path) -> bool:
    """By its name, or by the header, which may stand anywhere in the first 1024 bytes."""
    if path.suffix.lower() == ".pdf":
        return True
    try:
        if not path.is_file():
            return False
        with path.open("rb") as stream:
            return b"%PDF-" in stream.read(1024)
    except (OSError, ValueError):
        return False


def _impose(
    path: Path, place: Place, target: Path, scheme: Scheme, problems: Problems, strict: bool, progress: Progress
) -> Imposed:
    """From a PDF to a file of sheets; problems of the PDF are reported at `place`."""
    progress("imposing")
    with bounded():
        source = open_source(path, place, problems)
        if source is None:
            return Imposed(settle(problems, strict))
        with source:
            made = impose(tuple(leaf.size for leaf in source.leaves), scheme, mirrored=source.mirrored)
            _advise(made, scheme, place, problems)
            data = _data(source, made, scheme, place, problems)
            if data is not None:
                source.report_damage(place, problems)
                _compare(path, source, place, problems)
    written = None
    if data is not None and not problems.fatal and not (strict and problems) and save(data, target, problems):
        written = target
    return Imposed(
        settle(problems, strict), written, len(source.leaves), made.blanks, len(made.sides), made.paper, made.scale
    )


def _compare(path: Path, source: Source, place: Place, problems: Problems) -> None:
    """Warn of what sheets do not show and the pages, printed one by one, would."""
    if not any(inherited(leaf.page, "/CropBox") is not None for leaf in source.leaves):
        return
    hidden = cropped(path.read_bytes())
    if hidden:
        named = ", ".join(map(str, hidden[:10])) + (", …" if len(hidden) > 10 else "")
        said = f"on page {named} the CropBox hides text or marks, which the sheets leave out and a printer may print"
        problems.add("impose/cropped", place, said, "take the CropBox away if they belong to the page")


def _data(source: Source, made: Imposition, scheme: Scheme, place: Place, problems: Problems) -> bytes | None:
    try:
        return write(source, made, duplex="" if scheme.n_up else scheme.flip)
    except BadPageError as error:
        problems.add("impose/bad-page", place, f"page {error.number} cannot be placed: {error}", REPAIR)
    except BROKEN as error:
        problems.add("impose/unreadable", place, f"the PDF cannot be copied from: {error}", REPAIR)
    return None


def _advise(made: Imposition, scheme: Scheme, place: Place, problems: Problems) -> None:
    """Warn of sheets that are not what one may expect."""
    if made.odd:
        named = ", ".join(map(str, made.odd[:10])) + (", …" if len(made.odd) > 10 else "")
        subject = f"page {named} is" if len(made.odd) == 1 else f"pages {named} are"
        said = f"{subject} not of the size of most; each stands in the middle of its place, made smaller if need be"
        problems.add("impose/mixed-sizes", place, said, "give all pages one size")
    sheets = 0 if scheme.n_up else len(made.sides) // 2
    if sheets > THICK or made.creep > FAR:
        said = f"{sheets} sheets are more than the {THICK} that fold and staple well"
        if made.creep > FAR:
            said = f"the innermost of {sheets} sheets has its pages moved {made.creep / POINTS_PER_MM:.1f} mm into the fold"
        problems.add("impose/thick-booklet", place, said, "make several booklets, or have it bound with glue")
