from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from uniseg.linebreak import line_break_boundaries

from briefgen.typeset.hyphenate import Hyphenator
from briefgen.typeset.opportunities import Divider, Opening, find_hyphens, find_openings


@pytest.fixture(scope="module")
def british() -> Hyphenator:
    hyphenator = Hyphenator.load("en-GB")
    assert hyphenator is not None
    return hyphenator


def split(token: str, offsets: list[int]) -> str:
    edges = [0, *offsets, len(token)]
    return "|".join(token[a:b] for a, b in pairwise(edges))


@pytest.mark.parametrize(
    "shown",
    [
        "word",
        "“Mexico’s”",
        "heavy-|handedness",
        "state-|of-|the-|art",
        "intelligence‐|led",
        "non‑breaking",
        "COVID-19",
        "mid-1990s",
        "e-mail",
        "-word",
        "x-ray",
        "1990-|based",
        "2006–|2010",
        "north–|south",
        "word—|word",
        "—word",
        "word—",
        "and/|or",
        "1/2",
        "2019/20",
        "he/|she",
        "a/b",
        "wait…|what",
        "well…",
        "(well-|being)",
        "3.5%",
        "a.m.",
        "https://|www.|example.|org/|a/|very-|long/|path?|x=|1&|y=2",
        "www.|example.|org",
        "info|@example|.org",
        "first|.last_|name|@ministry|.example|.gov",
        "https://|doi.|org/|10.1234/|abc",
        "example.|org/|reports",
        "",
        "a",
        "-",
        "–",
    ],
)
def test_openings_without_an_added_hyphen(shown: str) -> None:
    token = shown.replace("|", "")
    openings = find_openings(token)
    assert split(token, [opening.offset for opening in openings]) == shown
    assert not any(opening.added for opening in openings)
    assert [opening.hyphen for opening in openings] == [
        token[opening.offset - 1] in "-‐" and "." not in token for opening in openings
    ]


@pytest.mark.parametrize(
    "shown",
    [
        "in|sti|tu|tional",
        "gov|ern|ment’s",
        "“asym|met|ric”,",
        "army",
        "SEDENA",
        "YouTube",
        "mid1990s",
        "https://www.example.org/organisation",
        "organisation@example.org",
        "self-gov|ern|ment",
        "de\u0301velop",
        "和平organisation",
    ],
)
def test_hyphens_that_may_be_added(british: Hyphenator, shown: str) -> None:
    token = shown.replace("|", "")
    openings = find_hyphens(token, british)
    assert split(token, [opening.offset for opening in openings]) == shown
    assert all(opening.added and opening.hyphen for opening in openings)


def test_names_and_short_syllables_are_divided_last(british: Hyphenator) -> None:
    def cost(token: str) -> float:
        return min(opening.cost for opening in find_hyphens(token, british))

    assert cost("institution") < cost("Institution")
    assert cost("government") < cost("self-government")
    by_offset = {opening.offset: opening.cost for opening in find_hyphens("reconsideration", british)}
    assert by_offset[2] > by_offset[5]


@pytest.mark.parametrize(("language", "dearer"), [("en-GB", True), ("de", False), ("de-CH", False), ("es", True)])
def test_a_capital_tells_a_name_but_where_each_noun_has_one(language: str, *, dearer: bool) -> None:
    small, capital = [Divider().openings(word, language)[0].cost for word in ("institutionen", "Institutionen")]
    assert (small < capital) is dearer


@pytest.mark.parametrize(
    ("token", "offsets"), [("和平协议", [1, 2, 3]), ("「和平」", [2]), ("และ", []), ("👩‍👩‍👧", []), ("e🇲🇽", [1])]
)
def test_other_scripts_follow_the_unicode_algorithm(token: str, offsets: list[int]) -> None:
    assert [opening.offset for opening in find_openings(token)] == offsets


def test_a_combining_mark_stays_with_its_letter() -> None:
    hyphenator = Hyphenator({"a": "1a1"}, (2, 3))
    assert [o.offset for o in find_hyphens("bbba\u0301bbbb", hyphenator)] == [3]


@settings(deadline=None)  # the first text of another script loads its rules
@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Zs", "Zl", "Zp", "Cc"]), max_size=30))
def test_openings_lie_within_the_token_in_order(token: str) -> None:
    divider = Divider()
    for language in ("", "en-GB"):
        offsets = [opening.offset for opening in divider.openings(token, language)]
        assert offsets == sorted(set(offsets))
        assert all(0 < offset < len(token) for offset in offsets)
        assert not any("\u0300" <= token[offset] <= "\u036f" for offset in offsets)


# what stands in one token of other scripts than the ones that briefgen has rules of its own for
SIGNS = '中文字あいーっ。、「」（！한국어ab12ก`$%.,-!?()["“”\u0301\u200d👩👍🏽🇫🇷שםسل\u2060１％'
MIXED = st.text(st.sampled_from(SIGNS), max_size=12)


@given(MIXED)
def test_other_scripts_break_as_the_standard_says(token: str) -> None:
    token = f"中{token}文"
    wanted = [offset for offset in line_break_boundaries(token) if 0 < offset < len(token)]
    pairs = {offset: set(token[offset - 1 : offset + 1]) for offset in wanted}
    within = [at for at, pair in pairs.items() if pair <= set("한국어ab12") and pair & set("한국어")]  # of a word of Korean
    assert [opening.offset for opening in find_openings(token)] == [offset for offset in wanted if offset not in within]


def test_a_long_run_of_signs_breaks_as_a_short_one() -> None:
    assert len(find_openings("中" + "「字」" * 1000)) == 1000
    assert [opening.offset for opening in find_openings("中" + "🇫🇷" * 300)] == list(range(1, 601, 2))


def test_what_opens_without_a_hyphen_is_looked_for_once_for_all_languages(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at: list[str] = []

    def noted(token: str, *, loose: bool = False) -> list[Opening]:
        looked_at.append(token)
        return find_openings(token, loose=loose)

    monkeypatch.setattr("briefgen.typeset.opportunities.find_openings", noted)
    divider = Divider()
    plain = divider.openings("well-understood")
    assert [opening.offset for opening in divider.openings("well-understood", "en-GB")] == [5, 7, 10]
    assert divider.openings("well-understood", "de")[0] == plain[0]
    assert looked_at == ["well-understood"]
