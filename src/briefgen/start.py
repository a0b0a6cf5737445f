"""A folder for a new brief: an outline that builds and teaches, and what an editor and git want beside it.

Comes in: the name of a folder, and a document of another program to begin from. Goes out: brief.yaml, brief.schema.json,
.gitignore and assets/ in it. The promise: either all files are written or none, and never over a file that is there. Refuses
to know what a build does with them.
"""

import json
from pathlib import Path

import msgspec

from briefgen.outline.schema import json_schema
from briefgen.problem import Place, Problem, Problems

OUTLINE = "brief.yaml"
SCHEMA = "brief.schema.json"
NEW_FOLDER = "name another folder: briefgen new NAME"

# What stands behind `# ` and looks like a key is an example: a test takes the mark away and checks what is left.
TEMPLATE = f"""\
# yaml-language-server: $schema={SCHEMA}
#
# This is an outline. In its folder, run briefgen: it writes build/{Path(OUTLINE).stem}.pdf. Change a text, run it again.
# What stands behind a number sign, as here, is a comment; to use one of the examples, take away the sign and the blank.
# Blanks at the beginning of a line say what belongs to what: keep them as they are, and never use tabs.
# Where a text holds a colon and a blank, or a number sign, put it in quotes, as in the title.

title: "Your title: what should change"
# subtitle: A second line under the title
# series: Policy brief
# number: 1
# A file for a press (briefgen build --profile press) has to have a date.
# date: 2026-11-22
language: en-GB
# publisher: {{name: Your institute, url: "https://example.org"}}
# authors: [{{name: A. Author, role: Fellow, email: author@example.org}}]

# One paragraph under the title. Behind >- a text may run over many lines.
standfirst: >-
  Say in two or three sentences what the problem is, why it matters now, and what you ask for.

# The key messages, each a sentence or two; three to five are enough.
summary:
  - The first thing that a reader in a hurry should remember.
  - The second.
  - The third.

sections:
  - heading: Why now
    content:
      # Each item is a paragraph, or one of the blocks below. Two words of emphasis: *italic* and **bold**.
      - Write a paragraph. A link, such as [the survey of wells](https://example.org), has its text in square brackets.
      - >-
        A longer paragraph. Its notes are marked like this,[^1] and their texts stand at the end of this file.
      # - pull_quote: A sentence that deserves to be large.
      # - list: [One thing, Another, A third]
      # - stats: [{{value: 45 %, label: of all wells have a meter}}, {{value: "2006", label: the year it began}}]
      # - box: {{heading: A case, content: [A text in a tinted box.]}}
      # - table: {{head: [Year, Wells], rows: [["2024", "15"], ["2025", "120"]], caption: Wells with a meter}}
  - heading: What follows
    content:
      - Write another paragraph here.

# What you found. The id is yours to choose; recommendations name it.
findings:
  - id: first
    statement: State a finding in one sentence.
    evidence: Say what shows it.

# What should be done: the action, for whom, by when, and which findings it answers.
recommendations:
  - action: Begin with a verb and say what is to be done.
    for: who is to do it
    by: within 12 months
    addresses: [first]
    rationale: Say why this would work.

notes:
  1: Say where this comes from.
# references: ["Author, A. (2026). A source. Publisher."]
# Sources out of Zotero or a .bib file can be cited by their keys; the README says how, “Sources and citations”.
# about: Who made this, and how.
# contact: author@example.org

# design: {{paper: a4, columns: 2, accent: "#0b6e69"}}
"""


class Started(msgspec.Struct, frozen=True):
    """What came of it: the outline that was written, or the problems."""

    problems: tuple[Problem, ...]
    output: Path | None = None
    pages: int = 0  # nothing is laid out yet
    paper: str = ""
    summary: str = ""  # what came through of a document

    @property
    def good(self) -> bool:
        """Whether the folder was written."""
        return self.output is not None


def start(folder: str | Path, source: str | Path | None = None) -> Started:
    """Make `folder`, or fill one that has none of the files. Nothing is raised for a bad name: read `problems`.

    `source` is a document (.docx, .odt, .html, .md, .txt) from which the outline is made, in place of one that teaches.
    """
    target = Path(folder)
    problems = Problems()
    outline, pictures, found, summary = TEMPLATE, dict[str, bytes](), tuple[Problem, ...](), ""
    if source is not None:
        from briefgen.importing.intake import import_file  # late: it loads readers of XML and Markdown

        made = import_file(Path(source), str(target / OUTLINE), SCHEMA)
        if not made.text:
            return Started(made.problems)
        outline, pictures, found, summary = made.text, made.files, made.problems, made.summary
    texts = {OUTLINE: outline, SCHEMA: json.dumps(json_schema(), indent=2) + "\n", ".gitignore": "/build/\n"}
    files = {name: text.encode() for name, text in texts.items()} | pictures
    try:
        there = [target / name for name in files if (target / name).exists() or (target / name).is_symlink()]
        if there:
            more = f", and so are {', '.join(file.name for file in there[1:])}" if there[1:] else ""
            said = f"this file is there already{more}; nothing was written"
            problems.add("new/exists", Place(str(there[0])), said, NEW_FOLDER)
        if not there:
            _write(files, target)
            return Started(found, target / OUTLINE, summary=summary)
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or str(error)
        problems.add("new/unwritable", Place(str(target)), f"the folder cannot be written: {said}", NEW_FOLDER)
    return Started(tuple(problems.sorted()))


def _write(files: dict[str, bytes], folder: Path) -> None:
    """Write the files, all or none. Raises OSError or ValueError."""
    done: list[Path] = []
    try:
        (folder / "assets").mkdir(parents=True, exist_ok=True)
        for name, data in files.items():
            with (folder / name).open("xb") as stream:  # never over a file
                done.append(folder / name)
                stream.write(data)
    except (OSError, ValueError):
        for file in done:
            file.unlink(missing_ok=True)
        raise
