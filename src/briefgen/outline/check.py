"""A raw tree against the specification: every problem at once, and the tree in its normal form.

In the normal form single values that stand for lists are lists, short forms are written out, nulls are gone, and only what
is known and of the right kind is left. Promise: whatever is dropped has been reported.
"""

import re
from collections.abc import Sequence

from briefgen.memory import Shelf
from briefgen.outline.hints import (
    SHOWN,
    article,
    for_list,
    for_map,
    for_value,
    in_quotes,
    reads_as_text,
    rows_hint,
    shown,
    table_hint,
    wanted,
)
from briefgen.outline.kinds import Key, Kind, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.outline.nodes import begin_of, has_form, is_bare_key, is_empty, may_be_empty, may_be_several, stripped
from briefgen.outline.parse import Curly, Lost, Null
from briefgen.outline.relations import SPECIAL, required, together, unique_ids
from briefgen.outline.specification import MAPPINGS, mapping_of
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Place, Problems, counted

NOTE = TextKind(marked=True)
_CURLY = frozenset("“„”‟«»‘‚’‹›")
_UNQUOTED = frozenset("title subtitle heading caption statement findings action recommendations".split())  # no quotations
# lists whose items may have been numbered by hand, or written into one line
_COUNTED = frozenset("recommendations findings numbered summary points checklist list content".split())
_TYPED = frozenset(("list", "numbered", "checklist"))
_COUNTED_FROM = frozenset("1aA(")
HINTS_MOST = 200  # looking for the nearest word takes 0.1 ms: enough for a person, bounded for a hostile outline


Checked = Shelf[int, tuple[Node, ListKind, Node | None]]
"""Items of lists of which there was nothing to say, by their identities, with the list's kind and their normal form."""


def check(root: Map, problems: Problems, known: Checked | None = None) -> Map:
    """The outline in its normal form. `known`: what was checked before."""
    checker = _Checker(problems, known=known)
    checked = checker.mapping(root, MAPPINGS["outline"])
    unique_ids(checked, problems)
    return checked


def check_against(mappings: dict[str, Mapping], name: str, root: Map, problems: Problems) -> Map:
    """Another kind of file in its normal form: the mapping called `name`, of some mappings."""
    return _Checker(problems, mappings).mapping(root, mappings.get(name) or mapping_of(name))


class _Checker:
    def __init__(self, problems: Problems, mappings: dict[str, Mapping] = MAPPINGS, known: Checked | None = None) -> None:
        self._problems = problems
        self._known = known
        self._mappings = mappings
        self._hints = HINTS_MOST

    def _mapping(self, name: str) -> Mapping:
        found = self._mappings.get(name)
        if found is None:
            found = mapping_of(name)
            self._mappings = {**self._mappings, name: found}
        return found

    def value(self, node: Node, kind: Kind, name: str) -> Node | None:
        """The value of the key `name` in its normal form, or None when it is not of its kind."""
        if isinstance(node, Lost):
            return None
        if isinstance(kind, TextKind):
            return self._text(node, kind, name)
        if isinstance(kind, ListKind):
            return self._list(node, kind, name)
        if isinstance(kind, NotesKind):
            return self._notes(node, name)
        return self._sub(node, kind, name)

    def mapping(self, node: Map, mapping: Mapping) -> Map:
        """A mapping in its normal form; what is missing or unknown is reported."""
        if mapping.one_of and self._is_dedented(node, mapping):
            return Map({}, {}, node.place)
        known = {key.name: key for key in mapping.keys}
        entries: dict[str, Node] = {}
        others: dict[str, Place] = {}  # of keys that are meant by others
        meant: set[str] = set()
        for name, child in node.entries.items():
            key = known.get(name)
            if key is None:
                named, found = self._unknown_key(name, node, mapping)
                meant.add(named)
                if found is not None and named not in entries:
                    entries[named], others[named] = found, node.keys[name]
                continue
            value = self._given(child, key, node.keys[name], needed=key.required or mapping.one_of)
            if value is not None:
                entries[name] = value
        required(node, mapping, meant, self._problems)
        together(node, mapping, self._problems)
        special = SPECIAL.get(mapping.name)
        if special:
            special(entries, self._problems)
        return Map(entries, {name: others.get(name) or node.keys[name] for name in entries}, node.place)

    def _given(self, child: Node, key: Key, place: Place, *, needed: bool) -> Node | None:
        """The value of a key. An empty one is as good as none, unless one is needed."""
        if not is_empty(child) or may_be_empty(key.kind):
            return None if isinstance(child, Null) else self.value(child, key.kind, key.name)
        if needed:
            said = f"`{key.name}` has no value"
            self._problems.add("outline/empty-value", place, said, f"write {wanted(key.kind)}")
        return None

    def _is_dedented(self, node: Map, mapping: Mapping) -> bool:
        """Whether the keys of a block stand beside its name and not below it; reported if so."""
        first, *others = [*node.entries, ""]
        key = mapping.key(first)
        if key is None or not isinstance(key.kind, MapKind) or not isinstance(node.entries[first], Null):
            return False
        inner = self._mapping(key.kind.name)
        if len(others) < 2 or not all(inner.key(name) for name in others[:-1]):
            return False
        place = node.keys[others[0]]
        said = f"`{others[0]}` stands beside `{first}` and not below it"
        hint = f"indent what belongs to `{first}` deeper than its name, by two more spaces"
        self._problems.add("outline/conflicting-keys", place, said, hint)
        return True

    def _unknown_key(self, name: str, node: Map, mapping: Mapping) -> tuple[str, Node | None]:
        """Report a key; returns the one that is meant, if that is clear, and its value, so that all else is told at once."""
        whose = "the outline" if mapping.name == "outline" else article(mapping)
        if mapping.name == "outline" and node.keys[name].file != node.place.file:
            whose = "the house"
        said = f"{whose} has no key `{shown(name)}`" if name else "there is no key before the colon"
        unseen = next((char for char in name if not char.isprintable() or (char.isspace() and char != " ")), "")
        if unseen:
            from briefgen.outline.invisible import name_of  # late: as below

            said += f", with the character {name_of(unseen)} in it"
        others = [other for other in self._mappings.values() if other.key(name)]
        from briefgen.outline.synonyms import hint_for  # late: only an outline with a mistake needs it

        hint = hint_for(name, node, mapping, others, self._nearest)
        found = re.match("(?:did you mean|write) `([^`:]+)", hint)
        self._problems.add("outline/unknown-key", node.keys[name], said, hint)
        own = mapping.key(found[1]) if found and hint[found.end() :].startswith("`") else None
        if own is not None and own.name not in node.entries and (hint[0] == "w" or own.name == name.lower()):
            return own.name, self._given(node.entries[name], own, node.keys[name], needed=False)
        return found[1] if found else name.lstrip("-"), None

    def _is_text(self, node: Map, mapping: Mapping, short: Key | None) -> bool:
        """Whether a mapping is a text with a colon in it, `Note: money matters`; reported if so."""
        if short is None or not isinstance(short.kind, TextKind) or len(node.entries) != 1:
            return False
        (name, child), *_ = node.entries.items()
        if mapping.key(name) or not reads_as_text(name, child):
            return False
        if not name[:1].isupper() and self._nearest(name.replace(" ", "_"), [key.name for key in mapping.keys]):
            return False
        self._colon_in_text(name, node, child, counted=mapping.name in {"finding", "recommendation"})
        return True

    def _colon_in_text(self, name: str, node: Map, child: Node, *, counted: bool = False) -> None:
        said = f"`{shown(name)}` is read as a key, and seems to be the beginning of a text"
        hint = "put the whole text in quotes"
        if counted and isinstance(child, Scalar) and re.fullmatch(r"[^\W\d_]+ ?\d{1,2}", name):
            hint = f"write {in_quotes(child.text)} without it: these are counted"
        elif isinstance(child, Scalar) and child.text:
            hint = f"{hint}: {in_quotes(f'{name}: {child.text}')}"
        self._problems.add("outline/unknown-key", node.keys[name], said, hint)

    def _sub(self, node: Node, kind: MapKind, name: str) -> Map | None:
        mapping = self._mapping(kind.name)
        if isinstance(node, Map) and self._is_text(node, mapping, mapping.key(mapping.short)):
            return None
        if isinstance(node, Map) and not self._is_item(node, mapping):
            return None if self._is_pair(node, mapping, name) else self.mapping(node, mapping)
        if isinstance(node, Scalar) and node.text.strip() in mapping.words:
            return Map({"place": stripped(node)}, {"place": node.place}, node.place)
        if isinstance(node, Scalar) and self._is_glued(node, mapping):
            return None
        short = mapping.key(mapping.short)
        if short is None and isinstance(node, Scalar) and mapping.words:
            self._bad_value(node, name, f"{wanted(kind)}, or one of: {', '.join(mapping.words)}", mapping.words)
            return None
        if short is None or (isinstance(node, Seq) and not isinstance(short.kind, ListKind)):
            keyed = table_hint(node) if mapping.name == "table" else ""
            self._wrong_type(node, name, wanted(kind), keyed or for_value(node, name, mapping))
            return None
        value = self.value(node, short.kind, name)
        return None if value is None else Map({short.name: value}, {short.name: node.place}, node.place)

    def _is_item(self, node: Map, mapping: Mapping) -> bool:
        """Whether a mapping is one item of the list that a bare list stands for: `stats: {value: 7, label: years}`."""
        short = mapping.key(mapping.short)
        if short is None or not isinstance(short.kind, ListKind) or not isinstance(short.kind.item, MapKind):
            return False
        inner = self._mapping(short.kind.item.name)
        return any(inner.key(name) for name in node.entries) and not any(mapping.key(name) for name in node.entries)

    def _is_pair(self, node: Map, mapping: Mapping, name: str) -> bool:
        """Whether a mapping is a key and its value in the place of the two keys that are needed; reported if so."""
        if len(node.entries) != 1 or mapping.key(next(iter(node.entries))):
            return False
        from briefgen.outline.synonyms import pair  # late: as in `_unknown_key`

        hint = pair(node, mapping)
        if hint:
            said = f"an item of `{name}` needs its keys"
            self._problems.add("outline/missing-key", node.place, said, hint)
        return bool(hint)

    def _is_glued(self, node: Scalar, mapping: Mapping) -> bool:
        """Whether a text is one of the mapping's keys without a space after its colon; reported if so."""
        name, colon, rest = node.text.partition(":")
        if not colon or not mapping.key(name) or rest[:1].isspace() or (node.origin and node.origin.style):
            return False
        self._problems.add("outline/bad-value", node.place, f"there is no space after `{name}:`", f"write `{name}: …`")
        return True

    def _list(self, node: Node, kind: ListKind, name: str) -> Seq | None:
        if name == "authors" and any(map(may_be_several, node.items if isinstance(node, Seq) else (node,))):
            from briefgen.outline.persons import warn_of_several  # late: most authors stand each for themselves

            warn_of_several(node, self._problems)
        if kind.file and isinstance(node, Scalar):
            return Seq((Seq((node,), node.place),), node.place)
        if not isinstance(node, Seq):
            if not kind.single:
                self._wrong_type(node, name, wanted(kind), rows_hint(node, name, kind))
                return None
            if isinstance(node, Map) and isinstance(kind.item, MapKind) and self._are_items(node, kind.item, name):
                return None
            if isinstance(node, Scalar) and name in _TYPED:
                self._typed(node, name)
            value = self.value(node, kind.item, name)
            return None if value is None else Seq((value,), node.place)
        if kind.most and len(node.items) > kind.most:
            said = f"`{name}` has {len(node.items)} items, and {kind.most} are the most"
            self._problems.add("outline/too-long", node.items[kind.most].place, said, "name the first of them only")
            return None
        values: list[Node] = []
        for item in self._own_items(node, kind):
            if isinstance(item, Null) and may_be_empty(kind.item):
                values.append(Scalar("", item.place))
            elif is_empty(item) and not may_be_empty(kind.item):
                said = f"an item of `{name}` is empty"
                self._problems.add("outline/empty-value", item.place, said, "write a value, or remove the item")
            elif (value := self._item(item, kind, name)) is not None:
                values.append(value)
            elif may_be_empty(kind.item):  # a cell that is reported stands for itself: its row is no shorter for it
                values.append(Lost("", item.place))
        if name == "content" and any(type(item) is Scalar and "\t" in item.text for item in node.items):
            from briefgen.outline.rows import warn_of_cells  # late: hardly any text has tabs

            warn_of_cells(node.items, self._problems)
        if name in _COUNTED and len(node.items) > 1 and begin_of(node.items[0])[:1] in _COUNTED_FROM:
            self._typed(node, name)
        if kind.said and values and all(is_empty(value) for value in values):
            said = f"all items of `{name}` are empty"
            self._problems.add("outline/empty-value", node.place, said, "write at least one of them")
        if kind.length and len(node.items) != kind.length:
            said = f"`{name}` has {counted(len(node.items), 'value')}, and needs {kind.length}"
            self._problems.add("outline/bad-value", node.place, said, f"write {kind.length} of them")
            return None
        if node.items and not values:  # all of them are reported, and a list of nothing would be a block of nothing
            return None
        return Seq(tuple(values), node.place)

    def _own_items(self, node: Seq, kind: ListKind) -> Sequence[Node]:
        """The items of a list, without those that are keys of the one before; these are reported."""
        mapping = self._mapping(kind.item.name) if isinstance(kind.item, MapKind) else None
        if mapping is None or not mapping.one_of or not any(map(is_bare_key, node.items)):
            return node.items
        from briefgen.outline.spread import without_spread  # late: hardly any block has no value

        return without_spread(node.items, mapping, self._problems)

    def _are_items(self, node: Map, kind: MapKind, name: str) -> bool:
        """Whether a mapping is a list whose items have names or numbers for keys; reported if so."""
        mapping = self._mapping(kind.name)
        if not node.entries or mapping.one_of or any(mapping.key(key) for key in node.entries):
            return False
        if mapping.key(mapping.short) is None and mapping.name != "section" and len(node.entries) < 2:
            return False
        from briefgen.outline.synonyms import named_items  # late: as in `_unknown_key`

        hint = named_items(node, mapping, self._nearest)
        if hint:
            self._problems.add("outline/wrong-type", node.place, f"`{name}` has to be a list, and here are keys", hint)
        return bool(hint)

    def _typed(self, node: Scalar | Seq, name: str) -> None:
        """Warn of a list as it is typed elsewhere."""
        from briefgen.outline.byhand import warn  # late: hardly any list is

        warn(node, name, self._problems)

    def _item(self, node: Node, kind: ListKind, name: str) -> Node | None:
        """An item of a list in its normal form."""
        if self._known is None or isinstance(node, Scalar):
            return self.value(node, kind.item, name)
        found = self._known.get(id(node))
        if found is not None and found[0] is node and found[1] is kind:
            return found[2]
        before = len(self._problems)
        value = self.value(node, kind.item, name)
        if len(self._problems) == before:
            self._known.keep(id(node), (node, kind, value))
        return value

    def _notes(self, node: Node, name: str) -> Map | None:
        if not isinstance(node, Map):
            self._wrong_type(node, name, "the names of notes with their texts, such as `1: The source.`")
            return None
        entries: dict[str, Node] = {}
        for mark, child in node.entries.items():
            value = self._given(child, Key(mark, NOTE, ""), node.keys[mark], needed=True)
            if value is not None:
                entries[mark] = value
        return Map(entries, {mark: node.keys[mark] for mark in entries}, node.place)

    def _text(self, node: Node, kind: TextKind, name: str) -> Scalar | None:
        if not isinstance(node, Scalar):
            self._wrong_type(node, name, wanted(kind))
            return None
        if not kind.choices and not kind.form:
            if node.text[-1:] == '"':
                from briefgen.outline.curly import warn_of_stray  # late: hardly any text ends so

                warn_of_stray(node, self._problems)
            if node.text[:1] in _CURLY:
                self._curly(node, may_quote=kind.marked and name not in _UNQUOTED)
            return node if len(node.text) <= kind.most else self._long_text(node, kind, name)
        text = node.text.strip()
        if kind.choices and text not in kind.choices:
            self._bad_value(node, name, wanted(kind), kind.choices, instead=dict(kind.refused).get(text.lower(), ""))
            return None
        if kind.form and not has_form(text, kind.form):
            self._bad_value(node, name, wanted(kind), (), kind.form)
            return None
        return stripped(node)

    def _curly(self, node: Scalar, *, may_quote: bool) -> None:
        """Warn of a text that stands in curly quotes as others do in straight ones."""
        said, hint = (node.said, node.hint) if isinstance(node, Curly) else ("", "")
        if not said and not may_quote:
            from briefgen.outline.curly import is_bare, wrapped  # late: few outlines have such quotes

            said, hint = wrapped(node.text) if is_bare(node) else ("", "")
        if said:
            self._problems.add("outline/curly-quotes", node.place, said, hint)

    def _long_text(self, node: Scalar, kind: TextKind, name: str) -> Scalar | None:
        """A text that may be too long: it is, when that much of it stands without a blank line."""
        start = 0
        for blank in re.finditer(r"\n[ \t]*\n|\Z", node.text):
            end = blank.start()
            if end - start > kind.most:
                said = f"`{name}` has {end - start} characters without a blank line"
                hint = f"{kind.most} are the most; divide it"
                # the place of a character takes a walk through the source
                self._problems.add("outline/too-long", node.at(start) if start else node.place, said, hint)
                return None
            start = blank.end()
        return node

    def _bad_value(
        self, node: Scalar, name: str, wanted: str, choices: tuple[str, ...], form: str = "", *, instead: str = ""
    ) -> None:
        from briefgen.outline.meant import meant, numbers  # late: only a wrong value needs it

        fits = tuple(number for number in numbers(node.text, name) if number in choices or (form and has_form(number, form)))
        written = meant(node.text, form) or (fits[0] if fits else "")
        hint = (
            f"write {written}"
            if written
            else instead or self._nearest(node.text.strip(), list(choices)) or f"it has to be {wanted}"
        )
        self._problems.add("outline/bad-value", node.place, f"`{name}` cannot be “{shown(node.text)}”", hint)

    def _wrong_type(self, node: Node, name: str, wanted: str, keyed: str = "") -> None:
        if isinstance(node, Map) and len(node.entries) == 1 and "text" in wanted:
            (first, child), *_ = node.entries.items()
            if reads_as_text(first, child) and not MAPPINGS["block"].key(first):
                self._colon_in_text(first, node, child)
                return
        kind = "a text" if isinstance(node, Scalar) else "a list" if isinstance(node, Seq) else "a mapping"
        hint = keyed or f"write {wanted}"
        if isinstance(node, Map) and "text" in wanted:
            hint = for_map(node, name)
        elif isinstance(node, Seq) and "text" in wanted:
            hint = for_list(node, name)
        self._problems.add("outline/wrong-type", node.place, f"`{name}` has to be {wanted}, and here is {kind}", hint)

    def _nearest(self, name: str, names: list[str], share: float = 0.6) -> str:
        """A hint that names the known word most like this one, or ""."""
        self._hints -= 1
        if self._hints < 0 or not names:
            return ""
        from difflib import get_close_matches  # late: only an outline with a mistake needs it

        words = name[:SHOWN].lower()
        found = get_close_matches(words, names, 1, share) or [word for word in words.split()[:1] if word in names]
        return f"did you mean `{found[0]}`?" if found else ""
