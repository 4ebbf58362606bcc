"""The README is true."""

import re
import shlex

from factcheck.cli.docs import README, main, renewed
from factcheck.cli.parser import build_parser


def test_the_tables_of_the_readme_are_what_the_code_says() -> None:
    text = README.read_text(encoding="utf-8")
    assert renewed(text) == text, "run `make docs`"
    assert main(["--check"]) == 0


def test_a_key_that_is_changed_by_hand_is_noticed() -> None:
    text = README.read_text(encoding="utf-8")
    assert renewed(text.replace("| `space` |", "| `tabulator` |")) == text


def test_every_command_line_in_the_readme_can_be_parsed() -> None:
    text = README.read_text(encoding="utf-8")
    lines = re.findall(r"^    factcheck (.+?)(?:  +#.*)?$", text, re.MULTILINE)
    assert len(lines) >= 3
    for line in lines:
        assert build_parser().parse_args(shlex.split(line)).module


def test_the_readme_names_the_two_commands() -> None:
    text = README.read_text(encoding="utf-8")
    makefile = README.with_name("Makefile").read_text(encoding="utf-8")
    for target in ("review", "test"):
        assert f"make {target}" in text
        assert f"\n{target}:" in makefile
