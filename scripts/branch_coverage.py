# SPDX-License-Identifier: MIT
"""Read coverage.json and hold the branches that tests/unit covers in the Qt-free packages: `… FILE LEAST_PERCENT`.

coverage's own limit counts lines and branches together; a module of long straight functions would hide its
untested branches behind its lines.
"""

import json
import sys
from pathlib import Path


def main() -> None:
    """Print the share and the files with most branches left; end with status 1 if the share is too small."""
    file, least = Path(sys.argv[1]), float(sys.argv[2])
    report = json.loads(file.read_text(encoding="utf-8"))
    left = {
        path: entry["summary"]["num_branches"] - entry["summary"]["covered_branches"]
        for path, entry in report["files"].items()
    }
    totals = report["totals"]
    share = 100 * totals["covered_branches"] / max(1, totals["num_branches"])
    for path, count in sorted(left.items(), key=lambda item: -item[1])[:15]:
        if count:
            lines = sorted({line for line, _ in report["files"][path]["missing_branches"]})
            print(f"  {count:3} branches left in {path}, from lines {', '.join(map(str, lines[:12]))}")
    print(
        f"{share:.1f} % of {totals['num_branches']} branches ({totals['percent_covered']:.1f} % with lines), "
        f"{least:g} % wanted"
    )
    if share < least or not totals["num_branches"]:
        sys.exit(1)


if __name__ == "__main__":
    main()
