#!/usr/bin/env bash
# WeasyPrint writes “PDF/X-1a” into a file whose text is RGB black, whose tints are transparent, and which has no output intent.
#
# One would guess: pdf_variant="pdf/x-1a" turns colours into inks and flattens what is transparent, or refuses, or warns, for X-1a
# knows inks alone (ISO 15930-4); its PDF/A variants embed a profile by themselves, and PDF/UA warns of a missing description.
# What happens: the variant sets the version, the TrimBox and the label. Text that nobody has coloured is `0 0 0 rg`, three inks and
# more on a press; opacity stays; with no @color-profile there is no output intent, without which the label has no meaning. With a
# profile there is one, of four inks, and the text is RGB still, which X-4 forbids as well. Nothing is logged.
#
# Seen with WeasyPrint 70.0, pikepdf 10.18.0, Ghostscript's profile of inks (libgs-common, Debian 12):
#   pdf/x-1a: says PDF/X-1a:2003; text RGB, transparent True, intent False, warnings 0
#   pdf/x-1a, profile: says PDF/X-1a:2003; text RGB, transparent True, intent True, warnings 0
#   pdf/x-4: says PDF/X-4; text RGB, transparent True, intent False, warnings 0
#   pdf/x-4, profile: says PDF/X-4; text RGB, transparent True, intent True, warnings 0
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q weasyprint==70.0 pikepdf==10.18.0
cd "$folder"
venv/bin/python - <<'PYTHON' || { echo "PDF/X is written otherwise now"; exit 1; }
import io
import logging
import re

import pikepdf
import weasyprint

PROFILE = "/usr/share/color/icc/ghostscript/default_cmyk.icc"
RULE = f"@color-profile device-cmyk {{ components: cyan, magenta, yellow, black; src: url(file://{PROFILE}) }}"
PAGE = "<html lang=en><title>Wells</title><style>{} div {{ opacity: 0.5; background: teal }}</style><p>Wells</p><div>Springs</div>"
warnings = []
handler = logging.Handler(logging.WARNING)
handler.emit = warnings.append
logging.getLogger("weasyprint").addHandler(handler)
found = []
for variant in ("pdf/x-1a", "pdf/x-4"):
    for label, rule in ((variant, ""), (f"{variant}, profile", RULE)):
        warnings.clear()
        data = weasyprint.HTML(string=PAGE.format(rule)).write_pdf(pdf_variant=variant, uncompressed_pdf=True)
        with pikepdf.open(io.BytesIO(data)) as pdf:
            with pdf.open_metadata() as metadata:
                says = str(pdf.docinfo.get("/GTS_PDFXVersion") or metadata.get("pdfxid:GTS_PDFXVersion"))
            intent = "/OutputIntents" in pdf.Root
        text = "RGB" if b"\n0 0 0 rg\n" in data else "inks"
        transparent = bool(re.search(rb"/ca 0?\.5", data))
        found.append((says, text, transparent, intent, len(warnings)))
        print(f"{label}: says {says}; text {text}, transparent {transparent}, intent {intent}, warnings {len(warnings)}")
expected = [
    (says, "RGB", True, intent, 0) for says in ("PDF/X-1a:2003", "PDF/X-4") for intent in (False, True)
]
raise SystemExit(found != expected)
PYTHON
