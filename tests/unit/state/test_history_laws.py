# SPDX-License-Identifier: MIT
"""The laws of going about: Back undoes Forward and every going, whatever was done before."""

from hypothesis import given
from hypothesis import strategies as st

from tests.desks import MIDDLE, Desk, century

IDS = ("dawn", "war", "peace", "crash", "moon", "saying")
YEAR_S = 31_556_952

goings: st.SearchStrategy[tuple[str, dict[str, object]]] = st.one_of(
    st.tuples(st.just("select.event"), st.fixed_dictionaries({"id": st.sampled_from(IDS)})),
    st.tuples(
        st.just("select.many"),
        st.fixed_dictionaries({"ids": st.lists(st.sampled_from(IDS), unique=True).map(tuple)}),
    ),
    st.tuples(
        st.sampled_from(
            [
                "select.clear",
                "select.next-in-time",
                "select.lane-below",
                "view.fit-all",
                "view.fit-selection",
                "view.opening",
                "view.to-first",
                "view.to-last",
                "view.zoom-in",
                "view.zoom-out",
                "view.afresh",
                "go.legend",
                "go.introduction",
                "go.mark",
                "go.return",
                "go.back",
                "go.forward",
            ]
        ),
        st.just({}),
    ),
    st.tuples(st.just("view.pan"), st.fixed_dictionaries({"share": st.floats(-2.0, 2.0)})),
)
sequences = st.lists(goings, max_size=12)


def gone(steps):
    desk = Desk(century(), MIDDLE)
    for command, arguments in steps:
        desk.send(command, **arguments)
    return desk


def here(desk):
    state = desk.store.state
    return state.view, state.selection, state.page, state.subject


@given(sequences)
def test_back_undoes_forward_and_forward_undoes_back(steps):
    desk = gone(steps)
    if desk.store.state.history.ahead:
        before, history = here(desk), desk.store.state.history
        assert desk.send("go.forward")
        assert desk.send("go.back")
        assert here(desk) == before
        assert desk.store.state.history == history
    if desk.store.state.history.behind:
        before, history = here(desk), desk.store.state.history
        assert desk.send("go.back")
        assert desk.send("go.forward")
        assert here(desk) == before
        assert desk.store.state.history == history


@given(sequences)
def test_back_as_often_as_it_goes_and_forward_again_leads_to_the_same_place(steps):
    desk = gone(steps)
    before, times = here(desk), len(desk.store.state.history.behind)
    for _ in range(times):
        assert desk.send("go.back")
    assert not desk.send("go.back")
    for _ in range(times):
        assert desk.send("go.forward")
    assert here(desk) == before


@given(sequences, st.sampled_from(IDS))
def test_back_undoes_a_choice_that_brings_something_else(steps, event_id):
    desk = gone(steps)
    before = here(desk)
    desk.send("select.event", id=event_id)
    if here(desk) != before:
        assert desk.send("go.back")
        assert here(desk) == before
