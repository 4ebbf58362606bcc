import ast
from html import unescape

import pytest

from factcheck.domain.visible import visible
from factcheck.report.markup import Html, Shape, escaped, joined
from tests.conftest import ROOT
from tests.report.test_forms import HOSTILE

CELL = Shape('<td title="{}">{}</td>')


@pytest.mark.parametrize("words", HOSTILE)
def test_p13_a_value_opens_no_tag_and_closes_no_attribute_and_is_read_as_it_was(words: str) -> None:
    made = CELL(words, words).markup.removeprefix('<td title="').removesuffix("</td>")
    title, cell = made.split('">')
    assert not set("<>\"'") & set(title + cell)
    assert unescape(title) == unescape(cell) == visible(words, keep_line_feeds=True)


def test_markup_of_a_shape_is_put_into_another_as_it_is() -> None:
    row = Shape("<tr>{}</tr>")
    assert row(joined([CELL("a", 1), CELL("&", None)])) == Html(
        '<tr><td title="a">1</td><td title="&amp;">None</td></tr>'
    )


def test_text_that_reads_like_our_markup_is_escaped_whichever_came_first() -> None:
    ours, text = Html("<b>ours</b>"), "<b>ours</b>"
    shape = Shape("{}")
    assert (shape(ours), shape(text).markup, shape(ours)) == (ours, "&lt;b&gt;ours&lt;/b&gt;", ours)


def test_text_of_another_kind_is_escaped_as_well() -> None:
    class Words(str):
        __slots__ = ()

    assert escaped(Words("<b>\x1b")).markup == "&lt;b&gt;\u241b"
    assert escaped(["<b>"]).markup == "[&#39;&lt;b&gt;&#39;]"


def test_a_percent_sign_of_ours_stays_one_and_a_brace_in_a_value_is_no_place() -> None:
    assert Shape("100% of {}, %s")("{} %s").markup == "100% of {} %s, %s"


@pytest.mark.parametrize("values", [(), ("a",), ("a", "b", "c")])
def test_a_shape_takes_as_many_values_as_it_has_places(values: tuple[str, ...]) -> None:
    with pytest.raises(TypeError):
        CELL(*values)


def test_what_is_not_escaped_stands_in_our_own_source() -> None:
    """Each shape and each piece of ready markup is a literal, but for the style sheet and what `markup` makes."""
    made = [
        (path.name, [type(one).__name__ for one in call.args], ast.unparse(call))
        for path in sorted((ROOT / "factcheck").rglob("*.py"))
        if "factcheck.report.markup" in (source := path.read_text(encoding="utf-8"))
        for call in ast.walk(ast.parse(source))
        if isinstance(call, ast.Call) and ast.unparse(call.func) in {"Html", "Shape"}
    ]
    ours = [what for what in made if what[1] != ["Constant"]]
    assert ours == [("html_form.py", ["Call"], "Html(content.decode('utf-8'))")]
    assert len(made) > 80


def test_p13_each_character_is_escaped_as_it_is_shown() -> None:
    characters = [chr(code) for code in (*range(0x3200), *range(0xFE00, 0x10000), 0x1F600, 0xE0041, 0xE0100)]
    wrong = [c for c in characters if unescape(escaped(c).markup) != visible(c, keep_line_feeds=True)]
    assert wrong == []
    assert {c for c in characters if escaped(c).markup != visible(c, keep_line_feeds=True)} == set("&<>'\"")
