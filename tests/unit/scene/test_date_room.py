# SPDX-License-Identifier: MIT
"""The room of dates is that of their words, whether it was counted by a sample or by the words themselves."""

from pathlib import Path

import pytest

from timeline_app.base.messages import Translator
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.phrases import short_date
from timeline_app.scene import date_room
from timeline_app.scene.date_room import DateRoom
from timeline_app.scene.surface import PlainMeasurer

LANGUAGES = Path(__file__).resolve().parents[3] / "resources" / "languages"
ENGLISH = Translator.from_file(LANGUAGES / "en.json")


class LetterMeasurer(PlainMeasurer):
    """Gives every character a width of its own."""

    def reserved_px(self, text, font, language):
        return float(sum(ord(character) % 97 for character in text))


def translator(language):
    return ENGLISH if language == "en" else Translator.from_file(LANGUAGES / f"{language}.json", ENGLISH)


@pytest.mark.parametrize("language", ["en", "ja", "ko"])
def test_every_day_has_the_room_of_its_words(language):
    words, measurer = translator(language), LetterMeasurer()
    room = DateRoom(measurer, words)
    for month in range(1, 13):
        for day in (1, 3, 9, 10, 13, 22, 28):
            for year in (1000, 1313, 1959, 2000, 2003, 2013, 9999):
                date = parse(f"{year:04d}-{month:02d}-{day:02d}")
                assert room.reserved_px(date) == measurer.reserved_px(short_date(date, words), "", "")


@pytest.mark.parametrize(
    "text",
    ["1959", "1959-08", "1959-08-13?", "1959-08-13~", "-0044-03-15", "0959-08-13", "1958/1960", "1959-08-13/..",
     "[1958-08-11,1958-08-13]", "1959-21", "195X", "1959-08-13T14:00", "Y-13800000000"],
)  # fmt: skip
def test_every_other_date_too(text):
    measurer = LetterMeasurer()
    date = parse(text)
    assert DateRoom(measurer, ENGLISH).reserved_px(date) == measurer.reserved_px(
        short_date(date, ENGLISH), "", ""
    )


def test_each_month_is_put_into_words_once(monkeypatch):
    asked = []

    def counted(date, words):
        asked.append(date.edtf)
        return short_date(date, words)

    monkeypatch.setattr(date_room, "short_date", counted)
    room = DateRoom(LetterMeasurer(), ENGLISH)
    for day in range(10, 29):
        room.reserved_px(parse(f"1959-08-{day}"))
    assert asked == ["2000-08-13"]


def test_words_that_do_not_tell_the_numbers_are_counted_themselves():
    table = {"date.short.day-month": "{month}, the {day}. of {day}", "date.with-year": "{part}"}
    odd = Translator("en", table, ENGLISH)
    measurer = LetterMeasurer()
    date = parse("1959-08-13")
    assert DateRoom(measurer, odd).reserved_px(date) == measurer.reserved_px(short_date(date, odd), "", "")
