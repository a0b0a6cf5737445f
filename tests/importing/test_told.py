"""What is told of a document besides what it says: that it is encrypted, that something was guessed."""

import io
import zipfile
from collections.abc import Callable

import docx

from briefgen.importing.intake import Imported

Import = Callable[[str, bytes | str], Imported]
ENCRYPTED = 1  # a bit of the flags of an entry (APPNOTE, 4.4.4), at byte 6 of its own header and 8 of the directory's


def test_an_archive_with_a_password(imported: Import) -> None:
    out = io.BytesIO()
    docx.Document().save(out)
    data = bytearray(out.getvalue())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= ENCRYPTED
            at = data.find(mark, at + 4)
    assert zipfile.ZipFile(io.BytesIO(data)).infolist()[0].flag_bits & ENCRYPTED
    made = imported("a.docx", bytes(data))
    assert made.text == ""
    assert [problem.code for problem in made.problems] == ["import/encrypted"]


def test_a_title_that_nothing_tells_is_a_guess(imported: Import) -> None:
    made = imported(
        "wells.txt", "One sentence of a text without any heading.\n\nAnother one, which says more of the same.\n"
    )
    assert "import/guessed" in [problem.code for problem in made.problems]
