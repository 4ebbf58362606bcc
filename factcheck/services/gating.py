"""The gate of an article as it is stored, and letting a blocker stand by name and with a reason (stet)."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.event import Deed, EventKind
from factcheck.domain.gate import Block, Gate, gate, stet_hash
from factcheck.domain.link import HintState, hint_state
from factcheck.domain.override import Blocker, Override
from factcheck.domain.reasons import Policy
from factcheck.domain.source import Source, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.work_form import form_of
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.report.unswept import unswept
from factcheck.services.acting import nothing_to_do
from factcheck.store.gating import candidates

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.reading import Reader

LONGEST = 500
"""Characters that a name or a reason may have."""


def gate_of(reader: "Reader", article: Article, policy: Policy) -> Gate:
    """What stands against signing an article off. Reads all of it. Raises the store's faults."""
    sources = {source.id: source for source in reader.surroundings.sources(article.id)}
    meant = {name: _meant(source, sources) for name, source in sources.items()}
    primary = {name for name, source in meant.items() if source.tier is Tier.PRIMARY}
    ticked = reader.ticked_names(article.id)
    count = reader.surroundings.hint_count(article.id)
    return gate(
        candidates(reader.connection, article.id, primary, ticked),
        meant,
        policy,
        ticked,
        sum(hint_state(article, number) is HintState.OPEN for number in range(count)),
    )


def _meant(source: Source, sources: dict[str, Source]) -> Source:
    """What a source turned out to be."""
    seen = {source.id}
    while source.merged_into in sources and source.merged_into not in seen:
        source = sources[source.merged_into]
        seen.add(source.id)
    return source


class Gating:
    """The use cases of letting stand. All raise ActionRefusedError, ChangedMeanwhileError and the store's faults."""

    def __init__(self, ledger: "Ledger") -> None:
        self._ledger = ledger

    @unswept()
    def let_stand(self, article_id: str, blocks: Sequence[Block], by: str, reason: str) -> Changes:
        """Let blockers stand as they were shown, in one action: in the editor's name, for a reason that is printed."""
        name, why = _line(by), _line(reason)
        if not name or not why:
            raise ActionRefusedError(
                "What stands against the sign-off is only passed by name and with a reason.",
                "Say who lets it stand, and why.",
            )
        with self._ledger.writing() as writing:
            writing.lock(article_id)
            shut = [block for block in blocks if not block.is_passed]
            statements = writing.statements([block.statement_id for block in shut])
            deeds = [_deed(statements.get(block.statement_id), block, name, why) for block in shut]
            if not deeds:
                return nothing_to_do(writing, article_id, "nothing to let stand")
            return writing.record(article_id, _what("let stand", blocks), deeds)

    @unswept()
    def take_back(self, article_id: str, blocks: Sequence[Block]) -> Changes:
        """Let blockers stand no longer."""
        with self._ledger.writing() as writing:
            writing.lock(article_id)
            deeds = [
                Deed(b.statement_id, EventKind.STET_TAKEN_BACK, _named(b.blocker, {"blocker": b.blocker}))
                for b in blocks
                if b.is_passed
            ]
            if not deeds:
                return nothing_to_do(writing, article_id, "nobody lets that stand")
            return writing.record(article_id, _what("not let stand any longer", blocks), deeds)


def _deed(statement: Statement | None, block: Block, by: str, reason: str) -> Deed:
    if statement is None or statement.version != block.version:
        raise ChangedMeanwhileError(
            f"Statement {block.number} was changed since you looked at it.",
            "Nothing was let stand. Look at the list again.",
        )
    given_for = stet_hash(statement, block.blocker, block.facts)
    form = form_of(Override(block.blocker, reason, by, given_for))
    del form["recorded_by"], form["at"]  # the event says both
    return Deed(statement.id, EventKind.STET, _named(block.blocker, {"override": form}))


def _named(blocker: Blocker, payload: dict[str, Json]) -> dict[str, Json]:
    return {**payload, "what": blocker.words}


def _what(verb: str, blocks: Sequence[Block]) -> str:
    names = list(dict.fromkeys(block.blocker.words for block in blocks))
    where = f"{len(blocks)} statements" if len(blocks) > 1 else f"statement {blocks[0].number}"
    return f"{verb}: {', '.join(names)} ({where})"


def _line(text: str) -> str:
    return " ".join(text.replace("\x00", "").split())[:LONGEST]
