# SPDX-License-Identifier: MIT
"""A file with many faults of many kinds tells each of them once, and its good events open."""

from collections.abc import Callable
from pathlib import Path

from timeline_app.content.reader import Reading

FAULTS = [
    (3, "unknown-field"),
    (5, "unknown-choice"),
    (6, "bad-view"),
    (8, "unknown-choice"),
    (10, "circular-lanes"),
    (11, "unclosed-bracket"),
    (13, "bad-date"),
    (15, "unknown-choice"),
    (17, "wrong-length"),
    (18, "out-of-range"),
    (20, "bad-language-tag"),
    (23, "circular-sources"),
    (24, "missing-field"),
    (26, "unknown-choice"),
    (27, "unclosed-quote"),
    (28, "unknown-field"),
    (30, "unknown-source"),
    (41, "bad-date"),
    (43, "unknown-lane"),
    (44, "unknown-place"),
    (49, "self-link"),
    (50, "cause-after-effect"),
    (51, "unknown-event"),
    (54, "unknown-choice"),
    (55, "wrong-type"),
    (56, "missing-field"),
    (58, "duplicate-id"),
    (60, "out-of-range"),
    (62, "tab-indentation"),
    (66, "unexpected-colon"),
    (71, "unknown-source"),
    (72, "unlisted-excerpt"),
    (74, "wrong-type"),
    (77, "unclosed-bracket"),
    (82, "duplicate-key"),
    (84, "file-not-found"),
    (85, "outside-folder"),
    (86, "missing-alt"),
    (88, "missing-translation"),
    (89, "tag"),
    (90, "unknown-person"),
    (91, "bad-indentation"),
    (92, "unknown-alias"),
    (93, "missing-colon"),
    (102, "wrong-type"),
    (103, "unknown-stop"),
]
SYNTAX = {
    "unclosed-bracket", "unclosed-quote", "tab-indentation", "unexpected-colon", "bad-indentation",
    "missing-colon",
}  # fmt: skip


def test_every_fault_is_told_once_in_its_line(read: Callable[[str], Reading]) -> None:
    assert len(FAULTS) >= 40
    assert len({code for _, code in FAULTS}) >= 25
    assert len([code for _, code in FAULTS if code in SYNTAX]) >= 5
    text = (Path(__file__).parent / "forty_faults.yaml").read_text(encoding="utf-8")
    reading = read(text)
    assert [(problem.line, problem.code) for problem in reading.problems] == FAULTS


def test_its_good_events_open(read: Callable[[str], Reading]) -> None:
    text = (Path(__file__).parent / "forty_faults.yaml").read_text(encoding="utf-8")
    document = read(text).document
    assert document is not None
    assert list(document.events.ids) == [
        "good-one",
        "no-such-day",
        "links",
        "the-same-id-again",
        "colon",
        "late",
        "unclosed",
        "doubled",
        "half-told",
        "good-two",
    ]
    dated = document.events.dates.is_dated.tolist()
    assert [event for event, is_dated in zip(document.events.ids, dated, strict=True) if not is_dated] == [
        "no-such-day",
        "the-same-id-again",
        "colon",
        "doubled",
        "half-told",
    ]
    assert document.events.date_of(0) is not None
    assert [(edge.source, edge.target, edge.record.kind) for edge in document.links] == [(2, 5, "led-to")]
    assert set(document.sources) == {"book", "paper", "letter", "report", "memo-two"}
    assert set(document.places) == {"niigata", "chongjin"}
    assert document.excerpts["other"].source is None
    assert [lane.id for lane in document.lanes] == ["red", "green", "blue", ""]
