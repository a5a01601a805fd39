# SPDX-License-Identifier: MIT
"""Takes pictures of an X screen: a process of its own, which writes one for every path it is given.

What is asserted on is what the window system shows, not what the program believes it has painted.
"""

import sys

from PySide6.QtGui import QGuiApplication


def main() -> None:
    """Answer each path on standard input with a picture there and a line on standard output."""
    application = QGuiApplication(["camera"])
    sys.stdout.write("ready\n")
    sys.stdout.flush()
    for line in sys.stdin:
        application.processEvents()
        saved = application.primaryScreen().grabWindow(0).save(line.strip(), "BMP")
        sys.stdout.write("done\n" if saved else "failed\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
