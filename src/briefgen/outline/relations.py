"""What the values of an outline ask of each other: keys that need or exclude others, unique ids, full rows."""

from collections.abc import Callable, Iterator

from briefgen.outline.hints import article, instead, shown, wanted
from briefgen.outline.kinds import Key, Mapping
from briefgen.outline.nodes import is_empty, is_flag, stands_in
from briefgen.outline.parse import Lost
from briefgen.outline.tree import Map, Node, Scalar, Seq
from briefgen.problem import Place, Problems, counted

SHOWN_ROWS = 6  # in a hint


def required(node: Map, mapping: Mapping, meant: set[str], problems: Problems) -> None:
    """Report what is missing, but not what stands there under another name and has been reported so."""
    for key in mapping.keys:
        if key.required and key.name not in node.entries and key.name not in meant:
            said = f"{article(mapping)} needs the key `{key.name}`"
            problems.add("outline/missing-key", node.place, said, _adding(key, mapping))
    for name, others in mapping.unless:
        child = node.entries.get(name)
        stands = [other for other in others if stands_in(node.entries.get(other), mapping.key(other))]
        for flag in stands:
            if is_flag(mapping.key(flag)):
                _needless(node, name, flag, problems)
        if stands or name in meant:
            continue
        flags = [other for other in others if is_flag(mapping.key(other))]  # the nearest way out, where there is one
        hint = f"write it, or {' or '.join(instead(mapping.key(other)) for other in flags or others)}"
        hint = (_rows_of_chart(node) or hint) if (mapping.name, name) == ("chart", "data") else hint
        if child is None:
            problems.add("outline/missing-key", node.place, f"{article(mapping)} needs the key `{name}`", hint)
        elif is_empty(child):
            problems.add("outline/empty-value", node.keys[name], f"`{name}` has no value", hint)


def _rows_of_chart(node: Map) -> str:
    """What to do with a chart that has its numbers behind `x` and `y`, which name columns; "" for any other."""
    x, y = (node.entries.get(name) for name in ("x", "y"))
    if not isinstance(x, Seq) or not isinstance(y, Seq) or len(x.items) != len(y.items):
        return ""
    pairs = zip(x.items, y.items, strict=True)
    rows = [f"[{a.text}, {b.text}]" for a, b in pairs if isinstance(a, Scalar) and isinstance(b, Scalar)]
    if len(rows) < max(2, len(x.items)):
        return ""
    more = ", …" if len(rows) > SHOWN_ROWS else ""
    return f"in the place of `x` and `y` write `data: [[x, y], {', '.join(rows[:SHOWN_ROWS])}{more}]`"


def _adding(key: Key, mapping: Mapping) -> str:
    """How to add a key that is needed."""
    hint = f"add `{key.name}:` with {wanted(key.kind)}"
    return f"add `alt: auto`, or {hint[4:]} of your own" if (mapping.name, key.name) == ("chart", "alt") else hint


def _needless(node: Map, name: str, flag: str, problems: Problems) -> None:
    """Report a key that says something where a flag says that there is nothing to say."""
    child = node.entries.get(name)
    if child is None or is_empty(child) or isinstance(child, Lost) or isinstance(node.entries[flag], Lost):
        return
    said = f"`{name}` says something, and `{flag}` says that there is nothing to say"
    problems.add("outline/conflicting-keys", node.keys[name], said, f'keep one of them: `{name}: ""`, or no `{flag}`')


def together(node: Map, mapping: Mapping, problems: Problems) -> None:
    """Report keys that cannot stand together, and mappings that say nothing."""
    every = tuple(key.name for key in mapping.keys)
    for group in (every,) if mapping.one_of else mapping.exclusive:
        names = [name for name in node.entries if name in group]
        for name in names[1:]:
            said = f"{article(mapping)} cannot have both `{names[0]}` and `{name}`"
            group_hint = f"begin another with `- {name}:`" if mapping.one_of else "keep one of them"
            hint = next((way for key, way in mapping.ways if key in group and key in names), group_hint)
            problems.add("outline/conflicting-keys", node.keys[name], said, hint)
    empty = all(is_empty(child) for child in node.entries.values()) if mapping.some_of else not node.entries
    if empty and (mapping.some_of or mapping.one_of):
        problems.add("outline/empty-value", node.place, f"this {mapping.spoken} is empty", "fill it, or remove it")


def unique_ids(checked: Map, problems: Problems) -> None:
    """Report ids that stand twice: each may be referred to by its id alone."""
    seen: dict[str, Place] = {}
    for key in ("sections", "findings", "recommendations"):
        for own in _ids(checked.entries.get(key)):
            if own.text in seen:
                said = f"the id `{own.text}` stands here for the second time"
                hint = f"the first is in line {seen[own.text].line}; give one of them another"
                problems.add("outline/duplicate-id", own.place, said, hint)
            else:
                seen[own.text] = own.place


def _ids(node: Node | None) -> Iterator[Scalar]:
    """The ids in a part of an outline, in order."""
    waiting = [node]  # the next last
    while waiting:
        node = waiting.pop()
        if type(node) is Map:  # by its type: to ask whether it is of a kind that it is not of takes long
            own = node.entries.get("id")
            if isinstance(own, Scalar):
                yield own
            waiting += reversed(node.entries.values())
        elif type(node) is Seq:
            waiting += reversed(node.items)


def _check_table(entries: dict[str, Node], problems: Problems) -> None:
    """Report rows that are longer or shorter than the head; give each column its alignment."""
    head, rows, align = entries.get("head"), entries.get("rows"), entries.get("align")
    if not isinstance(head, Seq) or "file" in entries:  # how many columns a file has is known when it is read
        return
    count = len(head.items)
    first = head.items[0] if count == 1 else None
    wide = {len(row.items) for row in rows.items if isinstance(row, Seq)} if isinstance(rows, Seq) else set()
    if isinstance(first, Scalar) and len(wide) == 1 and (cells := _parted(first.text, *wide)):
        said = f"the head is one cell, and its rows have {counted(len(cells), 'cell')}"
        problems.add("outline/bad-value", first.place, said, f"put its cells in brackets: [{shown(', '.join(cells))}]")
        return
    if isinstance(rows, Seq):
        for row in rows.items:
            if isinstance(row, Seq) and len(row.items) != count:
                said = f"this row has {counted(len(row.items), 'cell')}, and the head has {counted(count, 'cell')}"
                from briefgen.outline.rows import for_count  # late: only a wrong row needs it

                problems.add("outline/bad-value", row.place, said, for_count(row, count))
    if isinstance(align, Seq) and len(align.items) == 1:
        entries["align"] = Seq(align.items * count, align.place)
    elif isinstance(align, Seq) and len(align.items) != count:
        said = f"`align` has {counted(len(align.items), 'value')}, and the head has {counted(count, 'cell')}"
        problems.add("outline/bad-value", align.place, said, "give one for each column, or one for all of them")


def _parted(head: str, count: int) -> list[str]:
    """The cells of a head that is one text, where a sign parts it into so many, which are several; else none."""
    for sign in ",;|\t":
        cells = [cell.strip() for cell in head.strip().strip("|").split(sign)]
        if len(cells) == count > 1:
            return cells
    return []


def _is_file_of_sources(text: str) -> bool:
    return text.endswith((".bib", ".ris", ".json", ".yaml", ".yml")) and ":" not in text and len(text.split()) == 1


def _check_whole(entries: dict[str, Node], problems: Problems) -> None:
    """Report a word that asks for a citation to be made, and the file of sources in the place of sources: both would be
    printed as words.
    """
    sources = entries.get("references")
    for item in sources.items if isinstance(sources, Seq) else ():
        if isinstance(item, Scalar) and _is_file_of_sources(item.text.strip().lower()):
            said = f"`references` are printed as they stand, and here is the name of a file, “{shown(item.text)}”"
            problems.add("outline/bad-value", item.place, said, f"write `bibliography: {shown(item.text)}` in its stead")
    cited = entries.get("citation")
    only = cited.items[0] if isinstance(cited, Seq) and len(cited.items) == 1 else None
    if isinstance(only, Scalar) and only.text.strip().lower() in _ASKING:
        hint = "write `citation_style: apa`, or another style, in the place of this line: then it is made"
        if "citation_style" in entries:
            hint = "remove the key `citation`: `citation_style` has it made"
        said = f"`citation` is printed as it stands, and here is “{shown(only.text)}”"
        problems.add("outline/bad-value", only.place, said, hint)


_ASKING = frozenset(("auto", "automatic", "true", "yes", "on"))
SPECIAL: dict[str, Callable[[dict[str, Node], Problems], None]] = {"outline": _check_whole, "table": _check_table}
