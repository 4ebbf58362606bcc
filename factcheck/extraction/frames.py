"""The constructions in which a speaker, a cue and a content stand together in one statement."""

from factcheck.domain.article import BlockKind
from factcheck.extraction.clauses import Clauses, speaker_after, speaker_before, speaker_over_commas
from factcheck.extraction.common_words import COMMON
from factcheck.extraction.contents import (
    QUOTE_SHUT,
    content_after,
    content_before,
    continued_from,
    rest_of,
    tidied,
)
from factcheck.extraction.frame import Frame
from factcheck.extraction.lexicon import words
from factcheck.extraction.nonspeech import (
    NOBODY,
    TOLD,
    can_follow,
    is_no_speech,
    is_plural,
    is_pointed_out,
    names_medium,
    names_something,
)
from factcheck.extraction.passives import passive, quoted, quoting
from factcheck.extraction.speech_words import (
    ADDING,
    AUXILIARIES,
    BEING,
    BODIES,
    DETERMINERS,
    EVIDENCE,
    HAVING,
    JUDGING,
    MANNER,
    PLURAL,
    PREPOSITIONS,
    PRONOUNS,
    SAYING,
    SHOWING,
    STATING,
    TELLING,
)
from factcheck.extraction.subjects import subject_before

_UNSAID = words("to not n't never would could should must may might can a the of well")
"""Before a verb these say that nothing was said, or that it is no verb."""
_NOUNS = words(
    "claim claims reports notes comments points states questions fears hopes calls blames show shows report rule rules claim note write"
)
"""Verbs that look like nouns."""
_PAST = words("said told wrote found thought felt heard saw learnt swore understood")
_PLAIN = words(
    "saying arguing claiming insisting explaining admitting acknowledging promising vowing telling"
)
"""Participles of what only somebody who speaks can do."""
_NAMINGS = words("called call calls dubbed labelled labeled compared likened")
"""Verbs that also just name a thing: "a group called …"."""


def frame_at(clauses: Clauses, number: int, kind: BlockKind, found: list[Frame]) -> Frame | None:
    """The attribution whose cue is the verb or participle at a number, if it is one here.

    `found` holds those with an earlier cue: "adding" goes on with their speaker.
    """
    low = clauses.low(number)
    if clauses.words[number].is_capital and number > 0 and kind is not BlockKind.HEADLINE:
        return None
    if low in ADDING:
        return _adding(clauses, number, found)
    before = clauses.low(number - 1)
    if before in BEING or ((before in AUXILIARIES or before == "first") and clauses.low(number - 2) in BEING):
        return quoted(clauses, number) if low == "quoted" else passive(clauses, number)
    is_used_to = before == "to" and clauses.low(number - 2) == "used"
    if (before in _UNSAID or _is_denied(before, low)) and not is_used_to:
        return None
    if low == "quoted":
        return quoting(clauses, number)
    if is_no_speech(clauses, number):
        return None
    if before in {"and", "but"} and not clauses.is_apart(number):
        is_verb = low in SAYING | JUDGING or (before == "but" and content_after(clauses, number)[1])
        last = _last(clauses, number, found) if is_verb else None
        return _going_on(clauses, number, last) if last else _second_verb(clauses, number)
    return _inverted(clauses, number) or _direct(clauses, number, kind)


def _is_denied(before: str, low: str) -> bool:
    """Whether "didn't" and the like stand before a verb: "didn't say"; who doesn't believe it has a view all the same."""
    return before.endswith(("n't", "n\u2019t")) and low not in {"believe", "think", "expect", "agree"}


def _direct(clauses: Clauses, number: int, kind: BlockKind) -> Frame | None:
    """Speaker, then verb: "Rutte said that …", "…, Zelensky warned"."""
    head = number - (3 if clauses.low(number - 1) == "to" else 1)
    while (
        head >= 0
        and (clauses.low(head) in AUXILIARIES or clauses.low(head).endswith("ly"))
        and not clauses.is_apart(head + 1)
    ):
        head -= 1
    if head < 0:
        return None
    speaker = (
        speaker_over_commas(clauses, head) if clauses.is_apart(head + 1) else speaker_before(clauses, head)
    )
    if speaker is None or not _is_speaker(clauses, speaker, number):
        return None
    first = head + 1 if clauses.low(head + 1) in HAVING and head + 1 == number - 1 else number
    cue = clauses.span_of(first, number)
    source = clauses.span_of(*speaker)
    after, is_clause = content_after(clauses, number)
    is_shut = _closes_quotation(clauses.gap(speaker[0]))
    is_last = clauses.is_apart(number + 1) or _is_inserted(clauses, speaker[0], number)
    is_last = is_last or names_medium(clauses, number) or is_pointed_out(clauses, number)
    is_weak = clauses.low(number) in STATING | MANNER
    is_frame = not is_clause and (not is_weak or is_last or is_shut)
    is_frame = is_frame or (is_last and is_shut)
    rest = rest_of(clauses, number + 1) if is_frame else None
    before = content_before(clauses, speaker[0], least=2 if rest else 4) if is_frame else None
    if before:
        more = continued_from(clauses, number + 1) or rest
        return Frame(source, cue, (before, more) if more else (before,), is_after=True)
    if clauses.low(number) in TELLING and len(clauses.words) - number > TOLD:
        is_clause = True
    is_object = clauses.low(number) in JUDGING and _judges(clauses, number, speaker, kind)
    is_object = is_object or _is_shown(clauses, number, speaker)
    if after and (
        is_object
        or (is_clause and (clauses.low(number) not in _NAMINGS or clauses.low(number + 1) in {"for", "on"}))
    ):
        return Frame(source, cue, (after,))
    return None


def _is_inserted(clauses: Clauses, first: int, number: int) -> bool:
    """Whether a frame stands between two commas, with where or when it was said: ", Vall noted from the bank,"."""
    if "," not in clauses.gap(first) or clauses.low(number + 1) not in PREPOSITIONS:
        return False
    return any("," in clauses.gap(place) for place in range(number + 2, min(len(clauses.words), number + 8)))


def _closes_quotation(gap: str) -> bool:
    """Whether what stands before a speaker ends a quotation as speech does: with its comma, or ? or !"""
    return any(char in QUOTE_SHUT for char in gap) and any(char in ",?!" for char in gap)


def _is_speaker(clauses: Clauses, speaker: tuple[int, int], number: int) -> bool:
    """Whether words can be a speaker before this verb: some verbs look like nouns ("the claims", "reports")."""
    first, last = speaker
    low = clauses.low(number)
    is_known = (
        any(clauses.words[place].is_capital for place in range(first, last + 1))
        or clauses.low(first) in DETERMINERS | PRONOUNS
    )
    is_owner = clauses.low(last).endswith(("'s", "\u2019s"))
    if (
        (first == last == 0 and clauses.low(0) in {"q", "a"})
        or clauses.low(first - 1) in {"if", "did", "does", "do"}
        or clauses.low(last) in NOBODY
    ):
        return False
    if low in PLURAL and not is_plural(clauses, first, last):
        return False
    if "what" in {clauses.low(first - 1), clauses.low(first)} and clauses.low(number + 2) == "that":
        return clauses.low(number + 1) in BEING
    if (
        is_owner
        or clauses.low(last) in {"and", "but"}
        or "what" in {clauses.low(first - 1), clauses.low(first)}
    ):
        return False
    if low in _NOUNS:
        if last == 0 and clauses.low(0) in COMMON:
            return False
        is_shown = low in SHOWING and any(clauses.low(place) in EVIDENCE for place in range(first, last + 1))
        is_known = clauses.low(last) in PRONOUNS | EVIDENCE | BODIES
        return clauses.words[last].is_capital or is_known or is_shown
    return is_known or last - first < 6


def _is_shown(clauses: Clauses, number: int, speaker: tuple[int, int]) -> bool:
    """Whether evidence shows something: "the results show a fall"."""
    is_evidence = any(clauses.low(place) in EVIDENCE for place in range(speaker[0], speaker[1] + 1))
    return is_evidence and clauses.low(number) in SHOWING and not clauses.is_apart(number + 1)


def _judges(clauses: Clauses, number: int, speaker: tuple[int, int], kind: BlockKind) -> bool:
    """Whether "calls", "denied" or the like passes a judgment here and does not just name a thing."""
    low = clauses.low(number)
    if low not in JUDGING:
        return False
    named = clauses.words[speaker[1]].is_capital or clauses.low(speaker[1]) in PRONOUNS
    if low in _NAMINGS:
        rest = clauses.text[clauses.words[number].end : clauses.span.end]
        is_quoted = any(char in rest for char in '"\u201c\u2018\u00ab')
        if is_quoted and (low.endswith("s") or clauses.low(number - 1) in HAVING):
            named = True  # "which calls the road “historic”": no participle
        return (named or kind is BlockKind.HEADLINE) and (is_quoted or names_something(clauses, number))
    return named or clauses.low(speaker[0]) in DETERMINERS


def _inverted(clauses: Clauses, number: int) -> Frame | None:
    """Content, then verb, then speaker: "…," said the mayor."""
    gap = clauses.gap(number)
    is_quoted = any(char in QUOTE_SHUT for char in gap)
    if number == 0 or not (is_quoted or "," in gap) or clauses.low(number) not in SAYING | STATING | MANNER:
        return None
    speaker = speaker_after(clauses, number + 1)
    if speaker and not is_quoted and not can_follow(clauses, number, speaker):
        return None
    if speaker is None or clauses.is_apart(number + 1) or not (is_quoted or _stands_alone(clauses, speaker)):
        return None
    first = speaker[0]
    is_bare = clauses.low(first) in BODIES | EVIDENCE and speaker[1] == len(clauses.words) - 1
    is_bare = is_bare or is_quoted
    if not (clauses.words[first].is_capital or clauses.low(first) in DETERMINERS | PRONOUNS or is_bare):
        return None
    before = content_before(clauses, number, least=2)
    if before is None:
        return None
    more = continued_from(clauses, speaker[1] + 1)
    if more is None and not is_quoted and clauses.gap(speaker[1] + 1).startswith(","):
        more = tidied(clauses, clauses.words[speaker[1]].end, clauses.span.end)
    content = (before, more) if more else (before,)
    return Frame(clauses.span_of(*speaker), clauses.span_of(number, number), content, is_after=True)


def _stands_alone(clauses: Clauses, speaker: tuple[int, int]) -> bool:
    """Whether nothing but an adjunct follows the speaker, so that he cannot be the subject of what follows."""
    after = speaker[1] + 1
    is_short = speaker[1] - speaker[0] < 8
    return is_short and (
        after >= len(clauses.words) or (clauses.is_apart(after) and clauses.low(speaker[0]) not in PRONOUNS)
    )


def _adding(clauses: Clauses, number: int, found: list[Frame]) -> Frame | None:
    """A participle: the same speaker after a comma (", adding that …"), or "with Boswell stating …"."""
    own = speaker_before(clauses, number - 1) if clauses.words[number - 1].is_capital else None
    if own and clauses.low(own[0] - 1) == "with":
        after = tidied(clauses, clauses.words[number].end, clauses.span.end)
        return Frame(clauses.span_of(*own), clauses.span_of(number, number), (after,)) if after else None
    last = _last(clauses, number, found) if "," in clauses.gap(number) else None
    if last:
        return _going_on(clauses, number, last)
    said, is_clause = content_after(clauses, number)
    is_apart = is_clause and "," in clauses.gap(number)
    subject = subject_before(clauses, number, is_speaking=clauses.low(number) in _PLAIN) if is_apart else None
    if subject is None or said is None:
        return None
    return Frame(clauses.span_of(*subject), clauses.span_of(number, number), (said,))


def _last(clauses: Clauses, number: int, found: list[Frame]) -> Frame | None:
    """The last attribution before a number whose speaker is named."""
    earlier = [one for one in found if one.cue.end <= clauses.words[number].start and one.source]
    return max(earlier, key=lambda one: one.cue, default=None)


def _going_on(clauses: Clauses, number: int, last: Frame) -> Frame | None:
    """The speaker of an earlier verb goes on with this one: "denied that … and dismissed …"."""
    after = tidied(clauses, clauses.words[number].end, clauses.span.end)
    return Frame(last.source, clauses.span_of(number, number), (after,), is_adding=True) if after else None


def _second_verb(clauses: Clauses, number: int) -> Frame | None:
    """A verb after "and" whose subject opens the statement: "Vall left the hall and said …"."""
    low = clauses.low(number)
    is_past = low.endswith(("ed", "s")) or low in _PAST
    if not is_past and any(clauses.low(place) == "to" for place in range(number)):
        return None  # "were asked to come and suggest": nobody has suggested anything
    speaker = _subject_of_all(clauses)
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
