"""A print queue without a printer: cups-filters' pdftopdf, which decides on size, order and sides of what CUPS prints."""

import os
import subprocess
from pathlib import Path

FILTER = Path("/usr/lib/cups/filter/pdftopdf")
POINTS = {"A3": (842, 1191), "A4": (595, 842), "Letter": (612, 792)}
MARGIN = 12  # of a sheet, in points, that the printer leaves blank

HEAD = """*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "OFFICE.PPD"
*Manufacturer: "None"
*Product: "(Office)"
*ModelName: "Office"
*ShortNickName: "Office"
*NickName: "Office"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*OpenUI *Duplex/Sides: PickOne
*DefaultDuplex: None
*Duplex None/One: ""
*Duplex DuplexNoTumble/Long edge: ""
*Duplex DuplexTumble/Short edge: ""
*CloseUI: *Duplex
"""


def description(default: str) -> str:
    """What an office printer for these sheets says of itself (PPD 4.3)."""
    lines = [HEAD.rstrip()]
    for kind in ("PageSize", "PageRegion"):
        lines += [f"*OpenUI *{kind}: PickOne", f"*Default{kind}: {default}"]
        lines += [f'*{kind} {name}/{name}: ""' for name in POINTS] + [f"*CloseUI: *{kind}"]
    lines += [f"*DefaultImageableArea: {default}", f"*DefaultPaperDimension: {default}"]
    for name, (width, height) in POINTS.items():
        lines.append(f'*ImageableArea {name}/{name}: "{MARGIN} {MARGIN} {width - MARGIN} {height - MARGIN}"')
        lines.append(f'*PaperDimension {name}/{name}: "{width} {height}"')
    return "\n".join(lines) + "\n"


def printed(file: Path, options: str, folder: Path, default: str = "A4") -> Path:
    """The PDF that a queue whose own paper is `default` gives to the printer, with the options of `lp -o`."""
    driver, made = folder / "office.ppd", folder / f"{file.stem}-printed.pdf"
    driver.write_text(description(default))
    with made.open("wb") as stream:
        subprocess.run(
            [FILTER, "1", "user", "job", "1", options, file],
            stdout=stream,
            stderr=subprocess.PIPE,
            check=True,
            env=os.environ | {"PPD": str(driver)},
        )
    return made
