"""YAML text into a raw tree: bounded, without any construction of objects.

Comes: decoded text. Goes: nodes with their places, every scalar as text. Promise: time and memory grow with the text and no
faster, aliases included; whatever is wrong becomes a problem with its place. Knows nothing of the keys of an outline.
"""

import re
import unicodedata
from functools import partial
from typing import TYPE_CHECKING, Any

from briefgen.late import late_patterns
from briefgen.outline.tree import Map, Node, Origin, Scalar, Seq, Style
from briefgen.problem import Place, Problems

with late_patterns():  # those of its readers in Python take longer than most outlines, and libyaml asks for none
    from yaml._yaml import CParser

from yaml.error import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

if TYPE_CHECKING:
    from briefgen.outline.again import Lines, Trees
    from briefgen.outline.recover import Mended

DEPTH_MOST = 40
WEIGHT_MOST = 50_000  # of the whole tree, aliases written out: a value weighs 1, and each TEXT_WEIGHT characters another 1
TEXT_WEIGHT = 40
DIRECTIVES_MOST = 50
_NULLS = {"", "~", "null", "Null", "NULL"}
_TAG = "tag:yaml.org,2002:"

STARTS = (SequenceStartEvent, MappingStartEvent)
ENDS = (SequenceEndEvent, MappingEndEvent)


class StopParsing(Exception):  # noqa: N818  control flow inside this module
    """One problem has been reported; the rest of the text cannot be trusted."""


class Null(Scalar, frozen=True):
    """A key without a value, or null: as good as absent. The text is as written."""


class Lost(Scalar, frozen=True):
    """A value that has been reported and must not be looked at again."""


class Curly(Scalar, frozen=True):
    """A text in brackets that curly quotes are to hold together; what is to be said of it where a text may stand."""

    said: str = ""
    hint: str = ""


class _Open:
    """A collection that is being read."""

    def __init__(self, place: Place, anchor: str | None, *, is_map: bool, in_brackets: bool) -> None:
        self.is_map = is_map
        self.in_brackets = in_brackets
        self.place = place
        self.anchor = anchor
        self.children: list[Node] = []
        self.weight = 1


def parse(text: str, file: str, problems: Problems, known: "Trees | None" = None) -> Node | None:
    """The tree of the first document in `text`, or None when YAML itself is broken. An empty document gives a Null.

    `known`: the trees of texts read before, by the names of their files.
    """
    before = known.get(file) if known else None
    if known and before:
        from briefgen.outline.again import read_again  # late: a build alone has read nothing before

        tree = read_again(before, text, partial(_read_lines, file), WEIGHT_MOST)
        if tree is not None:
            known.keep(file, tree)
            return tree[1]
    if text.count("\n%TAG") > DIRECTIVES_MOST:  # libyaml compares each with all before it
        place = Place(file, text.count("\n", 0, text.find("\n%TAG") + 1) + 1, 1)
        problems.add("outline/unknown-tag", place, "many YAML tags are declared here, and outlines have none", "remove them")
        return None
    found = Problems()
    try:
        parser = _Parser(text, file, found)
        root = parser.run()
        if known is not None and not found and parser.is_plain and isinstance(root, Map):
            known.keep(file, (text, root, parser.weight))
        return root
    except StopParsing:
        return None
    except YAMLError as error:
        broken, found = found, Problems()
        return _go_on(error, text, file, found, broken)
    finally:
        for problem in found.sorted():
            problems.report(problem)


def _read_lines(file: str, lines: "Lines") -> tuple[Node, int] | None:
    """The tree and the weight of some lines, where there is nothing to say of them."""
    found = Problems()
    parser = _Parser(lines.text, file, found, lines=lines)
    try:
        root = parser.run()
    except (StopParsing, YAMLError):
        return None
    return None if found or not parser.is_plain else (root, parser.weight)


def _go_on(error: YAMLError, text: str, file: str, problems: Problems, broken: Problems) -> Node | None:
    """Report what is wrong with the YAML; the tree as it will be when that is mended, where that is certain.

    `broken` is what was found before the error: a mistake may have brought it about, but not what stands before it.
    """
    from briefgen.outline.recover import recover  # late: only broken YAML needs it

    mended = recover(error, text, file, problems)
    if mended is None:
        first = problems.sorted()[0].place
        for problem in broken.sorted():
            # a comment that cuts a text is the error itself where the text goes on
            if problem.place < first and (problem.code, problem.place.line) != ("outline/comment", first.line - 1):
                problems.report(problem)
        return None
    try:
        return _Parser(mended.text, file, problems, mended).run()
    except (StopParsing, YAMLError):
        return None


class _Parser:
    def __init__(
        self, text: str, file: str, problems: Problems, mended: "Mended | None" = None, *, lines: "Lines | None" = None
    ) -> None:
        """`lines` says what stands before and around a text that is a part of another."""
        self._text = text
        self._before, self._within = (lines.before, lines.within) if lines else (0, 0)
        self._mended = mended
        self._file = file
        self._problems = problems
        self._has_curly = not text.isascii() and any(sign in text for sign in "“„”«»‘‚‹")
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open: list[_Open] = []
        self._root: Node | None = None
        self._documents = 0
        self.weight = 0

    @property
    def is_plain(self) -> bool:
        """Whether parts of the text mean the same by themselves: no anchor, no mark of a document."""
        return not self._anchors and not re.search(r"^(---|\.\.\.|%)", self._text, re.MULTILINE)

    def run(self) -> Node:
        # its events only: nothing is constructed, and libyaml would compose nodes by recursion
        parser = CParser(self._text)
        while parser.check_event():
            event = parser.get_event()
            if isinstance(event, ScalarEvent):
                self._scalar(event)
            elif isinstance(event, STARTS):
                self._start(event)
            elif isinstance(event, ENDS):
                self._end()
            elif isinstance(event, AliasEvent):
                self._alias(event)
            elif isinstance(event, DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._second(event)
                    break
        return self._root if self._root is not None else Null("", Place(self._file, 1, 1))

    def _second(self, event: Any) -> None:
        hint = "an outline is one document: remove the line of three dashes, or what follows it"
        self._problems.add("outline/several-documents", self._place(event), "a second YAML document starts here", hint)

    def _place(self, event: Any) -> Place:
        return self._at(event.start_mark.line, event.start_mark.column)

    def _at(self, line: int, column: int) -> Place:
        """A place in the file, from a line and a column that count from 0."""
        column = column if self._mended is None else self._mended.column(line, column)
        return Place(self._file, self._before + line + 1, column + 1)

    def _origin(self, event: Any, style: Style) -> Origin | None:
        """Where a scalar stands in the file; None where that is not what the file has."""
        if self._mended is not None and self._mended.touches(event.start_mark.line, event.end_mark.line):
            return None
        return Origin(self._text, event.start_mark.index, event.end_mark.index, style)

    def _stop(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._problems.add(code, place, message, hint)
        raise StopParsing

    def _tag(self, event: Any, place: Place, allowed: str) -> None:
        """Report a tag that would make something else than text, a list or a mapping."""
        if event.tag is None or event.tag == _TAG + allowed:
            return
        name = str(event.tag).replace(_TAG, "!!")
        hint = "put the text in quotes" if self._text[event.start_mark.index] == "!" else "remove the tag"
        said = f"`{_shown(name)}` is read as a YAML tag, and outlines have none"
        self._problems.add("outline/unknown-tag", place, said, hint)

    def _scalar(self, event: Any) -> None:
        place = self._place(event)
        self._tag(event, place, "str")
        style: Style = event.style or ""
        text = event.value if event.value.isascii() else unicodedata.normalize("NFC", event.value)
        node: Scalar
        if not style and text in _NULLS and event.tag is None:
            node = Null(text, place)
        else:
            node = Scalar(text, place, self._origin(event, style))
        if style == '"':
            node = self._escapes(node)
        elif not style:
            self._comment(event, node)
            node = self._heading(event, node)
        if event.end_mark.line > event.start_mark.line:
            self._suspects(event, style)
        self._add(node, 1 + len(text) // TEXT_WEIGHT, event.anchor)

    def _escapes(self, node: Scalar) -> Scalar:
        """Report characters that only an escape can bring in, and that no page can show; the text without them."""
        forbidden = () if node.text.isprintable() else {char for char in node.text if is_forbidden(char)}
        if not forbidden:
            return node
        index = next(index for index, char in enumerate(node.text) if char in forbidden)
        said = f"the escape gives the character U+{ord(node.text[index]):04X}, which cannot be printed"
        self._problems.add("outline/bad-character", node.at(index), said, "remove it; write \\\\ for a backslash")
        return Scalar("".join(char for char in node.text if char not in forbidden), node.place)

    def _comment(self, event: Any, node: Scalar) -> None:
        """Warn where a plain text ends before a # that may be meant as part of it."""
        text, at = self._text, event.end_mark.index
        while text[at : at + 1] in (" ", "\t"):
            at += 1
        if text[at : at + 1] != "#" or (at - event.end_mark.index != 1 and not text[at + 1 : at + 2].isalnum()):
            return  # two blanks set a comment off
        from briefgen.outline.comments import comment_said  # late: many outlines have no comment behind a text

        gap = at - event.end_mark.index
        # an empty value ends on the line of its key, and so does a plain text on its own last line
        place = self._at(event.end_mark.line, event.end_mark.column + gap)
        end = text.find("\n", at)
        line = text[at : end if end >= 0 else len(text)].strip()
        before = "" if isinstance(node, Null) else text[event.start_mark.index : event.end_mark.index]
        said, hint = comment_said(line, before, gap, self._key_of_next())
        if said:
            self._problems.add("outline/comment", place, said, hint)

    def _key_of_next(self) -> str:
        """The key whose value comes next; "" in a list."""
        siblings = self._open[-1].children if self._open and self._open[-1].is_map else []
        key = siblings[-1] if len(siblings) % 2 else None
        return key.text if isinstance(key, Scalar) else ""

    def _suspects(self, event: Any, style: str) -> None:
        """Warn of what a text over several lines may be meant to be."""
        from briefgen.outline.suspects import suspects  # late: many outlines have one line for each text

        source = self._text[event.start_mark.index : event.end_mark.index]
        begin = self._text.rfind("\n", 0, event.start_mark.index) + 1
        before = self._text[begin : event.start_mark.index]
        indent = len(before) - len(before.lstrip(" "))
        for found in suspects(source, style, indent, self._key_of_next()):
            line = source.count("\n", 0, found.spot)
            column = found.spot - source.rfind("\n", 0, found.spot) - 1 + (0 if line else event.start_mark.column)
            self._problems.add(found.code, self._at(event.start_mark.line + line, column), found.message, found.hint)

    def _heading(self, event: Any, node: Scalar) -> Scalar:
        """Report an item of a list that is nothing but a comment: a heading of Markdown, mostly."""
        if not isinstance(node, Null) or not self._open or self._open[-1].is_map:
            return node
        found = re.compile(r"[ \t]*(#+[ \t]+(\S[^\n]*))").match(self._text, event.end_mark.index)
        if found is None:
            return node
        place = self._at(event.end_mark.line, event.end_mark.column + found.start(1) - found.start())
        said = f"what stands behind a # is a comment, and without it this item is empty: `{_shown(found[1])}`"
        hint = f"for a heading write `heading: {_shown(found[2])}` in its place; put a text in quotes"
        self._problems.add("outline/empty-value", place, said, hint)
        return Lost("", node.place)

    def _start(self, event: Any) -> None:
        place = self._place(event)
        is_map = isinstance(event, MappingStartEvent)
        self._tag(event, place, "map" if is_map else "seq")
        if self._within + len(self._open) >= DEPTH_MOST:
            said = f"the outline is nested more than {DEPTH_MOST} levels deep"
            self._stop("outline/too-deep", place, said, "lists within lists within lists do not print well: flatten it")
        self._open.append(_Open(place, event.anchor, is_map=is_map, in_brackets=bool(event.flow_style)))

    def _end(self) -> None:
        done = self._open.pop()
        if done.in_brackets and self._has_curly:
            self._curly(done)
        node: Node = self._mapping(done) if done.is_map else Seq(tuple(done.children), done.place)
        self._add(node, done.weight, done.anchor)

    def _curly(self, done: _Open) -> None:
        """Put texts that curly quotes are to hold together in the place of those that stand in brackets."""
        from briefgen.outline.curly import in_brackets  # late: few outlines have such quotes

        for number, said, hint in in_brackets(done.children):
            node = done.children[number]
            if isinstance(node, Scalar):
                done.children[number] = Curly(node.text, node.place, node.origin, said, hint)

    def _alias(self, event: Any) -> None:
        place, name = self._place(event), event.anchor
        if any(collection.anchor == name for collection in self._open):
            said = f"the alias *{_shown(name)} stands inside its own anchor"
            self._stop("outline/too-many-nodes", place, said, "an outline cannot hold itself; put a text with * in quotes")
        if name not in self._anchors:
            said = f"`*{_shown(name)}` is read as an alias, and there is no anchor `&{_shown(name)}`"
            self._problems.add("outline/unknown-anchor", place, said, "put a text that starts with * in quotes")
            self._add(Lost("", place), 1, None)
            return
        node, weight = self._anchors[name]
        self._add(node, weight, None, alias=place)

    def _add(self, node: Node, weight: int, anchor: str | None, alias: Place | None = None) -> None:
        if anchor:
            self._anchors[anchor] = (node, weight)
        if self._open:
            self._open[-1].children.append(node)
            self._open[-1].weight += weight
            weight = self._open[-1].weight
        else:
            self._root, self.weight = node, weight
        if weight > WEIGHT_MOST:
            said = "the outline holds too many values"
            hint = f"{WEIGHT_MOST} values of up to {TEXT_WEIGHT} characters are the limit, with aliases written out"
            self._stop("outline/too-many-nodes", alias or node.place, said, hint)

    def _mapping(self, done: _Open) -> Map:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        merged: list[Map] = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if not isinstance(key, Scalar):
                hint = "put a text that starts with [ or { in quotes"
                only = key.items[0] if isinstance(key, Seq) and len(key.items) == 1 else None
                if isinstance(only, Scalar) and only.text:  # as Markdown marks notes
                    hint = f"write it without brackets: `{_shown(only.text.lstrip('^'))}: …`"
                self._problems.add("outline/wrong-type", key.place, "a key has to be a text", hint)
            elif key.text == "<<" and key.origin is not None and not key.origin.style:
                merged += self._merged(value)
            elif key.text in entries:
                said = f"the key `{_shown(key.text)}` stands here for the second time"
                hint = f"the first is in line {keys[key.text].line}; keep one of them"
                hint += ", and put the items of both below it" if isinstance(value, Seq) else ""
                self._problems.add("outline/duplicate-key", key.place, said, hint)
            elif not isinstance(key, Lost):
                entries[key.text] = value
                keys[key.text] = key.place
        for other in merged:
            for name, value in other.entries.items():
                if name not in entries:
                    entries[name] = value
                    keys[name] = other.keys[name]
        return Map(entries, keys, done.place)

    def _merged(self, value: Node) -> list[Map]:
        """The mappings of a merge key (yaml.org/type/merge)."""
        values = value.items if isinstance(value, Seq) else (value,)
        for item in values:
            if not isinstance(item, Map | Lost):
                hint = "write `<<: *name`, where &name stands before a mapping"
                said = "`<<` takes over the keys of a mapping, and this is none"
                self._problems.add("outline/wrong-type", item.place, said, hint)
        return [item for item in values if isinstance(item, Map)]


def is_forbidden(char: str) -> bool:
    """Whether no outline may hold the character: controls but tab and line feed, surrogates, noncharacters, the BOM.

    Nor characters for private use, which say nothing to whoever does not see them (ISO 19005-2, 6.2.11.7.3).
    """
    if char.isprintable() or char in "\t\n":
        return False
    return unicodedata.category(char) in {"Cc", "Co", "Cs"} or char in "\ufeff\ufffe\uffff"


def _shown(text: str) -> str:
    """A text of the outline as a message shows it: one line, not long."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"
