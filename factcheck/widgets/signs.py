"""The look of each way in which a question may stand: the same in every pane."""

from factcheck.domain.mark import Mark, Sign
from factcheck.domain.progress import WorkState
from factcheck.domain.statement import Flag

LOOKS: dict[Sign, str] = {
    Sign.NOT_YET: "muted",
    Sign.CONFIRMED: "confirmed",
    Sign.UNVERIFIED: "unverified",
    Sign.DISPUTED: "disputed",
    Sign.LEFT: "left",
    Sign.WAS: "was",
}


LEGAL, CRITICISM, PUBLICATION = "!", "*", "p"
"""The signs of the flags and of the mark for publication: the keys that set them."""


def flag_piece(mark: Mark) -> tuple[str, str]:
    """The one sign for what somebody else has to look at, the most urgent; a blank without any."""
    if Flag.LEGAL in mark.flags:
        return (LEGAL, "warning")
    if Flag.CRITICISM in mark.flags:
        return (CRITICISM, "warning")
    return (PUBLICATION, "muted") if mark.is_for_publication else (" ", "")


def margin_pieces(mark: Mark) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two glyphs of a statement, said then so; a blank for a question that it does not pose."""
    if mark.state is WorkState.EXCLUDED:
        return ((" ", ""), ("–", "muted"))
    said = (" ", "") if mark.said is None else (mark.said.glyph, LOOKS[mark.said])
    return (said, (mark.so.glyph, LOOKS[mark.so]))
