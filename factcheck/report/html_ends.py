"""What stands around the statements in the HTML page: what it is of, the counts, the sources, what is missing."""

from collections.abc import Iterator, Mapping
from typing import Any

from factcheck.report.checks import Document
from factcheck.report.markup import NOTHING, Html, Shape, joined
from factcheck.report.people import checkers
from factcheck.report.reading import called, counted, dates, label, moment, source_name
from factcheck.report.sealed import Sealed
from factcheck.report.signed import notices, stamp
from factcheck.report.vocabulary import GLYPHS, QUESTIONS, words

_TOP = Shape("""<a class="skip" href="#statements">Skip to the statements</a>
<header>
<p class="kicker">Fact-check report{}</p>
<h1 dir="auto"{}>{}</h1>
""")
_STAMP = Shape(' <span class="stamp">{}</span>')
_NOTICE = Shape('<p class="notice">{}</p>\n')
_IDENTITY = Shape("""<dl class="identity">
<div><dt>Slug</dt><dd><bdi>{}</bdi></dd></div>
<div><dt>Draft</dt><dd>{} · {} characters</dd></div>
{}<div><dt>Dateline</dt><dd><bdi>{}</bdi></dd></div>
<div><dt>Checked by</dt><dd><bdi>{}</bdi></dd></div>
<div><dt>Answers given</dt><dd>{}</dd></div>
<div><dt>From</dt><dd><bdi>{}</bdi> · {} · {} bytes</dd></div>
<div class="wide"><dt>SHA-256 of the text</dt><dd class="hash">{}</dd></div>
</dl>
""")
_NAMED = Shape("<div><dt>{}</dt><dd><bdi>{}</bdi></dd></div>\n")
_ONE_DAY, _TO = Shape('<span class="whole">{}</span>'), Html(" to ")
_COUNTS = Shape("""<div class="overview">
<table class="counts">
<caption>{}, {}</caption>
<thead><tr><th scope="col">Answer</th><th scope="col">said</th><th scope="col">so</th></tr></thead>
<tbody>
{}</tbody>
<tfoot><tr><th scope="row">asked of</th><td>{}</td><td>{}</td></tr></tfoot>
</table>
""")
_COUNT = Shape(
    '<tr class="{}"><th scope="row"><span class="glyph" aria-hidden="true">{}</span> {}</th>{}</tr>\n'
)
_SOME, _NO = Shape("<td>{}</td>"), Shape('<td class="none">{}</td>')
_PROGRESS = Shape("""<div>
<p class="progress"><b>{}</b> done, <b>{}</b> open, <b>{}</b> to recheck, <b>{}</b> excluded</p>
<dl class="legend">
<div><dt>said</dt><dd>{}</dd></div>
<div><dt>so</dt><dd>{}</dd></div>
<div><dt>unverified</dt><dd>{}</dd></div>
<div><dt>left to the speaker</dt><dd>{}</dd></div>
</dl>
</div>
</div>
</header>
""")

_SOURCES = Shape("""<section aria-labelledby="sources">
<h2 id="sources">Sources</h2>
{}</section>
""")
_SOURCE_TABLE = Shape("""<table class="sources">
<thead><tr><th scope="col">Source</th><th scope="col">What it is</th><th scope="col">Where it is</th>\
<th scope="col">Statements</th></tr></thead>
<tbody>
{}</tbody>
</table>
""")
_SOURCE = Shape(
    '<tr id="source{}"><th scope="row"><bdi>{}</bdi>{}</th><td>{}{}{}</td>'
    '<td class="address"><bdi>{}</bdi>{}</td><td>{}</td></tr>\n'
)
_CREATOR = Shape(", <bdi>{}</bdi>")
_TIER = Shape(", {}")
_INTERNAL = Html(", internal")
_KEPT = Shape(
    '<span class="file"><span class="label">SHA-256 of the kept file</span> <span class="hash">{}</span></span>'
)
_CITED = Shape('<a href="#s{}" aria-label="Statement {}">{}</a>')
_COMMA, _DASH = Html(", "), Html("–")
_NO_SOURCE = Html(
    "<p>No source is on record. The verdicts above rest on what the checker saw,"
    " and this report cannot say what that was.</p>\n"
)

_NOT_CHECKED = Shape("""<section aria-labelledby="not-checked">
<h2 id="not-checked">What was not checked, and why</h2>
{}</section>
""")
_OMISSIONS = Shape("""<table class="not-checked">
<thead><tr><th scope="col">Text</th><th scope="col">Why</th><th scope="col">Place</th></tr></thead>
<tbody>
{}</tbody>
</table>
""")
_OMISSION = Shape(
    '<tr id="x{}"><td dir="auto"{} class="exact">{}</td><td><bdi>{}</bdi></td><td>{}–{}</td></tr>\n'
)
_NOTHING_LEFT_OUT = Html(
    "<p>Nothing was left out: every character of the text that is not blank is in a statement.</p>\n"
)


def header(sealed: Sealed, document: Document, language: Html) -> Iterator[Html]:
    """What the report is of, what has to be known before anything else is read, and the counts."""
    article = document["article"]
    stamped = stamp(sealed, document)
    yield _TOP(_STAMP(stamped) if stamped else NOTHING, language, article["title"])
    yield from map(_NOTICE, notices(document))
    source = article["source"]
    yield _IDENTITY(
        article["slug"],
        article["draft"],
        article["text_chars"],
        joined(_NAMED(name.capitalize(), article[name]) for name in ("author", "editor") if article[name]),
        article["dateline"] or "not set",
        ", ".join(checkers(document)) or "nobody yet",
        _when(document),
        source["name"],
        source["media_type"],
        source["bytes"],
        article["text_sha256"],
    )
    yield from _overview(document)


def _when(document: Document) -> object:
    days = dates(document)
    return joined(map(_ONE_DAY, map(moment, dict.fromkeys(days))), _TO) if days else "none yet"


def _overview(document: Document) -> Iterator[Html]:
    summary, meaning = document["summary"], document["tool"]["vocabulary"]["meaning"]
    said, so = (summary[question] for question in QUESTIONS)
    rows = (
        _COUNT(name, sign, called(document, name), joined(_count(counts.get(name)) for counts in (said, so)))
        for name, sign in GLYPHS.items()
    )
    yield _COUNTS(
        counted(summary["statements"], "statement"),
        counted(summary["verdicts"], "verdict"),
        joined(rows),
        said["asked"],
        so["asked"],
    )
    states = summary["states"]
    yield _PROGRESS(
        states["done"],
        states["untouched"] + states["in_progress"],
        states["recheck"],
        states["excluded"],
        *(meaning[name] for name in ("said", "so", "unverified", "left_to_speaker")),
    )


def _count(number: int | None) -> Html:
    return _SOME(number) if number else _NO(_DASH if number is None else number)


def sources(document: Document) -> Iterator[Html]:
    """Where it was looked up, and in which statements."""
    if not document["sources"]:
        yield _SOURCES(_NO_SOURCE)
        return
    citing = _citing(document)
    rows = (_source(n, one, citing.get(one["id"], [])) for n, one in enumerate(document["sources"], 1))
    yield _SOURCES(_SOURCE_TABLE(joined(rows)))


def _source(number: int, source: Mapping[str, Any], cited: list[int]) -> Html:
    creator, tier, sha256 = (source.get(name) for name in ("creator", "tier", "sha256"))
    return _SOURCE(
        number,
        source_name(source),
        _CREATOR(creator) if creator else NOTHING,
        words(source["kind"]),
        _TIER(tier) if tier else NOTHING,
        _INTERNAL if source.get("level") == "internal" else NOTHING,
        source.get("uri") or _DASH,
        _KEPT(sha256) if sha256 else NOTHING,
        joined((_CITED(n, n, n) for n in cited), _COMMA) if cited else _DASH,
    )


def _citing(document: Document) -> dict[str, list[int]]:
    """The numbers of the statements that cite each source, by its id."""
    found: dict[str, list[int]] = {}
    for statement in document["statements"]:
        for source in dict.fromkeys(c["source"] for c in statement["citations"]):
            found.setdefault(source, []).append(statement["number"])
    return found


def not_checked(document: Document, language: Html) -> Iterator[Html]:
    """What is in no statement, and why."""
    if not document["not_checked"]:
        yield _NOT_CHECKED(_NOTHING_LEFT_OUT)
        return
    text = document["article"]["text"]
    rows = []
    for n, one in enumerate(document["not_checked"], 1):
        start, end = one["start"], one["end"]
        why = label(document, "reason", one["reason"]) or "no reason given"
        rows.append(_OMISSION(n, language, _DASH if text is None else text[start:end], why, start, end))
    yield _NOT_CHECKED(_OMISSIONS(joined(rows)))
