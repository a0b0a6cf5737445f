"""What the table of the format is made of: mappings have keys, keys have kinds, texts may have a form.

Data types only; the table itself is `specification`.
"""

import msgspec


class Form(msgspec.Struct, frozen=True):
    """A stricter form of text. `pattern` fits the whole text and means the same to Python and to ECMA-262."""

    words: str  # as in "it has to be …"
    pattern: str
    numbers: tuple[int, int] | None = None  # the whole numbers that, in YAML, are texts of this form
    decimals: bool = False  # those between them too
    bounds: tuple[float, float] | None = None  # of a number with decimals: as the pattern has it, and quicker to check
    or_zero: bool = False  # besides


# languages that are offered: those with words of briefgen's own, as people mostly write them
LANGUAGES = tuple(
    "en-GB en-US es es-MX fr de it pt pt-BR ar be bg bn ca cs da el et eu fa fi ga gl he hi hr hu id is ja ko lt lv nb ne "
    "nl nn pl ro ru sk sl sr sr-Latn sv sw ta th tr uk ur vi zh zh-Hant".split()
)

FLAGS = tuple(form for word in ("true", "false", "yes", "no", "on", "off") for form in (word, word.title(), word.upper()))

_DECIMALS, _NOUGHT = r"(\.[0-9]{1,4})?", r"(\.0{1,4})?"

FORMS = {
    "date": Form(
        "a date such as 2026-11-22, 2026-11 or 2026",
        "[1-9][0-9]{3}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?",
        (1000, 9999),
    ),
    "colour": Form('a colour such as "#8a1c1c", in quotes', "#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})"),
    "language": Form("a language tag such as en-GB", "[A-Za-z]{2,8}([-_][A-Za-z0-9]{1,8}){0,8}"),
    # any script's letters: what is left out is ASCII punctuation and space
    "id": Form("an id: letters, digits, - and _", r"[^\s!-,./:-@\[-^`{-~]{1,80}", (0, 10**9)),
    "key": Form("a key without spaces, braces and brackets", r"[^\s{}\[\],;@\\]{1,200}", (0, 10**9)),
    "doi": Form("a DOI such as 10.1000/182", r"10\.[0-9]{4,9}/[!-~]{1,200}"),
    "orcid": Form("an ORCID iD such as 0000-0002-1825-0097", r"[0-9]{4}-[0-9]{4}-[0-9]{4}-[0-9]{3}[0-9X]"),
    "issn": Form("an ISSN such as 2049-3630", "[0-9]{4}-[0-9]{3}[0-9Xx]"),
    "isbn": Form("an ISBN such as 978-3-16-148410-0", r"(97[89][- ]?)?[0-9]([- ]?[0-9]){8}[- ]?[0-9X]"),
    "flag": Form("true or false", "|".join(FLAGS)),
    "integer": Form("a whole number from 1 to 999", "[1-9][0-9]{0,2}", (1, 999)),
    "percent": Form("a whole number from 0 to 100", "100|[1-9]?[0-9]", (0, 100)),
    "ink_limit": Form("a whole number from 150 to 400", "1[5-9][0-9]|[23][0-9]{2}|400", (150, 400)),
    "length": Form("a length under 20mm or 1in, such as 3mm", r"0|1?[0-9](\.[0-9]{1,2})? ?mm|0\.[0-9]{1,3} ?in", (0, 0)),
    "cover_height": Form(
        "a height from 60mm to 200mm, or 2.5in to 8in",
        r"([6-9][0-9]|1[0-9]{2}|200)(\.[0-9])? ?mm|(2\.[5-9]|[3-7](\.[0-9]{1,2})?|8) ?in",
    ),
    "figure_height": Form(
        "a height from 10mm to 299mm, or 0.5in to 9.9in",
        r"([1-9][0-9]|[12][0-9]{2})(\.[0-9])? ?mm|(0\.[5-9]|[1-9](\.[0-9]{1,2})?) ?in",
    ),
    "ratio": Form("a width and a height such as 3:2", "[1-9][0-9]?(\\.[0-9])?:[1-9][0-9]?(\\.[0-9])?"),
    # of the rules of printers, in `briefgen.printers`
    "measure": Form("a length such as 3mm, 0.25pt or 1in", r"[0-9]{1,3}(\.[0-9]{1,4})? ?(mm|pt|in)|0", (0, 0)),
    "count": Form("a whole number from 0 to 10000", "[0-9]{1,4}|10000", (0, 10000)),
    # of looks: bounds within which nothing can run into another
    "points": Form(
        "a number of points from 0 to 40",
        rf"([0-9]|[1-3][0-9]){_DECIMALS}|40{_NOUGHT}",
        (0, 40),
        decimals=True,
        bounds=(0, 40),
    ),
    "wide": Form(
        "a number of points from 30 to 800",
        rf"([3-9][0-9]|[1-7][0-9]{{2}}){_DECIMALS}|800{_NOUGHT}",
        (30, 800),
        decimals=True,
        bounds=(30, 800),
    ),
    "margin": Form(
        "a number of millimetres from 8 to 40",
        rf"([89]|[1-3][0-9]){_DECIMALS}|40{_NOUGHT}",
        (8, 40),
        decimals=True,
        bounds=(8, 40),
    ),
    "millimetres": Form(
        "a number of millimetres from 0 to 20", rf"1?[0-9]{_DECIMALS}|20{_NOUGHT}", (0, 20), decimals=True, bounds=(0, 20)
    ),
    "weight": Form(
        "0, or a number of points from 0.25 to 20",
        rf"0{_NOUGHT}|0\.(2[5-9]|[3-9][0-9]?)[0-9]{{0,2}}|(1?[1-9]|10){_DECIMALS}|20{_NOUGHT}",
        (0, 20),
        decimals=True,
        bounds=(0.25, 20),
        or_zero=True,
    ),
    "body": Form(
        "a size from 7 to 14 points", rf"([7-9]|1[0-3]){_DECIMALS}|14{_NOUGHT}", (7, 14), decimals=True, bounds=(7, 14)
    ),
    "grid": Form(
        "a number of points from 8 to 24",
        rf"([89]|1[0-9]|2[0-3]){_DECIMALS}|24{_NOUGHT}",
        (8, 24),
        decimals=True,
        bounds=(8, 24),
    ),
    "type": Form(
        "a size from 7 to 72 points",
        rf"([7-9]|[1-6][0-9]|7[01]){_DECIMALS}|72{_NOUGHT}",
        (7, 72),
        decimals=True,
        bounds=(7, 72),
    ),
    "size": Form(
        "a size from 7 to 72 points, or one such as body + 0.4",
        rf"body( ?([+] ?[0-9]|- ?[0-2]){_DECIMALS})?|([7-9]|[1-6][0-9]|7[01]){_DECIMALS}|72{_NOUGHT}",
        (7, 72),
        decimals=True,
        bounds=(7, 72),
    ),
    "leading": Form(
        "a number of points from 5 to 90, or of rows such as 1.5 rows",
        rf"(0\.[5-9][0-9]?|[1-4]{_DECIMALS}) ?rows?|([5-9]|[1-8][0-9]){_DECIMALS}|90{_NOUGHT}",
        (5, 90),
        decimals=True,
        bounds=(5, 90),
    ),
    "tracking": Form(
        "a whole number from -50 to 300, in thousandths of an em",
        r"-([0-9]|[1-4][0-9]|50)|[0-9]{1,2}|[12][0-9]{2}|300",
        (-50, 300),
    ),
    "share": Form("a number from 0 to 1", r"0(\.[0-9]{1,4})?|1(\.0{1,4})?", (0, 1), decimals=True, bounds=(0, 1)),
    "part": Form("a number from 0.3 to 1", r"0\.[3-9][0-9]{0,3}|1(\.0{1,4})?", (1, 1), decimals=True, bounds=(0.3, 1)),
    "third": Form(
        "a number from 0 to 0.45",
        r"0(\.([0-3][0-9]{0,3}|4([0-4][0-9]{0,2}|50{0,2})?))?",
        (0, 0),
        decimals=True,
        bounds=(0, 0.45),
    ),
    "factor": Form(
        "a number from 0.25 to 3",
        rf"0\.(2[5-9]|[3-9][0-9]?)[0-9]{{0,2}}|[12]{_DECIMALS}|3{_NOUGHT}",
        (1, 3),
        decimals=True,
        bounds=(0.25, 3),
    ),
    "rows": Form("a number of rows from 0 to 4", rf"[0-3]{_DECIMALS}|4{_NOUGHT}", (0, 4), decimals=True, bounds=(0, 4)),
    "columns": Form("1 or 2", "[12]", (1, 2)),
    "few": Form("a whole number from 0 to 99", "[1-9]?[0-9]", (0, 99)),
    # what every press has under these names is no ink of one's own (ISO 32000-1, 8.6.6.4); a PDF name holds 127 bytes
    "ink": Form(
        "the name of an ink, such as PANTONE 7622 C",
        r"(?!(?:[Aa]ll|[Nn]one|[Cc]yan|[Mm]agenta|[Yy]ellow|[Bb]lack)\s*$)[!-~]([ -~]{0,38}[!-~])?",
    ),
}


PARAGRAPH_MOST = 20_000  # characters between two blank lines: six pages
LINE_MOST = 2_000


class TextKind(msgspec.Struct, frozen=True, tag="text"):
    """A text. `form` is a key of FORMS; `choices` are the values allowed; `marked`: it may hold *emphasis*, links, notes.

    `most` is how many characters may stand in it without a blank line.
    """

    form: str = ""
    choices: tuple[str, ...] = ()
    may_be_empty: bool = False
    marked: bool = False
    most: int = PARAGRAPH_MOST
    refused: tuple[tuple[str, str], ...] = ()  # what might be asked for, each with what to do instead


class ListKind(msgspec.Struct, frozen=True, tag="list"):
    """A list of `item`s, `length` of them unless it is 0, and at most `most` unless that is 0.

    Where `single`, one item without a list stands for a list of one; `said`: not all may be empty. Where `file`, a bare text
    in its stead is the name of a file.
    """

    item: "Kind"
    single: bool = True
    said: bool = False
    length: int = 0
    most: int = 0
    file: bool = False


class MapKind(msgspec.Struct, frozen=True, tag="map"):
    """The mapping of the specification named `name`."""

    name: str


class NotesKind(msgspec.Struct, frozen=True, tag="notes"):
    """A mapping from the marks of notes to their texts."""


Kind = TextKind | ListKind | MapKind | NotesKind


class Key(msgspec.Struct, frozen=True):
    """A key: what it holds and, for people, what it is for. `default`: what holds when it is left out."""

    name: str
    kind: Kind
    doc: str
    required: bool = False
    default: str = ""


class Mapping(msgspec.Struct, frozen=True):
    """A mapping of the format. `example` is YAML: a value of this mapping."""

    name: str
    doc: str
    keys: tuple[Key, ...]
    example: str
    short: str = ""  # the key that a bare text, or a bare list where the key takes lists, stands for
    one_of: bool = False  # exactly one of the keys stands
    some_of: bool = False  # at least one of the keys stands
    exclusive: tuple[tuple[str, str], ...] = ()  # of each pair at most one stands
    ways: tuple[tuple[str, str], ...] = ()  # (key, hint): what to do where the key is the second of such a pair
    # (key, others): the key is needed unless one of the others is a flag that is true, where it is empty, or another key
    unless: tuple[tuple[str, tuple[str, ...]], ...] = ()
    words: tuple[str, ...] = ()  # bare words that stand for something else: where to place findings

    def key(self, name: str) -> Key | None:
        """The key of this name."""
        return next((key for key in self.keys if key.name == name), None)

    @property
    def spoken(self) -> str:
        """Its name in a sentence."""
        return self.name.replace("_", " ")
