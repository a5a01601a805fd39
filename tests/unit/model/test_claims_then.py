# SPDX-License-Identifier: MIT
"""At a cursor an account is told in the words of then, and a source without what is only known today."""

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.content.reader import read_exhibit
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing

EXHIBIT = """\
title: T
sources:
  paper: {title: A paper, kind: press, issued: 1959-08-14, URL: https://example.org/archive, accessed: 2026}
  text: {title: A text, kind: document, public_since: '[1959-08-13..1983-04-06]'}
  book: {title: A book, kind: scholarship, issued: 2007}
  series: {title: Articles, kind: press, issued: 1959-08-14/2004, public_since: 1959-08-14}
claims:
  day:
    about: the day
    accounts:
      - {says: "It was the 13th[, as a book has it]{since=2007}.", by: "The press[ and a book]{since=2007}", sources: [paper]}
      - {says: "[It was planned.]{since=2007}", by: "[A historian]{since=2007}", sources: [paper, book]}
    status: accepted
    conclusion: The 13th.
  late:
    about: what was planned
    accounts:
      - {says: "[Much.]{since=2007}", sources: [paper]}
  count:
    about: how many
    accounts:
      - {says: Ten., date: 1959-08-14, sources: [series]}
      - {says: Twelve., date: 2004, sources: [series]}
    status: disputed
  rumour:
    about: whether a ship was lost
    accounts:
      - {says: It was lost., sources: [paper], refuted_since: 1967}
    status: refuted
    conclusion: No ship was lost.
events:
  - {id: e, title: E, date: 1959, known: public}
  - {id: kept, title: Of the press, date: 1959, known: public, claims: {held: {about: x, status: accepted, accounts: [
      {says: Ten., date: 1959-08-14, sources: [series]}, {says: Twelve., date: 2004, sources: [series]}]}}}
"""

See = Callable[[str], Showing]


@pytest.fixture
def see(tmp_path: Path) -> See:
    """Return a function that shows the exhibit as known at a date, and as of today without one."""
    path = tmp_path / "events.yaml"
    path.write_text(EXHIBIT, encoding="utf-8")
    document = read_exhibit(path).document
    assert document is not None

    def at(date: str) -> Showing:
        return Showing(document, Lens(known_at=known_at_date(date)) if date else IDENTITY)

    return at


def test_an_account_without_words_of_then_is_not_told_and_leaves_the_question_open(see: See) -> None:
    claim = see("1960").claim("day")
    assert claim is not None
    assert [(account.says.text, str(account.by)) for account in claim.accounts] == [
        ("It was the 13th.", "The press")
    ]
    assert (claim.status, claim.conclusion) == ("undecidable", None)


def test_with_all_its_words_a_claim_is_concluded_again(see: See) -> None:
    for date in ("2007", ""):
        claim = see(date).claim("day")
        assert claim is not None
        assert len(claim.accounts) == 2
        assert (claim.status, str(claim.conclusion)) == ("accepted", "The 13th.")


def test_a_claim_of_which_nothing_could_be_said_is_not_told(see: See) -> None:
    assert see("1960").claim("late") is None
    assert see("2008").claim("late") is not None


@pytest.mark.parametrize(("date", "is_there"), [("1960", False), ("2008", True), ("", True)])
def test_what_is_not_told_is_neither_counted_nor_listed(see: See, date: str, is_there: bool) -> None:
    showing = see(date)
    counted = sum(len(group.questions) for group in showing.questions)
    assert showing.exhibit().claim_count == counted
    uses = showing.source_uses("paper")
    assert uses is not None
    assert ("late" in uses.claims) is is_there


def test_the_address_of_today_is_not_told_at_a_cursor(see: See) -> None:
    then, now = see("1960").source("paper"), see("").source("paper")
    assert then is not None
    assert now is not None
    assert (then.url, then.record.URL, then.record.accessed) == (None, "", None)
    assert (now.url, now.record.accessed) == ("https://example.org/archive", "2026")


@pytest.mark.parametrize(("date", "is_told"), [("1960", False), ("1983", True), ("", True)])
def test_the_doubt_about_a_day_is_told_once_it_is_over(see: See, date: str, is_told: bool) -> None:
    source = see(date).source("text")
    assert source is not None
    assert (source.public_since is not None) is is_told


def test_an_account_that_was_given_later_is_not_told(see: See) -> None:
    then, now = see("1960").claim("count"), see("2004").claim("count")
    assert then is not None
    assert now is not None
    assert ([account.says.text for account in then.accounts], then.status) == (["Ten."], "undecidable")
    assert ([account.says.text for account in now.accounts], now.status) == (["Ten.", "Twelve."], "disputed")


@pytest.mark.parametrize(
    ("date", "status", "conclusion"),
    [
        ("1960", "undecidable", "None"),
        ("1967", "refuted", "No ship was lost."),
        ("", "refuted", "No ship was lost."),
    ],
)
def test_a_verdict_is_not_told_before_what_it_rests_on(
    see: See, date: str, status: str, conclusion: str
) -> None:
    claim = see(date).claim("rumour")
    assert claim is not None
    assert (claim.status, str(claim.conclusion)) == (status, conclusion)
    assert claim.accounts[0].believed_then is (date == "1960")


@pytest.mark.parametrize("date", ["1960", "2004", ""])
def test_the_mark_of_an_event_tells_what_its_page_tells_of_a_claim(see: See, date: str) -> None:
    showing = see(date)
    ordinal = showing.ordinal("kept")
    assert ordinal is not None
    told = showing.event(ordinal).claims[0].status
    assert told == ("undecidable" if date == "1960" else "accepted")
    assert showing.evidence_of(ordinal).state == told


@pytest.mark.parametrize(
    ("date", "issued"), [("1960", "1959-08-14"), ("2004", "1959-08-14/2004"), ("", "1959-08-14/2004")]
)
def test_of_what_came_out_over_years_only_the_beginning_is_told(see: See, date: str, issued: str) -> None:
    source = see(date).source("series")
    assert source is not None
    assert source.record.issued == issued
