"""What somebody is about to sign, and what leaves the machine with it: said before any key is asked for."""

from typing import TYPE_CHECKING, Any

from factcheck.domain.article import Article
from factcheck.domain.gate import Gate
from factcheck.domain.signoff import RESPONSIBILITY, SignedState
from factcheck.domain.source import Level
from factcheck.errors import ActionRefusedError
from factcheck.report.redacting import redacted
from factcheck.report.sealed import Sealed
from factcheck.report.unswept import unswept
from factcheck.services.signing_off import sealed_of

if TYPE_CHECKING:
    from factcheck.store.whole import WholeReader


_LEFT_OUT = (
    ("internal_sources", "internal source", "internal sources"),
    ("excerpts", "excerpt", "excerpts"),
    ("queries", "query", "queries"),
)
_NAMED = 6
"""How many statements are named that were let stand for the same reason."""


def preview(reader: "WholeReader", article: Article, gate: Gate) -> list[str]:
    """Lines that say what is signed, what is open, what leaves, and what does not. Raises the store's faults."""
    tally = reader.tally(article.id)
    draft = reader.draft(article.draft_id)
    lines = [
        f"{article.title}",
        f"draft {draft.number}, SHA-256 {draft.sha256}",
        f"{tally.statements} statements: {tally.done} done, {tally.excluded} left out, {tally.verdicts_in_words}",
        *_verdicts(reader, article),
        *_open(gate),
    ]
    if article.signoff is not None:
        lines.append(
            f"takes the place of revision {article.signoff.revision}, signed by {article.signoff.name}"
        )
    return [*lines, *_leaving(reader, article), f"You sign: “{RESPONSIBILITY}”"]


@unswept()
def redacted_preview(reader: "WholeReader", article: Article) -> list[str]:
    """The same for the redacted report of what is signed, which is a report of its own.

    Raises ActionRefusedError when the article is not signed as it stands, and the store's faults.
    """
    full = signed_as_it_stands(reader, article)
    document = full.document()
    left_out: Any = redacted(document)["redaction"]
    counted = [_counted(left_out["left_out"][name], one, many) for name, one, many in _LEFT_OUT]
    levels = [source.get("level") for source in document["sources"]]
    public, hidden = levels.count(Level.PUBLIC.value), levels.count(None)  # a confidential one names no level
    return [
        f"{article.title}",
        f"redacted from revision {document['revision']}, signed by {document['signoff']['by']}, SHA-256 {left_out['of']}",
        f"left out: {', '.join(counted)}; the report says so, and names the full one by its hash",
        f"leaves this machine: the text, all answers, sources ({public} public), public notes, name and key",
        f"stays here: what was left out, private notes, the evidence itself, and who the {hidden} confidential sources are",
        f"You sign: “{document['signoff']['sentence']}”",
    ]


def _counted(count: int, one: str, many: str) -> str:
    return f"{count} {one if count == 1 else many}"


def signed_as_it_stands(reader: "WholeReader", article: Article) -> Sealed:
    """The signed report of an article that prints the same now. Raises ActionRefusedError when there is none."""
    sealed = sealed_of(reader, article) if reader.signed_state(article) is SignedState.SIGNED else None
    if sealed is None:
        raise ActionRefusedError(
            "The article is not signed as it stands, so there is nothing to redact.", "Sign it first."
        )
    return sealed


def _verdicts(reader: "WholeReader", article: Article) -> list[str]:
    t = reader.tally(article.id)
    so = f"so: {t.so_confirmed} confirmed, {t.so_unverified} unverified, {t.so_disputed} disputed, "
    said = f"said: {t.said_confirmed} confirmed, {t.said_unverified} unverified, {t.said_disputed} disputed"
    return [said, f"{so}{t.so_left_to_speaker} left to the speaker"]


def _open(gate: Gate) -> list[str]:
    alike: dict[tuple[str, str, str], list[int]] = {}
    for block in gate.passed:
        if block.override is not None:
            key = (block.blocker.words, block.override.by, block.override.reason)
            alike.setdefault(key, []).append(block.number)
    lines = [
        f"let stand by {by}: {what} ({_numbers(numbers)}): {why}"
        for (what, by, why), numbers in alike.items()
    ]
    hints = f"{gate.open_hints} hints that nobody has looked at"
    return [*lines, hints] if gate.open_hints else lines


def _numbers(numbers: list[int]) -> str:
    if len(numbers) == 1:
        return f"statement {numbers[0]}"
    more = " …" if len(numbers) > _NAMED else ""
    return f"{len(numbers)} statements: {', '.join(map(str, numbers[:_NAMED]))}{more}"


def _leaving(reader: "WholeReader", article: Article) -> list[str]:
    """What goes out, and what stays here."""
    sources = [s for s in reader.surroundings.sources(article.id) if s.merged_into is None]
    count = {level: sum(s.level is level for s in sources) for level in Level}
    hidden = count[Level.CONFIDENTIAL]
    out = f"({count[Level.PUBLIC]} public, {count[Level.INTERNAL]} internal)"
    return [
        f"leaves this machine: the text, all answers, sources {out}, queries, public notes, your name and key",
        f"stays here: private notes, the evidence itself, and who the {hidden} confidential sources are",
    ]
