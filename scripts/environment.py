# SPDX-License-Identifier: MIT
"""Make `.venv` and install what pyproject.toml names, once; `make run` and `make test` call this first.

It runs on the system's own Python, which may be too old or lack `venv`: it must then say so in plain words,
so the file keeps to syntax that Python 3.8 can read.

A stamp in `.venv` says what was installed last (a digest of what pyproject.toml requires, of the exact versions
in constraints.txt and of Python's own version), so that later starts install nothing. A marker
stands in `.venv` while pip works: whoever finds it knows that an install was interrupted, and that a package
may lie there in halves, which pip itself does not notice. The environment is then made anew.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OLDEST = (3, 11)
#: What each set installs: the program alone (also for `make run`), what tests/unit needs, all tools.
SETS = {"run": (), "unit": ("unit",), "dev": ("dev",)}


def say(text: str) -> None:
    """Print at once, so that the line stands before what pip prints."""
    print(text, flush=True)


def python_of(folder: Path) -> Path:
    """Return the environment's interpreter."""
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def requirements(extras: tuple[str, ...], without: tuple[str, ...]) -> list[str]:
    """Read the requirements from pyproject.toml, so that they are written down only once."""
    import tomllib  # Absent below 3.11, which `main` has ruled out by now.

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    found = list(project["dependencies"])
    waiting = list(extras)
    while waiting:
        for requirement in project["optional-dependencies"][waiting.pop()]:
            if requirement.startswith(project["name"] + "["):
                waiting += requirement[len(project["name"]) + 1 : -1].split(",")
            else:
                found.append(requirement)
    return [requirement for requirement in found if not requirement.startswith(without or "\0")]


def digest(extras: tuple[str, ...]) -> str:
    """Name what would be installed: equal digests need no second install."""
    wanted = (sys.version_info[:2], requirements(extras, ()), (ROOT / "constraints.txt").read_text())
    return hashlib.sha256(repr(wanted).encode()).hexdigest()


def is_current(folder: Path, name: str) -> bool:
    """Tell whether the last install was of this very set, or of the developer's, which holds the others."""
    if (folder / "installing").exists() or not python_of(folder).exists():
        return False
    stamps = {kind: folder / f"installed-{kind}" for kind in (name, "dev")}
    return any(stamp.exists() and stamp.read_text() == digest(SETS[kind]) for kind, stamp in stamps.items())


def is_sound(folder: Path) -> bool:
    """Tell whether the environment can be used or added to: complete, and its interpreter still there."""
    if (folder / "installing").exists() or not python_of(folder).exists():
        return False
    probe = [str(python_of(folder)), "-c", "import sys, pip; print(sys.version_info[:2])"]
    result = subprocess.run(probe, capture_output=True, text=True, check=False)
    return result.stdout.strip() == str(sys.version_info[:2])


def create(folder: Path) -> None:
    """Make an empty environment, or say which package is missing for that."""
    result = subprocess.run(
        [sys.executable, "-m", "venv", "--clear", str(folder)], capture_output=True, text=True, check=False
    )
    if result.returncode != 0:
        say(result.stdout.strip() + result.stderr.strip())
        sys.exit(
            f"Python could not make the environment {folder}. On Debian and Ubuntu its module for that is a "
            "package of its own:\n\n    sudo apt-get install python3-venv\n"
        )


def install(folder: Path, extras: tuple[str, ...], without: tuple[str, ...]) -> None:
    """Install with the exact versions, leaving a marker if it does not come to its end."""
    marker = folder / "installing"
    marker.touch()
    command = [str(python_of(folder)), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    command += ["--constraint", str(ROOT / "constraints.txt"), *requirements(extras, without)]
    if subprocess.run(command, check=False).returncode != 0:
        sys.exit(
            "The packages could not be installed; the lines above say why. The same command tries again."
        )
    marker.unlink()


def lock(folder: Path) -> object:
    """Let a second `make` wait for the first instead of writing into the same environment."""
    if os.name == "nt":
        return None
    import fcntl

    handle = folder.with_name(folder.name + ".lock").open("w")
    fcntl.flock(handle, fcntl.LOCK_EX)
    return handle


def main() -> None:
    """Bring the environment up to date, if it is not."""
    parser = argparse.ArgumentParser(
        description="Make the Python environment that make run and make test use."
    )
    parser.add_argument("--set", choices=sorted(SETS), default="run", help="what to install")
    parser.add_argument("--folder", type=Path, default=ROOT / ".venv")
    parser.add_argument(
        "--without", action="append", default=[], metavar="NAME", help="leave this package out"
    )
    options = parser.parse_args()
    if sys.version_info < OLDEST:
        here, oldest = (".".join(map(str, version[:2])) for version in (sys.version_info, OLDEST))
        sys.exit(
            f"This program needs Python {oldest} or newer; {sys.executable} is {here}. Where a newer one is "
            "installed beside it, name it: make PYTHON=python3.12 run"
        )
    folder, extras, without = options.folder, SETS[options.set], tuple(options.without)
    held = lock(folder)
    if is_current(folder, options.set):
        return
    if is_sound(folder):
        say(f"Bringing {folder.name} up to date …")
    else:
        say(f"Setting up {folder.name} (once, some 300 MB; the next start is quick) …")
        create(folder)
    install(folder, extras, without)
    (folder / f"installed-{options.set}").write_text(digest(extras))
    del held


if __name__ == "__main__":
    main()
