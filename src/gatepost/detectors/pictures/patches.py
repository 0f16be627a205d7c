"""From a map of where lines of words are to the rectangles that hold them, at any angle.

What Differentiable Binarization does after its network (Liao et al., 2020, arXiv 1911.08947): places that are sure
enough and touch are one line; the smallest rectangle around them is widened, since the network marks its core alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from math import atan2, cos, pi, sin
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SURE: Final = 0.3
"""How sure of a place the map must be for it to belong to a line, 0 to 1."""
LEAST: Final = 0.5
"""How sure it must be of a line, on the average of its places."""
WIDER: Final = 1.6
"""How far a rectangle is widened: this times its area, by its outline."""
THINNEST: Final = 3.0
"""Places across; what is thinner is no line."""
MOST: Final = 300
"""Lines to a picture, the largest first. A page of small print is no photograph."""
_Point = tuple[float, float]
_Run = tuple[int, int, int]
"""Row, first column, and the column after the last."""


@dataclass(frozen=True, slots=True)
class Patch:
    """A rectangle: its middle, its sides, and the angle of `width` from the horizontal in radians, within an eighth of
    a turn. In the unit of the map."""

    x: float
    y: float
    width: float
    height: float
    angle: float

    def corners(self) -> tuple[_Point, ...]:
        """Return its four corners."""
        across = (cos(self.angle) * self.width / 2, sin(self.angle) * self.width / 2)
        down = (-sin(self.angle) * self.height / 2, cos(self.angle) * self.height / 2)
        signs = ((-1, -1), (1, -1), (1, 1), (-1, 1))
        return tuple((self.x + a * across[0] + d * down[0], self.y + a * across[1] + d * down[1]) for a, d in signs)

    def scaled(self, across: float, down: float) -> Patch:
        """Return it in a picture that is so many times as large as the map; the two differ by little."""
        mean = (across + down) / 2
        return Patch(self.x * across, self.y * down, self.width * mean, self.height * mean, self.angle)


def patches(heat: NDArray[np.float32]) -> list[Patch]:
    """Return the lines of a map (rows, columns; 0 to 1), the largest first."""
    groups = sorted(_groups(heat > SURE), key=lambda runs: -sum(end - start for _, start, end in runs))
    found = (_patch(runs) for runs in groups[:MOST] if _sureness(heat, runs) >= LEAST)
    return [_widened(patch) for patch in found if min(patch.width, patch.height) >= THINNEST]


def _groups(mask: NDArray[np.bool_]) -> list[list[_Run]]:
    """Return the runs of every group of places that touch, at a side or a corner."""
    runs = [*_runs(mask)]
    parent = [*range(len(runs))]
    for i, j in _touching(runs):
        parent[_root(parent, i)] = _root(parent, j)
    groups: dict[int, list[_Run]] = {}
    for i, run in enumerate(runs):
        groups.setdefault(_root(parent, i), []).append(run)
    return [*groups.values()]


def _runs(mask: NDArray[np.bool_]) -> Iterator[_Run]:
    """Yield places side by side in a row, row by row."""
    import numpy as np

    edges = np.diff(np.pad(mask, ((0, 0), (1, 1))).astype(np.int8), axis=1)
    rows, starts = np.nonzero(edges == 1)
    _, ends = np.nonzero(edges == -1)
    yield from zip(rows.tolist(), starts.tolist(), ends.tolist(), strict=True)


def _touching(runs: list[_Run]) -> Iterator[tuple[int, int]]:
    """Yield pairs of runs of which one lies under the other."""
    above = 0
    for here, (row, start, end) in enumerate(runs):
        while runs[above][0] < row - 1 or (runs[above][0] == row - 1 and runs[above][2] < start):
            above += 1
        at = above
        while runs[at][0] == row - 1 and runs[at][1] <= end:
            yield at, here
            at += 1


def _root(parent: list[int], i: int) -> int:
    while parent[i] != i:
        parent[i] = parent[parent[i]]
        i = parent[i]
    return i


def _sureness(heat: NDArray[np.float32], runs: list[_Run]) -> float:
    total = sum(float(heat[row, start:end].sum()) for row, start, end in runs)
    return total / sum(end - start for _, start, end in runs)


def _patch(runs: list[_Run]) -> Patch:
    """Return the smallest rectangle around a group: one of its sides lies along the outline."""
    outline = _hull([(x, y) for row, start, end in runs for x in (start, end) for y in (row, row + 1)])
    return min((_along(outline, i) for i in range(len(outline))), key=lambda patch: patch.width * patch.height)


def _along(outline: list[_Point], i: int) -> Patch:
    """Return the rectangle around an outline of which a side lies along its edge `i`."""
    (ax, ay), (bx, by) = outline[i - 1], outline[i]
    angle = (atan2(by - ay, bx - ax) + pi / 4) % (pi / 2) - pi / 4
    across = [x * cos(angle) + y * sin(angle) for x, y in outline]
    down = [y * cos(angle) - x * sin(angle) for x, y in outline]
    u, v = (max(across) + min(across)) / 2, (max(down) + min(down)) / 2
    x, y = u * cos(angle) - v * sin(angle), u * sin(angle) + v * cos(angle)
    return Patch(x, y, max(across) - min(across), max(down) - min(down), angle)


def _hull(points: list[_Point]) -> list[_Point]:
    """Return the outline of points (Andrew's monotone chain)."""
    ordered = sorted(set(points))
    halves = []
    for side in (ordered, ordered[::-1]):
        half: list[_Point] = []
        for point in side:
            while len(half) > 1 and _turn(half[-2], half[-1], point) <= 0:
                half.pop()
            half.append(point)
        halves += half[:-1]
    return halves


def _turn(a: _Point, b: _Point, c: _Point) -> float:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])


def _widened(patch: Patch) -> Patch:
    by = 2 * patch.width * patch.height * WIDER / (2 * (patch.width + patch.height))
    return Patch(patch.x, patch.y, patch.width + by, patch.height + by, patch.angle)
