"""An article as `--json` prints it, apart from its statements, which `list` does not load."""

from factcheck.domain.article import Article
from factcheck.domain.tally import Tally

TYPE_CHECKING = False  # typing itself would be a twentieth of what `list` takes
if TYPE_CHECKING:
    from factcheck.domain.canonical import Json


def article_json(article: Article, tally: Tally) -> "dict[str, Json]":
    """An article and how far it has come."""
    return {
        "slug": article.slug,
        "id": article.id,
        "title": article.title,
        "author": article.author,
        "publisher": article.publisher,
        "dateline": article.dateline,
        "deadline": article.deadline,
        "archived": article.is_archived,
        "progress": {name: getattr(tally, name) for name in (*Tally.__struct_fields__, "open")},
    }
