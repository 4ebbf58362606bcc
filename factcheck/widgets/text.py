"""The one door from a `str` to what Textual shows: no markup is read, every character can be seen."""

from textual.content import Content

from factcheck.domain.visible import visible


def content(text: str, style: str = "") -> Content:
    """The characters as they are, square brackets included, as many code points as were given.

    `style` is a Textual style of our own ("bold"), never text from outside.
    """
    return (
        Content.styled(visible(text, keep_line_feeds=True), style)
        if style
        else Content(visible(text, keep_line_feeds=True))
    )
