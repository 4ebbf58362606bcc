"""The line of keys fits, keeps help, and says what can do nothing at the moment."""

from factcheck.widgets.key_line import Key, KeyLine

KEYS = [Key("a", "c", "confirmed"), Key("b", "u", "unverified"), Key("z", "?", "help", is_kept=True)]


def text(width: int) -> str:
    return "".join(piece for piece, _ in KeyLine(KEYS).lines_for(width, 1)[0]).rstrip()


def test_all_keys_where_there_is_room() -> None:
    assert text(60) == "c confirmed   u unverified   ? help"


def test_help_stays_when_others_have_to_go() -> None:
    assert text(22) == "c confirmed   ? help"
    assert text(10) == "? help"


def test_what_can_do_nothing_stays_in_its_place_dimmed() -> None:
    line = KeyLine(KEYS)
    before = [piece for piece, _ in line.lines_for(60, 1)[0]]
    line._dimmed = {"b"}
    after = line.lines_for(60, 1)[0]
    assert [piece for piece, _ in after] == before
    assert ("u", "muted") in after
