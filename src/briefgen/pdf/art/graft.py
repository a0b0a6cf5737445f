"""A page of another PDF as a form XObject of this file.

Comes: a page, opened by pikepdf, and the inks of the file. Goes: a form that fills the unit square, as an image does.
Promise: every colour is written anew in the file's own inks; names and objects are counted in the order of their use, so
that equal drawings give equal bytes; marks of structure and what says how to print are left behind. What this file could
not hold raises ArtFault. Refuses to know where the drawing stands.
"""

import re
from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import NamedTuple

import pikepdf

from briefgen.pdf.art.colours import Inker, parts_of
from briefgen.pdf.art.copying import Copier
from briefgen.pdf.art.fault import ArtFault, Object
from briefgen.pdf.art.functions import converted
from briefgen.pdf.number import number
from briefgen.pdf.objects import Array, Dictionary, Document, Reference, Stream
from briefgen.pdf.office import Office

DEEPEST = 30  # forms and patterns within each other
OPERATORS_MOST = 3_000_000
BYTES_MOST, BYTES_OF_OPERATOR = 10_000_000, 8  # of a stream that is read whole
PLAIN = re.compile(r"[-0-9. ]+ (?:m|l|c|re|w|M|J|j)|h|f|f\*|S|n|W|W\*")
MARKS = frozenset({"BMC", "BDC", "EMC", "MP", "DP", "BX", "EX", "ri", "i"})
OUTLINES = frozenset("m l c v y h re f F f* B B* b b* S s n q Q cm w J j M d W W* i".split())
DEVICE = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
STATES = ("/CA", "/ca", "/BM", "/AIS", "/LW", "/LC", "/LJ", "/ML", "/D", "/SA", "/TK")  # what is taken of a graphics state
# black words overprint, as a press wants them; areas within a drawing do not, for they would show what lies below
OVER, OUT, BLACK = "/Over gs", "/Out gs", "0 0 0 1 k"
STATES_OF_PRINT = {
    "Over": Dictionary({"Type": "/ExtGState", "OP": "true", "op": "true", "OPM": 1}),
    "Out": Dictionary({"Type": "/ExtGState", "OP": "false", "op": "false", "OPM": 0}),
}
KINDS = {"gs": "/ExtGState", "Do": "/XObject", "sh": "/Shading", "Tf": "/Font"}
# the unit square, turned clockwise by so many quarters (ISO 32000-1, table 30, Rotate)
TURNS = ((1, 0, 0, 1, 0, 0), (0, -1, 1, 0, 0, 1), (-1, 0, 0, -1, 1, 1), (0, 1, -1, 0, 1, 0))
LETTERS = {"/ExtGState": "G", "/XObject": "X", "/Shading": "S", "/Font": "F", "/Pattern": "P"}


class Taken(NamedTuple):
    """What a graft needs of the file: its office, what makes image objects, and its own colour spaces by name."""

    office: Office
    image: Callable[[Object], Reference]
    spaces: Mapping[str, object]


class Graft:
    """Takes over the drawings of one PDF. `inker` sets their colours."""

    def __init__(self, pdf: pikepdf.Pdf, document: Document, taken: Taken, inker: Inker, *, lined: bool = False) -> None:
        """`lined`: each operator of the drawing stands in a line of its own."""
        self._pdf = pdf
        self._lined = lined
        self._document = document
        self._taken = taken
        self._inker = inker
        self._copier = Copier(document)
        self._made: dict[tuple[tuple[int, int], str, bool], Reference] = {}
        self._room = OPERATORS_MOST

    def form(self, page: pikepdf.Page, box: tuple[float, float, float, float]) -> Stream:
        """The form of a page, of which `box` (left, bottom, right, top) becomes the unit square, upright."""
        left, bottom, right, top = box
        width, height = right - left, top - bottom
        a, b, c, d, e, f = TURNS[int(page.obj.get("/Rotate", 0)) // 90 % 4]
        shift_x, shift_y = a * left / width + c * bottom / height, b * left / width + d * bottom / height
        matrix = (a / width, b / width, c / height, d / height, e - shift_x, f - shift_y)
        content, resources = self._content(page.obj, page.obj.get("/Resources"), mask=False, depth=0)
        keys: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": _array(box),
            "Matrix": Array([_exact(value) for value in matrix]),
            "Resources": resources,
            # the drawing is mixed within itself first, so that it looks the same on any ground (ISO 32000-1, 11.6.6)
            "Group": Dictionary({"S": "/Transparency", "I": "true", "CS": self._inker.space}),
        }
        if self._taken.office.overprints:  # the page's own state may be the other one
            content = f"{OUT}\n".encode() + content
        return Stream(content, keys)

    def _content(self, owner: Object, resources: Object, *, mask: bool, depth: int) -> tuple[bytes, Dictionary]:
        """A content stream written anew, and the resources that it uses."""
        if depth > DEEPEST:
            raise ArtFault("forms within forms without an end")
        pen = _Pen(self, resources if resources is not None else pikepdf.Dictionary(), mask, depth)
        for plain, held in self._stretches(owner):
            pen.lines += plain
            for instruction in pikepdf.parse_content_stream(held) if held is not None else ():
                pen.write(list(instruction.operands), str(instruction.operator))
        return "\n".join(pen.lines).encode("latin-1"), self._resources(pen)

    def _stretches(self, owner: Object) -> Iterator[tuple[list[str], Object | None]]:
        """A content stream in stretches: lines that go over as they are, and what has to be read.

        svg2pdf writes each operator in a line, and nearly all of a drawing are lines of numbers.
        """
        stream = owner if isinstance(owner, pikepdf.Stream) else owner.get("/Contents")
        if not self._lined or not isinstance(stream, pikepdf.Stream):
            size = sum(len(each.read_bytes()) for each in ([stream] if isinstance(stream, pikepdf.Stream) else stream or ()))
            self._room -= size // BYTES_OF_OPERATOR
            if size > BYTES_MOST or self._room < 0:
                raise ArtFault("more than can be drawn")
            yield [], owner
            return
        data = stream.read_bytes()
        for run, lines in groupby(data.decode("latin-1").split("\n"), lambda line: PLAIN.fullmatch(line) is not None):
            held = list(lines)
            self._room -= len(held)
            if self._room < 0:
                raise ArtFault("more than can be drawn")
            yield (held, None) if run else ([], pikepdf.Stream(self._pdf, "\n".join(held).encode("latin-1")))

    def _resources(self, pen: "_Pen") -> Dictionary:
        parts: dict[str, Dictionary] = {kind[1:]: Dictionary(objects) for kind, objects in pen.objects.items()}
        if self._taken.office.overprints:
            parts["ExtGState"] = Dictionary({**pen.objects.get("/ExtGState", {}), **STATES_OF_PRINT})
        if self._taken.spaces:
            parts["ColorSpace"] = Dictionary(dict(self._taken.spaces))
        return Dictionary(dict(parts))

    @property
    def overprints(self) -> bool:
        """Whether black words overprint."""
        return self._taken.office.overprints

    def inked(self, space: Object, values: tuple[float, ...], *, stroke: bool, mask: bool) -> str:
        """The operators that set a colour of the drawing."""
        return self._inker.operators(space, values, stroke=stroke, mask=mask)

    def resource(self, kind: str, value: Object, *, mask: bool, depth: int) -> object:
        """A resource of a drawing as an object of this file, each once."""
        key = (value.objgen, kind, mask)
        if value.objgen != (0, 0) and key in self._made:
            return self._made[key]
        made = self._resource(kind, value, mask=mask, depth=depth)
        reference = made if isinstance(made, Reference) else self._document.add(made)
        if value.objgen != (0, 0):
            self._made[key] = reference
        return reference

    def _resource(self, kind: str, value: Object, *, mask: bool, depth: int) -> "Dictionary | Stream | Reference":
        match kind:
            case "/ExtGState":
                return self._state(value, depth)
            case "/XObject" if str(value.get("/Subtype")) == "/Image":
                return self._taken.image(value)
            case "/XObject" if str(value.get("/Subtype")) == "/Form":
                return self._form(value, mask=mask, depth=depth + 1)
            case "/Pattern":
                return self._pattern(value, mask=mask, depth=depth + 1)
            case "/Shading":
                return self._shading(value, mask=mask)
            case "/Font":
                if str(value.get("/Subtype")) == "/Type3":
                    _check_letters(value)
                return self._copier.reference(value)
            case _:
                raise ArtFault("a part of a kind that is not read")

    def _form(self, value: Object, *, mask: bool, depth: int) -> Stream:
        content, resources = self._content(value, value.get("/Resources"), mask=mask, depth=depth)
        keys: dict[str, object] = {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": _array(value["/BBox"]),
            "Resources": resources,
        }
        if "/Matrix" in value:
            keys["Matrix"] = _array(value["/Matrix"])
        group = value.get("/Group")
        if group is not None and str(group.get("/S")) == "/Transparency":
            entries: dict[str, object] = {"S": "/Transparency"}
            entries |= {name[1:]: "true" for name in ("/I", "/K") if bool(group.get(name, False))}
            if mask or "I" in entries:
                entries["CS"] = "/DeviceGray" if mask else self._inker.space
            keys["Group"] = Dictionary(entries)
        return Stream(content, keys)

    def _state(self, value: Object, depth: int) -> Dictionary:
        """A graphics state with what says how things look; how they print, this file says itself."""
        keys: dict[str, object] = {"Type": "/ExtGState"}
        keys |= {name[1:]: self._copier.value(value[name]) for name in STATES if name in value}
        mask = value.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary):
            keys["SMask"] = self._soft_mask(mask, depth + 1)
        elif mask is not None:
            keys["SMask"] = "/None"
        return Dictionary(keys)

    def _soft_mask(self, mask: Object, depth: int) -> Dictionary:
        light = str(mask.get("/S")) == "/Luminosity"
        if "/TR" in mask and str(mask["/TR"]) != "/Identity":
            raise ArtFault("a soft mask that is turned by a function")
        form = self._document.add(self._form(mask["/G"], mask=light, depth=depth))
        entries: dict[str, object] = {"Type": "/Mask", "S": str(mask.get("/S")), "G": form}
        if light and "/BC" in mask:
            group = mask["/G"].get("/Group", {})
            space = group.get("/CS", pikepdf.Name.DeviceGray)
            entries["BC"] = Array([number(self._inker.ink(space, mask=True)(tuple(map(float, mask["/BC"])))[0])])
        return Dictionary(entries)

    def _pattern(self, value: Object, *, mask: bool, depth: int) -> "Dictionary | Stream":
        keys: dict[str, object] = {"Type": "/Pattern", "PatternType": int(value["/PatternType"])}
        if "/Matrix" in value:
            keys["Matrix"] = _array(value["/Matrix"])
        if keys["PatternType"] == 2:
            return Dictionary(keys | {"Shading": self.resource("/Shading", value["/Shading"], mask=mask, depth=depth)})
        if int(value.get("/PaintType", 1)) != 1:
            raise ArtFault("a pattern without colours of its own")
        content, resources = self._content(value, value.get("/Resources"), mask=mask, depth=depth)
        keys |= {"PaintType": 1, "TilingType": int(value.get("/TilingType", 1)), "BBox": _array(value["/BBox"])}
        keys |= {"XStep": _exact(value["/XStep"]), "YStep": _exact(value["/YStep"]), "Resources": resources}
        return Stream(content, keys)

    def _shading(self, value: Object, *, mask: bool) -> Dictionary:
        """A gradient along a line or between circles, its colours in the inks of the file."""
        kind = int(value.get("/ShadingType", 0))
        if kind not in {2, 3}:
            raise ArtFault("a gradient of a kind that is not read (a mesh)")
        ink = self._inker.ink(value["/ColorSpace"], mask=mask)
        domain = tuple(map(float, value.get("/Domain", (0, 1))))
        keys: dict[str, object] = {
            "ShadingType": kind,
            "ColorSpace": "/DeviceGray" if mask else self._inker.space,
            "Coords": _array(value["/Coords"]),
            "Domain": _array(domain),
            "Function": converted(value["/Function"], (domain[0], domain[1]), ink),
        }
        if "/Extend" in value:
            keys["Extend"] = Array(["true" if each else "false" for each in value["/Extend"]])
        if "/BBox" in value:
            keys["BBox"] = _array(value["/BBox"])
        return Dictionary(keys)


class _Pen:
    """Writes one content stream anew, operator by operator, and keeps what it uses under names of its own."""

    def __init__(self, graft: Graft, resources: Object, mask: bool, depth: int) -> None:
        self.lines: list[str] = []
        self.objects: dict[str, dict[str, object]] = {}
        self.depth = depth
        self._graft = graft
        self._resources = resources
        self._mask = mask
        self._names: dict[tuple[str, str], str] = {}
        self._spaces: list[Object] = [pikepdf.Name.DeviceGray, pikepdf.Name.DeviceGray]  # of fills and strokes
        self._fill = ""  # the operators that set it
        self._kept: list[tuple[list[Object], str]] = []

    def write(self, operands: list[Object], operator: str) -> None:
        match operator:
            case "q":
                self._kept.append((list(self._spaces), self._fill))
                self.lines.append("q")
            case "Q":
                if self._kept:
                    self._spaces, self._fill = self._kept.pop()
                self.lines.append("Q")
            case "g" | "rg" | "k" | "G" | "RG" | "K":
                stroke = operator.isupper()
                self._spaces[stroke] = pikepdf.Name(DEVICE[operator.lower()])
                self._colour(operands, stroke=stroke)
            case "cs" | "CS":
                self._space(str(operands[0]), stroke=operator == "CS")
            case "sc" | "scn" | "SC" | "SCN":
                self._colour(operands, stroke=operator.isupper())
            case "gs" | "Do" | "sh" | "Tf":
                name = self._named(KINDS[operator], str(operands[0]))
                self.lines.append(" ".join([name, *map(_operand, operands[1:]), operator]))
            case "BT" | "ET" if self._graft.overprints and self._fill == BLACK:
                self.lines += [OVER, "BT"] if operator == "BT" else ["ET", OUT]
            case "INLINE IMAGE":
                raise ArtFault("a picture written into its drawing (an inline image)")
            case "BDC" if str(operands[0]) == "/OC":
                raise ArtFault("layers")
            case "d0" | "d1" | "PS":
                raise ArtFault("a program in PostScript")
            case _ if operator not in MARKS:
                self.lines.append(" ".join([*map(_operand, operands), operator]))

    def _space(self, name: str, *, stroke: bool) -> None:
        spaces = self._resources.get("/ColorSpace", {})
        space = spaces[name] if name in spaces else pikepdf.Name(name)
        self._spaces[stroke] = space
        if name != "/Pattern" and not _is_pattern(space):
            first = 1.0 if isinstance(space, pikepdf.Array) and str(space[0]) in {"/Separation", "/DeviceN"} else 0.0
            values = [first] * parts_of(space)
            if len(values) == 4:
                values[3] = 1.0  # the first colour of a space is black (ISO 32000-1, 8.6.8)
            self._colour([Decimal(str(value)) for value in values], stroke=stroke)

    def _colour(self, operands: list[Object], *, stroke: bool) -> None:
        if operands and isinstance(operands[-1], pikepdf.Name):
            name = self._named("/Pattern", str(operands[-1]))
            self.lines.append(f"/Pattern CS {name} SCN" if stroke else f"/Pattern cs {name} scn")
            self._fill = self._fill if stroke else name
            return
        values = tuple(float(value) for value in operands)
        written = self._graft.inked(self._spaces[stroke], values, stroke=stroke, mask=self._mask)
        self.lines.append(written)
        if not stroke:
            self._fill = written

    def _named(self, kind: str, name: str) -> str:
        """The name of a resource here; the resource is made when it is first used."""
        if (kind, name) not in self._names:
            found = self._resources.get(kind, {}).get(name)
            if found is None:
                raise ArtFault(f"a part that is missing, {name[1:]}")
            objects = self.objects.setdefault(kind, {})
            label = f"{LETTERS[kind]}{len(objects) + 1}"
            objects[label] = self._graft.resource(kind, found, mask=self._mask, depth=self.depth)
            self._names[kind, name] = f"/{label}"
        return self._names[kind, name]


def _check_letters(font: Object) -> None:
    """Refuse a font whose letters are drawings unless they are outlines alone (ISO 32000-1, 9.6.5): they bring no inks."""
    if len(font.get("/Resources", {}).get("/XObject", {})):
        raise ArtFault("a font whose letters are pictures (Type 3)")
    for letter in font["/CharProcs"].values():
        operators = [str(each.operator) for each in pikepdf.parse_content_stream(letter)]
        if not operators or operators[0] != "d1" or not OUTLINES.issuperset(operators[1:]):
            raise ArtFault("a font whose letters are coloured drawings (Type 3)")


def _is_pattern(space: Object) -> bool:
    return isinstance(space, pikepdf.Array) and str(space[0]) == "/Pattern"


def _operand(value: Object) -> str:
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case Decimal():
            return _exact(value)
        case pikepdf.String():
            return f"<{bytes(value).hex()}>"
        case pikepdf.Name():
            return str(value)
        case pikepdf.Array():
            return f"[{' '.join(map(_operand, value))}]"
        case _:
            raise ArtFault("an instruction that makes no sense")


def _exact(value: Object) -> str:
    """A number with as many digits as it needs in any scale."""
    return number(float(value), 7)


def _array(values: Object) -> Array:
    return Array([_exact(value) for value in values])
