# SPDX-License-Identifier: MIT
"""Links and `--fresh` on the command line."""

from pathlib import Path

import pytest

from tests.stages import ENGLISH
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.options import UsageError
from timeline_app.state.view_link import ViewLink
from timeline_app.state.view_link_reader import ReadLink

LINK = "timeline://caesar/-0045/-0044?select=ides"
READ = ReadLink(ViewLink("caesar", "-0045/-0044", ("ides",)))


@pytest.mark.parametrize("arguments", [[LINK], ["--open-link", LINK], [f"--open-link={LINK}"]])
def test_a_link_stands_for_an_exhibit_or_behind_its_option(arguments):
    options = read_arguments(arguments)
    assert options.link == READ
    assert options.exhibit is None


def test_a_file_and_a_link_go_together():
    options = read_arguments(["rome.yaml", LINK, "--snapshot", "rome.png"])
    assert (options.exhibit, options.link) == (Path("rome.yaml"), READ)


def test_what_is_not_known_in_a_link_is_kept_to_be_said():
    link = read_arguments([f"{LINK}&kitchen=yes"]).link
    assert link is not None
    assert link.passed_over == ("kitchen=yes",)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["timeline:rome"], "“timeline:rome” is not a link to a view: such a link begins with timeline://"),
        ([LINK, "--open-link", LINK], "One link at a time, please."),
        (["--check", LINK], "A link opens a window or goes together with --snapshot."),
        (
            [LINK, "--view", "1950"],
            (
                "A link says itself what is shown: it does not go together with --view, --select, --as-known-at or "
                "--quiet-time."
            ),
        ),
        (["a.yaml", "b.yaml", LINK], "One exhibit at a time, please: “b.yaml” is one file too many."),
    ],
)
def test_what_makes_no_sense_is_said(arguments, said):
    with pytest.raises(UsageError) as caught:
        read_arguments(arguments)
    assert ENGLISH.text(caught.value.message) == said


def test_fresh_is_a_switch():
    assert read_arguments(["--fresh"]).is_afresh
    assert not read_arguments([]).is_afresh
