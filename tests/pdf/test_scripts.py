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
# one document of all scripts that have marks or clusters; the files are Debian's fonts-noto-core and fonts-droid-fallback
NOTO, DROID = Path("/usr/share/fonts/truetype/noto"), Path("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf")
FACES = {
    "bengali": "Bengali", "tamil": "Tamil", "telugu": "Telugu", "khmer": "Khmer", "gurmukhi": "Gurmukhi",
    "gujarati": "Gujarati",
    "kannada": "Kannada", "malayalam": "Malayalam", "sinhala": "Sinhala", "lao": "Lao", "burmese": "Myanmar",
    "georgian": "Georgian", "armenian": "Armenian", "ethiopic": "Ethiopic",
}  # fmt: skip
MANY = {
    "latin": "Báo cáo về nước đã được công bố; Ọ̀yọ́ ẹ̀kọ́ żółć ığdır őrült þjóð",
    "greek": "Η έκθεση για το νερό δημοσιεύθηκε",
    "cyrillic": "Звіт про воду опубліковано, и доклад тоже, й ї ў ђ",
    "bengali": "প্রতিবেদন প্রকাশ করেছে মর্যাদা ও সার্বভৌমত্ব কোন গোত্র কৃতজ্ঞতা প্রত্যেকের\u200cই",
    "tamil": "அமைச்சகம் நீர் பற்றிய அறிக்கையை வெளியிட்டது மொழி தோற்றம் கொள்கை",
    "telugu": "మంత్రిత్వ శాఖ నీటిపై నివేదిక ప్రచురించింది రాష్ట్రీయ స్వాతంత్ర్యం",
    "khmer": "ក្រសួង បានផ្សព្វផ្សាយ របាយការណ៍ អំពីទឹក កំណើត ឃើញ ត្រូវការ",
    "gurmukhi": "ਮੰਤਰਾਲੇ ਨੇ ਪਾਣੀ ਬਾਰੇ ਰਿਪੋਰਟ ਪ੍ਰਕਾਸ਼ਿਤ ਕੀਤੀ ਸਿੱਧ ਲਿੰਗ ਕੋਈ",
    "gujarati": "મંત્રાલયે પાણી વિશે અહેવાલ પ્રકાશિત કર્યો વ્યક્તિ મર્યાદા લિંગ",
    "kannada": "ಸಚಿವಾಲಯವು ನೀರಿನ ಬಗ್ಗೆ ವರದಿ ಪ್ರಕಟಿಸಿತು ಸಹೋದರ ವರ್ತನೆ",
    "malayalam": "മന്ത്രാലയം റിപ്പോർട്ട് സ്വാതന്ത്ര്യം ഭ്രാതൃഭാവം പൊതു സ്ഥാപനമാണ്\u200c ലോകത്തിന്റെ",
    "sinhala": "අමාත්\u200dයාංශය ජලය පිළිබඳ ඔවුනොවුන්ට නොමැතිව පෞද්ගලික",
    "lao": "ກະຊວງ ໄດ້ເຜີຍແຜ່ ບົດລາຍງານ ກ່ຽວກັບນ້ຳ ຊາວນາ ຕ້ອງການ",
    "burmese": "ဝန်ကြီးဌာန အစီရင်ခံစာ ထုတ်ပြန် ခဲ့သည် ဂုဏ်သိက္ခာဖြင့် မွေးဖွား တစ်ခုခုကို",
    "georgian": "სამინისტრომ გამოაქვეყნა ანგარიში წყლის შესახებ",
    "armenian": "նախարարությունը հրապարակեց զեկույց ջրի մասին",
    "ethiopic": "ሚኒስቴሩ ስለ ውሃ ሪፖርት አወጣ",
    "han": "该部发布报告，农民需要帮助。 該部發布報告，農民需要幫助。",
    "kana": "省は水に関する報告書をまとめた。 データ",
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
# the same of words of all scripts in one document
MISSED_OF_MANY = {"pdfium": ("the joiner U+200C between a letter and a space is left out", {"സ്ഥാപനമാണ്\u200c"})}
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


@pytest.fixture(scope="module")
def many(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("many")
    faces = {key: f"NotoSans{name}-Regular.ttf" for key, name in FACES.items()}
    for name in faces.values():
        shutil.copy(NOTO / name, folder)
    shutil.copy(DROID, folder)
    typefaces = {key: f"./{name}" for key, name in faces.items()} | {"cjk": f"./{DROID.name}"}
    sections = [{"content": [unicodedata.normalize("NFC", text)]} for text in MANY.values()]
    outline = {
        "title": "Scripts",
        "date": "2026-01-01",
        "design": {"columns": "1", "typefaces": typefaces},
        "sections": sections,
    }
    (folder / "many.yaml").write_text(json.dumps(outline), encoding="utf-8")
    assert build(folder / "many.yaml", folder / "many.pdf").output
    return folder / "many.pdf"


@pytest.mark.skipif(
    not (NOTO.exists() and DROID.exists() and finders.has_pdfjs()), reason="fonts or pdf.js are not installed"
)
@pytest.mark.parametrize("reader", READERS)
def test_readers_find_the_words_of_all_scripts(many: Path, reader: str) -> None:
    words = words_in(unicodedata.normalize("NFC", " ".join(MANY.values())))
    found = READERS[reader](many, words)
    assert {word for word in words if not found[word]} == MISSED_OF_MANY.get(reader, NONE)[1]
