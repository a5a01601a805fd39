# SPDX-License-Identifier: MIT
"""Reading the loose dates of 50,000 events (aim: at most 8 s on an idle machine), beside bare python-dateutil.

The reference reads as many texts, all of which it understands, and reads them once: what ours does more is to
read phrases, to ask, to check, and to keep dateutil's guesses out.
"""

import random
import time
from collections.abc import Callable
from typing import Final

from dateutil import parser

from benchmarks.measure import milliseconds, report, spread
from timeline_app.chrono.loose import Outcome, read_loose

EVENTS = 50_000
LIMIT_S = 8.0
MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
)

SHAPES: Final[tuple[Callable[[random.Random], str], ...]] = (
    lambda rng: f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(1600, 2020)}",
    lambda rng: f"{rng.choice(MONTHS)} {rng.randint(1, 28)}, {rng.randint(1600, 2020)}",
    lambda rng: f"{rng.choice(MONTHS)[:3]}. {rng.randint(1600, 2020)}",
    lambda rng: f"{rng.randint(13, 28)}/{rng.randint(1, 12)}/{rng.randint(1600, 2020)}",
    lambda rng: (
        f"{rng.randint(1, 28)} {rng.choice(MONTHS)} {rng.randint(1900, 2020)} {rng.randint(10, 23)}:{rng.randint(10, 59)}"
    ),
    lambda rng: f"{rng.choice(('early', 'mid', 'late'))} {rng.randint(1500, 2020)}",
    lambda rng: f"{rng.choice(('early ', 'mid-', 'late '))}{rng.randint(150, 201)}0s",
    lambda rng: f"{rng.choice(('c. ', 'about ', 'probably ', 'after ', 'before '))}{rng.randint(1500, 2020)}",
    lambda rng: f"{rng.randint(1500, 1599)}–{rng.randint(1600, 1699)}",
    lambda rng: f"between {rng.randint(1500, 1599)} and {rng.randint(1600, 1699)}",
    lambda rng: f"{rng.randint(1, 15)}-{rng.randint(16, 28)} {rng.choice(MONTHS)} {rng.randint(1600, 2020)}",
    lambda rng: f"{rng.choice(('spring', 'summer', 'winter'))} {rng.randint(1500, 2020)}",
    lambda rng: f"{rng.randint(2, 900)} BC",
    lambda rng: f"{rng.randint(10, 28)} {rng.choice(MONTHS)} {rng.randint(2, 900)} BC",
    lambda rng: f"{rng.randint(2, 20)}th century",
    lambda rng: f"昭和{rng.randint(10, 60)}年{rng.randint(1, 12)}月{rng.randint(1, 28)}日",
    lambda rng: f"{rng.randint(1600, 2020)}년 {rng.randint(1, 12)}월경",
    lambda rng: f"{rng.randint(20, 900)} Ma",
)
READ_BY_DATEUTIL: Final = 4
"""So many of the shapes, from the first on, are dates that bare dateutil reads rightly too."""


def main() -> None:
    """Read texts of all shapes, most of them different; then let dateutil read as many of the plain ones."""
    rng = random.Random(1959)
    ours = [SHAPES[index % len(SHAPES)](rng) for index in range(EVENTS)]
    plain = [SHAPES[index % READ_BY_DATEUTIL](rng) for index in range(EVENTS)]
    counts = {outcome.value: 0 for outcome in Outcome}
    began_s = time.process_time()
    for text in ours:
        counts[read_loose(text).outcome.value] += 1
    # The first run of all, with nothing kept from another; other programs on the machine do not count in it.
    first_s = time.process_time() - began_s
    ours_times = spread(milliseconds(lambda: [read_loose(text) for text in ours], repeat=3))
    bare_times = spread(milliseconds(lambda: [parser.parse(text) for text in plain], repeat=3))
    report(
        "loose",
        events=EVENTS,
        different=len(set(ours)),
        outcomes=counts,
        ours=ours_times,
        first_run_cpu_s=round(first_s, 2),
        per_second=round(EVENTS / ours_times["median_ms"] * 1000),
        reference="dateutil.parser.parse on as many plain dates",
        reference_times=bare_times,
        ratio=round(ours_times["median_ms"] / bare_times["median_ms"], 2),
        limit_s=LIMIT_S,
        within=ours_times["median_ms"] <= LIMIT_S * 1000,
    )


if __name__ == "__main__":
    main()
