# SPDX-License-Identifier: MIT
"""The commands on filters: values, dates, letting go, saving by name; and what is said of them."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.archive_exhibit import archive
from tests.desks import MIDDLE, Desk
from tests.sample_documents import harbour
from tests.stages import ENGLISH
from timeline_app.model.document import Document
from timeline_app.model.filters import UNFILTERED, Filters
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.model.showing import Showing
from timeline_app.state.evidence_words import foot_messages
from timeline_app.state.filter_handlers import SavedFilterHandlers
from timeline_app.state.filter_words import chips, loosen_message, sentence
from timeline_app.state.saved_filters import FILE_NAME, SavedFilter


class FilterDesk(Desk):
    """A desk with a folder for what is saved."""

    def __init__(self, folder: Path, *, is_past: bool = False) -> None:
        super().__init__(archive(folder / "archive.yaml") if is_past else harbour_at(folder), MIDDLE)
        saved = SavedFilterHandlers(self.store, folder / "config")
        saved.bind(self.commands)
        self.commands.bind("filters.open", saved.open)

    @property
    def showing(self) -> Showing:
        showing = self.store.showing
        assert showing is not None
        return showing

    @property
    def filters(self) -> Filters:
        return self.store.state.lens.filters

    @property
    def dates(self) -> DateFilter | None:
        return self.store.state.lens.dates

    @property
    def shown(self) -> list[str]:
        return [self.showing.event_id(int(ordinal)) for ordinal in self.showing.passes.nonzero()[0]]

    @property
    def notice(self) -> str:
        notice = self.store.state.notice
        return ENGLISH.text(notice.message) if notice is not None else ""

    @property
    def chip_words(self) -> list[str]:
        return [ENGLISH.text(chip.words) for chip in chips(self.showing.filtering)]


def harbour_at(folder: Path) -> Document:
    return replace(harbour(), path=folder / "harbour.yaml")


@pytest.fixture
def desk(tmp_path: Path) -> FilterDesk:
    return FilterDesk(tmp_path)


def test_values_are_chosen_and_let_go_by_the_command_that_their_chip_has(desk: FilterDesk) -> None:
    start = desk.store.state
    assert desk.send("filters.toggle", facet="lane", value="crew")
    assert desk.send("filters.toggle", facet="kind", value="press")
    assert desk.shown == ["first-boat"]
    assert desk.chip_words == ["Lane: The crew", "Kind of source: Press"]
    told = sentence(desk.showing.filtering)
    assert told is not None
    assert ENGLISH.text(told) == "Filtered: 1 of 5 events"
    for chip in chips(desk.showing.filtering):
        assert desk.send(chip.command, **chip.arguments)
    assert desk.store.state == start
    assert sentence(desk.showing.filtering) is None


@pytest.mark.parametrize(
    ("facet", "value"),
    [
        ("lane", "no-such"),
        ("colour", "red"),
        ("person", "hidden-person"),
        ("person", "tanaka-ichiro"),
        ("tag", "x"),
    ],
)
def test_what_cannot_be_chosen_changes_nothing(desk: FilterDesk, facet: str, value: str) -> None:
    start = desk.store.state
    desk.send("filters.toggle", facet=facet, value=value)
    assert desk.store.state == start


def test_a_facet_is_let_go_as_a_whole_and_everything_at_once(desk: FilterDesk) -> None:
    start = desk.store.state
    assert not desk.send("filters.clear")
    assert not desk.send("filters.loosen", facet="lane")
    for value in ("crew", "town"):
        desk.send("filters.toggle", facet="lane", value=value)
    desk.send("filters.toggle", facet="kind", value="press")
    desk.send("filters.loosen", facet="lane")
    desk.send("filters.loosen", facet="no-such")
    assert desk.filters == Filters(kind=frozenset({"press"}))
    desk.send("filters.dates", text="1959", certain=True)
    desk.send("filters.loosen", facet="dates")
    assert desk.dates is None
    desk.send("filters.dates", text="1959", certain=True)
    assert desk.send("filters.clear")
    assert desk.store.state == start


@pytest.mark.parametrize(
    ("text", "edtf"),
    [("1959", "1959"), ("1957 to 1959", "1957/1959"), ("from 1957-01 to 1959-02", "1957-01/1959-02"), ("1959/..", "1959/.."),
     ("../1959", "../1959"), ("August 1959", "1959-08"), ("昭和34年", "1959")],
)  # fmt: skip
def test_dates_are_read_in_any_form(desk: FilterDesk, text: str, edtf: str) -> None:
    desk.send("filters.dates", text=text, certain=False)
    assert desk.dates is not None, desk.notice
    assert desk.dates.text == edtf
    assert desk.dates.first_s < desk.dates.last_s


def test_certainly_is_less_than_possibly(desk: FilterDesk) -> None:
    desk.send("filters.dates", text="1959", certain=False)
    possibly = desk.shown
    assert desk.chip_words == ["Dates: 1959, certainly or possibly"]
    desk.send("filters.dates", text="1959", certain=True)
    assert desk.chip_words == ["Dates: 1959, certainly"]
    assert set(desk.shown) < set(possibly)
    desk.send("filters.dates", text=" ", certain=True)
    assert desk.dates is None


@pytest.mark.parametrize("text", ["nineteen", "3/4/1959", "XXXX"])
def test_a_date_that_cannot_be_used_is_refused_with_a_reason(desk: FilterDesk, text: str) -> None:
    desk.send("filters.dates", text=text, certain=False)
    assert desk.dates is None
    assert desk.notice.startswith("The program cannot filter by this date: ")


def test_filters_are_saved_used_and_forgotten(desk: FilterDesk, tmp_path: Path) -> None:
    assert not desk.send("filters.save", name="Nothing")
    desk.send("filters.open")
    assert desk.store.state.page.value == "filters"
    assert desk.store.state.saved_filters == ()
    desk.send("filters.toggle", facet="lane", value="crew")
    desk.send("filters.dates", text="1959", certain=True)
    desk.send("filters.save", name="  The  crew ")
    desk.send("filters.save", name=" ")
    assert desk.notice == "Please give these filters a name."
    saved = SavedFilter("The crew", Filters(lane=frozenset({"crew"})), "1959", certain=True)
    assert desk.store.state.saved_filters == (saved,)
    then = desk.store.state.lens
    desk.send("filters.clear")
    desk.send("filters.use", name="The crew")
    assert desk.store.state.lens == then
    desk.send("filters.loosen", facet="dates")
    desk.send("filters.save", name="The crew")
    again = FilterDesk(tmp_path)
    again.send("filters.use", name="no-such")
    assert again.filters == UNFILTERED
    again.send("filters.use", name="The crew")
    assert (again.filters, again.dates) == (saved.filters, None)
    again.send("filters.forget", name="The crew")
    again.send("filters.forget", name="The crew")
    assert FilterDesk(tmp_path).send("filters.open")
    assert again.store.state.saved_filters == ()


def test_dates_in_the_file_that_are_none_are_left_out(desk: FilterDesk, tmp_path: Path) -> None:
    desk.send("filters.toggle", facet="lane", value="crew")
    desk.send("filters.dates", text="1959", certain=True)
    desk.send("filters.save", name="Crew")
    path = tmp_path / "config" / FILE_NAME
    path.write_text(path.read_text(encoding="utf-8").replace('"1959"', '"someday"'), encoding="utf-8")
    again = FilterDesk(tmp_path)
    again.send("filters.use", name="Crew")
    assert (again.filters.lane, again.dates) == ({"crew"}, None)


def test_an_exhibit_without_a_file_keeps_its_filters_for_the_moment(tmp_path: Path) -> None:
    desk = Desk(replace(harbour(), path=None), MIDDLE)
    SavedFilterHandlers(desk.store, tmp_path).bind(desk.commands)
    desk.send("filters.toggle", facet="lane", value="crew")
    desk.send("filters.save", name="Crew")
    assert [one.name for one in desk.store.state.saved_filters or ()] == ["Crew"]
    assert list(tmp_path.iterdir()) == []


def test_another_exhibit_begins_without_filters_and_without_those_saved_for_this_one(
    desk: FilterDesk,
) -> None:
    desk.send("filters.toggle", facet="lane", value="crew")
    desk.send("filters.save", name="Crew")
    desk.store.swap_document(archive(), (), MIDDLE)
    assert desk.filters == UNFILTERED
    assert desk.store.state.saved_filters is None


def test_many_values_of_a_facet_have_one_chip_together(
    desk: FilterDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("timeline_app.state.filter_words.MOST_CHIPS", 1)
    for value in ("crew", "town"):
        desk.send("filters.toggle", facet="lane", value=value)
    (chip,) = chips(desk.showing.filtering)
    assert ENGLISH.text(chip.words) == "Lane: 2 values"
    assert [ENGLISH.text(message) for message in foot_messages(desk.showing)] == [
        "Filtered: 4 of 5 events. Lane: 2 values"
    ]
    desk.send(chip.command, **chip.arguments)
    assert desk.filters == UNFILTERED


def test_a_print_says_what_is_filtered(desk: FilterDesk) -> None:
    assert foot_messages(desk.showing) == ()
    for facet, value in (("lane", "crew"), ("lane", "office"), ("status", "estimates"), ("lines", "0")):
        desk.send("filters.toggle", facet=facet, value=value)
    desk.send("filters.dates", text="1959", certain=False)
    (told,) = [ENGLISH.text(message) for message in foot_messages(desk.showing)]
    assert told.startswith("Filtered: ")
    assert "Lane: The crew or The harbour office; Question: Estimates" in told
    assert told.endswith("Dates: 1959, certainly or possibly")


def test_where_nothing_is_left_the_sentence_says_so(desk: FilterDesk) -> None:
    desk.send("filters.toggle", facet="lane", value="crew")
    desk.send("filters.dates", text="1800", certain=True)
    told = sentence(desk.showing.filtering)
    assert told is not None
    assert ENGLISH.text(told) == "No event is left by these filters"
    assert [ENGLISH.text(loosen_message(*one)) for one in desk.showing.filtering.loosened] == [
        "Without “Dates”: 2 events"
    ]


def test_at_a_cursor_a_choice_that_cannot_be_asked_waits_for_today(tmp_path: Path) -> None:
    desk = FilterDesk(tmp_path, is_past=True)
    desk.send("filters.toggle", facet="kind", value="scholarship")
    assert desk.shown == ["agreed"]
    desk.send("known.set", date="1960")
    assert desk.shown == []
    desk.send("known.clear")
    assert desk.shown == ["agreed"]


steps = st.lists(
    st.sampled_from(
        [("lane", "crew"), ("lane", "town"), ("kind", "press"), ("tag", "ferry"), ("place", "cape")]
    ),
    max_size=6,
)


@given(steps)
def test_clear_restores_whatever_was_chosen(choice: list[tuple[str, str]]) -> None:
    desk = Desk(harbour(), MIDDLE)
    start = desk.store.state.lens
    for facet, value in choice:
        desk.send("filters.toggle", facet=facet, value=value)
    desk.send("filters.clear")
    assert desk.store.state.lens == start


wishes = st.lists(
    st.sampled_from(
        [
            ("filters.toggle", {"facet": "lane", "value": "crew"}),
            ("filters.toggle", {"facet": "tag", "value": "ferry"}),
            ("filters.toggle", {"facet": "place", "value": "cape"}),
            ("filters.toggle", {"facet": "kind", "value": "press"}),
            ("filters.dates", {"text": "1958/1960", "certain": False}),
        ]
    ),
    unique_by=str,
)


@given(st.data(), wishes)
def test_filters_and_dates_commute(
    data: st.DataObject, there: list[tuple[str, dict[str, str | bool]]]
) -> None:
    lens, passes = after(there)
    assert (lens, passes) == after(data.draw(st.permutations(there)))
    assert sum(len(values) for _, values in lens.filters.chosen()) + (lens.dates is not None) == len(there)


def after(way: list[tuple[str, dict[str, str | bool]]]) -> tuple[Lens, list[bool]]:
    desk = Desk(harbour(), MIDDLE)
    for command, arguments in way:
        assert desk.send(command, **arguments)
    assert desk.store.showing is not None
    return desk.store.state.lens, desk.store.showing.passes.tolist()
