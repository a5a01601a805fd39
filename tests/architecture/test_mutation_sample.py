# SPDX-License-Identifier: MIT
"""The sample of planted faults finds what the tests do not hold, and nothing else."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.mutants import mutants, planted
from scripts.mutation_sample import ALWAYS, first_of_each

CODE = '''
from typing import Protocol, TYPE_CHECKING

if TYPE_CHECKING:
    from a import b

class Shape(Protocol):
    def area(self) -> int:
        return 1 + 1

def days(first: int, last: int, *, open_end: bool = False) -> int | None:
    """Count days, 1 and more."""
    if not open_end and first <= last:
        return last - first + 1
    return None
'''


@pytest.fixture
def module(tmp_path: Path) -> Path:
    path = tmp_path / "timeline_app" / "chrono" / "days.py"
    path.parent.mkdir(parents=True)
    path.write_text(CODE, encoding="utf-8")
    return path


def test_every_kind_of_fault_is_planted_where_code_runs_and_nowhere_else(module: Path) -> None:
    found = {(fault.function, fault.kind, fault.before, fault.after) for fault in mutants(module, "days.py")}
    assert found == {
        ("days", "and-or", "not open_end and first <= last", "not open_end or first <= last"),
        ("days", "not", "not open_end", "not not open_end"),
        ("days", "comparison", "first <= last", "first > last"),
        ("days", "return", "return last - first + 1", "return None"),
        ("days", "sign", "last - first + 1", "last - first - 1"),
        ("days", "sign", "last - first", "last + first"),
        ("days", "constant", "1", "2"),
    }


def test_a_planted_fault_changes_one_place_only(module: Path) -> None:
    fault = next(fault for fault in mutants(module, "days.py") if fault.kind == "comparison")
    assert "if not open_end and first > last:" in planted(CODE, fault)
    assert "return last - first + 1" in planted(CODE, fault)


def test_modules_that_are_never_left_out_are_there_and_give_the_first_of_their_faults(
    project_root: Path, module: Path
) -> None:
    assert all((project_root / "timeline_app" / name).is_file() for name in ALWAYS)
    others = list(mutants(module, "timeline_app/chrono/days.py"))
    wanted = list(mutants(module, f"timeline_app/{ALWAYS[1]}"))
    assert first_of_each([*others, *wanted]) == wanted[:1]


def sample(root: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "scripts.mutation_sample", "--root", str(root), "--budget-minutes", "1"]
    return subprocess.run(
        [*command, "--workers", "1", "--size", "4"], capture_output=True, text=True, check=False
    )


@pytest.mark.slow
def test_a_fault_that_no_test_minds_is_reported_unless_it_is_listed_with_a_reason(
    tmp_path: Path, project_root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project_root)
    chrono = tmp_path / "timeline_app" / "chrono"
    tests = tmp_path / "tests" / "unit"
    for folder in (chrono, tests, tmp_path / "scripts"):
        folder.mkdir(parents=True)
    (tmp_path / "timeline_app" / "__init__.py").touch()
    (chrono / "__init__.py").touch()
    (chrono / "after.py").write_text(
        "def after(a: int, b: int) -> bool:\n    return a > b\n", encoding="utf-8"
    )
    (tmp_path / "pyproject.toml").write_text(
        '[tool.pytest.ini_options]\npythonpath = ["."]\n', encoding="utf-8"
    )
    test = tests / "test_after.py"
    call = "from timeline_app.chrono.after import after\n\ndef test_after():\n    "

    test.write_text(f"{call}assert after(2, 1)\n", encoding="utf-8")
    strong = sample(tmp_path)
    assert strong.returncode == 0, strong.stdout + strong.stderr
    assert "All 2 planted faults were caught." in strong.stdout

    test.write_text(f"{call}assert after(2, 1) is not None\n", encoding="utf-8")
    weak = sample(tmp_path)
    assert weak.returncode == 1
    assert "1 of 2 faults" in weak.stderr
    assert "a > b → a <= b" in weak.stderr

    name = "timeline_app/chrono/after.py after comparison: a > b → a <= b"
    listed = tmp_path / "scripts" / "equivalent_mutants.txt"
    listed.write_text(f"# why\n{name} | nothing asks for the order\n", encoding="utf-8")
    assert sample(tmp_path).returncode == 0
    listed.write_text(f"{name}\n", encoding="utf-8")
    assert "a reason" in sample(tmp_path).stderr
