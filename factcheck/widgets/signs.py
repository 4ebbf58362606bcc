"""The glyph, the word and the look of each way in which a question may stand: the same in every pane."""

from factcheck.domain.mark import Mark, Sign
from factcheck.domain.progress import WorkState

GLYPHS: dict[Sign, str] = {
    Sign.NOT_YET: "·",
    Sign.CONFIRMED: "✓",
    Sign.UNVERIFIED: "?",
    Sign.DISPUTED: "✗",
    Sign.LEFT: "→",
    Sign.WAS: "↺",
}
LOOKS: dict[Sign, str] = {
    Sign.NOT_YET: "muted",
    Sign.CONFIRMED: "confirmed",
    Sign.UNVERIFIED: "unverified",
    Sign.DISPUTED: "disputed",
    Sign.LEFT: "left",
    Sign.WAS: "was",
}


def margin_pieces(mark: Mark) -> tuple[tuple[str, str], tuple[str, str]]:
    """The two glyphs of a statement, said then so; a blank for a question that it does not pose."""
    if mark.state is WorkState.EXCLUDED:
        return ((" ", ""), ("–", "muted"))
    said = (" ", "") if mark.said is None else (GLYPHS[mark.said], LOOKS[mark.said])
    return (said, (GLYPHS[mark.so], LOOKS[mark.so]))
