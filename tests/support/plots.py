"""Plots for the layout of charts: a measure whose letters are all one em wide, and data of all sorts."""

import random

import msgspec

from briefgen.charting.board import box_of, crosses, meet
from briefgen.charting.plot import Annotation, Area, Disc, Line, Mark, Period, Picture, Plot, Reference, Series, Style, Words
from briefgen.geometry import Rect

KINDS = ("bar", "column", "line", "area", "dot", "range", "slope", "scatter", "pyramid", "waffle", "steps")
SIZE, LEADING, LARGE = 8.0, 10.0, 13.0
WORDS = "a of the district reservoir municipality Wasserversorgungsgesellschaft inflow and m3 2024 x".split()


class EmTexts:
    """Every letter is as wide as the type is high, so that any width can be told by counting."""

    def width(self, label: str, style: Style) -> float:
        return len(label) * self.size(style)

    def lines(self, label: str, style: Style, width: float) -> tuple[float, ...]:
        most = max(1, int((width + 0.001) / self.size(style)))
        found: list[int] = []
        for word in label.split() or [""]:
            parts = [word[at : at + most] for at in range(0, max(1, len(word)), most)]
            for part in parts:
                if found and part is parts[0] and found[-1] + 1 + len(part) <= most:
                    found[-1] += 1 + len(part)
                else:
                    found.append(len(part))
        return tuple(count * SIZE for count in found)

    def word(self, label: str, style: Style) -> float:
        return max((len(word) for word in label.split()), default=0) * self.size(style)

    def size(self, style: Style) -> float:
        return LARGE if style == "chart_numeral" else SIZE

    def leading(self, style: Style) -> float:
        return LARGE * 1.2 if style == "chart_numeral" else LEADING

    def number(self, value: float, decimals: int) -> str:
        return f"{value:.2e}" if abs(value) >= 1e15 else f"{value:.{min(decimals, 12)}f}"

    def plain(self, value: float, decimals: int) -> str:
        return f"{value:.{decimals}f}"

    def date(self, day: float, unit: str) -> str:
        return {"year": f"{day / 365:04.0f}", "month": "May 2024", "day": "1 May 2024"}[unit]


def random_plot(seed: int) -> tuple[Plot, float]:
    """A plot of any kind with any data, and the width that it is drawn in."""
    rng = random.Random(seed)
    kind = KINDS[seed % len(KINDS)]
    width = rng.choice([110.0, 232.0, 232.0, 376.0, 482.0])
    if kind == "steps":
        labels = tuple(label(rng, 7) for _ in range(rng.randint(2, 8)))
        return Plot(kind, labels, tuple(map(float, range(len(labels)))), (), back=rng.choice(["", label(rng, 9)])), width
    count = rng.randint(1, 16 if kind == "waffle" else 60)
    series = {"range": rng.choice([2, 3]), "pyramid": 2, "waffle": 1}.get(kind, rng.choice([1, 1, 2, 3, 5, 8, 12]))
    count = max(2, count) if kind == "slope" else count
    arrangement = rng.choice(["grouped", "stacked", "share"]) if kind in {"bar", "column", "area"} else "grouped"
    signs = arrangement != "share" and kind not in {"waffle"}
    rows = tuple(Series(label(rng, 3) or "y", values(rng, count, signed=signs)) for _ in range(series))
    if not any(value is not None for row in rows for value in row.values):
        rows = (Series("y", (1.0,) * count), *rows[1:])
    x_kind = "category"
    xs = tuple(float(number) for number in range(count))
    if kind in {"line", "area", "column", "scatter"}:
        x_kind = rng.choice(["number", "year", "date"] if kind == "scatter" else ["category", "year", "date", "number"])
        x_kind = "number" if kind == "scatter" and x_kind == "date" else x_kind
        steps = sorted(rng.sample(range(1900, 2100), count))
        xs = xs if x_kind == "category" else tuple(float(each) for each in steps)
        xs = tuple(each * 30.0 + 650_000 for each in xs) if x_kind == "date" else xs
    labels = tuple(label(rng, rng.choice([1, 2, 5])) for _ in range(count))
    if x_kind != "category" and kind != "scatter":
        labels = tuple(f"{each:.0f}" for each in xs)
    plot = _adorned(rng, Plot(kind, labels, xs, rows, x_kind, arrangement, decimals=rng.choice([0, 1, 2])))
    return (_several(rng, plot) if rng.random() < 0.1 else plot), width


def _several(rng: random.Random, plot: Plot) -> Plot:
    """Small charts of it, on one scale."""
    given = [value for row in plot.series for value in row.values if value is not None]
    panel = msgspec.structs.replace(plot, scaled_with=(min(given), max(given)))
    return msgspec.structs.replace(plot, panels=tuple((label(rng, 3), panel) for _ in range(rng.randint(1, 7))))


def _adorned(rng: random.Random, plot: Plot) -> Plot:
    """The plot with lines, periods, words at points and a highlight, now and then."""
    given = [value for row in plot.series for value in row.values if value is not None]
    some = rng.choice(plot.xs)
    more: dict[str, object] = {}
    if rng.random() < 0.3 and plot.arrangement != "share":
        more["references"] = (Reference(rng.choice(given), label(rng, 4)),)
    if rng.random() < 0.3 and plot.kind in {"line", "area", "column"}:
        more["periods"] = tuple(
            Period(min(a, b), max(a, b), label(rng, 3)) for a, b in [rng.choices(plot.xs, k=2) for _ in range(2)]
        )
    if rng.random() < 0.3 and plot.kind in {"line", "area", "column", "scatter"}:
        more["annotations"] = tuple(Annotation(some, rng.choice(given), label(rng, 6)) for _ in range(rng.randint(1, 3)))
    if rng.random() < 0.3:
        more["highlight"] = (rng.choice([row.name for row in plot.series] + list(plot.labels)),)
    if rng.random() < 0.1 and min(given) > 0 and plot.kind in {"line", "dot", "scatter"}:
        more["log"] = True
    return msgspec.structs.replace(plot, **more)


def label(rng: random.Random, most: int) -> str:
    return " ".join(rng.choices(WORDS, k=rng.randint(1, most)))


def values(rng: random.Random, count: int, *, signed: bool) -> tuple[float | None, ...]:
    """Values of one sort: equal, tiny, huge, of both signs; some of them missing."""
    sort = rng.choice(["usual", "usual", "equal", "tiny", "huge", "zero"])
    scale = {"usual": 100.0, "equal": 0.0, "tiny": 1e-9, "huge": 1e17, "zero": 0.0}[sort]
    base = {"equal": 7.0}.get(sort, 0.0)
    low = -scale if signed and rng.random() < 0.4 else 0.0
    gaps = rng.choice([0.0, 0.0, 0.2, 0.7])
    return tuple(None if rng.random() < gaps else base + rng.uniform(low, scale) for _ in range(count))


def faults(picture: Picture) -> list[str]:
    """What is wrong with the places of words: over each other, over a mark, outside of the frame."""
    texts = EmTexts()
    frame = Rect(-0.01, -0.01, picture.width + 0.02, picture.height + 0.02)
    words = [(mark, box_of(mark, texts)) for mark in picture.marks if isinstance(mark, Words) and mark.label]
    found = []
    for number, (one, box) in enumerate(words):
        if box.x < frame.x or box.y < frame.y or box.right > frame.right or box.bottom > frame.bottom:
            found.append(f"{one.label!r} leaves the frame: {box}")
        for other, place in words[number + 1 :]:
            if meet(box, place):
                found.append(f"{one.label!r} over {other.label!r}")
        if not one.inside:
            found += [f"{one.label!r} over {mark}" for mark in picture.marks if crosses(mark, box)]
    found += [f"{mark} leaves the frame" for mark in picture.marks if not _within(mark, frame)]
    return found


def _within(mark: Mark, frame: Rect) -> bool:
    match mark:
        case Line() | Area():
            return all(frame.x <= x <= frame.right and frame.y <= y <= frame.bottom for x, y in mark.points)
        case Disc():
            return frame.x <= mark.x <= frame.right and frame.y <= mark.y <= frame.bottom
        case _:
            return True
