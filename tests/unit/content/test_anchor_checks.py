# SPDX-License-Identifier: MIT
"""What stands behind bracketed words is checked where it stands, with the nearest right words."""

from collections.abc import Callable

import pytest

from timeline_app.base.messages import Translator
from timeline_app.content.problems import Problem
from timeline_app.content.reader import Reading

Read = Callable[[str], Reading]

EXHIBIT = """\
title: T
sources:
  s: {title: S}
excerpts:
  aim:
    source: s
    text: >-
      to rid itself of several tens of thousands of Koreans
      who are indigent
  rule:
    source: s
    text:
      lang: ja
      text: 帰還意思の変更は乗船前一定時間まで許される。
      translations:
        en: {text: A change in the intention is permitted until a set time., by: us}
events:
  - title: E
    sources: [s]
    excerpts: [aim, rule]
    body: |
      First words.
"""


def problems(read: Read, *lines: str) -> tuple[Problem, ...]:
    """Return what is wrong with a body of these lines; the first of them is line 23."""
    return tuple(read(EXHIBIT + "".join(f"      {line}\n" for line in lines)).problems)


@pytest.mark.parametrize(
    "attributes",
    [
        'cite="#aim" words="to rid itself"',
        'cite="#aim" words="tens of thousands of Koreans who are indigent"',
        'cite="#aim"',
        'cite="#rule" words="乗船前一定時間まで"',
        'cite="#rule" words="until a set time"',
        'cite="#aim; #rule" words="until a set time"',
        "since=2004",
        'since="1958/1959~"',
        'cite="#aim" words="rid itself" since=2004-09-16',
    ],
)
def test_what_is_right_is_left_alone(read: Read, attributes: str) -> None:
    assert problems(read, f"[A statement.]{{{attributes}}}") == ()


def test_words_may_stand_on_two_lines_of_the_file(read: Read) -> None:
    assert problems(read, '[A statement.]{cite="#aim" words="several tens', '  of thousands"}') == ()


@pytest.mark.parametrize(
    ("words", "near"),
    [
        ("to ride itself", "to rid itself"),
        ("several tens of thousand Koreans", "several tens of thousands of Koreans"),
        ("until the set time", "until a set time"),
        ("乗船前の一定時間", "乗船前一定時間"),
    ],
)
def test_the_nearest_words_are_told(read: Read, english: Translator, words: str, near: str) -> None:
    (problem,) = problems(read, f'[A statement.]{{cite="#aim; #rule" words="{words}"}}')
    assert problem.code == "words-not-in-excerpt"
    assert problem.hint is not None
    assert near[:12] in english.text(problem.hint)


def test_words_that_are_nothing_like_it_get_no_advice(read: Read) -> None:
    (problem,) = problems(read, '[A statement.]{cite="#aim" words="xyz qqq 123"}')
    assert (problem.code, problem.hint) == ("words-not-in-excerpt", None)


def test_the_place_is_that_of_the_words(read: Read) -> None:
    found = problems(
        read,
        'One. [A statement.]{cite="#aim" words="rid itself"} Two.',
        'Three. [Another.]{cite="#aim" words="wrong ones"} [More.]{cite="#aim"',
        'words="wrong too"} [Last]{since=soon}.',
    )
    assert [(problem.code, problem.line, problem.column) for problem in found] == [
        ("words-not-in-excerpt", 24, 37),
        ("words-not-in-excerpt", 25, 7),
        ("bad-since", 25, 33),
    ]


def test_the_same_words_twice_are_told_in_both_places(read: Read) -> None:
    wrong = '[A.]{cite="#aim" words="not there"}'
    assert [problem.column for problem in problems(read, f"{wrong} {wrong}")] == [24, 60]


def test_an_unknown_excerpt_is_one_problem(read: Read) -> None:
    (problem,) = problems(read, '[A.]{cite="#aims" words="not there"}')
    assert problem.code == "unknown-excerpt"


def test_a_mark_that_cannot_be_read_is_one_problem(read: Read) -> None:
    (problem,) = problems(read, '[A.]{cite="aim" words="not there"}')
    assert (problem.code, problem.column) == ("bad-cite", 12)


def test_words_need_an_excerpt(read: Read) -> None:
    assert [p.code for p in problems(read, '[A.]{words="to rid"}')] == ["words-without-excerpt"]


def test_parts_of_titles_are_checked_too(read: Read) -> None:
    (problem,) = read('title: "Ships [of 1959]{since=1959-02-30}"\nevents: []\n').problems
    assert (problem.code, problem.line) == ("bad-since", 1)


def test_a_knower_without_a_date_may_say_why(read: Read) -> None:
    told = "title: T\nevents:\n  - title: E\n    known:\n      - {to: public, note: The day was not found.}\n"
    assert read(told).problems == ()


def test_public_knowledge_needs_no_date(read: Read) -> None:
    assert read("title: T\nevents:\n  - {title: E, known: public}\n").problems == ()


def test_searching_for_the_nearest_words_has_an_end(read: Read) -> None:
    long = "word " * 4_000
    exhibit = (
        f"title: T\nexcerpts:\n  x: {{text: {long}}}\nevents:\n  - title: E\n    excerpts: [x]\n    body: |\n"
    )
    lines = "".join(f'      [S{n}.]{{cite="#x" words="other {n}"}}\n' for n in range(60))
    found = read(exhibit + lines).problems
    assert [problem.code for problem in found] == ["words-not-in-excerpt"] * 60


def test_an_unfinished_letter_run_is_searched_to_its_end(read: Read, english: Translator) -> None:
    (problem,) = problems(read, '[A.]{cite="#aim" words="rid itsel of several tens of thousands of Korean"}')
    assert problem.hint is not None
    assert english.text(problem.hint).rstrip("?").endswith("Koreans")
