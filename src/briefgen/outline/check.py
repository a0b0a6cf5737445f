"""A raw tree against the specification: every problem at once, and the tree in its normal form.

In the normal form single values that stand for lists are lists, short forms are written out, nulls are gone, and only what
is known and of the right kind is left. Promise: whatever is dropped has been reported.
"""

import re
from collections.abc import Callable

from briefgen.outline.parse import Null
from briefgen.outline.specification import (
    MAPPINGS,
    Key,
    Kind,
    ListKind,
    MapKind,
    Mapping,
    NotesKind,
    TextKind,
)
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Place, Problems

_FLAGS = {"true", "false", "yes", "no", "on", "off"}
_FORMS = {
    "date": (r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?", "a date such as 2026-11-22, 2026-11 or 2026"),
    "colour": (r"#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})", 'a colour such as "#8a1c1c", in quotes'),
    "language": (r"[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*", "a language tag such as en-GB"),
    "id": (r"[A-Za-z0-9][\w-]*", "an id: letters, digits, - and _"),
    "integer": (r"[1-9]\d{0,2}", "a whole number from 1 to 999"),
}
_DESCRIPTIONS = {Scalar: "a text", Seq: "a list", Map: "a mapping"}


def check(root: Map, problems: Problems) -> Map:
    """The outline in its normal form."""
    checker = _Checker(problems)
    checked = checker.mapping(root, MAPPINGS["outline"])
    for key in ("findings", "recommendations"):
        checker.unique_ids(checked.maps(key) if key in checked else ())
    return checked


class _Checker:
    def __init__(self, problems: Problems) -> None:
        self._problems = problems

    def value(self, node: Node, kind: Kind, name: str) -> Node | None:
        """The value of the key `name` in its normal form, or None when it is not of its kind."""
        if isinstance(kind, TextKind):
            return self._text(node, kind, name)
        if isinstance(kind, ListKind):
            return self._list(node, kind, name)
        if isinstance(kind, NotesKind):
            return self._notes(node, name)
        return self._sub(node, kind, name)

    def mapping(self, node: Map, mapping: Mapping) -> Map:
        """A mapping in its normal form; what is missing or unknown is reported."""
        known = {key.name: key for key in mapping.keys}
        entries: dict[str, Node] = {}
        for name, child in node.entries.items():
            key = known.get(name)
            if key is None:
                self._unknown_key(name, node.keys[name], mapping)
            elif isinstance(child, Null):
                if key.required:
                    self._problems.add(
                        "outline/empty-value", node.keys[name], f"`{name}` is empty", f"write a value: {_wanted(key.kind)}"
                    )
                    entries[name] = child
            else:
                value = self.value(child, key.kind, name)
                if value is not None:
                    entries[name] = value
        self._required(node, mapping)
        if mapping.one_of:
            self._one_of(node, known)
        special = _SPECIAL.get(mapping.name)
        if special:
            special(node, entries, self._problems)
        entries = {name: child for name, child in entries.items() if not isinstance(child, Null)}
        return Map(entries, {name: node.keys[name] for name in entries}, node.place)

    def unique_ids(self, items: tuple[Map, ...]) -> None:
        seen: dict[str, Place] = {}
        for item in items:
            own = item.text("id")
            if own is not None and own.text in seen:
                said = f"the id `{own.text}` stands here for the second time"
                self._problems.add("outline/duplicate-id", own.place, said, f"the first is in line {seen[own.text].line}")
            elif own is not None:
                seen[own.text] = own.place

    def _required(self, node: Map, mapping: Mapping) -> None:
        for key in mapping.keys:
            if key.required and key.name not in node.entries:
                article = "an" if mapping.name[0] in "aeiou" else "a"
                whose = "the outline" if mapping.name == "outline" else f"{article} {mapping.name.replace('_', ' ')}"
                self._problems.add(
                    "outline/missing-key",
                    node.place,
                    f"{whose} needs the key `{key.name}`",
                    f"add `{key.name}:` with {_wanted(key.kind)}",
                )

    def _one_of(self, node: Map, known: dict[str, Key]) -> None:
        names = [name for name in node.entries if name in known]
        for name in names[1:]:
            said = f"a block has one key, and `{names[0]}` stands before `{name}`"
            self._problems.add("outline/unknown-key", node.keys[name], said, f"start a new block with `- {name}:`")
        if not node.entries:
            self._problems.add("outline/empty-value", node.place, "the block is empty", "write a text, or remove it")

    def _unknown_key(self, name: str, place: Place, mapping: Mapping) -> None:
        names = [key.name for key in mapping.keys]
        colon = "put the text in quotes when it holds a colon" if " " in name else ""
        whose = "the outline" if mapping.name == "outline" else f"this {mapping.name.replace('_', ' ')}"
        self._problems.add(
            "outline/unknown-key",
            place,
            f"{whose} has no key `{_shown(name)}`",
            colon or _nearest(name, names) or f"it may have: {', '.join(names)}",
        )

    def _sub(self, node: Node, kind: MapKind, name: str) -> Map | None:
        mapping = MAPPINGS[kind.name]
        if isinstance(node, Scalar) and node.text in mapping.marks and not isinstance(node, Null):
            return Map({"place": node}, {"place": node.place}, node.place)
        if isinstance(node, Map):
            return self.mapping(node, mapping)
        short = next((key for key in mapping.keys if key.name == mapping.short), None)
        fits = short is not None and (isinstance(node, Scalar) or isinstance(short.kind, ListKind))
        if short is None or not fits:
            self._wrong_type(node, name, _wanted(kind))
            return None
        value = self.value(node, short.kind, name)
        return None if value is None else Map({short.name: value}, {short.name: node.place}, node.place)

    def _list(self, node: Node, kind: ListKind, name: str) -> Seq | None:
        if isinstance(node, Seq):
            items = node.items
            if not items:
                self._problems.add("outline/empty-value", node.place, f"the list of `{name}` is empty", "add an item")
        elif kind.single:
            items = (node,)
        else:
            self._wrong_type(node, name, _wanted(kind))
            return None
        values: list[Node] = []
        for item in items:
            if isinstance(item, Null):
                if isinstance(kind.item, TextKind) and kind.item.may_be_empty:
                    values.append(Scalar("", item.place))
                else:
                    self._problems.add(
                        "outline/empty-value",
                        item.place,
                        f"an item of `{name}` is empty",
                        "write a value, or remove the dash",
                    )
                continue
            value = self.value(item, kind.item, name)
            if value is not None:
                values.append(value)
        return Seq(tuple(values), node.place)

    def _notes(self, node: Node, name: str) -> Map | None:
        if not isinstance(node, Map):
            self._wrong_type(node, name, "note marks with texts, such as `1: The source.`")
            return None
        entries: dict[str, Node] = {}
        for mark, child in node.entries.items():
            value = self._text(child, TextKind(), f"{name}.{mark}")
            if value is not None:
                entries[mark] = value
        return Map(entries, {mark: node.keys[mark] for mark in entries}, node.place)

    def _text(self, node: Node, kind: TextKind, name: str) -> Scalar | None:
        if not isinstance(node, Scalar):
            self._wrong_type(node, name, _wanted(kind))
            return None
        if not node.text.strip():
            if kind.may_be_empty:
                return node
            self._problems.add("outline/empty-value", node.place, f"`{name}` is empty", "write a text, or remove the key")
            return None
        if kind.choices and node.text not in kind.choices:
            self._bad_value(node, name, _wanted(kind), _nearest(node.text, list(kind.choices)))
            return None
        if kind.form == "flag" and node.text.lower() not in _FLAGS:
            self._bad_value(node, name, _wanted(kind), "")
            return None
        if kind.form in _FORMS and not _has_form(node.text, kind.form):
            self._bad_value(node, name, _wanted(kind), "")
            return None
        return node

    def _bad_value(self, node: Scalar, name: str, wanted: str, hint: str) -> None:
        said = f"`{name}` cannot be “{_shown(node.text)}”"
        self._problems.add("outline/bad-value", node.place, said, hint or f"it has to be {wanted}")

    def _wrong_type(self, node: Node, name: str, wanted: str) -> None:
        is_text = isinstance(node, Scalar)
        kind = "nothing" if isinstance(node, Null) else "a text" if is_text else _DESCRIPTIONS[type(node)]
        hint = "put the text in quotes when it holds a colon" if isinstance(node, Map) and "text" in wanted else ""
        self._problems.add("outline/wrong-type", node.place, f"`{name}` has to be {wanted}, and here is {kind}", hint)


def _has_form(text: str, form: str) -> bool:
    if not re.fullmatch(_FORMS[form][0], text):
        return False
    if form == "date" and len(text) == 10:
        import datetime  # late: few outlines have a full date, and its import costs a millisecond

        try:
            datetime.date.fromisoformat(text)
        except ValueError:
            return False
    return True


def _wanted(kind: Kind) -> str:
    """What a key of this kind holds, in words."""
    if isinstance(kind, TextKind):
        if kind.choices:
            return " or ".join((", ".join(kind.choices[:-1]), kind.choices[-1]))
        if kind.form == "flag":
            return "true or false"
        return _FORMS[kind.form][1] if kind.form else "a text"
    if isinstance(kind, ListKind):
        return "a list"
    if isinstance(kind, NotesKind):
        return "note marks with texts"
    return "keys with values"


def _nearest(name: str, names: list[str]) -> str:
    from difflib import get_close_matches  # late: only a run with a problem needs it

    found = get_close_matches(name[:60].lower().replace("-", "_"), names, 1, 0.6)
    return f"did you mean `{found[0]}`?" if found else ""


def _shown(text: str) -> str:
    """A text of the outline as a message shows it: one line, not long."""
    line = " ".join(text.split())
    return line if len(line) <= 60 else line[:59] + "…"


def _check_figure(node: Map, entries: dict[str, Node], problems: Problems) -> None:
    alt, decorative = entries.get("alt"), entries.get("decorative")
    is_decorative = isinstance(decorative, Scalar) and decorative.text.lower() in {"true", "yes", "on"}
    if is_decorative or (isinstance(alt, Scalar) and alt.text.strip()):
        return
    hint = "say what the picture shows, or `decorative: true` when it says nothing"
    if "alt" in node.entries:
        problems.add("outline/empty-value", node.keys["alt"], "`alt` is empty and the figure is not decorative", hint)
    else:
        problems.add("outline/missing-key", node.place, "a figure needs the key `alt`", hint)


def _check_table(node: Map, entries: dict[str, Node], problems: Problems) -> None:
    head, rows = entries.get("head"), entries.get("rows")
    if not isinstance(head, Seq) or not isinstance(rows, Seq):
        return
    count = len(head.items)
    good: list[Node] = []
    for row in rows.items:
        if not isinstance(row, Seq) or len(row.items) != count:
            have = len(row.items) if isinstance(row, Seq) else 1
            said = f"this row has {have} cells, and the head has {count}"
            problems.add("outline/bad-value", row.place, said, 'write "" for an empty cell')
        else:
            good.append(row)
    entries["rows"] = Seq(tuple(good), rows.place)
    align = entries.get("align")
    if isinstance(align, Seq) and len(align.items) not in {1, count}:
        said = f"`align` has {len(align.items)} values, and the head has {count} cells"
        problems.add("outline/bad-value", align.place, said, "give one for each column, or one for all")
    del node


_SPECIAL: dict[str, Callable[[Map, dict[str, Node], Problems], None]] = {
    "figure": _check_figure,
    "table": _check_table,
}
