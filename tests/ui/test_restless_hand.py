# SPDX-License-Identifier: MIT
"""A short run of the soak: a restless hand meets no exception, and the same seed does the same things."""

from pathlib import Path

import pytest

from benchmarks.soak import growth, soak

MINUTES = 0.5


@pytest.fixture
def untouched_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Give back what the soak puts in the place of Python's and Qt's own."""
    monkeypatch.setattr("sys.excepthook", lambda *_: None)
    monkeypatch.setattr("benchmarks.soak.qInstallMessageHandler", lambda _: None)


@pytest.mark.usefixtures("untouched_hooks")
def test_a_restless_hand_meets_no_exception(tmp_path: Path) -> None:
    runs = []
    for name in ("first", "second"):
        (tmp_path / name).mkdir()
        runs.append(soak(tmp_path / name, events=120, minutes=MINUTES, seed=7))
    assert [run.faults for run in runs] == [[], []]
    assert runs[0].acts == runs[1].acts
    assert runs[0].acts.total() > 15
    assert len(runs[0].rss_mib) >= 2


def test_growth_is_that_of_the_last_fifth_over_the_second() -> None:
    climbing = [(minute, 100.0 + minute) for minute in range(31)]
    assert growth(climbing, 30.0) == pytest.approx(130 / 111 - 1)
    assert growth([(minute, 500.0 if minute < 6 else 100.0) for minute in range(31)], 30.0) == 0.0
