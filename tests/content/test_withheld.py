# SPDX-License-Identifier: MIT
"""What must not be told stands nowhere: kept as digests, so that it does not stand here either."""

import subprocess
from pathlib import Path

import pytest

from tests.content.dossier import FOLDER, Dossier
from tests.content.exhibit_text import Exhibit
from tests.content.withheld import TABLE, digest, found, plain_words, runs_of, table, told_in, tracked_files

NEEDED: dict[str, str] = {
    "events.departures-1947.date": "the beginning as the notes have it, marked as uncertain",
    "claims.first-sailing.accounts.4.says": "the ship of one account that is told to be mistaken",
}
"""Places in the exhibit where a withheld date or name must stand, and why."""

EVERYWHERE_LENGTHS = (2, 5)


def test_no_file_tells_what_is_withheld(project_root: Path) -> None:
    digests = table("everywhere")
    told = [
        (str(path.relative_to(project_root)), reason)
        for path in tracked_files(project_root)
        for reason in found(text_of(path), digests, EVERYWHERE_LENGTHS)
    ]
    assert told == []


def test_the_exhibit_holds_nothing_that_no_source_read_gives(exhibit: Exhibit) -> None:
    digests = table("exhibit") | table("everywhere")
    told = {place: reasons for place, text in told_in(exhibit) if (reasons := found(text, digests))}
    assert set(told) == set(NEEDED), told


def test_the_name_of_the_visitor_is_among_the_digests(dossier: Dossier) -> None:
    name = plain_words(dossier.quotations["Q23"]["speaker"].split(",")[0])
    text = f"She is {' '.join(name)}, and {' '.join(reversed(name))} again."
    assert "name of a private person" in " ".join(found(text, table("everywhere")))


def test_the_digests_are_of_things_in_the_notes(dossier: Dossier) -> None:
    notes = "\n".join(path.read_text(encoding="utf-8") for path in sorted(FOLDER.glob("*.md")))
    told = found(notes, table("everywhere") | table("exhibit"))
    assert len(told) == len(table("everywhere")) + len(table("exhibit"))


# -- the search finds what it is for ---------------------------------------------------------------


@pytest.mark.parametrize(
    ("secret", "text"),
    [
        (("orange", "umbrella"), "They met under the Orange\numbrella."),
        (("orange", "umbrella"), "{title: orange-umbrella}"),
        (("obrien", "ann"), "O’Brien, Ann"),
        (("12345",), "In all 12,345 people."),
        (("3", "may", "1901"), "date: 1901-05-03"),
        (("may", "1901"), "date: 1901-05~/1902"),
        (("forum.example.org",), "see https://www.forum.example.org/read?id=3"),
        (("山田太郎",), "昨日、山田太郎さんは"),
        (("김철수",), "김철수의 책"),
        (("what", "nobody", "may", "ever", "read"), "Here is what nobody may ever read, alas."),
    ],
)
def test_a_withheld_run_of_words_is_found(secret: tuple[str, ...], text: str) -> None:
    assert found(text, {"kept": frozenset({digest(secret)})}) == ["kept"]


@pytest.mark.parametrize("text", ["orange umbrellas", "orange, or umbrella", "1234", "An umbrella, orange."])
def test_other_words_are_left_alone(text: str) -> None:
    kept = frozenset({digest(("orange", "umbrella")), digest(("12345",))})
    assert found(text, {"kept": kept}) == []


def test_addresses_of_the_exhibit_are_not_taken_for_numbers() -> None:
    tree = {"sources": {"a": {"URL": "https://example.org/12345", "title": "A book"}}}
    assert list(told_in(tree)) == [("sources.a.title", "A book")]


def test_the_table_holds_digests_only() -> None:
    content = TABLE.read_text(encoding="utf-8")
    for reasons in (table("everywhere"), table("exhibit")):
        for digests in reasons.values():
            assert digests
            assert all(len(entry) == 24 and int(entry, 16) >= 0 for entry in digests)
            assert all(entry in content for entry in digests)


def test_all_files_under_version_control_are_searched(project_root: Path) -> None:
    names = {str(path.relative_to(project_root)) for path in tracked_files(project_root)}
    assert {"events.yaml", "README.md", "timeline_app/app.py", ".ci/run"} <= names


def test_without_git_every_file_but_what_tools_made_is_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("events.yaml", "a/b.py", ".venv/c.py", "build/d.py", ".ci/run"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x", encoding="utf-8")

    def no_git(*args: object, **kwargs: object) -> None:
        raise subprocess.CalledProcessError(128, "git")

    monkeypatch.setattr(subprocess, "run", no_git)
    names = {str(path.relative_to(tmp_path)) for path in tracked_files(tmp_path)}
    assert names == {"events.yaml", "a/b.py", ".ci/run"}


def test_runs_do_not_reach_across_the_lengths_asked_for() -> None:
    assert set(runs_of("one two three", (2,))) == {("one", "two"), ("two", "three")}


def text_of(path: Path) -> str:
    """Return a file's text, nothing for a font or a picture."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""
