# SPDX-License-Identifier: MIT
"""Two hundred thousand texts that nearly are dates: each is read with sound bounds or refused with a DateError."""

import random
from collections.abc import Iterator

from tests.unit.chrono.edtf_examples import LOC_EXAMPLES
from timeline_app.base.errors import DateError
from timeline_app.chrono.edtf import can_be_read, parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.instant import LIMIT_S

COUNT = 200_000
EXPLAINED = 10_000
"""So many go through the search for fixes too, which takes far longer than reading."""
SEEDS = (
    *(example.text for example in LOC_EXAMPLES),
    "1959-12-14T09:30+09:00~", "1958-37~", "Y-66E6/Y-23E5", "[1950~..1953~]", "1990-12-31T23:59:60Z",
    "julian:-0043-03-15", "hebrew:5720-13?", "islamic:1379-06~", "-1X32-X1-X2",
)  # fmt: skip
SIGNS = "0123456789XYESTZ?~%-/.[]{}, :+xu–年\n"


def mutated(count: int) -> Iterator[str]:
    """Yield examples of the specification of which one to four pieces were replaced, added or left out."""
    chance = random.Random(20_190_204)
    for _ in range(count):
        text = list(chance.choice(SEEDS))
        for _ in range(chance.randint(1, 4)):
            at = chance.randint(0, len(text))
            text[at : at + chance.randint(0, 2)] = chance.choices(SIGNS, k=chance.randint(0, 2))
        yield "".join(text)


def has_sound_bounds(date: HistoricalDate) -> bool:
    """Tell whether all bounds are in order and on the axis, and fuzz and core where they belong."""
    first_s, last_s = date.earliest_s, date.latest_s
    wide_first_s, wide_last_s = date.fuzz_earliest_s, date.fuzz_latest_s
    low_s = -LIMIT_S if first_s is None or wide_first_s is None else first_s
    high_s = LIMIT_S if last_s is None or wide_last_s is None else last_s
    return (
        -LIMIT_S <= (wide_first_s if wide_first_s is not None else low_s) <= low_s
        and low_s < high_s
        and high_s <= (wide_last_s if wide_last_s is not None else high_s) <= LIMIT_S
        and (date.core is None or low_s <= date.core[0] < date.core[1] <= high_s)
    )


def test_nothing_but_a_date_error_comes_of_texts_that_nearly_are_dates() -> None:
    read = [text for text in mutated(COUNT) if can_be_read(text)]  # Any other exception ends the test.
    assert COUNT // 50 < len(read) < COUNT // 4
    wrong = [text for text in read if str(parse(text)) != text or not has_sound_bounds(parse(text))]
    assert wrong == []


def test_the_search_for_fixes_finds_only_what_can_be_read() -> None:
    refusals = [(text, error) for text in mutated(EXPLAINED) if (error := refusal(text)) is not None]
    assert len(refusals) > EXPLAINED // 2
    assert sum(bool(error.fixes) for _, error in refusals) > EXPLAINED // 25
    for text, error in refusals:
        assert all(can_be_read(fix) for fix in error.fixes), text
        assert text not in error.fixes
        assert 0 <= error.offset <= len(text)


def refusal(text: str) -> DateError | None:
    """Return the error with which a text is refused, None if it is read."""
    try:
        parse(text)
    except DateError as error:
        return error
    return None
