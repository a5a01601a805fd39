# SPDX-License-Identifier: MIT
"""The exhibit tells all that the research notes hold, and says nothing more surely than they do."""

from typing import Any

from tests.content.dossier import OTHER_DATES, OTHER_LINKS, OTHER_SOURCES, Dossier, own_id
from tests.content.evidence import links
from tests.content.exhibit_text import Exhibit, listed


def events_of(exhibit: Exhibit) -> dict[str, dict[str, Any]]:
    return {event["id"]: event for event in exhibit["events"]}


def test_every_event_of_the_notes_is_told(exhibit: Exhibit, dossier: Dossier) -> None:
    assert set(events_of(exhibit)) == set(dossier.events)


def test_dates_are_those_of_the_notes(exhibit: Exhibit, dossier: Dossier) -> None:
    own = {name: event["date"] for name, event in events_of(exhibit).items()}
    given = {name: event["edtf"] for name, event in dossier.events.items()}
    assert {name for name in own if own[name] != given[name]} == set(OTHER_DATES)
    assert all(reason.startswith(f"{own[name]}: ") for name, reason in OTHER_DATES.items())


def test_events_rest_on_the_sources_of_the_notes(
    exhibit: Exhibit, dossier: Dossier, numbers: dict[str, str]
) -> None:
    missing = {
        (name, number)
        for name, event in events_of(exhibit).items()
        for number in dossier.events[name]["src"]
        if not {numbers.get(part) for part in (number, f"{number}a", f"{number}b")}
        & set(listed(event["sources"]))
    }
    assert missing == set(OTHER_SOURCES)


def test_every_source_is_in_the_table_of_numbers(exhibit: Exhibit, numbers: dict[str, str]) -> None:
    assert set(exhibit["sources"]) == set(numbers.values())
    assert len(set(numbers.values())) == len(numbers)


def test_how_much_was_read_is_what_the_notes_say(
    exhibit: Exhibit, dossier: Dossier, numbers: dict[str, str]
) -> None:
    own = {number: exhibit["sources"][name]["consulted"]["extent"] for number, name in numbers.items()}
    assert own == {number: dossier.extents[number.rstrip("ab")] for number in numbers}


def test_links_and_judgements_are_those_of_the_notes(exhibit: Exhibit, dossier: Dossier) -> None:
    own = {(source, kind, target): judgement for source, kind, target, judgement in links(exhibit)}
    assert set(own) ^ set(dossier.links) == set(OTHER_LINKS)
    assert {link for link in own if link in dossier.links and own[link] != dossier.links[link]} == set()


def test_links_of_our_own_are_marked_as_judgement(exhibit: Exhibit) -> None:
    own = {(source, kind, target): judgement for source, kind, target, judgement in links(exhibit)}
    assert all(own[link] for link in OTHER_LINKS if link in own)


def test_every_conflict_is_a_claim(exhibit: Exhibit, dossier: Dossier) -> None:
    assert len(exhibit["claims"]) >= len(dossier.conflicts)


def test_ids_of_the_notes_lose_their_numbers() -> None:
    assert own_id("e09a-shimazu-request") == "shimazu-request"
    assert own_id("e54-numbers-fall") == "numbers-fall"
