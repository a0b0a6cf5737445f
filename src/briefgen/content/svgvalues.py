"""Values of CSS that programs write into SVG and a plain reader of SVG does not know, put into words that it does.

Comes: the text of an attribute or style. Goes: the same with colours as `#rrggbb` or `rgba(…)` and variables resolved.
Promise: a colour that cannot be told is never guessed: ValueFault says which. Refuses to know elements.
"""

import re
from collections.abc import Iterable, Mapping
from math import cos, radians, sin

LEVELS_MOST = 10  # of variables within variables
VARIABLES_MOST = 5000
LONGEST = 10_000_000
_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,((?:[^()]|\([^()]*\))*))?\)")
_FUNCTION = re.compile(r"\b(rgba?|hsla?|oklch|oklab)\(([^()]*)\)", re.IGNORECASE)
_UNKNOWN = re.compile(r"\b(lab|lch|hwb|color|color-mix|light-dark|device-cmyk)\([^()]*\)", re.IGNORECASE)
_PROPERTY = re.compile(r"(--[\w-]+)\s*:\s*([^;}]+)")
_NUMBER = r"[+-]?\d*\.?\d+(?:e[+-]?\d+)?"


class ValueFault(Exception):  # noqa: N818  it is a fault of the drawing, not of the program
    """A value that cannot be told."""


def properties_in(styles: Iterable[str]) -> dict[str, str]:
    """The variables that styles set, each with the first value that it has."""
    found: dict[str, str] = {}
    for style in styles:
        for name, value in _PROPERTY.findall(style):
            found.setdefault(name, value.strip())
    return found


def readable_value(text: str, properties: Mapping[str, str]) -> str:
    """The text with all that can be put into plainer words. Raises ValueFault."""
    if text.count("var(") > VARIABLES_MOST:
        raise ValueFault("has more variables than a drawing needs")
    for _ in range(LEVELS_MOST):
        if "var(" not in text:
            break
        text = _VARIABLE.sub(lambda found: _resolved(found, properties), text)
        if len(text) > LONGEST:
            raise ValueFault("has variables that swell without an end")
    text = re.sub(r"(#[0-9a-fA-F]{3,8}|\b[a-z]+)\s+icc-color\([^()]*\)", r"\1", text)
    text = re.sub(r"\bcurrentcolor\b", "currentColor", text, flags=re.IGNORECASE)
    text = _FUNCTION.sub(_plain, text)
    unknown = _UNKNOWN.search(text)
    if unknown or "var(" in text:
        raise ValueFault(f"has a colour that is not read, `{unknown[0][:60] if unknown else text[:60]}`")
    return text


def _resolved(found: "re.Match[str]", properties: Mapping[str, str]) -> str:
    value = properties.get(found[1]) or (found[2] or "").strip()
    if not value:
        raise ValueFault(f"has a variable without a value, `{found[1][:60]}`")
    return value


def _plain(found: "re.Match[str]") -> str:
    """A colour with its parts between commas, as all readers know it."""
    name, written = found[1].lower(), found[2].strip()
    parts, _, opacity = written.partition("/")
    numbers = re.findall(rf"{_NUMBER}(?:%|deg|rad|turn)?|none", parts.lower())
    if "," in written or len(numbers) not in {3, 4}:
        return found[0]
    if name.startswith("ok"):
        values = _screen(name, [_part(each, at) for at, each in enumerate(numbers[:3])])
        numbers = [str(round(255 * min(max(value, 0.0), 1.0))) for value in values]
        name = "rgb"
    numbers = ["0" if each == "none" else each for each in numbers[:3]]
    kind = name[:3]
    return f"{kind}a({', '.join(numbers)}, {_share(opacity)})" if opacity.strip() else f"{kind}({', '.join(numbers)})"


def _part(written: str, at: int) -> float:
    """A part of an oklab or oklch colour (CSS Color 4, 9.3): 100 % is 1 of lightness, 0.4 of the rest."""
    if written == "none":
        return 0.0
    number = float(re.match(_NUMBER, written)[0])  # type: ignore[index]  # what was found begins with a number
    if written.endswith("%"):
        return number / 100 * (1.0 if at == 0 else 0.4)
    return number * {"turn": 360.0}.get(written.lstrip("+-.0123456789e"), 1.0)


def _share(written: str) -> float:
    written = written.strip()
    number = re.match(_NUMBER, written)
    return 1.0 if number is None else float(number[0]) / (100 if written.endswith("%") else 1)


def _screen(name: str, parts: list[float]) -> tuple[float, float, float]:
    """The sRGB values of an oklab or oklch colour (CSS Color 4, 10 and its sample code's matrices)."""
    light, a, b = parts
    if name == "oklch":
        a, b = a * cos(radians(parts[2])), parts[1] * sin(radians(parts[2]))
    long, middle, short = (
        (light + x * a + y * b) ** 3
        for x, y in ((0.3963377774, 0.2158037573), (-0.1055613458, -0.0638541728), (-0.0894841775, -1.2914855480))
    )
    linear = (
        4.0767416621 * long - 3.3077115913 * middle + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * middle - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * middle + 1.7076147010 * short,
    )
    red, green, blue = (12.92 * v if v <= 0.0031308 else 1.055 * v ** (1 / 2.4) - 0.055 for v in linear)
    return red, green, blue
