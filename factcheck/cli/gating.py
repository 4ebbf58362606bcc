"""`stet` and `unstet`: what an editor lets stand, by name and with a reason; and the gate as it is read out."""

from argparse import Namespace
from collections.abc import Iterator

from factcheck.cli.deciding import tell
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.gate import Block, Gate
from factcheck.domain.override import Blocker
from factcheck.errors import ExitCode, UsageError
from factcheck.services.gating import Gating, gate_of
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    if arguments.command == "unsign":
        return _unsign(wiring, reader, article, arguments)
    found = gate_of(reader, article, wiring.gate_policy)
    blocks = named(found, Blocker(arguments.blocker), arguments.number)
    ledger = wiring.open_ledger()
    try:
        gating = Gating(ledger)
        if arguments.command == "stet":
            changes = gating.let_stand(article.id, blocks, arguments.by, arguments.reason)
        else:
            changes = gating.take_back(article.id, blocks)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def _unsign(wiring: Wiring, reader: WholeReader, article: Article, arguments: Namespace) -> int:
    from factcheck.services.signing_off import SigningOff  # with all that signs

    ledger = wiring.open_ledger()
    try:
        changes = SigningOff(ledger).withdraw(article, arguments.reason)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def named(gate: Gate, blocker: Blocker, number: int | None) -> list[Block]:
    """The blockers of a name, of one statement or of all. Raises UsageError when there is none."""
    found = [b for b in gate.of(blocker) if number in (None, b.number)]
    if not found:
        where = f" on statement {number}" if number else ""
        raise UsageError(
            f"Nothing of that name stands against the sign-off{where}: {blocker.words}.",
            "`factcheck sign ARTICLE --dry-run` names all that does.",
        )
    return found


def tell_gate(gate: Gate) -> None:
    """Print what stands against a sign-off, by name."""
    for line in gate_lines(gate):
        put(line)
    say("Open." if gate.is_open else f"Shut: {len(gate.shut_by)} things stand against the sign-off.")


def gate_lines(gate: Gate) -> Iterator[str]:
    """The gate as it is read out: each name, then the statements."""
    for blocker in Blocker:
        blocks = gate.of(blocker)
        if blocks:
            yield f"{blocker.value}: {blocker.words} ({len(blocks)})"
        for block in blocks:
            passed = block.override
            let = f"  [{passed.as_told}{passed.typed_by}]" if passed else ""
            yield f"  {block.number}: {block.sentence}{let}"
    if gate.open_hints:
        yield f"{gate.open_hints} hints that nobody has looked at (they do not block)"


def gate_json(gate: Gate) -> dict[str, Json]:
    """The gate for a program."""
    return {
        "open": gate.is_open,
        "statements": gate.statements,
        "hints_not_looked_at": gate.open_hints,
        "blockers": [_block_json(block) for block in gate.blocks],
    }


def _block_json(block: Block) -> Json:
    passed = block.override
    return {
        "blocker": block.blocker.value,
        "number": block.number,
        "statement": block.statement_id,
        "sentence": block.sentence,
        "let_stand": None
        if passed is None
        else {"by": passed.by, "recorded_by": passed.recorded_by, "reason": passed.reason, "at": passed.at},
    }


def put_gate(gate: Gate, *, as_json: bool) -> None:
    """Print the gate, for a program or for a person."""
    if as_json:
        put_json(gate_json(gate))
    else:
        tell_gate(gate)
