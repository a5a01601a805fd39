# SPDX-License-Identifier: MIT
"""Joins the parts of the shell: every command to its handler, every signal to who acts on it.

All connections stand here, sorted by sender. Panels and canvas never talk to each other: they wish, the
store changes, the bridge tells, and everybody who shows anything reads the store.
"""

from __future__ import annotations

from typing import Final

from timeline_app.base import collector
from timeline_app.state.handlers import bind_handlers
from timeline_app.ui.bibliography_commands import BibliographyCommands
from timeline_app.ui.chain_views import ChainCommands, connect_chain
from timeline_app.ui.dialog_commands import DialogCommands
from timeline_app.ui.evidence_commands import EvidenceCommands
from timeline_app.ui.file_commands import FileCommands
from timeline_app.ui.filter_commands import FilterCommands, connect_filters
from timeline_app.ui.folded_commands import FoldedCommands
from timeline_app.ui.going_commands import GoingCommands
from timeline_app.ui.handout_commands import HandoutCommands
from timeline_app.ui.key_commands import KeyCommands
from timeline_app.ui.lane_commands import LaneCommands
from timeline_app.ui.latin_keys import LatinKeys
from timeline_app.ui.link_commands import LinkCommands
from timeline_app.ui.list_commands import ListCommands, connect_list
from timeline_app.ui.map_commands import MapCommands, MapFollower
from timeline_app.ui.people_commands import PeopleCommands
from timeline_app.ui.place_views import PlaceViews
from timeline_app.ui.prediction_commands import PredictionCommands
from timeline_app.ui.present_commands import PresentCommands, connect_screens
from timeline_app.ui.ruler_commands import RulerCommands
from timeline_app.ui.search_commands import SearchCommands
from timeline_app.ui.search_views import connect_search
from timeline_app.ui.shell import Shell
from timeline_app.ui.tour_commands import TourCommands
from timeline_app.ui.tour_making_commands import TourMakingCommands, connect_making
from timeline_app.ui.tour_views import connect_tours
from timeline_app.ui.views import Views

TIDY_MS: Final = 1_500.0


def bind_commands(shell: Shell) -> None:
    """Bind every command of the table."""
    bind_handlers(shell.commands, shell.store, lambda: shell.stage_in_hand)
    FileCommands(shell).bind()
    DialogCommands(shell).bind()
    FoldedCommands(shell).bind()
    ListCommands(shell).bind()
    LaneCommands(shell).bind()
    EvidenceCommands(shell).bind()
    BibliographyCommands(shell).bind()
    FilterCommands(shell).bind()
    SearchCommands(shell).bind()
    PeopleCommands(shell).bind()
    MapCommands(shell).bind()
    GoingCommands(shell).bind()
    ChainCommands(shell).bind()
    LinkCommands(shell).bind()
    KeyCommands(shell).bind()
    RulerCommands(shell).bind()
    PredictionCommands(shell).bind()
    TourCommands(shell).bind()
    TourMakingCommands(shell).bind()
    HandoutCommands(shell).bind()
    PresentCommands(shell).bind()


def connect(shell: Shell) -> None:
    """Connect all signals."""
    views = Views(shell)
    _connect_bridge(shell, views)
    _connect_wishes(shell, views)
    _connect_window(shell, views)
    connect_list(shell, views.show_panel)
    connect_search(shell, views.show_panel)
    connect_chain(shell)
    connect_filters(shell, views.show_panel)
    connect_screens(shell)
    connect_tours(shell, views)
    connect_making(shell, views)
    MapFollower(shell)
    PlaceViews(shell).begin()
    LatinKeys(shell.canvas, lambda key: _send_key(shell, key))
    shell.store.watch(shell.keeper.note_state)
    views.show_everything()


def _send_key(shell: Shell, key: str) -> bool:
    """Send the canvas's command for a key, at the lanes' names theirs; tell whether there is one."""
    if shell.canvas.heads.send_key(key):
        return True
    for spec in shell.commands.specs.values():
        if spec.on_canvas and key in shell.commands.keys_of(spec.id):
            return shell.commands.send(spec.id)
    return False


def _connect_bridge(shell: Shell, views: Views) -> None:
    bridge = shell.bridge
    bridge.document_changed.connect(views.show_document)
    bridge.calendars_changed.connect(views.show_document)
    bridge.lens_changed.connect(views.show_document)
    bridge.lanes_changed.connect(views.show_lanes)
    bridge.reading_changed.connect(views.show_reading)
    bridge.problems_changed.connect(views.show_problems)
    bridge.settings_changed.connect(views.show_settings)
    bridge.panel_changed.connect(views.show_layout)
    bridge.evidence_changed.connect(views.show_overlays)
    bridge.tray_changed.connect(views.show_tray)
    bridge.quiet_changed.connect(views.show_quiet_time)
    bridge.selection_changed.connect(views.show_selection)
    bridge.page_changed.connect(views.show_panel)
    bridge.view_changed.connect(views.show_view)
    bridge.history_changed.connect(views.show_history)
    bridge.keys_changed.connect(views.show_keys)
    bridge.present_changed.connect(views.come_back)
    bridge.notice_changed.connect(views.show_notice)


def _connect_wishes(shell: Shell, views: Views) -> None:
    send = shell.commands.send
    shell.grip.drag_began.connect(views.note_panel_width)
    shell.grip.toggle_wished.connect(lambda: send("panel.toggle"))
    shell.grip.width_wished.connect(views.widen_panel)
    shell.header.wished.connect(send)
    shell.evidence_bar.wished.connect(lambda command_id, arguments: send(command_id, **arguments))
    shell.notice.wished.connect(send)
    shell.start_page.built_in_wished.connect(lambda: send("file.open-built-in"))
    shell.start_page.open_wished.connect(lambda: send("file.open"))
    shell.start_page.path_wished.connect(lambda path: send("file.open-path", path=path))
    shell.start_page.problems_wished.connect(lambda: send("go.problems"))


def _connect_window(shell: Shell, views: Views) -> None:
    # Before all that moves the view: it counts in the axis seconds of the fold that is drawn.
    shell.canvas.refolded.connect(lambda: shell.commands.send("view.refold"))
    shell.canvas.relaid.connect(lambda: shell.commands.send("select.keep-in-sight"))
    shell.canvas.relaid.connect(views.show_panel)
    # Lists of what has no name, and the outline for screen readers, follow what has got one meanwhile.
    shell.placing.finished.connect(views.show_panel)
    shell.placing.finished.connect(shell.canvas.settled)
    shell.desk.opened.connect(views.note_opened)
    shell.desk.refused.connect(views.note_refused)
    shell.desk.taken.connect(views.keep_later)
    shell.rest_wanted.connect(views.bring_rest)
    shell.jobs.failed.connect(views.report_reading_fault)
    shell.jobs.finished.connect(views.take)
    # What the last exhibit has left can go, once the first picture of the next one is there.
    shell.jobs.finished.connect(lambda *_: shell.canvas.hand.clock.after(TIDY_MS, collector.tidy))
    shell.jobs.progressed.connect(shell.reading_line.show_progress)
    shell.reading_line.cancel_wished.connect(lambda: shell.commands.send("file.cancel-reading"))
    shell.watch.changed.connect(shell.desk.reload)
    shell.window.arranged.connect(views.adopt_arrangement)
    shell.window.closing.connect(views.close)
    shell.window.escaped.connect(views.leave)
    shell.window.file_dropped.connect(lambda path: shell.commands.send("file.open-path", path=str(path)))
