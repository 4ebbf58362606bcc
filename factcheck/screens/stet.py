"""Asking who lets something stand, and why."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from factcheck.domain.gate import Block
from factcheck.screens.dialogs.form import Field, FormDialog
from factcheck.widgets.choice_line import Option

if TYPE_CHECKING:
    from factcheck.screens.sign_off import SignOffScreen

_FIELD = "stet"
_EXPLAINED = (
    ("The report prints the name and the reason.", "muted"),
    ("Typed by somebody else, it reads “recorded for …” until the editor countersigns.", "muted"),
)
_ONE, _ALL = "one", "all"


def ask_stet(screen: "SignOffScreen", block: Block, alike: Sequence[Block]) -> None:
    """Ask, and let it stand, or all of its name; what is wrong is said in place, and what was typed stays."""
    review = screen.review
    fields = [Field("by", "Editor"), Field("reason", "Reason")]
    values: dict[str, str] = {"scope": _ONE}
    if len(alike) > 1:
        both = (
            Option("o", _ONE, f"only statement {block.number}"),
            Option("a", _ALL, f"all {len(alike)} of this name"),
        )
        fields.append(Field("scope", "For", both))

    async def ask(typed: dict[str, str]) -> None:
        blocks = alike if typed.get("scope") == _ALL else [block]
        outcome = await review.writing.attempt(
            lambda: screen.port.signing.let_stand(blocks, typed["by"], typed["reason"])
        )
        if outcome.error is not None:
            raise outcome.error
        screen.read_again()
        if outcome.changes is not None:
            screen.say(outcome.changes.what)

    dialog = FormDialog[None](
        f"Let stand: {block.blocker.words}",
        _EXPLAINED,
        fields,
        values,
        review.typed.get(_FIELD, ""),
        ask=ask,
        keep=lambda text: review.keep_typed(_FIELD, text),
    )
    screen.app.push_screen(dialog)
