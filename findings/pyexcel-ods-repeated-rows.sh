#!/usr/bin/env bash
# pyexcel-ods 0.6.0 reads rows that are alike once only, and moves what stands behind merged cells to the left.
#
# One would guess: equal rows in succession, which LibreOffice stores once with a count (table:number-rows-repeated), are as many
# rows as the sheet shows, as equal cells in a row, stored in the same way, are as many cells; and a cell that is covered by
# a merged one keeps its place, so that columns stay columns.
# What happens: three equal months come out as one, so that sums are too small, and “Total” over two columns has its number in the
# second column instead of the third. No error. pyexcel-ods3, of the same project, has both right; where both are installed,
# `pyexcel_ods3.get_data` is answered by pyexcel-ods, and the other way round. pandas and python-calamine have them right too, and
# faults of their own: pandas (odfpy) refuses the whole sheet for one duration of 36 hours, and calamine joins words at a line break
# within a cell.
#
# Seen with pyexcel-ods 0.6.0, pyexcel-ods3 0.6.1, pandas 3.1.1 with odfpy 1.4.1, python-calamine 0.9.1:
#   pyexcel_ods: 1 of 3 rows, number in column 2, a duration read, words “one\ntwo”
#   pyexcel_ods3: 3 of 3 rows, number in column 3, a duration read, words “one\ntwo”
#   pandas: 3 of 3 rows, number in column 3, a duration refused, words “one\ntwo”
#   calamine: 3 of 3 rows, number in column 3, a duration read, words “onetwo”
#   pyexcel_ods3 beside pyexcel_ods: 1 of 3 rows, number in column 2, a duration read, words “one\ntwo”
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pyexcel-ods==0.6.0 pyexcel-io==0.6.8 pandas==3.1.1 odfpy==1.4.1 python-calamine==0.9.1
python3 -m venv "$folder/three"
"$folder/three/bin/pip" install -q pyexcel-ods3==0.6.1 pyexcel-io==0.6.8
cd "$folder"
cat > make.py <<'PYTHON'
import zipfile

SPACE = "urn:oasis:names:tc:opendocument:xmlns:"
KIND = "application/vnd.oasis.opendocument.spreadsheet"
MANIFEST = f"""<?xml version="1.0"?><m:manifest xmlns:m="{SPACE}manifest:1.0" m:version="1.2">
<m:file-entry m:full-path="/" m:media-type="{KIND}"/><m:file-entry m:full-path="content.xml" m:media-type="text/xml"/></m:manifest>"""
CONTENT = f"""<?xml version="1.0" encoding="UTF-8"?><office:document-content office:version="1.2" xmlns:office="{SPACE}office:1.0"
 xmlns:table="{SPACE}table:1.0" xmlns:text="{SPACE}text:1.0"><office:body><office:spreadsheet><table:table table:name="S">"""
END = "</table:table></office:spreadsheet></office:body></office:document-content>"


def cell(text, kind="string", stored="", **attributes):
    more = "".join(f' table:{name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<table:table-cell office:value-type="{kind}" {stored}{more}><text:p>{text}</text:p></table:table-cell>'


def row(*cells, times=1):
    return f'<table:table-row table:number-rows-repeated="{times}">{"".join(cells)}</table:table-row>'


def number(value):
    return cell(value, "float", f'office:value="{value}"')


def make(name, *rows):
    with zipfile.ZipFile(name, "w") as archive:
        archive.writestr("mimetype", KIND)
        archive.writestr("META-INF/manifest.xml", MANIFEST)
        archive.writestr("content.xml", CONTENT + "".join(rows) + END)


make("rows.ods", row(cell("North"), number(1)), row(cell("South"), number(7), times=3), row(cell("West"), number(2)))
make("merged.ods", row(cell("Total", number_columns_spanned=2), "<table:covered-table-cell/>", number(3)))
make("hours.ods", row(cell("36:00", "time", 'office:time-value="PT36H00M00S"')))
make("words.ods", row(cell("one<text:line-break/>two")))
PYTHON
cat > read.py <<'PYTHON'
import importlib
import sys

READER = sys.argv[1]
module = importlib.import_module({"calamine": "python_calamine"}.get(READER, READER))


def read(name):
    if READER == "pandas":
        return module.read_excel(name, header=None, engine="odf").values.tolist()
    if READER == "calamine":
        return module.load_workbook(name).get_sheet_by_index(0).to_python()
    return module.get_data(name)["S"]


alike = sum(cells[0] == "South" for cells in read("rows.ods"))
column = read("merged.ods")[0].index(3) + 1
try:
    duration = "read" if read("hours.ods") else "lost"
except ValueError:
    duration = "refused"
words = read("words.ods")[0][0].replace("\n", r"\n")
print(f"{alike} of 3 rows, number in column {column}, a duration {duration}, words “{words}”")
PYTHON
export PYTHONIOENCODING=utf-8
python3 make.py
{
  echo "pyexcel_ods: $(venv/bin/python read.py pyexcel_ods)"
  echo "pyexcel_ods3: $(three/bin/python read.py pyexcel_ods3)"
  for reader in pandas calamine; do
    echo "$reader: $(venv/bin/python read.py "$reader")"
  done
  venv/bin/pip install -q pyexcel-ods3==0.6.1
  echo "pyexcel_ods3 beside pyexcel_ods: $(venv/bin/python read.py pyexcel_ods3)"
} | tee seen.txt
cat > expected.txt <<'SEEN'
pyexcel_ods: 1 of 3 rows, number in column 2, a duration read, words “one\ntwo”
pyexcel_ods3: 3 of 3 rows, number in column 3, a duration read, words “one\ntwo”
pandas: 3 of 3 rows, number in column 3, a duration refused, words “one\ntwo”
calamine: 3 of 3 rows, number in column 3, a duration read, words “onetwo”
pyexcel_ods3 beside pyexcel_ods: 1 of 3 rows, number in column 2, a duration read, words “one\ntwo”
SEEN
cmp -s seen.txt expected.txt || { echo "repeated rows are read otherwise now"; exit 1; }
