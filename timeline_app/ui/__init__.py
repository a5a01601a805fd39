# SPDX-License-Identifier: MIT
"""All that needs Qt."""
