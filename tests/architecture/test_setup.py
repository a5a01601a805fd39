# SPDX-License-Identifier: MIT
"""What `make run` does first: the environment, and the libraries of the system."""

import subprocess
import sys
from pathlib import Path

import pytest

from scripts import environment, system_libraries


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return what looks like an environment that was installed to the end."""
    python = environment.python_of(tmp_path)
    python.parent.mkdir(parents=True)
    python.touch()
    (tmp_path / "installed-run").write_text(environment.digest(()), encoding="utf-8")
    return tmp_path


def test_a_finished_environment_is_current_and_the_smaller_set_is_not_the_larger(folder: Path) -> None:
    assert environment.is_current(folder, "run")
    assert not environment.is_current(folder, "dev")


def test_the_developers_set_does_for_running_too(folder: Path) -> None:
    (folder / "installed-run").unlink()
    (folder / "installed-dev").write_text(environment.digest(("dev",)), encoding="utf-8")
    assert environment.is_current(folder, "run")


def test_an_interrupted_install_is_neither_current_nor_sound(folder: Path) -> None:
    (folder / "installing").touch()
    assert not environment.is_current(folder, "run")
    assert not environment.is_sound(folder)


def test_an_environment_whose_python_has_gone_is_made_anew(folder: Path) -> None:
    environment.python_of(folder).unlink()
    assert not environment.is_current(folder, "run")
    assert not environment.is_sound(folder)


def test_other_requirements_or_versions_are_installed(
    folder: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path_factory.mktemp("project")
    for name in ("pyproject.toml", "constraints.txt"):
        (root / name).write_bytes((environment.ROOT / name).read_bytes())
    monkeypatch.setattr(environment, "ROOT", root)
    assert environment.is_current(folder, "run")
    (root / "constraints.txt").write_text("numpy==1.0\n", encoding="utf-8")
    assert not environment.is_current(folder, "run")


def test_the_sets_hold_what_their_extras_name_and_can_leave_qt_out() -> None:
    developer = environment.requirements(("dev",), ())
    assert any(line.startswith("ruff") for line in developer)
    assert any(line.startswith("hypothesis") for line in developer)
    assert not [line for line in developer if line.startswith("timeline-app")]
    without = environment.requirements(("unit",), ("PySide6",))
    assert not [line for line in without if line.startswith("PySide6")]
    assert any(line.startswith("numpy") for line in without)


def test_a_library_that_is_missing_is_named_by_its_package() -> None:
    libraries = {"libc.so.6": "libc6", "libplanted.so.9": "libplanted9"}
    assert system_libraries.missing_packages(libraries) == ["libplanted9"]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the script acts on Linux only")
def test_without_a_way_to_install_the_exact_command_is_printed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "TO_DRAW", {"libplanted.so.9": "libplanted9"})
    monkeypatch.setattr(system_libraries, "without_password", lambda: None)
    monkeypatch.setattr("shutil.which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(sys, "argv", ["system_libraries", "--for", "drawing"])
    with pytest.raises(SystemExit, match="sudo apt-get install libplanted9"):
        system_libraries.main()
    assert not capsys.readouterr().out


def test_an_old_python_gets_a_plain_sentence(project_root: Path) -> None:
    code = (
        "import sys; sys.path.insert(0, 'scripts'); sys.version_info = (3, 9, 2); sys.argv = ['x']\n"
        "import environment; environment.main()"
    )
    result = subprocess.run(
        [sys.executable, "-c", code], cwd=project_root, capture_output=True, text=True, check=False
    )
    assert result.returncode == 1
    assert "needs Python 3.11 or newer" in result.stderr
    assert "Traceback" not in result.stderr
