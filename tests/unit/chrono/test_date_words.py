# SPDX-License-Identifier: MIT
"""Dates in English, Japanese and Korean: a table written by hand, and what holds for every date."""

import csv
import json
import re
import string
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.unit.chrono.test_edtf_properties import dates
from timeline_app.base.languages import available_languages, translator_for
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import HistoricalDate
from timeline_app.chrono.phrases import date_in_words, doubt_in_words, short_date
from timeline_app.chrono.ticks import UNITS, Family, TickUnit, tick_message, tick_starts

LANGUAGES = ("en", "ja", "ko")
TABLE = Path(__file__).with_name("date_words.tsv")
DISPLAY_PREFIXES = (
    "date.and", "date.between", "date.clock", "date.comma", "date.day", "date.doubt", "date.full.", "date.group", "date.in-", "date.month",
    "date.number.", "date.or", "date.part-doubt.", "date.short.", "date.tick.", "date.with-", "date.year.", "calendar.",
    "break.nothing-begins", "break.without-entries", "length.",
)  # fmt: skip
NOT_WORDS_OF_DATES = ("date.hint.", "date.problem.", "date.loose.", "date.loose-hint.", "date.weekday.")
LATIN_WORD = re.compile("[A-Za-z]")
YEAR_0 = re.compile(r"(?<![0-9:.,X])0+(?![0-9:])\s*(年|년|BC|AD)|AD 0")


def rows() -> list[dict[str, str]]:
    """Return the table: EDTF, and its full and short words in each language."""
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def table_of(language: str, project_root: Path) -> dict[str, str]:
    """Return the texts of a language by their keys."""
    path = project_root / "resources" / "languages" / f"{language}.json"
    texts: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))
    return texts


def display_keys(texts: dict[str, str]) -> set[str]:
    """Return the keys of words that dates and lengths of time are shown in."""
    return {key for key in without_plurals(texts) if key.startswith(DISPLAY_PREFIXES)}


def without_plurals(texts: Iterable[str]) -> set[str]:
    """Return keys without their variants for one and for several, which not all languages have."""
    return {key.partition("#")[0] for key in texts}


def assert_is_well_said(words: str, language: str) -> None:
    """Demand words, all in one language, that never call a year 0."""
    assert words.strip() == words != ""
    assert not {"{", "}", "⟦", "⟧"} & set(words)
    assert not YEAR_0.search(words)
    if language != "en":
        assert not LATIN_WORD.search(words.replace("UTC", "")), words


def test_the_table_is_large_enough_and_has_no_row_twice() -> None:
    texts = [row["edtf"] for row in rows()]
    assert len(texts) == len(set(texts)) >= 80


@pytest.mark.parametrize("row", rows(), ids=lambda row: row["edtf"])
def test_dates_in_three_languages(row: dict[str, str]) -> None:
    date = parse(row["edtf"])
    for language in LANGUAGES:
        translator = translator_for(language)
        assert date_in_words(date, translator) == row[language]
        assert short_date(date, translator) == row[f"{language} short"]


@pytest.mark.parametrize("language", LANGUAGES)
@given(date=dates)
def test_every_date_has_words(language: str, date: HistoricalDate) -> None:
    translator = translator_for(language)
    for words in (date_in_words, short_date, doubt_in_words):
        assert_is_well_said(words(date, translator), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_month_and_part_of_a_year_has_words(language: str) -> None:
    translator = translator_for(language)
    for code in (*range(1, 13), *range(21, 42)):
        for mark in ("", "~", "?", "%"):
            for year in ("1959", "195X", "XXXX", "-0043"):
                date = parse(f"{year}-{code:02d}{mark}")
                for words in (date_in_words, short_date, doubt_in_words):
                    assert_is_well_said(words(date, translator), language)


@pytest.mark.parametrize("language", LANGUAGES)
@given(unit=st.sampled_from(UNITS), at_years=st.floats(-13.9e9, 3_000.0), in_full=st.booleans())
def test_every_tick_has_words(language: str, unit: TickUnit, at_years: float, in_full: bool) -> None:
    at_s = int(at_years * 31_556_952)
    translator = translator_for(language)
    for start_s in tick_starts(unit, at_s, at_s + 2 * unit.span_s):
        assert_is_well_said(translator.text(tick_message(unit, start_s, in_full=in_full)), language)


TICKS = [
    ("1955", Family.YEAR, 1, False, "1955", "1955年", "1955년"),
    ("-0043", Family.YEAR, 1, False, "44 BC", "紀元前44年", "기원전 44년"),
    ("-9999", Family.YEAR, 10_000, False, "10,000 BC", "紀元前1万年", "기원전 1만 년"),
    ("1900", Family.YEAR, 100, False, "20th c.", "20世紀", "20세기"),
    ("-0499", Family.YEAR, 100, False, "5th c. BC", "紀元前5世紀", "기원전 5세기"),
    ("1959-04", Family.MONTH, 1, False, "Apr", "4月", "4월"),
    ("1959-04", Family.MONTH, 1, True, "April 1959", "1959年4月", "1959년 4월"),
    ("1959-04-12", Family.DAY, 1, False, "12", "12日", "12일"),
    ("1959-04-12", Family.DAY, 1, True, "12 April 1959", "1959年4月12日", "1959년 4월 12일"),
    ("-0043-03-15", Family.DAY, 1, True, "15 March 44 BC", "紀元前44年3月15日", "기원전 44년 3월 15일"),
    ("1959-04-12T14:00", Family.CLOCK, 60, False, "14:00", "14:00", "14:00"),
]


@pytest.mark.parametrize(("edtf", "family", "step", "in_full", "english", "japanese", "korean"), TICKS)
def test_ticks_in_three_languages(
    edtf: str, family: Family, step: int, in_full: bool, english: str, japanese: str, korean: str
) -> None:
    start_s = parse(edtf).earliest_s
    assert start_s is not None
    (unit,) = (unit for unit in UNITS if unit.family is family and unit.step == step)
    message = tick_message(unit, start_s, in_full=in_full)
    said = tuple(translator_for(language).text(message) for language in LANGUAGES)
    assert said == (english, japanese, korean)


@pytest.mark.parametrize("language", [tag for tag in available_languages() if tag != "en"])
def test_each_language_has_all_words_of_dates_and_no_unknown_ones(language: str, project_root: Path) -> None:
    english, texts = (table_of(tag, project_root) for tag in ("en", language))
    assert display_keys(texts) == display_keys(english)
    assert without_plurals(texts) <= without_plurals(english)


def test_every_key_of_dates_is_either_of_display_or_of_a_problem(project_root: Path) -> None:
    english = table_of("en", project_root)
    others = {key for key in english if key.startswith("date.")} - display_keys(english)
    assert {key for key in others if not key.startswith(NOT_WORDS_OF_DATES)} == set()


@pytest.mark.parametrize("language", [tag for tag in available_languages() if tag != "en"])
def test_templates_have_only_places_that_english_has(language: str, project_root: Path) -> None:
    english, texts = (table_of(tag, project_root) for tag in ("en", language))
    for key, template in texts.items():
        variants = [english[name] for name in english if name.partition("#")[0] == key.partition("#")[0]]
        known = {place for text in variants for _, place, _, _ in string.Formatter().parse(text)}
        assert {place for _, place, _, _ in string.Formatter().parse(template)} <= known | {None}, key


@pytest.mark.parametrize("language", [tag for tag in available_languages() if tag != "en"])
def test_files_are_sorted_and_one_key_a_line(language: str, project_root: Path) -> None:
    path = project_root / "resources" / "languages" / f"{language}.json"
    text = path.read_text(encoding="utf-8")
    assert text == json.dumps(dict(sorted(json.loads(text).items())), ensure_ascii=False, indent=1) + "\n"
