"""Arguments into an order. Imported only where there are some: argparse takes 8 ms, and plain `briefgen` does without it."""

import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, RawDescriptionHelpFormatter
from typing import TYPE_CHECKING

from briefgen import __version__
from briefgen.order import OUTLINE, STANDARD, Order

if TYPE_CHECKING:
    from argparse import _SubParsersAction
    from collections.abc import Callable

    Commands = _SubParsersAction[ArgumentParser]

# what is no outline, and what can be done with it
NO_OUTLINES = {
    ".pdf": "to judge it: briefgen preflight {}",
    **dict.fromkeys((".docx", ".odt", ".html", ".md", ".txt"), "to make an outline of it: briefgen new NAME --from {}"),
}
PROFILES = ("office", "press", "gray")
DESCRIPTION = "briefgen turns a YAML outline into a print-ready policy brief (PDF)."
EXAMPLES = """\
examples:
  briefgen new NAME                      a folder with an outline to begin from
  briefgen new NAME --from report.docx   the same, with the text of a Word file, .odt, .html, .md or .txt
  briefgen                               brief.yaml to build/brief.pdf
  briefgen build report.yaml             report.yaml to build/report.pdf
  briefgen build report.yaml -o out.pdf  to a file of your choice
  briefgen build --profile press         brief.yaml to build/brief-press.pdf, for a printing press
  briefgen watch                         brief.yaml in the browser, while it is being written
  briefgen check --strict                everything but writing; warnings count as errors
  briefgen check --format json           problems for a program to read
  briefgen editions --data districts.csv one PDF for each row: brief.yaml with placeholders such as {{district}}
  briefgen words                         words of each section, reading time, readability
  briefgen looks                         the looks that a brief can have, with a specimen PDF of each
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
EDITIONS_EXAMPLES = """\
examples:
  briefgen editions --data districts.csv                          build/brief/NAME.pdf for each row
  briefgen editions --data districts.xlsx -o 'out/{{code}}.pdf'   named by the column `code`
  briefgen editions --languages en,es                             build/brief/en.pdf, es.pdf of texts such as {en: …, es: …}

In the outline: {{district}} is the district of the row, {{rate|0.1}} its rate with one decimal, and `when: rate > 5` beside
a block's key leaves the block out of the others. What has not changed is not made again.
"""
JOBS_MOST = 512
PAPERS = ("a3", "a4", "a5", "letter", "legal", "tabloid")
FOLDED = ("flip", "paper_thickness", "fold_marks")  # what only a booklet can have


# what others call what is called otherwise here
MEANT = {
    **dict.fromkeys(("review", "diff"), "build --review"),
    **dict.fromkeys(("press", "print"), "build --profile press"),
    **dict.fromkeys(("make", "render", "compile", "pdf"), "build"),
    **dict.fromkeys(("preview", "serve", "open"), "watch"),
    **dict.fromkeys(("init", "create", "convert", "import"), "new"),
    **dict.fromkeys(("lint", "validate", "verify", "proof"), "check"),
    **dict.fromkeys(("themes", "templates"), "looks"),
    **dict.fromkeys(("count", "wordcount"), "words"),
}


def _meant(begun: str) -> str:
    """What is said besides of a command that there is none of."""
    from difflib import get_close_matches  # only for a slip

    meant = MEANT.get(begun) or next(iter(get_close_matches(begun, COMMANDS, 1)), "")
    return f"; did you mean `briefgen {meant}`?" if meant else ""


def parse(arguments: list[str]) -> Order:
    """The order that the arguments give. Prints and raises SystemExit for --help, --version and wrong usage."""
    begun = arguments[0] if arguments else ""
    outlines = [word for word in arguments if word == STANDARD or word.endswith((".yaml", ".yml"))]
    first = next((word for word in arguments if word in COMMANDS or word in outlines), "")
    if first and first not in COMMANDS:  # `briefgen report.yaml`, or `-v report.yaml`: what else could be meant
        arguments = ["build", *arguments]
    parser = _grammar(arguments[0] if arguments else "")
    if begun.isidentifier() and begun not in COMMANDS:
        parser.error(f"there is no command `{begun}`{_meant(begun)}")
    for ending, use in NO_OUTLINES.items():
        if begun.lower().endswith(ending):
            parser.error(f"`{begun}` is no outline; {use.format(begun)}")
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


def _grammar(wanted: str) -> ArgumentParser:
    """The parser of the command that is wanted, or of all: they take as long as a page takes to set."""
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
    for add in [COMMANDS[wanted]] if wanted in COMMANDS else COMMANDS.values():
        add(commands, options)
    return parser


def _add_build(commands: "Commands", options: ArgumentParser) -> None:
    command = _making("build", "make the PDF (the default)", commands, options)
    command.add_argument("-o", "--output", metavar="PDF", help="default: build/ and its name; - for standard output")
    command.add_argument("--advice", action="store_true", help="say what an editor would say, as `check` does")
    text = "a copy for reviewers: numbered lines, DRAFT on each page, and what changed since the last PDF"
    command.add_argument("--review", action="store_true", help=text)


def _add_check(commands: "Commands", options: ArgumentParser) -> None:
    _making("check", "everything but writing, and an editor's advice", commands, options)


def _making(name: str, text: str, commands: "Commands", options: ArgumentParser) -> ArgumentParser:
    command = commands.add_parser(name, parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("--profile", choices=PROFILES, help="whom the file is for (default: office)")
    command.add_argument("outline", nargs="?", metavar="OUTLINE", help=f"default: ./{OUTLINE}; - for standard input")
    return command


def _add_watch(commands: "Commands", _: ArgumentParser) -> None:
    text = "show the pages in a browser, and keep them as the outline is"
    command = commands.add_parser("watch", argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", nargs="?", metavar="OUTLINE", help=f"default: ./{OUTLINE}")
    command.add_argument("-o", "--output", metavar="PDF", help="default: build/ and its name")
    command.add_argument("--port", type=_port, metavar="N", help="of this machine (default: as the last time, or any)")
    command.add_argument("--no-browser", dest="browser", action="store_false", help="only print the address")
    command.add_argument("--once", action="store_true", help="build and draw once, show nothing, and end")
    command.add_argument("--strict", action="store_true", help="count warnings as errors")
    command.add_argument("-q", "--quiet", action="store_true", help="print nothing but the address and problems")


def _port(text: str) -> int:
    """The number of a port that a program may take without being asked by whom."""
    if not (text.isascii() and text.isdecimal() and len(text) < 6 and 1024 <= int(text) < 65536):
        raise ArgumentTypeError(f"{text!r} is no port; they go from 1024 to 65535")
    return int(text)


def _add_editions(commands: "Commands", options: ArgumentParser) -> None:
    text = "one PDF for each row of a file: an outline with placeholders such as {{district}}"
    command = commands.add_parser(
        "editions",
        parents=[options],
        argument_default=SUPPRESS,
        help=text,
        description=text,
        epilog=EDITIONS_EXAMPLES,
        formatter_class=RawDescriptionHelpFormatter,
    )
    command.add_argument("outline", nargs="?", metavar="OUTLINE", help=f"default: ./{OUTLINE}")
    command.add_argument("--data", metavar="FILE", help="the rows: CSV, TSV, XLSX or YAML; its first row has the names")
    command.add_argument(
        "-o", "--output", metavar="PATTERN", help="names of the PDFs; default: build/NAME/{{first column}}.pdf"
    )
    command.add_argument(
        "--languages", type=_languages, metavar="en,es", help="one for each language: texts are given as {en: …, es: …}"
    )
    command.add_argument("--profile", choices=PROFILES, help="whom the files are for (default: office)")
    command.add_argument("--jobs", type=_jobs, metavar="N", help="processes at once (default: one for each core)")
    command.add_argument(
        "--dask", metavar="ADDRESS", help="make them on a cluster of dask.distributed, such as tcp://host:8786"
    )


def _languages(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(part.strip() for part in text.split(",") if part.strip()))


def _jobs(text: str) -> int:
    if not (text.isascii() and text.isdecimal() and 1 <= int(text[:4]) <= JOBS_MOST):
        raise ArgumentTypeError(f"{text!r} is no number of processes from 1 to {JOBS_MOST}")
    return int(text)


def _add_preflight(commands: "Commands", options: ArgumentParser) -> None:
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


def _add_extract(commands: "Commands", options: ArgumentParser) -> None:
    text = "write the outline and its files that a PDF carries (design: embed_source)"
    command = commands.add_parser("extract", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", metavar="PDF")
    command.add_argument("-o", "--output", metavar="FOLDER", help="default: the PDF's name without its ending")


def _add_new(commands: "Commands", options: ArgumentParser) -> None:
    text = "make a folder for a new brief, with an outline that builds and explains itself"
    command = commands.add_parser("new", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", metavar="NAME", help="the folder")
    command.add_argument("--from", dest="source", metavar="FILE", help="begin from a .docx, .odt, .html, .md or .txt")


def _add_cite(commands: "Commands", options: ArgumentParser) -> None:
    text = "print the brief itself as a source, for the libraries of those who cite it"
    command = commands.add_parser("cite", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", nargs="?", metavar="OUTLINE", help=f"default: ./{OUTLINE}")
    command.add_argument("--as", dest="form", choices=["bibtex", "csl-json"], help="one of the two alone (default: both)")


def _add_looks(commands: "Commands", options: ArgumentParser) -> None:
    text = "say what each look (design: look) is for, and make a specimen PDF of each"
    command = commands.add_parser("looks", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("-o", "--output", metavar="FOLDER", help="default: build/looks")


def _add_words(commands: "Commands", options: ArgumentParser) -> None:
    text = "count the words of each section; reading time, readability"
    command = commands.add_parser("words", parents=[options], argument_default=SUPPRESS, help=text, description=text)
    command.add_argument("outline", nargs="?", metavar="OUTLINE", help=f"default: ./{OUTLINE}")


def _add_schema(commands: "Commands", _: ArgumentParser) -> None:
    schema = commands.add_parser("schema", argument_default=SUPPRESS, help="print the JSON Schema of the outline")
    schema.add_argument("--series", action="store_true", help="of an outline for editions: with placeholders and `when`")


def _add_reference(commands: "Commands", _: ArgumentParser) -> None:
    commands.add_parser("reference", help="print the reference of the outline and of all problems")


def _add_booklet(commands: "Commands", options: ArgumentParser) -> None:
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
    units = {"mm": 72 / 25.4, "um": 0.072 / 25.4, "µm": 0.072 / 25.4, "in": 72.0, "pt": 1.0}
    unit = next((unit for unit in units if text.endswith(unit)), "")
    try:
        value = float(text.removesuffix(unit)) * units[unit or "mm"]
    except ValueError:
        raise ArgumentTypeError(f"{text!r} is no thickness, such as 0.1mm, 100um or 0.004in") from None
    if not 0 <= value <= units["mm"]:  # NaN neither
        raise ArgumentTypeError(f"{text!r} is no thickness of paper, which is at most 1mm")
    return value


# in the order in which `briefgen --help` has them
COMMANDS: "dict[str, Callable[[Commands, ArgumentParser], None]]" = {
    "build": _add_build,
    "check": _add_check,
    "watch": _add_watch,
    "preflight": _add_preflight,
    "booklet": _add_booklet,
    "editions": _add_editions,
    "extract": _add_extract,
    "new": _add_new,
    "cite": _add_cite,
    "looks": _add_looks,
    "words": _add_words,
    "schema": _add_schema,
    "reference": _add_reference,
}
