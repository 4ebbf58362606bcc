"""`tick`, `untick`, `wrong`, `suggest`, `accept`, `reject` and `withdraw`: details and suggested wording."""

import sys
from argparse import Namespace

from factcheck.cli.deciding import tell
from factcheck.cli.details import detail_at
from factcheck.cli.output import put
from factcheck.cli.showing import open_article, statement_at
from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.checklist import Item
from factcheck.domain.query import ChangeKind, ChangeState
from factcheck.domain.statement import Statement
from factcheck.errors import ExitCode
from factcheck.services.suggesting import Suggesting
from factcheck.services.ticking import Ticking
from factcheck.store.ledger import Ledger
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    seen = statement_at(reader, article, arguments.number)
    labels = getattr(arguments, "details", None) or [getattr(arguments, "detail", None)]
    items = [detail_at(seen, label) for label in labels if label is not None]
    ledger = wiring.open_ledger()
    try:
        if items:
            changes = _one_by_one(ledger, reader, article, items, arguments)
        else:
            changes = _about_the_words(Suggesting(ledger), seen, arguments)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def _one_by_one(
    ledger: Ledger, reader: WholeReader, article: Article, items: list[Item], told: Namespace
) -> Changes:
    """Each detail is an action of its own; of several, the last one is told like any other."""
    ticking = Ticking(ledger)
    *others, last = items
    for item in others:
        changes = _one(ticking, statement_at(reader, article, told.number), item, told)
        if not told.json:
            put(f"{item.label}: {changes.what} on {told.number}")
    return _one(ticking, statement_at(reader, article, told.number), last, told)


def _one(ticking: Ticking, seen: Statement, item: Item, told: Namespace) -> Changes:
    if told.command == "wrong":
        return ticking.mark_wrong(seen, item.given_for, item.occurrence, told.right)
    do = ticking.tick if told.command == "tick" else ticking.take_off
    return do(seen, item.given_for, item.occurrence)


def _about_the_words(suggesting: Suggesting, seen: Statement, told: Namespace) -> Changes:
    match told.command:
        case "suggest":
            text = sys.stdin.read() if told.text == "-" else told.text
            kind = ChangeKind.CLARIFICATION if told.clarification else ChangeKind.CORRECTION
            return suggesting.suggest(seen, text, kind)
        case "withdraw":
            return suggesting.withdraw(seen)
        case _:
            state = ChangeState.ACCEPTED if told.command == "accept" else ChangeState.REJECTED
            return suggesting.decide(seen, state)
