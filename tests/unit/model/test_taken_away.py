# SPDX-License-Identifier: MIT
"""Grades, and taking sources away: hand-counted cases, and the laws that hold for every exhibit."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tests.sample_documents import document_of
from timeline_app.model.document import Document
from timeline_app.model.evidence_grade import LEAST_SETTLED_FIRST, EventEvidence
from timeline_app.model.lens import Lens
from timeline_app.model.showing import Showing
from timeline_app.model.taken_away import Loss

ARCHIVE, NOVEL, TOLD_TWICE, BARE, MARKED = range(5)

RAW: dict[str, object] = {
    "title": "A bridge",
    "sources": {
        "plan": {"title": "The plan", "consulted": {"extent": "part"}},
        "thesis": {"title": "A thesis", "derives_from": ["plan"], "consulted": {"extent": "whole"}},
        "diary": {"title": "A diary", "consulted": {"extent": "part"}},
        "index": {"title": "An index", "consulted": {"extent": "contents"}},
        "talk": {"title": "A talk", "derives_from": ["thesis"]},
        "spare": {"title": "A spare book"},
    },
    "excerpts": {
        "line": {"text": "It shall be built.", "source": "plan"},
        "oral": {"text": "They built it."},
    },
    "events": [
        {"id": "built", "date": "1901", "title": "Built", "sources": ["plan", "thesis", "diary"]},
        {"id": "listed", "date": "1902", "title": "Listed", "sources": ["index"]},
        {"id": "praised", "date": "1903", "title": "Praised", "sources": ["talk", "thesis", "index"]},
        {"id": "bare", "date": "1904", "title": "Bare"},
        {
            "id": "marked",
            "date": "1905",
            "title": "Marked",
            "summary": "It was told. [#line] And again. [@diary]",
            "excerpts": ["oral"],
            "evidence": {"grade": 3, "reason": "Both were seen."},
        },
    ],
    "claims": {
        "who": {
            "about": "who built it",
            "events": ["built", "marked"],
            "status": "disputed",
            "conclusion": "Nobody knows.",
            "accounts": [
                {"says": "The town.", "sources": ["thesis"]},
                {"says": "The king.", "sources": ["diary"], "excerpts": ["line"]},
                {"says": "Giants."},
            ],
        },
        "when": {
            "about": "when it was built",
            "events": ["built"],
            "status": "accepted",
            "conclusion": "In 1901.",
            "concluded_by": "all",
            "accounts": [{"says": "In 1901.", "sources": ["plan"], "event_date": "1901"}],
        },
    },
}


def through(*off: str, derived: bool = False) -> Showing:
    return Showing(document_of(RAW), Lens(sources_off=frozenset(off), takes_derived=derived))


def test_lines_count_works_of_different_origin_once_each() -> None:
    showing = through()
    assert [showing.evidence_of(ordinal).lines for ordinal in range(4)] == [2, 1, 1, 0]
    assert [showing.evidence_of(ordinal).sources for ordinal in range(5)] == [3, 1, 3, 0, 2]


def test_the_least_settled_claim_stands_on_the_mark() -> None:
    showing = through()
    assert showing.evidence_of(ARCHIVE).state == "disputed"
    assert showing.evidence_of(ARCHIVE).claims == ("who", "when")
    assert showing.evidence_of(NOVEL).state == "unquestioned"


def test_how_much_was_read_is_told_and_caps_the_lines() -> None:
    showing = through()
    assert [showing.evidence_of(ordinal).read for ordinal in range(5)] == [
        "whole",
        "little",
        "whole",
        "",
        "part",
    ]
    # An index that was only glanced at bears nothing beside a thesis that was read.
    assert showing.evidence_of(TOLD_TWICE).lines == 1


def test_an_author_may_grade_with_a_reason() -> None:
    marked = through().evidence_of(MARKED)
    assert marked.lines == 3
    assert marked.own_grade_reason is not None
    assert marked.own_grade_reason.text == "Both were seen."


def test_the_events_that_have_lost_every_source_are_counted() -> None:
    assert through().bare_count == 0
    assert through("spare").bare_count == 0
    assert through("index").bare_count == 1
    # The index alone bore one event; the plan and the diary together bore the marked one.
    assert through("index", "plan", "diary").bare_count == 2
    assert through("plan", "diary", derived=True).bare_count == 2
    assert through("plan", "thesis", "diary", "index", "talk").bare_count == 4
    for off in (("index",), ("plan", "diary"), ("plan", "thesis", "diary", "index", "talk")):
        showing = through(*off)
        assert showing.bare_count == sum(showing.loss_of(one) is Loss.ALL for one in range(5))


def test_what_a_source_bears_is_weighed() -> None:
    showing = through()
    plan, diary, index = map(showing.weight_of, ("plan", "diary", "index"))
    assert (plan.events, plan.events_alone, plan.derived) == (2, 0, ("talk", "thesis"))
    # Without the plan and what rests on it only the index is left for the praise, the diary for the rest.
    assert plan.events_alone_with_derived == 0
    assert (diary.events, diary.events_alone, diary.derived) == (2, 0, ())
    assert (index.events, index.events_alone) == (2, 1)
    assert showing.source_event_counts == {
        "plan": 2, "thesis": 2, "diary": 2, "index": 2, "talk": 1, "spare": 0,
    }  # fmt: skip


def test_what_is_gone_already_does_not_carry() -> None:
    assert through("plan", "thesis").weight_of("diary").events_alone == 2
    assert through("index").weight_of("thesis").events_alone == 0
    assert through("index").weight_of("thesis").events_alone_with_derived == 1


def test_an_event_loses_a_line_or_all_or_nothing() -> None:
    assert [through("diary").loss_of(ordinal) for ordinal in range(5)] == [
        Loss.SOME, Loss.NONE, Loss.NONE, Loss.NONE, Loss.SOME,
    ]  # fmt: skip
    # The thesis rests on the plan, which is still there: no line is lost.
    assert through("thesis").loss_of(ARCHIVE) is Loss.NONE
    assert through("index").loss_of(NOVEL) is Loss.ALL
    assert through("plan", "diary").loss_of(MARKED) is Loss.ALL
    assert through().loss_of(NOVEL) is Loss.NONE


def test_what_derives_from_a_source_goes_with_it_if_wished() -> None:
    assert through("plan").sources_off == {"plan"}
    assert through("plan", derived=True).sources_off == {"plan", "thesis", "talk"}
    # Talk and thesis are gone, the index is left: a line is lost, however little the index was read.
    assert through("plan", derived=True).loss_of(TOLD_TWICE) is Loss.SOME
    assert through("plan", "index", derived=True).loss_of(TOLD_TWICE) is Loss.ALL
    assert through("no-such").sources_off == frozenset()


def test_a_dispute_that_loses_an_account_cannot_be_decided() -> None:
    whole = through().claim("who")
    assert whole is not None
    assert (whole.status, [account.is_lost for account in whole.accounts]) == ("disputed", [False] * 3)
    less = through("thesis").claim("who")
    assert less is not None
    assert (less.status, less.conclusion) == ("undecidable", None)
    # Nothing goes: the account stays, and says that it has lost its source.
    assert [(account.says.text, account.is_lost) for account in less.accounts] == [
        ("The town.", True), ("The king.", False), ("Giants.", False),
    ]  # fmt: skip
    assert less.accounts[0].sources == ()
    # The king has the excerpt's source left.
    kept = through("diary").claim("who")
    assert kept is not None
    assert (kept.status, kept.accounts[1].excerpts, kept.accounts[1].sources) == ("disputed", ("line",), ())
    assert through("plan", "diary").evidence_of(ARCHIVE).state == "undecidable"


def test_a_conclusion_goes_with_the_account_that_carried_it() -> None:
    claim = through("plan").claim("when")
    assert claim is not None
    assert (claim.status, claim.conclusion, claim.concluded_by) == ("undecidable", None, None)
    kept = through("diary").claim("when")
    assert kept is not None
    assert kept.conclusion is not None
    assert str(kept.accounts[0].event_date and kept.accounts[0].event_date.edtf) == "1901"


NAMES = tuple("abcdef")
STATUSES = ("accepted", "disputed", "open", "refuted", "estimates", "no-verdict")
some_names = st.lists(st.sampled_from(NAMES), max_size=4, unique=True)
extents = st.sampled_from((None, "whole", "part", "contents"))


def source(name: str, parents: list[str], extent: str | None) -> dict[str, object]:
    consulted = {} if extent is None else {"consulted": {"extent": extent}}
    return {"title": name, "derives_from": [parent for parent in parents if parent != name], **consulted}


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw an exhibit with works that rest on each other, events and claims."""
    events = [
        {"id": f"e{place}", "date": str(1900 + place), "title": "E", "sources": draw(some_names)}
        for place in range(draw(st.integers(1, 4)))
    ]
    claims = {
        f"c{place}": {
            "about": "?",
            "events": [draw(st.sampled_from(events))["id"]],
            "status": draw(st.sampled_from(STATUSES)),
            "conclusion": "So.",
            "accounts": [{"says": "?", "sources": draw(some_names)} for _ in range(draw(st.integers(1, 3)))],
        }
        for place in range(draw(st.integers(0, 3)))
    }
    sources = {name: source(name, draw(some_names), draw(extents)) for name in NAMES}
    return document_of({"title": "D", "sources": sources, "events": events, "claims": claims})


lenses = st.builds(
    lambda off, derived: Lens(sources_off=frozenset(off), takes_derived=derived), some_names, st.booleans()
)


def graded(showing: Showing) -> list[EventEvidence]:
    return [showing.evidence_of(ordinal) for ordinal in range(len(showing.table))]


@given(documents(), lenses, st.sampled_from(NAMES))
def test_taking_one_more_source_away_never_strengthens(document: Document, lens: Lens, gone: str) -> None:
    before = Showing(document, lens)
    after = Showing(document, replace(lens, sources_off=lens.sources_off | {gone}))
    for was, now in zip(graded(before), graded(after), strict=True):
        assert now.lines <= was.lines
        assert now.state in (was.state, "undecidable", "refuted")
        assert LEAST_SETTLED_FIRST.index(now.state) <= max(
            LEAST_SETTLED_FIRST.index(was.state), LEAST_SETTLED_FIRST.index("undecidable")
        )
    for name in document.claims:
        old, new = before.claim(name), after.claim(name)
        assert old is not None
        assert new is not None
        assert new.status in (old.status, "undecidable")
        assert len(new.accounts) == len(old.accounts)
        assert new.conclusion is None or new.conclusion == old.conclusion


@given(documents(), lenses)
def test_no_event_goes_with_a_source(document: Document, lens: Lens) -> None:
    showing = Showing(document, lens)
    assert showing.shows_all
    assert showing.event_count == len(document.events)
    for ordinal in range(len(document.events)):
        has_any = showing.evidence_of(ordinal).sources > 0
        listed = document.events.records[ordinal].sources
        assert (showing.loss_of(ordinal) is Loss.ALL) == (bool(listed) and not has_any)


@given(documents(), lenses)
def test_all_sources_back_is_the_start(document: Document, lens: Lens) -> None:
    start, back = Showing(document), Showing(document, replace(lens, sources_off=frozenset()))
    assert graded(back) == graded(start)
    assert [back.claim(name) for name in document.claims] == [start.claim(name) for name in document.claims]
    assert {back.loss_of(ordinal) for ordinal in range(len(document.events))} == {Loss.NONE}


@given(documents(), st.sampled_from(NAMES), some_names)
def test_what_rests_on_a_source_alone_is_what_has_nothing_without_it(
    document: Document, name: str, off: list[str]
) -> None:
    showing = Showing(document, Lens(sources_off=frozenset(off)))
    weight = showing.weight_of(name)
    without = Showing(document, Lens(sources_off=frozenset((*off, name))))
    closed = Showing(document, Lens(sources_off=frozenset((*off, name, *weight.derived))))
    events = range(len(document.events))
    listed = [set(document.events.records[ordinal].sources) for ordinal in events]
    assert weight.events == sum(name in each for each in listed)
    assert weight.events_alone == sum(
        name in listed[ordinal] and without.loss_of(ordinal) is Loss.ALL for ordinal in events
    )
    group = {name, *weight.derived}
    assert weight.events_alone_with_derived == sum(
        bool(listed[ordinal] & group) and closed.loss_of(ordinal) is Loss.ALL for ordinal in events
    )
