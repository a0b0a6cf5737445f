"""All citations of a brief set at once, by pandoc's citeproc.

Comes in: clusters in their order, a library and a style. Goes out: what stands for each, and the list of sources; None, with
problems, when they cannot be set. The promise: one version of pandoc and one question give one answer; a version that has
not been tried gives none. Refuses to know where clusters stand.
"""

import json
import re
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import msgspec

from briefgen.bibliography import cache
from briefgen.bibliography.answer import Reading
from briefgen.bibliography.records import Cluster, Mark, Set
from briefgen.bibliography.request import BIB, Request, make_request, order_of
from briefgen.bibliography.source import CITATIONS_MOST, CITED_MOST, Library, shown
from briefgen.bibliography.styles import Style
from briefgen.installing import installing_extra
from briefgen.pandoc import PandocError, run
from briefgen.problem import Place, Problems

# of pandoc: 3.8.2.1 and 3.9 set the sources of the tests alike, 3.6.1 does not
OLDEST, NEXT = (3, 8, 2), (3, 10, 0)
STYLE = "style.csl"
TRIES = 10  # entries that pandoc may refuse, one by one


class Setter:
    """Sets the citations of one brief in one style. `place` is where the outline names the bibliography."""

    def __init__(self, library: Library, style: Style, language: str, place: Place, problems: Problems) -> None:
        self._library = library
        self._style = style
        self._language = language
        self._place = place
        self._problems = problems
        self._unread: set[str] = set()  # the keys of sources that pandoc has refused

    def set(self, events: Sequence[Cluster | Mark]) -> Set | None:
        """What stands for each cluster, in their order, and the list."""
        version = self._version()
        if version is None:
            return None
        keys = [one.key for each in events if isinstance(each, Cluster) for one in each.citations]
        if len(set(keys)) > CITED_MOST or len(keys) > CITATIONS_MOST:
            said = f"the brief cites more than {CITED_MOST} sources, or more than {CITATIONS_MOST} times"
            self._problems.add("bibliography/too-large", self._place, said, "a brief is short: divide it")
            return None
        request: Request | None = make_request(events, self._library, self._language)
        for _ in range(TRIES):
            if request is None:
                break
            answer = self._answer(request, version)
            if isinstance(answer, dict):
                return self._read(answer, request, events)
            request = self._mended(events, request, answer)
        return None

    def _version(self) -> str | None:
        """The version of pandoc, when it is one whose answers are known."""
        try:
            said = run(["--version"], b"").decode("utf-8", "replace").split("\n")[0]
        except PandocError as error:
            if error.reason == "missing":
                said = "to set citations, briefgen needs the program pandoc"
                hint = f"run `{installing_extra('references')}`"
                self._problems.add("bibliography/not-installed", self._place, said, hint)
                return None
            said = error.said  # one that is too old for what it is asked
        numbers = re.search(r"pandoc(?:\.exe)? (\d+)\.(\d+)(?:\.(\d+))?", said)
        found = tuple(int(each or 0) for each in numbers.groups()) if numbers else (0, 0, 0)
        if OLDEST <= found < NEXT:
            return said.strip()
        said = f"this is {said.strip()[:40] or 'an unknown pandoc'}, whose citations have not been compared"
        hint = f"run `{installing_extra('references')}`"
        self._problems.add("bibliography/wrong-pandoc", self._place, said, hint)
        return None

    def _answer(self, request: Request, version: str) -> dict[str, Any] | PandocError:
        """Pandoc's answer, or the one that was kept, or why there is none."""
        parts = [version.encode(), self._style.text.encode(), request.document]
        name = cache.name_of([*parts, *(part for file, data in request.files.items() for part in (file.encode(), data))])
        known = _tree(cache.look_up(name) or b"")
        if known:
            return known
        try:
            data = self._ask(request)
        except PandocError as error:
            return error
        tree = _tree(data)
        if tree:
            cache.keep(name, data)
        return tree

    def _ask(self, request: Request) -> bytes:
        with tempfile.TemporaryDirectory(prefix="briefgen-") as folder:
            files = {**request.files, STYLE: self._style.text.encode()}
            for name, data in files.items():
                Path(folder, name).write_bytes(data)
            sources = [f"--bibliography={Path(folder, name)}" for name in request.files]
            return run(
                ["-f", "json", "-t", "json", "--citeproc", f"--csl={Path(folder, STYLE)}", *sources], request.document
            )

    def _mended(self, events: Sequence[Cluster | Mark], request: Request, error: PandocError) -> Request | None:
        """The question without the entry that pandoc cannot read, which is reported; None when it is not about one."""
        said = error.said
        line = re.search(r"\(line (\d+), column \d+\)", said)
        number = int(line[1]) - 1 if line and BIB in said else -1
        key = request.lines[number] if 0 <= number < len(request.lines) else ""
        source = self._library.sources.get(key)
        if source is None or key in self._unread:
            self._report(error)
            return None
        detail = shown(re.sub(r".*\(line \d+, column \d+\):?", "", said, flags=re.DOTALL))
        hint = "see whether its braces, commands and dates are right"
        self._problems.add("bibliography/unread-source", source.place, f"pandoc cannot read `{key}`: {detail}", hint)
        self._unread.add(key)
        self._library.sources[key] = msgspec.structs.replace(source, data={"title": shown(key)}, needs=())
        return make_request(events, self._library, self._language)

    def _report(self, error: PandocError) -> None:
        said = {
            "slow": "setting the citations takes too long",
            "memory": "setting the citations takes too much memory",
            "large": "the citations come to too much text",
        }.get(error.reason, f"pandoc cannot set the citations: {shown(_last(error.said))}")
        self._problems.add("bibliography/failed", self._place, said, "see whether the style and the sources cited are right")

    def _read(self, tree: dict[str, Any], request: Request, events: Sequence[Cluster | Mark]) -> Set | None:
        reading = Reading({id: key for key, id in request.ids.items()})
        order = order_of(events)
        try:
            made = reading.read(tree)
            if len(made.answers) != len(order):
                raise IndexError(len(made.answers))
        except (ValueError, KeyError, TypeError, IndexError, RecursionError):
            said = "pandoc's answer about the citations cannot be understood"
            self._problems.add("bibliography/failed", self._place, said, "name another style, to see whether it is that")
            return None
        for key in dict.fromkeys(reading.missing):
            said = f"pandoc cannot read the source `{shown(key)}`"
            hint = "see whether its type and its fields are right"
            self._problems.add("bibliography/unread-source", self._library.sources[key].place, said, hint)
        answers = dict(zip(order, made.answers, strict=True))
        return Set(tuple(answers[number] for number in range(len(order))), made.entries)


def _tree(data: bytes) -> dict[str, Any]:
    """Pandoc's JSON; an empty tree when it is none."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _last(said: str) -> str:
    return said.strip().split("\n")[-1]
