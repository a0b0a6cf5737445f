"""A workbook's archive under limits: the parts that hold one sheet's values, and nothing else.

Comes: the bytes of a zip archive of anybody's. Goes: parts by name. Promise: nothing inflates to more than its limit,
whatever the archive says of it. Raises Refused.
"""

import io
import zipfile
import zlib

from briefgen.data.grid import Refused

PARTS_MOST = 4000
INFLATED_MOST = 100_000_000  # of all parts that are read together; 200,000 cells have some 15 MB
RATIO_MOST = 250  # XML of office programs reaches 60
LARGE = 1_000_000
DAMAGED = "open it in the program that made it, and save it anew"


class Archive:
    """An archive that has been opened; parts are inflated when they are asked for."""

    def __init__(self, data: bytes) -> None:
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise Refused("data/damaged", "is damaged: its archive cannot be opened", DAMAGED) from error
        parts = self._zip.infolist()
        if len(parts) > PARTS_MOST:
            raise Refused("data/too-large", f"has {len(parts)} parts, and {PARTS_MOST} are the most", DAMAGED)
        self._parts = {part.filename.lstrip("/").lower(): part for part in parts}  # OPC compares names without their case
        self._room = INFLATED_MOST

    def has(self, name: str) -> bool:
        """Whether there is a part of that name."""
        return name.lower() in self._parts

    def names(self) -> list[str]:
        """The names of all parts, in small letters."""
        return list(self._parts)

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises Refused when there is none, or it is encrypted, damaged or too large."""
        part = self._parts.get(name.lower())
        if part is None:
            raise Refused("data/damaged", f"is damaged: its part {name} is missing", DAMAGED)
        if part.flag_bits & 1:
            raise Refused("data/unread", "is protected by a password", "save a copy without one")
        if part.file_size > max(LARGE, RATIO_MOST * part.compress_size):
            said = "inflates to many times its size, as no workbook does (a zip bomb?)"
            raise Refused("data/hostile", said, "do not open it; ask its sender")
        if part.file_size > self._room:
            said = f"has more than {INFLATED_MOST // 1_000_000} MB of cells"
            raise Refused("data/too-large", said, "save what the brief shows as a file of its own")
        try:
            with self._zip.open(part) as stream:
                data = stream.read(part.file_size + 1)
        except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise Refused("data/damaged", f"is damaged: its part {name} cannot be read", DAMAGED) from error
        self._room -= len(data)
        return data
