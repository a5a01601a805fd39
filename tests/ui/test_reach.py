# SPDX-License-Identifier: MIT
"""Every command within reach: by keys alone, by the palette, and by name in what screen readers are shown.

A command that needs an argument is sent by some control that knows it. `SENT_BY` names that control for each of them: the
state that shows it, its role, and its accessible name. None may be missing: who adds such a command adds its control here.
"""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QApplication, QMenu

from tests.stages import ENGLISH
from tests.ui.built_in_bench import Steps, built_in_bench, go
from tests.ui.shell_bench import ShellBench
from timeline_app.state.app_state import AppState, Mode
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.palette import BY_ITSELF, Reach, needed, reach_of
from timeline_app.ui.palette_dialog import PaletteDialog

NAME = QAccessible.Text.Name
Role = QAccessible.Role
LEAST_PX = 24
#: What a hand must be able to meet. Links in a text are as high as their line (WCAG 2.5.8, "inline").
CONTROLS = {Role.Button, Role.ButtonMenu, Role.CheckBox, Role.RadioButton, Role.Slider, Role.EditableText}
BUTTON, CHECK, ITEM, FIELD = (
    {Role.Button},
    {Role.CheckBox, Role.RadioButton},
    {Role.ListItem},
    {Role.EditableText},
)
CELL, LINK, SLIDER, LIST, MENU = {Role.Cell}, {Role.Link}, {Role.Slider}, {Role.List}, {Role.ButtonMenu}
ENTRY = {Role.MenuItem}
PLACE = {Role.Client, Role.Window}

START: Steps = ()
EVENT: Steps = (("select.event", {"id": "secret-talks-june"}),)
SOURCE: Steps = (("source.open", {"id": "morris-suzuki-2007-essay"}),)
CURSOR: Steps = (("known.set", {"date": "1990"}),)
FILTERS: Steps = (("filters.open", {}),)
LISTED: Steps = (("list.toggle", {}),)
CHAIN: Steps = (*EVENT, ("select.event", {"id": "calcutta-agreement"}), ("chain.follow", {}))
PLACED: Steps = (("select.event", {"id": "calcutta-agreement"}),)
QUOTED: Steps = (("select.event", {"id": "pressure-and-ships"}),)
EXCERPT: Steps = (("excerpt.open", {"id": "cabinet-no-ships"}),)
OFF: Steps = (*EVENT, ("sources.take-away", {"id": "museum-chronology"}))
FILTERED: Steps = (*FILTERS, ("filters.toggle", {"facet": "lane", "value": "japan"}))
SAVED: Steps = (*FILTERED, ("filters.save", {"name": "Tokyo’s side"}))
COVERED: Steps = (("select.event", {"id": "working-lives"}),)
MAKING: Steps = (
    ("making.begin", {}),
    ("select.event", {"id": "kim-speech"}),
    ("making.add-stop", {}),
    ("select.event", {"id": "first-ships"}),
    ("making.add-stop", {}),
    ("making.add-shown", {"name": "chain"}),
    ("making.add-shown", {"name": "map"}),
    ("making.branch", {"ask": "Why?", "to": 1}),
    ("making.show", {}),
)
CURTAINED: Steps = (("curtain.toggle", {}),)
STOP: Steps = (("tour.open", {"id": "lesson"}), ("tour.go", {"number": 5}))
PRESENTED: Steps = (("present.start", {"tour": "five-minutes"}),)
SETTINGS: Steps = (("settings.open", {}),)
KEYS: Steps = (("help.keys", {}),)
RULER: Steps = (("ruler.dates", {}),)


class Control(NamedTuple):
    """A control that sends a command: what shows it, what it is, and a pattern of its whole name."""

    shown_by: Steps
    roles: set[QAccessible.Role]
    name: str


ON_CANVAS = Control(START, LIST, r"Timeline: .+")
MIRROR = Control(PRESENTED, PLACE, r"What the class sees")
AN_EVENT = Control(START, ITEM, r"The first two ships leave Niigata, 14 December 1959")
SENT_BY = {
    "file.open-path": Control(START, ENTRY, r"Open…"),
    "view.pan": Control(START, SLIDER, r"Overview of the whole exhibit"),
    # The zoom is the timeline's value; hands and their gestures report what they see.
    "view.zoom": ON_CANVAS,
    "view.show-range": Control(START, SLIDER, r"Overview of the whole exhibit"),
    "view.scroll-lanes": ON_CANVAS,
    "view.set": ON_CANVAS,
    "view.explain-end": ON_CANVAS,
    "view.calendar": Control(START, ENTRY, r"Hebrew"),
    "view.open-break": Control((("view.fit-all", {}), ("view.quiet-time", {})), BUTTON, r"Folded: .+"),
    "select.event": AN_EVENT,
    "select.toggle": AN_EVENT,
    "select.range": AN_EVENT,
    "select.many": ON_CANVAS,
    "lanes.show": Control((("lanes.choose", {}),), ENTRY, r"Japan"),
    "lanes.move": Control(START, LIST, r"Japan, \d+ events"),
    "folded.show": Control(START, BUTTON, r"\d+ events without a name at this zoom, .+"),
    "known.set": Control(CURSOR, FIELD, r"In print by, a date"),
    "known.set-at": Control(CURSOR, SLIDER, r"Moments at which something became public"),
    "known.step": Control(CURSOR, BUTTON, r"Later moment at which something became public"),
    "known.country": Control(CURSOR, ENTRY, r"South Korea"),
    "known.audience": Control(CURSOR, MENU, r"Known to whom: .+"),
    "excerpt.open": Control(QUOTED, BUTTON, r"Open the document: .+"),
    "source.open": Control(EVENT, BUTTON, r"About Morris-Suzuki.+"),
    "claim.open": Control(SOURCE, BUTTON, r"Who began the movement.*"),
    "evidence.follow": Control(EVENT, LINK, r"Note 1: .+"),
    "evidence.arrive": Control(EXCERPT, BUTTON, r".+: “.+”"),
    "sources.take-away": Control(SOURCE, BUTTON, r"Switch off this source"),
    "sources.give-back": Control(OFF, BUTTON, r"Put Morris-Suzuki, “Chronology.+” back"),
    "sources.take-kind": Control(SOURCE, BUTTON, r"Switch off all of this kind: Scholarship"),
    "sources.style": Control(SOURCE, MENU, r"Style: Chicago, notes"),
    "sources.with-derived": Control(OFF, CHECK, r"With all that derives from them"),
    "filters.toggle": Control(FILTERS, CHECK, r"Tokyo, \d+ events"),
    "filters.loosen": Control(FILTERED, BUTTON, r".*Lane: Japan.*"),
    "filters.dates": Control(FILTERS, BUTTON, r"Filter by these dates"),
    "filters.save": Control(FILTERED, BUTTON, r"Save these filters"),
    "filters.use": Control(SAVED, BUTTON, r"Use the filters “Tokyo’s side”"),
    "filters.forget": Control(SAVED, BUTTON, r"Forget the filters “Tokyo’s side”"),
    "search.set": Control(START, FIELD, r"Search the exhibit"),
    "search.choose": Control(
        (("search.set", {"text": "secret"}),), ITEM, r"Inoue negotiates in secret.+, Event.*"
    ),
    "person.open": Control(EVENT, BUTTON, r"Inoue Masutaro.*"),
    "place.open": Control(PLACED, BUTTON, r"Calcutta.*"),
    "select.beside": Control(LISTED, CELL, r".+"),
    "list.sort": Control(LISTED, BUTTON, r"Sort by Lane"),
    "list.filter": Control(LISTED, FIELD, r"Narrow the list"),
    "list.choose": Control(LISTED, CELL, r".+, .+"),
    "list.open": Control(LISTED, BUTTON, r"Open"),
    "go.to-date": Control((("go.date", {}),), FIELD, r".+"),
    "chain.go": Control(CHAIN, BUTTON, r"Step 2 of \d+: .+"),
    "chain.through": Control(CHAIN, BUTTON, r"Follow the chain through .+"),
    # Places are pointed at in the mirror; numbers are typed wherever the keyboard is in the presenter's window.
    "present.point": MIRROR,
    "present.zoom-to": MIRROR,
    "present.screen": Control(START, ENTRY, r"wall, 1920 × 1080"),
    "present.digit": Control(PRESENTED, PLACE, r"Presenter"),
    "predict.place": ON_CANVAS,
    "curtain.place": ON_CANVAS,
    "tour.go": Control(STOP, BUTTON, r".+: stop \d+"),
    "making.title": Control(MAKING, FIELD, r"Title"),
    "making.tour-minutes": Control(MAKING, FIELD, r"Minutes for the whole tour"),
    "making.go": Control(MAKING, BUTTON, r"Stop 1: .+"),
    "making.move": Control(MAKING, BUTTON, r"Earlier"),
    "making.notes": Control(MAKING, FIELD, r"Notes for the one who leads"),
    "making.task": Control(MAKING, FIELD, r"Task for the class, on the worksheet"),
    "making.minutes": Control(MAKING, FIELD, r"Minutes for this stop"),
    "making.spare": Control(MAKING, CHECK, r"In reserve: .+"),
    "making.hide-shown": Control(MAKING, BUTTON, r"No longer show: .+"),
    "making.reveal": Control(MAKING, CHECK, r"Reveal one by one"),
    "making.branch": Control(MAKING, BUTTON, r"Add the question"),
    "making.unbranch": Control(MAKING, BUTTON, r"Remove the question: .+"),
    "settings.theme": Control(SETTINGS, CHECK, r"High contrast"),
    "settings.text-size": Control(SETTINGS, SLIDER, r"Text size"),
    "settings.reduced-motion": Control(SETTINGS, CHECK, r"Reduce motion: .+"),
    "panel.width": Control(START, BUTTON, r"Width of the details"),
    "note.open": Control(COVERED, BUTTON, r"Show.*"),
    "note.skip": Control(COVERED, BUTTON, r"Skip.*"),
    "ruler.set": Control(RULER, FIELD, r".+"),
    "ruler.lay": ON_CANVAS,
    "keys.rebind": Control(KEYS, BUTTON, r"Change…"),
    "keys.reset": Control(KEYS, BUTTON, r"Use the usual key"),
    # Last: what is shown after it would be shown behind a curtain.
    "curtain.to": Control(CURTAINED, FIELD, r"Hidden after, a date"),
}
#: What the timeline sends of its own accord.
OF_ITSELF = {"view.refold", "select.keep-in-sight"}


@pytest.fixture
def bench(qt_app: QApplication, tmp_path: Path) -> Iterator[ShellBench]:
    with built_in_bench(qt_app, tmp_path) as made:
        yield made


class Part(NamedTuple):
    """What is told of a part of the window. Nothing of Qt's own is kept: it may be gone with the next command."""

    role: QAccessible.Role
    name: str
    size: tuple[int, int]
    is_offscreen: bool

    @classmethod
    def of(cls, found: QAccessibleInterface) -> "Part":
        area = found.rect()
        name = found.text(NAME).partition("\t")[0].replace("&", "")
        return cls(found.role(), name, (area.width(), area.height()), bool(found.state().offscreen))


def shown(found: QAccessibleInterface | None) -> Iterator[Part]:
    """Yield all that can be seen below something, itself first."""
    if found is None or found.state().invisible:
        return
    yield Part.of(found)
    for index in range(found.childCount()):
        yield from shown(found.child(index))


def everything(bench: ShellBench) -> list[Part]:
    """Return what all windows show, and the entries of the menus, which buttons and F10 open."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    found = [part for window in windows for part in shown(QAccessible.queryAccessibleInterface(window))]
    menus = [menu for menu in bench.shell.window.findChildren(QMenu) if not isinstance(menu.parent(), QMenu)]
    return [*found, *(entry for menu in menus for entry in menu_entries(menu))]


def menu_entries(menu: QMenu) -> Iterator[Part]:
    """Yield the entries of a menu and of all menus in it, shown or not."""
    entries = QAccessible.queryAccessibleInterface(menu)
    for index in range(entries.childCount()):
        yield Part.of(entries.child(index))
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from menu_entries(inner)


def is_there(control: Control, found: list[Part]) -> bool:
    pattern = re.compile(control.name, re.DOTALL)
    return any(part.role in control.roles and pattern.fullmatch(part.name) for part in found)


# -- commands without arguments ---------------------------------------------------------------------


def test_what_needs_no_argument_runs_from_the_palette_but_what_the_timeline_sends_itself():
    assert BY_ITSELF == OF_ITSELF
    left = {spec.id for spec in COMMANDS if not needed(spec) and reach_of(spec) is not Reach.RUNS}
    assert left == OF_ITSELF
    assert {spec.id for spec in COMMANDS if spec.id == "palette.open" and spec.keys[Mode.EXPLORE]}


def test_every_command_is_found_by_its_name_in_a_menu_or_in_the_palette(bench: ShellBench):
    names = {entry.name for entry in menu_entries(bench.menus.main)}
    bench.shell.commands.send("palette.open")
    bench.settle()
    (palette,) = bench.shell.window.findChildren(PaletteDialog)
    listed = QAccessible.queryAccessibleInterface(palette.list)
    rows = [listed.child(row).text(NAME) for row in range(listed.childCount())]
    for spec in COMMANDS:
        title = ENGLISH.text(spec.title)
        is_in_menu = title in names
        is_in_palette = any(row == title or row.startswith(f"{title}, ") for row in rows)
        assert is_in_menu or is_in_palette or reach_of(spec) is Reach.NOT, spec.id
        if spec.menu and not needed(spec):
            assert is_in_menu, spec.id
    palette.reject()


def test_the_menus_can_be_opened_by_a_key(bench: ShellBench):
    keys = {spec.id: spec.keys.get(Mode.EXPLORE, ()) for spec in COMMANDS}
    assert keys["go.menu"] == ("F10",)
    assert keys["palette.open"]
    assert bench.shell.commands.is_enabled("go.menu")


def test_without_an_exhibit_menus_and_palette_are_there_too():
    for command_id in ("go.menu", "palette.open", "file.open", "help.keys"):
        (spec,) = (spec for spec in COMMANDS if spec.id == command_id)
        assert spec.enabled(AppState())


# -- commands with arguments ------------------------------------------------------------------------


def test_every_command_with_an_argument_has_a_control_that_sends_it_all_named_and_large_enough(
    bench: ShellBench,
):
    assert set(SENT_BY) == {spec.id for spec in COMMANDS if needed(spec)}
    missing, nameless, small = [], set(), set()
    stages = {id(control.shown_by): control.shown_by for control in SENT_BY.values()}
    for steps in stages.values():
        go(bench, steps)
        found = everything(bench)
        of_stage = {one: control for one, control in SENT_BY.items() if control.shown_by is steps}
        missing += [(one, control.name) for one, control in of_stage.items() if not is_there(control, found)]
        controls = [part for part in found if part.role in CONTROLS and not part.is_offscreen]
        nameless |= {(part.role.name, next(iter(of_stage))) for part in controls if not part.name.strip()}
        small |= {(part.name, part.size) for part in controls if min(part.size) < LEAST_PX}
    assert not missing, "\n".join(map(str, missing))
    assert nameless == set()
    assert small == set()
