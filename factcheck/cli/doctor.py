"""`doctor`: where things are, and whether the store is sound."""

import platform
import sqlite3
from argparse import Namespace

from factcheck.cli.output import put, put_json, say
from factcheck.domain.canonical import Json
from factcheck.errors import ExitCode
from factcheck.store.connection import Connection
from factcheck.store.evidence import Evidence
from factcheck.store.integrity import check_evidence, check_store
from factcheck.store.schema import SchemaState, schema_state
from factcheck.version import VERSION
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Print the places and check the store against its log. Raises the store's faults."""
    state = schema_state(wiring.location)
    findings = []
    if state is SchemaState.CURRENT:
        with Connection(wiring.location) as connection:
            findings = check_store(connection)
            if not findings:
                findings = check_evidence(connection, Evidence(wiring.location.evidence))
    facts = {
        "version": VERSION,
        "python": platform.python_version(),
        "sqlite": sqlite3.sqlite_version,
        "store": wiring.location.shown,
        "schema": state.value,
        "read only": "yes" if wiring.is_read_only and state is SchemaState.CURRENT else "no",
        "settings": str(wiring.paths.settings),
        "crash reports": str(wiring.paths.crashes),
        "checker": wiring.settings.person,
    }
    if arguments.json:
        found: list[Json] = [{"where": f.where, "what": f.what} for f in findings]
        put_json({**facts, "findings": found})
    else:
        for name, value in facts.items():
            put(f"{name:14} {value}")
        for finding in findings:
            put(f"{'found':14} {finding.where}: {finding.what}")
    if findings:
        say("The store is not what its log says. Copy it away before you do anything else.")
        return ExitCode.DAMAGED
    say("Nothing is wrong with the store." if state is SchemaState.CURRENT else "There is no store yet.")
    return ExitCode.OK
