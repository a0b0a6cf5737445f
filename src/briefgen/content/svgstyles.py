"""What browsers read in the styles of an SVG and a plain reader of SVG passes over in silence.

Comes: a style sheet, or the style of an element. Goes: what in it would be passed over, in words; or the same style with
what can be said by attributes said so. Promise: nothing that changes how a drawing looks is left out unsaid. Refuses to
know colours.
"""

import re
from collections.abc import Iterator

GEOMETRY = frozenset("x y cx cy r rx ry width height".split())
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
# at-rules that change nothing that is drawn: how it moves, or looks on a dark screen
_IDLE_RULE = re.compile(r"@(keyframes|-\w+-keyframes|font-face|charset|namespace)|@media[^{]*prefers-color-scheme:\s*dark")
_DYNAMIC = re.compile(r":{1,2}(hover|active|focus[\w-]*|visited|link|target|selection|enabled|disabled|checked)\b")
_UNREAD = re.compile(r":(?!first-child\b)[\w:-]+|~")
_PLAIN_NUMBER = re.compile(r"([+-]?\d*\.?\d+(?:e[+-]?\d+)?)(px)?|[+-]?\d*\.?\d+%", re.IGNORECASE)
_ANGLE = re.compile(r"([+-]?\d*\.?\d+)(deg|grad|rad|turn)", re.IGNORECASE)
_DEGREES = {"deg": 1.0, "grad": 0.9, "rad": 57.29577951308232, "turn": 360.0}
_FLAT = re.compile(r"(?:\s*(?:matrix|translate[XY]?|scale[XY]?|rotate|skew[XY])\([-+\d.eE,\s]*\)\s*,?)*")


def unread_rules(sheet: str) -> Iterator[str]:
    """What in a style sheet is passed over, in words."""
    sheet = _COMMENT.sub(" ", sheet)
    if "@import" in sheet:
        yield "an @import, which is never fetched"
    for selector, declarations, nested in _rules(sheet):
        if selector.startswith("@"):
            if not _IDLE_RULE.match(selector):
                yield f"a rule for some screens, `{' '.join(selector.split())[:40]}`"
            continue
        if nested:
            yield "rules within rules"
            continue
        said = [each.strip() for each in declarations.split(";") if each.strip() and not each.strip().startswith("--")]
        kept = [each for each in selector.split(",") if not _DYNAMIC.search(each)]
        odd = next((each.strip() for each in kept if _UNREAD.search(re.sub(r"\[[^\]]*\]", "", each))), "")
        if said and odd:
            yield f"a selector that is not read, `{odd[-40:]}`"
        for each in said if kept else ():
            yield from _unread_declaration(each, sheet=True)


def _rules(sheet: str) -> Iterator[tuple[str, str, bool]]:
    """The rules of a sheet: what stands before the braces, what in them, and whether that holds further braces."""
    start = opened = depth = 0
    nested = False
    for sign in re.finditer("[{};]", sheet):
        if sign[0] == ";" and not depth:
            start = sign.end()
        elif sign[0] == "{":
            nested = nested or depth > 0
            opened = opened if depth else sign.end()
            depth += 1
        elif sign[0] == "}" and depth:
            depth -= 1
            if not depth:
                yield sheet[start : opened - 1].strip(), sheet[opened : sign.start()], nested
                start, nested = sign.end(), False


def righted_style(style: str) -> tuple[str, dict[str, str], list[str]]:
    """The style of an element without what attributes have to say, these attributes, and what is passed over."""
    kept: list[str] = []
    unread: list[str] = []
    attributes: dict[str, str] = {}
    for each in style.split(";"):
        name, _, value = (part.strip() for part in each.partition(":"))
        name, value = name.lower(), value.replace("!important", "").strip()
        number = _PLAIN_NUMBER.fullmatch(value)
        transform = flat_transform(value) if name == "transform" else None
        if name in GEOMETRY and number:
            attributes[name] = number[1] or value
        elif name == "d" and (found := re.fullmatch(r"path\(\s*['\"](.*)['\"]\s*\)", value)):
            attributes["d"] = found[1]
        elif transform is not None:
            attributes["transform"] = transform
        else:
            unread += _unread_declaration(each, sheet=False)
            kept.append(each)
    return ";".join(kept), attributes, unread


def flat_transform(value: str) -> str | None:
    """A transform of CSS as an attribute says it, without units; None where no attribute can."""
    value = re.sub(r"([-+\d.])px\b", r"\1", value)
    value = _ANGLE.sub(lambda found: f"{float(found[1]) * _DEGREES[found[2].lower()]:g}", value)
    value = re.sub(r"translateX\(([^)]*)\)", r"translate(\1 0)", re.sub(r"translateY\(([^)]*)\)", r"translate(0 \1)", value))
    value = re.sub(r"scaleX\(([^)]*)\)", r"scale(\1 1)", re.sub(r"scaleY\(([^)]*)\)", r"scale(1 \1)", value))
    return value if value not in {"", "none"} and _FLAT.fullmatch(value) else "" if value == "none" else None


def _unread_declaration(said: str, *, sheet: bool) -> Iterator[str]:
    name, _, value = (part.strip().lower() for part in said.partition(":"))
    value = value.replace("!important", "").strip()
    shown = " ".join(said.split())[:50]
    if "calc(" in value:
        yield f"a sum that is not worked out, `{shown}`"
    elif name == "clip-path" and not value.startswith(("url(", "none", "inherit")):
        yield f"a clip that is not read, `{shown}`"
    elif name == "transform-box" and value not in {"view-box", "border-box"}:
        yield f"a centre of turning that is not read, `{shown}`"
    elif name == "transform" and value != "none" and (not sheet or re.search(r"\d(px|deg|rad|turn|%)", value)):
        yield f"a transform that is not read, `{shown}`"
    elif (name in GEOMETRY and sheet and value not in {"auto", "100%"}) or name == "d":
        yield f"a size or place given by style, `{shown}`"
