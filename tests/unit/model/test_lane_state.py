# SPDX-License-Identifier: MIT
"""What a reader has made of the lanes, by ids."""

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model.lane_state import USUAL, LaneState


def test_the_default_is_the_exhibits_own():
    assert LaneState() == USUAL
    assert USUAL.is_usual
    assert not LaneState(collapsed=frozenset({"town"})).is_usual


def test_each_change_is_taken_back_by_its_opposite():
    state = LaneState(hidden=frozenset({"crew"}))
    collapsed = state.with_collapsed(["town", "office"], on=True)
    assert collapsed.collapsed == {"town", "office"}
    assert collapsed.with_collapsed(["office"], on=False).collapsed == {"town"}
    assert collapsed.with_collapsed(["town", "office"], on=False) == state
    assert state.with_hidden(["town"], on=True).hidden == {"crew", "town"}
    assert state.with_hidden(["town"], on=True).with_hidden(["town"], on=False) == state


def test_what_is_pinned_last_stands_below_and_is_pinned_once():
    state = USUAL.with_pinned("office", on=True).with_pinned("town", on=True)
    assert state.pinned == ("office", "town")
    assert state.with_pinned("office", on=True).pinned == ("town", "office")
    assert state.with_pinned("office", on=False).pinned == ("town",)
    assert state.with_pinned("unknown", on=False) == state


def test_no_order_is_the_usual_one():
    assert USUAL.with_order(["b", "a"]).order == ("b", "a")
    assert USUAL.with_order(["b", "a"]).with_order([]) == USUAL


@given(st.sets(st.sampled_from("abcd")), st.sets(st.sampled_from("abcd")), st.booleans())
def test_hiding_and_collapsing_know_nothing_of_each_other(first, second, on):
    state = USUAL.with_hidden(first, on=True).with_collapsed(second, on=on)
    assert state.hidden == first
    assert state.collapsed == (second if on else set())
