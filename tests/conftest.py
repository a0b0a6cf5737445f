"""What all tests may use: the square font, in which every glyph is one em wide, so that layout is arithmetic."""

import os
from pathlib import Path
from typing import Any, Protocol

import pytest
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from hypothesis import settings

# without deadlines: how long an example takes tells of the machine. Continuous integration tries the same examples each
# time, so that anybody finds again what it finds
settings.register_profile("untimed", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "untimed")

SQUARE_CHARACTERS = [*range(0x20, 0x7F), *range(0xA0, 0x180), 0x2010, *range(0x2013, 0x201F), 0x2022, 0x2026]


class BuildFont(Protocol):
    def __call__(
        self, characters: list[int], name: str, fs_type: int = 0, inks: dict[int, tuple[int, int]] | None = None
    ) -> Any: ...


def _box(left: int, right: int) -> Any:
    pen = TTGlyphPen(None)
    pen.moveTo((left, -200))
    pen.lineTo((left, 800))
    pen.lineTo((right, 800))
    pen.lineTo((right, -200))
    pen.closePath()
    return pen.glyph()


def build_square_font(
    characters: list[int], name: str, fs_type: int = 0, inks: dict[int, tuple[int, int]] | None = None
) -> Any:
    """A TrueType font of fontTools: each character is a square of 1000 units, one em; ascent 0.8, descent 0.2.

    `inks`: the characters whose outline does not fill their square, and from where to where it goes.
    """
    builder = FontBuilder(1000, isTTF=True)
    inks = inks or {}
    names = {code: f"u{code:04X}" for code in characters}
    square = _box(0, 1000)
    empty = TTGlyphPen(None).glyph()
    builder.setupGlyphOrder([".notdef", *names.values()])
    builder.setupCharacterMap(names)
    shapes = {n: empty if c in (0x20, 0xA0) else _box(*inks[c]) if c in inks else square for c, n in names.items()}
    builder.setupGlyf({".notdef": square, **shapes})
    builder.setupHorizontalMetrics({".notdef": (1000, 0), **{n: (1000, inks.get(c, (0, 0))[0]) for c, n in names.items()}})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": name, "styleName": "Regular", "psName": f"{name}-Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, sCapHeight=800, sxHeight=800, fsType=fs_type)
    builder.setupPost()
    return builder.font


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> None:
    """No test reads or writes the user's own cache."""
    for name in ("XDG_CACHE_HOME", "LOCALAPPDATA"):
        os.environ[name] = str(tmp_path_factory.mktemp("cache"))


@pytest.fixture(scope="session")
def build_font() -> BuildFont:
    """Makes a square font of some characters, for tests that need their own."""
    return build_square_font


@pytest.fixture(scope="session")
def square_font(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of the square font: ASCII, Latin-1, Latin Extended-A, dashes and quotes."""
    path = tmp_path_factory.mktemp("fonts") / "Square.ttf"
    build_square_font(SQUARE_CHARACTERS, "Square").save(path)
    return path


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew instead of comparing")


class Golden(Protocol):
    def __call__(self, name: str, text: str) -> None: ...


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares a text with the golden file of that name, or writes it when asked to."""

    def compare(name: str, text: str) -> None:
        path = Path(__file__).parent / "golden" / name
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8")
        assert path.read_text(encoding="utf-8") == text

    return compare
