"""Outlines that between them have every kind of block in every position, with and without each choice of design.

KINDS and POSITIONS are multiplied; each SWITCH is set on an outline that has everything. Whoever adds a kind, a position or
a switch adds a line to one of the three tables; a case that another standard applies to names it in `standards`.
"""

import itertools
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import font_source_sans_pro
import font_source_serif_pro
import msgspec
from fontTools.ttLib import TTFont
from PIL import Image

from briefgen.outline.specification.design import SCRIPTS
from support.art import DRAWING, LOGO, page
from support.profiles import press_profile
from support.workbooks import number as cell
from support.workbooks import rows, text, workbook

Outline = dict[str, Any]
Content = list[Any]

HOUSE = "publisher: {name: House, logo: logo.svg}\ndisclaimer: Ours.\n"
BRAND = "{meta: {name: House}, logo: logo.svg, color: {primary: navy}, defaults: {briefgen: {cmyk: [90, 80, 10, 30]}}}\n"
FONTS = [Path(str(package.__file__)).parent / "files" for package in (font_source_sans_pro, font_source_serif_pro)]
FACES = ("SourceSansPro-Regular.ttf", "SourceSansPro-Bold.otf", "SourceSerifPro-It.otf")
BODY = {"regular": FACES[0], "bold": FACES[1], "italic": FACES[2], "bold_italic": FACES[1]}
STANDARDS = ("ua1", "2a")  # of every brief that is not told otherwise
SYLLABLES = "ba de fi go lu ma ne pi ro su ta ve".split()


class Case(msgspec.Struct, frozen=True):
    """An outline that has to come out conforming to `standards`, as veraPDF calls them."""

    name: str
    outline: Outline
    position: str = ""
    standards: tuple[str, ...] = STANDARDS


class Prose:
    """Words that are all different, so that none can be taken for another."""

    def __init__(self) -> None:
        self._words = ("".join(word) for word in itertools.product(SYLLABLES, repeat=4))

    def __call__(self, count: int) -> str:
        return " ".join(itertools.islice(self._words, count)).capitalize() + "."


def amid(prose: Prose, many: int, make: Callable[[], Outline]) -> Content:
    """As many blocks, a paragraph after each."""
    return [block for _ in range(many) for block in (make(), prose(20))]


def paragraphs(prose: Prose, size: int) -> Content:
    return [{"paragraph": f"{prose(9)}\n\n{prose(9)}"}, *(prose(30 * size) for _ in range(size))]


def headings(prose: Prose, size: int) -> Content:
    deep = [{"heading": {"text": prose(2), "level": "3", "run_in": run_in}} for run_in in ("false", "true")]
    levels = [block for each in (deep[0], deep[1], {"heading": prose(3)}, *deep) for block in (each, prose(20))]
    return [*levels, *amid(prose, 3 * size, lambda: {"heading": prose(3)})]


def beginnings(prose: Prose, size: int) -> Content:
    """Headings that begin pages."""
    begun: Content = [[{"heading": {"text": prose(3), "new_page": "true"}}, prose(150)] for _ in range(size)]
    return [prose(20), *(block for page in begun for block in page)]


def pull_quotes(prose: Prose, size: int) -> Content:
    repeated = prose(12)
    quotes = amid(prose, 2 * size, lambda: {"pull_quote": {"text": prose(9), "attribution": prose(2)}})
    return [repeated, *quotes, {"pull_quote": repeated}, prose(20)]


def quotes_about(prose: Prose, size: int) -> Content:
    """Quotes in all places that they may have."""
    places = itertools.cycle(("gutter", "margin", "column", "page"))
    quotes = ({"pull_quote": {"text": prose(7), "place": next(places)}} for _ in range(2 * size + 1))
    return [block for quote in quotes for block in (prose(60), quote, prose(60))]


def asides(prose: Prose, size: int) -> Content:
    def aside() -> Outline:
        return {"aside": {"heading": prose(2), "content": [prose(12), {"list": [prose(3), prose(4)]}]}}

    figure = {"image": "picture.png", "alt": "A map of wells", "width": "margin", "caption": prose(4)}
    return [prose(20), {"figure": figure}, prose(20), *amid(prose, 2 * size, aside), {"aside": prose(90)}]


def lists(prose: Prose, size: int) -> Content:
    items = [{"text": prose(9), "list": [prose(4), {"text": prose(4), "numbered": [prose(2), prose(3)]}]}, prose(14)]
    terms = [{"term": prose(1), "text": prose(12)}, {"term": prose(20), "text": prose(3)}]
    dates = [{"date": f"May {2000 + number}", "text": prose(7 * number + 3)} for number in range(3)]
    told: Content = [{"checklist": [prose(4), prose(14)]}, {"definitions": terms}, {"timeline": dates}]
    told += [{"timeline": [{"date": prose(14), "text": prose(9)}]}]
    return [{"list": [*items, *(prose(12) for _ in range(6 * size))]}, *told]


def numbered(prose: Prose, size: int) -> Content:
    return [{"numbered": [{"text": prose(9), "numbered": [prose(4), prose(3)]}, *(prose(12) for _ in range(6 * size))]}]


def boxes(prose: Prose, size: int) -> Content:
    inside = [prose(20), {"heading": prose(2)}, {"list": [prose(5), prose(6)]}, *(prose(25) for _ in range(2 * size))]
    return [{"box": {"heading": prose(3), "content": inside}}, {"box": [prose(8)]}]


def stats(prose: Prose, size: int) -> Content:
    return amid(
        prose, 2 * size, lambda: {"stats": [{"value": value, "label": prose(4)} for value in ("48 %", "€ 2.5bn", "7")]}
    )


def across(prose: Prose, size: int) -> Content:
    """What else may be as wide as the page."""
    figures = [{"value": value, "label": prose(4)} for value in ("48 %", "€ 2.5bn", "7")]
    box = {"heading": prose(3), "content": [prose(25), {"list": [prose(6), prose(9)]}], "width": "page"}
    many = [prose(40) for _ in range(4 * size)]
    tall = {"box": {"content": many, "width": "page"}}
    quote = {"pull_quote": {"text": prose(9), "attribution": prose(2), "place": "page"}}
    figures[0]["icon"] = "drawing.svg"
    two = [{"box": {"heading": prose(1), "content": prose(9 * number)}} for number in (1, 4)]
    shown = [{"figure": {"image": "picture.png", "alt": "A map of wells", "caption": prose(3)}}, {"box": prose(5)}]
    pairs: Content = [{"pair": two}, prose(20), {"pair": {"items": shown, "width": "column", "here": "true"}}, prose(20)]
    wide: Content = [{"stats": {"items": figures, "width": "page"}}, prose(20), {"box": box}, quote, prose(20), tall]
    return [*wide, prose(20), *pairs]


def nailed(prose: Prose, size: int) -> Content:
    """What stays where the outline has it."""
    figure = {"image": "picture.png", "alt": "A map of wells", "here": "true"}
    table = {"head": [prose(1), prose(1)], "rows": [[prose(1), "2"]], "here": "true"}
    stats = {"items": [{"value": "7", "label": prose(3)}], "here": "true"}
    blocks: Content = [
        {"figure": figure},
        {"table": table},
        {"stats": stats},
        {"box": {"content": prose(9), "here": "true"}},
    ]
    return [block for each in blocks * size for block in (prose(30), each)]


def figures(prose: Prose, size: int) -> Content:
    """Below their captions, with those upon them, and of half the width."""
    figure: Outline = {"image": "picture.png", "alt": "A map of wells"}
    photo: Outline = {"image": "photo.jpg", "alt": "A well", "crop": "2:1", "focus": ["10", "90"], "height": "40mm"}
    below = figure | {"caption_place": "below"}
    ways = itertools.cycle((figure, photo | {"caption_place": "on"}, figure | {"width": "half"}, below))
    return amid(
        prose, size + 2, lambda: {"figure": next(ways) | {"caption": prose(8), "source": prose(3), "credit": prose(2)}}
    )


def ornaments(prose: Prose, size: int) -> Content:
    return amid(prose, size, lambda: {"figure": {"image": "photo.jpg", "decorative": "true", "caption": prose(8)}})


def plates(prose: Prose, size: int) -> Content:
    figure = {"image": "photo.jpg", "alt": "A well"}
    ways = itertools.cycle(({"width": "page"}, {"bleed": "true", "height": "60mm"}))
    return amid(prose, size, lambda: {"figure": figure | next(ways) | {"caption": prose(8)}})


def codes(prose: Prose, size: int) -> Content:
    figure = {"qr": "https://example.org/a"}
    return amid(prose, 2 * size, lambda: {"figure": figure | {"caption": prose(6)}})


def tables(prose: Prose, size: int) -> Content:
    """With all that may be said of them; rows in groups, which may go on overleaf."""
    groups = [prose(1) for _ in range(3)]
    rows = [[groups[number * 3 // (10 * size)], f"{number},{number:03}.5", ""] for number in range(10 * size)]
    head = [prose(1), prose(1), prose(2)]
    said = {"caption": prose(4), "units": prose(2), "source": prose(5), "note": prose(9), "summary": prose(9)}
    look = {"groups": "true", "row_heads": "true", "total": "true", "highlight": [groups[1], head[1]]}
    table = {"head": head, "rows": rows, "align": ["left", "decimal", "center"], **look, **said}
    few = {"head": head, "rows": rows[:3], "units": prose(2)}
    return [{"table": table}, prose(20), {"table": few}]


def charts(prose: Prose, size: int) -> Content:
    """Charts of all kinds, with and without their tables."""
    few = [[prose(2), "4.5", "3"], [prose(1), "", "7"], [prose(3), "6.25", "5"]]
    head = [prose(1), prose(1), prose(2)]
    drawn = itertools.cycle(
        ("bar", "line", "pyramid", "dot", "area", "column", "range", "slope", "steps", "scatter", "waffle")
    )
    found: Content = []
    for number in range(size + 3):
        kind = next(drawn)
        said = {"title": prose(6), "subtitle": prose(4), "alt": "auto", "source": prose(3), "note": prose(5)}
        data: Outline = {"data": [head, *few]}
        if kind == "steps":
            data = {"steps": [prose(4), prose(3)], "back": prose(4)}
        if kind == "scatter":
            data["y"] = [head[2]]
        if kind in {"scatter", "waffle"}:
            data = {"data": [head[:2], *([n, v] for n, v in zip(("7", "8", "9"), ("2", "3", "95"), strict=True))]}
        more = {"table": "true"} if number % 3 == 1 and kind != "steps" else {}
        found += [{"chart": {"kind": kind, **data, **said, **more, "width": "page" if number % 4 == 3 else "column"}}]
        found.append(prose(20))
    return found


def spreads(prose: Prose, size: int) -> Content:
    rows = [[prose(2), prose(5), prose(3)] for _ in range(10 * size)]
    many = {"head": ["", prose(1), prose(2)], "rows": rows, "caption": prose(6), "width": "page"}
    tall = {"head": [prose(2), prose(1)], "rows": [[prose(110), prose(9)], [prose(90), prose(9)]], "width": "page"}
    return [{"table": many}, prose(20), {"table": tall}, prose(20)]


def marks(prose: Prose, size: int) -> Content:
    """What may stand in a line: emphasis, code, scripts, accents, links that lines divide, notes, a forced line break."""

    def paragraph() -> str:
        link = f"[{prose(9)}](https://example.org/wells?year=2026)"
        start = f"{prose(15)} H~2~O m^2^ ẹ̀kọ́ ṁ *{prose(3)}* **{prose(2)}** `x = 1`"
        return f"{start}{link}[^1] [{prose(4)}]{{lang=es}}[^2]\\\n{prose(9)}[^1]"

    return [paragraph() for _ in range(3 * size)]


def references(prose: Prose, size: int) -> Content:
    """References to everything that may have an id, before and behind it; labels with a caption and without one."""
    table = {"head": [prose(1), prose(1)], "rows": [[prose(1), "2 of @river"]]}
    named: Content = [
        {"figure": {"image": "picture.png", "alt": "A map of wells", "id": "river", "caption": f"{prose(4)} See [@wells]."}},
        {"figure": {"image": "photo.jpg", "alt": "A well"}},
        {"figure": {"qr": "https://example.org/a", "id": "more"}},
        {"table": table | {"id": "wells"}},
        {"box": {"id": "case", "content": [prose(20), {"table": table | {"caption": prose(3)}}]}},
        {"heading": {"text": prose(2), "id": "method"}},
    ]
    every = "[@river], @more, (@wells) @case and @method"
    texts = [f"{prose(12)} [@river] {prose(9)} {every}." for _ in range(2 * size)]
    return [*texts, *(block for blocks in zip(named, (prose(25) for _ in named), strict=True) for block in blocks), texts[0]]


def drawings(prose: Prose, size: int) -> Content:
    svg = {"image": "drawing.svg", "alt": "Wells", "caption": prose(5)}
    page = {"image": "page.pdf", "alt": "A page", "caption": prose(5)}
    logo = {"image": "logo.svg", "alt": "A sign", "recolour": "accent"}
    return [block for each in (svg, page, logo) * size for block in ({"figure": each}, prose(20))]


def data(prose: Prose, size: int) -> Content:
    """Tables whose rows are in files."""
    book = {"file": "flows.xlsx", "sheet": "Flows", "range": "A1:B9", "caption": prose(4)}
    chosen = {
        "columns": ["Basin", "Flow", "Day"],
        "sort": "Flow",
        "where": "Flow >= 2",
        "order": "descending",
        "first": str(10 * size),
    }
    text = {"file": "flows.csv", "dates": "dmy", "decimal": "comma", "format": ["plain", "grouped", "date"]} | chosen
    return [{"table": text}, prose(20), {"table": book}, prose(20)]


def placed(kind: str) -> Callable[[Prose, int], Content]:
    return lambda _prose, _size: [kind]


KINDS: dict[str, Callable[[Prose, int], Content]] = {
    "paragraphs": paragraphs,
    "headings": headings,
    "pull quotes": pull_quotes,
    "quotes about": quotes_about,
    "asides": asides,
    "lists": lists,
    "numbered": numbered,
    "boxes": boxes,
    "stats": stats,
    "across": across,
    "nailed": nailed,
    "figures": figures,
    "ornaments": ornaments,
    "plates": plates,
    "tables": tables,
    "drawings": drawings,
    "data": data,
    "charts": charts,
    "spreads": spreads,
    "marks": marks,
    "findings": placed("findings"),
    "recommendations": placed("recommendations"),
    "codes": codes,
    "references": references,
    "beginnings": beginnings,
}


class Position(msgspec.Struct, frozen=True):
    """Blocks of `size` in the last section, in a box or not, after so many words, on pages of this kind."""

    size: int = 1
    boxed: bool = False
    before: int = 0
    columns: str = "2"
    paper: str = ""


POSITIONS = {
    "alone": Position(),
    "in a box": Position(boxed=True),
    "across a column break": Position(size=4, before=90, paper="a5"),
    "across a page break": Position(size=8, before=90, columns="1", paper="a5"),
    "in the last column": Position(before=280, paper="a4"),
    "beside a margin": Position(size=2, before=90, columns="margin"),
}

FRONT = ("subtitle", "series", "number", "publisher", "authors", "standfirst", "summary")
BACK = ("references", "about", "contact", "citation", "acknowledgements", "disclaimer", "imprint")

DESIGNS: list[Outline] = [
    {},
    {"paper": "a5", "justify": "false"},
    {"paper": "letter", "duplex": "true", "accent": "#1d4e89"},
    {"paper": "a5", "duplex": "true"},
]

# a source that says all that one may say, another that says nothing, and a file
ALL_OF_IT = {
    "id": "all",
    "type": "chapter",
    "title": "A *title*",
    "author": [{"family": "Cooper", "given": "Ann", "suffix": "Jr."}],
    "editor": ["Muster, Claus", {"literal": "Institute"}],
    "translator": [{"family": "Berg", "non-dropping-particle": "van"}],
    "issued": "2024-03",
    "accessed": "2026-11-22",
    "publisher": "Press",
    "publisher-place": "Town",
    "container-title": "Book",
    "collection-title": "Series",
    "collection-number": "2",
    "genre": "Paper",
    "number": "12",
    "volume": "3",
    "issue": "1-2",
    "page": "1-9",
    "chapter-number": "4",
    "edition": "2",
    "version": "1.0",
    "medium": "PDF",
    "section": "5",
    "authority": "Court",
    "jurisdiction": "us",
    "status": "in press",
    "event-title": "Forum",
    "original-date": "1998",
    "language": "es",
    "DOI": "10.1000/182",
    "URL": "https://example.org/a/long/address/of-it",
    "ISBN": "978-3-16-148410-0",
    "ISSN": "0028-0836",
    "note": "In Spanish",
}
CITED: Outline = {
    "bibliography": [{"file": "sources.bib"}, ALL_OF_IT, {"id": "bare", "title": "Bare"}],
    "doi": "10.1000/182",
    "issn": "2049-3630",
    "licence": "CC BY 4.0",
    "isbn": "978-3-16-148410-0",
    "standfirst": "So it is [@all].",
    "sections": [
        {
            "heading": "Why [@un]",
            "content": [
                "Said [@un, p. 4; see @all], and @bare says more.[^1] Again [@un; -@all, pp. 3-5]. [@un][@bare]",
                {"pull_quote": {"text": "A sentence [@all]", "attribution": "as @un"}},
                {"box": {"heading": "Box [@un]", "content": [{"list": ["One [@all]", "Two [@bare]"]}]}},
                {"table": {"head": ["a", "b [@un]"], "rows": [["c [@all]", "d"]], "caption": "Table [@un]"}},
                {"stats": [{"value": "7", "label": "of it [@all]"}]},
            ],
        }
    ],
    "notes": {"1": "A note [@un, p. 9].", "2": "[@all]"},
    "citation": None,
}
BIB = "@report{un,\n  author = {{United Nations}},\n  title = {Water},\n  year = 2024,\n  url = {https://example.org/b}\n}\n"

CHARTED: Content = [
    "Each chart after its text.",
    {
        "chart": {
            "kind": "line",
            "data": [["Year", "In", "Out"], ["2020", "5", "4"], ["2021", "6", ""], ["2022", "9", "7"]],
            "x": "Year",
            "y": ["In", "Out"],
            "highlight": ["In"],
            "from": "1",
            "to": "20",
            "log": "y",
            "lines": [{"at": "8", "label": "Aim", "axis": "y"}],
            "periods": [{"from": "2020", "to": "2021", "label": "Drought"}],
            "annotations": [{"x": "2022", "y": "9", "text": "Rain"}],
            "alt": "auto",
        }
    },
    {
        "chart": {
            "kind": "column",
            "data": [["Year", "Level"], ["2020", "105"], ["2021", "104"]],
            "from": "100",
            "cut": "true",
            "alt": "auto",
        }
    },
    {
        "chart": {
            "kind": "line",
            "data": [
                ["Place", "Year", "Level"],
                *([p, y, v] for p in ("North", "South") for y, v in (("1", "5"), ("2", "6"))),
            ],
            "x": "Year",
            "y": ["Level"],
            "multiples": "Place",
            "alt": "auto",
        }
    },
]
SHORT: Outline = {"sections": [{"content": ["One page holds it."]}], **dict.fromkeys(("findings", "recommendations"))}
SWITCHES: dict[str, Outline] = {
    "as it comes": {},
    "a4": {"design": {"paper": "a4"}},
    "letter": {"design": {"paper": "letter"}},
    "a5": {"design": {"paper": "a5"}},
    "one column": {"design": {"columns": "1"}},
    "two columns": {"design": {"columns": "2", "section_numbers": "false"}},
    "justified": {"design": {"justify": "true"}},
    "ragged": {"design": {"justify": "false"}},
    "duplex": {"design": {"duplex": "true"}},
    "a box on a page of its own": {
        "sections": [{"heading": "Here", "content": ["Before.", {"box": {"width": "full", "content": "Alone."}}, "After."]}]
    },
    "section numbers": {"design": {"section_numbers": "true"}},
    "airy": {"design": {"density": "airy"}},
    "usual": {"design": {"density": "usual"}},
    "dense": {"design": {"density": "dense"}},
    "simplex": {"design": {"duplex": "false"}},
    "band": {**SHORT, "design": {"cover": {"kind": "band", "height": "110mm"}}},
    "cover with a picture": {
        **SHORT,
        "design": {"cover": {"picture": "photo.jpg", "alt": "A well", "focus": [20, 40], "credit": "A. Example"}},
    },
    "cover of its own": {
        **SHORT,
        "design": {
            "cover": {"kind": "plate", "picture": "drawing.svg", "decorative": "true", "back": "false"},
            "duplex": "true",
        },
    },
    "people": {
        **SHORT,
        "authors": [
            {
                "name": "A. Author",
                "role": "Fellow",
                "orcid": "0000-0002-1825-0097",
                "portrait": "photo.jpg",
                "portrait_alt": "A. Author at a well",
                "bio": ["First she wrote.", "Then she measured."],
            },
            {"name": "B. Author", "portrait": "picture.png", "email": "b@example.org"},
        ],
        "partners": {"heading": "With the support of", "logos": [{"name": "Fund", "logo": "logo.svg"}]},
        "publisher": {"name": "Institute", "logo": "logo.svg", "show_name": "false"},
    },
    "cover and back page": {
        "design": {"cover": "plate", "note_place": "foot"},
        "title": "Wells[^1]",
        "contents": "true",
        "contents_heading": "In this brief",
    },
    "column": {
        **SHORT,
        "design": {"cover": "column"},
        "short_title": "Wells",
        "authors": [{"name": f"Author {name}", "affiliation": "Institute"} for name in "ABCDE"],
        "publisher": {"name": "Institute", "logo": "logo.svg", "logo_reversed": "picture.png"},
    },
    "house": {"house": "house.yaml"},
    "brand": {"design": {"brand": "_brand.yml", "secondary": "#205080"}},
    "dark accent": {"design": {"accent": "#222"}},
    "faint accent": {"design": {"accent": "#ffd800"}},
    "accent in ink": {"design": {"accent": {"screen": "#8a1c1c", "cmyk": [25, 95, 85, 20], "spot": "Red 1"}}},
    "look band": {"design": {"look": "band", "secondary": {"screen": "#b4540a", "cmyk": [5, 70, 100, 10]}}},
    "look plate": {"design": {"look": "plate", "duplex": "true"}},
    "look blocks": {"design": {"look": "blocks"}},
    "opening": {"design": {"look": {"opening": {"variant": "drop-cap"}}}},
    "look paper": {"design": {"look": "paper"}},
    "changed look": {"design": {"look": {"sizes": [8, 9, 10, 12, 18, 32], "colours": {"tint": 0.12}}}},
    "for a press": {
        "print": {"bleed": "5mm", "marks": "all", "slug": "true", "ink_limit": "280", "profile": "press.icc"},
    },
    "page count": {
        "design": {"pages": "1"},
        "sections": [{"content": ["One page holds it."]}],
        **dict.fromkeys((*FRONT, *BACK, "findings", "recommendations", "notes")),
    },
    "all that is said of charts": {"sections": [{"content": CHARTED}]},
    "recommendations listed and grouped": {
        "recommendations_overview": "true",
        "recommendations_grouped": "true",
        "design": {"look": {"finding": {"grid": "2"}}},
    },
    "margin column": {"design": {"columns": "margin", "duplex": "true"}},
    "margin column, notes at the end": {"design": {"columns": "margin", "note_place": "end"}},
    "notes in the margin": {"design": {"columns": "margin", "note_place": "margin"}},
    "notes at the foot": {"design": {"note_place": "foot", "kinsoku": "loose"}},
    "notes at the end": {"design": {"note_place": "end", "kinsoku": "strict"}},
    "faces of its own": {"design": {"typefaces": {"body": BODY, "display": FACES[1]}}},
    "digits of its own": {"digits": "latin", "language": "hi"},
    "labels of its own": {
        "labels": {
            "summary": "In kurzem",
            "findings": "Erkenntnisse",
            "finding": "Erkenntnis {}",
            "recommendations": "Rat",
            "recommendation": "Rat",
            "for": "An",
            "by": "Bis",
            "priority": "Rang",
            "addresses": ["Aus", "Aus den"],
            "answered": "Dazu",
            "confidence": ["sicher", "fraglich", "offen"],
            "derived": "Geschlossen",
            "all_derived": ["Geschlossen.", "Alle geschlossen."],
            "notes": "Noten",
            "references": "Belege",
            "about": "Von uns",
            "authors": "Verfasst von",
            "contact": "Kontakt",
            "citation": "Zitat",
            "acknowledgements": "Danke",
            "disclaimer": "Ohne Gewähr",
            "imprint": "Druckvermerk",
            "number": "Heft {}",
            "figure": "Bild {}",
            "table": "Tafel {}",
            "box": "Kasten {}",
            "section": "Teil {}",
        }
    },
    "faces for scripts": {"design": {"typefaces": dict.fromkeys(SCRIPTS, "square.ttf")}},
    "from right to left": {"language": "ar", "title": "سلام (2026)", "subtitle": "سلام UN", "design": {"duplex": "true"}},
    "families by name": {"design": {"typefaces": {"body": "Merriweather", "display": "Work Sans"}}},
    "fallback": {"design": {"typefaces": {"body": "square.ttf", "fallback": list(FACES[:1])}}, "subtitle": "Ωμέγα"},
    "a face that disagrees with itself": {"design": {"typefaces": {"body": "wide.otf"}}},
    "unmarked": {"marking": None},
    "undated": {"date": None},
    "embedded source": {"design": {"embed_source": "true", "typefaces": {"body": BODY}}},
    "standards by name": {"design": {"standards": ["PDF/UA-1", "PDF/A-3a"]}},
    "source not embedded": {"design": {"embed_source": "false"}},
    "cited by author": {**CITED, "citation_style": "apa"},
    "cited by number": {**CITED, "citation_style": "nlm-citation-sequence", "language": "de"},
    "cited in notes at the foot": {
        **CITED,
        "citation_style": "chicago-notes-bibliography",
        "design": {"note_place": "foot"},
        "language": "es",
    },
    "cited in notes in the margin": {
        **CITED,
        "citation_style": "chicago-notes-bibliography",
        "design": {"columns": "margin"},
        "reference_list": "false",
    },
    "Spanish": {"language": "es"},
    "without words of its own": {"language": "cy"},
    "without front": dict.fromkeys(FRONT),
    "without back": dict.fromkeys(BACK),
}

# switches that make the file claim something else
CLAIMS: dict[str, tuple[str, ...]] = dict.fromkeys(("embedded source", "standards by name"), ("ua1", "3a"))


def cases() -> list[Case]:
    """All of them; the same in each run."""
    designs = itertools.cycle(DESIGNS)
    crossed = [_crossed(kind, position, next(designs)) for kind in KINDS for position in POSITIONS]
    return [*crossed, *(_switched(name, change) for name, change in SWITCHES.items())]


def _crossed(kind: str, position: str, design: Outline) -> Case:
    """Blocks of one kind in one position."""
    place, prose = POSITIONS[position], Prose()
    blocks = KINDS[kind](prose, place.size)
    content = [{"box": {"heading": "Box", "content": blocks}}] if place.boxed else blocks
    sections: list[Any] = [{"content": content} if kind == "headings" else {"heading": prose(3), "content": content}]
    if place.before:
        sections.insert(0, {"heading": prose(2), "content": [prose(place.before)]})
    design = {**design, "columns": place.columns, **({"paper": place.paper} if place.paper else {})}
    outline: Outline = {"title": prose(5), "date": "2026-11-22", "language": "en-GB", "design": design}
    if kind in {"findings", "recommendations"}:
        outline["findings"] = list(_findings(prose, 2 * place.size))
    if kind == "recommendations":
        sections.insert(0, "findings")
        outline["recommendations"] = list(_recommendations(prose, 2 * place.size))
    if kind == "marks":
        outline["notes"] = {"1": prose(9), "2": f"{prose(4)} <https://example.org/a>"}
    return Case(f"{kind} {position}", outline | {"sections": sections}, position)


def _switched(name: str, change: Outline) -> Case:
    """An outline with everything, changed; None takes a key away."""
    outline = {key: value for key, value in (_whole() | change).items() if value is not None}
    return Case(name, outline, standards=CLAIMS.get(name, STANDARDS))


def _whole() -> Outline:
    """An outline with everything but quotes in the gutter, round which text is set anew each time: they are crossed."""
    prose = Prose()
    makers = [make for make in KINDS.values() if make is not quotes_about]
    return {
        "title": prose(6),
        "subtitle": prose(8),
        "series": "Policy brief",
        "number": "7",
        "date": "2026-11",
        "language": "en-GB",
        "keywords": ["wells", "water"],
        "advice": {"without": ["long-sentence"]},
        "marking": "EMBARGOED until 09:00",
        "publisher": {
            "name": "Institute of Examples",
            "logo": "logo.svg",
            "logo_recolour": "accent",
            "logo_alt": "A drop",
            "url": "https://example.org",
            "address": "1 Example Street\nExampletown",
        },
        "authors": [
            {"name": "A. Author", "role": "Fellow", "affiliation": prose(3), "email": "author@example.org"},
            "Another Author",
        ],
        "standfirst": prose(30),
        "summary": {"heading": prose(2), "points": [prose(9), prose(12)]},
        "sections": [{"heading": prose(3), "content": [prose(12), *make(prose, 1)]} for make in makers],
        "findings_heading": prose(2),
        "findings": list(_findings(prose, 2)),
        "recommendations_heading": prose(2),
        "recommendations": list(_recommendations(prose, 2)),
        "notes": {"1": prose(6), "2": prose(7)},
        **{key: prose(9) for key in BACK},
    }


def _findings(prose: Prose, many: int) -> Iterator[Outline]:
    for number in range(many):
        yield {"id": f"f{number}", "statement": prose(8), "evidence": prose(25), "confidence": "high"}


def _recommendations(prose: Prose, many: int) -> Iterator[Outline]:
    for number in range(many):
        texts = {"action": prose(8), "for": prose(2), "by": prose(3), "rationale": prose(20)}
        yield texts | {"priority": str(number), "addresses": [f"f{number}"], "derived": "true" if number else "false"}


def furnish(folder: Path, square_font: Path) -> None:
    """Put the files that the outlines name into a folder."""
    Image.linear_gradient("L").resize((300, 150)).save(folder / "picture.png")
    Image.radial_gradient("L").convert("RGB").resize((900, 300)).save(folder / "photo.jpg", quality=90)
    (folder / "press.icc").write_bytes(press_profile())
    (folder / "sources.bib").write_text(BIB, encoding="utf-8")
    shutil.copy(square_font, folder / "square.ttf")
    for face in FACES:
        shutil.copy(next(fonts / face for fonts in FONTS if (fonts / face).exists()), folder / face)
    widened(folder / FACES[2], folder / "wide.otf")
    (folder / "drawing.svg").write_text(DRAWING, encoding="utf-8")
    (folder / "logo.svg").write_text(LOGO, encoding="utf-8")
    (folder / "house.yaml").write_text(HOUSE, encoding="utf-8")
    (folder / "_brand.yml").write_text(BRAND, encoding="utf-8")
    (folder / "page.pdf").write_bytes(page())
    flows = [f"Basin {at};{1000 * at},5;{at % 28 + 1}.11.2026" for at in range(100)]
    (folder / "flows.csv").write_text("\n".join(["Basin;Flow;Day", *flows]), encoding="utf-8")
    lines = [(text(f"A{at}", f"Basin {at}"), cell(f"B{at}", at * 1.5)) for at in range(2, 10)]
    (folder / "flows.xlsx").write_bytes(workbook({"Flows": rows((text("A1", "Basin"), text("B1", "Flow")), *lines)}))


def widened(source: Path, target: Path) -> None:
    """A copy of a CFF font whose table hmtx gives each glyph 40 units more than its CFF program does."""
    font = TTFont(source)
    font["hmtx"].metrics = {glyph: (width + 40, left) for glyph, (width, left) in font["hmtx"].metrics.items()}
    font.save(target)
