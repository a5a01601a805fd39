# SPDX-License-Identifier: MIT
"""The small offline map: where the exhibit's events were."""
