"""The whole pipeline: an outline in, a PDF out, problems on the way.

This is the only file that names every stage. `build` is the public function of briefgen, `check` is the same without
writing. The promise: a build that fails leaves the last good PDF as it was; bad input gives problems and no exception.
Knows nothing of the command line.
"""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, NamedTuple

import msgspec

from briefgen.content.brief import Brief
from briefgen.content.compose import compose
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Pages
from briefgen.layout.proof.verify import verify
from briefgen.outline.read import STANDARD, read
from briefgen.outline.tree import Outline
from briefgen.problem import Place, Problem, Problems
from briefgen.standards import PDF_A_2A, PDF_A_3A, PDF_UA_1, PDF_X_4, PDF_X_6, STANDARDS, Claim
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

if TYPE_CHECKING:
    from briefgen.pdf.office import Office

Profile = Literal["office", "press", "gray"]
PROFILE_HINT = "ask the printer for the ICC profile of the press and name it under `print: {profile: …}`"
LACKING_MOST = 1000  # characters without a glyph in a brief; with more, it is in a script that no face has
OTHER_ENDINGS = frozenset(
    ".doc .docx .odt .rtf .ppt .pptx .epub .htm .html .xml .md .txt .tex .yaml .yml .json .png .jpg .jpeg .svg .zip".split()
)

Progress = Callable[[str], None]


class Result(msgspec.Struct, frozen=True):
    """What a build came to. `output` is the PDF when one was written; `pages` and `paper` say what was laid out."""

    problems: tuple[Problem, ...]
    output: Path | None = None
    pages: int = 0
    paper: str = ""
    fitted: str = ""  # what was done to bring the brief to its number of pages
    told: tuple[str, ...] = ()  # how files of data were read, and what was done to pictures

    @property
    def good(self) -> bool:
        """Whether there is no error."""
        return all(problem.severity != "error" for problem in self.problems)


class Extras(NamedTuple):
    """What a build may do besides.

    `advice` adds what an editor would say to the problems of a brief without errors; it keeps nothing from being written.
    `review` makes a copy for reviewers, build/NAME-review.pdf: lines are numbered, each page says that it is a draft.
    `keep` is given what was made on the way, for a process that ends at once: to free it piece by piece takes time.
    """

    advice: bool = False
    review: bool = False
    keep: list[object] | None = None


NONE = Extras()


def silent(stage: str) -> None:
    """Progress that nobody watches."""


def build(
    outline: str | Path,
    output: str | Path | None = None,
    *,
    profile: Profile = "office",
    strict: bool = False,
    epoch: int | None = None,
    progress: Progress = silent,
    extras: Extras = NONE,
) -> Result:
    """Make the PDF of an outline.

    `profile` says whom the file is for: an office printer and screens, a press, or a photocopier, which has no colours.
    `output` is build/NAME.pdf in the current folder unless it is given, build/NAME-press.pdf for a press; folders are made.
    `strict` counts warnings as errors. `epoch`, in seconds since 1970, dates the file when the outline has no date
    (SOURCE_DATE_EPOCH). `progress` is called with the name of each stage as it starts. Nothing is written when there
    is an error, and nothing is raised for bad input: read the result's `problems`.
    """
    source = Path(outline)
    target = Path(output) if output is not None else usual_output(source, profile, review=extras.review)
    problems = Problems()
    refuse(target, source, problems)
    made = _make(source, profile, epoch, problems, progress, review=extras.review)
    if made is None:
        return Result(settle(problems, strict))
    if extras.keep is not None:
        extras.keep.append(made)
    brief, pages = made.brief, made.pages
    written = None
    if not problems.fatal and not (strict and problems):
        progress("writing")
        data = _data(made, profile, epoch, problems)
        # fonts of another PDF may break what this one claims, whomever it is for
        if data is not None and (profile == "press" or brief.foreign_pages):
            progress("judging")
            _prove(data, made, profile, problems)
        if data is not None and not problems.fatal and not (strict and problems) and save(data, target, problems):
            written = target
    found = (*settle(problems, strict), *(_advice(made, problems) if extras.advice else ()))
    return Result(found, written, len(pages.pages), pages.paper, pages.fitted, (*brief.told, *made.told))


def check(
    outline: str | Path,
    *,
    profile: Profile = "office",
    strict: bool = False,
    epoch: int | None = None,
    progress: Progress = silent,
    advice: bool = False,
) -> Result:
    """Everything that `build` does, up to the finished pages, without writing."""
    problems = Problems()
    made = _make(Path(outline), profile, epoch, problems, progress)
    if made is None:
        return Result(settle(problems, strict))
    found = (*settle(problems, strict), *(_advice(made, problems) if advice else ()))
    return Result(found, None, len(made.pages.pages), made.pages.paper, made.pages.fitted, made.brief.told)


def _advice(made: "_Made", problems: Problems) -> tuple[Problem, ...]:
    """What an editor would say of a brief without errors."""
    if problems.fatal:
        return ()
    from briefgen.editorial.advise import advise  # late: a build does without it

    return advise(made.brief, made.outline.root, len(made.pages.pages))


class _Made(NamedTuple):
    """What there is before anything is written."""

    outline: Outline
    brief: Brief
    pages: Pages
    typesetter: Typesetter
    told: list[str]  # what was done to pictures


def usual_output(source: Path, profile: Profile = "office", *, review: bool = False) -> Path:
    """Where a PDF goes when nothing else is said."""
    name = "brief" if str(source) == STANDARD else source.stem
    suffix = "-review" if review else "" if profile == "office" else f"-{profile}"
    return Path("build", f"{name}{suffix}.pdf")


def _make(
    source: Path,
    profile: Profile,
    epoch: int | None,
    problems: Problems,
    progress: Progress,
    *,
    review: bool = False,
) -> _Made | None:
    """From file to finished pages, as far as the outline allows: a later stage may find further problems."""
    progress("reading")
    outline = read(source, problems)
    if outline is None:
        return None
    brief = compose(outline, problems, printed=profile != "office")
    if brief is None or problems.hopeless:
        return None
    if _claim(brief, profile, problems) is None:
        return None
    if profile == "press" and not brief.metadata.date and epoch is None:
        said, hint = "a press file has to be dated (PDF/X-4)", "give the brief a `date`, or set SOURCE_DATE_EPOCH"
        problems.add("print/no-date", Place(str(source)), said, hint)
    progress("setting")
    design = brief.design
    if design.embed_source:
        from briefgen.typeset.licences import report_private  # late: few outlines ask for it

        report_private(design.font_places, problems)
    book = FontBook.load(design.body, design.display, design.fallback, problems, design.font_places)
    lacking = book.lacks(outline.source)
    if lacking and sum(map(outline.source.count, lacking)) > LACKING_MOST:
        from briefgen.typeset.coverage import report_lacking  # late: hardly any outline needs it

        report_lacking(brief, lacking, problems)
        if problems.fatal:
            return None
    if brief.worded_art:
        from briefgen.typeset.coverage import report_lacking_in_art  # late: few drawings hold words

        report_lacking_in_art(brief, book, problems)
    typesetter = Typesetter(book, brief.metadata.language)
    pages = lay_out(brief, typesetter, problems)
    book.report_substitutes(problems)
    if profile == "press" and brief.printing.slug:
        from briefgen.layout.drawing.slug import with_slug  # late: few outlines ask for one

        pages = with_slug(pages, brief, typesetter)
    if review:
        from briefgen.layout.drawing.review import with_review  # late: few copies are for reviewers

        pages = with_review(pages, brief, pages.shape or make_theme(design).page, typesetter)
    if profile == "gray":
        from briefgen.layout.drawing.merging import report_merging

        report_merging(brief, make_theme(design).palette, problems)
    if problems.fatal:
        return _Made(outline, brief, pages, typesetter, [])  # which nobody prints, so that nothing is to be proved
    progress("proving")
    verify(pages, pages.shape or make_theme(design).page, brief, problems)
    return _Made(outline, brief, pages, typesetter, [])


def _claim(brief: Brief, profile: Profile, problems: Problems) -> Claim | None:
    """The standards that the file is to conform to; None, with a problem, when no file can conform to all of them."""
    design = brief.design
    usual = (PDF_UA_1, PDF_A_3A if design.embed_source else PDF_A_2A)
    wanted = tuple(STANDARDS[name] for name in design.standards) or usual
    claim = Claim(wanted, source=design.embed_source)
    if profile == "press":
        newest = any(each.oldest >= (2, 0) for each in wanted)
        standards = tuple(dict.fromkeys((*wanted, PDF_X_6 if newest else PDF_X_4)))
        claim = Claim(standards, source=design.embed_source, linked=False, profile=("prtr", "CMYK"))
    place = design.standards_place or Place(brief.file)
    for refusal in claim.refusals:
        problems.add(
            "build/impossible-standards", place, refusal, "change what `design` asks for: `standards`, `embed_source`"
        )
    return None if claim.refusals else claim


def _data(made: _Made, profile: Profile, epoch: int | None, problems: Problems) -> bytes | None:
    # reportlab takes a third of the time that briefgen takes to start; a check, or an outline with an error, needs none
    from briefgen.pdf.images import BadImageError
    from briefgen.pdf.objects import TooLongError
    from briefgen.pdf.write import write
    from briefgen.typeset.face import BadFontError

    brief = made.brief
    claim, office = _claim(brief, profile, problems), _office(brief, profile, problems)
    if claim is None or office is None:
        return None
    try:
        return write(made.pages, brief, epoch, claim, office, made.told)
    except BadImageError as error:
        said = f"the image {error.picture.path.name} cannot be read: {error}"
        problems.add("content/bad-image", error.picture.place, said, "save it anew from an image editor")
    except BadFontError as error:
        place = next(iter(brief.design.font_places.values()), Place(brief.file))
        problems.add("typeset/bad-font", place, str(error), "name another file, or get the font anew from its maker")
    except TooLongError as error:
        found = (each for each in brief.sources.values() if " ".join(each.text.split()).startswith(error.text[:40]))
        place = next((each.place for each in found), Place(brief.file))
        said = f"a text is too long for any PDF/A file: “{error.text[:40]}…” has {len(error.text)} characters"
        problems.add("build/too-long-text", place, said, "shorten it")
    return None


def _office(brief: Brief, profile: Profile, problems: Problems) -> "Office | None":
    """Whom the file is for; None, with a problem, when there is no profile of the press that can be used."""
    # each late, for one build needs one of them
    if profile == "press":
        return _press(brief, problems)
    if profile == "gray":
        from briefgen.pdf.gray import Gray

        return Gray()
    from briefgen.pdf.office import Office

    return Office()


def _press(brief: Brief, problems: Problems) -> "Office | None":
    from briefgen.pdf.ink import BadProfileError
    from briefgen.pdf.press import Press
    from briefgen.pdf.profile import default_profile

    place = brief.printing.profile_place or Place(brief.file)
    try:
        own = brief.printing.profile
        return Press(brief, own.read_bytes() if own else default_profile())
    except (OSError, BadProfileError) as error:
        problems.add("print/bad-profile", place, f"the profile cannot be used: {error}", PROFILE_HINT)
    return None


def _prove(data: bytes, made: _Made, profile: Profile, problems: Problems) -> None:
    """Hold a file to what printers ask for and to what it claims, before anybody gets it."""
    from briefgen.proof import prove  # late: pikepdf takes 90 ms to import

    for problem in prove(data, made.pages, made.brief, pressed=profile == "press"):
        problems.report(problem)


def settle(problems: Problems, strict: bool) -> tuple[Problem, ...]:
    """The problems in order; all of them errors when `strict`."""
    found = problems.sorted()
    if strict:
        found = [msgspec.structs.replace(problem, severity="error") for problem in found]
    return tuple(found)


def refuse(
    target: Path, source: Path, problems: Problems, *, is_pdf: bool = True, read: str = "the outline", option: str = "-o"
) -> None:
    """Report an output that must not be replaced: a folder, a device, a write-protected file, what is read itself.

    So is the name of a PDF with the ending of another kind of file, which no program would open. `read`: what `source` is;
    `option`: by which the output is named.
    """
    code, said, hint = "build/unwritable", "", f"name another file with {option}"
    if str(target) == STANDARD:
        return
    try:
        there = target.exists()
        if there and not target.is_file():
            said, hint = "the output is not a file", f"name a file with {option}"
        elif there and source.exists() and target.samefile(source):
            said = f"the output is {read} itself"
        elif there and not (target.stat().st_mode & 0o222 and os.access(target, os.W_OK)):
            # replacing a file needs no permission to write to it, so its protection would be passed over in silence
            said, hint = "the output is write-protected", f"allow writing to it, or {hint}"
        elif is_pdf and target.suffix.lower() in OTHER_ENDINGS:
            code, hint = "build/wrong-ending", f"name it {target.stem}.pdf"
            said = f"the output is a PDF, and {target.suffix} is the ending of another kind of file"
    except (OSError, ValueError) as error:
        said = f"the output cannot be looked at: {_reason(error)}"
    if said:
        problems.add(code, Place(str(target)), said, hint)


def save(data: bytes, target: Path, problems: Problems, *, thing: str = "the PDF", option: str = "-o") -> bool:
    """Write beside the target and move into place, so that there is never half a PDF. Reports and returns False if not.

    `thing` and `option` are for the report: what is written, and what it is named by. `-` is standard output.
    """
    try:
        if str(target) == STANDARD:
            sys.stdout.buffer.write(data)
            sys.stdout.buffer.flush()
            return True
        target.parent.mkdir(parents=True, exist_ok=True)
        target = target.resolve()  # a symbolic link stays one
        draft = target.with_name(f".{target.name}.{os.getpid()}.part")
        try:
            draft.write_bytes(data)
            draft.replace(target)
        finally:
            draft.unlink(missing_ok=True)
    except BrokenPipeError:
        raise  # who reads standard output has had enough
    except (OSError, ValueError) as error:
        said, hint = (
            f"{thing} cannot be written: {_reason(error)}",
            f"name another file with {option}, or make room on the disk",
        )
        problems.add("build/unwritable", Place(str(target)), said, hint)
        return False
    return True


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error)
