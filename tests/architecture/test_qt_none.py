# SPDX-License-Identifier: MIT
"""The installed PySide6 does not lose references to None.

PySide6 6.12.0 drops one at nearly every call that returns nothing, and the interpreter aborts with "deallocating
None" after some thousands of calls: within seconds of use, and never at the line that is to blame.
"""

import subprocess
import sys

CALLS = 20_000
MANY_CALLS = f"""
import sys
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QImage, QPainter
app = QGuiApplication([])
image = QImage(8, 8, QImage.Format.Format_ARGB32)
before = sys.getrefcount(None)
rect = QRect(0, 0, 4, 4)
painter = QPainter(image)
for _ in range({CALLS}):
    rect.setWidth(3)
    painter.drawRect(rect)
painter.end()
lost = before - sys.getrefcount(None)
print("lost", lost)
"""


def test_twenty_thousand_calls_that_return_nothing_lose_no_reference() -> None:
    result = subprocess.run(
        [sys.executable, "-c", MANY_CALLS], capture_output=True, text=True, check=False, timeout=60
    )
    assert result.returncode == 0, result.stderr
    lost = int(result.stdout.split()[1])
    assert lost < CALLS / 10, f"{lost} references to None were lost: this release of PySide6 must not be used"
