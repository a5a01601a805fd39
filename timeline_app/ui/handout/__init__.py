# SPDX-License-Identifier: MIT
"""Handouts on paper and as a file of HTML."""
