"""Whether a rendering shows what it carries: the same report to the byte, and pages that can be made again."""

from collections.abc import Callable, Mapping

from factcheck.errors import ExitCode
from factcheck.signing import carried
from factcheck.signing.container import RefusedError
from factcheck.signing.outcome import Course, StoppedError
from factcheck.signing.package import COUNTERSIGN_FILE, REPORT_FILE, sealed_in
from factcheck.version import VERSION

_CARRIED: dict[str, Callable[[bytes], dict[str, bytes]]] = {
    "html": carried.in_html,
    "docx": carried.in_docx,
    "pdf": carried.in_pdf,
}
NOT_COVERED = "Payload checked, pages not covered"


def check_pages(course: Course, form: str, page: bytes, files: Mapping[str, bytes], version: str) -> None:
    """Check the pages of a lone rendering, whose payload was checked already; `version` made the report."""
    if form != "html":
        course.failed(
            ExitCode.INCOMPLETE, f"{NOT_COVERED}: what is read in it was not compared with what was signed."
        )
        return
    if version != VERSION:
        course.failed(
            ExitCode.INCOMPLETE,
            f"{NOT_COVERED}: they were made by version {version}, and this is {VERSION}.",
        )
        return
    _compare(course, "The page", page, files)


def _compare(course: Course, what: str, page: bytes, files: Mapping[str, bytes]) -> None:
    if _rendered(files) == page:
        course.passed(f"{what} shows what it carries: made again, it is the same to the byte.")
    else:
        course.failed(
            ExitCode.CONTRADICTS, f"{what} was altered: made again from what it carries, it is another."
        )


def _rendered(files: Mapping[str, bytes]) -> bytes:
    from factcheck.report.html_form import render_html

    try:
        return render_html(sealed_in(files))
    except (LookupError, TypeError, ValueError, AttributeError) as error:  # a value no page is made for
        raise StoppedError(ExitCode.MALFORMED, "No page can be made of the report.") from error


def check_packed_renderings(course: Course, files: Mapping[str, bytes], version: str) -> None:
    """Check each rendering of a package against the report in it, which `version` of the program made."""
    for name in sorted(files):
        form = name.rpartition(".")[2]
        if form in _CARRIED:
            _check_packed(course, name, form, files, version)


def _check_packed(course: Course, name: str, form: str, files: Mapping[str, bytes], version: str) -> None:
    try:
        parts = _CARRIED[form](files[name])
    except RefusedError as error:
        course.failed(ExitCode.MALFORMED, f"{name} was refused: {error}.")
        return
    if not parts and name.partition(".")[0] != "report":
        course.passed(f"{name} carries no report; it is one of the files that were packed.")
        return
    differing = [
        part for part in parts if parts[part] != files.get(part) and not _stands_elsewhere(part, parts, files)
    ]
    if differing or REPORT_FILE not in parts:
        course.failed(ExitCode.CONTRADICTS, f"{name} carries another report than the package's.")
    elif form == "html" and version == VERSION:
        _compare(course, name, files[name], parts)
    else:
        course.passed(f"{name} carries the same report.")


def _stands_elsewhere(part: str, parts: Mapping[str, bytes], files: Mapping[str, bytes]) -> bool:
    """A countersign may have another number in the package than in a rendering that was made before it was added."""
    return bool(COUNTERSIGN_FILE.fullmatch(part)) and parts[part] in files.values()
