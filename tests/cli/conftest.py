"""The program as the command line starts it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.cli.main import main
from tests.cli.lines import Lines, open_lines
from tests.conftest import SAMPLE_ARTICLE

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs the program; returns exit code, stdout and stderr."""

    def call(*arguments: str) -> tuple[int, str, str]:
        try:
            code = main(list(arguments))
        except SystemExit as end:  # argparse's own way out
            code = int(end.code or 0)
        out, err = capfd.readouterr()
        return int(code), out, err

    return call


@pytest.fixture
def slug(run: Run) -> str:
    """The sample article, imported."""
    code, out, _ = run("import", str(SAMPLE_ARTICLE))
    assert code == 0
    return out.strip()


@pytest.fixture
def lines(tmp_path: Path) -> Iterator[Lines]:
    """A short article under review."""
    opened = open_lines(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def quoted(lines: Lines) -> int:
    """The number of a paragraph in which somebody is quoted; one stands there."""
    statement = next(
        s
        for s in lines.shop.reader.statements(lines.shop.article.id)
        if s.attributions and s.kind.value == "paragraph"
    )
    number = lines.shop.reader.number_of(statement.id)
    lines(f"g {number}")
    return number
