# SPDX-License-Identifier: MIT
"""An interactive historical timeline that can answer "how do we know?"."""

__version__ = "0.1.0"
