# SPDX-License-Identifier: MIT
"""Reads links to a view: any text is a link, with what was passed over in it, or a fault in plain words."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final, NamedTuple, get_args
from urllib.parse import unquote_to_bytes

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono.edtf import parse
from timeline_app.model.filters import FACETS
from timeline_app.model.records import Audience
from timeline_app.state.app_state import PanelPage
from timeline_app.state.kept_place import PASSING_PAGES
from timeline_app.state.view_link import NO, NONE, SCHEME, VERSION, YES, LinkedMoment, ViewLink

LONGEST: Final = 8_000
LONGEST_NAMED: Final = 40
"""Of a part that is not understood so much is repeated."""
_BAD_PERCENT: Final = re.compile("%(?![0-9A-Fa-f]{2})")
_BLANKS: Final = re.compile(r"\s+")
_AROUND: Final = "<>\"'“”‘’«»()[]"


class ReadLink(NamedTuple):
    """A link, and the parts of its text that were passed over."""

    link: ViewLink
    passed_over: tuple[str, ...] = ()


class LinkFault(NamedTuple):
    """Why a text is no link, with the place in it, counted from 1, and what to do."""

    message: Message
    at: int = 1


@dataclass(frozen=True, slots=True)
class _Refused(Exception):
    fault: LinkFault


Take = Callable[[ViewLink, str], ViewLink | None]
"""Puts a value, still percent-encoded, into a link; None where it makes no sense."""


def read_link(text: str) -> ReadLink | LinkFault:
    """Read a link as it was copied, sent and pasted: with line breaks, blanks or quotation marks about it."""
    plain = _BLANKS.sub("", text).strip(_AROUND)
    try:
        return _read(plain)
    except _Refused as refused:
        return refused.fault


def _read(text: str) -> ReadLink:
    if not text:
        raise _fault("link.problem.empty")
    if not text.lower().startswith(SCHEME):
        raise _fault("link.problem.scheme", text=_named(text))
    if len(text) > LONGEST:
        raise _fault("link.problem.too-long", most=LONGEST)
    bad = _BAD_PERCENT.search(text)
    if bad is not None:
        raise _fault("link.problem.percent", bad.start() + 1)
    place, _, rest = text.partition("?")
    begin = len(SCHEME)
    link = _placed(place[begin:], begin + 1)
    passed_over: list[str] = []
    at = len(place) + 2
    for part in rest.split("&") if rest else ():
        taken = _taken(link, part, at)
        if taken is None:
            passed_over.append(_named(part))
        link, at = taken or link, at + len(part) + 1
    return ReadLink(link, tuple(passed_over))


def _placed(text: str, at: int) -> ViewLink:
    """Read the exhibit's name and the stretch of time."""
    name, slash, dates = text.rstrip("/").partition("/")
    exhibit = _plain(name, at)
    if not exhibit:
        raise _fault("link.problem.no-exhibit", at)
    at += len(name) + len(slash)
    words = "/".join(_plain(part, at) for part in dates.split("/")) if dates else ""
    if words:
        _check_date(words, at)
    return ViewLink(exhibit, words)


def _taken(link: ViewLink, part: str, at: int) -> ViewLink | None:
    """Return the link with one part of its text; None where the part is not understood."""
    name, equals, value = part.partition("=")
    take = _TAKES.get(name.lower())
    if name.lower() == "v" and value.isdecimal() and int(value[:9]) > VERSION:
        raise _fault("link.problem.version", at, version=value[:9])
    if take is None or not equals or not value:
        return None
    if name.lower() in ("dates", "known"):
        _check_date(_plain(value, at), at + len(name) + 1)
    return take(link, _checked(value, at + len(name) + 1))


def _checked(value: str, at: int) -> str:
    """Return a value, still encoded, of which every part can be decoded; raise `_Refused` otherwise."""
    _plain(value, at)
    return value


def _plain(text: str, at: int) -> str:
    try:
        return unquote_to_bytes(text).decode("utf-8") if "%" in text else text
    except UnicodeDecodeError:
        raise _fault("link.problem.characters", at) from None


def _check_date(text: str, at: int) -> None:
    try:
        date = parse(text)
    except DateError as error:
        raise _fault("link.problem.date", at, text=_named(text), reason=error.message) from None
    if date.is_year_unknown:
        raise _fault("link.problem.date-open", at, text=_named(text))


def _fault(key: str, at: int = 1, **parameters: str | int | Message) -> _Refused:
    return _Refused(LinkFault(Message.of(key, at=at, **parameters), at))


def _named(part: str) -> str:
    """Return a part as it can be repeated to people: short, and nothing but what can be seen."""
    seen = "".join(letter for letter in part if letter.isprintable())
    return seen if len(seen) <= LONGEST_NAMED else f"{seen[: LONGEST_NAMED - 1]}…"


# -- the parts, each by its name; values that make no sense are None -------------------------------


def _one(value: str) -> str:
    return _plain(value, 1)


def _many(value: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one(one) for one in value.split(",") if one))


def _page(link: ViewLink, value: str) -> ViewLink | None:
    page, _, subject = value.partition(":")
    known = {one.value for one in PanelPage if one not in PASSING_PAGES and one is not PanelPage.FOLDED}
    return replace(link, page=_one(page), subject=_one(subject)) if _one(page) in known else None


def _moment(link: ViewLink) -> LinkedMoment:
    return link.known_at or LinkedMoment("")


def _known(link: ViewLink, value: str) -> ViewLink:
    return replace(link, known_at=replace(_moment(link), date=_one(value)))


def _knowers(link: ViewLink, value: str) -> ViewLink | None:
    found: Audience | None = next((one for one in get_args(Audience) if one == value), None)
    return None if found is None else replace(link, known_at=replace(_moment(link), audience=found))


def _country(link: ViewLink, value: str) -> ViewLink:
    return replace(link, known_at=replace(_moment(link), where=_one(value)))


def _calendars(link: ViewLink, value: str) -> ViewLink:
    return replace(link, calendars=() if value == NONE else _many(value))


def _facet(facet: str) -> Take:
    return lambda link, value: replace(
        link, filters=replace(link.filters, **{facet: frozenset(_many(value))})
    )


def _ids(field: str) -> Take:
    return lambda link, value: replace(link, **{field: _many(value)})  # type: ignore[arg-type]


def _text(field: str) -> Take:
    return lambda link, value: replace(link, **{field: _one(value)})  # type: ignore[arg-type]


def _switch(field: str) -> Take:
    def take(link: ViewLink, value: str) -> ViewLink | None:
        is_on = {YES: True, NO: False}.get(value.lower())
        return None if is_on is None else replace(link, **{field: is_on})  # type: ignore[arg-type]

    return take


_TAKES: Final[dict[str, Take]] = {
    **{facet: _facet(facet) for facet in FACETS},
    "select": _ids("selected"),
    "page": _page,
    "known": _known,
    "knowers": _knowers,
    "country": _country,
    "without": _ids("without"),
    "derived": _switch("takes_derived"),
    "dates": _text("dates"),
    "certain": _switch("certain"),
    "hidden": _ids("hidden"),
    "collapsed": _ids("collapsed"),
    "calendars": _calendars,
    "quiet": _switch("is_quiet_folded"),
    "evidence": _switch("evidence_shown"),
    "silences": _switch("silences_shown"),
    "language": _text("language"),
    "v": lambda link, value: link if value == str(VERSION) else None,
}
