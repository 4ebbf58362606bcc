"""A desk with articles of every kind on it."""

from factcheck.domain.article import BlockKind
from factcheck.domain.glance import Glance, Waiting
from factcheck.domain.query import Addressee, Query
from factcheck.domain.tally import Tally
from tests.screens.fake_desk import FakeDesk, line_of

FINISHED = Tally(
    statements=24, done=24, verdicts=30, said_confirmed=12, so_confirmed=14, so_unverified=1, so_disputed=3
)
HALF_DONE = Tally(
    statements=12, excluded=1, untouched=5, done=4, recheck=2, verdicts=9, said_confirmed=3, said_unverified=1,
    so_confirmed=2, so_unverified=1, so_disputed=2, so_left_to_speaker=1,
)  # fmt: skip
BARELY_BEGUN = Tally(statements=340, untouched=338, done=1, recheck=1)
TRAP = "\u202eevil\u202c \x1b]52;c;aGk=\x07 [/] [sic]"
AT_THE_ZOO = Glance(
    (
        (BlockKind.HEADLINE, "Zoo counts 4,000 penguins in what its keeper calls ‘the first step to a colony’ [sic]"),
        (BlockKind.STANDFIRST, "Nobody knows where they came from. [/]"),
        (BlockKind.CAPTION, "Penguins at the gate, 2 March 2025. Photo: N. Berg / [/no credit]"),
        (BlockKind.PARAGRAPH, "The keeper, Ada Lund, said on Monday that the zoo had counted 4,000 penguins, twice. " * 3),
        (BlockKind.PARAGRAPH, "“[B]ecause of the fog, nobody saw them come,” Lund added."),
    ),
    5,
    3,
    "The keeper, Ada Lund, said on Monday that the zoo had counted 4,000 penguins, twice.",
    (
        Waiting(3, Query("q1", Addressee.AUTHOR, "Who counted them [sic]?", at="2025-03-02T08:00:00Z")),
        Waiting(7, Query("q2", Addressee.SOURCE, "Did you say “nobody”?", name="Ada Lund", at="2025-03-04T08:00:00Z")),
    ),
)  # fmt: skip


def full_desk() -> FakeDesk:
    """Five articles on the desk, the one last worked on first, and one in the archive."""
    desk = FakeDesk(
        lines=[
            line_of(1, "Ferry late again, says harbour master", touched_at="2025-03-04T08:05:00Z"),
            line_of(
                2,
                "Zoo counts 4,000 penguins in what its keeper calls ‘the first step to a colony’ [sic]",
                tally=HALF_DONE,
                touched_at="2025-03-03T08:00:00Z",
                deadline="2025-03-03 18:00",
                dateline="Lindholm, 3 March 2025",
            ),
            line_of(3, "Minister’s ‘[B]est year’ claim", tally=FINISHED, touched_at="2025-03-02T08:00:00Z"),
            line_of(
                4, TRAP, tally=BARELY_BEGUN, touched_at="2024-12-24T08:00:00Z", deadline="Fri, first edition"
            ),
            line_of(5, "港の記録によれば、木箱は四千個あったという。", touched_at="2024-11-24T08:00:00Z"),
            line_of(6, "Put away [/]", touched_at="2024-10-01T08:00:00Z", is_archived=True),
        ]
    )
    desk.glances = {"k2": AT_THE_ZOO, "k4": Glance(((BlockKind.HEADLINE, TRAP),), 0, 2, TRAP)}
    return desk
