# SPDX-License-Identifier: MIT
"""Plant a sample of faults in the Qt-free packages and see that tests/unit catches each: exit status 1 if one survives.

The sample is drawn by a digest of seed and fault, not by position, so that it stays the same while other code
changes. Each fault runs against the tests of its own module first, then against the whole unit suite. Faults that
change no answer can be listed in scripts/equivalent_mutants.txt, with the reason why.
"""

import argparse
import os
import queue
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from scripts.mutants import Mutant, mutants, planted

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = "timeline_app"
QT_FREE = ("base", "chrono", "model", "content", "search", "scene", "state", "cli", "supervisor")
#: No kind may take more of the sample than this: tables full of numbers would else crowd out the logic.
MOST_OF_A_KIND = 0.25
#: Each of these has a fault in every sample: what they get wrong is told to a class too early, or lost from a file.
ALWAYS = ("model/curtain.py", "model/giveaways.py", "model/tour_shows.py", "content/yaml_patch.py")
NOT_COPIED = (".git", ".venv*", "*_cache", "__pycache__", ".hypothesis", "build", "dist", "*.ttf")


def equivalents(root: Path) -> set[str]:
    """Read the faults that change no answer: a line each, name and reason parted by " | "."""
    path = root / "scripts" / "equivalent_mutants.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    entries = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    for entry in entries:
        if len(entry) != 2 or not entry[1].strip():  # noqa: PLR2004 - name and reason
            sys.exit(f"{path.name}: a line needs a name, “ | ” and a reason: {' | '.join(entry)}")
    return {name.strip() for name, _ in entries}


def sample(root: Path, seed: int, size: int) -> list[Mutant]:
    """Draw the sample."""
    files = [path for package in QT_FREE for path in sorted((root / PACKAGE / package).rglob("*.py"))]
    known = equivalents(root)
    every = [fault for path in files for fault in mutants(path, path.relative_to(root).as_posix())]
    chosen: list[Mutant] = []
    kinds: Counter[str] = Counter()
    ranked = sorted((fault for fault in every if fault.name not in known), key=lambda fault: fault.rank(seed))
    for fault in (*first_of_each(ranked), *ranked):
        if fault in chosen or kinds[fault.kind] >= max(1, size * MOST_OF_A_KIND):
            continue
        chosen.append(fault)
        kinds[fault.kind] += 1
        if len(chosen) == size:
            break
    print(f"{len(chosen)} of {len(every)} possible faults: {dict(kinds)}", flush=True)
    return chosen


def first_of_each(ranked: list[Mutant]) -> list[Mutant]:
    """Return the first fault of each module that is never left out."""
    modules = [f"{PACKAGE}/{module}" for module in ALWAYS]
    found = (next((fault for fault in ranked if fault.module == module), None) for module in modules)
    return [fault for fault in found if fault is not None]


def own_tests(root: Path, module: str) -> list[str]:
    """Return the unit tests that name the module, those called like it first; else the tests of its package."""
    dotted = module.removesuffix(".py").replace("/", ".").removesuffix(".__init__")
    parent, _, name = dotted.rpartition(".")
    needles = (dotted, f"from {parent} import {name}")
    called, importing = [], []
    for path in sorted((root / "tests" / "unit").rglob("test_*.py")):
        if path.stem.endswith(name):
            called.append(str(path.relative_to(root)))
        elif any(needle in path.read_text(encoding="utf-8") for needle in needles):
            importing.append(str(path.relative_to(root)))
    folder = root / "tests" / "unit" / Path(module).parts[1]
    return called + importing or ([str(folder.relative_to(root))] if any(folder.rglob("test_*.py")) else [])


def complaint(root: Path, tests: list[str], limit_s: float) -> str:
    """Run tests until the first failure and return what pytest said of it; running too long counts as a failure."""
    command = [sys.executable, "-m", "pytest", "-x", "-q", "--no-header", "-p", "no:cacheprovider"]
    # Random examples must be the same each time, or a fault would be caught on some days only.
    command += ["--hypothesis-seed=0", *tests]
    # Bytecode of a fault must not outlive it: two faults of equal length within a second would share it.
    env = {
        **os.environ,
        "PYTHONDONTWRITEBYTECODE": "1",
        "HYPOTHESIS_STORAGE_DIRECTORY": str(root / ".hypothesis"),
    }
    try:
        result = subprocess.run(
            command, cwd=root, capture_output=True, text=True, check=False, timeout=limit_s, env=env
        )
    except subprocess.TimeoutExpired:
        return "too slow"
    return result.stdout + result.stderr if result.returncode != 0 else ""


def survives(root: Path, fault: Mutant, limit_s: float) -> bool:
    """Plant one fault in a copy of the project, and tell whether no test minds."""
    path = root / fault.module
    original = path.read_text(encoding="utf-8")
    path.write_text(planted(original, fault), encoding="utf-8")
    try:
        tests = own_tests(root, fault.module)
        if tests and complaint(root, tests, limit_s):
            return False
        return not complaint(root, ["tests/unit"], limit_s)
    finally:
        path.write_text(original, encoding="utf-8")


def copy_project(root: Path, target: Path) -> None:
    """Copy what the tests read, so that the checkout is never touched."""
    shutil.copytree(root, target, ignore=shutil.ignore_patterns(*NOT_COPIED))


def run(root: Path, faults: list[Mutant], budget_s: float, workers: int) -> list[str]:
    """Run the faults, some beside each other; return a line for each that survived or was not reached."""
    end = time.monotonic() + budget_s
    with tempfile.TemporaryDirectory() as folder:
        copies: queue.SimpleQueue[Path] = queue.SimpleQueue()
        for number in range(workers):
            copies.put(Path(folder) / str(number))
            copy_project(root, Path(folder) / str(number))
        first = copies.get()
        began = time.monotonic()
        if said := complaint(first, ["tests/unit"], budget_s):
            sys.exit(
                f"{said[-3000:]}\nThe unit tests fail without any fault, so there is nothing to learn from faults."
            )
        limit_s = (time.monotonic() - began) * 3 * workers + 10
        copies.put(first)

        def judge(fault: Mutant) -> str:
            if time.monotonic() > end:
                return f"not reached in time: line {fault.line} {fault.name}"
            copy = copies.get()
            try:
                alive = survives(copy, fault, limit_s)
            finally:
                copies.put(copy)
            print(
                f"{'SURVIVED' if alive else 'caught  '}  {fault.module}:{fault.line}  {fault.name}",
                flush=True,
            )
            return f"survived: line {fault.line} {fault.name}" if alive else ""

        with ThreadPoolExecutor(workers) as pool:
            return [line for line in pool.map(judge, faults) if line]


def main() -> None:
    """Draw, plant, judge."""
    parser = argparse.ArgumentParser(
        description="See whether the unit tests catch a sample of planted faults."
    )
    parser.add_argument("--root", type=Path, default=ROOT)
    parser.add_argument("--seed", type=int, default=1959)
    parser.add_argument("--size", type=int, default=20)
    parser.add_argument("--budget-minutes", type=float, default=18)
    parser.add_argument("--workers", type=int, default=min(2, os.cpu_count() or 1))
    options = parser.parse_args()
    faults = sample(options.root, options.seed, options.size)
    left = run(options.root, faults, options.budget_minutes * 60, options.workers)
    if left:
        sys.exit(f"{len(left)} of {len(faults)} faults were not caught:\n" + "\n".join(left))
    print(f"All {len(faults)} planted faults were caught.")


if __name__ == "__main__":
    main()
