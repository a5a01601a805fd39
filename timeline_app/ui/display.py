# SPDX-License-Identifier: MIT
"""Whether there is a screen to open a window on, found out before Qt is asked: Qt ends the program where there is none.

Only Linux and its relatives need this. An X server is asked through the very library that Qt will use, so that a
dead display, a refused connection and a missing cookie all give the same answer: no.
"""

from __future__ import annotations

import os
import select
import socket
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

PLATFORM: Final = "QT_QPA_PLATFORM"
WITHOUT_SCREEN: Final = "offscreen"
_WITH_SCREEN: Final = ("wayland", "xcb")

TRIES: Final = 5
PAUSE_S: Final = 0.1


class DisplayProbe:
    """Asks for a screen, and holds on to the one it found until Qt has it.

    An X server without a session starts anew when its last client leaves; a probe that left at once would
    have Qt come to a server that is not there.
    """

    def __init__(self, environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> None:
        self._environment = environment
        self._system = system
        self._held: list[Callable[[], None]] = []

    def choose(self) -> str:
        """Return what Qt shall draw on: "" leaves the choice to Qt, `offscreen` means that there is no screen.

        Whoever asks for another platform than the two of a desktop knows why, and gets it.
        """
        if not self._system.startswith(("linux", "freebsd", "openbsd", "netbsd")):
            return ""
        asked = self._environment.get(PLATFORM, "")
        names = [name.partition(":")[0] for name in asked.split(";") if name]
        if names and not set(names) <= {*_WITH_SCREEN, WITHOUT_SCREEN}:
            return ""
        if names == [WITHOUT_SCREEN]:
            return ""
        usable = [name for name in names or _WITH_SCREEN if self._answers(name)]
        # Even a server that answers may be unusable (a library is missing): then Qt goes on to the next name.
        return ";".join([*usable, WITHOUT_SCREEN]) if usable else WITHOUT_SCREEN

    def let_go(self) -> None:
        """Leave the screen to Qt, which is connected by now."""
        for leave in self._held:
            leave()
        self._held.clear()

    def _answers(self, platform: str) -> bool:
        if platform == "wayland":
            return self._wayland_answers()
        return platform == "xcb" and self._x_answers()

    def _wayland_answers(self) -> bool:
        """Tell whether somebody listens at the compositor's socket."""
        name = self._environment.get("WAYLAND_DISPLAY", "")
        folder = self._environment.get("XDG_RUNTIME_DIR", "")
        if not name or not (folder or name.startswith("/")):
            return False
        return _accepts(str(Path(folder) / name))

    def _x_answers(self) -> bool:
        """Tell whether the X server lets us in."""
        display = self._environment.get("DISPLAY", "")
        if not display or not _somebody_listens(display):
            return False
        for _ in range(TRIES):
            leave = _enter(display)
            if leave is not None:
                self._held.append(leave)
                return True
            # Somebody listens but hangs up: a refusal, or a server that starts anew because its last client left.
            _pause()
        return False


def _pause() -> None:
    """Let a moment pass; there is no clock yet, and nothing else to do."""
    select.select((), (), (), PAUSE_S)


def _enter(display: str) -> Callable[[], None] | None:
    """Connect to an X server; return how to leave it, None if it does not let us in."""
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(os.fsencode(display), None)
    if xcb.xcb_connection_has_error(connection):
        xcb.xcb_disconnect(connection)
        return None
    return lambda: xcb.xcb_disconnect(connection)


def _somebody_listens(display: str) -> bool:
    """Tell whether there is a server at a display of this machine.

    Asked before the library is: where nobody listens at the socket, it goes on to try the network. A display
    of another machine is reached by the network alone, because its user wants it so.
    """
    host, _, rest = display.rpartition(":")
    number = rest.partition(".")[0]
    if host not in {"", "unix"}:
        return True
    path = f"/tmp/.X11-unix/X{number}"  # noqa: S108 — where X servers listen, by convention
    return any(_accepts(address) for address in (f"\0{path}", path))


def _accepts(address: str) -> bool:
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as probe:
        try:
            probe.connect(address)
        except OSError:
            return False
    return True
