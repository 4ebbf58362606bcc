"""The desk, `review` and `demo`: everything that wants a terminal."""

import gc
import sys
from argparse import Namespace
from pathlib import Path

from factcheck.cli.output import say
from factcheck.errors import ExitCode, UsageError
from factcheck.paths import PRIVATE_FILE, write_whole
from factcheck.services.desk import Desk
from factcheck.services.session import ReviewSession
from factcheck.wiring import Wiring

_DEMO = "article.txt"


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Open the desk or an article and stay until it is left. Raises FactcheckError."""
    is_plain = "plain" in arguments and arguments.plain
    if not is_plain:
        _refuse_without_terminal()
        _refuse_keys_that_do_not_fit(wiring)
        gc.disable()  # what is loaded now stays; the app switches it on again when the first frame is there
    if arguments.command == "demo":
        return _demo(wiring, is_plain=is_plain)
    desk = wiring.open_desk()
    try:
        review, slug = None, ""
        if arguments.command == "review":
            review = desk.open(desk.find(arguments.article).id)
            slug = review.article.slug  # now: the article cannot be read again once the desk is closed
        code = _show(wiring, desk, review, is_plain=is_plain)
    finally:
        desk.close()
    if review is not None and code < ExitCode.HANGUP:
        say(f"To hand over:  factcheck export {slug} --format html --output {slug}.html")
    return code


def _refuse_without_terminal() -> None:
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageError(
            "There is no terminal here, so there is no screen to show.",
            "Use `factcheck review --plain`, or `list`, `show`, `verdict` and `export`, which work without one.",
        )


def _refuse_keys_that_do_not_fit(wiring: Wiring) -> None:
    if wiring.settings.keys:
        from factcheck.screens.remapping import check_keys

        check_keys(wiring.settings.keys)


def _show(wiring: Wiring, desk: Desk, review: ReviewSession | None, *, is_plain: bool) -> int:
    if is_plain and review is not None:
        from factcheck.cli.plain import review_plainly

        settings = wiring.settings
        return review_plainly(
            review,
            wiring.clock,
            has_policy=settings.source_policy,
            gate_policy=(settings.gate_sources, settings.gate_details),
            allowed_signers=settings.allowed_signers,
            newsroom=settings.newsroom,
        )
    from factcheck.app import FactcheckApp

    app = FactcheckApp(
        desk, review, settings=wiring.settings, clock=wiring.clock, keeper=wiring.settings_file
    )
    app.run()
    app.close()
    if app.fatal is not None:
        raise app.fatal
    return app.return_code or ExitCode.OK


def _demo(wiring: Wiring, *, is_plain: bool) -> int:
    """Review our own short article in a store that is thrown away afterwards."""
    import tempfile
    from importlib.resources import files

    from factcheck.documents.plain import read_bytes
    from factcheck.services.importing import import_document

    content = (files("factcheck.demo") / _DEMO).read_bytes()
    with tempfile.TemporaryDirectory(prefix="factcheck-demo-") as folder:
        scratch = scratch_of(wiring, Path(folder))
        ledger = scratch.open_ledger()
        imported = import_document(ledger, read_bytes(content, _DEMO))
        ledger.close()
        desk = scratch.open_desk()
        try:
            return _show(scratch, desk, desk.open(imported.article.id), is_plain=is_plain)
        finally:
            desk.close()
            say(
                "That was the demo: what you did in it is gone. `factcheck import FILE` starts with your own."
            )


def scratch_of(wiring: Wiring, folder: Path) -> Wiring:
    """A place to be thrown away that looks as the user likes it: their settings are copied, never touched."""
    own = {name: value for name, value in wiring.environment.items() if name == "FACTCHECK_PERSON"}
    scratch = Wiring(own | {"FACTCHECK_HOME": str(folder)}, wiring.clock)
    if wiring.paths.settings.exists():
        write_whole(scratch.paths.settings, wiring.paths.settings.read_bytes(), mode=PRIVATE_FILE)
    return scratch
