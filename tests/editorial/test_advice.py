"""Editorial advice: each rule speaks where it should, at its place, and says nothing of what is well."""

from pathlib import Path

import PIL.Image
import pytest

from briefgen.advice import RULES
from briefgen.build import Extras, build, check
from briefgen.content.compose import compose
from briefgen.editorial.advise import advise
from briefgen.outline.read import read_text
from briefgen.problem import Problem, Problems

ROOT = Path(__file__).parents[2]
LONG = " ".join(["word"] * 36)
PARAGRAPH = "      - " + " ".join(["These are six words of it."] * 21) + "\n"
BODY = "sections:\n  - heading: Why\n    content:\n"
GOOD = "{action: The ministry should mend the pipes., by: 2027}"


def advice(text: str, folder: Path = ROOT, pages: int = 0) -> list[Problem]:
    problems = Problems()
    outline = read_text(text.encode(), "brief.yaml", folder, problems)
    assert outline is not None, problems.sorted()
    brief = compose(outline, problems)
    assert brief is not None
    assert not problems.fatal, problems.sorted()
    return list(advise(brief, outline.root, pages))


def body(*blocks: str, title: str = "Wells", more: str = "") -> str:
    return f"title: {title}\n{more}{BODY}" + "".join(f"      - {block}\n" for block in blocks)


def recommending(*entries: str, more: str = "") -> str:
    return f"title: Wells\n{more}recommendations:\n" + "".join(f"  - {entry}\n" for entry in entries)


MANY_WORDS = "title: Wells\nsections:\n" + f"  - heading: Why\n    content:\n{PARAGRAPH}" * 13

SPEAKS = [
    ("quote-not-in-text", body("Half of the water leaks away.", "pull_quote: Nothing at all leaks."), "6:21"),
    (
        "unanswered-finding",
        recommending(f"{GOOD[:-1]}, addresses: [1]}}", more="findings:\n  - One thing\n  - Another\n"),
        "4:5",
    ),
    (
        "unfounded-recommendation",
        recommending(f"{GOOD[:-1]}, addresses: [1]}}", GOOD, more="findings: [One thing]\n"),
        "5:14",
    ),
    ("no-addressee", recommending("{action: Mend the pipes., by: 2027}"), "3:14"),
    ("no-addressee", recommending("{action: Pipes should be mended in full., by: 2027}"), "3:14"),
    ("no-deadline", recommending("{action: The ministry should mend the pipes.}"), "3:14"),
    ("vague-addressee", recommending("{action: Mend the pipes., for: all stakeholders, by: 2027}"), "3:36"),
    ("vague-addressee", recommending("{action: Relevant stakeholders should mend the pipes., by: 2027}"), "3:14"),
    (
        "vague-addressee",
        recommending("{action: Rohre ersetzen, for: die Akteure, by: bis 2027}", more="language: de\n"),
        "4:35",
    ),
    ("passive-recommendation", recommending("{action: The pipes should be mended., by: 2027}"), "3:24"),
    ("many-messages", body("A text.", more="summary: [a, b, c, d, e, f, g, h]\n"), "2:32"),
    ("long-sentence", body(f"Short. A {LONG}."), "5:16"),
    ("long-sentence", body("A text.", more=f"standfirst: {LONG}.\n"), "2:13"),
    ("long-paragraph", f"title: Wells\n{BODY}{PARAGRAPH}", "5:9"),
    ("no-heading", f"title: Wells\n{BODY}{PARAGRAPH * 7}", "5:9"),
    ("too-many-words", MANY_WORDS, "1:8"),
    ("unsuited-look", body("A text.", more="design: {look: plate}\n"), "2:10"),
    ("unexplained-abbreviation", body("The CNA decides."), "5:13"),
    (
        "unexplained-abbreviation",
        body("The CNA decides.", " ".join(["So it is."] * 60), "The National Water Board (CNA) decides."),
        "5:13",
    ),
    ("uncited-source", body("A text.", more="bibliography: [{id: un, title: Water, type: report}]\n"), "2:21"),
    ("number-not-in-text", body("Half of it, 48 %, leaks.", more="summary: [It is 49 %.]\n"), "2:17"),
    ("number-not-in-text", body("It costs 2.8 million.", more="standfirst: It costs 2.9 million.\n"), "2:22"),
    ("unmentioned-figure", body("A text.", "table: {head: [a], rows: [[b]], caption: Cost, id: cost}"), "6:50"),
    ("unmentioned-figure", body("A text.", "table: {head: [a], rows: [[b]], caption: Cost}"), "6:50"),
    ("unmentioned-figure", body("A text.", "figure: {image: map.png, alt: A map}"), "6:25"),
]

SILENT = [
    (
        "unexplained-abbreviation",
        body("A text [@un].", more="bibliography: [{id: un, title: Water, type: report, author: UNODC, issued: 2024}]\n"),
    ),
    ("uncited-source", body("A text [@un].", more="bibliography: [{id: un, title: Water, type: report}]\n")),
    ("quote-not-in-text", body("Half of the *water* leaks away.", "pull_quote: “Half of the water … leaks away”")),
    ("quote-not-in-text", body("A text.", "pull_quote: {text: Nothing at all leaks., attribution: The minister}")),
    ("unanswered-finding", recommending(GOOD, more="findings: [One thing, Another]\n")),
    (
        "unfounded-recommendation",
        recommending(f"{GOOD[:-1]}, addresses: [1]}}", f"{GOOD[:-1]}, derived: true}}", more="findings: [One]\n"),
    ),
    ("no-addressee", recommending("{action: Mend the pipes., for: the ministry, by: 2027}")),
    ("no-addressee", recommending("{action: El ministerio debe reparar., by: 2027}", more="language: es\n")),
    ("no-deadline", recommending("The ministry should mend the pipes within a year.")),
    ("no-deadline", recommending("Le ministère doit réparer les conduites d’ici deux ans.", more="language: fr\n")),
    ("no-deadline", recommending("Ministerstwo powinno naprawić rury w ciągu roku.", more="language: pl\n")),
    ("no-addressee", recommending("Ministerstwo powinno naprawić rury.", more="language: pl\n")),
    ("unexplained-abbreviation", body("R&D at 3 MW in the EE. UU.", more="language: es\n")),
    ("vague-addressee", recommending("{action: The authorities of the basin should meet., by: 2027}")),
    ("vague-addressee", recommending("{action: Meet the stakeholders., for: the ministry, by: 2027}")),
    ("passive-recommendation", recommending("{action: The pipes should be mended by the ministry., by: 2027}")),
    ("passive-recommendation", recommending("{action: The pipes should be mended., for: the ministry, by: 2027}")),
    ("many-messages", body("A text.", more="summary: [a, b, c, d, e, f, g]\n")),
    ("long-sentence", body("Dr. Smith, e.g. of No. 3, said so. Word " + " ".join(["word"] * 33) + ".")),
    ("long-sentence", body(" ".join(["mot"] * 20) + ". " + " ".join(["Mot"] * 20) + ".")),
    ("long-paragraph", f"title: Wells\n{BODY}" + PARAGRAPH.replace("These are six words of it. ", "", 1)),
    ("no-heading", f"title: Wells\n{BODY}" + f"{PARAGRAPH * 5}      - heading: More\n" * 2),
    ("unexplained-abbreviation", body("The National Water Board (CNA) decides. The CNA may.")),
    ("unexplained-abbreviation", body("The CNA, the Comisión Nacional del Agua, decides.")),
    ("unexplained-abbreviation", body("In the EU and the UK, Henry VIII paid USD 3.")),
    ("unexplained-abbreviation", body("The CNA decides.", more="publisher: CNA\n")),
    ("number-not-in-text", body("It costs 2 800 or 3,100.", more="summary: [It costs 2,800., Three of 7 say 3100.]\n")),
    ("number-not-in-text", body("figure: {image: map.png, alt: It is 49 %}", "Text.", more="summary: [It is 49 %.]\n")),
    ("unmentioned-figure", body("As [@cost] shows.", "table: {head: [a], rows: [[b]], caption: Cost, id: cost}")),
    ("unmentioned-figure", body("The table says.", "table: {head: [a], rows: [[b]], caption: Cost}")),
    ("unmentioned-figure", body("The map says.", "figure: {image: map.png, alt: A map}")),
    ("unmentioned-figure", body("A text.", "figure: {image: map.png, decorative: true}")),
    ("unmentioned-figure", body("Tekst.", "figure: {image: map.png, alt: Mapa}", more="language: pl\n")),
    ("hard-to-read", body(" ".join(["The wells fall each year and the farms pay."] * 20))),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    PIL.Image.new("RGB", (9, 9)).save(tmp_path / "map.png")
    return tmp_path


@pytest.mark.parametrize(("rule", "text", "place"), SPEAKS)
def test_a_rule_speaks_at_its_place(rule: str, text: str, place: str, folder: Path) -> None:
    found = [problem for problem in advice(text, folder, pages=2) if problem.code == f"advice/{rule}"]
    assert [f"{problem.place.line}:{problem.place.column}" for problem in found] == [place]
    assert found[0].severity == "advice"
    assert found[0].message
    assert found[0].hint
    off = text.replace("title: Wells\n", f"title: Wells\nadvice: [{rule}]\n", 1)
    assert not any(problem.code == f"advice/{rule}" for problem in advice(off, folder, pages=2))


@pytest.mark.parametrize(
    ("look", "pages", "said"),
    [("plate", 5, True), ("plate", 6, False), ("blocks", 4, True), ("blocks", 3, False), ("band", 1, False)],
)
def test_a_look_is_made_for_briefs_of_some_length(look: str, pages: int, said: bool) -> None:
    text = body("A text.", more=f"design: {{look: {look}}}\n")
    assert ("advice/unsuited-look" in {problem.code for problem in advice(text, pages=pages)}) == said
    assert "advice/unsuited-look" not in {problem.code for problem in advice(text)}  # where no pages are known


@pytest.mark.parametrize(("rule", "text"), SILENT)
def test_a_rule_says_nothing_of_what_is_well(rule: str, text: str, folder: Path) -> None:
    assert [problem for problem in advice(text, folder) if problem.code == f"advice/{rule}"] == []


def test_a_hard_text_is_called_so() -> None:
    sentence = "Organisational accountability necessitates comprehensive institutional reconfiguration considerations. "
    (found,) = (each for each in advice(body(sentence * 20)) if each.code == "advice/hard-to-read")
    assert "Flesch" in found.message


def test_each_rule_is_tried_and_has_a_source() -> None:
    of_pages = {"white-page", "sparse-last-page"}  # see tests/layout/test_fullness.py
    assert {rule for rule, *_ in SPEAKS} | {"hard-to-read"} | of_pages == set(RULES)
    assert all(rule.source and rule.meaning for rule in RULES.values())


def test_texts_without_spaces_between_words_are_not_counted() -> None:
    text = body("水" * 900, more="language: ja\n")
    assert advice(text, pages=1) == []


@pytest.mark.parametrize("name", ["brief.yaml", "assets/examples/one-column.yaml"])
def test_the_examples_get_no_advice_but_the_true(name: str) -> None:
    found = check(ROOT / name, advice=True).problems
    assert {problem.code for problem in found} <= {"advice/no-deadline", "advice/unmentioned-figure"}


def test_a_check_gives_advice_and_a_build_when_asked(tmp_path: Path) -> None:
    outline = tmp_path / "brief.yaml"
    outline.write_text("title: Wells\nrecommendations: [Mend the pipes, b, c]\n")
    said = {problem.code for problem in check(outline, strict=True, advice=True).problems}
    assert said == {"advice/no-addressee", "advice/no-deadline"}
    assert check(outline, strict=True, advice=True).good
    assert build(outline, tmp_path / "a.pdf").problems == ()
    asked = build(outline, tmp_path / "b.pdf", strict=True, extras=Extras(advice=True))
    assert {problem.code for problem in asked.problems} == said
    assert asked.output is not None


def test_hostile_texts_take_linear_time() -> None:
    """No timed limit, but a text that took quadratic time would hold the tests up for minutes."""
    for part in ("a. ", "A", "AB ", "1,", "…", "(A", "word ", "should be ", "“", "1 000 "):
        text = body(*['"' + (part * 6000)[:19_000] + '"'] * 3, more="standfirst: '" + (part * 6000)[:19_000] + "'\n")
        advice(text.replace("\n      - ", "\n      - paragraph: "))
