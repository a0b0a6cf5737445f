"""Workbooks of Excel and its like: XLSX.

Comes: the bytes of a file, and the name of a sheet. Goes: rows of cells with their values. Promise: formulas give what
the program stored of them; an error and a formula never calculated are faults, and no empty cells; what a reader of
values gets to see is a new archive of nothing but parts that were inflated under limits. Refuses to know what the cells
mean.
"""

import io
import zipfile
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from posixpath import join, normpath
from typing import TYPE_CHECKING

from briefgen.data.archive import DAMAGED, Archive
from briefgen.data.grid import CELLS_MOST, TEXT_MOST, Grid, Refused, too_many
from briefgen.data.numbers import decimal_sign
from briefgen.data.record import Cell, Fault, Found, Value, letters
from briefgen.data.scan import Scan, Sheet, is_to_be_calculated, read_relations, read_sheets, scan_sheet

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

BOOK, RELATIONS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
SHARED = ("[content_types].xml", "_rels/.rels", "xl/styles.xml", "xl/sharedstrings.xml")
PROPER = {"[content_types].xml": "[Content_Types].xml", "xl/sharedstrings.xml": "xl/sharedStrings.xml"}
DIGITS = 15  # that a program keeps of a number and shows; what follows them is the noise of binary fractions
UNCALCULATED = Fault(
    "data/never-calculated", "has a formula that was never calculated", "open the file in Excel or LibreOffice, and save it"
)


def read_workbook(data: bytes, sheet: str, decimal: str) -> Grid:
    """The cells of a sheet: of this name or number, or the first. Raises Refused."""
    archive = Archive(data)
    if not archive.has(BOOK):
        raise Refused("data/unread", _what(archive), "save it as XLSX or CSV")
    sheets = read_sheets(archive.read(BOOK))
    chosen = _chosen(sheets, sheet)
    relations = read_relations(archive.read(RELATIONS))
    part = normpath(join("/xl", relations.get(chosen.relation, ""))).lstrip("/")
    xml = archive.read(part)
    scan = scan_sheet(xml)
    if is_to_be_calculated(archive.read(BOOK)):  # what wrote it cannot calculate, and stores 0 for each formula
        scan.uncalculated.update(scan.zeros)
    rows = _rows(_sheet(archive, part, xml, chosen.name), scan)
    if not rows:
        raise Refused("data/empty", f"holds no data in its sheet “{chosen.name}”", _others(sheets, chosen))
    sign = decimal or decimal_sign(cell.value for row in rows for cell in row if isinstance(cell.value, str))
    found = Found(decimal=sign or ".", sure=bool(sign), sheet=chosen.name)
    return Grid(rows, found, tuple(_remarks(scan, chosen, rows)), frozenset(scan.hidden_columns))


def _what(archive: Archive) -> str:
    if archive.has("xl/workbook.bin"):
        return "is a binary workbook (XLSB)"
    if archive.has("content.xml"):
        return "is a file of LibreOffice or another program that writes OpenDocument"
    return "is an archive, and no workbook" if not archive.has("word/document.xml") else "is a Word file"


def _chosen(sheets: list[Sheet], wanted: str) -> Sheet:
    if not sheets:
        raise Refused("data/damaged", "is damaged: it has no sheet", DAMAGED)
    if not wanted:
        return next((sheet for sheet in sheets if not sheet.hidden), sheets[0])
    same = [sheet for sheet in sheets if sheet.name == wanted]
    same = same or [sheet for sheet in sheets if sheet.name.strip().lower() == wanted.strip().lower()]
    if not same and wanted.isdecimal() and 0 < int(wanted) <= len(sheets):
        same = [sheets[int(wanted) - 1]]
    if not same:
        names = ", ".join(sheet.name for sheet in sheets)[:200]
        raise Refused("data/no-such-sheet", f"has no sheet `{wanted[:40]}`", f"it has: {names}")
    return same[0]


def _others(sheets: list[Sheet], chosen: Sheet) -> str:
    others = ", ".join(sheet.name for sheet in sheets if sheet is not chosen)[:200]
    return f"name another with `sheet:`; it has: {others}" if others else "write a row of names, and the data below it"


def _sheet(archive: Archive, part: str, xml: bytes, name: str) -> "CalamineSheet":
    """The sheet as the reader of values sees it."""
    from python_calamine import CalamineError, CalamineWorkbook  # late: a brief without a workbook needs none

    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as made:
        for each in (*SHARED, BOOK, RELATIONS):
            if archive.has(each):
                made.writestr(PROPER.get(each, each), archive.read(each))
        made.writestr(part, xml)
    packed.seek(0)
    try:
        return CalamineWorkbook.from_filelike(packed).get_sheet_by_name(name)
    except CalamineError as error:
        raise Refused("data/damaged", "is damaged: its cells cannot be read", DAMAGED) from error


def _rows(sheet: "CalamineSheet", scan: Scan) -> list[list[Cell]]:
    """The cells of all rows that hold something, as wide as the sheet."""
    values = sheet.to_python(skip_empty_area=False)
    faults = (*scan.errors, *scan.uncalculated)  # empty to the reader, and perhaps all there is
    width = max([*map(len, values[:1]), *(column for _, column in faults)], default=0)
    values += [[] for _ in range(max([row for row, _ in faults], default=0) - len(values))]
    found: list[list[Cell]] = []
    first, cells = width, 0
    for row, line in enumerate(values, 1):
        made = [_cell(line[at] if at < len(line) else "", row, at + 1, scan) for at in range(width)]
        filled = [at for at, cell in enumerate(made) if cell.value is not None]
        if filled:
            first = min(first, filled[0])
            cells += width - first
            found.append(made)
        if cells > CELLS_MOST:
            raise too_many(f"more than {CELLS_MOST:,}")
    return [row[first:] for row in found]


def _cell(value: object, row: int, column: int, scan: Scan) -> Cell:
    where = (row, column)
    if where in scan.errors:
        said = f"is an error, {scan.errors[where] or 'without a name'}"
        fault = Fault("data/error-cell", said, "mend its formula, or leave the cell empty")
        return Cell(fault, scan.errors[where], row, column, column)
    if where in scan.uncalculated:
        return Cell(UNCALCULATED, "", row, column, column)
    made, text = _value(value)
    return Cell(made, text, row, column, column)


def _value(value: object) -> tuple[Value, str]:
    """A value and its text, from what the reader gives: whole floats are integers."""
    match value:
        case bool():
            return str(value).upper(), str(value).upper()
        case int() | float():
            number = Decimal(f"{value:.{DIGITS}g}")
            number = (
                number.quantize(Decimal(1)) if number == number.to_integral_value() and abs(number) < 10**DIGITS else number
            )
            return number, f"{number:f}" if abs(number.adjusted()) < 2 * DIGITS else str(number)
        case datetime():
            return (value, value.isoformat(" ")) if value.time() != time() else (value.date(), value.date().isoformat())
        case date():
            return value, value.isoformat()
        case time():
            return value, value.isoformat("auto" if value.microsecond else "seconds").removesuffix(":00")
        case timedelta():
            seconds = round(value.total_seconds())  # as [h]:mm:ss, of which a program counts on beyond a day
            sign, seconds = ("−" if seconds < 0 else ""), abs(seconds)
            return value, f"{sign}{seconds // 3600}:{seconds // 60 % 60:02}:{seconds % 60:02}"
        case str() if value.strip():
            if len(value) > TEXT_MOST:
                said = f"has more than {TEXT_MOST:,} characters"
                return Fault("data/too-large", said, "shorten it"), ""
            return value, value
        case _:
            return None, ""


def _remarks(scan: Scan, sheet: Sheet, rows: list[list[Cell]]) -> list[Refused]:
    """What has to be known of a sheet that is read."""
    found = []
    if sheet.hidden:
        said = f"has hidden its sheet “{sheet.name}”, and the brief shows it"
        found.append(Refused("data/hidden", said, "show the sheet, or name another"))
    filled = {cell.row for row in rows for cell in row}
    if hidden := sorted(scan.hidden & filled):
        some = ", ".join(map(str, hidden[:10])) + ("…" if len(hidden) > 10 else "")
        said = f"has hidden rows ({some}), and they are read like all others"
        found.append(Refused("data/hidden", said, "remove or show them", hidden[0], 1))
    if scan.external:
        row, column = min(scan.external)
        said = f"takes cell {letters(column)}{row} from another workbook; the value is the one that was stored last"
        found.append(Refused("data/external", said, "open it in its program, update the links, and save it", row, column))
    return found
