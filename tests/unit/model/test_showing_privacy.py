# SPDX-License-Identifier: MIT
"""The one door keeps what must not be told: people, addresses, hard material, words out of context."""

import copy
from dataclasses import fields, is_dataclass

import msgspec
import pytest

from tests.sample_documents import HARBOUR, document_of, harbour
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

AGREEMENT, STORM = 1, 3


def everything_in(view: object) -> str:
    """Return all texts that can be reached from a view, joined."""
    if isinstance(view, str):
        return view
    if isinstance(view, (tuple, list)):
        return "\n".join(everything_in(part) for part in view)
    if is_dataclass(view) and not isinstance(view, type):
        return "\n".join(everything_in(getattr(view, field.name)) for field in fields(view))
    if isinstance(view, msgspec.Struct):
        return str(view)
    return ""


@pytest.fixture
def showing() -> Showing:
    return Showing(harbour())


def test_a_withheld_person_is_never_returned(showing: Showing) -> None:
    people = showing.event(AGREEMENT).people
    assert [person.title.text for person in people] == [
        "Mori Haru",
        "the harbour master",
        "The harbour office",
    ]
    assert "Jane Hidden" not in everything_in(showing.event(AGREEMENT))


def test_a_person_shown_by_role_keeps_name_id_and_note_back(showing: Showing) -> None:
    person = showing.event(AGREEMENT).people[1]
    assert (person.id, person.title.text, person.names, person.note) == ("", "the harbour master", (), None)
    assert "anaka" not in everything_in(showing.event(AGREEMENT))
    assert "田中" not in everything_in(showing.event(AGREEMENT))


def test_a_person_shown_by_role_who_has_none_is_not_shown(showing: Showing) -> None:
    assert "No Body" not in everything_in(showing.event(AGREEMENT))


def test_a_public_person_has_names_in_their_scripts(showing: Showing) -> None:
    mori = showing.event(AGREEMENT).people[0]
    assert [(name.text, name.language) for name in mori.names] == [("森はる", "ja")]
    assert str(mori.note) == "Keeper of the ledger."


def test_a_withheld_address_is_nowhere_in_the_view(showing: Showing) -> None:
    letter = showing.source("letter")
    assert letter is not None
    assert letter.url is None
    assert "secret" not in everything_in(letter)


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("ledger", "https://example.org/ledger"),
        ("kikuchi", "https://doi.org/10.1000/minase.7"),
        ("untold", None),
    ],
)
def test_other_addresses_are_told(showing: Showing, name: str, url: str | None) -> None:
    source = showing.source(name)
    assert source is not None
    assert source.url == url


def test_a_source_says_how_it_was_read_and_on_what_it_rests(showing: Showing) -> None:
    letter, gazette = showing.source("letter"), showing.source("gazette")
    assert letter is not None
    assert gazette is not None
    assert (letter.extent, letter.via, letter.derives_from) == ("part", "ledger", ("ledger",))
    assert str(letter.public_since) == "2004"
    assert (letter.is_advocacy, gazette.is_advocacy) == (False, True)
    assert showing.source("ledger") is showing.source("ledger")
    assert showing.source("no-such") is None


def test_works_that_are_not_in_the_list_are_not_named_as_roots() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["sources"]["letter"]["derives_from"] = ["lost", "ledger"]  # type: ignore[index]
    letter = Showing(document_of(raw)).source("letter")
    assert letter is not None
    assert letter.derives_from == ("ledger",)


def test_hard_material_is_not_in_the_view_until_the_note_is_opened(showing: Showing) -> None:
    covered = showing.event(STORM)
    assert covered.is_covered
    assert covered.content_note is not None
    assert str(covered.content_note.text) == "This entry concerns deaths at sea."
    assert (covered.summary, covered.body, covered.excerpts, covered.claims) == ((), (), (), ())
    assert covered.figure is None
    assert "Boats were lost" not in everything_in(covered)
    # What it rests on and leads to stays.
    assert [use.source.id for use in covered.sources] == ["ledger"]
    assert len(covered.connections) == 1


def test_opening_the_note_uncovers_that_event_alone() -> None:
    showing = Showing(harbour(), Lens(frozenset({"storm"})))
    opened = showing.event(STORM)
    assert not opened.is_covered
    assert opened.content_note is not None
    assert opened.content_note.is_open
    assert opened.summary[0].text == "Boats were lost."
    assert opened.figure is not None
    remark = showing.excerpt("remark")
    assert remark is not None
    assert remark.is_covered


def test_an_excerpt_with_a_note_keeps_its_words_back(showing: Showing) -> None:
    remark = showing.excerpt("remark")
    assert remark is not None
    assert remark.is_covered
    assert (remark.words.text, remark.comment) == ("", None)
    assert "Who needs" not in everything_in(showing.event(AGREEMENT))


def test_an_excerpts_note_is_opened_by_its_own_id() -> None:
    by_event_name = Showing(harbour(), Lens(frozenset({"remark"}))).excerpt("remark")
    opened = Showing(harbour(), Lens(frozenset({"#remark"}))).excerpt("remark")
    assert by_event_name is not None
    assert opened is not None
    assert by_event_name.is_covered
    assert opened.words.text == "Who needs the people of the cape?"
    assert opened.in_context_only
    assert str(opened.comment) == "Printed without a reply."


def test_a_witness_is_named_as_they_agreed(showing: Showing) -> None:
    memory = showing.excerpt("memory")
    assert memory is not None
    assert str(memory.speaker) == "a passenger"
    assert "Hidden" not in everything_in(memory)


def test_what_does_not_exist_is_none(showing: Showing) -> None:
    assert showing.excerpt("no-such") is None


def test_skipping_leads_only_to_events_that_exist(showing: Showing) -> None:
    assert showing.skip_target(STORM) == "survey"
    assert showing.skip_target(AGREEMENT) is None
    raw = copy.deepcopy(HARBOUR)
    raw["events"][3]["content_note"]["skip_to"] = "lost"  # type: ignore[index]
    assert Showing(document_of(raw)).skip_target(STORM) is None


class _HidesStorm(Lens):
    @property
    def hidden_events(self) -> frozenset[str]:
        return frozenset({"storm", "no-such-event"})


def test_a_hidden_event_is_neither_connected_nor_listed_nor_led_to() -> None:
    raw = copy.deepcopy(HARBOUR)
    raw["events"][1]["content_note"] = {"skip_to": "storm"}  # type: ignore[index]
    raw["claims"]["boats-lost"]["events"] = ["storm", "survey"]  # type: ignore[index]
    showing = Showing(document_of(raw), _HidesStorm())
    assert "storm" not in {connection.event_id for connection in showing.connections(AGREEMENT)}
    assert showing.skip_target(AGREEMENT) is None
    claim = showing.claim("boats-lost")
    assert claim is not None
    assert claim.events == ("survey",)
    assert showing.visible.tolist() == [True, True, True, False, False]
