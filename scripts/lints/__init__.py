# SPDX-License-Identifier: MIT
"""The project's own lints: `python -m scripts.lints` prints what breaks the house's rules and ends with status 1.

Each rule is a function from one source file to its findings, so that tests/architecture can hand it a planted
violation. What ruff, mypy and import-linter can say is said in pyproject.toml; here stands only the rest.
"""
