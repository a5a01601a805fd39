# SPDX-License-Identifier: MIT
"""The verbs that need no drawing: help, version, check, fix, dates, demo, bibliography, search."""

from __future__ import annotations

from typing import TextIO

from timeline_app import __version__
from timeline_app.base.messages import Translator
from timeline_app.base.places import built_in_exhibit
from timeline_app.cli.arguments import help_text
from timeline_app.cli.options import Options, Task


def run_verb(options: Options, translator: Translator, out: TextIO) -> int:
    """Do what the options ask for and return the exit status."""
    match options.task:
        case Task.HELP:
            print(_help(options, translator), file=out)
        case Task.VERSION:
            print(translator.say("cli.version", version=__version__), file=out)
        case Task.CHECK:
            from timeline_app.cli.check import run_check

            return run_check(options.exhibit or built_in_exhibit(), translator, out, as_json=options.as_json)
        case Task.DATES if options.dates is not None:
            from timeline_app.cli.dates_verb import run_dates

            return run_dates(options.dates, translator, out, as_json=options.as_json)
        case Task.DEMO if options.demo is not None:
            from timeline_app.cli.demo_verb import run_demo

            return run_demo(options.demo, translator, out)
        case Task.BIBLIOGRAPHY if options.bibliography is not None:
            from timeline_app.cli.bibliography_verb import run_bibliography

            return run_bibliography(options.bibliography, translator, out)
        case Task.SEARCH if options.search is not None:
            from timeline_app.cli.search_verb import run_search

            return run_search(options.search, translator, out, as_json=options.as_json)
        case Task.FIX if options.exhibit is not None:
            from timeline_app.cli.fix import run_fix

            return run_fix(
                options.exhibit, translator, out, as_json=options.as_json, also_check=options.also_check
            )
        case _:
            raise ValueError(options.task)
    return 0


def _help(options: Options, translator: Translator) -> str:
    if options.dates is not None:
        return translator.say("cli.help.dates")
    if options.bibliography is not None:
        return translator.say("cli.help.bibliography")
    if options.handout is not None:
        return translator.say("cli.help.handout")
    if options.search is not None:
        return translator.say("cli.help.search")
    return translator.say("cli.help.demo") if options.demo is not None else help_text(translator)
