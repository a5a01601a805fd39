# SPDX-License-Identifier: MIT
"""Message keys with parameters, and the table that turns them into words."""

import json
import string

import pytest

from timeline_app.base.messages import Message, Translator

TABLE = {
    "plain": "A quiet text",
    "greeting": "Good day, {name}",
    "events#one": "{count} event",
    "events#other": "{count} events",
    "count-only": "number {count}",
    "wrapped": "({inner})",
    "exact": "{share:.1f} %",
    "outer": "{first} and {second}",
}


@pytest.fixture
def translator():
    return Translator("en", TABLE)


def test_a_message_keeps_its_parameters_in_the_order_given():
    message = Message.of("greeting", name="Haru", count=3)
    assert message == Message("greeting", (("name", "Haru"), ("count", 3)))
    assert Message.of("plain") == Message("plain")


def test_equal_messages_are_equal_and_can_be_kept_in_sets():
    assert len({Message.of("events", count=1), Message.of("events", count=1), Message("events")}) == 2


def test_a_parameter_may_be_called_key():
    assert Message.of("greeting", key="F6").params == (("key", "F6"),)


def test_a_message_becomes_words(translator):
    assert translator.text(Message("plain")) == "A quiet text"
    assert translator.text(Message.of("greeting", name="Haru")) == "Good day, Haru"
    assert translator.text(Message.of("exact", share=12.345)) == "12.3 %"


def test_saying_is_short_for_the_text_of_a_message(translator):
    assert translator.say("greeting", name="Ken") == "Good day, Ken"
    assert translator.say("plain") == "A quiet text"


@pytest.mark.parametrize(
    ("count", "words"), [(0, "0 events"), (1, "1 event"), (2, "2 events"), (1.5, "1.5 events")]
)
def test_the_count_chooses_between_one_and_other(translator, count, words):
    assert translator.say("events", count=count) == words


def test_a_key_without_variants_is_used_for_every_count(translator):
    assert translator.say("count-only", count=1) == "number 1"
    assert translator.say("count-only", count=7) == "number 7"


def test_a_message_within_a_message_is_put_into_words_first(translator):
    inner = Message.of("events", count=1)
    assert translator.say("wrapped", inner=inner) == "(1 event)"
    both = Message.of("outer", first=Message.of("wrapped", inner=inner), second=Message("plain"))
    assert translator.text(both) == "(1 event) and A quiet text"


def test_a_missing_key_is_shown_in_brackets_and_never_raised(translator):
    assert translator.say("nowhere") == "⟦nowhere⟧"
    assert translator.say("nowhere", count=2) == "⟦nowhere⟧"
    assert translator.say("wrapped", inner=Message("nowhere")) == "(⟦nowhere⟧)"


def test_a_plural_without_a_count_has_no_words(translator):
    assert translator.say("events") == "⟦events⟧"


def test_a_missing_parameter_stays_visible(translator):
    assert translator.say("greeting") == "Good day, {name}"


def test_a_superfluous_parameter_is_left_out(translator):
    assert translator.say("plain", name="Haru") == "A quiet text"


def test_braces_in_a_parameter_are_words_and_no_places(translator):
    assert translator.say("greeting", name="{count}") == "Good day, {count}"


def test_has_knows_plain_keys_and_plurals(translator):
    assert translator.has("plain")
    assert translator.has("events")
    assert not translator.has("nowhere")
    assert not translator.has("even")


def test_a_language_is_read_from_the_file_of_its_tag(tmp_path):
    path = tmp_path / "ja.json"
    path.write_text(json.dumps({"plain": "静かな文"}, ensure_ascii=False), encoding="utf-8")
    translator = Translator.from_file(path)
    assert translator.language == "ja"
    assert translator.say("plain") == "静かな文"


def test_every_text_of_the_english_table_can_be_filled_in(project_root):
    path = project_root / "resources" / "languages" / "en.json"
    translator = Translator.from_file(path)
    for key, template in json.loads(path.read_text(encoding="utf-8")).items():
        # A stray brace would raise on a museum's screen.
        places = {name for _, name, _, _ in string.Formatter().parse(template) if name is not None}
        assert all(name.isidentifier() for name in places), f"{key}: {template}"
        base, _, variant = key.partition("#")
        values = dict.fromkeys(places, 1 if variant == "one" else 2)
        if variant:
            values["count"] = 1 if variant == "one" else 2
        assert "⟦" not in translator.say(base, **values), key


def test_a_message_that_a_language_lacks_in_part_is_said_in_the_other_as_a_whole(translator):
    other = Translator("xx", {"wrapped": "<{inner}>", "plain": "leise"}, translator)
    assert other.say("wrapped", inner=Message("plain")) == "<leise>"
    assert other.say("wrapped", inner=Message.of("events", count=2)) == "(2 events)"
    assert other.say("greeting", name=Message("plain")) == "Good day, A quiet text"
    assert other.say("nowhere") == "⟦nowhere⟧"


def test_a_language_without_a_form_for_one_uses_its_only_form():
    translator = Translator("xx", {"events#other": "{count} leisen"})
    assert translator.say("events", count=1) == "1 leisen"


def test_a_template_says_how_it_writes_a_number():
    translator = Translator("xx", {"year": "{year:grouped} BC", "ago": "{count:myriads 万億}年前"})
    assert translator.say("year", year=10_000) == "10,000 BC"
    assert translator.say("ago", count=66_000_000) == "6600万年前"
