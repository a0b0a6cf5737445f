"""Inline marks: what they do, that nothing is lost, and that CommonMark's reference says the same."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from briefgen.content.marks import Stretch, split


def dressed(text: str) -> list[tuple[str, str]]:
    """Each stretch with its dress in letters, neighbours in one dress joined."""
    found: list[tuple[str, str]] = []
    for stretch in split(text):
        look = "i" * stretch.italic + "b" * stretch.bold + "c" * stretch.code
        look += f" ={stretch.language}" * bool(stretch.language) + stretch.script
        look += f" {stretch.uri}" * bool(stretch.uri) + f" ^{stretch.note}" * bool(stretch.note)
        if found and found[-1][1] == look:
            found[-1] = (found[-1][0] + stretch.text, look)
        else:
            found.append((stretch.text, look))
    return found


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("to www.x.org/a_b_c.", [("to ", ""), ("www.x.org/a_b_c", " https://www.x.org/a_b_c"), (".", "")]),
        (
            "doi:10.1000/x_y*z. (DOI: 10.1000/a(b)c), doi.org/10.1000/q",
            [
                *[("doi:10.1000/x_y*z", " https://doi.org/10.1000/x_y*z"), (". (", "")],
                *[("DOI: 10.1000/a(b)c", " https://doi.org/10.1000/a(b)c"), ("), ", "")],
                ("doi.org/10.1000/q", " https://doi.org/10.1000/q"),
            ],
        ),
        (
            "0000-0002-1825-0097, orcid.org/0000-0001-5109-370X; 10000-0002-1825-0097, doi: 7, 10.1000/x",
            [
                *[("0000-0002-1825-0097", " https://orcid.org/0000-0002-1825-0097"), (", ", "")],
                ("orcid.org/0000-0001-5109-370X", " https://orcid.org/0000-0001-5109-370X"),
                ("; 10000-0002-1825-0097, doi: 7, 10.1000/x", ""),
            ],
        ),
        ("(a.b@x.org), www.", [("(", ""), ("a.b@x.org", " mailto:a.b@x.org"), ("), www.", "")]),
        ("@who, a@b, `a@b.org`, awww.x.org", [("@who, a@b, ", ""), ("a@b.org", "c"), (", awww.x.org", "")]),
        ("H~2~O", [("H", ""), ("2", "~"), ("O", "")]),
        ("10^-3^ m^2^", [("10", ""), ("-3", "^"), (" m", ""), ("2", "^")]),
        ("*x*~i~ and (a)~n~", [("x", "i"), ("i", "~"), (" and (a)", ""), ("n", "~")]),
        ("~50 to ~60, ~50–~60, a ~ b ~ c, ~~a~~, a~~b~~c", [("~50 to ~60, ~50–~60, a ~ b ~ c, ~~a~~, a~~b~~c", "")]),
        ("a^b and 2^ 3^, H\\~2\\~O, `x~2~`", [("a^b and 2^ 3^, H~2~O, ", ""), ("x~2~", "c")]),
        ("https://x.org/a~b~", [("https://x.org/a~b~", " https://x.org/a~b~")]),
        ("", []),
        ("plain", [("plain", "")]),
        ("a *b* c", [("a ", ""), ("b", "i"), (" c", "")]),
        ("**b**_i_", [("b", "b"), ("i", "i")]),
        ("a_b_ _c_d", [("a_b_ _c_d", "")]),  # underscores within words
        ("***both***", [("both", "ib")]),
        ("*a **b** c*", [("a ", "i"), ("b", "ib"), (" c", "i")]),
        ("snake_case_name 2 * 3 * 4", [("snake_case_name 2 * 3 * 4", "")]),
        ("*open", [("*open", "")]),
        ("`a *b*`", [("a *b*", "c")]),
        ("`` ` ``", [("`", "c")]),
        ("`open", [("`open", "")]),
        (r"\*a\* \[b\] \\ \x", [(r"*a* [b] \ \x", "")]),
        ("[a *b*](https://x.org)", [("a ", " https://x.org"), ("b", "i https://x.org")]),
        ("[a](<b c>)", [("a", " b c")]),
        ("[a](x(y)z)", [("a", " x(y)z")]),
        ("[a](b c)", [("[a](b c)", "")]),
        ("[a] (b)", [("[a] (b)", "")]),
        ("[](https://x.org)", [("https://x.org", " https://x.org")]),
        ("[[a](b)](c)", [("[", ""), ("a", " b"), ("](c)", "")]),
        ("<https://x.org/a_b_>", [("https://x.org/a_b_", " https://x.org/a_b_")]),
        ("<a@b.org>", [("a@b.org", " mailto:a@b.org")]),
        ("a < b > c", [("a < b > c", "")]),
        ("un [mot *juste*]{lang=fr}!", [("un ", ""), ("mot ", " =fr"), ("juste", "i =fr"), ("!", "")]),
        ("[a [b]{lang=es-MX} c]{lang=de}", [("a ", " =de"), ("b", " =es-MX"), (" c", " =de")]),
        ("[[a](u)]{lang=de}[b [c]{lang=de}](u)", [("a", " =de u"), ("b ", " u"), ("c", " =de u")]),
        ("[a]{lang=} [b] {lang=fr} {lang=fr} []{lang=fr}", [("[a]{lang=} [b] {lang=fr} {lang=fr} ", "")]),
        (r"[a\]{lang=fr}", [("[a]{lang=fr}", "")]),
        ("word[^1].", [("word", ""), ("[^1]", " ^1"), (".", "")]),
        ("[^a b]", [("[^a b]", " ^a b")]),
        ("one\ntwo", [("one two", "")]),
        ("one  \ntwo\\\nthree", [("one  \ntwo\nthree", "")]),
        ("one\n\ntwo", [("one\n two", "")]),
        ("# a\n1. b\n- c", [("# a 1. b - c", "")]),
        ("![a](b)", [("!", ""), ("a", " b")]),
        ("See https://x.org/a_b*c. Next", [("See ", ""), ("https://x.org/a_b*c", " https://x.org/a_b*c"), (". Next", "")]),
        ("(https://x.org/a(b))", [("(", ""), ("https://x.org/a(b)", " https://x.org/a(b)"), (")", "")]),
        ("*https://x.org*", [("https://x.org", "i https://x.org")]),
        ("xhttps://x.org", [("xhttps://x.org", "")]),
        ("https:// and http", [("https:// and http", "")]),
    ],
)
def test_marks(text: str, stretches: list[tuple[str, str]]) -> None:
    assert dressed(text) == stretches


def test_escaped_characters_and_code_are_fixed() -> None:
    fixed = [stretch.text for stretch in split(r"""a \" `--` https://x.org <https://y.org> "b" """) if stretch.fixed]
    assert fixed == ['"', "--", "https://x.org", "https://y.org"]


def visible(text: str) -> list[str]:
    return [letter for letter in text if letter.isalnum()]


@settings(deadline=None)
@given(st.text(alphabet="ab é.,*_`[]<>\\^!:/@\n\"'-01", max_size=60) | st.text(max_size=60))
def test_no_letter_is_lost_or_moved(text: str) -> None:
    text = text.replace("(", "")  # without it there are no addresses to hide
    assert visible("".join(stretch.text for stretch in split(text))) == visible(text)


@settings(deadline=None)
@given(st.text(alphabet="ab*_`[]()<>\\^ \n:", max_size=60))
def test_what_links_hide_is_their_address(text: str) -> None:
    stretches = split(text)
    kept = Counter(visible("".join(stretch.text + stretch.uri for stretch in stretches)))
    assert Counter(visible(text)) <= kept


@settings(deadline=None)
@given(st.text(alphabet="ab*_`[]()<>\\^ \n:", max_size=60))
def test_stretches_know_where_they_start(text: str) -> None:
    for stretch in split(text):
        if visible(stretch.text) and not stretch.code and stretch.text != stretch.uri:
            assert text.startswith(stretch.text, stretch.start)


EMPHASIS = st.sampled_from(["*", "**", "_", "__", "***", "a", "b c", " ", ".", "é", "“", "`", "``", "\\", "!", "("])
LINKS = st.sampled_from(["[", "](u)", "](<v>)", "](a(b))", "]", "(", ")", "a", "b c", "`", "``", "\\", "!"])


# apart, for at the end of a link's words the oracle looks no further, where CommonMark sees the bracket
@settings(deadline=None)
@given(st.lists(EMPHASIS, max_size=24) | st.lists(LINKS, max_size=24))
def test_commonmark_reads_the_same(parts: list[str]) -> None:
    """markdown-it-py, which passes CommonMark's own examples, as an oracle."""
    text = "".join(parts).strip()
    assume("]()" not in text)  # a link without an address is none here, and is printed as it stands
    assert letters(split(text)) == reference(text)


Letters = list[tuple[str, bool, bool, bool, str]]


def letters(stretches: list[Stretch]) -> Letters:
    return [
        (letter, s.italic, s.bold, s.code, "" if s.code else s.uri)
        for s in stretches
        for letter in s.text
        if s.text != s.uri
    ]


def reference(text: str) -> Letters:
    parser = MarkdownIt("zero").enable(["emphasis", "backticks", "link", "escape", "newline"])
    found: Letters = []
    italic = bold = 0
    uri = ""
    children: list[Any] = parser.parseInline(text)[0].children or [] if text else []
    for token in children:
        italic += token.nesting * (token.type.startswith("em_"))
        bold += token.nesting * (token.type.startswith("strong_"))
        if token.type == "link_open":
            uri = str(token.attrs["href"])
        elif token.type == "link_close":
            uri = ""
        code = token.type == "code_inline"
        found += [(letter, italic > 0, bold > 0, code, "" if code else uri) for letter in token.content]
    return found
