"""The preview in Chromium: what somebody who writes a brief sees when it changes."""

import shutil
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from support.chromium import Browser, Tab, chromium
from support.watching import OUTLINE, Watched, watching

pytestmark = pytest.mark.skipif(not shutil.which("chromium"), reason="Chromium is not installed")

SHOWN = "Number(document.documentElement?.dataset.shown ?? 0)"
PIXELS = """(async () => {
  const image = document.querySelector('.leaf img'), canvas = new OffscreenCanvas(image.naturalWidth, image.naturalHeight);
  const context = canvas.getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
  let sum = 0;
  for (let at = 0; at < data.length; at += 4) sum = (sum * 31 + data[at]) % 1000000007;
  return sum;
})()"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with chromium("--window-size=1300,1000") as found:
        yield found


@pytest.fixture(scope="module")
def watched(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Watched]:
    with watching(tmp_path_factory.mktemp("seen")) as found:
        yield found


@pytest.fixture
def outline(watched: Watched) -> Path:
    found = watched.outline
    if found.read_text() != OUTLINE:
        serial = watched.state()["serial"]
        found.write_text(OUTLINE)
        watched.wait(serial)
    return found


@pytest.fixture
def tab(browser: Browser, watched: Watched, outline: Path) -> Iterator[Tab]:
    assert outline.exists()
    found = browser.open(watched.url)
    found.wait(SHOWN)
    yield found
    assert found.complaints() == []
    found.close()


def shown_after(tab: Tab, serial: int) -> int:
    return int(tab.wait(f"{SHOWN} > {serial} && {SHOWN}"))


def test_a_page_changes_with_the_outline_and_the_others_stay(tab: Tab, outline: Path) -> None:
    serial = int(tab.run(SHOWN))
    before, keys = tab.run(PIXELS), tab.run("[...document.querySelectorAll('.leaf')].map((each) => each.leaf.key)")
    tab.run("document.getElementById('larger').click(); document.getElementById('desk').scrollTop = 300")
    zoom = tab.run("document.getElementById('scale').textContent")
    time.sleep(0.3)
    before = tab.run(PIXELS)
    outline.write_text(OUTLINE.replace("a third of", "a quarter of"))
    shown_after(tab, serial)
    assert tab.run(PIXELS) != before
    now = tab.run("[...document.querySelectorAll('.leaf')].map((each) => each.leaf.key)")
    assert now[0] != keys[0]
    assert now[1:] == keys[1:]
    assert tab.run("document.getElementById('desk').scrollTop") == 300
    assert tab.run("document.getElementById('scale').textContent") == zoom


def test_a_broken_outline_leaves_the_last_pages_dimmed(tab: Tab, outline: Path) -> None:
    serial, before = int(tab.run(SHOWN)), tab.run(PIXELS)
    outline.write_text(OUTLINE.replace("      - Nobody", "      - colour: red\n      - Nobody"))
    serial = shown_after(tab, serial)
    assert tab.run("document.body.classList.contains('stale')")
    assert tab.run(PIXELS) == before
    assert "1 error" in tab.run("document.getElementById('banner').textContent")
    assert "brief.yaml:7:9" in tab.run("document.getElementById('problems').innerText")
    assert tab.run("document.querySelectorAll('.leaf .marks .error').length") == 1
    tab.run("document.querySelector('#problems button').click()")
    assert tab.wait("document.querySelector('#place .here')?.textContent").endswith("- colour: red")
    outline.write_text(OUTLINE)
    shown_after(tab, serial)
    assert not tab.run("document.body.classList.contains('stale')")
    assert tab.run("document.querySelectorAll('.marks button').length") == 0
    assert not tab.run("document.getElementById('panel').innerText.includes('colour')")


def test_a_problem_lies_on_its_page_and_a_click_leads_there(tab: Tab, outline: Path) -> None:
    serial = int(tab.run(SHOWN))
    outline.write_text(OUTLINE.replace("was bought twice.", "was bought twice, see [here](https://example.org)."))
    shown_after(tab, serial)
    assert tab.run("document.querySelector('.marks button').closest('.leaf').leaf.number") == 2
    assert tab.run("document.querySelector('.marks button').className") == "warning"
    tab.run("document.querySelector('#problems button').click()")
    box = "document.querySelector('.marks button').getBoundingClientRect()"
    assert tab.wait(f"{box}.top > 0 && {box}.bottom < innerHeight")
    assert tab.run("document.querySelector('.marks button').classList.contains('chosen')")


def test_a_click_on_a_word_leads_to_its_line_and_column(tab: Tab, outline: Path) -> None:
    spot = "[...document.querySelectorAll('.spots button')].find((each) => each.ariaLabel.includes('Nobody'))"
    tab.wait(spot + " !== undefined")
    left, top = tab.run(f"(() => {{ const box = {spot}.getBoundingClientRect(); return [box.left, box.top] }})()")
    tab.click(left + 40, top + 6)
    assert tab.wait("document.querySelector('#place .where')?.textContent") == "brief.yaml:7:9"
    assert tab.run("document.querySelector('#place mark').textContent") == "Nobody"
    link = tab.run("document.querySelector('#place a').href")
    assert link == f"vscode://file{outline}:7:9"


def test_all_of_it_by_keys(tab: Tab) -> None:
    tab.wait("document.querySelectorAll('.spots button').length")
    tab.run("document.querySelector('.spots button[tabindex=\"0\"]').focus()")
    tab.press("ArrowDown")
    assert tab.run("document.activeElement.ariaLabel") == "Heading: What leaks"
    tab.press("Enter")
    assert tab.wait("document.querySelector('#place .where')?.textContent") == "brief.yaml:4:14"
    tab.press("g")
    assert tab.wait("document.querySelectorAll('.baseline').length") > 20
    tab.press("o")
    assert tab.wait("document.querySelectorAll('.badge').length") > 3
    tab.press("s")
    assert tab.run("document.getElementById('desk').classList.contains('spreads')")
    for key in "gos":
        tab.press(key)


def test_views_are_of_other_colours(tab: Tab) -> None:
    view = "document.getElementById('view').value = '{}', document.getElementById('view').dispatchEvent(new Event('change'))"
    for name in ("gray", "pale", "protan", "deutan", "tritan"):
        tab.run(view.format(name))
        assert tab.run("getComputedStyle(document.querySelector('.leaf img')).filter") != "none"
    before = tab.run(PIXELS)
    tab.run(view.format("press"))
    assert "SWOP" in tab.wait("document.getElementById('remark').textContent")
    tab.wait(f"{PIXELS}.then((sum) => sum !== {before})")
    tab.run(view.format(""))


def test_ten_tabs_share_one_stream(browser: Browser, watched: Watched, outline: Path) -> None:
    tabs = []
    for _ in range(10):
        tabs.append(browser.open(watched.url))
        tabs[-1].wait(SHOWN)
    serial = int(tabs[-1].run(SHOWN))
    outline.write_text(OUTLINE.replace("a third of", "half of"))
    for each in tabs:
        shown_after(each, serial)
    tabs[0].close()  # which listened for all
    serial = int(tabs[-1].run(SHOWN))
    time.sleep(0.3)
    outline.write_text(OUTLINE)
    for each in tabs[1:]:
        shown_after(each, serial)
        each.close()


def test_it_comes_back_after_a_restart(browser: Browser, tmp_path: Path) -> None:
    with watching(tmp_path) as first:
        tab = browser.open(first.url)
        tab.wait(SHOWN)
        assert first.end() == 0
        assert tab.wait("!document.getElementById('banner').hidden")
    (tmp_path / "brief.yaml").write_text(OUTLINE.replace("Saltmarsh", "Harbour"))
    with watching(tmp_path) as second:
        assert second.url == first.url
        tab.wait("document.querySelector('.leaf img').alt.includes('Harbour')")
        assert tab.run("document.getElementById('banner').hidden")
        tab.close()


def test_a_page_is_copied_as_png(browser: Browser, tab: Tab) -> None:
    browser.call("Browser.grantPermissions", permissions=["clipboardReadWrite", "clipboardSanitizedWrite"])
    tab.call("Page.bringToFront")
    button = "document.querySelector('figcaption button')"
    tab.run(f"{button}.click()")
    assert tab.wait(f"{button}.textContent !== 'Copy as PNG' && {button}.textContent") == "Copied"
    copied = "navigator.clipboard.read().then(([item]) => item.getType('image/png'))"
    size = tab.run(f"{copied}.then(createImageBitmap).then((each) => each.width)")
    assert size == round(595.28 * 200 / 72)


def test_nothing_of_an_outline_is_run(tab: Tab, outline: Path) -> None:
    serial = int(tab.run(SHOWN))
    evil = "<img src=x onerror=alert(1) id=evil>"
    outline.write_text(
        OUTLINE.replace("Water for Saltmarsh", f"{evil} water").replace("What leaks", f"{evil} [here](https://x.org)")
    )
    shown_after(tab, serial)
    tab.run("document.querySelector('#problems button').click()")
    tab.wait("document.querySelector('#place .here') !== null")
    assert tab.run("document.getElementById('evil')") is None
    assert evil in tab.run("document.querySelector('.leaf img').alt")
