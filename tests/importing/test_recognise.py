"""Parts of a brief are told by their headings, in every language that briefgen has words in; the rest stays where it is."""

from collections.abc import Callable
from typing import Any

import pytest
import yaml

from briefgen.content.words import TABLES, words_of
from briefgen.importing.intake import Imported
from briefgen.importing.phrases import HEADINGS
from briefgen.importing.roles import role

Import = Callable[[str, bytes | str], Imported]


def outline(made: Imported) -> Any:
    return yaml.load(made.text, yaml.CBaseLoader)


@pytest.mark.parametrize("language", sorted(["en", "en-US", *TABLES]))
def test_what_briefgen_prints_itself_is_told(language: str) -> None:
    words = words_of(language)
    assert role(words.recommendations.upper()) == "recommendations"
    assert role(f"3. {words.references}:") in {"references", "findings"}
    assert role(words.summary) == "summary"
    assert role(words.contact) == "contact"


@pytest.mark.parametrize("language", ["en", "es", "fr", "de", "it", "pt"])
def test_every_part_has_words_in_every_language_of_briefgen(language: str) -> None:
    assert all(language in HEADINGS[kind] for kind in HEADINGS)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Key messages", "summary"),
        ("2.1 Policy recommendations", "recommendations"),
        ("Recommendations for donors", "recommendations"),
        ("About the Authors", "about"),
        ("Über die Autorinnen", "about"),
        ("Überblick", "summary"),
        ("Wie wir rechnen", ""),
        ("Authority and power", ""),
        ("Summary of all that was said by all of us in the long years before", ""),
        ("", ""),
    ],
)
def test_headings(heading: str, kind: str) -> None:
    assert role(heading) == kind


def test_recommendations_by_list_with_who_and_when(imported: Import) -> None:
    text = "# T\n\n## Recommendations\n\nLead.\n\n- The ministry should act by the end of 2027.\n- Mend it.\n\nTail."
    made = outline(imported("a.md", text))
    assert made["recommendations"][0] == {
        "action": "The ministry should act by the end of 2027.",
        "for": "The ministry",
        "by": "the end of 2027",
    }
    assert made["recommendations"][1] == {"action": "Mend it."}
    assert made["sections"] == [{"heading": "Recommendations", "content": ["Lead.", "recommendations", "Tail."]}]


@pytest.mark.parametrize(
    ("language", "sentence", "whom", "when"),
    [
        ("es", "El ministerio debe publicar los datos antes de 2027.", "El ministerio", "antes de 2027"),
        ("fr", "Le ministère doit publier les données avant 2027.", "Le ministère", "avant 2027"),
        ("de", "Das Ministerium soll die Daten bis Ende 2027 vorlegen.", "Das Ministerium", "bis Ende 2027"),
        ("it", "Il ministero deve pubblicare i dati entro 2027.", "Il ministero", "entro 2027"),
        ("pt", "O ministério deve publicar os dados até 2027.", "O ministério", "até 2027"),
        ("en", "It is clear, however, that everybody should know.", None, None),
        ("en", "Meters should be read monthly within 12 months.", "Meters", "within 12 months"),
    ],
)
def test_who_and_when(imported: Import, language: str, sentence: str, whom: str | None, when: str | None) -> None:
    text = f"---\nlang: {language}\ntitle: T\n---\n\n# Recommendations\n\n- {sentence}\n- Another."
    text = text.replace("# Recommendations", f"# {words_of(language).recommendations}")
    made = outline(imported("a.md", text))["recommendations"][0]
    assert (made["action"], made.get("for"), made.get("by")) == (sentence, whom, when)


def test_recommendations_by_whom_they_are_made_to(imported: Import) -> None:
    text = "# T\n\n## Recommendations\n\n### For the ministry\n\n- One.\n- Two.\n\n### To donors:\n\n- Three."
    made = outline(imported("a.md", text))["recommendations"]
    assert [(item["action"], item["for"]) for item in made] == [
        ("One.", "the ministry"),
        ("Two.", "the ministry"),
        ("Three.", "donors"),
    ]


def test_recommendations_by_bold_leads_and_by_headings(imported: Import) -> None:
    leads = "# T\n\n## Next steps\n\n**Mend pipes.** They leak.\n\n**Read meters.** Nobody does."
    assert outline(imported("a.md", leads))["recommendations"] == [
        {"action": "Mend pipes.", "rationale": "They leak."},
        {"action": "Read meters.", "rationale": "Nobody does."},
    ]
    headings = "# T\n\n## Next steps\n\n### 1. Mend pipes\n\nThey leak.\n\n### 2. Read meters\n\nNobody does."
    assert outline(imported("b.md", headings))["recommendations"] == [
        {"action": "Mend pipes", "rationale": "They leak."},
        {"action": "Read meters", "rationale": "Nobody does."},
    ]


def test_a_long_summary_and_a_repeated_one_stay_sections(imported: Import) -> None:
    long = f"# T\n\n## Summary\n\n{'word ' * 400}\n\n## Why\n\ntext"
    made = imported("a.md", long)
    assert "summary:" not in made.text
    assert "too long for the box" in made.text
    twice = "# T\n\n## Key findings\n\n- One\n\n## Why\n\ntext\n\n## Key findings\n\n- Two"
    assert "summary" not in outline(imported("b.md", twice))


def test_of_a_summary_in_prose_and_key_messages_the_list_goes_into_the_box(imported: Import) -> None:
    text = "# T\n\n## Executive summary\n\nProse.\n\n## Key messages\n\n- One\n- Two\n\n## Why\n\ntext"
    made = outline(imported("a.md", text))
    assert made["summary"] == {"heading": "Key messages", "points": ["One", "Two"]}
    assert made["sections"][0] == {"heading": "Executive summary", "content": ["Prose."]}


def test_what_a_part_cannot_hold_is_in_the_last_section(imported: Import) -> None:
    text = "# T\n\n## Why\n\ntext\n\n## References\n\nA book.\n\n| a | b |\n|---|---|\n| c | d |"
    made = imported("a.md", text)
    assert outline(made)["references"] == ["A book."]
    assert outline(made)["sections"][-1]["content"] == [{"table": {"head": ["a", "b"], "rows": [["c", "d"]]}}]
    assert "import/unplaced" in {problem.code for problem in made.problems}


def test_levels_are_counted_from_the_highest_that_there_is(imported: Import) -> None:
    text = "# T\n\n### A\n\ntext\n\n##### B\n\ntext\n\n###### C\n\ntext"
    made = outline(imported("a.md", text))["sections"]
    assert made == [{"heading": "A", "content": ["text", {"heading": "B"}, "text", "**C**", "text"]}]


def test_the_title_of_a_memo_is_what_it_is_about(imported: Import) -> None:
    text = "City Council\n\nTo: The Mayor\n\nFrom: A. Author\n\nRe: Mend the pipes\n\nA text."
    made = outline(imported("a.txt", text))
    assert made["title"] == "Mend the pipes"
    assert made["sections"][0]["content"] == ["City Council", "To: The Mayor", "From: A. Author", "A text."]


def test_items_of_an_interrupted_numbered_list_are_headings(imported: Import) -> None:
    text = "# T\n\n1. First thing\n\nA text behind it.\n\n2. Second thing\n\nMore text."
    made = outline(imported("a.md", text))["sections"]
    assert [section["heading"] for section in made] == ["1. First thing", "2. Second thing"]


def test_captions_and_credits_go_with_what_they_belong_to(imported: Import) -> None:
    png = "data:image/png;base64,iVBORw0KGgo="
    text = f"""# T\n\nTable 1: Wells\n\n| a | b |\n|---|---|\n| c | d |\n\nSource: The register\n
![Map]({png})\n\nFigure 1. The basin\n\nSource: A. Author\n\nPhoto: B. Author\n\ntext"""
    table, figure, last = outline(imported("a.md", text))["sections"][0]["content"]
    assert (table["table"]["caption"], table["table"]["source"]) == ("Table 1: Wells", "Source: The register")
    said = [figure["figure"][key] for key in ("caption", "source", "credit")]
    assert said == ["Figure 1. The basin", "Source: A. Author", "Photo: B. Author"]
    assert last == "text"


@pytest.mark.parametrize("sign", ["•", "–", "*"])
def test_typed_lists_are_lists(imported: Import, sign: str) -> None:
    made = outline(imported("a.txt", f"Title\n\nLead.\n\n{sign} One\n{sign} Two\n\n1) First\n2) Second\n\n3.5 is no item."))
    content = made["sections"][0]["content"]
    assert content == ["Lead.", {"list": ["One", "Two"]}, {"numbered": ["First", "Second"]}, "3.5 is no item."]


def test_bold_lines_are_headings_where_there_are_no_others(imported: Import) -> None:
    body = "word " * 25
    lines = [
        "# T",
        "**On the cover**",
        "**Summary**",
        "- One",
        "**Why now**",
        body,
        "**What follows:**",
        "**No heading.**",
        "text",
    ]
    text = "\n\n".join(lines)
    made = outline(imported("a.md", text))
    assert made["summary"] == {"heading": "Summary", "points": ["One"]}
    assert [section.get("heading") for section in made["sections"]] == [None, "Why now", "What follows"]
    assert made["sections"][2]["content"] == ["**No heading.**", "text"]


@pytest.mark.parametrize(("words", "key"), [(30, "standfirst"), (200, "sections")])
def test_a_short_abstract_is_the_standfirst(imported: Import, words: int, key: str) -> None:
    made = outline(imported("a.md", f"---\ntitle: T\nabstract: {'word ' * words}\n---\n\n# Why\n\ntext"))
    assert "word word" in str(made[key])


def test_a_list_that_goes_on_keeps_its_numbers(imported: Import) -> None:
    text = "# T\n\n1. One.\n2. Two.\n\nA text between them.\n\n3. Three.\n   - below\n4. Four."
    content = outline(imported("a.md", text))["sections"][0]["content"]
    assert content == [
        {"numbered": ["One.", "Two."]},
        "A text between them.",
        "3. Three.",
        {"list": ["below"]},
        "4. Four.",
    ]


def test_options_are_text_where_another_heading_names_recommendations(imported: Import) -> None:
    options = "# T\n\n## Policy options\n\n### Do nothing\n\nIt leaks.\n\n### Mend\n\nIt costs."
    assert [each["action"] for each in outline(imported("a.md", options))["recommendations"]] == ["Do nothing", "Mend"]
    made = outline(imported("b.md", f"{options}\n\n## 3. Recommendations\n\n- Mend the pipes.\n- Read the meters."))
    assert [each["action"] for each in made["recommendations"]] == ["Mend the pipes.", "Read the meters."]
    assert made["sections"][0]["content"][:2] == [{"heading": "Do nothing"}, "It leaks."]


@pytest.mark.parametrize(
    ("heading", "text", "items"),
    [
        (
            "Recommendations",
            "Lead.\n\nRecommendation 1: Mend the pipes.\n\nThey leak.\n\nRecommendation 2: Read the meters.",
            [{"action": "Mend the pipes.", "rationale": "They leak."}, {"action": "Read the meters."}],
        ),
        (
            "Recommendations",
            "### Recommendation 1: Mend the pipes\n\nThey leak.\n\n### Recommendation 2\n\nRead the meters.\n\nNobody does.",
            [
                {"action": "Mend the pipes", "rationale": "They leak."},
                {"action": "Read the meters.", "rationale": "Nobody does."},
            ],
        ),
        (
            "Findings",
            "**Finding 1:** Half of it leaks.\n\n**Finding 2 –** Meters pay.",
            [{"statement": "Half of it leaks."}, {"statement": "Meters pay."}],
        ),
        (
            "Empfehlungen",
            "Empfehlung 1: Rohre flicken.\n\nEmpfehlung 2. Zähler ablesen.",
            [{"action": "Rohre flicken."}, {"action": "Zähler ablesen."}],
        ),
    ],
)
def test_what_begins_with_its_name_and_a_number(
    imported: Import, heading: str, text: str, items: list[dict[str, str]]
) -> None:
    language = "de" if heading == "Empfehlungen" else "en"
    made = outline(imported("a.md", f"---\ntitle: T\nlang: {language}\n---\n\n## {heading}\n\n{text}"))
    assert made["findings" if heading == "Findings" else "recommendations"] == items


@pytest.mark.parametrize(
    ("text", "title", "date"),
    [
        ("# T\n\n12 March 2026\n\n## Why\n\ntext", "T", "2026-03-12"),
        ("From: A\n\nTo: B\n\nDate: May 2026\n\nSubject: Wells\n\ntext", "Wells", "2026-05"),
        ("# T\n\n## Why\n\n12 March 2026\n\ntext", "T", None),
        ("# T\n\n2026\n\ntext", "T", None),
        ("Water in cities\n\n# Findings\n\ntext", "Water in cities", None),
    ],
)
def test_a_line_that_is_a_date_and_a_heading_that_is_no_title(
    imported: Import, text: str, title: str, date: str | None
) -> None:
    made = outline(imported("a.md", text))
    assert (made["title"], made.get("date")) == (title, date)
