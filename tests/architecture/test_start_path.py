# SPDX-License-Identifier: MIT
"""What the first picture can do without is not loaded before it."""

import subprocess
import sys
from pathlib import Path

LATER = (
    "sqlite3",
    "markdown_it",
    "dateutil",
    "timeline_app.model.event_views",
    "timeline_app.model.citation_styles",
    "timeline_app.model.chains",
    "timeline_app.ui.panels.chain_page",
    "timeline_app.search.index",
    "timeline_app.state.view_link",
    "timeline_app.ui.facsimile",
    "PySide6.QtPdf",
)


def test_the_way_to_the_first_picture_loads_nothing_that_it_does_not_need(project_root: Path) -> None:
    code = f"import sys, timeline_app.ui.start; print(*(name for name in {LATER!r} if name in sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project_root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == []
