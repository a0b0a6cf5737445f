"""A brief in any face: its outline, and what has come of it."""

import itertools
import json
import re
import subprocess
import unicodedata
from pathlib import Path

import pikepdf
import pymupdf

# German, Polish, Czech, Hungarian and French, a marked word of each slope and weight
WORDS = [
    "Fünf Brunnen führen übers Jahr gemessen größere Mengen Süßwasser, als im Plan vorgesehen war.",
    "Zażółć gęślą jaźń: **każda gmina** płaci za wodę, którą zużywa, i za ścieki.",
    "Příliš žluťoučký kůň úpěl ďábelské ódy; *každý pátý vodoměr* měří špatně.",
    "Árvíztűrő tükörfúrógép; a víz ára húsz éve nem nőtt.",
    "L’eau coûte à Nîmes 4,20 € — où qu’elle soit puisée, garçon ou œuvre.",
]


def outline(folder: Path, face: str) -> Path:
    """An outline in `folder` whose text and headings are in the file `face` beside it, "" for the default faces."""
    content: dict[str, object] = {
        "title": "Žluťoučký kůň und größere Brunnen",
        "language": "de",
        "date": "2026-01-01",
        "sections": [{"heading": "Úvod: Wasser für Łódź", "content": WORDS * 20}],
        "recommendations": [{"action": "Führt Zähler ein, každý rok."}],
    }
    if face:
        content["design"] = {"typefaces": {"body": face, "display": face}}
    path = folder / "brief.yaml"
    path.write_text(json.dumps(content), encoding="utf-8")
    return path


def fonts(file: Path) -> int:
    """How many font files are embedded."""
    with pikepdf.open(file) as pdf:
        return sum(
            isinstance(each, pikepdf.Dictionary) and any(key.startswith("/FontFile") for key in each.keys())  # noqa: SIM118  pikepdf's
            for each in pdf.objects
        )


def lost(file: Path) -> list[str]:
    """The words of `WORDS` that poppler or MuPDF do not give back."""
    command = ["pdftotext", str(file), "-"]
    poppler = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    with pymupdf.Document(file) as pdf:  # type: ignore[no-untyped-call]  # it has no types
        mupdf = "".join(page.get_text() for page in pdf)
    wanted = dict.fromkeys(word for text in WORDS for word in re.findall(r"\w+", text))
    seen = [_plain(text) for text in (poppler, mupdf)]
    return [word for word in wanted if not all(_plain(word) in text for text in seen)]


def glued(file: Path) -> list[str]:
    """The pairs of words of `WORDS` between which `pdftotext -raw` sees no space, somewhere."""
    command = ["pdftotext", "-raw", str(file), "-"]
    read = unicodedata.normalize("NFKC", subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    texts = [text.replace("*", "").replace("’", "'").split(" ") for text in WORDS]
    pairs = dict.fromkeys(pair for text in texts for pair in itertools.pairwise(text))
    read = read.replace("’", "'")
    return [f"{first} {second}" for first, second in pairs if unicodedata.normalize("NFKC", first + second) in read]


def _plain(text: str) -> str:
    """Without hyphens at lines' ends and without spaces, ligatures as their letters."""
    return re.sub(r"[-\u00ad\u2010]?\s+", "", unicodedata.normalize("NFKC", text))
