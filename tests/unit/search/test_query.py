# SPDX-License-Identifier: MIT
"""What a reader types is taken apart, whatever it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.search.folding import runs_of
from timeline_app.search.query import FieldTerm, Query, Term, parse_query


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("", Query()),
        ("  \t ", Query()),
        ("Red cro", Query((Term("red"), Term("cro")))),
        ('"Red Cross" ship', Query((Term("red cross", is_whole=True), Term("ship")))),
        ("「帰国 事業」", Query((Term("帰国 事業", is_whole=True),))),
        ('"not closed', Query((Term("not closed", is_whole=True),))),
        ("ship SHIP Ship", Query((Term("ship"),))),
        ("lane:japan", Query(fields=(FieldTerm("lane", "japan"),))),
        ("LANE：japan", Query(fields=(FieldTerm("lane", "japan"),))),
        (
            'person:"Kim Il Sung" 1959',
            Query((Term("1959"),), (FieldTerm("person", "Kim Il Sung", is_whole=True),)),
        ),
        ("date:1956/1958", Query(fields=(FieldTerm("date", "1956/1958"),))),
        ("colour:red", Query((Term("colour red"),), unknown=("colour",))),
        ("lane:", Query((Term("lane:"),))),
        ("?! …", Query()),
        ("北朝鮮", Query((Term("北朝鮮"),))),
    ],
)
def test_what_is_typed(typed: str, expected: Query) -> None:
    assert parse_query(typed) == expected


def test_nothing_asked_is_empty() -> None:
    assert parse_query(" ").is_empty
    assert not parse_query("a").is_empty
    assert not parse_query("tag:a").is_empty


@given(st.text())
def test_anything_can_be_typed(typed: str) -> None:
    query = parse_query(typed)
    assert all(list(runs_of(term.text)) for term in query.terms)
