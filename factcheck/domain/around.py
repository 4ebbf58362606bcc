"""What the card shows beside a statement: the sources that it cites, the statements that it is linked to."""

from collections.abc import Mapping

from msgspec import Struct, field

TYPE_CHECKING = (
    False  # the card of most statements has nothing around: what that could be is loaded when it is there
)
if TYPE_CHECKING:
    from factcheck.domain.link import LinkType
    from factcheck.domain.source import Source


class Neighbour(Struct, frozen=True):
    """A linked statement: its number, from 1, and its words."""

    number: int
    exact: str


class Suggested(Struct, frozen=True):
    """A hint that nobody has looked at yet, seen from one of its statements; `number` is that of the other one."""

    type: "LinkType"
    number: int
    is_from_here: bool


class Around(Struct, frozen=True):
    """`sources` by the id that a citation names, `linked` by the id that a link names (a statement that there is
    no longer is missing), `ticked_at` by the hash of a name or title: the number of the first statement in
    which it is ticked. `suggested` are links that a hint suggests, the best first.
    """

    sources: "Mapping[str, Source]" = field(default_factory=dict)
    linked: Mapping[str, Neighbour] = field(default_factory=dict)
    ticked_at: Mapping[str, int] = field(default_factory=dict)
    suggested: tuple[Suggested, ...] = ()


NOTHING_AROUND = Around()
