# SPDX-License-Identifier: MIT
"""A time told with an offset stands where the clocks of the exhibit's zone stood then."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.errors import DateError
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS, DateSettings
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.instant import civil_from_seconds, seconds_from_civil
from timeline_app.chrono.zones import is_zone, wall_clock_s, zone_names, zone_of_place

TOKYO = DateSettings(timezone="Asia/Tokyo")
SEOUL = DateSettings(timezone="Asia/Seoul")


@pytest.mark.parametrize(
    ("text", "zone", "start"),
    [
        ("1959-12-14T00:30+09:00", "Asia/Tokyo", (1959, 12, 14, 0, 30, 0)),
        ("1959-12-14T00:30+09:00", "UTC", (1959, 12, 13, 15, 30, 0)),
        ("1959-12-14T00:30:00+09:00", "America/New_York", (1959, 12, 13, 10, 30, 0)),
        ("1959-12-14T00:00:00Z", "Asia/Tokyo", (1959, 12, 14, 9, 0, 0)),
        # The Republic of Korea's clocks were half an hour behind Japan's from 1954 to 1961.
        ("1959-12-14T00:00:00Z", "Asia/Seoul", (1959, 12, 14, 8, 30, 0)),
        ("1959-12-14T00:30+09:00", "Asia/Seoul", (1959, 12, 14, 0, 0, 0)),
        # Local mean time, before there were zones.
        ("1900-01-01T00:00:00Z", "Asia/Seoul", (1900, 1, 1, 8, 27, 52)),
        ("-0043-03-15T00:00:00Z", "Asia/Seoul", (-43, 3, 15, 8, 27, 52)),
        ("0001-01-01T00:00:00+14", "Asia/Seoul", (0, 12, 31, 18, 27, 52)),
        # Summer time.
        ("1959-07-01T12:00:00Z", "Europe/London", (1959, 7, 1, 13, 0, 0)),
        ("1959-12-01T12:00:00Z", "Europe/London", (1959, 12, 1, 12, 0, 0)),
        ("9999-12-31T23:00:00-12", "Asia/Tokyo", (10_000, 1, 1, 20, 0, 0)),
        # A leap second is the second after; the last moment of a day is the first of the next.
        ("1990-12-31T23:59:60Z", "UTC", (1991, 1, 1, 0, 0, 0)),
        ("1990-12-31T23:59:60Z", "Asia/Tokyo", (1991, 1, 1, 9, 0, 0)),
        ("1991-01-01T08:59:60+09:00", "Asia/Tokyo", (1991, 1, 1, 9, 0, 0)),
        ("1959-12-14T24:00:00", "Asia/Tokyo", (1959, 12, 15, 0, 0, 0)),
        ("1959-12-14T24:00:00Z", "Asia/Tokyo", (1959, 12, 15, 9, 0, 0)),
    ],
)
def test_a_time_with_an_offset_moves_to_the_exhibits_zone(
    text: str, zone: str, start: tuple[int, int, int, int, int, int]
) -> None:
    date = parse(text, DateSettings(timezone=zone))
    assert date.earliest_s == seconds_from_civil(*start)
    assert str(date) == text


@pytest.mark.parametrize(
    "text", ["1959-12-14", "1959-12", "1959", "1959-12-14T00:30", "1959-12-14T00:30:00", "1959-22"]
)
def test_what_has_no_offset_stands_as_written_in_every_zone(text: str) -> None:
    assert parse(text, TOKYO) == parse(text) == parse(text, DateSettings(timezone="America/New_York"))


def test_ends_and_members_move_too() -> None:
    interval = parse("1959-12-14T00:30+09:00/1959-12-14T05:00+09:00", TOKYO)
    assert interval.earliest_s == seconds_from_civil(1959, 12, 14, 0, 30)
    assert interval.latest_s == seconds_from_civil(1959, 12, 14, 5, 1)
    one_of = parse("[1959-12-14T00:30Z,1959-12-14]", TOKYO)
    assert one_of.parts[0].earliest_s == seconds_from_civil(1959, 12, 14, 9, 30)
    assert one_of.parts[1].earliest_s == seconds_from_civil(1959, 12, 14)


def test_a_time_keeps_its_length_where_clocks_are_set_back() -> None:
    date = parse("1959-10-04T00:59:59Z", DateSettings(timezone="Europe/London"))
    assert date.earliest_s is not None
    assert date.latest_s == date.earliest_s + 1
    assert civil_from_seconds(date.earliest_s)[:6] == (1959, 10, 4, 1, 59, 59)


def test_names_of_zones() -> None:
    assert is_zone("UTC")
    assert is_zone("Asia/Tokyo")
    assert is_zone("America/Argentina/Buenos_Aires")
    assert "Europe/London" in zone_names()
    assert list(zone_names()) == sorted(zone_names())


@pytest.mark.parametrize(
    "name",
    ["", "asia/tokyo", "Asia", "Asia/", "Tokyo", "JST", "+09:00", "../UTC", "/etc/localtime", "localtime", "posixrules",
     "zone.tab", "Asia/Tokyo\0", "日本", "a" * 5_000],
)  # fmt: skip
def test_names_of_none(name: str) -> None:
    assert not is_zone(name)
    assert wall_clock_s(86_400, name) == 86_400


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("new york", "America/New_York"),
        ("Tokyo", "Asia/Tokyo"),
        (" PARIS ", "Europe/Paris"),
        ("Atlantis", None),
        ("UTC", "Etc/UTC"),
        ("", None),
    ],
)
def test_the_zone_of_a_place(words: str, zone: str | None) -> None:
    assert zone_of_place(words) == zone


@given(
    st.integers(-(2**60), 2**60), st.sampled_from(("UTC", "Asia/Seoul", "Pacific/Apia", "America/New_York"))
)
def test_no_clock_is_more_than_a_day_away(instant_utc_s: int, zone: str) -> None:
    assert abs(wall_clock_s(instant_utc_s, zone) - instant_utc_s) <= 86_400


def test_zone_data_are_loaded_only_when_a_zone_is_asked_for(project_root: Path) -> None:
    code = (
        "import sys\n"
        "from timeline_app.chrono.edtf import parse\n"
        "parse('1959-12-14T00:30+09:00')\n"
        "assert not {'zoneinfo', 'tzdata', 'datetime'} & set(sys.modules)\n"
        "from timeline_app.chrono.date_settings import DateSettings\n"
        "parse('1959-12-14T00:30+09:00', DateSettings(timezone='Asia/Tokyo'))\n"
        "assert 'zoneinfo' in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=project_root)


@pytest.mark.parametrize(
    ("text", "north", "south"),
    [
        ("1959-21", ((1959, 3), (1959, 6)), ((1959, 9), (1959, 12))),
        ("1959-22", ((1959, 6), (1959, 9)), ((1959, 12), (1960, 3))),
        ("1959-23", ((1959, 9), (1959, 12)), ((1959, 3), (1959, 6))),
        ("1959-24", ((1959, 12), (1960, 3)), ((1959, 6), (1959, 9))),
        ("195X-22", ((1950, 6), (1959, 9)), ((1950, 12), (1960, 3))),
        ("1959-21/1959-22", ((1959, 3), (1959, 9)), ((1959, 9), (1960, 3))),
        ("[1959-22]", ((1959, 6), (1959, 9)), ((1959, 12), (1960, 3))),
    ],
)
def test_seasons_without_a_hemisphere_are_those_of_the_exhibit(
    text: str, north: tuple[tuple[int, int], ...], south: tuple[tuple[int, int], ...]
) -> None:
    for settings, expected in ((DEFAULT_SETTINGS, north), (DateSettings(hemisphere="south"), south)):
        date = parse(text, settings)
        assert (date.earliest_s, date.latest_s) == tuple(seconds_from_civil(*month) for month in expected)
        assert str(date) == text


def test_seasons_in_the_wrong_order_are_refused_where_they_are_wrong() -> None:
    south = DateSettings(hemisphere="south")
    assert can_be_read("2001-21/2001-23")
    assert not can_be_read("2001-21/2001-23", south)
    with pytest.raises(DateError) as caught:
        parse("2001-21/2001-23", south)
    assert caught.value.fixes == ("2001-23/2001-21",)
    assert can_be_read("2001-23/2001-21", south)


@pytest.mark.parametrize("code", [*range(25, 42), 12])
def test_other_parts_of_a_year_are_the_same_in_both_hemispheres(code: int) -> None:
    text = f"1959-{code}"
    assert parse(text, DateSettings(hemisphere="south")) == parse(text)
