"""A glance at all statements says the same as looking at each of them."""

from factcheck.domain.checklist import checklist
from factcheck.domain.filter import Filter, FilterBy, ready_filters
from factcheck.domain.mark import mark_of
from factcheck.domain.statement import Flag
from factcheck.domain.verdict import Question, Verdict
from factcheck.services.ticking import Ticking
from tests.build import Shop


def worked_on(shop: Shop) -> None:
    shop.by().give_verdict(shop.own(), Question.SO, Verdict.DISPUTED)
    shop.by().give_verdict(shop.attributed(), Question.SAID, Verdict.CONFIRMED)
    shop.by().switch_flag(shop.own(), Flag.LEGAL)
    shop.by().switch_flag(shop.own(), Flag.CRITICISM)
    shop.by().switch_publication(shop.own())
    shop.by().write_private_note(shop.own(), "ask [/]")
    shop.by().leave_to_speaker(shop.attributed_with("40,000"))
    ticking = Ticking(shop.ledgers["ann"])
    for item in checklist(shop.attributed_with("40,000"))[:2]:
        ticking.tick(shop.attributed_with("40,000"), item.given_for, item.occurrence)


def test_store_and_domain_agree_on_whom_each_filter_lets_through(shop: Shop) -> None:
    worked_on(shop)
    statements, outline = shop.reader.statements(shop.article.id), shop.reader.outline
    counts = outline.filter_counts(shop.article.id)
    names = shop.reader.ticked_names(shop.article.id)
    assert names
    by_speaker = [Filter(FilterBy.SPEAKER, name) for name in shop.reader.speakers(shop.article.id)]
    for wanted in (*ready_filters(), *by_speaker):
        expected = [s.span.start for s in statements if wanted.lets_through(s, names)]
        assert list(outline.starts(shop.article.id, wanted)) == expected, wanted
        assert counts.get(wanted, 0) == len(expected), wanted
    assert {w for w in counts if w.by is FilterBy.SPEAKER} == set(by_speaker)


def test_standings_are_read_part_by_part(shop: Shop) -> None:
    worked_on(shop)
    marks = [mark_of(s) for s in shop.reader.statements(shop.article.id)]
    outline, article = shop.reader.outline, shop.article.id
    whole = outline.standings(article, 0, 1000)
    assert [(s.start, s.state, s.said, s.so) for s in whole] == [
        (m.span.start, m.state, m.said, m.so) for m in marks
    ]
    assert outline.standings(article, whole[1].start, 2) == whole[1:3]


def test_words_are_found_batch_by_batch(shop: Shop) -> None:
    shop.by().write_private_note(shop.own(), "ring the harbour — twice")
    found = list(shop.reader.outline.batches_with(shop.article.id, "HARBOUR - twice", -1))
    assert found == [[shop.own().id]]
