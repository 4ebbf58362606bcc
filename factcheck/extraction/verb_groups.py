"""What stands between a speaker and the verb: auxiliaries, "went on to", "would not"."""

from factcheck.extraction.clauses import Clauses
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import AUXILIARIES

_GOING_ON = words("used continued continues continue began begins begin proceeded")
_TIMES = words("week month year night day morning weekend fall summer spring")
_WHICH = words("last this")
_DAYS = words("monday tuesday wednesday thursday friday saturday sunday yesterday today earlier long")
_GOING = words("went goes go going gone")
_ASKED = words("whether if what when where who how why which")
_NEGATED = words("would did do does will has have had")


def before_verb(clauses: Clauses, number: int) -> int:
    """The number of the last word before all that belongs to a verb; -1 when nothing is before it."""
    head = number - 1
    while head >= 0 and not clauses.is_apart(head + 1):
        low = clauses.low(head)
        if low in _TIMES and clauses.low(head - 1) in _WHICH:
            head -= 2
        elif low in _DAYS:
            head -= 2 if clauses.low(head - 1) == "on" else 1
        elif low == "to" and (start := _leading(clauses, head)) is not None:
            head = start - 1
        elif (
            low in AUXILIARIES
            or low.endswith(("n't", "n\u2019t"))
            or (low.endswith("ly") and not clauses.words[head].is_capital)
            or low == "not"
            or (low in _NEGATED and clauses.low(head + 1) == "not")
        ):
            head -= 1
        else:
            break
    return head


def goes_on_to(clauses: Clauses, number: int) -> bool:
    """Whether somebody said it all the same, though with "to" before the verb: "went on to say", "used to say"."""
    return clauses.low(number - 1) == "to" and _leading(clauses, number - 1) is not None


def _leading(clauses: Clauses, place: int) -> int | None:
    """Where the verb before a "to" begins that leads on to another one."""
    before = clauses.low(place - 1)
    if before == "on" and clauses.low(place - 2) in _GOING:
        return place - 2
    return place - 1 if before in _GOING_ON else None


def keeps_quiet(clauses: Clauses, number: int) -> bool:
    """Whether it is told what somebody did not say: "would not say whether …"."""
    before = clauses.low(number - 1)
    is_denied = (not before.startswith(("ca", "could")) and before.endswith(("n't", "n\u2019t"))) or (
        before == "not" and clauses.low(number - 2) in _NEGATED
    )
    return is_denied and clauses.low(number + 1) in _ASKED
