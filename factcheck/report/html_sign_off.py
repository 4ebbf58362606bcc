"""The end of the HTML page: who stands behind it, and how to check that."""

import hashlib
from collections.abc import Iterator, Sequence

from factcheck.report.checks import Document
from factcheck.report.markup import NOTHING, Html, Shape, joined
from factcheck.report.reading import moment
from factcheck.report.sealed import Sealed
from factcheck.report.signed import Decision, check_command, extraction, signer, still_open

_BEGINS = Shape("""<section aria-labelledby="sign-off">
<h2 id="sign-off">Sign-off, and how to check this copy</h2>
""")
_SIGNED_OFF = Shape("""<dl class="hand">
<div><dt>Signed off by</dt><dd><bdi>{}</bdi>{} · <span class="whole">{}</span></dd></div>
<div><dt>In these words</dt><dd><bdi>{}</bdi></dd></div>
{}{}</dl>
""")
_ROLE = Shape(", <bdi>{}</bdi>")
_OPEN = Shape("<div><dt>Still open</dt><dd><bdi>{}</bdi></dd></div>\n")
_KEY = Shape('<div><dt>{}</dt><dd class="hash"><bdi>{}</bdi></dd></div>\n')
_DECIDED = Shape("""<dl class="hand">
<div><dt>Countersigned by</dt><dd><bdi>{}</bdi>{}{}</dd></div>
<div><dt>Decision</dt><dd><b>{}</b>{}</dd></div>
{}</dl>
""")
_AT = Shape(' · <span class="whole">{}</span>')
_REMARK = Shape(": <bdi>{}</bdi>")
_NOT_COUNTERSIGNED = Shape("<p>No editor has countersigned this copy.</p>\n")
_WORKING_COPY = Shape(
    "<p><strong>This is an unsigned working copy.</strong> Nobody has signed off this state of the draft."
    " It shows where the work stood when it was made, may have been overtaken since,"
    " and carries no signature that could be checked.</p>\n"
)
_NO_SIGNATURE = Shape(
    "<p><strong>No signature is with this copy.</strong>"
    " What stands above is only said, and cannot be checked.</p>\n"
)
_HOW = Shape("""<h3>How to check it</h3>
<p>This page is a rendering of <code>report.json</code>, which it carries inside{}. A page cannot vouch for itself. \
The SHA-256 of those bytes:</p>
<p class="hash">{}</p>
""")
_WITH_SIGNATURES = Html(" with the signatures")
_WITH_TOOLS = Shape("""\
<p>With factcheck installed, saved as <code>report.html</code>: this also compares the page with what it carries.</p>
<pre tabindex="0" role="region" aria-label="Command with factcheck">\
factcheck verify report.html --allowed-signers allowed_signers</pre>
<p>Without it, take the report and its signature out of this file and ask OpenSSH:</p>
<pre tabindex="0" role="region" aria-label="Commands of the system">{}
{}
{}</pre>
<p><code>allowed_signers</code> is your newsroom’s own list of names and keys. \
One that came together with this page proves nothing.</p>
""")
_BY_HASH = Shape(
    r"""<p>To take them out of this file, saved as <code>report.html</code>, and compare:</p>
<pre tabindex="0" role="region" aria-label="Commands of the system">"""
    r"""sed -n 's/.*id="factcheck-report"&gt;\([^&lt;]*\)&lt;.*/\1/p' report.html | base64 -d | sha256sum</pre>
"""
)
_PROVES = Shape(
    "<p>The same hash says that the data was not changed on its way{} the true time, that the work was done,"
    " or that no newer report exists.</p>\n"
)
_SIGNED_PROVES = Html(", a good signature who has signed it. Neither shows")
_HASH_PROVES = Html(". It does not say who made it. Nor does it show")
_LOG = Shape("""<table class="audit">
<caption>The log behind this report</caption>
<thead><tr><th scope="col">Device</th><th scope="col">Events</th><th scope="col">Head of the chain</th></tr></thead>
<tbody>
{}</tbody>
</table>
<p class="meta">Report {}, revision {} · {} {} · extractor {}</p>
</section>
""")
_HEAD = Shape('<tr><th scope="row"><bdi>{}</bdi></th><td>{}</td><td class="hash">{}</td></tr>\n')


def sign_off(sealed: Sealed, document: Document, decided: Sequence[Decision]) -> Iterator[Html]:
    """Who signed and countersigned, how to find out whether that is so, and what it cannot prove."""
    is_signed, has_signer = sealed.signature is not None, bool(document["signoff"])
    yield _BEGINS()
    if has_signer:
        yield _signed_off(document)
    yield from map(_decided, decided)
    if is_signed and not decided:
        yield _NOT_COUNTERSIGNED()
    if not has_signer:
        yield _WORKING_COPY()
    elif not is_signed:
        yield _NO_SIGNATURE()
    yield _HOW(_WITH_SIGNATURES if is_signed else NOTHING, hashlib.sha256(sealed.report).hexdigest())
    if is_signed and has_signer:
        parts = ("factcheck-report", "report.json"), ("factcheck-signature", "report.json.sig")
        yield _WITH_TOOLS(*(extraction(name, file) for name, file in parts), check_command(document))
    else:
        yield _BY_HASH()
    yield _PROVES(_SIGNED_PROVES if is_signed else _HASH_PROVES)
    heads = (_HEAD(one["device"], one["events"], one["head"]) for one in document["audit"])
    tool = document["tool"]
    made = (document["report_id"], document["revision"], tool["name"], tool["version"], tool["extractor"])
    yield _LOG(joined(heads), *made)


def _signed_off(document: Document) -> Html:
    who, signoff, left = signer(document), document["signoff"], still_open(document)
    return _SIGNED_OFF(
        who["name"],
        _ROLE(who["role"]) if who["role"] else NOTHING,
        moment(signoff["at"]),
        signoff["sentence"],
        _OPEN(", ".join(left)) if left else NOTHING,
        _key(who["principal"], who["key"]),
    )


def _decided(one: Decision) -> Html:
    return _DECIDED(
        one.by or "nobody named",
        _ROLE(one.role) if one.role else NOTHING,
        _AT(one.at) if one.at else NOTHING,
        one.words,
        _REMARK(one.remark) if one.remark else NOTHING,
        _key(one.principal, one.key),
    )


def _key(principal: str, key: str) -> Html:
    return joined(_KEY(name, value) for name, value in (("Signs as", principal), ("Key", key)) if value)
