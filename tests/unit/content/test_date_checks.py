# SPDX-License-Identifier: MIT
"""Loose dates in a file: read with a hint, asked about, or refused; an event keeps its author's words always."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.kept_exhibits import plain
from timeline_app.base.messages import Translator
from timeline_app.base.text_value import TextValue
from timeline_app.chrono.date_settings import DEFAULT_SETTINGS
from timeline_app.content import date_checks
from timeline_app.content.cache import keep_reading, read_cached
from timeline_app.content.problems import CODES, Problem, Severity
from timeline_app.content.reader import Reading, read_exhibit
from timeline_app.model import records

Read = Callable[[str], Reading]


def event(*lines: str, header: str = "") -> str:
    return f"title: T\n{header}events:\n  - title: E\n" + "".join(f"    {line}\n" for line in lines)


def first_event(reading: Reading) -> records.Event:
    assert reading.document is not None
    return reading.document.events.records[0]


def only(reading: Reading) -> Problem:
    (problem,) = reading.problems
    return problem


# -- read -------------------------------------------------------------------------------------------


def test_a_loose_date_is_placed_and_a_hint_shows_words_and_reading(read: Read, english: Translator) -> None:
    reading = read(event("date: early 1958"))
    problem = only(reading)
    assert (problem.severity, problem.code, problem.line, problem.column) == (
        Severity.HINT,
        "loose-date",
        4,
        11,
    )
    assert problem.fixes == ("1958-37~",)
    assert english.text(problem.message) == (
        "“early 1958” is read as 1958-37~: early 1958 (about January to April 1958)."
    )
    assert problem.hint is not None
    assert "--fix" in english.text(problem.hint)
    record = first_event(reading)
    assert (record.date, record.date_as_written) == ("1958-37~", TextValue.plain("early 1958"))
    assert record.calendar is None
    assert reading.document is not None
    assert reading.document.events.dates.is_dated.tolist() == [True]


def test_a_date_in_another_calendar_names_it(read: Read) -> None:
    record = first_event(read(event("date: 昭和34年12月14日")))
    assert (record.date, record.calendar) == ("1959-12-14", "japanese-era")


def test_words_that_are_told_stay(read: Read) -> None:
    record = first_event(read(event("date_as_written: in the first months", "date: early 1958")))
    assert (record.date, record.date_as_written) == ("1958-37~", TextValue.plain("in the first months"))


def test_a_julian_day_says_so(read: Read, english: Translator) -> None:
    reading = read(event("date: 3 March 1450", header="old_style: julian\n"))
    record = first_event(reading)
    assert (record.date, record.calendar) == ("1450-03-12", "julian")
    hint = only(reading).hint
    assert hint is not None
    assert english.text(hint).startswith("Note: ")
    assert "ulian" in english.text(hint)


def test_an_event_may_have_a_style_and_a_calendar_of_its_own(read: Read) -> None:
    lines = ("old_style: gregorian", "calendar: julian", "date: 3 March 1450")
    record = first_event(read(event(*lines, header="old_style: julian\n")))
    assert (record.date, record.calendar) == ("1450-03-03", "julian")


@pytest.mark.parametrize(
    "text",
    [
        "title: T\nreviewed: [{by: A, on: early 1958}]\n",
        "title: T\ncorrections: [{what: A, on: early 1958}]\n",
        "title: T\neras: [{title: A, date: early 1958}]\n",
        "title: T\nsilences: [{date: early 1958, why: lost}]\n",
        "title: T\nsources: {s: {title: S, issued: early 1958}}\n",
        "title: T\nsources: {s: {title: S, accessed: early 1958}}\n",
        "title: T\nsources: {s: {title: S, original-date: early 1958}}\n",
        "title: T\nsources: {s: {title: S, public_since: early 1958}}\n",
        "title: T\nsources: {s: {title: S, consulted: {on: early 1958}}}\n",
        "title: T\nsources: {s: {title: S, rights: {until: early 1958}}}\n",
        "title: T\nexcerpts: {x: {text: w, date: early 1958}}\n",
        "title: T\nexcerpts: {x: {text: w, transmission: [{by: A, date: early 1958}]}}\n",
        "title: T\nexcerpts: {x: {text: w, consent: {until: early 1958}}}\n",
        "title: T\nclaims: {c: {about: x, accounts: [{says: y, date: early 1958}]}}\n",
        "title: T\ntours: {t: {title: T, stops: [{as_known_at: early 1958}]}}\n",
        "title: T\ntours: {t: {title: T, stops: [{view: early 1958}]}}\n",
        "title: T\nopening: {view: early 1958}\n",
        event("known: [{since: early 1958}]"),
        event("after: early 1958"),
        event("before: [early 1958]"),
    ],
)
def test_every_date_may_be_loose(read: Read, text: str) -> None:
    reading = read(text)
    assert (only(reading).code, only(reading).fixes) == ("loose-date", ("1958-37~",))
    assert reading.basis is not None
    kept = repr(plain(reading.basis.parts))
    assert "1958-37~" in kept
    assert "early 1958" not in kept


def test_the_order_of_cause_and_effect_is_that_of_the_readings(read: Read) -> None:
    text = event("id: a", "date: 14 December 1959", "links: [{to: b, kind: led-to}]")
    codes = [problem.code for problem in read(text + "  - {id: b, title: B, date: early 1958}\n").problems]
    assert codes == ["loose-date", "cause-after-effect", "loose-date"]


def test_a_view_needs_two_ends_however_it_is_told(read: Read) -> None:
    assert only(read("title: T\nopening: {view: since 1955}\n")).code == "bad-view"
    reading = read("title: T\nopening: {view: 1954 to 1986}\n")
    assert reading.document is not None
    assert reading.document.about.opening == records.Opening(view="1954/1986")


def test_parts_of_years_that_have_no_plain_number_are_told_without_months(
    read: Read, english: Translator
) -> None:
    assert english.text(only(read(event("date: summer 44 BC"))).message).endswith("summer 44 BC.")


def test_what_is_edtf_has_no_fault() -> None:
    with pytest.raises(ValueError, match="1958"):
        date_checks.fault_of("1958", DEFAULT_SETTINGS)


# -- asked ------------------------------------------------------------------------------------------


def test_an_event_whose_date_is_asked_about_is_undated_and_keeps_its_words(
    read: Read, english: Translator
) -> None:
    reading = read(event("date: 03/04/1959"))
    problem = only(reading)
    assert (problem.code, CODES["ask-date"], problem.fixes) == (
        "ask-date",
        Severity.ERROR,
        ("1959-03-04", "1959-04-03"),
    )
    assert problem.hint is not None
    assert english.text(problem.hint) == "1959-03-04 · 1959-04-03: write the one that is meant."
    record = first_event(reading)
    assert (record.date, record.date_as_written) == (None, TextValue.plain("03/04/1959"))


def test_an_era_cannot_stand_without_its_date(read: Read) -> None:
    reading = read("title: T\neras: [{title: A, date: 03/04/1959}]\n")
    assert only(reading).code == "ask-date"
    assert reading.document is not None
    assert reading.document.eras == ()


# -- refused ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("text", ["spring", "2015-02-29", "some day", "x" * 300])
def test_an_event_whose_date_is_refused_is_undated_and_keeps_its_words(read: Read, text: str) -> None:
    reading = read(event(f"date: {text}"))
    assert only(reading).code == "bad-date"
    record = first_event(reading)
    assert (record.date, record.date_as_written) == (None, TextValue.plain(text))


def test_what_looks_like_edtf_is_told_in_terms_of_edtf(read: Read, english: Translator) -> None:
    problem = only(read(event("date: 2015-02-29")))
    assert problem.fixes == ("2015-02-28",)
    assert "28" in english.text(problem.message)


def test_words_that_are_told_wrongly_are_not_told_twice(read: Read) -> None:
    reading = read(event("date: some day", "date_as_written: [x]"))
    assert [problem.code for problem in reading.problems] == ["bad-date", "wrong-type"]
    assert first_event(reading).date_as_written is None


# -- events and dates -------------------------------------------------------------------------------


def test_an_unknown_id_is_not_taken_for_a_date(read: Read) -> None:
    for unknown in ("may-1958", "spring", "summer-1959"):
        assert only(read(event(f"after: [{unknown}]"))).code == "unknown-event"


def test_an_event_that_was_cut_is_not_taken_for_a_date(read: Read) -> None:
    reading = read(event("after: [1950s]") + "  - {id: 1950s}\n")
    assert [problem.code for problem in reading.problems] == ["missing-field"]
    assert first_event(reading).after == ()


def test_a_loose_date_among_relations_becomes_edtf(read: Read) -> None:
    reading = read(event("after: [early 1958, other]") + "  - {id: other, title: O}\n")
    assert first_event(reading).after == ("1958-37~", "other")


# -- what it costs, and what is kept ----------------------------------------------------------------


def test_strict_dates_never_ask_for_the_loose_reader(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(date_checks, "read_loosely", fail)
    text = "title: T\nopening: {view: 1954/1986}\neras: [{title: A, date: 1955~}]\n"
    assert read(text + event("date: 1959-12-14", "after: [1955]")[9:]).problems == ()


def test_a_reading_that_is_no_edtf_is_no_reading(read: Read, monkeypatch: pytest.MonkeyPatch) -> None:
    good = date_checks.read_loosely

    def misread(text: str, settings: object) -> object:
        reading = good(text, settings)
        return type(reading)(reading.outcome, reading.text, edtf="1958-99")

    monkeypatch.setattr(date_checks, "read_loosely", misread)
    assert only(read(event("date: early 1958"))).code == "bad-date"
    assert only(read("title: T\nopening: {view: 1954 to 1986}\n")).code == "bad-view"


def test_a_kept_exhibit_has_the_same_readings_and_hints(tmp_path: Path) -> None:
    path, folder = tmp_path / "exhibit.yaml", tmp_path / "cache"
    path.write_text(event("date: early 1958") + "  - {title: F, date: 03/04/1959}\n", "utf-8")
    fresh = read_exhibit(path)
    assert keep_reading(path, fresh, folder)
    kept = read_cached(path, folder)
    assert kept.basis is None
    assert kept.problems == fresh.problems
    assert plain(kept) == plain(fresh)


def test_another_date_library_reads_loose_dates_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    loose, strict, folder = tmp_path / "loose.yaml", tmp_path / "strict.yaml", tmp_path / "cache"
    loose.write_text(event("date: early 1958"), "utf-8")
    strict.write_text(event("date: 1958"), "utf-8")
    for path in (loose, strict):
        assert keep_reading(path, read_exhibit(path), folder)
        assert read_cached(path, folder).basis is None
    monkeypatch.setattr("timeline_app.content.cache.date_reader_mark", lambda: b"another")
    assert read_cached(strict, folder).basis is None
    assert read_cached(loose, folder).basis is not None
