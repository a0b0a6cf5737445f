#!/usr/bin/env bash
# mypyc drops the keywords of a class whose metaclass is another library's: records of msgspec lose frozen=True and order=True.
#
# One would guess: what mypyc cannot make native "is compiled into a regular Python class", as its documentation says, keywords and
# all; or the compiler refuses what it cannot keep.
# What happens: it compiles without a word, and the class is made without its keywords (known: python/mypy issue 21938, open). A
# frozen record can then be changed and not be hashed, an ordered one cannot be sorted: sets and `sorted` fail where they worked
# before, and who neither sorts nor hashes is never told. Besides, a field `int | None` is annotated `type`.
# So records of msgspec have to stay in modules that are not compiled.
#
# Seen with mypy 2.4.1, msgspec 0.22.0:
#   plain:    frozen True, hashable True, ordered True, annotation int | None
#   compiled: frozen False, hashable False, ordered False, annotation <class 'type'>
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install -q 'mypy[mypyc]==2.4.1' msgspec==0.22.0 setuptools
cd "$folder"
cat > records.py <<'PYTHON'
import msgspec


class Point(msgspec.Struct, frozen=True, order=True):
    x: int
    y: int | None = None
PYTHON
cat > look.py <<'PYTHON'
from records import Point


def holds(work):
    try:
        work()
    except (AttributeError, TypeError):
        return False
    return True


frozen = not holds(lambda: setattr(Point(1), "x", 2))
print(
    f"frozen {frozen}, hashable {holds(lambda: hash(Point(1)))}, ordered {holds(lambda: Point(1) < Point(2))},",
    f"annotation {Point.__annotations__['y']}",
)
PYTHON
plain=$(venv/bin/python look.py)
venv/bin/python -m mypyc records.py > log.txt 2>&1 || { cat log.txt; echo "it does not compile now"; exit 1; }
ls records.*.so > /dev/null
compiled=$(venv/bin/python look.py)
echo "plain:    $plain"
echo "compiled: $compiled"
[ "$plain" = "frozen True, hashable True, ordered True, annotation int | None" ]
[ "$compiled" = "frozen False, hashable False, ordered False, annotation <class 'type'>" ] || { echo "keywords are kept now"; exit 1; }
