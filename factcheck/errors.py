"""The one family of errors that a user may see, and the table of exit codes."""

from enum import IntEnum


class ExitCode(IntEnum):
    """What the program's exit code means. 10 to 16 belong to `verify`."""

    OK = 0
    INTERNAL = 1
    USAGE = 2
    CONFLICT = 3
    LOCKED = 4
    NEWER_SCHEMA = 5
    DAMAGED = 6
    NOT_READY = 7
    INPUT_REFUSED = 8
    STORAGE_FAILED = 9
    BAD_SIGNATURE = 10
    NOT_TRUSTED = 11
    CONTRADICTS = 12
    MALFORMED = 13
    INCOMPLETE = 14
    NEWER_FORMAT = 15
    EVIDENCE_CHANGED = 16
    HANGUP = 129
    INTERRUPTED = 130
    TERMINATED = 143


class FactcheckError(Exception):
    """Something that the user can do something about: a title, one sentence, and the next step.

    The sentences may name files and addresses that the user gave, and never quote an article.
    """

    exit_code = ExitCode.INTERNAL
    title = "Something went wrong"

    def __init__(self, sentence: str, next_step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.next_step = next_step


class UsageError(FactcheckError):
    """The command line asks for something that there is not."""

    exit_code = ExitCode.USAGE
    title = "That cannot be done"


class ActionRefusedError(FactcheckError):
    """The action makes no sense for this statement as it stands; nothing was changed."""

    exit_code = ExitCode.USAGE
    title = "Not possible here"


class ChangedMeanwhileError(FactcheckError):
    """Somebody else, or another window, changed the statement after it was shown."""

    exit_code = ExitCode.CONFLICT
    title = "Changed by somebody else"


class LockedError(FactcheckError):
    """Another process holds the store for writing."""

    exit_code = ExitCode.LOCKED
    title = "The store is busy"


class NewerSchemaError(FactcheckError):
    """The store was written by a newer version of the program."""

    exit_code = ExitCode.NEWER_SCHEMA
    title = "The store is newer than this program"


class DamagedError(FactcheckError):
    """The store, or a file in it, is not what it should be."""

    exit_code = ExitCode.DAMAGED
    title = "The store is damaged"


class InputRefusedError(FactcheckError):
    """A file cannot be taken in: undecodable, binary, empty or too large."""

    exit_code = ExitCode.INPUT_REFUSED
    title = "The file was not taken in"


class StorageFailedError(FactcheckError):
    """The disk did not take what was to be saved: full, read-only, gone."""

    exit_code = ExitCode.STORAGE_FAILED
    title = "Not saved"


class NotReadyError(FactcheckError):
    """The gate is shut: something stands against the sign-off that nobody has let stand."""

    exit_code = ExitCode.NOT_READY
    title = "Not ready to be signed"


class KeyRefusedError(FactcheckError):
    """A key cannot sign: it is not there, not open, or not of a kind that is good enough."""

    exit_code = ExitCode.USAGE
    title = "Not signed"
