"""A library of two thousand sources with everything that people write into one, and with broken entries among them."""

from collections.abc import Iterator

from support.composed import Desk

COUNT = 2000
BROKEN = {  # every so many entries one, with the code and how many lines below its first the fault stands
    97: ("@book{{{key},\n  title = {{Unclosed,\n  year = 2020\n}}\n", "bibliography/broken-entry", 0),
    101: ("@book{{\n  title = {{No key}}\n}}\n", "bibliography/broken-entry", 0),
    103: ("@book{{{key},\n  title {{No sign}}\n}}\n", "bibliography/broken-entry", 1),
    107: ("@book{{{key},\n  title = {{T}},\n  month = {{Smarch}}\n}}\n", "bibliography/odd-entry", 0),
    109: ("@book{{{key},\n  title = {{T}},\n  publisher = nobody\n}}\n", "bibliography/odd-entry", 0),
    113: ("@incollection{{{key},\n  title = {{T}},\n  crossref = {{nothing}}\n}}\n", "bibliography/odd-entry", 0),
    127: ('@book{{{key},\n  title = "Open\n}}\n', "bibliography/broken-entry", 1),
}
KINDS = (
    "@report{{{key},\n  author = {{{{Instituto Nacional de Estad{{\\'i}}stica}}}},\n  title = {{Agua y riego, {n}\\,\\%}},\n"
    "  institution = {{INEGI}},\n  year = 2019,\n  month = mar,\n  url = {{https://example.org/a%20b_{n}}},\n}}\n",
    '@article{{{key},\n  author = "M{{\\"u}}ller, J{{\\"o}}rg and \\v{{C}}apek, Karel",\n'
    "  title = {{{{DNA}} in 50% of {{W}}ells {n}}},\n"
    "  journal = {{Journal of Wells}},\n  volume = {n},\n  pages = {{1--20}},\n  date = {{2020-02-03}},\n}}\n",
    "@incollection{{{key},\n  author = {{Ann O'Neil}},\n  title = {{A chapter & more {n}}},\n  crossref = {{k2}},\n}}\n",
    "@book{{{key},\n  editor = {{van der Berg, Åsa}},\n  title = {{Collected {{\\ss}} papers {n}}},\n"
    "  booktitle = {{Collected {{\\ss}} papers {n}}},\n  publisher = unp # { Verlag},\n  year = {{2018}},\n}}\n".replace(
        "{ Verlag}", "{{ Verlag}}"
    ),
)


def library() -> tuple[str, list[str]]:
    """The text of the library, and what has to be said of it."""
    text, said, line = "@string{unp = {UN Press}}\n", [], 2
    for number in range(COUNT):
        key = f"k{number - 1}"
        broken = next((BROKEN[each] for each in BROKEN if number and number % each == 0), None)
        made = (broken[0] if broken else KINDS[number % len(KINDS)]).format(key=key, n=number)
        if broken:
            said.append(f"{broken[1]} refs.bib:{line + broken[2]}")
        text += made
        line += made.count("\n")
    return text, said


def cited(keys: Iterator[str]) -> str:
    return f"title: A\nbibliography: refs.bib\nsections: [{{content: ['{' '.join(f'[@{key}]' for key in keys)}']}}]\n"


def test_every_fault_is_told_with_file_line_and_entry_and_sound_sources_are_cited(desk: Desk) -> None:
    text, said = library()
    (desk.folder / "refs.bib").write_text(text, encoding="utf-8")
    done = desk.compose(cited(f"k{number - 1}" for number in (4, 5, 6, 7, 8, 1996)))
    assert len(said) > 100
    assert [f"{each.code} {str(each.place).rpartition(':')[0]}" for each in done.problems] == said
    named = [each.message for each in done.problems if "has no key" not in each.message]
    assert all("`k" in message for message in named)
    listed = sorted(text.plain for text in done.texts() if text.id.endswith(".text") and text.id.startswith("source-"))
    assert len(listed) == 6
    assert any("50% of Wells 5" in entry and "Müller, J., & Čapek, K. (2020)" in entry for entry in listed)
    assert any("https://example.org/a%20b_4" in entry and "Estadística" in entry for entry in listed)
    assert any("UN Press Verlag" in entry for entry in listed)
    assert any("A chapter & more 6" in entry and "Collected ß papers" in entry for entry in listed)
