# SPDX-License-Identifier: MIT
"""A value that can be watched; setting an equal value is silence."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

T = TypeVar("T")
Watcher = Callable[[T, T], None]


class Observable(Generic[T]):
    """Holds one value and tells its watchers (old, new) when it is replaced by a different one."""

    def __init__(self, value: T) -> None:
        self._value = value
        self._watchers: list[Watcher[T]] = []

    @property
    def value(self) -> T:
        """The present value."""
        return self._value

    def set(self, value: T) -> bool:
        """Replace the value; return whether that changed anything."""
        old = self._value
        if value is old or value == old:
            return False
        self._value = value
        for watcher in tuple(self._watchers):
            watcher(old, value)
        return True

    def watch(self, watcher: Watcher[T]) -> Callable[[], None]:
        """Add a watcher; the returned function removes it."""
        self._watchers.append(watcher)

        def unwatch() -> None:
            if watcher in self._watchers:
                self._watchers.remove(watcher)

        return unwatch
