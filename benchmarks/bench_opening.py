# SPDX-License-Identifier: MIT
"""Opening ten thousand events from YAML, and a hundred thousand and a million from lines; see `benchmarks.opening`."""

from benchmarks.opening import main as measure


def main() -> None:
    """Measure all of them in one run."""
    measure(["--events", "10000yaml,100000,1000000"])


if __name__ == "__main__":
    main()
