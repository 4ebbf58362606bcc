"""The constructions in which a speaker, a cue and a content stand together in one statement."""

from factcheck.domain.article import BlockKind
from factcheck.extraction.clauses import (
    Clauses,
    over_pair,
    speaker_after,
    speaker_before,
    speaker_over_commas,
)
from factcheck.extraction.common_words import COMMON
from factcheck.extraction.contents import (
    QUOTE_OPEN,
    content_after,
    content_before,
    continued_from,
    rest_of,
    shuts,
    tidied,
)
from factcheck.extraction.frame import Frame
from factcheck.extraction.further import adding, going_on, last_before, second_verb
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
from factcheck.extraction.passives import passive, question, quoted, quoting
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
from factcheck.extraction.subjects import evidence_before
from factcheck.extraction.verb_groups import before_verb, goes_on_to, keeps_quiet

_OPEN = tuple(QUOTE_OPEN)
_SPEECH = 4
"""A quotation of so many words is speech and no name of a thing."""
_UNSAID = words("to not n't never would could should must may might can a the of well")
"""Before a verb these say that nothing was said, or that it is no verb."""
_NOUNS = words(
    "claim claims reports notes comments points states questions fears hopes calls blames show shows report rule rules claim note write"
)
"""Verbs that look like nouns."""
_INVERTED = (SAYING | STATING | MANNER) - TELLING
_NAMINGS = words("called call calls dubbed labelled labeled compared likened")
"""Verbs that also just name a thing: "a group called …"."""


def frame_at(clauses: Clauses, number: int, kind: BlockKind, found: list[Frame]) -> Frame | None:
    """The attribution whose cue is the verb or participle at a number, if it is one here.

    `found` holds those with an earlier cue: "adding" goes on with their speaker.
    """
    low = clauses.low(number)
    if clauses.words[number].is_capital and number > 0 and kind is not BlockKind.HEADLINE:
        return None
    if low == "asked" and (number == 0 or (number == 1 and clauses.low(0) == "when")):
        return question(clauses, number, clauses.span_of(number, number))
    if low in ADDING:
        return adding(clauses, number, found)
    before = clauses.low(number - 1)
    if before in BEING or ((before in AUXILIARIES or before == "first") and clauses.low(number - 2) in BEING):
        return quoted(clauses, number) if low == "quoted" else passive(clauses, number)
    if before in _UNSAID and not (goes_on_to(clauses, number) or keeps_quiet(clauses, number)):
        return None
    if _is_denied(before, low) and not keeps_quiet(clauses, number):
        return None
    if low == "quoted":
        return quoting(clauses, number)
    if is_no_speech(clauses, number):
        return None
    joint = before_verb(clauses, number)
    if clauses.low(joint) in {"and", "but"} and not clauses.is_apart(joint + 1):
        is_verb = low in SAYING | JUDGING or (
            clauses.low(joint) == "but" and content_after(clauses, number)[1]
        )
        last = last_before(clauses, number, found) if is_verb else None
        return going_on(clauses, number, last) if last else second_verb(clauses, number)
    return _leading(clauses, number) or _inverted(clauses, number) or _direct(clauses, number, kind)


def _is_denied(before: str, low: str) -> bool:
    """Whether "didn't" and the like stand before a verb: "didn't say"; who doesn't believe it has a view all the same."""
    return before.endswith(("n't", "n\u2019t")) and low not in {"believe", "think", "expect", "agree"}


def _direct(clauses: Clauses, number: int, kind: BlockKind) -> Frame | None:
    """Speaker, then verb: "Rutte said that …", "…, Zelensky warned"."""
    head = before_verb(clauses, number)
    if head < 0:
        return None
    speaker = evidence_before(clauses, number) or (
        speaker_over_commas(clauses, head) if clauses.is_apart(head + 1) else speaker_before(clauses, head)
    )
    if speaker is None or not _is_speaker(clauses, speaker, number):
        return None
    speaker = over_pair(clauses, speaker)
    first = head + 1 if clauses.low(head + 1) in HAVING and head + 1 == number - 1 else number
    cue = clauses.span_of(first, number)
    source = clauses.span_of(*speaker)
    after, is_clause = content_after(clauses, number)
    is_shut = _closes_quotation(clauses.gap(speaker[0]))
    is_last = clauses.is_apart(number + 1) or _is_inserted(clauses, speaker[0], number)
    is_last = is_last or names_medium(clauses, number) or is_pointed_out(clauses, number)
    is_weak = clauses.low(number) in STATING | MANNER
    is_frame = not is_clause and (not is_weak or is_last or is_shut)
    is_frame = is_frame or (is_shut and (is_last or _follows_speech(clauses, speaker[0], number)))
    rest = rest_of(clauses, speaker[0], number + 1) if is_frame else None
    least = 1 if rest else 4
    before = content_before(clauses, speaker[0], least=least, is_end=is_last) if is_frame else None
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


def _follows_speech(clauses: Clauses, first: int, number: int) -> bool:
    """Whether a quotation of some words ends before a speaker, so that it is what was said: "“…,” he said Monday"."""
    if clauses.low(number + 1) == "that":
        return False
    if clauses.gap(0).endswith(_OPEN):
        return True
    opened = next(
        (place for place in range(first) if any(char in QUOTE_OPEN for char in clauses.gap(place))), 0
    )
    return first - opened >= _SPEECH


def _closes_quotation(gap: str) -> bool:
    """Whether what stands before a speaker ends a quotation as speech does: with its comma, or ? or !"""
    return shuts(gap) and any(char in ",?!" for char in gap)


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
        or (clauses.low(first - 1) in {"if", "did", "does", "do"} and not clauses.is_apart(first))
        or clauses.low(last) in NOBODY
    ):
        return False
    if low in PLURAL and clauses.low(number - 1) != "to" and not is_plural(clauses, first, last):
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
        if last == 0 and clauses.low(0) in COMMON - PRONOUNS - EVIDENCE:
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
    is_many = clauses.is_apart(speaker[0]) and is_plural(clauses, *speaker)
    return named or is_many or clauses.low(speaker[0]) in DETERMINERS


def _inverted(clauses: Clauses, number: int) -> Frame | None:
    """Content, then verb, then speaker: "…," said the mayor."""
    gap = clauses.gap(number)
    is_quoted = shuts(gap)
    if number == 0 or not (is_quoted or "," in gap) or clauses.low(number) not in _INVERTED:
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


def _leading(clauses: Clauses, number: int) -> Frame | None:
    """Verb, then speaker, then content: "Said Hale: “…”"."""
    if number or clauses.low(0) not in SAYING:
        return None
    speaker = speaker_after(clauses, 1)
    content = continued_from(clauses, speaker[1] + 1) if speaker and not clauses.is_apart(1) else None
    if speaker is None or content is None or not clauses.words[1].is_capital:
        return None
    return Frame(clauses.span_of(*speaker), clauses.span_of(0, 0), (content,))


def _stands_alone(clauses: Clauses, speaker: tuple[int, int]) -> bool:
    """Whether nothing but an adjunct follows the speaker, so that he cannot be the subject of what follows."""
    after = speaker[1] + 1
    is_short = speaker[1] - speaker[0] < 8
    return is_short and (
        after >= len(clauses.words) or (clauses.is_apart(after) and clauses.low(speaker[0]) not in PRONOUNS)
    )
