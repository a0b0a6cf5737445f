"""Scripts beyond Latin, and text from right to left: four readers find the words, and the tag tree has them as written."""

import json
import shutil
import unicodedata
from collections.abc import Callable, Iterable
from pathlib import Path

import pikepdf
import pytest
from support import finders, tagtree

from briefgen.build import build

TEXTS = {
    "ar": "نشرت الوزارة تقريرًا عن المياه في اليمن (UNDP) عام 2026، وفيه أن عدد السكان بلا ماء نظيف كبير جدا. "
    "إن الأطفال والنساء أكثر من يتضرر، ولا بد من خطة لكل محافظة؛ والخطة سهلة. والكرامة حق فعلاً وبحقوقهم.",
    "he": "משרד הבריאות פרסם דוח על המים (UNDP) בשנת 2026, ולפיו רבים מן התושבים חיים בלי מים נקיים.",
    "fa": "وزارت نیرو گزارشی از آب منتشر کرد (UNDP) و می‌گوید که کشاورزان باید در سال 2026 کمک شوند.",
    "ur": "وزارت نے پانی کے بارے میں رپورٹ شائع کی (UNDP) اور کہا کہ 2026 میں کسانوں کی مدد ضروری ہو گی۔",
    "hi": "मंत्रालय ने जल पर एक रिपोर्ट प्रकाशित की (UNDP) और कहा कि 2026 में किसानों की सहायता आवश्यक है।",
    "th": "กระทรวงได้เผยแพร่รายงาน เรื่องน้ำ (UNDP) และกล่าวว่า เกษตรกร ต้องการ ความช่วยเหลือ ในปี 2026",
}
READERS: dict[str, Callable[[Path, Iterable[str]], finders.Counts]] = {
    "poppler": finders.with_poppler,
    "pdfium": finders.with_pdfium,
    "mupdf": finders.with_mupdf,
    "pdf.js": finders.with_pdfjs,
}
# words that a reader does not find, and why; one that it finds after all fails
MISSED = {
    ("ar", "poppler"): (
        "a space before tanwin that stands more than 0.1 em from its letter's edge",
        {"تقريرًا", "فعلاً", "وبحقوقهم"},
    ),
    ("ar", "pdfium"): ("the same", {"فعلاً"}),
    ("ar", "mupdf"): ("ActualText, here of lam with the stroke that leads to kaf, ends what it turns round", {"والكرامة"}),
    ("ar", "pdf.js"): ("tanwin before its letter is read after it", {"فعلاً"}),
    ("fa", "pdf.js"): ("the joiner U+200C, which has no width, is left out", {"می\u200cگوید"}),
}
NONE: tuple[str, set[str]] = ("", set())
SIGNS = ".,;:()،؛؟۔।"


def words_in(text: str) -> list[str]:
    return list(dict.fromkeys(word.strip(SIGNS) for word in text.split()))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("scripts")
    for language, text in TEXTS.items():
        outline = {"title": text.split()[0], "language": language, "date": "2026-01-01"}
        outline["sections"] = [{"content": [text, {"list": [text]}]}]  # type: ignore[assignment]  # JSON
        (folder / f"{language}.yaml").write_text(json.dumps(outline), encoding="utf-8")
        assert build(folder / f"{language}.yaml", folder / f"{language}.pdf").output
    return folder


@pytest.mark.skipif(not (shutil.which("pdftotext") and finders.has_pdfjs()), reason="poppler or pdf.js is not installed")
@pytest.mark.parametrize("reader", READERS)
@pytest.mark.parametrize("language", TEXTS)
def test_readers_find_the_words(made: Path, language: str, reader: str) -> None:
    words = words_in(TEXTS[language])
    found = READERS[reader](made / f"{language}.pdf", words)
    assert {word for word in words if not found[word]} == MISSED.get((language, reader), NONE)[1]


@pytest.mark.parametrize("language", TEXTS)
def test_the_tag_tree_has_the_text_as_it_is_read(made: Path, language: str) -> None:
    said = unicodedata.normalize("NFC", " ".join(tagtree.read(made / f"{language}.pdf").text.split()))
    assert unicodedata.normalize("NFC", TEXTS[language]) in said


@pytest.mark.parametrize(("language", "direction"), [("ar", "/R2L"), ("hi", None)])
def test_viewers_are_told_how_pages_are_turned(made: Path, language: str, direction: str | None) -> None:
    with pikepdf.open(made / f"{language}.pdf") as pdf:
        assert pdf.Root.ViewerPreferences.get("/Direction") == direction
