# SPDX-License-Identifier: MIT
"""All points on which accounts differ, the unsettled ones first."""

from copy import deepcopy
from dataclasses import replace

from msgspec import structs

from tests.sample_documents import HARBOUR, document_of, harbour
from timeline_app.model.document import Document
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing


def told(document: Document, lens: Lens = IDENTITY) -> list[tuple[str, list[str]]]:
    groups = Showing(document, lens).questions
    return [(group.status, [question.id for question in group.questions]) for group in groups]


def asking(*statuses: str) -> Document:
    claims = {
        f"q{number}": {
            "about": f"point {number}",
            "events": ["storm", "survey"],
            "accounts": [{"says": "So.", "sources": ["ledger"]}, {"says": "Not so.", "sources": ["gazette"]}],
            "status": status,
        }
        for number, status in enumerate(statuses)
    }
    events = deepcopy(HARBOUR["events"])
    assert isinstance(events, list)
    for event in events:
        event.pop("claims", None)
    return document_of({**HARBOUR, "events": events, "claims": claims})


def test_unsettled_questions_come_first_and_keep_the_exhibit_s_order() -> None:
    document = asking("accepted", "disputed", "open", "refuted", "estimates", "disputed", "no-verdict")
    assert told(document) == [
        ("open", ["q2"]),
        ("disputed", ["q1", "q5"]),
        ("no-verdict", ["q6"]),
        ("estimates", ["q4"]),
        ("accepted", ["q0"]),
        ("refuted", ["q3"]),
    ]
    unsettled = [group.status for group in Showing(document).questions if group.is_unsettled]
    assert unsettled == ["open", "disputed", "no-verdict"]


def test_what_concerns_most_events_stands_first_among_those_of_a_state() -> None:
    document = asking("open", "open", "open")
    narrow = structs.replace(document.claims["q0"], events=("storm",))
    assert told(replace(document, claims={**document.claims, "q0": narrow})) == [("open", ["q1", "q2", "q0"])]


def test_a_question_tells_what_it_is_about_and_how_many_tell_of_how_much() -> None:
    (group,) = Showing(asking("open")).questions
    (question,) = group.questions
    assert (question.about.text, question.accounts, question.events) == ("point 0", 2, 2)
    assert question.is_unsettled


def test_questions_inside_an_event_count_that_event() -> None:
    showing = Showing(harbour())
    assert told(harbour()) == [("disputed", ["who-asked"]), ("estimates", ["boats-lost"])]
    assert showing.events_about("who-asked") == ("agreement",)
    assert showing.events_about("boats-lost") == ("storm",)
    assert [question.events for group in showing.questions for question in group.questions] == [1, 1]


def test_without_its_sources_a_question_becomes_undecidable_but_stays() -> None:
    lens = Lens(sources_off=frozenset({"ledger"}))
    assert told(asking("accepted"), lens) == [("undecidable", ["q0"])]


def test_at_a_cursor_only_questions_with_an_account_in_print_are_told() -> None:
    before = Lens(known_at=known_at_date("1950"))
    assert told(asking("open"), before) == []


def test_an_exhibit_without_claims_has_no_questions() -> None:
    assert told(asking()) == []
