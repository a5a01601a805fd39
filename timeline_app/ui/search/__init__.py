# SPDX-License-Identifier: MIT
"""Searching in the window: the index made in the background, the field, and what was found."""
