"""Rules of printers as data: YAML files with limits and severities, checked as an outline is.

Comes in: a name (press, office, or that of a file beside this one) or the path of a file. Goes out: Rules, or None and
problems with their places. The promise: a file that says nothing is the set it is based on; what it says wrongly is
reported, all of it. Refuses to know how a rule is checked.
"""

from pathlib import Path
from typing import get_args

import msgspec

from briefgen.outline.check import check_against
from briefgen.outline.kinds import Key, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.parse import parse
from briefgen.outline.tree import Map, Scalar
from briefgen.preflight.rules import RULES, SETS, Rules, Severity
from briefgen.problem import Place, Problems

OWN = ("newspaper", "sheetfed", "digital")  # the files beside this one
NAMES = (*SETS, *OWN)
LARGEST = 200_000  # bytes of a file
POINTS = {"mm": 72 / 25.4, "in": 72.0, "pt": 1.0}
LENGTH = TextKind("measure")
NUMBER = TextKind("count")
OFF = "off"

# the keys of limits: the field of Rules, and what it means
LIMITS = (
    Key("resolution", ListKind(NUMBER, single=False, length=2), "Pixels an inch of pictures: below is an error, a warning."),
    Key("line_art", ListKind(NUMBER, single=False, length=2), "The same for pictures of one bit."),
    Key("text_to_trim", ListKind(LENGTH, single=False, length=2), "Text nearer to the trim: an error, a warning."),
    Key("bleed", LENGTH, "Bleed round the trim."),
    Key("hairline", LENGTH, "The thinnest line."),
    Key("ink", NUMBER, "The most ink in one place, in percent."),
    Key("black_text", LENGTH, "Text from this size on may be black in several inks."),
    Key("smallest_text", LENGTH, "The smallest text."),
    Key("spots", NUMBER, "The most spot colours without a warning."),
)
SEVERITIES = tuple(
    Key(code, TextKind(choices=(*get_args(Severity), OFF)), rule.meaning) for code, rule in RULES.items() if "/" in code
)
FORMAT = {
    "rules": Mapping(
        "rules",
        "What a printer asks of a file, as far as it differs from `base`.",
        (
            Key("name", TextKind(), "What the rules are for.", required=True),
            Key("source", TextKind(), "Where they are written down."),
            Key("base", TextKind(choices=tuple(SETS)), "The set that holds for all else.", default="press"),
            Key("limits", MapKind("limits"), "Limits."),
            Key("severities", MapKind("severities"), "How grave it is to break a rule; `off` takes it out."),
        ),
        "name: My printer\nlimits: {bleed: 5mm, ink: 280}\nseverities: {print/page-count: off}\n",
    ),
    "limits": Mapping("limits", "Limits of a printer.", LIMITS, "{bleed: 5mm, ink: 280}"),
    "severities": Mapping("severities", "Severities of rules, by their codes.", SEVERITIES, "{print/page-count: off}"),
}


def load(name: str, problems: Problems) -> Rules | None:
    """The rules of a name or a path; None, and problems, when there are none."""
    if name in SETS:
        return SETS[name]
    path = Path(__file__).with_name(f"{name}.yaml") if name in OWN else Path(name)
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
        if len(data) > LARGEST:
            raise OSError(0, "it is too large")
        text = data.decode("utf-8-sig")
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or "it is no text in UTF-8"
        hint = f"name one of {', '.join(NAMES)}, or a YAML file with rules"
        problems.add("outline/unreadable", Place(name), f"the rules cannot be read: {said}", hint)
        return None
    return read(text, str(path) if name not in OWN else name, problems)


def read(text: str, file: str, problems: Problems) -> Rules | None:
    """The rules of a text; None, and problems, when it does not say any."""
    root = parse(text.replace("\r\n", "\n"), file, problems)
    if not isinstance(root, Map):
        if root is not None and not problems.fatal:
            problems.add("outline/wrong-type", Place(file, 1, 1), "rules are a mapping of keys", "begin with `name: …`")
        return None
    checked = check_against(FORMAT, "rules", root, problems)
    return None if problems.fatal else _rules(checked)


def _rules(checked: Map) -> Rules:
    base, title = checked.text("base"), checked.text("name")
    limits, severities = checked.map("limits"), checked.map("severities")
    fields: dict[str, object] = {"title": title.text.strip() if title else ""}
    for key in LIMITS if limits else ():
        if limits is None or key.name not in limits:
            continue
        of = key.kind.item if isinstance(key.kind, ListKind) else key.kind
        measure = of == LENGTH
        field = {"text_to_trim": "safety", "smallest_text": "smallest"}.get(key.name, key.name)
        if isinstance(key.kind, ListKind):
            fields[field] = tuple(_number(node, measure) for node in limits.texts(key.name))
        elif (node := limits.text(key.name)) is not None:
            fields[field] = _number(node, measure)
    if severities is not None:
        said = ((code, severities.text(code)) for code in severities.entries)
        fields["severities"] = {code: node.text if node.text != OFF else None for code, node in said if node is not None}
    return msgspec.structs.replace(SETS[base.text if base else "press"], **fields)


def _number(node: Scalar, measure: bool) -> float:
    """A number as it is, a length in points."""
    text = node.text.strip()
    unit = next((unit for unit in POINTS if text.endswith(unit)), "")
    value = float(text.removesuffix(unit))
    return value * POINTS[unit] if measure and unit else value
