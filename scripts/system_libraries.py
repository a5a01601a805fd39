# SPDX-License-Identifier: MIT
"""See to the system libraries that Qt needs and pip cannot bring; `make run` and `make test` call this.

The wheel of Qt holds Qt itself, but not the display libraries of the machine. A bare Debian or Ubuntu lacks
some; without them Qt ends with a line that helps nobody. What is missing is installed where that needs no
password (root, or sudo without one); elsewhere the exact command is printed.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import shutil
import subprocess
import sys

#: Shared library -> the Debian package that brings it. Tried on a bare Debian 12: with these Qt's widgets can be
#: imported and drawn without a display …
TO_DRAW = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    # Qt PDF is linked with Qt's network module, which nothing of ours uses, and that with this.
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
#: … and with these too, Qt can open a window on an X display.
FOR_A_WINDOW = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
}


def is_there(library: str) -> bool:
    """Ask the loader itself: it knows every place that a package list may not."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def missing_packages(libraries: dict[str, str]) -> list[str]:
    """Return the Debian packages of the libraries that cannot be loaded."""
    return [package for library, package in libraries.items() if not is_there(library)]


def without_password() -> list[str] | None:
    """Return what to put before a command so that root runs it without asking, or None."""
    if os.geteuid() == 0:
        return []
    if (
        shutil.which("sudo")
        and subprocess.run(["sudo", "-n", "true"], capture_output=True, check=False).returncode == 0
    ):
        return ["sudo", "-n"]
    return None


def run_quietly(command: list[str]) -> str:
    """Run a command; return what it said if it failed, and nothing if it went well."""
    result = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if result.returncode == 0:
        return ""
    return result.stdout + result.stderr or f"{command[0]} ended with status {result.returncode}\n"


def install(packages: list[str]) -> bool:
    """Install the packages with apt-get if nobody has to type a password; tell whether that went well."""
    before = without_password()
    if before is None or not shutil.which("apt-get"):
        return False
    print(f"Installing {' '.join(packages)} …", flush=True)
    quiet = [*before, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    # A fresh machine or container has no package lists yet; refreshing them is pointless where they are new.
    add = [*quiet, "install", "--no-install-recommends", "-y", *packages]
    if run_quietly(add) == "":
        return True
    run_quietly([*quiet, "update"])
    complaint = run_quietly(add)
    print(complaint, end="")
    return complaint == ""


def main() -> None:
    """Install or name what is missing; end with status 1 if it stays missing."""
    parser = argparse.ArgumentParser(description="See to the system libraries that Qt needs.")
    parser.add_argument("--for", choices=("drawing", "window"), default="window", dest="purpose")
    parser.add_argument("--only-tell", action="store_true", help="print the command, install nothing")
    options = parser.parse_args()
    if not sys.platform.startswith("linux"):
        return
    libraries = TO_DRAW if options.purpose == "drawing" else TO_DRAW | FOR_A_WINDOW
    missing = missing_packages(libraries)
    # The loader's answers do not change within a process that failed once, so a second look is a second process.
    if not missing or (not options.only_tell and install(missing)):
        return
    if shutil.which("apt-get"):
        sys.exit(
            "Qt needs libraries of the system that are not installed. This command installs them:\n\n"
            f"    sudo apt-get install {' '.join(missing)}\n"
        )
    names = [library for library, package in libraries.items() if package in missing]
    sys.exit(f"Qt needs libraries of the system that are not installed: {', '.join(names)}.")


if __name__ == "__main__":
    main()
