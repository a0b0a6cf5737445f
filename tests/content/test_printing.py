"""What the outline says to a press, and what paper does to links and codes."""

from pathlib import Path

import pytest
from support.composed import Composed, Desk
from support.profiles import press_profile

from briefgen.content.brief import Code, Printing
from briefgen.content.printing import fault_of
from briefgen.geometry import mm


@pytest.mark.parametrize(
    ("given", "wanted"),
    [
        ("", Printing()),
        ("print: {bleed: 5mm, marks: crop}", Printing(bleed=mm(5), marks="crop")),
        ("print: {bleed: 0.125 in, slug: true}", Printing(bleed=9.0, slug=True)),
        ("print: {bleed: 0, ink_limit: 260}", Printing(bleed=0.0, ink_limit=260)),
        ("print: {marks: all, bleed: 2.5 mm}", Printing(bleed=mm(2.5), marks="all")),
    ],
)
def test_print(desk: Desk, given: str, wanted: Printing) -> None:
    done = desk.compose(f"title: T\n{given}\n")
    assert done.problems == []
    assert done.brief.printing == wanted


def test_accent_in_its_two_forms(desk: Desk) -> None:
    assert desk.compose('title: T\ndesign: {accent: "#123456"}').brief.design.accent == "#123456"
    design = desk.compose(
        'title: T\ndesign: {accent: {screen: "#123456", cmyk: [90, 60, 0, 5], spot: PANTONE 300 C}}'
    ).brief.design
    assert (design.accent, design.cmyk, design.spot) == ("#123456", (90, 60, 0, 5), "PANTONE 300 C")


def test_accent_of_too_much_ink(desk: Desk) -> None:
    outline = 'title: T\ndesign:\n  accent:\n    screen: "#123456"\n    cmyk: [90, 90, 90, 40]\n'
    assert desk.compose(outline).said == ["print/too-much-ink 5:11"]
    assert desk.compose(outline + "print: {ink_limit: 310}\n").said == []


def test_profile_of_the_press(desk: Desk) -> None:
    (desk.folder / "press.icc").write_bytes(press_profile())
    done = desk.compose("title: T\nprint: {profile: press.icc}")
    assert done.problems == []
    assert done.brief.printing.profile == (desk.folder / "press.icc").resolve()
    (desk.folder / "press.icc").write_bytes(press_profile(kind=b"scnr"))
    done = desk.compose("title: T\nprint: {profile: press.icc}")
    assert done.said == ["print/bad-profile 2:18"]
    assert done.brief.printing.profile is None
    assert desk.compose("title: T\nprint: {profile: ../press.icc}").said == ["content/path-outside 2:18"]
    assert desk.compose("title: T\nprint: {profile: none.icc}").said == ["print/bad-profile 2:18"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (press_profile(), ""),
        (press_profile(version=4), ""),
        (press_profile(version=5), "version 5"),
        (press_profile(kind=b"scnr"), "scnr"),
        (press_profile(space=b"RGB "), "RGB"),
        (press_profile()[:-1], "cut short"),
        (press_profile() + b"\0", "cut short"),
        (press_profile().replace(b"B2A0", b"B2A9"), "tables"),
        (b"no profile", "not an ICC profile"),
        (b"", "not an ICC profile"),
    ],
)
def test_faults_of_profiles(data: bytes, said: str) -> None:
    assert said in fault_of(data)
    assert bool(said) == bool(fault_of(data))


def printed(folder: Path, text: str) -> Composed:
    return Desk(folder).compose(text, printed=True)


def body(folder: Path, text: str, more: str = "") -> Composed:
    return printed(folder, f"title: T\nsections:\n  - content:\n      - |-\n        {text}\n{more}\n")


def note(done: Composed, number: int) -> str:
    return done.plain(f"note-{number}.text")


def test_printed_link_is_followed_by_a_note_with_its_address(tmp_path: Path) -> None:
    done = body(tmp_path, "See [the *whole* survey](https://example.org/s?a=1&b=2), please.")
    assert done.plain("s1.b1") == "See the whole survey1, please."
    mark = next(span for span in done.text("s1.b1").spans if span.superior)
    assert (mark.target, mark.id) == ("note-1", "noteref-1")
    assert note(done, 1) == "https://example.org/s?a=1&b=2"
    assert [span.uri for span in done.text("s1.b1").spans if span.uri] == []
    assert done.problems == []


def test_the_same_address_has_one_note_and_addresses_follow_all_other_notes(tmp_path: Path) -> None:
    done = body(tmp_path, "[a](https://x.org/1)[^n] [b](https://x.org/2) [c](https://x.org/1)", "notes: {n: Own.}")
    assert done.plain("s1.b1") == "a2,1 b3 c2"
    assert [note(done, number) for number in (1, 2, 3)] == ["Own.", "https://x.org/1", "https://x.org/2"]


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("https://example.org/x", "https://example.org/x"),
        ("[example.org/x](https://example.org/x/)", "example.org/x"),
        ("<ann@example.org>", "ann@example.org"),
        ("[doi:10.1/x](doi:10.1/x)", "doi:10.1/x"),
        ("[10.1/x](https://doi.org/10.1/x)", "10.1/x"),
    ],
)
def test_link_that_says_its_address_needs_no_note(tmp_path: Path, text: str, plain: str) -> None:
    done = body(tmp_path, text)
    assert done.plain("s1.b1") == plain
    assert any(span.uri for span in done.text("s1.b1").spans)
    assert done.brief.back is None


def test_mail_and_telephone_are_noted_without_their_schemes(tmp_path: Path) -> None:
    done = body(tmp_path, "[Ann](mailto:ann@example.org) [desk](tel:+4912)")
    assert [note(done, number) for number in (1, 2)] == ["ann@example.org", "+4912"]


def test_back_matter_and_notes_have_the_address_in_brackets(tmp_path: Path) -> None:
    done = body(
        tmp_path,
        "A word.[^1]",
        'notes: {1: "The [source](https://x.org/s) is here."}\nreferences: ["A [book](https://x.org/b).", Other]',
    )
    assert note(done, 1) == "The source (https://x.org/s) is here."
    assert "A book (https://x.org/b)." in [text.plain for text in done.texts()]
    assert len([text for text in done.texts() if text.id.endswith(".label") and text.id.startswith("note")]) == 1


def test_unsafe_link_is_reported_once_and_has_no_note(tmp_path: Path) -> None:
    done = body(tmp_path, "[a](javascript:alert)")
    assert done.codes == ["content/unsafe-link"]
    assert done.brief.back is None


def test_code(desk: Desk) -> None:
    done = desk.compose(
        "title: T\nsections: [{content: [{figure: {qr: 'https://example.org/ä', caption: Read on, credit: Us}}]}]"
    )
    assert done.problems == []
    code = done.element("s1.b1")
    assert isinstance(code, Code)
    assert (code.alt, code.address.plain, code.address.spans[0].uri) == (
        "QR: https://example.org/ä", "https://example.org/ä", "https://example.org/ä",
    )  # fmt: skip
    assert (code.caption.plain if code.caption else "", code.credit.plain if code.credit else "") == ("Read on", "Us")
    assert len(code.symbol.modules) == 25  # version 2: up to 26 bytes at level M (ISO/IEC 18004, table 7)
    assert {len(row) for row in code.symbol.modules} == {25}


@pytest.mark.parametrize(
    ("figure", "said"),
    [
        ("{qr: example.org}", "content/unsafe-link 3:29"),
        ("{qr: 'https://example.org/" + "a" * 300 + "'}", "content/code-too-long 3:29"),
        ("{qr: 'https://example.org', image: a.png}", "outline/conflicting-keys 3:52"),
        ("{caption: Nothing}", "outline/missing-key 3:24"),
    ],
)
def test_codes_that_cannot_be(desk: Desk, figure: str, said: str) -> None:
    done = desk.compose(f"title: T\nsections:\n  - content: [{{figure: {figure}}}]")
    assert said in done.said


def test_the_second_colour_has_inks_as_the_accent_has(desk: Desk) -> None:
    outline = 'title: T\ndesign:\n  secondary:\n    screen: "#c0673a"\n    cmyk: [10, 65, 80, 10]\n'
    design = desk.compose(outline).brief.design
    assert (design.secondary, design.second_cmyk) == ("#c0673a", (10, 65, 80, 10))
    assert desk.compose('title: T\ndesign: {secondary: "#c0673a"}').brief.design.secondary == "#c0673a"
    assert desk.compose(outline + "print: {ink_limit: 160}\n").said == ["print/too-much-ink 5:11"]
