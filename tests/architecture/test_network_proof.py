# SPDX-License-Identifier: MIT
"""The network proof reads traces rightly; the journeys' trace itself is CI's."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts.network_proof import hindrance, violations


@pytest.mark.parametrize(
    "call",
    [
        "socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = 3",
        "socket(AF_INET6, SOCK_DGRAM|SOCK_CLOEXEC, IPPROTO_IP) = 3",
        "socket(AF_INET, SOCK_STREAM, IPPROTO_TCP) = -1 EACCES (Permission denied)",
        "socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC, NETLINK_ROUTE) = 3",
        "socket(AF_PACKET, SOCK_RAW, 768) = 3",
        'connect(3, {sa_family=AF_UNIX, sun_path="/run/systemd/resolve/io.systemd.Resolve"}, 42) = 0',
        'sendto(4, "\\2\\0\\0\\0\\r\\0\\0\\0\\6\\0\\0\\0hosts\\0", 18, MSG_NOSIGNAL, NULL, 0) = 18',
        'openat(AT_FDCWD, "/etc/resolv.conf", O_RDONLY|O_CLOEXEC) = -1 ENOENT (No such file or directory)',
        'openat(AT_FDCWD, "/lib/x86_64-linux-gnu/libnss_dns.so.2", O_RDONLY|O_CLOEXEC) = 5',
    ],
)
def test_each_kind_of_violation_is_seen(call: str) -> None:
    (found,) = violations([f"4711  {call}"])
    assert "4711" in found


@pytest.mark.parametrize(
    "call",
    [
        "socket(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0) = 3",
        "socketpair(AF_UNIX, SOCK_STREAM|SOCK_CLOEXEC, 0, [5, 6]) = 0",
        'connect(3, {sa_family=AF_UNIX, sun_path=@"/tmp/.X11-unix/X99"}, 20) = 0',
        'connect(3, {sa_family=AF_UNIX, sun_path="/var/run/nscd/socket"}, 110) = -1 ENOENT (No such file)',
        "socket(AF_NETLINK, SOCK_RAW|SOCK_CLOEXEC|SOCK_NONBLOCK, NETLINK_KOBJECT_UEVENT) = 9",
        "socket(AF_NETLINK, SOCK_RAW, NETLINK_AUDIT) = 5",
        "socket(AF_NETLINK, SOCK_RAW, NETLINK_AUDIT <unfinished ...>",
        'openat(AT_FDCWD, "/etc/hosts.allow", O_RDONLY) = 3',
        'openat(AT_FDCWD, "/srv/a/resolv.conf.yaml", O_RDONLY) = 3',
    ],
)
def test_local_sockets_and_other_files_are_left_alone(call: str) -> None:
    assert not list(violations([f"4711  {call}"]))


def test_the_x_server_beside_the_program_may_do_as_it_likes_and_the_program_may_not() -> None:
    trace = [
        '10  execve("/usr/bin/python3", ["python3", "main.py"], 0x7 /* 9 vars */) = 0',
        "10  vfork() = 11",
        '11  execve("/usr/bin/Xvfb", ["Xvfb"], 0x7 /* 9 vars */) = 0',
        "11  socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 3",
        "11  clone3({flags=CLONE_VM}, 88) = 12",
        "12  socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 3",
        "10  socket(AF_INET6, SOCK_STREAM, IPPROTO_IP) = 3",
    ]
    (found,) = violations(trace)
    assert found.startswith("python3 (10)")


@pytest.mark.slow
def test_planted_violations_are_found_and_an_innocent_command_passes(project_root: Path) -> None:
    reason = hindrance()
    if reason:
        pytest.skip(reason)
    command = [sys.executable, "-m", "scripts.network_proof", "--required", "--", sys.executable, "-c"]
    good = subprocess.run([*command, "pass"], cwd=project_root, capture_output=True, text=True, check=False)
    assert good.returncode == 0, good.stderr
    planted = "import socket; socket.socket(socket.AF_INET)"
    bad = subprocess.run([*command, planted], cwd=project_root, capture_output=True, text=True, check=False)
    assert bad.returncode == 1
    assert "a socket of AF_INET" in bad.stderr
