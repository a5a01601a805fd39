# SPDX-License-Identifier: MIT
"""Whole frames of a thousand, a hundred thousand and a million events, and on a big screen; see `benchmarks.frames`."""

from benchmarks.frames import main as measure


def main() -> None:
    """Measure all of them in one run, so that they can be compared."""
    measure(["--events", "1000,100000,1000000"])
    measure(["--events", "100000", "--size", "3840x2160"])


if __name__ == "__main__":
    main()
