"""Why is it unverified or disputed? A letter or a number answers."""

from factcheck.domain.verdict import Basis, Question, Verdict, bases_for
from factcheck.screens.dialogs.choice import ChoiceDialog
from factcheck.widgets.painted import PaintedLine

_LETTERS = "abcdef"


def basis_dialog(question: Question, verdict: Verdict, current: Basis | None) -> ChoiceDialog:
    """Ends with an index into `bases_for`, or one behind its end for no basis."""
    bases = bases_for(question, verdict)
    rows: list[PaintedLine] = [
        ((f"{letter}  ", "accent"), (basis.words, ""), ("  ◂ now", "muted") if basis is current else ("", ""))
        for letter, basis in zip(_LETTERS, bases, strict=False)
    ]
    rows.append(
        (("0  ", "accent"), ("no basis", "muted"), ("  ◂ now", "muted") if current is None else ("", ""))
    )
    chosen = bases.index(current) if current in bases else 0
    letters = _LETTERS[: len(bases)] + "0"
    return ChoiceDialog(f"{question.value}: {verdict.value} — why?", rows, chosen=chosen, letters=letters)


def basis_at(question: Question, verdict: Verdict, index: int) -> Basis | None:
    """The basis that the dialog's index means."""
    bases = bases_for(question, verdict)
    return bases[index] if index < len(bases) else None
