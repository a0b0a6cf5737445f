"""Every look that comes with briefgen, on its specimen: contrast, sizes and lines, on a screen, from a press and in gray."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from briefgen.content.brief import Brief
from briefgen.content.compose import compose
from briefgen.geometry import BLACK, WHITE, Colour, Rect
from briefgen.layout.compose import lay_out
from briefgen.layout.items import Clip, Drawing, Glyphs, Mark, Pages, Rule
from briefgen.layout.items import Path as Outline
from briefgen.layout.proof.verify import verify
from briefgen.looks.built_in import NAMES, SPECIMEN
from briefgen.outline.read import read_text
from briefgen.pdf.ink import Converter
from briefgen.pdf.profile import default_profile
from briefgen.problem import Problems
from briefgen.theme import LEAST_CONTRAST
from briefgen.typeset.fonts import FontBook
from briefgen.typeset.setter import Typesetter

LEAST_READ = 7.0  # of the body (WCAG 2.2, 1.4.6)
LEAST_SIZE, LEAST_CAPTION = 8.0, 8.0  # points: of what is read, of captions and of the numbers of charts
LEAST_LINE = 0.25  # points (Ghent Workgroup, 2015 specification)

Seen = Callable[[Colour], Colour]


def laid_out(name: str, design: str = "", more: str = "") -> tuple[Brief, Pages, Problems]:
    problems = Problems()
    text = SPECIMEN.read_text(encoding="utf-8") + f"series: Looks\ndesign: {{look: {name}{design}}}\n{more}"
    outline = read_text(text.encode(), "specimen.yaml", Path(), problems)
    assert outline is not None
    brief = compose(outline, problems)
    assert brief is not None
    pages = lay_out(brief, Typesetter(FontBook.load(None, None, (), problems), "en"), problems)
    return brief, pages, problems


@pytest.fixture(scope="module", params=NAMES)
def specimen(request: pytest.FixtureRequest) -> tuple[Brief, Pages, Problems]:
    return laid_out(request.param)


@pytest.fixture(scope="module")
def press() -> Seen:
    """How a colour of the screen looks where the inks of a press have been put in its place."""
    profile = default_profile()
    converter = Converter(profile, 300)
    back = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(BytesIO(profile)),
        ImageCms.createProfile("sRGB"),
        "CMYK",
        "RGB",
        renderingIntent=ImageCms.Intent.RELATIVE_COLORIMETRIC,
    )
    known: dict[Colour, Colour] = {}

    def seen(colour: Colour) -> Colour:
        if colour not in known:
            neutral = colour.red == colour.green == colour.blue
            inks = (0.0, 0.0, 0.0, 1 - colour.red) if neutral else converter.colour(colour.red, colour.green, colour.blue)
            pixel = Image.new("CMYK", (1, 1), tuple(round(255 * ink) for ink in inks))
            done = ImageCms.applyTransform(pixel, back)
            assert done is not None
            red, green, blue = done.tobytes()
            known[colour] = Colour(red / 255, green / 255, blue / 255)
        return known[colour]

    return seen


def words_on_grounds(pages: Pages) -> Iterator[tuple[Glyphs, Colour]]:
    """Each run of words with the colour of what was drawn last below its middle; those over pictures are left out."""
    for page in pages.pages:
        grounds: list[tuple[Rect, Colour]] = [(Rect(0, 0, page.width, page.height), WHITE)]
        for item in page.items:
            if isinstance(item, Rule):
                grounds.append((item.rect, item.colour))
            elif isinstance(item, Outline) and item.fill:
                grounds.append((item.rect, item.fill))
            elif isinstance(item, Glyphs) and not item.hidden and "".join(glyph.text for glyph in item.glyphs).strip():
                x, y = item.x + item.width / 2, item.y - item.size * 0.3
                yield item, [colour for rect, colour in grounds if holds(rect, x, y)][-1]


def holds(rect: Rect, x: float, y: float) -> bool:
    return rect.x <= x <= rect.right and rect.y <= y <= rect.bottom


def gray(colour: Colour) -> Colour:
    return Colour(colour.gray, colour.gray, colour.gray)


@pytest.mark.parametrize("profile", ["screen", "press", "gray"])
def test_words_stand_out_from_their_grounds(specimen: tuple[Brief, Pages, Problems], profile: str, press: Seen) -> None:
    _, pages, _ = specimen
    seen = {"screen": lambda colour: colour, "press": press, "gray": gray}[profile]
    for run, ground in words_on_grounds(pages):
        words = "".join(glyph.text for glyph in run.glyphs)
        found = seen(run.colour).contrast(seen(ground))
        assert found >= LEAST_CONTRAST, (words, run.colour, ground)
        # the accent is for headings and labels; what is read is black, or white on colour
        assert found >= LEAST_READ or run.colour not in {BLACK, WHITE}, words


def test_nothing_is_wrong_with_the_pages(specimen: tuple[Brief, Pages, Problems]) -> None:
    brief, pages, problems = specimen
    assert pages.shape
    verify(pages, pages.shape, brief, problems)
    assert [problem.code for problem in problems.sorted()] == []


def test_no_type_is_too_small_and_sizes_are_few(specimen: tuple[Brief, Pages, Problems]) -> None:
    brief, pages, _ = specimen
    small = {
        style.size for name, style in brief.design.look.styles.items() if name.startswith(("caption", "credit", "chart"))
    }
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs):
                assert item.size >= (LEAST_CAPTION if item.size in small else LEAST_SIZE) - 0.01
            elif isinstance(item, Drawing):
                assert all(run.size >= LEAST_CAPTION for run in item.runs())
    assert all(style.on_body or style.size >= LEAST_CAPTION for style in brief.design.look.styles.values())
    if brief.design.look.sizes:
        assert 6 <= len(brief.design.look.sizes) <= 8


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("paper", ["a4", "letter", "a5"])
def test_full_lines_of_one_column_hold_45_to_75_characters(name: str, paper: str) -> None:
    """As long as lines are easy to read; nine of ten within two characters, for some lines have narrow letters."""
    _, pages, _ = laid_out(name, f", columns: 1, paper: {paper}")
    words: dict[tuple[int, float, str], str] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs) and item.id.startswith("s") and ".b" in item.id and item.id.count(".") == 1:
                key = page.number, round(item.y, 1), item.id
                words[key] = words.get(key, "") + "".join(glyph.text for glyph in item.glyphs)
    counts = {key: len(line.rstrip()) for key, line in words.items()}
    last = {(page, text): max(y for p, y, t in counts if (p, t) == (page, text)) for page, _, text in counts}
    full = [count for (page, y, text), count in counts.items() if y < last[page, text]]
    assert len(full) >= 8
    assert sorted(full)[int(0.9 * len(full))] <= 77
    assert 45 <= sum(full) / len(full) <= 75


@pytest.mark.parametrize("name", NAMES)
def test_contents_stand_clear_of_the_summary(name: str) -> None:
    brief, pages, _ = laid_out(name, more="contents: true\n")
    assert brief.front.summary
    assert brief.front.contents
    heading, first = brief.front.summary.heading.id, brief.front.contents.entries[0].text.id
    page = next(page for page in pages.pages if any(isinstance(item, Glyphs) and item.id == first for item in page.items))
    rules = [item.rect for item in page.items if isinstance(item, Rule)]
    x, y = next((item.x, item.y) for item in page.items if isinstance(item, Glyphs) and item.id == heading)
    top = next(item.y for item in page.items if isinstance(item, Glyphs) and item.id == first)
    ground = min((rect for rect in rules if holds(rect, x, y - 3)), key=lambda rect: rect.height * rect.width)
    above = max(rect.y for rect in rules if ground.bottom <= rect.y < top)
    assert above - ground.bottom >= 12


def lines(marks: tuple[Mark, ...]) -> Iterator[float]:
    for mark in marks:
        if isinstance(mark, Outline) and mark.stroke:
            yield mark.stroke.width
        elif isinstance(mark, Clip):
            yield from lines(mark.marks)


def test_no_line_is_finer_than_a_press_prints(specimen: tuple[Brief, Pages, Problems]) -> None:
    _, pages, _ = specimen
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Rule):
                assert min(item.rect.width, item.rect.height) >= LEAST_LINE
            elif isinstance(item, Drawing):
                assert all(width >= LEAST_LINE for width in lines(item.marks))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "modules"])
def test_sections_are_found_at_a_glance(name: str) -> None:
    """Their headings have one and a half of the body's size at least."""
    brief, *_ = laid_out(name)
    look = brief.design.look
    assert look.styles["heading1"].size >= 1.5 * look.text.size
