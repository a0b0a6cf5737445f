"""What the briefs of one house share: a file that their outlines name (`house: house.yaml`).

Comes: the raw tree of an outline. Goes: the tree with what the house says and the outline does not. Promise: the outline's
own words win, key by key; every value keeps its place in the file that has it, so that messages point there; the file lies
within the outline's folder. Refuses to know what the keys mean.
"""

from pathlib import Path

from briefgen.outline.companions import companion, name_of
from briefgen.outline.parse import Lost, Null, parse
from briefgen.outline.tree import Map, Node, Scalar
from briefgen.problem import Place, Problems

NAME = "house"
KIND = ("house", "house.yaml")
OWN = frozenset(  # what one brief says, and no other
    "house title short_title subtitle number date standfirst summary contents contents_heading sections findings "
    "findings_heading recommendations recommendations_heading notes references citation".split()
)

SHORT = {"publisher": "name"}  # keys whose value may be the text of one of its own
WHOLE = frozenset({"accent", "secondary", "body", "display"})


def with_house(root: Map, folder: Path, problems: Problems) -> tuple[Map, str]:
    """The tree with what its house says, and the source of that. What is wrong with the house is reported."""
    named = root.entries.get(NAME)
    if named is None or isinstance(named, Null | Lost):
        return root, ""
    if not isinstance(named, Scalar):  # the checker says so
        return root, ""
    without = Map({name: child for name, child in root.entries.items() if name != NAME}, root.keys, root.place)
    source = companion(named, folder, KIND, problems) if named.text.strip() else None
    if source is None:
        return without, ""
    name = name_of(named)
    house = parse(source, name, problems)
    if isinstance(house, Lost | Null) or house is None:
        if isinstance(house, Null):
            problems.add(
                "outline/empty", Place(name, 1, 1), "the house is empty", "write what briefs share, as in an outline"
            )
        return without, ""
    if not isinstance(house, Map):
        said = "a house is a mapping of keys with values, as an outline is"
        problems.add("outline/wrong-type", house.place, said, "write a key, a colon and a value in each line")
        return without, ""
    return merged(root, _shared(house, problems)), source


def _shared(house: Map, problems: Problems) -> Map:
    """What a house may say; the rest is reported."""
    entries = {}
    for name, child in house.entries.items():
        if name in OWN:
            hint = "write it in the outline: a house has what its briefs share"
            problems.add("outline/unknown-key", house.keys[name], f"a house has no key `{name}`", hint)
        else:
            entries[name] = child
    return Map(entries, house.keys, house.place)


def merged(own: Map, house: Map) -> Map:
    """Two mappings in one: where both have a mapping it is merged, and else the outline's own value stands.

    So it does for what is of one piece: a colour with its inks, the faces of one family.
    """
    entries: dict[str, Node] = dict(own.entries)
    keys = dict(own.keys)
    for name, child in house.entries.items():
        there = own.entries.get(name)
        if there is None or isinstance(there, Null):
            entries[name], keys[name] = child, house.keys[name]
        elif isinstance(there, Scalar) and isinstance(child, Map) and name in SHORT:
            entries[name] = merged(Map({SHORT[name]: there}, {SHORT[name]: there.place}, there.place), child)
        elif isinstance(there, Map) and isinstance(child, Map) and name not in WHOLE:
            entries[name] = merged(there, child)
    return Map(entries, keys, own.place)
