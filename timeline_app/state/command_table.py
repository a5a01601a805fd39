# SPDX-License-Identifier: MIT
"""The table of all commands: the one truth for menus, keys, help, palette and tests."""

from __future__ import annotations

from timeline_app.model.document import Document
from timeline_app.state.app_state import AppState, Mode, PanelPage, ReadingPhase
from timeline_app.state.chain_table import CHAIN_COMMANDS
from timeline_app.state.commands import CommandSpec, Param, with_document
from timeline_app.state.commands import explore_keys as _keys
from timeline_app.state.curtain_table import CURTAIN_COMMANDS, has_date_withheld
from timeline_app.state.evidence_table import EVIDENCE_COMMANDS
from timeline_app.state.filter_table import FILTER_COMMANDS
from timeline_app.state.going_table import GOING_COMMANDS
from timeline_app.state.handout_table import HANDOUT_COMMANDS
from timeline_app.state.key_table import KEY_COMMANDS
from timeline_app.state.list_table import LIST_COMMANDS
from timeline_app.state.map_table import MAP_COMMANDS
from timeline_app.state.people_table import PEOPLE_COMMANDS
from timeline_app.state.place_table import PLACE_COMMANDS
from timeline_app.state.present_table import PRESENT_COMMANDS
from timeline_app.state.presenter_table import PRESENTER_COMMANDS
from timeline_app.state.ruler_table import RULER_COMMANDS
from timeline_app.state.search_table import SEARCH_COMMANDS
from timeline_app.state.tour_making_table import MAKING_COMMANDS
from timeline_app.state.tour_table import TOUR_COMMANDS


def _can_go_back(state: AppState) -> bool:
    return bool(state.history.behind)


def _can_go_forward(state: AppState) -> bool:
    return bool(state.history.ahead)


def _is_reading(state: AppState) -> bool:
    return state.reading is ReadingPhase.READING


def _lists_folded(state: AppState) -> bool:
    return state.document is not None and state.page is PanelPage.FOLDED and state.folded is not None


def _has_selection(state: AppState) -> bool:
    return state.document is not None and bool(state.selection.ids)


def _has_hidden_lanes(state: AppState) -> bool:
    return state.document is not None and bool(state.lanes.hidden & _lane_ids(state.document))


def _has_collapsed_lanes(state: AppState) -> bool:
    return state.document is not None and bool(state.lanes.collapsed & _lane_ids(state.document))


def _has_moved_lanes(state: AppState) -> bool:
    return state.document is not None and bool(state.lanes.order or state.lanes.pinned)


def _lane_ids(document: Document) -> set[str]:
    return {lane.id for lane in document.lanes}


def _has_undated(state: AppState) -> bool:
    if state.document is None:
        return False
    return has_date_withheld(state) or not bool(state.document.events.dates.is_dated.all())


def _has_fold(state: AppState) -> bool:
    return state.document is not None and state.fold is not None


_FILE = (
    CommandSpec("file.open", keys=_keys("Ctrl+O"), menu="file"),
    CommandSpec("file.open-path", params=(Param("path", str),)),
    CommandSpec("file.open-built-in", menu="examples"),
    CommandSpec("file.open-big-bang", menu="examples"),
    CommandSpec("file.open-caesar", menu="examples"),
    CommandSpec("file.cancel-reading", enabled=_is_reading, menu="file"),
    CommandSpec("file.reload", enabled=with_document, keys=_keys("Ctrl+R"), menu="file"),
    CommandSpec("file.print", enabled=with_document, keys=_keys("Ctrl+P"), menu="file"),
    CommandSpec("file.export-picture", enabled=with_document, keys=_keys("Ctrl+Shift+E"), menu="file"),
    CommandSpec("settings.open", keys=_keys("Ctrl+,"), menu="file"),
    CommandSpec("file.quit", keys=_keys("Ctrl+Q"), menu="file"),
)

_VIEW = (
    CommandSpec("view.pan", params=(Param("share", float),), enabled=with_document),
    CommandSpec("view.zoom", params=(Param("factor", float), Param("at", float, 0.5)), enabled=with_document),
    CommandSpec(
        "view.show-range", params=(Param("first_s", int), Param("last_s", int)), enabled=with_document
    ),
    CommandSpec("view.scroll-lanes", params=(Param("by_px", float),), enabled=with_document),
    # What a hand on the canvas or the overview sends, at most once a frame: exactly the view that it sees.
    # `remember` is true once a gesture, at its first move: Back then returns to where the gesture began.
    CommandSpec(
        "view.set",
        params=(
            Param("start_s", int),
            Param("span_s", float),
            Param("start_fraction", float, 0.0),
            Param("lane_scroll_px", float, 0.0),
            Param("remember", bool, False),
        ),
        enabled=with_document,
    ),
    # What a hand sends where its zooming ends: a word about why.
    CommandSpec("view.explain-end", params=(Param("end", str),), enabled=with_document),
    # One further calendar beside our own, shown or put away; the third takes the place of the older one.
    CommandSpec("view.calendar", params=(Param("name", str),), enabled=with_document),
    CommandSpec("view.zoom-in", enabled=with_document, keys=_keys("Ctrl++", "Ctrl+="), menu="view"),
    CommandSpec("view.zoom-out", enabled=with_document, keys=_keys("Ctrl+-"), menu="view"),
    CommandSpec("view.fit-all", enabled=with_document, keys=_keys("0"), menu="view", on_canvas=True),
    CommandSpec("view.fit-selection", enabled=_has_selection, keys=_keys("F"), menu="view", on_canvas=True),
    CommandSpec("view.opening", enabled=with_document, menu="view"),
    # Opens or folds the tray; opened by a key or the menu, it is walked from its first event on.
    CommandSpec(
        "view.undated",
        params=(Param("select", bool, True),),
        enabled=_has_undated,
        keys=_keys("U"),
        menu="view",
        on_canvas=True,
    ),
    # Folds quiet time to break marks, or shows all time again.
    CommandSpec("view.quiet-time", enabled=with_document, keys=_keys("Q"), menu="view", on_canvas=True),
    CommandSpec("view.open-quiet", enabled=_has_fold, keys=_keys("Shift+Q"), menu="view", on_canvas=True),
    # Sent by whoever shows a break: opens the stretch that holds an instant.
    CommandSpec("view.open-break", params=(Param("at_s", int),), enabled=_has_fold),
    # Sent by the canvas itself whenever what is folded has changed.
    CommandSpec("view.refold", enabled=with_document),
    CommandSpec("view.earlier", enabled=with_document, keys=_keys("A", "Shift+Left"), on_canvas=True),
    CommandSpec("view.later", enabled=with_document, keys=_keys("D", "Shift+Right"), on_canvas=True),
    CommandSpec("view.closer", enabled=with_document, keys=_keys("W", "+", "="), on_canvas=True),
    CommandSpec("view.wider", enabled=with_document, keys=_keys("S", "-"), on_canvas=True),
    CommandSpec("view.to-first", enabled=with_document, keys=_keys("Home"), on_canvas=True),
    CommandSpec("view.to-last", enabled=with_document, keys=_keys("End"), on_canvas=True),
    CommandSpec("view.lanes-up", enabled=with_document, keys=_keys("Shift+Up"), on_canvas=True),
    CommandSpec("view.lanes-down", enabled=with_document, keys=_keys("Shift+Down"), on_canvas=True),
)

_SELECT = (
    CommandSpec(
        "select.event",
        # `reveal` brings the event into view, `unfold` opens a collapsed lane for it.
        params=(Param("id", str), Param("reveal", bool, True), Param("unfold", bool, True)),
        enabled=with_document,
    ),
    CommandSpec("select.toggle", params=(Param("id", str),), enabled=with_document),
    CommandSpec("select.range", params=(Param("id", str),), enabled=with_document),
    CommandSpec("select.many", params=(Param("ids", tuple),), enabled=with_document),
    CommandSpec("select.clear", enabled=_has_selection, keys=_keys("Esc"), on_canvas=True, menu="go"),
    # Sent by the canvas itself whenever its lanes have got another height.
    CommandSpec("select.keep-in-sight", enabled=_has_selection),
    CommandSpec("select.next-in-time", enabled=with_document, keys=_keys("Right"), on_canvas=True),
    CommandSpec("select.previous-in-time", enabled=with_document, keys=_keys("Left"), on_canvas=True),
    CommandSpec("select.next-in-lane", enabled=with_document, keys=_keys("."), on_canvas=True),
    CommandSpec("select.previous-in-lane", enabled=with_document, keys=_keys(","), on_canvas=True),
    CommandSpec("select.lane-above", enabled=with_document, keys=_keys("Up"), on_canvas=True),
    CommandSpec("select.lane-below", enabled=with_document, keys=_keys("Down"), on_canvas=True),
    CommandSpec("select.next-decade", enabled=with_document, keys=_keys("PgDown"), on_canvas=True),
    CommandSpec("select.previous-decade", enabled=with_document, keys=_keys("PgUp"), on_canvas=True),
    CommandSpec("select.next-era", enabled=with_document, keys=_keys("Ctrl+PgDown"), on_canvas=True),
    CommandSpec("select.previous-era", enabled=with_document, keys=_keys("Ctrl+PgUp"), on_canvas=True),
)

LANE_IN_HAND = "*"
"""Stands for no lane, which no id looks like: what a command on lanes gets where nobody names one."""

_LANE = (Param("lane", str, LANE_IN_HAND),)
# Their keys act at the lanes' names, which send along the lane that the keyboard is at.
_LANES = (
    CommandSpec("lanes.toggle", _LANE, with_document, _keys("Return", "Space"), on_heads=True),
    CommandSpec("lanes.move-up", _LANE, with_document, _keys("Alt+Up"), on_heads=True),
    CommandSpec("lanes.move-down", _LANE, with_document, _keys("Alt+Down"), on_heads=True),
    CommandSpec("lanes.pin", _LANE, with_document, _keys("P"), on_heads=True),
    CommandSpec("lanes.hide", _LANE, with_document, _keys("H"), on_heads=True),
    CommandSpec("lanes.menu", _LANE, with_document, _keys("Shift+F10", "Menu"), on_heads=True),
    CommandSpec("lanes.show", (Param("lane", str),), with_document),
    # The list of all lanes, each shown or hidden.
    CommandSpec("lanes.choose", enabled=with_document),
    # Before another lane of the same parent, or last among them.
    CommandSpec("lanes.move", (Param("lane", str), Param("before", str, LANE_IN_HAND)), with_document),
    CommandSpec("lanes.show-all", enabled=_has_hidden_lanes, menu="lanes"),
    CommandSpec("lanes.collapse-all", enabled=with_document, menu="lanes"),
    CommandSpec("lanes.expand-all", enabled=_has_collapsed_lanes, menu="lanes"),
    CommandSpec("lanes.usual-order", enabled=_has_moved_lanes, menu="lanes"),
    CommandSpec("lanes.show-selected", enabled=_has_selection, keys=_keys("L"), menu="lanes", on_canvas=True),
)

_FOLDED = (
    # What has no name in a stretch of a lane, at a zoom in axis seconds per pixel; 0 means that of the present view.
    CommandSpec(
        "folded.show",
        params=(Param("lane", str), Param("first_s", int), Param("last_s", int), Param("zoom", float, 0.0)),
        enabled=with_document,
    ),
    CommandSpec("folded.here", enabled=with_document, keys=_keys("M"), menu="go", on_canvas=True),
    CommandSpec("folded.earlier", enabled=_lists_folded),
    CommandSpec("folded.later", enabled=_lists_folded),
)

_GO = (
    CommandSpec("go.back", enabled=_can_go_back, keys=_keys("Alt+Left"), menu="go"),
    CommandSpec("go.forward", enabled=_can_go_forward, keys=_keys("Alt+Right"), menu="go"),
    CommandSpec("go.introduction", enabled=with_document, keys=_keys("F2"), menu="go"),
    CommandSpec("go.legend", enabled=with_document, keys=_keys("F3"), menu="go"),
    CommandSpec("go.problems", menu="go"),
    CommandSpec("go.canvas", enabled=with_document, keys=_keys("F6"), menu="go"),
    CommandSpec("go.lanes", enabled=with_document, keys=_keys("F7"), menu="go"),
    CommandSpec("go.panel", enabled=with_document, keys=_keys("Shift+F6"), menu="go"),
    CommandSpec("go.menu", keys=_keys("F10")),
    CommandSpec("go.head-above", enabled=with_document, keys=_keys("Up"), on_heads=True),
    CommandSpec("go.head-below", enabled=with_document, keys=_keys("Down"), on_heads=True),
    CommandSpec("go.first-head", enabled=with_document, keys=_keys("Home"), on_heads=True),
    CommandSpec("go.last-head", enabled=with_document, keys=_keys("End"), on_heads=True),
)

_SETTINGS = (
    CommandSpec("settings.theme", params=(Param("theme", str),)),
    CommandSpec("settings.text-size", params=(Param("percent", int),)),
    CommandSpec("settings.larger-text", keys=_keys("Ctrl+Shift+."), menu="view"),
    CommandSpec("settings.smaller-text", keys=_keys("Ctrl+Shift+,"), menu="view"),
    CommandSpec("settings.reduced-motion", params=(Param("on", bool),)),
    CommandSpec("settings.toggle-theme", keys=_keys("Ctrl+T"), menu="view"),
    CommandSpec("panel.toggle", enabled=with_document, keys=_keys("F9"), menu="view"),
    CommandSpec("reading.wide", enabled=with_document, keys=_keys("Shift+F9"), menu="view"),
    CommandSpec("panel.why-date", enabled=_has_selection, keys=_keys("F4"), menu="view"),
    CommandSpec("panel.width", params=(Param("width_px", float),)),
    CommandSpec("note.open", params=(Param("id", str),), enabled=with_document),
    CommandSpec("note.skip", params=(Param("id", str),), enabled=with_document),
    CommandSpec("help.about", menu="help"),
    CommandSpec("help.keys", keys={Mode.EXPLORE: ("F1",), Mode.PRESENT: ("?", "F1")}, menu="help"),
)

COMMANDS: tuple[CommandSpec, ...] = (
    *_FILE,
    *_VIEW,
    *_SELECT,
    *_LANES,
    *_FOLDED,
    *EVIDENCE_COMMANDS,
    *FILTER_COMMANDS,
    *SEARCH_COMMANDS,
    *PEOPLE_COMMANDS,
    *MAP_COMMANDS,
    *LIST_COMMANDS,
    *_GO,
    *GOING_COMMANDS,
    *CHAIN_COMMANDS,
    *PLACE_COMMANDS,
    *TOUR_COMMANDS,
    *HANDOUT_COMMANDS,
    *MAKING_COMMANDS,
    *PRESENT_COMMANDS,
    *PRESENTER_COMMANDS,
    *_SETTINGS,
    *RULER_COMMANDS,
    *CURTAIN_COMMANDS,
    *KEY_COMMANDS,
)
