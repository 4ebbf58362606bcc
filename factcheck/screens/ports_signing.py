"""What the screens ask about the gate, signing and reports. A part of the review's port."""

from collections.abc import Sequence
from concurrent.futures import Future
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from factcheck.domain.changes import Changes
from factcheck.domain.gate import Block, Gate, Policy
from factcheck.domain.signoff import SignedState
from factcheck.report.wishes import Wishes

if TYPE_CHECKING:
    from factcheck.signing.finding import Found


class SigningPort(Protocol):
    """The futures end with what was asked for, or with a FactcheckError; then nothing was signed or written."""

    def state(self) -> SignedState: ...
    def gate(self, policy: Policy) -> Future[Gate]: ...
    def preview(self, gate: Gate) -> Future[list[str]]: ...
    def keys(self) -> "Sequence[Found]": ...
    def let_stand(self, blocks: Sequence[Block], by: str, reason: str) -> Future[Changes]: ...
    def take_back(self, blocks: Sequence[Block]) -> Future[Changes]: ...
    def sign(
        self, found: "Found", passphrase: str, name: str, email: str, policy: Policy, package: Path
    ) -> Future[Changes]: ...
    def came_as_word(self) -> bool: ...
    def render(self, form: str, wishes: Wishes, *, is_redacted: bool = False) -> Future[bytes]: ...
