"""Text with delimiters: CSV, TSV and their like.

Comes: the bytes of a file. Goes: rows of texts with their places. Promise: UTF-8, or else Windows-1252, and UTF-16 where
its mark says so: nothing else is guessed; memory and time are bounded. Refuses to know what the cells mean.
"""

import csv
from collections import Counter

from briefgen.data.grid import CELLS_MOST, COLUMNS_MOST, TEXT_MOST, Grid, Refused, too_many
from briefgen.data.numbers import decimal_sign
from briefgen.data.record import Cell, Found

DELIMITERS = ("\t", ";", ",", "|")
SAMPLE = 100  # lines by which the delimiter is told
BOMS = ((b"\xef\xbb\xbf", "utf-8", "UTF-8"), (b"\xff\xfe", "utf-16-le", "UTF-16"), (b"\xfe\xff", "utf-16-be", "UTF-16"))
UNQUOTED = "close the quotes round this cell; a quote within quotes is written twice"


def read_delimited(data: bytes, decimal: str) -> Grid:
    """The cells of a text. `decimal` is its decimal sign, or "" for the one that is found. Raises Refused."""
    text, encoding = _decoded(data)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    lines = text.split("\n")
    first, delimiter = 0, ""
    if lines[0].strip('"').startswith("sep=") and len(lines[0].strip('"')) == len("sep=;"):  # Excel's own first line
        first, delimiter = 1, lines[0].strip('"')[4]
    delimiter = delimiter or _delimiter(lines[:SAMPLE])
    rows = _rows(lines, first, delimiter)
    if not rows:
        raise Refused("data/empty", "holds no data", "write a line of names, and the data below it")
    sign = decimal or decimal_sign(cell.text for row in rows for cell in row)
    return Grid(rows, Found(encoding, delimiter, sign or ".", bool(sign)))


def _decoded(data: bytes) -> tuple[str, str]:
    """The text of a file and the name of its encoding."""
    for mark, codec, name in BOMS:
        if data.startswith(mark):
            try:
                return _clean(data[len(mark) :].decode(codec)), name
            except UnicodeDecodeError as error:
                raise Refused("data/not-text", f"is cut short or no {name} text", "save it again as UTF-8") from error
    if b"\0" in data:
        zeros = data[:1000].count(b"\0")
        what = "seems to be UTF-16 without its mark" if zeros * 3 > len(data[:1000]) else "is not text"
        raise Refused("data/not-text", what, "save it as CSV in UTF-8, or as XLSX")
    try:
        return _clean(data.decode("utf-8")), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        return _clean(data.decode("cp1252")), "Windows-1252"
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        said = f"has the byte {data[error.start]:02X}, which is neither UTF-8 nor Windows-1252"
        raise Refused("data/not-text", said, "save it as CSV in UTF-8", row, 1) from error


def _clean(text: str) -> str:
    """The text, when it holds no character that is no text."""
    for character in set(text):
        if (character < " " and character not in "\t\n\r\v\f") or character in "\x7f\ufffe\uffff":
            at = text.index(character)
            row, said = text.count("\n", 0, at) + 1, f"has the control character U+{ord(character):04X}"
            raise Refused("data/not-text", said, "remove it, or save the file anew", row, at - text.rfind("\n", 0, at))
    return text


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


def _rows(lines: list[str], first: int, delimiter: str) -> list[list[Cell]]:
    """The cells of all rows that are not blank."""
    csv.field_size_limit(TEXT_MOST * 4)
    reader = csv.reader((line + "\n" for line in lines[first:]), delimiter=delimiter, strict=True)
    found: list[list[Cell]] = []
    start, cells = first, 0
    try:
        for texts in reader:
            row, start = start, first + reader.line_num
            if not any(text.strip() for text in texts):
                continue
            if len(texts) > COLUMNS_MOST:
                said = f"has {len(texts)} cells in one row, and {COLUMNS_MOST} are the most"
                raise Refused("data/too-large", said, "save what the brief shows as a file of its own", row + 1, 1)
            cells += len(texts)
            if cells > CELLS_MOST:
                raise too_many(f"more than {CELLS_MOST:,}")
            places = _places(lines[row], delimiter, len(texts))
            found.append(
                [
                    Cell(text, text, row + 1, column, at)
                    for column, (text, at) in enumerate(zip(texts, places, strict=True), 1)
                ]
            )
    except csv.Error as error:
        if "field larger" in str(error):
            said = f"has a cell of more than {TEXT_MOST * 4:,} characters"
            raise Refused("data/open-quote", f"{said}; a quote may not be closed", UNQUOTED, start + 1, 1) from error
        raise Refused("data/open-quote", "has a cell whose quotes are not closed rightly", UNQUOTED, start + 1, 1) from error
    return found


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
