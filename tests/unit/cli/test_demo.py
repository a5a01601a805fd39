# SPDX-License-Identifier: MIT
"""`timeline-app demo`: the same number and seed give the same exhibit, in each form, and nobody's file is lost."""

import io
import json
import math
from collections import Counter
from pathlib import Path
from statistics import mean, stdev

import pytest
import yaml

from timeline_app.base.messages import Translator
from timeline_app.base.places import resource_root
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.historical_date import DateKind, EndState
from timeline_app.chrono.instant import days_from_civil
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.demo_exhibit import FIRST_YEAR, LANES, LAST_YEAR, events, header
from timeline_app.cli.demo_verb import lines, run_demo
from timeline_app.cli.options import DemoRequest, Options, Task, UsageError
from timeline_app.cli.verbs import run_verb
from timeline_app.content.reader import read_exhibit

ENGLISH = Translator.from_file(resource_root() / "languages" / "en.json")
COUNT = 3_000
DAY_S = 86_400
SOME = list(events(COUNT, 5))


def test_the_same_number_and_seed_give_the_same_events() -> None:
    assert list(events(COUNT, 5)) == SOME
    assert list(events(COUNT, 6)) != SOME


@pytest.mark.parametrize("ending", [".jsonl", ".json", ".yaml"])
def test_every_form_holds_the_same(ending: str) -> None:
    text = "".join(lines(ending, 40, 5))
    if ending == ".jsonl":
        first, *rest = map(json.loads, text.splitlines())
        found = first | {"events": rest}
    else:
        found = json.loads(text) if ending == ".json" else yaml.safe_load(text)
    assert found == header(40, 5) | {"events": list(events(40, 5))}


def test_the_program_reads_what_it_has_made_up_without_a_complaint(tmp_path: Path) -> None:
    path = tmp_path / "made-up.yaml"
    path.write_text("".join(lines(".yaml", 400, 9)), encoding="utf-8")
    reading = read_exhibit(path)
    assert reading.problems == ()
    assert reading.document is not None
    assert len(reading.document.events) == 400
    assert len(reading.document.lanes) == len(LANES)


def test_few_events_are_important() -> None:
    counts = Counter(event["importance"] for event in SOME)
    assert set(counts) == {1, 2, 3, 4, 5}
    assert 0 < counts[5] < counts[4] < counts[3] < counts[2]
    assert counts[5] + counts[4] < 0.12 * COUNT


def test_lengths_are_log_normal() -> None:
    dates = [parse(str(event["date"])) for event in SOME]
    lengths = [
        math.log((date.latest_s - date.earliest_s) / DAY_S)
        for date in dates
        if date.kind is DateKind.INTERVAL and date.latest_s is not None and date.earliest_s is not None
    ]
    assert len(lengths) > 0.15 * COUNT
    assert math.log(40) < mean(lengths) < math.log(140)
    assert 1.0 < stdev(lengths) < 2.2


def test_dates_are_doubtful_in_many_ways_and_all_within_the_made_up_time() -> None:
    texts = [str(event["date"]) for event in SOME]
    dates = [parse(text) for text in texts]
    assert sum(any(sign in text for sign in "?~%") for text in texts) > 0.03 * COUNT
    assert any(text.startswith("[") for text in texts)
    assert any(text.endswith("X") for text in texts)
    assert {date.latest_state for date in dates} == {EndState.KNOWN, EndState.OPEN, EndState.UNKNOWN}
    first, last = (days_from_civil(year, 1, 1) * DAY_S for year in (FIRST_YEAR, LAST_YEAR + 1))
    assert all(date.earliest_s is not None and first <= date.earliest_s <= last for date in dates)


def test_some_events_stand_in_two_lanes_and_time_is_crowded_in_places() -> None:
    assert any(isinstance(event["lane"], list) for event in SOME)
    decades = Counter(str(event["date"]).lstrip("[")[:3] for event in SOME)
    assert max(decades.values()) > 2.5 * (sum(decades.values()) / len(decades))


def asked(*words: str) -> Options:
    return read_arguments(["demo", *words])


def test_the_command_line_is_understood(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    assert asked(str(path)).demo == DemoRequest(path, 1_000, 1)
    options = asked("--events", "10,000", f"{path}", "--seed=7")
    assert (options.task, options.demo) == (Task.DEMO, DemoRequest(path, 10_000, 7))
    assert asked("--help").task is Task.HELP


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ((), "cli.error.demo-file"),
        (("a.jsonl", "b.jsonl"), "cli.error.several-files"),
        (("a.txt",), "cli.error.demo-ending"),
        (("a",), "cli.error.demo-ending"),
        (("--events", "0", "a.jsonl"), "cli.error.demo-number"),
        (("--events", "-5", "a.jsonl"), "cli.error.demo-number"),
        (("--events", "10000001", "a.jsonl"), "cli.error.demo-number"),
        (("--events", "1e6", "a.jsonl"), "cli.error.demo-number"),
        (("--events", "٣", "a.jsonl"), "cli.error.demo-number"),
        (("--seed", "9" * 5_000, "a.jsonl"), "cli.error.demo-number"),
        (("a.jsonl", "--events"), "cli.error.no-value"),
        (("--event", "5", "a.jsonl"), "cli.error.unknown-near"),
        (("--what", "a.jsonl"), "cli.error.unknown"),
    ],
)
def test_what_makes_no_sense_is_told(words: tuple[str, ...], key: str) -> None:
    with pytest.raises(UsageError) as caught:
        asked(*words)
    assert caught.value.message.key == key


def test_the_file_is_written_whole(tmp_path: Path) -> None:
    path, out = tmp_path / "a.jsonl", io.StringIO()
    assert run_verb(asked("--events=30", str(path)), ENGLISH, out) == 0
    assert path.read_text(encoding="utf-8") == "".join(lines(".jsonl", 30, 1))
    assert out.getvalue().endswith("a.jsonl: 30 made-up events. Nothing in it is true.\n")
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_left_as_it_is(tmp_path: Path) -> None:
    path, out = tmp_path / "mine.yaml", io.StringIO()
    path.write_text("years of work", encoding="utf-8")
    assert run_demo(DemoRequest(path, 10, 1), ENGLISH, out) == 1
    assert path.read_text(encoding="utf-8") == "years of work"
    assert "is there already and was left as it is" in out.getvalue()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    out = io.StringIO()
    assert run_demo(DemoRequest(tmp_path / "no" / "a.json", 10, 1), ENGLISH, out) == 1
    assert "could not be written: No such file or directory" in out.getvalue()


def test_what_is_interrupted_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> list[str]:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline_app.cli.demo_verb.lines", interrupted)
    with pytest.raises(KeyboardInterrupt):
        run_demo(DemoRequest(tmp_path / "a.json", 10, 1), ENGLISH, io.StringIO())
    assert list(tmp_path.iterdir()) == []


def test_help_tells_of_the_verb() -> None:
    out = io.StringIO()
    assert run_verb(asked("-h"), ENGLISH, out) == 0
    assert out.getvalue().startswith("timeline-app demo [--events N] [--seed S] FILE\n")
