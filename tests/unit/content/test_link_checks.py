# SPDX-License-Identifier: MIT
"""Causes before effects, and no circles among lanes and sources."""

from collections.abc import Callable

import pytest

from timeline_app.content.link_checks import circle_closers
from timeline_app.content.reader import Reading


@pytest.mark.parametrize(
    ("cause", "effect", "is_possible"),
    [
        ("1959", "1959-08-13", True),  # The year may have begun before the day.
        ("1959-08-14", "1959-08-13", False),
        ("1959-08-13", "1959-08-13", True),
        ("1960", "1959", False),
        ("1960~", "1959", True),  # About 1960 may be 1958.
        ("1960?", "1959", False),
        ("1955/1958", "1956", True),
        ("1957/1958", "1956/1990", False),
        ("[1955,1961]", "1958", True),
        ("1960", "[1955,1961]", True),
        ("1962", "[1955,1961]", False),
        ("1962", "../1961", True),
        ("1962", "/1961", True),
        ("1962/..", "1961", False),
    ],
)
def test_a_cause_cannot_begin_after_its_effect(
    cause: str, effect: str, is_possible: bool, read: Callable[[str], Reading]
) -> None:
    for kind, first, second in (("led-to", cause, effect), ("response-to", effect, cause)):
        reading = read(
            f"title: T\nevents:\n  - {{id: a, title: A, date: '{first}', links: [{{to: b, kind: {kind}}}]}}\n"
            f"  - {{id: b, title: B, date: '{second}'}}\n"
        )
        assert [problem.code for problem in reading.problems] == (
            [] if is_possible else ["cause-after-effect"]
        )
        assert reading.document is not None
        assert len(reading.document.links) == (1 if is_possible else 0)


def test_other_links_have_no_order_in_time(read: Callable[[str], Reading]) -> None:
    text = (
        "title: T\nevents:\n  - {id: a, title: A, date: 1990, links: [{to: b, kind: part-of}, {to: c, kind: led-to}]}\n"
        "  - {id: b, title: B, date: 1955}\n  - {id: c, title: C}\n"
    )
    assert read(text).problems == ()


def test_circles_are_opened_where_they_close() -> None:
    assert circle_closers({"a": ("b",), "b": ("c",), "c": ()}) == set()
    assert circle_closers({"a": ("b",), "b": ("a",)}) == {("b", "a")}
    assert circle_closers({"a": ("a",)}) == {("a", "a")}
    assert circle_closers({"a": ("b", "c"), "b": ("d",), "c": ("d",), "d": ()}) == set()
    assert circle_closers({"a": ("b",), "b": ("c",), "c": ("b",), "d": ("a", "none")}) == {("c", "b")}


def test_long_chains_are_no_circles() -> None:
    chain = {str(n): (str(n + 1),) for n in range(50_000)}
    assert circle_closers(chain) == set()
    chain["50000"] = ("0",)
    assert circle_closers(chain) == {("50000", "0")}
