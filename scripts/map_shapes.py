# SPDX-License-Identifier: MIT
"""Makes `resources/map/land.npz` from a TopoJSON file of Natural Earth's land: `python -m scripts.map_shapes FILE`.

The file is `land-10m.json` of the npm package `world-atlas`, unpacked by hand; nothing is fetched here. All three
levels of detail are made from this one file by one rule: what is nearer to a line than the level's tolerance is left
out of it, and what has less than the level's area on the globe is left out altogether, wherever it lies and whosever
it is. `resources/map/README.md` tells the format.
"""

from __future__ import annotations

import argparse
import json
import math
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import numpy as np
import numpy.typing as npt

Points = npt.NDArray[np.float64]

UNITS: Final = 1_000
"""Positions are counted in thousandths of a degree."""
EARTH_KM: Final = 6_371.0
MOST_LATITUDE: Final = 85.0
"""Nearer to the poles the map ends."""
TARGET: Final = Path(__file__).resolve().parents[1] / "resources" / "map" / "land.npz"


class Level(NamedTuple):
    """A level of detail: tolerance in degrees of the equator on the map, least area in square kilometres."""

    name: str
    tolerance: float
    least_km2: float


LEVELS: Final = (Level("coarse", 0.14, 900.0), Level("middle", 0.03, 40.0), Level("fine", 0.006, 4.0))


class Ring(NamedTuple):
    """A closed line as longitude and latitude, without its first point again; `is_water` where it is a hole in land."""

    points: Points
    is_water: bool


def rings_of(topology: dict[str, object]) -> Iterator[Ring]:
    """Yield all rings of the land."""
    transform: dict[str, list[float]] = topology["transform"]  # type: ignore[assignment]
    scale, translate = np.array(transform["scale"]), np.array(transform["translate"])
    arcs = [
        np.cumsum(np.array(arc, np.float64), axis=0) * scale + translate
        for arc in topology["arcs"]  # type: ignore[attr-defined]
    ]
    for polygon in _polygons(topology["objects"]["land"]):  # type: ignore[index]
        for place, ring in enumerate(polygon):
            parts = [arcs[number] if number >= 0 else arcs[~number][::-1] for number in ring]
            yield Ring(unrolled(np.concatenate([part[:-1] for part in parts])), is_water=place > 0)


def _polygons(shape: dict[str, object]) -> Iterator[Sequence[Sequence[int]]]:
    if shape["type"] == "GeometryCollection":
        for inner in shape["geometries"]:  # type: ignore[attr-defined]
            yield from _polygons(inner)
    elif shape["type"] == "MultiPolygon":
        yield from shape["arcs"]  # type: ignore[misc]
    elif shape["type"] == "Polygon":
        yield shape["arcs"]  # type: ignore[misc]


def area_km2(ring: Points) -> float:
    """Return the area of a ring on the globe."""
    degrees, sines = np.radians(ring[:, 0]), np.sin(np.radians(ring[:, 1]))
    steps = np.roll(degrees, -1) - degrees
    return abs(float((steps * (sines + np.roll(sines, -1))).sum())) / 2 * EARTH_KM**2


def simplified(ring: Points, tolerance: float) -> Points:
    """Return a ring without the points that lie nearer than a tolerance to the line without them, on the map."""
    flat = np.column_stack(
        (
            ring[:, 0],
            np.degrees(np.arcsinh(np.tan(np.radians(np.clip(ring[:, 1], -MOST_LATITUDE, MOST_LATITUDE))))),
        )
    )
    far = int(((flat - flat[0]) ** 2).sum(axis=1).argmax())
    closed = np.vstack((flat, flat[:1]))
    is_kept = np.zeros(len(closed), np.bool_)
    is_kept[[0, far, len(flat)]] = True
    open_spans = [(0, far), (far, len(flat))]
    while open_spans:
        first, last = open_spans.pop()
        if last - first < 2:  # noqa: PLR2004 - nothing lies between
            continue
        apart = _distances(closed[first + 1 : last], closed[first], closed[last])
        farthest = int(apart.argmax())
        if apart[farthest] > tolerance:
            middle = first + 1 + farthest
            is_kept[middle] = True
            open_spans += [(first, middle), (middle, last)]
    return ring[is_kept[:-1]]


def _distances(points: Points, start: Points, end: Points) -> Points:
    """Return how far points are from a stretch of a line."""
    along = end - start
    length = float(along @ along)
    shares = np.clip((points - start) @ along / length, 0.0, 1.0) if length else np.zeros(len(points))
    found: Points = np.hypot(*(points - start - shares[:, None] * along).T)
    return found


def unrolled(ring: Points) -> Points:
    """Return a ring that goes on beyond 180° instead of beginning anew on the other side; it begins west of 180°.

    A ring around a pole is closed along it.
    """
    turns = -np.cumsum(np.rint(np.diff(ring[:, 0], prepend=ring[0, 0]) / 360.0)) * 360.0
    lon = ring[:, 0] + turns
    last_step = ring[0, 0] - ring[-1, 0]
    around = lon[-1] + last_step - 360.0 * round(last_step / 360.0) - lon[0]
    lon -= 360.0 * math.floor((lon.min() + 180.0) / 360.0)
    whole = np.column_stack((lon, ring[:, 1]))
    if abs(around) < 180.0:  # noqa: PLR2004 - half of the way around the world
        return whole
    pole = math.copysign(90.0, ring[:, 1].mean())
    ends = [(lon[0] + around, ring[0, 1]), (lon[0] + around, pole), (lon[0], pole)]
    return np.vstack((whole, ends))


def columns_of(rings: Iterable[Ring], level: Level) -> dict[str, npt.NDArray[np.int32]]:
    """Return a level's arrays: steps from point to point, and how many points each ring has, large rings first.

    The number of points of a ring that is water stands below 0.
    """
    kept = [ring for ring in rings if area_km2(ring.points) >= level.least_km2]
    kept.sort(key=lambda ring: area_km2(ring.points), reverse=True)
    shapes = [np.rint(simplified(ring.points, level.tolerance) * UNITS) for ring in kept]
    # Fewer points than three enclose nothing.
    whole = [(shape, ring.is_water) for shape, ring in zip(shapes, kept, strict=True) if len(shape) >= 3]  # noqa: PLR2004
    points = np.concatenate([shape for shape, _ in whole]).astype(np.int32)
    return {
        f"{level.name}_steps": np.diff(points, axis=0, prepend=np.zeros((1, 2), np.int32)).astype(np.int32),
        f"{level.name}_counts": np.array(
            [-len(s) if is_water else len(s) for s, is_water in whole], np.int32
        ),
    }


def main() -> None:
    """Read the file that is named, and write the resource."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path)
    rings = list(rings_of(json.loads(parser.parse_args().file.read_text(encoding="utf-8"))))
    columns: dict[str, npt.NDArray[np.int32]] = {}
    for level in LEVELS:
        columns |= columns_of(rings, level)
        counts = columns[f"{level.name}_counts"]
        print(
            f"{level.name}: {len(counts)} rings, {int((counts < 0).sum())} of them water, {int(np.abs(counts).sum())} points"
        )
    TARGET.parent.mkdir(exist_ok=True)
    np.savez_compressed(TARGET, **columns)  # type: ignore[arg-type]
    print(f"{TARGET.name}: {math.ceil(TARGET.stat().st_size / 1024)} KB")


if __name__ == "__main__":
    main()
