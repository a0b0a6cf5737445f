"""The colours of a brand.yml: names of its palette, and what CSS calls colours, into `#rrggbb`.

Comes: its checked `color`. Goes: a colour by its name, at the place of what says it. Promise: a name that nothing defines,
one that leads back to itself and what is no colour are reported, also where briefgen uses none of them.
"""

import re

from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Problems

BAD = "outline/bad-value"


class Colours:
    """The colours of one brand. `color` is in its normal form: each is a mapping with `light`, `dark` or both."""

    def __init__(self, color: Map | None, problems: Problems) -> None:
        self._problems = problems
        palette = color.map("palette") if color is not None else None
        self._palette = _flat(palette)
        self._theme = _flat(
            Map({k: v for k, v in color.entries.items() if k != "palette"}, {}, color.place) if color else None
        )
        self._found = {scalar.place: self._made(scalar) for scalar in (*self._palette.values(), *self._theme.values())}

    def named(self, name: str) -> Scalar | None:
        """What the brand calls so, as `#rrggbb`; None when it says nothing, or nothing right."""
        scalar = self._theme.get(name) or self._palette.get(name)
        return self._found[scalar.place] if scalar is not None else None

    def _made(self, scalar: Scalar) -> Scalar | None:
        seen: list[str] = []
        now = scalar
        while (name := now.text.strip()) in self._theme or name in self._palette:
            # a colour may have the name of what it is in the palette: `primary: primary`
            further = self._theme.get(name)
            if further is None or further.place == now.place:
                further = self._palette.get(name)
            if name in seen or further is None or further.place == now.place:
                if further is not None and further.place == now.place and _css(name):
                    break  # `black: black`
                self._problems.add(BAD, scalar.place, f"the colour `{name}` leads back to itself", "write its value")
                return None
            seen.append(name)
            now = further
        found = _css(now.text.strip())
        if not found and now.place == scalar.place:  # else it is said there
            self._problems.add(BAD, scalar.place, f"`{now.text.strip()[:60]}` is no colour", self._hint(now.text.strip()))
        return Scalar(found, scalar.place) if found else None

    def _hint(self, written: str) -> str:
        from difflib import get_close_matches  # late: only a mistake needs it

        near = get_close_matches(written, [*self._palette, *self._theme], 1, 0.6)
        return f"did you mean `{near[0]}`?" if near else 'write one such as "#8a1c1c", in quotes, or a name of the palette'


def _flat(node: Map | None) -> dict[str, Scalar]:
    """Each colour as it is on light grounds."""
    if node is None:
        return {}
    both = {name: (node.map(name), "light") for name in node.entries}
    found = {name: each.text("light") or each.text("dark") for name, (each, _) in both.items() if each is not None}
    return {name: scalar for name, scalar in found.items() if scalar is not None}


def _css(written: str) -> str:
    """`#rrggbb` of a colour of CSS; "" of none, and of one that is not opaque."""
    from PIL import ImageColor  # late: few briefs have a brand

    if re.fullmatch("#[0-9A-Fa-f]{6}", written):
        return written
    try:
        parts = ImageColor.getrgb(written[:100])
    except ValueError:
        return ""
    return "#" + "".join(f"{part:02x}" for part in parts[:3]) if len(parts) == 3 or parts[3] == 255 else ""
