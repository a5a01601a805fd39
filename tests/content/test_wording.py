# SPDX-License-Identifier: MIT
"""The exhibit's own words take no side, and its titles and labels are made as titles and labels are."""

from collections.abc import Callable
from typing import Any

import pytest

from tests.content import wording
from tests.content.dossier import Dossier
from tests.content.exhibit_text import Exhibit, event, own_voice

RULES = [
    wording.loaded_terms,
    wording.straight_quotes,
    wording.shouted,
    wording.titles_with_full_stops,
    wording.long_labels,
]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_the_exhibit_keeps_the_rule(rule: Callable[[Exhibit], list[str]], exhibit: Exhibit) -> None:
    assert rule(exhibit) == []


def test_quotation_marks_stand_around_quotations_only(
    exhibit: Exhibit, quotations: dict[str, dict[str, Any]]
) -> None:
    assert wording.unknown_quotations(exhibit, texts_of(quotations)) == []


def test_no_sentence_of_the_essay_is_copied(exhibit: Exhibit, dossier: Dossier) -> None:
    assert wording.shared_runs(exhibit, dossier.essay, 8) == []


def test_hard_words_are_not_repeated_in_our_own_voice(
    exhibit: Exhibit, quotations: dict[str, dict[str, Any]]
) -> None:
    hard = [entry["text"] for entry in quotations.values() if entry.get("in_context")]
    assert [run for text in hard for run in wording.shared_runs(exhibit, text, 5)] == []


def test_every_allowance_is_still_needed(
    exhibit: Exhibit, quotations: dict[str, dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    terms, quotes, names = wording.TERMS_ALLOWED, wording.QUOTES_ALLOWED, wording.PROPER_NAMES
    monkeypatch.setattr(wording, "TERMS_ALLOWED", {})
    assert {tuple(found.split(": ")) for found in wording.loaded_terms(exhibit)} == set(terms)
    monkeypatch.setattr(wording, "QUOTES_ALLOWED", {})
    found = {
        finding.partition(": ")[2] for finding in wording.unknown_quotations(exhibit, texts_of(quotations))
    }
    assert found == set(quotes)
    said = "\n".join(" ".join(text.split()) for _, text in own_voice(exhibit))
    assert [name for name in names if name not in said] == []


def texts_of(quotations: dict[str, dict[str, Any]]) -> list[str]:
    entries = quotations.values()
    return [entry["text"] for entry in entries] + [entry.get("translation", "") for entry in entries]


# -- each rule finds what it is for ----------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "The repatriation began in December.",
        "The Repatriated were met by crowds.",
        "Many returnees wrote home.",
        "Seoul protested at the deportation.",
        "An exodus followed.",
        "It was human trafficking.",
        "They were kidnapped.",
        "They were sent north by ship.",
        "Sending people north: no. Sending north: yes.",
        "They had believed in paradise.",
        "Families became hostages.",
        "Escapees told the court.",
        "A defector wrote a book.",
        "After the Korean-US War the country was poor.",
        "Two terrorists were held.",
        "The puppet state protested.",
        "It called for expulsion.",
        "The regime answered.",
        "They were mostly spouses of Korean men.",
        "The dupes of a campaign.",
        "Troublesome neighbours.",
        "The Japs agreed.",
        "北鮮 welcomed them.",
        "The ships left in sleet.",
    ],
)
def test_a_term_that_takes_a_side_is_found(text: str, draft: Exhibit) -> None:
    event(draft, "campaign")["summary"] = f"{text} [@keesings-1960]"
    assert wording.loaded_terms(draft)


@pytest.mark.parametrize(
    "place",
    [
        lambda draft: event(draft, "campaign"),
        lambda draft: draft["claims"]["first-sailing"]["accounts"][0],
        lambda draft: draft["tours"]["five-minutes"],
        lambda draft: draft["people"]["kishi"],
        lambda draft: draft["excerpts"]["jrc-aim"],
        lambda draft: event(draft, "campaign")["links"][0],
        lambda draft: draft["silences"][0],
        lambda draft: draft["eras"][0],
        lambda draft: draft,
    ],
    ids=["event", "account", "tour", "person", "excerpt", "link", "silence", "era", "exhibit"],
)
def test_a_term_is_found_wherever_we_speak(
    place: Callable[[Exhibit], dict[str, Any]], draft: Exhibit
) -> None:
    place(draft)["note"] = "The returnees."
    assert wording.loaded_terms(draft)


@pytest.mark.parametrize(
    "text",
    [
        "What Tokyo called ‘repatriation’ began.",
        "The Repatriation Cooperation Society met.",
        "Her book *Exodus to North Korea* appeared.",
        "They defended the regimen.",
    ],
)
def test_words_that_are_attributed_are_left_alone(text: str, draft: Exhibit) -> None:
    event(draft, "campaign")["summary"] = f"{text} [@keesings-1960]"
    assert wording.loaded_terms(draft) == []


@pytest.mark.parametrize(
    "text", ["He said ‘we did not know’.", "He said “we did not know”.", "「知らない」と言った。"]
)
def test_words_in_quotation_marks_that_nobody_said_are_found(
    text: str, draft: Exhibit, quotations: dict[str, dict[str, Any]]
) -> None:
    event(draft, "campaign")["summary"] = f"{text} [@keesings-1960]"
    assert len(wording.unknown_quotations(draft, texts_of(quotations))) == 1


def test_a_part_of_a_quotation_may_be_quoted(draft: Exhibit, quotations: dict[str, dict[str, Any]]) -> None:
    event(draft, "icrc-note")["body"] = (
        "Each choice was to be ‘purely individual and voluntary’. [#individual-voluntary]"
    )
    assert wording.unknown_quotations(draft, texts_of(quotations)) == []


def test_typewriter_quotes_are_found(draft: Exhibit) -> None:
    event(draft, "campaign")["title"] = "Chongryon's campaign"
    assert wording.straight_quotes(draft)


def test_a_shout_is_found(draft: Exhibit) -> None:
    draft["tours"]["five-minutes"]["title"] = "Five minutes!"
    assert wording.shouted(draft)


@pytest.mark.parametrize("field", ["title", "short"])
def test_a_full_stop_is_found(field: str, draft: Exhibit) -> None:
    event(draft, "campaign")[field] = "A campaign spreads."
    assert wording.titles_with_full_stops(draft)


@pytest.mark.parametrize("label", ["", "A label that is longer than a label"])
def test_a_label_that_is_missing_or_too_long_is_found(label: str, draft: Exhibit) -> None:
    event(draft, "campaign")["short"] = label
    assert wording.long_labels(draft)


def test_a_copied_sentence_is_found_in_spite_of_spelling(draft: Exhibit) -> None:
    event(draft, "campaign")["body"] = (
        "Some said that “nobody’s ship, in the harbour, sailed that night”. [@keesings-1960]"
    )
    essay = "It is told: nobody's ship in the\nharbour sailed THAT night at all."
    assert wording.shared_runs(draft, essay, 8)
    assert not wording.shared_runs(draft, essay.replace("harbour", "bay"), 8)
