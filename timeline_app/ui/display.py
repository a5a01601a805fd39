# SPDX-License-Identifier: MIT
"""Whether there is a screen to open a window on, found out before Qt is asked: Qt ends the program where there is none.

Only Linux and its relatives need this. An X server is asked through the very library that Qt will use, so that a
dead display, a refused connection and a missing cookie all give the same answer: no.
"""

from __future__ import annotations

import os
import socket
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Final

PLATFORM: Final = "QT_QPA_PLATFORM"
WITHOUT_SCREEN: Final = "offscreen"
_WITH_SCREEN: Final = ("wayland", "xcb")


def choose_platform(environment: Mapping[str, str] = os.environ, system: str = sys.platform) -> str:
    """Return what Qt shall draw on: "" leaves the choice to Qt, `offscreen` means that there is no screen.

    Whoever asks for another platform than the two of a desktop knows why, and gets it.
    """
    if not system.startswith(("linux", "freebsd", "openbsd", "netbsd")):
        return ""
    asked = environment.get(PLATFORM, "")
    names = [name.partition(":")[0] for name in asked.split(";") if name]
    if names and not set(names) <= {*_WITH_SCREEN, WITHOUT_SCREEN}:
        return ""
    if names == [WITHOUT_SCREEN]:
        return ""
    usable = [name for name in names or _WITH_SCREEN if name in _WITH_SCREEN and _PROBES[name](environment)]
    # Even a server that answers may turn out unusable (a library is missing): then Qt goes on to the next name.
    return ";".join([*usable, WITHOUT_SCREEN]) if usable else WITHOUT_SCREEN


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    """Tell whether somebody listens at the compositor's socket."""
    name = environment.get("WAYLAND_DISPLAY", "")
    folder = environment.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or name.startswith("/")):
        return False
    return _accepts(str(Path(folder) / name))


def _x_answers(environment: Mapping[str, str]) -> bool:
    """Tell whether the X server lets us in."""
    display = environment.get("DISPLAY", "")
    if not display or not _somebody_listens(display):
        return False
    import ctypes

    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return False
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = (ctypes.c_char_p, ctypes.c_void_p)
    xcb.xcb_connection_has_error.argtypes = (ctypes.c_void_p,)
    xcb.xcb_disconnect.argtypes = (ctypes.c_void_p,)
    connection = xcb.xcb_connect(os.fsencode(display), None)
    has_error = bool(xcb.xcb_connection_has_error(connection))
    xcb.xcb_disconnect(connection)
    return not has_error


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


_PROBES: Final = {"wayland": _wayland_answers, "xcb": _x_answers}
