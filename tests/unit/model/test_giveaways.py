# SPDX-License-Identifier: MIT
"""What would tell a withheld date: works of its very year, and what begins or ends beside it."""

import pytest

from tests.sample_documents import small_document
from timeline_app.chrono.edtf import parse
from timeline_app.model.curtain import Part, Withheld
from timeline_app.model.giveaways import Giveaways


def giveaways(date: str, *, issued: str = "1959") -> Giveaways:
    document = small_document(
        {"id": "asked", "date": date, "sources": ["paper"]},
        {"id": "other", "date": "1950", "sources": ["paper"]},
        sources={"paper": {"type": "article-newspaper", "title": "A paper", "issued": issued}},
    )
    return Giveaways(document, (Withheld("asked", frozenset({Part.DATE})), Withheld("gone", frozenset())))


@pytest.mark.parametrize(
    ("date", "issued", "is_told"),
    [
        ("1959", "1959-01-01", True),
        ("1959", "1959-12-31", True),
        ("1959", "1958-12-31", False),
        ("1959", "1960-01-01", False),
        ("1959-12-31", "1960", False),
        ("1959-01-01", "1958", False),
        ("1959-12-31/1960-01-01", "1960-12-31", True),
    ],
)
def test_a_work_of_the_year_of_a_withheld_date_would_tell_it(date: str, issued: str, is_told: bool) -> None:
    assert giveaways(date, issued=issued).sources == (frozenset({"paper"}) if is_told else frozenset())


@pytest.mark.parametrize(
    ("date", "is_told"),
    [
        ("1959-12-11", False),
        ("1959-12-12", True),
        ("1959-12-14", True),
        ("1959-12-16", True),
        ("1959-12-17", False),
        ("1940/1959-12-14", True),
        ("1959-12-15/1970", True),
        ("1940/1970", False),
    ],
)
def test_what_ends_a_day_before_it_or_begins_a_day_after_it_would_tell_it(date: str, is_told: bool) -> None:
    assert giveaways("1959-12-14").tells_of(parse(date)) is is_told


def test_nothing_is_given_away_where_nothing_is_withheld() -> None:
    document = small_document({"id": "asked", "date": "1959"})
    free = Giveaways(document, ())
    assert (free.sources, free.excerpts, free.tells_of(parse("1959"))) == (frozenset(), frozenset(), False)
