"""The command line: arguments, printing, exit codes; no work.

Exit codes: 0 done (warnings allowed), 1 problems in the outline, 2 wrong usage. Problems go to stderr, the one line about
what was written to stdout; `--format json` prints one object to stdout instead (see `briefgen.report.machine`).
"""

import gc
import os
import sys
import time
from typing import TYPE_CHECKING, Literal, NamedTuple, NoReturn, TextIO

if TYPE_CHECKING:
    from argparse import ArgumentParser, _SubParsersAction

    from briefgen.booklet import Imposed
    from briefgen.build import Profile, Result
    from briefgen.extract import Extraction
    from briefgen.problem import Problem
    from briefgen.start import Started

OUTLINE = "brief.yaml"
STANDARD = "-"  # standard input as an outline, standard output as a PDF
SLOW = 1.0  # seconds after which a build says what it is doing
PROFILES = ("office", "press", "gray")
DONE, PROBLEMS, USAGE = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141  # 128 plus the signal's number, as shells report it

DESCRIPTION = "briefgen turns a YAML outline into a print-ready policy brief (PDF)."
EXAMPLES = """\
examples:
  briefgen new NAME                      a folder with an outline to begin from
  briefgen new NAME --from report.docx   the same, with the text of a Word file, .odt, .html, .md or .txt
  briefgen                               brief.yaml to build/brief.pdf
  briefgen build report.yaml             report.yaml to build/report.pdf
  briefgen build report.yaml -o out.pdf  to a file of your choice
  briefgen build --profile press         brief.yaml to build/brief-press.pdf, for a printing press
  briefgen check --strict                everything but writing; warnings count as errors
  briefgen check --format json           problems for a program to read
  briefgen words                         words of each section, reading time, readability
  briefgen preflight FILE.pdf            judge any PDFs for a press; --rules office for the office
  briefgen booklet                       brief.yaml to build/brief-booklet.pdf, to fold and staple
  briefgen schema > brief.schema.json    for editors that complete and check brief.yaml
  briefgen extract brief.pdf             the outline and its files out of a PDF that carries them
  briefgen reference                     every key of an outline, and every problem

exit codes: 0 done (warnings allowed), 1 problems in the outline or file, 2 wrong usage
"""

BOOKLET_EXAMPLES = """\
examples:
  briefgen booklet                             brief.yaml to build/brief-booklet.pdf
  briefgen booklet report.pdf                  any PDF: A4 pages on A3, A5 on A4, Letter on Tabloid
  briefgen booklet --paper a4                  A4 pages made smaller: an A5 booklet from a printer without A3
  briefgen booklet --flip long                 for a printer that only turns sheets over their long edge
  briefgen booklet --paper-thickness 0.1mm     for many sheets that are trimmed afterwards (80 g/m² is about 0.1 mm)
  briefgen booklet --n-up 2                    build/brief-2up.pdf: two framed pages on each side, for notes in a meeting

Blank pages, to make whole sheets, are added at the end. Links and bookmarks are left out: the sheets are for paper.
"""
PAPERS = ("a3", "a4", "a5", "letter", "legal", "tabloid")
WHOLE = 0.995  # from here on a scale is as good as none
FOLDED = ("flip", "paper_thickness", "fold_marks")  # what only a booklet can have


class Order(NamedTuple):
    """What the command line asks for."""

    command: str = "build"
    outline: str = OUTLINE
    files: tuple[str, ...] = ()
    output: str | None = None
    strict: bool = False
    format: str = "human"
    quiet: bool = False
    verbose: bool = False
    rules: str = "press"
    verapdf: bool = False
    report: str = ""
    fix: str = ""
    flip: Literal["short", "long"] = "short"
    paper_thickness: float = 0  # points
    n_up: Literal[0, 2, 4] = 0
    advice: bool = False
    review: bool = False
    paper: str = ""
    fold_marks: bool = True
    source: str | None = None
    profile: "Profile" = "office"


def run() -> NoReturn:
    """The command `briefgen`: ends the process with the exit code, and at once.

    Giving back objects one by one takes Python a twentieth of a build; the system takes the memory back whole.
    """
    kept: list[object] = []
    code = main(kept=kept)
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or BROKEN_PIPE
    os._exit(code)


def main(arguments: list[str] | None = None, kept: list[object] | None = None) -> int:
    """Run briefgen; returns the exit code. `kept` is given what need not be freed before the process ends."""
    arguments = sys.argv[1:] if arguments is None else arguments
    # A build makes many objects, few of them in cycles, and ends: looking for cycles took a sixth of its time.
    gc.set_threshold(200_000, 20, 20)
    try:
        order = parse(arguments) if arguments else Order()
        return _run(order, kept)
    except BrokenPipeError:
        _discard_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def parse(arguments: list[str]) -> Order:
    """The order that the arguments give. Prints and raises SystemExit for --help, --version and wrong usage."""
    # argparse takes 8 ms to import, and plain `briefgen` does without it
    from argparse import SUPPRESS, ArgumentParser, RawDescriptionHelpFormatter

    from briefgen import __version__

    options = ArgumentParser(add_help=False, argument_default=SUPPRESS)
    options.add_argument("--strict", action="store_true", help="count warnings as errors")
    options.add_argument("--format", choices=["human", "json"], help="how problems are printed (default: human)")
    options.add_argument("-q", "--quiet", action="store_true", help="print nothing but problems")
    options.add_argument("-v", "--verbose", action="store_true", help="say what was done to fit the brief on its pages")
    parser = ArgumentParser(
        "briefgen",
        description=DESCRIPTION,
        epilog=EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
        parents=[options],
        argument_default=SUPPRESS,
    )
    parser.add_argument("--version", action="version", version=f"briefgen {__version__}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND")
    for name, text in (("build", "make the PDF (the default)"), ("check", "everything but writing, and an editor's advice")):
        command = commands.add_parser(name, parents=[options], argument_default=SUPPRESS, help=text, description=text)
        command.add_argument("--profile", choices=PROFILES, help="whom the file is for (default: office)")
        command.add_argument("outline", nargs="?", metavar="OUTLINE", help=f"default: ./{OUTLINE}; - for standard input")
        if name == "build":
            command.add_argument("-o", "--output", metavar="PDF", help="default: build/ and its name; - for standard output")
            command.add_argument("--advice", action="store_true", help="say what an editor would say, as `check` does")
            text = "a copy for reviewers: numbered lines, DRAFT on each page, and what changed since the last PDF"
            command.add_argument("--review", action="store_true", help=text)
    text = "judge any PDF: may it go to a press, or to an office printer?"
    command = commands.add_parser("preflight", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("files", nargs="+", metavar="PDF")
    rules = "press (the default), office, newspaper, sheetfed, digital, or a file with a printer's own"
    command.add_argument("--rules", metavar="RULES", help=rules)
    command.add_argument("--fix", metavar="OUT.pdf", help="write a new file in which what can be fixed exactly is fixed")
    command.add_argument("--report", metavar="HTML", help="write a page that shows the findings at their places")
    command.add_argument(
        "--verapdf", action="store_true", help="have what it claims judged by the veraPDF that is installed"
    )
    _add_booklet(commands, options)
    text = "write the outline and its files that a PDF carries (design: embed_source)"
    command = commands.add_parser("extract", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", metavar="PDF")
    command.add_argument("-o", "--output", metavar="FOLDER", help="default: the PDF's name without its ending")
    text = "make a folder for a new brief, with an outline that builds and explains itself"
    command = commands.add_parser("new", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", metavar="NAME", help="the folder")
    command.add_argument("--from", dest="source", metavar="FILE", help="begin from a .docx, .odt, .html, .md or .txt")
    text = "count the words of each section; reading time, readability"
    command = commands.add_parser("words", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", nargs="?", metavar="OUTLINE", help=f"default: ./{OUTLINE}")
    commands.add_parser("schema", help="print the JSON Schema of the outline")
    commands.add_parser("reference", help="print the reference of the outline and of all problems")
    outlines = [word for word in arguments if word == STANDARD or word.endswith((".yaml", ".yml"))]
    first = next((word for word in arguments if word in commands.choices or word in outlines), "")
    if first and first not in commands.choices:  # `briefgen report.yaml`, or `-v report.yaml`: what else could be meant
        arguments = ["build", *arguments]
    given = vars(parser.parse_args(arguments))
    given["files"] = tuple(given.get("files", ()))
    if "n_up" in given:
        given["n_up"] = int(given["n_up"])
    if given.get("output") == STANDARD and (given.get("format") == "json" or sys.stdout.isatty()):
        parser.error("standard output (-o -) cannot have the PDF: it is a terminal, or is to have the problems as JSON")
    for name in FOLDED if "n_up" in given else ():
        if name in given:
            parser.error(f"--{name.replace('_', '-')} is for booklets; a handout (--n-up) is not folded")
    if given.get("review") and given.get("profile", "office") == "press":
        parser.error("--review is for reviewers; a press prints no drafts")
    return Order(**{key: value for key, value in given.items() if value is not None})


def _add_booklet(commands: "_SubParsersAction[ArgumentParser]", options: "ArgumentParser") -> None:
    from argparse import SUPPRESS, RawDescriptionHelpFormatter  # late, as in `parse`

    text = "sheets to fold and staple, or a handout, from an outline or any PDF"
    command = commands.add_parser(
        "booklet",
        parents=[options],
        argument_default=SUPPRESS,
        help=text,
        description=text,
        epilog=BOOKLET_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    command.add_argument("outline", nargs="?", metavar="OUTLINE|PDF", help=f"default: ./{OUTLINE}")
    command.add_argument(
        "-o", "--output", metavar="PDF", help="default: build/NAME-booklet.pdf, or -2up, -4up; with --paper, -booklet-a4"
    )
    command.add_argument("--paper", choices=PAPERS, help="default: two pages a sheet, A4 on A3; handouts: the page's own")
    command.add_argument(
        "--flip", choices=["short", "long"], help="the edge over which the printer turns sheets (default: short)"
    )
    command.add_argument(
        "--paper-thickness",
        type=_thickness,
        metavar="0.1mm",
        help="move inner pages into the fold by the creep (default: 0)",
    )
    command.add_argument("--no-fold-marks", dest="fold_marks", action="store_false", help="no ticks at the ends of the fold")
    command.add_argument("--n-up", choices=["2", "4"], help="a handout of 2 or 4 framed pages on each side, not folded")


def _thickness(text: str) -> float:
    """A thickness of paper such as 0.1mm, 0.004in or 100um (a bare number is mm), in points."""
    from argparse import ArgumentTypeError  # late, as in `parse`

    units = {"mm": 72 / 25.4, "um": 0.072 / 25.4, "µm": 0.072 / 25.4, "in": 72.0, "pt": 1.0}
    unit = next((unit for unit in units if text.endswith(unit)), "")
    try:
        value = float(text.removesuffix(unit)) * units[unit or "mm"]
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no thickness, such as 0.1mm, 100um or 0.004in") from None
    if not 0 <= value <= units["mm"]:  # NaN neither
        raise ArgumentTypeError(f"{text!r} is no thickness of paper, which is at most 1mm")
    return value


def _run(order: Order, kept: list[object] | None) -> int:
    if order.command == "schema":
        import json  # late: no other command prints it from here

        from briefgen.outline.schema import json_schema

        return _print_out(json.dumps(json_schema(), indent=2))
    if order.command == "reference":
        from briefgen.outline.reference import reference

        return _print_out(reference())
    if order.command == "preflight":
        return _preflight(order)
    if order.command == "extract":
        return _extract(order)
    if order.command == "new":
        return _new(order)
    if order.command == "words":
        return _words(order)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isascii() and epoch.isdigit() and len(epoch) <= 11):
        sys.stderr.write("briefgen: SOURCE_DATE_EPOCH is not a number of seconds\n")
        return USAGE
    if order.command == "booklet":
        return _booklet(order, int(epoch) if epoch else None)
    return _make(order, int(epoch) if epoch else None, kept)


def _preflight(order: Order) -> int:
    """Judge PDFs, and print what was found as problems are printed."""
    # pikepdf takes 90 ms to import, which no other command needs
    from briefgen.inspection import Wanted, inspect
    from briefgen.report import COLOURS, PLAIN

    wanted = Wanted(order.rules, order.verapdf, order.report, order.fix, order.format == "json", order.strict)
    seen = inspect(order.files, wanted, COLOURS if is_coloured(sys.stderr) else PLAIN)
    _complain(seen.problems)
    if seen.details:
        sys.stderr.write(seen.details + "\n")
    told = _print_out(seen.said) if seen.said and (order.format == "json" or not order.quiet) else DONE
    return PROBLEMS if seen.bad else told


def counted(number: int, thing: str) -> str:
    """`no errors`, `1 error`, `2 errors`."""
    return f"{number or 'no'} {thing}{'' if number == 1 else 's'}"


def _booklet(order: Order, epoch: int | None) -> int:
    """Make sheets, and say what has to be known to print them."""
    started = time.perf_counter()
    progress = Progress(sys.stderr, started, watched=not order.quiet and order.format == "human")
    # pikepdf takes as long to import as a whole build takes, and only this command needs it
    from briefgen.booklet import booklet
    from briefgen.impose.scheme import Scheme

    scheme = Scheme(order.n_up, order.flip, order.paper_thickness, order.paper, order.fold_marks)
    made = booklet(order.outline, order.output, scheme, strict=order.strict, epoch=epoch, progress=progress)
    progress.erase()
    counts = {"sides": made.sides, "blanks": made.blanks}
    if order.n_up:
        sheets = f"{counted(made.sides, 'side')} of {made.paper} for {counted(made.pages, 'page')}"
    else:
        blanks = f"{counted(made.blanks, 'blank page')} added{' at the end' if made.blanks else ''}"
        sheets = f"{counted(made.sides // 2, 'sheet')} of {made.paper} for {counted(made.pages, 'page')}, {blanks}"
        sheets += f"; pages at {made.scale:.0%} of their size" if made.scale < WHOLE else ""
        sheets += f"; print on both sides, flip on the {order.flip} edge"
    line = f"{made.output}: {sheets}, {time.perf_counter() - started:.2f} s"
    if made.output is not None:
        from briefgen.impose.papers import printed

        line += f"\nCUPS: {printed(made.output, made.paper, '' if order.n_up else order.flip)}"
    told = _tell(order, made, line, counts)
    return told if made.good else PROBLEMS


def _extract(order: Order) -> int:
    """Take the source out of a PDF, and say where it is."""
    from briefgen.extract import extract

    made = extract(order.outline, order.output)
    others = len(made.files) - 1
    said = f"{made.output}, and {counted(others, 'file')} that it names" if others else str(made.output)
    return _tell(order, made, said, {}) or (DONE if made.good else PROBLEMS)


def _new(order: Order) -> int:
    """Make a folder for a new brief, and say what to do next."""
    from briefgen.start import start

    made = start(order.outline, order.source)
    said = f"{made.output}: {made.summary + '; ' if made.summary else ''}edit it, then in {order.outline} run: briefgen"
    return _tell(order, made, said, {}) or (DONE if made.good else PROBLEMS)


def _words(order: Order) -> int:
    """Count words, and print them."""
    # here, as in `_make`
    from briefgen.editorial.tally import numbers, told
    from briefgen.wordcount import count_words

    counted_words = count_words(order.outline)
    if counted_words.tally is None:
        _complain(counted_words.problems)
        return PROBLEMS
    if order.format == "json":
        import json  # late: few runs print any

        return _print_out(json.dumps(numbers(counted_words.tally), indent=2))
    return _print_out(told(counted_words.tally))


def _make(order: Order, epoch: int | None, kept: list[object] | None) -> int:
    """Build or check, and say how it went."""
    started = time.perf_counter()
    progress = Progress(sys.stderr, started, watched=not order.quiet and order.format == "human")
    # here, so that --help and wrong usage need not wait for it
    from briefgen.build import Extras, build, check

    changes: str | None = None
    if order.command == "check":
        result = check(
            order.outline, profile=order.profile, strict=order.strict, epoch=epoch, progress=progress, advice=True
        )
    else:
        changes = _changes(order) if order.review else None  # before the PDF is replaced that they are compared with
        result = build(
            order.outline,
            order.output,
            profile=order.profile,
            strict=order.strict,
            epoch=epoch,
            progress=progress,
            extras=Extras(order.advice, order.review, kept),
        )
    progress.erase()
    sheets = f"{counted(result.pages, 'page')}, {result.paper}"
    name = order.outline if result.output is None else str(result.output)
    said = "no errors, " if result.output is None else ""
    advice = sum(problem.severity == "advice" for problem in result.problems)
    said += f"{counted(advice, 'piece')} of advice, " if advice else ""
    line = f"{name}: {said}{sheets}, {time.perf_counter() - started:.2f} s"
    if order.verbose:
        line += f"\nfitted: {result.fitted or 'nothing had to be done'}"
    if changes is not None and result.good:
        line += f"\n{changes}"
    told = _tell(order, result, line, {})
    return told if result.good else PROBLEMS


def _changes(order: Order) -> str:
    """What changed since the last PDF that carries its source, in lines."""
    # here, as in `_make`
    from pathlib import Path

    from briefgen.build import usual_output
    from briefgen.revision import revise

    outline = Path(order.outline)
    pdfs = [usual_output(outline), usual_output(outline, review=True), *([Path(order.output)] if order.output else [])]
    found = revise(outline, pdfs)
    if found.pdf is None:
        return "no earlier PDF carries its source, to say what changed; with `design: {embed_source: true}` the next will"
    if not found.changes:
        return f"nothing changed since {found.pdf}"
    return "\n".join((f"changed since {found.pdf}:", *(f"  {change}" for change in found.changes)))


def _tell(order: Order, result: "Result | Imposed | Extraction | Started", line: str, counts: dict[str, int]) -> int:
    """Print the problems, and the line about what was made; returns whether that could be printed, as an exit code."""
    if order.format == "json":
        from briefgen.report import machine

        return _print_out(machine(result.problems, result.output, result.pages, result.paper, **counts))
    _complain(result.problems)
    if result.output is not None and str(result.output) == STANDARD:  # where the PDF went
        sys.stderr.write("" if order.quiet else f"{line}\n")
        return DONE
    return DONE if order.quiet or not result.good else _print_out(line)


def _complain(problems: "tuple[Problem, ...]") -> None:
    """Print problems to stderr."""
    if problems:
        from briefgen.report import COLOURS, PLAIN, human

        sys.stderr.write(human(problems, COLOURS if is_coloured(sys.stderr) else PLAIN) + "\n")


def _print_out(text: str) -> int:
    """Print to stdout, at once, so that a broken pipe shows here; a character that it cannot hold is escaped."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        sys.stdout.write(text + "\n")
        sys.stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:  # a full disk behind a redirection, say
        sys.stderr.write(f"briefgen: what was to be printed cannot be written: {error.strerror}\n")
        _discard_output()
        return PROBLEMS
    return DONE


def _discard_output() -> None:
    """Send to nowhere what Python still holds back for stdout, so that it does not fail again on the way out."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def is_coloured(stream: TextIO) -> bool:
    """Colours only on a terminal that can show them, and not where NO_COLOR asks for none (no-color.org)."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


class Progress:
    """Names the stage at work on a terminal once a build has lasted a second, in one line that is erased afterwards."""

    def __init__(self, stream: TextIO, started: float, *, watched: bool) -> None:
        self._stream = stream
        self._started = started
        self._watched = watched and stream.isatty() and os.environ.get("TERM") != "dumb"
        self._shown = False

    def __call__(self, stage: str) -> None:
        if self._watched and time.perf_counter() - self._started >= SLOW:
            self._stream.write(f"\r\x1b[K{stage} …")
            self._stream.flush()
            self._shown = True

    def erase(self) -> None:
        if self._shown:
            self._stream.write("\r\x1b[K")
            self._stream.flush()
