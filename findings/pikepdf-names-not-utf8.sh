#!/usr/bin/env bash
# pikepdf spells a name that is not UTF-8 in two ways, and neither of them finds the entry again as text.
#
# One would guess: keys() and str() of a Name give the same text, and `dictionary[key]` takes what `keys()` gave. PDF names are
# bytes (ISO 32000-1, 7.3.5); older programs of Western Europe, China and Japan write them in Latin-1, GBK and Shift-JIS.
# What happens: keys() and items() give the bytes as lone surrogates ("/B\udcfcro"), which get() and [] refuse with a TypeError;
# str() and repr() of the Name raise UnicodeDecodeError, so that printing a dictionary that holds one does, too. A program that
# goes through resources by text passes over such fonts and images. What works: bytes(name), and the Name object itself as key.
#
# Seen with pikepdf 10.18.0 (qpdf 12.4.2), Python 3.11:
#   keys: ['/B\udcfcro']
#   get by that text: TypeError
#   str of the name: UnicodeDecodeError
#   bytes of the name: b'/B\xfcro'
#   get by the name: 7
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q pikepdf==10.18.0
cat > "$folder/try.py" <<'PYTHON'
import io

import pikepdf

made = pikepdf.new()
made.add_blank_page()
made.Root.Words = pikepdf.Dictionary({"/Zzro": 7})
made.Root.Used = pikepdf.Name("/Zzro")
stream = io.BytesIO()
made.save(stream, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
# a valid file of the same length: #-escapes are only needed for bytes outside of 21 to 7E, and here they are what they stand for
pdf = pikepdf.open(io.BytesIO(stream.getvalue().replace(b"/Zzro", b"/B\xfcro")))


def tried(work):
    try:
        return repr(work())
    except Exception as error:
        return type(error).__name__


words, used = pdf.Root.Words, pdf.Root.Used
(key,) = words.keys()
seen = {
    "keys": ascii(list(words.keys())),
    "get by that text": tried(lambda: words.get(key)),
    "str of the name": tried(lambda: str(used)),
    "bytes of the name": tried(lambda: bytes(used)),
    "get by the name": tried(lambda: words.get(used)),
}
for what, found in seen.items():
    print(f"{what}: {found}")
expected = [r"['/B\udcfcro']", "TypeError", "UnicodeDecodeError", r"b'/B\xfcro'", "7"]
raise SystemExit(list(seen.values()) != expected)
PYTHON
"$folder/venv/bin/python" "$folder/try.py"
