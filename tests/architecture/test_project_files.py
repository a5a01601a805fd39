# SPDX-License-Identifier: MIT
"""The files around the code agree with each other."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name


def project_table(root: Path) -> dict[str, object]:
    table = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert isinstance(table, dict)
    return table


def pinned(root: Path) -> dict[str, str]:
    """Return the versions of constraints.txt by normalised name."""
    lines = (root / "constraints.txt").read_text(encoding="utf-8").splitlines()
    plain = [line for line in lines if not line.startswith("#")]
    assert all(re.fullmatch(r"[\w.-]+==[\w.+!]+", line) for line in plain)
    pairs = (line.split("==") for line in plain)
    return {re.sub(r"[-_.]+", "-", name).lower(): version for name, version in pairs}


def test_the_changelog_begins_with_the_version_of_the_project(project_root: Path) -> None:
    text = (project_root / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## (\S+)", text, re.MULTILINE)
    assert newest
    assert newest.group(1) == project_table(project_root)["version"]


def test_every_requirement_is_pinned_within_its_range(project_root: Path) -> None:
    table = project_table(project_root)
    extras = table["optional-dependencies"]
    assert isinstance(extras, dict)
    assert isinstance(table["dependencies"], list)
    lines = [*table["dependencies"], *(line for extra in extras.values() for line in extra)]
    versions = pinned(project_root)
    for requirement in map(Requirement, lines):
        name = re.sub(r"[-_.]+", "-", requirement.name).lower()
        if name != table["name"]:
            assert versions[name] in requirement.specifier, requirement


def test_the_program_imports_only_what_it_requires(project_root: Path) -> None:
    # A package that only a development tool brings along is there for every test, and missing for every user.
    dependencies = project_table(project_root)["dependencies"]
    assert isinstance(dependencies, list)
    required = {canonicalize_name(Requirement(line).name) for line in dependencies} | {"shiboken6"}
    providers = packages_distributions()
    for path in sorted((project_root / "timeline_app").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    modules = {name.name.partition(".")[0] for name in names}
                case ast.ImportFrom(module=str(module), level=0):
                    modules = {module.partition(".")[0]}
                case _:
                    continue
            for module in modules - sys.stdlib_module_names - {"timeline_app"}:
                owners = {canonicalize_name(owner) for owner in providers.get(module, ["nobody"])}
                assert owners & required, f"{path}:{node.lineno}: {module} is not among the dependencies"


def test_a_fragment_of_the_changelog_is_one_short_text(project_root: Path) -> None:
    for path in (project_root / "changelog.d").iterdir():
        assert path.suffix == ".md", path
        assert 0 < len(path.read_text(encoding="utf-8").split()) <= 80, path


def test_make_help_names_every_target(project_root: Path) -> None:
    text = (project_root / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z][a-z-]*):", text, re.MULTILINE)) - {"ready-run", "ready-dev"}
    assert targets == set(re.findall(r"^([a-z-]+):.*## ", text, re.MULTILINE))
