# SPDX-License-Identifier: MIT
"""What the benchmarks share: repeat, take the median, compare with a reference of the same run, print one line."""

import gc
import json
import statistics
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def milliseconds(work: Callable[[], object], *, repeat: int = 9) -> list[float]:
    """Run something several times, after one run that only warms up; return how long each run took."""
    work()
    times = []
    for _ in range(repeat):
        # What the last run left behind is not this run's work.
        gc.collect()
        began = time.perf_counter()
        work()
        times.append((time.perf_counter() - began) * 1000)
    return times


def spread(times: list[float]) -> dict[str, float]:
    """Return the median and the extremes, in milliseconds."""
    ordered = sorted(times)
    return {
        "median_ms": round(statistics.median(ordered), 3),
        "least_ms": round(ordered[0], 3),
        "p95_ms": round(ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))], 3),
    }


def report(name: str, **values: object) -> None:
    """Print the benchmark's one line."""
    print(json.dumps({"benchmark": name, **values}, ensure_ascii=False), flush=True)
