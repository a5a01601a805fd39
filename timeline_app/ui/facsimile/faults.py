# SPDX-License-Identifier: MIT
"""Why a facsimile cannot be shown, in words: what is wrong, and what to do about it."""

from __future__ import annotations

from collections.abc import Callable
from threading import Lock
from typing import Final

from timeline_app.base.errors import TimelineError
from timeline_app.base.messages import Message, Param

FAULTS: Final = {
    "missing": Message.of("facsimile.hint.missing"),
    "outside": Message.of("facsimile.hint.outside"),
    "unreadable": Message.of("facsimile.hint.unreadable"),
    "empty": Message.of("facsimile.hint.damaged"),
    "not-a-picture": Message.of("facsimile.hint.not-a-picture"),
    "wrong-suffix": Message.of("facsimile.hint.wrong-suffix"),
    "damaged": Message.of("facsimile.hint.damaged"),
    "file-too-large": Message.of("facsimile.hint.too-large"),
    "too-many-pixels": Message.of("facsimile.hint.too-large"),
    "locked": Message.of("facsimile.hint.locked"),
    "no-such-page": Message.of("facsimile.hint.no-such-page"),
    "too-heavy": Message.of("facsimile.hint.too-large"),
    "too-slow": Message.of("facsimile.hint.too-large"),
}
"""What to do about each; what is wrong says `facsimile.fault.<name>`."""

_SAID: Final = {name: f"facsimile.fault.{name}" for name in FAULTS}


class Unshowable(TimelineError):
    """A file that cannot be shown; `message` says what is wrong, `hint` what to do."""

    def __init__(self, fault: str, **params: Param) -> None:
        super().__init__(fault)
        self.fault = fault
        self.message = Message.of(_SAID[fault], **params)
        self.hint = Message(FAULTS[fault].key, self.message.params)


class Abandoned(TimelineError):
    """The reader has moved on: nobody waits for this any more."""


class Abandonment:
    """Tells a thread that nobody waits for it; may be asked and told from any thread."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._endings: list[Callable[[], None]] = []
        self.is_told = False

    def tell(self) -> None:
        """Say that nobody waits any more."""
        with self._lock:
            self.is_told = True
            endings, self._endings = self._endings, []
        for end in endings:
            end()

    def ends(self, end: Callable[[], None]) -> None:
        """Have something ended when nobody waits any more, at once if that is so."""
        with self._lock:
            if not self.is_told:
                self._endings.append(end)
                return
        end()

    def check(self) -> None:
        """Raise `Abandoned` where nobody waits any more."""
        if self.is_told:
            raise Abandoned("the reader has moved on")
