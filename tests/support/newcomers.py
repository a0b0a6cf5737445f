"""Mistakes of people who have never seen an outline: in the form of `mistakes`, of the same sound outline."""

from support.mistakes import CONFLICT, TYPE, UNKNOWN, VALUE, YAML, Mistake, _text

_AUTHORS = "authors:\n  - name: A. Author\n    role: Fellow\n  - name: B. Writer\n    role: Director\n"
_PUBLISHER = "publisher:\n  name: Institute of Examples\n  logo: assets/logo.png\n  url: https://example.org\n"
_ROWS = "          rows:\n            - [2025, 2.7]\n            - [2026, 2.8]\n"
_TABLE = "      - table:\n          caption: Cost\n          head: [Year, Cost]\n          align: [left, decimal]\n" + _ROWS
_SMALL = "      - table:\n          head: [Year, Cost]\n          rows: [[2025, 2.7], [2026, 2.8]]\n"
_MONEY = "      - Money matters for the farms."
_FIGURE = (
    "      - figure:\n          image: assets/map.png\n          alt: A map of the basin\n          caption: The basin\n"
)

TABLES = [
    *(
        Mistake(
            _TABLE, f"      - table:{typed}", TYPE, "`head: [Year, Cost]`, and below it `rows: [[2025, 2.7], [2026", _SMALL
        )
        for typed in (
            " ‸|\n          Year\tCost\n          2025\t2.7\n          2026\t2.8\n",
            "\n          ‸Year\tCost\n          2025\t2.7\n          2026\t2.8\n",
            " ‸[[Year, Cost], [2025, 2.7], [2026, 2.8]]\n",
        )
    ),
    *(
        Mistake(_ROWS, typed, TYPE, "for each row: `- [2025, 2.7]`, `- [2026, 2.8]`", _ROWS)
        for typed in (
            "          rows:\n            ‸2025\t2.7\n            2026\t2.8\n",
            "          rows: ‸|\n            2025\t2.7\n            2026\t2.8\n",
            "          rows: ‸|\n            2025; 2.7\n            2026; 2.8\n",
            "          rows:\n            ‸2025: 2.7\n            2026: 2.8\n",
        )
    ),
    *(
        Mistake("            - [2025, 2.7]", f"            - ‸{typed}", TYPE, "`- [2025, 2.7]`", "            - [2025, 2.7]")
        for typed in ("2025  2.7", "2025\t2.7", "2025, 2.7", "(2025, 2.7)", "2025: 2.7", "{Year: 2025, Cost: 2.7}")
    ),
    *(
        Mistake(
            _MONEY,
            typed,
            "outline/list-in-text",
            "`- table: {head: [Year, Cost], rows: [[2025, 2.7], [2026, 2.8]]}`",
            "      - table: {head: [Year, Cost], rows: [[2025, 2.7], [2026, 2.8]]}",
        )
        for typed in (
            "      - ‸|\n        Year\tCost\n        2025\t2.7\n        2026\t2.8",
            "      - ‸Year\tCost\n        2025\t2.7\n        2026\t2.8",
            "      - ‸Year\tCost\n      - 2025\t2.7\n      - 2026\t2.8",
        )
    ),
    Mistake("[2026, 2.8]", "‸[2026, 2,8]", VALUE, '"2,8"', '[2026, "2,8"]'),
    Mistake("[2026, 2.8]", "[2026, ‸- 2.8]", YAML, "right before its number, without a space: -2.8", "[2026, -2.8]"),
    Mistake("[2026, 2.8]", "[2026, ‸?]", TYPE, 'in quotes: "?"', '[2026, "?"]'),
    Mistake("[2026, 2.8]", "[‸Total: all, 2.8]", UNKNOWN, '"Total: all"', '["Total: all", 2.8]'),
    Mistake("[2026, 2.8]", "[‸, 2.8]", YAML, '"" for nothing', '["", 2.8]'),
    Mistake(
        "            - [2025, 2.7]\n            - [2026, 2.8]",
        "            - [‸'25, 2.7]\n            - [‸'26, 2.8]",
        YAML,
        "quotes: \"'2",
        '            - ["\'25", 2.7]\n            - ["\'26", 2.8]',
    ),
    Mistake(
        "          rows:\n            - [2025, 2.7]\n            - [2026, 2.8]",
        "          ‸- [2025, 2.7]\n          - [2026, 2.8]",
        YAML,
        "write its key, `rows:`",
        "          rows:\n            - [2025, 2.7]\n            - [2026, 2.8]",
    ),
]

STRUCTURE = [
    Mistake(
        _PUBLISHER,
        "‸publisher: Institute of Examples\n  logo: assets/logo.png\n  url: https://example.org\n",
        YAML,
        "`name: Institute of Examples` in a line of its own below `publisher:`",
        _PUBLISHER,
    ),
    Mistake(
        _AUTHORS,
        "‸authors: Ann Lee\n  role: Fellow\n",
        YAML,
        "`- name: Ann Lee` in a line of its own below `authors:`, and `role:` below `name:`",
        "authors:\n  - name: Ann Lee\n    role: Fellow\n",
    ),
    Mistake("  - heading: Why now", "  - ‸Why now", YAML, "`heading:` before the text", "  - heading: Why now"),
    Mistake("  - heading: Why now", "  - ‸Why now:", UNKNOWN, "write `heading: Why now`", "  - heading: Why now"),
    Mistake("  - name: A. Author", "  - ‸A. Author:", UNKNOWN, "write `name: A. Author`", "  - name: A. Author"),
    Mistake("  - action: Mend the pipes.", "  - ‸Mend them:", UNKNOWN, "write `action: Mend them`", "  - action: Mend them"),
    Mistake(
        "    content:\n      - The cost grows each year.\n",
        "      ‸- The cost grows each year.\n",
        YAML,
        "write `content:` in a line of its own above",
        "    content:\n      - The cost grows each year.\n",
    ),
    Mistake(
        f"    content:\n      - The cost grows each year.\n{_TABLE}",
        "      ‸- The cost grows each year.\n      - It falls.\n",
        "outline/list-in-text",
        "write `content:` in a line of its own above",
        "    content:\n      - The cost grows each year.\n      - It falls.\n",
    ),
    Mistake(
        _FIGURE,
        "      - figure:\n      - ‸image: assets/map.png\n      - alt: A map of the basin\n",
        CONFLICT,
        "write four spaces in the place of the dash and the space before `image:`, `alt:`",
        "      - figure:\n          image: assets/map.png\n          alt: A map of the basin\n",
    ),
    Mistake(
        _FIGURE,
        "      - figure:\n          ‸- image: assets/map.png\n          - alt: A map of the basin\n",
        TYPE,
        "a space in the place of each dash",
        "      - figure:\n            image: assets/map.png\n            alt: A map of the basin\n",
    ),
    Mistake(
        "findings:\n",
        "  - ‸recommendations:\n      - action: Mend.\nfindings:\n",
        UNKNOWN,
        "begin it in column 1, without a dash",
        "findings:\n",
    ),
    Mistake("  url: https://example.org", "  ‸keywords: water", UNKNOWN, "begin it in column 1", "keywords: [water]"),
    Mistake("design:\n", "‸publisher.name: A\ndesign:\n", UNKNOWN, "write `name:` below `publisher:`", "design:\n"),
    Mistake(
        "  columns: 2\n",
        "  ‸font_size: 11\n",
        UNKNOWN,
        "write `look: {text: {size: 11}}`",
        "  look: {text: {size: 11}}\n",
    ),
]

SIGNS = [
    *(
        Mistake("    role: Fellow", f"    ‸role{sign}Fellow", YAML, "write `role: …`", "    role: Fellow")
        for sign in ("：", "; ", " – ", " - ", " => ")
    ),
    *(
        Mistake("subtitle: What", f"‸{key}: What", YAML, "write `subtitle: …`", "subtitle: What")
        for key in ("**subtitle**", "*subtitle*")
    ),
    Mistake("subtitle: What", "‸subtitle\u00a0: What", UNKNOWN, "write `subtitle`", "subtitle: What"),
    Mistake("subtitle: What", "‸“subtitle”: What", UNKNOWN, "write `subtitle`", "subtitle: What"),
    Mistake(
        _MONEY,
        "      ‸- [ ] Money\n      - [x] Farms",
        YAML,
        '- checklist: ["Money", "Farms"]',
        '      - checklist: ["Money", "Farms"]',
    ),
    _text("‸> Money matters.", YAML, '`- pull_quote: "Money matters."`', 'pull_quote: "Money matters."'),
    Mistake(
        _MONEY,
        "      ‸> Money matters\n      > for farms.",
        YAML,
        '`- pull_quote: "Money matters for farms."`',
        "      - Money matters for farms.",
    ),
    *(
        Mistake(_MONEY, f"{_MONEY}\n      ‸{rule}", YAML, "leave the line out", _MONEY)
        for rule in ("---", "***", "___", "* * *")
    ),
    Mistake(_MONEY, f"      ‸```\n{_MONEY}\n      ‸```", YAML, "leave the line out", _MONEY),
    *(
        Mistake(_MONEY, f"      ‸{sign} Money matters for the farms.", YAML, f"in the place of `{sign}`", _MONEY)
        for sign in "→➢✓■"
    ),
]

VALUES = [
    *(
        Mistake(
            "          caption: The basin\n",
            f"          width: ‸{width}\n",
            VALUE,
            f"write {right}",
            f"          width: {right}\n",
        )
        for width, right in (("full", "page"), ("100%", "page"), ("50%", "half"))
    ),
    Mistake(
        "subtitle: What meters change",
        "subtitle: {{rate}} ‸> 5",
        YAML,
        '"{{rate}} > 5"',
        "subtitle: More than 5",
        ("editions/no-data",),
    ),
]

NEWCOMERS = [*VALUES, *TABLES, *STRUCTURE, *SIGNS]
