"""Files of data that the outline names, for tables and charts.

Comes: a mapping of the outline that names a file, with `sheet`, `range`, `dates`, `decimal` beside it. Goes: the data in it,
read once for all that ask the same. Promise: only files within the outline's folder; what is wrong is reported.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from briefgen.content.files import Folder
from briefgen.outline.tree import Map

if TYPE_CHECKING:
    from briefgen.data.record import Data


def open_data(folder: Folder, node: Map, key: str) -> "Data | None":
    """The data in the file that stands under `key` of a mapping, or None with a problem."""
    # late: few briefs take data from files
    from briefgen.data.read import read_data
    from briefgen.data.record import Wanted

    file = node.text(key)
    path = folder.find(file, "data/missing-file") if file else None
    if file is None or path is None:
        return None
    dates, decimal = node.text("dates"), node.text("decimal")
    wanted = Wanted(
        str(folder.path / Path(file.text.strip().replace("\\", "/"))),
        file,
        node.text("sheet"),
        node.text("range"),
        dates.text.strip() if dates else "",
        {"point": ".", "comma": ","}[decimal.text.strip()] if decimal else "",
    )
    asked = (path, repr([*(each and each.text for each in (wanted.sheet, wanted.range)), wanted.dates, wanted.decimal]))
    if asked not in folder.data:
        folder.data[asked] = read_data(path, wanted, folder.problems)
    data, where = folder.data[asked], node.text("where")
    if data is None or where is None:
        return data
    from briefgen.data.filtering import filtered  # late: few outlines take some rows alone

    return filtered(data, where, folder.problems)
