"""`python -m factcheck` is the command itself."""

from factcheck.cli.main import command

raise SystemExit(command())
