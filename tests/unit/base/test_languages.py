# SPDX-License-Identifier: MIT
"""The languages that the program speaks, each in a file of its own."""

import pytest

from timeline_app.base.languages import available_languages, translator_for


def test_english_japanese_and_korean_are_there():
    assert {"en", "ja", "ko"} <= set(available_languages())


@pytest.mark.parametrize(
    ("tag", "language"), [("en", "en"), ("en-GB", "en"), ("ja", "ja"), ("ja-JP", "ja"), ("ko-KR", "ko"), ("tlh", "en")]
)  # fmt: skip
def test_a_tag_gets_the_nearest_language(tag, language):
    assert translator_for(tag).language == language


def test_a_language_is_read_once():
    assert translator_for("ko") is translator_for("ko")


def test_what_a_language_lacks_is_said_in_english():
    assert translator_for("ja").say("window.title", exhibit="E", program="P") == translator_for("en").say(
        "window.title", exhibit="E", program="P"
    )
