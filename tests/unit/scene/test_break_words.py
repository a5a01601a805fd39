# SPDX-License-Identifier: MIT
"""What a break leaves out, in words, in three languages and at every age."""

from pathlib import Path

import pytest

from tests.stages import ENGLISH
from timeline_app.base.messages import Translator
from timeline_app.chrono.instant import DAY_S, MEAN_YEAR_S, year_start_s
from timeline_app.scene.break_words import (
    break_in_words,
    gap_range_in_words,
    left_out_message,
    length_message,
)
from timeline_app.scene.time_fold import Gap

LANGUAGES = Path(__file__).resolve().parents[3] / "resources" / "languages"
JAPANESE, KOREAN = (Translator.from_file(LANGUAGES / f"{tag}.json", ENGLISH) for tag in ("ja", "ko"))
WAR = Gap(year_start_s(1912), year_start_s(1944), 0, 100)


@pytest.mark.parametrize(
    ("length_s", "words"),
    [
        (1, "1 second"), (119, "119 seconds"), (120, "2 minutes"), (2 * 3_600 - 1, "120 minutes"),
        (3 * 3_600, "3 hours"), (2 * DAY_S, "2 days"), (59 * DAY_S, "59 days"), (61 * DAY_S, "2 months"),
        (23 * MEAN_YEAR_S // 12, "23 months"), (2 * MEAN_YEAR_S, "2 years"),
        (int(33.6 * MEAN_YEAR_S), "34 years"), (9_876 * MEAN_YEAR_S, "9876 years"),
        (12_345 * MEAN_YEAR_S, "about 12,000 years"), (654_321 * MEAN_YEAR_S, "about 650,000 years"),
        (1_094_999_999 * MEAN_YEAR_S, "about 1.1 billion years"),
        (524_000_000 * MEAN_YEAR_S, "about 520 million years"),
        (999_600_000 * MEAN_YEAR_S, "about 1 billion years"),
        (7_931_599_998 * MEAN_YEAR_S, "about 7.9 billion years"),
    ],
)  # fmt: skip
def test_how_long_something_is(length_s, words):
    assert ENGLISH.text(length_message(length_s)) == words


@pytest.mark.parametrize(
    ("translator", "words"),
    [
        (ENGLISH, ["32 years without entries", "about 7.8 billion years without entries"]),
        (JAPANESE, ["32年間、記載なし", "約78億年間、記載なし"]),
        (KOREAN, ["32년 동안 기록 없음", "약 78억 년 동안 기록 없음"]),
    ],
)
def test_what_is_left_out(translator, words):
    ages = Gap(-12_400_000_000 * MEAN_YEAR_S, -4_600_000_000 * MEAN_YEAR_S, 0, 100)
    assert [translator.text(left_out_message(gap)) for gap in (WAR, ages)] == words


@pytest.mark.parametrize(
    ("translator", "words"),
    [
        (ENGLISH, "32 years in which nothing begins or ends"),
        (JAPANESE, "32年間、始まりも終わりもなし"),
        (KOREAN, "32년 동안 시작도 끝도 없음"),
    ],
)
def test_where_something_goes_on_that_is_not_denied(translator, words):
    assert translator.text(left_out_message(WAR._replace(is_crossed=True))) == words


def test_a_break_is_told_with_the_dates_between_which_it_lies():
    assert gap_range_in_words(WAR, ENGLISH) == "1912 to 1943"
    assert break_in_words(WAR, ENGLISH) == "Folded: 32 years without entries (1912 to 1943)"
