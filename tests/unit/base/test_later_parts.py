# SPDX-License-Identifier: MIT
"""The parts of texts that were learnt later: kept, unwrapped or left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.base.later_parts import kept_markup, plain_words
from timeline_app.base.text_value import Reader, TextStatus, TextValue


class Until:
    """Holds back what was learnt after a year."""

    def __init__(self, year: int) -> None:
        self.year = year

    def holds_back(self, since: str) -> bool:
        return int(since) > self.year


THEN = Until(1960)


@pytest.mark.parametrize(
    ("text", "today", "then"),
    [
        ("Ships from Minase", "Ships from Minase", "Ships from Minase"),
        ("Ships [and what for]{since=2004}", "Ships and what for", "Ships"),
        ("Ships [and what for]{since=1959}", "Ships and what for", "Ships and what for"),
        ("[Secret]{since=2004} ships", "Secret ships", "ships"),
        ("The [secret]{since=2004} ships", "The secret ships", "The ships"),
        ("Ships [of the state]{since=2004}.", "Ships of the state.", "Ships."),
        ("Ships [, at last]{since=2004}: a list", "Ships , at last: a list", "Ships: a list"),
        ("船[の目的]{since=2004}の名", "船の目的の名", "船の名"),
        ("[All of it]{since=2004}", "All of it", ""),
        ('[a]{since="2004"} b', "a b", "b"),
        ('a [b]{cite="#x" since=2004}', "a b", "a"),
        ("a [b [c]{since=2004} d]{since=1950} e", "a b c d e", "a b d e"),
        ("a [b [c]{since=1950} d]{since=2004} e", "a b c d e", "a e"),
        ("a [b]{since=2004} [c]{since=2005} d", "a b c d", "a d"),
        ("line one [x]{since=2004}\nline two", "line one x\nline two", "line one\nline two"),
    ],
)
def test_words_alone_today_and_then(text, today, then):
    assert plain_words(text, None) == today
    assert plain_words(text, THEN) == then


@pytest.mark.parametrize(
    "text",
    [
        "an array[2]{3}",
        "[sic]",
        '[words]{cite="#plan"}',
        '[words]{cite="#plan" words="ever since=2004"}',
        "open [ bracket]{",
        "closed ]{since=2004}",
        "[words]{since}",
        "[words]{upsince=2004}",
    ],
)
def test_other_brackets_stay_as_they_are(text):
    assert plain_words(text, None) == text
    assert plain_words(text, THEN) == text
    assert kept_markup(text, THEN) == text


def test_prose_keeps_the_markup_of_what_stays():
    text = 'It [was known]{since=1959} and [to carry]{cite="#plan"} [was planned]{since=2004}. [@ledger]'
    assert kept_markup(text, None) == text
    assert kept_markup(text, THEN) == 'It [was known]{since=1959} and [to carry]{cite="#plan"}. [@ledger]'


def test_prose_drops_a_later_part_inside_one_that_stays():
    assert kept_markup("a [b [c]{since=2004} d]{since=1950}", THEN) == "a [b d]{since=1950}"


def test_the_readers_moment_governs_each_language():
    text = TextValue((("en", "The first wave [of two]{since=1971}"), ("ja", "第一波[と第二波]{since=1971}")))
    assert text.for_reader(Reader()).text == "The first wave of two"
    then = text.for_reader(Reader(("ja",), drafts=frozenset({"ja"}), known_by=THEN))
    assert (then.text, then.language, then.status) == ("第一波", "ja", TextStatus.DRAFT)
    assert text.for_prose(Reader()).text == "The first wave [of two]{since=1971}"
    assert text.for_prose(Reader(known_by=THEN)).text == "The first wave"
    assert text.first == "The first wave of two"


_pieces = st.recursive(
    st.text("ab .,", max_size=5),
    lambda inner: st.tuples(inner, st.integers(1940, 2020), inner).map(
        lambda parts: f"{parts[0]}[{parts[2]}]{{since={parts[1]}}}"
    ),
    max_leaves=6,
)


@given(_pieces, st.integers(1940, 2020))
def test_no_brackets_are_left_and_both_doors_tell_the_same_words(text, year):
    told = plain_words(text, Until(year))
    assert not set("[]{}=") & set(told)
    # Which space goes beside a part that is left out may differ where nothing but space is left around it.
    assert plain_words(kept_markup(text, Until(year)), None).replace(" ", "") == told.replace(" ", "")


@given(_pieces, st.integers(1940, 2020), st.integers(0, 50))
def test_a_later_moment_tells_no_letter_less(text, year, years):
    letters = [
        sum(map(str.isalpha, plain_words(text, known_by)))
        for known_by in (Until(year), Until(year + years), None)
    ]
    assert letters == sorted(letters)
