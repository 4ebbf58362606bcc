"""The reviewer's work line by line: what is stored, what is said, and that the two agree."""

from collections.abc import Callable
from concurrent.futures import Future

import pytest

from factcheck.cli.plain_words import WORDS
from factcheck.domain.changes import Changes
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.verdict import Basis, Question, Verdict
from factcheck.errors import ExitCode, FactcheckError, LockedError, StorageFailedError
from tests.cli.lines import Lines


def verdict(question: Question, wanted: Verdict | None) -> Callable[[Statement], bool]:
    def has(statement: Statement) -> bool:
        answer = statement.answer(question)
        return (answer.verdict if answer else None) is wanted

    return has


ACTIONS: list[tuple[str, Callable[[Statement], bool]]] = [
    ("c", verdict(Question.SAID, Verdict.CONFIRMED)),
    ("unverified", verdict(Question.SAID, Verdict.UNVERIFIED)),
    ("d", verdict(Question.SAID, Verdict.DISPUTED)),
    ("o", lambda s: s.so is not None and s.so.is_left_to_speaker),
    ("m ask [sic] again", lambda s: s.private_note == "ask [sic] again"),
    ("M See the minutes.", lambda s: s.public_note == "See the minutes."),
    ("!", lambda s: s.flags == {Flag.LEGAL}),
    ("*", lambda s: s.flags == {Flag.CRITICISM}),
    ("p!", lambda s: s.is_for_publication),
]


@pytest.mark.parametrize(("line", "is_done"), ACTIONS, ids=[line for line, _ in ACTIONS])
def test_each_action_is_stored_said_to_be_and_undone_and_redone(
    lines: Lines, quoted: int, line: str, is_done: Callable[[Statement], bool]
) -> None:
    before = lines.shop.number(quoted)
    told = lines(line)
    assert is_done(lines.shop.number(quoted))
    assert told.startswith(f"{quoted}, ")
    assert "Saved. " in told
    assert f"{quoted}, undone: " in lines("z")
    after = lines.shop.number(quoted)
    assert not is_done(after)
    assert (after.said, after.so, after.flags) == (before.said, before.so, before.flags)
    assert f"{quoted}, redone: " in lines("Z")
    assert is_done(lines.shop.number(quoted))
    assert lines.shop.findings() == []


def test_every_word_is_answered_and_none_besides(lines: Lines) -> None:
    assert set(lines.review._acts) | {"quit"} == {word.id for word in WORDS}


def test_a_basis_comes_with_the_verdict_or_after_it_and_one_that_does_not_fit_changes_nothing(
    lines: Lines, quoted: int
) -> None:
    refused = lines("d no_evidence_found")
    assert "Saved" not in refused
    assert "worded differently" in refused
    assert lines.shop.number(quoted).said is None
    assert "Give the verdict first" in lines("b")
    lines("d Worded-Differently")
    answer = lines.shop.number(quoted).said
    assert answer is not None
    assert answer.basis is Basis.WORDED_DIFFERENTLY
    offered = lines("b").splitlines()
    assert offered[:5] == [
        "1, contradicted by evidence",
        "2, denied by named party",
        "3, accounts differ",
        "4, worded differently",
        "5, not this speaker",
    ]
    assert "Saved" in lines("b 5")
    assert "Saved" in lines("b -")
    answer = lines.shop.number(quoted).said
    assert answer is not None
    assert (answer.verdict, answer.basis) == (Verdict.DISPUTED, None)
    assert "Saved" in lines("0")
    assert lines.shop.number(quoted).said is None
    assert "Nothing had to be saved" in lines("0")


def test_a_note_of_several_lines_ends_with_a_dot(lines: Lines, quoted: int) -> None:
    told = lines("m", "first [line]", "", "  third", ".")
    assert "never leaves this program" in told
    assert lines.shop.number(quoted).private_note == "first [line]\n\n  third"
    shown = lines("show")
    assert "Private note: first [line]\n  \n    third\n" in shown
    lines("m -")
    assert lines.shop.number(quoted).private_note == ""
    assert "Nothing was typed" in lines("M", ".")


def test_p04_a_note_that_is_cut_off_is_kept_and_gone_on_with(lines: Lines, quoted: int) -> None:
    told = lines("M", "half", "ty")
    assert "is not saved. What was typed is kept" in told
    assert lines.shop.number(quoted).public_note == ""
    lines.restart()
    assert "text for the public note that is not saved" in lines("show")
    assert "not saved" in lines("M something else")
    told = lines("M", "ped", ".")
    assert "Typed before and not saved: half\n  ty\n" in told
    assert lines.shop.number(quoted).public_note == "half\nty\nped"
    assert "that is not saved" not in lines("show")
    assert "It will take the place of: half" in lines("M", "thrown away", "..")
    assert lines.shop.number(quoted).public_note == "half\nty\nped"
    assert lines.review.typed == {}


def test_a_note_of_a_megabyte_in_one_line_is_stored(lines: Lines, quoted: int) -> None:
    lines(f"m {'so ' * 400_000}end")
    assert len(lines.shop.number(quoted).private_note) == 1_200_003


def test_excluded_blocks_are_read_taken_back_and_put_back(lines: Lines) -> None:
    number = lines("X").partition(",")[0]
    total = lines.session.tally().statements
    told = lines(f"take-back {number}")
    assert f"block {number} taken back. Saved." in told
    assert lines.session.tally().statements > total
    assert lines("X") == "All blocks are checked.\n"
    assert "is not excluded" in lines(f"take-back {number}")
    assert "undone: " in lines("z")
    assert lines.session.tally().statements == total
    assert lines("X").startswith(f"{number}, not checked, ")


def test_the_dateline_is_read_set_taken_away_and_brought_back(lines: Lines) -> None:
    assert lines("D") == "Dateline: not set.\n"
    assert "Saved." in lines("D Fenwick, 3 May 2024")
    assert lines("D") == "Dateline: Fenwick, 3 May 2024.\n"
    assert "Saved." in lines("D -")
    assert lines("D") == "Dateline: not set.\n"
    lines("z")
    assert lines("D") == "Dateline: Fenwick, 3 May 2024.\n"


def test_p11_a_change_by_somebody_else_is_said_with_both_values_and_nothing_is_overwritten(
    lines: Lines, quoted: int
) -> None:
    lines.shop.by("ben").give_verdict(lines.shop.number(quoted), Question.SAID, Verdict.DISPUTED)
    told = lines("c")
    assert "Changed by ben at " in told
    assert "said: disputed" in told
    assert "Yours was said: confirmed" in told
    assert "Saved" not in told
    assert "Said (asked now): disputed, without a basis" in told
    answer = lines.shop.number(quoted).said
    assert answer is not None
    assert (answer.by, answer.verdict) == ("ben", Verdict.DISPUTED)
    assert "said: confirmed. Saved." in lines("c")


def test_p11_a_note_that_was_overtaken_is_kept(lines: Lines, quoted: int) -> None:
    lines.shop.by("ben").write_private_note(lines.shop.number(quoted), "his")
    told = lines("m mine")
    assert "Your note, which is kept for later: mine" in told
    assert "Private note: his" in told
    assert "Saved" not in told
    assert "Saved" in lines("m", ".")
    assert lines.shop.number(quoted).private_note == "mine"


def test_what_others_write_is_told_and_what_one_writes_oneself_is_not(lines: Lines, quoted: int) -> None:
    lines("c")
    assert "meanwhile" not in lines("show")
    lines.shop.by("ben").give_verdict(lines.shop.number(1), Question.SO, Verdict.UNVERIFIED)
    assert "1, meanwhile, ben at 10:00: so: unverified." in lines("D")
    lines.shop.by("ben").give_verdict(lines.shop.number(quoted), Question.SO, Verdict.UNVERIFIED)
    told = lines("D")
    assert f"{quoted}, meanwhile, ben at " in told
    assert "So: unverified, without a basis" in told
    assert "Saved" in lines("so") + lines("c")


def failed(error: FactcheckError | None = None) -> Future[Changes]:
    future: Future[Changes] = Future()
    future.set_exception(error or StorageFailedError("The disk is full.", "Make room, then try again."))
    return future


def test_p03_what_could_not_be_saved_is_never_said_to_be(
    lines: Lines, quoted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines.session, "give_verdict", lambda *_: failed())
    monkeypatch.setattr(lines.session, "write_private_note", lambda *_: failed())
    told = lines("c")
    assert told == "Not saved: The disk is full. Make room, then try again.\n"
    assert "Not saved" in lines("m ask her")
    busy = LockedError("Another process is writing.", "Wait a moment.")
    monkeypatch.setattr(lines.session, "switch_publication", lambda *_: failed(busy))
    assert lines("publish").endswith("Wait a moment. Nothing was saved.\n")
    monkeypatch.undo()
    assert lines.review.typed == {f"private_note:{lines.shop.number(quoted).id}": "ask her"}
    assert "Saved." in lines("m", ".")
    assert lines.shop.number(quoted).private_note == "ask her"


def test_p03_a_place_that_could_not_be_saved_is_said_once_and_shows_in_the_exit_code(
    lines: Lines, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lines.session, "save_place", lambda *_: failed())
    code, told = lines.run("n", "n", "q")
    assert code == ExitCode.STORAGE_FAILED
    assert told.count("The place is not saved. The disk is full.") == 1
    assert "All is saved" not in told


def test_bytes_that_are_no_text_are_replaced_and_that_is_said(lines: Lines, quoted: int) -> None:
    lines.typed.lines.append(b"m caf\xe9 \xff\r\n")
    code, told = lines.run()
    assert code == 0
    assert "Bytes that are not UTF-8 were replaced." in told
    assert lines.shop.number(quoted).private_note == "caf\ufffd \ufffd"
