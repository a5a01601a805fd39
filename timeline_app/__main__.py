# SPDX-License-Identifier: MIT
"""`python -m timeline_app` does what `timeline-app` does."""

from timeline_app.app import main

if __name__ == "__main__":
    raise SystemExit(main())
