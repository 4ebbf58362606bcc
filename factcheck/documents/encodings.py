"""A proposal for the encoding of a text that does not say it. It is shown and confirmed, never taken in silence."""

import codecs

_LOOKED_AT = 100_000
_TELLING = 12
"""So many characters beyond ASCII tell something; with fewer, one guess is as good as another."""
_USUAL = ("cp1252", "latin-1")
_NEVER = ("utf_16", "utf_32", "utf_7", "utf_8")
"""These say so themselves, or were tried; guessed, they turn letters into Chinese."""


def proposed(content: bytes) -> str | None:
    """The encoding that a text may be in; None for what is no text. The guess of a short text is western Europe's."""
    if b"\x00" in content:
        return None
    part = content[:_LOOKED_AT]
    part = part[: part.rfind(b"\n") + 1] or part
    if sum(byte > 127 for byte in part) >= _TELLING:
        from charset_normalizer import from_bytes

        for match in from_bytes(part, explain=False):
            if not match.encoding.startswith(_NEVER) and _fits(content, match.encoding):
                return codecs.lookup(match.encoding).name
    return next((name for name in _USUAL if _fits(content, name)), None)


def _fits(content: bytes, encoding: str) -> bool:
    try:
        content.decode(encoding)
    except (UnicodeError, LookupError):
        return False
    return True
