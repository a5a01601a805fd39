# SPDX-License-Identifier: MIT
"""`--fix` writes EDTF and the author's words into the file, and leaves every other byte as it is."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from timeline_app.content import date_fixes, file_replacement, fix
from timeline_app.content.fix import FixResult, fix_exhibit
from timeline_app.content.reader import read_exhibit
from timeline_app.content.reading import Reading

HERE = Path(__file__).parent
BEFORE = (HERE / "loose_before.yaml").read_bytes()
AFTER = (HERE / "loose_after.yaml").read_bytes()
LOOSE = "title: T\nevents:\n  - date: early 1958\n    title: E\n"
FIXED = "title: T\nevents:\n  - date: 1958-37~\n    date_as_written: early 1958\n    title: E\n"

Fix = Callable[[str], str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "exhibit.yaml"


@pytest.fixture
def fixed(path: Path) -> Fix:
    """Return a function that fixes a text and returns what the file then holds."""

    def fix_text(text: str) -> str:
        path.write_bytes(text.encode())
        result = fix_exhibit(path)
        assert result.refusal is None
        return path.read_bytes().decode()

    return fix_text


def event(*lines: str) -> str:
    """Return an exhibit with one event whose fields these are."""
    return "title: T\nevents:\n  - title: E\n" + "".join(f"    {line}\n" for line in lines)


def loose_hints(reading: Reading) -> list[tuple[int, str]]:
    return [(problem.line, problem.excerpt) for problem in reading.problems if problem.code == "loose-date"]


def parts(reading: Reading) -> tuple[object, ...]:
    assert reading.basis is not None
    return msgspec.structs.astuple(reading.basis.parts)


# -- a whole exhibit --------------------------------------------------------------------------------


@pytest.mark.parametrize("line_break", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
def test_a_whole_exhibit_by_hand(path: Path, line_break: str, bom: bytes) -> None:
    path.write_bytes(bom + BEFORE.replace(b"\n", line_break.encode()))
    before = read_exhibit(path)
    assert len(loose_hints(before)) == 41
    result = fix_exhibit(path)
    assert path.read_bytes() == bom + AFTER.replace(b"\n", line_break.encode())
    assert len(result.fixed) == 40
    assert [(left.date.words, left.reason.key) for left in result.left] == [("c. 1958", "fix.left.no-room")]
    after = read_exhibit(path)
    assert parts(after) == parts(before)
    assert loose_hints(after) == [(23, "c. 1958")]


def test_a_second_run_changes_nothing(path: Path) -> None:
    path.write_bytes(AFTER)
    stamp = path.stat()
    result = fix_exhibit(path)
    assert result.fixed == ()
    assert len(result.left) == 1
    assert path.read_bytes() == AFTER
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (stamp.st_ino, stamp.st_mtime_ns)


def test_mixed_line_breaks_stay_mixed(fixed: Fix) -> None:
    text = LOOSE.replace("early 1958\n", "early 1958\r\n")
    assert fixed(text) == FIXED.replace("1958-37~\n", "1958-37~\r\n").replace(
        "ten: early 1958\n", "ten: early 1958\r\n"
    )


def test_a_file_in_edtf_is_not_touched(path: Path) -> None:
    path.write_text(FIXED, "utf-8")
    stamp = path.stat()
    assert fix_exhibit(path) == FixResult()
    assert path.stat().st_mtime_ns == stamp.st_mtime_ns
    assert fix_exhibit(path).is_done


# -- single dates -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # The event tells its words itself: then these are lost nowhere else, unless they differ.
        (event("date_as_written: early 1958", "date: early 1958"), event("date_as_written: early 1958", "date: 1958-37~")),
        (event("date_as_written:", "date: early 1958"), event("date_as_written:", "date: 1958-37~  # as written: early 1958")),
        (
            event('date_as_written: ""', "date: early 1958"),
            event('date_as_written: ""', "date: 1958-37~  # as written: early 1958"),
        ),
        # Blanks within the words are the author's, those around them are not.
        (event("date: 'early  1958 '"), event("date: '1958-37~'", "date_as_written: early 1958")),
        (event('date: "early\\x201958"'), event('date: "1958-37~"', "date_as_written: early 1958")),
        # Only blanks around an EDTF text: there are no words to keep.
        (event("date: ' 1958 '"), event("date: '1958'")),
        # Commas need quotes only between braces.
        (event("date: 14 December, 1959"), event("date: 1959-12-14", "date_as_written: 14 December, 1959")),
        (
            "title: T\nevents:\n  - {title: E, date: '14 December, 1959'}\n",
            "title: T\nevents:\n  - {title: E, date: '1959-12-14', date_as_written: '14 December, 1959'}\n",
        ),
        (
            "title: T\nevents:\n  - &d 14 December, 1959\n  - title: E\n    date: early 1958\n",
            "title: T\nevents:\n  - &d 14 December, 1959\n  - title: E\n    date: 1958-37~\n    date_as_written: early 1958\n",
        ),
        # An anchor may stand on a line of its own.
        (
            event("date: &d   # first", "  early 1958", "short: x"),
            event("date: &d   # first", "  1958-37~", "date_as_written: early 1958", "short: x"),
        ),
        (event("date: !!str early 1958"), event("date: !!str 1958-37~", "date_as_written: early 1958")),
        # A tab before a remark, blanks at a line's end.
        (
            "title: T\neras:\n  - title: A\n    date: early 1958\t# x\n",
            "title: T\neras:\n  - title: A\n    date: 1958-37~\t# x  # as written: early 1958\n",
        ),
        (
            "title: T\neras:\n  - title: A\n    date: early 1958   \n",
            "title: T\neras:\n  - title: A\n    date: 1958-37~   # as written: early 1958\n",
        ),
    ],
)  # fmt: skip
def test_one_date(fixed: Fix, before: str, after: str) -> None:
    assert fixed(before) == after
    assert fixed(after) == after


def test_an_anchored_date_is_written_once_and_its_aliases_stay(fixed: Fix) -> None:
    text = "title: T\nsources:\n  s: {title: S, issued: &d early 1958, accessed: *d}\nevents:\n  - {title: E, date: *d}\n"
    assert fixed(text) == (
        "title: T\nsources:\n  s: {title: S, issued: &d 1958-37~, accessed: *d}  # as written: early 1958; early 1958\n"
        "events:\n  - {title: E, date: *d, date_as_written: early 1958}\n"
    )


def test_an_anchor_whose_words_are_needed_elsewhere_is_left(path: Path) -> None:
    text = event("date: &d early 1958", "short: *d") + "  - {title: F, date: *d}\n"
    path.write_text(text, "utf-8")
    result = fix_exhibit(path)
    assert [(left.date.mark.line, left.reason.key) for left in result.left] == [(3, "fix.left.shared")]
    assert path.read_text("utf-8") == text.replace(
        "date: *d}", "date: 1958-37~, date_as_written: early 1958}"
    )


def test_one_text_that_two_styles_read_differently_is_written_twice(fixed: Fix) -> None:
    text = (
        "title: T\nevents:\n"
        "  - {title: E, old_style: julian, date: &d 3 March 1450}\n"
        "  - {title: F, old_style: gregorian, date: *d}\n"
    )
    assert fixed(text) == (
        "title: T\nevents:\n"
        "  - {title: E, old_style: julian, date: &d 1450-03-12, date_as_written: 3 March 1450, calendar: julian}\n"
        "  - {title: F, old_style: gregorian, date: 1450-03-03, date_as_written: 3 March 1450}\n"
    )


def test_a_whole_event_that_is_repeated_is_written_once(fixed: Fix) -> None:
    text = "title: T\nevents:\n  - &e {title: E, date: early 1958}\n  - *e\n"
    assert fixed(text) == (
        "title: T\nevents:\n  - &e {title: E, date: 1958-37~, date_as_written: early 1958}\n  - *e\n"
    )


def test_a_field_that_cannot_be_added_leaves_the_date(path: Path) -> None:
    text = "title: T\nevents:\n  - ? date\n    : early 1958\n    title: E\n"
    path.write_text(text, "utf-8")
    result = fix_exhibit(path)
    assert [left.reason.key for left in result.left] == ["fix.left.no-field"]
    assert path.read_text("utf-8") == text


def test_a_name_of_a_field_that_is_an_alias_leaves_the_date(path: Path) -> None:
    text = event("short: &name date", "*name : early 1958")
    path.write_text(text, "utf-8")
    assert [left.reason.key for left in fix_exhibit(path).left] == ["fix.left.no-field"]
    assert path.read_text("utf-8") == text


def test_dates_to_ask_about_and_bad_ones_are_listed_and_stay(path: Path) -> None:
    text = event("date: 03/04/1959") + "  - {title: F, date: some day}\n  - {title: G, date: early 1958}\n"
    path.write_text(text, "utf-8")
    result = fix_exhibit(path)
    assert [problem.code for problem in result.open] == ["ask-date", "bad-date"]
    assert not result.is_done
    assert path.read_text("utf-8") == text.replace(
        "date: early 1958", "date: 1958-37~, date_as_written: early 1958"
    )


def test_other_faults_do_not_hinder(fixed: Fix) -> None:
    text = event("lane: nowhere", "importance: 9", "date: early 1958")
    assert fixed(text) == event(
        "lane: nowhere", "importance: 9", "date: 1958-37~", "date_as_written: early 1958"
    )


# -- several files ----------------------------------------------------------------------------------


def test_dates_in_named_files_are_written_there(path: Path) -> None:
    (path.parent / "parts").mkdir()
    events = path.parent / "parts" / "events.yaml"
    events.write_bytes("- date: early 1958\r\n  title: 出来事\r\n".encode())
    path.write_text(
        "title: T\nopening: {view: 1954 to 1986}\nevents: parts/events.yaml\nsources: none.yaml\n", "utf-8"
    )
    result = fix_exhibit(path)
    assert [(date.sheet.name, date.words) for date in result.fixed] == [
        ("exhibit.yaml", "1954 to 1986"),
        ("parts/events.yaml", "early 1958"),
    ]
    assert events.read_bytes() == (
        "- date: 1958-37~\r\n  date_as_written: early 1958\r\n  title: 出来事\r\n".encode()
    )
    assert "{view: 1954/1986}  # as written: 1954 to 1986\n" in path.read_text("utf-8")


def test_a_file_in_which_all_is_left_is_not_touched(path: Path) -> None:
    text = '- {date: early 1958, why: lost, note: "goes\n  on"}\n'
    path.with_name("silences.yaml").write_text(text, "utf-8")
    path.write_text(LOOSE + "silences: silences.yaml\n", "utf-8")
    result = fix_exhibit(path)
    assert (len(result.fixed), len(result.left)) == (1, 1)
    assert path.with_name("silences.yaml").read_text("utf-8") == text
    assert path.read_text("utf-8") == FIXED + "silences: silences.yaml\n"


def test_if_one_file_cannot_be_written_none_is(path: Path) -> None:
    events = path.parent / "events.yaml"
    events.write_text("- {date: early 1958, title: E}\n", "utf-8")
    text = "title: T\nopening: {view: 1954 to 1986}\nevents: events.yaml\n"
    path.write_text(text, "utf-8")
    events.chmod(0o444)
    result = fix_exhibit(path)
    assert result.refusal is not None
    assert (result.refusal.key, dict(result.refusal.params)["file"]) == (
        "fix.refused.read-only",
        "events.yaml",
    )
    assert path.read_text("utf-8") == text
    assert sorted(item.name for item in path.parent.iterdir()) == ["events.yaml", "exhibit.yaml"]


# -- writing ----------------------------------------------------------------------------------------


def test_rights_stay_and_a_link_is_followed(path: Path) -> None:
    path.write_text(LOOSE, "utf-8")
    path.chmod(0o640)
    link = path.with_name("link.yaml")
    link.symlink_to(path.name)
    assert len(fix_exhibit(link).fixed) == 1
    assert link.is_symlink()
    assert path.read_text("utf-8") == FIXED
    assert path.stat().st_mode & 0o777 == 0o640
    assert sorted(item.name for item in path.parent.iterdir()) == ["exhibit.yaml", "link.yaml"]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_stays(path: Path) -> None:
    path.write_text(LOOSE, "utf-8")
    os.chown(path, 1, 2)
    assert len(fix_exhibit(path).fixed) == 1
    assert (path.stat().st_uid, path.stat().st_gid) == (1, 2)


@pytest.mark.parametrize("step", ["write", "fsync", "replace"])
@pytest.mark.parametrize("fault", [OSError(28, "No space left on device"), KeyboardInterrupt()])
def test_an_interrupted_write_leaves_the_old_file(
    path: Path, monkeypatch: pytest.MonkeyPatch, step: str, fault: BaseException
) -> None:
    def fail(*_: object) -> None:
        raise fault

    path.write_text(LOOSE, "utf-8")
    if step == "write":
        monkeypatch.setattr(Path, "chmod", fail)
    elif step == "fsync":
        monkeypatch.setattr(os, "fsync", fail)
    else:
        monkeypatch.setattr(Path, "replace", fail)
    if isinstance(fault, OSError):
        refusal = fix_exhibit(path).refusal
        assert refusal is not None
        assert dict(refusal.params) == {"file": "exhibit.yaml", "reason": "No space left on device"}
    else:
        with pytest.raises(KeyboardInterrupt):
            fix_exhibit(path)
    monkeypatch.undo()
    assert path.read_text("utf-8") == LOOSE
    assert [item.name for item in path.parent.iterdir()] == ["exhibit.yaml"]


def test_a_file_that_was_saved_in_between_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = LOOSE + "# newer\n"
    path.write_text(LOOSE, "utf-8")
    plan_fixes = date_fixes.plan_fixes

    def save_then_plan(*arguments: object) -> object:
        path.write_text(newer, "utf-8")
        return plan_fixes(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fix, "plan_fixes", save_then_plan)
    refusal = fix_exhibit(path).refusal
    assert refusal is not None
    assert refusal.key == "fix.refused.changed"
    assert path.read_text("utf-8") == newer


def test_a_file_that_was_saved_at_the_last_moment_is_not_written_over(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = LOOSE + "# newer\n"
    path.write_text(LOOSE, "utf-8")
    write = file_replacement._written_beside

    def save_then_write(target: Path, data: bytes) -> Path:
        path.write_text(newer, "utf-8")
        return write(target, data)

    monkeypatch.setattr(file_replacement, "_written_beside", save_then_write)
    refusal = fix_exhibit(path).refusal
    assert refusal is not None
    assert refusal.key == "fix.refused.changed"
    assert path.read_text("utf-8") == newer
    assert [item.name for item in path.parent.iterdir()] == ["exhibit.yaml"]


def test_a_file_that_is_gone_counts_as_changed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(LOOSE, "utf-8")
    plan_fixes = date_fixes.plan_fixes

    def remove_then_plan(*arguments: object) -> object:
        path.unlink()
        return plan_fixes(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(fix, "plan_fixes", remove_then_plan)
    refusal = fix_exhibit(path).refusal
    assert refusal is not None
    assert refusal.key == "fix.refused.changed"


def test_a_result_that_would_read_otherwise_is_refused(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path.write_text(LOOSE, "utf-8")
    monkeypatch.setattr(
        fix, "with_edits", lambda raw, edits: raw.replace("early 1958", "1958").replace("E", "F")
    )
    refusal = fix_exhibit(path).refusal
    assert refusal is not None
    assert refusal.key == "fix.refused.not-same"
    assert path.read_text("utf-8") == LOOSE


@pytest.mark.parametrize(
    ("text", "key"),
    [
        (event("tags: [a", "date: early 1958") + "  - {title: F, date: early 1958}\n", "fix.refused.syntax"),
        ("title: T\nevents:\n-\ttitle: E\n\tdate: early 1958\n", "fix.refused.syntax"),
        ("just some words\n", "fix.refused.unreadable"),
    ],
)
def test_what_cannot_be_told_to_the_letter_is_left_alone(path: Path, text: str, key: str) -> None:
    path.write_text(text, "utf-8")
    result = fix_exhibit(path)
    assert result.refusal is not None
    assert result.refusal.key == key
    assert not result.is_done
    assert path.read_text("utf-8") == text


def test_a_file_that_is_not_there_is_told(tmp_path: Path) -> None:
    result = fix_exhibit(tmp_path / "nowhere.yaml")
    assert [problem.code for problem in result.open] == ["unreadable-file"]
    assert result.refusal is not None


def test_what_is_no_ordinary_file_is_not_replaced(path: Path) -> None:
    os.mkfifo(path)
    with pytest.raises(file_replacement.ReplacementRefused) as caught:
        file_replacement.replace_files([file_replacement.Replacement(path, b"", b"x")])
    assert caught.value.message.key == "fix.refused.no-file"


def test_a_fault_behind_the_exhibit_hinders_too(path: Path) -> None:
    text = "  title: T\n  opening: {view: 1954 to 1986}\nabout: x\n"
    path.write_text(text, "utf-8")
    refusal = fix_exhibit(path).refusal
    assert refusal is not None
    assert refusal.key == "fix.refused.syntax"
    assert path.read_text("utf-8") == text


def test_a_control_character_in_a_date_goes_with_it(path: Path) -> None:
    path.write_text(LOOSE.replace("early 1958", "early\x011958"), "utf-8")
    assert fix_exhibit(path).refusal is None
    assert path.read_text("utf-8") == FIXED
