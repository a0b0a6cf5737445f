"""The command line: printing, exit codes; no work.

Exit codes: 0 done (warnings allowed), 1 problems in the outline, 2 wrong usage. Problems go to stderr, the one line about
what was written to stdout; `--format json` prints one object to stdout instead (see `briefgen.report.machine`).
"""

import gc
import os
import sys
import time
from typing import TYPE_CHECKING, NoReturn

from briefgen.compiled import find_own_modules
from briefgen.late import spare
from briefgen.memory import SELDOM
from briefgen.terminal import Progress, discard_output, is_coloured

if TYPE_CHECKING:
    from briefgen.booklet import Imposed
    from briefgen.build import Result
    from briefgen.editions.run import Outcome
    from briefgen.extract import Extraction
    from briefgen.order import Order
    from briefgen.problem import Problem
    from briefgen.start import Started

DONE, PROBLEMS, USAGE = 0, 1, 2
INTERRUPTED, BROKEN_PIPE = 130, 141  # 128 plus the signal's number, as shells report it

WATCH_NEEDS = ("starlette", "uvicorn", "watchfiles", "pypdfium2")  # the extra `watch`

WHOLE = 0.995  # from here on a scale is as good as none


def run() -> NoReturn:
    """The command `briefgen`: ends the process with the exit code, and at once.

    Giving back objects one by one takes Python a twentieth of a build; the system takes the memory back whole.
    """
    gc.set_threshold(*SELDOM)  # before much is imported, as there is nothing to be found in that
    find_own_modules()
    spare()
    code = main()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:
        code = code or BROKEN_PIPE
    os._exit(code)


def main(arguments: list[str] | None = None) -> int:
    """Run briefgen; returns the exit code."""
    arguments = sys.argv[1:] if arguments is None else arguments
    gc.set_threshold(*SELDOM)
    try:
        return _run(_ordered(arguments))
    except BrokenPipeError:
        discard_output()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED


def _ordered(arguments: list[str]) -> "Order":
    if not arguments:
        from briefgen.order import Order  # late, as all that imports third-party packages: `spare` comes first

        return Order()
    from briefgen.arguments import parse  # late: see there

    return parse(arguments)


def _run(order: "Order") -> int:
    if order.command == "schema":
        import json  # late: no other command prints it from here

        from briefgen.outline.schema import json_schema
        from briefgen.outline.series import series_schema

        return _print_out(json.dumps(series_schema() if order.series else json_schema(), indent=2))
    if order.command == "reference":
        from briefgen.outline.reference import reference

        return _print_out(reference())
    if order.command == "preflight":
        return _preflight(order)
    if order.command == "extract":
        return _extract(order)
    if order.command == "new":
        return _new(order)
    if order.command == "looks":
        return _looks(order)
    if order.command == "words":
        return _words(order)
    if order.command == "cite":
        return _cite(order)
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch and not (epoch.isascii() and epoch.isdigit() and len(epoch) <= 11):
        sys.stderr.write("briefgen: SOURCE_DATE_EPOCH is not a number of seconds\n")
        return USAGE
    if order.command == "watch":
        return _watch(order, int(epoch) if epoch else None)
    if order.command == "booklet":
        return _booklet(order, int(epoch) if epoch else None)
    if order.command == "editions":
        return _editions(order, int(epoch) if epoch else None)
    return _make(order, int(epoch) if epoch else None)


def _preflight(order: "Order") -> int:
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


def _watch(order: "Order", epoch: int | None) -> int:
    """Show a brief in a browser until Ctrl-C, which is how this ends and no failure."""
    from pathlib import Path  # late, as all here: no other command needs it

    from briefgen.order import STANDARD
    from briefgen.saving import usual_output

    if STANDARD in (order.outline, order.output):
        sys.stderr.write("briefgen: watch needs the outline in a file, and a file for the PDF\n")
        return USAGE
    try:
        from briefgen.preview.desk import Wanted
        from briefgen.preview.editor import find_editor, has_screen
        from briefgen.preview.run import Looking, Teller, once, watch
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith(WATCH_NEEDS):
            raise
        from briefgen.installing import installing  # late: it is said of what is missing alone

        install = installing(*WATCH_NEEDS)
        sys.stderr.write(f"briefgen: watch needs {error.name}, which is not installed\nhint: run `{install}`\n")
        return PROBLEMS
    outline = Path(order.outline)
    output = Path(order.output) if order.output is not None else usual_output(outline)
    wanted = Wanted(outline, output, strict=order.strict, epoch=epoch)
    teller = Teller(_print_out, _complain, order.quiet)
    if order.once:
        return DONE if once(wanted, teller) else PROBLEMS
    looking = Looking(order.port, order.browser and has_screen(os.environ), find_editor(os.environ))
    try:
        watch(wanted, looking, teller)
    except OSError as error:
        sys.stderr.write(f"briefgen: no port can be had: {error.strerror or error}\nhint: name another with --port\n")
        return PROBLEMS
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    return DONE


def _booklet(order: "Order", epoch: int | None) -> int:
    """Make sheets, and say what has to be known to print them."""
    started = time.perf_counter()
    progress = Progress(sys.stderr, started, watched=not order.quiet and order.format == "human")
    # pikepdf takes as long to import as a whole build takes, and only this command needs it
    from briefgen.booklet import booklet
    from briefgen.impose.scheme import Scheme
    from briefgen.problem import counted

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


def _editions(order: "Order", epoch: int | None) -> int:
    """Make a series, and say what came of it."""
    started = time.perf_counter()
    progress = Progress(sys.stderr, started, watched=not order.quiet and order.format == "human")
    if not order.data and not order.languages:
        sys.stderr.write("briefgen: name the rows with --data FILE.csv, or languages with --languages en,es\n")
        return USAGE
    # here, as in `_make`
    from briefgen.editions.roads import Road
    from briefgen.editions.run import Wanted, make_editions
    from briefgen.problem import counted

    wanted = Wanted(
        order.outline,
        order.data,
        order.output or "",
        order.languages,
        Road(order.jobs, order.dask),
        order.profile,
        order.strict,
        epoch,
    )
    made = make_editions(wanted, progress)
    progress.erase()
    counts = {"made": made.made, "kept": made.kept, "failed": made.failed}
    told = [f"{counted(made.made, 'edition')} made"]
    told += [f"{made.kept} unchanged"] if made.kept else []
    told += [f"{made.failed} failed"] if made.failed else []
    line = (
        f"{made.output}: {', '.join(told)}, {counted(made.pages, 'page')}; index.csv, {time.perf_counter() - started:.2f} s"
    )
    code = _tell(order, made, line, counts)
    if not made.good and made.output is not None and order.format == "human" and not order.quiet:
        _print_out(line)  # most of a series may be there
    return code if made.good else PROBLEMS


def _extract(order: "Order") -> int:
    """Take the source out of a PDF, and say where it is."""
    from briefgen.extract import extract
    from briefgen.problem import counted

    made = extract(order.outline, order.output)
    others = len(made.files) - 1
    said = f"{made.output}, and {counted(others, 'file')} that it names" if others else str(made.output)
    return _tell(order, made, said, {}) or (DONE if made.good else PROBLEMS)


def _new(order: "Order") -> int:
    """Make a folder for a new brief, and say what to do next."""
    from briefgen.start import start

    made = start(order.outline, order.source)
    said = f"{made.output}: {made.summary + '; ' if made.summary else ''}edit it, then in {order.outline} run: briefgen"
    return _tell(order, made, said, {}) or (DONE if made.good else PROBLEMS)


def _looks(order: "Order") -> int:
    """Make a specimen of each look, and say what each is for."""
    from pathlib import Path  # here, as in `_make`

    from briefgen.specimens import FOLDER, make_specimens

    found = make_specimens(Path(order.output) if order.output else FOLDER)
    for one in found:
        _complain(one.problems)
    if order.format == "json":
        import json  # late: few runs print any

        lines = [{"name": one.name, "for": one.purpose, "output": str(one.output or "")} for one in found]
        told = _print_out(json.dumps(lines, indent=2, ensure_ascii=False))
    else:
        width = max(len(one.name) for one in found)
        told = _print_out("\n".join(f"{one.name:{width}}  {one.purpose}\n{'':{width}}  {one.output or ''}" for one in found))
    return told if all(one.output for one in found) else PROBLEMS


def _words(order: "Order") -> int:
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


def _cite(order: "Order") -> int:
    """Print the brief as a source."""
    from briefgen.cite import cite  # here, as in `_make`

    made = cite(order.outline)
    _complain(made.problems)
    if not made.csl:
        return PROBLEMS
    wanted = {"bibtex": [made.bibtex], "csl-json": [made.csl]}.get(order.form, [made.bibtex, made.csl])
    return _print_out("\n\n".join(wanted))


def _make(order: "Order", epoch: int | None) -> int:
    """Build or check, and say how it went."""
    started = time.perf_counter()
    progress = Progress(sys.stderr, started, watched=not order.quiet and order.format == "human")
    # here, so that --help and wrong usage need not wait for it
    from briefgen.build import Extras, build, check
    from briefgen.problem import counted

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
            extras=Extras(order.advice, order.review),
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
    if order.verbose or order.command == "check":
        line += "".join(f"\n{told}" for told in result.told)
    if changes is not None and result.good:
        line += f"\n{changes}"
    code = _tell(order, result, line, {})
    return code if result.good else PROBLEMS


def _changes(order: "Order") -> str:
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


def _tell(
    order: "Order", result: "Result | Imposed | Extraction | Started | Outcome", line: str, counts: dict[str, int]
) -> int:
    """Print the problems, and the line about what was made; returns whether that could be printed, as an exit code."""
    if order.format == "json":
        from briefgen.report import machine

        return _print_out(machine(result.problems, result.output, result.pages, result.paper, **counts))
    from briefgen.order import STANDARD

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
        discard_output()
        return PROBLEMS
    return DONE
