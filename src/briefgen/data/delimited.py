"""Text with delimiters: CSV, TSV and their like.

Comes: the bytes of a file. Goes: rows of texts with their places, read anew each time, so that none has to be held. Promise:
UTF-8, or else Windows-1252, and UTF-16 where its mark says so: nothing else is guessed; memory and time are bounded. Refuses
to know what the cells mean.
"""

import csv
import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, islice

from briefgen.data.grid import CELLS_MOST, COLUMNS_MOST, TEXT_MOST, Grid, Refused, too_many
from briefgen.data.numbers import decimal_sign
from briefgen.data.record import Cell, Found

DELIMITERS = ("\t", ";", ",", "|")
SAMPLE = 100  # lines by which the delimiter is told
BOMS = ((b"\xef\xbb\xbf", "utf-8", "UTF-8"), (b"\xff\xfe", "utf-16-le", "UTF-16"), (b"\xfe\xff", "utf-16-be", "UTF-16"))
BLOCK = 1 << 16  # bytes that are parted into lines at a time, and the rest of a line
NO_TEXT = re.compile("[\x00-\x08\x0e-\x1f\x7f\ufffe\uffff]")
UNQUOTED = "close the quotes round this cell; a quote within quotes is written twice"


def read_delimited(data: bytes, decimal: str) -> Grid:
    """The cells of a text. `decimal` is its decimal sign, or "" for the one that is found. Raises Refused."""
    lines = _decoded(data)
    start = next(iter(lines), "").strip('"\n')
    own = start.startswith("sep=") and len(start) == len("sep=;")  # Excel's own first line
    delimiter = start[4] if own else _delimiter([*islice(lines, SAMPLE)])
    rows = Rows(lines, int(own), delimiter)
    if not any(rows):
        raise Refused("data/empty", "holds no data", "write a line of names, and the data below it")
    sign = decimal or decimal_sign(chain.from_iterable(texts for _, _, texts in rows.texts()))
    return Grid(rows, Found(lines.encoding, delimiter, sign or ".", bool(sign)))


class Lines:
    """The lines of a text, each with its end, decoded anew each time, so that few of them are held."""

    def __init__(self, data: bytes, codec: str, encoding: str) -> None:
        """`codec`: an encoding in which line ends are those of ASCII; `encoding`: what it was, for people."""
        self.data = data
        self.codec = codec
        self.encoding = encoding

    def __iter__(self) -> Iterator[str]:
        """The lines; those of old Macs and of Windows end as others do. May raise UnicodeDecodeError."""
        start = 0
        while start < len(self.data):
            end = self.data.find(b"\n", start + BLOCK) + 1 or len(self.data)
            for line in self.data[start:end].splitlines():
                yield line.decode(self.codec) + "\n"
            start = end


def _decoded(data: bytes) -> Lines:
    """The lines of a file, all of which are text. Raises Refused."""
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            try:
                text = data[len(mark) :] if codec == "utf-8" else data[len(mark) :].decode(codec).encode("utf-8")
                return _clean(Lines(text, "utf-8", name))
            except UnicodeError as error:
                raise Refused("data/not-text", f"is cut short or no {name} text", "save it again as UTF-8") from error
    if b"\0" in data:
        zeros = data[:1000].count(b"\0")
        what = "seems to be UTF-16 without its mark" if zeros * 3 > len(data[:1000]) else "is not text"
        raise Refused("data/not-text", what, "save it as CSV in UTF-8, or as XLSX")
    try:
        return _clean(Lines(data, "utf-8", "UTF-8"))
    except UnicodeDecodeError:
        return _clean(Lines(data, "cp1252", "Windows-1252"))


def _clean(lines: Lines) -> Lines:
    """The lines, when they hold no character that is no text. May raise UnicodeDecodeError of the first that is no UTF-8."""
    number, fault = 0, None
    try:
        for number, line in enumerate(lines, 1):
            found = None if fault else NO_TEXT.search(line)
            if found:
                said = f"has the control character U+{ord(found[0]):04X}"
                hint = "remove it, or save the file anew"
                fault = Refused("data/not-text", said, hint, number, found.start() + 1)
    except UnicodeDecodeError as error:
        if lines.codec == "utf-8":
            raise
        said = f"has the byte {error.object[error.start]:02X}, which is neither UTF-8 nor Windows-1252"
        raise Refused("data/not-text", said, "save it as CSV in UTF-8", number + 1, 1) from error
    if fault:
        raise fault
    return lines


def _delimiter(lines: list[str]) -> str:
    """The delimiter by which most lines have the same number of cells, of those that part any."""
    best, found = (0, 0), ","
    for sign in DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=sign) if row)
        except csv.Error:
            continue
        width, count = max(
            ((each, number) for each, number in widths.items() if each > 1), default=(0, 0), key=lambda p: p[1]
        )
        if width and (count, width) > best:
            best, found = (count, width), sign
    return found


class Rows:
    """The rows of a text that are not blank, behind its `first` lines. May raise Refused when read for the first time."""

    def __init__(self, lines: Lines, first: int, delimiter: str) -> None:
        self._lines = lines
        self._first = first
        self._delimiter = delimiter

    def __iter__(self) -> Iterator[list[Cell]]:
        for row, line, texts in self.texts():
            places = _places(line, self._delimiter, len(texts))
            yield [Cell(text, text, row, column, at) for column, (text, at) in enumerate(zip(texts, places, strict=True), 1)]

    def texts(self) -> Iterator[tuple[int, str, list[str]]]:
        """Of each row the number of its first line, from 1, that line, and the texts of its cells."""
        csv.field_size_limit(TEXT_MOST * 4)
        taken: list[str] = []  # the lines of one row

        def lines() -> Iterator[str]:
            for line in islice(self._lines, self._first, None):
                taken.append(line)
                yield line

        reader = csv.reader(lines(), delimiter=self._delimiter, strict=True)
        start, cells = self._first, 0
        try:
            for texts in reader:
                row, start, line = start + 1, self._first + reader.line_num, taken[0]
                taken.clear()
                if not any(text.strip() for text in texts):
                    continue
                cells += len(texts)
                _limit(len(texts), cells, row)
                yield row, line, texts
        except csv.Error as error:
            said = "has a cell whose quotes are not closed rightly"
            if "field larger" in str(error):
                said = f"has a cell of more than {TEXT_MOST * 4:,} characters; a quote may not be closed"
            raise Refused("data/open-quote", said, UNQUOTED, start + 1, 1) from error


def _limit(width: int, cells: int, row: int) -> None:
    """Refuse a row, or a file, of more cells than anybody could read."""
    if width > COLUMNS_MOST:
        said = f"has {width} cells in one row, and {COLUMNS_MOST} are the most"
        raise Refused("data/too-large", said, "save what the brief shows as a file of its own", row, 1)
    if cells > CELLS_MOST:
        raise too_many(f"more than {CELLS_MOST:,}")


def _places(line: str, delimiter: str, count: int) -> list[int]:
    """The characters of a line at which its cells begin; what stands in further lines has the place of the last."""
    found, at, quoted = [1], 0, False
    if '"' not in line:
        for part in line.split(delimiter)[:-1]:
            at += len(part) + 1
            found.append(at + 1)
    else:
        for number, character in enumerate(line):
            if character == '"':
                quoted = not quoted
            elif character == delimiter and not quoted:
                found.append(number + 2)
    return [*found, *[found[-1]] * count][:count]
