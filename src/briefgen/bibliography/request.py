"""The question to pandoc's citeproc: a document of nothing but citations, and files of nothing but what is cited.

Comes in: clusters in their order, and a library. Goes out: the document as pandoc's JSON (pandoc-types 1.23), and files.
The promise: keys of any making come through, for pandoc is given numbers; equal questions are equal bytes. Refuses to start
pandoc.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import msgspec

from briefgen.bibliography.records import Citation, Cluster, Mark, Run
from briefgen.bibliography.source import BibEntry, Library, Macros, Source

SPANNED = ("issue", "volume", "collection-number")
# lists to biblatex (manual, 2.2.1), divided by “and”: who writes “Food and Agriculture Organization” means one name
LISTS = frozenset("publisher origpublisher institution organization school location address origlocation venue".split())
_AND = re.compile(r"(?<=\s)and(?=\s)")
_DOI = re.compile(r"(?i)^(?P<open>[{\"\s]*)(?:(?:https?://)?(?:dx\.|www\.)?doi\.org/|doi:\s*)+")
_SPAN = re.compile(r"\d{1,6}\s?-+\s?\d{1,6}")
ID = "s"  # what the numbers of sources begin with
BIB, JSON, YAML = "sources.bib", "sources.json", "sources.yaml"


class Request(msgspec.Struct, frozen=True):
    """A document, the files that it needs by their names, and the number of each source."""

    document: bytes
    files: dict[str, bytes]
    ids: dict[str, str]
    lines: tuple[str, ...]  # the key of the entry in each line of the .bib file


def make_request(events: Sequence[Cluster | Mark], library: Library, language: str) -> Request:
    """The question that sets these clusters, in this order, all of whose sources are in the library."""
    inside: dict[int, list[Cluster]] = {}
    for event in events:
        if isinstance(event, Cluster) and event.note:
            inside.setdefault(event.note, []).append(event)
    keys = [one.key for event in events if isinstance(event, Cluster) for one in event.citations]
    ids = {key: f"{ID}{number}" for number, key in enumerate(dict.fromkeys(keys), 1)}
    blocks: list[dict[str, Any]] = []
    for event in events:
        if isinstance(event, Mark):
            paragraphs = [_within(cluster, ids) for cluster in inside.pop(event.note, [])]
            blocks.append(_paragraph([{"t": "Note", "c": paragraphs or [_paragraph([])]}]))
        elif not event.note:
            blocks.append(_paragraph([_cite(event, ids)]))
    # notes that no mark points to
    rest = [[_within(one, ids) for one in clusters] for clusters in inside.values()]
    blocks += [_paragraph([{"t": "Note", "c": paragraphs}]) for paragraphs in rest]
    meta = {"lang": {"t": "MetaString", "c": language}, "link-citations": {"t": "MetaBool", "c": True}}
    document = {"pandoc-api-version": [1, 23], "meta": meta, "blocks": blocks}
    files, lines = _files([library.sources[key] for key in ids], ids, library)
    return Request(_bytes(document), files, ids, lines)


def order_of(events: Sequence[Cluster | Mark]) -> list[int]:
    """At which index among the clusters each answer belongs, in the order in which `make_request` asks for them."""
    numbered = [event for event in events if isinstance(event, Cluster)]
    numbers = {id(event): number for number, event in enumerate(numbered)}
    inside: dict[int, list[int]] = {}
    for event in numbered:
        if event.note:
            inside.setdefault(event.note, []).append(numbers[id(event)])
    found: list[int] = []
    for each in events:
        if isinstance(each, Mark):
            found += inside.pop(each.note, [])
        elif not each.note:
            found.append(numbers[id(each)])
    return [*found, *(number for left in inside.values() for number in left)]


def _paragraph(inlines: list[dict[str, Any]]) -> dict[str, Any]:
    return {"t": "Para", "c": inlines}


def _cite(cluster: Cluster, ids: dict[str, str]) -> dict[str, Any]:
    return {"t": "Cite", "c": [[_citation(one, ids[one.key]) for one in cluster.citations], []]}


def _within(cluster: Cluster, ids: dict[str, str]) -> dict[str, Any]:
    """A citation in a note; among other words a style sets it in brackets and without a full stop."""
    around = [] if cluster.alone else [{"t": "Str", "c": "x"}, {"t": "Space"}]
    return _paragraph([*around, _cite(cluster, ids), *around[:1]])


def _citation(one: Citation, id: str) -> dict[str, Any]:
    return {
        "citationId": id,
        "citationPrefix": list(inlines_of(one.prefix)),
        "citationSuffix": list(inlines_of(one.suffix)),
        "citationMode": {"t": one.mode},
        "citationNoteNum": 0,
        "citationHash": 0,
    }


def inlines_of(runs: Iterable[Run]) -> Iterator[dict[str, Any]]:
    """Runs as pandoc has them."""
    for run in runs:
        found: list[dict[str, Any]] = []
        for number, word in enumerate(run.text.split(" ")):
            found += [{"t": "Space"}] if number else []
            found += [{"t": "Str", "c": word}] if word else []
        if run.uri:
            found = [{"t": "Link", "c": [["", [], []], found, [run.uri, ""]]}]
        dress = (
            ("Emph", run.italic),
            ("Strong", run.bold),
            ("Superscript", run.script == "^"),
            ("Subscript", run.script == "~"),
        )
        for name, wanted in dress:
            found = [{"t": name, "c": found}] if wanted else found
        yield from found


def _files(sources: Iterable[Source], ids: dict[str, str], library: Library) -> tuple[dict[str, bytes], tuple[str, ...]]:
    """The files, and to which key each line of the .bib file belongs."""
    bib: dict[str, Source] = {}
    plain: list[dict[str, Any]] = []
    marked: list[dict[str, Any]] = []
    for source in sources:
        if isinstance(source.data, BibEntry):
            bib[source.key] = source
            bib |= {key: library.sources[key] for key in source.needs if key in library.sources}
        else:
            mended = {name: _span(source.data[name]) for name in SPANNED if name in source.data}
            if isinstance(doi := source.data.get("DOI"), str):
                mended["DOI"] = _bare(doi)
            (marked if source.marked else plain).append({**source.data, **mended, "id": ids[source.key]})
    files: dict[str, bytes] = {}
    lines: list[str] = []
    if bib:
        text, lines = _bib(bib, ids)
        files[BIB] = text.encode()
    if plain:
        files[JSON] = _bytes(plain)
    if marked:
        files[YAML] = _bytes({"references": marked})  # JSON is YAML
    return files, tuple(lines)


def _span(value: Any) -> Any:
    """A span of numbers with its dash: pandoc sets that of pages alone."""
    return re.sub(r"(?<=\d)\s?-+\s?(?=\d)", "–", value) if isinstance(value, str) and _SPAN.fullmatch(value) else value


def _bare(doi: str) -> str:
    """A DOI without the address in front of it that styles print themselves."""
    return _DOI.sub(r"\g<open>", doi)


def _bib(entries: dict[str, Source], ids: dict[str, str]) -> tuple[str, list[str]]:
    """The text of a .bib file with these entries, and the key of the entry in each of its lines."""
    names = {key: ids.get(key, f"p{number}") for number, key in enumerate(entries, 1)}
    parts: list[tuple[str, str]] = [("", each) for each in _macros(entries.values())]
    for key, source in entries.items():
        entry = source.data
        assert isinstance(entry, BibEntry)  # noqa: S101  the caller has seen to it
        values = source.macros.values if source.macros else {}
        fields = "".join(f",\n  {name} = {_field(name, value, names, values)}" for name, value in entry.fields.items())
        parts.append((key, f"@{entry.kind}{{{names[key]}{fields}\n}}"))
    lines = [key for key, text in parts for _ in text.split("\n")]
    return "\n".join(text for _, text in parts) + "\n", lines


def _macros(sources: Iterable[Source]) -> list[str]:
    """The definitions of abbreviations that any of the entries' files have."""
    found: list[Macros] = []
    for source in sources:
        if source.macros is not None and not any(source.macros is other for other in found):
            found.append(source.macros)
    used = " ".join(
        value for source in sources if isinstance(source.data, BibEntry) for value in source.data.fields.values()
    )
    words = used.lower()
    return [f"@string{{{name} = {value}}}" for one in found for name, value in one.values.items() if name in words]


def _field(name: str, value: str, names: dict[str, str], macros: dict[str, str]) -> str:
    """A field's value as pandoc has to be given it, with the numbers of the entries that it points to."""
    if name in LISTS:
        return _AND.sub("{and}", macros.get(value.lower(), value))
    if name == "doi":
        return _bare(value)
    if name in ("number", "issue", "volume"):
        return re.sub(r"^([{\"]?)(\d+)-(\d+)([}\"]?)$", r"\1\2--\3\4", value)
    if name not in ("crossref", "xref", "xdata"):
        return value
    aims = [aim.strip() for aim in value.strip('{}" ').split(",")]
    return f"{{{','.join(names[aim] for aim in aims if aim in names)}}}"


def _bytes(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "replace")
