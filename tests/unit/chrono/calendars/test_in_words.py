# SPDX-License-Identifier: MIT
"""A date in other calendars: days are days, months and years are the ones that they touch, nothing is rounded."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.messages import Message, Translator
from timeline_app.chrono.calendars import CALENDAR_NAMES, calendar_named, in_calendars
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import civil_from_days, days_from_civil
from timeline_app.chrono.phrases import date_in_words, doubt_in_words, short_date


@pytest.fixture(scope="module")
def english(project_root: Path) -> Translator:
    return Translator.from_file(project_root / "resources" / "languages" / "en.json")


@pytest.fixture(scope="module")
def japanese(project_root: Path) -> Translator:
    return Translator.from_file(project_root / "resources" / "languages" / "ja.json")


@pytest.fixture(scope="module")
def korean(project_root: Path) -> Translator:
    return Translator.from_file(project_root / "resources" / "languages" / "ko.json")


def words(text: str, name: str, translator: Translator) -> str:
    """Return a date in a calendar; "" if the calendar has none."""
    found = in_calendars(parse(text), [name])
    return translator.text(found[-1].message) if found and found[-1].name == name else ""


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("1959-12-14", "julian", "1 December 1959 (Julian)"),
        ("1959-12-14", "hebrew", "13 Kislev 5720 (Hebrew)"),
        ("1959-12-14", "islamic", "13 Jumada II 1379 AH (Islamic)"),
        ("1959-12-14", "japanese-era", "14 December, Shōwa 34"),
        ("1959-12-14", "juche", "14 December, Juche 48"),
        ("1959-12-14", "dangun", "14 December, Dangun 4292"),
        ("1959-12-14", "minguo", "14 December, Minguo 48"),
        ("1959-12-14", "buddhist", "14 December, 2502 BE"),
        ("1959-12-14T09:30", "juche", "14 December, Juche 48"),
        ("-0043-03-13", "julian", "15 March 44 BC (Julian)"),
        ("2024-03-24", "hebrew", "14 Adar II 5784 (Hebrew)"),
        ("2024-02-24", "hebrew", "15 Adar I 5784 (Hebrew)"),
        ("2023-03-07", "hebrew", "14 Adar 5783 (Hebrew)"),
        ("1959-12-14~", "hebrew", "about 13 Kislev 5720 (Hebrew)"),
        ("1959-12-14?", "hebrew", "perhaps 13 Kislev 5720 (Hebrew)"),
    ],
)
def test_days(text: str, name: str, expected: str, english: Translator) -> None:
    assert words(text, name, english) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("1959", "hebrew", "5719–5720 (Hebrew)"),
        ("1959", "islamic", "1378–1379 AH (Islamic)"),
        ("1959", "julian", "1958–1959 (Julian)"),
        ("1959", "japanese-era", "Shōwa 34"),
        ("1959", "juche", "Juche 48"),
        ("1959-12", "hebrew", "Heshvan–Kislev 5720 (Hebrew)"),
        ("1959-12", "islamic", "Jumada I–Rajab 1379 AH (Islamic)"),
        ("1950-10", "islamic", "Dhu al-Hijja 1369 AH – Muharram 1370 AH (Islamic)"),
        ("1989-01", "julian", "December 1988 – January 1989 (Julian)"),
        ("1959-12", "minguo", "December, Minguo 48"),
        ("1959-22", "juche", "June, Juche 48 – August, Juche 48"),
        ("2000-02", "hebrew", "Shevat–Adar I 5760 (Hebrew)"),
        ("1911-02", "hebrew", "within Shevat 5671 (Hebrew)"),
        ("1930-02", "islamic", "within Ramadan 1348 AH (Islamic)"),
        ("195X", "hebrew", "5710–5720 (Hebrew)"),
        ("195X", "juche", "Juche 39–48"),
        ("-0043", "julian", "44–43 BC (Julian)"),
        ("0000", "julian", "1 BC – AD 1 (Julian)"),
        ("0079", "julian", "AD 79 – AD 80 (Julian)"),
        ("200X", "buddhist", "2543–2552 BE"),
        ("191X", "juche", "Juche 1–8"),
    ],
)
def test_months_and_years_are_those_that_they_touch(
    text: str, name: str, expected: str, english: Translator
) -> None:
    assert words(text, name, english) == expected


@pytest.mark.parametrize(
    ("text", "name", "expected"),
    [
        ("1926", "japanese-era", "Taishō 15 / Shōwa 1"),
        ("1926-12", "japanese-era", "December, Taishō 15 / Shōwa 1"),
        ("1926-12-24", "japanese-era", "24 December, Taishō 15"),
        ("1926-12-25", "japanese-era", "25 December, Shōwa 1"),
        ("1989", "japanese-era", "Shōwa 64 / Heisei 1"),
        ("1989-01-07", "japanese-era", "7 January, Shōwa 64"),
        ("1989-01-08", "japanese-era", "8 January, Heisei 1"),
        ("1912-07-29", "japanese-era", "29 July, Meiji 45"),
        ("1912-07-30", "japanese-era", "30 July, Taishō 1"),
        ("2019-04-30", "japanese-era", "30 April, Heisei 31"),
        ("2019-05-01", "japanese-era", "1 May, Reiwa 1"),
        ("1925/1928", "japanese-era", "Taishō 14 – Shōwa 3"),
        ("1873-01-01", "japanese-era", "1 January, Meiji 6"),
        # Before 1873 the months were others, and the year began weeks later.
        ("1872-12-31", "japanese-era", "Meiji 5"),
        ("1872-03", "japanese-era", "Meiji 5"),
        ("1872-01-20", "japanese-era", "Meiji 4 – Meiji 5"),
        ("1870", "japanese-era", "Meiji 2 – Meiji 3"),
        ("1868", "japanese-era", "Meiji 1"),
        ("1868-10-23", "japanese-era", "Meiji 1"),
        ("1868-10-22", "japanese-era", ""),
        ("1867", "japanese-era", ""),
        ("1911-12-31", "juche", ""),
        ("1911", "minguo", ""),
        ("1912-01-01", "minguo", "1 January, Minguo 1"),
        # The Thai year began in April until 1940.
        ("1930-02-03", "buddhist", "2472–2473 BE"),
        ("1930-05-03", "buddhist", "2473 BE"),
        ("1935", "buddhist", "2477–2478 BE"),
        ("1941-01-01", "buddhist", "1 January, 2484 BE"),
        ("0600", "islamic", ""),
        ("-3761", "hebrew", ""),
        ("-3760-09-07", "hebrew", "1 Tishri 1 (Hebrew)"),
    ],
)
def test_where_eras_begin_and_end(text: str, name: str, expected: str, english: Translator) -> None:
    assert words(text, name, english) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1955/1958", "5715–5719 (Hebrew)"),
        ("1926-12/1928-03", "Kislev 5687 – Nisan 5688 (Hebrew)"),
        ("1959-12-14/1959-12-15", "13 Kislev 5720 – 14 Kislev 5720 (Hebrew)"),
        ("1959-12-14/1959-12-14", "13 Kislev 5720 (Hebrew)"),
        ("1955~/1958", "about 5715–5716 – 5718–5719 (Hebrew)"),
        ("1959-12-14/..", "from 13 Kislev 5720 on (Hebrew)"),
        ("1959-12-14/", "13 Kislev 5720 to an unknown date (Hebrew)"),
        ("../1959-12-14", "until 13 Kislev 5720 (Hebrew)"),
        ("/1959-12-14", "an unknown date to 13 Kislev 5720 (Hebrew)"),
        ("[1959,1961]", "5719–5720 or 5721–5722 (Hebrew)"),
        (
            "{1959-12-14,1959-12-15,1959-12-16}",
            "13 Kislev 5720 and 14 Kislev 5720 and 15 Kislev 5720 (Hebrew)",
        ),
        ("[1959-12-14..1959-12-15]", "between 13 Kislev 5720 and 14 Kislev 5720 (Hebrew)"),
        ("[1959-12-14..]", "13 Kislev 5720 or later (Hebrew)"),
        ("[..1959-12-14]", "13 Kislev 5720 or earlier (Hebrew)"),
        ("[1951,1952,1953,1954,1955,1956,1957]", ""),
        ("[-4000,1959]", ""),
        ("-4000/1959", "1–5720 (Hebrew)"),
        ("../..", ""),
        ("Y-66E6", ""),
        ("1950S2", ""),
        ("XXXX-12-25", ""),
    ],
)
def test_intervals_sets_and_what_has_no_words(text: str, expected: str, english: Translator) -> None:
    assert words(text, "hebrew", english) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("hebrew:5720-07-01", ["3 October 1959 (Gregorian)", "3 October, Juche 48"]),
        (
            "islamic:1379-06",
            [
                "2 December 1959 – 30 December 1959 (Gregorian)",
                "2 December, Juche 48 – 30 December, Juche 48",
            ],
        ),
        ("julian:-0043-03", ["27 February 44 BC – 29 March 44 BC (Gregorian)"]),
    ],
)
def test_a_date_of_another_calendar_comes_in_gregorian_days_first(
    text: str, expected: list[str], english: Translator
) -> None:
    own = text.partition(":")[0]
    found = in_calendars(parse(text), [own, "juche"])
    assert [english.text(item.message) for item in found] == expected


@pytest.mark.parametrize(
    ("text", "name", "has_limit"),
    [
        ("1959-12-14", "julian", False),
        ("0007-12-29", "julian", True),
        ("0008-01-01", "julian", False),
        ("1959", "hebrew", True),
        ("1959", "islamic", True),
        ("1959", "japanese-era", False),
        ("1872", "japanese-era", True),
        ("1996", "juche", True),
        ("1997", "juche", False),
        ("1947", "dangun", True),
        ("1948", "dangun", False),
        ("1961", "dangun", False),
        ("1962", "dangun", True),
        ("1959", "minguo", False),
        ("1940", "buddhist", True),
        ("1941", "buddhist", False),
        ("../1940", "buddhist", True),
    ],
)
def test_limits_are_told_where_they_are(text: str, name: str, has_limit: bool, english: Translator) -> None:
    (found,) = in_calendars(parse(text), [name])
    calendar = calendar_named(name)
    assert calendar is not None
    assert found.limit == (calendar.limit if has_limit else None)
    assert calendar.limit is not None
    assert not english.text(calendar.limit).startswith("⟦")


def test_unknown_names_and_repeated_ones_are_passed_over() -> None:
    assert [item.name for item in in_calendars(parse("1959"), ["martian", "juche", "japanese", "juche"])] == [
        "juche",
        "japanese-era",
    ]


@pytest.mark.parametrize(
    ("text", "full", "short"),
    [
        ("julian:-0043-03-15", "15 March 44 BC (Julian)", "15 Mar 44 BC (Julian)"),
        ("julian:-0043", "44 BC (Julian)", "44 BC (Julian)"),
        ("hebrew:5720~", "about 5720 (Hebrew)", "c. 5720 (Hebrew)"),
        ("islamic:1379-06?", "perhaps Jumada II 1379 AH (Islamic)", "Jumada II 1379 AH (Islamic)?"),
        ("hebrew:5720/hebrew:5722", "5720 (Hebrew) to 5722 (Hebrew)", "5720 (Hebrew) – 5722 (Hebrew)"),
        ("[hebrew:5720,hebrew:5722]", "5720 (Hebrew) or 5722 (Hebrew)", "5720 (Hebrew) or 5722 (Hebrew)"),
    ],
)
def test_a_date_in_the_words_of_its_own_calendar(
    text: str, full: str, short: str, english: Translator
) -> None:
    assert date_in_words(parse(text), english) == full
    assert short_date(parse(text), english) == short


def test_a_calculated_day_is_not_called_exact(english: Translator) -> None:
    assert doubt_in_words(parse("hebrew:5720-07-01"), english) == "exact day"
    assert doubt_in_words(parse("islamic:1379-06-14"), english).startswith("calculated day")


def test_japanese_and_korean(japanese: Translator, korean: Translator) -> None:
    assert words("1959-12-14", "japanese-era", japanese) == "昭和34年12月14日"
    assert words("1989", "japanese-era", japanese) == "昭和64年・平成元年"
    assert words("1959-12-14", "hebrew", japanese) == "ユダヤ暦5720年キスレブ月13日"
    assert words("1959", "islamic", japanese) == "ヒジュラ暦1378～1379年"
    assert words("1959-12-14", "juche", korean) == "주체 48년 12월 14일"
    assert words("1959", "dangun", korean) == "단기 4292년"
    assert words("1959-12-14", "islamic", korean) == "이슬람력 1379년 주마다 알아히라 13일"
    assert words("-0043-03-13", "julian", korean) == "율리우스력 기원전 44년 3월 15일"


def messages_of(name: str) -> list[Message]:
    """Return every kind of label of a calendar."""
    calendar = calendar_named(name)
    assert calendar is not None
    found = [Message.of(f"calendar.name.{name}"), calendar.years_message(1867, 2020)]
    for year in (1959, 1960, 5719, 5720, 1867, 1868, 1926, -43):
        found += [calendar.year_message(year), calendar.years_message(year, year + 1)]
        found += [calendar.month_message(year, month) for month in calendar.months_of(year)]
    found += [
        calendar.day_message(days_from_civil(*day)) for day in ((1959, 1, 1), (1868, 1, 1), (-43, 1, 1))
    ]
    return found


@pytest.mark.parametrize("name", [*CALENDAR_NAMES, "gregorian"])
def test_every_label_has_words_in_three_languages(
    name: str, english: Translator, japanese: Translator, korean: Translator
) -> None:
    for message in messages_of(name):
        texts = [translator.text(message) for translator in (english, japanese, korean)]
        assert not any(mark in text for text in texts for mark in "⟦{}")


@given(st.integers(-2_500_000, 1_500_000), st.sampled_from([*CALENDAR_NAMES]))
def test_the_year_of_a_day_lies_among_those_of_its_year(days: int, name: str) -> None:
    calendar = calendar_named(name)
    assert calendar is not None
    year, _, _ = civil_from_days(days)
    first, last = calendar.year_span(days_from_civil(year, 1, 1), days_from_civil(year, 12, 31))
    earliest, latest = calendar.year_span(days, days)
    assert first <= earliest <= latest <= last
