# SPDX-License-Identifier: MIT
"""How events stand in the light of evidence: seals, covers and signs, each asked for once."""

import pytest

from tests.evidence_exhibits import (
    ALONE,
    BARE,
    DENIED,
    DISPUTED,
    KNOWN,
    LONG_AGO,
    PART,
    POSSIBLE,
    RUMOUR,
    VEILED,
    evidence_exhibit,
)
from tests.stages import ENGLISH
from timeline_app.model.evidence_grade import LEAST_SETTLED_FIRST, EventEvidence
from timeline_app.model.known_at import known_at_date
from timeline_app.model.lens import IDENTITY, Lens
from timeline_app.model.showing import Showing
from timeline_app.scene.items import Cover, SealFill, SealShape, Sign
from timeline_app.scene.standings import FILLS, PLAIN, StandingBook, evidence_in_words

IN_1960 = Lens(known_at=known_at_date("1960"))


def book(lens=IDENTITY) -> StandingBook:
    return StandingBook(Showing(evidence_exhibit(), lens), ENGLISH)


@pytest.mark.parametrize(
    ("ordinal", "lines", "fill"),
    [
        (LONG_AGO, 3, SealFill.SETTLED),
        (KNOWN, 1, SealFill.SETTLED),
        (PART, 2, SealFill.SETTLED),
        (BARE, 0, SealFill.SETTLED),
        (DISPUTED, 3, SealFill.DISPUTED),
    ],
)
def test_a_seal_tells_lines_by_its_sides_and_the_conclusion_by_its_filling(ordinal, lines, fill):
    assert book().seal(ordinal).shape == SealShape(lines, fill)


def test_a_seal_is_said_in_words():
    seals = book()
    assert seals.seal(DISPUTED).words == "3 independent lines of evidence; disputed"
    assert seals.seal(KNOWN).words == "1 independent line of evidence; not disputed in what was read"
    assert seals.seal(BARE).words == "No line of evidence; not disputed in what was read"


@pytest.mark.parametrize("state", LEAST_SETTLED_FIRST)
def test_every_conclusion_has_a_filling_and_words(state):
    assert FILLS[state] in SealFill
    assert "⟦" not in evidence_in_words(EventEvidence(2, state), ENGLISH)


def test_more_than_three_lines_are_counted_in_words_alone():
    assert evidence_in_words(EventEvidence(7), ENGLISH).startswith("7 independent lines of evidence")


def test_without_cursor_and_with_all_sources_every_event_stands_plainly():
    standings = book()
    assert {standings.standing(ordinal) for ordinal in range(10)} == {PLAIN}


@pytest.mark.parametrize(
    ("ordinal", "signs", "words"),
    [
        (RUMOUR, [Sign.RUMOUR], "Known only as a rumour"),
        (PART, [Sign.PART], "Known only in part"),
        (DENIED, [Sign.DENIED], "Told, and denied"),
        (POSSIBLE, [Sign.POSSIBLE], "Perhaps known by then: the date is in doubt"),
        (LONG_AGO, [], ""),
    ],
)
def test_at_a_cursor_signs_tell_how_surely_and_how_far_an_event_was_known(ordinal, signs, words):
    standing = book(IN_1960).standing(ordinal)
    assert [told.sign for told in standing.signs] == signs
    assert standing.cover is Cover.PLAIN
    assert standing.words.startswith(words)


def test_an_event_of_which_nobody_knows_when_it_became_public_is_hatched():
    standing = book(IN_1960).standing(VEILED)
    assert (standing.cover, standing.signs) == (Cover.HATCHED, ())
    assert standing.words == "We do not know when this became public"


def test_an_event_that_was_public_though_later_sources_are_cited_says_so():
    standing = book(Lens(known_at=known_at_date("1957"))).standing(KNOWN)
    assert standing.words == "Public then; we cite later sources"


def test_what_rests_on_nothing_more_is_an_outline_and_what_lost_a_line_has_a_sign():
    standings = book(Lens(sources_off=frozenset({"gazette"})))
    assert standings.standing(ALONE).cover is Cover.OUTLINED
    assert standings.standing(ALONE).words == "This exhibit would have no source for this"
    lost = standings.standing(LONG_AGO)
    assert (lost.cover, [told.sign for told in lost.signs]) == (Cover.PLAIN, [Sign.LOSS])
    assert lost.words == "This has lost one of its lines of evidence"
    assert standings.standing(PART) == PLAIN


def test_loss_and_knowledge_are_told_together():
    lens = Lens(known_at=known_at_date("1960"), sources_off=frozenset({"ledger"}))
    standing = book(lens).standing(PART)
    assert [told.sign for told in standing.signs] == [Sign.PART, Sign.LOSS]
    assert standing.words == "Known only in part. This has lost one of its lines of evidence"


def test_each_is_asked_for_once():
    showing = Showing(evidence_exhibit(), IN_1960)
    asked: list[int] = []
    answer = showing.evidence_of

    def counting(ordinal: int) -> EventEvidence:
        asked.append(ordinal)
        return answer(ordinal)

    showing.evidence_of = counting  # type: ignore[method-assign]
    standings = StandingBook(showing, ENGLISH)
    for _ in range(3):
        standings.seal(KNOWN)
        assert standings.standing(KNOWN) is standings.standing(KNOWN)
    assert asked == [KNOWN]


def test_the_other_dates_of_an_event_are_those_that_accounts_give_it_and_that_are_not_its_own():
    ghosts = book().ghosts(DISPUTED)
    assert [(ghost.date.edtf, ghost.by.text, ghost.claim) for ghost in ghosts] == [
        ("1956-06-20", "the history", "when"),
        ("1954", "Some time in 1954.", "when"),
    ]
    assert book().ghosts(KNOWN) == ()
    assert book(IN_1960).ghosts(VEILED) == ()


def test_at_a_cursor_only_accounts_in_print_give_dates():
    ghosts = book(Lens(known_at=known_at_date("1957"))).ghosts(DISPUTED)
    assert [ghost.date.edtf for ghost in ghosts] == ["1956-06-20"]
