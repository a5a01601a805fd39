# SPDX-License-Identifier: MIT
"""What screen readers see of the painted widgets: canvas and overview."""
