"""`export`: the report of an article, into files or to standard output."""

import sys
from argparse import Namespace
from collections.abc import Iterable
from pathlib import Path

from factcheck.cli.output import put, say
from factcheck.cli.showing import open_article
from factcheck.errors import ExitCode, StorageFailedError, UsageError
from factcheck.paths import write_pieces
from factcheck.report.checked_copy import LABEL
from factcheck.report.document import Tool
from factcheck.report.forms import FORMS
from factcheck.report.unswept import unswept
from factcheck.report.wishes import Wishes
from factcheck.services.exporting import made_in_pieces, without_the_internal
from factcheck.services.signing_off import sealed_now
from factcheck.store.evidence import Evidence
from factcheck.version import VERSION
from factcheck.wiring import Wiring


@unswept()  # from reading it until it is written: between the two, all of it would be looked through once
def run(wiring: Wiring, arguments: Namespace) -> int:
    """Write one report, or several, and print where they are. Raises FactcheckError."""
    forms = [name.strip() for name in arguments.format.split(",") if name.strip()]
    reader, article = open_article(wiring, arguments.article)
    if not forms or (arguments.output == "-" and len(forms) > 1):
        raise UsageError(
            "Standard output takes exactly one form.", "Name one form, or a folder with --output."
        )
    sealed = sealed_now(reader, article, Tool("factcheck", VERSION))
    if arguments.redact:
        sealed = without_the_internal(sealed)
    wiring.kept.append(sealed)
    wishes = _wishes(arguments, forms, wiring.settings.newsroom if "claimreview" in forms else ("", ""))
    evidence = Evidence(wiring.location.evidence)
    reports = [(form, made_in_pieces(sealed, form, wishes, evidence)) for form in forms]
    if arguments.output == "-":
        sys.stdout.flush()
        sys.stdout.buffer.writelines(reports[0][1])
        return ExitCode.OK
    for form, pieces in reports:
        name = FORMS[form].file_name(article.slug, wishes, is_redacted=arguments.redact)
        path = destination(arguments.output, name, only=len(forms) == 1)
        write(path, pieces)
        put(str(path))
    if wishes.is_checked_copy:
        say(f"{LABEL}. What was found out is not in it.")
        return ExitCode.OK
    is_signed = sealed.signature is not None
    say(f"{'As it was signed' if is_signed else 'Unsigned working copy'}. Private notes are not in it.")
    return ExitCode.OK


def _wishes(arguments: Namespace, forms: list[str], newsroom: tuple[str, str]) -> Wishes:
    if "claimreview" in forms and not arguments.url.startswith(("https://", "http://")):
        raise UsageError(
            "ClaimReview is about a public page, and none is named.",
            "Name it with --url https://…; only statements that are marked for publication are in it.",
        )
    whole = [form for form in forms if form in FORMS and not FORMS[form].has_checked_copy]
    if arguments.checked_copy and whole:
        raise UsageError(
            f"There is no checked copy as {whole[0]}: that form has what was found out.",
            f"Choose of {', '.join(name for name, form in FORMS.items() if form.has_checked_copy)}.",
        )
    return Wishes(
        is_raw=arguments.raw,
        is_on_all=arguments.all_statements,
        is_checked_copy=arguments.checked_copy,
        review_url=arguments.url,
        has_numbers=arguments.numbers,
        newsroom=newsroom,
    )


def destination(output: str | None, name: str, *, only: bool) -> Path:
    """Where a form goes: the file that is named, or one of this name in the folder that is. Raises UsageError."""
    path = Path(output) if output else Path()
    if path.is_dir():
        return path / name
    if not only:
        raise UsageError(f"{path} is not a folder.", "Several forms want a folder that is there.")
    return path


def write(path: Path, pieces: Iterable[bytes]) -> None:
    """Write a report. Raises StorageFailedError."""
    try:
        write_pieces(path, pieces)
    except OSError as error:
        raise StorageFailedError(
            f"{path}: {error.strerror or 'cannot be written'}.", "Choose another place with --output."
        ) from error
