# SPDX-License-Identifier: MIT
"""The timeline in front of a class: what the audience sees, and what the presenter sees beside it."""
