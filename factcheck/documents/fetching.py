"""The document at an address of the web, asked for only because the user named it.

Each hop is looked up once, checked, and connected to at the very address that was checked.
"""

import http.client
import re
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Sequence
from contextlib import suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from msgspec import Struct, field

from factcheck.documents.addresses import Address, is_forbidden, literal
from factcheck.errors import InputRefusedError
from factcheck.version import VERSION

_AT_A_TIME = 2**16
_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_NAME = re.compile(r"(?!-)[a-z0-9-]{1,63}(?<!-)(?:\.(?!-)[a-z0-9-]{1,63}(?<!-))*\.?")
_NUMBER = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|\d+)\.?")
_ODD = re.compile(r"[\s\x00-\x20\x7f\\]")
_KEPT = "%/:=&?~+!$,;'@()*"
"""What stands in an address as it is; all else is written with per cent signs."""
_SAVE = "Open it in a browser, save the page, and import the file."
_ACCEPTED = "text/html,application/xhtml+xml,application/pdf,text/plain,text/markdown,*/*;q=0.5"


def _looked_up(host: str, port: int) -> Sequence[str]:
    return [str(found[4][0]) for found in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]


class Rules(Struct, frozen=True):
    """What may be asked, and how much may come. Seconds are for all hops together; bytes as sent, and decoded."""

    ports: frozenset[int] = frozenset({80, 443})
    forbidden: Callable[[Address, int], bool] = field(default=lambda address, port: is_forbidden(address))
    look_up: Callable[[str, int], Sequence[str]] = _looked_up
    hops: int = 5
    seconds: float = 60.0
    sent: int = 20_000_000
    decoded: int = 60_000_000


class Fetched(Struct, frozen=True):
    """What came: from where in the end, what the server calls it, and in which encoding ("" when it is silent)."""

    url: str
    media_type: str
    charset: str
    content: bytes


def is_url(text: str) -> bool:
    """Whether somebody names an address of the web rather than a file."""
    return text.lower().startswith(("http://", "https://"))


def fetched(url: str, rules: Rules | None = None) -> Fetched:
    """What is at an address. Raises InputRefusedError for whatever is not to be asked or does not answer in full."""
    rules = rules or Rules()
    end = time.monotonic() + rules.seconds
    for _ in range(rules.hops + 1):
        parts = _parts(url, rules)
        addresses = _addresses(parts, rules, end)
        hop = _Hop(parts, addresses, rules, end)
        with hop:
            onward = hop.onward()
            if onward is None:
                return hop.read(url)
        target = urljoin(url, quote(onward, safe=f"{_KEPT}#[]"))
        if parts.scheme == "https" and urlsplit(target).scheme != "https":
            raise InputRefusedError("It leads from a secure address to one that is not.", _SAVE)
        url = target
    raise InputRefusedError(f"It leads on more than {rules.hops} times.", _SAVE)


def _parts(url: str, rules: Rules) -> SplitResult:
    """The parts of an address that may be asked, as far as the words of it tell."""
    try:
        parts = urlsplit(url)
        port = parts.port
        host = (parts.hostname or "").lower()
    except ValueError as error:
        raise _no_address() from error
    if parts.scheme not in {"http", "https"} or not host or _ODD.search(url):
        raise _no_address()
    if parts.username is not None or parts.password is not None:
        raise InputRefusedError("The address names a user or a password.", "Leave them out.")
    if (port or _default(parts)) not in rules.ports:
        raise InputRefusedError("Only the web's own ports are asked (80 and 443).", _SAVE)
    if not host.isascii():
        with suppress(UnicodeError):
            host = host.encode("idna").decode("ascii")
        raise InputRefusedError(
            "The host's name has letters that look like others.", f"If it is meant, name it as {host}."
        )
    if literal(host) is None and (_NUMBER.fullmatch(host) or not _NAME.fullmatch(host)):
        raise _no_address()
    return parts


def _no_address() -> InputRefusedError:
    return InputRefusedError(
        "This is no address of a page on the web.", "Copy it from the browser's address line."
    )


def _default(parts: SplitResult) -> int:
    return 443 if parts.scheme == "https" else 80


def _addresses(parts: SplitResult, rules: Rules, end: float) -> list[Address]:
    """Where the host is. One that is at a forbidden place, too, is not asked at all."""
    host, port = parts.hostname or "", parts.port or _default(parts)
    known = literal(host)
    found = [known] if known is not None else _resolved(host, port, rules, end)
    if not found:
        raise InputRefusedError(
            f"There is no host called {host}.", "Check the address, and whether you are online."
        )
    if any(rules.forbidden(address, port) for address in found):
        raise InputRefusedError(f"{host} is not a public place of the network.", _SAVE)
    return found


def _resolved(host: str, port: int, rules: Rules, end: float) -> list[Address]:
    answers: list[str] = []

    def ask() -> None:
        with suppress(OSError, UnicodeError):
            answers.extend(rules.look_up(host, port))

    asking = threading.Thread(target=ask, daemon=True)  # the system's look-up knows no time limit
    asking.start()
    asking.join(max(end - time.monotonic(), 0))
    if asking.is_alive():
        raise _too_long()
    return [ip_address(answer) for answer in answers]


class _Hop:
    """One question and its answer; whatever it does, it ends in time."""

    def __init__(self, parts: SplitResult, addresses: Sequence[Address], rules: Rules, end: float) -> None:
        self._parts = parts
        self._addresses = addresses
        self._rules = rules
        self._end = end
        self._is_over = False
        self._socket: socket.socket | None = None
        self._answer: Any = None
        self._timer = threading.Timer(max(end - time.monotonic(), 0), self._stop)

    def __enter__(self) -> "_Hop":
        self._timer.daemon = True
        self._timer.start()
        try:
            self._answer = self._asked()
        except BaseException:
            self._close()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._close()

    def _close(self) -> None:
        self._timer.cancel()
        if self._answer is not None:
            self._answer.close()
        if self._socket is not None:
            self._socket.close()

    def _stop(self) -> None:
        """End a read that waits for a server that sends a byte now and then."""
        self._is_over = True
        if self._socket is not None:
            with suppress(OSError):
                self._socket.shutdown(socket.SHUT_RDWR)

    def _asked(self) -> http.client.HTTPResponse:
        parts = self._parts
        port = parts.port or _default(parts)
        connection = http.client.HTTPConnection(parts.hostname or "", port)
        path = quote(parts.path or "/", safe=_KEPT) + (
            f"?{quote(parts.query, safe=_KEPT)}" if parts.query else ""
        )
        try:
            connection.sock = self._socket = self._connected(port)
            connection.request("GET", path, headers=self._headers())
            return connection.getresponse()
        except ssl.SSLError as error:
            raise self._refusal("It does not prove who it is (its certificate).") from error
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._refusal("It does not answer as the web does.") from error

    def _headers(self) -> dict[str, str]:
        host, port = self._parts.hostname or "", self._parts.port
        shown = f"[{host}]" if ":" in host else host
        return {
            "Host": shown if port in (None, _default(self._parts)) else f"{shown}:{port}",
            "User-Agent": f"factcheck/{VERSION}",
            "Accept": _ACCEPTED,
            "Accept-Encoding": "gzip",
            "Connection": "close",
        }

    def _connected(self, port: int) -> socket.socket:
        """A connection to an address that was checked; the name is not looked up again."""
        failure: OSError = OSError("no address")
        for address in self._addresses:
            try:
                self._socket = socket.create_connection((str(address), port), timeout=self._left())
                break
            except OSError as error:
                failure = error
        else:
            raise failure
        if self._parts.scheme == "http":
            return self._socket
        context = ssl.create_default_context()
        return context.wrap_socket(self._socket, server_hostname=self._parts.hostname)

    def _left(self) -> float:
        return max(self._end - time.monotonic(), 0.001)

    def onward(self) -> str | None:
        """Where it leads on to; None when the answer is here."""
        answer = self._answer
        if answer.status in _REDIRECTS:
            target = answer.getheader("Location")
            if not target:
                raise InputRefusedError("It leads on to nowhere.", _SAVE)
            return str(target)
        if answer.status != 200:
            raise InputRefusedError(f"It answers {answer.status} instead of a page.", _SAVE)
        return None

    def read(self, url: str) -> Fetched:
        """The answer, whole and decoded. Raises InputRefusedError."""
        answer = self._answer
        told = answer.getheader("Content-Length") or ""
        if told.isdecimal() and int(told) > self._rules.sent:
            raise _too_large()
        coding = (answer.getheader("Content-Encoding") or "identity").strip().lower()
        content, received = bytearray(), 0
        unpacking = _Unpacking(coding)
        try:
            while part := answer.read(_AT_A_TIME):
                received += len(part)
                content += unpacking.unpacked(part, self._rules.decoded - len(content) + 1)
                if received > self._rules.sent or len(content) > self._rules.decoded:
                    raise _too_large()
                if time.monotonic() > self._end:
                    raise _too_long()
        except (OSError, http.client.HTTPException, zlib.error) as error:
            raise self._refusal("It stopped before its end.") from error
        if self._is_over:
            raise _too_long()
        if not unpacking.is_whole or (told.isdecimal() and received != int(told)):
            raise InputRefusedError("It stopped before its end.", "Try again.")
        kind = answer.headers.get_content_type() if answer.getheader("Content-Type") else ""
        return Fetched(url, kind, str(answer.headers.get_content_charset() or ""), bytes(content))

    def _refusal(self, sentence: str) -> InputRefusedError:
        if self._is_over or time.monotonic() >= self._end:
            return _too_long()
        return InputRefusedError(sentence, _SAVE)


class _Unpacking:
    """Undoes how an answer was packed for the way, never more of it than is allowed."""

    def __init__(self, coding: str) -> None:
        if coding not in {"identity", "gzip", "x-gzip"}:
            raise InputRefusedError("It is packed in a way that was not asked for.", _SAVE)
        self._gzip = None if coding == "identity" else zlib.decompressobj(zlib.MAX_WBITS | 16)

    def unpacked(self, part: bytes, most: int) -> bytes:
        """At most so many bytes of what a part holds. Raises zlib.error."""
        return part if self._gzip is None else self._gzip.decompress(part, max(most, 1))

    @property
    def is_whole(self) -> bool:
        """Whether its end has come."""
        return self._gzip is None or self._gzip.eof


def _too_long() -> InputRefusedError:
    return InputRefusedError("It takes too long to answer.", _SAVE)


def _too_large() -> InputRefusedError:
    return InputRefusedError("It is larger than is allowed.", _SAVE)
