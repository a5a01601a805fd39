# SPDX-License-Identifier: MIT
"""What dates of every shape leave possible."""

import pytest

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import DAY_S, LIMIT_S, days_from_civil, year_start_s
from timeline_app.chrono.stretches import Stretch, has_place, stretches_of


def y(year: int) -> int:
    """Return the second at which a year begins."""
    return year_start_s(year)


def day(year: int, month: int, number: int) -> int:
    """Return the second at which a day begins."""
    return days_from_civil(year, month, number) * DAY_S


FIRST, LAST = -LIMIT_S, LIMIT_S


@pytest.mark.parametrize(
    ("text", "stretches"),
    [
        ("1958", [(y(1958), y(1959), y(1958), y(1959))]),
        ("1958~", [(y(1953), y(1964), y(1953), y(1964))]),
        ("1958?", [(y(1958), y(1959), y(1958), y(1959))]),
        ("1955/1958", [(y(1955), y(1956), y(1958), y(1959))]),
        ("1955~/1970", [(y(1950), y(1961), y(1970), y(1971))]),
        # Nobody ends before having begun, nor begins after having ended.
        ("1958/1958-03", [(y(1958), day(1958, 4, 1), day(1958, 3, 1), day(1958, 4, 1))]),
        ("1958-03/1958", [(day(1958, 3, 1), day(1958, 4, 1), day(1958, 3, 1), y(1959))]),
        ("1955/..", [(y(1955), y(1956), LAST - 1, LAST)]),
        ("../1955", [(FIRST, FIRST + 1, y(1955), y(1956))]),
        ("1955/", [(y(1955), y(1956), y(1955), LAST)]),
        ("/1955", [(FIRST, y(1956), y(1955), y(1956))]),
        ("[1955,1958]", [(y(1955), y(1956), y(1955), y(1956)), (y(1958), y(1959), y(1958), y(1959))]),
        ("[1955..1957]", [(y(1955), y(1958), y(1955), y(1958))]),
        ("[1955..]", [(y(1955), LAST, y(1955), LAST)]),
        ("[..1955]", [(FIRST, y(1956), FIRST, y(1956))]),
        ("{1955,1958}", [(y(1955), y(1956), y(1955), y(1956)), (y(1958), y(1959), y(1958), y(1959))]),
        ("{1955..1957}", [(y(1955), y(1956), y(1957), y(1958))]),
        ("{1955..}", [(y(1955), y(1956), LAST - 1, LAST)]),
    ],
)
def test_what_is_possible(text: str, stretches: list[tuple[int, int, int, int]]) -> None:
    assert list(stretches_of(parse(text))) == [Stretch(*stretch) for stretch in stretches]


@pytest.mark.parametrize("text", ["XXXX-12-25", "../..", "/", "/..", "../"])
def test_what_has_no_place_leaves_nothing_to_ask(text: str) -> None:
    assert has_place(parse(text)) is False
    assert stretches_of(parse(text)) == ()


def test_a_year_of_which_some_digits_are_known_has_a_place() -> None:
    assert stretches_of(parse("156X")) == (Stretch(y(1560), y(1570), y(1560), y(1570)),)


def test_closer_bounds_of_the_whole_count_for_an_interval() -> None:
    narrowed = parse("1955/1958")._replace(fuzz_earliest_s=day(1955, 6, 1), fuzz_latest_s=day(1958, 3, 1))
    assert stretches_of(narrowed) == (Stretch(day(1955, 6, 1), y(1956), y(1958), day(1958, 3, 1)),)


def test_bounds_that_leave_one_end_no_choice_still_leave_a_second() -> None:
    narrowed = parse("1955/1958")._replace(fuzz_earliest_s=y(1956), fuzz_latest_s=y(1958))
    assert stretches_of(narrowed) == (Stretch(y(1956), y(1956) + 1, y(1958) - 1, y(1958)),)


def test_members_of_a_choice_outside_closer_bounds_are_none() -> None:
    date = parse("[1955,1958..1960]")._replace(fuzz_earliest_s=y(1959))
    assert stretches_of(date) == (Stretch(y(1959), y(1961), y(1959), y(1961)),)
    nothing_left = parse("[1955,1958]")._replace(fuzz_earliest_s=y(1956), fuzz_latest_s=y(1958))
    assert stretches_of(nothing_left) == (Stretch(y(1956), y(1958), y(1956), y(1958)),)
