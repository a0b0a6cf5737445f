"""What the briefs of one house share: a file that their outlines name (`house: house.yaml`).

Comes: the raw tree of an outline. Goes: the tree with what the house says and the outline does not. Promise: the outline's
own words win, key by key; every value keeps its place in the file that has it, so that messages point there; the file lies
within the outline's folder. Refuses to know what the keys mean.
"""

from os.path import normpath
from pathlib import Path

from briefgen.outline.parse import Lost, Null, parse
from briefgen.outline.tree import Map, Node, Scalar
from briefgen.problem import Place, Problems

NAME = "house"
LARGEST = 200_000  # bytes
OWN = frozenset(  # what one brief says, and no other
    "house title short_title subtitle number date standfirst summary contents contents_heading sections findings "
    "findings_heading recommendations recommendations_heading notes references citation".split()
)


def with_house(root: Map, folder: Path, file: str, problems: Problems) -> tuple[Map, str]:
    """The tree with what its house says, and the source of that. What is wrong with the house is reported."""
    named = root.entries.get(NAME)
    if named is None or isinstance(named, Null | Lost):
        return root, ""
    if not isinstance(named, Scalar):  # the checker says so
        return root, ""
    without = Map({name: child for name, child in root.entries.items() if name != NAME}, root.keys, root.place)
    source = _source(named, folder, problems) if named.text.strip() else None
    if source is None:
        return without, ""
    name = _beside(file, named)
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
    return _merged(root, _shared(house, problems)), source


def _source(named: Scalar, folder: Path, problems: Problems) -> str | None:
    """The text of the file of a house; None, with a problem, when there is none that may be read."""
    written = named.text.strip().replace("\\", "/")
    said, hint, code = "", "name a file beside the outline, such as house.yaml", "content/unknown-house"
    try:
        path = (folder / written).resolve()
        if Path(written).is_absolute() or ":" in written or not path.is_relative_to(folder.resolve()):
            said, code = f"`{written[:80]}` leads out of the outline's folder", "content/path-outside"
            hint = "copy it into the outline's folder; briefs that share it stand in one folder"
        elif not path.is_file():
            said = f"there is no file `{written[:80]}`"
        else:
            with path.open("rb") as stream:
                data = stream.read(LARGEST + 1)
            if len(data) <= LARGEST:
                return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            said = f"`{written[:80]}` has more than {LARGEST // 1000} kB, and no house has"
    except UnicodeDecodeError:
        said, hint = f"`{written[:80]}` is not UTF-8 text", "save the file as UTF-8"
    except (OSError, ValueError, RuntimeError) as error:
        said = f"`{written[:80]}` cannot be read: {getattr(error, 'strerror', None) or error}"
    problems.add(code, named.place, said, hint)
    return None


def _beside(file: str, named: Scalar) -> str:
    """The name of the house for messages, as the outline's is given."""
    return normpath(str(Path(file).parent / named.text.strip().replace("\\", "/")))


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


def _merged(own: Map, house: Map) -> Map:
    """Two mappings in one: where both have a mapping it is merged, and else the outline's own value stands."""
    entries: dict[str, Node] = dict(own.entries)
    keys = dict(own.keys)
    for name, child in house.entries.items():
        there = own.entries.get(name)
        if there is None or isinstance(there, Null):
            entries[name], keys[name] = child, house.keys[name]
        elif isinstance(there, Map) and isinstance(child, Map):
            entries[name] = _merged(there, child)
    return Map(entries, keys, own.place)
