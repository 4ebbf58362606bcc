"""What the card shows beside a statement: the sources that it cites, the statements that it is linked to."""

from collections.abc import Mapping
from dataclasses import dataclass, field

TYPE_CHECKING = (
    False  # the card of most statements has nothing around: what that could be is loaded when it is there
)
if TYPE_CHECKING:
    from factcheck.domain.link import LinkType
    from factcheck.domain.source import Source


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A linked statement: its number, from 1, and its words."""

    number: int
    exact: str


@dataclass(frozen=True, slots=True)
class Suggested:
    """A hint that nobody has looked at yet, seen from one of its statements; `number` is that of the other one."""

    type: "LinkType"
    number: int
    is_from_here: bool


@dataclass(frozen=True, slots=True)
class Around:
    """`sources` by the id that a citation names, `linked` by the id that a link names (a statement that there is
    no longer is missing), `ticked_at` by the hash of a name or title: the number of the first statement in
    which it is ticked. `suggested` are links that a hint suggests, the best first.
    """

    sources: "Mapping[str, Source]" = field(default_factory=dict)
    linked: Mapping[str, Neighbour] = field(default_factory=dict)
    ticked_at: Mapping[str, int] = field(default_factory=dict)
    suggested: tuple[Suggested, ...] = ()


NOTHING_AROUND = Around()
