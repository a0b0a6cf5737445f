"""Text to lines: the whole of typesetting, for one brief.

In come spans, a style and a width for each line; out come lines of glyph runs, and flaws. The promise: every character of
the text is in the lines in order, a set of lines is the best that the style's bounds allow, and what could not be kept
within them is said. Refuses to know pages.
"""

import unicodedata
from collections.abc import Iterator
from typing import TYPE_CHECKING

import msgspec

from briefgen.content.brief import Span
from briefgen.memory import Memory, Shelf
from briefgen.theme import TextStyle
from briefgen.typeset.characters import SOFT_HYPHEN
from briefgen.typeset.choice import STRETCH, Choice, Chooser, Way, Widths, line_fit, widths_from
from briefgen.typeset.compose import Common, compose_line
from briefgen.typeset.division import find_breaks, natural_width, unbroken, widest_fragment
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.lines import Flaw, Line, Setting, Variant
from briefgen.typeset.opportunities import Divider, is_address
from briefgen.typeset.paragraph import Cut, Stretch, make_stretches
from briefgen.typeset.shape import Shaper

if TYPE_CHECKING:
    from briefgen.typeset.ahead import Ahead, Scout

LOOSE = 2.5  # word spaces of more than twice their natural width: said as a flaw
ATOMS_KEPT = 10_000  # of the paragraphs that are ready to be broken: some six pages, which take 9 MB
DRESSES_MOST, TOKENS_MOST = 2000, 200_000
SETTINGS_KEPT = 5000  # between briefs, of each kind; a page has some fifty, and each draft of it as many
VARIANT_COST = 1000.0  # what a paragraph may cost to be set in a line more or less than is best, in the currency of `breaks`


class Typesetter:
    """Sets texts; remembers words, paragraphs and settings, so that setting again costs nothing."""

    def __init__(self, book: FontBook, language: str, memory: Memory | None = None, *, loose: bool = False) -> None:
        """`memory` is for what others make of lines in these faces, and want to find again for the next brief.

        `loose`: kinsoku is.
        """
        self.book = book
        self.memory = memory
        self.hurried = False  # long texts may be set with the help of a second process
        self._shaper = Shaper(book, language)
        self._divider = Divider(loose=loose)
        self._chooser = Chooser(self._shaper, self._divider)
        self._letterings: dict[TextStyle, TextStyle] = {}
        self._segments: dict[tuple[tuple[Span, ...], TextStyle], list[Stretch]] = {}
        self._atoms = 0  # of `_segments`
        self._settings: Shelf[tuple[tuple[Span, ...], TextStyle, Widths], Setting] = Shelf(SETTINGS_KEPT)
        self._ways: Shelf[tuple[tuple[Span, ...], TextStyle, Widths], dict[int, Way]] = Shelf(SETTINGS_KEPT)
        self._variants: Shelf[tuple[tuple[Span, ...], TextStyle, Widths, int], Setting] = Shelf(SETTINGS_KEPT)
        # what knows where lines end, and who wants to know it, while a second process works ahead (see `ahead`)
        self.ahead: Ahead | None = None
        self.scout: Scout | None = None

    @property
    def rtl(self) -> bool:
        """Whether pages run from right to left: all lines then count from their right edge."""
        return self._shaper.rtl

    @property
    def is_full(self) -> bool:
        """Whether it has seen so many styles or words that a new one had better take its place."""
        return self._shaper.dresses > DRESSES_MOST or self._divider.known > TOKENS_MOST

    def turn(self, *, at_once: bool = False) -> None:
        """Between briefs: throw away what has not been used for the longest; `at_once` all but words if the last has not."""
        for shelf in (self._settings, self._ways, self._variants):
            shelf.turn(at_once=at_once)
        if at_once:
            self._let_go()
        self._shaper.turn(few=at_once)
        if self.memory:
            self.memory.turn(at_once=at_once)

    def set(self, spans: tuple[Span, ...], style: TextStyle, widths: Widths) -> Setting:
        """The lines of a text. `widths` in points, one for each line; the last repeats. ValueError without a width."""
        if not widths:
            raise ValueError("a text needs a width")
        style = self._lettering(style)
        key = (spans, style, widths)
        found = self._settings.get(key)
        if found is None:
            found = self._settings.keep(key, self._setting(spans, style, widths))
        return found

    def _setting(self, spans: tuple[Span, ...], style: TextStyle, widths: Widths) -> Setting:
        """The lines of a text that have not been set."""
        ways = self._ways.get((spans, style, widths))
        way = ways[0] if ways else self.ahead.way(spans, widths) if self.ahead else None
        if way is None:
            way = self._chooser.best(self._filled(spans, style), style, widths)
        if self.scout and self.scout.knows(spans):
            self.scout.tell(spans, widths, way)
            return Setting((Line((), widths[0], 0.0),) * way.lines)  # which nobody will look at
        return self._compose(way, spans, style, widths)

    def variant(
        self, spans: tuple[Span, ...], style: TextStyle, widths: Widths, looseness: int, bound: float = VARIANT_COST
    ) -> Variant | None:
        """The best setting in `looseness` (-1 or 1) lines more than is best, if it costs at most `bound` more; else None.

        Display text, which is set in the fewest lines by sense, has none.
        """
        if style.balance:
            return None
        style = self._lettering(style)
        key = (spans, style, widths)
        ways = self._ways.get(key)
        if ways is None:
            if looseness < 0 and self._is_least(spans, style, widths):
                return None
            ways = self._ways.keep(key, self._chooser.ways(self._filled(spans, style), style, widths))
        way = ways.get(looseness)
        if way is None or way.cost > bound:
            return None
        found = self._variants.get((*key, looseness))
        if found is None:
            found = self._variants.keep((*key, looseness), self._compose(way, spans, style, widths))
        return Variant(found, looseness, way.cost)

    def _is_least(self, spans: tuple[Span, ...], style: TextStyle, widths: Widths) -> bool:
        """Whether a text that has been set is surely set in the fewest lines that it can be: that is told at once."""
        best = self._settings.get((spans, style, widths))
        return best is not None and self._chooser.is_least(self._filled(spans, style), style, widths, len(best.lines))

    def natural_width(self, spans: tuple[Span, ...], style: TextStyle) -> float:
        """The width in points of the longest line when only forced breaks are made."""
        segments = self._prepare(spans, self._lettering(style))
        return max([self._natural(segment) for segment in segments if segment.tokens], default=0.0)

    def min_width(self, spans: tuple[Span, ...], style: TextStyle) -> float:
        """The width in points of the widest part that cannot be broken without a hyphen being added."""
        segments = [segment for segment in self._prepare(spans, self._lettering(style)) if segment.tokens]
        return max([self._least(segment) for segment in segments], default=0.0)

    def _natural(self, segment: Stretch) -> float:
        """The width of a segment in one line; who measures a text once does so again for the next draft."""
        if segment.natural is None:
            segment.natural = natural_width(unbroken(segment))
        return segment.natural

    def _least(self, segment: Stretch) -> float:
        """The width of the widest part of a segment that cannot be broken."""
        if segment.least is None:
            segment.least = widest_fragment(find_breaks(segment, self._shaper, self._divider))
        return segment.least

    def _lettering(self, style: TextStyle) -> TextStyle:
        """What decides how a text is set in lines: the style without its leading, which is layout's."""
        found = self._letterings.get(style)
        if found is None:
            found = self._letterings[style] = msgspec.structs.replace(style, leading=0.0)
        return found

    def _prepare(self, spans: tuple[Span, ...], style: TextStyle) -> list[Stretch]:
        found = self._segments.get((spans, style))
        if found is None:
            if self._atoms > ATOMS_KEPT:
                self._let_go()
            found = self._segments[spans, style] = make_stretches(spans, style, self._shaper)
            self._atoms += sum([len(segment.atoms) for segment in found])
        return found

    def _let_go(self) -> None:
        """Give back the paragraphs that are ready to be broken."""
        self._segments.clear()
        self._atoms = 0

    def _filled(self, spans: tuple[Span, ...], style: TextStyle) -> list[Stretch]:
        """The segments of a text; none when it is empty, and none for the nothing after a last forced break."""
        segments = self._prepare(spans, style)
        if not any(segment.atoms for segment in segments):
            return []
        return segments if segments[-1].atoms else segments[:-1]

    def _compose(self, way: Way, spans: tuple[Span, ...], style: TextStyle, widths: Widths) -> Setting:
        """The lines between the breaks chosen, and what is wrong with them."""
        segments = self._filled(spans, style)
        lines: list[Line] = []
        missing = "".join([segment.missing for segment in segments])
        flaws = dict.fromkeys(missing_glyphs(missing, self.book) if missing else [])
        if any(segment.spaceless for segment in segments):
            flaws.update(dict.fromkeys(_undivided(segments)))
        for segment, choice in zip(segments, way.choices, strict=True):
            here = widths_from(widths, len(lines))
            if choice is None:
                lines.append(Line((), here[0], 0.0))
                continue
            set_lines, found = self._set_segment(segment, choice, spans, style, here)
            lines += set_lines
            flaws.update(dict.fromkeys(found))
        return Setting(tuple(lines), tuple(flaws))

    def _set_segment(
        self,
        segment: Stretch,
        choice: Choice,
        spans: tuple[Span, ...],
        style: TextStyle,
        widths: Widths,
    ) -> tuple[list[Line], list[Flaw]]:
        breaking, chosen = choice.breaking, choice.ends
        turned = segment.mixed and segment.base != int(self.rtl) and len(chosen) > 1 and style.align in ("left", "justify")
        copy = Common(spans, style, line_fit(segment, style, widths), self._shaper, turned)
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
            flaws += _line_flaws(line, segment, cuts, style)
            start = end
        return lines, flaws


def _line_flaws(line: Line, segment: Stretch, cuts: tuple[Cut, Cut], style: TextStyle) -> list[Flaw]:
    """What is wrong with the line between two cuts."""
    begin, cut = cuts
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
        needle = " ".join(words.lstrip(SOFT_HYPHEN).partition(SOFT_HYPHEN)[0].split()[:3])
        wide = f"word spaces are {1 + STRETCH * line.ratio:.1f} times as wide as usual in"
        if line.width < line.measure - 0.5:
            wide = f"{line.measure - line.width:.0f} pt are left white at the end of"
        hint = "reword the sentence, or allow a division with a soft hyphen"
        if any(
            is_address(token.text)
            for token in segment.tokens
            if begin.next_atom <= token.last and token.first <= cut.next_atom
        ):
            hint = "make a link of the address, `[what is there](https://…)`, or put it in a note"
        return [Flaw("typeset/loose-line", needle, f"{wide} the line that begins {needle!r}", hint)]
    return []


def _clip(word: str) -> str:
    return word if len(word) <= 40 else word[:39] + "…"


def _undivided(segments: list[Stretch]) -> Iterator[Flaw]:
    """What is said of words that only a dictionary divides, where there is none."""
    from briefgen.typeset.dictionary import has_dictionary  # late, with what it needs
    from briefgen.typeset.scripts import DICTIONARY

    words = [atom.text for segment in segments for atom in segment.atoms if atom.dress.script in DICTIONARY and atom.word]
    if words and not has_dictionary():
        from briefgen.installing import installing_extra  # late: it is said of what is missing alone

        said = "this text has no spaces between its words, and the dictionary that tells them is not installed"
        yield Flaw(
            "typeset/missing-dictionary",
            words[0],
            said,
            f"run `{installing_extra('thai')}`, which brings those of Lao, Khmer and Burmese too",
        )


def missing_glyphs(characters: str, book: FontBook) -> Iterator[Flaw]:
    """What is said of characters that no face has: of each once, or where a script is not set at all, once of that."""
    from briefgen.typeset.scriptfaces import missing_script  # late, with what it needs: a brief seldom lacks anything
    from briefgen.typeset.scripts import Itemiser

    itemiser = Itemiser(rtl=False)
    said: set[str] = set()
    for character in dict.fromkeys(characters):
        script = itemiser.script(character) or ""
        flaw = None if book.can_set(script) else missing_script(script, character)
        if flaw is None:
            yield missing_glyph(character)
        elif flaw.message not in said:
            said.add(flaw.message)
            yield flaw


def missing_glyph(character: str) -> Flaw:
    """What is said of a character that no face has."""
    name = unicodedata.name(character, "unnamed character")
    return Flaw(
        "typeset/missing-glyph",
        character,
        f"no face has a glyph for U+{ord(character):04X} {name}",
        "leave it out, or name a font that has it under design, typefaces, fallback",
    )
