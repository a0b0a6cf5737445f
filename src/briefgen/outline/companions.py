"""Files that go with an outline and are read as it is: its house, its brand.

Comes: the scalar that names one. Goes: its text. Promise: it lies within the outline's folder, it is not long, and what is
wrong is reported where it is named. Refuses to know what is in it.
"""

from os.path import normpath
from pathlib import Path

from briefgen.outline.tree import Scalar
from briefgen.problem import Problems

LARGEST = 200_000  # bytes


def companion(named: Scalar, folder: Path, kind: tuple[str, str], problems: Problems) -> str | None:
    """The text of a file; None, with a problem, when there is none that may be read.

    `kind`: what it is, and such a file's name. Paths count from the file that has the scalar.
    """
    what, usual = kind
    written = named.text.strip().replace("\\", "/")
    said, hint, code = "", f"name a file beside the outline, such as {usual}", f"content/unknown-{what}"
    try:
        path = (folder / below(named, folder) / written).resolve()
        if Path(written).is_absolute() or ":" in written or not path.is_relative_to(folder.resolve()):
            said, code = f"`{written[:80]}` leads out of the outline's folder", "content/path-outside"
            hint = "copy it into the outline's folder; briefs that share it stand in one folder"
        elif not path.is_file():
            said = f"there is no file `{written[:80]}`"
        else:
            with path.open("rb") as stream:
                data = stream.read(LARGEST + 1)
            if len(data) <= LARGEST:
                return data.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
            said = f"`{written[:80]}` has more than {LARGEST // 1000} kB, and no {what} has"
    except UnicodeDecodeError:
        said, hint = f"`{written[:80]}` is not UTF-8 text", "save the file as UTF-8"
    except (OSError, ValueError, RuntimeError) as error:
        said = f"`{written[:80]}` cannot be read: {getattr(error, 'strerror', None) or error}"
    problems.add(code, named.place, said, hint)
    return None


def name_of(named: Scalar) -> str:
    """The name of such a file for messages, as the outline's is given."""
    return normpath(str(Path(named.place.file).parent / named.text.strip().replace("\\", "/")))


def below(named: Scalar, folder: Path) -> Path:
    """Where the file that has a scalar lies in the outline's folder."""
    own = Path(named.place.file).parent
    return own.relative_to(folder) if own != folder and own.is_relative_to(folder) else Path()
