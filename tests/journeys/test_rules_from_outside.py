# SPDX-License-Identifier: MIT
"""The rules of labels in motion as anybody can check them: by what `--dump-scene` prints of views beside each other."""

import json
import os
import subprocess
import sys
from itertools import pairwise

import pytest

from tests.made_up import write_made_up

pytestmark = pytest.mark.slow

LIMIT_S = 120
SIZE = "1600x900"
#: A walk through the exhibit: years of 365 days, a quarter of a year further each time.
PAN = (
    "1850-01-01/1850-12-31",
    "1850-04-01/1851-03-31",
    "1850-07-01/1851-06-30",
    "1850-10-01/1851-09-30",
    "1851-01-01/1851-12-31",
)
#: The same way in, each view within the one before.
ZOOM = ("1750/2020", "1800/1900", "1830/1870", "1845/1856", "1849/1852", "1850-03/1851-03", "1850-07/1850-10")


@pytest.fixture(scope="module")
def exhibit(tmp_path_factory):
    path = tmp_path_factory.mktemp("made-up") / "exhibit.jsonl"
    write_made_up(path, 5_000)
    return path


def dumped(exhibit, project_root, *views):
    """Return the lines that the program prints for some views."""
    asked = [argument for view in views for argument in ("--view", view)]
    done = subprocess.run(
        [sys.executable, str(project_root / "main.py"), str(exhibit), "--dump-scene", "--size", SIZE, *asked],
        env={name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"},
        cwd=exhibit.parent,
        capture_output=True,
        text=True,
        check=False,
        timeout=LIMIT_S,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def items_of(line, role):
    """Return the rectangles of a role's items, by target."""
    found = [item for item in json.loads(line)["items"] if item["role"] == role]
    return {item["target"]: item["rect"] for item in found}


def lanes_of(line):
    """Return the left and right edge of the lanes."""
    left, _, width, _ = next(iter(items_of(line, "lane-ground").values()))
    return left, left + width


def marks_of(line):
    """Return from where to where each event's marks reach."""
    found: dict[str, tuple[float, float]] = {}
    for item in json.loads(line)["items"]:
        if item["role"] in ("event-bar", "event-dot"):
            x, _, width, _ = item["rect"]
            left, right = found.get(item["target"], (x, x + width))
            found[item["target"]] = min(left, x), max(right, x + width)
    return found


def assert_same_rows(before, after):
    for target in before.keys() & after.keys():
        (_, y, width, height), (_, other_y, other_width, other_height) = before[target], after[target]
        assert (y, width, height) == (other_y, other_width, other_height), target


def test_panning_labels_go_and_come_only_through_the_edges(exhibit, project_root):
    lines = dumped(exhibit, project_root, *PAN)
    left, right = lanes_of(lines[0])
    days = (90, 91, 92, 92)
    for (one, other), moved_days in zip(pairwise(lines), days, strict=True):
        before, after = items_of(one, "event-label"), items_of(other, "event-label")
        assert len(before) >= 8
        assert_same_rows(before, after)
        moved_px = moved_days / 365 * (right - left)
        for target in before.keys() - after.keys():
            x, _, width, _ = before[target]
            assert x + width - moved_px <= left + 2 or x - moved_px >= right - 2, target
        for target in after.keys() - before.keys():
            x, _, width, _ = after[target]
            assert x + width + moved_px <= left + 2 or x + moved_px >= right - 2, target


def test_zooming_in_no_label_goes_and_zooming_out_none_comes(exhibit, project_root):
    lines = dumped(exhibit, project_root, *ZOOM)
    named_counts = []
    for one, other in pairwise(lines):
        before, after = items_of(one, "event-label"), items_of(other, "event-label")
        assert_same_rows(before, after)
        left, right = lanes_of(other)
        # What is in the closer view and was named stays named: its marks are in both pictures.
        for target, (mark_left, mark_right) in marks_of(other).items():
            if target in before and mark_right > left and mark_left < right:
                assert target in after, target
        named_counts.append(len(before.keys() & after.keys()))
    assert max(named_counts) >= 5


def test_what_is_shown_does_not_depend_on_what_was_shown_before(exhibit, project_root):
    alone = dumped(exhibit, project_root, PAN[2])
    after_others = dumped(exhibit, project_root, *ZOOM, PAN[0], PAN[2])
    assert alone == after_others[-1:]
