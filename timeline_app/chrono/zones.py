# SPDX-License-Identifier: MIT
"""Time zones: what a clock in an exhibit's zone shows at a moment told with another clock's offset.

The data come from the package `tzdata` and never from the machine: what systems ship differs before 1970,
and a time must stand at the same place on every machine. They are loaded with the first zone but UTC.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Final

from timeline_app.chrono.instant import DAY_S, year_start_s

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

UTC: Final = "UTC"

_FIRST_S: Final = year_start_s(1) + DAY_S
_LAST_S: Final = year_start_s(10_000) - DAY_S - 1
"""`datetime` holds the years 1 to 9999, with room for an offset at both ends. Before them counts local mean
time, which every zone has there; behind them what holds last."""


def is_zone(name: str) -> bool:
    """Tell whether this is the name of a time zone: UTC, Asia/Tokyo."""
    return name == UTC or name in zone_names()


@lru_cache(maxsize=1)
def zone_names() -> tuple[str, ...]:
    """Return the names of all zones, sorted."""
    listed = _data("tzdata", "zones") or b""
    return tuple(sorted(listed.decode("ascii").split()))


def zone_of_place(words: str) -> str | None:
    """Return the zone whose last part these words are ("new york"), None if there is none."""
    place = words.strip().casefold().replace(" ", "_")
    found = (name for name in zone_names() if name.casefold().rpartition("/")[2] == place and "/" in name)
    return next(found, None)


def wall_clock_s(instant_utc_s: int, zone: str) -> int:
    """Return the axis second that a clock in the zone shows at a moment told in UTC.

    A name that is no zone counts as UTC: whoever takes one from a file checks it with `is_zone`.
    """
    if zone == UTC:
        return instant_utc_s
    return instant_utc_s + _ahead_s(max(_FIRST_S, min(_LAST_S, instant_utc_s)), zone)


def _ahead_s(instant_utc_s: int, zone: str) -> int:
    """Return how far a zone's clocks are ahead of UTC at a moment."""
    from datetime import datetime, timedelta

    rules = _rules(zone)
    if rules is None:
        return 0
    moment = datetime(1970, 1, 1, tzinfo=rules) + timedelta(seconds=instant_utc_s)
    ahead = rules.fromutc(moment).utcoffset() or timedelta()
    return ahead // timedelta(seconds=1)


@lru_cache(maxsize=16)
def _rules(zone: str) -> ZoneInfo | None:
    from io import BytesIO
    from zoneinfo import ZoneInfo

    if not is_zone(zone):
        return None
    data = _data("tzdata.zoneinfo", zone)
    return ZoneInfo.from_file(BytesIO(data), key=zone) if data else None


def _data(package: str, name: str) -> bytes | None:
    import pkgutil

    return pkgutil.get_data(package, name)
