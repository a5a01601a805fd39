# SPDX-License-Identifier: MIT
"""Laws of the second cursor: moving it later never hides what was shown."""

from __future__ import annotations

from typing import Final

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from tests.strategies import date_texts
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.span_queries import Answer
from timeline_app.model.document import Document
from timeline_app.model.known_at import ALL_KNOWN, KnownAt, known_at_second
from timeline_app.model.known_table import AUDIENCES
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing

FIRST_S, LAST_S = parse("1890").earliest_s or 0, parse("2010").latest_s or 0
WIDEST_FIRST: Final = ("whole", "part", "rumour", "denied", "")
SOURCES: Final = ("daily", "study", "letter")

_known = st.fixed_dictionaries(
    {
        "to": st.sampled_from(AUDIENCES),
        "where": st.sampled_from(["", "JP", "KR"]),
        "extent": st.sampled_from(WIDEST_FIRST[:-1]),
    },
    optional={"since": date_texts, "source": st.sampled_from(SOURCES)},
)
_sources = st.fixed_dictionaries(
    {"title": st.just("A work"), "kind": st.sampled_from(["press", "document", "memoir", "testimony"])},
    optional={
        "issued": date_texts,
        "public_since": date_texts,
        "derives_from": st.lists(st.sampled_from(SOURCES), max_size=1),
    },
)
_links = st.fixed_dictionaries(
    {
        "to": st.sampled_from(["e0", "e1", "e2"]),
        "kind": st.sampled_from(["led-to", "part-of"]),
        "judgement": st.booleans(),
        "sources": st.lists(st.sampled_from(SOURCES), max_size=2),
    }
)
_events = st.fixed_dictionaries(
    {"links": st.lists(_links, max_size=2), "excerpts": st.lists(st.sampled_from(SOURCES), max_size=2)},
    optional={
        "date": date_texts,
        "known": st.one_of(st.just("public"), st.lists(_known, max_size=3)),
        "sources": st.lists(st.sampled_from(SOURCES), max_size=2, unique=True),
        "title": st.integers(1900, 2010).map(lambda year: f"Opened [in secret]{{since={year}}}"),
    },
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw an exhibit of three events and three sources, each source with one excerpt of the same name."""
    events = draw(st.lists(_events, min_size=3, max_size=3))
    return small_document(
        *({"id": f"e{number}", **event} for number, event in enumerate(events)),
        sources={name: draw(_sources) for name in SOURCES},
        excerpts={name: {"source": name, "text": "Words."} for name in SOURCES},
    )


cursors = st.builds(
    KnownAt,
    at_s=st.integers(FIRST_S, LAST_S),
    text=st.just("1960"),
    audience=st.sampled_from(AUDIENCES),
    where=st.sampled_from(["", "JP", "KR", "FR"]),
)
waits = st.integers(0, LAST_S - FIRST_S)


def both(document: Document, cursor: KnownAt, wait_s: int) -> tuple[Showing, Showing]:
    after = KnownAt(cursor.at_s + wait_s, cursor.text, cursor.audience, cursor.where)
    return Showing(document, Lens(known_at=cursor)), Showing(document, Lens(known_at=after))


def passing(showing: Showing) -> set[int]:
    return {ordinal for ordinal in range(3) if showing.ordinal(f"e{ordinal}") is not None}


def told(showing: Showing) -> set[int]:
    return {ordinal for ordinal in passing(showing) if not showing.is_veiled(ordinal)}


@given(documents(), cursors, waits)
def test_a_later_cursor_never_hides_or_veils_an_event(
    document: Document, cursor: KnownAt, wait_s: int
) -> None:
    earlier, after = both(document, cursor, wait_s)
    assert passing(earlier) <= passing(after)
    assert told(earlier) <= told(after)
    assert np.all(earlier.answers <= after.answers)


@given(documents(), cursors, waits)
def test_a_later_cursor_never_hides_a_source_or_an_excerpt(
    document: Document, cursor: KnownAt, wait_s: int
) -> None:
    earlier, after = both(document, cursor, wait_s)
    for name in SOURCES:
        assert earlier.source(name) is None or after.source(name) is not None
        assert earlier.excerpt(name) is None or after.excerpt(name) is not None
    for ordinal in told(earlier):
        before, now = earlier.event(ordinal), after.event(ordinal)
        assert {use.source.id for use in before.sources} <= {use.source.id for use in now.sources}
        assert {view.id for view in before.excerpts} <= {view.id for view in now.excerpts}
        assert {link.event_id for link in before.connections} <= {link.event_id for link in now.connections}
        assert len(before.known) <= len(now.known)
        assert len(before.head.title.text) <= len(now.head.title.text)


@given(documents(), cursors, waits)
def test_a_later_cursor_knows_no_less_of_an_event(document: Document, cursor: KnownAt, wait_s: int) -> None:
    earlier, after = both(document, cursor, wait_s)
    for ordinal in passing(earlier):
        before, now = earlier.knowledge(ordinal), after.knowledge(ordinal)
        assert before.answer <= now.answer
        assert WIDEST_FIRST.index(before.extent) >= WIDEST_FIRST.index(now.extent)
        assert before.cites_later or not now.cites_later


@given(documents(), cursors)
def test_others_know_what_the_public_knows_and_anywhere_is_all_countries(
    document: Document, cursor: KnownAt
) -> None:
    lens = Lens(known_at=cursor)
    of_public = Lens(known_at=KnownAt(cursor.at_s, cursor.text, "public", cursor.where))
    anywhere = Lens(known_at=KnownAt(cursor.at_s, cursor.text, cursor.audience))
    assert passing(Showing(document, of_public)) <= passing(Showing(document, lens))
    assert told(Showing(document, lens)) <= told(Showing(document, anywhere))


@given(documents())
def test_without_a_cursor_everything_is_shown(document: Document) -> None:
    showing = Showing(document)
    assert passing(showing) == {0, 1, 2} == told(showing)
    assert all(showing.knowledge(ordinal) is ALL_KNOWN for ordinal in range(3))
    assert all(showing.source(name) is not None and showing.excerpt(name) is not None for name in SOURCES)


@given(documents(), cursors)
def test_what_is_veiled_says_nothing(document: Document, cursor: KnownAt) -> None:
    showing = Showing(document, Lens(known_at=cursor))
    for ordinal in passing(showing) - told(showing):
        event = showing.event(ordinal)
        assert (event.head.title.text, showing.label(ordinal).text) == ("?", "?")
        assert event.sources == () == event.connections == event.known == event.excerpts


@given(documents())
def test_moments_are_in_order_and_at_the_last_all_is_out_that_is_certain(document: Document) -> None:
    moments = Showing(document).known_moments
    assert [moment.at_s for moment in moments] == sorted({moment.at_s for moment in moments})
    assert all(moment.count > 0 and parse(moment.text).latest_s == moment.at_s for moment in moments)
    if moments:
        last = Showing(document, Lens(known_at=known_at_second(moments[-1].at_s)))
        end = Showing(document, Lens(known_at=known_at_second(LAST_S)))
        assert passing(last) == passing(end) or any(
            answer < Answer.YES for answer in end.answers[sorted(passing(end))]
        )
