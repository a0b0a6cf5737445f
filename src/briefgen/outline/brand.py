"""Posit's brand.yml as a part of an outline (`design: {brand: _brand.yml}`): colours, faces, logo, name, link.

Comes: the raw tree of an outline, with its house. Goes: the tree with what the brand says and the outline does not, each
value with its place in the brand's file, so that messages point there and paths count from there. Promise: what the outline
says wins; what the file says wrong is reported; a key that other programs read is passed over, and a stranger's told of.
"""

from pathlib import Path

from briefgen.outline.brandcolours import Colours
from briefgen.outline.brandfonts import typefaces
from briefgen.outline.check import check_against
from briefgen.outline.companions import companion, name_of
from briefgen.outline.house import merged
from briefgen.outline.parse import Lost, Null, parse
from briefgen.outline.specification.brand import LINKS, SIZES, brand_mappings
from briefgen.outline.tree import Map, Node, Scalar
from briefgen.problem import Place, Problems

KIND = ("brand", "_brand.yml")
KNOWN = {"meta": ("name", "link"), "defaults": ("briefgen",)}  # besides these, a file may have what it likes
SHORT = {"publisher": "name"}  # keys of outlines whose text stands for a mapping that a brand adds to


def with_brand(root: Map, folder: Path, problems: Problems) -> tuple[Map, str]:
    """The tree with what its brand says, and the source of that. What is wrong with the brand is reported."""
    design = root.entries.get("design")
    named = design.entries.get("brand") if isinstance(design, Map) else None
    if not isinstance(named, Scalar) or isinstance(named, Null) or not named.text.strip():
        return root, ""  # the checker says so
    source = companion(named, folder, KIND, problems)
    brand = parse(source, name_of(named), problems) if source is not None else None
    if brand is None or isinstance(brand, Lost):
        assert isinstance(design, Map)  # noqa: S101  as above
        rest = {name: child for name, child in design.entries.items() if name != "brand"}
        return Map(root.entries | {"design": Map(rest, design.keys, design.place)}, root.keys, root.place), ""
    if not isinstance(brand, Map):
        said = "a brand is a mapping of keys with values, as https://posit-dev.github.io/brand-yml tells"
        problems.add("outline/wrong-type", Place(name_of(named), 1, 1), said, "begin with `color:` or `logo:`")
        return root, ""
    own = _spread(root)
    publisher = own.entries.get("publisher")
    given = set(publisher.entries) if isinstance(publisher, Map) else set()
    return merged(own, _as_outline(_checked(brand, problems), given, problems)), source or ""


def _spread(root: Map) -> Map:
    """The tree, with short forms written out to which a brand may add."""
    entries = dict(root.entries)
    for name, key in SHORT.items():
        child = entries.get(name)
        if isinstance(child, Scalar) and not isinstance(child, Null):
            entries[name] = Map({key: child}, {key: child.place}, child.place)
    return Map(entries, root.keys, root.place)


def _checked(brand: Map, problems: Problems) -> Map:
    """The brand in its normal form."""
    entries = dict(brand.entries)
    for name, known in KNOWN.items():
        if isinstance(child := entries.get(name), Map):
            entries[name] = _known(child, known, problems if name == "meta" else None)
    meta = entries.get("meta")
    if isinstance(meta, Map) and isinstance(link := meta.entries.get("link"), Map):
        entries["meta"] = Map(meta.entries | {"link": _known(link, LINKS, None)}, meta.keys, meta.place)
    names = []
    for outer, inner in (("color", "palette"), ("logo", "images")):
        holder = entries.get(outer)
        child = holder.entries.get(inner) if isinstance(holder, Map) else None
        names.append(list(child.entries) if isinstance(child, Map) else [])
    return check_against(brand_mappings(*names), "brand", Map(entries, brand.keys, brand.place), problems)


def _known(node: Map, known: tuple[str, ...], problems: Problems | None) -> Map:
    """A mapping without keys of others', which are told of where there are problems to tell."""
    for name in node.entries:
        if name not in known and problems is not None:
            said = f"`{name[:60]}` is not read by briefgen"
            hint = f"it reads {' and '.join(f'`{each}`' for each in known)} here; was one of them meant?"
            problems.add("content/unread-brand-key", node.keys[name], said, hint)
    kept = {name: child for name, child in node.entries.items() if name in known}
    return Map(kept, {name: node.keys[name] for name in kept}, node.place)


def _as_outline(brand: Map, given: set[str], problems: Problems) -> Map:
    """What a brand says, as an outline says it. `given`: what that says of its publisher itself."""
    colours = Colours(brand.map("color"), problems)
    design: dict[str, Node | None] = {
        "accent": _accent(colours.named("primary"), brand.map("defaults")),
        "secondary": _accent(colours.named("secondary"), None),
        "typefaces": typefaces(brand.map("typography"), problems),
    }
    return _made(
        {"publisher": _publisher(brand, given, problems), "design": _made(design, brand.place)},
        brand.place,
    ) or Map({}, {}, brand.place)


def _accent(primary: Scalar | None, defaults: Map | None) -> Map | None:
    inks = defaults.map("briefgen") if defaults is not None else None
    if primary is None:
        return None
    more = inks.entries if inks is not None else {}
    return _made({"screen": primary, **more}, primary.place)


def _publisher(brand: Map, given: set[str], problems: Problems) -> Map | None:
    meta, logo = brand.map("meta"), brand.map("logo") if "logo" not in given else None
    name, link = (meta.map(key) if meta is not None else None for key in ("name", "link"))
    light, dark = _pictures(logo) if logo is not None else (None, None)
    entries: dict[str, Node | None] = {
        "name": (name.text("full") or name.text("short")) if name is not None else None,
        "url": link.text("home") if link is not None else None,
        "logo": light.text("path") if light is not None else None,
        "logo_alt": light.text("alt") if light is not None else None,
        "logo_reversed": dark.text("path") if dark is not None else None,
    }
    if entries["name"] is None and "name" not in given and (nameless := entries["logo"] or entries["url"]):
        said, hint = "the brand has no name, which readers of its logo and links need", "add `meta: {name: …}` to it"
        problems.add("outline/missing-key", nameless.place, said, hint)
        return None
    return _made(entries, brand.place)


def _pictures(logo: Map) -> tuple[Map | None, Map | None]:
    """The logo for light grounds and that for dark ones, of the size that suits a masthead."""
    images = logo.map("images")
    wanted = next((found for size in SIZES if (found := logo.map(size)) is not None), None)
    if wanted is None:
        return None, None
    both = [wanted.map(ground) for ground in ("light", "dark")]
    if both == [None, None]:
        both = [wanted, None]
    return _picture(both[0], images), _picture(both[1], images)


def _picture(wanted: Map | None, images: Map | None) -> Map | None:
    """A picture, by its path or by its name among the images."""
    path = wanted.text("path") if wanted is not None else None
    found = images.map(path.text.strip()) if images is not None and path is not None else None
    return found if found is not None else wanted


def _made(entries: dict[str, Node | None], place: Place) -> Map | None:
    """A mapping of what there is; None of nothing."""
    there = {name: child for name, child in entries.items() if child is not None}
    return Map(there, {name: child.place for name, child in there.items()}, place) if there else None
