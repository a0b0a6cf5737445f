"""Fixes around the pages: boxes, the output intent, titles.

Comes in: an open PDF. Goes out: the same, changed, and what was done in words. The promise: a box only says what held before
without being said, or what the page has room for; a profile is one that the file holds. Refuses to know content.
"""

from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from briefgen.preflight.intent import KINDS
from briefgen.preflight.matrix import Box, inside, overlap
from briefgen.preflight.objects import decoded, entry, items, numbers, text
from briefgen.preflight.rules import Rules
from briefgen.preflight.sheets import is_paper
from briefgen.problem import counted

MOST_PROFILE = 1 << 25
BOXES = ("/CropBox", "/TrimBox", "/BleedBox", "/ArtBox")


def _box(page: pikepdf.Page, key: str) -> Box | None:
    """A box with its corners in order."""
    inherits = key in ("/MediaBox", "/CropBox")
    node: Any = page.obj
    for _ in range(50):
        said = numbers(entry(node, key), 4)
        if said is not None or not inherits or node is None:
            break
        node = entry(node, "/Parent")
    if said is None:
        return None
    left, right = sorted(said[::2])
    bottom, top = sorted(said[1::2])
    return (left, bottom, right, top) if right > left and top > bottom else None


def _set(page: pikepdf.Page, key: str, box: Box) -> None:
    page.obj[key] = Array([round(side, 3) for side in box])


def trim(pdf: pikepdf.Pdf, _: Rules) -> list[str]:
    """Say the final size where it is the size that holds without being said (ISO 32000-1, 14.11.2): what is shown.

    Only of a page that is a sheet of paper: on a larger one there may be printers' marks round the final size.
    """
    count = 0
    for page in pdf.pages:
        whole = _box(page, "/CropBox") or _box(page, "/MediaBox")
        if whole is None or any(_box(page, key) is not None for key in ("/TrimBox", "/ArtBox", "/BleedBox")):
            continue
        if is_paper((whole[2] - whole[0], whole[3] - whole[1])) and "/UserUnit" not in page.obj:
            _set(page, "/TrimBox", whole)
            count += 1
    return [f"the TrimBox of {counted(count, 'page')} is what the page shows"] if count else []


def clip(pdf: pikepdf.Pdf, _: Rules) -> list[str]:
    """Cut off what reaches out of the MediaBox, beyond which there is nothing."""
    count = 0
    for page in pdf.pages:
        media = _box(page, "/MediaBox")
        for key in BOXES:
            box = _box(page, key)
            if media is not None and box is not None and not inside(box, media, 0):
                _set(page, key, overlap(box, media))
                count += 1
    return [f"{counted(count, 'box')} cut to the MediaBox".replace("boxs", "boxes")] if count else []


def bleed(pdf: pikepdf.Pdf, rules: Rules) -> list[str]:
    """Let the BleedBox reach as far as it has to, where the medium has the room."""
    count = 0
    for page in pdf.pages:
        media, final = _box(page, "/MediaBox"), _box(page, "/TrimBox")
        if media is None or final is None:
            continue
        by = rules.bleed
        wanted = (final[0] - by, final[1] - by, final[2] + by, final[3] + by)
        if inside(wanted, media, 0.01) and not inside(wanted, _box(page, "/BleedBox") or final, 0.01):
            _set(page, "/BleedBox", wanted)
            if (crop := _box(page, "/CropBox")) is not None and not inside(wanted, crop, 0.01):
                _set(page, "/CropBox", media)
            count += 1
    return [f"the BleedBox of {counted(count, 'page')} leaves the bleed that is needed"] if count else []


def intent(pdf: pikepdf.Pdf, _: Rules) -> list[str]:
    """Name the press that the file was made for, as far as the file itself knows it."""
    intents = [one for one in items(entry(pdf.Root, "/OutputIntents")) if isinstance(one, Dictionary)]
    mine = [one for one in intents if one.get("/S") == Name.GTS_PDFX]
    done = []
    if not mine:
        others = [one for one in intents if _header(one)[12:20] == b"prtrCMYK"]
        if not others:
            return []
        own = Dictionary(Type=Name.OutputIntent, S=Name.GTS_PDFX, DestOutputProfile=others[0].DestOutputProfile)
        for key in ("/OutputConditionIdentifier", "/OutputCondition", "/Info", "/RegistryName"):
            if key in others[0]:
                own[key] = others[0][key]
        pdf.Root.OutputIntents.append(own)
        mine = [own]
        done.append("an output intent for the press, with the profile that the file holds")
    header = _header(mine[0])
    if not isinstance(mine[0].get("/OutputConditionIdentifier"), String):
        mine[0].OutputConditionIdentifier = String("Custom")  # ISO 15930-7: what has no name in a registry
        done.append("the printing condition is called Custom, after the profile")
    channels = KINDS.get(header[16:20], ("", 0))[1]
    if channels and entry(entry(mine[0], "/DestOutputProfile"), "/N") != channels:
        mine[0].DestOutputProfile.N = channels
        done.append(f"the output profile has its {channels} channels")
    return done


def _header(one: Any) -> bytes:
    profile = entry(one, "/DestOutputProfile")
    return decoded(profile, MOST_PROFILE)[:128] if isinstance(profile, pikepdf.Stream) else b""


def titles(pdf: pikepdf.Pdf, _: Rules) -> list[str]:
    """One title in both places: that of the XMP metadata, or else that of the information dictionary; shown by viewers."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        known = str(metadata.get("dc:title") or "").strip()
        said = text(pdf.docinfo.get("/Title")).strip()
        title = known or said
        if not title:
            return []
        done = [f"the title is “{title[:60]}” in both places"] if known != said else []
        if not known:
            metadata["dc:title"] = title
        if said != title:
            pdf.docinfo["/Title"] = title
    preferences: Any = pdf.Root.get("/ViewerPreferences")
    if not isinstance(preferences, Dictionary):
        preferences = pdf.Root.ViewerPreferences = Dictionary()
    if not preferences.get("/DisplayDocTitle", False):
        preferences["/DisplayDocTitle"] = True
        done.append("viewers show the title")
    return done
