"""What hints say: how to write what was meant, and the words for what a key may hold.

Comes in: nodes, keys and kinds. Goes out: texts. Promise: a hint that is followed to the letter mends what it is about, and
no word of the outline is lost by it. Refuses to report anything.
"""

import re
from collections.abc import Sequence

from briefgen.outline.kinds import FORMS, Key, Kind, ListKind, MapKind, Mapping, NotesKind, TextKind
from briefgen.outline.parse import Lost
from briefgen.outline.specification import MAPPINGS, mapping_of
from briefgen.outline.tree import Map, Node, Scalar, Seq

_FILED = {"figure": "image: {}, alt: …", "table": "file: {}", "chart": "kind: line, data: {}, alt: auto"}
SHOWN = 60  # characters of the outline in a message
FLAG = TextKind("flag")


def shown(text: str) -> str:
    """A text of the outline as a message shows it: one line, not long."""
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else line[: SHOWN - 1] + "…"


def in_quotes(text: str) -> str:
    """A text as it may stand in an outline, whatever it holds; shortened for a message."""
    short = shown(text)
    return f'"{short}"' if '"' not in text and "\\" not in text else "'" + short.replace("'", "''") + "'"


def article(mapping: Mapping) -> str:
    """The mapping's name with its article."""
    if mapping.name.startswith("look_"):
        return f"the `{mapping.name.removeprefix('look_')}` of a look"
    if mapping.name in {"outline", "summary", "design", "accent", "secondary", "print"}:
        return f"the {mapping.spoken}"
    if mapping.name in {"labels", "stats", "typefaces"}:
        return mapping.spoken
    return f"{'an' if mapping.name[0] in 'aeiou' else 'a'} {mapping.spoken}"


def wanted(kind: Kind) -> str:
    """What a key of this kind holds, in words."""
    if isinstance(kind, TextKind):
        if kind.choices:
            return " or ".join((", ".join(kind.choices[:-1]), kind.choices[-1]))
        return FORMS[kind.form].words if kind.form else "a text"
    if isinstance(kind, ListKind):
        return "a list, or the name of a file" if kind.file else "a list"
    if isinstance(kind, NotesKind):
        return "the names of notes with their texts"
    mapping = mapping_of(kind.name)
    keys = ", ".join(f"`{key.name}`" for key in mapping.keys[:4]) + (", …" if len(mapping.keys) > 4 else "")
    return f"{article(mapping)} with keys such as {keys}"


def instead(key: Key | None) -> str:
    """What a hint says of a key that stands for another."""
    assert key is not None  # noqa: S101  the specification names its own keys
    return f"`{key.name}: true` where it would say nothing" if key.kind == FLAG else f"`{key.name}:` in its stead"


def reads_as_text(name: str, child: Node) -> bool:
    """Whether a key and its value read as one text: the key begins a sentence, or is more than one word."""
    return isinstance(child, Scalar) and not isinstance(child, Lost) and (name[:1].isupper() or " " in name.strip())


def for_map(node: Map, name: str) -> str:
    """What to do with keys in the place of a text."""
    first = next(iter(node.entries), "")
    text = node.entries.get("text")
    if isinstance(text, Scalar):
        rest = [f"`{key}`" for key in node.entries if key != "text"]
        beside = f", and {' and '.join(rest)} in a line of its own beside it" if rest else ""
        return f"write `{name}: {shown(text.text)}`{beside}"
    if [*node.entries] == [""]:  # what YAML makes of a question mark alone
        return 'put it in quotes: "?"'
    if MAPPINGS["block"].key(first):
        return f"`{first}` is a block, and belongs into the `content` of a section; here is room for a text"
    return "write a text; put it in quotes when it holds a colon or begins with {"


def for_list(node: Seq, name: str) -> str:
    """What to do with a list in the place of a text, or of notes."""
    if name == "notes":
        return _for_notes(node)
    texts = [" ".join(item.text.split()) for item in node.items if isinstance(item, Scalar)]
    if name == "x" and len(texts) > 1:  # of a chart
        return "`x` names the column of `data` that has these, as its first row does: `data: [[x, y], [2024, 7], …]`"
    if not texts or len(texts) < len(node.items):
        return "write a text; put it in quotes when it begins with [ or -"
    if len(texts) == 1:
        return f"write the text itself, without a bracket or dash: `{name}: {shown(texts[0])}`"
    joined = (" " if all(text[-1:] in ".!?" for text in texts) else ", ").join(texts)
    return f"write one text, in quotes: `{name}: {in_quotes(joined)}`"


def _for_notes(node: Seq) -> str:
    """What to do with a list in the place of notes: its items are texts without names, or names with their texts."""
    first = node.items[0] if node.items else node
    if isinstance(first, Map) and all(isinstance(item, Map) and len(item.entries) == 1 for item in node.items):
        (name, child), *_ = first.entries.items()
        if isinstance(child, Scalar) and " " not in name.strip():
            return f"leave out the dash before each name: `{shown(name)}: {shown(child.text)}`"
    return "write a name and a colon in the place of each dash: `1: The source.`"


def keys_of_items(items: Sequence[Node], mapping: Mapping) -> list[str]:
    """The keys of items that are each one key of a mapping, and so are together what the mapping is; or none."""
    keys = [key for item in items if isinstance(item, Map) for key in item.entries]
    alone = len(keys) == len(items) == len(set(keys)) > 0
    return keys if alone and all(mapping.key(key) for key in keys) else []


def for_value(node: Node, name: str, mapping: Mapping) -> str:
    """What to do with a value in the place of a mapping: one of its keys', `design: a4`, a file, rows of a table; or ""."""
    if isinstance(node, Seq) and len(node.items) == 1 and isinstance(node.items[0], Map):
        first = next(iter(node.items[0].entries), "")
        if mapping.key(first):
            return f"it is no list: write a space in the place of the dash, `{first}:` two blanks deeper than `{name}:`"
    if isinstance(node, Seq) and (keys := keys_of_items(node.items, mapping)):
        named = ", ".join(f"`{key}:`" for key in keys)
        return f"it is no list: write a space in the place of each dash, so that {named} begin below each other"
    if not isinstance(node, Scalar):
        return "write the first row behind `head:`, and the others below `rows:`" if mapping.name == "table" else ""
    text = node.text.strip()
    if mapping.name == "typefaces":
        return f"write `{name}: {{body: {shown(text)}, display: {shown(text)}}}`"
    if mapping.name in _FILED and re.fullmatch(r"[^,;]+\.[A-Za-z0-9]{2,5}", text):
        return f"write `{name}: {{{_FILED[mapping.name].format(shown(text))}}}`"
    number = re.fullmatch(r"(\S*\d\S*(?: ?%)?) (.+)", text)
    if mapping.name == "stat" and number:
        return f"write `{{value: {in_quotes(number[1])}, label: {in_quotes(number[2])}}}`"
    for key in mapping.keys:
        kind = key.kind
        if isinstance(kind, MapKind) and kind.name == "look":
            from briefgen.looks.built_in import NAMES  # late: hardly any mistake asks for them

            values: tuple[str, ...] = tuple(NAMES)
        elif isinstance(kind, MapKind):
            short = mapping_of(kind.name).key(mapping_of(kind.name).short)
            values = short.kind.choices if short is not None and isinstance(short.kind, TextKind) else ()
        else:
            values = kind.choices if isinstance(kind, TextKind) else ()
        if text.lower() in values:
            return f"write `{name}: {{{key.name}: {text.lower()}}}`"
    return _as_name(text, mapping)


def _as_name(text: str, mapping: Mapping) -> str:
    """What to do with a text in the place of what has a name and more, such as a partner; or ""."""
    items = next(
        (key.kind.item for key in mapping.keys if key.name == mapping.short and isinstance(key.kind, ListKind)), None
    )
    named = mapping_of(items.name) if isinstance(items, MapKind) else mapping
    needed = [key.name for key in named.keys if key.required]
    if needed[:1] != ["name"] or not needed[1:]:
        return ""
    rest = "".join(f", {key}: …" for key in needed[1:])
    return f"write, for each {named.spoken}, `- {{name: {in_quotes(text)}{rest}}}`"


def rows_hint(node: Node, name: str, kind: ListKind) -> str:
    """What to do with what stands in the place of rows of cells; "" for other lists."""
    if name not in {"data", "rows"}:
        return ""
    from briefgen.outline.rows import for_rows  # late: hardly any mistake asks for it

    return for_rows(node, name, is_row=not isinstance(kind.item, ListKind))


def table_hint(node: Node) -> str:
    from briefgen.outline.rows import for_table  # late, as above

    return for_table(node)


def quoted(text: str) -> str:
    """A text in quotes as YAML has them, with as few escapes as can be."""
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
