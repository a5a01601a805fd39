# SPDX-License-Identifier: MIT
"""The tree of the program's own errors."""

import pytest

from timeline_app.base.errors import CommandError, DateError, ReadingCancelled, TimelineError
from timeline_app.base.messages import Message


@pytest.mark.parametrize("error", [CommandError("no such"), ReadingCancelled(), DateError(Message("date.x"))])
def test_all_errors_raised_on_purpose_have_one_base(error):
    assert isinstance(error, TimelineError)


def test_a_date_error_says_what_where_and_what_to_do():
    message = Message.of("date.problem.short-year", date="59")
    hint = Message("date.hint.short-year")
    error = DateError(message, hint=hint, fixes=("1959", "0059"), offset=2)
    assert isinstance(error, ValueError)
    assert error.message is message
    assert error.hint is hint
    assert error.fixes == ("1959", "0059")
    assert error.offset == 2
    assert str(error) == "date.problem.short-year"


def test_a_date_error_needs_no_more_than_a_message():
    error = DateError(Message("date.problem.empty"))
    assert (error.hint, error.fixes, error.offset) == (None, (), 0)
