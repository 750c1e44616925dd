"""The path as a picture: ten marks on a line, drawn from the states alone.

A PNG without a background, so that it stands on light and dark; each state differs by its shape too.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Sequence
from functools import lru_cache
from math import hypot

from bot.features.journey.rules import State

SIZE, APART = 56, 96  # pixels, of a mark and from one to the next
_HEIGHT = SIZE + 44
_CENTRE, _RADIUS, _STROKE = SIZE / 2 - 0.5, SIZE / 2 - 3, 4.0

_COLOURS = {
    State.NOT_STARTED: (140, 146, 158),
    State.IN_PROGRESS: (47, 111, 237),
    State.DONE: (34, 143, 84),
    State.ATTENTION: (201, 96, 8),
}
_WHITE = (255, 255, 255)
_LINE = (140, 146, 158)

_DIGITS = {
    "0": "111101101101111",
    "1": "010110010010111",
    "2": "111001111100111",
    "3": "111001111001111",
    "4": "101101111001001",
    "5": "111100111001111",
    "6": "111100111101111",
    "7": "111001001001001",
    "8": "111101111101111",
    "9": "111101111001111",
}
_DOT = 4  # pixels, of a digit's square

Colour = tuple[int, int, int]


@lru_cache(maxsize=64)
def drawn(states: tuple[State, ...]) -> bytes:
    """The PNG of these states, in their order."""
    width = APART * (len(states) - 1) + SIZE
    canvas = [bytearray(width * 4) for _ in range(_HEIGHT)]
    for row in canvas[SIZE // 2 - 2 : SIZE // 2 + 2]:
        for at in range(len(states) - 1):
            left, right = at * APART + SIZE, (at + 1) * APART
            row[left * 4 : right * 4] = bytes((*_LINE, 255)) * (right - left)
    for at, state in enumerate(states):
        for row, piece in zip(canvas, _mark(state), strict=False):
            row[at * APART * 4 : (at * APART + SIZE) * 4] = piece
        _write(canvas, str(at + 1), at * APART + SIZE // 2)
    return _png(canvas, width)


def _write(canvas: Sequence[bytearray], number: str, middle: int) -> None:
    """A number under its mark."""
    left = middle - (len(number) * 4 - 1) * _DOT // 2
    ink = bytes((*_LINE, 255)) * _DOT
    for place, digit in enumerate(number):
        for spot, on in enumerate(_DIGITS[digit]):
            if on == "1":
                x = left + (place * 4 + spot % 3) * _DOT
                y = SIZE + 14 + spot // 3 * _DOT
                for row in canvas[y : y + _DOT]:
                    row[x * 4 : (x + _DOT) * 4] = ink


# ── marks ───────────────────────────────────────────────────────────────────────────────────────

Distance = Callable[[float, float], float]
"""How far outside a shape a point is; inside it, below zero."""


def _ring(x: float, y: float) -> float:
    return abs(hypot(x - _CENTRE, y - _CENTRE) - _RADIUS + _STROKE / 2) - _STROKE / 2


def _disc(x: float, y: float) -> float:
    return hypot(x - _CENTRE, y - _CENTRE) - _RADIUS


def _half(x: float, y: float) -> float:
    return max(_disc(x, y), x - _CENTRE)


def _triangle(x: float, y: float) -> float:
    slope = 0.5 / hypot(1, 0.5)
    side = (abs(x - _CENTRE) - (y - 4) * 0.56) * 2 * slope
    return max(side, y - SIZE + 6)


def _segment(x: float, y: float, ends: tuple[float, float, float, float]) -> float:
    """From a stroke between two points."""
    ax, ay, bx, by = (end * SIZE for end in ends)
    dx, dy = bx - ax, by - ay
    along = min(1.0, max(0.0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)))
    return hypot(x - ax - along * dx, y - ay - along * dy) - 2.6


def _tick(x: float, y: float) -> float:
    return min(_segment(x, y, (0.29, 0.52, 0.43, 0.66)), _segment(x, y, (0.43, 0.66, 0.71, 0.35)))


def _call(x: float, y: float) -> float:
    return min(_segment(x, y, (0.49, 0.40, 0.49, 0.60)), _segment(x, y, (0.49, 0.74, 0.49, 0.75)))


_SHAPES: dict[State, tuple[tuple[Distance, Colour], ...]] = {
    State.NOT_STARTED: ((_ring, _COLOURS[State.NOT_STARTED]),),
    State.IN_PROGRESS: (
        (_ring, _COLOURS[State.IN_PROGRESS]),
        (_half, _COLOURS[State.IN_PROGRESS]),
    ),
    State.DONE: ((_disc, _COLOURS[State.DONE]), (_tick, _WHITE)),
    State.ATTENTION: ((_triangle, _COLOURS[State.ATTENTION]), (_call, _WHITE)),
}


@lru_cache(maxsize=len(State))
def _mark(state: State) -> tuple[bytes, ...]:
    """A state's mark, row by row; its edges are smooth."""
    return tuple(b"".join(_pixel(_SHAPES[state], x, y) for x in range(SIZE)) for y in range(SIZE))


def _pixel(shapes: Sequence[tuple[Distance, Colour]], x: int, y: int) -> bytes:
    red, green, blue, alpha = 0.0, 0.0, 0.0, 0.0
    for distance, colour in shapes:
        ink = min(1.0, max(0.0, 0.5 - distance(x, y)))
        rest = alpha * (1 - ink)
        over = ink + rest
        if over:
            red, green, blue = (
                (new * ink + old * rest) / over
                for new, old in zip(colour, (red, green, blue), strict=True)
            )
        alpha = over
    return bytes((round(red), round(green), round(blue), round(alpha * 255)))


# ── the file ────────────────────────────────────────────────────────────────────────────────────


def _png(rows: Sequence[bytes | bytearray], width: int) -> bytes:
    """Rows of pixels, four bytes each, as a PNG."""
    head = struct.pack(">IIBBBBB", width, len(rows), 8, 6, 0, 0, 0)
    pixels = zlib.compress(b"".join(b"\0" + row for row in rows), 6)
    return b"".join(
        [
            b"\x89PNG\r\n\x1a\n",
            *(_chunk(*part) for part in ((b"IHDR", head), (b"IDAT", pixels), (b"IEND", b""))),
        ]
    )


def _chunk(kind: bytes, content: bytes) -> bytes:
    check = zlib.crc32(kind + content)
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", check)
