# SPDX-License-Identifier: MIT
"""Chains of causes and effects: which way they go, and that nothing is told that the lens hides."""

from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import small_document
from timeline_app.model.chains import CAUSAL, chain_of, has_chain
from timeline_app.model.filters import Filters
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing


def linked(*links: str, importance: dict[str, int] | None = None, hidden: tuple[str, ...] = ()) -> Showing:
    """Return what is shown of events `a`, `b` … with links such as "a>b", "a?b" (our own judgement), "a~b" (other)."""
    names = sorted({name for link in links for name in (link[0], link[2])})
    told: dict[str, list[dict[str, object]]] = {name: [] for name in names}
    for link in links:
        kind = "in-tension-with" if link[1] == "~" else "led-to"
        told[link[0]].append({"to": link[2], "kind": kind, "judgement": link[1] == "?"})
    events = [
        {
            "id": name,
            "date": f"19{10 + number}",
            "links": told[name],
            "importance": (importance or {}).get(name, 3),
            "tags": ["hidden" if name in hidden else "shown"],
        }
        for number, name in enumerate(names)
    ]
    return Showing(small_document(*events), Lens(filters=Filters(tag=frozenset({"shown"}))))


def ids(showing: Showing, *pins: str) -> str:
    """Return the ids of a chain's steps."""
    ordinals = [ordinal for pin in pins if (ordinal := showing.ordinal(pin)) is not None]
    return "".join(showing.event_id(ordinal) for ordinal in chain_of(showing, ordinals).ordinals)


def test_a_chain_goes_back_over_causes_and_forward_over_effects():
    showing = linked("a>b", "b>c", "c>d")
    assert ids(showing, "a") == ids(showing, "c") == ids(showing, "d") == "abcd"


def test_a_link_that_is_told_from_its_effect_leads_the_same_way():
    response = {"id": "b", "date": "1951", "links": [{"to": "a", "kind": "response-to"}]}
    showing = Showing(small_document({"id": "a", "date": "1950"}, response))
    chain = chain_of(showing, [1])
    assert chain.ordinals == (0, 1)
    assert [edge.record.kind for edge in chain.edges] == ["response-to"]


def test_other_kinds_of_links_make_no_chain():
    showing = linked("a~b")
    assert ids(showing, "a") == "a"
    assert not has_chain(showing, 0)


def test_what_a_source_tells_goes_before_our_own_judgement():
    assert ids(linked("a?b", "a>c"), "a") == "ac"


def test_the_weightier_event_goes_before_the_other_and_then_the_nearer():
    assert ids(linked("a>b", "a>c", importance={"c": 5}), "a") == "ac"
    assert ids(linked("a>b", "a>c"), "a") == "ab"


def test_a_way_that_goes_on_is_taken_before_one_that_ends():
    assert ids(linked("a>b", "a?c", "c?d"), "a") == "acd"


def test_a_chain_goes_once_round_a_circle():
    events = [
        {"id": "a", "date": "1950~", "links": [{"to": "b", "kind": "led-to"}]},
        {"id": "b", "date": "1950~", "links": [{"to": "a", "kind": "led-to"}]},
    ]
    assert ids(Showing(small_document(*events)), "a") == "ba"


def test_each_step_names_the_other_ways():
    showing = linked("a>c", "b?c", "c>d", "c?e")
    step = chain_of(showing, [2]).steps[1]
    assert (step.ordinal, step.causes, step.effects) == (2, (1,), (4,))


def test_a_chain_may_be_taken_through_another_cause_and_keeps_what_follows():
    showing = linked("a>c", "b?c", "c>d", "c?e")
    chain = chain_of(showing, [2])
    assert ids(showing, "c") == "acd"
    through = chain.through(1, 1)
    assert through == (1, 2)
    assert chain_of(showing, through).ordinals == (1, 2, 3)
    on = chain_of(showing, through).through(1, 4)
    assert chain_of(showing, on).ordinals == (1, 2, 4)


def test_what_the_lens_hides_is_neither_a_step_nor_a_way():
    showing = linked("a>b", "b>c", "b?d", hidden=("c",))
    chain = chain_of(showing, [1])
    assert [showing.event_id(ordinal) for ordinal in chain.ordinals] == ["a", "b", "d"]
    assert all(not step.effects for step in chain.steps)
    assert chain_of(showing, [2]).steps == ()


def test_events_that_are_not_linked_with_each_other_are_no_way():
    showing = linked("a>b", "c>d")
    assert chain_of(showing, [0, 2]).ordinals == (0, 1)


def test_an_event_that_is_no_step_has_no_place():
    chain = chain_of(linked("a>b", "c>d"), [0])
    assert (chain.place_of(1), chain.place_of(3)) == (1, None)


@given(
    st.sets(
        st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda ends: ends[0] < ends[1]), min_size=1
    ),
    st.integers(0, 7),
)
def test_steps_are_linked_with_each_other_and_none_comes_twice(pairs, start):
    events = [
        {
            "id": f"event-{number}",
            "date": f"19{10 + number}",
            "links": [{"to": f"event-{b}", "kind": "led-to"} for a, b in sorted(pairs) if a == number],
        }
        for number in range(8)
    ]
    showing = Showing(small_document(*events))
    chain = chain_of(showing, [start])
    assert start in chain.ordinals
    assert len(set(chain.ordinals)) == len(chain.ordinals)
    assert [(edge.source, edge.target) for edge in chain.edges] == list(
        zip(chain.ordinals, chain.ordinals[1:], strict=False)
    )
    assert {edge.record.kind for edge in chain.edges} <= CAUSAL
    starts = showing.dates.earliest_s
    assert all(starts[a] <= starts[b] for a, b in zip(chain.ordinals, chain.ordinals[1:], strict=False))
    others = {other for step in chain.steps for other in (*step.causes, *step.effects)}
    assert not others & set(chain.ordinals)
