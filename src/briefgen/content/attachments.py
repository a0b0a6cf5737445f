"""The outline and the files that it names, as files that the PDF carries along.

Comes: an outline, and its folder with all files that were found there. Goes: attachments, the outline first, then the files
in the order of their names. Promise: a build from these files alone gives the same brief; one that cannot be given along is
reported. Refuses to know what the files are for.
"""

from pathlib import Path, PurePosixPath

from briefgen.content.brief import Attachment
from briefgen.content.files import Folder, Named, shown
from briefgen.outline.read import STANDARD
from briefgen.outline.tree import Outline
from briefgen.problem import Place

CODE = "content/cannot-embed"
MOST_BYTES = 200_000_000  # of all files together
MOST_FILES = 1000
LONGEST = 255  # bytes of the name of a file or folder, as most file systems have it

SIGNATURES = (
    (b"\x89PNG", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"%PDF", "application/pdf"),
    (b"PK\3\4", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),  # nothing else so packed is named
    (b"<svg", "image/svg+xml"),
    (b"<?xml", "image/svg+xml"),
    (b"II*\0", "image/tiff"),
    (b"MM\0*", "image/tiff"),
    (b"GIF8", "image/gif"),
    (b"RIFF", "image/webp"),
    (b"OTTO", "font/otf"),
    (b"\0\1\0\0", "font/ttf"),
    (b"true", "font/ttf"),
    (b"ttcf", "font/collection"),
)
UNKNOWN = "application/octet-stream"
BY_ENDING = {".csv": "text/csv", ".tsv": "text/tab-separated-values"}  # of texts that say nothing of themselves
YAML = "application/yaml"  # RFC 9512


def attach(outline: Outline, folder: Folder) -> tuple[Attachment, ...]:
    """The attachments of an outline. Those that cannot be given along are left out, with a problem."""
    own = Path("brief.yaml" if outline.file == STANDARD else outline.file)
    named = [Named(own.name, own, Place(outline.file)), *sorted(folder.found.values(), key=lambda each: each.name)]
    wrong = faults([each.name for each in named])
    made = [Attachment(own.name, outline.data, YAML, "Source", "The outline that this document was made from")]
    room = MOST_BYTES - len(outline.data)
    if len(named) > MOST_FILES:
        wrong[named[MOST_FILES].name] = f"there are more than {MOST_FILES} files"
    for each in named[1:]:
        if each.name in wrong:
            continue
        try:
            with each.path.open("rb") as file:
                data = file.read(max(room, 0) + 1)
        except OSError as error:
            wrong[each.name] = f"it cannot be read: {error.strerror}"
            continue
        room -= len(data)
        if room < 0:
            wrong[each.name] = f"with it, the source has more than {MOST_BYTES // 1_000_000} MB"
            break
        made.append(Attachment(each.name, data, _media_of(data, each.name), "Supplement", "A file that the outline names"))
    for each in named:
        if each.name in wrong:
            said = f"`{shown(each.name)}` cannot be embedded: {wrong[each.name]}"
            folder.problems.add(CODE, each.place, said, "change that, or leave out `embed_source`")
    return tuple(made)


def media_of(data: bytes) -> str:
    """The media type of a file that an outline can name, by how it begins."""
    if data[36:40] == b"acsp":  # ICC.1, 7.2
        return "application/vnd.iccprofile"
    return next((media for signature, media in SIGNATURES if data.startswith(signature)), UNKNOWN)


def _media_of(data: bytes, name: str) -> str:
    found = media_of(data)
    return BY_ENDING.get(PurePosixPath(name.lower()).suffix, UNKNOWN) if found == UNKNOWN else found


def faults(names: list[str]) -> dict[str, str]:
    """Why files of these names cannot all be written below one folder, on any system, by the names that are at fault."""
    found: dict[str, str] = {}
    seen: dict[str, str] = {}
    for name in names:
        parts = name.split("/")
        if not name.isprintable() or "\\" in name or name[1:2] == ":" or {"", ".", ".."} & set(parts):
            found[name] = "its name is not a path within the folder"
        elif max(len(part.encode()) for part in parts) > LONGEST:
            found[name] = "its name is too long"
        elif name.lower() in seen:
            found[name] = f"another file is named `{shown(seen[name.lower()])}`"
        seen.setdefault(name.lower(), name)
    for name in names:
        inside = next((str(each) for each in PurePosixPath(name.lower()).parents if str(each) in seen), None)
        if inside is not None:
            found.setdefault(name, f"`{shown(seen[inside])}` is a file, and no folder")
    return found
