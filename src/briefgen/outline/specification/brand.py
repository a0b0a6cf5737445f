"""Posit's brand.yml, as far as briefgen reads and checks it (posit-dev/brand-yml, its schema of 2026).

What a file names itself, colours of a palette and pictures of a logo, becomes a key: the specification is made for one file.
"""

from collections.abc import Iterable

from briefgen.outline.kinds import Key, ListKind, MapKind, Mapping, TextKind
from briefgen.outline.specification.common import PLAIN

SIZES = ("medium", "large", "small")
THEME = (
    "foreground background primary secondary tertiary success info warning danger light dark link".split()
)  # names of colours that mean something
LINKS = ("home", "mastodon", "bluesky", "github", "linkedin", "twitter", "facebook")
KINDS = ("base", "headings", "monospace", "monospace-inline", "monospace-block", "link")
SET = ("family", "size", "weight", "style", "line-height", "color", "background-color", "decoration")
MANY = ListKind(TextKind())
INKS = Mapping(
    "brand_inks",
    "What briefgen alone reads: the primary colour in ink.",
    (
        Key("cmyk", ListKind(TextKind("percent"), single=False, length=4), "It in cyan, magenta, yellow and black."),
        Key("spot", TextKind("ink"), "The name of a spot colour that the press runs for it."),
    ),
    "{cmyk: [25, 95, 85, 20]}\n",
)


def brand_mappings(palette: Iterable[str], images: Iterable[str]) -> dict[str, Mapping]:
    """The mappings of a brand file whose palette and whose pictures have these names."""
    colour, picture = MapKind("brand_colour"), MapKind("brand_picture")
    made = (
        _mapping("brand", {name: MapKind(f"brand_{name}") for name in ("meta", "logo", "color", "typography", "defaults")}),
        _mapping("brand_meta", {"name": MapKind("brand_name"), "link": MapKind("brand_link")}),
        _mapping("brand_name", {"full": PLAIN, "short": PLAIN}, short="full"),
        _mapping("brand_link", dict.fromkeys(LINKS, PLAIN), short="home"),
        _mapping("brand_logo", {"images": MapKind("brand_images"), **dict.fromkeys(SIZES, picture)}, short="medium"),
        _mapping("brand_images", dict.fromkeys(images, picture)),
        _mapping("brand_picture", {"path": PLAIN, "alt": PLAIN, **dict.fromkeys(("light", "dark"), picture)}, short="path"),
        _mapping("brand_color", {"palette": MapKind("brand_palette"), **dict.fromkeys(THEME, colour)}),
        _mapping("brand_palette", dict.fromkeys(palette, colour)),
        _mapping("brand_colour", dict.fromkeys(("light", "dark"), PLAIN), short="light"),
        _mapping(
            "brand_typography", {"fonts": ListKind(MapKind("brand_font")), **dict.fromkeys(KINDS, MapKind("brand_type"))}
        ),
        _mapping("brand_type", dict.fromkeys(SET, PLAIN), short="family"),
        Mapping(
            "brand_font",
            "A family.",
            (
                Key("family", PLAIN, "Its name.", required=True),
                Key("source", TextKind(choices=("file", "google", "bunny", "system")), "Where it comes from."),
                Key("files", ListKind(MapKind("brand_file")), "Its files."),
                Key("weight", MANY, "Which of its weights are wanted."),
                Key("style", MANY, "Which of its styles."),
                Key("display", PLAIN, "How browsers show it."),
            ),
            "{family: Title, source: file, files: [fonts/Title.ttf]}\n",
        ),
        Mapping(
            "brand_file",
            "A file of a family.",
            (
                Key("path", PLAIN, "Where it is.", required=True),
                Key("weight", MANY, "The weight that it has, or several."),
                Key("style", TextKind(choices=("normal", "italic", "oblique")), "Its style."),
            ),
            "{path: fonts/Title-Bold.ttf, weight: bold}\n",
            short="path",
        ),
        _mapping("brand_defaults", {"briefgen": MapKind("brand_inks")}),
        INKS,
    )
    return {mapping.name: mapping for mapping in made}


def _mapping(name: str, kinds: dict[str, MapKind | ListKind | TextKind], short: str = "") -> Mapping:
    return Mapping(name, "", tuple(Key(key, kind, "") for key, kind in kinds.items()), "", short=short)
