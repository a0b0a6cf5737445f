#!/usr/bin/env bash
# python-calamine reads a cell with an error, and a formula that was never calculated, as an empty cell.
#
# One would guess: #N/A comes as a value of its own, or as its text, and a formula without a stored value as its text or None;
# Excel shows both so that nobody takes them for nothing.
# What happens: each comes as "", like a cell in which nobody has written, and nothing tells that there was more. Who sums up or
# prints such a column has to scan the sheet's XML for t="e" and for <f> without <v>.
#
# Seen with python-calamine 0.9.1, openpyxl 3.1.5:
#   stored: ['#N/A', '=1+1', None]
#   read:   ['', '', '']
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q python-calamine==0.9.1 openpyxl==3.1.5
cd "$folder"
cat > make.py <<'PYTHON'
import openpyxl
import python_calamine

book = openpyxl.Workbook()
sheet = book.active
sheet["A1"], sheet["B1"], sheet["D1"] = "#N/A", "=1+1", 7
assert sheet["A1"].data_type == "e" and sheet["B1"].data_type == "f"
book.save("book.xlsx")
print("stored:", [cell.value for cell in openpyxl.load_workbook("book.xlsx").active[1][:3]])
(row,) = python_calamine.load_workbook("book.xlsx").get_sheet_by_index(0).to_python()
print("read:  ", row[:3])
raise SystemExit(row != ["", "", "", 7.0])
PYTHON
venv/bin/python make.py || { echo "errors or formulas are told now"; exit 1; }
