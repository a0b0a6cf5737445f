"""Outlines with slips that people and programs make: lines lost, doubled, moved, indented, values gone, stray marks.

Comes: a seed and a number. Goes: as many texts, the same ones for the same seed. Most are no outlines any more.
"""

from collections.abc import Iterator
from random import Random

SEED_OUTLINE = """\
title: "Count *every* drop[^1]"
subtitle: What meters change
series: Policy brief
number: 7
date: 2026-11-22
language: en-GB
keywords: [water, meters]
publisher: {name: Institute of Examples, url: "https://example.org", address: 1 Example Street}
authors:
  - {name: A. Author, role: Fellow, email: author@example.org}
  - B. Writer
standfirst: A standfirst with a [link](https://example.org/a).
summary:
  heading: At a glance
  points:
    - Half of the water never reaches a tap.
    - Meters pay for themselves.
sections:
  - heading: Why now
    content:
      - A paragraph with "quotes", a note[^1] and **strong** words that is long enough to run over several lines.
      - heading: A second level
      - pull_quote: {text: A sentence that deserves to be large., attribution: The minister}
      - list:
          - One thing
          - {text: Two things, numbered: [the first, the second]}
      - numbered: [One, Two]
      - findings
  - content:
      - stats:
          - {value: 48 %, label: of the water leaks away}
          - value: "12"
            label: wells
      - table:
          head: ["", Year, Wells]
          rows:
            - [North, 2024, 1.5]
            - [South, 2025, "12"]
          align: [left, left, decimal]
          caption: Wells
          width: page
      - box:
          heading: A case
          content:
            - Text in a tinted box.
            - list: [One, Two]
      - figure: {qr: "https://example.org/b", caption: More}
findings:
  - {id: leaks, statement: Half of the water leaks away., evidence: Two surveys., confidence: high}
  - Meters are rare.
recommendations:
  - action: Mend the pipes.
    for: the water authority
    by: within 12 months
    addresses: [leaks]
    rationale: It is cheap.
  - Count.
notes: {1: "A note, https://example.org/n."}
references: [A source., Another.]
about: About the institute.
contact: Write to us.
design:
  columns: 2
  accent: "#1c5a8a"
  justify: false
"""
BITS = (
    *("\t", ":", "- ", "\n", "  ", "{", "}", "[", "]", '"', "'", "*", "**", "&a ", "*a", "!!str ", "|", ">", "#", "%", "`"),
    *("\\", "](", "[^9]", "@x", "null", "~", "1e9", "0x1F", "—", "é", "n̈", "字", "ש", "٣", "\u00a0", "\u00ad", "\u200f"),
    *("pages: 4", "columns: 1", "width: page", "duplex: true", "x" * 300),
)
MOST_LINES = 30  # that one slip doubles


def mutants(seed: int, count: int) -> Iterator[str]:
    """`count` texts made of the outline above by one slip to twelve each."""
    chance = Random(seed)
    for _ in range(count):
        lines = SEED_OUTLINE.split("\n")
        for _ in range(chance.choice((1, 1, 2, 3, 6, 12))):
            chance.choice(SLIPS)(chance, lines)
        yield "\n".join(lines)


def _lose(chance: Random, lines: list[str]) -> None:
    if len(lines) > 1:
        del lines[chance.randrange(len(lines))]


def _double(chance: Random, lines: list[str]) -> None:
    lines.insert(chance.randrange(len(lines)), chance.choice(lines))


def _double_many(chance: Random, lines: list[str]) -> None:
    start = chance.randrange(len(lines))
    place = chance.randrange(len(lines))
    lines[place:place] = lines[start : start + chance.randrange(MOST_LINES)]


def _swap(chance: Random, lines: list[str]) -> None:
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    lines[one], lines[other] = lines[other], lines[one]


def _indent(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines[at] = "  " + lines[at]


def _dedent(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at].removeprefix("  ")


def _strip_keys(chance: Random, lines: list[str]) -> None:
    """A mapping becomes a plain text, as when people list what needs keys."""
    at = chance.randrange(len(lines))
    head, dash, rest = lines[at].partition("- ")
    lines[at] = head + dash + rest.strip("{}").rpartition(": ")[2]


def _drop_character(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    cut = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:cut] + lines[at][cut + 1 :]


def _insert(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    cut = chance.randrange(len(lines[at]) + 1)
    lines[at] = lines[at][:cut] + chance.choice(BITS) + lines[at][cut:]


def _change_value(chance: Random, lines: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines[at] = lines[at].replace(": ", ": " + chance.choice(BITS), 1)


SLIPS = (
    _lose, _double, _double_many, _swap, _indent, _dedent, _strip_keys, _drop_character, _insert, _change_value,
)  # fmt: skip
