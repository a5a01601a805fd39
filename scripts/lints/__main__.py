# SPDX-License-Identifier: MIT
"""Run every lint over the project."""

import sys
from collections.abc import Iterator, Sequence

from scripts.lints.addresses import check_addresses
from scripts.lints.clock import check_clock
from scripts.lints.literals import check_literals
from scripts.lints.messages import check_messages
from scripts.lints.shape import check_lengths, check_names, check_qt, check_spdx
from scripts.lints.source import Finding, SourceFile, project_files

PER_FILE = (
    check_addresses,
    check_clock,
    check_lengths,
    check_literals,
    check_names,
    check_qt,
    check_spdx,
)


def findings(files: Sequence[SourceFile]) -> Iterator[Finding]:
    """Yield what every lint finds in the files."""
    for file in files:
        for check in PER_FILE:
            yield from check(file)
    yield from check_messages(files)


def main() -> None:
    """Print the findings; end with status 1 if there are any."""
    found = list(findings(list(project_files())))
    for finding in found:
        print(finding)
    if found:
        sys.exit(f"{len(found)} findings")
    print("The project's own lints found nothing.")


if __name__ == "__main__":
    main()
