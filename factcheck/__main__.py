"""`python -m factcheck` is the command itself."""

from factcheck.cli.main import main

raise SystemExit(main())
