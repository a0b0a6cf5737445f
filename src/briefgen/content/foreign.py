"""Marks of other formats that are not read here, and would be printed as they stand: Markdown, HTML, TeX.

Comes: a text as the outline writes it, and its stretches. Goes: for each kind of foreign mark, its first place in the text,
what it is, and what to write instead. Promise: what stands in code, behind a backslash or in an address is not looked at;
the time is linear in the text's length. Refuses to know problems and places in files.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefgen.content.marks import LEFT_OVER, Stretch

_TAGS = (
    "a abbr b big blockquote center cite code del div em font h1 h2 h3 h4 h5 h6 hr i img ins kbd li mark ol p pre q s small "
    "span strike strong table tbody td th thead tr tt u ul"
).replace(" ", "|")
_LINE = r"(?:^|\n)[ \t]*"


class Kind(NamedTuple):
    """A kind of mark: what it looks like, what it is called, and what to write instead; `{}` is what was found.

    A text without `clue` holds none: patterns are dear to compile, and hardly any outline needs one.
    """

    clue: str
    pattern: str
    name: str
    hint: str


KINDS = (
    Kind("sub>", r"</?sub>", "the HTML tag `{}`", "write CO~2~ for CO₂"),
    Kind("sup>", r"</?sup>", "the HTML tag `{}`", "write m^2^ for m²"),
    Kind("<!--", r"<!--", "a comment of HTML", "write it behind a # in a line of its own, or leave it out"),
    Kind(
        "<br", r"<br */?>", "the HTML tag `{}`", "end the line with a backslash, or leave a blank line to begin a paragraph"
    ),
    Kind(
        "<a ",
        r"<a [^<>\n]{0,200}?href=[\"“”]?(?P<address>[^\"“”\s<>]{1,500}+)[^<>\n]{0,200}+>(?P<words>[^<>\n]{1,200}+)</a>",
        "a link of HTML, `{}`",
        "write [{words}]({address})",
    ),
    Kind(
        "<",
        rf"</?(?:{_TAGS})(?: [^<>\n]*)?/?>",
        "the HTML tag `{}`",
        "remove it; *emphasis* and **strong** have stars round them",
    ),
    Kind(
        "&",
        r"&(?:[A-Za-z]{2,8}[0-9]{0,2}|#[0-9]{1,6}|#x[0-9A-Fa-f]{1,5});",
        "the HTML entity `{}`",
        "write the character itself",
    ),
    Kind("~~", r"~~[^~\s](?:[^~\n]{0,200}[^~\s])?~~", "a text struck out, `{}`", "remove what does not hold"),
    Kind("==", r"==[^=\s](?:[^=\n]{0,200}[^=\s])?==", "a text marked, `{}`", "write **strong** words"),
    Kind(
        "![",
        r"!\[[^\]\n]{0,200}\]\([^)\n]{0,500}\)",
        "a picture of Markdown",
        "make it a block: `- figure: {{image: …, alt: …}}`",
    ),
    Kind("# ", _LINE + r"(#{1,6}) \S", "a heading of Markdown, `{}`", "make it a block: `- heading: …`"),
    Kind(
        ">",
        _LINE + r"(>) ?[^\s\d]",
        "a quotation of Markdown, `{}`",
        "make it a block: `- pull_quote: …`, or a paragraph in quotes",
    ),
    Kind(
        "\n",
        _LINE + r"([0-9]{1,3}[.)]) \S[^\n]*\n[ \t]*[0-9]{1,3}[.)] ",
        "a list of Markdown, `{}`",
        "make it a block: `- numbered: […]`",
    ),
    Kind(
        "|",
        _LINE + r"(\|)[^\n]*\|[ \t]*\n[ \t]*\|[ :|-]+\|",
        "a table of Markdown",
        "make it a block: `- table: {{head: […], rows: […]}}`",
    ),
    Kind("---", _LINE + r"(-{3,})[ \t]*(?:\n|$)", "a rule of Markdown, `{}`", "remove it; a new section has a heading"),
    Kind("$", r"\$[^$\s][^$\n]{0,200}\$(?![0-9])", "a formula, `{}`", "write it in words and signs: x², x^2^, x~i~"),
    Kind(
        "\\",
        r"\\(?:textbf|textit|emph|underline|footnote|cite[pt]?|ref|section|subsection|item|begin|end|url|href|text)\b",
        "a command of TeX, `{}`",
        "write *emphasis*, **strong** words, [words](https://…), or a note [^name]",
    ),
    Kind("\\(", r"\\\([^\s()]{1,200}\\\)", "a formula, `{}`", "write it in words and signs: x², x^2^, x~i~"),
    Kind(
        "][",
        r"\]\[(?!\^)[^\]\n]{0,200}\]",
        "a link to an address elsewhere, `{}`",
        "write the address here: [words](https://…)",
    ),
    Kind("[[", r"\[\[[^\]\n]{1,200}\]\]", "a link of a wiki, `{}`", "write [words](https://…)"),
    Kind(
        "] (",
        r"\][ \u00a0]+\((?:\0|https?:|www\.|mailto:)[^()\s]+\)",
        "a link with a space before its address, `{}`",
        "write the parenthesis right behind the bracket: [words](https://…)",
    ),
    Kind(
        "](",
        r"\]\((?:\0|https?:|www\.|mailto:|doi:|tel:)[^()\s]*(?=\s|$)(?![^()\n]*\))",
        "a link without its closing parenthesis, `{}`",
        "write a ) behind the address",
    ),
    Kind(
        "](",
        r"\]\((?:\0|https?:|www\.|mailto:)[^()\s]* \"[^\"()\n]*\"\)",
        "a link with a title, `{}`",
        "leave out what stands in quotes behind the address",
    ),
    Kind(
        "](",
        r"\]\((?:\0|https?:|www\.)[^()\s\"]* [^()\"\n]*\)",
        "a link whose address holds a space, `{}`",
        "write %20 in the place of each space in the address",
    ),
    *(
        Kind(sign, rf"^({sign})[ \t\u00a0]+[^{sign}]+$", "a bullet, `{}`", "remove it: a list sets its own")
        for sign in "•‣▪·■□➢➤→✓✔"
    ),
    Kind(
        "^", r"[\w)](\^-?[0-9]{1,3})(?![\w^$])", "`{}`, which may be meant to stand high,", "write a ^ behind it too: m^2^"
    ),
    Kind(
        "O~",
        r"(?<=[CHNOS])(~[0-9]{1,2})(?![\w~])",
        "`{}`, which may be meant to stand low,",
        "write a ~ behind it too: CO~2~",
    ),
    Kind("{", r"(?:(?<=\s)|(?<=\]))\{[.#][\w-]{1,80}\}", "an attribute, `{}`", "remove it"),
    Kind("^[", r"\^\[[^\]\n]{1,500}\]", "a note within the text", "write [^name], and the note under `notes:`"),
    Kind(
        "@",
        r"(?<![\w.@/])@[A-Za-z]\w{0,60}[0-9]{4}[a-z]?\b",
        "a citation, `{}`",
        "name the file of your sources, `bibliography: refs.bib`; or write [^name], and the source under `notes:`",
    ),
)
ENTITIES_MOST = 5  # others of a text that a hint names
_HIDDEN = "\0"
# of a link that is one: an address without spaces, as `marks` reads it
_DESTINATION = r"(?<!!)\[[^\[\]\n]{0,500}\](\( ?(?:[^()\s]|\([^()\s]{0,100}\)){1,500} ?\))"


class ForeignMark(NamedTuple):
    """A foreign mark: where in the text it stands, its name, and what to do."""

    start: int
    name: str
    hint: str


def find_foreign(text: str, stretches: Sequence[Stretch]) -> Iterator[ForeignMark]:
    """The first mark of each kind."""
    yield from _left_over(text, stretches)
    kinds = [kind for kind in KINDS if kind.clue in text]
    if not kinds:
        return
    shown = _shown(text, stretches)
    told = range(0)
    for kind in kinds:
        found = next((each for each in re.finditer(kind.pattern, shown) if each.start() not in told), None)
        if found:
            parts = {name: " ".join(text[slice(*found.span(name))].split()) for name in found.groupdict()}
            group = 0 if parts else found.re.groups
            word = " ".join(text[found.start(group) : found.end(group)].split())
            hint = _characters(re.findall(kind.pattern, shown)) if kind.clue == "&" else kind.hint.format(**parts)
            told = range(*found.span()) if parts else told
            yield ForeignMark(found.start(group), kind.name.format(word if len(word) < 40 else word[:39] + "…"), hint)


def _left_over(text: str, stretches: Sequence[Stretch]) -> Iterator[ForeignMark]:
    """Marks that open or close something and have no partner, the first of each kind; a lone star may be a sign."""
    seen: set[str] = set()
    for stretch in stretches:
        if (
            stretch.text not in LEFT_OVER
            or stretch.text in "^~]"
            or stretch.text in seen
            or (stretch.start and text[stretch.start - 1] == "\\")
        ):
            continue
        mark, end = stretch.text, stretch.start + len(stretch.text)
        before, after = text[stretch.start - 1 : stretch.start], text[end : end + 1]
        opens = after.isalnum() and (not before or before.isspace() or before in "(„“«\"'")
        closes = (
            len(mark) > 1 and (before.isalnum() or before in ".!?") and (not after or after.isspace() or after in ".,;:)")
        )
        if (opens and (before or len(mark) > 1 or mark == "`")) or closes:
            said = f"`{mark}`, which has no partner,"
            seen.add(mark)
            escaped = "".join(f"\\{sign}" for sign in mark)
            hint = f"write {mark} at both ends of what it marks, or {escaped} where it marks nothing"
            yield ForeignMark(stretch.start, said, hint)


def _characters(entities: Sequence[str]) -> str:
    """What to write for the HTML entities of a text."""
    from html import unescape  # late: it brings a table of all entities

    first, *others = dict.fromkeys(entities)
    for_others = "".join(f", and {_character(unescape(other), other)} for {other}" for other in others[:ENTITIES_MOST])
    if unescape(first) == "\u00a0" and not others:
        return "write a space: none ends a line between a number and its unit"
    return f"write {_character(unescape(first), first)}{f' for {first}' if others else ''}{for_others}"


def _character(character: str, entity: str) -> str:
    if character == "\u00a0":
        return "a space"
    return character if character != entity and character.isprintable() else "the character itself"


def _shown(text: str, stretches: Sequence[Stretch]) -> str:
    """The text with code, escaped characters and addresses hidden; as many characters as before."""
    characters = list(text)
    for stretch in stretches:
        if stretch.code or stretch.reference or stretch.cited or (stretch.fixed and not stretch.note):
            end = stretch.start + len(stretch.text)
            # a formula's brackets have backslashes too
            if stretch.text not in {"(", ")"} and text.startswith(stretch.text, stretch.start):
                characters[stretch.start : end] = _HIDDEN * (end - stretch.start)
    shown = "".join(characters)
    return re.sub(_DESTINATION, lambda found: found[0][: -len(found[1])] + _HIDDEN * len(found[1]), shown)
