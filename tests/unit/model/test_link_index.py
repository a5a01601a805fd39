# SPDX-License-Identifier: MIT
"""Links are found by either end, in their order, as far as both ends are shown."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.text_value import TextValue
from timeline_app.model import records
from timeline_app.model.document import LinkEdge
from timeline_app.model.event_uses import HAS_LINKS, HAS_ORDER, Lists, uses_of
from timeline_app.model.link_index import LinksOf, LinkTable

LINK = records.Link(to="x", kind="led-to")
ENDS = st.tuples(st.integers(0, 5), st.integers(0, 5)).filter(lambda ends: ends[0] != ends[1])


@given(st.lists(ENDS, max_size=8, unique=True), st.lists(st.booleans(), min_size=6, max_size=6))
def test_links_are_found_by_either_end(ends: list[tuple[int, int]], shown: list[bool]) -> None:
    edges = [LinkEdge(source, target, LINK) for source, target in ends]
    found = LinksOf(edges, np.array(shown))
    kept = [edge for edge in edges if shown[edge.source] and shown[edge.target]]
    expected = {
        ordinal: tuple(edge for edge in kept if ordinal in (edge.source, edge.target)) for ordinal in range(6)
    }
    assert dict(found) == {ordinal: each for ordinal, each in expected.items() if each}
    assert len(found) == len(dict(found))
    assert found.edges == kept
    assert found.get(7, ()) == ()


def test_a_table_makes_its_links_on_demand() -> None:
    told = records.Link(to="b", kind="same-as")
    events = [
        records.Event(title=TextValue.plain("A")),
        records.Event(title=TextValue.plain("B"), links=(LINK, told)),
    ]
    table = LinkTable(events, *(np.array([each], np.int32) for each in (1, 0, 1, 1)))
    assert list(table) == [LinkEdge(1, 0, told)]
    assert table[0:1] == [LinkEdge(1, 0, told)]
    found = LinksOf(table, np.ones(2, np.bool_))
    assert found[0] == found[1] == (LinkEdge(1, 0, told),)
    with pytest.raises(KeyError):
        found[2]


def test_uses_are_counted_for_all_events_at_once() -> None:
    events = [
        records.Event(title=TextValue.plain("A"), sources=("s", "gone", "t"), after="b"),
        records.Event(title=TextValue.plain("B"), excerpts=("x",), links=(LINK,)),
        records.Event(title=TextValue.plain("C"), sources=(records.SourceUse(source="t"),)),
    ]
    uses = uses_of(events, ("s", "t"), ("x",))
    assert uses.flags.tolist() == [HAS_ORDER, HAS_LINKS, 0]
    assert list(uses.with_any(HAS_LINKS | HAS_ORDER)) == [0, 1]
    assert (uses.sources.offsets.tolist(), uses.sources.values.tolist()) == ([0, 2, 2, 3], [0, 1, 1])
    assert uses.sources.counts_of(np.array([False, True])).tolist() == [1, 0, 1]
    assert uses.sources.numbers_of(np.array([False, True, True])).tolist() == [False, True]
    assert uses.excerpts.rows.tolist() == [1]
    assert Lists.of([]).numbers_of(np.zeros(0, np.bool_)).tolist() == []


def test_what_a_text_cites_counts_like_what_is_listed() -> None:
    told = TextValue((("en", "Told. [@t; @s] [#x]"), ("ja", "話。[@u]")))
    shown = TextValue.plain('[The town]{cite="#y" words="a"} agreed.')
    event = records.Event(title=TextValue.plain("A"), sources=("t",), summary=told, as_then=shown)
    uses = uses_of([event], ("s", "t", "u"), ("x", "y"))
    assert uses.sources.values.tolist() == [1, 0, 2]
    assert uses.excerpts.values.tolist() == [0, 1]
