# SPDX-License-Identifier: MIT
"""Ground floor: values and protocols that know nothing of timelines."""
