"""Documents read by pandoc.

Comes in: bytes and the name of their format. Goes out: pandoc's own tree of the document, from its JSON. Refuses to know
what the tree means.
"""

import json
from typing import Any

from briefgen.importing.refusal import Refused
from briefgen.installing import installing_extra
from briefgen.pandoc import PandocError, run

LONGEST = 200  # characters of what pandoc says


def read(data: bytes, form: str) -> dict[str, Any]:
    """What pandoc makes of a document. Raises Refused."""
    try:
        tree = json.loads(run(["--track-changes=accept", "-f", form, "-t", "json"], data))
    except PandocError as error:
        raise _refusal(error) from error
    except (ValueError, RecursionError) as error:
        said = "pandoc's reading of the document cannot be understood"
        raise Refused("import/unread", said, "copy the text into a new document, and save that") from error
    if not isinstance(tree, dict) or not isinstance(tree.get("blocks"), list):
        raise Refused("import/unread", "this pandoc is too old", "install pandoc 2.19 or newer")
    return tree


def _refusal(error: PandocError) -> Refused:
    said = (error.said.splitlines() or [""])[0][:LONGEST]
    if error.reason == "missing":
        said = (
            f"pandoc cannot be started: {said}" if said else "to read this kind of file, briefgen needs the program pandoc"
        )
        return Refused("import/no-pandoc", said, f"run `{installing_extra('import')}`; Markdown and plain text need none")
    if error.reason == "slow":
        said = f"reading the document takes longer than {said}"
        return Refused("import/too-large", said, "divide it, or copy the text into a new document")
    if error.reason == "memory":
        return Refused("import/too-large", "reading the document takes too much memory", "divide it")
    if error.reason == "large":
        return Refused("import/too-large", "the document holds too much for a brief", "divide it")
    return Refused("import/damaged", f"pandoc cannot read the document: {said or 'it is damaged'}", "save it anew")
