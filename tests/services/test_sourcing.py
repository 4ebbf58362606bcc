"""Sources and citations: what each use case stores, what it refuses, and its undo."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from factcheck.documents.plain import read_bytes
from factcheck.domain.changes import Changes
from factcheck.domain.copied import copied_text
from factcheck.domain.policy import lacks
from factcheck.domain.source import Citation, Level, Source, SourceKind, Stance, Tier
from factcheck.domain.statement import Statement
from factcheck.domain.verdict import Question, Verdict
from factcheck.errors import ActionRefusedError, ChangedMeanwhileError
from factcheck.services.importing import import_document
from factcheck.services.sourcing import Sourcing
from factcheck.store.finding import places_with
from tests.build import Shop

MINUTES = Source(
    "", "", " Minutes\nof [May] ", SourceKind.DOCUMENT, Tier.PRIMARY, Level.PUBLIC, "https://x", "Council"
)
PAGE_3 = Citation("", "", Question.SO, Stance.SUPPORTS, " p. 3\t", " it rained ", "2024-10-17")


def sourcing(shop: Shop, person: str = "ann") -> Sourcing:
    shop.by(person)
    return Sourcing(shop.ledgers[person])


def sources(shop: Shop) -> list[Source]:
    return shop.reader.surroundings.sources(shop.article.id)


def added(shop: Shop, source: Source = MINUTES) -> Source:
    sourcing(shop).add_and_cite(shop.attributed(), source, PAGE_3)
    return sources(shop)[-1]


def test_a_source_is_put_on_file_and_cited_in_one_action_that_can_be_undone_after_a_restart(
    shop: Shop,
) -> None:
    changes = sourcing(shop).add_and_cite(shop.attributed(), MINUTES, PAGE_3)
    (source,) = sources(shop)
    (citation,) = shop.attributed().citations
    assert changes.what == "source added and source cited for so: supports"
    assert changes.sources == (source.id,)
    assert (source.title, source.article_id, source.creator) == (
        "Minutes of [May]",
        shop.article.id,
        "Council",
    )
    assert citation == replace(
        PAGE_3,
        id=citation.id,
        source=source.id,
        locator="p. 3",
        excerpt="it rained",
        by="ann",
        at=citation.at,
    )
    assert shop.findings() == []
    shop.restart()
    assert shop.by().undo(shop.article.id).what == "undone: source added"
    assert (sources(shop), shop.attributed().citations) == ([], ())
    shop.by().redo(shop.article.id)
    assert (sources(shop)[0].title, shop.attributed().citations) == (source.title, (citation,))
    assert shop.findings() == []


def test_what_is_on_file_is_cited_edited_and_taken_off_again(shop: Shop) -> None:
    source = added(shop)
    sourcing(shop).cite(shop.own(), source, replace(PAGE_3, locator="p. 4"))
    (citation,) = shop.own().citations
    edited = replace(citation, locator="p. 5", stance=Stance.CONTRADICTS, source="another")
    sourcing(shop).change_citation(shop.own(), edited)
    (stored,) = shop.own().citations
    assert (stored.locator, stored.stance, stored.source) == ("p. 5", Stance.CONTRADICTS, source.id)
    assert sourcing(shop).change_citation(shop.own(), stored).is_empty
    sourcing(shop).remove_citation(shop.own(), citation.id)
    assert shop.own().citations == ()
    assert sources(shop) == [source]
    shop.by().undo(shop.article.id)
    shop.by().undo(shop.article.id)
    assert shop.own().citations == (citation,)
    assert shop.findings() == []


def test_a_source_of_another_article_is_copied_once_however_often_it_is_cited(shop: Shop) -> None:
    source = added(shop)
    other = import_document(
        shop.ledgers["ann"], read_bytes(b"One thing is so.\n\nAnother one is so.\n", "b.txt")
    )
    for number in (1, 2):
        seen = shop.reader.by_number(other.article.id, number)
        assert seen is not None
        sourcing(shop).cite(seen, source, PAGE_3)
    (copy,) = shop.reader.surroundings.sources(other.article.id)
    assert (copy.title, copy.id == source.id) == (source.title, False)
    assert sources(shop) == [source]
    shop.by().undo(other.article.id)
    shop.by().undo(other.article.id)
    assert shop.reader.surroundings.sources(other.article.id) == []
    assert shop.findings() == []


def test_an_edited_source_keeps_its_citations_and_a_stale_edit_is_refused(shop: Shop) -> None:
    source = added(shop)
    sourcing(shop).change(source, replace(source, title="Minutes of June", level=Level.CONFIDENTIAL))
    (now,) = sources(shop)
    assert (now.title, now.level, now.version) == ("Minutes of June", Level.CONFIDENTIAL, 2)
    with pytest.raises(ChangedMeanwhileError):
        sourcing(shop).change(source, replace(source, title="Mine"))
    with pytest.raises(ActionRefusedError, match="title"):
        sourcing(shop).change(now, replace(now, title=" "))
    assert sourcing(shop).change(now, now).is_empty
    shop.by().undo(shop.article.id)
    assert sources(shop)[0].title == source.title


def test_merged_sources_are_one_for_citations_and_policy_until_that_is_undone(shop: Shop) -> None:
    wire = replace(MINUTES, tier=Tier.SECONDARY, is_independent=True)
    shop.by().give_verdict(shop.attributed(), Question.SO, Verdict.CONFIRMED)
    one, two, three = (added(shop, replace(wire, title=title)) for title in ("A", "B", "C"))

    def missing() -> str:
        seen = shop.attributed()
        found = shop.reader.surroundings.sources_by_id({c.source for c in seen.citations})
        return lacks(seen, Question.SO, found)

    assert missing() == ""
    sourcing(shop).merge(three, one)
    assert missing().endswith("2 of 3 independent ones")
    now = {source.title: source for source in sources(shop)}
    assert now["C"].merged_into == one.id
    for pair in (("C", "B"), ("B", "C"), ("A", "A")):
        with pytest.raises(ActionRefusedError):
            sourcing(shop).merge(now[pair[0]], now[pair[1]])
    shop.by().undo(shop.article.id)
    assert missing() == ""
    assert two.merged_into is None
    assert shop.findings() == []


def test_p09_a_confidential_source_is_not_merged_into_one_that_is_printed(shop: Shop) -> None:
    public, secret = added(shop), added(shop, replace(MINUTES, level=Level.CONFIDENTIAL))
    for pair in ((secret, public), (public, secret)):
        with pytest.raises(ActionRefusedError, match="confidential"):
            sourcing(shop).merge(*pair)
    assert [s.merged_into for s in sources(shop)] == [None, None]


def test_nobody_takes_a_source_away_that_somebody_else_has_cited_since(shop: Shop) -> None:
    source = added(shop)
    sourcing(shop, "ben").cite(shop.own(), source, PAGE_3)
    with pytest.raises(ActionRefusedError, match="ben has worked on this since"):
        shop.by().undo(shop.article.id)
    assert shop.findings() == []


def refused(shop: Shop) -> list[Callable[[Statement], Changes]]:
    use, source = sourcing(shop), added(shop)
    return [
        lambda seen: use.cite(seen, source, replace(PAGE_3, question=Question.SAID)),
        lambda seen: use.cite(seen, source, replace(PAGE_3, detail="no such words")),
        lambda seen: use.cite(seen, source, replace(PAGE_3, accessed="yesterday")),
        lambda seen: use.add_and_cite(seen, replace(MINUTES, title="\n"), PAGE_3),
        lambda seen: use.cite(seen, source, PAGE_3, lead="none"),
        lambda seen: use.remove_citation(seen, "none"),
        lambda seen: use.change_citation(seen, replace(PAGE_3, id="none")),
    ]


def test_what_does_not_fit_the_statement_is_refused_and_leaves_nothing(shop: Shop) -> None:
    own = shop.own()
    for act in refused(shop):
        with pytest.raises(ActionRefusedError):
            act(own)
    assert (shop.own(), len(sources(shop))) == (own, 1)


def test_p11_a_statement_that_changed_meanwhile_is_not_cited_for(shop: Shop) -> None:
    seen = shop.attributed()
    added(shop)
    with pytest.raises(ChangedMeanwhileError):
        sourcing(shop).add_and_cite(seen, MINUTES, PAGE_3)
    assert len(sources(shop)) == 1


def test_words_are_found_in_the_titles_of_cited_sources_also_of_merged_ones(shop: Shop) -> None:
    one = added(shop)
    sourcing(shop).add_and_cite(shop.own(), replace(MINUTES, title="Wire story"), PAGE_3)

    def found(words: str) -> list[str]:
        return list(places_with(shop.reader.connection, shop.article.id, words, -1))

    assert found("minutes of [may]") == [shop.attributed().id]
    assert found("WIRE") == [shop.own().id]
    assert found("bridge") != []
    sourcing(shop).merge(sources(shop)[1], sources(shop)[0])
    assert set(found("Minutes of")) == {shop.attributed().id, shop.own().id}
    assert found("wire") == []
    assert one.title == "Minutes of [May]"


def test_p09_a_copied_statement_names_its_public_sources_and_no_others(shop: Shop) -> None:
    for level in Level:
        source = replace(MINUTES, title=f"TITLE-{level}", address=f"ADDRESS-{level}", level=level)
        sourcing(shop).add_and_cite(shop.attributed(), source, replace(PAGE_3, locator=f"p. {level}"))
    seen = shop.attributed()
    known = shop.reader.surroundings.sources_by_id({c.source for c in seen.citations})
    text = copied_text(seen, 4, "here", known)
    assert "Source for so: TITLE-public, ADDRESS-public, p. public, supports" in text
    assert "internal" not in text
    assert "confidential" not in text
