# SPDX-License-Identifier: MIT
"""Filters by facets: hand-made cases, and the laws of combining, clearing and counting."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of, harbour
from timeline_app.chrono.span_queries import Relation
from timeline_app.model.document import Document
from timeline_app.model.filters import FACETS, UNFILTERED, FacetName, Filters
from timeline_app.model.lens import DateFilter, Lens
from timeline_app.model.sieve import Sieve


def passing(document: Document, filters: Filters) -> list[str]:
    passes = Sieve(document, Lens(filters=filters)).passes
    return [name for name, is_in in zip(document.events.ids, passes, strict=True) if is_in]


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        (UNFILTERED, ["survey", "agreement", "first-boat", "storm", "song"]),
        (Filters(lane=frozenset({"crew"})), ["first-boat", "storm"]),
        (Filters(lane=frozenset({"crew", "office"})), ["survey", "agreement", "first-boat", "storm"]),
        (Filters(tag=frozenset({"ferry"})), ["agreement"]),
        (Filters(place=frozenset({"cape"})), ["agreement"]),
        (Filters(person=frozenset({"mori"}), lane=frozenset({"crew"})), []),
        (Filters(status=frozenset({"disputed"})), ["agreement"]),
        (Filters(status=frozenset({"disputed", "estimates"})), ["agreement", "storm"]),
        (Filters(lines=frozenset({"2", "3"})), ["agreement"]),
        (Filters(kind=frozenset({"press"}), lane=frozenset({"crew"})), ["first-boat"]),
        (Filters(tag=frozenset({"no-such"})), []),
    ],
)
def test_events_pass_by_what_they_belong_to(filters: Filters, expected: list[str]) -> None:
    assert passing(harbour(), filters) == expected


def test_counts_are_those_of_the_other_filters() -> None:
    document = harbour()
    filters = Filters(lane=frozenset({"crew"}), tag=frozenset({"ferry"}))
    sieve = Sieve(document, Lens(filters=filters))
    lanes = sieve.facets.counts("lane", sieve.unfiltered, filters)
    # One event has the tag, and it stands in two lanes; the chosen lane is told although nothing is in it.
    assert lanes == {"town": 1, "office": 1, "crew": 0}
    assert sieve.facets.loosened(sieve.unfiltered, filters) == (("tag", 2), ("lane", 1))


def test_a_value_is_chosen_and_let_go() -> None:
    chosen = UNFILTERED.toggled("tag", "ferry")
    assert not chosen.is_empty
    assert list(chosen.chosen()) == [("tag", frozenset({"ferry"}))]
    assert chosen.toggled("tag", "ferry") == UNFILTERED == chosen.without("tag")


def test_a_catalogue_tells_what_events_belong_to() -> None:
    catalogue = harbour().catalogue
    assert catalogue.tags.events_with(["ferry"]).tolist() == [False, True, False, False, False]
    assert catalogue.places.events_with(["cape"])[1]
    assert not catalogue.people.events_with(["no-such"]).any()


LANES, TAGS = ("a", "b", "c"), ("x", "y")


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw an exhibit whose events belong to lanes, tags, people, places and sources."""
    events = [
        {
            "id": f"e{place}",
            "date": str(1900 + draw(st.integers(0, 20))) + draw(st.sampled_from(("", "~", "?"))),
            "title": "E",
            "lane": draw(st.lists(st.sampled_from(LANES), unique=True, max_size=2)),
            "tags": draw(st.lists(st.sampled_from(TAGS), unique=True)),
            "people": draw(st.lists(st.sampled_from(("p", "q")), unique=True)),
            "place": draw(st.lists(st.just("here"), max_size=1)),
            "sources": draw(st.lists(st.sampled_from(("s", "t")), unique=True)),
        }
        for place in range(draw(st.integers(0, 6)))
    ]
    return document_of({
        "title": "D",
        "lanes": {name: {"title": name} for name in LANES},
        "people": {"p": {"title": "P"}, "q": {"title": "Q"}},
        "places": {"here": {"title": "Here"}},
        "sources": {"s": {"title": "S", "kind": "press"}, "t": {"title": "T", "kind": "memoir"}},
        "events": events,
    })  # fmt: skip


VALUES: dict[FacetName, tuple[str, ...]] = {
    "lane": LANES, "tag": TAGS, "person": ("p", "q"), "place": ("here",), "kind": ("press", "memoir"),
    "status": ("open",), "lines": ("0", "1", "2"),
}  # fmt: skip
choices = st.lists(
    st.sampled_from(FACETS).flatmap(lambda facet: st.tuples(st.just(facet), st.sampled_from(VALUES[facet]))),
    max_size=5,
    unique=True,
)


def choosing(choice: list[tuple[FacetName, str]]) -> Filters:
    filters = UNFILTERED
    for facet, value in choice:
        filters = filters.toggled(facet, value)
    return filters


@given(documents(), choices)
def test_filters_commute_and_clear_restores(document: Document, choice: list[tuple[FacetName, str]]) -> None:
    there, back = choosing(choice), choosing(choice[::-1])
    assert there == back
    one_by_one = set(document.events.ids)
    for facet, values in there.chosen():
        one_by_one &= set(passing(document, replace(UNFILTERED, **{facet: values})))
    assert set(passing(document, there)) == one_by_one
    for facet, _ in choice:
        there = there.without(facet)
    assert passing(document, there) == list(document.events.ids)


@given(documents(), choices, st.sampled_from(FACETS))
def test_one_more_facet_never_shows_more(
    document: Document, choice: list[tuple[FacetName, str]], facet: FacetName
) -> None:
    filters = choosing(choice)
    assert set(passing(document, filters)) <= set(passing(document, filters.without(facet)))


@given(documents(), choices)
def test_counts_are_what_choosing_would_show(document: Document, choice: list[tuple[FacetName, str]]) -> None:
    filters = choosing(choice)
    sieve = Sieve(document, Lens(filters=filters))
    for facet in FACETS:
        counts = sieve.facets.counts(facet, sieve.unfiltered, filters)
        for value, count in counts.items():
            only = replace(filters, **{facet: frozenset({value})})
            assert len(passing(document, only)) == count


seconds = st.integers(-2_300_000_000, 0)


@given(documents(), choices, st.sampled_from(Relation), seconds, st.integers(1, 2_000_000_000))
def test_what_is_certain_is_possible(
    document: Document, choice: list[tuple[FacetName, str]], relation: Relation, first_s: int, length_s: int
) -> None:
    asked = DateFilter(relation, first_s, first_s + length_s)
    lens = Lens(dates=asked, filters=choosing(choice))
    possible = Sieve(document, lens).passes
    certain = Sieve(document, replace(lens, dates=replace(asked, certain_only=True))).passes
    assert not (certain & ~possible).any()
    assert not (possible & ~Sieve(document, replace(lens, dates=None)).passes).any()
