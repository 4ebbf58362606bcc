"""`link`, `unlink`, `settle`, `hints`, `conflicts` and `reply`: how statements bear on each other."""

from argparse import Namespace
from collections.abc import Callable

from factcheck.cli.deciding import tell
from factcheck.cli.linked import Linked, all_links, hint_lines, put_to, waiting
from factcheck.cli.output import put, put_json, say
from factcheck.cli.plain_card import in_one_line
from factcheck.cli.showing import open_article, statement_at
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.link import HintState, Link, LinkType, StoredHint
from factcheck.domain.statement import Statement
from factcheck.errors import ExitCode, UsageError
from factcheck.services.linking import Linking
from factcheck.services.replying import Replying
from factcheck.store.ledger import Ledger
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    use_case = _use_case(reader, article, arguments, wiring)
    if use_case is None:
        {"hints": _list_hints, "conflicts": _list_links, "reply": _list_waiting}[arguments.command](
            reader, article, arguments
        )
        return ExitCode.OK
    ledger = wiring.open_ledger()
    try:
        changes = use_case(ledger)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def _use_case(
    reader: WholeReader, article: Article, told: Namespace, wiring: Wiring
) -> Callable[[Ledger], Changes] | None:
    """What is to be done; None when something is only to be listed."""
    match told.command:
        case "hints":
            return _about_a_hint(reader, article, told)
        case "conflicts":
            return None
        case "reply":
            return _about_a_reply(reader, article, told, wiring)
    seen, other = (statement_at(reader, article, n) for n in (told.number, told.other))
    if told.command == "link":
        return lambda ledger: Linking(ledger).link(seen, other, LinkType(told.kind))
    link = _link_between(seen, other, told).id
    if told.command == "unlink":
        return lambda ledger: Linking(ledger).remove(seen, other, link)
    return _settling(seen, other, link, told)


def _settling(seen: Statement, other: Statement, link: str, told: Namespace) -> Callable[[Ledger], Changes]:
    if sum((told.why is not None, told.open, told.holds)) != 1:
        raise UsageError("It takes a word why, --open or --holds, and one of them only.", "Give one of them.")
    if told.open:
        return lambda ledger: Linking(ledger).open_again(seen, other, link)
    if told.holds:
        return lambda ledger: Linking(ledger).confirm(seen, other, link)
    return lambda ledger: Linking(ledger).settle(seen, other, link, told.why)


def _link_between(seen: Statement, other: Statement, told: Namespace) -> Link:
    """The one link of these two that is meant. Raises UsageError."""
    found = [x for x in seen.links if x.other == other.id and told.kind in (None, x.type.value)]
    if not found:
        raise UsageError(
            f"{told.number} and {told.other} have no such link.", "`factcheck conflicts` lists the links."
        )
    if len(found) > 1:
        kinds = ", ".join(x.type.value for x in found)
        raise UsageError(f"{told.number} and {told.other} have several links: {kinds}.", "Say --kind.")
    return found[0]


# ------------------------------------------------------------------------------------------------ hints


def _about_a_hint(
    reader: WholeReader, article: Article, told: Namespace
) -> Callable[[Ledger], Changes] | None:
    wanted = [(name, getattr(told, name)) for name in ("accept", "dismiss", "reopen")]
    asked = [(name, number) for name, number in wanted if number is not None]
    if not asked:
        return None
    if len(asked) > 1:
        raise UsageError(
            "Only one thing can be done at a time.", "Give one of --accept, --dismiss, --reopen."
        )
    ((name, number),) = asked
    hint = reader.surroundings.hint(article, number - 1)
    if hint is None:
        raise UsageError(f"There is no hint {number}.", "`factcheck hints --all` lists them.")
    if name != "accept":
        turn = Linking.dismiss_hint if name == "dismiss" else Linking.reopen_hint
        return lambda ledger: turn(Linking(ledger), article, hint)
    source, target = reader.statement(hint.from_id), reader.statement(hint.to_id)
    if source is None or target is None:
        raise UsageError("A statement of this hint is no longer there.", "--dismiss puts the hint aside.")
    return lambda ledger: Linking(ledger).accept_hint(hint, source, target)


def _list_hints(reader: WholeReader, article: Article, told: Namespace) -> None:
    hints = [h for h in reader.surroundings.hints(article) if told.all or h.state is HintState.OPEN]
    if told.json:
        put_json([_hint_json(reader, hint) for hint in hints])
        return
    for hint in hints:
        for line in hint_lines(reader, hint):
            put(line)
    say(f"{len(hints)} hints. Nothing is linked unless you --accept one." if hints else "No hint is left.")


def _hint_json(reader: WholeReader, hint: StoredHint) -> Json:
    return {
        "number": hint.number + 1,
        "kind": hint.type.value,
        "from": reader.number_of(hint.from_id),
        "to": reader.number_of(hint.to_id),
        "why": hint.why,
        "state": hint.state.value,
    }


# ------------------------------------------------------------------------------------------------ links


def _list_links(reader: WholeReader, article: Article, told: Namespace) -> None:
    links = [x for x in all_links(reader, article) if not told.open or x.link.settled is None]
    if told.json:
        put_json([_link_json(one) for one in links])
        return
    for one in links:
        for line in one.lines():
            put(line)
    say(f"{len(links)} links." if links else "No link.")


def _link_json(one: Linked) -> Json:
    ends = (one.number, one.other_number or None)
    first, second = ends if one.link.is_from_here else ends[::-1]
    return {
        "id": one.link.id,
        "kind": one.link.type.value,
        "from": first,
        "to": second,
        "open": one.link.settled is None,
        "settled": one.link.settled,
        "counts": one.statement.link_counts(one.link) and one.other is not None,
    }


# ---------------------------------------------------------------------------------------------- replies


def _about_a_reply(
    reader: WholeReader, article: Article, told: Namespace, wiring: Wiring
) -> Callable[[Ledger], Changes] | None:
    if told.put is None and told.answer is None:
        if told.number is not None or told.at is not None:
            raise UsageError("It is not said what is to be written down.", "Say --put or --answer.")
        return None
    if told.number is None or (told.put is not None and told.answer is not None):
        raise UsageError("It takes a statement, and --put or --answer.", "Write down one after the other.")
    seen = statement_at(reader, article, told.number)
    if told.put is not None:
        at = told.at or wiring.clock().astimezone().date().isoformat()
        return lambda ledger: Replying(ledger).put(seen, told.put, at)
    return lambda ledger: Replying(ledger).answer(seen, told.answer)


def _list_waiting(reader: WholeReader, article: Article, told: Namespace) -> None:
    found = list(waiting(reader, article))
    if told.json:
        put_json([_waiting_json(number, statement) for number, statement in found])
        return
    for number, statement in found:
        put(f"{number}, {put_to(statement)}: {in_one_line(statement.exact)}")
    say(f"{len(found)} without a reply.")


def _waiting_json(number: int, statement: Statement) -> Json:
    hearing = statement.hearing
    return {
        "number": number,
        "put_to": hearing.put_to if hearing else None,
        "put_at": hearing.put_at if hearing else None,
        "exact": statement.exact,
    }
