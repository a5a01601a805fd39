# SPDX-License-Identifier: MIT
"""A net of relations gives the bounds that a slow solver gives, and tells what contradicts itself, shortly."""

from __future__ import annotations

from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline_app.chrono.constraint_net import (
    NO_EVENT,
    Contradiction,
    Range,
    Relation,
    Solution,
    solve,
)

UNKNOWN = Range()


def moment(earliest_s: int | None, latest_s: int | None) -> Range:
    return Range(earliest_s, latest_s, earliest_s, latest_s)


def after(event: int, limit_s: int) -> Relation:
    return Relation(NO_EVENT, event, limit_s)


def before(event: int, limit_s: int) -> Relation:
    return Relation(event, NO_EVENT, limit_s)


# -- by hand ------------------------------------------------------------------------------------


def test_without_relations_every_event_keeps_its_own_date() -> None:
    lasting = Range(10, 20, 30, 40)
    solution = solve([moment(5, 9), lasting, UNKNOWN], [])
    assert solution.ranges == [moment(5, 9), lasting, UNKNOWN]
    assert solution.contradictions == ()
    assert solution.way_to_earliest(0) == solution.way_to_latest(0) == ()


def test_an_undated_event_lies_between_those_before_and_after_it() -> None:
    solution = solve([moment(10, 20), UNKNOWN, moment(50, 60)], [Relation(0, 1), Relation(1, 2)])
    assert solution.ranges[1] == moment(10, 60)
    assert solution.way_to_earliest(1) == (0,)
    assert solution.way_to_latest(1) == (1,)


def test_bounds_run_through_undated_events_both_ways() -> None:
    dates = [moment(10, 20), UNKNOWN, UNKNOWN, moment(50, 60)]
    solution = solve(dates, [Relation(0, 1), Relation(1, 2), Relation(2, 3)])
    assert solution.ranges == [moment(10, 20), moment(10, 60), moment(10, 60), moment(50, 60)]
    assert solution.way_to_earliest(2) == (1, 0)
    assert solution.way_to_latest(1) == (1, 2)
    assert solution.way_to_latest(0) == ()


def test_a_dated_event_is_narrowed_by_what_is_before_and_after_it() -> None:
    year = moment(0, 365)
    solution = solve([moment(100, 101), year, moment(200, 201)], [Relation(0, 1), Relation(1, 2)])
    assert solution.ranges[1] == moment(100, 201)


def test_a_lasting_event_hands_on_its_end_and_not_its_beginning() -> None:
    solution = solve([Range(10, 20, 30, 40), UNKNOWN], [Relation(0, 1)])
    assert solution.ranges[1] == moment(30, None)


def test_a_lasting_event_must_begin_after_what_is_before_it() -> None:
    solution = solve([moment(15, 16), Range(10, 20, 30, 40)], [Relation(0, 1)])
    assert solution.ranges[1] == Range(15, 20, 30, 40)
    assert solution.way_to_earliest(1) == (0,)


def test_a_late_beginning_pushes_an_unknown_end_on() -> None:
    solution = solve([moment(15, 16), Range(10, 20, None, None), UNKNOWN], [Relation(0, 1), Relation(1, 2)])
    assert solution.ranges[1] == Range(15, 20, 15, None)
    assert solution.ranges[2] == moment(15, None)
    assert solution.way_to_earliest(2) == (1, 0)


def test_dates_bound_like_events() -> None:
    solution = solve([UNKNOWN, UNKNOWN], [after(0, 100), Relation(0, 1), before(1, 200)])
    assert solution.ranges == [moment(100, 200), moment(100, 200)]
    assert solution.way_to_earliest(1) == (1, 0)
    assert solution.way_to_latest(0) == (1, 2)


def test_two_events_that_share_a_date_as_bound_are_not_joined_by_it() -> None:
    solution = solve([UNKNOWN, UNKNOWN], [after(0, 100), before(1, 110)])
    assert solution.ranges == [moment(100, None), moment(None, 110)]


def test_of_equal_reasons_the_nearest_is_told() -> None:
    dates = [moment(10, 20), UNKNOWN, UNKNOWN]
    solution = solve(dates, [Relation(0, 1), Relation(1, 2), Relation(0, 2)])
    assert solution.way_to_earliest(2) == (2,)


def test_what_an_event_says_itself_is_no_derivation() -> None:
    solution = solve([moment(10, 20), moment(10, 20)], [Relation(0, 1)])
    assert solution.way_to_earliest(1) == ()


# -- contradictions by hand ---------------------------------------------------------------------


def test_a_chain_that_ends_before_it_begins_is_told_whole() -> None:
    dates = [moment(1953, 1954), UNKNOWN, moment(1951, 1952)]
    solution = solve(dates, [Relation(0, 1), Relation(1, 2)])
    assert solution.contradictions == (Contradiction((0, 1), 1, is_circle=False),)
    assert solution.ranges == [moment(1953, 1954), moment(1953, None), moment(1951, 1952)]


def test_a_moment_that_ends_when_the_next_begins_is_no_contradiction() -> None:
    assert solve([moment(10, 20), moment(19, 20)], [Relation(0, 1)]).contradictions == ()
    assert solve([moment(20, 30), moment(10, 20)], [Relation(0, 1)]).contradictions != ()


@pytest.mark.parametrize(
    ("relations", "circle"),
    [
        ([Relation(0, 0)], (0,)),
        ([Relation(0, 1), Relation(1, 0)], (0, 1)),
        ([Relation(1, 0), Relation(0, 1)], (1, 0)),
        ([Relation(2, 0), Relation(0, 1), Relation(1, 2)], (1, 2, 0)),
    ],
)
def test_a_circle_is_told_from_its_lowest_event_on(
    relations: list[Relation], circle: tuple[int, ...]
) -> None:
    solution = solve([UNKNOWN] * 3, relations)
    assert solution.contradictions == (Contradiction(circle, circle[-1], is_circle=True),)


def test_the_shortest_of_several_circles_is_told() -> None:
    around = [Relation(0, 1), Relation(1, 2), Relation(2, 3), Relation(3, 0)]
    solution = solve([UNKNOWN] * 4, [*around, Relation(2, 1)])
    assert solution.contradictions == (Contradiction((1, 4), 1, is_circle=True),)
    solution = solve([UNKNOWN] * 6, [*around, Relation(2, 4), Relation(4, 5), Relation(5, 4)])
    assert [found.chain for found in solution.contradictions] == [(0, 1, 2, 3), (5, 6)]


def test_of_a_circle_only_the_part_that_cannot_be_true_by_its_dates_is_told() -> None:
    dates = [UNKNOWN, UNKNOWN, moment(30, 40), UNKNOWN, moment(10, 20)]
    around = [Relation(0, 1), Relation(1, 2), Relation(2, 3), Relation(3, 4), Relation(4, 0)]
    assert solve(dates, around).contradictions == (Contradiction((2, 3), 3, is_circle=False),)
    dates = [moment(10, 20), UNKNOWN, UNKNOWN, UNKNOWN, moment(30, 40)]
    assert solve(dates, around).contradictions == (Contradiction((4,), 4, is_circle=False),)


def test_the_shortest_of_several_chains_is_told() -> None:
    dates = [moment(70, 71), UNKNOWN, UNKNOWN, moment(60, 61), moment(50, 51)]
    relations = [Relation(0, 1), Relation(1, 2), Relation(2, 4), Relation(3, 2)]
    assert solve(dates, relations).contradictions == (Contradiction((3, 2), 2, is_circle=False),)


def test_contradictions_apart_from_each_other_are_each_told_once_and_the_rest_is_solved() -> None:
    dates = [moment(90, 91), moment(80, 81), UNKNOWN, UNKNOWN, moment(5, 6), UNKNOWN]
    relations = [Relation(0, 1), Relation(2, 3), Relation(3, 2), Relation(4, 5)]
    solution = solve(dates, relations)
    assert {found.chain for found in solution.contradictions} == {(0,), (1, 2)}
    assert solution.ranges[5] == moment(5, None)


@pytest.mark.parametrize(
    ("date", "relations", "chains"),
    [
        (moment(10, 20), [after(0, 20)], [(0,)]),
        (moment(10, 20), [before(0, 10)], [(0,)]),
        (moment(10, 20), [after(0, 19), before(0, 11)], [(0, 1)]),
        (UNKNOWN, [after(0, 30), before(0, 20), before(0, 40)], [(0, 1)]),
        (UNKNOWN, [before(0, 20), after(0, 30), after(0, 10)], [(1, 0)]),
        (Range(10, 20, 30, 40), [before(0, 30)], [(0,)]),
    ],
)
def test_dates_that_bound_an_event_contradict_its_own_or_each_other(
    date: Range, relations: list[Relation], chains: list[tuple[int, ...]]
) -> None:
    assert [found.chain for found in solve([date], relations).contradictions] == chains


def test_one_false_relation_in_the_midst_of_true_ones_is_the_one_that_goes() -> None:
    """Three late events before it and three early ones after it speak against it, one alone against all others."""
    dates = [moment(70, 80)] * 3 + [UNKNOWN] * 4 + [moment(10, 20)] * 3
    before_it = [Relation(event, 3) for event in range(3)]
    after_it = [Relation(6, event) for event in range(7, 10)]
    chain = [Relation(3, 4), Relation(5, 6)]
    relations = [*before_it, *chain, Relation(4, 5), *after_it]
    (found,) = solve(dates, relations).contradictions
    assert len(found.chain) == 5
    assert found.dropped in (3, 4, 5)
    with_hints = [*relations, Relation(0, 4), Relation(5, 7)]
    (found,) = solve(dates, with_hints).contradictions
    assert found == Contradiction((9, 5, 10), 5, is_circle=False)


def test_one_false_relation_that_closes_several_circles_goes() -> None:
    relations = [Relation(0, 1), Relation(1, 2), Relation(2, 0), Relation(0, 3), Relation(3, 2)]
    (found,) = solve([UNKNOWN] * 4, relations).contradictions
    assert found == Contradiction((0, 1, 2), 2, is_circle=True)
    relations = [Relation(1, 0), Relation(0, 2), Relation(2, 1), Relation(0, 3), Relation(3, 1)]
    (found,) = solve([UNKNOWN] * 4, relations).contradictions
    assert found == Contradiction((1, 2, 0), 0, is_circle=True)
    relations = [Relation(0, 1), Relation(1, 2), Relation(2, 0), Relation(1, 3), Relation(3, 0)]
    (found,) = solve([UNKNOWN] * 4, relations).contradictions
    assert found == Contradiction((0, 1, 2), 0, is_circle=True)


def test_a_chain_may_begin_and_end_with_dates() -> None:
    relations = [after(0, 50), Relation(0, 1), before(1, 40)]
    assert solve([UNKNOWN, UNKNOWN], relations).contradictions == (
        Contradiction((0, 1, 2), 2, is_circle=False),
    )


def test_a_date_that_cannot_hold_together_bounds_nothing() -> None:
    solution = solve([Range(30, 40, 10, 20), UNKNOWN], [Relation(0, 1)])
    assert solution.ranges[1] == UNKNOWN
    assert solution.contradictions == ()


def test_the_answer_does_not_depend_on_the_order_of_relations_that_differ() -> None:
    dates = [moment(10, 20), UNKNOWN, UNKNOWN, moment(5, 9)]
    relations = [Relation(0, 1), Relation(1, 2), Relation(2, 3)]
    first, second = solve(dates, relations), solve(dates, relations[::-1])
    assert first.ranges == second.ranges
    assert _named(first, first.contradictions[0].chain) == _named(second, second.contradictions[0].chain)


def _named(solution: Solution, chain: tuple[int, ...]) -> list[Relation]:
    return [solution.relations[number] for number in chain]


# -- against a slow solver ----------------------------------------------------------------------

Edge = tuple[int, int, int]


def oracle(dates: list[Range], relations: list[Relation]) -> list[Range] | None:
    """Solve by Bellman and Ford over all beginnings and ends at once; None if it cannot be.

    Every bound is a difference to the moment 0: `u + weight >= v` for each edge. Circles of relations are
    found apart: whole seconds alone would let all events of a circle happen at the same moment.
    """
    if _has_circle(len(dates), relations):
        return None
    zero = 2 * len(dates)
    edges: list[Edge] = []
    for event, date in enumerate(dates):
        edges.append((2 * event + 1, 2 * event, 0))
        for point, (earliest_s, latest_s) in zip((0, 1), (date[:2], date[2:]), strict=True):
            if earliest_s is not None:
                edges.append((2 * event + point, zero, -earliest_s))
            if latest_s is not None:
                edges.append((zero, 2 * event + point, latest_s - 1))
    for earlier, later, limit_s in relations:
        if earlier == NO_EVENT:
            edges.append((2 * later, zero, -limit_s))
        elif later == NO_EVENT:
            edges.append((zero, 2 * earlier + 1, limit_s - 1))
        else:
            edges.append((2 * later, 2 * earlier + 1, 0))
    farthest = _distances(edges, zero, zero + 1)
    nearest = _distances([(end, start, weight) for start, end, weight in edges], zero, zero + 1)
    if farthest is None or nearest is None:
        return None
    found = []
    for start in range(0, 2 * len(dates), 2):
        (first, last), (first_end, last_end) = (
            (None if low is None else -low, None if high is None else high + 1)
            for low, high in zip(nearest[start : start + 2], farthest[start : start + 2], strict=True)
        )
        found.append(Range(first, last, first_end, last_end))
    return found


def _distances(edges: list[Edge], start: int, count: int) -> list[int | None] | None:
    """Return the shortest distances from a point, None if some circle of edges is shorter than nothing."""
    if _has_negative_circle(edges, count):
        return None
    distance: list[int | None] = [None] * count
    distance[start] = 0
    changed = True
    while changed:
        changed = False
        for tail, head, weight in edges:
            at, other = distance[tail], distance[head]
            if at is not None and (other is None or at + weight < other):
                distance[head], changed = at + weight, True
    return distance


def _has_negative_circle(edges: list[Edge], count: int) -> bool:
    distance = [0] * count
    for _ in range(count + 1):
        before_it = list(distance)
        for tail, head, weight in edges:
            distance[head] = min(distance[head], distance[tail] + weight)
        if distance == before_it:
            return False
    return True


def _has_circle(count: int, relations: list[Relation]) -> bool:
    """Tell whether an event comes before itself (Warshall)."""
    comes = {(earlier, later) for earlier, later, _ in relations if NO_EVENT not in (earlier, later)}
    if comes:
        for middle, first, last in product(range(count), repeat=3):
            if (first, middle) in comes and (middle, last) in comes:
                comes.add((first, last))
    return any((event, event) in comes for event in range(count))


COUNT = 5
_bounds = st.tuples(st.integers(0, 60), st.integers(1, 25)).map(lambda pair: (pair[0], sum(pair)))
_moments = st.tuples(_bounds, st.booleans(), st.booleans()).map(
    lambda drawn: moment(drawn[0][0] if drawn[1] else None, drawn[0][1] if drawn[2] else None)
)
_lasting = st.lists(st.integers(0, 80), min_size=4, max_size=4, unique=True).map(
    lambda points: Range(*sorted(points))
)
_dates = st.lists(st.one_of(_moments, _moments, _lasting, st.just(UNKNOWN)), min_size=COUNT, max_size=COUNT)
_events = st.integers(0, COUNT - 1)
_pairs = st.builds(Relation, _events, _events)
_ordered_pairs = (
    st.tuples(_events, _events).filter(lambda pair: pair[0] < pair[1]).map(lambda pair: Relation(*pair))
)
_limits = st.one_of(
    st.builds(after, _events, st.integers(0, 80)), st.builds(before, _events, st.integers(1, 90))
)
_nets = st.lists(st.one_of(_ordered_pairs, _ordered_pairs, _pairs, _limits), max_size=9, unique=True)


@given(_dates, _nets)
@settings(max_examples=150)
def test_bounds_are_those_of_a_slow_solver_and_so_is_the_verdict(
    dates: list[Range], relations: list[Relation]
) -> None:
    expected, solution = oracle(dates, relations), solve(dates, relations)
    assert (solution.contradictions == ()) is (expected is not None)
    kept = [relation for number, relation in enumerate(relations) if number not in _dropped(solution)]
    assert solution.ranges == oracle(dates, kept)


@given(_dates, st.lists(st.one_of(_pairs, _limits), max_size=12, unique=True))
@settings(max_examples=150)
def test_no_relation_of_a_chain_can_be_spared(dates: list[Range], relations: list[Relation]) -> None:
    for found in solve(dates, relations).contradictions:
        chain = [relations[number] for number in found.chain]
        assert oracle(dates, chain) is None
        for number in range(len(chain)):
            assert oracle(dates, chain[:number] + chain[number + 1 :]) is not None
        assert found.dropped in found.chain


@given(_dates, st.lists(st.one_of(_pairs, _limits), max_size=12, unique=True))
def test_each_contradiction_is_told_once(dates: list[Range], relations: list[Relation]) -> None:
    contradictions = solve(dates, relations).contradictions
    dropped = [found.dropped for found in contradictions]
    assert len(set(dropped)) == len(dropped)
    for index, found in enumerate(contradictions):
        assert not set(found.chain) & set(dropped[:index])


@given(_dates, _nets, _events, st.integers(0, 10), st.integers(0, 10))
def test_widening_a_date_never_narrows_an_answer(
    dates: list[Range], relations: list[Relation], event: int, earlier_s: int, later_s: int
) -> None:
    before_it = solve(dates, relations)
    if before_it.contradictions:
        return
    wider = list(dates)
    wider[event] = Range(
        *(
            None if bound is None else bound + (later_s if index % 2 else -earlier_s)
            for index, bound in enumerate(dates[event])
        )
    )
    after_it = solve(wider, relations)
    assert after_it.contradictions == ()
    for narrow, wide in zip(before_it.ranges, after_it.ranges, strict=True):
        for index, (bound, other) in enumerate(zip(narrow, wide, strict=True)):
            assert other is None or (bound is not None and (bound <= other if index % 2 else bound >= other))


@given(_dates, _nets)
def test_ways_lead_to_where_the_bound_is_known_from(dates: list[Range], relations: list[Relation]) -> None:
    solution = solve(dates, relations)
    for event in range(COUNT):
        earliest, latest = solution.way_to_earliest(event), solution.way_to_latest(event)
        if earliest:
            assert solution.ranges[event].start_earliest_s == _floor_at(relations[earliest[-1]], dates)
        if latest:
            assert solution.ranges[event].end_latest_s == _ceiling_at(relations[latest[-1]], dates)


def _floor_at(relation: Relation, dates: list[Range]) -> int | None:
    if relation.earlier == NO_EVENT:
        return relation.limit_s
    own = [bound for bound in dates[relation.earlier][::2] if bound is not None]
    return max(own) if own else None


def _ceiling_at(relation: Relation, dates: list[Range]) -> int | None:
    if relation.later == NO_EVENT:
        return relation.limit_s
    own = [bound for bound in dates[relation.later][1::2] if bound is not None]
    return min(own) if own else None


@given(st.lists(st.builds(Relation, st.integers(0, 4), st.integers(0, 4)), max_size=14, unique=True))
def test_the_first_circle_of_a_net_is_a_shortest_one(relations: list[Relation]) -> None:
    solution = solve([UNKNOWN] * 5, relations)
    shortest = _shortest_circle(relations)
    lengths = [len(found.chain) for found in solution.contradictions]
    assert (min(lengths) if lengths else None) == shortest


def _shortest_circle(relations: list[Relation]) -> int | None:
    pairs = {(earlier, later) for earlier, later, _ in relations}
    ways, length = pairs, 1
    while length <= 5:
        if any(first == last for first, last in ways):
            return length
        ways = {(first, last) for first, middle in ways for other, last in pairs if other == middle}
        length += 1
    return None


@given(st.integers(0, 10_000))
@settings(max_examples=60)
def test_of_one_relation_the_wrong_way_round_in_a_true_net_each_chain_tells(seed: int) -> None:
    """Dates alone do not always show which relation is the wrong one: of these 10,001 nets 3 need three chains."""
    chance = Random(seed)
    days = sorted(chance.sample(range(200), 14))
    dates = [moment(day - 2, day + 3) if chance.random() < 0.5 else UNKNOWN for day in days]
    # Sorted by themselves: a set's own order could differ from one Python to the next.
    pairs = sorted({(min(pair), max(pair)) for pair in (chance.sample(range(14), 2) for _ in range(22))})
    true_ones = [Relation(earlier, later) for earlier, later in pairs]
    assert solve(dates, true_ones).contradictions == ()
    false_one = Relation(chance.randint(9, 13), chance.randint(0, 4))
    found = solve(dates, [*true_ones, false_one]).contradictions
    assert len(found) <= 3
    for each in found:
        assert len(true_ones) in each.chain


def test_a_false_relation_past_which_many_ways_lead_on_goes() -> None:
    """Both early dates can be reached by what follows on the false relation too: only the ways tell it apart."""
    dates = [moment(180, 190), UNKNOWN, moment(10, 20), moment(30, 40)]
    relations = [Relation(1, 2), Relation(1, 3), Relation(2, 3), Relation(0, 1)]
    (found,) = solve(dates, relations).contradictions
    assert found == Contradiction((3, 0), 3, is_circle=False)
    dates = [moment(180, 190), moment(160, 170), UNKNOWN, moment(10, 20)]
    relations = [Relation(1, 0), Relation(0, 2), Relation(1, 2), Relation(2, 3)]
    (found,) = solve(dates, relations).contradictions
    assert found == Contradiction((1, 3), 3, is_circle=False)


def _dropped(solution: Solution) -> set[int]:
    return {found.dropped for found in solution.contradictions}


# -- very tangled nets --------------------------------------------------------------------------


def test_a_net_too_tangled_for_the_shortest_circles_is_still_untangled(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("timeline_app.chrono.net_circles.LOOKS", 0)
    relations = [Relation(a, b) for a in range(6) for b in range(6) if a != b]
    solution = solve([UNKNOWN] * 6, relations)
    kept = [relation for number, relation in enumerate(relations) if number not in _dropped(solution)]
    assert oracle([UNKNOWN] * 6, kept) is not None
    for found in solution.contradictions:
        chain = [relations[number] for number in found.chain]
        assert [step.later for step in chain] == [step.earlier for step in chain[1:]] + [chain[0].earlier]


def test_a_long_chain_needs_no_deep_recursion() -> None:
    count = 5_000
    dates = [moment(10, 20), *[UNKNOWN] * (count - 2), moment(5, 9)]
    relations = [Relation(event, event + 1) for event in range(count - 1)]
    assert len(solve(dates, relations).contradictions[0].chain) == count - 1
    circle = solve([UNKNOWN] * count, [*relations, Relation(count - 1, 0)])
    assert len(circle.contradictions[0].chain) == count
