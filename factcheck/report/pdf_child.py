"""The process in which the pages of a PDF are set: it reads and writes in one folder, and asks nobody for anything."""

import sys
from datetime import UTC, datetime
from pathlib import Path


def main(folder: Path, standards: list[str]) -> int:
    """Make report.pdf of report.typ in a folder; 1, and what typst says on standard output, when it cannot be made."""
    import typst

    compiler = typst.Compiler(
        folder / "report.typ", root=folder, package_path=folder, package_cache_path=folder
    )
    try:
        compiler.compile(
            output=folder / "report.pdf",
            format="pdf",
            pdf_standards=standards,  # type: ignore[arg-type]  # the parent names them from typst's own list
            timestamp=datetime(1980, 1, 1, tzinfo=UTC),
        )
    except typst.TypstError as error:
        sys.stdout.buffer.write(f"{error.message}\n{error.diagnostic}".encode())
        return 1
    return 0


if __name__ == "__main__":
    raise SystemExit(main(Path(sys.argv[1]), sys.argv[2:]))
