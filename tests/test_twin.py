"""A twin: messages in order, failures that cost time alone, and files that are the same with one and without."""

import hashlib
import json
import random
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

WORDS = "the council counts every litre that leaks from pipes and asks who pays for the infrastructure of others".split()
OTHERS = ("**more**", "Ελλάδα", "AVERAGE", "efﬁcient", "http://example.org/a/long/address", "naïve")
ARABIC = "تقول البلدية إن المياه التي تضيع من الأنابيب القديمة أكثر مما يدفع الناس ثمنه في السنة".split()

# In processes of their own, since a test's may have threads, of which a copy would have but one.
ORDER = """
import os
from briefgen.twin import is_free, twin
assert is_free() == (len(os.sched_getaffinity(0)) > 1)
import briefgen.twin
briefgen.twin.is_free = lambda: True
def work(send):
    print("what a twin prints", flush=False)
    for number in range(1000):
        send(bytes(10 * number))
with twin(work) as found:
    assert [len(found.receive()) for _ in range(1000)] == [10 * number for number in range(1000)]
    assert found.receive() is None
try:
    os.waitpid(-1, 0)
except ChildProcessError:
    print("it has ended")
"""
FAILURE = """
import os, time
import briefgen.twin
briefgen.twin.is_free = lambda: True
def fails(send):
    send(b"one")
    raise ValueError("of the twin alone")
with briefgen.twin.twin(fails) as found:
    assert found.receive() == b"one" and found.receive() is None
def never_ends(send):
    while True:
        send(bytes(1000))
try:
    with briefgen.twin.twin(never_ends) as found:
        found.receive()
        raise KeyError("of this process")
except KeyError:
    print("passed on")
def refuse():
    raise BlockingIOError("no more processes")
os.fork = refuse
with briefgen.twin.twin(never_ends) as found:
    assert found is None
"""
# A process that is killed while its twin is ahead of it.
ORPHAN = """
import os, time
import briefgen.twin
briefgen.twin.is_free = lambda: True
def never_ends(send):
    send(os.getpid().to_bytes(4, "big"))
    while True:
        send(bytes(1000))
with briefgen.twin.twin(never_ends) as found:
    print(int.from_bytes(found.receive(), "big"), flush=True)
    os.kill(os.getpid(), 9)
"""
# Builds an outline with or without a twin, and prints the file's digest and how often what the twin had found was taken.
BUILDS = """
import hashlib, sys
from pathlib import Path
import briefgen.twin, briefgen.pdf.sketches, briefgen.typeset.ahead as ahead, briefgen.pdf.relay as relay
import briefgen.layout.segments.flow as flow
from briefgen.session import Session
briefgen.twin.is_free = lambda: "one" not in sys.argv[3]
flow.MANY, briefgen.pdf.sketches.MANY, relay.LEG = 20, 4, 4
if sys.argv[3] == "blind":
    relay.stretches, relay._is_new = (lambda run: ()), (lambda pages, fonts: True)
if "again" in sys.argv[3]:  # nothing is new when pages are drawn that have been drawn
    once = relay.draw_by_two
    relay.draw_by_two = lambda *arguments: once(*arguments) and once(*arguments)
taken = [0, 0]
way, decoded = ahead.Ahead.way, relay._taken_over
def counted(*arguments):
    found = way(*arguments)
    taken[0] += found is not None
    return found
def drawn_here(*arguments):
    relay_draw = arguments[2]
    here = []
    found = decoded(arguments[0], arguments[1], lambda page: here.append(page) or relay_draw(page), arguments[3])
    taken[1] += len(found) - len(here)
    return found
ahead.Ahead.way, relay._taken_over = counted, drawn_here
result = Session("much" if sys.argv[3] == "session" else "nothing").build(sys.argv[1], sys.argv[2])
assert result.output, result.problems[0]
print(hashlib.sha256(result.output.read_bytes()).hexdigest(), *taken, len(result.problems))
"""


def run(code: str, *arguments: str) -> str:
    done = subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, text=True, timeout=300)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


@pytest.mark.skipif(sys.platform != "linux", reason="there are no twins elsewhere")
class TestTwins:
    def test_messages_come_in_order_and_nothing_is_left_behind(self) -> None:
        assert run(ORDER) == "it has ended\n"

    def test_a_failure_of_the_twin_is_its_own(self) -> None:
        assert run(FAILURE) == "passed on\n"

    def test_a_twin_ends_with_the_process_that_has_it(self) -> None:
        done = subprocess.run([sys.executable, "-c", ORPHAN], stdout=subprocess.PIPE, text=True, timeout=60, check=False)
        assert done.returncode == -9
        twin = Path("/proc", done.stdout.strip())
        for _ in range(600):
            if not twin.exists() or "State:\tZ" in (twin / "status").read_text():
                break
            time.sleep(0.1)
        else:
            raise AssertionError("the twin goes on alone")

    def test_a_process_with_threads_has_none(self) -> None:
        threads = "import threading, time; threading.Thread(target=time.sleep, args=(2,), daemon=True).start()"
        run(f"{threads}\nfrom briefgen.twin import is_free\nassert not is_free()")

    @pytest.mark.parametrize("language", ["en-GB", "ar"])
    def test_a_long_file_is_the_same_with_a_twin(self, tmp_path: Path, language: str) -> None:
        outline = written(tmp_path, language)
        alone, ways, pages, problems = run(BUILDS, outline, str(tmp_path / "one.pdf"), "one").split()
        assert (ways, pages) == ("0", "0")
        kept, ways, pages, same = run(BUILDS, outline, str(tmp_path / "kept.pdf"), "session").split()
        assert (kept, ways, pages, same) == (alone, "0", "0", problems)
        both, ways, pages, same = run(BUILDS, outline, str(tmp_path / "two.pdf"), "two").split()
        assert (both, same) == (alone, problems)
        assert int(ways) > 30
        assert int(pages) > 1  # those with pictures are drawn here
        # a twin that goes on from wrong states of fonts has drawn for nothing
        blind, _, pages, same = run(BUILDS, outline, str(tmp_path / "blind.pdf"), "blind").split()
        assert (blind, pages, same) == (alone, "0", problems)

    def test_pages_that_hold_nothing_new_hang_on_no_state(self, tmp_path: Path) -> None:
        outline = written(tmp_path, "en-GB")
        alone = run(BUILDS, outline, str(tmp_path / "one.pdf"), "one again").split()
        both = run(BUILDS, outline, str(tmp_path / "two.pdf"), "two again").split()
        assert both[0] == alone[0]
        assert int(both[2]) > 2


def written(folder: Path, language: str) -> str:
    """The name of the outline of a long text, with its picture."""
    outline = folder / "long.yaml"
    Image.new("RGB", (900, 600), (40, 90, 80)).save(folder / "picture.png", dpi=(300, 300))
    outline.write_text(json.dumps(long_outline(language, Author(language))), encoding="utf-8")
    return str(outline)


class Author:
    """Writes texts by chance, the same each time."""

    def __init__(self, language: str) -> None:
        self._chance = random.Random(int(hashlib.sha256(language.encode()).hexdigest(), 16))
        self._words = ARABIC if language == "ar" else WORDS

    def text(self, count: int) -> str:
        """So many words, some of them emphasised, and some of another script."""
        words = self._chance.choices(self._words, k=count)
        words[count // 2] = f"*{words[count // 2]}*"
        words[count // 3] = self._chance.choice(OTHERS)
        return " ".join(words) + "."


def long_outline(language: str, author: Author) -> dict[str, Any]:
    """Nine sections of five paragraphs and whatever else stands among them."""
    sections = []
    for number in range(9):
        content: list[Any] = [author.text(60) for _ in range(5)]
        content[3:3] = [{"list": [author.text(9), author.text(12)]}, {"pull_quote": author.text(12)}]
        if number == 2:
            content[5:5] = [{"figure": {"image": "picture.png", "alt": author.text(6), "caption": author.text(8)}}]
        if number == 7:
            data = [["place", "litres"], ["a", 3], ["b", 4], ["c", 7]]
            content[5:5] = [{"chart": {"kind": "bar", "title": author.text(8), "data": data, "alt": author.text(6)}}]
        sections.append({"heading": author.text(4), "content": content})
    return {"title": author.text(5), "language": language, "date": "2026-11-22", "sections": sections}
