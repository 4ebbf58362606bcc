"""The few data types that SSH keys and signatures are written in (RFC 4251, section 5)."""

import struct

LONGEST = 1 << 20
"""No key and no signature comes near a megabyte."""


class WireError(ValueError):
    """The bytes are not what SSH would have written."""


def uint32(number: int) -> bytes:
    """An unsigned integer of four bytes."""
    return struct.pack(">I", number)


def string(content: bytes) -> bytes:
    """Bytes with their length before them."""
    return uint32(len(content)) + content


def mpint(number: int) -> bytes:
    """A positive integer of any size, in as few bytes as it needs."""
    return string(number.to_bytes(number.bit_length() // 8 + 1, "big") if number else b"")


class Reader:
    """Takes the parts off the front of some bytes, one after the other. Each raises WireError."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._at = 0

    def take(self, length: int) -> bytes:
        """The next bytes, exactly so many."""
        if length > LONGEST or self._at + length > len(self._content):
            raise WireError("it ends too early")
        self._at += length
        return self._content[self._at - length : self._at]

    def uint32(self) -> int:
        """The next unsigned integer of four bytes."""
        return int.from_bytes(self.take(4), "big")

    def string(self) -> bytes:
        """The next bytes that have their length before them."""
        return self.take(self.uint32())

    def name(self) -> str:
        """The next string, which is ASCII: the name of an algorithm or of a namespace."""
        try:
            return self.string().decode("ascii")
        except UnicodeDecodeError as error:
            raise WireError("a name is not ASCII") from error

    def mpint(self) -> int:
        """The next positive integer. One that is negative or has more bytes than it needs is refused."""
        content = self.string()
        if content[:1] >= b"\x80" or (content[:1] == b"\0" and content[1:2] < b"\x80"):
            raise WireError("a number is not written as it should be")
        return int.from_bytes(content, "big")

    def end(self) -> None:
        """There must be nothing more."""
        if self._at != len(self._content):
            raise WireError("there is something after its end")
