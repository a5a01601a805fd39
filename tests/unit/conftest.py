# SPDX-License-Identifier: MIT
"""How Hypothesis behaves in all unit tests: no limit on time, since machines are shared, and no files left behind.

In CI the same examples are tried each time: a red run then speaks of the change and can be repeated. New
examples are found by everybody's own runs.
"""

import os

from hypothesis import settings

settings.register_profile("timeline", deadline=None, database=None, derandomize=bool(os.environ.get("CI")))
settings.load_profile("timeline")
