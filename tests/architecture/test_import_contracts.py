# SPDX-License-Identifier: MIT
"""Imports run one way; the contracts of pyproject.toml hold, and break when they should."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

COMMAND = [
    sys.executable,
    "-c",
    "from importlinter.cli import lint_imports_command as run; run()",
    "--no-cache",
]


def run_contracts(root: Path) -> subprocess.CompletedProcess[str]:
    """Run import-linter over the project that lies in a folder."""
    return subprocess.run(COMMAND, cwd=root, capture_output=True, text=True, check=False, timeout=100)


def test_the_project_keeps_its_contracts(project_root: Path) -> None:
    result = run_contracts(project_root)
    assert result.returncode == 0, result.stdout


@pytest.mark.slow
@pytest.mark.parametrize(
    ("module", "code"),
    [
        ("base/planted.py", "import timeline_app.chrono"),
        ("scene/planted.py", "import timeline_app.content"),
        ("model/planted.py", "import timeline_app.state"),
        ("cli/planted.py", "import timeline_app.ui"),
        ("ui/planted.py", "import timeline_app.cli"),
        ("scene/planted.py", "from PySide6.QtGui import QColor"),
        ("cli/planted.py", "import shiboken6"),
        ("ui/planted.py", "from timeline_app.model.document import Document"),
        ("unlisted/__init__.py", ""),
        ("supervisor/__init__.py", "import timeline_app.model"),
    ],
)
def test_each_forbidden_import_breaks_a_contract(
    module: str, code: str, project_root: Path, tmp_path: Path
) -> None:
    shutil.copy(project_root / "pyproject.toml", tmp_path)
    shutil.copytree(project_root / "timeline_app", tmp_path / "timeline_app")
    planted = tmp_path / "timeline_app" / module
    planted.parent.mkdir(exist_ok=True)
    planted.write_text(f"{code}\n", encoding="utf-8")
    result = run_contracts(tmp_path)
    assert result.returncode != 0
    assert "BROKEN" in result.stdout
