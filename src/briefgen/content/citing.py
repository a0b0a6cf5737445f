"""The citations of a brief: met twice, first to be asked for, then to be written.

Comes: the root of the outline and what its texts cite, in reading order. Goes: for each citation what stands for it, and
the list of sources. A brief is composed once to collect what it cites; then all is set at once, and it is composed again:
so what is cited where follows from the same walk that writes it. Promise: only an outline that names sources or a style
loads this.
"""

import re
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from briefgen.bibliography.load import load
from briefgen.bibliography.naming import NAMES, asked_for, named_in_text, with_names
from briefgen.bibliography.process import Setter
from briefgen.bibliography.records import Answer, Citation, Cluster, Listed, Mark, Run, Set
from briefgen.bibliography.source import Library, Source
from briefgen.bibliography.styles import USUAL, Style, named, read
from briefgen.content.brief import Span
from briefgen.content.citations import Cited
from briefgen.content.files import Folder
from briefgen.content.marks import Stretch, split
from briefgen.outline.tree import Map, Scalar
from briefgen.problem import Place, Problems

if TYPE_CHECKING:
    from briefgen.content.writer import Writer

_LEAD = re.compile(r".{3,80}?(?=[.,]? \(|\. |, )")  # the first author's name
NO_STYLE = Style("", noted=False, listed=False, raised=False, numbered=False)
OWN = "brief"
UNSET = "…"  # stands for a citation until it is set


class Citer:
    """Meets the citations of one brief. `made` is what they are set as, None while they are collected."""

    def __init__(self, library: Library, style: Style, *, listed: bool, made: Set | None = None) -> None:
        self.library = library
        self.style = style
        self.noted = style.noted
        self.raised = style.raised
        self.listed = listed
        self.made = made
        self.events: list[Cluster | Mark] = []
        self.firsts: dict[str, str] = {}  # the id of the first mark of each source
        self.suggested: tuple[Run, ...] = ()  # the suggested citation of the brief itself
        self._met = 0
        self._notes = 0
        self._targets = {entry.key: f"source-{entry.key}" for entry in self.entries}

    @property
    def keys(self) -> Mapping[str, Source]:
        """The sources by their keys."""
        return self.library.sources

    def fault(self, key: str) -> str:
        """Why a source cannot be cited, "" when it can."""
        source, twice = self.library.sources.get(key), self.library.twice.get(key)
        if twice:
            return f"its key stands at {source.place if source else ''} and at {twice}"
        return f"{source.fault} ({source.place})" if source and source.fault else ""

    def hangs(self, cited: Iterable[Cited], note: int) -> bool:
        """Whether a citation comes to nothing but a mark."""
        return ((self.noted and not note) or self.raised) and all(one.mode != "AuthorInText" for one in cited)

    @property
    def entries(self) -> tuple[Listed, ...]:
        """The list of sources, when there is to be one."""
        return self.made.entries if self.made and self.listed else ()

    @property
    def notes(self) -> int:
        """How many notes the style makes."""
        return self._notes

    def again(self, made: Set) -> "Citer":
        """A citer of the same brief that knows what stands for each citation."""
        found = Citer(self.library, self.style, listed=self.listed, made=made)
        found.suggested = self.suggested
        found._notes = sum(answer.note is not None for answer in made.answers)
        return found

    def mark(self, note: int) -> None:
        """The first mark of the brief's own note `note` is met."""
        self.events.append(Mark(note))

    def write(
        self, writer: "Writer", scalar: Scalar, stretch: Stretch, following: Stretch | None, *, after_mark: bool
    ) -> tuple[list[tuple[Span, bool]], int]:
        """The spans of what stands for a stretch, and how many characters of the following one are among them.

        All its keys are in the library. Punctuation stands before the mark of a note.
        """
        alone = scalar.text.strip() == stretch.text
        answer = self._answer(stretch, writer.within_note, alone=alone)
        self._report_left_out(stretch, answer, scalar, writer)
        found = self._linked(answer.words, writer)
        if stretch.italic or stretch.bold:
            found = [(_dressed(span, stretch), fixed) for span, fixed in found]
        if answer.note is None and not (self.raised and not writer.within_note):
            return found, 0
        moved = _punctuation(following, writer.language)
        if answer.note is None:
            number = next((at for at, (span, _) in enumerate(found) if span.script == "^"), len(found))
            between = moved or ("," if after_mark and not number else "")  # else 1 and 2 would read as 12
            script: Literal["", "^"] = "" if moved else "^"
            apart = [(Span(between, script=script), True)] if between else []
            return [*found[:number], *apart, *found[number:]], len(moved)
        if moved:
            found.append((Span(moved, stretch.italic, stretch.bold), False))
        elif after_mark and not found:
            found.append((Span(",", superior=True), True))
        id = writer.claim(f"noteref-{writer.notes.next}")
        for one in stretch.cited:
            self.firsts.setdefault(one.key, id)
        note = tuple(writer.corrected(self._linked(answer.note, writer, quiet=True))) or (Span(UNSET),)
        number = writer.notes.cite(scalar, note)
        shown = writer.words.numerals(str(number))
        title = f"{writer.words.notes} {shown}"
        found.append((Span(shown, superior=True, target=f"note-{number}", title=title, id=id), True))
        return found, len(moved)

    def _answer(self, stretch: Stretch, note: int, *, alone: bool) -> Answer:
        citations = tuple(Citation(one.key, one.mode, _runs(one.prefix), _runs(one.suffix)) for one in stretch.cited)
        self.events.append(Cluster(citations, note, alone))
        self._met += 1
        if self.made is not None:
            return self.made.answers[self._met - 1]
        unset = (Run(UNSET),)
        return Answer((), unset) if self.noted and not note else Answer(unset)

    def _report_left_out(self, stretch: Stretch, answer: Answer, scalar: Scalar, writer: "Writer") -> None:
        """Say which pages are not on the page: some styles, those of medicine say, print none."""
        if self.made is None:
            return
        said = "".join(run.text for run in (*answer.words, *(answer.note or ())))
        for one in stretch.cited:
            number = re.search(r"\d+", one.suffix)
            if number and number[0] not in said:
                message = f"the style does not print “{one.suffix.strip(' ,')}” with `{one.key}`"
                hint = "say it in the text, or name another `citation_style`"
                writer.problems.add("bibliography/locator-left-out", scalar.find(one.suffix), message, hint)

    def _linked(self, runs: Iterable[Run], writer: "Writer", *, quiet: bool = False) -> list[tuple[Span, bool]]:
        """Runs as spans, each with whether typography must leave it alone; those of a source lead to its entry.

        `quiet`: these links look like text: all of a note in the colour of links would shout.
        """
        found: list[tuple[Span, bool]] = []
        targets = self._targets
        for run in runs:
            span = Span(run.text, run.italic, run.bold, uri=run.uri, script=run.script)
            if run.source in targets and not run.uri:
                id = "" if run.source in self.firsts else writer.claim(f"citation-{run.source}")
                self.firsts.setdefault(run.source, id)
                span = msgspec.structs.replace(span, target=targets[run.source], id=id, quiet=quiet)
            found.append((span, bool(run.uri)))
        return found

    def listed_spans(self, entry: Listed, writer: "Writer") -> tuple[Span, ...]:
        """The text of an entry; its first words lead back to where it is first cited, unless its label does."""
        spans = writer.corrected(self._linked(entry.runs, writer))
        first, back = spans[0] if spans else Span(UNSET), self.firsts.get(entry.key, "")
        if entry.label or not back or first.uri:
            return tuple(spans)
        name = _LEAD.match(first.text)
        end = name.end() if name else len(first.text)
        led = msgspec.structs.replace(first, text=first.text[:end], target=back, quiet=True)
        rest = msgspec.structs.replace(first, text=first.text[end:])
        return (led, *([rest] if rest.text else []), *spans[1:])

    def spans(self, runs: Iterable[Run], writer: "Writer") -> tuple[Span, ...]:
        """Runs as spans that lead nowhere but to addresses."""
        return tuple(
            writer.corrected(
                (msgspec.structs.replace(span, target="", id=""), fixed) for span, fixed in self._linked(runs, writer)
            )
        )

    @property
    def uncited(self) -> list[tuple[str, Place]]:
        """The sources that are never cited, with their places."""
        cited = {one.key for each in self.events if isinstance(each, Cluster) for one in each.citations}
        cited |= {need for key in cited for need in self.library.sources[key].needs}
        return [(key, source.place) for key, source in self.library.sources.items() if key not in cited]


class Bibliography(msgspec.Struct, frozen=True):
    """What an outline names: sources, a style, where, and in which language they are set."""

    library: Library
    style: Style | None  # none that can be used
    place: Place
    language: str
    listed: bool

    def citer(self) -> Citer:
        """A citer that collects."""
        style = self.style or NO_STYLE
        return Citer(self.library, style, listed=self.listed and style.listed)

    def set(self, citer: Citer, problems: Problems) -> Set | None:
        """What has been collected, set; None, with problems, when it cannot be."""
        if self.style is None:
            return None
        if not any(isinstance(each, Cluster) for each in citer.events):
            return Set((), ())
        made = Setter(self.library, self.style, self.language, self.place, problems).set(citer.events)
        keys = named_in_text(citer.events) if self.style.numbered else []
        if made is None or not keys:
            return made
        names = Setter(self.library, NAMES, self.language, self.place, problems).set(asked_for(keys))
        if names is None:
            return None
        said = {key: answer.words for key, answer in zip(keys, names.answers, strict=True)}
        return with_names(citer.events, made, said, raised=self.style.raised)

    def suggest(self, record: dict[str, Any], problems: Problems) -> tuple[Run, ...]:
        """The brief itself as the style sets it; nothing, with problems, when it cannot be set."""
        if self.style is None:
            return ()
        own = Library()
        own.sources[OWN] = Source(OWN, self.place, record)
        made = Setter(own, self.style, self.language, self.place, problems).set([Cluster((Citation(OWN),))])
        if made is None:
            return ()
        return made.entries[0].runs if made.entries else made.answers[0].note or made.answers[0].words


def open_bibliography(root: Map, folder: Folder, language: str, file: str, problems: Problems) -> Bibliography:
    """The sources and the style that an outline names; what cannot be used of them is reported."""
    items = root.maps("bibliography")
    beside = file.rpartition("/")[0]
    library = load(
        items, lambda scalar: folder.find(scalar, "bibliography/missing-file"), f"{beside}/" if beside else "", problems
    )
    named_style = root.text("citation_style")
    place = named_style.place if named_style else root.keys.get("bibliography", Place(file))
    style = _style(named_style, place, folder, problems)
    return Bibliography(library, style, place, language, root.flag("reference_list", True))


def report_clashes(ids: Mapping[str, Place], citer: Citer, problems: Problems) -> None:
    """Report names that are both the key of a source and an id of the outline."""
    for name in ids.keys() & citer.keys.keys():
        said = f"`{name}` is an id here, and the key of the source at {citer.keys[name].place}"
        problems.add("content/ambiguous-name", ids[name], said, "rename one of the two")


def _style(scalar: Scalar | None, place: Place, folder: Folder, problems: Problems) -> Style | None:
    if scalar is None:
        return named(USUAL, place, problems)
    if not scalar.text.strip().lower().endswith(".csl"):
        return named(scalar.text, place, problems)
    path = folder.find(scalar, "bibliography/missing-file")
    return read(path, place, problems) if path else None


def _runs(text: str) -> tuple[Run, ...]:
    """What stands before or behind a key, with its marks read."""
    return tuple(Run(part.text, part.italic, part.bold, part.script, uri=part.uri) for part in split(text))


def _dressed(span: Span, stretch: Stretch) -> Span:
    """A span of a citation that stands in words in italics, or bold: what a title has in italics is upright there."""
    return msgspec.structs.replace(span, italic=span.italic != stretch.italic, bold=span.bold or stretch.bold)


def _punctuation(following: Stretch | None, language: str) -> str:
    """What stands before a mark though it was written behind it; in French nothing does."""
    if following is None or following.fixed or following.note or following.cited or language.split("-")[0] == "fr":
        return ""
    found = re.match(r"[.,;:!?…]+[\"'”’»“)]*|[\"'”’»“)]+[.,;:!?…]+", following.text)
    return found[0] if found else ""
