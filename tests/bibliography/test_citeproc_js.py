"""What a style makes of sources here and in citeproc-js, the implementation of Zotero: sixty sources in four styles."""

import json
import re
import subprocess
from pathlib import Path
from typing import Any

import citeproc
import pytest
from support.finders import NODE, node_program
from support.sources import ORDINARY, SOURCES

from briefgen.bibliography.process import Setter
from briefgen.bibliography.records import Citation, Cluster, Run, Set
from briefgen.bibliography.source import Library, Source
from briefgen.bibliography.styles import Style, named
from briefgen.problem import Place, Problems

ENGINE = NODE / "citeproc"
LOCALE = Path(str(citeproc.__file__)).parent / "data" / "locales" / "locales-en-US.xml"
STYLES = ("apa", "chicago-notes-bibliography", "nlm-citation-sequence", "harvard-cite-them-right")
MOST = 0.08  # of the entries may differ
README = " ".join((Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8").split())

# every entry that differs, why, and the words by which the README tells users of it, where the kind is an ordinary one
TWO_BODIES = "a comma stands before “and” between two institutions"
SMALL_WORD = "“Without” is a word of titles, and no small one"
SAME_YEAR = "two persons of one family name and initial"
DIFFER = {
    ("apa", "who2011"): TWO_BODIES,
    ("chicago-notes-bibliography", "who2011"): TWO_BODIES,
    ("chicago-notes-bibliography", "nodate"): SMALL_WORD,
    ("chicago-notes-bibliography", "noauthor"): SMALL_WORD,
    ("chicago-notes-bibliography", "untitled"): SMALL_WORD,
    ("apa", "smith2020a"): SAME_YEAR,
    ("apa", "smith2020b"): SAME_YEAR,
    ("apa", "smithj2020"): SAME_YEAR,
    ("harvard-cite-them-right", "murakami"): "a full stop behind a Japanese name",
}
LOCATED = [
    ("who2011", "page", "4", ", p. 4"),
    ("knuth1981", "page", "1119-1121", ", pp. 1119-1121"),
    ("ostrom1990", "chapter", "3", ", chap. 3"),
    ("gdpr2016", "section", "5", ", sec. 5"),
    ("who2011", "", "", ""),  # again, and twice in turn: ibid, where a style has it
    ("who2011", "", "", ""),
    ("who2011", "page", "9", ", p. 9"),
]
SEVERAL = ["undesa2022", "knuth1981", "stern2006"]


def by_us(style: Style) -> Set:
    library = Library()
    for source in SOURCES:
        data = {name: value for name, value in source.items() if name != "id"}
        library.sources[source["id"]] = Source(source["id"], Place("sources.json"), data)
    problems = Problems()
    clusters = [Cluster((Citation(source["id"]),)) for source in SOURCES]
    clusters += [Cluster((Citation(key, suffix=(Run(said),) if said else ()),)) for key, _, _, said in LOCATED]
    clusters.append(Cluster(tuple(map(Citation, SEVERAL))))
    made = Setter(library, style, "en-US", Place(""), problems).set(clusters)
    assert made is not None, problems.sorted()
    return made


def by_citeproc_js(style: Style) -> dict[str, Any]:
    clusters: list[list[dict[str, str]]] = [[{"id": source["id"]}] for source in SOURCES]
    clusters += [
        [{"id": key, "label": label, "locator": number} if number else {"id": key}] for key, label, number, _ in LOCATED
    ]
    clusters.append([{"id": key} for key in SEVERAL])
    asked = {"style": style.text, "locale": LOCALE.read_text(encoding="utf-8"), "items": SOURCES, "clusters": clusters}
    program = [str(node_program()), str(Path(__file__).parents[1] / "support" / "citeproc.cjs"), str(ENGINE)]
    done = subprocess.run(
        program, input=json.dumps(asked | {"noted": style.noted}), capture_output=True, text=True, check=True
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def alike(text: str) -> str:
    """A text without what the brief's own typography decides: the form of quotes and the kind of spaces."""
    text = re.sub(r"[“”„‘’‚«»\"']", '"', re.sub(r"^(\d+\.)(?=\S)", r"\1 ", text))
    return " ".join(text.split()).rstrip(".")


@pytest.mark.skipif(
    not ENGINE.exists() or node_program() is None, reason="citeproc-js is not installed (.ci/run installs it)"
)
def test_sixty_sources_in_four_styles() -> None:
    assert len(SOURCES) == 60
    differ: set[tuple[str, str]] = set()
    count = 0
    for name in STYLES:
        style = named(name, Place(""), Problems())
        assert style is not None
        ours, theirs = by_us(style), by_citeproc_js(style)
        listed = {entry.key: f"{entry.label} {''.join(run.text for run in entry.runs)}" for entry in ours.entries}
        assert listed.keys() == theirs["entries"].keys()
        count += len(listed)
        differ |= {(name, key) for key, text in listed.items() if alike(text) != alike(theirs["entries"][key])}
        said = [answer.words if answer.note is None else answer.note for answer in ours.answers]
        written = ["".join(run.text for run in runs) for runs in said]
        # of citations those with locators, those again and several in one are compared; a first one repeats its entry
        first = len(SOURCES)
        assert [alike(text) for text in written[first:]] == [alike(text) for text in theirs["citations"][first:]], name
    assert differ == DIFFER.keys()
    assert len(differ) <= MOST * count
    kinds = {source["id"]: source["type"] for source in SOURCES}
    assert [
        reason
        for (_, key), reason in DIFFER.items()
        if kinds[key] in ORDINARY and reason not in README and key != "murakami"
    ] == []
