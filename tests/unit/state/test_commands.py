# SPDX-License-Identifier: MIT
"""Commands at work: ids, arguments, state, handlers and watchers."""

import pytest

from tests.sample_documents import harbour
from timeline_app.base.errors import CommandError
from timeline_app.base.messages import Message
from timeline_app.state.app_state import AppState
from timeline_app.state.commands import Commands, CommandSpec, Param, always, with_document

SPECS = (
    CommandSpec("wave"),
    CommandSpec("read", enabled=with_document),
    CommandSpec(
        "move",
        params=(
            Param("share", float),
            Param("steps", int, 1),
            Param("name", str, "hand"),
            Param("ids", tuple, ()),
            Param("smooth", bool, False),
        ),
    ),
)


class Desk:
    """A state that can be exchanged, and a note of every call."""

    def __init__(self):
        self.state = AppState()
        self.calls = []
        self.commands = Commands(SPECS, lambda: self.state)

    def noting(self, command_id):
        return lambda **arguments: self.calls.append((command_id, arguments))


@pytest.fixture
def desk():
    made = Desk()
    for spec in SPECS:
        made.commands.bind(spec.id, made.noting(spec.id))
    return made


def test_a_command_reaches_its_handler(desk):
    assert desk.commands.send("wave") is True
    assert desk.calls == [("wave", {})]


def test_arguments_go_by_name_and_defaults_are_filled_in(desk):
    desk.commands.send("move", share=0.5, name="wheel", ids=("a", "b"), smooth=True)
    expected = {"share": 0.5, "steps": 1, "name": "wheel", "ids": ("a", "b"), "smooth": True}
    assert desk.calls == [("move", expected)]


def test_a_whole_number_will_do_where_a_fraction_may_stand(desk):
    desk.commands.send("move", share=2)
    (_, arguments), *_ = desk.calls
    assert arguments["share"] == 2.0
    assert isinstance(arguments["share"], float)


@pytest.mark.parametrize(
    ("arguments", "fault"),
    [
        ({}, "move needs share"),
        ({"share": None}, "move needs share"),
        ({"share": "wide"}, "move: share must be float"),
        ({"share": True}, "move: share must be float"),
        ({"share": 1.0, "steps": 2.5}, "move: steps must be int"),
        ({"share": 1.0, "steps": True}, "move: steps must be int"),
        ({"share": 1.0, "name": 3}, "move: name must be str"),
        ({"share": 1.0, "ids": ["a"]}, "move: ids must be tuple"),
        ({"share": 1.0, "smooth": 1}, "move: smooth must be bool"),
        ({"share": 1.0, "zeal": 1, "pace": 2}, "move takes no pace, zeal"),
    ],
)
def test_arguments_that_do_not_fit_the_table_are_refused(desk, arguments, fault):
    with pytest.raises(CommandError) as raised:
        desk.commands.send("move", **arguments)
    assert str(raised.value) == fault
    assert desk.calls == []


def test_unknown_commands_are_refused(desk):
    with pytest.raises(CommandError, match="no such command: dance"):
        desk.commands.send("dance")
    with pytest.raises(CommandError, match="no such command: dance"):
        desk.commands.bind("dance", desk.noting("dance"))


def test_a_command_that_the_state_does_not_allow_does_nothing(desk):
    assert not desk.commands.is_enabled("read")
    assert desk.commands.send("read") is False
    assert desk.calls == []
    desk.state = AppState(document=harbour())
    assert desk.commands.is_enabled("read")
    assert desk.commands.send("read") is True


def test_arguments_are_checked_even_where_the_state_does_not_allow_the_command(desk):
    with pytest.raises(CommandError, match="read takes no page"):
        desk.commands.send("read", page=3)


def test_an_unknown_command_is_never_enabled(desk):
    assert not desk.commands.is_enabled("dance")


def test_each_command_has_one_handler(desk):
    with pytest.raises(CommandError, match="bound twice: wave"):
        desk.commands.bind("wave", desk.noting("wave"))


def test_a_command_without_a_handler_is_not_enabled_and_is_found():
    commands = Commands(SPECS, AppState)
    commands.bind("read", lambda: None)
    assert commands.unbound() == ("move", "wave")
    assert not commands.is_enabled("wave")
    assert commands.send("wave") is False


def test_watchers_are_told_what_is_carried_out_and_nothing_else(desk):
    told: list[str] = []
    desk.commands.watch(told.append)
    desk.commands.send("wave")
    desk.commands.send("read")
    with pytest.raises(CommandError):
        desk.commands.send("move")
    assert told == ["wave"]


def test_watchers_are_told_before_the_handler_acts(desk):
    order = []
    commands = Commands(SPECS, AppState)
    commands.bind("wave", lambda: order.append("handler"))
    commands.watch(lambda _: order.append("watcher"))
    commands.send("wave")
    assert order == ["watcher", "handler"]


def test_the_specs_can_be_looked_up_by_id(desk):
    assert list(desk.commands.specs) == ["wave", "read", "move"]
    assert desk.commands.specs["read"] is SPECS[1]


def test_a_title_is_a_message():
    assert SPECS[0].title == Message("command.wave")


def test_the_plain_conditions():
    assert always(AppState())
    assert not with_document(AppState())
    assert with_document(AppState(document=harbour()))
