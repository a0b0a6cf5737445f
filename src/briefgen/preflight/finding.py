"""What the judge says of a file: findings, each with its rule, page and place.

Comes in: what the checks saw. Goes out: findings in the order of the pages. The promise: a rule that is broken a thousand
times on a page is one finding that shows the worst place and counts the rest, so what is said of a file is bounded whatever
the file. Refuses to know how anything was measured.
"""

import msgspec

from briefgen.geometry import Rect
from briefgen.preflight.rules import RULES, Rules, Severity

Box = tuple[float, float, float, float]  # left, top, right, bottom in points from the top left corner of the trimmed sheet
MOST_NAMES = 20
MOST = 5000  # findings of one code in one file


def listed(names: list[str]) -> str:
    """Names with commas between them, of many the first."""
    return ", ".join(names[:MOST_NAMES]) + (f" and {len(names) - MOST_NAMES} more" if len(names) > MOST_NAMES else "")


class Measure(msgspec.Struct, frozen=True):
    """What was measured, the limit that it breaks, and their unit."""

    value: float | None = None
    limit: float | None = None
    unit: str = ""

    @property
    def distance(self) -> float:
        """How far the value is from its limit."""
        return 0.0 if self.value is None or self.limit is None else abs(self.value - self.limit)


UNMEASURED = Measure()


class Finding(msgspec.Struct, frozen=True):
    """One rule broken. `page` counts from 1; 0 is the file as a whole.

    `area` is the place on the page as it is read (turned and scaled as the page says), in points from the top left corner of
    the trimmed sheet; None is the whole page. `measured` and `limit` are in `unit`. `count` is how often the rule is broken
    in the same way on this page; the finding shows the worst.
    """

    code: str
    severity: Severity
    message: str
    page: int = 0
    area: Rect | None = None
    measured: float | None = None
    limit: float | None = None
    unit: str = ""
    hint: str = ""
    count: int = 1

    @property
    def distance(self) -> float:
        """How far the measured value is from its limit."""
        return Measure(self.measured, self.limit).distance


class Findings:
    """Collects findings under one set of rules."""

    def __init__(self, rules: Rules) -> None:
        self.rules = rules
        self._found: dict[tuple[str, int, str], Finding] = {}
        self._times: dict[tuple[str, int, str], int] = {}  # how often each was found
        self._counts: dict[str, int] = {}  # findings of each code
        self._lost: dict[str, int] = {}
        self.unsaid: dict[str, str] = {}  # broken rules that are not of this set, and what was to be said of them

    def add(  # noqa: PLR0913  each but the first three is named by who calls
        self,
        code: str,
        message: str,
        page: int = 0,
        box: Box | None = None,
        *,
        group: str | None = None,
        severity: Severity | None = None,
        measure: Measure = UNMEASURED,
        hint: str = "",
    ) -> None:
        """Report that a rule is broken; KeyError when there is no such rule. What these rules do not ask for is kept apart.

        `severity` overrides the rule's own, where a rule has degrees. Findings of one rule, page and `group` are counted as
        one; without a group each message is its own.
        """
        own = self.rules.severity(code)
        if code in self.rules.severities:
            severity = own
        if own is None:
            self.unsaid.setdefault(code, message)
            return
        severity = severity or own
        key = (code, page, message if group is None else group)
        known = self._found.get(key)
        if known is None:
            if self._counts.get(code, 0) >= MOST:
                self._lost[code] = self._lost.get(code, 0) + 1
                return
            self._counts[code] = self._counts.get(code, 0) + 1
        else:
            self._times[key] = self._times.get(key, 1) + 1
            if (severity == "error", measure.distance) <= (known.severity == "error", known.distance):
                return  # before a finding is made that nobody needs: a rule may be broken by every word of a page
        value, limit, unit = measure.value, measure.limit, measure.unit
        self._found[key] = Finding(code, severity, message, page, _rect(box), value, limit, unit, hint)

    def has(self, code: str) -> bool:
        """Whether the rule was broken, whether or not these rules ask for it."""
        return code in self.unsaid or code in self._counts

    def sorted(self) -> list[Finding]:
        """All findings: those of the file, then page by page in the order of the rules, from top to bottom."""
        order = {code: number for number, code in enumerate(RULES)}
        found = [
            msgspec.structs.replace(finding, count=self._times[key]) if key in self._times else finding
            for key, finding in self._found.items()
        ]
        if self._lost:
            rest = listed([f"{count} of {code}" for code, count in self._lost.items()])
            found.append(Finding("preflight/too-many", "error", f"more findings are not listed: {rest}"))
        return sorted(
            found, key=lambda f: (f.page, order[f.code], (f.area.y, f.area.x) if f.area else (0.0, 0.0), f.message)
        )


def _rect(box: Box | None) -> Rect | None:
    if box is None:
        return None
    left, top, right, bottom = (round(value, 2) for value in box)
    return Rect(left, top, round(right - left, 2), round(bottom - top, 2))
