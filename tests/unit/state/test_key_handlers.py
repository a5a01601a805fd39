# SPDX-License-Identifier: MIT
"""The commands on keys, and the rows of the list in which keys are changed."""

import pytest

from tests.stages import ENGLISH
from timeline_app.base.errors import CommandError
from timeline_app.state.app_state import Mode
from timeline_app.state.command_table import COMMANDS
from timeline_app.state.commands import Commands
from timeline_app.state.key_handlers import KeyHandlers
from timeline_app.state.key_rows import rows_of
from timeline_app.state.store import Store


class KeyDesk:
    """A store, and the commands with the keys that it holds."""

    def __init__(self) -> None:
        self.store = Store()
        self.commands = Commands(COMMANDS, lambda: self.store.state)
        self.handlers = KeyHandlers(self.store, self.commands.specs)

    @property
    def said(self) -> str:
        """What was said in passing."""
        notice = self.store.state.notice
        return "" if notice is None else ENGLISH.text(notice.message)

    def is_enabled(self, command_id: str) -> bool:
        """Tell whether a command can be carried out."""
        return self.commands.specs[command_id].enabled(self.store.state)


@pytest.fixture
def desk():
    return KeyDesk()


def test_keys_are_given_and_the_usual_ones_come_back(desk):
    assert not desk.is_enabled("keys.reset-all")
    assert not desk.is_enabled("keys.take-back")
    desk.handlers.rebind("go.date", ("ctrl+k",), take=False)
    assert desk.commands.keys_of("go.date") == ("Ctrl+K",)
    assert desk.is_enabled("keys.reset-all")
    desk.handlers.reset("go.date")
    assert desk.commands.keys_of("go.date") == ("Ctrl+G",)
    assert desk.store.state.keys is None


def test_a_held_key_is_taken_only_where_that_is_said(desk):
    desk.handlers.rebind("go.mark", ("Ctrl+G",), take=False)
    assert desk.said == "Ctrl+G already belongs to “Go to a date…”."
    assert desk.commands.keys_of("go.mark") == ("Ctrl+D",)
    desk.handlers.rebind("go.mark", ("Ctrl+G",), take=True)
    assert desk.commands.keys_of("go.mark") == ("Ctrl+G",)
    assert desk.commands.keys_of("go.date") == ()


def test_a_key_that_cannot_be_had_is_said(desk):
    desk.handlers.rebind("go.mark", ("Tab",), take=True)
    assert desk.said == "Tab leads from part to part of the window"
    assert desk.store.state.keys is None


def test_the_last_change_is_taken_back_and_done_again(desk):
    desk.handlers.rebind("go.date", ("Ctrl+K",), take=False)
    desk.handlers.rebind("go.date", ("Ctrl+K",), take=False)
    desk.handlers.take_back()
    assert desk.store.state.keys is None
    desk.handlers.take_back()
    assert desk.commands.keys_of("go.date") == ("Ctrl+K",)
    desk.handlers.reset_all()
    assert desk.said == "All commands have their usual keys again."
    assert desk.store.state.notice.action == "keys.take-back"
    assert desk.commands.keys_of("go.date") == ("Ctrl+G",)


def test_without_a_change_nothing_is_taken_back(desk):
    desk.handlers.take_back()
    assert desk.store.state.keys is None


def test_a_command_that_is_none_is_a_fault_of_the_sender(desk):
    with pytest.raises(CommandError):
        desk.handlers.rebind("go.teleport", ("Ctrl+K",), take=True)
    with pytest.raises(CommandError):
        desk.handlers.reset("go.teleport")


# -- the list -----------------------------------------------------------------------------------------


def rows(desk, text=""):
    return rows_of(desk.commands.specs.values(), desk.handlers.map, ENGLISH, text)


def test_the_list_tells_where_keys_are_heard_and_then_by_menu(desk):
    found = rows(desk)
    assert [row.words for row in found if row.level == 1] == [
        "Anywhere",
        "While the timeline has the focus",
        "While the ruler lies on the timeline",
        "While a class is asked when an event was",
        "While the names of the lanes have the focus",
        "While presenting",
        "Mouse and trackpad",
    ]
    assert found[1].words == "File"
    assert found[2].words == "Open…"
    assert found[2].keys == ("Ctrl+O",)


def test_every_command_that_can_have_a_key_stands_there_once(desk):
    listed = [(row.spec.id, row.mode) for row in rows(desk) if row.spec is not None]
    assert len(listed) == len(set(listed))
    assert {(spec.id, mode) for spec in COMMANDS for mode, keys in spec.keys.items() if keys} <= set(listed)
    # What needs to be pointed at cannot be had by a key; what is for presenting only has none for exploring.
    assert ("select.event", Mode.EXPLORE) not in listed
    assert ("present.black", Mode.EXPLORE) not in listed


def test_while_presenting_only_the_keys_for_presenting_are_listed(desk):
    found = rows_of(desk.commands.specs.values(), desk.handlers.map, ENGLISH, mode=Mode.PRESENT)
    assert found[0].words == "While presenting"
    assert {row.mode for row in found if row.spec is not None} == {Mode.PRESENT}
    assert [row.keys for row in found if row.words == "Black screen"] == [("B", ".")]


def test_a_key_for_presenting_is_given_and_the_usual_one_comes_back(desk):
    desk.handlers.rebind("present.black", ("K",), take=False, mode=Mode.PRESENT)
    (row,) = [row for row in rows(desk) if row.is_own]
    assert (row.words, row.keys, row.mode) == ("Black screen", ("K",), Mode.PRESENT)
    desk.handlers.reset("present.black", Mode.PRESENT)
    assert desk.store.state.keys is None


def test_it_is_found_in_by_title_menu_and_key(desk):
    assert [row.words for row in rows(desk, "date go to a")] == ["Anywhere", "Go", "Go to a date…"]
    assert "Go to a date…" in [row.words for row in rows(desk, "ctrl+g")]
    assert [row.words for row in rows(desk, "pinch")] == ["Mouse and trackpad", "Zoom at the pointer"]
    assert rows(desk, "banana") == ()


def test_own_keys_are_marked(desk):
    desk.handlers.rebind("go.mark", ("Ctrl+G",), take=True)
    own = {row.spec.id for row in rows(desk) if row.is_own}
    assert own == {"go.mark", "go.date"}
