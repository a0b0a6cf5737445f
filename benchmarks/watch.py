"""How long it takes from saving an outline until its changed page stands in Chromium, against a build from cold.

    pip install '.[test]' && python benchmarks/watch.py [OUTLINE]

`briefgen watch` shows the outline in Chromium without a window. Then one word is changed EDITS times, in one text after the
other, with the page that it is on in view; the time is taken until that page has been painted. Between, whole processes of
briefgen build the same outline, so that a busy machine slows both alike; the ratio is what counts. Also told: what of it is
the build.
"""

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from support.chromium import Tab, chromium
from support.watching import Watched, watching

EDITS = 50
EVERY = 2  # edits between two builds from cold
PAUSE = 0.15  # seconds between edits: who writes pauses too
ENVIRONMENT = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
PAINTED = """window.painted = new Promise((done) => new MutationObserver((_, observer) => {
  observer.disconnect();
  requestAnimationFrame(() => setTimeout(done));
}).observe(document.documentElement, { attributes: true, attributeFilter: ['data-shown'] }))"""


def texts(outline: str) -> list[int]:
    """Where in an outline words of its texts stand: long ones, in lines that are not keys."""
    found, at = [], 0
    for line in outline.split("\n"):
        words = line.split()
        if len(words) > 6 and ":" not in line and line.startswith("    "):
            word = max((word for word in words if word.isalpha()), key=len, default="")
            if len(word) > 4:
                found.append(at + line.index(word))
        at += len(line) + 1
    return found


def edit(outline: str, at: int) -> str:
    """The outline with the letters of the word at a place turned: its first becomes its last."""
    end = at + next(size for size in range(1, 99) if not outline[at + size].isalpha())
    return outline[:at] + outline[at + 1 : end] + outline[at] + outline[end:]


def keys(tab: Tab) -> list[str]:
    return list(tab.run("[...document.querySelectorAll('.leaf')].map((each) => each.leaf.key)"))


def follow(tab: Tab, watched: Watched, at: int) -> tuple[float, float]:
    """Seconds from saving an edit to its paint, and those that the build took. An edit before shows which page it is on."""
    before = keys(tab)
    save(tab, watched, at)
    page = next(at for at, (one, other) in enumerate(zip(before, keys(tab), strict=True)) if one != other)
    tab.run(f"document.querySelectorAll('.leaf')[{page}].scrollIntoView()")
    picture = f"document.querySelectorAll('.leaf img')[{page}].src"
    shown = tab.run(picture)
    seconds = save(tab, watched, at)
    assert tab.run(picture) != shown
    return seconds, float(watched.state()["seconds"])


def save(tab: Tab, watched: Watched, at: int) -> float:
    """Seconds from saving an edit to its paint."""
    text = edit(watched.outline.read_text("utf-8"), at)
    time.sleep(PAUSE)
    tab.run(PAINTED + ", 0")
    began = time.perf_counter()
    watched.outline.write_text(text, "utf-8")
    tab.run("window.painted")
    return time.perf_counter() - began


def cold(outline: Path, output: Path) -> float:
    """Seconds that a process of its own takes for the same."""
    began = time.perf_counter()
    command = [sys.executable, "-m", "briefgen", "build", str(outline), "-q", "-o", str(output)]
    subprocess.run(command, env=ENVIRONMENT, check=True, capture_output=True)
    return time.perf_counter() - began


def main(outline: Path) -> None:
    source = outline.read_text("utf-8")
    with tempfile.TemporaryDirectory() as place:
        folder, output = Path(place, "seen"), Path(place, "cold.pdf")
        shutil.copytree(outline.parent / "assets", folder / "assets")
        (folder / "brief.yaml").write_text(source, "utf-8")
        with watching(folder) as watched, chromium("--window-size=1300,1000") as browser:
            tab = browser.open(watched.url)
            tab.wait("Number(document.documentElement?.dataset.shown ?? 0)")
            tab.run("document.getElementById('whole').click()")
            times, builds, colds = [], [], [cold(watched.outline, output)][1:]
            places = texts(source)
            for number in range(EDITS + 2):
                seconds, build = follow(tab, watched, places[number % len(places)])
                if number >= 2:  # the first ones fill the session
                    times.append(seconds)
                    builds.append(build)
                if number % EVERY == 0:
                    colds.append(cold(watched.outline, output))
    shown, built, start = (1000 * statistics.median(each) for each in (times, builds, colds))
    print(f"from saving to the page: {shown:.0f} ms, median of {len(times)} edits (of that the build {built:.0f} ms);")
    print(f"a build from cold: {start:.0f} ms; ratio {shown / start:.2f}")
    print("slowest tenth: " + ", ".join(f"{1000 * each:.0f}" for each in sorted(times)[-len(times) // 10 :]) + " ms")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent.parent / "brief.yaml")
