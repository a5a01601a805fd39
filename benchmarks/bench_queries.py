# SPDX-License-Identifier: MIT
"""Certainly or possibly within a stretch of time: a million dates at once, beside numpy's bare comparisons."""

from __future__ import annotations

import random
from dataclasses import fields, replace

import numpy as np
import numpy.typing as npt

from benchmarks.measure import milliseconds, report, spread
from timeline_app.chrono.columns import DateColumns, Stretches, columns_of_texts
from timeline_app.chrono.instant import year_start_s
from timeline_app.chrono.span_queries import Answer, Relation, answers

ROWS = 1_000_000
DRAWN = 10_000
FIRST_S, LAST_S = year_start_s(1940), year_start_s(1960)
LIMIT_MS = 100.0


def some_texts(count: int) -> list[str]:
    """Draw dates as exhibits hold them: mostly days, months and years, some intervals, some sets."""
    chance = random.Random(20261123)
    found = []
    for _ in range(count):
        year, month, day = chance.randint(1900, 1990), chance.randint(1, 12), chance.randint(1, 28)
        plain = f"{year}-{month:02d}-{day:02d}"[: chance.choice((4, 7, 10, 10))]
        shapes = (plain, f"{plain}~", f"{plain}?", f"{plain}/..", f"{plain}/", f"{plain}/{year + 5}",
                  f"[{plain},{year + 2}]", f"{{{plain},{year + 3}}}")  # fmt: skip
        found.append(chance.choices(shapes, (60, 8, 4, 3, 3, 14, 5, 3))[0])
    return found


def repeated(columns: DateColumns, times: int) -> DateColumns:
    """Return the same rows many times over."""
    stretches, rows = columns.stretches, len(columns)
    turns = np.arange(times)
    moved = Stretches(
        (stretches.rows + rows * turns[:, None]).ravel(),
        (stretches.starts + len(stretches) * turns[:, None]).ravel(),
        *(np.tile(getattr(stretches, name), times) for name in ("begins_s", "begun_s", "ending_s", "ends_s")),
    )
    names = [field.name for field in fields(columns) if field.name != "stretches"]
    return replace(
        columns, **{name: np.tile(getattr(columns, name), times) for name in names}, stretches=moved
    )


def bare(columns: DateColumns) -> npt.NDArray[np.int8]:
    """Ask numpy alone, of bounds alone: what every answer costs at least."""
    begins_s, ends_s = columns.fuzz_earliest_s, columns.fuzz_latest_s
    certain = (begins_s >= FIRST_S) & (ends_s <= LAST_S)
    possible = (begins_s < LAST_S) & (ends_s > FIRST_S)
    found: npt.NDArray[np.int8] = certain.view(np.int8) + possible.view(np.int8)
    return found


def asked(columns: DateColumns, relation: Relation) -> dict[str, float]:
    """Ask one question several times; return how long that took."""
    return spread(milliseconds(lambda: answers(columns, relation, FIRST_S, LAST_S)))


def main() -> None:
    """Print one line of figures."""
    columns = repeated(columns_of_texts(some_texts(DRAWN))[0], ROWS // DRAWN)
    times = {relation.name.lower(): asked(columns, relation) for relation in Relation}
    reference = spread(milliseconds(lambda: bare(columns)))
    slowest_ms = max(figures["median_ms"] for figures in times.values())
    told = np.bincount(answers(columns, Relation.WITHIN, FIRST_S, LAST_S), minlength=len(Answer))
    report(
        "queries",
        rows=len(columns),
        intervals_and_sets=len(columns.stretches.rows),
        stretches=len(columns.stretches),
        within={answer.name.lower(): int(told[answer]) for answer in Answer},
        times=times,
        reference="numpy alone, bounds alone",
        reference_times=reference,
        ratio=round(slowest_ms / reference["median_ms"], 2),
        limit_ms=LIMIT_MS,
        ok=slowest_ms <= LIMIT_MS,
    )


if __name__ == "__main__":
    main()
