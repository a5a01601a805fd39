# SPDX-License-Identifier: MIT
"""Spares the start what PySide does at every import: reading a module's source to see whether it uses PySide.

PySide's optional spellings (`from __feature__ import snake_case`) are switched per module, so that its import
hook reads the text of each module that is imported, 200 of them here. Nothing in this program uses them, and
"uses PySide, with no such feature" is right for every module of ours. Where a release has no such hook,
nothing happens; `tests/ui/test_quick_import.py` notices.
"""

from __future__ import annotations

import sys

import PySide6.QtCore  # noqa: F401 — brings the hook

HOOK_MODULE = "shibokensupport.feature"
HOOK = "_mod_uses_pyside"


def skip_source_scan() -> bool:
    """Have every module taken for one that uses PySide plainly; tell whether there was a hook."""
    module = sys.modules.get(HOOK_MODULE)
    if module is None or not hasattr(module, HOOK):
        return False
    setattr(module, HOOK, _uses_pyside_plainly)
    return True


def _uses_pyside_plainly(module: object) -> bool:
    del module
    return True
