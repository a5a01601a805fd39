# SPDX-License-Identifier: MIT
"""Finding things in an exhibit: full text, and questions about lanes, people, sources, tags and dates."""
