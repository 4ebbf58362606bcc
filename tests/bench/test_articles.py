"""The articles that are measured: as long as asked, realistic, and always the same."""

from hashlib import sha256

from bench.articles import VERSION, article
from factcheck.extraction.extractor import extract


def test_an_article_has_as_many_statements_as_asked_for() -> None:
    for count in (1, 11, 100):
        assert len(extract(article(count)).statements) == count


def test_the_same_length_gives_the_same_article_and_another_version_number_another() -> None:
    digest = sha256(article(1000).encode()).hexdigest()[:16]
    assert (VERSION, digest) == ("1", "8128f00c1fae1b8a")


def test_no_two_statements_are_alike_and_they_are_as_long_as_in_a_newspaper() -> None:
    statements = extract(article(200)).statements
    assert len({s.exact for s in statements}) == 200
    mean = sum(len(s.exact) for s in statements) / 200
    assert 200 < mean < 300
    assert sum(bool(s.attributions) for s in statements) > 100
