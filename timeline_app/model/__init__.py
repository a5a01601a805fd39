# SPDX-License-Identifier: MIT
"""What an exhibit is: events, sources, excerpts, claims, tours, and the lens through which they are seen."""
