# SPDX-License-Identifier: MIT
"""What is checked of the program from outside finds what is wrong; the reading itself is CI's."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.atspi_faults import Part, event_faults, part_faults, planted
from scripts.atspi_stage import TOOLS, missing_packages

SEEN = frozenset({"showing", "visible", "focusable"})
LANE = Part("list", "The town, 2 events", "Lane 1 of 1", (0, 0, 900, 80), SEEN)
EVENT = Part(
    "list item", "A ferry, 3 May 1957", "1 of 2 in The town. the 1950s. exact day", (9, 9, 80, 28), SEEN,
    ("Press", "SetFocus"),
)  # fmt: skip
SILENCE = Part("list item", "Lost: 1950 to 1952", "", (9, 40, 80, 24), frozenset({"showing"}))


def test_a_timeline_that_says_all_has_no_faults() -> None:
    assert list(event_faults([(LANE, [EVENT, SILENCE])])) == []


def test_every_planted_fault_is_found() -> None:
    spoiled = list(planted([(LANE, [EVENT, SILENCE])]))
    assert len(spoiled) == 9
    for what, lanes in spoiled:
        assert list(event_faults(lanes)), what


@pytest.mark.parametrize(
    ("part", "fault"),
    [
        (Part("push button", "", "", (3, 4, 40, 40), SEEN), "a push button at (3, 4, 40, 40) has no name"),
        (
            Part("push button", "Back", "", (3, 4, 20, 40), SEEN),
            "the push button “Back” is 20×40 pixels, less than 24",
        ),
        (Part("push button", "Back", "", (3, 4, 24, 24), SEEN), None),
        # What is not shown is met by nobody; words within a text are as high as their line.
        (Part("push button", "", "", (0, 0, 0, 0), frozenset({"focusable"})), None),
        (Part("link", "Note 1", "", (3, 4, 9, 12), SEEN), None),
    ],
)
def test_controls_have_names_and_can_be_met(part: Part, fault: str | None) -> None:
    assert list(part_faults(part)) == ([fault] if fault else [])


def test_what_the_machine_lacks_is_named_and_no_failure_unless_it_is_required(
    project_root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(missing_packages("orca")) <= {
        *TOOLS["orca"].values(),
        "at-spi2-core",
        "python3-gi",
        "gir1.2-atspi-2.0",
    }
    monkeypatch.setenv("PATH", str(tmp_path))
    for asked, status in (([], 0), (["--required"], 1)):
        done = subprocess.run(
            [sys.executable, "-m", "scripts.atspi_stage", "orca", *asked],
            cwd=project_root, capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert done.returncode == status
        assert "sudo apt-get install xvfb dbus xdotool openbox orca" in done.stdout
