"""The statements in the HTML page: those that need attention, and then every one."""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from factcheck.report.attention import Concern
from factcheck.report.checks import Document
from factcheck.report.markup import NOTHING, Html, Shape, joined
from factcheck.report.reading import Entry, Fact, Reply, moment
from factcheck.report.vocabulary import SAID

_BODY = Shape('<p class="exact" dir="auto"{}>{}</p>\n{}{}{}')
_EXCLUDED = Shape('<p class="fact"><span class="label">Not checkable</span> <bdi>{}</bdi></p>\n')
_REPLIES = Shape('<dl class="replies">\n{}</dl>\n')
_REPLY = Shape(
    '<div class="reply {}"><dt>{}{}</dt><dd><span class="glyph" aria-hidden="true">{}</span> <b>{}</b>{}</dd></div>\n'
)
_WHO = Shape(' <bdi class="who">{}</bdi>')
_WHY = Shape(' <span class="why">{}</span>')
_NOTE = Shape('<p class="fact note"><span class="label">Note</span> <bdi>{}</bdi></p>\n')
_FACT = Shape('<p class="fact"><span class="label">{}</span> <bdi>{}</bdi></p>\n')
_FACT_ELSEWHERE = Shape('<p class="fact"><span class="label">{}</span> <a href="#{}"><bdi>{}</bdi></a></p>\n')
_REMOVED, _ADDED, _KEPT = Shape("<del>{}</del>"), Shape("<ins>{}</ins>"), Shape("{}")

_ATTENTION = Shape("""<section aria-labelledby="attention">
<h2 id="attention">Needs attention</h2>
""")
_NOTHING = Shape("<p>Nothing: each question is answered, and nothing is disputed, unverified or open.</p>\n")
_CONCERN = Shape('<div class="concern">\n<h3>{}</h3>\n<p class="about">{}</p>\n')
_NUMBERS = Shape('<p class="numbers">{}</p>\n')
_NUMBER, _RUN = Shape('<a href="#s{}">{}</a>'), Shape('<a href="#s{}">{}–{}</a>')
_COMMA = Html(", ")
_LINE = Shape('<p class="line"><bdi>{}</bdi></p>\n')
_CONCERN_ENTRIES, _CONCERN_ENTRIES_END = Shape('<ul class="entries">\n'), Shape("</ul>\n")
_CONCERN_ENTRY = Shape(
    '<li class="entry {}"><a class="number" href="#s{}" aria-label="Statement {}">{}</a>'
    '<div class="body">{}</div></li>\n'
)
_CONCERN_ENDS, _SECTION_ENDS = Shape("</div>\n"), Shape("</section>\n")

_STATEMENTS = Shape("""<section aria-labelledby="statements">
<h2 id="statements">Every statement</h2>
""")
_NO_STATEMENTS = Shape("<p>The article has no statements.</p>\n")
_ENTRIES, _ENTRIES_END = Shape('<ol class="entries">\n'), Shape("</ol>\n")
_ENTRY = Shape(
    '<li class="entry {}" id="s{}"><h3 class="number"><span class="unseen">Statement </span>{}</h3>'
    '<div class="body">{}<p class="meta">{}{}{}</p></div></li>\n'
)
_IN_THE_ARTICLE = Shape(' · <a href="#t{}" aria-label="Statement {} in the article">in the article</a>')
_ANSWERED = lru_cache(maxsize=1024)(
    Shape(" · last answered by <bdi>{}</bdi>, {}")
)  # a minute has many answers


def body(entry: Entry, words: Html, language: Html) -> Html:
    """What is said of a statement wherever it is shown: its `words`, its answers, and its further lines."""
    if entry.excluded is None:
        answers = _replies(entry.replies, entry.speakers)
    else:
        answers = _EXCLUDED(entry.excluded or "no reason given")
    note = _NOTE(entry.note) if entry.note else NOTHING
    return _BODY(language, words, answers, joined(map(_fact, entry.facts)), note)


@lru_cache(maxsize=1024)  # there are few answers, and few who said it
def _replies(replies: tuple[Reply, ...], speakers: str) -> Html:
    return _REPLIES(joined(_reply(reply, speakers if reply.question == SAID else "") for reply in replies))


def _reply(reply: Reply, speakers: str) -> Html:
    who = _WHO(speakers) if speakers else NOTHING
    why = _WHY(reply.why) if reply.why else NOTHING
    return _REPLY(reply.tone, reply.question, who, reply.glyph, reply.word, why)


@lru_cache(maxsize=1024)  # the same source, the same count
def _fact(fact: Fact) -> Html:
    if fact.to:
        return _FACT_ELSEWHERE(fact.label, fact.to, fact.text)
    if fact.pieces:
        return _FACT(fact.label, joined(marked_words(tag, words) for tag, words in fact.pieces))
    return _FACT(fact.label, fact.text)


def marked_words(tag: str, words: str) -> Html:
    """Words of a change, struck out ("del"), new ("ins"), or as they were ("")."""
    shape = _REMOVED if tag == "del" else _ADDED if tag else _KEPT
    return shape(words)


def attention(found: Sequence[Concern], bodies: Mapping[int, Html]) -> Iterator[Html]:
    """What needs the editor's attention, each statement in full; `bodies` has them by their numbers."""
    yield _ATTENTION()
    if not found:
        yield _NOTHING()
    for concern in found:
        yield _CONCERN(concern.title, concern.about)
        if concern.numbers:
            runs = (_NUMBER(a, a) if a == b else _RUN(a, a, b) for a, b in concern.numbers)
            yield _NUMBERS(joined(runs, _COMMA))
        yield from map(_LINE, concern.lines)
        if concern.entries:
            yield _CONCERN_ENTRIES()
            for entry in concern.entries:
                n = entry.number
                yield _CONCERN_ENTRY(entry.tone, n, n, n, bodies[n])
            yield _CONCERN_ENTRIES_END()
        yield _CONCERN_ENDS()
    yield _SECTION_ENDS()


def statements(document: Document, entries: Sequence[Entry], bodies: Mapping[int, Html]) -> Iterator[Html]:
    """Every statement in the order of the text, with a link to its place where the report has the text."""
    yield _STATEMENTS()
    if not entries:
        yield _NO_STATEMENTS()
        yield _SECTION_ENDS()
        return
    has_text = document["article"]["text"] is not None
    yield _ENTRIES()
    for entry in entries:
        n = entry.number
        by = _ANSWERED(entry.by, moment(entry.at or "")) if entry.by else NOTHING
        place = _IN_THE_ARTICLE(n, n) if has_text else NOTHING
        yield _ENTRY(entry.tone, n, n, bodies[n], entry.kind, by, place)
    yield _ENTRIES_END()
    yield _SECTION_ENDS()
