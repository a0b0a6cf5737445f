#!/usr/bin/env bash
# LibreOffice writes the lengths in a tagged PDF's layout attributes fifty times too small: an indent of 36 pt is 0.72.
#
# One would guess: /StartIndent, /SpaceBefore, /Width and /Height are in units of default user space, as everything that an
# element of structure says of its place (ISO 32000-1, 14.8.5.4), and so the same as on the page.
# What happens: each is a fiftieth of that; only /BBox, among the same attributes of the same element, is in points. Whoever
# sets such a PDF anew by its attributes, as reflowing viewers and converters to HTML may, gets no indents and no spaces.
#
# Seen with LibreOffice 7.4.7.2 (Debian 12), for an indent of 36 pt, a space of 24 pt and a table 300 pt wide:
#   StartIndent 0.72
#   SpaceBefore 0.48
#   Width of the cell 6
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0
cd "$folder"
cat > page.fodt <<'XML'
<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
 xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
 office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
<office:automatic-styles>
<style:style style:name="In" style:family="paragraph"><style:paragraph-properties fo:margin-left="36pt" fo:margin-top="24pt"/></style:style>
<style:style style:name="Ta" style:family="table"><style:table-properties style:width="300pt" table:align="left"/></style:style>
</office:automatic-styles>
<office:body><office:text><text:p>First.</text:p><text:p text:style-name="In">Indented.</text:p>
<table:table table:style-name="Ta"><table:table-column/><table:table-row><table:table-cell><text:p>Cell</text:p></table:table-cell>
</table:table-row></table:table><text:p>Last.</text:p></office:text></office:body></office:document>
XML
soffice --headless "-env:UserInstallation=file://$folder/profile" --convert-to \
  'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}' page.fodt > log 2>&1
venv/bin/python - <<'PYTHON' || { echo "lengths are written otherwise now"; exit 1; }
import pikepdf


def attribute(element, key):
    found = element.get("/A", pikepdf.Array())
    every = found if isinstance(found, pikepdf.Array) else [found]
    return next((float(each[key]) for each in every if isinstance(each, pikepdf.Dictionary) and key in each), None)


with pikepdf.open("page.pdf") as pdf:
    elements = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/S" in each and "/A" in each]
    indent = next(each for each in (attribute(element, "/StartIndent") for element in elements) if each)
    space = next(each for each in (attribute(element, "/SpaceBefore") for element in elements) if each)
    width = next(attribute(element, "/Width") for element in elements if element.S == "/TD")
print(f"StartIndent {indent:g}", f"SpaceBefore {space:g}", f"Width of the cell {width:g}", sep="\n")
raise SystemExit((indent, space, width) != (0.72, 0.48, 6))
PYTHON
