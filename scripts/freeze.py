# SPDX-License-Identifier: MIT
"""Write constraints.txt: the newest versions that pyproject.toml allows, as really installed and working together.

pip's own list may carry the address or path that a package came from; only `name==version` lines are kept, and
anything else stops the script, so that no address of an index can slip into the file.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from pathlib import Path

from scripts.environment import ROOT, create, python_of, requirements

HEADER = "# The exact versions that CI runs; `make run` and `make test` install with them. Written by `make constraints`.\n"
LINE = re.compile(r"[A-Za-z0-9._-]+==[A-Za-z0-9.+!_-]+")


def resolved() -> list[str]:
    """Install everything in a fresh environment, without the old constraints, and list what came."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        create(folder)
        pip = [str(python_of(folder)), "-m", "pip", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", "--quiet", *requirements(("dev",), ())], check=True)
        # Neither pip nor setuptools is ours to pin: the first comes with Python, the second only with Python 3.11.
        freeze = [*pip, "freeze", "--all", "--exclude", "pip", "--exclude", "setuptools"]
        return subprocess.run(freeze, check=True, capture_output=True, text=True).stdout.split("\n")


def main() -> None:
    """Resolve and write."""
    lines = sorted((line for line in resolved() if line), key=str.lower)
    strange = [line for line in lines if not LINE.fullmatch(line)]
    if strange:
        sys.exit(f"These lines are not plain versions, so nothing was written: {strange}")
    (ROOT / "constraints.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
