# SPDX-License-Identifier: MIT
"""Small exhibits to keep, and what tests of kept exhibits ask of them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import numpy as np

from timeline_app.content.cache import entry_file, keep_reading, read_cached
from timeline_app.content.reader import read_exhibit

SMALL = "title: Moon landings\nevents:\n  - date: 1969-07-20\n    title: Apollo 11 lands\n"
PLACED = """\
title: {en: The harbour, ja: 港}
languages: [en, ja]
lanes: parts/lanes.yaml
people: none.yaml
places: ../outside.yaml
sources:
  ledger: {title: The ledger}
excerpts:
  page-4: {text: {text: 水瀬, lang: ja, translations: {en: {text: Minase}}}, source: ledger}
eras:
  - {title: Plans, date: 1957/1959-07}
events:
  - title: The storm
    date: 1958-09~
    lane: [town, crew]
    summary: It blew. [@ledgr]
    sources: [ledger, {source: ledger, locator: p. 4}]
    media:
      - {file: media/ship.png, alt: A ship}
      - {file: media/gone.png, alt: Gone}
    claims:
      wind: {about: How strong, accounts: [{says: Strong, value: 7}]}
    links: [{to: calm, kind: led-to}]
  - {title: The calm, id: calm, importance: 9, figure: {title: Boats, data: [[May, 3], [June, 4.5]]}}
  - {title: The calm, tags: [a, b]}
claims:
  boats: {about: How many, events: [calm], accounts: [{says: Three}]}
tours:
  walk: {title: A walk, stops: [{event: calm, filters: {kind: [press]}}]}
"""


def plain(value: object) -> object:
    """Return a value as something that compares by content, with the type of each part."""
    if isinstance(value, np.ndarray):
        return (value.dtype, value.tolist())
    if isinstance(value, list | tuple):
        return (type(value), [plain(part) for part in value])
    if isinstance(value, dict):
        return [(key, plain(part)) for key, part in value.items()]
    if isinstance(value, msgspec.Struct):
        return (type(value), [(name, plain(getattr(value, name))) for name in value.__struct_fields__])
    names = getattr(type(value), "__dataclass_fields__", None)
    if names is not None:
        return (
            type(value),
            [(name, plain(getattr(value, name))) for name in names if name not in {"basis", "stamps"}],
        )
    return (type(value), value)


def is_kept(path: Path, folder: Path) -> bool:
    return read_cached(path, folder).basis is None


def kept(path: Path, folder: Path) -> Path:
    assert keep_reading(path, read_exhibit(path), folder)
    assert is_kept(path, folder)
    return entry_file(path, folder)


def remove_picture(path: Path) -> None:
    (path.parent / "media" / "ship.png").unlink()


def change_included(path: Path) -> None:
    (path.parent / "parts" / "lanes.yaml").write_text(
        "crew: {title: Crow, parent: town}\ntown: {title: Town}\n"
    )
