# SPDX-License-Identifier: MIT
"""`after` and `before` in a file: what they make of dates, and how a contradiction is told and resolved."""

from collections.abc import Callable
from pathlib import Path

import pytest

from timeline_app.base.messages import Translator
from timeline_app.content.cache import keep_reading, read_cached
from timeline_app.content.reader import Reading, read_exhibit
from timeline_app.model.document import EventTable

Read = Callable[[str], Reading]


def file_of(*events: str) -> str:
    return "title: T\nevents:\n" + "".join(f"  - {{{event}}}\n" for event in events)


def table(reading: Reading) -> EventTable:
    assert reading.document is not None
    return reading.document.events


def dates(reading: Reading) -> dict[str, str | None]:
    events = table(reading)
    found = {name: events.date_of(ordinal) for name, ordinal in events.ordinal_of.items()}
    return {name: None if date is None else date.edtf for name, date in found.items()}


VOYAGE = (
    "id: sails, title: The ship sails, date: 1955-03-02",
    "id: storm, title: The storm, after: sails, before: [lands]",
    "id: lands, title: The ship lands, date: 1958-07-31",
)


def test_an_undated_event_gets_its_days_from_those_around_it(read: Read) -> None:
    reading = read(file_of(*VOYAGE))
    assert reading.problems == ()
    assert dates(reading)["storm"] == "[1955-03-02..1958-07-31]"
    columns, storm = table(reading).dates, table(reading).ordinal_of["storm"]
    assert columns.is_dated[storm]
    assert columns.earliest_s[storm] == columns.earliest_s[0]
    assert columns.latest_s[storm] == columns.latest_s[2]


@pytest.mark.parametrize(
    ("event", "date"),
    [
        ("after: 1955", "[1955-01-01..]"),
        ("before: 1955", "[..1955-12-31]"),
        ("after: 1955-03-02, before: 1955-03-02", "1955-03-02"),
        ("after: [1955, '1956-05'], before: 1958", "[1956-05-01..1958-12-31]"),
        ("after: 1955/1958", "[1958-01-01..]"),
        ("before: 1955/1958", "[..1955-12-31]"),
        ("after: 1960~", "[1955-01-01..]"),
        ("after: '-0043-03-15'", "[-0043-03-15..]"),
        ("after: Y-66000000, before: 1955", "[Y-66000000..1955]"),
        ("date: XXXX-12-25, after: 1955, before: 1956", "[1955-01-01..1956-12-31]"),
        ("before: 1955/..", "[..1955-12-31]"),
    ],
)
def test_dates_bound_an_event(event: str, date: str, read: Read) -> None:
    reading = read(file_of(f"id: a, title: A, {event}"))
    assert reading.problems == ()
    assert dates(reading) == {"a": date}


@pytest.mark.parametrize("event", ["after: 1955/..", "after: XXXX-12", "before: ../1955", "after: b"])
def test_what_bounds_nothing_leaves_an_event_undated(event: str, read: Read) -> None:
    reading = read(file_of(f"id: a, title: A, {event}", "id: b, title: B"))
    assert reading.problems == ()
    assert dates(reading)["a"] is None
    assert not table(reading).dates.is_dated[0]


def test_a_dated_event_keeps_its_text_and_has_its_bounds_narrowed(read: Read) -> None:
    reading = read(
        file_of(
            "id: speech, title: The speech, date: 1958-09-08",
            "id: reasons, title: The reasons, date: 1958, before: [speech]",
            "id: war, title: The war, date: 1957/1959, after: [speech]",
        )
    )
    assert [problem.code for problem in reading.problems] == ["date-contradiction"]
    events = table(reading)
    speech, reasons = events.date_of(0), events.date_of(1)
    assert speech is not None
    assert reasons is not None
    assert reasons.edtf == "1958"
    assert reasons.latest_s == reasons.fuzz_latest_s == speech.latest_s
    assert events.dates.latest_s[1] == speech.latest_s
    assert events.own_date_of(1) != reasons
    assert 0 not in events.derivations


def test_an_event_id_wins_over_a_date(read: Read) -> None:
    reading = read(file_of("id: '1955', title: Not in 1955, date: 1960", "id: b, title: B, after: 1955"))
    assert dates(reading)["b"] == "[1960-01-01..]"


CHAIN = (
    "id: a, title: Departure, date: 1953, before: b",
    "id: b, title: Voyage, before: c",
    "id: c, title: Arrival, date: 1951",
)


@pytest.mark.parametrize(
    ("events", "lines", "chain"),
    [
        (
            CHAIN,
            [4],
            "“Departure” before “Voyage” before “Arrival”, yet the date of “Arrival” is 1951 and that of “Departure” is 1953",
        ),
        (
            ("id: a, title: A, before: b", "id: b, title: B, before: a"),
            [4],
            "“A” before “B” before “A”, yet nothing comes before itself",
        ),
        (("id: a, title: A, after: a",), [3], "“A” before “A”, yet nothing comes before itself"),
        (("id: a, title: A, date: 1951, after: 1953",), [3], "“A” after 1953, yet the date of “A” is 1951"),
        (
            ("id: a, title: A, date: 1953~, before: 1940",),
            [3],
            "“A” before 1940, yet the date of “A” is about 1953",
        ),
        (("id: a, title: A, after: 1953, before: 1951",), [3], "“A” after 1953, “A” before 1951"),
        (
            ("id: a, title: A, after: 1953", "id: b, title: B, date: 1951-05, after: a"),
            [4],
            "“A” after 1953, “A” before “B”, yet the date of “B” is May 1951",
        ),
        (
            ("id: a, title: A, date: '[1953,1955]'", "id: b, title: B, before: 1950, after: a"),
            [4],
            "“A” before “B”, “B” before 1950, yet the date of “A” is 1953 or 1955",
        ),
    ],
)
def test_a_contradiction_is_told_so_that_a_person_can_follow_it(
    events: tuple[str, ...], lines: list[int], chain: str, read: Read, english: Translator
) -> None:
    reading = read(file_of(*events))
    assert [problem.code for problem in reading.problems] == ["date-contradiction"]
    (problem,) = reading.problems
    assert english.text(problem.message) == f"These cannot all be true: {chain}."
    assert [problem.line] == lines
    assert problem.hint is not None


def test_only_the_relation_that_is_told_is_left_out(read: Read) -> None:
    reading = read(file_of(*CHAIN))
    events = table(reading).records
    assert (events[0].before, events[1].before) == ("b", ())
    assert dates(reading)["b"] == "[1953-01-01..]"


def test_a_relation_that_both_events_tell_is_left_out_at_both(read: Read) -> None:
    reading = read(
        file_of("id: a, title: A, date: 1953, before: [b]", "id: b, title: B, date: 1951, after: [a]")
    )
    assert [(problem.code, problem.line) for problem in reading.problems] == [("date-contradiction", 3)]
    assert [(event.before, event.after) for event in table(reading).records] == [((), ()), ((), ())]


def test_contradictions_apart_are_each_told_once(read: Read) -> None:
    reading = read(file_of(*CHAIN, "id: d, title: D, after: e", "id: e, title: E, after: d"))
    assert [(problem.code, problem.line) for problem in reading.problems] == [
        ("date-contradiction", 4),
        ("date-contradiction", 6),
    ]


def test_a_long_chain_is_told_by_its_ends(read: Read, english: Translator) -> None:
    middle = [f"id: m{number:02}, title: M{number:02}, after: m{number - 1:02}" for number in range(1, 11)]
    reading = read(
        file_of("id: m00, title: M00, date: 1953", *middle, "id: z, title: Z, date: 1951, after: m10")
    )
    (problem,) = reading.problems
    assert (
        "“M00” before “M01” before “M02” before 6 more events before “M09” before “M10” before “Z”, yet"
        in english.text(problem.message)
    )


def test_the_answer_is_the_same_whatever_the_order_in_the_file(read: Read, english: Translator) -> None:
    first, second = read(file_of(*CHAIN)), read(file_of(*CHAIN[::-1]))
    assert dates(first) == dates(second)
    assert english.text(first.problems[0].message) == english.text(second.problems[0].message)


def test_unknown_events_in_relations_have_the_nearest_word(read: Read, english: Translator) -> None:
    reading = read(file_of("id: calcutta, title: C, date: 1959", "id: b, title: B, after: [calcuta, 1958]"))
    (problem,) = reading.problems
    assert problem.code == "unknown-event"
    assert problem.hint is not None
    assert "calcutta" in english.text(problem.hint)
    assert dates(reading)["b"] == "[1958-01-01..]"


@pytest.mark.parametrize(
    ("cause", "effect", "is_possible"),
    [
        ("after: 1960", "date: 1955", False),
        ("date: 1960", "before: 1955", False),
        ("date: 1958, after: 1958-06", "date: 1958-05", False),
        ("date: 1958, before: 1958-06", "date: 1958-05", True),
        ("before: 1960", "date: 1955", True),
        ("after: 1950", "before: 1955", True),
    ],
)
def test_a_cause_cannot_begin_after_its_effect_by_derived_dates_either(
    cause: str, effect: str, is_possible: bool, read: Read
) -> None:
    reading = read(
        file_of(f"id: a, title: A, {cause}, links: [{{to: b, kind: led-to}}]", f"id: b, title: B, {effect}")
    )
    assert [problem.code for problem in reading.problems] == ([] if is_possible else ["cause-after-effect"])


def test_what_is_kept_of_a_reading_has_the_same_dates(tmp_path: Path) -> None:
    path = tmp_path / "exhibit.yaml"
    path.write_text(
        file_of(*VOYAGE, *(event.replace("id: ", "id: x") for event in CHAIN[:1])), encoding="utf-8"
    )
    fresh = read_exhibit(path)
    assert keep_reading(path, fresh, tmp_path / "kept")
    kept = read_cached(path, tmp_path / "kept")
    assert kept.basis is None
    assert kept.problems == fresh.problems
    assert dates(kept) == dates(fresh)
    assert table(kept).derivations == table(fresh).derivations


def test_an_exhibit_that_tells_no_order_does_not_load_the_net(
    read: Read, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr("timeline_app.model.relations.solve_relations", refuse)
    assert read(file_of("id: a, title: A, date: 1953")).problems == ()
