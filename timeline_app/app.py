# SPDX-License-Identifier: MIT
"""From arguments to a running program: the one place that knows all layers.

Qt is imported only by what draws. The steps stand in the order that shows the first picture soonest: the
exhibit is read before the toolkit is loaded (both need the interpreter, so nothing is gained by doing them
side by side); only a large file is read after the window has come up.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from timeline_app.base import collector
from timeline_app.base.languages import translator_for
from timeline_app.base.messages import Translator
from timeline_app.base.places import (
    built_in_exhibit,
    cache_folder,
    config_folder,
    kept_places_folder,
    state_folder,
)
from timeline_app.cli.arguments import read_arguments
from timeline_app.cli.options import Options, Task, UsageError
from timeline_app.cli.output import printed

if TYPE_CHECKING:
    import threading
    from types import TracebackType

    from timeline_app.content.cache import ReadingCache
    from timeline_app.model.document import Document
    from timeline_app.state.app_state import Settings
    from timeline_app.state.opening_wish import OpeningWish
    from timeline_app.state.session_files import Session
    from timeline_app.ui.start import Request

LANGUAGE: Final = "en"
USAGE_STATUS: Final = 2
FAILED_STATUS: Final = 1
LARGE_FILE_BYTES: Final = 2 * 1024 * 1024
LARGE_KEPT_BYTES: Final = 16 * 1024 * 1024
"""Above these sizes a file, or one that was kept, is read after the window has come up."""

PICTURE_SIZE: Final = (1920, 1080)
OPENING_PICTURE: Final = "timeline-opening.png"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program and return its exit status."""
    # NumPy's linear algebra is not used; its threads would cost 15 to 60 ms of every start.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    translator = translator_for(LANGUAGE)
    try:
        options = read_arguments(sys.argv[1:] if arguments is None else arguments)
        if options.link is not None and options.link.passed_over:
            parts = ", ".join(options.link.passed_over)
            print(translator.say("notice.link-passed-over", parts=parts), file=sys.stderr)
        if options.task is Task.WINDOW or sys.stdout is None:
            return _run(options, translator)
        return printed(lambda: _run(options, translator), translator, sys.stdout)
    except UsageError as error:
        print(translator.text(error.message), translator.say("cli.error.hint"), sep="\n", file=sys.stderr)
        return USAGE_STATUS


def _run(options: Options, translator: Translator) -> int:
    match options.task:
        case Task.WINDOW:
            return _run_window(options, translator)
        case Task.SNAPSHOT:
            return _write_snapshot(options, translator)
        case Task.DUMP_SCENE:
            return _dump_scenes(options, translator)
        case Task.HANDOUT:
            return _write_handout(options, translator)
        case _:
            from timeline_app.cli.verbs import run_verb

            return run_verb(options, translator, sys.stdout)


# -- the window -----------------------------------------------------------------------------------


def _run_window(options: Options, translator: Translator) -> int:
    """Open the window and stay until it is closed; without a screen draw the opening view instead."""
    from timeline_app.ui.display import PLATFORM, WITHOUT_SCREEN, DisplayProbe

    probe = DisplayProbe()
    platform = probe.choose()
    if platform:
        os.environ[PLATFORM] = platform
    if platform == WITHOUT_SCREEN:
        return _draw_instead(options, translator)
    # Nearly everything that is made from here to the window stays until the end: looking through it for
    # circles takes a twentieth of the start, and later would make single frames late.
    collector.pause()
    from timeline_app.content.cache import ReadingCache
    from timeline_app.state.session_files import load_session

    session, cache = load_session(config_folder()), ReadingCache(cache_folder())
    request = replace(_request(options, session, cache), places_folder=kept_places_folder())

    from timeline_app.ui.application import make_application
    from timeline_app.ui.log_file import start_log
    from timeline_app.ui.start import make_shell, show_window

    request = replace(request, log_file=start_log(state_folder()))
    application = make_application(translator)
    probe.let_go()
    if platform and application.platformName() == WITHOUT_SCREEN:
        # A server answered, but Qt cannot use it: a library is missing, say.
        return _draw_instead(options, translator)
    shell = make_shell(translator, request)
    _catch_faults(shell.report_soon)
    _let_ctrl_c_end_the_program()
    show_window(shell, request)
    collector.ease()
    collector.resume()
    return application.exec()


def _request(options: Options, session: Session, cache: ReadingCache | None = None) -> Request:
    """Return what is to be opened, the exhibit read already.

    With a cache a kept reading is taken, and a large file is left to be read after the window has come up.
    """
    path = options.exhibit or _linked_exhibit(options, session) or built_in_exhibit()
    reading = cache.load(path) if cache is not None and not _is_larger(path, LARGE_KEPT_BYTES) else None
    if reading is None and (cache is None or not _is_larger(path, LARGE_FILE_BYTES)):
        from timeline_app.content.reader import read_exhibit

        read = read_exhibit if cache is None else cache.through(read_exhibit)
        reading = read(path, cancelled=_never)
    if reading is not None and reading.document is not None:
        _check_event(options.select, reading.document)
        _check_cursor(options.as_known_at, reading.document, path)

    from timeline_app.ui.start import Request

    return Request(
        path,
        reading,
        _settings(options, session),
        session,
        _wish(options),
        options.size,
        cache=cache,
        ruler=options.ruler,
    )


def _never() -> bool:
    return False


def _linked_exhibit(options: Options, session: Session) -> Path | None:
    """Return the exhibit that a link asks for, None without a link; raise UsageError where it is not known here."""
    if options.link is None:
        return None
    from timeline_app.state.linked_exhibit import exhibit_of

    name = options.link.link.exhibit
    path = exhibit_of(name, kept_places_folder(), tuple(Path(recent) for recent in session.recent))
    if path is None:
        from timeline_app.base.messages import Message

        raise UsageError(Message.of("cli.error.link-exhibit", name=name))
    return path


def _check_event(event_id: str, document: Document) -> None:
    """Complain of an event that does not exist; raise UsageError."""
    ids = document.events.ordinal_of
    if not event_id or event_id in ids:
        return
    from timeline_app.base.messages import Message
    from timeline_app.content.problems import did_you_mean

    near = did_you_mean(event_id, ids)
    if near is None:
        raise UsageError(Message.of("cli.error.event", id=event_id))
    raise UsageError(Message.of("cli.error.event-near", id=event_id, near=near))


def _check_cursor(date: str, document: Document, path: Path) -> None:
    """Complain of a cursor for an exhibit that does not tell who knew of its events; raise UsageError."""
    if date and document.publicity.known.is_empty:
        from timeline_app.base.messages import Message

        raise UsageError(Message.of("cli.error.known-none", file=path.name))


def _wish(options: Options) -> OpeningWish:
    """Return with what the exhibit is to be opened; of several views the last one counts."""
    from timeline_app.state.opening_wish import OpeningWish

    bounds_s = (options.views[-1].first_s, options.views[-1].last_s) if options.views else None
    return OpeningWish(
        bounds_s,
        options.select,
        options.folds_quiet_time,
        options.as_known_at,
        options.is_afresh,
        options.link.link if options.link is not None else None,
    )


def _settings(options: Options, session: Session) -> Settings:
    """Return the settings of this run: those remembered, and over them those of the command line."""
    from timeline_app.state.app_state import ThemeChoice

    settings = session.settings
    if options.theme is not None:
        settings = replace(settings, theme=ThemeChoice(options.theme))
    if options.text_size_percent is not None:
        settings = replace(settings, text_size_percent=options.text_size_percent)
    return settings


def _is_larger(path: Path, limit_bytes: int) -> bool:
    with suppress(OSError):
        return path.stat().st_size > limit_bytes
    return False


# -- faults ---------------------------------------------------------------------------------------


def _let_ctrl_c_end_the_program() -> None:
    """Let the terminal end the program at once: Python's own handler would wait for the next event."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_DFL)


def _catch_faults(report: Callable[[str], None]) -> None:
    """Have every fault logged, and those of the interface's own thread reported politely; the program goes on."""
    import logging
    import threading
    import traceback

    log = logging.getLogger(__name__)

    def note(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            sys.__excepthook__(kind, error, trace)
            return
        text = "".join(traceback.format_exception(kind, error, trace))
        log.error("unexpected fault\n%s", text)
        report(text)

    def note_in_thread(fault: threading.ExceptHookArgs) -> None:
        # Only the log: no other thread may touch the interface.
        log.error("unexpected fault in a thread", exc_info=fault.exc_value)

    sys.excepthook = note
    threading.excepthook = note_in_thread


# -- pictures -------------------------------------------------------------------------------------


def _draw_instead(options: Options, translator: Translator) -> int:
    """Say that there is no screen, and leave a picture of the opening view."""
    import tempfile

    print(translator.say("display.none"), file=sys.stderr)
    paths = [folder / OPENING_PICTURE for folder in (Path.cwd(), Path(tempfile.gettempdir()))]
    path, complaint = _draw(options, translator, paths)
    if path is not None:
        print(translator.say("display.picture", file=str(path)), file=sys.stderr)
    else:
        print(complaint, translator.say("display.no-picture"), sep="\n", file=sys.stderr)
    return 0


def _write_snapshot(options: Options, translator: Translator) -> int:
    """Write a picture of the opening view."""
    path, complaint = _draw(options, translator, [options.snapshot] if options.snapshot else [])
    if path is None:
        print(complaint, file=sys.stderr)
        return FAILED_STATUS
    print(translator.say("snapshot.written", file=str(path)))
    return 0


def _draw(options: Options, translator: Translator, paths: Sequence[Path]) -> tuple[Path | None, str]:
    """Draw the window into the first file that can be written; return it, or None and what went wrong."""
    from timeline_app.state.session_files import Session

    _without_screen()
    request = _request(replace(options, size=options.size or PICTURE_SIZE), Session())
    if request.reading is None or request.reading.document is None:
        return None, translator.say("snapshot.nothing", file=request.path.name)

    from timeline_app.ui.application import make_application
    from timeline_app.ui.picture import draw_opening, unseen_shell

    application = make_application(translator)
    shell = unseen_shell(translator, request)
    complaint = ""
    for path in paths:
        problem = draw_opening(shell, path)
        if problem is None:
            break
        complaint = translator.text(problem)
    else:
        path = None
    shell.window.close()
    application.quit()
    return path, complaint


def _dump_scenes(options: Options, translator: Translator) -> int:
    """Print what would be drawn, one JSON line for each view."""
    from timeline_app.content.reader import read_exhibit

    path = options.exhibit or built_in_exhibit()
    document = read_exhibit(path).document
    if document is None:
        print(translator.say("snapshot.nothing", file=path.name), file=sys.stderr)
        return FAILED_STATUS
    _check_event(options.select, document)
    _check_cursor(options.as_known_at, document, path)

    from timeline_app.base.geometry import Size
    from timeline_app.cli.scene_lines import scene_lines
    from timeline_app.model.lens import Lens
    from timeline_app.model.showing import Showing
    from timeline_app.scene.time_fold import QuietTime
    from timeline_app.scene.view import View
    from timeline_app.state.opening import opening_view
    from timeline_app.state.opening_wish import cursor_at
    from timeline_app.state.ruler import ruler_between

    _without_screen()

    from timeline_app.ui.application import make_application
    from timeline_app.ui.canvas.metrics import QtMeasurer

    # Fonts live as long as the application.
    application = make_application(translator)
    text_scale = (options.text_size_percent or 100) / 100.0
    asked = [(view.text, View.between(view.first_s, view.last_s)) for view in options.views]
    lines = scene_lines(
        Showing(document, Lens(known_at=cursor_at(document, options.as_known_at))),
        asked or [("", opening_view(document))],
        Size(*(options.size or PICTURE_SIZE)),
        QtMeasurer(text_scale),
        translator,
        text_scale=text_scale,
        selected=(options.select,) if options.select else (),
        quiet=QuietTime(options.folds_quiet_time),
        ruler=ruler_between(options.ruler),
        settings=document.date_settings,
    )
    for line in lines:
        print(line)
    application.quit()
    return 0


def _write_handout(options: Options, translator: Translator) -> int:
    """Write a tour on paper."""
    from timeline_app.cli.handout_verb import asked_handout

    request = options.handout
    handout = None if request is None else asked_handout(request, translator, sys.stderr)
    if request is None or handout is None:
        return FAILED_STATUS
    _without_screen()

    from timeline_app.ui.application import make_application
    from timeline_app.ui.handout.writing import write_handout

    application = make_application(translator)
    problem = write_handout(handout, request.out, translator)
    application.quit()
    if problem is not None:
        print(translator.text(problem), file=sys.stderr)
        return FAILED_STATUS
    print(translator.say("handout.written", file=str(request.out)))
    return 0


def _without_screen() -> None:
    """Have Qt draw into memory, whatever the machine has."""
    from timeline_app.ui.display import PLATFORM, WITHOUT_SCREEN

    os.environ[PLATFORM] = WITHOUT_SCREEN
