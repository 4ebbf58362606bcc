"""A web page to its article: the words, the headings and captions, and what the page says of itself."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from factcheck.documents.document import Proposals, Taken
from factcheck.documents.html_rest import missed, words_of
from factcheck.documents.html_source import decoded, refuse_bombs
from factcheck.documents.sheet import Piece, Sheet, counted
from factcheck.domain.article import BlockKind
from factcheck.errors import InputRefusedError

if TYPE_CHECKING:
    from lxml.html import HtmlElement

IMPORTER = "html 1"
_BLOCKS = frozenset(
    "ab body code div head item list p quote row table "  # what the extraction calls them
    "article aside blockquote caption dd dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main "
    "nav ol pre section tr ul".split()
)
_CELLS = frozenset({"cell", "td", "th"})
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d]*[1-9])|opacity\s*:\s*0(?![.\d]*[1-9])",
    re.IGNORECASE,
)
_EMPTY = ("there is no text in it.", "Open the page in a browser and copy the article.")
_SMALL_PART = 5
"""Fewer than one word in so many taken for the article: that is said."""
_REPEATED = 3
"""Words that a repeated paragraph has at least; shorter ones are labels."""
_FEW = 40
"""Words that say nothing about proportions."""


def take(content: bytes, options: dict[str, str], told: Callable[[int, int], None]) -> Taken:
    """The article in a page (trafilatura, rather too much than too little). Raises InputRefusedError."""
    import trafilatura

    page, encoding, warnings = decoded(content, options)
    refuse_bombs(page)
    told(1, 4)
    tree = _tree(page)
    told(2, 4)
    found: Any = trafilatura.bare_extraction(  # Any: it has no types of its own
        page, url=options.get("url"), favor_recall=True, include_comments=False, with_metadata=True
    )
    told(3, 4)
    sheet = Sheet(warnings=warnings)
    if found is not None:
        sheet.proposals = _proposals(found)
    if found is None or found.body is None:
        for words, kind in _blocks(tree.find("body")):
            sheet.add([Piece(words)], kind=kind)
        sheet.warnings.append("No article was found in the page, so all of its text was taken.")
    else:
        blocks = _with_missed(sheet, list(_blocks(found.body)), tree)
        _add_headline(sheet, blocks, tree)
        for words, kind in blocks:
            sheet.add([Piece(words)], kind=kind)
        _add_captions(sheet, blocks, tree)
    _judge(sheet, tree)
    return sheet.taken(encoding)


def _tree(page: str) -> "HtmlElement":
    """The page's own tree, without what is not text. Raises InputRefusedError when there is nothing in it."""
    from lxml import etree, html

    # Encoded again, as a page that names an encoding in an XML declaration is refused as characters.
    parser = html.HTMLParser(encoding="utf-8", no_network=True, huge_tree=False, remove_comments=True)
    try:
        tree = html.document_fromstring(page.encode("utf-8", "replace"), parser=parser, ensure_head_body=True)
    except etree.ParserError as error:
        raise InputRefusedError(*_EMPTY) from error
    for element in list(tree.iter("script", "style", "template", "noscript", "head")):
        element.drop_tree()
    return tree


def _proposals(found: Any) -> Proposals:
    return Proposals(
        title=str(found.title or ""),
        author=str(found.author or ""),
        date=str(found.date or ""),
        source=str(found.sitename or found.url or ""),
    )


def _blocks(body: Any) -> Iterator[tuple[str, BlockKind | None]]:
    """The paragraphs of the article's tree, in order, without recursion: how deep it is, a stranger says."""
    from lxml import etree

    words: list[str] = []
    kind: BlockKind | None = None
    for event, element in etree.iterwalk(body, events=("start", "end")):
        tag = element.tag if isinstance(element.tag, str) else ""
        if event == "start":
            if tag in _BLOCKS:
                yield "".join(words), kind
                words, kind = [], _heading(element) if tag == "head" else None
            elif tag in {"lb", "br"}:
                words.append("\n")
            if tag in _CELLS and "".join(words).strip():
                words.append("\t")
            words.append(element.text or "")
        else:
            if tag in _BLOCKS:
                yield "".join(words), kind
                words, kind = [], None
            words.append(element.tail or "" if element is not body else "")
    yield "".join(words), kind


def _heading(element: Any) -> BlockKind:
    return BlockKind.HEADLINE if element.get("rend") == "h1" else BlockKind.SUBHEAD


def _with_missed(
    sheet: Sheet, blocks: list[tuple[str, BlockKind | None]], tree: "HtmlElement"
) -> list[tuple[str, BlockKind | None]]:
    """The blocks with the paragraphs that the extraction left out, each behind the one that it follows."""
    lines = [" ".join(words.split()) for words, _ in blocks]
    found = missed(tree, lines)
    behind: dict[int, list[tuple[str, BlockKind | None]]] = {}
    at = 0
    last: str | None = None
    for one in found:
        if (
            one.behind != last
        ):  # they stand in the order of the page, so one look through the blocks is enough
            sought = one.behind or ""
            at = next((n for n in range(max(at, 1), len(lines) + 1) if sought in lines[n - 1]), at)
        behind.setdefault(at, []).append((one.words, None))
        last = one.words
    blocks = [
        *behind.get(0, ()),
        *(x for n, block in enumerate(blocks, 1) for x in (block, *behind.get(n, ()))),
    ]
    if found:
        sheet.warnings.append(
            f"{counted(len(found), 'paragraph')} that the usual extraction leaves out stand like the others, and were taken."
        )
    return blocks


def _add_headline(sheet: Sheet, blocks: list[tuple[str, BlockKind | None]], tree: "HtmlElement") -> None:
    """Put the page's own headline over the article where the extraction left it out."""
    heads = [words_of(one) for one in tree.iter("h1")]
    headline = next((words for words in heads if words), "")
    if headline and len(heads) == 1 and headline not in {" ".join(words.split()) for words, _ in blocks}:
        sheet.add([Piece(headline)], kind=BlockKind.HEADLINE)


def _add_captions(sheet: Sheet, blocks: list[tuple[str, BlockKind | None]], tree: "HtmlElement") -> None:
    """Put the captions of the article's pictures under it: they are checked too, and extractions drop them."""
    known = " ".join(" ".join(words.split()) for words, _ in blocks)
    for caption in tree.xpath("//article//figcaption | //main//figcaption"):
        words = words_of(caption)
        if words and words not in known:
            sheet.add([Piece(words)], kind=BlockKind.CAPTION)
            known += f" {words}"


def _judge(sheet: Sheet, tree: "HtmlElement") -> None:
    """Say when much of the page was left out, and when what the page hides was taken."""
    text = sheet.taken().text
    taken, there = len(text.split()), len(words_of(tree).split())
    if there > _FEW and taken * _SMALL_PART < there:
        sheet.warnings.append(
            f"{taken:,} of the page’s {there:,} words were taken for the article: look whether all of it is there."
        )
    whole = " ".join(text.split())
    if repeated := _repeated(tree, whole):
        sheet.warnings.append(f"{repeated} paragraphs that the page repeats word for word were taken once.")
    hidden = [one for one in tree.iter() if _is_hidden(one) and (words := words_of(one)) and words in whole]
    if hidden:
        sheet.warnings.append(
            f"Text that the page hides from its readers is in it ({counted(len(hidden), 'place')})."
        )
    if not whole:
        raise InputRefusedError(*_EMPTY)


def _repeated(tree: "HtmlElement", whole: str) -> int:
    """How many paragraphs the extraction took for a repetition and left out."""
    counts = Counter(words_of(one) for one in tree.iter("p"))
    often = [
        (words, count) for words, count in counts.items() if count > 1 and len(words.split()) >= _REPEATED
    ]
    return sum(max(count - whole.count(words), 0) for words, count in often[:100] if words in whole)


def _is_hidden(element: Any) -> bool:
    return element.get("hidden") is not None or bool(_HIDDEN.search(element.get("style") or ""))
