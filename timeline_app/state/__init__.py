# SPDX-License-Identifier: MIT
"""The one store, the one frozen state, commands and histories."""
