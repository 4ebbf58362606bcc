"""Naming a detail of a statement by its letter."""

from factcheck.domain.checklist import Item, checklist
from factcheck.domain.statement import Statement
from factcheck.errors import UsageError


def detail_at(statement: Statement, label: str) -> Item:
    """The hard detail with this letter. Raises UsageError when there is none."""
    items = checklist(statement)
    for item in items:
        if item.label == label.casefold():
            return item
    labels = f"It has {items[0].label} to {items[-1].label}." if items else "It has none to be ticked."
    raise UsageError(f"There is no detail {label!r} in this statement.", labels)
