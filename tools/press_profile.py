"""Compute the output profile that comes with briefgen, and say how good it is.

    pip install numpy pillow && python tools/press_profile.py

Comes in: CGATS001Compat-v2-micro.icc (Compact ICC Profiles by Clinton Ingram, CC0; also in the npm package pdfjs-dist),
which gives the colour of each mixture of SWOP inks on coated paper, and nothing the other way. Goes out:
src/briefgen/pdf/press.icc, an ICC profile of class prtr, version 2.1: the same mixtures, and for each colour the inks, found
by solving the mixtures backwards. Grey component replacement: the black of `black_for`, as far as the colour allows it; at
most 300 % of ink.
"""

import struct
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

HERE = Path(__file__).parent
SOURCE = HERE / "CGATS001Compat-v2-micro.icc"
TARGET = HERE.parent / "src" / "briefgen" / "pdf" / "press.icc"
NAME = "Coated paper, SWOP inks after CGATS001Compat, 300 % (briefgen)"
LIMIT = 3.0
GRID = 29  # points a side of the table from Lab to inks
KS = np.linspace(0, 1, 21)  # the shares of black that are tried
TOLERANCE = 0.7  # ΔE: a colour is reached when it is met so well
DATE = struct.pack(">6H", 2026, 11, 22, 0, 0, 0)

Floats = NDArray[np.float64]


class Mixtures:
    """The table of the source: inks, 0 to 1, to Lab (ICC.1:2001-04, 6.5.7 lut16Type)."""

    def __init__(self, profile: bytes) -> None:
        count = int.from_bytes(profile[128:132], "big")
        places = {
            profile[at : at + 4]: struct.unpack(">2L", profile[at + 4 : at + 12]) for at in range(132, 132 + 12 * count, 12)
        }
        start, size = places[b"A2B0"]
        self.tag = profile[start : start + size]
        start, size = places[b"wtpt"]
        self.white = profile[start : start + size]
        inputs, outputs, self.grid = self.tag[8:11]
        entries_in, entries_out = struct.unpack(">2H", self.tag[48:52])
        numbers = np.frombuffer(self.tag[52 : len(self.tag) // 2 * 2], ">u2").astype(float) / 65535
        curves, rest = numbers[: inputs * entries_in], numbers[inputs * entries_in :]
        cells = self.grid**inputs * outputs
        self.curves = curves.reshape(inputs, entries_in)
        self.table = rest[:cells].reshape([self.grid] * inputs + [outputs])
        self.out = rest[cells : cells + outputs * entries_out].reshape(outputs, entries_out)

    def lab(self, inks: Floats) -> Floats:
        """The colours of mixtures, one a row, with linear interpolation in the four inks."""
        steps = np.linspace(0, 1, self.curves.shape[1])
        bent = np.stack([np.interp(inks[:, i], steps, self.curves[i]) for i in range(4)], 1)
        place = np.clip(bent, 0, 1) * (self.grid - 1)
        low = np.minimum(place.astype(int), self.grid - 2)
        share = place - low
        found = np.zeros((len(inks), 3))
        for corner in range(16):
            bits = np.array([corner >> i & 1 for i in range(4)])
            weight = np.prod(np.where(bits, share, 1 - share), 1)
            at = low + bits
            found += weight[:, None] * self.table[at[:, 0], at[:, 1], at[:, 2], at[:, 3]]
        steps = np.linspace(0, 1, self.out.shape[1])
        found = np.stack([np.interp(found[:, i], steps, self.out[i]) for i in range(3)], 1)
        return found * 65535 / 65280 * [100, 255, 255] - [0, 128, 128]


def solve(mixtures: Mixtures, wanted: Floats, black: float, start: Floats) -> Floats:
    """Cyan, magenta and yellow that with so much black come nearest to the colours wanted (Gauss and Newton)."""
    inks = np.column_stack([start, np.full(len(start), black)])
    best, least = inks.copy(), np.full(len(inks), np.inf)
    for _ in range(14):
        now = mixtures.lab(inks)
        off = wanted - now
        error = np.linalg.norm(off, axis=1)
        better = error < least
        best[better], least[better] = inks[better], error[better]
        slopes = np.empty((len(inks), 3, 3))
        for ink in range(3):
            step = np.where(inks[:, ink] > 0.5, -0.01, 0.01)
            moved = inks.copy()
            moved[:, ink] += step
            slopes[:, :, ink] = (mixtures.lab(moved) - now) / step[:, None]
        damped = slopes.transpose(0, 2, 1) @ slopes + 0.5 * np.eye(3)
        change = np.linalg.solve(damped, (slopes.transpose(0, 2, 1) @ off[:, :, None]))[:, :, 0]
        inks[:, :3] = np.clip(inks[:, :3] + np.clip(change, -0.3, 0.3), 0, 1)
    return best


def black_for(light: Floats, darkest: float) -> Floats:
    """The black that is wanted at a lightness: none above 75, more and more below, all of it at the darkest."""
    return np.clip((75 - light) / (75 - darkest), 0, 1) ** 1.6


def limited(inks: Floats) -> Floats:
    """The mixtures with less cyan, magenta and yellow where all together are above the limit."""
    colour, black = inks[:, :3].sum(1), inks[:, 3]
    share = np.where(colour + black > LIMIT, (LIMIT - black) / np.maximum(colour, 1e-9), 1)
    return np.column_stack([inks[:, :3] * share[:, None], black])


class Gamut:
    """The colours that can be reached: the greatest chroma of each lightness and hue, by samples."""

    HUES, LIGHTS = 72, 101

    def __init__(self, mixtures: Mixtures) -> None:
        side = np.linspace(0, 1, 13)
        mesh = np.stack(np.meshgrid(side, side, side, side, indexing="ij"), -1).reshape(-1, 4)
        lab = mixtures.lab(limited(mesh))
        self.darkest = lab[:, 0].min()
        chroma, hue = np.hypot(lab[:, 1], lab[:, 2]), np.arctan2(lab[:, 2], lab[:, 1])
        most = np.zeros((self.LIGHTS, self.HUES))
        rows, columns = (
            np.rint(lab[:, 0]).astype(int),
            np.floor((hue + np.pi) / (2 * np.pi) * self.HUES).astype(int) % self.HUES,
        )
        np.maximum.at(most, (np.clip(rows, 0, 100), columns), chroma)
        for _ in range(2):  # close the holes between samples
            near = [np.roll(most, 1, 1), np.roll(most, -1, 1)]
            near += [np.vstack([most[1:], most[-1:]]), np.vstack([most[:1], most[:-1]])]
            most = np.maximum(most, np.mean(near, 0) * 0.97)
        self.most = most

    def nearest(self, lab: Floats) -> Floats:
        """The colours drawn towards the grey of their lightness until they can be reached."""
        light = np.clip(lab[:, 0], self.darkest, 100)
        chroma, hue = np.hypot(lab[:, 1], lab[:, 2]), np.arctan2(lab[:, 2], lab[:, 1])
        x = (hue + np.pi) / (2 * np.pi) * self.HUES - 0.5
        left = np.floor(x).astype(int)
        row = np.clip(light.astype(int), 0, 99)

        def at(rows: NDArray[np.int64]) -> Floats:
            part = x - left
            return self.most[rows, left % self.HUES] * (1 - part) + self.most[rows, (left + 1) % self.HUES] * part

        most = at(row) * (1 - (light - row)) + at(row + 1) * (light - row)
        share = np.minimum(1, most / np.maximum(chroma, 1e-9))
        return np.column_stack([light, lab[:, 1] * share, lab[:, 2] * share])


def inks_for(mixtures: Mixtures, gamut: Gamut, lab: Floats) -> Floats:
    """The inks of colours: of all ways to reach one, that whose black is nearest to the black wanted."""
    wanted = gamut.nearest(lab)
    goal = black_for(wanted[:, 0], gamut.darkest)
    start = np.clip(
        np.column_stack([60 - wanted[:, 1], 60 + wanted[:, 1], 60 + wanted[:, 2]]) / 200 + (60 - wanted[:, :1]) / 120, 0, 1
    )
    tries, errors = [], []
    for black in KS:
        found = limited(solve(mixtures, wanted, black, start))
        tries.append(found)
        errors.append(np.linalg.norm(mixtures.lab(found) - wanted, axis=1))
        start = np.clip(found[:, :3], 0.02, 0.98)
    every, error = np.stack(tries, 1), np.stack(errors, 1)
    reached = error <= np.maximum(TOLERANCE, error.min(1, keepdims=True) + 0.1)
    cost = np.where(reached, np.abs(KS[None, :] - goal[:, None]), 10 + error)
    near = cost.argmin(1)
    # between two steps of black the wanted one, where both reach the colour
    chosen = every[np.arange(len(lab)), near]
    other = np.clip(near + np.where(goal > KS[near], 1, -1), 0, len(KS) - 1)
    rows = np.arange(len(lab))
    share = np.where(reached[rows, other], np.clip(np.abs(goal - KS[near]) * (len(KS) - 1), 0, 0.5), 0)
    return limited(chosen * (1 - share[:, None]) + every[rows, other] * share[:, None])


def grid_of_lab(points: int) -> Floats:
    """The nodes of a table from Lab (ICC.1:2001-04, table 9: lightness to 65280, a and b from -128 in 256ths)."""
    side = np.linspace(0, 65535, points)
    mesh = np.stack(np.meshgrid(side, side, side, indexing="ij"), -1).reshape(-1, 3)
    return mesh / 65280 * [100, 255, 255] - [0, 128, 128]


def lut16(table: Floats, inputs: int, grid: int) -> bytes:
    """A table of the type lut16Type with straight curves."""
    outputs = table.shape[1]
    straight = struct.pack(">2H", 0, 65535)
    head = b"mft2" + bytes(4) + bytes([inputs, outputs, grid, 0]) + struct.pack(">9l", 65536, 0, 0, 0, 65536, 0, 0, 0, 65536)
    cells = np.rint(np.clip(table, 0, 1) * 65535).astype(">u2").tobytes()
    return head + struct.pack(">2H", 2, 2) + straight * inputs + cells + straight * outputs


def profile(mixtures: Mixtures, inks: Floats, outside: Floats) -> bytes:
    """The whole file (ICC.1:2001-04, 6.1 and 6.3.4: the tags of an output profile)."""
    text = NAME.encode("ascii") + b"\0"
    back, seen = lut16(inks, 3, GRID), mixtures.tag
    tags = {
        b"desc": b"desc" + bytes(4) + struct.pack(">L", len(text)) + text + bytes(4 + 4 + 2 + 1 + 67),
        b"cprt": b"text" + bytes(4) + b"CC0 1.0: no rights reserved\0",
        b"wtpt": mixtures.white,
        **dict.fromkeys((b"A2B0", b"A2B1", b"A2B2"), seen),
        **dict.fromkeys((b"B2A0", b"B2A1", b"B2A2"), back),
        b"gamt": lut16(outside[:, None], 3, 9),
    }
    table, body, places = struct.pack(">L", len(tags)), b"", {}
    start = 128 + 4 + 12 * len(tags)
    for key, data in tags.items():
        if data not in places:
            places[data] = start + len(body)
            body += data + bytes(-len(data) % 4)
        table += key + struct.pack(">2L", places[data], len(data))
    head = struct.pack(">L", start + len(body)) + bytes(4) + b"\x02\x10\0\0prtrCMYKLab " + DATE + b"acsp" + bytes(24)
    return (head + bytes(4) + struct.pack(">3l", 63190, 65536, 54061)).ljust(128, b"\0") + table + body


def report(data: bytes, mixtures: Mixtures) -> None:
    """How well colours within the gamut come back from Lab through inks to Lab, by Little CMS."""
    from io import BytesIO

    from PIL import Image, ImageCms

    rng = np.random.default_rng(1)
    lab = mixtures.lab(limited(rng.random((20000, 4)) ** 1.5))
    codes = np.rint(np.column_stack([lab[:, 0] * 2.55, lab[:, 1] + 128, lab[:, 2] + 128])).clip(0, 255).astype("u1")
    given = np.column_stack([codes[:, 0] / 2.55, codes[:, 1] - 128.0, codes[:, 2] - 128.0])
    press = ImageCms.ImageCmsProfile(BytesIO(data))
    there = ImageCms.buildTransform(ImageCms.createProfile("LAB"), press, "LAB", "CMYK", 1)
    # Pillow keeps a and b of LAB as signed bytes
    stored = codes.copy()
    stored[:, 1:] = (stored[:, 1:].astype(int) - 128).astype("i1").view("u1")
    inks = ImageCms.applyTransform(Image.frombytes("LAB", (200, 100), stored.tobytes()), there)
    mixed = np.frombuffer(inks.tobytes(), "u1").reshape(-1, 4) / 255.0
    error = np.linalg.norm(mixtures.lab(mixed) - given, axis=1)
    print(f"Lab to CMYK to Lab, 20,000 colours in the gamut: mean {error.mean():.2f} ΔE")
    print(f"  95 % below {np.quantile(error, 0.95):.2f}")
    print(f"most ink {100 * mixed.sum(1).max():.0f} %")
    gray = np.arange(0, 256, 17)
    ramp = Image.frombytes("L", (len(gray), 1), gray.astype("u1").tobytes()).convert("RGB")
    shown = ImageCms.profileToProfile(ramp, ImageCms.createProfile("sRGB"), press, 1, "CMYK", flags=0x2000)
    mixed = np.frombuffer(shown.tobytes(), "u1").reshape(-1, 4) / 255.0
    tint = np.hypot(*mixtures.lab(mixed)[:, 1:].T)
    print(f"greys of sRGB: chroma {tint.mean():.2f} in the mean, {tint.max():.2f} at most")


def main() -> None:
    mixtures = Mixtures(SOURCE.read_bytes())
    gamut = Gamut(mixtures)
    inks = inks_for(mixtures, gamut, grid_of_lab(GRID))
    coarse = grid_of_lab(9)
    outside = (np.linalg.norm(gamut.nearest(coarse) - coarse, axis=1) > 2).astype(float)
    data = profile(mixtures, inks, outside)
    TARGET.write_bytes(data)
    print(f"{TARGET.name}: {len(data)} bytes")
    report(data, mixtures)


if __name__ == "__main__":
    main()
