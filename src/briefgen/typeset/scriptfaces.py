"""Which family sets a script that the faces of a brief's body and headings do not have.

In come a script and the families at hand; out comes a family. The promise: the choice depends on the outline alone. The
outline's own family for the script is taken first, then its body or headings face, or a fallback, that has the script's
letters, then the one family that is named here; where that is not installed, none is taken and the message says what to get.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from briefgen.typeset.face import Face
from briefgen.typeset.families import Family, Opened, find_family
from briefgen.typeset.lines import Flaw


class Script(NamedTuple):
    """A script as the outline names it, letters that show that a face has it, and the families that set it.

    `extra` is the extra of briefgen that brings them, "" where no package has any; then `body` is what to look for.
    """

    key: str
    letters: str
    extra: str
    body: str
    display: str


ARABIC = Script("arabic", "ابجهيم", "arabic", "Amiri", "IBM Plex Sans Arabic")
HEBREW = Script("hebrew", "אבהלם", "hebrew", "Frank Ruhl Libre", "Assistant")
HAN = Script("cjk", "一人", "", "Noto Serif CJK", "Noto Sans CJK")
KANA = Script("cjk", "のア", "", "Noto Serif CJK", "Noto Sans CJK")
HANGUL = Script("cjk", "가한", "", "Noto Serif CJK", "Noto Sans CJK")


def _indic(key: str, letters: str, family: str, extra: str = "") -> Script:
    return Script(key, letters, extra, family, family)


# by ISO 15924
SCRIPTS = {
    "Arab": ARABIC,
    "Hebr": HEBREW,
    "Deva": _indic("devanagari", "कगि", "Noto Sans Devanagari", "indic"),
    "Taml": _indic("tamil", "கதி", "Noto Sans Tamil", "indic"),
    "Telu": _indic("telugu", "కతి", "Noto Sans Telugu", "indic"),
    "Thai": Script("thai", "กทั", "thai", "Sarabun", "Noto Sans Thai"),
    "Khmr": _indic("khmer", "កតិ", "Noto Sans Khmer", "khmer"),
    "Beng": _indic("bengali", "কগি", "Noto Sans Bengali"),
    "Guru": _indic("gurmukhi", "ਕਗਿ", "Noto Sans Gurmukhi"),
    "Gujr": _indic("gujarati", "કગિ", "Noto Sans Gujarati"),
    "Orya": _indic("odia", "କଗି", "Noto Sans Oriya"),
    "Knda": _indic("kannada", "ಕಗಿ", "Noto Sans Kannada"),
    "Mlym": _indic("malayalam", "കഗി", "Noto Sans Malayalam"),
    "Sinh": _indic("sinhala", "කගි", "Noto Sans Sinhala"),
    "Laoo": _indic("lao", "ກທັ", "Noto Sans Lao"),
    "Mymr": _indic("burmese", "ကဂိ", "Noto Sans Myanmar"),
    "Armn": _indic("armenian", "աբգ", "Noto Sans Armenian"),
    "Geor": _indic("georgian", "აბგ", "Noto Sans Georgian"),
    "Ethi": _indic("ethiopic", "ሀለመ", "Noto Sans Ethiopic"),
    "Hani": HAN,
    "Bopo": HAN,
    "Hira": KANA,
    "Kana": KANA,
    "Hang": HANGUL,
}


def find_for_script(
    name: str, family: str, families: Mapping[str, Family], fallback: Sequence[Face], opened: Opened
) -> Family | None:
    """The family that sets a script beside `family`, body or display; None when there is none."""
    script = SCRIPTS.get(name)
    if script is None:
        return None
    if script.key in families:
        return families[script.key]
    if families[family].face("regular", False).has_all(script.letters):
        return families[family]
    for face in fallback:
        if face.has_all(script.letters):
            return _Single(face)
    if not script.extra:
        return None
    found = find_family(script.body if family == "body" else script.display)
    return Family(found, opened) if found else None


class _Single(Family):
    """A family of one face."""

    def __init__(self, face: Face) -> None:
        super().__init__({}, Opened())
        self._face = face

    def face(self, weight: str, italic: bool, size: float = 0.0) -> Face:  # noqa: ARG002  it has but one
        return self._face


def missing_script(name: str, character: str) -> Flaw | None:
    """What is said of a script that no face sets, at a character of it; None for a script that no family is known for."""
    script = SCRIPTS.get(name)
    if script is None:
        return None
    title = {"cjk": "Chinese, Japanese or Korean"}.get(script.key, script.key.capitalize())
    said = f"there is no face for {title}, which this text is in"
    return Flaw("typeset/missing-script", character, said, _what_to_get(script))


def _what_to_get(script: Script) -> str:
    named = f"`design: {{typefaces: {{{script.key}: fonts/…}}}}`"
    if script.extra:
        from briefgen.installing import installing_extra  # late: it is said of what is missing alone

        return f"run `{installing_extra(script.extra)}`, or name a font that has it: {named}"
    return f"get {script.display}, which is free, put its file into a folder fonts beside the outline, and name it: {named}"
