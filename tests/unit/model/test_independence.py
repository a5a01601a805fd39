# SPDX-License-Identifier: MIT
"""Independent lines of evidence: hand-counted cases, and the laws that hold for all."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.text_value import TextValue
from timeline_app.model import records
from timeline_app.model.independence import Derivations, most_disjoint

NAMES = tuple("abcdefgh")


def derivations(**parents: str) -> Derivations:
    """Return works by name, each with the letters of those on which it rests."""
    return Derivations(
        {name: records.Source(TextValue.plain(name), derives_from=tuple(on)) for name, on in parents.items()}
    )


def test_nothing_makes_no_line() -> None:
    assert derivations(a="").lines_of([]) == 0


def test_works_that_share_nothing_count_each() -> None:
    assert derivations(a="", b="", c="").lines_of("abc") == 3


def test_a_work_and_its_retelling_are_one_line() -> None:
    works = derivations(a="", b="a", c="b")
    assert works.lines_of("ac") == 1
    assert works.lines_of("abc") == 1


def test_two_retellings_of_a_work_that_nobody_cites_are_one_line() -> None:
    assert derivations(a="", b="a", c="a").lines_of("bc") == 1


def test_a_work_that_joins_two_others_leaves_them_independent() -> None:
    works = derivations(a="", b="", c="ab")
    assert works.lines_of("abc") == 2
    assert works.lines_of("ab") == 2
    assert works.lines_of("c") == 1


def test_a_chain_of_shared_origins_counts_every_second_one() -> None:
    # b and c share y, c and d share z: b and d are independent, c of neither.
    works = derivations(x="", y="", z="", w="", b="xy", c="yz", d="zw")
    assert works.lines_of("bcd") == 2


def test_five_in_a_ring_make_two_lines() -> None:
    ring = {frozenset({str(place), str((place + 1) % 5)}) for place in range(5)}
    assert most_disjoint(ring) == 2


def test_circles_and_unknown_names_do_no_harm() -> None:
    works = derivations(a="b", b="a", c="?")
    assert works.origins_of("a") == {"a", "b"}
    assert works.lines_of(["a", "b", "c", "nobody"]) == 2


def test_heirs_are_all_that_rest_on_a_work() -> None:
    works = derivations(a="", b="a", c="b", d="")
    assert works.heirs_of("a") == {"b", "c"}
    assert works.with_heirs(["b", "d"]) == {"b", "c", "d"}
    assert works.heirs_of("d") == frozenset()


def test_a_hundred_pairs_that_meet_are_counted_without_trying_all() -> None:
    # Pairs of forty origins: a perfect matching takes twenty of them.
    pairs = {frozenset({str(place), str((place * 7 + step) % 40)}) for place in range(40) for step in (1, 3)}
    assert most_disjoint({pair for pair in pairs if len(pair) == 2}) >= 18


works_strategy = st.builds(
    lambda rows: derivations(**dict(zip(NAMES, rows, strict=True))),
    st.tuples(*[st.text(alphabet="".join(NAMES), max_size=3)] * len(NAMES)),
)
chosen_strategy = st.sets(st.sampled_from(NAMES))


def by_trying_all(works: Derivations, chosen: set[str]) -> int:
    """Return the number of lines by looking at every choice of works."""
    origins = {name: works.origins_of(name) for name in chosen}
    for size in range(len(chosen), 0, -1):
        for choice in combinations(sorted(chosen), size):
            if all(not origins[one] & origins[other] for one, other in combinations(choice, 2)):
                return size
    return 0


@given(works_strategy, chosen_strategy)
def test_lines_are_the_most_that_share_no_origin(works: Derivations, chosen: set[str]) -> None:
    assert works.lines_of(chosen) == by_trying_all(works, chosen)


@given(works_strategy, chosen_strategy, st.sampled_from(NAMES))
def test_taking_a_work_away_never_raises_the_number(works: Derivations, chosen: set[str], gone: str) -> None:
    assert works.lines_of(chosen - {gone}) <= works.lines_of(chosen)


@given(works_strategy, chosen_strategy)
def test_heirs_and_origins_tell_the_same(works: Derivations, chosen: set[str]) -> None:
    for name in NAMES:
        assert works.heirs_of(name) == {one for one in NAMES if name in works.origins_of(one)} - {name}
    assert works.with_heirs(chosen) == {one for one in NAMES if works.origins_of(one) & chosen}
