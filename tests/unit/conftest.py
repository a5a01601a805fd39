# SPDX-License-Identifier: MIT
"""How Hypothesis behaves in all unit tests: no limit on time, since machines are shared, and no files left behind."""

from hypothesis import settings

settings.register_profile("timeline", deadline=None, database=None)
settings.load_profile("timeline")
