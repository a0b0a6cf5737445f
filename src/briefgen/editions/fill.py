"""An outline with placeholders into the outline of one edition.

Comes: the raw tree of an outline, a row of data, a language. Goes: the tree in which each placeholder is its value, each
mapping of languages the text in its language, and what has a `when` that does not hold is gone. Promise: a value is data and
no mark: a star in it is printed as a star; what has no value is reported. Refuses to know what is built of it.
"""

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from difflib import get_close_matches

from briefgen.content.numbers import PATTERNS, exact, write_number
from briefgen.content.words import format_date, words_of
from briefgen.data.filtering import value_of
from briefgen.data.record import Cell
from briefgen.editions.rows import Row, Series
from briefgen.outline.conditions import BadConditionError, Name, Value, read_condition
from briefgen.outline.kinds import Kind, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.outline.parse import Lost, Null
from briefgen.outline.placeholders import PLACEHOLDER, WHEN, Placeholder, is_by_language, placeholders
from briefgen.outline.specification import mapping_of
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Problems

WHERE = "where"
MARKED = re.compile(r"([\\`*_\[\]<>~^{}@])")
SPACES = re.compile(r"[ \t\r\n\f\v\u2028\u2029\x85]+")
STEP = re.compile(r"(1|0\.0{0,5}1)(%?)")
_SIGNS = "{<%"
# names as mail merges and other templates have them, and with a brace too few
_NAME = r"\s*([^{}|<>%\n]{1,80}?)\s*(?:\|[^{}|\n]{1,20})?"
MISPLACED = re.compile(rf"(?<![\\{{])\$?\{{{{1,2}}{_NAME}\}}{{1,2}}|<<{_NAME}>>|(?<!\w)%([^{{}}|<>%\n\s]{{1,80}})%(?!\w)")
DATES = ("date", "month", "year")
FORMS = f"a step such as 1, 0.1 or 0.1%, or one of: {', '.join((*PATTERNS, *DATES))}"
_PLAIN, _MARKED, _OUTLINE = TextKind(), TextKind(marked=True), MapKind("outline")


class Filling:
    """Fills the outline of one edition. `asked` has the texts of the cells that it depends on, by name.

    `language` is that of the edition where there are several, of `languages`; "" otherwise.
    """

    def __init__(self, series: Series | None, row: Row | None, language: str = "", languages: Sequence[str] = ()) -> None:
        self._series = series
        self._row = row
        self._cells = row.cells() if row else {}
        self._language = language
        self._languages = frozenset(languages)
        self._written_in = language
        self._problems = Problems()
        self._added: list[str] = []
        self.asked: dict[str, str] = {}

    def __call__(self, root: Map, problems: Problems) -> tuple[Map, str]:
        """The tree of the edition, and all that the row has brought into it: a face may lack a sign of it."""
        self._problems = problems
        own = root.entries.get("language")
        if self._language:
            place = own.place if own else root.place
            root = Map(
                {**root.entries, "language": Scalar(self._language, place)}, {"language": place, **root.keys}, root.place
            )
        elif isinstance(own, Scalar):
            self._written_in = own.text.strip()
        if WHEN in root.entries:
            said = "the outline itself has no `when`"
            problems.add("editions/bad-condition", root.keys[WHEN], said, "write it beside a block's key")
            root = Map({name: child for name, child in root.entries.items() if name != WHEN}, root.keys, root.place)
        filled = self._map(root, _OUTLINE)
        return filled, "\n".join(self._added)

    def _node(self, node: Node, kind: Kind | None, name: str) -> Node | None:
        """A node as the edition has it; None where it has none."""
        if isinstance(node, Map):
            if self._languages and node.entries and self._is_by_language(node, kind):
                return self._in_language(node, kind, name)
            if WHEN in node.entries and not isinstance(kind, NotesKind):
                if not self._holds(node):
                    return None
                if isinstance(kind, TextKind) and node.entries.keys() == {WHEN, "text"}:
                    return self._node(node.entries["text"], kind, name)
            return self._map(node, kind)
        if isinstance(node, Seq):
            inner = _item_kind(kind)
            items = [self._node(item, inner, name) for item in node.items]
            return Seq(tuple(item for item in items if item is not None), node.place)
        if isinstance(node, Null | Lost) or node.text.isalnum():
            return node
        if self._series is not None and any(sign in node.text for sign in _SIGNS) and self._is_misplaced(node):
            return Lost(node.text, node.place)
        return self._text(node, _text_kind(kind), name) if "{{" in node.text else node

    def _is_misplaced(self, node: Scalar) -> bool:
        """Whether the name of a column stands in signs of other programs, or in braces too few; reported if so."""
        assert self._series is not None  # noqa: S101  asked before
        for found in MISPLACED.finditer(node.text):
            name = next(filter(None, found.groups()))
            if name in self._series.columns and not PLACEHOLDER.match(node.text, found.start()):
                said = f"`{found[0]}` would be printed as it stands"
                hint = f"write `{{{{{name}}}}}`; where it is meant, put a backslash before it"
                self._problems.add("editions/bad-placeholder", node.at(found.start()), said, hint)
                return True
        return False

    def _is_by_language(self, node: Map, kind: Kind | None) -> bool:
        """Whether a mapping has a text for each language: for those of the edition, or for others by mistake."""
        return self._languages >= node.entries.keys() or (not isinstance(kind, NotesKind) and is_by_language(node))

    def _map(self, node: Map, kind: Kind | None) -> Map:
        mapping = _mapping(kind, node)
        entries = {}
        for name, child in node.entries.items():
            if name == WHEN and not isinstance(kind, NotesKind):
                continue
            key = mapping.key(name) if mapping else None
            inner = _MARKED if isinstance(kind, NotesKind) else key.kind if key else None
            found = self._node(child, inner, name)
            if found is not None:
                entries[name] = found
        return Map(entries, node.keys, node.place)

    def _in_language(self, node: Map, kind: Kind | None, name: str) -> Node | None:
        chosen = node.entries.get(self._language)
        if chosen is not None and not isinstance(chosen, Null):
            return self._node(chosen, kind, name)
        said = f"`{name}` has no text in the language `{self._language}`"
        self._problems.add("editions/no-text", node.place, said, f"write `{self._language}: …` beside the others")
        return Lost("", node.place)

    def _holds(self, node: Map) -> bool:
        """Whether an edition has the block of a `when`; it has where the condition is wrong, which is reported."""
        written = node.entries[WHEN]
        if not isinstance(written, Scalar):
            said = "`when` has to be a condition, and here is none"
            self._problems.add("editions/bad-condition", written.place, said, "write one such as `when: rate > 5`")
            return True
        unknown = False

        def look_up(name: Name) -> Value:
            nonlocal unknown
            cell = self._cell(name.text, written, name.at, bare=not name.placed)
            unknown = unknown or cell is None
            return value_of(cell) if cell else None

        try:
            holds = read_condition(written.text).holds(look_up)
        except BadConditionError as error:
            self._problems.add("editions/bad-condition", written.at(error.at), str(error), error.hint)
            return True
        return holds or unknown

    def _text(self, node: Scalar, kind: TextKind, name: str) -> Scalar:
        """A text with the values of its placeholders."""
        parts: list[str] = []
        done = 0
        for each in placeholders(node.text):
            said = self._said(node, each, kind, name)
            if said is None:
                return Lost(node.text, node.place)
            before, end = node.text[done : each.start], each.end
            if name == WHERE and before[-1:] in {"'", '"'} and node.text[end : end + 1] == before[-1]:
                before, end = before[:-1], end + 1  # a condition has the value with quotes of its own
            parts += [before, said]
            done = end
            self._added.append(said)
        return Scalar("".join([*parts, node.text[done:]]), node.place) if done else node

    def _said(self, node: Scalar, each: Placeholder, kind: TextKind, name: str) -> str | None:
        """What stands in the place of a placeholder; None, with a problem, where there is nothing."""
        cell = self._cell(each.name, node, each.start)
        if cell is None:
            return None
        if name == WHERE:
            return _literal(cell)
        if cell.value is None or isinstance(cell.value, tuple):
            assert self._series is not None  # noqa: S101  it has the cell
            said = f"row {cell.row} of {self._series.file} has no `{each.name}`"
            hint = f"fill the cell, or write `when: {_named(each.name)}` beside the block that needs it"
            self._problems.add("editions/no-value", node.at(each.start), said, hint)
            return None
        if name == "data":  # of a chart, which reads numbers as YAML writes them
            return f"{cell.value:f}{'%' if cell.percent else ''}" if isinstance(cell.value, Decimal) else cell.text.strip()
        said_value = self._written(cell, each, node)
        if said_value is None:
            return None
        text = SPACES.sub(" ", said_value)  # those of numbers, at which no line ends, stay
        return MARKED.sub(r"\\\1", text) if kind.marked else text

    def _written(self, cell: Cell, each: Placeholder, node: Scalar) -> str | None:
        """A value in its form; None, with a problem, where it has no such form."""
        form, value, language = each.form, cell.value, self._written_in or "en"
        if isinstance(value, Decimal):
            step = STEP.fullmatch(form)
            if step:
                percent = cell.percent or bool(step[2])
                value = value.scaleb(2, exact()) if step[2] and not cell.percent else value
                return write_number(
                    value.quantize(Decimal(step[1]), ROUND_HALF_UP, exact()), "grouped", language, percent=percent
                )
            if not form or form in PATTERNS:
                return write_number(value, form or "plain", language, percent=cell.percent)
        elif isinstance(value, date):
            if not form or form in DATES:
                iso = value.isoformat()[: {"year": 4, "month": 7}.get(form, 10)]
                return iso if form == "year" else format_date(words_of(language), iso)
        elif not form:
            return cell.text.strip()
        known = STEP.fullmatch(form) or form in (*PATTERNS, *DATES)
        said = f"`{each.name}` of row {cell.row} is “{cell.text.strip()[:40]}”, which cannot be written as `{form}`"
        if not known:
            said = f"`{form}` is no way to write a value"
        hint = "correct the cell, or leave the form out" if known else f"write {FORMS}"
        self._problems.add("editions/bad-placeholder", node.at(each.start), said, hint)
        return None

    def _cell(self, name: str, node: Scalar, index: int, *, bare: bool = False) -> Cell | None:
        """The cell of a name; None, with a problem, where there is no column of that name. `bare`: it may be a text."""
        if self._row is None or self._series is None:
            said = f"`{name}` is a value of data, and none are given"
            self._problems.add("editions/no-data", node.at(index), said, "name a file of data: --data FILE.csv")
            return None
        found = self._cells.get(name)
        if found is None and name in self._series.columns:  # of a YAML file, whose rows need not have all names
            found = Cell(None, "", self._row.number, 0, 0)
        if found is None:
            near = get_close_matches(name.lower(), [column.lower() for column in self._series.columns], 1, 0.6)
            meant = next((column for column in self._series.columns if near and column.lower() == near[0]), "")
            names = ", ".join(self._series.columns)[:200]
            said = f"{self._series.file} has no column `{name}`"
            hint = f"did you mean `{meant}`?" if meant else f"it has: {names}"
            if bare and not meant:
                quote = "'" if node.origin is not None and node.origin.style == '"' else '"'
                hint = f"a text stands in quotes, {quote}{name}{quote}; a column is one of: {names}"
            self._problems.add("editions/no-such-column", node.at(index), said, hint)
            return None
        self.asked[name] = found.text
        return found


def _literal(cell: Cell) -> str:
    """A value as a condition writes it."""
    if isinstance(cell.value, Decimal):
        return f"{cell.value:f}"
    escaped = re.sub(r'(["\\])', r"\\\1", " ".join(cell.text.split()))
    return f'"{escaped}"'


def _named(name: str) -> str:
    return name if re.fullmatch(r"[^\W\d]\w*", name) else f'"{{{{{name}}}}}"'


def _mapping(kind: Kind | None, node: Map) -> Mapping | None:
    """What a mapping of a kind is, be it one item of the list that it may stand for."""
    if isinstance(kind, ListKind):
        return _mapping(kind.item, node)
    if not isinstance(kind, MapKind):
        return None
    mapping = mapping_of(kind.name)
    short = mapping.key(mapping.short)
    if short is None or any(mapping.key(name) for name in node.entries) or not isinstance(short.kind, ListKind):
        return mapping
    return _mapping(short.kind.item, node) or mapping


def _item_kind(kind: Kind | None) -> Kind | None:
    """The kind of the items of a list that stands for something of a kind."""
    if isinstance(kind, ListKind):
        return kind.item
    if isinstance(kind, MapKind):
        mapping = mapping_of(kind.name)
        short = mapping.key(mapping.short)
        return _item_kind(short.kind) if short else None
    return None


def _text_kind(kind: Kind | None) -> TextKind:
    """The kind of a text that stands for something of a kind."""
    if isinstance(kind, TextKind):
        return kind
    if isinstance(kind, ListKind):
        return _text_kind(kind.item)
    if isinstance(kind, MapKind):
        mapping = mapping_of(kind.name)
        short = mapping.key(mapping.short)
        return _text_kind(short.kind) if short else _PLAIN
    return _PLAIN
