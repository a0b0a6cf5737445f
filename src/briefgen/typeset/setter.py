"""Text to lines: the whole of typesetting, for one brief.

In come spans, a style and a width for each line; out come lines of glyph runs, and flaws. The promise: every character of
the text is in the lines in order, a set of lines is the best that the style's bounds allow, and what could not be kept
within them is said. Refuses to know pages.
"""

import unicodedata

from briefgen.content.brief import Span
from briefgen.theme import TextStyle
from briefgen.typeset.balance import balance_breaks
from briefgen.typeset.breaks import RATIO_CAP, Fit, cheapest_chain, choose_breaks, rate
from briefgen.typeset.characters import SOFT_HYPHEN, find_right_to_left
from briefgen.typeset.compose import Copy, compose_line
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Flaw, Line, Setting
from briefgen.typeset.opportunities import Divider
from briefgen.typeset.paragraph import (
    Breaking,
    Cut,
    Segment,
    find_breaks,
    make_segments,
    natural_width,
    unbroken,
    widest_fragment,
)
from briefgen.typeset.shape import Shaper

# Word spaces of justified text, as shares of the natural one; beyond them lines are loose. Glyphs are scaled by 2 % at most
# (Thành 2000, chapter 4, finds that readers do not see it).
STRETCH, SHRINK, FLEX = 0.5, 0.3, 0.02
CALM = 0.5  # a paragraph none of whose lines is further than this from its natural spaces is not hyphenated
LOOSE = 2.5  # word spaces of more than twice their natural width: said as a flaw
FILL = 3.0  # em by which a ragged line may be short at the cost of a justified one at its bounds
RUNT_EM, RUNT_SHARE = 2.5, 0.25  # a last line is shorter than neither
SPARSE_EM = 0.6  # less word space than this, of two gaps, does not keep two hyphens apart
PARAGRAPHS_KEPT = 200


class Typesetter:
    """Sets the texts of one brief; remembers words, paragraphs and settings, so that setting again costs nothing."""

    def __init__(self, book: FontBook, language: str) -> None:
        self._shaper = Shaper(book, language)
        self._divider = Divider()
        self._segments: dict[tuple[tuple[Span, ...], TextStyle], list[Segment]] = {}
        self._settings: dict[tuple[tuple[Span, ...], TextStyle, tuple[float, ...]], Setting] = {}

    def set(self, spans: tuple[Span, ...], style: TextStyle, widths: tuple[float, ...]) -> Setting:
        """The lines of a text. `widths` in points, one for each line; the last repeats. ValueError without a width."""
        if not widths:
            raise ValueError("a text needs a width")
        key = (spans, style, widths)
        found = self._settings.get(key)
        if found is None:
            found = self._settings[key] = self._set(spans, style, widths)
        return found

    def natural_width(self, spans: tuple[Span, ...], style: TextStyle) -> float:
        """The width in points of the longest line when only forced breaks are made."""
        segments = self._prepare(spans, style)
        return max([natural_width(unbroken(segment)) for segment in segments if segment.tokens], default=0.0)

    def min_width(self, spans: tuple[Span, ...], style: TextStyle) -> float:
        """The width in points of the widest part that cannot be broken without a hyphen being added."""
        segments = [segment for segment in self._prepare(spans, style) if segment.tokens]
        return max([widest_fragment(find_breaks(s, self._shaper, self._divider)) for s in segments], default=0.0)

    def _prepare(self, spans: tuple[Span, ...], style: TextStyle) -> list[Segment]:
        found = self._segments.get((spans, style))
        if found is None:
            if len(self._segments) >= PARAGRAPHS_KEPT:
                self._segments.clear()
            found = self._segments[spans, style] = make_segments(spans, style, self._shaper)
        return found

    def _set(self, spans: tuple[Span, ...], style: TextStyle, widths: tuple[float, ...]) -> Setting:
        segments = self._prepare(spans, style)
        if not any(segment.atoms for segment in segments):
            return Setting(())
        if not segments[-1].atoms:
            segments = segments[:-1]
        lines: list[Line] = []
        flaws = dict.fromkeys(_reversed(spans))
        for segment in segments:
            here = widths[min(len(lines), len(widths) - 1) :]
            for character in segment.missing:
                flaws[missing_glyph(character)] = None
            set_lines, found = self._set_segment(segment, spans, style, here)
            lines += set_lines
            flaws.update(dict.fromkeys(found))
        return Setting(tuple(lines), tuple(flaws))

    def _set_segment(
        self, segment: Segment, spans: tuple[Span, ...], style: TextStyle, widths: tuple[float, ...]
    ) -> tuple[list[Line], list[Flaw]]:
        if not segment.tokens:
            return [Line((), widths[0], 0.0)], []
        breaking, chosen = self._break(segment, style, widths)
        copy = Copy(spans, style, _fit(style, widths), self._shaper)
        lines: list[Line] = []
        flaws = []
        start = 0
        for number, end in enumerate(chosen):
            measure = widths[min(number, len(widths) - 1)]
            is_last = end == len(breaking.breaks) - 1
            even = sum(line.ratio for line in lines) / len(lines) if is_last and lines else 0.0
            cuts = (breaking.cuts[start], breaking.cuts[end])
            hyphen = breaking.breaks[end].hyphen
            line = compose_line(copy, segment, cuts, measure, even=even if is_last else None, hyphen=hyphen)
            lines.append(line)
            flaws += _line_flaws(line, segment, breaking.cuts[end], style)
            start = end
        return lines, flaws

    def _break(self, segment: Segment, style: TextStyle, widths: tuple[float, ...]) -> tuple[Breaking, list[int]]:
        """The breaks of a segment: without hyphens where that is good enough, torn words only where nothing else helps."""
        whole = unbroken(segment)
        if natural_width(whole) <= widths[0]:
            return whole, [1]
        fit = _fit(style, widths)
        breaking = find_breaks(segment, self._shaper, self._divider)
        if widest_fragment(breaking) > min(widths):
            breaking = find_breaks(segment, self._shaper, self._divider, narrow=min(widths))
        if style.balance:
            chosen = balance_breaks(breaking.breaks, widths)
            if chosen:
                return breaking, chosen
        if not style.hyphenate:
            return breaking, choose_breaks(breaking.breaks, widths, fit)
        chosen = cheapest_chain(breaking.breaks, widths, fit, CALM)
        if not chosen or not _is_calm(breaking, chosen, widths, fit):
            breaking = find_breaks(segment, self._shaper, self._divider, style.hyphenate, min(widths))
            chosen = choose_breaks(breaking.breaks, widths, fit)
        return breaking, chosen


def _fit(style: TextStyle, widths: tuple[float, ...]) -> Fit:
    """How lines of a style fill their measure."""
    runt = max(RUNT_EM * style.size, RUNT_SHARE * widths[-1])
    if style.align == "justify":
        return Fit(STRETCH, SHRINK, FLEX, 0.0, runt, SPARSE_EM * style.size)
    return Fit(0.0, 0.0, 0.0, FILL * style.size, runt)


def _is_calm(breaking: Breaking, chosen: list[int], widths: tuple[float, ...], fit: Fit) -> bool:
    """Whether no line but the last departs far from its natural word spaces, and the last is not too short."""
    start = 0
    ends = [0, *chosen][-2:]
    if len(chosen) > 1 and breaking.breaks[ends[1]].end - breaking.breaks[ends[0]].start < fit.runt:
        return False
    for number, end in enumerate(chosen[:-1]):
        first, last = breaking.breaks[start], breaking.breaks[end]
        width = widths[min(number, len(widths) - 1)]
        if abs(rate(fit, last.end - first.start, last.space_end - first.space_start, width)) > CALM:
            return False
        start = end
    return True


def _line_flaws(line: Line, segment: Segment, cut: Cut, style: TextStyle) -> list[Flaw]:
    """What is wrong with a line that ends at a cut."""
    if cut.torn or line.width > line.measure + 0.01:
        word = segment.token_at(cut.atom)
        return [
            Flaw(
                "typeset/overfull-line",
                word,
                f"{_clip(word)!r} is wider than its line of {line.measure:.0f} pt and is broken between letters",
                "shorten it, or put a soft hyphen where it may be divided",
            )
        ]
    if style.align == "justify" and line.ratio > LOOSE:
        words = "".join([glyph.text for run in line.runs for glyph in run.glyphs])
        needle = " ".join(words.partition(SOFT_HYPHEN)[0].split()[:3])
        wide = f"word spaces are {1 + STRETCH * line.ratio:.1f} times as wide as usual in"
        if line.ratio >= RATIO_CAP:
            wide = "there is too little word space to fill"
        return [
            Flaw(
                "typeset/loose-line",
                needle,
                f"{wide} the line that begins {needle!r}",
                "reword the sentence, or allow a division with a soft hyphen",
            )
        ]
    return []


def _clip(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"


def _reversed(spans: tuple[Span, ...]) -> list[Flaw]:
    """What is said of scripts from right to left, once for each in a text, at its first word."""
    words: dict[str, str] = {}
    for span in spans:
        words = find_right_to_left(span.text) | words
    return [
        Flaw(
            "typeset/right-to-left",
            word,
            f"{script} is written from right to left, which briefgen does not set yet: its letters stand in the wrong order",
            "write it in Latin letters, or show it in a picture that has a description",
        )
        for script, word in words.items()
    ]


def missing_glyph(character: str) -> Flaw:
    """What is said of a character that no face has."""
    name = unicodedata.name(character, "unnamed character")
    return Flaw(
        "typeset/missing-glyph",
        character,
        f"no face has a glyph for U+{ord(character):04X} {name}",
        "name a font that has it under design, typefaces, fallback",
    )
