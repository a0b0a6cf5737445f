"""The reference of the outline format and of all problems, as Markdown.

Comes: the specification and the table of problem codes. Goes: docs/REFERENCE.md. Promise: every key and every code is in it,
with the words of the tables; what it says besides holds for all keys.
"""

from collections.abc import Iterator

from briefgen.advice import RULES as ADVICE
from briefgen.outline.kinds import (
    FORMS,
    LINE_MOST,
    PARAGRAPH_MOST,
    Key,
    Kind,
    ListKind,
    MapKind,
    Mapping,
    NotesKind,
    TextKind,
)
from briefgen.outline.parse import DEPTH_MOST, TEXT_WEIGHT, WEIGHT_MOST
from briefgen.outline.specification import all_mappings
from briefgen.preflight.rules import RULES
from briefgen.problem import CODES

_INTRODUCTION = """\
# Reference

Printed by `briefgen reference`, from the tables that the program itself uses.

An outline is one YAML document in UTF-8, at most 1 MB. For completion and checking in an editor, put the schema next to it
(`briefgen schema > brief.schema.json`) and begin it with `# yaml-language-server: $schema=brief.schema.json`.

## Text

Where a text is expected, what is written is text: `number: 010`, `title: no`, `by: 2026-12` and `value: 1:30` arrive as they
stand. Block texts (`|` and `>`), anchors, aliases and merge keys work; tags do not. A key without a value, with `null`, `""`
or an empty list is as good as left out. White space and line ends within a text are one space, but for the breaks below.

A text has to stand in quotes when it begins with a sign that YAML takes for its own (``* & ! | > % @ ` [ { " ' # - ?``), or
holds a colon before a space, or a `#` after one. A text that begins with `*emphasis*` or `[a link]` is such a case.

What this reference calls *text* may hold marks; *plain text* is taken as it is.

| Mark | Meaning |
| --- | --- |
| `*emphasis*`, `_emphasis_` | italic |
| `**strong**`, `__strong__` | bold |
| `` `code` `` | as it is: no marks, no change of quotes or dashes |
| `[text](https://example.org)`, `<https://example.org>`, `https://example.org` | a link: http, https, mailto, tel or doi |
| `www.example.org`, `a@example.org`, `doi:10.1000/182`, `0000-0002-1825-0097` | a link too: web, e-mail, DOI, ORCID iD |
| `[mot juste]{lang=fr}` | a phrase in another language: hyphenated, and read aloud, as such |
| `H~2~O`, `m^2^` | a subscript, a superscript |
| `[^1]` | a mark of the note `1` |
| a backslash, or in block texts two spaces, at a line's end | a line break |
| a blank line | a line break; in a paragraph, the beginning of another |
| `\\*` | a star: a backslash takes its meaning from any mark |

Straight quotes, `--`, `...` and spaces before units become the language's own characters, but never in links and code.

Paths (images, fonts) count from the outline's folder and stay inside it. Nothing is fetched from the network.
"""

_LIMITS = f"""\
## Limits

An outline has at most 1 MB, {DEPTH_MOST} levels, and {WEIGHT_MOST} values of up to {TEXT_WEIGHT} characters: a longer one
counts as several, and an alias as what it stands for. Between two blank lines a text has at most {PARAGRAPH_MOST}
characters, a plain text {LINE_MOST}.
"""

_PROBLEMS = """\
## Problems

A problem has a code, a place and mostly a hint. Codes do not change. An error keeps the PDF from being written; a warning
does not, unless `--strict` is given.

| Code | Severity | Meaning |
| --- | --- | --- |
"""


_ADVICE = """\
## Editorial advice

`briefgen check` says, besides what is wrong, what an editor would say; `briefgen build --advice` does too. Advice has the
severity `advice` and the code `advice/` with the name of its rule. It keeps nothing from being written, with `--strict`
neither. Such is, in every build, `layout/faint-accent`. `advice: {without: [long-sentence]}` in the outline switches a rule
off. A rule for some languages says nothing in others. Texts of links that say nothing are a warning, `content/vague-link`.

| Rule | Meaning | Source | Languages |
| --- | --- | --- | --- |
"""


_PREFLIGHT = """\
## Preflight

`briefgen preflight FILE.pdf` judges any PDF by these rules: whether it may go to a press or, with `--rules office`, to an
office printer or into an e-mail. A note says what is there and is no fault. An error makes the exit code 1. Rules named in
*PDF/X*, *PDF/A* or *PDF/UA* that a set does not ask for count all the same for a file that claims that standard.

| Code | Press | Office | Meaning | Source |
| --- | --- | --- | --- | --- |
"""


def reference() -> str:
    """The whole reference."""
    tables = (_PROBLEMS + "\n".join(_codes()), _ADVICE + "\n".join(_advice()), _PREFLIGHT + "\n".join(_rules()))
    return "\n".join((_INTRODUCTION, _LIMITS, "## Keys\n", *map(_mapping, all_mappings().values()), "\n\n".join(tables)))


def _mapping(mapping: Mapping) -> str:
    lines = [f"### {mapping.name}", "", mapping.doc, "", "| Key | Value | Meaning |", "| --- | --- | --- |"]
    lines += [_row(key) for key in mapping.keys]
    return "\n".join([*lines, "", "```yaml", mapping.example.rstrip("\n"), "```", ""])


def _row(key: Key) -> str:
    name = f"**`{key.name}`** (needed)" if key.required else f"`{key.name}`"
    default = f" Default: {_code(key)}." if key.default else ""
    return f"| {name} | {_value(key.kind)} | {key.doc}{default} |"


def _code(key: Key) -> str:
    """A default: a value of the outline as code, words as they are, also where they have code among them."""
    if "`" in key.default:
        return key.default
    kind = key.kind.item if isinstance(key.kind, ListKind) else key.kind
    return f"`{key.default}`" if isinstance(kind, TextKind) and not kind.marked else key.default


def _value(kind: Kind) -> str:
    """What a key holds."""
    if isinstance(kind, TextKind):
        if kind.choices:
            return ", ".join(f"`{choice}`" for choice in kind.choices)
        return FORMS[kind.form].words if kind.form else "text" if kind.marked else "plain text"
    if isinstance(kind, MapKind):
        return f"[{kind.name}](#{kind.name})"
    if isinstance(kind, NotesKind):
        return "texts by names"
    if isinstance(kind.item, ListKind):
        return f"list of lists, each of {_value(kind.item.item)}{', or the name of a file' if kind.file else ''}"
    return f"{_value(kind.item)}, or a list of them" if kind.single else f"list of {_value(kind.item)}"


def _codes() -> Iterator[str]:
    for name, code in CODES.items():
        yield f"| `{name}` | {code.severity} | {code.meaning} |"


def _advice() -> Iterator[str]:
    for name, rule in ADVICE.items():
        yield f"| `{name}` | {rule.meaning} | {rule.source} | {rule.languages or 'all'} |"


def _rules() -> Iterator[str]:
    for name, rule in RULES.items():
        yield f"| `{name}` | {rule.press or '–'} | {rule.office or '–'} | {rule.meaning} | {rule.source} |"
