"""Pages of the web, asked for by name only: from public places, pinned, in time, whole, and of a known size."""

import gzip
import socket
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ipaddress import ip_address

import pytest

from factcheck.documents.addresses import Address, is_forbidden
from factcheck.documents.fetching import Rules, fetched
from factcheck.documents.intake import document_at
from factcheck.errors import InputRefusedError
from tests.conftest import FIXTURES

PAGE = b"<!doctype html><html><body><article><h1>Ferry late</h1><p>It is late, said the mayor.</p></article>"
ASKED: list[str] = []
"""What the server was asked for, with the host that was named."""


class Stage(BaseHTTPRequestHandler):
    """Plays a part for each path."""

    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        ASKED.append(f"{self.headers['Host']}{self.path}")
        part: Callable[[], None] = getattr(self, f"play_{self.path.strip('/').split('?')[0].split('/')[0]}")
        with suppress(OSError):  # whoever asked has left
            part()

    def answer(self, content: bytes, status: int = 200, **headers: str) -> None:
        self.send_response(status)
        for name, value in (
            {"content_length": str(len(content)), "content_type": "text/html"} | headers
        ).items():
            self.send_header(name.replace("_", "-"), value)
        self.end_headers()
        self.wfile.write(content)
        self.close_connection = True

    def play_page(self) -> None:
        self.answer(PAGE)

    def play_packed(self) -> None:
        self.answer(gzip.compress(PAGE), content_encoding="gzip")

    def play_cut(self) -> None:
        self.answer(gzip.compress(PAGE)[:-9], content_encoding="gzip")

    def play_short(self) -> None:
        self.answer(PAGE, content_length="9999")

    def play_bomb(self) -> None:
        self.answer(gzip.compress(bytes(3_000_000)), content_encoding="gzip")

    def play_large(self) -> None:
        self.answer(b"", content_length="99999999999")

    def play_brotli(self) -> None:
        self.answer(PAGE, content_encoding="br")

    def play_missing(self) -> None:
        self.answer(b"none", 404)

    def play_once(self) -> None:
        self.answer(b"", 302, location="/page?so=1")

    def play_round(self) -> None:
        self.answer(b"", 301, location="/round")

    def play_inside(self) -> None:
        self.answer(b"", 307, location="http://10.0.0.1/page")

    def play_away(self) -> None:
        self.answer(b"", 302, location=f"http://other.example:{self.connection.getsockname()[1]}/page")

    def play_file(self) -> None:
        self.answer(b"", 302, location="file:///etc/hostname")

    def play_nowhere(self) -> None:
        self.answer(b"", 302)

    def play_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        while True:
            self.wfile.write(b"<p>so</p>" * 9_000)

    def play_slow(self) -> None:
        self.send_response(200)
        self.end_headers()
        while not HELD.wait(0.02):
            self.wfile.write(b" ")

    def play_silent(self) -> None:
        HELD.wait()

    def play_garbage(self) -> None:
        self.wfile.write(b"\x00\x01\x02 nothing of the kind\r\n" * 9)
        self.close_connection = True

    def play_cp1252(self) -> None:
        self.answer("<p>Café “so”</p>".encode("cp1252"), content_type="text/html; charset=windows-1252")

    def play_text(self) -> None:
        self.answer(b"The ferry is late.\n", content_type="text/plain; charset=utf-8")

    def log_message(self, *_: object) -> None:
        pass


HELD = threading.Event()


@pytest.fixture(scope="module")
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Stage)
    server.daemon_threads = True
    running = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    running.start()
    yield server.server_address[1]
    HELD.set()
    server.shutdown()
    running.join()
    server.server_close()


def rules(
    port: int, look_up: Callable[[str, int], Sequence[str]] = lambda host, port: ["127.0.0.1"], **more: float
) -> Rules:
    """The rules, but for the server of this test."""

    def forbidden(address: Address, asked: int) -> bool:
        return is_forbidden(address) and (str(address), asked) != ("127.0.0.1", port)

    return Rules(ports=frozenset({80, 443, port}), forbidden=forbidden, look_up=look_up, **more)  # type: ignore[arg-type]  # named in the test


def at(port: int, path: str) -> str:
    return f"http://ferry.example:{port}/{path}"


@pytest.mark.parametrize("path", ["page", "packed", "once"])
def test_a_page_comes_whole_also_packed_and_after_a_redirect(port: int, path: str) -> None:
    found = fetched(at(port, path), rules(port))
    assert (found.content, found.media_type) == (PAGE, "text/html")
    assert found.url == at(port, "page?so=1" if path == "once" else path)
    assert ASKED[-1].startswith(f"ferry.example:{port}/")


def test_a_page_becomes_a_document_that_says_where_it_is_from(port: int) -> None:
    document = document_at(at(port, "page?key=secret#top"), rules=rules(port))
    assert document.text == "Ferry late\n\nIt is late, said the mayor."
    assert (document.provenance.name, document.original) == (at(port, "page"), PAGE)
    assert document.address == at(port, "page?key=secret#top")
    assert "secret" not in repr(document.provenance)
    assert document_at(at(port, "cp1252"), rules=rules(port)).text == "Café “so”"
    assert document_at(at(port, "text"), rules=rules(port)).provenance.media_type == "text/plain"


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("cut", "before its end"),
        ("short", "before its end"),
        ("bomb", "larger"),
        ("large", "larger"),
        ("endless", "larger"),
        ("brotli", "packed"),
        ("missing", "404"),
        ("round", "more than 5 times"),
        ("inside", "not a public place"),
        ("file", "no address"),
        ("nowhere", "to nowhere"),
        ("garbage", "does not answer"),
    ],
)
def test_p12_what_does_not_come_whole_from_a_public_place_is_refused(port: int, path: str, told: str) -> None:
    with pytest.raises(InputRefusedError, match=told) as refused:
        fetched(at(port, path), rules(port, sent=1_000_000, decoded=2_000_000))
    assert refused.value.next_step


@pytest.mark.parametrize("path", ["slow", "silent"])
def test_p12_a_server_that_never_ends_is_left(port: int, path: str) -> None:
    with pytest.raises(InputRefusedError, match="too long"):
        fetched(at(port, path), rules(port, seconds=0.3))


def test_p12_a_look_up_that_never_ends_is_left(port: int) -> None:
    held = threading.Event()

    def look_up(host: str, port: int) -> list[str]:
        held.wait()
        return []

    with pytest.raises(InputRefusedError, match="too long"):
        fetched(at(port, "page"), rules(port, look_up, seconds=0.1))
    held.set()


def test_p12_a_name_that_turns_to_another_place_after_the_check_is_not_followed_there(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    connected: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) == 1 else ["10.0.0.1"]

    real = socket.create_connection

    def watched(address: tuple[str, int], timeout: float) -> socket.socket:
        connected.append(address[0])
        return real(address, timeout)

    monkeypatch.setattr(socket, "create_connection", watched)
    assert fetched(at(port, "page"), rules(port, look_up)).content == PAGE
    assert (asked, connected) == (["ferry.example"], ["127.0.0.1"])
    with pytest.raises(InputRefusedError, match="not a public place"):
        fetched(at(port, "page"), rules(port, look_up))


def test_p12_each_hop_is_looked_up_and_checked_anew(port: int) -> None:
    with pytest.raises(InputRefusedError, match=r"other.example is not a public place"):
        fetched(
            at(port, "away"), rules(port, lambda host, _: ["127.0.0.1" if "ferry" in host else "192.168.1.1"])
        )


def test_p12_a_host_that_is_at_a_forbidden_place_too_is_not_asked(port: int) -> None:
    before = len(ASKED)
    with pytest.raises(InputRefusedError, match="not a public place"):
        fetched(at(port, "page"), rules(port, lambda *_: ["127.0.0.1", "169.254.169.254"]))
    assert len(ASKED) == before


def test_no_proxy_of_the_environment_is_asked(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert fetched(at(port, "page"), rules(port)).content == PAGE


HOSTILE = (FIXTURES / "hostile" / "urls" / "ssrf.txt").read_text(encoding="utf-8").split("\n")


@pytest.mark.parametrize("url", [line for line in HOSTILE if line])
def test_p12_each_hostile_address_is_refused(url: str) -> None:
    asked: list[str] = []

    def look_up(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"]

    with pytest.raises(InputRefusedError):
        fetched(url, Rules(look_up=look_up))


@pytest.mark.parametrize(
    "address",
    "0.0.0.0 10.1.1.1 100.64.0.1 127.9.9.9 169.254.1.1 172.31.255.255 192.0.0.8 192.168.0.1 198.19.255.255 "
    "203.0.113.9 224.0.0.1 255.255.255.255 :: ::1 ::ffff:8.8.8.8 ::8.8.8.8 64:ff9b::808:808 64:ff9b:1::1 100::1 "
    "2001::1 2001:db8::1 2002:7f00:1::1 3fff::1 5f00::1 fc00::1 fe80::1 fe80::1%eth0 fec0::1 ff02::1".split(),
)  # fmt: skip
def test_p12_no_place_that_is_not_public_is_allowed(address: str) -> None:
    assert is_forbidden(ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "172.32.0.1", "192.1.0.1", "2606:4700::1111", "2a00:1450::1"])
def test_public_places_are_allowed(address: str) -> None:
    assert not is_forbidden(ip_address(address))
