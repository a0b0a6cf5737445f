"""The stages of a build: from an outline to finished pages, and from those to the bytes of a file.

Comes in: the name of an outline, whom the file is for, and what is kept between builds. Goes out: pages, bytes, problems.
The promise: nothing is raised for bad input. With `session`, the only file that names every stage. Refuses to know where the
bytes go.
"""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import msgspec

from briefgen.content.brief import Brief, Design, FamilyName, Typeface
from briefgen.content.compose import compose
from briefgen.content.design import collected
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Pages
from briefgen.layout.proof.verify import verify
from briefgen.memory import Memory, Shelf
from briefgen.outline.read import Fill, read
from briefgen.outline.tree import Outline
from briefgen.problem import Place, Problems
from briefgen.saving import Profile, stamp
from briefgen.standards import PDF_A_2A, PDF_A_3A, PDF_UA_1, PDF_X_4, PDF_X_6, STANDARDS, Claim
from briefgen.theme import make_theme
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

if TYPE_CHECKING:
    from briefgen.pdf.office import Office

PROFILE_HINT = "ask the printer for the ICC profile of the press and name it under `print: {profile: …}`"
TYPESETTERS = 3  # in so many languages, or sets of faces
LONG = 8  # pages from which on a brief lists its sections
PAGE_SIZE = 2700  # characters of an outline that make a page, about
LACKING_MOST = 1000  # characters without a glyph in a brief; with more, it is in a script that no face has

Progress = Callable[[str], None]
Keeping = Literal["much", "last", "nothing"]  # what of a build is kept for those after it


def silent(stage: str) -> None:
    """Progress that nobody watches."""


class Kept:
    """What is kept between builds: faces and all that was set in them.

    `keeping`: "last", where builds are those of texts which have few words in common, so that all but faces and the shapes
    of words is kept for the next build alone; "nothing", where none comes after the first.
    """

    def __init__(self, keeping: Keeping = "much") -> None:
        self.keeping = keeping
        self.memory = Memory()
        self._typesetters: Shelf[object, Typesetter] = Shelf(TYPESETTERS)

    def typesetter(self, design: Design, language: str, problems: Problems) -> Typesetter:
        """What sets the texts of a brief: that of an earlier build in the same faces, if there was nothing to say of them.

        What has to be said of faces is found out as they are read, and as words are first set in them.
        """
        loose = design.kinsoku == "loose"
        key = (language, loose, *map(_faces_named, (design.body, design.display, design.fallback, *design.scripts.items())))
        found = self._typesetters.get(key)
        if found is None or found.is_full or found.book.has_substitutes:
            places, scripts, said = design.font_places, design.scripts, Problems()
            book = FontBook.load(design.body, design.display, design.fallback, said, places, scripts, language)
            found = Typesetter(book, language, Memory(lasting=self.keeping == "much"), loose=loose)
            found.hurried = self.keeping == "nothing"
            if said:
                for problem in said.sorted():
                    problems.report(problem)
                return found
            self._typesetters.keep(key, found)
        found.book.note_places(design.body, design.display, design.scripts)
        return found

    def turn(self) -> None:
        """Between builds: throw away what nobody has used for the longest."""
        self._typesetters.turn()
        self.memory.turn(at_once=self.keeping == "last")
        for typesetter in self._typesetters:
            typesetter.turn(at_once=self.keeping == "last")


def _faces_named(named: object) -> object:
    """Faces as an outline names them, without the places where it does; files with what tells them from what they were."""
    if isinstance(named, Path):
        file, _ = collected(str(named)) or (str(named), "")
        return named, stamp(Path(file))
    if isinstance(named, FamilyName):
        return named.name
    if isinstance(named, Typeface):
        return tuple(map(_faces_named, (named.regular, named.italic, named.bold, named.bold_italic)))
    return tuple(map(_faces_named, named)) if isinstance(named, tuple) else named


# how few pixels an inch a picture may have: below that the judge of the profile would call it a mistake
LEAST_DPI: dict[Profile, int] = {"office": 75, "gray": 75, "press": 225}


class Made(msgspec.Struct, frozen=True):
    """What there is before anything is written."""

    outline: Outline
    brief: Brief
    pages: Pages
    typesetter: Typesetter
    told: list[str]  # what was done to pictures, and for which press the inks are


class Wanted(msgspec.Struct, frozen=True):
    """What is to be made of an outline; the arguments of `Session.build`."""

    source: Path
    profile: Profile = "office"
    epoch: int | None = None
    review: bool = False
    fill: Fill | None = None


def make(wanted: Wanted, kept: Kept, problems: Problems, progress: Progress) -> Made | None:
    """From file to finished pages, as far as the outline allows: a later stage may find further problems."""
    source, profile, epoch = wanted.source, wanted.profile, wanted.epoch
    progress("reading")
    memory = None if kept.keeping == "nothing" else kept.memory
    outline = read(source, problems, wanted.fill, memory)
    if outline is None:
        return None
    brief = compose(outline, problems, printed=profile != "office", least_dpi=LEAST_DPI[profile], memory=kept.memory)
    if brief is None or problems.hopeless:
        return None
    if _claim(brief, profile, problems) is None:
        return None
    if profile == "press" and not brief.metadata.date and epoch is None:
        said, hint = (
            "a press file has to be dated (PDF/X-4)",
            "add its day, such as `date: 2026-11-22`, or set SOURCE_DATE_EPOCH",
        )
        problems.add("print/no-date", Place(str(source)), said, hint)
    progress("setting")
    design = brief.design
    if design.embed_source:
        from briefgen.typeset.licences import report_private  # late: few outlines ask for it

        report_private(design.font_places, problems)
    typesetter = kept.typesetter(design, brief.metadata.language, problems)
    book = typesetter.book
    lacking = book.lacks(outline.source)
    if lacking and sum(map(outline.source.count, lacking)) > LACKING_MOST:
        from briefgen.typeset.coverage import report_lacking  # late: hardly any outline needs it

        report_lacking(brief, lacking, book, problems)
        if problems.fatal:
            return None
    if brief.worded_art:
        from briefgen.typeset.coverage import report_lacking_in_art  # late: few drawings hold words

        report_lacking_in_art(brief, book, problems)
    brief, pages = _laid_out(brief, typesetter, problems, len(outline.source))
    book.report_substitutes(problems)
    if profile == "press" and brief.printing.slug:
        from briefgen.layout.drawing.slug import with_slug  # late: few outlines ask for one

        pages = with_slug(pages, brief, typesetter)
    if wanted.review:
        from briefgen.layout.drawing.review import with_review  # late: few copies are for reviewers

        pages = with_review(pages, brief, pages.shape or make_theme(design).page, typesetter)
    if typesetter.rtl:
        from briefgen.layout.drawing.mirror import mirror  # late: most briefs run from left to right

        pages = mirror(pages, typesetter.memory)
    if profile == "gray":
        from briefgen.layout.drawing.merging import report_merging

        report_merging(brief, make_theme(design).palette, problems)
    if problems.fatal:
        return Made(outline, brief, pages, typesetter, [])  # which nobody prints, so that nothing is to be proved
    progress("proving")
    verify(pages, pages.shape or make_theme(design).page, brief, problems, typesetter.memory)
    return Made(outline, brief, pages, typesetter, [])


def _laid_out(brief: Brief, typesetter: Typesetter, problems: Problems, size: int) -> tuple[Brief, Pages]:
    """A brief on its pages: with the contents that it is offered where it is long, without them where it is short.

    `size`: of its outline, by which is guessed how long it is, so that it is seldom laid out twice.
    """
    wanted = brief.design.pages
    if brief.offered is None or 0 < wanted < LONG:
        return brief, lay_out(brief, typesetter, problems)
    listed = msgspec.structs.replace(brief, front=msgspec.structs.replace(brief.front, contents=brief.offered.contents))
    likely = max(wanted, size // PAGE_SIZE) >= LONG
    for own in (listed, brief) if likely else (brief, listed):
        found = Problems()
        pages = lay_out(own, typesetter, found)
        count = len(pages.pages)
        if (own is listed) == (count >= LONG and (not wanted or count == wanted)):
            break
    for problem in found.sorted():
        problems.report(problem)
    return own, pages


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


def data_of(made: Made, wanted: Wanted, kept: Kept, problems: Problems, progress: Progress) -> bytes | None:
    """The file of finished pages, held to what it claims; None, with problems, where there can be none."""
    progress("writing")
    data = _written(made, wanted, kept, problems)
    # fonts of another PDF may break what this one claims, whomever it is for
    if data is not None and (wanted.profile == "press" or made.brief.foreign_pages):
        progress("judging")
        _prove(data, made, wanted.profile, problems)
    return data


def _written(made: Made, wanted: Wanted, kept: Kept, problems: Problems) -> bytes | None:
    # reportlab takes a third of the time that briefgen takes to start; a check, or an outline with an error, needs none
    from briefgen.pdf.images import BadImageError
    from briefgen.pdf.objects import TooLongError
    from briefgen.pdf.write import write
    from briefgen.typeset.face import BadFontError

    brief, profile = made.brief, wanted.profile
    claim, office = _claim(brief, profile, problems), _office(brief, profile, problems)
    if claim is None or office is None:
        return None
    if profile == "press":
        made.told.append(_inks_told(brief))
    memory = None if kept.keeping == "nothing" else kept.memory
    try:
        return write(made.pages, brief, wanted.epoch, claim, office, made.told, memory)
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


def _inks_told(brief: Brief) -> str:
    """For which press the inks are."""
    from briefgen.pdf.profile import default_profile
    from briefgen.pdf.registry import description

    own = brief.printing.profile
    said = f"inks: for {description(own.read_bytes() if own else default_profile())}"
    return said if own else f"{said}, as the outline names no `print: {{profile: …}}`"


def _prove(data: bytes, made: Made, profile: Profile, problems: Problems) -> None:
    """Hold a file to what printers ask for and to what it claims, before anybody gets it."""
    from briefgen.proof import prove  # late: pikepdf takes 90 ms to import

    for problem in prove(data, made.pages, made.brief, pressed=profile == "press"):
        problems.report(problem)
