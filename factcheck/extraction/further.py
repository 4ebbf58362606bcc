"""Verbs that go on with a speaker named before: participles, verbs after "and" or "but"."""

from factcheck.extraction.clauses import Clauses, speaker_after, speaker_before
from factcheck.extraction.contents import QUOTE_OPEN, content_after, tidied
from factcheck.extraction.frame import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.speech_words import BEING, DETERMINERS, EVIDENCE
from factcheck.extraction.subjects import subject_before
from factcheck.extraction.verb_groups import before_verb

_PAST = words("said told wrote found thought felt heard saw learnt swore understood")
_LEADING = words(
    """
    by while statement letter tweet email message note memo post release speech ad op-ed editorial response interview
    """
)
"""Before a participle these lead from a subject to what he says: "released a statement saying"."""
_PEOPLE = words("voters people respondents supporters critics officials percent respondents")
_LISTENERS = words("her him them me us reporters supporters voters")
_BEING_SHORT = words(
    "he's she's it's they're we're i'm you're he\u2019s she\u2019s it\u2019s they\u2019re we\u2019re i\u2019m you\u2019re"
)
_PASSING = words(
    """
    calling describing accusing blaming denying rejecting dismissing branding labelling labeling announcing reiterating
    confirming
    """
)
"""Participles of what is said of somebody or something."""
_PLAIN = words(
    """
    saying arguing claiming insisting explaining admitting acknowledging promising vowing telling warning
    contending complaining boasting chanting shouting yelling screaming
    """
)
"""Participles of what only somebody who speaks can do."""


def adding(clauses: Clauses, number: int, found: list[Frame]) -> Frame | None:
    """A participle: the same speaker after a comma (", adding that …"), or "with Boswell stating …"."""
    own = speaker_before(clauses, number - 1) if clauses.words[number - 1].is_capital else None
    if own and clauses.low(own[0] - 1) == "with":
        after = tidied(clauses, clauses.words[number].end, clauses.span.end)
        return Frame(clauses.span_of(*own), clauses.span_of(number, number), (after,)) if after else None
    is_after_comma = "," in clauses.gap(number)
    is_led = not is_after_comma and (clauses.low(number - 1) in _LEADING or _opens_speech(clauses, number))
    last = last_before(clauses, number, found) if is_after_comma or is_led else None
    if last:
        return going_on(clauses, number, last)
    said, is_clause = content_after(clauses, number)
    is_clause = is_clause or clauses.low(number) in _PLAIN | _PASSING
    if is_clause and said and not is_after_comma and (doing := _progressive(clauses, number)):
        return Frame(clauses.span_of(*doing), clauses.span_of(number, number), (said,))
    if is_clause and said and not is_after_comma and clauses.low(number - 1) in EVIDENCE | _PEOPLE:
        shown = speaker_before(clauses, number - 1)
        return Frame(clauses.span_of(*shown), clauses.span_of(number, number), (said,)) if shown else None
    is_apart = is_clause and (is_after_comma or is_led)
    subject = subject_before(clauses, number, is_speaking=clauses.low(number) in _PLAIN) if is_apart else None
    if subject is None or said is None:
        return None
    return Frame(clauses.span_of(*subject), clauses.span_of(number, number), (said,))


def _progressive(clauses: Clauses, number: int) -> tuple[int, int] | None:
    """Who "is saying" something."""
    head = before_verb(clauses, number)
    if head < 0 or clauses.is_apart(head + 1):
        return None
    if clauses.low(head) in _BEING_SHORT:
        return head, head
    return speaker_before(clauses, before_verb(clauses, head)) if clauses.low(head) in BEING else None


def _opens_speech(clauses: Clauses, number: int) -> bool:
    """Whether a participle leads to a quotation after a comma or a colon: "on Facebook writing, “…”"."""
    gap = clauses.gap(number + 1)
    after = clauses.gap(number + 2) if clauses.low(number + 1) in _LISTENERS else gap
    return any("," in one or ":" in one for one in (gap, after)) and any(
        one.rstrip()[-1:] in QUOTE_OPEN and one[-1:] in QUOTE_OPEN for one in (gap, after) if one
    )


def last_before(clauses: Clauses, number: int, found: list[Frame]) -> Frame | None:
    """The last attribution before a number whose speaker is named."""
    earlier = [one for one in found if one.cue.end <= clauses.words[number].start and one.source]
    others = [one for one in earlier if one.source and one.source.of(clauses.text) not in {"I", "we", "We"}]
    earlier = others or earlier
    return max(earlier, key=lambda one: one.cue, default=None)


def going_on(clauses: Clauses, number: int, last: Frame) -> Frame | None:
    """The speaker of an earlier verb goes on with this one: "denied that … and dismissed …"."""
    after = tidied(clauses, clauses.words[number].end, clauses.span.end)
    return Frame(last.source, clauses.span_of(number, number), (after,), is_adding=True) if after else None


def second_verb(clauses: Clauses, number: int) -> Frame | None:
    """A verb after "and" whose subject opens the statement: "Vall left the hall and said …"."""
    low = clauses.low(number)
    is_past = low.endswith(("ed", "s")) or low in _PAST
    if not is_past and any(clauses.low(place) == "to" for place in range(number)):
        return None  # "were asked to come and suggest": nobody has suggested anything
    speaker = _subject_of_all(clauses) or subject_before(clauses, number)
    after, is_clause = content_after(clauses, number)
    if speaker is None or after is None or not is_clause or speaker[1] >= number - 2:
        return None
    return Frame(clauses.span_of(*speaker), clauses.span_of(number, number), (after,))


def _subject_of_all(clauses: Clauses) -> tuple[int, int] | None:
    """The subject that opens a statement: a name, a pronoun, or a noun that a verb in -ed follows."""
    speaker = speaker_after(clauses, 0)
    if speaker is None:
        return None
    first, last = speaker
    if clauses.low(first) in DETERMINERS and clauses.is_apart(last + 1):
        return speaker
    for place in range(first + 1, last + 1):
        if clauses.low(place).endswith("ed") and clauses.low(place - 1) not in DETERMINERS:
            return first, place - 1
    is_named = any(clauses.words[place].is_capital for place in range(first + 1, last + 1))
    return speaker if is_named or first == last else None
