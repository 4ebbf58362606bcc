"""Filters as a person names them: as they are stored, or as they are read."""

from collections.abc import Sequence

from factcheck.domain.filter import Filter, FilterBy, filter_of, ready_filters
from factcheck.errors import UsageError


def filter_named(name: str, speakers: Sequence[str]) -> Filter:
    """The filter called "state:open", "still open", "open", "so disputed" or by a speaker's name.

    Raises UsageError when there is none.
    """
    try:
        stored = filter_of(name.strip())
    except ValueError:
        stored = None
    if stored is not None:
        return stored
    wanted = name.strip().casefold()
    for known in (*ready_filters(), *(Filter(FilterBy.SPEAKER, speaker) for speaker in speakers)):
        if wanted in (known.words.casefold(), known.value.casefold()):
            return known
    raise UsageError(
        f"There is no filter {name.strip() or 'without a name'}.",
        "Say state:open, answer:so:disputed, kind:caption, speaker:NAME, flag:legal, note:private, "
        "lack:tick or for:publication.",
    )
