# SPDX-License-Identifier: MIT
"""A value that can be watched."""

import pytest

from timeline_app.base.observable import Observable


class Spy:
    """Notes what it is told."""

    def __init__(self):
        self.told = []

    def __call__(self, old, new):
        self.told.append((old, new))


@pytest.fixture
def value():
    return Observable("one")


def test_the_value_can_be_read_and_replaced(value):
    assert value.value == "one"
    assert value.set("two") is True
    assert value.value == "two"


def test_watchers_are_told_old_and_new_after_the_change(value):
    seen = []
    value.watch(lambda old, new: seen.append((old, new, value.value)))
    value.set("two")
    assert seen == [("one", "two", "two")]


def test_an_equal_value_is_silence(value):
    spy = Spy()
    value.watch(spy)
    assert value.set("on" + "e") is False
    assert spy.told == []


def test_the_same_object_is_silence_even_where_it_is_not_equal_to_itself():
    nan = float("nan")
    value = Observable(nan)
    spy = Spy()
    value.watch(spy)
    assert value.set(nan) is False
    assert spy.told == []


def test_an_equal_value_leaves_the_old_object_in_place():
    first, second = [1], [1]
    value = Observable(first)
    value.set(second)
    assert value.value is first


def test_all_watchers_are_told_in_the_order_in_which_they_came(value):
    told = []
    value.watch(lambda _, new: told.append(("first", new)))
    value.watch(lambda _, new: told.append(("second", new)))
    value.set("two")
    assert told == [("first", "two"), ("second", "two")]


def test_a_watcher_that_has_left_is_told_nothing(value):
    staying, leaving = Spy(), Spy()
    value.watch(staying)
    unwatch = value.watch(leaving)
    unwatch()
    unwatch()
    value.set("two")
    assert leaving.told == []
    assert staying.told == [("one", "two")]


def test_a_watcher_may_leave_while_it_is_being_told(value):
    told = []

    def once(_, new):
        told.append(new)
        unwatch()

    unwatch = value.watch(once)
    after = Spy()
    value.watch(after)
    value.set("two")
    value.set("three")
    assert told == ["two"]
    assert after.told == [("one", "two"), ("two", "three")]


def test_the_same_watcher_may_watch_twice_and_leaves_once_at_a_time(value):
    spy = Spy()
    leave = value.watch(spy)
    value.watch(spy)
    leave()
    value.set("two")
    assert spy.told == [("one", "two")]
