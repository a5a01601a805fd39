# SPDX-License-Identifier: MIT
"""What a reader is told of filters: names and counts, what is left of how much, what to loosen, and nothing that leaks."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of, harbour
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Relation
from timeline_app.model import asked_filters, facets
from timeline_app.model.filtering import FEW_EVENTS
from timeline_app.model.filters import UNFILTERED, FacetName, Filters
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, DateFilter, Lens
from timeline_app.model.showing import Showing

PRESS = document_of({
    "title": "The press",
    "languages": ["en"],
    "lanes": {"town": {"title": "The town"}, "office": {"title": "The office"}},
    "people": {
        "mori": {"title": "Mori Haru"},
        "later": {"title": "[A name learnt later]{since=2004}"},
        "nobody": {"title": "Jane Hidden", "privacy": "withhold", "role": "a passenger"},
        "role": {"title": "Tanaka", "privacy": "role-only", "role": "the harbour master"},
    },
    "places": {"pier": {"title": "The pier"}},
    "sources": {
        "daily": {"title": "Daily", "kind": "press", "issued": "1959-08-15"},
        "file": {"title": "File", "kind": "document", "public_since": "2004"},
    },
    "events": [
        {"id": "opens", "title": "It opens", "date": "1959-08-14", "lane": "town", "known": "public",
         "people": ["mori", "later", "nobody", "role"], "place": "pier", "tags": ["pier"],
         "sources": ["daily", "file"]},
        {"id": "lasts", "title": "It lasts", "date": "1958/1962", "lane": "town", "known": "public",
         "people": ["mori"], "sources": ["daily"]},
        {"id": "agreed", "title": "Agreed", "date": "1958", "lane": "office", "people": ["mori"],
         "known": [{"to": "public", "since": "2004", "source": "file"}], "sources": ["file"]},
        {"id": "unsure", "title": "Nobody knows when it became known", "date": "1957", "lane": "office",
         "people": ["mori"], "place": "pier", "tags": ["pier"], "sources": ["daily"]},
    ],
})  # fmt: skip


def told(showing: Showing) -> dict[FacetName, list[tuple[str, str, int]]]:
    views = showing.filtering.views
    return {view.facet: [(value.id, value.name.text, value.count) for value in view.values] for view in views}


def stretch(text: str, *, certain: bool = False) -> DateFilter:
    date = parse(text)
    assert date.fuzz_earliest_s is not None
    assert date.fuzz_latest_s is not None
    return DateFilter(Relation.OVERLAPS, date.fuzz_earliest_s, date.fuzz_latest_s, certain, text)


def names(showing: Showing) -> list[str]:
    return [showing.event_id(int(ordinal)) for ordinal in showing.passes.nonzero()[0]]


def test_values_have_names_and_counts_and_nobody_is_told_who_is_withheld() -> None:
    assert told(Showing(PRESS)) == {
        "lane": [("town", "The town", 2), ("office", "The office", 2)],
        "person": [("mori", "Mori Haru", 4), ("later", "A name learnt later", 1)],
        "place": [("pier", "The pier", 2)],
        "tag": [("pier", "pier", 2)],
        "kind": [("press", "", 3), ("document", "", 2)],
        "lines": [("1", "", 3), ("2", "", 1)],
    }


def test_counts_follow_the_other_filters_in_an_order_that_stays() -> None:
    showing = Showing(PRESS, Lens(filters=Filters(lane=frozenset({"office"}))))
    assert told(showing)["lane"] == [("town", "The town", 2), ("office", "The office", 2)]
    assert told(showing)["kind"] == [("press", "", 1), ("document", "", 1)]
    lanes = next(view for view in showing.filtering.views if view.facet == "lane")
    assert [value.is_chosen for value in lanes.values] == [False, True]
    assert (showing.filtering.shown, showing.filtering.of) == (2, 4)


def test_of_conclusions_the_unsettled_come_first() -> None:
    statuses = told(Showing(harbour()))["status"]
    assert [value for value, _, _ in statuses] == ["disputed", "estimates"]


def test_at_a_cursor_nothing_is_told_that_came_later_and_nothing_of_what_is_veiled() -> None:
    showing = Showing(PRESS, Lens(known_at=known_at_date("1960")))
    assert names(showing) == ["opens", "lasts", "unsure"]
    assert showing.veiled_count == 1
    assert told(showing) == {
        "lane": [("town", "The town", 2), ("office", "The office", 1)],
        "person": [("mori", "Mori Haru", 2)],
        "place": [("pier", "The pier", 1)],
        "kind": [("press", "", 2)],
        "lines": [("1", "", 2)],
    }


def test_at_a_cursor_what_cannot_be_asked_is_put_aside_and_said_to_be() -> None:
    wished = Filters(tag=frozenset({"pier"}), person=frozenset({"later"}), kind=frozenset({"press"}))
    today = Showing(PRESS, Lens(filters=wished))
    then = Showing(PRESS, Lens(filters=wished, known_at=known_at_date("1960")))
    assert names(today) == ["opens"]
    assert not today.filtering.leaves_out
    assert then.lens.filters == Filters(kind=frozenset({"press"}))
    assert names(then) == ["opens", "lasts"]
    assert then.filtering.leaves_out
    assert then.filtering.is_active


def test_dates_are_asked_as_they_could_be_told_at_the_cursor() -> None:
    # In 1960 what began in 1958 was going on, with nobody to say that it would end.
    asked = stretch("1970", certain=True)
    assert names(Showing(PRESS, Lens(dates=asked))) == []
    assert names(Showing(PRESS, Lens(dates=asked, known_at=known_at_date("1960")))) == ["lasts"]


def test_nobody_is_filtered_by_who_is_withheld() -> None:
    for hidden in ("nobody", "role", "no-such"):
        showing = Showing(PRESS, Lens(filters=Filters(person=frozenset({hidden}))))
        assert showing.shows_all
        assert not showing.filtering.offers("person", hidden)
    assert Showing(PRESS).filtering.offers("person", "mori")
    assert not Showing(PRESS).filtering.offers("place", "mori")


def test_where_nothing_is_left_it_is_told_what_to_loosen() -> None:
    filters = Filters(lane=frozenset({"office"}), kind=frozenset({"press"}))
    filtering = Showing(PRESS, Lens(filters=filters, dates=stretch("1958", certain=True))).filtering
    assert (filtering.shown, filtering.of) == (0, 4)
    assert filtering.loosened == (("lane", 1), ("kind", 1), ("dates", 1))
    assert Showing(PRESS).filtering.loosened == ()
    none = Filters(tag=frozenset({"no-such"}))
    assert Showing(PRESS, Lens(filters=none, dates=stretch("1800", certain=True))).filtering.loosened == ()


def test_very_many_events_are_not_graded(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (facets, asked_filters):
        monkeypatch.setattr(module, "MOST_GRADED", 3)
    showing = Showing(PRESS, Lens(filters=Filters(kind=frozenset({"memoir"}))))
    assert showing.shows_all
    assert not showing.filtering.is_graded
    assert "kind" not in told(showing)


def test_what_was_gathered_is_kept_for_the_next_filter_but_not_for_another_cursor(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    document = document_of({"title": "D", "lanes": {"a": {"title": "A"}}, "sources": {"s": {"title": "S", "kind": "press"}},
                            "events": [{"id": "e", "title": "E", "date": "1950", "lane": "a", "sources": ["s"], "known": "public"}]})  # fmt: skip
    monkeypatch.setattr("timeline_app.model.filtering.FEW_EVENTS", 0)
    first = Showing(document)
    assert not first.filtering.is_ready
    first.filtering.gather()
    assert first.filtering.is_ready
    filtered = Showing(document, Lens(filters=Filters(kind=frozenset({"press"}))))
    assert filtered.filtering.is_ready
    then = Showing(document, Lens(known_at=known_at_date("1960")))
    assert not then.filtering.is_ready
    then.filtering.gather()
    assert then.filtering.is_ready
    assert not Showing(document).filtering.is_ready
    assert FEW_EVENTS > 0


chosen = st.lists(
    st.sampled_from([("lane", "town"), ("lane", "office"), ("person", "mori"), ("place", "pier"),
                     ("tag", "pier"), ("kind", "press"), ("kind", "document"), ("lines", "1"), ("lines", "2")]),
    max_size=4,
    unique=True,
)  # fmt: skip


def chosen_filters(choice: list[tuple[FacetName, str]]) -> Filters:
    filters = UNFILTERED
    for facet, value in choice:
        filters = filters.toggled(facet, value)
    return filters


@given(
    chosen,
    st.sampled_from([None, "1958", "1959"]),
    st.sampled_from([IDENTITY, Lens(known_at=known_at_date("1960"))]),
)
def test_a_count_is_what_choosing_that_value_alone_shows(
    choice: list[tuple[FacetName, str]], dates: str | None, base: Lens
) -> None:
    asked = stretch(dates) if dates else None
    filters = chosen_filters(choice)
    lens = Lens(filters=filters, dates=asked, known_at=base.known_at)
    for view in Showing(PRESS, lens).filtering.views:
        for value in view.values:
            only = filters.without(view.facet).toggled(view.facet, value.id)
            there = Showing(PRESS, Lens(filters=only, dates=asked, known_at=base.known_at))
            assert there.filtering.shown == value.count


@given(chosen, st.sampled_from(["1958", "1959-08", "1957/1958"]))
def test_loosening_shows_as_many_as_it_says(choice: list[tuple[FacetName, str]], dates: str) -> None:
    filters = chosen_filters(choice)
    asked = stretch(dates, certain=True)
    for loosened, count in Showing(PRESS, Lens(filters=filters, dates=asked)).filtering.loosened:
        lens = (
            Lens(filters=filters)
            if loosened == "dates"
            else Lens(filters=filters.without(loosened), dates=asked)
        )
        assert Showing(PRESS, lens).filtering.shown == count
