"""Why a statement is not checked."""

from enum import StrEnum


class Exclusion(StrEnum):
    """The reasons from which a checker chooses."""

    OPINION = "opinion"
    PREDICTION = "prediction"
    RHETORICAL = "rhetorical"
    NOT_CHECKABLE = "not checkable"
    FURNITURE = "furniture"
