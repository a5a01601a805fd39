# SPDX-License-Identifier: MIT
"""No file may say where one machine keeps things: no address of a package index, no path of somebody's disk.

Such a line works on the machine that wrote it and fails, or leaks, on all others.
"""

import re
from collections.abc import Iterator

from scripts.lints.source import Finding, SourceFile

# Written in pieces, so that this file does not hold what it looks for.
INDEX_HOSTS = ("py" + r"pi\.org", "python" + r"hosted\.org", "registry" + r"\.npm", "deb" + r"\.debian\.org")
RULES = (
    (re.compile("|".join(INDEX_HOSTS)), "the address of a package index"),
    (re.compile(r"https?://\S+/simple\b"), "the address of a package index"),
    (re.compile(r"(?:extra-)?index-url\s*[= ]\s*\S*:/"), "the address of a package index"),
    (re.compile(r"(?<![\w.:/<>~-])/(?:work|root|home|Users)/\w"), "a path of one machine"),
    (re.compile(r"\bfile:///(?:work|root|home|opt)/"), "a path of one machine"),
)


def check_addresses(file: SourceFile) -> Iterator[Finding]:
    """Find addresses of package indexes and paths of one machine in any text file."""
    for number, line in enumerate(file.text.splitlines(), 1):
        for pattern, what in RULES:
            if found := pattern.search(line):
                yield file.finding(number, f"{found.group()} is {what}")
