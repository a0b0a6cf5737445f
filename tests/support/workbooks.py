"""Workbooks made cell by cell, also such as no program writes."""

import io
import zipfile
from collections.abc import Iterable, Mapping

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
# number formats by the index of a cell's style: general, a date, a duration, a time, a date with a time
STYLES = (0, 14, 46, 20, 22)


def number(name: str, value: object, style: int = 0) -> str:
    return f'<c r="{name}" s="{style}"><v>{value}</v></c>'


def text(name: str, value: str) -> str:
    return f'<c r="{name}" t="inlineStr"><is><t>{value}</t></is></c>'


def formula(name: str, said: str, value: str = "", kind: str = "") -> str:
    return f'<c r="{name}"{f" t={chr(34)}{kind}{chr(34)}" if kind else ""}><f>{said}</f><v>{value}</v></c>'


def rows(*cells: Iterable[str], hidden: frozenset[int] = frozenset()) -> str:
    """Rows of cells from row 1 on."""
    return "".join(
        f'<row r="{at}"{" hidden=" + chr(34) + "1" + chr(34) if at in hidden else ""}>{"".join(row)}</row>'
        for at, row in enumerate(cells, 1)
    )


def workbook(
    sheets: Mapping[str, str],
    *,
    date1904: bool = False,
    calculated: bool = True,
    more: Mapping[str, bytes] = {},
    before: str = "",
    columns: str = "",
) -> bytes:
    """A workbook of sheets by their names, each the XML of its rows. `more`: further parts; `before`: before the root."""
    packed = io.BytesIO()
    listed = "".join(f'<sheet name="{name}" sheetId="{at}" r:id="r{at}"/>' for at, name in enumerate(sheets, 1))
    related = "".join(
        f'<Relationship Id="r{at}" Type="{OFFICE}/worksheet" Target="worksheets/sheet{at}.xml"/>'
        for at in range(1, len(sheets) + 1)
    )
    formats = "".join(f'<xf numFmtId="{each}"/>' for each in STYLES)
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as made:
        made.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{PACKAGE}/content-types"><Override PartName="/xl/workbook.xml" ContentType="{TYPE}"/></Types>',
        )
        made.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">'
            f'<Relationship Id="b" Type="{OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        )
        made.writestr(
            "xl/workbook.xml",
            f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><workbookPr date1904="{int(date1904)}"/>'
            f'<sheets>{listed}</sheets><calcPr fullCalcOnLoad="{int(not calculated)}"/></workbook>',
        )
        made.writestr(
            "xl/_rels/workbook.xml.rels",
            f'<Relationships xmlns="{PACKAGE}/relationships">{related}'
            f'<Relationship Id="s" Type="{OFFICE}/styles" Target="styles.xml"/></Relationships>',
        )
        made.writestr(
            "xl/styles.xml",
            f'<styleSheet xmlns="{MAIN}"><cellXfs count="{len(STYLES)}">{formats}</cellXfs></styleSheet>',
        )
        for at, said in enumerate(sheets.values(), 1):
            xml = f'{before}<worksheet xmlns="{MAIN}">{columns}<sheetData>{said}</sheetData></worksheet>'
            made.writestr(f"xl/worksheets/sheet{at}.xml", xml)
        for name, data in more.items():
            made.writestr(name, data)
    return packed.getvalue()
