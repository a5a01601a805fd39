# SPDX-License-Identifier: MIT
"""Texts by language, and the choice for a reader."""

import pytest

from timeline_app.base.text_value import UNTAGGED, Level, Reader, ShownText, TextStatus, TextValue

BOTH = TextValue((("en", "The harbour"), ("ja", "港")))


def test_a_plain_text_is_in_the_exhibits_first_language():
    text = TextValue.plain("The harbour")
    assert text.variants == ((UNTAGGED, "The harbour"),)
    assert text.for_reader(Reader(("ja",), exhibit_language="ja")) == ShownText("The harbour", "ja")


def test_a_file_holds_one_text_or_one_for_each_language():
    assert TextValue.from_file("The harbour") == TextValue.plain("The harbour")
    assert TextValue.from_file({"en": "The harbour", "ja": "港"}) == BOTH


def test_equal_texts_are_equal_and_no_text_equals_a_bare_string():
    assert TextValue.plain("a") == TextValue.plain("a")
    assert TextValue.plain("a") != TextValue.plain("b")
    assert TextValue.plain("a") != TextValue((("en", "a"),))
    assert TextValue.plain("a") != "a"
    assert len({TextValue.plain("a"), TextValue.plain("a"), BOTH}) == 2


def test_a_text_is_true_when_any_language_has_words():
    assert TextValue.plain("a")
    assert TextValue((("en", ""), ("ja", "港")))
    assert not TextValue.plain("")
    assert not TextValue()


def test_the_first_variant_serves_identifiers_and_logs():
    assert BOTH.first == "The harbour"
    assert TextValue().first == ""
    assert repr(TextValue.plain("a")) == "TextValue((('', 'a'),))"


@pytest.mark.parametrize(
    ("languages", "words", "language"),
    [
        (("en",), "The harbour", "en"),
        (("ja",), "港", "ja"),
        (("ko", "ja", "en"), "港", "ja"),
    ],
)
def test_the_first_wanted_language_that_there_is_is_chosen(languages, words, language):
    shown = BOTH.for_reader(Reader(languages))
    assert shown == ShownText(words, language, Level.NORMAL, TextStatus.FINAL)
    assert str(shown) == words


def test_a_language_whose_makers_have_not_signed_is_a_draft():
    reader = Reader(("ja",), drafts=frozenset({"ja"}))
    assert BOTH.for_reader(reader).status is TextStatus.DRAFT
    assert TextValue((("en", "a"),)).for_reader(reader).status is TextStatus.FALLBACK


def test_what_is_not_wanted_falls_back_to_the_exhibits_language():
    shown = BOTH.for_reader(Reader(("ko",), exhibit_language="ja"))
    assert shown == ShownText("港", "ja", Level.NORMAL, TextStatus.FALLBACK)


def test_without_the_exhibits_language_the_first_one_in_the_file_is_shown():
    text = TextValue((("fr", "Le port"), ("de", "Der Hafen")))
    shown = text.for_reader(Reader(("ko",), exhibit_language="en"))
    assert shown == ShownText("Le port", "fr", Level.NORMAL, TextStatus.FALLBACK)


def test_the_level_that_was_asked_for_is_told():
    reader = Reader(("en",), Level.PLAIN)
    assert BOTH.for_reader(reader).level is Level.PLAIN
    assert BOTH.for_reader(Reader(("ko",), Level.PLAIN)).level is Level.PLAIN


def test_no_text_is_shown_as_nothing_in_the_readers_language():
    assert TextValue().for_reader(Reader(("ko", "en"))) == ShownText("", "ko")
    assert TextValue().for_reader(Reader((), exhibit_language="ja")) == ShownText("", "ja")


def test_an_empty_variant_is_a_choice_of_its_own():
    assert TextValue((("en", ""), ("ja", "港"))).for_reader(Reader(("en",))) == ShownText("", "en")
