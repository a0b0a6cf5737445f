#!/usr/bin/env bash
# Pandoc leaves out, in silence, the cells of a Word table for which the table's grid has no column.
#
# One would guess: `w:tblGrid` gives the widths of columns, as `w:tblW` gives that of the table, and a row with more cells than
# it has `w:gridCol` comes through, as Word and LibreOffice show it. (Programs that write .docx get the grid wrong: files of
# Quarto, for one, have boxes of two cells above a grid of one column.)
# What happens: the words of the cells beyond the grid are gone, without a warning; with a grid of columns without widths, or
# without any grid, all cells come through.
#
# Seen with pypandoc-binary 1.17 (pandoc 3.9):
#   one column of 5000 in the grid: left, below left
#   no grid at all: left, right, below left, below right
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pypandoc-binary==1.17
cd "$folder"
venv/bin/python - <<'PYTHON'
import re
import sys
import zipfile

import pypandoc

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
ROWS = (("left", "right"), ("below left", "below right"))


def words(grid):
    cells = ["".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) for row in ROWS]
    table = f"<w:tbl>{grid}{''.join(f'<w:tr>{row}</w:tr>' for row in cells)}</w:tbl>"
    with zipfile.ZipFile("table.docx", "w") as file:
        kinds = f'<Default Extension="rels" ContentType="{MAIN}"/><Override PartName="/d.xml" ContentType="{MAIN}"/>'
        file.writestr("[Content_Types].xml", f'<Types xmlns="{TYPES}">{kinds}</Types>')
        row = f'<Relationship Id="a" Type="{OFFICE}" Target="d.xml"/>'
        file.writestr("_rels/.rels", f'<Relationships xmlns="{RELATIONS}">{row}</Relationships>')
        file.writestr("d.xml", f'<w:document xmlns:w="{WORD}"><w:body>{table}</w:body></w:document>')
    text = re.sub(r"\s+", " ", pypandoc.convert_file("table.docx", "plain"))
    return [cell for row in ROWS for cell in row if re.search(rf"(?<!below ){cell}", text)]


narrow, none = words('<w:tblGrid><w:gridCol w:w="5000"/></w:tblGrid>'), words("")
print(f"one column of 5000 in the grid: {', '.join(narrow)}\nno grid at all: {', '.join(none)}")
sys.exit(narrow != ["left", "below left"] or none != ["left", "right", "below left", "below right"])
PYTHON
