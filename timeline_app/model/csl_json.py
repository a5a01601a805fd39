# SPDX-License-Identifier: MIT
"""Works as CSL-JSON, the form in which reference managers and processors exchange them.

Days, months, years and ranges become `date-parts`, a season of a year `season`, doubt `circa`. What CSL cannot say
(sets, decades, a year in doubt rather than approximate, other calendars) keeps its EDTF: as `raw` where there are no
parts at all, and always under `custom`, so that a file that is read back has lost nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final

from timeline_app.model.bibliography import Entry
from timeline_app.model.records import CslName

Json = None | bool | int | str | list["Json"] | dict[str, "Json"]

_ATOM: Final = re.compile(r"(-?\d{4,})(?:-(\d\d)(?:-(\d\d))?)?([?~%]?)")
_SEASONS: Final = {21: 1, 22: 2, 23: 3, 24: 4}
_LAST_MONTH: Final = 12
_TEXTS: Final = (
    "publisher",
    "publisher-place",
    "archive",
    "archive_location",
    "volume",
    "issue",
    "page",
    "number",
    "edition",
    "genre",
    "medium",
    "language",
    "event-title",
    "DOI",
    "ISBN",
    "ISSN",
    "URL",
)
_FIELDS: Final[Mapping[str, str]] = {"publisher-place": "publisher_place", "event-title": "event_title"}


def as_csl(entries: Iterable[Entry]) -> list[dict[str, Json]]:
    """Return works as CSL-JSON has them."""
    return [_item(entry) for entry in entries]


def _item(entry: Entry) -> dict[str, Json]:
    work, record = entry.work, entry.work.record
    found: dict[str, Json] = {"id": entry.id, "type": record.type, "title": work.text(record.title)}
    for role, names in (
        ("author", record.author),
        ("editor", record.editor),
        ("translator", record.translator),
    ):
        if names:
            found[role] = [_name(name) for name in names]
    for key, value in (
        ("container-title", record.container_title),
        ("collection-title", record.collection_title),
        ("original-title", record.original_title),
        ("note", record.note),
    ):
        if text := work.text(value):
            found[key] = text
    for key in _TEXTS:
        if text := getattr(record, _FIELDS.get(key, key)):
            found[key] = text
    kept: dict[str, Json] = {}
    for key, edtf in (
        ("issued", record.issued),
        ("original-date", record.original_date),
        ("accessed", record.accessed),
    ):
        if edtf:
            date, is_whole = csl_date(edtf)
            found[key] = date
            if not is_whole:
                kept[key] = edtf
    if kept:
        found["custom"] = {"edtf": kept}
    return found


def _name(name: CslName) -> dict[str, Json]:
    parts: dict[str, Json] = {
        key: value
        for key, value in (("family", name.family), ("given", name.given), ("literal", name.literal))
        if value
    }
    if name.static_ordering:
        parts["static-ordering"] = True
    return parts


def csl_date(edtf: str) -> tuple[dict[str, Json], bool]:
    """Return a date as CSL has it, and whether that says all that the EDTF does."""
    ends = [_parts(text) for text in edtf.split("/")]
    parts: list[Json] = []
    doubts: set[str] = set()
    season = 0
    for end in ends:
        if end is None:
            return {"raw": edtf}, False
        numbers, season, doubt = end
        parts.append(list(numbers))
        doubts.add(doubt)
    if season and len(ends) > 1:
        return {"raw": edtf}, False
    date: dict[str, Json] = {"date-parts": parts}
    if season:
        date["season"] = season
    if doubts != {""}:
        date["circa"] = True
    return date, doubts in ({""}, {"~"})


def _parts(text: str) -> tuple[tuple[int, ...], int, str] | None:
    match = _ATOM.fullmatch(text)
    if match is None:
        return None
    year, month, day, doubt = match.groups()
    if month is None:
        return (int(year),), 0, doubt
    if int(month) in _SEASONS:
        return (int(year),), _SEASONS[int(month)], doubt
    if int(month) > _LAST_MONTH:
        return None
    return tuple(int(part) for part in (year, month, day) if part), 0, doubt
