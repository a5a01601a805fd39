# SPDX-License-Identifier: MIT
"""Filters that a reader has saved by name, per exhibit, in a file of its own in the user's configuration folder.

A damaged or foreign file means none; writing is atomic, and what cannot be written is let go.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from timeline_app.model.filters import FACETS, UNFILTERED, Filters
from timeline_app.state.user_files import read_json, write_json

FILE_NAME: Final = "filters.json"
MOST_SAVED: Final = 50
"""So many are kept for one exhibit."""
MOST_EXHIBITS: Final = 100
LONGEST_NAME: Final = 80


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """What was filtered; `dates` is the stretch of time in EDTF, "" where none was asked for."""

    name: str
    filters: Filters = UNFILTERED
    dates: str = ""
    certain: bool = False


def load_filters(folder: Path, exhibit: Path) -> tuple[SavedFilter, ...]:
    """Read the filters saved for an exhibit, in the order of saving; whatever makes no sense is left out."""
    raw = read_json(folder / FILE_NAME).get(str(exhibit))
    if not isinstance(raw, list):
        return ()
    found = {one.name: one for each in raw if (one := _read(each)) is not None}
    return tuple(found.values())[-MOST_SAVED:]


def save_filters(folder: Path, exhibit: Path, saved: Iterable[SavedFilter]) -> bool:
    """Write the filters saved for an exhibit, those of others left as they are; tell whether that went well."""
    kept = {path: value for path, value in read_json(folder / FILE_NAME).items() if path != str(exhibit)}
    written = [_written(one) for one in saved][-MOST_SAVED:]
    if written:
        kept[str(exhibit)] = written
    raw = dict(list(kept.items())[-MOST_EXHIBITS:])
    return write_json(folder / FILE_NAME, raw)


def _written(saved: SavedFilter) -> dict[str, object]:
    return {
        "name": saved.name,
        "filters": {facet: sorted(values) for facet, values in saved.filters.chosen()},
        "dates": saved.dates,
        "certain": saved.certain,
    }


def _read(raw: object) -> SavedFilter | None:
    if not isinstance(raw, Mapping):
        return None
    name, dates, chosen = raw.get("name"), raw.get("dates", ""), raw.get("filters", {})
    if not isinstance(name, str) or not isinstance(dates, str) or not isinstance(chosen, Mapping):
        return None
    name = name.strip()[:LONGEST_NAME]
    filters = UNFILTERED
    for facet in FACETS:
        values = chosen.get(facet, [])
        if not isinstance(values, list) or not all(isinstance(value, str) for value in values):
            return None
        filters = replace(filters, **{facet: frozenset(values)})
    is_empty = not name or (filters.is_empty and not dates)
    return None if is_empty else SavedFilter(name, filters, dates, raw.get("certain") is True)
