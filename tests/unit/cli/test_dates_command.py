# SPDX-License-Identifier: MIT
"""`timeline-app dates` as a process: bytes in and out, whatever the machine's language, and no toolkit loaded."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

LIMIT_S = 90


def command(root: Path, *arguments: str) -> list[str]:
    return [sys.executable, str(root / "main.py"), "dates", *arguments]


@pytest.mark.parametrize("language", ["C", "POSIX", "C.UTF-8", "en_US.ISO-8859-1"])
def test_dates_go_in_and_come_out_as_utf_8(language: str, project_root: Path) -> None:
    source = "昭和34年12月14日\r\n\nearly 1958\n".encode() + b"\xff\xfe\n" + "138億年前".encode()
    environment = {**os.environ, "LC_ALL": language, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = subprocess.run(
        command(project_root, "--json"),
        input=source,
        env=environment,
        capture_output=True,
        check=True,
        timeout=LIMIT_S,
    )
    answers = [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]
    assert [answer["edtf"] for answer in answers] == ["1959-12-14", None, "1958-37~", None, "Y-138E8"]
    assert answers[0]["input"] == "昭和34年12月14日"
    assert answers[0]["display"]["ja"] == "1959年12月14日"
    assert done.stderr == b""


@pytest.mark.parametrize("language", ["C", "C.UTF-8"])
def test_arguments_are_utf_8_and_the_status_tells_whether_all_were_read(
    language: str, project_root: Path
) -> None:
    environment = {**os.environ, "LC_ALL": language, "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    for texts, status in ((["昭和34年"], 0), (["昭和34年", "n.d."], 1)):
        done = subprocess.run(
            [argument.encode() for argument in command(project_root, *texts)],
            env=environment,
            capture_output=True,
            check=False,
            timeout=LIMIT_S,
        )
        assert done.returncode == status
        assert done.stdout.decode("utf-8").startswith("昭和34年\n  EDTF: 1959\n")
        assert done.stderr == b""


def test_whoever_reads_may_stop_reading(project_root: Path) -> None:
    with subprocess.Popen(
        command(project_root, "--json"), stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdin.write(b"1959\n")
        process.stdin.flush()
        # Each answer comes before the next question.
        assert json.loads(process.stdout.readline())["edtf"] == "1959"
        process.stdout.close()
        process.stdin.write(b"1960\n" * 3)
        process.stdin.close()
        assert process.stderr.read() == b""
        assert process.wait(LIMIT_S) == 0


def test_no_toolkit_and_no_numbers_are_loaded_for_it(project_root: Path) -> None:
    code = (
        "import sys\n"
        "from timeline_app.app import main\n"
        "main(['dates', 'early 1958', '昭和34年'])\n"
        "print(sorted({'PySide6', 'numpy', 'yaml', 'dateutil'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        cwd=project_root,
        capture_output=True,
        encoding="utf-8",
        check=True,
        timeout=LIMIT_S,
    )
    assert done.stdout.splitlines()[-1] == "[]"
