# SPDX-License-Identifier: MIT
"""Solving a net of relations, against graphlib's bare topological order of the same graph."""

import argparse
import random
from graphlib import TopologicalSorter

from benchmarks.measure import milliseconds, report, spread
from timeline_app.chrono.constraint_net import Range, Relation, Solution, solve
from timeline_app.chrono.instant import DAY_S

LIMIT_MS = 1000.0
SEED = 1959
FIRST_DAY, LAST_DAY = -8_000, 12_000
DATED_SHARE = 0.3
REACH = 400
"""A relation joins events that are at most so many apart, as an author would write them."""


def main() -> None:
    """Solve a true net, and the same net with one relation the wrong way round."""
    parser = argparse.ArgumentParser(description="Measure the solving of a net of relations.")
    parser.add_argument("--events", type=int, default=10_000)
    parser.add_argument("--relations", type=int, default=20_000)
    asked = parser.parse_args()
    dates, relations = net(asked.events, asked.relations)
    # The end of the net before its beginning: a circle through all of it.
    circle = [*relations, Relation(asked.events - 1, 0)]
    late_dates, late_relations = with_late_date(dates, relations)
    ours = spread(milliseconds(lambda: solve(dates, relations)))
    with_circle = spread(milliseconds(lambda: solve(dates, circle)))
    with_date = spread(milliseconds(lambda: solve(late_dates, late_relations)))
    bare = spread(milliseconds(lambda: bare_order(len(dates), relations)))
    if solve(dates, relations).contradictions:
        raise SystemExit("the net can be true, but was told not to be")
    report(
        "net",
        events=len(dates),
        relations=len(relations),
        ours=ours,
        with_a_planted_circle={**with_circle, "chains": chain_lengths(solve(dates, circle))},
        with_a_planted_date={**with_date, "chains": chain_lengths(solve(late_dates, late_relations))},
        reference="graphlib.TopologicalSorter over the same graph: an order alone, no bounds",
        reference_times=bare,
        ratio=round(ours["median_ms"] / bare["median_ms"], 2),
        limit_ms=LIMIT_MS,
        within=max(each["median_ms"] for each in (ours, with_circle, with_date)) <= LIMIT_MS,
    )


def net(event_count: int, relation_count: int) -> tuple[list[Range], list[Relation]]:
    """Return a net that can be true: events with hidden days, some of them dated, and relations between them."""
    chance = random.Random(SEED)
    days = sorted(chance.randint(FIRST_DAY, LAST_DAY) for _ in range(event_count))
    dates = [_date(day, chance) if chance.random() < DATED_SHARE else Range() for day in days]
    relations: list[Relation] = []
    while len(relations) < relation_count:
        earlier = chance.randrange(event_count - 1)
        later = min(earlier + chance.randint(1, REACH), event_count - 1)
        relations.append(Relation(earlier, later))
    return dates, relations


def _date(day: int, chance: random.Random) -> Range:
    start_s = (day - chance.randint(0, 200)) * DAY_S
    end_s = (day + 1 + chance.randint(0, 200)) * DAY_S
    return Range(start_s, end_s, start_s, end_s)


def with_late_date(dates: list[Range], relations: list[Relation]) -> tuple[list[Range], list[Relation]]:
    """Return the net with six more events: the first is over after the last by its date has ended."""
    count = len(dates)
    late, early = (
        Range(day * DAY_S, (day + 1) * DAY_S, day * DAY_S, (day + 1) * DAY_S) for day in (LAST_DAY, FIRST_DAY)
    )
    chain = [Relation(event, event + 1) for event in range(count, count + 5)]
    return [*dates, late, *(Range() for _ in range(4)), early], [*relations, *chain]


def chain_lengths(solution: Solution) -> list[int]:
    """Return how many relations each contradiction is told by."""
    return [len(found.chain) for found in solution.contradictions]


def bare_order(event_count: int, relations: list[Relation]) -> list[int]:
    """Return an order of time by the standard library."""
    sorter: TopologicalSorter[int] = TopologicalSorter(dict.fromkeys(range(event_count), ()))
    for earlier, later, _ in relations:
        sorter.add(later, earlier)
    return list(sorter.static_order())


if __name__ == "__main__":
    main()
