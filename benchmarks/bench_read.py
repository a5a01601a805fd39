# SPDX-License-Identifier: MIT
"""Reading the built-in exhibit, against PyYAML's C event stream over the same text (aim: at most 4 times that)."""

import argparse
from pathlib import Path

import yaml

from benchmarks.measure import ROOT, milliseconds, report, spread
from timeline_app.content.reader import read_exhibit

LIMIT = 4.0


def main() -> None:
    """Read the file whole, as at start and at every save; then only let libyaml run over it."""
    parser = argparse.ArgumentParser(description="Measure the reading of an exhibit.")
    parser.add_argument("exhibit", nargs="?", type=Path, default=ROOT / "events.yaml")
    path = parser.parse_args().exhibit
    text = path.read_text(encoding="utf-8")
    document = read_exhibit(path).document
    if document is None:
        raise SystemExit(f"{path} cannot be read")
    events = len(document.events)
    ours = spread(milliseconds(lambda: read_exhibit(path)))
    bare = spread(milliseconds(lambda: [None for _ in yaml.parse(text, Loader=yaml.CBaseLoader)]))
    ratio = ours["median_ms"] / bare["median_ms"]
    report(
        "read",
        events=events,
        bytes=len(text.encode()),
        ours=ours,
        per_1000_events_ms=round(ours["median_ms"] * 1000 / events, 1),
        reference="PyYAML's C event stream over the same text",
        reference_times=bare,
        ratio=round(ratio, 2),
        limit=LIMIT,
        within=ratio <= LIMIT,
    )


if __name__ == "__main__":
    main()
