"""`words`, `split`, `join`, `bound`, `add`, `exclude`, `speaker`, `cue`, `content`, `detail`, `date` and `reread`."""

from argparse import Namespace
from collections.abc import Callable
from typing import TYPE_CHECKING

from factcheck.cli.deciding import tell
from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article, statement_at
from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.cutting import Run
from factcheck.domain.exclusion import Exclusion
from factcheck.domain.statement import DetailType, Statement
from factcheck.domain.word_names import numbered_words
from factcheck.errors import ExitCode
from factcheck.services import word_edits
from factcheck.services.detailing import Detailing
from factcheck.services.editing import Editing, refusing
from factcheck.wiring import Wiring

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.services.rereading import Reread
    from factcheck.store.ledger import Ledger
    from factcheck.store.whole import WholeReader

Act = Callable[["Ledger", Run, Statement, Namespace], Changes]


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    if arguments.command == "reread":
        return _reread(wiring, reader, article, arguments)
    seen = statement_at(reader, article, arguments.number)
    words = _run_of(reader, article, seen)
    if arguments.command == "words":
        _list(words, seen, as_json=arguments.json)
        return ExitCode.OK
    ledger = wiring.open_ledger()
    try:
        with refusing():
            changes = _ACTS[arguments.command](ledger, words, seen, arguments)
    finally:
        ledger.close()
    tell(reader, changes, as_json=arguments.json)
    return ExitCode.OK


def _run_of(reader: "WholeReader", article: Article, statement: Statement) -> Run:
    (block,) = reader.blocks(article, statement.block, 1)
    marks = reader.marks(article, statement.block, statement.block)
    found = (reader.statement(mark.id) for mark in marks)
    return Run(block.block.span.start, block.text, tuple(s for s in found if s is not None))


def _list(words: Run, statement: Statement, *, as_json: bool) -> None:
    """The words with their numbers, and what was found in them."""
    numbered = [(number, words.of(span)) for number, span in numbered_words(words, statement)]
    speakers = [(a.speaker, statement.within(a.cue)) for a in statement.attributions]
    details = [(d.type.value, statement.within(d.span), d.resolved, d.is_by_hand) for d in statement.details]
    if as_json:
        put_json(
            {
                "words": [{"number": number, "text": text} for number, text in numbered],
                "attributions": [{"speaker": s, "cue": c or None} for s, c in speakers],
                "details": [
                    {"type": kind, "text": text, "resolved": resolved, "by_hand": by_hand}
                    for kind, text, resolved, by_hand in details
                ],
            }
        )
        return
    for number, text in numbered:
        put(f"{number:4}  {text}")
    for number, (speaker, cue) in enumerate(speakers, 1):
        put(f"attribution {number}: {speaker or 'nobody named'}{f', cue {cue}' if cue else ''}")
    for kind, text, resolved, by_hand in details:
        meaning = f", {resolved}{'' if by_hand else ' (inferred)'}" if resolved else ""
        put(f"{kind}: {text}{meaning}")


# --------------------------------------------------------------------------------------------- statements


def _split(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    at = word_edits.place_named(words, seen, arguments.word, arguments.inside)
    return Editing(ledger).split(seen, at, inside=bool(arguments.inside))


def _bound(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    if arguments.begins is not None:
        return Editing(ledger).begin_at(seen, word_edits.words_of(words, seen, arguments.begins).start)
    return Editing(ledger).end_at(seen, word_edits.words_of(words, seen, arguments.ends).end)


def _exclude(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    if arguments.back:
        return Editing(ledger).include(seen)
    return Editing(ledger).exclude(seen, Exclusion(arguments.reason))


# --------------------------------------------------------------------------------- speakers and details


def _speaker(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    if arguments.none:
        new: word_edits.Attributions = ()
    elif arguments.remove:
        new = word_edits.unattributed(seen, arguments.of)
    elif arguments.name is not None:
        new = word_edits.named(seen, arguments.name, arguments.of)
    else:
        new = word_edits.speaking(words, seen, arguments.words, arguments.of)
    return Detailing(ledger).set_attributions(seen, new)


def _cue(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    cue = None if arguments.none else arguments.words
    return Detailing(ledger).set_attributions(seen, word_edits.cued(words, seen, cue, arguments.of))


def _content(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    new = word_edits.saying(words, seen, arguments.words, arguments.of)
    return Detailing(ledger).set_attributions(seen, new)


def _detail(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    kind = DetailType(arguments.kind)
    if arguments.remove:
        return Detailing(ledger).remove_detail(
            seen, word_edits.detail_named(words, seen, kind, arguments.words)
        )
    old = None
    if arguments.was:
        old = word_edits.detail_named(words, seen, DetailType(arguments.was), arguments.words)
    return Detailing(ledger).put_detail(seen, word_edits.new_detail(words, seen, kind, arguments.words), old)


def _date(ledger: "Ledger", words: Run, seen: Statement, arguments: Namespace) -> Changes:
    date = word_edits.detail_named(words, seen, DetailType.DATE, arguments.words)
    return Detailing(ledger).set_date(seen, date, arguments.day)


_ACTS: dict[str, Act] = {
    "split": _split,
    "join": lambda ledger, words, seen, arguments: Editing(ledger).join(seen),
    "bound": _bound,
    "add": lambda ledger, words, seen, arguments: Editing(ledger).add(
        seen, word_edits.words_of(words, seen, arguments.words)
    ),
    "exclude": _exclude,
    "speaker": _speaker,
    "cue": _cue,
    "content": _content,
    "detail": _detail,
    "date": _date,
}


# ------------------------------------------------------------------------------------------ reading again


def _reread(wiring: Wiring, reader: "WholeReader", article: Article, arguments: Namespace) -> int:
    from factcheck.services.rereading import Rereading  # loads the extraction

    before = reader.draft(article.draft_id).extractor
    ledger = wiring.open_ledger()
    try:
        again = Rereading(ledger).reread(article.id, is_dry=arguments.dry_run)
    finally:
        ledger.close()
    numbers = {one.after.id: reader.number_of(one.after.id) for one in again.readings}
    if arguments.json:
        put_json(
            {
                "extractor": again.extractor,
                "imported_with": before,
                "changed": bool(again.changes and not again.changes.is_empty),
                "statements": [
                    {
                        "number": numbers[one.after.id],
                        "added": [one.after.within(d.span) for d in one.added],
                        "dropped": [one.before.within(d.span) for d in one.dropped],
                        "revalued": [one.after.within(d.span) for d in one.revalued],
                        "speakers_changed": one.are_speakers_changed,
                    }
                    for one in again.readings
                ],
            }
        )
        return ExitCode.OK
    for line in readings_told(again, numbers):
        put(line)
    done = "would change" if arguments.dry_run else "changed"
    say(
        f"Imported with extractor {before}, read again with {again.extractor}: {len(numbers)} statements {done}."
    )
    return ExitCode.OK


def readings_told(again: "Reread", numbers: "Mapping[str, int]") -> "Iterator[str]":
    """A line for each statement in which something else is found; `numbers` by their ids."""
    for one in again.readings:
        told = [f"new {d.type}: {one.after.within(d.span)}" for d in one.added]
        told += [f"no longer {d.type}: {one.before.within(d.span)}" for d in one.dropped]
        told += [f"{d.type} valued otherwise: {one.after.within(d.span)}" for d in one.revalued]
        told += ["speakers read otherwise"] if one.are_speakers_changed else []
        yield f"{numbers[one.after.id]}: {'; '.join(told)}"
