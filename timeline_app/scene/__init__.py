# SPDX-License-Identifier: MIT
"""From document, lens and view to a display list; no toolkit."""
