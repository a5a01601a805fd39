# SPDX-License-Identifier: MIT
"""Scenes as texts that people can read and compare: a list of items, and a drawing in letters."""

from __future__ import annotations

from timeline_app.base.geometry import Rect
from timeline_app.model.showing import Showing
from timeline_app.scene.dump import target_text
from timeline_app.scene.items import (
    BarShape,
    DotShape,
    EndStyle,
    Item,
    Kind,
    Layer,
    Scene,
    TargetKind,
    TextStyle,
)
from timeline_app.scene.strip_marks import unfolded

LETTER_PX = 7.0
"""A letter is as wide as the plain measurer counts it, and stands for as many pixels in a drawing."""
LINE_PX = 18.0
ENDS = {EndStyle.SOLID: "|", EndStyle.FADE: "~", EndStyle.UNKNOWN: "?"}


def listed(scene: Scene, showing: Showing) -> str:
    """Return one line for each item: layer, kind, role, rectangle, target and text."""
    return "".join(f"{_line(item, showing)}\n" for item in unfolded(scene.items))


def _line(item: Item, showing: Showing) -> str:
    rect = " ".join(f"{number:>8.2f}" for number in item.rect)
    target = "" if item.target is None else target_text(item.target, showing)
    emphasis = f" ({item.emphasis.name.lower()})" if item.emphasis.name and item.emphasis else ""
    return f"{int(item.layer):>2} {item.kind:<5} {item.role:<18} {rect}  {target}{emphasis}  {item.text}".rstrip()


def drawn(scene: Scene) -> str:
    """Return the scene in letters: bars as ====, doubt as ----, dots as * or o, breaks as }  {, words over all."""
    columns, lines = int(scene.size.w / LETTER_PX), int(scene.size.h / LINE_PX) + 1
    grid = [[" "] * columns for _ in range(lines)]
    edges = round(scene.lanes_rect.x / LETTER_PX), round(scene.lanes_rect.right / LETTER_PX)
    for item in unfolded(scene.items):
        of_event = item.target is not None and item.target.kind is TargetKind.EVENT
        seen = edges if of_event else (0, columns)
        if item.kind is Kind.BAR and isinstance(item.detail, BarShape):
            _write(grid, item.rect, _bar(item.rect, item.detail), seen)
        elif item.kind is Kind.DOT and isinstance(item.detail, DotShape):
            middle = item.rect._replace(x=item.rect.centre.x, w=LETTER_PX)
            _write(grid, middle, "o" if item.detail.hollow else "*", seen)
        elif item.kind is Kind.TICK and item.layer is Layer.STRIP:
            _write(grid, item.rect, "'" * max(round(item.rect.w / LETTER_PX), 1), seen)
        elif item.kind is Kind.BADGE:
            _write(grid, item.rect, f"({item.text})", seen)
        elif item.kind is Kind.LABEL:
            _write(grid, _placed(item), item.text, seen)
        elif item.kind is Kind.BREAK:
            for number in range(int(item.rect.h / LINE_PX) + 1):
                line = item.rect.moved(0.0, number * LINE_PX)._replace(h=LINE_PX)
                blank = " " * max(round(item.rect.w / LETTER_PX) - 2, 0)
                _write(grid, line, f"}}{blank}{{", edges)
        elif item.kind is Kind.BAND and item.role == "lane-rule":
            for number in range(int(item.rect.h / LINE_PX)):
                _write(grid, item.rect.moved(0.0, number * LINE_PX)._replace(h=LINE_PX), "|", seen)
    return "\n".join("".join(line).rstrip() for line in grid) + "\n"


def _bar(rect: Rect, shape: BarShape) -> str:
    length = max(round(rect.w / LETTER_PX), 2)
    sure = (round((shape.core_x - rect.x) / LETTER_PX), round((shape.core_right - rect.x) / LETTER_PX))
    body = ["=" if sure[0] <= place < sure[1] else "-" for place in range(length)]
    body[0], body[-1] = ENDS.get(shape.left, "<"), ENDS.get(shape.right, ">")
    return "".join(body)


def _placed(item: Item) -> Rect:
    """Return where a text begins: it may stand at the right or in the middle of its rectangle."""
    align = item.detail.align if isinstance(item.detail, TextStyle) else -1
    spare_px = item.rect.w - len(item.text) * LETTER_PX
    return item.rect.moved(max(spare_px, 0.0) * (align + 1) / 2, 0.0)


def _write(grid: list[list[str]], rect: Rect, text: str, seen: tuple[int, int]) -> None:
    """Write a text where its rectangle begins, as far as it is in the columns that are seen."""
    line, first = int(rect.centre.y / LINE_PX), round(rect.x / LETTER_PX)
    if not 0 <= line < len(grid):
        return
    for number, letter in enumerate(text):
        if seen[0] <= first + number < min(seen[1], len(grid[line])):
            grid[line][first + number] = letter
