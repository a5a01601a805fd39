# SPDX-License-Identifier: MIT
"""A large made-up exhibit for trying the program out: the same seed and number always give the same file.

What is made up looks like what people write: most events are days, many are only known to the month or
year, some last (their lengths are log-normal: many weeks, few decades), few are important, time is
crowded in some years and empty in others, and some dates are doubtful, open or one of several.
"""

from __future__ import annotations

import math
import random
from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from timeline_app.chrono.instant import civil_from_days, days_from_civil

FIRST_YEAR: Final = 1750
LAST_YEAR: Final = 2020
LANES: Final = (
    ("crown", "Crown and cabinet", "indigo", 1.0),
    ("towns", "Towns", "teal", 1.5),
    ("harbours", "Harbours and ships", "ochre", 1.0),
    ("letters", "Letters and papers", "plum", 2.0),
    ("learning", "Schools and learned societies", "moss", 1.0),
    ("weather", "Weather and harvests", "slate", 0.7),
)
_LANE_WEIGHTS: Final = (14, 26, 18, 30, 8, 4)
_IMPORTANCE_WEIGHTS: Final = (30, 38, 24, 6, 2)
"""How often an event is of importance 1 to 5."""

_BUSY_TIMES: Final = 24
_BUSY_SHARE: Final = 0.55
_BUSY_YEARS: Final = 2.5
_LASTING_SHARE: Final = 0.22
_USUAL_LENGTH_DAYS: Final = 60.0
_LENGTH_SPREAD: Final = 1.6
_LONGEST_DAYS: Final = 60 * 365
_SECOND_LANE_SHARE: Final = 0.03
_TAGGED_SHARE: Final = 0.5
_ENDINGS: Final = {"told": 96, "open": 2, "unknown": 2}
_DOUBTS: Final = {"none": 86, "sign": 8, "decade": 2, "one-of": 2, "season": 2}
"""How many of a hundred dates end, or are doubtful, in which way."""

_ACTS: Final = {
    "crown": ("Decree on {thing}", "Cabinet falls over {thing}", "Treaty of {place}", "Envoy sent to {place}"),
    "towns": ("{place} rebuilds its {work}", "Council of {place} debates {thing}", "Fire in {place}", "{place} opens a {work}"),
    "harbours": ("The {ship} leaves {place}", "The {ship} is lost off {place}", "{place} dredges its harbour", "Quarantine at {place}"),
    "letters": ("Letter from {place} on {thing}", "First issue of the {place} {paper}", "Report on {thing}", "Petition from {place}"),
    "learning": ("Lecture on {thing} in {place}", "A school opens in {place}", "Survey of {place} begins", "Prize for a work on {thing}"),
    "weather": ("Frost in {place}", "Flood at {place}", "Good harvest around {place}", "Storm over {place}"),
}  # fmt: skip
_FILL: Final = {
    "place": ("Alder", "Brenmouth", "Carrow", "Dunmere", "Eastvale", "Farrow", "Glenholt", "Hartsea", "Ivermoor", "Kelding"),
    "thing": ("salt", "grain prices", "the census", "lighthouses", "tolls", "glass", "the mails", "dykes", "printing", "weights"),
    "work": ("bridge", "market hall", "school", "granary", "waterworks", "town wall"),
    "ship": ("Halcyon", "Northern Star", "Patience", "Margaret Ann", "Esperance", "Wanderer"),
    "paper": ("Gazette", "Courier", "Mercury", "Observer"),
}  # fmt: skip
_TAGS: Final = ("trade", "law", "sea", "weather", "schooling", "print", "health")


class _Day(NamedTuple):
    year: int
    month: int
    day: int


def header(count: int, seed: int) -> dict[str, object]:
    """Return the exhibit's own fields, which say that all of it is made up."""
    return {
        "format": 1,
        "title": f"A made-up exhibit of {count:,} events",
        "subtitle": f"Nothing in it is true; it was made with seed {seed} to try the program out",
        "lanes": {
            name: {"title": title, "colour": colour, "share": share} for name, title, colour, share in LANES
        },
    }


def events(count: int, seed: int) -> Iterator[dict[str, object]]:
    """Yield so many events, as mappings of the exhibit format; not in the order of time."""
    chance = random.Random(f"{seed}/{count}")  # noqa: S311 - nothing here is secret.
    first, last = days_from_civil(FIRST_YEAR, 1, 1), days_from_civil(LAST_YEAR, 1, 1)
    busy = [chance.uniform(first, last) for _ in range(_BUSY_TIMES)]
    lanes = chance.choices([lane[0] for lane in LANES], _LANE_WEIGHTS, k=count)
    weights = chance.choices((1, 2, 3, 4, 5), _IMPORTANCE_WEIGHTS, k=count)
    for number, (lane, importance) in enumerate(zip(lanes, weights, strict=True), start=1):
        yield _event(chance, number, lane, importance, _start_day(chance, busy, (first, last)))


def _event(chance: random.Random, number: int, lane: str, importance: int, start: int) -> dict[str, object]:
    event: dict[str, object] = {
        "id": f"e{number}",
        "date": _date(chance, start),
        "title": _title(chance, lane),
        "lane": lane,
        "importance": importance,
    }
    if chance.random() < _SECOND_LANE_SHARE:
        event["lane"] = [lane, chance.choice([other[0] for other in LANES if other[0] != lane])]
    if chance.random() < _TAGGED_SHARE:
        event["tags"] = chance.sample(_TAGS, chance.choice((1, 1, 2)))
    return event


def _start_day(chance: random.Random, busy: list[float], ends: tuple[int, int]) -> int:
    if chance.random() < _BUSY_SHARE:
        day = round(chance.gauss(chance.choice(busy), _BUSY_YEARS * 365))
        return min(max(day, ends[0]), ends[1])
    return round(chance.uniform(*ends))


def _date(chance: random.Random, start: int) -> str:
    at = _Day(*civil_from_days(start))
    first = _cut(chance, at)
    if chance.random() >= _LASTING_SHARE:
        return _doubted(chance, first, at)
    days = min(int(math.exp(chance.gauss(math.log(_USUAL_LENGTH_DAYS), _LENGTH_SPREAD))) + 1, _LONGEST_DAYS)
    last = _written(_Day(*civil_from_days(start + days)), len(first))
    if first >= last:
        # Both lie in the same year or month: then the days themselves are told.
        first, last = _written(at, 10), _written(_Day(*civil_from_days(start + days)), 10)
    match _drawn(chance, _ENDINGS):
        case "open":
            return f"{first}/.."
        case "unknown":
            return f"{first}/"
        case _:
            return f"{first}/{last}"


def _drawn(chance: random.Random, shares: Mapping[str, int]) -> str:
    return chance.choices(list(shares), list(shares.values()))[0]


def _cut(chance: random.Random, at: _Day) -> str:
    """Write a day as finely as it is known: most to the day, some to the month or year."""
    return _written(at, chance.choices((10, 7, 4), (70, 18, 12))[0])


def _written(at: _Day, length: int) -> str:
    return f"{at.year:04d}-{at.month:02d}-{at.day:02d}"[:length]


def _doubted(chance: random.Random, date: str, at: _Day) -> str:
    match _drawn(chance, _DOUBTS):
        case "sign":
            return date + chance.choice("?~%")
        case "decade":
            return f"{at.year // 10:03d}X"
        case "one-of":
            return f"[{at.year},{at.year + chance.randint(1, 4)}]"
        case "season":
            return f"{at.year}-{chance.choice((21, 22, 23, 24))}"
        case _:
            return date


def _title(chance: random.Random, lane: str) -> str:
    pattern = chance.choice(_ACTS[lane])
    return pattern.format_map({name: chance.choice(words) for name, words in _FILL.items()})
