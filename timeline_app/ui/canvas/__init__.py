# SPDX-License-Identifier: MIT
"""The canvas: the widget, what paints a scene into it, and what measures text for it."""
