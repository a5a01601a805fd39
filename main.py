# SPDX-License-Identifier: MIT
"""Start the program from a checkout: `python main.py`."""

from timeline_app.app import main

if __name__ == "__main__":
    raise SystemExit(main())
