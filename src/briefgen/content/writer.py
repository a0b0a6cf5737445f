"""Scalars of the outline into texts of the brief.

Comes: a scalar with an id and a role. Goes: a `Text` whose spans have dress, links, note marks and real characters. Promise:
ids are unique; the scalar behind each text is in `sources`; a bad mark is reported at its exact place and its words stay.
Knows nothing of the kinds of blocks.
"""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING, Literal

import msgspec

from briefgen.content.brief import Span, Text
from briefgen.content.citations import as_written
from briefgen.content.languages import is_vague, read_tag
from briefgen.content.marks import FOREIGN, LEFT_OVER, LINE_END, Stretch, split
from briefgen.content.notes import Notes
from briefgen.content.references import References, Target, begins_sentence
from briefgen.content.typography import correct
from briefgen.content.uris import readable, says, whole_address
from briefgen.content.words import Words
from briefgen.memory import Memory, Shelf
from briefgen.outline.tree import Scalar
from briefgen.problem import Place, Problems

if TYPE_CHECKING:
    from briefgen.content.citing import Citer

SCHEMES = ("http", "https", "mailto", "tel", "doi")
MISSING = "…"  # for a text that had to be there; the outline has reported it
# the exact place of a character takes a walk through the source: enough places for a person, bounded for a hostile outline
EXACT_PLACES = 200
# controls, surrogates and noncharacters, which the outline has reported: later rooms need not stumble over them again
UNPRINTABLE = "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufeff\ufffe\uffff]"
COMPARISONS_MOST = 20_000  # of names, for hints: enough for a person, bounded for a hostile outline
SHOWN = 60  # characters of an address in a message
COUNTED = "\u2002"  # between a number and its heading
BEFORE = 120  # characters before a reference that tell whether it begins a sentence


TEXTS_KEPT = 5000  # between briefs: those of a hundred pages


class Counter:
    """Counts sections and their parts, in reading order."""

    def __init__(self) -> None:
        self._section = self._part = 0

    def section(self) -> str:
        """The number of the next section."""
        self._section, self._part = self._section + 1, 0
        return str(self._section)

    def part(self) -> str:
        """The number of the next part of this section."""
        self._part += 1
        return f"{self._section}.{self._part}"


class Writer:
    """Makes the texts of one brief, in reading order: note marks are numbered as they are met.

    `links` says what becomes of a link whose words are not its address: on a screen it can be clicked; on paper its words
    are followed by a note with the address, or, where a note of its own would be too much, by the address in brackets.
    """

    def __init__(
        self,
        language: str,
        words: Words,
        notes: Notes,
        references: References,
        problems: Problems,
        links: Literal["clicked", "noted"] = "clicked",
    ) -> None:
        self._links: Literal["clicked", "noted", "bracketed"] = links
        self.language = language
        self.words = words
        self.foreign: dict[str, None] = {}  # labels that are on the pages in English, in another brief
        self.notes = notes
        self.references = references
        self.problems = problems
        self.counter: Counter | None = None  # where sections have numbers
        self.citer: Citer | None = None  # of an outline that names sources
        self.memory: Memory | None = None  # what is kept between briefs
        self.within_note = 0  # the number of the note whose text is being written
        self.sources: dict[str, Scalar] = {}
        self._ids: set[str] = set()
        self._exact = EXACT_PLACES
        self._comparisons = COMPARISONS_MOST

    def in_back(self) -> None:
        """From here on the texts are those of the back matter, where a note on a note helps nobody."""
        if self._links == "noted":
            self._links = "bracketed"

    def claim(self, id: str) -> str:
        """An id that nothing else has: this one, or it with a number."""
        found, number = id, 1
        while found in self._ids:
            number += 1
            found = f"{id}~{number}"
        self._ids.add(found)
        return found

    def text(self, id: str, role: str, scalar: Scalar | None) -> Text:
        """A text that the outline writes, with its marks read. A blank line in it is a forced line break."""
        return self.join(id, role, self.spans(scalar), scalar)

    def lines(self, id: str, role: str, scalar: Scalar) -> Text:
        """A text that the outline writes in lines which are kept: a postal address."""
        return self.join(id, role, self._dress(scalar, scalar.text.rstrip().replace("\n", LINE_END), 0), scalar)

    def optional(self, id: str, role: str, scalar: Scalar | None) -> Text | None:
        """The text, or None without a scalar."""
        return None if scalar is None else self.text(id, role, scalar)

    def labelled(self, id: str, role: str, label: str, scalar: Scalar | None, source: Scalar) -> Text | None:
        """A text behind its label, `Figure 2. The basin`; one of them may be missing. `source` is what the label is of."""
        if not label:
            return self.optional(id, role, scalar)
        end = self.words.label_end if scalar is not None else ""
        bold = msgspec.structs.replace(self.own(label + end.rstrip(" ")), bold=True)
        if scalar is None:
            return self.join(id, role, (bold,), source)
        return self.join(id, role, (bold, Span(" "), *self.spans(scalar)), scalar)

    def cell(self, id: str, role: str, scalar: Scalar | None) -> Text:
        """A text that may be empty."""
        spans = self.spans(scalar) if scalar is not None and scalar.text.strip() else ()
        return self.join(id, role, spans, scalar)

    def paragraphs(self, id: str, role: str, scalar: Scalar) -> list[Text]:
        """A text that the outline writes, as one paragraph between blank lines each."""
        found = list(_paragraphs(scalar.text))
        if len(found) < 2:
            return [self.text(id, role, scalar)]
        return [
            self.join(f"{id}.{number}" if number > 1 else id, role, self._dress(scalar, part, start), scalar)
            for number, (start, part) in enumerate(found, 1)
        ]

    def label(self, id: str, role: str, words: str, source: Scalar | None = None) -> Text:
        """A text of briefgen's own words."""
        return self.join(id, role, (self.own(words),), source)

    def join(self, id: str, role: str, spans: Iterable[Span], source: Scalar | None = None) -> Text:
        """A text of spans that are ready."""
        id = self.claim(id)
        if source is not None:
            self.sources[id] = source
        return Text(id, role, tuple(spans))

    def own(self, words: str, target: str = "", title: str = "") -> Span:
        """A span of briefgen's own words, marked with their language when it is not the brief's."""
        words = self.words.numerals(words)
        if self.words.missing and (label := self.words.lacking(words)):
            self.foreign[label] = None
        return Span(words, target=target, title=title, language=self.words.tongue(words))

    def literal(self, scalar: Scalar, uri: str = "") -> Span:
        """A span of an address or the like, as it is written."""
        return Span(scalar.text.strip() or MISSING, uri=uri)

    def spans(self, scalar: Scalar | None) -> tuple[Span, ...]:
        """The spans of a whole scalar; never none."""
        return (Span(MISSING),) if scalar is None else self._dress(scalar, scalar.text, 0)

    def corrected(self, dressed: Iterable[tuple[Span, bool]]) -> list[Span]:
        """Spans with real characters, those in one dress joined; each comes with whether typography must leave it alone."""
        given = list(dressed)
        spans: list[Span] = []
        for (span, _), part in zip(given, self._real([(span.text, fixed) for span, fixed in given]), strict=True):
            if part and spans and _same_dress(spans[-1], span):
                spans[-1] = msgspec.structs.replace(spans[-1], text=spans[-1].text + part)
            elif part:
                spans.append(msgspec.structs.replace(span, text=part))
        return spans

    def _real(self, parts: list[tuple[str, bool]]) -> Sequence[str]:
        """Parts of a text with real characters, those that are fixed left alone."""
        if self.memory is None:
            return correct(parts, self.language)
        known: Shelf[object, Sequence[str]] = self.memory.shelf("real characters", TEXTS_KEPT)
        key = self.language, tuple(parts)
        return known.get(key) or known.keep(key, correct(parts, self.language))

    def address(self, address: str, place: Callable[[], Place]) -> str:
        """The address if a link may point to it, else "" with a problem at `place()`.

        A DOI becomes the address that resolves it.
        """
        scheme, colon, rest = address.partition(":")
        scheme = scheme.lower() if colon else ""
        if scheme == "doi" and rest:
            return f"https://doi.org/{rest}"
        if scheme in SCHEMES and rest.strip("/") and (rest.startswith("//") or not scheme.startswith("http")):
            return address
        shown = address if len(address) <= SHOWN else f"{address[:SHOWN]}…"
        hint = f"write the whole address: {whole_address(address)[:SHOWN]}"
        if re.fullmatch(
            r"(?:[^.:?#]+/)?[^/:?#]+\.(?:xlsx?|docx?|pptx?|od[tsp]|pdf|csv|png|jpe?g|svg|zip|txt)", address, re.I
        ):
            hint = "a link leads to no file beside the brief: write where it is on the web, https://…, or the words alone"
        if re.search(r"\.(png|jpe?g|gif|webp|tiff?|svg|pdf)$", address, re.IGNORECASE) and not address.startswith("www."):
            hint = f"a picture is a block, `- figure: {{image: {shown}, alt: …}}`, and other files have no place in a brief"
        if colon and (scheme not in SCHEMES or not rest.strip("/")) and not re.match(r"[\w.-]+:[0-9]{2,5}(/|$)", address):
            hint = f"use one of {', '.join(SCHEMES)}; put a backslash before < or [ when it is not a link"
        self.problems.add("content/unsafe-link", place(), f"a link may not point to `{shown}`", hint)
        return ""

    def _dress(self, scalar: Scalar, text: str, start: int) -> tuple[Span, ...]:
        """The spans of a part of a scalar that starts at index `start` of its text."""
        if not text.isprintable():
            text = re.sub(UNPRINTABLE, " ", text)
        key = self.language, text
        texts: Shelf[tuple[str, str], tuple[Span, ...]] | None = None
        if self.memory is not None:
            texts = self.memory.shelf("texts", TEXTS_KEPT)
            known = texts.get(key)
            if known is not None:
                return known
        stretches = self._split(text)
        if len(stretches) > 1 or (stretches and stretches[0].uri):
            self._weigh(scalar, stretches, start)
        strange = any(map(text.__contains__, FOREIGN)) or not LEFT_OVER.isdisjoint([stretch.text for stretch in stretches])
        if strange:
            self._warn_of_foreign(scalar, stretches, text, start)
        spans = tuple(self.corrected(self._dressed(scalar, stretches, start)))
        if not any(span.text.strip() for span in spans):
            spans = (Span(" ".join(text.split()) or MISSING),)  # nothing but marks
        # what leads nowhere and holds nothing strange depends on nothing but the language, and nobody is told of it
        if texts is not None and not strange and "[" not in text and not any(map(_leads, stretches)):
            texts.keep(key, spans)
        return spans

    def _split(self, text: str) -> list[Stretch]:
        """The stretches of a text."""
        names, keys = self.references.targets, self.citer.keys if self.citer else ()
        if self.memory is None or self.citer is not None:  # there may be thousands of keys
            return split(text, names, keys)
        known: Shelf[tuple[str, frozenset[str]], list[Stretch]] = self.memory.shelf("split texts", TEXTS_KEPT)
        key = text, self.references.names
        found = known.get(key)
        if found is None:
            found = known.keep(key, split(text, names, keys))
        return [*found]  # of which some may be replaced

    def _warn_of_foreign(self, scalar: Scalar, stretches: list[Stretch], text: str, start: int) -> None:
        """Report marks that are not read here."""
        from briefgen.content.foreign import find_foreign  # late: few outlines hold any

        reported = self.citer is not None and not self.citer.library.whole  # a file of sources that may have the key
        for mark in find_foreign(text, stretches):
            if reported and mark.name.startswith("a citation"):
                continue
            said = f"{mark.name} is not read, and printed as it stands"
            self.problems.add("content/foreign-mark", self._place(scalar, start + mark.start), said, mark.hint)

    def _weigh(self, scalar: Scalar, stretches: list[Stretch], start: int) -> None:
        """Report the links whose texts say nothing."""
        for uri, parts in groupby(stretches, lambda stretch: stretch.uri):
            if not uri:
                continue
            link = list(parts)
            text = "".join(part.text for part in link)
            if is_vague(text, self.language):
                said = f"the text of this link, “{' '.join(text.split())}”, does not say where it leads"
                place = self._place(scalar, start + link[0].start)
                self.problems.add("content/vague-link", place, said, "make the name of what is there the link")

    def _dressed(self, scalar: Scalar, stretches: list[Stretch], start: int) -> Iterator[tuple[Span, bool]]:
        """A span for each stretch, and whether typography must leave it alone."""
        addresses: dict[str, str] = {}
        languages: dict[str, str] = {"": ""}
        was_note = False
        linked = ""  # the words of the link so far
        for number, stretch in enumerate(stretches):
            if stretch.cited and self.citer and self._may_cite(scalar, stretch, start):
                following = stretches[number + 1] if number + 1 < len(stretches) else None
                found, taken = self.citer.write(self, scalar, stretch, following, after_mark=was_note)
                yield from found
                if taken and following:  # what is before the mark now
                    rest = following.text[taken:]
                    stretches[number + 1] = msgspec.structs.replace(following, text=rest, start=following.start + taken)
                was_note = bool(found) and (found[-1][0].superior or found[-1][0].script == "^")
                continue
            if stretch.note:
                mark = self._mark(scalar, stretch, start)
                if mark is not None:
                    if was_note:
                        yield Span(",", superior=True), True  # else 1 and 2 would read as 12
                    yield mark, True
                    was_note = True
                    continue
            text, target = stretch.text, None
            if stretch.reference:
                target = self._target(scalar, stretch, start)
                spot = start + stretch.start
                before = scalar.text[max(start, spot - BEFORE) : spot]
                text = target.words(begins=begins_sentence(before)) if target else text
            if number + 1 < len(stretches) and self._hangs(stretches[number + 1]) and not stretch.fixed:
                text = text.rstrip(" ")  # a mark hangs on its word
            was_note = was_note and not text
            uri = ""
            if stretch.uri:
                if stretch.uri not in addresses:
                    where = partial(self._place_of_address, scalar, stretch, start)
                    addresses[stretch.uri] = self.address(stretch.uri, where)
                uri = addresses[stretch.uri]
            if stretch.language not in languages:
                where = partial(self._place, scalar, start + stretch.start)
                languages[stretch.language] = self._language(stretch.language, where)
            language = languages[stretch.language]
            span = Span(text, stretch.italic, stretch.bold, stretch.code, uri=uri, language=language, script=stretch.script)
            if target and not uri:
                span = msgspec.structs.replace(span, target=target.id, language=target.language)
            linked = linked + text if uri else ""
            goes_on = number + 1 < len(stretches) and stretches[number + 1].uri == stretch.uri
            if not uri or self._links == "clicked" or (not goes_on and says(linked, uri, stretch.uri)):
                yield span, stretch.fixed
            elif goes_on:
                yield msgspec.structs.replace(span, uri=""), stretch.fixed
            else:
                yield msgspec.structs.replace(span, uri="", text=text.rstrip(" ")), stretch.fixed
                yield from self._address_of(scalar, uri)
                was_note = self._links == "noted"
            linked = linked if goes_on else ""

    def _hangs(self, stretch: Stretch) -> bool:
        """Whether a mark hangs on the word before it: that of a note, or a citation that becomes one."""
        if stretch.note:
            return True
        return self.citer is not None and bool(stretch.cited) and self.citer.hangs(stretch.cited, self.within_note)

    def _target(self, scalar: Scalar, stretch: Stretch, start: int) -> Target | None:
        """What a reference names; None with a problem when the outline has no such id."""
        found = self.references.targets.get(stretch.reference)
        if found is None:
            self._report_unknown(stretch.reference, self._place(scalar, start + stretch.start))
        return found

    def _report_unknown(self, name: str, place: Place) -> None:
        """Say that a name is neither an id nor the key of a source."""
        if self.citer and not self.citer.library.whole:
            return  # it may be in the file that has been reported
        keys = self.citer.keys if self.citer else {}
        hint = self.nearest(name, [*self.references.targets, *map(as_written, keys)])
        ways = f"write `id: {name}` where it belongs"
        ways += "" if keys else ", or name the file of your sources, `bibliography: refs.bib`"
        said = f"no source has the key, and nothing the id `{name}`" if keys else f"nothing has the id `{name}`"
        self.problems.add("content/unknown-reference", place, said, hint or f"{ways}, or \\[ for a mere bracket")

    def _may_cite(self, scalar: Scalar, stretch: Stretch, start: int) -> bool:
        """Whether all that a bracket cites are sources that can be cited; what is not is reported."""
        assert self.citer is not None  # noqa: S101  the caller has seen to it
        good = True
        for one in stretch.cited:
            fault = self.citer.fault(one.key)
            if one.key not in self.citer.keys and one.key not in self.references.targets:
                self._report_unknown(one.key, self._place(scalar, start + one.start))
                good = False
            elif one.key not in self.citer.keys or fault:
                said = (
                    f"the source `{one.key}` cannot be cited: {fault}" if fault else f"`{one.key}` is an id, and no source"
                )
                hint = "mend it in the bibliography" if fault else f"write [@{one.key}] alone, or name a source"
                self.problems.add("content/unusable-source", self._place(scalar, start + one.start), said, hint)
                good = False
        return good

    def _language(self, written: str, place: Callable[[], Place]) -> str:
        """The language of a phrase as a tag, "" when it is the brief's own, or none with a problem at `place()`."""
        tag = read_tag(written)
        if tag.fault:
            self.problems.add("content/unknown-language", place(), tag.fault, tag.hint)
            return ""
        return tag.text if tag.text != self.language else ""

    def _mark(self, scalar: Scalar, stretch: Stretch, start: int) -> Span | None:
        """The mark of a note, linked to it; None with a problem when there is no such note."""
        given = self.notes.number(stretch.note)
        if given is None:
            place = self._place(scalar, start + stretch.start)
            added = (
                f"add it to `notes`: `{stretch.note}: …`" if self.notes.names else f"add it: `notes: {{{stretch.note}: …}}`"
            )
            hint = self.nearest(stretch.note, self.notes.names) or added
            self.problems.add("content/unknown-note", place, f"there is no note `{stretch.note}`", hint)
            return None
        number, first = given
        if first and self.citer:
            self.citer.mark(number)
        id = self.claim(f"noteref-{number}") if first else ""
        shown = self.words.numerals(str(number))
        return Span(shown, superior=True, target=f"note-{number}", title=f"{self.words.notes} {shown}", id=id)

    def _address_of(self, scalar: Scalar, uri: str) -> Iterator[tuple[Span, bool]]:
        """What follows the words of a link on paper."""
        if self._links == "bracketed":
            yield Span(" ("), True
            yield Span(readable(uri), uri=uri), True
            yield Span(")"), True
            return
        number, first = self.notes.address(uri, scalar)
        id = self.claim(f"noteref-{number}") if first else ""
        yield Span(self.words.numerals(str(number)), superior=True, target=f"note-{number}", id=id), True

    def nearest(self, word: str, known: Collection[str]) -> str:
        """A hint that names the known word most like this one; "" when there is none, or after many hints."""
        self._comparisons -= len(known)
        if self._comparisons < 0:
            return ""
        from difflib import get_close_matches  # only for an outline with a mistake

        found = get_close_matches(word[:SHOWN], known, 1)
        return f"did you mean `{found[0]}`?" if found else ""

    def _place_of_address(self, scalar: Scalar, stretch: Stretch, start: int) -> Place:
        return self._place(scalar, max(start + stretch.start, scalar.text.find(stretch.uri, start + stretch.start)))

    def _place(self, scalar: Scalar, index: int) -> Place:
        self._exact -= 1
        return scalar.at(index) if self._exact >= 0 else scalar.place


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    """The parts of a text between blank lines, each with the index of its start."""
    if "\n" not in text:
        yield 0, text
        return
    start = 0
    for gap in re.finditer(r"\n[ \t]*\n\s*", text):
        if text[start : gap.start()].strip():
            yield start, text[start : gap.start()]
        start = gap.end()
    if text[start:].strip():
        yield start, text[start:]


def _leads(stretch: Stretch) -> bool:
    """Whether more than its own words says what a stretch becomes."""
    return bool(stretch.uri or stretch.note or stretch.reference or stretch.cited or stretch.language)


def _same_dress(one: Span, other: Span) -> bool:
    if one.id or other.id or one.target or other.target:
        return False
    return msgspec.structs.replace(one, text="") == msgspec.structs.replace(other, text="")
