"""Modules that load when they are first used: not before, and then as if they had been imported."""

import gettext
import inspect
import subprocess
import sys
from pathlib import Path

import pytest

from briefgen.late import FLAGS, WORDS

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


@pytest.mark.parametrize(
    ("outline", "unused"),
    [
        ("title: Wells", "briefgen.charting briefgen.data briefgen.content.raster briefgen.layout.blocks.figure"),
        ("title: Wells", "briefgen.content.margins briefgen.layout.blocks.inks briefgen.layout.blocks.compact"),
        (
            "sections: [{content: [{chart: {kind: steps, alt: Two, steps: [Dig, Draw]}}]}]\ntitle: Wells",
            "briefgen.data briefgen.charting.frame briefgen.charting.lines briefgen.content.blocks.chart_plot",
        ),
    ],
)
def test_a_build_imports_nothing_for_what_the_brief_has_not(tmp_path: Path, outline: str, unused: str) -> None:
    (tmp_path / "brief.yaml").write_text(outline)
    code = """
import sys
from briefgen.build import build
print(build("brief.yaml").good, *sys.modules)
"""
    good, *loaded = told(code, tmp_path).split()
    assert good == "True"
    assert [name for name in loaded if name.startswith(tuple(unused.split()))] == []


def test_numbers_that_are_given_are_those_of_the_module() -> None:
    assert {name: getattr(inspect, name) for name in FLAGS} == FLAGS


@pytest.mark.parametrize(("name", "words"), [("gettext", ("usage",)), *(("ngettext", ("one", "many", n)) for n in range(3))])
def test_words_that_are_given_are_those_of_the_module(name: str, words: tuple[object, ...]) -> None:
    given = WORDS[name]
    assert callable(given)
    assert given(*words) == getattr(gettext, name)(*words)


NAMES = """
import sys
from briefgen.late import late_names
with late_names("xml.dom.minidom", "this"):
    from xml.dom.minidom import parseString, StringTypes
    from this import c as switch
    late = [type(sys.modules[name]).__name__ for name in ("xml.dom.minidom", "this")]
from xml.dom import minidom
late += [type(minidom).__name__]
{use}
print(*late, type(minidom).__name__, minidom.parseString is not parseString)
"""


def test_names_of_a_late_module_load_it_when_they_are_called(tmp_path: Path) -> None:
    use = "late += [parseString('<a/>').documentElement.tagName]"
    assert told(NAMES.format(use=use), tmp_path) == "_Lent _Lent _Late a module True"


def test_a_switch_of_a_late_module_loads_it_when_it_is_asked(tmp_path: Path) -> None:
    use = "late += [bool(switch), sys.modules['this'].c]"
    assert told(NAMES.format(use=use), tmp_path).split("\n")[-1] == "_Lent _Lent _Late True 97 _Late True"


def test_who_imports_a_late_module_afterwards_gets_its_own_classes(tmp_path: Path) -> None:
    """Not what stands in for them elsewhere."""
    code = """
import briefgen.pdf.objects
from reportlab import rl_config
from reportlab.lib.utils import ImageReader
print(isinstance(ImageReader, type), type(rl_config.pageCompression).__name__)
"""
    assert told(code, tmp_path) == "True int"


def test_reportlab_makes_the_same_documents_of_its_own(tmp_path: Path) -> None:
    code = """
{first}
from io import BytesIO
from hashlib import sha256
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfbase.pdfdoc import PDFDocument
file = BytesIO()
canvas = Canvas(file, invariant=1)
canvas.drawString(72, 72, "Wells")
canvas.save()
plain = PDFDocument()
print(sha256(file.getvalue()).hexdigest(), bool(plain.compression), bool(plain.invariant))
"""
    assert told(code.format(first="import briefgen.pdf.objects"), tmp_path) == told(code.format(first=""), tmp_path)


def test_plain_numbers_are_those_of_the_enumerations(tmp_path: Path) -> None:
    code = """
{first}
import enum, uharfbuzz as hb
assert hb.Face
kinds = {{name: kind for name, kind in vars(hb).items() if isinstance(kind, type) and issubclass(kind, int)}}
print(sum(issubclass(kind, enum.Enum) for kind in kinds.values()) > 10, enum.IntEnum.__name__, enum.IntFlag.__name__)
for name, kind in kinds.items():
    print(name, {{each: int(value) for each, value in vars(kind).items() if each.isupper() and each[0] != "_"}})
"""
    plain = told(code.format(first="from briefgen.late import spare; spare()"), tmp_path).split("\n")
    usual = told(code.format(first=""), tmp_path).split("\n")
    assert (plain[0], usual[0]) == ("False IntEnum IntFlag", "True IntEnum IntFlag")
    assert plain[1:] == usual[1:]


def test_dates_that_are_given_are_those_of_the_module(tmp_path: Path) -> None:
    code = """
{first}
import datetime, pickle, platform, typing
day = datetime.datetime(2026, 11, 28, tzinfo=datetime.UTC)
print([hasattr(datetime, name) for name in datetime.__all__], datetime.datetime_CAPI is not None)
print(type(day).__module__, pickle.loads(pickle.dumps(day)), datetime.datetime.strptime("2026", "%Y"), platform.system())
print(typing.Optional["Wells"])
"""
    given = told(code.format(first="from briefgen.late import spare; spare()"), tmp_path)
    assert given == told(code.format(first=""), tmp_path)


def test_what_is_spared_works_when_it_is_used(tmp_path: Path) -> None:
    code = """
import sys
from briefgen.late import SPARED, spare
spare()
import bz2, gettext, inspect, lzma, ntpath, pathlib, textwrap, urllib.parse
LATE = (*SPARED, "inspect", "gettext", "urllib.parse")
print({type(sys.modules[name]).__name__ for name in LATE}, inspect.CO_NESTED, gettext.gettext("usage"))
print(textwrap.dedent("  a"), inspect.isclass(int), gettext.find("wells"), pathlib.Path("/ä").as_uri())
print(bz2.decompress(bz2.compress(b"b")), lzma.decompress(lzma.compress(b"c")), ntpath.join("a", "b"))
print({type(sys.modules[name]).__name__ for name in LATE})
"""
    said = ["{'_Late'} 16 usage", "a True None file:///%C3%A4", "b'b' b'c' a\\b", "{'module'}"]
    assert told(code, tmp_path).split("\n") == said


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


def test_the_parser_in_c_comes_without_the_others_which_load_when_they_are_used(tmp_path: Path) -> None:
    """Its errors are those of the package, and who imports that afterwards has all of it."""
    code = """
{first}
import sys
from yaml._yaml import CParser
from yaml.error import YAMLError
late = type(sys.modules["yaml"]).__name__, type(sys.modules["yaml.scanner"]).__name__
found = []
for text in ("a: [", "a: \\0", "a: *b", "a: 'b", "a: b: c"):
    try:
        parser = CParser(text)
        while parser.check_event():
            parser.get_event()
    except YAMLError as error:
        found.append(error)
import yaml
print(*map(type, found))
print(isinstance(found[0], yaml.parser.ParserError), isinstance(found[1], yaml.reader.ReaderError))
print(yaml.load("a: 12\\nb: 2026-11-28", yaml.SafeLoader), yaml.load("- 1", yaml.CSafeLoader))
print(yaml.dump([1], Dumper=yaml.CSafeDumper))
print(sorted(name for name in dir(yaml) if not name.startswith("__")))
print(*late, file=sys.stderr)
"""
    spared = code.format(first="from briefgen.late import spare; spare()")
    assert told(spared, tmp_path) == told(code.format(first="import yaml"), tmp_path)
    run = subprocess.run([sys.executable, "-c", spared], cwd=tmp_path, capture_output=True, text=True, check=True)
    assert run.stderr.split() == ["_Late", "_Late"]


def test_a_build_loads_neither_a_library_of_ciphers_nor_a_parser_in_python(tmp_path: Path) -> None:
    """Not even where what curly quotes are to YAML is looked at."""
    (tmp_path / "brief.yaml").write_text(
        "title: Wells\nsections: [{content: [Water is life., {pull_quote: “Water is life.”}]}]", encoding="utf-8"
    )
    code = """
import sys
from briefgen.late import spare
spare()
from briefgen.build import build
print(build("brief.yaml").good, "_hashlib" in sys.modules, "yaml.loader" in sys.modules)
import hashlib
print(hashlib.md5(b"Wells", usedforsecurity=False).hexdigest())
"""
    assert told(code, tmp_path).split() == ["True", "False", "False", "b9707a274c0937b0e4cd0f4ab1dbd593"]


def test_a_build_loads_neither_decimals_nor_what_msgspec_has_for_files(tmp_path: Path) -> None:
    """Nor tokens of YAML, which the parser in C makes no use of; all of them work for who asks for them afterwards."""
    table = "{table: {caption: Wells, head: [a, b], rows: [[1.5, 2], [3, 4]]}}"
    (tmp_path / "brief.yaml").write_text(f"title: Wells\nsections: [{{content: [{table}]}}]")
    code = """
import sys
from briefgen.late import spare
spare()
from briefgen.build import build
print(build("brief.yaml").good, {name for name in ("_decimal", "copy", "weakref") if name in sys.modules})
NAMES = ("decimal", "yaml.tokens", "msgspec.json", "msgspec.msgpack", "msgspec.toml", "msgspec.yaml", "msgspec.inspect")
print({type(sys.modules[name]).__name__ for name in NAMES})
import msgspec, yaml
from decimal import Decimal
print(msgspec.json.decode(b"[1]"), msgspec.msgpack.encode([1]), msgspec.yaml.decode(b"- 1"), msgspec.inspect.type_info(int))
print(msgspec.json.schema(list[int]), [type(token).__name__ for token in yaml.scan("a")][:2], Decimal("1.5") * 2)
"""
    said = [
        "True set()",
        "{'_Late'}",
        "[1] b'\\x91\\x01' [1] IntType(gt=None, ge=None, lt=None, le=None, multiple_of=None)",
        "{'type': 'array', 'items': {'type': 'integer'}} ['StreamStartToken', 'ScalarToken'] 3.0",
    ]
    assert told(code, tmp_path).split("\n") == said
