"""`source`, `cite` and `uncite`: sources put on file, cited, edited, merged, with files attached as evidence."""

from argparse import Namespace
from pathlib import Path

from msgspec.structs import replace

from factcheck.cli.output import put, put_json, say
from factcheck.cli.showing import open_article, statement_at
from factcheck.domain.article import Article
from factcheck.domain.canonical import Json
from factcheck.domain.changes import Changes
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question
from factcheck.domain.work_form import form_of
from factcheck.errors import ExitCode, UsageError
from factcheck.services.sourcing import Sourcing
from factcheck.store.past import last_cited
from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring


def run(wiring: Wiring, arguments: Namespace) -> int:
    """Answer one of this module's sub-commands. Raises FactcheckError."""
    reader, article = open_article(wiring, arguments.article)
    if arguments.command == "source" and arguments.action == "list":
        _list(reader, article, as_json=arguments.json)
        return ExitCode.OK
    ledger = wiring.open_ledger()
    try:
        sourcing = Sourcing(ledger)
        if arguments.command == "source":
            changes = _about_a_source(sourcing, reader, article, arguments)
        else:
            act = _uncite if arguments.command == "uncite" else _cite
            changes = act(sourcing, reader, article, arguments, wiring)
    finally:
        ledger.close()
    _tell(reader, article, changes, as_json=arguments.json)
    return ExitCode.OK


# ---------------------------------------------------------------------------------------------- sources


def _on_file(reader: WholeReader, article: Article) -> list[Source]:
    """The sources of an article, numbered from 1 as they are listed."""
    return [s for s in reader.surroundings.sources(article.id) if s.merged_into is None]


def _named(reader: WholeReader, article: Article, name: str) -> Source:
    """A source by its number in the list, or by its id, then also one of another article. Raises UsageError."""
    listed = _on_file(reader, article)
    if name.isascii() and name.isdigit() and 0 < int(name) <= len(listed):
        return listed[int(name) - 1]
    found = reader.surroundings.source(name)
    if found is None or found.merged_into is not None:
        raise UsageError(
            f"There is no source {name}.", f"`factcheck source list {article.slug}` numbers the sources."
        )
    return found


def _about_a_source(
    sourcing: Sourcing, reader: WholeReader, article: Article, arguments: Namespace
) -> Changes:
    if arguments.action == "add":
        new = Source("", "", "", SourceKind.DOCUMENT, Tier.SECONDARY, Level.CONFIDENTIAL)
        return sourcing.add(article.id, _with(new, arguments))
    source = _named(reader, article, arguments.source)
    match arguments.action:
        case "edit":
            return sourcing.change(source, _with(source, arguments))
        case "merge":
            return sourcing.merge(source, _named(reader, article, arguments.into))
        case _:
            return sourcing.attach(source, Path(arguments.file).expanduser())


def _with(source: Source, arguments: Namespace) -> Source:
    """The source with what the command line says of it; what it does not say stays."""
    said = {
        "title": arguments.title,
        "kind": SourceKind(arguments.kind) if arguments.kind else None,
        "tier": Tier(arguments.tier) if arguments.tier else None,
        "level": Level(arguments.level) if arguments.level else None,
        "address": arguments.address,
        "creator": arguments.creator,
        "is_independent": None if arguments.independent is None else arguments.independent == "yes",
    }
    return replace(source, **{name: value for name, value in said.items() if value is not None})


def _list(reader: WholeReader, article: Article, *, as_json: bool) -> None:
    listed = _on_file(reader, article)
    used: dict[str, list[int]] = {}
    statements = reader.surroundings.with_column(article.id, "citations")
    meant = reader.surroundings.sources_by_id({c.source for s in statements for c in s.citations})
    for statement in statements:
        for name in dict.fromkeys(meant[c.source].id for c in statement.citations if c.source in meant):
            used.setdefault(name, []).append(reader.number_of(statement.id))
    if as_json:
        put_json([_source_json(n, s, used.get(s.id, [])) for n, s in enumerate(listed, 1)])
        return
    for number, source in enumerate(listed, 1):
        where = ", ".join(map(str, used.get(source.id, []))) or "nowhere"
        independent = ", independent" if source.is_independent else ""
        put(f"{number:3}  {source.title}")
        put(f"     {source.kind.words}, {source.tier}, {source.level}{independent}; used in {where}")
        for told in (source.creator, source.address, *(f"file: {a.name}" for a in source.attachments)):
            if told:
                put(f"     {told}")
    say(f"{len(listed)} sources on file." if listed else "No source is on file.")


def _source_json(number: int, source: Source, used: list[int]) -> dict[str, Json]:
    return {"number": number, **form_of(source), "used_in": [*used]}


# -------------------------------------------------------------------------------------------- citations


def _cite(
    sourcing: Sourcing, reader: WholeReader, article: Article, arguments: Namespace, wiring: Wiring
) -> Changes:
    seen = statement_at(reader, article, arguments.number)
    if arguments.change is not None:
        return sourcing.change_citation(seen, _changed(_numbered(seen, arguments.change), arguments))
    last = _last(reader, seen.article_id, wiring.author.person) if arguments.source is None else None
    source = last[0] if last else _named(reader, article, arguments.source)
    stance = arguments.stance or (last[1].stance.value if last else None)
    if stance is None:
        raise UsageError("The stance is missing.", "Say --stance supports, contradicts or context.")
    today = wiring.clock().astimezone().date().isoformat()
    blank = Citation("", "", Question(arguments.on or Question.SO), Stance(stance), accessed=today)
    return sourcing.cite(seen, source, _changed(blank, arguments), lead=_lead(seen, arguments.lead))


def _lead(seen: Statement, number: int | None) -> str | None:
    """The id of the lead with a number. Raises UsageError when there is none."""
    if number is None:
        return None
    if not 0 < number <= len(seen.leads):
        raise UsageError(
            f"There is no lead {number}: the statement has {len(seen.leads)}.",
            "`factcheck show` with its number lists them.",
        )
    return seen.leads[number - 1].id


def _last(reader: WholeReader, article_id: str, person: str) -> tuple[Source, Citation]:
    from factcheck.domain.work_form import value_of

    for event in last_cited(reader.connection, article_id, person):
        citation = value_of(Citation, event.payload["citation"])
        source = reader.surroundings.sources_by_id({citation.source}).get(citation.source)
        if source is not None:
            return source, citation
    raise UsageError("You have cited nothing in this article yet.", "Name the source.")


def _numbered(seen: Statement, number: int) -> Citation:
    if not 0 < number <= len(seen.citations):
        raise UsageError(
            f"There is no citation {number}: the statement has {len(seen.citations)}.",
            "`factcheck show` with its number lists them.",
        )
    return seen.citations[number - 1]


def _changed(citation: Citation, arguments: Namespace) -> Citation:
    said = {
        "question": Question(arguments.on) if arguments.on else None,
        "stance": Stance(arguments.stance) if arguments.stance else None,
        "locator": arguments.locator,
        "excerpt": arguments.excerpt,
        "accessed": arguments.accessed,
        "detail": arguments.detail,
    }
    return replace(citation, **{name: value for name, value in said.items() if value is not None})


def _uncite(
    sourcing: Sourcing, reader: WholeReader, article: Article, arguments: Namespace, wiring: Wiring
) -> Changes:
    seen = statement_at(reader, article, arguments.number)
    return sourcing.remove_citation(seen, _numbered(seen, arguments.citation).id)


def _tell(reader: WholeReader, article: Article, changes: Changes, *, as_json: bool) -> None:
    moved = [m.after for m in changes.statements if m.after is not None]
    listed = _on_file(reader, article)
    if as_json:
        from factcheck.cli.forms import statement_json

        put_json(
            {
                "changed": not changes.is_empty,
                "what": changes.what,
                "sources": [
                    _source_json(n, s, []) for n, s in enumerate(listed, 1) if s.id in changes.sources
                ],
                "statements": [statement_json(reader.number_of(s.id), s) for s in moved],
            }
        )
        return
    numbers = [str(n) for n, s in enumerate(listed, 1) if s.id in changes.sources]
    where = f" on {', '.join(str(reader.number_of(s.id)) for s in moved)}" if moved else ""
    which = f": source {', '.join(numbers)}" if numbers and not moved else ""
    put(f"{changes.what}{where}{which}")
