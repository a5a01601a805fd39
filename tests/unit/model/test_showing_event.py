# SPDX-License-Identifier: MIT
"""An event as it is shown: numbered marks, the list of sources, excerpts, claims and connections."""

import copy

import pytest

from tests.sample_documents import HARBOUR, document_of, harbour
from timeline_app.base.text_value import Level, Reader, TextStatus
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.model.views import EventView, SourceUseView

AGREEMENT, STORM = 1, 3


@pytest.fixture
def showing() -> Showing:
    return Showing(harbour())


@pytest.fixture
def agreement(showing: Showing) -> EventView:
    return showing.event(AGREEMENT)


def marks(event: EventView) -> list[tuple[int, str]]:
    blocks = (*event.summary, *event.body)
    return [(m.number, m.target) for block in blocks for passage in block.passages for m in passage.marks]


def listed(uses: tuple[SourceUseView, ...]) -> list[tuple[int, str, str | None, int, str]]:
    return [
        (use.number, use.source.id, use.locator.text if use.locator else None, use.first_number, use.excerpt)
        for use in uses
    ]


def test_marks_run_from_one_through_summary_and_body(agreement: EventView) -> None:
    assert marks(agreement) == [
        (1, "ledger"),
        (2, "gazette"),
        (3, "letter"),
        (4, "plan"),
        (5, "ledger"),
        (6, "order"),
        (7, "kikuchi"),
    ]
    assert [block.text for block in agreement.summary] == [
        "After a year of talks the town and the office agreed. Accounts differ on who had asked for it."
    ]
    assert len(agreement.body) == 3


def test_the_list_of_sources_has_the_marks_numbers_and_then_the_rest(agreement: EventView) -> None:
    assert listed(agreement.sources) == [
        (1, "ledger", "p. 40", 1, ""),
        (2, "gazette", None, 2, ""),
        (3, "letter", "p. 2", 3, ""),
        (4, "ledger", "p. 40", 1, "plan"),
        (5, "ledger", "p. 41", 1, ""),
        (6, "letter", None, 3, "order"),
        (7, "kikuchi", None, 7, ""),
        (8, "letter", "p. 7", 3, ""),
        (9, "untold", None, 9, ""),
    ]
    assert [use.number for use in agreement.sources if use.is_repeat] == [4, 5, 6, 8]


def test_the_note_of_a_source_is_told_once(agreement: EventView) -> None:
    told = {use.number: use.note.text for use in agreement.sources if use.note}
    assert told == {1: "The fullest account."}


def test_marks_that_lead_nowhere_are_left_out_and_take_no_number() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["events"][0]["summary"] = "First. [@nobody] Then. [#nothing; @letter]"  # type: ignore[index]
    event = Showing(document_of(raw)).event(0)
    assert marks(event) == [(1, "letter")]
    assert listed(event.sources) == [(1, "letter", None, 1, "")]


def test_an_unmarked_place_in_a_marked_source_is_listed_as_well() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["events"][0]["sources"] = [  # type: ignore[index]
        {"source": "letter", "locator": "p. 1"},
        "letter",
        {"source": "letter", "locator": "p. 9"},
        "nobody",
    ]
    assert listed(Showing(document_of(raw)).event(0).sources) == [
        (1, "letter", "p. 1", 1, ""),
        (2, "letter", "p. 9", 1, ""),
    ]


def test_an_excerpt_without_a_source_has_a_number_but_no_entry() -> None:
    lens = Lens(frozenset({"storm"}))
    storm = Showing(harbour(), lens).event(STORM)
    assert marks(storm) == [(1, "ledger"), (2, "memory")]
    assert listed(storm.sources) == [(1, "ledger", None, 1, "")]
    assert [excerpt.id for excerpt in storm.excerpts] == ["memory"]


def test_an_excerpt_of_a_work_not_read_by_the_exhibit_has_no_entry() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["excerpts"]["plan"]["source"] = "lost"  # type: ignore[index]
    event = Showing(document_of(raw)).event(AGREEMENT)
    assert 4 not in {use.number for use in event.sources}
    assert event.excerpts[0].source is None


def test_an_excerpt_that_only_the_text_names_is_shown_too() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["events"][1]["excerpts"] = ["remark", "unknown"]  # type: ignore[index]
    event = Showing(document_of(raw)).event(AGREEMENT)
    assert [excerpt.id for excerpt in event.excerpts] == ["remark", "plan", "order"]


def test_excerpts_keep_their_language_and_the_translation_for_the_reader(agreement: EventView) -> None:
    order = agreement.excerpts[1]
    assert (order.words.text, order.words.language) == ("渡し船は毎朝六時に出る。", "ja")
    assert [(t.text.text, t.text.language, t.status) for t in order.translations] == [
        ("The ferry leaves at six every morning.", "en", "draft")
    ]
    plan = agreement.excerpts[0]
    assert (plan.words.language, plan.elided, plan.bears) == ("en", "both", "witnesses")
    assert [(str(by), role, str(date) if date else "") for by, role, date in plan.transmission] == [
        ("Mori Haru", "wrote", "1959"),
        ("Sato Ken", "edited", ""),
    ]


def test_without_a_translation_for_the_reader_all_are_offered() -> None:
    showing = Showing(harbour(), reader=Reader(languages=("ko",), exhibit_language="en"))
    order = showing.excerpt("order")
    assert order is not None
    assert [t.text.language for t in order.translations] == ["en", "fr"]


def test_claims_stand_with_the_numbers_of_this_event(agreement: EventView) -> None:
    (claim,) = agreement.claims
    assert claim.about.text == "who asked for the ferry"
    assert claim.status == "disputed"
    assert [[(use.number, use.source.id) for use in account.sources] for account in claim.accounts] == [
        [(1, "ledger")],
        [(2, "gazette"), (9, "untold")],
    ]
    assert claim.accounts[0].excerpts == ("plan",)
    assert claim.accounts[0].bears == "witnesses"
    assert (str(claim.conclusion), str(claim.concluded_by)) == ("The exhibit does not decide.", "the makers")


def test_claims_that_name_an_event_stand_with_it(showing: Showing) -> None:
    opened = Showing(harbour(), Lens(frozenset({"storm"})))
    assert [claim.id for claim in opened.event(STORM).claims] == ["boats-lost"]
    claim = showing.claim("boats-lost")
    assert claim is not None
    assert [use.number for use in claim.accounts[0].sources] == [0]
    assert claim.events == ("storm",)
    assert showing.claim("no-such") is None


def test_connections_are_seen_from_this_side(agreement: EventView) -> None:
    seen = [(c.event_id, c.kind, c.outward, c.judgement) for c in agreement.connections]
    assert seen == [
        ("survey", "led-to", False, False),
        ("storm", "in-tension-with", True, True),
        ("first-boat", "response-to", False, False),
    ]
    assert [source.id for source in agreement.connections[0].sources] == ["ledger"]
    assert str(agreement.connections[1].why) == "The storm showed the limits."


def test_a_response_reads_outward_where_it_was_written(showing: Showing) -> None:
    (connection,) = showing.connections(2)
    assert (connection.event_id, connection.kind, connection.outward) == ("agreement", "response-to", True)
    assert connection.lane == 0


def test_places_of_a_route_are_told_once_with_their_names(agreement: EventView) -> None:
    assert [(place.id, place.certainty) for place in agreement.places] == [
        ("minase", "town"),
        ("cape", "doubtful"),
    ]
    assert [(name.text, name.language) for name in agreement.places[0].names] == [
        ("水瀬", "ja"),
        ("미나세", "ko"),
    ]


def test_a_figure_is_shown_with_its_source_and_its_words(agreement: EventView) -> None:
    figure = agreement.figure
    assert figure is not None
    assert figure.data == (("1959", 120.0), ("1960", 2942.0), ("1961", 1801.5))
    assert figure.source is not None
    assert (figure.source.id, str(figure.describe)) == ("ledger", "Passengers rose in 1960 and fell in 1961.")


def test_known_to_the_public_means_since_its_own_date(agreement: EventView, showing: Showing) -> None:
    assert [(known.audience, str(known.since), known.extent) for known in agreement.known] == [
        ("public", "1959-08-13", "whole")
    ]
    assert showing.event(0).known == ()


def test_a_reader_of_plain_language_gets_the_plain_text() -> None:
    reader = Reader(level=Level.PLAIN)
    event = Showing(harbour(), reader=reader).event(AGREEMENT)
    assert [block.text for block in event.summary] == ["The town gets a ferry."]
    assert event.body == ()
    assert event.sources[0].source.id == "gazette"
    # Where there is no plain text, the normal one is shown.
    assert Showing(harbour(), reader=reader).event(0).summary[0].text == "The office measured the shore."


def test_an_event_without_texts_lanes_or_sources_can_be_shown() -> None:
    event = Showing(document_of({"title": "Bare", "events": [{"id": "bare", "title": "Bare"}]})).event(0)
    assert (event.summary, event.body, event.sources, event.connections) == ((), (), (), ())
    assert event.figure is None
    assert event.head.lanes == ()


def test_a_text_in_another_language_says_that_it_falls_back() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["events"][0]["title"] = {"ja": "役所が岸を測る"}  # type: ignore[index]
    head = Showing(document_of(raw)).head(0)
    assert (head.title.language, head.title.status) == ("ja", TextStatus.FALLBACK)
