"""A brand.yml gives what Posit's own reader reads from it; what is wrong is said at its place in that file."""

from pathlib import Path
from typing import Any

import pytest
from brand_yml import Brand
from PIL import Image

from briefgen.build import build
from briefgen.content.brief import Brief, FamilyName, Typeface
from briefgen.content.compose import compose
from briefgen.extract import extract
from briefgen.outline.read import read
from briefgen.problem import Problems

THINK_TANK = """\
meta:
  name: {full: Centre for River Policy, short: CRP}
  link: {home: "https://rivers.example.org/", mastodon: "https://social.example/@crp"}
logo:
  images:
    wide: {path: logos/wide.png, alt: Centre for River Policy}
    wide-white: logos/white.png
  small: logos/wide.png
  medium: {light: wide, dark: wide-white}
color:
  palette: {forest: "#14523c", clay: "#c0673a", black: "#111111", deep: forest}
  foreground: black
  primary: deep
  secondary: clay
typography:
  fonts:
    - family: River Text
      source: file
      files:
        - {path: fonts/a.otf, weight: normal}
        - {path: fonts/b.otf, weight: normal, style: italic}
        - {path: fonts/c.otf, weight: bold}
        - {path: fonts/d.otf, weight: light}
  base: River Text
  headings: {family: Work Sans, weight: 600, color: primary}
"""
MINISTRY = """\
meta: {name: Ministry of Works, link: "https://works.example.org"}
logo: logos/wide.png
color:
  primary: "#036"
  secondary: "#C0673A"
typography:
  fonts:
    - {family: Merriweather, source: google, weight: [400, 700], style: [normal, italic]}
    - family: Works Sans
      source: file
      files:
        - {path: fonts/d.otf, weight: 800}
        - {path: fonts/a.otf, weight: 400}
        - {path: fonts/c.otf, weight: 700}
  base: {family: Merriweather, size: 1rem, line-height: 1.5}
  headings: Works Sans
defaults: {quarto: {format: {html: {toc: true}}}, briefgen: {cmyk: [100, 70, 20, 30], spot: Works blue}}
"""
CHARITY = """\
meta: {name: {short: Open Hand}}
logo:
  large: {light: logos/wide.png, dark: {path: logos/white.png, alt: Open Hand}}
color:
  palette: {plum: "#7a1f5c", grey: "#707073"}
  primary: plum
  light: "#ffffff"
typography:
  base: {family: Work Sans}
"""
OUTLINE = "title: T\ndesign: {brand: house/_brand.yml}\nrecommendations: [Do]\n"


def composed(folder: Path, brand: str, outline: str = OUTLINE) -> tuple[Brief | None, list[str]]:
    house = folder / "house"
    for name in ("logos", "fonts"):
        (house / name).mkdir(parents=True, exist_ok=True)
    for name in ("wide", "white"):
        Image.new("RGB", (80, 20), "navy").save(house / "logos" / f"{name}.png")
    for name in "abcd":
        (house / "fonts" / f"{name}.otf").write_bytes(b"OTTO")
    (house / "_brand.yml").write_text(brand, encoding="utf-8")
    (folder / "brief.yaml").write_text(outline, encoding="utf-8")
    problems = Problems()
    found = read(folder / "brief.yaml", problems)
    return compose(found, problems) if found else None, [
        f"{each.code} {Path(each.place.file).name}:{each.place.line}:{each.place.column}" for each in problems.sorted()
    ]


@pytest.mark.parametrize("file", [THINK_TANK, MINISTRY, CHARITY])
def test_it_is_read_as_posit_reads_it(tmp_path: Path, file: str) -> None:
    brief, said = composed(tmp_path, file)
    assert said == []
    assert brief is not None
    other = Brand.from_yaml(tmp_path / "house" / "_brand.yml")
    masthead, design = brief.front.masthead, brief.design
    light, dark = logos(other)
    assert masthead.logo is not None
    # a wide logo that is called as they are shows their name
    named = masthead.publisher.plain if masthead.publisher else masthead.logo.alt
    assert named == (other.meta.name.full or other.meta.name.short)
    assert masthead.logo.picture.path == light.resolve()
    assert (masthead.reversed_logo.path if masthead.reversed_logo else None) == (dark.resolve() if dark else None)
    assert six(design.accent) == six(other.color.primary)
    assert six(design.secondary) == six(other.color.secondary or "")
    for face, kind in ((design.body, other.typography.base), (design.display, other.typography.headings)):
        assert face is not None
        assert_set(face, (kind or other.typography.base).family, other)


def six(colour: str) -> str:
    return "#" + "".join(2 * digit for digit in colour[1:]) if len(colour) == 4 else colour.lower()


def logos(brand: Any) -> tuple[Path, Path | None]:
    """The files for light and dark grounds, as Posit's reader finds them."""
    logo = brand.logo
    for size in ("medium", "large", "small"):
        logo = getattr(brand.logo, size, None) or logo
        if logo is not brand.logo:
            break
    both = (logo.light, logo.dark) if hasattr(logo, "light") else (logo, None)
    light, dark = both
    return light.path.absolute(), dark.path.absolute() if dark is not None else None


def assert_set(face: Typeface, family: str, brand: Any) -> None:
    """That a face has the files that Posit's reader gives for its weights and styles, or the name of the family."""
    fonts = [font for font in brand.typography.fonts or [] if font.family == family and font.source == "file"]
    if not fonts:
        assert isinstance(face.regular, FamilyName)
        assert face.regular.name == family
        return
    names = {"normal": "400", "bold": "700"}
    files = {
        (names.get(str(each.weight), str(each.weight)), each.style): each.path.absolute().resolve()
        for each in fonts[0].files
    }
    assert face.regular == files["400", "normal"]
    assert face.bold == files["700", "normal"]
    assert face.italic == files.get(("400", "italic"))


def test_inks_and_address_are_taken(tmp_path: Path) -> None:
    brief, _ = composed(tmp_path, MINISTRY)
    assert brief is not None
    assert (brief.design.cmyk, brief.design.spot) == ((100, 70, 20, 30), "Works blue")
    assert "works.example.org" in repr(brief.back)


def test_what_the_outline_says_goes_before_it_whole(tmp_path: Path) -> None:
    own = OUTLINE.replace("}", ", accent: '#802020', typefaces: {body: Merriweather}}\npublisher: {name: Us, logo: own.png}")
    Image.new("RGB", (80, 20), "navy").save(tmp_path / "own.png")
    brief, said = composed(
        tmp_path,
        MINISTRY.replace("logo: logos/wide.png", "logo: {medium: {light: logos/wide.png, dark: logos/white.png}}"),
        own,
    )
    assert said == []
    assert brief is not None
    assert (brief.design.accent, brief.design.cmyk, brief.design.spot) == ("#802020", (), "")
    assert brief.design.body is not None
    assert (type(brief.design.body.regular), brief.design.body.bold) == (FamilyName, None)
    assert brief.front.masthead.reversed_logo is None
    assert brief.front.masthead.publisher is not None
    assert brief.front.masthead.publisher.plain == "Us"


@pytest.mark.parametrize(
    ("brand", "said"),
    [
        ("color: {palette: {blue: '#003366'}, primary: pbleu}\n", ["outline/bad-value _brand.yml:1:46"]),
        ("color: {primary: '#00336'}\n", ["outline/bad-value _brand.yml:1:18"]),
        ("color: {palette: {a: b, b: a}}\n", ["outline/bad-value _brand.yml:1:22", "outline/bad-value _brand.yml:1:28"]),
        ("color: {primry: '#003366'}\n", ["outline/unknown-key _brand.yml:1:9"]),
        ("colour: {primary: '#003366'}\n", ["outline/unknown-key _brand.yml:1:1"]),
        ("meta: {name: A, motto: B}\n", ["content/unread-brand-key _brand.yml:1:17"]),
        ("{meta: {name: N}, logo: logos/missing.png}\n", ["content/missing-image _brand.yml:1:25"]),
        ("{meta: {name: N}, logo: ../../x.png}\n", ["content/path-outside _brand.yml:1:25"]),
        ("logo: logos/wide.png\n", ["outline/missing-key _brand.yml:1:7"]),
        ("{meta: {name: N}, logo: 'https://example.org/a.svg'}\n", ["content/remote-file _brand.yml:1:25"]),
        ("color: [a]\n", ["outline/wrong-type _brand.yml:1:8"]),
        ("typography: {base: Noto Sans Tamil Supplement}\n", ["content/font-not-fetched _brand.yml:1:20"]),
        (
            "typography: {fonts: [{family: F, source: file, files: [{path: fonts/e.otf, weight: 1200}]}], base: F}\n",
            ["typeset/bad-font _brand.yml:1:63", "outline/bad-value _brand.yml:1:84"],
        ),
        ("typography: {fonts: [{family: F, source: file}]}\n", ["outline/missing-key _brand.yml:1:22"]),
        ("- a\n", ["outline/wrong-type _brand.yml:1:1"]),
        ("color: {primary: '#003366'\n", ["outline/bad-yaml _brand.yml:1:8"]),
    ],
)  # fmt: skip
def test_a_mistake_of_the_brand_is_said_there(tmp_path: Path, brand: str, said: list[str]) -> None:
    assert composed(tmp_path, brand)[1] == said


@pytest.mark.parametrize(
    ("weight", "regular", "bold"),
    [("'400..700'", "a", None), ("[400, 700]", "a", None), ("auto", "a", "c"), ("medium", "a", "c"), ("900", "c", None)],
)
def test_ranges_and_names_of_weights(tmp_path: Path, weight: str, regular: str, bold: str | None) -> None:
    files = f"[{{path: fonts/a.otf, weight: {weight}}}, {{path: fonts/c.otf, weight: semi-bold}}]"
    brief, said = composed(tmp_path, f"typography: {{fonts: [{{family: F, source: file, files: {files}}}], base: F}}\n")
    assert said == []
    assert brief is not None
    face = brief.design.body
    assert face is not None
    assert Path(str(face.regular)).stem == regular
    assert (Path(str(face.bold)).stem if face.bold else None) == bold


@pytest.mark.parametrize(
    ("named", "code"), [("../_brand.yml", "content/path-outside"), ("none.yml", "content/unknown-brand")]
)
def test_a_brand_that_is_none_is_said_in_the_outline(tmp_path: Path, named: str, code: str) -> None:
    assert composed(tmp_path, CHARITY, OUTLINE.replace("house/_brand.yml", named))[1] == [f"{code} brief.yaml:2:17"]


def test_a_house_may_name_it_and_a_pdf_carries_it(tmp_path: Path) -> None:
    brand = CHARITY.replace("typography:\n  base: {family: Work Sans}\n", "")
    composed(tmp_path, brand, "title: T\nhouse: house/house.yaml\nrecommendations: [Do]\n")
    house = "design: {brand: _brand.yml, embed_source: true}\n"
    (tmp_path / "house" / "house.yaml").write_text(house, encoding="utf-8")
    first = build(tmp_path / "brief.yaml", tmp_path / "a.pdf", epoch=0)
    assert first.output is not None
    assert extract(str(tmp_path / "a.pdf"), str(tmp_path / "out")).good
    again = build(tmp_path / "out" / "brief.yaml", tmp_path / "b.pdf", epoch=0)
    assert again.output is not None
    assert first.output.read_bytes() == again.output.read_bytes()
