"""What a parser took out of a file, as JSON and back. The child that wrote it may be under a stranger's command."""

from collections.abc import Callable
from typing import Any, TypeVar

from factcheck.documents.document import Note, NoteKind, Origin, Proposals, Taken
from factcheck.domain.article import BlockKind
from factcheck.domain.canonical import Json
from factcheck.domain.draft import Stated
from factcheck.domain.text import Span

T = TypeVar("T")


def form_of(taken: Taken) -> dict[str, Json]:
    """A value that JSON can hold."""
    told = taken.proposals
    return {
        "text": taken.text,
        "encoding": taken.encoding,
        "warnings": list(taken.warnings),
        "proposals": [told.title, told.author, told.date, told.source],
        "notes": [[n.offset, n.kind.value, n.text, n.author] for n in taken.notes],
        "stated": [[*_pair(s.span), s.kind.value, s.reason] for s in taken.stated],
        "origins": [[*_pair(o.span), o.place] for o in taken.origins],
    }


def taken_of(form: Json) -> Taken:
    """The value again. Raises ValueError for whatever `form_of` would not have written."""
    try:
        return _taken(form)
    except (AttributeError, IndexError, KeyError, TypeError) as error:
        raise ValueError("not what was taken out of a file") from error


def _taken(form: Any) -> Taken:  # Any: the shape is just what is being found out
    text = _text(form["text"])
    text.encode()  # UnicodeEncodeError is a ValueError
    if "\x00" in text:
        raise ValueError("NUL")
    end = len(text)
    return Taken(
        text=text,
        encoding=_text(form["encoding"]),
        warnings=tuple(map(_text, form["warnings"])),
        proposals=Proposals(*_each(form["proposals"], _text, 4)),
        notes=tuple(_note(one, end) for one in form["notes"]),
        stated=tuple(_stated(one, end) for one in form["stated"]),
        origins=tuple(Origin(_span(one[:2], end), _text(one[2])) for one in form["origins"]),
    )


def _note(form: Any, end: int) -> Note:
    offset = form[0]
    if not isinstance(offset, int) or not 0 <= offset <= end:
        raise ValueError("a note outside the text")
    return Note(offset, NoteKind(form[1]), _text(form[2]), _text(form[3]))


def _stated(form: Any, end: int) -> Stated:
    reason = form[3]
    return Stated(_span(form[:2], end), BlockKind(form[2]), None if reason is None else _text(reason))


def _span(form: Any, end: int) -> Span:
    first, behind = form
    if not isinstance(first, int) or not isinstance(behind, int) or behind > end:
        raise ValueError("a span outside the text")
    return Span(first, behind)


def _pair(span: Span) -> tuple[int, int]:
    return span.start, span.end


def _each(form: Any, read: Callable[[Any], T], count: int) -> list[T]:
    if not isinstance(form, list) or len(form) != count:
        raise ValueError("not so many")
    return [read(one) for one in form]


def _text(form: Any) -> str:
    if not isinstance(form, str):
        raise ValueError("not text")  # noqa: TRY004  # one kind of error for all that is not as it was written
    return form
