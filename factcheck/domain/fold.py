"""From events to state: the only place where what happened turns into how things stand.

Both folds are pure. An `undone` event names a group, which is skipped from then on; `redone` brings it back.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import Any, cast

from msgspec.structs import replace

from factcheck.domain.article import Article
from factcheck.domain.event import ABOUT_A_GROUP, Event, EventKind
from factcheck.domain.fold_words import WORD_STEPS
from factcheck.domain.fold_work import WORK_STEPS, source_step
from factcheck.domain.signoff import Withdrawal, note_of, signoff_of
from factcheck.domain.source import Source
from factcheck.domain.statement import Flag, Statement
from factcheck.domain.statement_form import statement_of
from factcheck.domain.verdict import Answer, Basis, Question, Verdict


def skipped_groups(events: Iterable[Event]) -> frozenset[str]:
    """The groups that are undone and not redone after all these events, oldest first."""
    skipped: set[str] = set()
    for event in events:
        if event.kind is EventKind.UNDONE:
            skipped.add(event.text("group"))
        elif event.kind is EventKind.REDONE:
            skipped.discard(event.text("group"))
    return frozenset(skipped)


def _standing(events: Sequence[Event]) -> list[Event]:
    skipped = skipped_groups(events)
    return [e for e in events if e.kind not in ABOUT_A_GROUP and e.group not in skipped]


def fold(origin: Statement | None, events: Sequence[Event]) -> Statement | None:
    """A statement after all events of its stream, oldest first; None when it does not (any longer) exist.

    `origin` is the statement as the import left it, or None for one that a hand added: then its first
    event says what it was. One whose words are gone from the draft is kept in the log, and can come back.
    """
    return None if _is_gone(events) else fold_with_gone(origin, events)


def _is_gone(events: Sequence[Event]) -> bool:
    """Whether the newest draft that says so has no such words."""
    if all(e.kind is not EventKind.STATEMENT_GONE for e in events):
        return False
    drafts = (EventKind.STATEMENT_GONE, EventKind.STATEMENT_REVISED)
    last = next((e.kind for e in reversed(_standing(events)) if e.kind in drafts), None)
    return last is EventKind.STATEMENT_GONE


def fold_with_gone(origin: Statement | None, events: Sequence[Event]) -> Statement | None:
    """The same, of a statement whose words are gone too: as it stood in the last draft that had them."""
    state = origin
    for event in _standing(events):
        if event.kind is EventKind.STATEMENT_ADDED:
            state = statement_of(event.article_id, event.payload["statement"])
        elif event.kind is EventKind.STATEMENT_RETIRED:
            state = None
        elif state is not None and event.kind is not EventKind.STATEMENT_GONE:
            state = _STEPS[event.kind](state, event)
    if state is None or not events:
        return state
    last = events[-1]
    return replace(state, version=last.version, changed_by=last.actor, changed_at=last.at)


def _with_answer(state: Statement, question: Question, answer: Answer | None) -> Statement:
    if question is Question.SAID:
        return replace(state, said=answer)
    return replace(state, so=answer)


def _verdict_given(state: Statement, event: Event) -> Statement:
    answer = Answer(
        verdict=Verdict(event.text("verdict")),
        given_for=event.text("given_for"),
        by=event.actor,
        at=event.at,
        basis=_basis(event),
    )
    return _with_answer(state, Question(event.text("question")), answer)


def _verdict_cleared(state: Statement, event: Event) -> Statement:
    return _with_answer(state, Question(event.text("question")), None)


def _left_to_speaker(state: Statement, event: Event) -> Statement:
    answer = Answer(
        verdict=None,
        given_for=event.text("given_for"),
        by=event.actor,
        at=event.at,
        is_left_to_speaker=True,
    )
    return replace(state, so=answer)


def _basis_chosen(state: Statement, event: Event) -> Statement:
    question = Question(event.text("question"))
    answer = state.answer(question)
    if answer is None:
        return state
    return _with_answer(state, question, replace(answer, basis=_basis(event)))


def _basis(event: Event) -> Basis | None:
    return None if event.payload.get("basis") is None else Basis(event.text("basis"))


def _private_note_written(state: Statement, event: Event) -> Statement:
    return replace(state, private_note=event.text("text"))


def _public_note_written(state: Statement, event: Event) -> Statement:
    return replace(state, public_note=event.text("text"))


def _flag_raised(state: Statement, event: Event) -> Statement:
    return replace(state, flags=state.flags | {Flag(event.text("flag"))})


def _flag_lowered(state: Statement, event: Event) -> Statement:
    return replace(state, flags=state.flags - {Flag(event.text("flag"))})


def _marked_for_publication(state: Statement, event: Event) -> Statement:
    return replace(state, is_for_publication=True)


def _kept_from_publication(state: Statement, event: Event) -> Statement:
    return replace(state, is_for_publication=False)


_STEPS: dict[EventKind, Callable[[Statement, Event], Statement]] = {
    EventKind.VERDICT_GIVEN: _verdict_given,
    EventKind.VERDICT_CLEARED: _verdict_cleared,
    EventKind.LEFT_TO_SPEAKER: _left_to_speaker,
    EventKind.BASIS_CHOSEN: _basis_chosen,
    EventKind.PRIVATE_NOTE_WRITTEN: _private_note_written,
    EventKind.PUBLIC_NOTE_WRITTEN: _public_note_written,
    EventKind.FLAG_RAISED: _flag_raised,
    EventKind.FLAG_LOWERED: _flag_lowered,
    EventKind.MARKED_FOR_PUBLICATION: _marked_for_publication,
    EventKind.KEPT_FROM_PUBLICATION: _kept_from_publication,
    **WORK_STEPS,
    **WORD_STEPS,
}


def fold_source(events: Sequence[Event]) -> Source | None:
    """A source after all events of its stream, oldest first; None when it was not added, or that is undone."""
    source: Source | None = None
    for event in _standing(events):
        source = source_step(source, event)
    return replace(source, version=events[-1].version) if source else None


def fold_article(events: Sequence[Event]) -> Article | None:
    """An article after all events of its own stream, oldest first; None before its import."""
    article: Article | None = None
    for event in _standing(events):
        if event.kind is EventKind.ARTICLE_IMPORTED:
            article = _imported(event)
        elif article is not None:
            article = replace(article, **_ARTICLE_STEPS[event.kind](article, event))
    return article


def _imported(event: Event) -> Article:
    return Article(
        id=event.article_id,
        slug=event.text("slug"),
        title=event.text("title"),
        draft_id=event.text("draft"),
        dateline=_text_or_none(event, "dateline"),
        author=_text_or_none(event, "author"),
        publisher=_text_or_none(event, "publisher"),
    )


def _text_or_none(event: Event, key: str) -> str | None:
    return event.text(key) if event.payload.get(key) else None


def _number(event: Event, key: str) -> int:
    number = event.payload[key]
    if not isinstance(number, int):
        raise TypeError(f"{event.kind}: {key} is not a number")
    return number


def _with_hint(article: Article, event: Event) -> dict[str, Any]:
    hint = frozenset({_number(event, "hint")})
    accepted, dismissed = article.accepted_hints - hint, article.dismissed_hints - hint
    if event.kind is EventKind.HINT_ACCEPTED:
        accepted |= hint
    elif event.kind is EventKind.HINT_DISMISSED:
        dismissed |= hint
    return {"accepted_hints": accepted, "dismissed_hints": dismissed}


def _signed_off(article: Article, event: Event) -> dict[str, Any]:
    signed = cast("dict[str, Any]", event.payload["signoff"])
    return {"signoff": signoff_of({**signed, "event": event.id})}


def _countersigned(article: Article, event: Event) -> dict[str, Any]:
    """A countersignature under an earlier report stays with that one."""
    signoff, note = article.signoff, cast("dict[str, Any]", event.payload["countersign"])
    if signoff is None or event.text("report") != signoff.report:
        return {}
    return {"signoff": replace(signoff, countersigns=(*signoff.countersigns, note_of(note)))}


def _withdrawn(article: Article, event: Event) -> dict[str, Any]:
    """A withdrawal of an earlier sign-off says nothing of the newest."""
    signoff = article.signoff
    if signoff is None or event.text("report") != signoff.report:
        return {}
    return {"signoff": replace(signoff, withdrawn=Withdrawal(event.actor, event.text("why"), event.at))}


_ARTICLE_STEPS: dict[EventKind, Callable[[Article, Event], dict[str, Any]]] = {
    EventKind.ARTICLE_RENAMED: lambda article, event: {"title": event.text("title")},
    EventKind.ARTICLE_CREDITED: lambda article, event: {
        "author": _text_or_none(event, "author"),
        "publisher": _text_or_none(event, "publisher"),
    },
    EventKind.DRAFT_ADDED: lambda article, event: {
        "draft_id": event.text("draft"),
        "taken_back": frozenset(cast("list[int]", event.payload["taken_back"])),
    },
    EventKind.DATELINE_SET: lambda article, event: {"dateline": _text_or_none(event, "dateline")},
    EventKind.DEADLINE_SET: lambda article, event: {"deadline": _text_or_none(event, "deadline")},
    EventKind.ARTICLE_ARCHIVED: lambda article, event: {"is_archived": True},
    EventKind.ARTICLE_BROUGHT_BACK: lambda article, event: {"is_archived": False},
    EventKind.BLOCK_TAKEN_BACK: lambda article, event: {
        "taken_back": article.taken_back | {_number(event, "block")}
    },
    EventKind.HINT_ACCEPTED: _with_hint,
    EventKind.HINT_DISMISSED: _with_hint,
    EventKind.HINT_REOPENED: _with_hint,
    EventKind.SIGNED_OFF: _signed_off,
    EventKind.COUNTERSIGNED: _countersigned,
    EventKind.SIGNOFF_WITHDRAWN: _withdrawn,
}
