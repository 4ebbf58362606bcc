import pytest

from factcheck.domain.filter import Filter, FilterBy, filter_of, ready_filters
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Question, Verdict
from tests.build import Shop


def through(shop: Shop, text: str) -> list[str]:
    """The statements that a filter lets through, forth and back."""
    wanted = filter_of(text)
    assert wanted is not None
    forth: list[Statement] = []
    while found := shop.reader.after(shop.article.id, forth[-1].span.start if forth else -1, wanted):
        forth.append(found)
    back: list[Statement] = []
    while found := shop.reader.before(shop.article.id, back[-1].span.start if back else 10**9, wanted):
        back.append(found)
    assert back == forth[::-1]
    assert shop.reader.count(shop.article.id, wanted) == len(forth)
    return [s.id for s in forth]


def test_each_filter_lets_through_what_it_says(shop: Shop) -> None:
    everything = shop.reader.statements(shop.article.id)
    own, attributed = shop.own().id, shop.attributed().id
    shop.by().give_verdict(shop.own(), Question.SO, Verdict.DISPUTED)
    shop.by().give_verdict(shop.attributed(), Question.SAID, Verdict.CONFIRMED)
    shop.by().switch_flag(shop.own(), Flag.LEGAL)
    shop.by().switch_publication(shop.own())
    shop.by().write_private_note(shop.own(), "ask")
    assert through(shop, "answer:so:disputed") == [own]
    assert through(shop, "answer:said:confirmed") == [attributed]
    assert through(shop, "state:done") == [own]
    assert through(shop, "state:in_progress") == [attributed]
    assert through(shop, "state:open") == [s.id for s in everything if s.id != own]
    assert through(shop, "flag:legal") == [own]
    assert through(shop, "for:publication") == [own]
    assert through(shop, "note:private") == [own]
    assert through(shop, "note:public") == []
    assert through(shop, "kind:caption") == [s.id for s in everything if s.kind.value == "caption"]


def test_speakers_are_named_and_filtered_by(shop: Shop) -> None:
    speakers = shop.reader.speakers(shop.article.id)
    assert "Quill" in speakers
    quoted = [
        s.id
        for s in shop.reader.statements(shop.article.id)
        if any(a.speaker == "Quill" for a in s.attributions)
    ]
    assert through(shop, "speaker:Quill") == quoted
    assert through(shop, "speaker:Qui%") == []


@pytest.mark.parametrize("text", ["state:verified", "answer:so:true", "colour:red", "kind:furniture"])
def test_a_filter_that_there_is_not_is_refused(text: str) -> None:
    with pytest.raises(ValueError):  # an enum's own message or ours
        filter_of(text)


def test_a_filter_survives_being_written_down() -> None:
    for wanted in (*ready_filters(), Filter(FilterBy.SPEAKER, "O’Hara: the [elder]")):
        assert filter_of(str(wanted)) == wanted
        assert wanted.words
    assert filter_of("") is None


def test_words_are_found_whatever_their_case_typography_and_accents(shop: Shop) -> None:
    article = shop.article.id
    found = shop.reader.find(article, '"MORE than  40,000', -1)
    assert found is not None
    assert "more than 40,000" in found.exact
    assert shop.reader.find(article, "more than 40,000", found.span.start) is None
    assert shop.reader.find(article, "more than 40,000", 10**9, forward=False) == found
    assert shop.reader.find(article, "nowhere", -1) is None


def test_notes_are_found_too(shop: Shop) -> None:
    shop.by().write_private_note(shop.number(2), "Ask Zo\u00eb")
    shop.by().write_public_note(shop.number(3), "See the minutes")
    assert shop.reader.find(shop.article.id, "zoe\u0308", -1) == shop.number(2)
    assert shop.reader.find(shop.article.id, "minutes", -1) == shop.number(3)


def test_news_is_what_was_written_after_a_moment(shop: Shop) -> None:
    newest = shop.reader.newest_event()
    assert shop.reader.since(shop.article.id, newest) == []
    shop.by("ben").give_verdict(shop.number(1), Question.SO, Verdict.DISPUTED)
    (news,) = shop.reader.since(shop.article.id, newest)
    assert (news.by, news.what, news.statement_id) == ("ben", "so: disputed", shop.number(1).id)
    assert shop.reader.since(shop.article.id, news.seq) == []
    assert shop.reader.newest_event() == news.seq
