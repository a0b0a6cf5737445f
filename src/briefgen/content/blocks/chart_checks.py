"""What a kind of chart asks of its numbers, so that it shows them and deceives nobody."""

from briefgen.charting.plot import Plot
from briefgen.data.numbers import read_number
from briefgen.outline.tree import Map
from briefgen.problem import Place, Problems, counted

LENGTHS = {"bar", "column", "area"}  # what is read by how long it is
SERIES_MOST, ROWS_MOST, PARTS_MOST, MARKS_MOST, PANELS_MOST = 12, 60, 16, 3000, 24
IN_ROWS = {"bar", "dot", "range", "pyramid"}
NEARLY = (90.0, 110.0)  # a sum that is meant as a hundred
HUNDRED = 0.5  # how far it may be from that, for each part that was rounded: half of the last digit


def check_size(plot: Plot, node: Map, problems: Problems, rows: int) -> bool:
    """Whether a chart has as many series and rows as its kind shows; reported when not. `rows`: of its largest part."""
    place, series = _place(node), len(plot.series)
    wrong = {
        "pyramid": (series != 2, f"a pyramid has two series, and the data have {series}", "name two columns with `y:`"),
        "range": (
            series not in {2, 3},
            f"a range has two series, the least and the greatest, or three, a value before them; the data have {series}",
            "name them with `y: [value, least, greatest]`",
        ),
        "slope": (rows < 2, f"a slope has two places, and the data have {rows}", "write a row for each"),
        "waffle": (series != 1, f"a waffle has one series, and the data have {series}", "name its column with `y:`"),
    }.get(plot.kind, (False, "", ""))
    if wrong[0]:
        problems.add("chart/wrong-columns", place, wrong[1], wrong[2])
        return False
    if series > SERIES_MOST:
        said = f"the chart has {series} series, and {SERIES_MOST} are the most that can be told apart"
        problems.add("chart/too-many", place, said, "choose them with `y:`, or write `multiples:` with a column")
        return False
    most = {"waffle": PARTS_MOST}.get(plot.kind, ROWS_MOST if plot.kind in IN_ROWS else MARKS_MOST)
    if rows > most or len(plot.xs) * series > MARKS_MOST:
        said = f"the chart has {counted(len(plot.xs), 'row')} of data and {series} series: more than this kind shows"
        problems.add("chart/too-many", place, said, "give it fewer, the largest or the latest, or sums of several")
        return False
    return True


def check_panels(count: int, node: Map, problems: Problems) -> bool:
    """Whether small charts are few enough to be seen together; reported when not."""
    if count > PANELS_MOST:
        said = f"the column for `multiples` has {count} different values, and {PANELS_MOST} are the most small charts"
        problems.add("chart/too-many", node.keys["multiples"], said, "choose another column, or show fewer of its values")
    return count <= PANELS_MOST


def check_plot(plot: Plot, node: Map, problems: Problems, *, percent: bool) -> bool:
    """Whether the numbers can be drawn so; reported when not. Shares that do not add up are a warning."""
    values = [value for series in plot.series for value in series.values if value is not None]
    place = _place(node)
    shares = plot.kind == "waffle" or plot.arrangement == "share"
    if (plot.log and min(values) <= 0) or (plot.log_x and min(plot.xs) <= 0):
        said = "a logarithmic axis shows only what is above zero, and the data have a value that is not"
        problems.add("chart/not-positive", place, said, "leave out `log`")
        return False
    if shares and min(values) < 0:
        said = "shares of a whole are not below zero, and the data have a value that is"
        problems.add("chart/not-positive", place, said, "write `series: grouped`, or another `kind`")
        return False
    if plot.kind in LENGTHS and not _from_zero(plot, node, problems):
        return False
    if shares or (plot.arrangement == "stacked" and percent):
        _check_hundred(plot, node, problems, percent=percent)
    return True


def _from_zero(plot: Plot, node: Map, problems: Problems) -> bool:
    """Whether lengths begin at zero, or are said not to."""
    start = node.text("from")
    if plot.log:
        said = "lengths cannot be read on a logarithmic axis: it has no zero from which they begin"
        problems.add("chart/cut-axis", node.keys["log"], said, "write `kind: dot` or `kind: line`, or leave out `log`")
        return False
    number = read_number(start.text, ".") if start else None
    if start is None or number is None or not number.value or plot.cut:
        return True
    said = f"the axis of lengths begins at {start.text.strip()}, and so the lengths say nothing"
    hint = "leave out `from`; or write `cut: true`, and the axis is marked as cut; or `kind: dot`, which has no lengths"
    problems.add("chart/cut-axis", start.place, said, hint)
    return False


def _check_hundred(plot: Plot, node: Map, problems: Problems, *, percent: bool) -> None:
    """Report percentages that do not add up to a hundred."""
    if plot.kind == "waffle":
        parts = [("", [value for value in plot.series[0].values if value is not None])]
    else:
        parts = [
            (label, [value for s in plot.series if (value := s.values[at]) is not None])
            for at, label in enumerate(plot.labels)
        ]
    if "note" in node:  # which says why
        return
    sums = [(label, sum(value or 0.0 for value in given), len(given)) for label, given in parts if given]
    meant = percent or all(NEARLY[0] <= total <= NEARLY[1] for _, total, _ in sums)
    for label, total, count in sums[:60]:
        step = 10.0**-plot.decimals
        if meant and abs(total - 100) > max(HUNDRED * step * count, 1e-6):
            of = f" of “{label[:40]}”" if label else ""
            said = f"the percentages{of} add up to {total:.{plot.decimals}f}, and not to 100"
            problems.add("chart/not-100", _place(node), said, "correct them, or say in `note:` why not")
            return


def _place(node: Map) -> Place:
    return node.entries["data"].place if "data" in node else node.place
