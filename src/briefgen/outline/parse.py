"""YAML text into a raw tree: bounded, without any construction of objects.

Comes: decoded text. Goes: nodes with their places, every scalar as text. Promise: time and memory grow with the text and no
faster, aliases included; whatever is wrong becomes one problem with its place. Knows nothing of keys.
"""

import unicodedata
from typing import Any

import yaml

from briefgen.outline.tree import Map, Node, Origin, Scalar, Seq, Style
from briefgen.problem import Place, Problems

DEPTH_MOST = 40
NODES_MOST = 50_000  # with aliases written out
_PLAIN_TAGS = {None, "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:seq", "tag:yaml.org,2002:map"}
_NULLS = {"", "~", "null", "Null", "NULL"}


class StopParsing(Exception):  # noqa: N818  control flow inside this module
    """One problem has been reported; the rest of the text cannot be trusted."""


class Null(Scalar, frozen=True):
    """A key without a value, or null: as good as absent."""


class _Open:
    """A collection that is being read."""

    def __init__(self, event: Any, place: Place, anchor: str | None) -> None:
        self.is_map = isinstance(event, yaml.MappingStartEvent)
        self.place = place
        self.anchor = anchor
        self.children: list[Node] = []
        self.size = 1


def parse(text: str, file: str, problems: Problems) -> Node | None:
    """The tree of the only document in `text`, or None after a problem. An empty document gives a Null."""
    try:
        return _Parser(text, file, problems).run()
    except StopParsing:
        return None
    except yaml.YAMLError as error:
        _explain(error, text, file, problems)
        return None


class _Parser:
    def __init__(self, text: str, file: str, problems: Problems) -> None:
        self._text = text
        self._file = file
        self._problems = problems
        loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
        self._loader = loader(text)
        self._anchors: dict[str, tuple[Node, int]] = {}
        self._open: list[_Open] = []
        self._total = 0
        self._root: Node | None = None
        self._documents = 0

    def run(self) -> Node:
        while self._loader.check_event():
            event = self._loader.get_event()
            if isinstance(event, yaml.DocumentStartEvent):
                self._documents += 1
                if self._documents > 1:
                    self._stop(
                        "outline/several-documents",
                        self._place(event),
                        "a second YAML document starts here",
                        "an outline is one document: remove the line of three dashes and what follows it",
                    )
            elif isinstance(event, yaml.AliasEvent):
                self._alias(event)
            elif isinstance(event, yaml.ScalarEvent):
                self._scalar(event)
            elif isinstance(event, yaml.SequenceStartEvent | yaml.MappingStartEvent):
                self._start(event)
            elif isinstance(event, yaml.SequenceEndEvent | yaml.MappingEndEvent):
                self._end()
        return self._root if self._root is not None else Null("", Place(self._file, 1, 1))

    def _place(self, event: Any) -> Place:
        return Place(self._file, event.start_mark.line + 1, event.start_mark.column + 1)

    def _stop(self, code: str, place: Place, message: str, hint: str = "") -> None:
        self._problems.add(code, place, message, hint)
        raise StopParsing

    def _tag(self, event: Any, place: Place) -> None:
        if event.tag not in _PLAIN_TAGS:
            name = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._problems.add(
                "outline/unknown-tag",
                place,
                f"the tag {name} is not allowed",
                "an outline is plain text, lists and mappings; remove the tag, or quote the text",
            )

    def _scalar(self, event: Any) -> None:
        place = self._place(event)
        self._tag(event, place)
        style: Style = event.style or ""
        if not style and event.value in _NULLS:
            node: Node = Null("", place)
        else:
            origin = Origin(self._text, event.start_mark.index, event.end_mark.index, style)
            node = Scalar(unicodedata.normalize("NFC", event.value), place, origin)
        self._add(node, 1, event.anchor)

    def _start(self, event: Any) -> None:
        place = self._place(event)
        self._tag(event, place)
        if len(self._open) >= DEPTH_MOST:
            self._stop("outline/too-deep", place, f"the outline is nested more than {DEPTH_MOST} levels deep")
        self._open.append(_Open(event, place, event.anchor))

    def _end(self) -> None:
        done = self._open.pop()
        node: Node = self._mapping(done) if done.is_map else Seq(tuple(done.children), done.place)
        self._add(node, done.size, done.anchor)

    def _alias(self, event: Any) -> None:
        if any(collection.anchor == event.anchor for collection in self._open):
            self._stop(
                "outline/too-many-nodes", self._place(event), f"the alias *{event.anchor} stands inside its own anchor"
            )
        if event.anchor not in self._anchors:
            self._stop(
                "outline/unknown-anchor",
                self._place(event),
                f"there is no anchor &{event.anchor}",
                "a text that starts with * has to stand in quotes",
            )
        node, size = self._anchors[event.anchor]
        self._add(node, size, None, place=self._place(event))

    def _add(self, node: Node, size: int, anchor: str | None, place: Place | None = None) -> None:
        if anchor:
            self._anchors[anchor] = (node, size)
        if self._open:
            self._open[-1].children.append(node)
            self._open[-1].size += size
            total = self._open[-1].size
        else:
            self._root = node
            total = size
        if total > NODES_MOST:
            self._stop(
                "outline/too-many-nodes",
                place or node.place,
                f"with its aliases written out the outline has more than {NODES_MOST} values",
            )

    def _mapping(self, done: _Open) -> Map:
        entries: dict[str, Node] = {}
        keys: dict[str, Place] = {}
        merged: list[Map] = []
        for key, value in zip(done.children[::2], done.children[1::2], strict=True):
            if not isinstance(key, Scalar):
                self._problems.add("outline/wrong-type", key.place, "a key has to be text")
                continue
            name = key.text or "null"
            if name == "<<" and isinstance(value, Map | Seq):
                merged += [value] if isinstance(value, Map) else [m for m in value.items if isinstance(m, Map)]
                continue
            if name in entries:
                self._problems.add(
                    "outline/duplicate-key",
                    key.place,
                    f"the key `{name}` stands here for the second time",
                    f"the first is in line {keys[name].line}; keep one of them",
                )
                continue
            entries[name] = value
            keys[name] = key.place
        for other in merged:
            for name, value in other.entries.items():
                if name not in entries:
                    entries[name] = value
                    keys[name] = other.keys[name]
        return Map(entries, keys, done.place)


def _explain(error: yaml.YAMLError, text: str, file: str, problems: Problems) -> None:
    """What the YAML parser says, in the words of somebody who writes an outline."""
    mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    said = str(getattr(error, "problem", None) or getattr(error, "reason", None) or error)
    context_mark = getattr(error, "context_mark", None)
    context = str(getattr(error, "context", None) or "")
    if mark is None:
        problems.add("outline/bad-yaml", Place(file, 1, 1), f"this is not YAML: {said}")
        return
    line = text.split("\n")[mark.line] if mark.line < text.count("\n") + 1 else ""
    place = Place(file, mark.line + 1, mark.column + 1)
    code, message, hint = "outline/bad-yaml", f"this is not YAML: {said}", "check the indentation and the quotes"
    if "\\t" in said or "\t" in line[: mark.column + 1]:
        message, hint = "a tab stands where only spaces may stand", "indent with spaces"
    elif "quoted scalar" in context and context_mark is not None:
        place = Place(file, context_mark.line + 1, context_mark.column + 1)
        message, hint = "a quoted text starts here and is not closed", "close the quote, or double an apostrophe inside '…'"
    elif "mapping values are not allowed" in said:
        message, hint = "a colon followed by a space does not fit here", "put the text in quotes when it holds a colon"
    elif "undefined alias" in said:
        code, message, hint = (
            "outline/unknown-anchor",
            "there is no anchor with this name",
            ("a text that starts with * has to stand in quotes"),
        )
    elif "tag" in said or "tag" in context:
        code, message = "outline/unknown-tag", f"a tag is not allowed here: {said}"
        hint = "put a text that starts with ! in quotes"
    elif "cannot start any token" in said:
        message = f"a text cannot start with {line[mark.column : mark.column + 1] or 'this'}"
        hint = "put the text in quotes"
    elif "did not find expected" in said and context_mark is not None:
        message = f"{said.replace('did not find', 'there is no')} {context} that began in line {context_mark.line + 1}"
    problems.add(code, place, message, hint)
