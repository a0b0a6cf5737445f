"""BibTeX and biblatex files: entries and faults, each with its place.

Comes in: the text of a .bib file. Goes out: its entries with their fields as written. The promise: one broken entry costs no
other; a fault is told with the key of its entry; the time is linear in the text. Refuses to read LaTeX within fields: that
is pandoc's.
"""

import re
from bisect import bisect_right

from briefgen.bibliography.fields import MEANT, faults_of
from briefgen.bibliography.source import MOST_SOURCES, BibEntry, Library, Macros, Reports, Source, shown
from briefgen.problem import Place

MONTHS = frozenset("jan feb mar apr may jun jul aug sep oct nov dec".split())
UNCLOSED_MOST = 2
SAVE = "write `@report{key, title = {…}, year = {2024}}`"
_START = re.compile(r"@[ \t]*([A-Za-z]+)\s*([{(])")
_LINE_START = r"^[ \t]*@[ \t]*[A-Za-z]+[ \t]*[{(]"
_NEXT = re.compile(_LINE_START, re.MULTILINE)
# what ends or nests a value; an entry that begins a line within one shows that a bracket was left open
_IN_VALUE = re.compile(rf'\\.|[{{}}"]|{_LINE_START}[^\s=,{{}}()]+[ \t]*,', re.MULTILINE | re.DOTALL)
_KEY = re.compile(r"\s*([^\s,{}()=\"#%\\@]*)[ \t]*")
_FIELD = re.compile(r"\s*([A-Za-z][A-Za-z0-9_:.+/-]*)\s*=\s*")
_BARE = re.compile(r"[A-Za-z0-9_:.+/?!*'-]+")
_SPACE = re.compile(r"(?:\s|%[^\n]*(?=\n))*")


class _Fault(Exception):  # noqa: N818  control flow inside this module
    """Why an entry cannot be read, and where; `whole`: the fault is that of the entry as a whole."""

    def __init__(self, at: int, said: str, hint: str, *, whole: bool = False) -> None:
        super().__init__(said)
        self.at = at
        self.hint = hint
        self.whole = whole


def read_bibtex(text: str, file: str, library: Library, reports: Reports) -> None:
    """Take the entries of a .bib file into the library."""
    _Scanner(text, file, library, reports).run()


class _Scanner:
    def __init__(self, text: str, file: str, library: Library, reports: Reports) -> None:
        self._text = text
        self._file = file
        self._library = library
        self._reports = reports
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._macros = Macros({})
        self._own: dict[str, Source] = {}
        self._unclosed = 0  # comments that are never closed, each of which was looked for to the end

    def run(self) -> None:
        at = 0
        while (found := _START.search(self._text, at)) and len(self._own) < MOST_SOURCES and not self._reports.hopeless:
            at = self._read(found)
        for source in self._own.values():
            self._add(source)

    def _place(self, at: int) -> Place:
        line = bisect_right(self._lines, at)
        return Place(self._file, line, at - self._lines[line - 1] + 1)

    def _read(self, found: re.Match[str]) -> int:
        """Read what begins with `@`; returns where to look for the next."""
        kind, at = found[1].lower(), found.end()
        key = ""
        try:
            if kind in ("comment", "preamble"):
                return self._past(at, found[2])
            if kind == "string":
                return self._macro(at)
            named = _KEY.match(self._text, at)
            assert named is not None  # noqa: S101  it matches nothing at all too
            key = "" if _FIELD.match(self._text, at) else named[1]
            if not key:
                raise _Fault(at, f"this @{kind} has no key", SAVE)
            if self._text[named.end() : named.end() + 1] not in (",", "}", ")"):
                after = shown(self._text[at : at + 40].split("\n")[0])
                said = f"there is no comma behind the key of the entry `{after}`"
                raise _Fault(named.end(), said, "a key has no spaces, and a comma behind it")
            fields, end = self._fields(named.end(), key, "}" if found[2] == "{" else ")")
        except _Fault as fault:
            self._broken(key, found.start(), fault)
            following = _NEXT.search(self._text, max(fault.at, found.end()))
            return following.start() if following else len(self._text)
        self._keep(Source(key, self._place(found.start()), BibEntry(kind, fields), macros=self._macros))
        return end

    def _broken(self, key: str, at: int, fault: _Fault) -> None:
        place = self._place(at if fault.whole else fault.at)
        said = f"{fault}; the entry begins in line {self._place(at).line}" if key else str(fault)
        self._reports.add("bibliography/broken-entry", place, said, fault.hint)
        if key:
            self._keep(Source(key, self._place(at), BibEntry("", {}), fault=str(fault)))

    def _keep(self, source: Source) -> None:
        if source.key in self._own:
            self._library.twice.setdefault(source.key, source.place)
            said = f"the key `{source.key}` has been given in line {self._own[source.key].place.line} already"
            self._reports.add("bibliography/duplicate-key", source.place, said, "rename one of the two, or remove it")
        else:
            self._own[source.key] = source

    def _past(self, at: int, opened: str) -> int:
        """Where a comment or preamble ends: one that is never closed has no end but its bracket."""
        if opened != "{" or self._unclosed > UNCLOSED_MOST:
            return at
        try:
            return self._braced(at, "this comment")
        except _Fault:
            self._unclosed += 1
            return at

    def _macro(self, at: int) -> int:
        """`@string{un = {United Nations}}`."""
        named = _FIELD.match(self._text, at)
        if named is None:
            raise _Fault(at, "this @string has no name with a value", "write `@string{un = {United Nations}}`")
        value, end = self._value(named.end(), f"the abbreviation `{named[1]}`")
        self._macros.values[named[1].lower()] = value
        close = _SPACE.match(self._text, end)
        end = close.end() if close else end
        if self._text[end : end + 1] not in ("}", ")"):
            raise _Fault(end, f"the abbreviation `{named[1]}` is not closed", "write a } behind its value")
        return end + 1

    def _fields(self, at: int, key: str, closing: str) -> tuple[dict[str, str], int]:
        """The fields of an entry, and where it ends. `at` is behind its key."""
        text, fields = self._text, dict[str, str]()
        what = f"the entry `{key}`"
        while True:
            at = self._skip(at)
            comma = text[at : at + 1] == ","
            at = self._skip(at + 1) if comma else at
            if text[at : at + 1] == closing:
                return fields, at + 1
            if text[at : at + 1] == ",":
                continue
            named = _FIELD.match(text, at)
            if named is None:
                raise self._no_field(at, what, closing)
            name = named[1].lower()
            if not comma:
                said = f"{what} has no comma before its field `{name}`"
                self._reports.add(
                    "bibliography/odd-entry", self._place(at), said, "write a comma behind the field before it"
                )
            value, at = self._value(named.end(), f"the field `{name}` of {what}")
            if name in fields:
                said = f"{what} has the field `{name}` twice; the first is used"
                self._reports.add("bibliography/odd-entry", self._place(named.start(1)), said, "remove one of them")
            fields.setdefault(name, value)

    def _no_field(self, at: int, what: str, closing: str) -> _Fault:
        """Why nothing that stands here is a field."""
        if at >= len(self._text) or _START.match(self._text, at):
            return _Fault(at, f"{what} is not closed", f"write a {closing} where it ends", whole=True)
        after = shown(self._text[at : at + 60].split("\n")[0])
        hint = "write `name = {value},`; a brace that closes too early leaves text behind it"
        return _Fault(at, f"in {what} `{after}` is no field", hint)

    def _skip(self, at: int) -> int:
        found = _SPACE.match(self._text, at)
        return found.end() if found else at

    def _value(self, at: int, what: str) -> tuple[str, int]:
        """A value as written, its parts joined by `#`, and where it ends."""
        start = at
        while True:
            first = self._text[at : at + 1]
            if first == "{":
                at = self._braced(at + 1, what)
            elif first == '"':
                at = self._quoted(at + 1, what)
            else:
                bare = _BARE.match(self._text, at)
                if bare is None:
                    raise _Fault(min(at, max(0, len(self._text) - 1)), f"{what} has no value", "write it in braces: {…}")
                at = bare.end()
            behind = self._skip(at)
            if self._text[behind : behind + 1] != "#":
                return self._text[start:at], at
            at = self._skip(behind + 1)

    def _braced(self, at: int, what: str) -> int:
        """Where the braces that were opened before `at` are closed."""
        opened, depth = at - 1, 1
        for found in _IN_VALUE.finditer(self._text, at):
            mark = found[0]
            if mark == "{":
                depth += 1
            elif mark == "}":
                depth -= 1
                if not depth:
                    return found.end()
            elif mark[0] not in '\\"':
                break
        raise _Fault(opened, f"{what} has a brace that is not closed", "write a } where it ends")

    def _quoted(self, at: int, what: str) -> int:
        opened, depth = at - 1, 0
        for found in _IN_VALUE.finditer(self._text, at):
            mark = found[0]
            if mark == '"' and not depth:
                return found.end()
            if mark in "{}":
                depth += 1 if mark == "{" else -1
            elif mark[0] not in '\\"':
                break
            if depth < 0:
                break
        raise _Fault(opened, f"{what} has a quote that is not closed", 'write a " where it ends')

    def _add(self, source: Source) -> None:
        """Take in an entry with what is odd about it: it can be cited unless another that it needs cannot be found."""
        entry = source.data
        assert isinstance(entry, BibEntry)  # noqa: S101  made above
        if not source.fault:
            found = faults_of(source.key, entry, self._own, self._macros)
            for said, hint in found.told:
                self._reports.add("bibliography/odd-entry", source.place, said, hint)
            made = BibEntry(MEANT.get(entry.kind, entry.kind), found.fields)
            source = Source(source.key, source.place, made, fault=found.fault, needs=found.needs, macros=self._macros)
        self._library.add(source, self._reports)
