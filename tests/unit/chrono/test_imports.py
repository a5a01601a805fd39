# SPDX-License-Identifier: MIT
"""Reading a date does not wait for numpy, and the axis has nothing to do with datetime."""

import subprocess
import sys
from pathlib import Path


def test_reading_a_date_loads_neither_numpy_nor_datetime(project_root: Path) -> None:
    code = (
        "import sys\n"
        "from timeline_app.chrono import calendars, edtf, phrases, ticks\n"
        "edtf.parse('1959-08-13')\n"
        "print(sorted({'numpy', 'datetime', 'dateutil'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project_root, capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "[]"


def test_reading_edtf_loads_the_calendars_with_the_first_date_that_counts_in_one(project_root: Path) -> None:
    code = (
        "import sys\n"
        "from timeline_app.chrono import edtf, phrases\n"
        "edtf.parse('1959-08-13/..')\n"
        "print('timeline_app.chrono.calendars' in sys.modules)\n"
        "edtf.parse('hebrew:5720')\n"
        "print('timeline_app.chrono.calendars' in sys.modules)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=project_root, capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == ["False", "True"]
