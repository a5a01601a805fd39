# SPDX-License-Identifier: MIT
"""The program as a command: no display, check, pictures, scenes, wrong arguments. All as processes."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

pytestmark = pytest.mark.slow

LIMIT_S = 90
COOKIE = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def run(tmp_path: Path, project_root: Path):
    """Return a function that runs the program in an empty folder, without a display."""
    folder = tmp_path / "here"
    folder.mkdir()

    def run(*arguments: str, module: bool = False, **environment: str) -> subprocess.CompletedProcess[str]:
        env = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
        start = ["-m", "timeline_app"] if module else [str(project_root / "main.py")]
        return subprocess.run(
            [sys.executable, *start, *arguments],
            env={**env, "PYTHONPATH": str(project_root), **environment},
            cwd=folder,
            capture_output=True,
            text=True,
            check=False,
            timeout=LIMIT_S,
        )

    return run


def assert_picture_instead(done: subprocess.CompletedProcess[str], folder: Path) -> None:
    assert done.returncode == 0, done.stderr
    picture = folder / "timeline-opening.png"
    assert str(picture) in done.stderr
    assert "There is no display" in done.stderr
    assert "Traceback" not in done.stderr
    image = QImage(str(picture))
    assert (image.width(), image.height()) == (1920, 1080)
    colours = {image.pixel(x, y) for x in range(0, 1920, 16) for y in range(0, 1080, 16)}
    assert len(colours) > 20


def test_without_a_display_a_picture_is_left(run, tmp_path):
    assert_picture_instead(run(), tmp_path / "here")


@pytest.mark.parametrize("platform", [{}, {"QT_QPA_PLATFORM": "xcb"}])
def test_with_a_dead_display_a_picture_is_left(run, tmp_path, platform):
    assert_picture_instead(run(DISPLAY=":987", **platform), tmp_path / "here")


def test_with_a_dead_compositor_a_picture_is_left(run, tmp_path):
    assert_picture_instead(run(WAYLAND_DISPLAY="wayland-9"), tmp_path / "here")


@pytest.mark.parametrize("xvfb_display", [f"guarded:{COOKIE}"], indirect=True)
def test_with_a_display_that_refuses_a_picture_is_left(run, tmp_path, xvfb_display):
    assert_picture_instead(run(DISPLAY=xvfb_display, XAUTHORITY=os.devnull), tmp_path / "here")


def test_where_nothing_can_be_written_here_the_picture_goes_to_the_temporary_folder(run, tmp_path):
    (tmp_path / "here" / "timeline-opening.png").mkdir()
    (tmp_path / "spare").mkdir()
    done = run(TMPDIR=str(tmp_path / "spare"))
    assert done.returncode == 0
    assert (tmp_path / "spare" / "timeline-opening.png").is_file()
    assert str(tmp_path / "spare" / "timeline-opening.png") in done.stderr


def test_the_built_in_exhibit_is_faultless(run):
    done = run("--check", "--json", module=True)
    assert done.returncode == 0
    counts = json.loads(done.stdout)["counts"]
    assert (counts["errors"], counts["warnings"]) == (0, 0)
    assert counts["events"] >= 90
    assert counts["excerpts"] >= 24
    assert counts["sources"] >= 90
    assert counts["claims"] >= 28
    assert counts["tours"] >= 4


def test_loose_dates_are_checked_and_fixed_in_the_file(run, tmp_path):
    text = "title: T\r\nevents:\r\n  # 昭和\r\n  - {date: early 1958, title: E}\r\n"
    path = tmp_path / "here" / "class.yaml"
    path.write_bytes(text.encode())
    done = run("class.yaml", "--check")
    assert done.returncode == 0
    assert done.stdout.startswith("class.yaml:4:12: hint: “early 1958” is read as 1958-37~")
    done = run("--fix", "class.yaml", "--check", "--json")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["counts"]["hints"] == 0
    fixed = text.replace("early 1958", "1958-37~, date_as_written: early 1958").encode()
    assert path.read_bytes() == fixed
    done = run("class.yaml", "--fix")
    assert done.returncode == 0
    assert "nothing was changed" in done.stdout
    assert path.read_bytes() == fixed
    assert [item.name for item in path.parent.iterdir()] == ["class.yaml"]


def test_the_built_in_exhibit_is_not_rewritten_by_accident(run):
    done = run("--fix")
    assert done.returncode == 2
    assert "name the exhibit file" in done.stderr


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
def test_a_snapshot_needs_no_display(run, tmp_path, ending):
    done = run("--snapshot", f"opening.{ending}", "--size", "1280x720", "--theme", "dark")
    assert done.returncode == 0, done.stderr
    content = (tmp_path / "here" / f"opening.{ending}").read_bytes()
    if ending == "png":
        image = QImage.fromData(content)
        assert (image.width(), image.height()) == (1280, 720)
        assert image.pixelColor(600, 20).lightness() < 60
    if ending == "svg":
        assert b"<text" in content
        assert b"<image" not in content


def test_a_snapshot_that_cannot_be_written_is_said(run):
    done = run("--snapshot", "nowhere/opening.png")
    assert done.returncode == 1
    assert "nowhere" in done.stderr
    assert "Traceback" not in done.stderr


def test_scenes_are_dumped_one_line_a_view(run):
    done = run("--dump-scene", "--view", "1954/1986", "--view", "1959-06/1960-01", "--size", "1920x1080")
    assert done.returncode == 0, done.stderr
    scenes = [json.loads(line) for line in done.stdout.splitlines()]
    assert [scene["view"] for scene in scenes] == ["1954/1986", "1959-06/1960-01"]
    assert all(scene["size"] == [1920, 1080] for scene in scenes)
    assert all(set(scene) == {"view", "size", "items"} for scene in scenes)


def test_the_opening_view_names_thirty_events(run):
    (line,) = run("--dump-scene", "--size", "1920x1080").stdout.splitlines()
    labels = {
        item["target"].partition("@")[0]
        for item in json.loads(line)["items"]
        if (item["kind"], item["role"]) == ("label", "event-label") and item["text"]
    }
    assert len(labels) >= 30


def test_scenes_are_dumped_as_known_at_a_date(run, project_root):
    done = run("--dump-scene", "--size", "1920x1080", "--as-known-at", "1960", "--view", "1955/2010")
    assert done.returncode == 0, done.stderr
    (line,) = done.stdout.splitlines()
    told = {item["text"] for item in json.loads(line)["items"] if item["role"] == "event-label"}
    assert "?" in told
    assert any("Calcutta agreement" in text for text in told)
    done = run(
        str(project_root / "resources" / "examples" / "big-bang.yaml"),
        "--dump-scene",
        "--as-known-at",
        "1960",
    )
    assert done.returncode == 2
    assert "“big-bang.yaml” does not say when its events became known" in done.stderr


def test_a_file_that_is_not_there_gives_words_and_no_traceback(run):
    for arguments in (("--check",), ("--snapshot", "a.png"), ("--dump-scene",)):
        done = run("nowhere.yaml", *arguments)
        assert done.returncode == 1
        assert "nowhere.yaml" in done.stdout + done.stderr
        assert "Traceback" not in done.stderr


def test_wrong_arguments_give_words_and_status_2(run):
    done = run("--them", "dark")
    assert done.returncode == 2
    assert done.stderr.splitlines()[0] == "There is no option “--them”. Did you mean --theme?"
    assert done.stdout == ""


def test_an_event_that_does_not_exist_is_said(run):
    done = run("--dump-scene", "--select", "calcuta")
    assert done.returncode == 2
    assert "“calcuta”" in done.stderr
    assert "Did you mean calcutta?" in done.stderr


def test_help_and_version_load_no_toolkit(run, project_root):
    assert run("--version").stdout.startswith("timeline-app ")
    assert "--snapshot FILE" in run("--help").stdout
    code = "import sys; from timeline_app.app import main; main(['--check']); print('PySide6' in sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project_root,
        capture_output=True,
        text=True,
        check=True,
        timeout=LIMIT_S,
    )
    assert done.stdout.splitlines()[-1] == "False"
