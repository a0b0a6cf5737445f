"""Mistakes of people who write an outline: a small change of a sound one, what must be said of it, and where.

In the text of a mistake ‸ stands before the character where a problem has to be placed; of two there are two problems.
`follow` is what the text becomes when the hint is followed to the letter. `also` names what else is said, as a consequence.
"""

from typing import NamedTuple

YAML, CHAR, VALUE, TYPE = "outline/bad-yaml", "outline/bad-character", "outline/bad-value", "outline/wrong-type"
UNKNOWN, MISSING, EMPTY, CONFLICT = (
    "outline/unknown-key",
    "outline/missing-key",
    "outline/empty-value",
    "outline/conflicting-keys",
)
LIST, COMMENT, FOREIGN, LINK = "outline/list-in-text", "outline/comment", "content/foreign-mark", "content/unsafe-link"
CURLY, COUNTED = "outline/curly-quotes", "outline/numbered-by-hand"
NOTE, UNUSED, IMAGE, OUTSIDE = "content/unknown-note", "content/unused-note", "content/missing-image", "content/path-outside"

BASE = """\
title: Count every drop
subtitle: What meters change
series: Policy brief
number: 7
date: 2026-11-22
language: en-GB

publisher:
  name: Institute of Examples
  logo: assets/logo.png
  url: https://example.org

authors:
  - name: A. Author
    role: Fellow
  - name: B. Writer
    role: Director

standfirst: Half of the water never reaches a tap.

summary:
  heading: Key messages
  points:
    - Half of it leaks.
    - Meters pay for themselves.

sections:
  - heading: Why now
    content:
      - The wells fall by a metre a year.[^1]
      - Money matters for the farms.
      - figure:
          image: assets/map.png
          alt: A map of the basin
          caption: The basin
      - list:
          - One thing
          - Another thing
  - heading: What it costs
    content:
      - The cost grows each year.
      - table:
          caption: Cost
          head: [Year, Cost]
          align: [left, decimal]
          rows:
            - [2025, 2.7]
            - [2026, 2.8]

findings:
  - id: leaks
    statement: Half of the water leaks away.
    evidence: Two surveys agree.
    confidence: high

recommendations:
  - action: Mend the pipes.
    for: the water authority
    by: April 2027
    addresses: [leaks]
  - action: Publish the readings.

notes:
  1: Ministry of Water, 2025.

references:
  - Author, A. (2025) Counting. Journal of Examples 14.

contact: press@example.org

design:
  accent: "#0b6e69"
  columns: 2
"""


class Mistake(NamedTuple):
    old: str
    new: str
    code: str
    hint: str  # what the hint must hold
    follow: str
    also: tuple[str, ...] = ()


_SUB = "subtitle: What meters change"
_MONEY = "      - Money matters for the farms."
_ITEMS = "          - One thing\n          - Another thing"
_POINTS = "    - Half of it leaks.\n    - Meters pay for themselves."
_FIGURE = "      - figure:\n          image: assets/map.png\n          alt: A map of the basin\n          caption: The basin"
_ROWS = "            - [2025, 2.7]\n            - [2026, 2.8]"
_STAND = "standfirst: Half of the water never reaches a tap."
_DESIGN = 'design:\n  accent: "#0b6e69"\n  columns: 2\n'
_LAST = "  - action: Publish the readings."
_TABLE = "rows:\n" + _ROWS
_HEAD = "          head: [Year, Cost]\n          align: [left, decimal]\n          rows:\n" + _ROWS


def _text(written: str, code: str, hint: str, follow: str, also: tuple[str, ...] = ()) -> Mistake:
    """A paragraph of the text."""
    return Mistake(_MONEY, f"      - {written}", code, hint, f"      - {follow}", also)


YAML_ERRORS = [
    # indentation
    Mistake("    role: Fellow", "     ‸role: Fellow", YAML, "column 5, as the key in line 14", "    role: Fellow"),
    Mistake("    role: Fellow", "   ‸role: Fellow", YAML, "column 5, as the key in line 14", "    role: Fellow"),
    Mistake(_MONEY, "     ‸- Money matters for the farms.", YAML, "column 7, as the dash in line 30", _MONEY),
    Mistake(
        "  - heading: What it costs\n    content:",
        "  - heading: What it costs\n  ‸content:",
        YAML,
        "column 5",
        "  - heading: What it costs\n    content:",
    ),
    Mistake(
        "    content:\n      - The cost grows each year.",
        "    ‸- The cost grows each year.",
        YAML,
        "`content:`, in a line above",
        "    content:\n      - The cost grows each year.",
    ),
    Mistake("    role: Fellow", "‸\trole: Fellow", YAML, "indent with spaces", "    role: Fellow"),
    Mistake("    by: April 2027", "‸\t\tby: April 2027", YAML, "indent with spaces", "    by: April 2027"),
    Mistake(_ITEMS, "‸\t\t- One thing\n‸\t\t- Another thing", YAML, "indent with spaces", _ITEMS),
    # texts over several lines
    Mistake(
        _STAND,
        "standfirst: Half of the water\n‸never reaches a tap.",
        YAML,
        "by 2 spaces",
        "standfirst: Half of the water\n  never reaches a tap.",
    ),
    Mistake(
        _MONEY,
        "      - Money matters\n      ‸for the farms.",
        YAML,
        "by 8 spaces",
        "      - Money matters\n        for the farms.",
    ),
    Mistake(
        _STAND,
        "standfirst: Half of\n‸the water never\nreaches a tap.",
        YAML,
        "up to 21, by 2",
        "standfirst: Half of\n  the water never\n  reaches a tap.",
    ),
    Mistake(
        _STAND,
        "standfirst: Half of the water\n  ‸never: reaches a tap.",
        YAML,
        "a text that holds a colon has to stand in quotes",
        'standfirst: "Half of the water\n  never: reaches a tap."',
    ),
    Mistake(
        _STAND,
        "standfirst: Half of the water\n  that is lost‸: it never reaches a tap.",
        YAML,
        "from line 19 to the end of line 20",
        'standfirst: "Half of the water\n  that is lost: it never reaches a tap."',
    ),
    Mistake(
        _STAND,
        "standfirst: Half of it.\n\n  Another paragraph‸: here.",
        YAML,
        "from line 19 to the end of line 21",
        'standfirst: "Half of it.\n\n  Another paragraph: here."',
    ),
    # colons
    Mistake(
        _SUB,
        "subtitle: What meters change‸: a view",
        YAML,
        '"What meters change: a view"',
        'subtitle: "What meters change: a view"',
    ),
    Mistake(_SUB, "subtitle: “What meters‸: a view”", YAML, "only a straight one", 'subtitle: "What meters: a view"'),
    Mistake(_SUB, "subtitle: „What meters‸: a view“", YAML, "only a straight one", 'subtitle: "What meters: a view"'),
    Mistake(_SUB, "subtitle: «What meters‸: a view»", YAML, "only a straight one", 'subtitle: "What meters: a view"'),
    Mistake(_SUB, "subtitle: ‘What meters‸: a view’", YAML, "only a straight one", 'subtitle: "What meters: a view"'),
    Mistake(
        _SUB,
        'subtitle: What "meters" change‸: a view',
        YAML,
        '\'What "meters"',
        "subtitle: 'What \"meters\" change: a view'",
    ),
    Mistake(_SUB, "‸subtitle:What meters change", YAML, "write `subtitle: …`", _SUB),
    Mistake("  - name: A. Author", "  - ‸name:A. Author", YAML, "write `name: …`", "  - name: A. Author"),
    Mistake(_SUB, "‸subtitle = What meters change", YAML, "write `subtitle: …`", _SUB),
    Mistake("          alt: A map", "          ‸alt A map", YAML, "`alt: …`", "          alt: A map"),
    Mistake("    role: Fellow", "    ‸role Fellow", YAML, "`role: …`", "    role: Fellow"),
    Mistake("          caption: Cost", "          ‸caption Cost", YAML, "`caption: …`", "          caption: Cost"),
    Mistake("  - action: Mend", "  - ‸action Mend", YAML, "`action: …`", "  - action: Mend"),
    Mistake(
        "            - [2025, 2.7]", "              ‸[2025, 2.7]", YAML, "a dash in column 13", "            - [2025, 2.7]"
    ),
    Mistake(
        "    for: the water authority\n    by:",
        "    for: the water authority    ‸by:",
        YAML,
        "`by:` in a line of its own",
        "    for: the water authority\n    by:",
    ),
    Mistake("      - list:\n", "      - list\n", LIST, "`list:`", "      - list:\n"),
    Mistake("      - figure:", "       ‸- figure:", YAML, "column 7, as the dash in line 31", "      - figure:"),
    Mistake("      - The wells", "     ‸- The wells", YAML, "column 7, to stand over the dash in line", "      - The wells"),
    Mistake("      - figure:", "       ‸figure:", YAML, "with a dash, in column 7", "      - figure:"),
    Mistake("      - list:", "      ‸-list:", YAML, "a space after the dash", "      - list:"),
    Mistake(
        "references:\n  - Author",
        "references: ‸- Author",
        YAML,
        "begin a new line before the dash",
        "references:\n  - Author",
    ),
    Mistake("  - name: A. Author", "  ‸-name: A. Author", YAML, "a space after the dash", "  - name: A. Author"),
    Mistake("  - id: leaks", "  ‸-- id: leaks", YAML, "one dash, and a space", "  - id: leaks"),
    Mistake("  - action: Mend", "   ‸action: Mend", YAML, "with a dash, in column 3", "  - action: Mend"),
    Mistake("      - figure:\n", "      - ‸figure\n", YAML, "`figure:`", "      - figure:\n"),
    Mistake("head: [Year, Cost]", "head: ‸[[Year, Cost]", YAML, "one [, not two", "head: [Year, Cost]"),
    Mistake("head: [Year, Cost]", "head: [Year, Cost]‸]", YAML, "one ], not two", "head: [Year, Cost]"),
    # the first of several lines that belong together is the one that is wrong
    Mistake(
        "  name: Institute", " ‸name: Institute", YAML, "column 3, to stand over the key in line 10", "  name: Institute"
    ),
    Mistake("  - heading: Why now", " ‸- heading: Why now", YAML, "column 3, to stand", "  - heading: Why now"),
    Mistake(
        "      - The wells", "       ‸- The wells", YAML, "column 7, to stand over the dash in line 31", "      - The wells"
    ),
    Mistake("          caption: Cost", "         ‸caption: Cost", YAML, "column 11, to stand", "          caption: Cost"),
    Mistake("findings:", "‸findings", YAML, "`findings:`", "findings:"),
    Mistake("recommendations:", "‸recommendations", YAML, "`recommendations:`", "recommendations:"),
    # quotes
    _text('"Money" ‸matters for the farms.', YAML, 'write \'"Money" matters', "'\"Money\" matters for the farms.'"),
    _text("'Money doesn'‸t matter: or does it?'", YAML, "write \"Money doesn't", '"Money doesn\'t matter: or does it?"'),
    _text(
        '‸"Money matters for the farms.', YAML, 'close it with " at the end of the line', '"Money matters for the farms."'
    ),
    _text(
        "‸'Money matters for the farms.", YAML, "close it with ' at the end of the line", "'Money matters for the farms.'"
    ),
    _text("‸'Tis money that matters for the farms.", YAML, "double quotes", '"\'Tis money that matters for the farms."'),
    Mistake(
        "title: Count every drop", 'title: ‸"Count every drop', YAML, "at the end of the line", 'title: "Count every drop"'
    ),
    Mistake(
        "  name: Institute of Examples",
        "  name: ‸'Institute of Examples",
        YAML,
        "at the end of the line",
        "  name: 'Institute of Examples'",
    ),
    Mistake(
        _MONEY + "\n" + _FIGURE,
        '      - ‸"Money matters for the farms.\n' + _FIGURE.replace("A map of the basin", '‸"A map'),
        YAML,
        "at the end of the line",
        '      - "Money matters for the farms."\n' + _FIGURE.replace("A map of the basin", '"A map"'),
    ),
    Mistake(
        "title: Count every drop", 'title: ""‸Count every drop""', YAML, 'write \'""Count', 'title: \'""Count every drop""\''
    ),
    Mistake(
        "image: assets/map.png",
        'image: "assets‸\\map.png"',
        YAML,
        "single quotes: 'assets\\map.png'",
        "image: 'assets\\map.png'",
    ),
    # brackets
    _text(
        "[Money]‸(https://example.org) matters.",
        YAML,
        "put the whole text in quotes",
        '"[Money](https://example.org) matters."',
    ),
    Mistake("addresses: [leaks]", "addresses: ‸[leaks", YAML, "close it with ]", "addresses: [leaks]"),
    Mistake(_LAST, "  - ‸{action: Publish the readings.", YAML, "close it with }", "  - {action: Publish the readings.}"),
    Mistake("head: [Year, Cost]", "head: ‸[Year, Cost", YAML, "close it with ]", "head: [Year, Cost]"),
    Mistake("align: [left, decimal]", "align: [left, ‸, decimal]", YAML, "write it", "align: [left, decimal]"),
    # signs
    *(
        _text(f"‸{sign}matters for the farms.", YAML, "put the whole text in quotes", f'"{sign}matters for the farms."')
        for sign in ("&c. ", "% of money ", "@ministry ", "`code` ", "*Money* ", "**Money** ", "| money ", "> 5 % ")
    ),
    _text("? ‸is a question.", UNKNOWN, "put the whole text in quotes", '"? is a question."'),
    Mistake(_SUB, "subtitle: ‸% of the water", YAML, '"% of the water"', 'subtitle: "% of the water"'),
    Mistake(
        "contact: press@example.org",
        "contact:\n  - ‸@institute\n  - press@example.org",
        YAML,
        '"@institute"',
        'contact:\n  - "@institute"\n  - press@example.org',
    ),
    # pasted
    Mistake(_ITEMS, "          ‸* One thing\n          ‸* Another thing", YAML, "a dash and a space", _ITEMS),
    _text(
        "‸![A map](assets/map.png)",
        "outline/unknown-tag",
        '- figure: {image: "assets/map.png"',
        'figure: {image: "assets/map.png", alt: "A map"}',
    ),
    Mistake(
        _HEAD,
        "          ‸| Year | Cost |\n          |---|---|\n          | 2025 | 2.7 |\n          | 2026 | 2.8 |",
        YAML,
        'head: ["Year", "Cost"]',
        '          head: ["Year", "Cost"]\n          rows: [["2025", "2.7"], ["2026", "2.8"]]',
    ),
    _text(
        "‸| Year | Cost |\n        |---|---|\n        | 2025 | 2.7 |",
        YAML,
        "- table: {head:",
        'table: {head: ["Year", "Cost"], rows: [["2025", "2.7"]]}',
    ),
    # characters that cannot be seen
    *(
        Mistake("    role: Fellow", f"‸{blank * 4}role: Fellow", CHAR, hint, "    role: Fellow")
        for blank, hint in (
            ("\u00a0", "type a space"),
            ("\u2003", "type a space"),
            ("\u202f", "type a space"),
            ("\u3000", "type a space"),
        )
    ),
    *(
        Mistake("    role: Fellow", f"    role:‸{blank}Fellow", CHAR, "type a space", "    role: Fellow")
        for blank in "\u00a0\u2009\u202f\u3000"
    ),
    Mistake(_MONEY, "      -‸\u00a0Money matters for the farms.", CHAR, "type a space", _MONEY),
    Mistake("    role: Fellow", "‸\u200b    role: Fellow", CHAR, "delete it", "    role: Fellow"),
    Mistake("    role: Fellow", "‸\u2060    role: Fellow", CHAR, "delete it", "    role: Fellow"),
    # documents and keys
    Mistake("publisher:", "‸---\npublisher:", "outline/several-documents", "remove the line of three dashes", "publisher:"),
]

FIRST_TRIES = [
    Mistake(
        f"list:\n{_ITEMS}",
        "list: ‸One thing, another thing, a third",
        LIST,
        "`list: [One thing, another thing, a third]`",
        "list: [One thing, another thing, a third]",
    ),
    Mistake(
        f"list:\n{_ITEMS}",
        "checklist: ‸One thing; another; a third",
        LIST,
        "in the next line",
        "checklist:\n          - One thing; another; a third",
    ),
    Mistake(
        "  - heading: What it costs\n    content:",
        "  - ‸What it costs:",
        UNKNOWN,
        '`- heading: "What it costs"`, and below it `content:`',
        '  - heading: "What it costs"\n    content:',
    ),
    Mistake("  1: Ministry", "  ‸- 1: Ministry", TYPE, "`1: Ministry of Water, 2025.`", "  1: Ministry", (NOTE,)),
    Mistake(
        _MONEY,
        "      - |\n        Money:\n\n        ‸- One\n        - Two\n\n        And more.",
        LIST,
        "what stands before, and behind, into items of their own",
        "      - Money\n      - list:\n          - One\n          - Two\n      - And more.",
    ),
    Mistake(
        _MONEY,
        "      - chart:\n          ‸kind: bar\n          title: T\n          alt: auto\n          x: [2023, 2024]\n"
        "          y: [3, 4]",
        MISSING,
        "`data: [[x, y], [2023, 3], [2024, 4]]`",
        "      - chart:\n          kind: bar\n          title: T\n          alt: auto\n"
        "          data: [[x, y], [2023, 3], [2024, 4]]",
        (TYPE,),
    ),
    Mistake(
        _MONEY,
        "      - chart: {kind: ‸bar chart, title: T, alt: auto, data: [[x, y], [2023, 3], [2024, 4]]}",
        VALUE,
        "did you mean `bar`?",
        "      - chart: {kind: bar, title: T, alt: auto, data: [[x, y], [2023, 3], [2024, 4]]}",
    ),
]

PASTED = [
    *(
        Mistake(_ITEMS, f"          ‸{sign}One thing\n          {sign}Another thing", LIST, "a dash and a space", _ITEMS)
        for sign in ("• ", "•\t", "▪ ", "· ", "– ", "— ", "-", "–", "● ")
    ),
    *(
        Mistake(
            _POINTS,
            f"    ‸{sign}Half of it leaks.\n    {sign}Meters pay for themselves.",
            LIST,
            "a dash and a space",
            _POINTS,
        )
        for sign in ("• ", "– ", "-", "◦ ")
    ),
    Mistake(
        _MONEY,
        "      - |\n        Money:\n        ‸• One\n        • Two",
        LIST,
        "leave out the |",
        "      - Money\n      - list:\n          - One\n          - Two",
    ),
    Mistake(
        _MONEY,
        "      - >-\n        Money:\n        ‸- One\n        - Two",
        LIST,
        "leave out the >",
        "      - Money\n      - list:\n          - One\n          - Two",
    ),
    *(_text(f"‸{sign} Money matters.", FOREIGN, "remove it", "Money matters.") for sign in "•▪·"),
    _text("‸## Why it matters", EMPTY, "heading: Why it matters", "heading: Why it matters"),
    _text("‸# Why it matters", EMPTY, "heading: Why it matters", "heading: Why it matters"),
    _text('"‸## Why it matters"', FOREIGN, "- heading:", "heading: Why it matters"),
    _text('"‸> Money matters"', FOREIGN, "pull_quote", "pull_quote: Money matters"),
    _text(
        "Look ‸![A map](assets/map.png)",
        FOREIGN,
        "- figure:",
        "Look\n      - figure: {image: assets/map.png, alt: A map}",
        (LINK,),
    ),
    *(
        _text(f"Money ‸<{tag}>matters</{tag}>.", FOREIGN, "remove it", "Money matters.")
        for tag in ("b", "i", "em", "strong", "u", "span", "div", "p")
    ),
    _text("Money‸<br>matters.", FOREIGN, "blank line", "|-\n        Money\\\n        matters."),
    _text("CO‸<sub>2</sub> matters.", FOREIGN, "CO~2~", "CO~2~ matters."),
    _text("A m‸<sup>2</sup> matters.", FOREIGN, "m^2^", "A m^2^ matters."),
    *(
        _text(f"Money‸{entity}matters.", FOREIGN, hint, f"Money{char}matters.")
        for entity, char, hint in (
            ("&nbsp;", " ", "write a space"),
            ("&amp;", "&", "write &"),
            ("&ndash;", "–", "write –"),
            ("&eacute;", "é", "write é"),
            ("&#8211;", "–", "write –"),
            ("&lt;", "<", "write <"),
            ("&hellip;", "…", "write …"),
            ("&euro;", "€", "write €"),
        )
    ),
    _text(
        "A [table‸] (https://example.org) of it.",
        FOREIGN,
        "right behind the bracket",
        "A [table](https://example.org) of it.",
    ),
    _text("A [table‸](https://example.org of it.", FOREIGN, "write a ) behind", "A [table](https://example.org) of it."),
    _text("A [table‸](https://example.org/a b) of it.", FOREIGN, "%20", "A [table](https://example.org/a%20b) of it."),
    _text(
        'A [table‸](https://example.org "Of it") too.',
        FOREIGN,
        "leave out what stands in quotes",
        "A [table](https://example.org) too.",
    ),
    _text("Money ‸**matters for the farms.", FOREIGN, "at both ends", "Money **matters** for the farms."),
    _text("Money ‸*matters for the farms.", FOREIGN, "at both ends", "Money *matters* for the farms."),
    _text("Money ‸`matters for the farms.", FOREIGN, "at both ends", "Money `matters` for the farms."),
    _text("Money ‸__matters for the farms.", FOREIGN, "at both ends", "Money __matters__ for the farms."),
    _text("CO‸~2 matters.", FOREIGN, "CO~2~", "CO~2~ matters."),
    _text("10‸^6 matters.", FOREIGN, "m^2^", "10^6^ matters."),
    _text("Money ‸~~matters~~ counts.", FOREIGN, "remove", "Money counts."),
    _text("Money ‸==matters== here.", FOREIGN, "**strong**", "Money **matters** here."),
    _text("Money ‸$x+1$ here.", FOREIGN, "in words and signs", "Money x+1 here."),
    _text("Money ‸[[matters]] here.", FOREIGN, "[words]", "Money [matters](https://example.org) here."),
    _text("Money ‸^[a note] here.", FOREIGN, "write [^name]", "Money a note[^1] here."),
    *(
        _text(f"{before} ‸{after}", COMMENT, "put the whole text in quotes", f'"{before} {after}"')
        for before, after in (
            ("Money matters", "#1 for the farms."),
            ("Money", "# 1 for the farms."),
            ("The", "# of wells matters."),
            ("Money matters for", "# all the farms."),
            ("Press the", "#"),
        )
    ),
    Mistake(_SUB, "subtitle: ‸# What meters change", COMMENT, '"What meters change"', _SUB),
    Mistake("heading: Why now", "heading: ‸## Why now", COMMENT, '"Why now"', "heading: Why now"),
    # quotes as word processors write them, in the place of straight ones
    Mistake("title: Count every drop", "title: ‸“Count every drop”", CURLY, '"Count every drop"', "title: Count every drop"),
    Mistake(_LAST, "  - ‸„Publish the readings.“", CURLY, 'write "Publish the readings."', _LAST),
    Mistake("head: [Year, Cost]", "head: [‸“Year”, ‸« Cost »]", CURLY, 'write "', 'head: ["Year", "Cost"]'),
    Mistake("head: [Year, Cost]", 'head: [‸“Year", ‸‘Cost’]', CURLY, 'write "', 'head: ["Year", "Cost"]'),
    Mistake("head: [Year, Cost]", 'head: ["Year‸”, Cost]', YAML, 'write " in the place of ”', 'head: ["Year", Cost]'),
    Mistake("head: [Year, Cost]", "head: [Year, ‸'It's cost']", YAML, '"It\'s cost"', 'head: [Year, "It\'s cost"]'),
    Mistake("[2026, 2.8]", "‸[2026, “2,8”]", VALUE, "put a cell", '[2026, "2,8"]', (CURLY,)),
    _text("list: [‸“One, two”, three]", CURLY, 'write "One, two"', 'list: ["One, two", three]'),
    _text('‸"Money matters”', YAML, 'write " in the place of ”', '"Money matters"'),
    Mistake(
        "image: assets/map.png", "image: ‸“assets/map.png”", CURLY, '"assets/map.png"', 'image: "assets/map.png"', (IMAGE,)
    ),
    # texts in brackets that have to stand in quotes
    _text("list: [‸One[^1], Two]", YAML, '"One[^1]"', 'list: ["One[^1]", Two]'),
    _text("list: [‸A [map](https://example.org), B]", YAML, '"A [map](', 'list: ["A [map](https://example.org)", B]'),
    _text("list: [A, {text: ‸See [@leaks] too, list: [B]}]", YAML, '"See [@leaks] too"', 'list: [A, "See [@leaks] too"]'),
    _text("list: [‸*One*, `Two`, A]", YAML, '"*One*"; put the text in quotes: "`Two`"', 'list: ["*One*", "`Two`", A]'),
    _text("list: [A, ‸%50, @leaks]", YAML, '"%50"', 'list: [A, "%50", "@leaks"]'),
    Mistake(_LAST, "  - {action: ‸Publish: the readings}", YAML, '"Publish: the', '  - {action: "Publish: the readings"}'),
    Mistake(
        _LAST, '  - {action: ‸"Publish" the readings}', YAML, '\'"Publish" the', "  - {action: '\"Publish\" the readings'}"
    ),
    Mistake(_LAST, "  - {action: Publish, ‸for:all}", UNKNOWN, "`for: all`", "  - {action: Publish, for: all}"),
    Mistake(_LAST, "  - {action: Publish, ‸for = all}", UNKNOWN, "`for: all`", "  - {action: Publish, for: all}"),
    Mistake(_LAST, "  - {action: Publish, ‸for all}", UNKNOWN, "`for: all`", "  - {action: Publish, for: all}"),
    Mistake(
        _TABLE, "rows: [2025, 2.7]‸, [2026, 2.8]", YAML, "[[2025, 2.7], [2026, 2.8]]", "rows: [[2025, 2.7], [2026, 2.8]]"
    ),
    Mistake(
        "head: [Year, Cost]\n          align: [left, decimal]",
        "head: ‸Year, Cost",
        VALUE,
        "[Year, Cost]",
        "head: [Year, Cost]",
    ),
    _text(
        "figure: ‸assets/map.png",
        TYPE,
        "{image: assets/map.png, alt",
        "figure: {image: assets/map.png, alt: A map}",
    ),
    _text(
        "table:\n        ‸- [A, B]\n        - [1, 2]",
        TYPE,
        "`head: [A, B]`",
        "table:\n          head: [A, B]\n          rows: [[1, 2]]",
    ),
    # lists at the margin, as other programs set them
    Mistake(
        f"  points:\n{_POINTS}",
        "  points:\n  ‸• Half of it leaks.\n  • Meters pay for themselves.",
        YAML,
        "place of `•`",
        f"  points:\n{_POINTS}",
    ),
    Mistake("references:\n  - Author", "references:\n‸1. Author", YAML, "in the place of `1.`", "references:\n- Author"),
    Mistake(
        _SUB,
        'subtitle: "What meters change" ‸- a view',
        YAML,
        "'\"What meters",
        "subtitle: '\"What meters change\" - a view'",
    ),
    Mistake("  1: Ministry", "  ‸[^1]: Ministry", TYPE, "`1: …`", "  1: Ministry", (NOTE,)),
    Mistake("language: en-GB", "language: ‸français", VALUE, "write fr", "language: fr"),
    Mistake("language: en-GB", "language: ‸English (UK)", VALUE, "write en-GB", "language: en-GB"),
    # items without the keys that they need
    _text(
        "stats: [‸45 % of wells]", TYPE, '{value: "45 %", label: "of wells"}', 'stats: [{value: "45 %", label: "of wells"}]'
    ),
    _text("timeline: [‸2024: first]", MISSING, '{date: "2024", text: "first"}', 'timeline: [{date: "2024", text: "first"}]'),
    _text(
        "definitions: ‸{Well: a hole, Pump: a thing}",
        TYPE,
        '`- {term: "Well", text: "a hole"}`',
        'definitions: [{term: "Well", text: "a hole"}, {term: "Pump", text: "a thing"}]',
    ),
    Mistake(
        "  - action: Publish the readings.",
        "  - ‸Publish the readings.\n    for: all",
        YAML,
        "`- action: Publish the readings.`",
        "  - action: Publish the readings.\n    for: all",
    ),
    _text("‸text: Money matters.", UNKNOWN, "`paragraph`", "paragraph: Money matters."),
    _text("Money ‸<!-- hidden --> matters.", FOREIGN, "leave it out", "Money matters."),
    # lists that are counted by hand
    Mistake(_ITEMS, "          ‸1. One thing\n          2. Another thing", LIST, "a dash and a space", _ITEMS),
    Mistake(_ITEMS, "          ‸a) One thing\n          b) Another thing", LIST, "a dash and a space", _ITEMS),
    Mistake(_ITEMS, "          - ‸1. One thing\n          - 2. Another thing", COUNTED, "`numbered:`", _ITEMS),
    Mistake(_POINTS, "    - ‸1) Half of it leaks.\n    - 2) Meters pay for themselves.", COUNTED, "remove the", _POINTS),
    Mistake('accent: "#0b6e69"', "accent: ‸#0b6e69", COMMENT, '"#0b6e69"', 'accent: "#0b6e69"'),
]

VALUES = [
    *(
        Mistake("date: 2026-11-22", f"date: ‸{written}", VALUE, hint, f"date: {follow}")
        for written, hint, follow in (
            ("2026-11-31", "2026-11 has 30 days", "2026-11-30"),
            ("22/11/2026", "write 2026-11-22", "2026-11-22"),
            ("11/22/2026", "write 2026-11-22", "2026-11-22"),
            ("22.11.2026", "write 2026-11-22", "2026-11-22"),
            ("November 2026", "write 2026-11", "2026-11"),
            ("22 November 2026", "write 2026-11-22", "2026-11-22"),
            ("Nov 22, 2026", "write 2026-11-22", "2026-11-22"),
            ("3/4/2026", "2026-03-04 or 2026-04-03", "2026-04-03"),
            ("2026-1-5", "write 2026-01-05", "2026-01-05"),
            ("“2026-11-22”", "write 2026-11-22", "2026-11-22"),
            ("spring 2026", "a date such as", "2026"),
        )
    ),
    *(
        Mistake('accent: "#0b6e69"', f"accent: ‸{written}", VALUE, f"write {follow}", f"accent: {follow}")
        for written, follow in (
            ("teal", '"#008080"'),
            ("“#0b6e69”", '"#0b6e69"'),
            ("Dark Blue", '"#00008b"'),
            ("0b6e69", '"#0b6e69"'),
            ("„#abc“", '"#abc"'),
        )
    ),
    Mistake('accent: "#0b6e69"', "accent: ‸PANTONE 7622 C", VALUE, "a colour such as", 'accent: "#8a1c1c"'),
    Mistake("[left, decimal]", "[left, ‸centre]", VALUE, "`center`", "[left, center]"),
    Mistake("confidence: high", "confidence: ‸very high", VALUE, "`high`", "confidence: high"),
    Mistake("confidence: high", "confidence: ‸certain", VALUE, "high, medium or low", "confidence: high"),
    Mistake("columns: 2", "columns: ‸3", VALUE, "it has to be 1, 2", "columns: 2"),
    Mistake("columns: 2", "columns: 2\n  paper: ‸A4", VALUE, "`a4`", "columns: 2\n  paper: a4"),
    Mistake("columns: 2", "columns: 2\n  justify: ‸left", VALUE, "true or false", "columns: 2\n  justify: false"),
    Mistake("language: en-GB", "language: ‸English", "content/unknown-language", "`en`", "language: en"),
    Mistake("language: en-GB", "language: ‸en-UK", "content/unknown-language", "`en-GB`", "language: en-GB"),
    Mistake("[2026, 2.8]", "‸[2026, 2,800]", VALUE, '"2,800"', '[2026, "2,800"]'),
    Mistake("[2026, 2.8]", "‸[2026]", VALUE, '""', '[2026, ""]'),
    Mistake("[2026, 2.8]", "‸[2026, about, 2.8]", VALUE, "put a cell that holds a comma in quotes", '[2026, "about, 2.8"]'),
    Mistake(_ROWS, "            - ‸2025, 2.7\n            - ‸2026, 2.8", TYPE, "`- [202", _ROWS),
    Mistake(
        _MONEY,
        "      - stats: [{value: 2,‸800, label: wells}]",
        UNKNOWN,
        '"2,800"',
        '      - stats: [{value: "2,800", label: wells}]',
    ),
    Mistake(
        _MONEY,
        "      - stats: [{value: 4, label: gain, ‸and more}]",
        UNKNOWN,
        "in quotes",
        '      - stats: [{value: 4, label: "gain, and more"}]',
    ),
    _text(
        "‸Note: money matters for the farms.",
        UNKNOWN,
        '"Note: money matters for the farms."',
        '"Note: money matters for the farms."',
    ),
    _text("‸In short: money.", UNKNOWN, '"In short: money."', '"In short: money."'),
    Mistake(
        "    - Half of it leaks.",
        "    - ‸Note: half of it leaks.",
        UNKNOWN,
        '"Note: half of it leaks."',
        '    - "Note: half of it leaks."',
    ),
    Mistake(_LAST, "  - ‸Publish: the readings.", UNKNOWN, '"Publish: the readings."', '  - "Publish: the readings."'),
    Mistake("          - One thing", "          - ‸One: thing", UNKNOWN, '"One: thing"', '          - "One: thing"'),
    Mistake(
        _LAST,
        "  - {action: Publish readings, ‸figures, for: all}",
        UNKNOWN,
        "in quotes",
        '  - {action: "Publish readings, figures", for: all}',
    ),
    Mistake("addresses: [leaks]", "addresses: [‸leak]", "content/unknown-finding", "`leaks`", "addresses: [leaks]"),
    Mistake("year.[^1]", "year.[^1]‸[^2]", NOTE, "to `notes`: `2: …`", "year.[^1]"),
]

_REFS = "references:\n  - Author, A. (2025) Counting. Journal of Examples 14."


def _source(wrong: str, code: str, hint: str, right: str, *also: str) -> Mistake:
    """A mistake about a source of the outline, and what it has to be."""

    def written(what: str) -> str:
        sources, cited = what.split("|")
        return f"bibliography:\n  - {sources}\n{_REFS}\nabout: As {cited} says."

    return Mistake(_REFS, written(wrong), code, hint, written(right), also)


SOURCES = [
    _source(
        "{id: un2024, title: Water}|‸[@un2042]",
        "content/unknown-reference",
        "`un2024`",
        "{id: un2024, title: Water}|[@un2024]",
    ),
    _source(
        "{id: un2024, title: Water}|[‸@un2042, p. 4]",
        "content/unknown-reference",
        "`un2024`",
        "{id: un2024, title: Water}|[@un2024, p. 4]",
    ),
    _source("{id: un, title: Water, ‸year: 2024}|[@un]", UNKNOWN, "`issued`", "{id: un, title: Water, issued: 2024}|[@un]"),
    _source("{id: un, title: Water, ‸authors: UN}|[@un]", UNKNOWN, "`author`", "{id: un, title: Water, author: UN}|[@un]"),
    _source(
        "{id: un, title: Water, ‸journal: J}|[@un]",
        UNKNOWN,
        "`container-title`",
        "{id: un, title: Water, container-title: J}|[@un]",
    ),
    _source("{id: un, title: Water, ‸url: x.org}|[@un]", UNKNOWN, "`URL`", "{id: un, title: Water, URL: x.org}|[@un]"),
    _source("{id: un, title: Water, type: ‸reports}|[@un]", VALUE, "`report`", "{id: un, title: Water, type: report}|[@un]"),
    _source(
        "{id: ‸un 2024, title: Water}|[@un2024]",
        VALUE,
        "without spaces",
        "{id: un2024, title: Water}|[@un2024]",
        "content/unknown-reference",
    ),
    _source("‸{title: Water, type: report}|it", MISSING, "`file:`", "{title: Water, type: report, id: un}|it"),
    _source(
        "{id: un, title: Water}\ncitation_style: ‸appa|[@un]",
        "bibliography/unknown-style",
        "`apa`",
        "{id: un, title: Water}\ncitation_style: apa|[@un]",
    ),
]

KEYS = [
    *(
        Mistake(right, "‸" + wrong, UNKNOWN, f"`{right.split(':')[0].strip()}`", right, also)
        for right, wrong, also in (
            ("standfirst: Half", "standfrist: Half", ()),
            ("standfirst: Half", "abstract: Half", ()),
            ("standfirst: Half", "Standfirst: Half", ()),
            ("subtitle: What", "sub-title: What", ()),
            ("subtitle: What", "sub title: What", ()),
            ("subtitle: What", "“subtitle”: What", ()),
            ("references:", "sources:", ()),
            ("summary:", "key messages:", ()),
            ("summary:", "highlights:", ()),
            ("contact: press", "email: press", ()),
            ("publisher:", "organisation:", ()),
            ("language: en", "lang: en", ()),
            ("findings:", "finding:", ("content/unknown-finding",)),
            ("recommendations:", "recomendations:", ()),
            ("notes:", "footnotes:", ()),
            ("sections:", "chapters:", ()),
            ("title: Count", "titre: Count", ()),
            ("recommendations:", "Empfehlungen:", ()),
            ("authors:", "autores:", ()),
            ("language: en", "langue: en", ()),
        )
    ),
    *(
        Mistake(f"{indent}{right}", f"{indent}‸{wrong}", UNKNOWN, f"`{right.split(':')[0]}`", f"{indent}{right}")
        for indent, right, wrong in (
            ("          ", "caption: The basin", "captoin: The basin"),
            ("          ", "caption: The basin", "title: The basin"),
            ("    ", "by: April", "deadline: April"),
            ("    ", "for: the", "who: the"),
            ("    ", "by: April", "when: April"),
            ("  ", "accent: ", "colour: "),
            ("  ", "columns: 2", "column: 2"),
            ("          ", "head: [", "header: ["),
            ("    ", "evidence: Two", "evidance: Two"),
            ("    ", "role: Fellow", "Role: Fellow"),
        )
    ),
    Mistake(
        "references:\n  - Author",
        "bibliography:\n  - ‸Author",
        "bibliography/missing-file",
        "`references`",
        "references:\n  - Author",
    ),
    _text("‸quote: Money matters.", UNKNOWN, "`pull_quote`", "pull_quote: Money matters."),
    _text("‸bullets: [One, Two]", UNKNOWN, "`list`", "list: [One, Two]"),
    _text("‸callout: Money matters.", UNKNOWN, "`box`", "box: Money matters."),
    Mistake('accent: "#0b6e69"', "‸logo: assets/logo.png", UNKNOWN, "below `publisher:`", 'accent: "#0b6e69"'),
    Mistake(
        "publisher:\n  name: Institute of Examples\n  logo: assets/logo.png\n  url: https://example.org",
        "publisher: Institute of Examples\n‸logo: assets/logo.png",
        UNKNOWN,
        '`publisher: {name: "Institute of Examples", logo: "assets/logo.png"}`',
        'publisher: {name: "Institute of Examples", logo: assets/logo.png}',
    ),
    Mistake("authors:\n  - name: A", "‸Authors:\n  - ‸Name: A", UNKNOWN, "did you mean `", "authors:\n  - name: A"),
    _text(
        "chart: {‸type: bar, alt: auto, data: [[a, b], [c, 6]]}",
        UNKNOWN,
        "`kind`",
        "chart: {kind: bar, alt: auto, data: [[a, b], [c, 6]]}",
    ),
    _text(
        "chart: {kind: bar, alt: auto, data: ‸{Kitui: 6}}",
        TYPE,
        "`- [Kitui, 6]`",
        "chart: {kind: bar, alt: auto, data: [[Name, Value], [Kitui, 6]]}",
    ),
    *(
        Mistake(_SUB, f"‸{key}: {value}", UNKNOWN, hint, follow)
        for key, value, hint, follow in (
            ("toc", "true", "`contents`", "contents: true"),
            ("format", "pdf", "leave it out", ""),
            ("short-title", "What meters change", "`short_title`", "short_title: What meters change"),
        )
    ),
    Mistake(_DESIGN, "design:\n  ‸layout: 2\n", UNKNOWN, "write `columns`", "design:\n  columns: 2\n"),
    Mistake(_DESIGN, "design:\n  columns: ‸two columns\n", VALUE, "write 2", "design:\n  columns: 2\n"),
    Mistake(_DESIGN, "design:\n  columns: ‸single\n", VALUE, "write 1", "design:\n  columns: 1\n"),
    Mistake(
        _DESIGN,
        "design:\n  ‸margins: 20mm\n",
        UNKNOWN,
        "write `look: {sheet: {side: 20, head: 22, foot: 22}}`",
        "design:\n  look: {sheet: {side: 20, head: 22, foot: 22}}\n",
    ),
    Mistake(
        _DESIGN,
        "design:\n  look: band\n  ‸line_spacing: 1.5\n",
        UNKNOWN,
        'write `look: {extends: "band", text: {leading: 14}}` in the place of `look` here',
        'design:\n  look: {extends: "band", text: {leading: 14}}\n',
    ),
    Mistake(
        _DESIGN,
        "design:\n  look: {extends: band}\n  ‸margin: 2cm\n",
        UNKNOWN,
        "write `sheet: {side: 20, head: 22, foot: 22}` below `look:`",
        "design:\n  look:\n    extends: band\n    sheet: {side: 20, head: 22, foot: 22}\n",
    ),
    Mistake(
        _DESIGN, "design:\n  ‸orientation: portrait\n  columns: 2\n", UNKNOWN, "leave it out", "design:\n  columns: 2\n"
    ),
    Mistake(
        "contact:",
        "partners: ‸World Bank, UNICEF\ncontact:",
        TYPE,
        '`- {name: "World Bank, UNICEF", logo: …}`',
        "partners:\n  - {name: World Bank, logo: assets/logo.png}\n  - {name: UNICEF, logo: assets/map.png}\ncontact:",
    ),
    Mistake("design:\n", "‸papersize: a4\ndesign:\n", UNKNOWN, "`paper` below `design:`", "design:\n  paper: a4\n"),
    Mistake("design:\n", "‸paper: a4\ndesign:\n", UNKNOWN, "below `design:`", "design:\n  paper: a4\n"),
    Mistake(
        "findings:",
        "‸conclusion: We think so.\nfindings:",
        UNKNOWN,
        "`- heading: Conclusion`",
        "  - heading: Conclusion\n    content:\n      - We think so.\nfindings:",
    ),
    Mistake(_DESIGN, "design: ‸band\n", TYPE, "`design: {look: band}`", "design: {look: band}\n"),
    Mistake(_DESIGN, "design: ‸A4\n", TYPE, "`design: {paper: a4}`", "design: {paper: a4}\n"),
    Mistake(
        "evidence: Two surveys agree.",
        "evidence: ‸[Two surveys, two maps]",
        TYPE,
        '"Two surveys, two maps"',
        'evidence: "Two surveys, two maps"',
    ),
    _text(
        "pull_quote: Money matters.\n        ‸attribution: A farmer",
        UNKNOWN,
        'pull_quote: {text: "Money matters.", attribution: "A farmer"}',
        'pull_quote: {text: "Money matters.", attribution: "A farmer"}',
    ),
    _text("pull_quote: {text: Money, ‸here: true}", UNKNOWN, "a figure, a table and a chart", "pull_quote: {text: Money}"),
    Mistake("          alt: A map of the basin\n", "", MISSING, "write it", "          alt: A map of the basin\n"),
    Mistake(
        "    statement: Half of the water leaks away.\n",
        "",
        MISSING,
        "add `statement:`",
        "    statement: Half of the water leaks away.\n",
    ),
    Mistake(
        "  - heading: Why now\n",
        "  - heading: ‸{text: Why now, id: why}\n",
        TYPE,
        "write `heading: Why now`, and `id`",
        "  - heading: Why now\n    id: why\n",
    ),
    Mistake(
        "  - heading: Why now\n",
        "  - heading: ‸{text: Why now}\n",
        TYPE,
        "write `heading: Why now`",
        "  - heading: Why now\n",
    ),
    Mistake(
        "    - Half of it leaks.",
        "    - ‸figure: {image: assets/map.png, alt: A map}",
        TYPE,
        "`content` of a section",
        "    - Half of it leaks.",
    ),
    Mistake("  1: Ministry", "  ‸- Ministry", TYPE, "`1: The source.`", "  1: Ministry", (NOTE,)),
    Mistake(
        "title: Count every drop", "title: ‸[Count every drop]", TYPE, "`title: Count every drop`", "title: Count every drop"
    ),
    Mistake(
        _FIGURE,
        _FIGURE.replace("          ", "        ").replace("        image", "        ‸image"),
        CONFLICT,
        "two more spaces",
        _FIGURE,
    ),
    Mistake(_SUB, f"{_SUB}\n‸subtitle: Another view", "outline/duplicate-key", "keep one of them", "subtitle: Another view"),
    Mistake("title: Count every drop", "‸title:", EMPTY, "write a text", "title: Count every drop"),
    Mistake(_ITEMS, "          - One thing\n          -‸\n          - Another thing", EMPTY, "remove the item", _ITEMS),
]

PLACES = [
    _text(
        "Money [matters](‸www.example.org).", LINK, "https://www.example.org", "Money [matters](https://www.example.org)."
    ),
    _text("Money [matters](‸example.org/a).", LINK, "https://example.org/a", "Money [matters](https://example.org/a)."),
    _text(
        "Money [matters](‸a.author@example.org).",
        LINK,
        "mailto:a.author@example.org",
        "Money [matters](mailto:a.author@example.org).",
    ),
    _text("Money [matters](‸10.1000/xyz123).", LINK, "doi:10.1000/xyz123", "Money [matters](doi:10.1000/xyz123)."),
    _text(
        "Money [matters](‸0000-0002-1825-0097).",
        LINK,
        "https://orcid.org/0000",
        "Money [matters](https://orcid.org/0000-0002-1825-0097).",
    ),
    _text("Money [matters](‸+442079460000).", LINK, "tel:+442079460000", "Money [matters](tel:+442079460000)."),
    _text("Money [matters](‸//example.org).", LINK, "https://example.org", "Money [matters](https://example.org)."),
    _text("Money [matters](‸file:///a.pdf).", LINK, "use one of http", "Money [matters](https://example.org/a.pdf)."),
    _text("Money [matters](‸https:example.org).", LINK, "https://example.org", "Money [matters](https://example.org)."),
    _text(
        "Money [‸here](https://example.org)",
        "content/vague-link",
        "the name of what is there",
        "Money [of Examples, here](https://example.org)",
    ),
    _text(
        "chart: {kind: ‸pie, alt: auto, data: [[a, b], [c, 1]]}",
        VALUE,
        "`kind: bar`",
        "chart: {kind: bar, alt: auto, data: [[a, b], [c, 1]]}",
    ),
    _text(
        "chart: {kind: ‸map, alt: auto, data: [[a, b], [c, 1]]}",
        VALUE,
        "`kind: bar`",
        "chart: {kind: bar, alt: auto, data: [[a, b], [c, 1]]}",
    ),
    _text(
        "chart: {kind: column, alt: auto, from: ‸5, data: [[a, b], [c, 6]]}",
        "chart/cut-axis",
        "`cut: true`",
        "chart: {kind: column, alt: auto, from: 5, cut: true, data: [[a, b], [c, 6]]}",
    ),
    _text(
        "chart: {kind: bar, alt: auto, highlight: ‸Farm, data: [[a, b], [Farms, 6]]}",
        "chart/no-such-name",
        "did you mean `Farms`?",
        "chart: {kind: bar, alt: auto, highlight: Farms, data: [[a, b], [Farms, 6]]}",
    ),
    _text(
        "chart: ‸{kind: bar, data: [[a, b], [c, 6]]}",
        MISSING,
        "add `alt: auto`",
        "chart: {kind: bar, alt: auto, data: [[a, b], [c, 6]]}",
    ),
    _text(
        "chart: {kind: bar, alt: auto, data: [[a, b], [c, ‸many], [d, 2]]}",
        "chart/not-a-number",
        "leave the cell empty",
        "chart: {kind: bar, alt: auto, data: [[a, b], [c, ''], [d, 2]]}",
    ),
    _text(
        "chart: {kind: waffle, alt: auto, data: ‸[[a, b], [c, 60], [d, 35]]}",
        "chart/not-100",
        "`note:`",
        "chart: {kind: waffle, alt: auto, data: [[a, b], [c, 60], [d, 35]], note: Without the rest.}",
    ),
    _text(
        "‸graph: {kind: bar, alt: auto, data: [[a, b], [c, 6]]}",
        UNKNOWN,
        "`chart`",
        "chart: {kind: bar, alt: auto, data: [[a, b], [c, 6]]}",
    ),
    Mistake("image: assets/map.png", "image: ‸assets/mpa.png", IMAGE, "`assets/map.png`", "image: assets/map.png"),
    Mistake("image: assets/map.png", "image: ‸assets/map.jpg", IMAGE, "`assets/map.png`", "image: assets/map.png"),
    Mistake("logo: assets/logo.png", "logo: ‸asets/logo.png", IMAGE, "`assets/logo.png`", "logo: assets/logo.png"),
    Mistake("image: assets/map.png", "image: ‸C:\\Users\\me\\map.png", OUTSIDE, "`assets/map.png`", "image: assets/map.png"),
    Mistake("image: assets/map.png", "image: ‸Assets/Map.PNG", IMAGE, "`assets/map.png`", "image: assets/map.png"),
    Mistake("image: assets/map.png", "image: ‸~/Pictures/map.png", IMAGE, "`assets/map.png`", "image: assets/map.png"),
    Mistake(
        "image: assets/map.png", "image: ‸/home/me/chart.png", OUTSIDE, "such as assets/map.png", "image: assets/map.png"
    ),
    Mistake(
        "image: assets/map.png", "image: ‸charts/costs.png", IMAGE, "copy the file into `charts`", "image: assets/map.png"
    ),
    Mistake("image: assets/map.png", "image: ‸../map.png", OUTSIDE, "into the outline's folder", "image: assets/map.png"),
    Mistake(
        "image: assets/map.png",
        "image: ‸https://example.org/map.png",
        "content/remote-file",
        "save the file",
        "image: assets/map.png",
    ),
    Mistake(
        "title: Count every drop\n",
        'title: Count every drop‸"\n',
        "outline/stray-quote",
        "remove it",
        "title: Count every drop\n",
    ),
    Mistake(
        "    - Half of it leaks.", '    - Half of it leaks.‸"', "outline/stray-quote", "remove it", "    - Half of it leaks."
    ),
    _text(
        "figure: assets/map.png\n        ‸caption: The basin",
        UNKNOWN,
        'write `figure: {image: "assets/map.png", caption: "The basin"}`',
        "figure: {image: assets/map.png, caption: The basin, decorative: true}",
        (TYPE,),
    ),
    _text("‸map: assets/map.png", UNKNOWN, "write `figure: {image:", "figure: {image: assets/map.png, alt: A map}"),
    Mistake(
        "publisher:\n  name: Institute",
        "publisher:\n‸- name: Institute",
        TYPE,
        "a space in the place of the dash",
        "publisher:\n  name: Institute",
    ),
    Mistake('accent: "#0b6e69"', "‸font: Anton", UNKNOWN, "typefaces", "typefaces: {body: Anton, display: Anton}", (TYPE,)),
    Mistake("date: 2026-11-22", "date: ‸11/2026", VALUE, "write 2026-11", "date: 2026-11"),
    Mistake(
        _ROWS,
        "            - ‸2025; 2.7\n            - ‸2026; 2.8",
        TYPE,
        "`- [202",
        _ROWS,
    ),
    _text(
        "See [our data](‸assets/data.xlsx).",
        LINK,
        "leads to no file",
        "See [our data](https://example.org/data.xlsx).",
    ),
    Mistake(
        "  - Author, A. (2025) Counting. Journal of Examples 14.",
        "  - ‸refs.bib",
        VALUE,
        "`bibliography: refs.bib`",
        "  - Author.",
    ),
    Mistake(
        "    content:\n      - The cost grows each year.",
        "    content: The cost grows each year.\n    ‸- It falls.",
        YAML,
        "in a new line, with a dash",
        "    content:\n      - The cost grows each year.\n      - It falls.",
    ),
    Mistake(
        "  - action: Publish the readings.",
        "‸recommendations:\n  - action: Publish the readings.",
        "outline/duplicate-key",
        "put the items of both below it",
        "  - action: Publish the readings.",
    ),
    _text("list: [One thing, ‸- Another thing]", YAML, "leave out the dash", "list: [One thing, Another thing]"),
    _text("list: [‸- One thing, - Another thing]", YAML, "leave out the dash", "list: [One thing, Another thing]"),
    Mistake(
        "      - list:\n" + _ITEMS,
        "      - list: ‸- One thing\n          - Another thing",
        YAML,
        "new line before the dash, and indent it by 10 spaces",
        "      - list:\n" + _ITEMS,
    ),
    Mistake(
        "authors:\n  - name: A. Author",
        "authors: ‸- name: A. Author",
        YAML,
        "new line before the dash, and indent it by 2 spaces",
        "authors:\n  - name: A. Author",
    ),
    Mistake(_STAND, "disclaimer: ‸- Our own views.", YAML, "has to stand in quotes", 'disclaimer: "- Our own views."'),
    Mistake("head: [Year, Cost]", "head: ‸Year; Cost", VALUE, "in brackets: [Year, Cost]", "head: [Year, Cost]"),
    Mistake("head: [Year, Cost]", "head: ‸'Year | Cost'", VALUE, "in brackets: [Year, Cost]", "head: [Year, Cost]"),
    Mistake(_STAND, "citation: ‸auto", VALUE, "write `citation_style: apa`", "citation_style: apa"),
    Mistake(
        _STAND,
        "citation_style: apa\ncitation: ‸auto",
        VALUE,
        "remove the key `citation`",
        "citation_style: apa",
    ),
    _text("See ‸[@basin] here.", "content/unknown-reference", "`id: basin`", "See \\[@basin] here."),
]

MISTAKES = [*YAML_ERRORS, *FIRST_TRIES, *PASTED, *VALUES, *SOURCES, *KEYS, *PLACES]
