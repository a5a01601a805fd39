# SPDX-License-Identifier: MIT
"""Reading exhibit files: positions, problems, schema, document."""
