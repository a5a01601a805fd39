# SPDX-License-Identifier: MIT
"""Finds what must not be printed without printing it here: names, numbers and addresses kept as digests.

`withheld.json` holds digests of runs of words. To add one, print `digest(run)` for the run as
`plain_words` gives it, and write down the reason beside it.
"""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any, Final

TABLE: Final = Path(__file__).with_name("withheld.json")
MONTHS: Final = (
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
)  # fmt: skip

ALL_LENGTHS: Final = (1, 2, 3, 4, 5)

Run = tuple[str, ...]

_ISO_DATE: Final = re.compile(r"(?<!\d)(\d{4})-(0[1-9]|1[0-2])(?:-(\d{2}))?(?!\d)")
_HOST: Final = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+")
_EAST_ASIAN: Final = re.compile(r"[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]+")
_LONGEST_NAME: Final = 4
_SKIPPED_FOLDERS: Final = frozenset({"build", "dist", "node_modules", "__pycache__"})


def digest(run: Sequence[str]) -> str:
    """Return the digest of a run of words."""
    return hashlib.sha256(f"exhibit: {' '.join(run)}".encode()).hexdigest()[:24]


def table(scope: str) -> dict[str, frozenset[str]]:
    """Return the digests of a scope by their reason: `everywhere` or `exhibit`."""
    content: dict[str, dict[str, list[str]]] = json.loads(TABLE.read_text(encoding="utf-8"))
    return {reason: frozenset(digests) for reason, digests in content[scope].items()}


def plain_words(text: str) -> list[str]:
    """Return words as they are compared: dates spelt out, numbers without commas, no apostrophes."""
    spelt = _ISO_DATE.sub(_spelt_date, text)
    joined = re.sub(r"(?<=\d)[,\u202f\u00a0](?=\d{3})", "", spelt.casefold())
    return re.findall(r"[^\W_]+", re.sub(r"['’ʼ′]", "", joined))


def _spelt_date(date: re.Match[str]) -> str:
    day = f"{int(date[3])} " if date[3] else ""
    return f"{day}{MONTHS[int(date[2]) - 1]} {date[1]}"


def runs_of(text: str, lengths: Collection[int]) -> Iterator[Run]:
    """Yield runs of words, hosts of addresses, and names within text that has no spaces."""
    words = plain_words(text)
    for length in lengths:
        yield from zip(*(words[start:] for start in range(length)), strict=False)
    for host in set(_HOST.findall(text.casefold())):
        yield (host.removeprefix("www."),)
    for stretch in set(_EAST_ASIAN.findall(text)):
        for length in range(2, _LONGEST_NAME + 1):
            for start in range(len(stretch) - length + 1):
                yield (stretch[start : start + length],)


def found(text: str, digests: dict[str, frozenset[str]], lengths: Collection[int] = ALL_LENGTHS) -> list[str]:
    """Return the reasons why a text may not stand as it is."""
    seen = {digest(run) for run in set(runs_of(text, lengths))}
    return [reason for reason, forbidden in digests.items() if seen & forbidden]


def told_in(tree: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of an exhibit with its place, addresses left out."""
    if isinstance(tree, str):
        yield path, tree
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key != "URL":
                yield from told_in(value, f"{path}.{key}" if path else key)
    elif isinstance(tree, list):
        for index, value in enumerate(tree):
            name = value.get("id", index) if isinstance(value, dict) else index
            yield from told_in(value, f"{path}.{name}")


def tracked_files(root: Path) -> list[Path]:
    """Return the files under version control, or without git all that do not look made by a tool."""
    try:
        answer = subprocess.run(["git", "ls-files", "-z"], cwd=root, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        paths = (path for path in root.rglob("*") if path.is_file())
        return [path for path in paths if not _is_made(path.relative_to(root))]
    return [root / name for name in answer.stdout.decode().split("\0") if name and (root / name).is_file()]


def _is_made(path: Path) -> bool:
    return any(part in _SKIPPED_FOLDERS or (part.startswith(".") and part != ".ci") for part in path.parts)
