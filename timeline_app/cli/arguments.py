# SPDX-License-Identifier: MIT
"""Reads the command line. Every complaint is a message of our own, in words that a teacher understands."""

from __future__ import annotations

import argparse
import re
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Final, Never

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message, Translator
from timeline_app.cli.moments import moment_of
from timeline_app.cli.options import (
    PICTURE_ENDINGS,
    SIDE_PX,
    TEXT_SIZES_PERCENT,
    THEMES,
    Options,
    Task,
    UsageError,
    ViewRange,
    unknown_option,
)

if TYPE_CHECKING:
    from timeline_app.state.view_link_reader import ReadLink

PROGRAM: Final = "timeline-app"

DATES_WORD: Final = "dates"
DEMO_WORD: Final = "demo"
BIBLIOGRAPHY_WORD: Final = "bibliography"
SEARCH_WORD: Final = "search"
HANDOUT_WORD: Final = "handout"
RESERVED_WORDS: Final = ("bundle", "kiosk-run", "self-test", "voice")
"""First words that are verbs and never files, so that a verb to come cannot change what a command means."""

LINK: Final = "timeline:"
"""A word that begins so is a link, and no file."""

_MISSING: Final = "\0"
_SIZE: Final = re.compile(r"(\d{1,6})\s*[x×X]\s*(\d{1,6})")
_PERCENT: Final = re.compile(r"(\d{1,4})\s*%?")


def read_arguments(arguments: Sequence[str]) -> Options:
    """Return what the arguments ask for; raise UsageError where they make no sense."""
    if not arguments:
        return Options()
    if (asked := _of_verb(arguments[0], arguments[1:])) is not None:
        return asked
    if arguments[0] in RESERVED_WORDS:
        raise UsageError(Message.of("cli.error.reserved", word=arguments[0]))
    found, strangers = _parser(None).parse_known_args(_joined(arguments))
    for stranger in strangers:
        raise unknown_option(stranger, _OPTIONS)
    files = [text for text in found.exhibit if not text.lower().startswith(LINK)]
    if len(files) > 1:
        raise UsageError(Message.of("cli.error.several-files", second=files[1]))
    return Options(
        task=_task(found),
        exhibit=Path(files[0]) if files else None,
        link=_link(found),
        views=tuple(_view(text) for text in found.view or ()),
        select=_value("--select", found.select) or "",
        folds_quiet_time=found.quiet_time,
        as_known_at=moment_of(_value("--as-known-at", found.as_known_at)),
        ruler=_ruler(_value("--ruler", found.ruler)),
        is_afresh=found.fresh,
        theme=_theme(_value("--theme", found.theme)),
        size=_size(_value("--size", found.size)),
        text_size_percent=_text_size(_value("--text-size", found.text_size)),
        snapshot=_picture(_value("--snapshot", found.snapshot)),
        as_json=found.json,
        also_check=found.check and found.fix,
    )


def _of_verb(verb: str, rest: Sequence[str]) -> Options | None:
    """Return what the words after a verb ask for, None where the first word is none."""
    if verb == DATES_WORD:
        # Most starts read no dates from the command line.
        from timeline_app.cli.dates_arguments import read_dates_arguments

        return read_dates_arguments(rest)
    if verb == DEMO_WORD:
        from timeline_app.cli.demo_arguments import read_demo_arguments

        return read_demo_arguments(rest)
    if verb == BIBLIOGRAPHY_WORD:
        from timeline_app.cli.bibliography_arguments import read_bibliography_arguments

        return read_bibliography_arguments(rest)
    if verb == SEARCH_WORD:
        from timeline_app.cli.search_arguments import read_search_arguments

        return read_search_arguments(rest)
    if verb == HANDOUT_WORD:
        from timeline_app.cli.handout_arguments import read_handout_arguments

        return read_handout_arguments(rest)
    return None


def help_text(translator: Translator) -> str:
    """Return the help page."""
    return _parser(translator).format_help()


class _Parser(argparse.ArgumentParser):
    """A parser that raises instead of ending the program in English."""

    def error(self, message: str) -> Never:
        raise UsageError(Message.of("cli.error.other", detail=message))


def _parser(translator: Translator | None) -> _Parser:
    """Build the parser; only the help page needs the words."""

    def say(key: str) -> str:
        return translator.say(f"cli.help.{key}").replace("%", "%%") if translator else ""

    parser = _Parser(
        prog=PROGRAM,
        description=say("description"),
        epilog=say("examples"),
        usage=say("usage") or None,
        formatter_class=argparse.RawDescriptionHelpFormatter,
        add_help=False,
        allow_abbrev=False,
    )
    files = parser.add_argument_group(say("group.file"))
    files.add_argument("exhibit", nargs=None if translator else "*", metavar="EXHIBIT", help=say("exhibit"))
    opening = parser.add_argument_group(say("group.opening"))
    for name, metavar in (("--view", "A/B"), ("--select", "ID"), ("--theme", "NAME"), ("--size", "WxH")):
        _add_value(opening, name, metavar, say(name[2:]))
    _add_value(opening, "--text-size", "PERCENT", say("text-size"))
    _add_value(opening, "--as-known-at", "DATE", say("as-known-at"))
    _add_value(opening, "--ruler", "A/B", say("ruler"))
    opening.add_argument("--quiet-time", action="store_true", help=say("quiet-time"))
    _add_value(opening, "--open-link", "LINK", say("open-link"))
    opening.add_argument("--fresh", action="store_true", help=say("fresh"))
    instead = parser.add_argument_group(say("group.instead"))
    instead.add_argument("--check", action="store_true", help=say("check"))
    instead.add_argument("--fix", action="store_true", help=say("fix"))
    instead.add_argument("--json", action="store_true", help=say("json"))
    _add_value(instead, "--snapshot", "FILE", say("snapshot"))
    instead.add_argument("--dump-scene", action="store_true", help=say("dump-scene"))
    instead.add_argument("--version", action="store_true", help=say("version"))
    instead.add_argument("-h", "--help", action="store_true", help=say("help"))
    return parser


def _add_value(group: argparse._ArgumentGroup, name: str, metavar: str, words: str) -> None:
    """Add an option with a value that may be missing, so that the complaint is ours; --view may repeat."""
    action = "append" if name == "--view" else "store"
    if words:
        group.add_argument(name, action=action, metavar=metavar, help=words)
    else:
        group.add_argument(name, nargs="?", const=_MISSING, action=action, metavar=metavar)


def _joined(arguments: Sequence[str]) -> list[str]:
    """Join `--view -0500/0100` to one word: a year before 1 BC is not an option."""
    joined: list[str] = []
    for argument in arguments:
        if joined and joined[-1] in ("--view", "--as-known-at") and re.match(r"-\d", argument):
            joined[-1] += f"={argument}"
        else:
            joined.append(argument)
    return joined


def _task(found: argparse.Namespace) -> Task:
    if found.help:
        return Task.HELP
    if found.version:
        return Task.VERSION
    asked = [
        task
        for task, is_asked in (
            (Task.CHECK, found.check and not found.fix),
            (Task.FIX, found.fix),
            (Task.SNAPSHOT, found.snapshot is not None),
            (Task.DUMP_SCENE, found.dump_scene),
        )
        if is_asked
    ]
    if len(asked) > 1:
        raise UsageError(Message.of("cli.error.one-task", first=f"--{asked[0]}", second=f"--{asked[1]}"))
    if found.fix and not found.exhibit:
        raise UsageError(Message.of("cli.error.fix-file"))
    if found.json and asked not in ([Task.CHECK], [Task.FIX]):
        raise UsageError(Message.of("cli.error.json-alone"))
    return asked[0] if asked else Task.WINDOW


def _value(option: str, text: str | None) -> str | None:
    if text in {_MISSING, ""}:
        raise UsageError(Message.of("cli.error.no-value", option=option, example=_EXAMPLES[option]))
    return text


_EXAMPLES: Final[dict[str, str]] = {
    "--view": "--view 1954/1960",
    "--select": "--select calcutta-agreement",
    "--as-known-at": "--as-known-at 1960",
    "--ruler": "--ruler 1959-08-13/1959-12-14",
    "--open-link": '--open-link "timeline://ships-from-niigata/1955/1960"',
    "--theme": "--theme dark",
    "--size": "--size 1280x720",
    "--text-size": "--text-size 150",
    "--snapshot": "--snapshot picture.png",
}
_OPTIONS: Final = (
    *_EXAMPLES,
    "--check",
    "--fix",
    "--json",
    "--dump-scene",
    "--quiet-time",
    "--fresh",
    "--version",
    "--help",
)


def _view(text: str) -> ViewRange:
    _value("--view", text)
    first, slash, last = text.partition("/")
    if not slash:
        # One date alone is a range too: its own length.
        last = first
    if {first, last} & {"", ".."}:
        raise UsageError(Message.of("cli.error.view-open", text=text))
    # Dates need a calendar, which most starts do not.
    from timeline_app.chrono.edtf import parse

    try:
        # A second slash is for the reader of dates to explain.
        begin, end = parse(first), parse(text if "/" in last else last)
    except DateError as error:
        raise UsageError(Message.of("cli.error.view-date", text=text, detail=error.message)) from None
    if begin.earliest_s is None or end.latest_s is None:
        raise UsageError(Message.of("cli.error.view-open", text=text))
    if begin.earliest_s >= end.latest_s:
        raise UsageError(Message.of("cli.error.view-backwards", text=text))
    return ViewRange(text, begin.earliest_s, end.latest_s)


def _ruler(text: str | None) -> tuple[str, str] | None:
    """Return the two dates to measure between."""
    if text is None:
        return None
    first, _, last = text.partition("/")
    if {first, last} & {"", ".."} or "/" in last:
        raise UsageError(Message.of("cli.error.ruler-open", text=text))
    from timeline_app.chrono.edtf import parse

    try:
        ends = parse(first), parse(last)
    except DateError as error:
        raise UsageError(Message.of("cli.error.ruler", text=text, detail=error.message)) from None
    if any(end.earliest_s is None or end.latest_s is None for end in ends):
        raise UsageError(Message.of("cli.error.ruler-open", text=text))
    return first, last


def _link(found: argparse.Namespace) -> ReadLink | None:
    """Return what the one link says that stands among the files or behind its option."""
    asked = _value("--open-link", found.open_link)
    texts = [text for text in found.exhibit if text.lower().startswith(LINK)]
    texts += [] if asked is None else [asked]
    if not texts:
        return None
    if len(texts) > 1:
        raise UsageError(Message.of("cli.error.several-links"))
    if found.check or found.fix or found.dump_scene:
        raise UsageError(Message.of("cli.error.link-window"))
    if found.view or found.select or found.as_known_at or found.quiet_time:
        raise UsageError(Message.of("cli.error.link-alone"))
    from timeline_app.state.view_link_reader import LinkFault, read_link

    read = read_link(texts[0])
    if isinstance(read, LinkFault):
        raise UsageError(read.message)
    return read


def _theme(text: str | None) -> str | None:
    if text is not None and text not in THEMES:
        raise UsageError(Message.of("cli.error.theme", text=text))
    return text


def _size(text: str | None) -> tuple[int, int] | None:
    if text is None:
        return None
    match = _SIZE.fullmatch(text.strip())
    width, height = (int(match[1]), int(match[2])) if match else (0, 0)
    if not all(SIDE_PX[0] <= side <= SIDE_PX[1] for side in (width, height)):
        raise UsageError(Message.of("cli.error.size", text=text, least=SIDE_PX[0], most=SIDE_PX[1]))
    return width, height


def _text_size(text: str | None) -> int | None:
    if text is None:
        return None
    match = _PERCENT.fullmatch(text.strip())
    percent = int(match[1]) if match else 0
    if not TEXT_SIZES_PERCENT[0] <= percent <= TEXT_SIZES_PERCENT[1]:
        raise UsageError(Message.of("cli.error.text-size", text=text))
    return percent


def _picture(text: str | None) -> Path | None:
    if text is None:
        return None
    path = Path(text)
    if path.suffix.lower() not in PICTURE_ENDINGS:
        raise UsageError(Message.of("cli.error.picture", text=text))
    return path
