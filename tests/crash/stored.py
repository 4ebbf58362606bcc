"""What the store holds about the article where the checker was last."""

from factcheck.store.whole import WholeReader
from factcheck.wiring import Wiring


class Stored:
    """The place, the counts and what is half-typed, as they would be found after a power cut now."""

    def __init__(self, reader: WholeReader, wiring: Wiring) -> None:
        author = wiring.author
        article = reader.last_article(author.person, author.device) or reader.article(
            reader.articles()[0].article.id
        )
        assert article is not None
        self.slug = article.slug
        place = reader.place(article.id, author.person, author.device)
        tally = reader.tally(article.id)
        first = reader.by_number(article.id, 1)
        self.statement_id = (place.statement_id if place else None) or (first.id if first else "")
        self.status = (reader.number_of(self.statement_id), tally.statements, tally.verdicts)
        self.question = place.question.value if place else None
        self.filter = place.filter if place else ""
        self.stand = (self.slug, self.statement_id, self.question, self.filter)
        statements = reader.statements(article.id)
        self.fields = {f"{kind}_note:{s.id}" for s in statements for kind in ("private", "public")}
        typed = place.typed if place else {}
        self.typed = {field: text for field, text in typed.items() if field in self.fields}
        self.note = next((s.private_note for s in statements if s.id == self.statement_id), "")
