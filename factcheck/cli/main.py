"""The command's entry: parse, hand over to the module that answers, and turn errors into exit codes."""

import gc
import os
import sys
from collections.abc import Callable, Sequence
from importlib import import_module

from factcheck.cli.output import prepare_streams, say, say_error
from factcheck.cli.parser import build_parser
from factcheck.errors import ExitCode, FactcheckError

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    from argparse import Namespace

    from factcheck.wiring import Wiring


def main(argv: Sequence[str] | None = None, kept: "list[object] | None" = None) -> int:
    """Run the program and return its exit code. Never shows a traceback.

    `kept` gets all that was built for the run: it is not freed as long as the caller has it.
    """
    prepare_streams()
    arguments = build_parser().parse_args(argv)
    gc.disable()  # loading makes much that stays and next to nothing that goes
    from factcheck.wiring import wire  # not for --help

    wiring = wire()
    if kept is not None:
        kept.append(wiring)
    module = import_module(f"factcheck.cli.{getattr(arguments, 'module', 'screen')}")
    run: Callable[[Wiring, Namespace], int] = module.run
    gc.enable()
    try:
        code = run(wiring, arguments)
        sys.stdout.flush()
    except FactcheckError as error:
        say_error(error)
        return error.exit_code
    except BrokenPipeError:  # whoever read our output has stopped: nothing is left to be said
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except KeyboardInterrupt:
        return ExitCode.INTERRUPTED
    except Exception as error:  # the last line of defence: nothing is swallowed, it is reported
        return report_crash(wiring, error)
    return code


def command() -> int:
    """The command itself: `main`, after which the process ends at once where nothing is left to be done.

    To free every value one by one, only for the system to take back the memory, is an eighth of a short `list`.
    Screens, and whatever still runs in another thread, end in the usual way.
    """
    kept: list[object] = []
    code = main(kept=kept)
    threading = sys.modules.get("threading")
    if "textual" not in sys.modules and (threading is None or threading.active_count() == 1):
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os._exit(code)
    return code


def report_crash(wiring: "Wiring", error: BaseException) -> int:
    """Say that something went wrong inside, where the report is, and what became of the data."""
    from factcheck.crash import write_crash_report

    path = write_crash_report(wiring.paths.crashes, error, wiring.clock)
    say("Something went wrong inside factcheck. Verdicts that were shown as saved are on the disk.")
    say(
        f"  A report without any text of the article is in {path}."
        if path
        else "  No report could be written."
    )
    return ExitCode.INTERNAL
