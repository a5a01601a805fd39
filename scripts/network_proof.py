# SPDX-License-Identifier: MIT
"""Prove that the program stays off the network: run it under strace and read every system call that could reach it.

`python -m scripts.network_proof` traces the drawing of a picture and the journeys; `-- COMMAND …` traces that instead.
A violation is a socket of any family but AF_UNIX (and two ways to speak with this machine's kernel: its device
events, and its audit log, to which a session bus reports), a connection to a service that looks names up, or the
opening of a file that only a name lookup reads. Before the verdict, each kind of violation is planted and must be
found: a proof that cannot fail proves nothing.

Where strace is absent or may not trace, the proof is skipped with the reason; with `--required` that is a failure.
"""

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LIMIT_S = 900

#: Processes that a journey starts beside the program: the X server and what sends input to it.
BESIDE = {"Xvfb", "xauth", "xdotool", "xkbcomp"}

PID = re.compile(r"^(?:\[pid\s+)?(\d+)\]?\s+(.*)$")
CHILD = re.compile(r"^(?:<\.\.\. )?(?:clone3?|v?fork)\b.*= (\d+)$")
STARTS = re.compile(r'^execve\("([^"]+)".*= 0$')
SOCKET = re.compile(r"^(?:socket|socketpair)\((\w+)(?:, [^,]+, (\w+))?")
ADDRESS = re.compile(r"^(?:connect|sendto|sendmsg|bind)\(.*sa_family=(AF_INET6?)\b")
LOCAL = re.compile(r'^connect\(.*sa_family=AF_UNIX, sun_path=@?"([^"]+)"')
OPENED = re.compile(r'^open(?:at)?\((?:[^"]*, )?"([^"]+)"')

#: Services that look hosts up for a program, reached through a local socket …
RESOLVERS = re.compile(r"resolve|avahi")
#: … and a question about hosts to the C library's cache (nscd), which may be asked about users by anybody.
ASKED_CACHE = re.compile(r"^send(?:to|msg)\(.*hosts\\0")
#: Files that are read for nothing but looking up a host's name.
LOOKUP_FILES = re.compile(
    r"^/etc/(?:resolv\.conf|hosts|host\.conf|gai\.conf)$|/libnss_(?:dns|mdns\w*|resolve)\b"
)

#: What the kernel is asked that leads nowhere else. Where no session bus runs, Qt's D-Bus library starts one, and
#: that tells the audit log so. (Routes and addresses, NETLINK_ROUTE, are asked by what wants a network.)
WITHIN_THE_MACHINE = {"NETLINK_KOBJECT_UEVENT", "NETLINK_AUDIT"}

#: What must be found, each in a process of its own. None of them sends anything.
PLANTED = {
    "an IPv4 socket": "import socket; socket.socket(socket.AF_INET)",
    "an IPv6 datagram socket": "import socket; socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)",
    "a name lookup": "import socket; socket.getaddrinfo('localhost', None)",
    "a resolver's socket": "import socket\ns = socket.socket(socket.AF_UNIX)\n"
    "s.connect_ex('/run/systemd/resolve/io.systemd.Resolve')",
    "a question to the C library's cache": "import socket\n"
    "socket.socketpair()[0].send(b'\\2\\0\\0\\0\\r\\0\\0\\0\\6\\0\\0\\0hosts\\0')",
    "a lookup's file": "import contextlib\nwith contextlib.suppress(OSError): open('/etc/resolv.conf')",
    "a socket in a child process": "import subprocess, sys\n"
    "subprocess.run([sys.executable, '-c', 'import socket; socket.socket(socket.AF_INET)'])",
}
CLEAN = "import socket; socket.socketpair(); socket.socket(socket.AF_UNIX); import pwd; pwd.getpwuid(0)"


def violation(call: str) -> str:
    """Return what is wrong with one traced call, or nothing."""
    if found := SOCKET.match(call):
        family, protocol = found.groups()
        with_kernel = family == "AF_NETLINK" and protocol in WITHIN_THE_MACHINE
        return "" if family in {"AF_UNIX", "AF_LOCAL"} or with_kernel else f"a socket of {family}"
    if found := ADDRESS.match(call):
        return f"an address of {found[1]}"
    if (found := LOCAL.match(call)) and RESOLVERS.search(found[1]):
        return f"a question to {found[1]}"
    if ASKED_CACHE.match(call):
        return "a question about hosts to the C library's cache"
    if (found := OPENED.match(call)) and LOOKUP_FILES.search(found[1]):
        return f"a name lookup, which reads {found[1]}"
    return ""


def violations(trace: Iterable[str]) -> Iterator[str]:
    """Yield the violations in a trace, leaving out processes that only stand beside the program."""
    names: dict[str, str] = {}
    for line in trace:
        parts = PID.match(line.strip())
        if not parts:
            continue
        pid, call = parts.groups()
        if child := CHILD.match(call):
            names.setdefault(child[1], names.get(pid, "?"))
        if started := STARTS.match(call):
            names[pid] = Path(started[1]).name
        if names.get(pid) not in BESIDE and (wrong := violation(call)):
            yield f"{names.get(pid, '?')} ({pid}): {wrong}\n    {call}"


def traced(command: list[str]) -> tuple[int, list[str], str]:
    """Run a command under strace; return its status, the violations, and what it printed."""
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "trace"
        # --seccomp-bpf stops the process only at the calls named here: many times faster than a full trace.
        strace = ["strace", "-f", "-qq", "--seccomp-bpf", "-s", "200", "-e", "signal=none", "-o", str(log)]
        strace += ["-e", "trace=network,open,openat,execve,clone,clone3,fork,vfork", "--", *command]
        result = subprocess.run(
            strace, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False, timeout=LIMIT_S
        )
        text = log.read_text(errors="replace") if log.exists() else ""
        return result.returncode, list(violations(text.splitlines())), result.stdout + result.stderr


def hindrance() -> str:
    """Return why nothing can be traced here, or nothing."""
    if not shutil.which("strace"):
        return "strace is not installed (sudo apt-get install strace)"
    status, _, said = traced(["true"])
    return f"strace may not trace here: {said.strip()}" if status != 0 else ""


def check_the_check() -> None:
    """Plant each kind of violation and see that it is found, and that an innocent process is left alone."""
    for what, code in PLANTED.items():
        if not traced([sys.executable, "-c", code])[1]:
            sys.exit(f"The proof is broken: {what} was planted and not found.")
    innocent = traced([sys.executable, "-c", CLEAN])[1]
    if innocent:
        sys.exit("The proof is broken: it objects to a process without network:\n" + "\n".join(innocent))
    print(f"{len(PLANTED)} planted violations were found.")


def main() -> None:
    """Trace what was asked for and give the verdict as exit status."""
    parser = argparse.ArgumentParser(description="Prove that the program stays off the network.")
    parser.add_argument("--required", action="store_true", help="fail where nothing can be traced")
    parser.add_argument("command", nargs="*", help="what to trace instead of the picture and the journeys")
    options = parser.parse_args()
    if reason := hindrance():
        if options.required:
            sys.exit(f"The network proof must run here, but {reason}")
        print(f"SKIPPED: the network proof cannot run: {reason}")
        return
    check_the_check()
    with tempfile.TemporaryDirectory() as folder:
        picture = [sys.executable, "main.py", "--snapshot", f"{folder}/picture.png"]
        journeys = [
            sys.executable,
            "-m",
            "pytest",
            "-q",
            "-p",
            "no:cacheprovider",
            "--timeout=600",
            "tests/journeys",
        ]
        for command in [options.command] if options.command else [picture, journeys]:
            shown = " ".join(command[1:] or command)
            status, found, said = traced(command)
            if found:
                sys.exit(f"{shown}: {len(found)} violations\n" + "\n".join(found[:20]))
            if status != 0:
                sys.exit(f"{shown} ended with status {status}:\n{said[-4000:]}")
            print(f"{shown}: no network. {said.strip().splitlines()[-1] if said.strip() else ''}")


if __name__ == "__main__":
    main()
