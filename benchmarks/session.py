"""How long a build in a session takes after an edit, against Typst, in one run of this script.

    pip install . typst pypdfium2 && python benchmarks/session.py [OUTLINE]

Both programs keep running, and keep what they remember: `briefgen.session.Session`, and a `typst.Compiler` on the same words
on as many pages. For each edit a file is written, then both give the bytes of a PDF, in turn. Edits are one word of the text
changed, each time another one; a new paragraph before all others; and another paragraph in its place, as while it is being
written. Before each edit both build the outline as it was, and the session is a new one, which has seen no other edit. The
medians are printed, and their ratios, which alone are comparable from run to run.
"""

import gc
import json
import random
import re
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import typst
import yaml
from speed import FONTS, count, typst_source

from briefgen.session import Session

ROUNDS = 40
TELLING = "the council counts every litre that leaks from pipes older than their makers and asks who pays for it".split()


Text = tuple[str, str]  # the outline, and the document of its words


def edits(outline: str, words: str, chance: random.Random) -> Iterator[list[Text]]:
    """Both texts as they are, and with a word changed, each time another one."""
    once = [word for word in re.findall(r"\b[a-z]{5,9}\b", words) if words.count(word) == 1 == outline.count(word)]
    for word in chance.sample(once, ROUNDS):
        changed = word + chance.choice(("s", "ly", "est"))
        yield [(outline, words), (outline.replace(word, changed), words.replace(word, changed))]


def paragraphs(outline: str, words: str, chance: random.Random) -> Iterator[list[Text]]:
    """Both texts as they are, and with a paragraph before all others."""
    for _ in range(ROUNDS):
        yield [(outline, words), with_paragraph(outline, words, chance)]


def more(outline: str, words: str, chance: random.Random) -> Iterator[list[Text]]:
    """Both texts with a paragraph before all others, and with another one there."""
    for _ in range(ROUNDS):
        yield [(outline, words), with_paragraph(outline, words, chance), with_paragraph(outline, words, chance)]


def with_paragraph(outline: str, words: str, chance: random.Random) -> Text:
    """Both texts with a paragraph of five to seven lines before all others."""
    first = yaml.load(outline, Loader=yaml.CBaseLoader)["sections"][0]["content"][0]
    before = "#" + json.dumps(first, ensure_ascii=False)
    text = " ".join(chance.choices(TELLING, k=chance.randint(30, 45))).capitalize()
    return (
        outline.replace("    content:\n", f"    content:\n      - {text}.\n", 1),
        words.replace(before, f"#{json.dumps(text)}\n\n{before}", 1),
    )


def timed(make: Callable[[], bytes | None]) -> float:
    """The milliseconds that it takes to make a PDF."""
    start = time.perf_counter()
    assert make()
    return 1000 * (time.perf_counter() - start)


def main() -> None:
    gc.set_threshold(200_000, 20, 20)  # as the command does
    file = Path(sys.argv[1] if len(sys.argv) > 1 else "brief.yaml").resolve()
    outline = file.read_text(encoding="utf-8")
    copy = file.with_name(".session.yaml")  # beside the outline, for its images
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        try:
            copy.write_text(outline, encoding="utf-8")
            pages = count(Session().render(copy).data or b"")
            source = typst_source(yaml.load(outline, Loader=yaml.CBaseLoader), pages, folder)
            words = source.read_text(encoding="utf-8")
            compiler = typst.Compiler(str(source), root=str(folder), font_paths=list(map(str, FONTS)))
            compiler.compile()
            for edit, make in (("a word changed", edits), ("a paragraph at the top", paragraphs), ("another there", more)):
                ours, theirs = [], []
                for steps in make(outline, words, random.Random(14)):
                    session = Session()
                    for one, other in steps:
                        copy.write_text(one, encoding="utf-8")
                        source.write_text(other, encoding="utf-8")
                        took = timed(lambda kept=session: kept.render(copy).data), timed(compiler.compile)
                    ours.append(took[0])  # the last time
                    theirs.append(took[1])
                our, their = statistics.median(ours), statistics.median(theirs)
                print(f"{edit}: briefgen {our:.1f} ms, Typst {their:.1f} ms, briefgen / Typst {our / their:.2f}")
        finally:
            copy.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
