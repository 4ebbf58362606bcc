"""The words and glyphs of a report: what a value of report.json is called when a person reads it."""

from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.link import LinkType
from factcheck.domain.mark import Sign
from factcheck.domain.progress import WorkState
from factcheck.domain.statement import DetailType, Flag, Voice
from factcheck.domain.tick import TickState
from factcheck.domain.verdict import Basis, Question, Verdict

# Their values once and for all: asking an enum for them 100,000 times takes as long as all the rest.
SAID, SO = QUESTIONS = tuple(question.value for question in Question)
CONFIRMED, UNVERIFIED, DISPUTED = VERDICTS = tuple(verdict.value for verdict in Verdict)
UNTOUCHED, IN_PROGRESS = WorkState.UNTOUCHED.value, WorkState.IN_PROGRESS.value
RECHECK, EXCLUDED = WorkState.RECHECK.value, WorkState.EXCLUDED.value

LEFT_TO_SPEAKER = "left_to_speaker"
NOT_ANSWERED = "not_answered"
IN_NO_STATEMENT = "in_no_statement"
"""Why a run is not checked that no statement and no excluded block covers."""

DECISIONS = {
    "approved": "approved",
    "approved-with-changes": "approved with changes",
    "rejected": "rejected",
}
"""What a countersign may say."""

GLYPHS = {
    CONFIRMED: Sign.CONFIRMED.glyph,
    UNVERIFIED: Sign.UNVERIFIED.glyph,
    DISPUTED: Sign.DISPUTED.glyph,
    LEFT_TO_SPEAKER: Sign.LEFT.glyph,
    RECHECK: Sign.WAS.glyph,
    NOT_ANSWERED: Sign.NOT_YET.glyph,
}
"""The sign for each way in which a question may stand, as on the screens. A word always goes with it."""


def words(value: str) -> str:
    """A value as it is read: "no evidence found"."""
    return value.replace("_", " ")


def vocabulary() -> dict[str, Json]:
    """The label of each value that a report may hold, by field, so that any program can print them."""
    return {
        "question": {q.value: q.value for q in Question},
        "verdict": {v.value: v.value for v in Verdict},
        "basis": {b.value: b.words for b in Basis},
        "answer": {
            LEFT_TO_SPEAKER: "left to the speaker",
            RECHECK: "to recheck",
            NOT_ANSWERED: "not answered",
        },
        "state": {s.value: s.words for s in WorkState},
        "kind": {k.value: words(k.value) for k in BlockKind},
        "voice": {Voice.OWN.value: "the article's own voice", Voice.ATTRIBUTED.value: "attributed"},
        "detail": {d.value: words(d.value) for d in DetailType},
        "detail_state": {t.value: t.value for t in TickState}
        | {"ticked_elsewhere": "ticked at another place"},
        "reason": {IN_NO_STATEMENT: words(IN_NO_STATEMENT)}
        | {k.value: words(k.value) for k in (BlockKind.FURNITURE, BlockKind.DUPLICATE)},
        "link": {t.value: t.words for t in LinkType},
        "flag": {f.value: f.words for f in Flag} | {"publication": "for publication by itself"},
        "decision": DECISIONS,
        "meaning": {
            "said": "Did the speaker say this, then and there, in these words?",
            "so": "Is all that the statement asserts so, what others are quoted as saying included?",
            "unverified": "Not settled; the basis says why. It does not mean that it is wrong.",
            "left_to_speaker": "The article attributes the content and leaves it there, by explicit choice.",
            "recheck": "Answered once, for something that has changed since. The answer does not count.",
        },
    }
