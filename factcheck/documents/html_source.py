"""A web page's bytes to characters, and a look at it before any parser has it: nothing is guessed, bombs are refused."""

import codecs
import re

from factcheck.errors import InputRefusedError

_SAVE = "Copy the article's text from the browser, or save the page anew, and import that."
_BOMS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_META = re.compile(rb"<meta[^>]{0,500}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_.:-]{1,40})", re.IGNORECASE)
_LOOKED_AT = 4096
"""Bytes in which a page may say how it is encoded; the HTML standard reads 1024."""
_AS_BROWSERS_DO = {
    "iso-8859-1": "cp1252",
    "latin-1": "cp1252",
    "latin1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
}
"""What pages call so is decoded like this by every browser (the Encoding Standard's labels)."""
_TAG = re.compile(r"<(/?)([a-zA-Z][^\s/>]*)([^>]*)>")
_QUOTED = re.compile(r"\"[^\"]*\"|'[^']*'")
"""An attribute's value: pages keep whole articles and drawings in one."""
_VOID = frozenset(
    "area base br col embed hr img input link meta param source track wbr p li td tr th".split()
)
_DEEPEST, _MOST_ATTRIBUTES, _MOST_TAGS = 400, 2_000, 1_000_000
_SPOILED = 1_000
"""One character in so many may be undecodable; a page with more is not in that encoding."""


def decoded(content: bytes, options: dict[str, str]) -> tuple[str, str, list[str]]:
    """The page's characters, its encoding, and what was odd. `options` may name the `encoding`, which is then
    believed, or the `charset` of an answer over the network. Raises InputRefusedError.
    """
    told = options.get("encoding") or declared(content) or options.get("charset")
    encoding = _AS_BROWSERS_DO.get((told or "utf-8").lower(), told or "utf-8")
    try:
        return _without_mark(content.decode(encoding)), encoding, []
    except LookupError as error:
        raise InputRefusedError("it says that it is in an encoding that there is not.", _named()) from error
    except UnicodeError as error:
        if told is None or options.get("encoding"):
            raise InputRefusedError(
                f"it is not text in {encoding}, and says no encoding.", _named()
            ) from error
    text = content.decode(encoding, errors="replace")
    spoiled = text.count("\ufffd")
    if spoiled * _SPOILED > len(text) + _SPOILED:
        raise InputRefusedError(f"it says that it is in {encoding}, and is not.", _named())
    return _without_mark(text), encoding, [f"{spoiled} characters could not be decoded and stand as �."]


def declared(content: bytes) -> str | None:
    """The encoding that a page says itself that it has."""
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return encoding
    found = _META.search(content[:_LOOKED_AT])
    return found[1].decode("ascii").lower() if found else None


def _without_mark(text: str) -> str:
    return text.removeprefix("\ufeff")


def _named() -> str:
    return "Name its encoding, for example --encoding cp1252, and look at the result."


def refuse_bombs(page: str) -> None:
    """Refuse what parsers choke on, or drop in silence: tags nested without end, tags with endless attributes."""
    depth = deepest = 0
    for count, found in enumerate(_TAG.finditer(page)):
        if found[2].lower() not in _VOID and not found[3].endswith("/"):
            depth = max(depth - 1, 0) if found[1] else depth + 1
            deepest = max(deepest, depth)
        if len(found[3]) > _MOST_ATTRIBUTES and len(_QUOTED.sub("", found[3]).split()) > _MOST_ATTRIBUTES:
            raise InputRefusedError(f"one of its tags has more than {_MOST_ATTRIBUTES:,} attributes.", _SAVE)
        if deepest > _DEEPEST:
            raise InputRefusedError(f"its tags are nested more than {_DEEPEST} deep.", _SAVE)
        if count >= _MOST_TAGS:
            raise InputRefusedError(f"it has more than {_MOST_TAGS:,} tags.", _SAVE)
