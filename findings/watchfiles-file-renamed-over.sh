#!/usr/bin/env bash
# watchfiles, told to watch a file, says nothing more of it once an editor has saved by renaming a new file over it.
#
# One would guess: `awatch("brief.yaml")` goes on with whatever stands under that name, for its arguments are paths.
# What happens: the first such save comes as a deletion; every later one, of whatever kind, is silent, and no error is raised.
# Watching the folder, and choosing by name, tells of all of them.
#
# Seen with watchfiles 1.3.0, Linux 6.18 (inotify), five saves by rename:
#   the file watched: 1 told; the folder watched: 5 told
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q watchfiles==1.3.0
cat > "$folder/watch.py" <<'PYTHON'
import asyncio
import sys
from pathlib import Path

from watchfiles import awatch

file = Path(sys.argv[1], "watched", "brief.yaml")
file.parent.mkdir()


async def told(path):
    file.write_text("0")
    batches = []

    async def follow():
        async for batch in awatch(path, step=10, debounce=50):
            batches.append([change for change, name in batch if Path(name).name == file.name])

    task = asyncio.create_task(follow())
    await asyncio.sleep(0.5)
    for number in range(5):
        draft = file.with_suffix(".new")
        draft.write_text(str(number))
        draft.replace(file)
        await asyncio.sleep(0.3)
    task.cancel()
    return sum(map(bool, batches))


alone, together = asyncio.run(told(file)), asyncio.run(told(file.parent))
print(f"the file watched: {alone} told; the folder watched: {together} told")
raise SystemExit(alone >= 5 or together != 5)
PYTHON
"$folder/venv/bin/python" "$folder/watch.py" "$folder" || { echo "a file is followed now, or a folder is not"; exit 1; }
