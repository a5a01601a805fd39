# SPDX-License-Identifier: MIT
"""Names at the edges of a map: those that would be cut, or lie under its buttons, go to another side or are left out."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace

from timeline_app.base.geometry import Rect, Size
from timeline_app.scene.map_marks import NAME_PAD_PX, Crowd, Drawn, sides_of


def kept_clear(drawn: Drawn, room: Rect, taken: Sequence[Rect], first: Collection[int] = ()) -> Drawn:
    """Return what is drawn with its names wholly within a room, and on nothing that is taken of it.

    All other names stay where they are. The names `first` may go over marks and names, if need be.
    """
    names = list(drawn.names)
    cut = [
        (number, Size(rect.w, rect.h))
        for number, (rect, mark) in enumerate(zip(drawn.names, drawn.marks, strict=True))
        if rect is not None
        and (rect.intersects(room) or room.contains(*mark.at))
        and not _is_clear(rect, room, taken)
    ]
    if not cut:
        return drawn
    for number, _ in cut:
        names[number] = None
    boxes = [mark.box for mark in drawn.marks]
    crowd = Crowd()
    for rect in (*boxes, *names):
        if rect is not None and rect.intersects(room):
            crowd.add(rect)
    for number, size in sorted(cut, key=lambda one: one[0] not in first):
        mark = drawn.marks[number]
        if not room.contains(*mark.at):
            continue
        sides = [rect for rect in sides_of(mark, size) if _is_clear(rect, room, taken)]
        free = (rect for rect in sides if not crowd.touches(rect.grown(NAME_PAD_PX), but=boxes[number]))
        found = next(free, sides[0] if sides and number in first else None)
        if found is not None:
            names[number] = found
            crowd.add(found)
    return replace(drawn, names=tuple(names))


def _is_clear(rect: Rect, room: Rect, taken: Sequence[Rect]) -> bool:
    is_whole = (
        rect.x >= room.x and rect.y >= room.y and rect.right <= room.right and rect.bottom <= room.bottom
    )
    return is_whole and not any(rect.intersects(other) for other in taken)
