"""Keys that say how a file of data is read, the same for tables and charts."""

from briefgen.outline.kinds import Key, ListKind, TextKind
from briefgen.outline.specification.common import PLAIN

SHEET = Key("sheet", PLAIN, "The sheet of a workbook, by its name or number.", default="the first")
RANGE = Key("range", TextKind(most=40), "The cells that hold the table with its names, such as A4:D20.", default="all")
DATES = Key(
    "dates",
    TextKind(choices=("dmy", "mdy", "ymd")),
    "In which order the file writes day, month and year, where it does not write 2026-11-22.",
)
DECIMAL = Key("decimal", TextKind(choices=("point", "comma")), "The decimal sign of the file.", default="as found")
WHERE = Key(
    "where",
    TextKind(most=500),
    "Which rows of the file are taken: a condition on its columns, such as `year >= 2015 and region = {{region}}`.",
    default="all",
)
READING = (SHEET, RANGE, DATES, DECIMAL, WHERE)

TABLE_FILE = (
    Key("file", PLAIN, "A file of data, CSV or XLSX, in the stead of `rows`; its first row has the names of columns."),
    *READING,
    Key("columns", ListKind(PLAIN), "The columns that are shown, by their names and in this order.", default="all"),
    Key("sort", PLAIN, "The column that the rows are sorted by.", default="as in the file"),
    Key("order", TextKind(choices=("ascending", "descending")), "How they are sorted.", default="ascending"),
    Key("first", TextKind("integer"), "How many rows are shown, from the first on.", default="all"),
    Key(
        "format",
        ListKind(
            TextKind(
                choices=(
                    "plain",
                    "grouped",
                    "whole",
                    "decimal-1",
                    "decimal-2",
                    "percent",
                    "percent-1",
                    "date",
                    "month",
                    "year",
                )
            )
        ),
        "How each column's numbers or dates are written, in the brief's language: `grouped` 1,234.5; `whole`, `decimal-1`, "
        "`decimal-2` rounded; `percent` a share of 0.45 as 45%; `date`, `month`, `year`. One value is for all of them.",
        default="plain, as in the file",
    ),
)
