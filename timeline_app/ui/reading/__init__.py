# SPDX-License-Identifier: MIT
"""Reading text: laid out and painted by one widget, every source mark a control of its own."""
