#!/usr/bin/env bash
# Of two files with their data attached, only pdfunite keeps both attachments when they are bound into one.
#
# One would guess: what binds pages binds the data behind them too, or says that it leaves them out; and a file that is attached
# to a page by /AF, as PDF 2.0 and PDF/A-3 have it, is in the list that a reader shows.
# What happens: qpdf and PyMuPDF keep the first file's, Ghostscript, mutool and pypdf's append none, and none says so. What is attached by
# /AF alone, without the name tree, no reader lists, be it of the document or of a page; of what hangs on a page as a paper clip
# (FileAttachment) pdfdetach alone knows.
#
# Seen with qpdf 11.3.0, poppler 22.12.0, mutool 1.21.1, Ghostscript 10.00.0 (all Debian 12), PyMuPDF 2.0, pypdf 7.1.1, pikepdf
# 10.18.0, pypdfium2 5.15.2:
#   pdfunite: alpha.csv beta.csv
#   qpdf: alpha.csv
#   PyMuPDF: alpha.csv
#   pypdf: none
#   mutool: none
#   ghostscript: none
#   in the name tree, listed by: pikepdf pypdf mupdf pdfium pdfdetach
#   /AF of the document, listed by: none
#   /AF of a page, listed by: none
#   paper clip, listed by: pdfdetach
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0 pypdfium2==5.15.2 pymupdf==2.0 pypdf==7.1.1
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "attachments are kept or listed otherwise now"; exit 1; }
import subprocess

import pikepdf
import pymupdf
import pypdf
import pypdfium2
from pikepdf import Array, Dictionary, Name, String


def make(name, where, word="alpha"):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(200, 100))
        title = String(f"{word}.csv")
        stream = pdf.make_stream(b"place,wells\n", Type=Name.EmbeddedFile, Subtype=Name("/text/csv"))
        spec = Dictionary(Type=Name.Filespec, F=title, UF=title, AFRelationship=Name.Data, EF=Dictionary(F=stream, UF=stream))
        spec = pdf.make_indirect(spec)
        if where == "in the name tree":
            pdf.Root.Names = Dictionary(EmbeddedFiles=Dictionary(Names=Array([title, spec])))
        elif where == "/AF of the document":
            pdf.Root.AF = Array([spec])
        elif where == "/AF of a page":
            page.AF = Array([spec])
        else:
            clip = Dictionary(Type=Name.Annot, Subtype=Name.FileAttachment, Rect=[10, 10, 20, 20], FS=spec, F=4)
            page.Annots = Array([pdf.make_indirect(clip)])
        pdf.save(name, min_version="1.7")


def run(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def of_pdfium(name):
    document = pypdfium2.PdfDocument(name)
    return [document.get_attachment(number).get_name() for number in range(document.count_attachments())]


def of_pikepdf(name):
    with pikepdf.open(name) as pdf:
        return list(pdf.attachments)


READERS = {
    "pikepdf": of_pikepdf,
    "pypdf": lambda name: list(pypdf.PdfReader(name).attachments),
    "mupdf": lambda name: pymupdf.open(name).embfile_names(),
    "pdfium": of_pdfium,
    "pdfdetach": lambda name: ["alpha.csv"] * ("alpha.csv" in run("pdfdetach", "-list", name)),
}
NAMES = ("a.pdf", "b.pdf")
for name, word in zip(NAMES, ("alpha", "beta")):
    make(name, "in the name tree", word)
run("pdfunite", *NAMES, "pdfunite.pdf")
run("qpdf", NAMES[0], "--pages", ".", NAMES[1], "--", "qpdf.pdf")
run("mutool", "merge", "-o", "mutool.pdf", *NAMES)
run("gs", "-q", "-dSAFER", "-dBATCH", "-dNOPAUSE", "-sDEVICE=pdfwrite", "-o", "ghostscript.pdf", *NAMES)
document = pymupdf.open(NAMES[0])
document.insert_pdf(pymupdf.open(NAMES[1]))
document.save("PyMuPDF.pdf")
writer = pypdf.PdfWriter()
for name in NAMES:
    writer.append(name)
writer.write("pypdf.pdf")

found = {}
for tool in ("pdfunite", "qpdf", "PyMuPDF", "pypdf", "mutool", "ghostscript"):
    found[tool] = " ".join(sorted(of_pikepdf(f"{tool}.pdf"))) or "none"
for where in ("in the name tree", "/AF of the document", "/AF of a page", "paper clip"):
    make("one.pdf", where)
    found[f"{where}, listed by"] = " ".join(reader for reader, read in READERS.items() if read("one.pdf")) or "none"
for way, said in found.items():
    print(f"{way}: {said}")
kept = ["alpha.csv beta.csv", "alpha.csv", "alpha.csv", "none", "none", "none"]
raise SystemExit(list(found.values()) != [*kept, " ".join(READERS), "none", "none", "pdfdetach"])
PYTHON
