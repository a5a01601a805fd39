# SPDX-License-Identifier: MIT
"""Quotations stand word for word as the table has them, with who speaks, when, and where it was read."""

from typing import Any

import pytest

from tests.content.dossier import ON_HOLD, Dossier
from tests.content.exhibit_text import Exhibit

Table = dict[str, dict[str, Any]]


def differences(exhibit: Exhibit, table: Table) -> list[str]:
    """Find excerpts whose words, translation or attribution are not those of the table."""
    excerpts: dict[str, Any] = exhibit["excerpts"]
    found = sorted(set(excerpts) ^ set(table))
    for name in sorted(set(excerpts) & set(table)):
        told, right = excerpts[name], table[name]
        fields = {field: told.get(field) for field in ("source", "speaker", "date")}
        fields["in_context"] = told.get("show_only") == "in-context" or None
        fields |= _words(told["text"])
        found += [f"{name}: {field}" for field, value in fields.items() if value != right.get(field)]
    return found


def _words(text: str | dict[str, Any]) -> dict[str, str | None]:
    if isinstance(text, str):
        return {"text": text, "language": None, "translation": None}
    translations = text["translations"]
    assert list(translations) == ["en"]
    assert translations["en"]["status"] == "draft"
    return {"text": text["text"], "language": text["lang"], "translation": translations["en"]["text"]}


def test_excerpts_are_those_of_the_table(exhibit: Exhibit, quotations: Table) -> None:
    assert differences(exhibit, quotations) == []


def test_the_hard_words_are_those_that_the_notes_name(quotations: Table) -> None:
    assert {entry["number"] for entry in quotations.values() if entry.get("in_context")} == {
        "Q03",
        "Q04",
        "Q27",
    }


def test_quotations_are_short(quotations: Table) -> None:
    assert [name for name, entry in quotations.items() if len(entry["text"].split()) > 40] == []


def test_words_that_went_through_other_hands_say_so(exhibit: Exhibit) -> None:
    excerpts = exhibit["excerpts"].items()
    retold = {"quotation", "translation", "report-of-speech"}
    assert [
        name for name, entry in excerpts if entry["text_is"] in retold and not entry.get("transmission")
    ] == []


def test_the_table_is_the_dossier_word_for_word(quotations: Table, dossier: Dossier) -> None:
    by_number = {entry["number"]: entry for entry in quotations.values()}
    assert set(by_number) == set(dossier.quotations)
    assert not ON_HOLD & set(by_number)
    for number, entry in by_number.items():
        assert entry["text"] == dossier.quotations[number]["text"]
        assert entry.get("translation") == dossier.translations.get(number)


# -- differences are found -------------------------------------------------------------------------


def change_a_letter(draft: Exhibit) -> None:
    draft["excerpts"]["no-pressure"]["text"] = draft["excerpts"]["no-pressure"]["text"].replace(
        "brought", "brougth"
    )


def curl_a_quote(draft: Exhibit) -> None:
    draft["excerpts"]["port-oh-no"]["text"] = draft["excerpts"]["port-oh-no"]["text"].replace("'", "’")


def soften_a_translation(draft: Exhibit) -> None:
    translation = draft["excerpts"]["change-of-mind"]["text"]["translations"]["en"]
    translation["text"] = translation["text"].replace("return", "go")


def name_another_speaker(draft: Exhibit) -> None:
    draft["excerpts"]["jrc-aim"]["speaker"] = "Inoue Masutaro"


def lift_the_guard(draft: Exhibit) -> None:
    del draft["excerpts"]["threat-to-sink"]["show_only"]


def invent_one(draft: Exhibit) -> None:
    draft["excerpts"]["new-one"] = {"text": "We never went.", "source": "time-1958"}


def lose_one(draft: Exhibit) -> None:
    del draft["excerpts"]["kcna-total"]


@pytest.mark.parametrize(
    "plant",
    [
        change_a_letter,
        curl_a_quote,
        soften_a_translation,
        name_another_speaker,
        lift_the_guard,
        invent_one,
        lose_one,
    ],
    ids=lambda plant: plant.__name__,
)
def test_a_planted_difference_is_found(plant: Any, draft: Exhibit, quotations: Table) -> None:
    plant(draft)
    assert len(differences(draft, quotations)) == 1
