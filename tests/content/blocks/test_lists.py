"""Lists whose labels are words or boxes; headings of the third level; numbers of sections."""

from support.composed import Desk

from briefgen.content.brief import Heading, List

TOLD = """title: T
sections:
  - content:
      - checklist: [One, Two]
      - definitions: [{term: Return flow, text: What comes back.}]
      - timeline: [{date: March 2019, text: Closed.}, {date: "2021", text: Metered.}]
"""


def test_labels_are_the_words_of_the_outline_or_boxes(desk: Desk) -> None:
    done = desk.compose(TOLD)
    assert not done.said
    found = [(made.numbering, [(item.label.plain, item.text.plain) for item in made.items]) for made in done.elements(List)]
    assert found == [
        ("Square", [("", "One"), ("", "Two")]),
        ("None", [("Return flow", "What comes back.")]),
        ("None", [("March 2019", "Closed."), ("2021", "Metered.")]),
    ]


DEEP = """title: T
design: {section_numbers: true}
sections:
  - heading: First
    content:
      - heading: {text: Deep without a part, level: 3}
      - heading: A part
      - heading: {text: Deep, level: 3, run_in: true}
      - box: {heading: Boxed, content: [{heading: In it}]}
  - content: [{heading: Of no section}]
  - heading: Second
    content: [{heading: A part}]
findings: [One.]
"""


def test_no_level_of_headings_is_skipped(desk: Desk) -> None:
    found = [(made.text.role, made.level, made.run_in) for made in desk.compose(DEEP).elements(Heading)]
    assert found[:4] == [("H2", 1, False), ("H3", 3, False), ("H3", 2, False), ("H4", 3, True)]


def test_sections_and_their_parts_have_numbers_where_asked_for(desk: Desk) -> None:
    def headings(outline: str) -> list[str]:
        return [made.text.plain.replace("\u2002", " ") for made in desk.compose(outline).elements(Heading)]

    plain = ["First", "Deep without a part", "A part", "Deep", "In it", "Of no section", "Second", "A part", "Findings"]
    assert headings(DEEP.replace("true}\nsections", "false}\nsections")) == plain
    numbers = {0: "1 ", 2: "1.1 ", 6: "2 ", 7: "2.1 ", 8: "3 "}
    assert headings(DEEP) == [numbers.get(place, "") + words for place, words in enumerate(plain)]
