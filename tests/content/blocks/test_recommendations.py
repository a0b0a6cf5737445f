"""Recommendations: the table that lists them, and groups by their priority."""

from support.composed import Desk

from briefgen.content.brief import Heading, Recommendations, Table

ADVICE = """title: T
notes: {1: Note.}
recommendations_grouped: true
recommendations:
  - {action: "Mend.[^1]", for: All, by: 2027, priority: High}
  - {action: Count., priority: Medium}
  - Wait.
  - {action: Publish., priority: high}
"""


def test_groups_stand_in_the_order_in_which_priorities_appear(desk: Desk) -> None:
    done = desk.compose(ADVICE)
    (section,) = done.brief.sections
    found = [
        block.text.plain if isinstance(block, Heading) else [item.number for item in block.items]
        for block in section.blocks
        if isinstance(block, Heading | Recommendations)
    ]
    assert found == ["Priority: High", [1, 4], "Priority: Medium", [2], [3]]
    # the heading says it
    assert "Priority" not in {text.plain for text in done.texts()}


def test_a_table_lists_them_on_request_and_from_nine_on(desk: Desk) -> None:
    assert not desk.compose(ADVICE).elements(Table)
    (made,) = desk.compose(ADVICE + "recommendations_overview: true\n").elements(Table)
    rows = [[cell.plain for cell in row] for row in (made.head, *made.rows)]
    assert rows == [
        ["", "", "For", "By when"],
        ["1", "Mend.", "All", "2027"],
        ["4", "Publish.", "", ""],
        ["2", "Count.", "", ""],
        ["3", "Wait.", "", ""],
    ]
    assert made.rows[1][0].spans[0].target == "recommendation-4"
    for count, listed in ((8, 0), (9, 1)):
        many = "title: T\nrecommendations:\n" + "  - Do it.\n" * count
        assert len(desk.compose(many).elements(Table)) == listed
    assert not desk.compose(many + "recommendations_overview: false\n").elements(Table)


def test_no_white_is_left_where_a_mark_stood(desk: Desk) -> None:
    text = 'title: T\nnotes: {1: N.}\nrecommendations_overview: true\nrecommendations: ["Mend.\\n\\n[^1]"]\n'
    (made,) = desk.compose(text).elements(Table)
    assert [cell.plain for cell in made.rows[0]] == ["1", "Mend."]
