# SPDX-License-Identifier: MIT
"""Checks what must have a certain form: dates, views, paths of files, language tags, numbers, time zones."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from timeline_app.base.errors import DateError
from timeline_app.base.messages import Message
from timeline_app.chrono.edtf import parse
from timeline_app.chrono.zones import is_zone, zone_names, zone_of_place
from timeline_app.content.clean import DROPPED
from timeline_app.content.date_checks import check_date, take_loose_view
from timeline_app.content.draft import Draft, Entry
from timeline_app.content.folder import Finding, find_in_folder
from timeline_app.content.node_tree import TreePath
from timeline_app.content.shape import LANGUAGE_TAG
from timeline_app.content.watch import Formatted, Watched


def check_forms(draft: Draft, entry: Entry, watched: Watched, plain_dates: Collection[str] = ()) -> None:
    """Report what has not the form it must have, and leave it out; `plain_dates` are known to be good."""
    for form, found in watched.formats.items():
        if form == "date":
            for formatted in found:
                if formatted.text not in plain_dates:
                    check_date(draft, entry, formatted.path, formatted.text)
            continue
        check = _CHECKS[form]
        for formatted in found:
            if not check(draft, entry, formatted):
                entry.edits[formatted.path] = DROPPED


def _check_view(draft: Draft, entry: Entry, found: Formatted) -> bool:
    """A view is a stretch of time with two known ends."""
    try:
        date = parse(found.text, draft.date_settings)
    except DateError as error:
        if take_loose_view(draft, entry, found.path, found.text):
            return True
        reason = error.message
    else:
        if date.earliest_s is not None and date.latest_s is not None:
            return True
        reason = Message.of("problem.view-without-end")
    hint = Message.of("problem.hint.bad-view")
    draft.add(entry, found.path, "bad-view", excerpt=found.text, hint=hint, view=found.text, reason=reason)
    return False


def _check_media(draft: Draft, entry: Entry, found: Formatted) -> bool:
    finding, _ = find_in_folder(draft.folder, found.text)
    draft.report.media[found.text] = finding
    if finding is Finding.FOUND:
        _check_alt(draft, entry, found.path)
        return True
    code = "outside-folder" if finding is Finding.OUTSIDE else "file-not-found"
    draft.add(entry, found.path, code, excerpt=found.text, file=found.text)
    return False


def _check_alt(draft: Draft, entry: Entry, path: TreePath) -> None:
    """A picture without a description says nothing to who cannot see it."""
    node: Any = entry.raw
    for key in path[:-1]:
        node = node[key]
    if not node.get("alt") and "alt" not in getattr(node, "gaps", ()) and not entry.is_damaged(path[:-1]):
        draft.add(entry, path, "missing-alt", excerpt=node[path[-1]], file=node[path[-1]])


def _check_language(draft: Draft, entry: Entry, found: Formatted) -> bool:
    if LANGUAGE_TAG.fullmatch(found.text):
        return True
    draft.add(entry, found.path, "bad-language-tag", excerpt=found.text, tag=found.text)
    return False


def _check_zone(draft: Draft, entry: Entry, found: Formatted) -> bool:
    if is_zone(found.text):
        return True
    place = zone_of_place(found.text)
    hint = (
        Message.of("problem.hint.did-you-mean", word=place)
        if place
        else draft.report.hint(found.text, zone_names()) or Message.of("problem.hint.unknown-zone")
    )
    draft.add(entry, found.path, "unknown-zone", excerpt=found.text, hint=hint, zone=found.text)
    return False


def _check_number(draft: Draft, entry: Entry, found: Formatted) -> bool:
    draft.add(entry, found.path, "out-of-range", excerpt=found.text, value=found.text, range="")
    return False


_CHECKS: Final[Mapping[str, Callable[[Draft, Entry, Formatted], bool]]] = {
    "view": _check_view,
    "media": _check_media,
    "language": _check_language,
    "number": _check_number,
    "zone": _check_zone,
}
