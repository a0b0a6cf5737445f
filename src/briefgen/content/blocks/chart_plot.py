"""The plot of a chart: which columns it shows, on which axes, with what is drawn across it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import msgspec

from briefgen.charting.plot import Annotation, Period, Plot, Reference, Series
from briefgen.content.blocks.bench import Bench
from briefgen.content.blocks.chart_checks import check_panels, check_plot, check_size
from briefgen.content.blocks.chart_data import Given, Sheet, read_sheet
from briefgen.content.blocks.chart_made import Made
from briefgen.content.words import format_date
from briefgen.data.numbers import read_date, read_number
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Problems

YEARS = (1000, 2999)  # whole numbers that are taken for years
LARGEST, DECIMALS_MOST = Decimal("1e18"), 9
GROUPED_BY_ROWS = {
    "bar",
    "column",
    "dot",
    "range",
    "pyramid",
    "waffle",
    "slope",
}  # whose places are names, and need no order
STACKED = {"area"}


def make_plot(bench: Bench, node: Map, kind: Scalar) -> Made | None:
    """The plot of a chart of numbers, or None with a problem."""
    problems = bench.writer.problems
    if "data" not in node:
        return None
    sheet = read_sheet(bench, node)
    if sheet is None or not sheet.columns:
        return None
    return _Plotter(bench, node, kind, sheet).make(problems)


class _Plotter:
    """Makes one plot."""

    def __init__(self, bench: Bench, node: Map, kind: Scalar, sheet: Sheet) -> None:
        self._bench = bench
        self._node = node
        self._kind = kind.text.strip()
        self._kind_place = kind.place
        self._sheet = sheet
        self._problems = bench.writer.problems

    def make(self, problems: Problems) -> Made | None:
        chosen = self._choose()
        if chosen is None:
            return None
        x, ys, label, group = chosen
        rows = self._rows(x)
        series = [self._series(column, rows) for column in ys]
        if any(each is None for each in series) or not rows:
            return None
        plot = self._plot(x, [each for each in series if each is not None], label, rows)
        if plot is None:
            return None
        percent = all(each.percent for each in ys)
        plot = msgspec.structs.replace(plot, decimals=_decimals(ys), x_decimals=_decimals([x]))
        deepest = max(Counter(group.texts[row] for row in rows).values()) if group else len(rows)
        if group is not None and not check_panels(len({group.texts[row] for row in rows}), self._node, problems):
            return None
        if not check_size(plot, self._node, problems, deepest) or not check_plot(
            plot, self._node, problems, percent=percent
        ):
            return None
        plot = self._adorned(plot, x)
        if plot is None:
            return None
        if group is not None:
            plot = _in_panels(plot, [group.texts[row] for row in rows])
        return Made(plot, _labels(plot), x.name, label.name if label else "", group.name if group else "", percent)

    def _choose(self) -> tuple[Given, list[Given], Given | None, Given | None] | None:
        """The columns of the x axis, of the values, of the names of points and of the small charts."""
        node, columns = self._node, self._sheet.columns
        named = {key: self._named(key) for key in ("x", "label", "multiples")}
        if any(key in node and named[key] is None for key in named):
            return None
        group, label = named["multiples"], named["label"]
        rest = [each for each in columns if each not in (group, label)]
        if self._kind == "scatter" and label is None and "x" not in node and rest and not rest[0].numeric:
            label = rest.pop(0)
        x = named["x"] or (rest[0] if rest else None)
        wanted = node.texts("y")
        ys = [found for scalar in wanted if (found := self._sheet.find(scalar, self._problems)) is not None]
        if len(ys) < len(wanted):
            return None
        ys = ys or [each for each in rest if each is not x and (each.numeric or not any(each.values))]
        texts = [each for each in rest if each is not x and not each.numeric and any(each.values)]
        if not wanted and texts and not group:
            # a text among numbers is a mistake, and not a column of something else
            ys = [each for each in rest if each is not x]
        if x is None or not ys:
            said = "the data have no column of numbers besides the first"
            self._problems.add(
                "chart/no-data", self._sheet.place, said, "write a column of places, and a column for each series"
            )
            return None
        return x, ys, label, group

    def _named(self, key: str) -> Given | None:
        scalar = self._node.text(key)
        return self._sheet.find(scalar, self._problems) if scalar else None

    def _rows(self, x: Given) -> list[int]:
        """The rows that have a place, in the order of the axis."""
        rows = list(range(len(x.values)))
        if self._kind in GROUPED_BY_ROWS or not (x.numeric or x.dated):
            return rows
        missing = [row for row in rows if x.values[row] is None]
        for row in missing[:3]:
            said = f"this row has no value in `{x.name}`, and so no place on the axis"
            self._problems.add("chart/not-a-number", x.places[row], said, "write one, or remove the row")
        return sorted((row for row in rows if x.values[row] is not None), key=lambda row: _position(x.values[row]))

    def _series(self, column: Given, rows: list[int]) -> Series | None:
        values: list[float | None] = []
        wrong = 0
        for row in rows:
            value = column.values[row]
            if value is None:
                values.append(None)
                continue
            if isinstance(value, Decimal) and abs(value) < LARGEST:
                values.append(float(value))
                continue
            wrong += 1
            if wrong <= 5:
                said = f"“{column.texts[row][:40]}” in the column `{column.name[:40]}` is no number that can be drawn"
                hint = "write a number with a point for decimals, or leave the cell empty where there is no value"
                self._problems.add("chart/not-a-number", column.places[row], said, hint)
        if wrong:
            return None
        return Series(column.name, tuple(values))

    def _plot(self, x: Given, series: list[Series], label: Given | None, rows: list[int]) -> Plot | None:
        if not any(value is not None for each in series for value in each.values):
            self._problems.add("chart/no-data", self._sheet.place, "the data hold no number", "write at least one")
            return None
        x_kind, xs = self._places(x, rows)
        if self._kind == "scatter" and x_kind == "category":
            said = f"a scatter needs numbers on both axes, and `{x.name}` has texts"
            self._problems.add("chart/wrong-columns", self._sheet.place, said, "name a column of numbers with `x:`")
            return None
        arrangement = self._node.text("series")
        arranged = arrangement.text.strip() if arrangement else "stacked" if self._kind in STACKED else "grouped"
        labels = tuple(self._place_words(x, row) for row in rows)
        if self._kind == "scatter":
            labels = tuple(label.texts[row] for row in rows) if label else ()
        log = self._node.text("log")
        logs = log.text if log else ""
        return Plot(
            kind=self._kind,
            labels=labels,
            xs=xs,
            series=tuple(series),
            x_kind=x_kind,
            arrangement=arranged,
            log=logs in {"y", "both"},
            log_x=logs in {"x", "both"},
            cut=self._node.flag("cut", False),
            x_name=x.name if self._kind == "scatter" else "",
            y_name=series[0].name if self._kind == "scatter" and len(series) == 1 else "",
        )

    def _places(self, x: Given, rows: list[int]) -> tuple[str, tuple[float, ...]]:
        counted = tuple(float(number) for number in range(len(rows)))
        if self._kind in GROUPED_BY_ROWS - {"column"}:
            return "category", counted
        if x.numeric:
            values = [x.values[row] for row in rows]
            whole = all(isinstance(v, Decimal) and v == v.to_integral_value() and YEARS[0] <= v <= YEARS[1] for v in values)
            kind = "year" if whole else "number"
            return kind, tuple(float(v) if isinstance(v, Decimal) else 0.0 for v in values)
        if x.dated:
            return "date", tuple(_position(x.values[row]) for row in rows)
        return "category", counted

    def _place_words(self, x: Given, row: int) -> str:
        value, words = x.values[row], self._bench.writer.words
        if isinstance(value, date):
            iso = value.isoformat()
            return format_date(words, iso[:7] if len(x.texts[row].strip()) == len("2026-11") else iso)
        return " ".join(x.texts[row].split())

    def _adorned(self, plot: Plot, x: Given) -> Plot | None:
        """The plot with its highlight, the ends of its axis, and what is drawn across it."""
        node, before = self._node, len(self._problems.sorted())
        start, end = self._number("from"), self._number("to")
        values = [value for each in plot.series for value in each.values if value is not None]
        if start is not None:
            start = min([start, *values])  # nothing is cut off
        if end is not None:
            end = max([end, *values])
        highlight = tuple(filter(None, (self._known(plot, scalar) for scalar in node.texts("highlight"))))
        references = tuple(filter(None, (self._reference(plot, x, each) for each in node.maps("lines"))))
        periods = tuple(filter(None, (self._period(plot, x, each) for each in node.maps("periods"))))
        annotations = tuple(filter(None, (self._annotation(plot, x, each) for each in node.maps("annotations"))))
        if len(self._problems.sorted()) > before:
            return None
        return msgspec.structs.replace(
            plot,
            start=start if start is not None and (start or plot.log) else None if start is None else self._zero(plot, start),
            end=end,
            highlight=highlight,
            references=references,
            periods=periods,
            annotations=annotations,
        )

    def _zero(self, plot: Plot, start: float) -> float | None:
        return None if plot.kind in {"bar", "column", "area"} else start

    def _number(self, key: str) -> float | None:
        scalar = self._node.text(key)
        return None if scalar is None else self._value(scalar)

    def _value(self, scalar: Scalar) -> float | None:
        found = read_number(scalar.text, ".")
        if found is None or abs(found.value) >= LARGEST:
            said = f"“{scalar.text.strip()[:40]}” is no number"
            self._problems.add("chart/not-a-number", scalar.place, said, "write a number such as 12.5")
            return None
        return float(found.value)

    def _place(self, plot: Plot, x: Given, scalar: Scalar) -> float | None:
        """A place on the x axis."""
        text = " ".join(scalar.text.split())
        if plot.x_kind == "category":
            if text in plot.labels:
                return float(plot.labels.index(text))
            self._unknown(scalar, plot.labels, f"the column `{x.name}` has no “{text[:40]}”")
            return None
        if plot.x_kind == "date":
            day = read_date(text if len(text) > 4 else f"{text}-01", "")
            if day is None:
                said = f"“{text[:40]}” is no date"
                self._problems.add("chart/not-a-number", scalar.place, said, "write a date such as 2026-11-22 or 2026-11")
                return None
            return float(day.toordinal())
        return self._value(scalar)

    def _known(self, plot: Plot, scalar: Scalar) -> str | None:
        names = [*(each.name for each in plot.series), *plot.labels]
        text = " ".join(scalar.text.split())
        if text in names:
            return text
        self._unknown(scalar, names, f"no series and no place is named “{text[:40]}”")
        return None

    def _unknown(self, scalar: Scalar, names: Sequence[str], said: str) -> None:
        from difflib import get_close_matches  # only for an outline with a mistake

        near = get_close_matches(scalar.text.strip()[:60], list(names)[:500], 1)
        hint = f"did you mean `{near[0]}`?" if near else f"there are: {', '.join(dict.fromkeys(names))}"[:200]
        self._problems.add("chart/no-such-name", scalar.place, said, hint)

    def _reference(self, plot: Plot, x: Given, node: Map) -> Reference | None:
        at, label, axis = node.text("at"), node.text("label"), node.text("axis")
        if at is None or label is None:
            return None
        across = axis is not None and axis.text == "x"
        value = self._place(plot, x, at) if across else self._value(at)
        return None if value is None else Reference(value, " ".join(label.text.split()), "x" if across else "y")

    def _period(self, plot: Plot, x: Given, node: Map) -> Period | None:
        start, end, label = node.text("from"), node.text("to"), node.text("label")
        if start is None or end is None or label is None:
            return None
        places = self._place(plot, x, start), self._place(plot, x, end)
        if places[0] is None or places[1] is None:
            return None
        return Period(min(places[0], places[1]), max(places[0], places[1]), " ".join(label.text.split()))

    def _annotation(self, plot: Plot, x: Given, node: Map) -> Annotation | None:
        where, height, text = node.text("x"), node.text("y"), node.text("text")
        if where is None or text is None:
            return None
        at = self._place(plot, x, where)
        if at is None:
            return None
        value = self._value(height) if height is not None else self._nearest(plot, at)
        return None if value is None else Annotation(at, value, " ".join(text.text.split()))

    def _nearest(self, plot: Plot, at: float) -> float | None:
        """The value of the first series at the place nearest to this one."""
        given = [(abs(x - at), value) for x, value in zip(plot.xs, plot.series[0].values, strict=True) if value is not None]
        return min(given)[1] if given else None


def _position(value: object) -> float:
    if isinstance(value, date):
        return float(value.toordinal())
    return float(value) if isinstance(value, Decimal) else 0.0


def _decimals(ys: Sequence[Given]) -> int:
    """The decimals that values are written with: as many as the data have, and no more than tell them apart."""
    values = [value for each in ys for value in each.values if isinstance(value, Decimal)]
    had = max((-int(value.as_tuple().exponent) for value in values), default=0)
    if had <= 2:
        return max(0, had)
    least = min((value.adjusted() for value in values if value), default=0)
    return min(had, max(1, 2 - least), DECIMALS_MOST)


def _in_panels(plot: Plot, groups: Sequence[str]) -> Plot:
    """The plot parted by the texts of a column, all parts on one scale."""
    values = tuple(value for each in plot.series for value in each.values if value is not None)
    panels = []
    for name in dict.fromkeys(groups):
        rows = [number for number, group in enumerate(groups) if group == name]
        xs = tuple(plot.xs[row] for row in rows)
        panel = msgspec.structs.replace(
            plot,
            xs=tuple(float(n) for n in range(len(rows))) if plot.x_kind == "category" else xs,
            labels=tuple(plot.labels[row] for row in rows) if plot.labels else (),
            series=tuple(Series(each.name, tuple(each.values[row] for row in rows)) for each in plot.series),
            scaled_with=(min(values), max(values)),
            placed_with=(min(plot.xs), max(plot.xs)) if plot.x_kind != "category" else (),
        )
        panels.append((name or "–", panel))
    return msgspec.structs.replace(plot, panels=tuple(panels))


def _labels(plot: Plot) -> frozenset[str]:
    """All words that a plot writes."""
    found = {*plot.labels, plot.x_name, plot.y_name, *(series.name for series in plot.series)}
    found |= {each.label for each in plot.references} | {each.label for each in plot.periods}
    found |= {each.label for each in plot.annotations}
    if plot.kind == "range":
        found.add(f"{plot.series[-2].name} – {plot.series[-1].name}")
    return frozenset((found | {name for name, _ in plot.panels}) - {""})
