"""Modules that load when they are first used: not before, and then as if they had been imported."""

import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.late import FLAGS

TRY = """
import sys
from briefgen.late import load_late
{before}
load_late("xml.dom.minidom")
late = type(sys.modules["xml.dom.minidom"]).__name__
{after}
print(late, sys.modules["xml.dom.minidom"].parseString("<a/>").documentElement.tagName, type(minidom).__name__)
"""


def told(code: str, folder: Path) -> str:
    run = subprocess.run([sys.executable, "-W", "error", "-c", code], cwd=folder, capture_output=True, text=True, check=True)
    return run.stdout.strip()


@pytest.mark.parametrize("statement", ["import xml.dom.minidom; minidom = xml.dom.minidom", "from xml.dom import minidom"])
def test_a_module_loads_at_its_first_use(tmp_path: Path, statement: str) -> None:
    assert told(TRY.format(before="", after=statement), tmp_path) == "_Late a module"


def test_a_module_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    assert told(TRY.format(before="from xml.dom import minidom", after=""), tmp_path) == "module a module"


def test_a_module_that_does_not_exist_is_still_missing(tmp_path: Path) -> None:
    code = "from briefgen.late import load_late\nload_late('xml.wells')\nimport xml\nprint(hasattr(xml, 'wells'))"
    assert told(code, tmp_path) == "False"


def test_a_plain_build_loads_no_pillow_and_a_later_one_does(tmp_path: Path) -> None:
    """reportlab imports it; pictures that only Pillow can read make it load."""
    code = """
import sys
from briefgen.build import build
from pathlib import Path
Path("brief.yaml").write_text("title: Wells\\n")
print(build("brief.yaml").good, "PIL._imaging" in sys.modules)
from PIL import Image
Image.new("RGB", (900, 600), "red").save("photo.jpg")
Path("photo.yaml").write_text("title: Wells\\nsections: [{content: [{figure: {image: photo.jpg, alt: Red}}]}]\\n")
print(build("photo.yaml").good, "PIL._imaging" in sys.modules)
"""
    assert told(code, tmp_path).split("\n") == ["True False", "True True"]


def test_numbers_that_are_given_are_those_of_the_module() -> None:
    assert {name: getattr(inspect, name) for name in FLAGS} == FLAGS


def test_what_is_spared_works_when_it_is_used(tmp_path: Path) -> None:
    code = """
import sys
from briefgen.late import SPARED, spare
spare()
import bz2, ipaddress, inspect, lzma, pickle, tempfile, textwrap
print({type(sys.modules[name]).__name__ for name in (*SPARED, "inspect")}, inspect.CO_NESTED)
print(ipaddress.ip_address("::1"), pickle.loads(pickle.dumps(1)), textwrap.dedent("  a"), inspect.isclass(int))
print(bz2.decompress(bz2.compress(b"b")), lzma.decompress(lzma.compress(b"c")))
print(bool(tempfile.gettempdir()), {type(sys.modules[name]).__name__ for name in (*SPARED, "inspect")})
"""
    assert told(code, tmp_path) == "{'_Late'} 16\n::1 1 a True\nb'b' b'c'\nTrue {'module'}"


def test_patterns_are_compiled_at_their_first_use_and_match_then(tmp_path: Path) -> None:
    code = """
import briefgen.outline.parse
import re, yaml
print(type(yaml.reader.Reader.NON_PRINTABLE).__name__, type(re.compile("a")).__name__)
print(yaml.load("a: 12\\nb: 2026-11-28", yaml.SafeLoader))
try:
    yaml.load("a: \\0", yaml.SafeLoader)
except yaml.YAMLError as error:
    print("refused")
"""
    said = ["_LatePattern Pattern", "{'a': 12, 'b': datetime.date(2026, 11, 28)}", "refused"]
    assert told(code, tmp_path).split("\n") == said


def test_what_msgspec_is_given_of_typing_extensions_is_what_it_would_take(tmp_path: Path) -> None:
    code = """
from briefgen.late import spare
spare()
import msgspec, typing, typing_extensions
class Given(typing.TypedDict, total=False):
    a: typing.Required[typing.Annotated[int, msgspec.Meta(gt=1)]]
print(type(typing_extensions).__name__, msgspec.convert({"a": 2}, Given))
for bad in ({}, {"a": 1}):
    try:
        msgspec.convert(bad, Given)
    except msgspec.ValidationError as error:
        print(error)
print(typing_extensions.deprecated.__name__, type(typing_extensions).__name__)
"""
    said = ["_Late {'a': 2}", "Object missing required field `a`", "Expected `int` >= 2 - at `$.a`", "deprecated module"]
    assert told(code, tmp_path).split("\n") == said
