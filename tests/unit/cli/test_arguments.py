# SPDX-License-Identifier: MIT
"""The command line: what is understood, and what is said where it is not."""

from pathlib import Path

import pytest

from tests.stages import ENGLISH
from timeline_app.chrono.instant import seconds_from_civil
from timeline_app.cli.arguments import RESERVED_WORDS, help_text, read_arguments
from timeline_app.cli.options import PICTURE_ENDINGS, THEMES, Options, Task, UsageError, ViewRange
from timeline_app.state.app_state import ThemeChoice


def complaint(*arguments: str) -> str:
    with pytest.raises(UsageError) as caught:
        read_arguments(arguments)
    return ENGLISH.text(caught.value.message)


def test_without_arguments_the_window_opens_as_usual():
    assert read_arguments([]) == Options()
    assert Options().task is Task.WINDOW


def test_a_word_is_a_file():
    assert read_arguments(["my-class.yaml"]).exhibit == Path("my-class.yaml")


def test_quiet_time_is_folded_on_request_only():
    assert read_arguments(["--quiet-time"]) == Options(folds_quiet_time=True)
    assert "quiet time" in help_text(ENGLISH)
    assert "--quiet-time" in complaint("--quiettime")


def test_a_ruler_lies_between_two_dates():
    assert read_arguments(["--ruler", "1956/1959-12-14"]) == Options(ruler=("1956", "1959-12-14"))
    for text in ("1956", "1956/..", "../1956", "1956/1957/1958"):
        assert f"“{text}” are not two dates to measure between. Write" in complaint("--ruler", text)
    assert "between: “x1” has no year." in complaint("--ruler", "1956/x1")
    assert "--ruler 1959-08-13/1959-12-14" in complaint("--ruler")


def test_a_date_to_look_from_is_edtf_with_an_end():
    assert read_arguments(["--as-known-at", "1960"]) == Options(as_known_at="1960")
    assert read_arguments(["--as-known-at", "-0043"]).as_known_at == "-0043"
    assert "“long ago” is not a date" in complaint("--as-known-at", "long ago")
    assert "“1960/..” has no end" in complaint("--as-known-at", "1960/..")
    assert "--as-known-at 1960" in complaint("--as-known-at")
    assert "--as-known-at" in complaint("--as-known")


def test_everything_at_once():
    options = read_arguments(
        [
            "x.yaml",
            "--view",
            "1954/1986",
            "--select",
            "calcutta",
            "--theme=dark",
            "--size",
            "1280x720",
            "--text-size",
            "150",
        ]
    )
    assert options == Options(
        exhibit=Path("x.yaml"),
        views=(ViewRange("1954/1986", seconds_from_civil(1954), seconds_from_civil(1987)),),
        select="calcutta",
        theme="dark",
        size=(1280, 720),
        text_size_percent=150,
    )


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1959-06/1960-01", (1959, 6, 1), (1960, 2, 1)),
        ("1959-12-14/1959-12-15", (1959, 12, 14), (1959, 12, 16)),
        ("1959", (1959, 1, 1), (1960, 1, 1)),
        ("195X/1986~", (1950, 1, 1), (1987, 1, 1)),
        ("-0500/0100", (-500, 1, 1), (101, 1, 1)),
    ],
)
def test_a_view_is_two_dates_in_edtf(text, first, last):
    assert read_arguments(["--view", text]).views == (
        ViewRange(text, seconds_from_civil(*first), seconds_from_civil(*last)),
    )


def test_several_views_are_kept_in_order():
    options = read_arguments(["--dump-scene", "--view", "1954/1986", "--view", "1959"])
    assert [view.text for view in options.views] == ["1954/1986", "1959"]
    assert options.task is Task.DUMP_SCENE


@pytest.mark.parametrize("text", ["1280x720", "1280X720", "1280×720", " 1280 x 720 "])
def test_a_size_may_be_written_in_several_ways(text):
    assert read_arguments(["--size", text]).size == (1280, 720)


@pytest.mark.parametrize("text", ["150", "150%", "150 %"])
def test_a_text_size_may_carry_its_sign(text):
    assert read_arguments(["--text-size", text]).text_size_percent == 150


@pytest.mark.parametrize(
    ("arguments", "task"),
    [
        (["--check"], Task.CHECK),
        (["--check", "--json", "x.yaml"], Task.CHECK),
        (["--fix", "x.yaml"], Task.FIX),
        (["x.yaml", "--fix", "--json"], Task.FIX),
        (["x.yaml", "--check", "--fix"], Task.FIX),
        (["--snapshot", "a.png"], Task.SNAPSHOT),
        (["--help"], Task.HELP),
        (["-h"], Task.HELP),
        (["--version"], Task.VERSION),
        (["--version", "--check"], Task.VERSION),
    ],
)
def test_what_is_to_be_done(arguments, task):
    assert read_arguments(arguments).task is task


@pytest.mark.parametrize("ending", PICTURE_ENDINGS)
def test_a_picture_is_of_the_kind_that_its_name_says(ending):
    assert read_arguments(["--snapshot", f"a{ending}"]).snapshot == Path(f"a{ending}")
    assert read_arguments(["--snapshot", f"a{ending.upper()}"]).snapshot == Path(f"a{ending.upper()}")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["a.yaml", "b.yaml"], "“b.yaml” is one file too many"),
        (["--them", "dark"], "Did you mean --theme?"),
        (["--frobnicate"], "There is no option “--frobnicate”."),
        (["--theme"], "--theme needs a value, for example --theme dark"),
        (["--theme", ""], "--theme needs a value"),
        (["--view"], "--view needs a value, for example --view 1954/1960"),
        (["--theme", "pink"], "There is no theme “pink”. Choose light, dark or high-contrast."),
        (["--size", "big"], "“big” is not a size."),
        (["--size", "1x1"], "from 320 to 16384"),
        (["--size", "99999x720"], "from 320 to 16384"),
        (["--text-size", "99"], "“99” is not a text size. Write a percentage from 100 to 300."),
        (["--text-size", "301"], "“301” is not a text size."),
        (["--text-size", "large"], "“large” is not a text size."),
        (["--snapshot", "a.gif"], "“a.gif” must end in .png, .svg or .pdf"),
        (["--view", "1960/1950"], "“1960/1950” ends before it begins."),
        (["--view", "1954/.."], "“1954/..” has an open end."),
        (["--view", "/1954"], "“/1954” has an open end."),
        (["--view", "1954/1986/1990"], "is not a stretch of time"),
        (["--view", "1954-13/1986"], "Write two dates with a slash, for example 1954/1986"),
        (["--json"], "--json goes together with --check or --fix only."),
        (["--fix"], "--fix writes into a file: name the exhibit file"),
        (["x.yaml", "--fix", "--dump-scene"], "--fix and --dump-scene cannot be done at the same time."),
        (["--check", "--dump-scene"], "--check and --dump-scene cannot be done at the same time."),
        (["--check=yes"], "This cannot be understood:"),
    ],
)
def test_what_cannot_be_understood_is_said_plainly(arguments, words):
    said = complaint(*arguments)
    assert words in said
    assert "⟦" not in said


@pytest.mark.parametrize("word", RESERVED_WORDS)
def test_verbs_to_come_are_no_files(word):
    assert f"./{word}" in complaint(word)
    assert read_arguments([f"./{word}"]).exhibit == Path(word)


def test_the_help_names_every_option_and_gives_examples():
    text = help_text(ENGLISH)
    for option in (
        "--view A/B", "--select ID", "--theme NAME", "--size WxH", "--text-size PERCENT", "--check", "--json",
        "--snapshot FILE", "--dump-scene", "--version", "--help",
    ):  # fmt: skip
        assert option in text
    assert "timeline-app my-class.yaml --check" in text
    assert "⟦" not in text


def test_the_themes_are_those_of_the_program():
    assert tuple(choice.value for choice in ThemeChoice) == THEMES
