# SPDX-License-Identifier: MIT
"""The detail panel: introduction, event, selection, legend and problems, built from a showing and the state."""
