# SPDX-License-Identifier: MIT
"""Dates stand in the order in which a reader would tell them."""

from timeline_app.chrono.edtf import parse
from timeline_app.chrono.instant import LIMIT_S, year_start_s


def test_dates_sort_by_beginning_then_precision_then_end() -> None:
    texts = [
        "1960",
        "1959",
        "1959-01-01",
        "-0043",
        "1959-01",
        "1959/1967",
        "1959/1961",
        "../1985",
        "Y-66E6",
        "1959/..",
    ]
    assert sorted(texts, key=lambda text: parse(text).sort_key) == [
        "../1985",
        "Y-66E6",
        "-0043",
        "1959-01-01",
        "1959-01",
        "1959",
        "1959/1961",
        "1959/1967",
        "1959/..",
        "1960",
    ]


def test_a_date_whose_beginning_is_unknown_stands_at_its_end() -> None:
    assert parse("/1985").sort_key[0] == year_start_s(1985)
    assert parse("../1985").sort_key[0] == -LIMIT_S
    assert parse("/..").sort_key[0] == LIMIT_S
