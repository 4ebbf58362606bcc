"""Stepping, finding and reading line by line: what is said, and that it is plain."""

import io
from pathlib import Path

from factcheck.cli.plain_talk import Talk
from factcheck.cli.plain_words import WORDS
from tests.cli.lines import TRAPS, Lines, is_plain, open_lines


def test_the_statement_is_read_with_numbers_first_and_the_exact_words(lines: Lines, quoted: int) -> None:
    statement = lines.shop.number(quoted)
    first, second, *rest = lines("").splitlines()
    assert first == f"{quoted} of {lines.session.tally().statements}, paragraph, untouched"
    assert second == f"Words: {statement.exact}"
    assert "Said (asked now): not yet" in rest
    assert "So: not yet" in rest
    assert any(line.startswith("Speaker: Mayor Ada Quill; cue: said") for line in rest)
    assert any(line.startswith("Number: ") and "40,000" in line for line in rest)
    lines("so")
    lines("d accounts differ")
    assert "So (asked now): disputed, accounts differ" in lines("show").splitlines()
    lines("u")
    assert "So (asked now): unverified, without a basis" in lines("show").splitlines()


def test_questions_are_switched_and_own_voice_has_only_one(lines: Lines, quoted: int) -> None:
    assert lines("s") == f"{quoted}, so is asked now.\n"
    assert lines("said") == f"{quoted}, said is asked now.\n"
    own = lines.shop.reader.number_of(lines.shop.own().id)
    lines(f"g {own}")
    assert "Only so can be answered" in lines("s")
    assert "no speaker" in lines("o")


def test_moves_go_through_every_statement_and_say_so_at_the_ends(lines: Lines) -> None:
    total = lines.session.tally().statements
    assert "This is the first statement." in lines("p")
    for number in range(2, total + 1):
        assert lines("n").startswith(f"{number} of {total}, ")
    assert lines("n") == "This is the last statement.\n"
    assert lines("back").startswith(f"{total - 1} of {total}, ")
    assert lines("first").startswith("1 of ")
    assert lines("last").startswith(f"{total} of ")
    assert lines("K") != lines("J")
    assert f"The article has {total}" in lines("g 99")
    assert lines("g 2").startswith("2 of ")
    assert lines("g 2") == "You are at 2.\n"


def test_open_goes_to_what_wants_something_and_from_the_end_to_the_start(lines: Lines) -> None:
    total = lines.session.tally().statements
    lines("last")
    assert lines("open").startswith("From the end on to the start.\n1 of ")
    for number in range(1, total + 1):
        lines(f"g {number}")
        for question in lines.shop.number(number).questions:
            lines(question.value)
            lines("c")
    assert lines("open") == "Nothing is left open.\n"


def test_a_filter_says_what_is_stepped_through(lines: Lines, quoted: int) -> None:
    lines("!")
    lines("first")
    listed = lines("f").splitlines()
    number = next(x.partition(",")[0] for x in listed if x.endswith("flag:legal"))
    told = lines(f"f {number}")
    assert told.startswith("1 statement, legal read. F clears the filter.\n")
    assert f"{quoted} of " in told
    assert lines("n") == "This is the last statement that is legal read; F clears the filter.\n"
    assert lines("list").splitlines()[-1].startswith("1 statement, legal read")
    assert lines("list all").splitlines()[-1] == f"{lines.session.tally().statements} statements."
    assert "No statement is so disputed" in lines("f so disputed")
    assert lines.review.wanted is not None
    assert "There is no filter true" in lines("f true")
    assert "There is no filter 99" in lines("f 99")
    lines("F")
    assert lines.review.wanted is None


def test_a_filter_that_lets_the_current_statement_through_stays_at_it(lines: Lines, quoted: int) -> None:
    assert lines("f open").splitlines() == [
        f"{lines.session.tally().open} statements, still open. F clears the filter."
    ]
    assert lines.review.stand.number == quoted


def test_words_are_found_further_on_and_further_up(lines: Lines) -> None:
    assert "Nothing has been looked for" in lines("again")
    found = lines('/ "MORE THAN 40,000')
    assert "more than 40,000" in found
    assert lines("again") == "No other statement has these words.\n"
    lines("last")
    assert "more than 40,000" in lines("N")
    assert lines("/ the bridge").startswith(("From the end", str(lines.review.stand.number)))
    lines("last")
    assert lines("/ Mayor calls").startswith("From the end on to the start.\n1 of ")
    assert lines("find nowhere") == "No statement has these words.\n"
    assert lines("/ asked").startswith(f"{lines.session.tally().statements - 1} of ")
    lines("first")
    assert lines("N").startswith("From the start back to the end.\n")


def test_the_list_has_each_statement_in_one_line(lines: Lines, quoted: int) -> None:
    lines("c")
    *listed, last = lines("list").splitlines()
    assert len(listed) == lines.session.tally().statements
    assert last == f"{len(listed)} statements."
    assert listed[quoted - 1].startswith(
        f"{quoted}, in progress, said confirmed, so not yet: Mayor Ada Quill"
    )
    assert "cannot be followed" in lines("list some")


def test_the_paragraph_is_read_in_three_parts(lines: Lines) -> None:
    lines("last")
    told = lines("t").splitlines()
    assert "The statement: " + lines.shop.number(lines.review.stand.number).exact in told
    assert any(line.startswith("Before it: “We were never asked") for line in told)
    assert "After it: nothing" in told


def test_history_says_when_who_and_what(lines: Lines, quoted: int) -> None:
    assert "Nothing has been done" in lines("h")
    lines("c")
    lines("z")
    (line,) = lines("h").splitlines()
    assert line == "today 10:00, ann: said: confirmed, undone"


def test_p05_place_question_filter_and_undo_are_there_after_a_restart(lines: Lines, quoted: int) -> None:
    lines("so")
    lines("c")
    lines("s")
    lines("s")
    lines("f open")
    lines.restart()
    code, told = lines.run()
    assert code == 0
    assert "Only statements that are still open are stepped through" in told
    assert f"{quoted} of " in told
    assert "So (asked now): confirmed" in told
    assert "undone: so: confirmed. Saved." in lines("z")


def test_p17_a_store_that_is_read_only_can_be_read(tmp_path: Path) -> None:
    lines = open_lines(tmp_path, is_read_only=True)
    code, told = lines.run("n", "list", "q")
    assert code == 0
    assert "The store is read-only: nothing can be saved." in told
    assert "All is saved" not in told
    assert lines.session.place() is None
    lines.close()


def test_errors_end_nothing_and_say_what_to_do(lines: Lines) -> None:
    code, told = lines.run("frobnicate", "g x", "take-back 99", "n")
    assert code == 0
    assert "There is no command frobnicate. A question mark lists them." in told
    assert "x is not a number." in told
    assert "Block 99 is not excluded." in told
    assert "2 of " in told
    assert told.rstrip().endswith("You are at 2. All is saved.")


def test_a_line_that_a_terminal_has_cut_off_is_remarked_on() -> None:
    data, talk = io.StringIO(), io.StringIO()
    asking = Talk(io.BytesIO(b"x" * 4095 + b"\n"), data, talk, is_terminal=True)
    assert asking.ask("1 of 2, so:") == "x" * 4095
    assert talk.getvalue().startswith("1 of 2, so: A terminal drops what goes beyond")


def test_an_article_without_a_statement_can_be_opened(tmp_path: Path) -> None:
    lines = open_lines(tmp_path, "pdfshareprint\n")
    assert lines.session.tally().statements == 0
    told = [lines(word.typed[-1] + {"N": " 1", "WORDS": " x"}.get(word.argument, "")) for word in WORDS[:-1]]
    assert "Saved" in "".join(told)  # the block could be taken back
    lines.close()


def test_p13_no_answer_has_a_control_character_a_box_or_an_eaten_bracket(tmp_path: Path) -> None:
    lines = open_lines(tmp_path, TRAPS)
    trap = "\x1b]0;t\x07 [/] \u202e"
    told = [
        lines(f"{line} {trap}" if word.argument in ("[TEXT]", "WORDS", "[FILTER]", "[BASIS]") else line)
        for number in (1, 2)
        for word in WORDS
        if word.id != "quit"
        for line in (f"g {number}", f"{word.typed[0]} 1" if word.argument == "N" else word.typed[0])
    ]
    told += [lines(line) for line in (trap, "m", "D", "show", "list", "t", "h", "f")]
    told.append(lines.run(trap)[1])
    assert [c for text in told for c in text if not is_plain(c)] == []
    for bracket in ("[sic]", "[B]ecause", "[/no evidence]", "[bold red]"):
        assert bracket in "".join(told)
    lines.close()
