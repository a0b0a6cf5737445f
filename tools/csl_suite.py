"""How much of the test suite of CSL comes out right: python tools/csl_suite.py FOLDER [NAME…]

FOLDER is processor-tests/humans of a clone of github.com/citation-style-language/test-suite. Each has a style, sources
and what must come out. Tests that ask for what no brief has are left out and counted: citations that change while a
document is written, lists of some of the sources, abbreviations, and settings of citeproc-js. Quotes are taken as alike,
for a brief has those of its language. Printed are the shares of two ways: what pandoc makes of a style and sources as
they are, and what briefgen makes with both made ready for it; with names, only what differs in those tests."""

import html
import json
import os
import re
import sys
import tempfile
from pathlib import Path
from typing import Any

from briefgen.bibliography import request, styles
from briefgen.bibliography.process import Setter
from briefgen.bibliography.records import Citation, Cluster, Run, Set
from briefgen.bibliography.source import Library, Source
from briefgen.problem import Place, Problems

PART = re.compile(r">>=+ ?([A-Z-]+) ?=+>>\n(.*?)\n?<<=+ ?\1 ?=+<<", re.DOTALL)
ELSEWHERE = ("CITATIONS", "BIBSECTION", "BIBENTRIES", "ABBREVIATIONS", "OPTIONS", "LANGPARAMS")
LABELS = {"page": "p.", "chapter": "chap.", "section": "sec.", "volume": "vol.", "paragraph": "para.", "verse": "v."}


def main(folder: Path, names: list[str]) -> None:
    """Try all tests of a folder, or those named."""
    left_out = 0
    passed = {"pandoc alone": 0, "briefgen": 0}
    tried = 0
    for path in sorted(folder.glob("*.txt")):
        if names and path.stem not in names:
            continue
        parts = dict(PART.findall(path.read_text(encoding="utf-8")))
        if any(name in parts for name in ELSEWHERE) or parts.get("MODE", "").strip() not in ("citation", "bibliography"):
            left_out += 1
            continue
        tried += 1
        for way in passed:
            made = outcome(parts, plain=way == "pandoc alone")
            good = made is not None and alike(made) == alike(parts["RESULT"])
            passed[way] += good
            if names and not good:
                print(f"{path.stem}, {way}:\n  wanted {alike(parts['RESULT'])}\n  made   {alike(made or 'nothing')}")
    for way, count in passed.items():
        print(f"{way}: {count} of {tried} pass, {count / max(tried, 1):.1%}")
    print(f"left out: {left_out}")


def outcome(parts: dict[str, str], *, plain: bool) -> str | None:
    """What comes out of a test as HTML; None when nothing does."""
    problems = Problems()
    spanned, labelled = request.SPANNED, styles._LABELLED
    if plain:
        request.SPANNED, styles._LABELLED = (), re.compile("(?!)()()")
    try:
        style = styled(parts["CSL"], problems)
        items = json.loads(parts["INPUT"])
        clusters = clusters_of(parts, items)
        library = Library()
        for item in items:
            data = {name: value for name, value in item.items() if name != "id"}
            library.sources[str(item["id"])] = Source(str(item["id"]), Place("input"), data)
        if style is None or not clusters:
            return None
        language = re.search(r'default-locale="([\w-]+)"', style.text)
        setter = Setter(library, style, language[1] if language else "en-US", Place("style"), problems)
        made = setter.set(clusters)
    except (KeyError, ValueError, TypeError):
        return None
    finally:
        request.SPANNED, styles._LABELLED = spanned, labelled
    return None if made is None else written(made, parts["MODE"].strip())


def styled(text: str, problems: Problems) -> styles.Style | None:
    """A style of the text of a file."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "style.csl")
        path.write_text(text, encoding="utf-8")
        return styles.read(path, Place("style"), problems)


def clusters_of(parts: dict[str, str], items: list[dict[str, Any]]) -> list[Cluster]:
    """What a test cites: as it says, or all its sources at once."""
    given = json.loads(parts["CITATION-ITEMS"]) if "CITATION-ITEMS" in parts else [[{"id": item["id"]} for item in items]]
    return [Cluster(tuple(_citation(one) for one in cluster)) for cluster in given]


def _citation(one: dict[str, Any]) -> Citation:
    suffix = one.get("suffix", "")
    if "locator" in one:
        label = LABELS.get(one.get("label", "page"), one.get("label", "page"))
        suffix = f", {label} {one['locator']}{suffix}"
    mode = "SuppressAuthor" if one.get("suppress-author") else "AuthorInText" if one.get("author-only") else "NormalCitation"
    prefix = one.get("prefix", "").strip()
    return Citation(str(one["id"]), mode, (Run(prefix),) if prefix else (), (Run(suffix),) if suffix else ())


def written(made: Set, mode: str) -> str:
    """What was set, as the tests write it."""
    if mode == "citation":
        return "\n".join(tagged(answer.words if answer.note is None else answer.note) for answer in made.answers)
    return "\n".join(f"{entry.label} {tagged(entry.runs)}" for entry in made.entries)


def tagged(runs: tuple[Run, ...]) -> str:
    """Runs as HTML."""
    text = ""
    for run in runs:
        dress = {"i": run.italic, "b": run.bold, "sup": run.script == "^", "sub": run.script == "~"}
        tags = [tag for tag, wanted in dress.items() if wanted]
        opened, closed = "".join(f"<{tag}>" for tag in tags), "".join(f"</{tag}>" for tag in reversed(tags))
        text += f"{opened}{html.escape(run.text, quote=False)}{closed}"
    return text


def alike(text: str) -> str:
    """A result without what the two ways write in different forms and mean alike."""
    text = re.sub(r"</?(?:div|span|a)\b[^>]*>", " ", re.sub(r"(?:>>|\.\.)\[\d+\] ", "", text))
    text = re.sub(r"[“”„‘’‚«»\"']", '"', html.unescape(text))
    return re.sub(r" (?=[.,;:)\n])", "", re.sub(r"</([bi])>(\s*)<\1>", r"\2", " ".join(text.split())))


if __name__ == "__main__":
    os.environ["XDG_CACHE_HOME"] = "none"  # nothing of it is kept
    main(Path(sys.argv[1]), sys.argv[2:])
