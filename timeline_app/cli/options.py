# SPDX-License-Identifier: MIT
"""What the command line asks for, as plain values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from timeline_app.base.errors import TimelineError
from timeline_app.base.messages import Message
from timeline_app.chrono.date_settings import DateSettings

if TYPE_CHECKING:
    from timeline_app.state.view_link_reader import ReadLink

THEMES: Final = ("light", "dark", "high-contrast")
TEXT_SIZES_PERCENT: Final = (100, 300)
SIDE_PX: Final = (320, 16_384)
PICTURE_ENDINGS: Final = (".png", ".svg", ".pdf")
HANDOUT_ENDINGS: Final = (".pdf", ".html")
DEMO_ENDINGS: Final = (".yaml", ".yml", ".json", ".jsonl")
DEMO_EVENTS: Final = (1_000, 1, 10_000_000)
"""How many events a made-up exhibit has if nothing is said, at the least, and at the most."""


class Task(StrEnum):
    """What is to be done."""

    WINDOW = "window"
    CHECK = "check"
    DATES = "dates"
    DEMO = "demo"
    BIBLIOGRAPHY = "bibliography"
    SEARCH = "search"
    HANDOUT = "handout"
    FIX = "fix"
    SNAPSHOT = "snapshot"
    DUMP_SCENE = "dump-scene"
    HELP = "help"
    VERSION = "version"


class DatesRequest(NamedTuple):
    """Dates to be read, and under which settings; none means those of standard input."""

    texts: tuple[str, ...]
    settings: DateSettings


class DemoRequest(NamedTuple):
    """The file to write, how many events it is to hold, and the seed that decides what they are."""

    path: Path
    events: int
    seed: int


class BibliographyRequest(NamedTuple):
    """The exhibit whose sources are wanted (None for the built-in one), in which format and style."""

    path: Path | None = None
    form: str = "markdown"
    style: str = "chicago-notes"


class SearchRequest(NamedTuple):
    """What to look for, in which exhibit (None for the built-in one), as known when, and how much of it to tell."""

    text: str
    path: Path | None = None
    as_known_at: str = ""
    limit: int = 20


class HandoutRequest(NamedTuple):
    """The exhibit (None for the built-in one), the file to write, the tour ("" for the only one), and how it is laid out."""

    path: Path | None = None
    out: Path = Path("handout.pdf")
    tour: str = ""
    kind: str = "pages"
    copy_for: str = "student"
    per_page: int = 3
    paper: str = "a4"
    opens_notes: bool = False


class ViewRange(NamedTuple):
    """A stretch of time as asked for, and its bounds on the axis."""

    text: str
    first_s: int
    last_s: int


@dataclass(frozen=True, slots=True)
class Options:
    """A command line that has been understood; None means "as usual"."""

    task: Task = Task.WINDOW
    exhibit: Path | None = None
    views: tuple[ViewRange, ...] = ()
    select: str = ""
    folds_quiet_time: bool = False
    as_known_at: str = ""
    ruler: tuple[str, str] | None = None
    is_afresh: bool = False
    link: ReadLink | None = None
    theme: str | None = None
    size: tuple[int, int] | None = None
    text_size_percent: int | None = None
    snapshot: Path | None = None
    as_json: bool = False
    also_check: bool = False
    dates: DatesRequest | None = None
    demo: DemoRequest | None = None
    bibliography: BibliographyRequest | None = None
    search: SearchRequest | None = None
    handout: HandoutRequest | None = None


class UsageError(TimelineError):
    """The command line cannot be understood."""

    def __init__(self, message: Message) -> None:
        super().__init__(message.key)
        self.message = message


def unknown_option(word: str, options: Sequence[str]) -> UsageError:
    """Return the complaint of a word that is none of some options; it names the nearest one, if any is near."""
    # And with it what compares words: only where somebody has mistyped one.
    from difflib import get_close_matches

    near = get_close_matches(word.partition("=")[0], options, n=1)
    if near:
        return UsageError(Message.of("cli.error.unknown-near", option=word, near=near[0]))
    return UsageError(Message.of("cli.error.unknown", option=word))
