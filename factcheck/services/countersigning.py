"""The editor's end of a sign-off: countersigning what is signed here, and taking over what was countersigned elsewhere."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from factcheck.domain.article import Article
from factcheck.domain.changes import Changes
from factcheck.domain.signoff import SignedState, Signoff
from factcheck.errors import ActionRefusedError, ExitCode, InputRefusedError, StorageFailedError
from factcheck.report.checks import Document
from factcheck.report.sealed import Sealed
from factcheck.services.preparing import Who
from factcheck.services.signing_off import SigningOff, is_about, sealed_of
from factcheck.signing.allowed import read_allowed_signers
from factcheck.signing.container import RefusedError, read_folder, read_limited, read_zip
from factcheck.signing.countersigning import Decision
from factcheck.signing.namespaces import COUNTERSIGN
from factcheck.signing.package import sealed_in, with_countersign, write_package
from factcheck.signing.signer import Signer
from factcheck.signing.sshsig import read_armored
from factcheck.signing.verifying import verify

if TYPE_CHECKING:
    from factcheck.store.ledger import Ledger
    from factcheck.store.whole import WholeReader


class Package(Struct, frozen=True):
    """A package that can be read: its files by name, the report in it with all signatures, and what that says."""

    path: Path
    files: dict[str, bytes]
    sealed: Sealed
    document: Document

    @property
    def slug(self) -> str:
        """What the article is called where it was signed."""
        return str(self.document["article"]["slug"])


def open_package(path: Path) -> Package:
    """Read a package; nothing in it is believed yet. Raises InputRefusedError."""
    try:
        files = read_folder(path) if path.is_dir() else read_zip(read_limited(path))
        sealed = sealed_in(files)
        document = sealed.document()
        _ = document["article"]["title"], document["article"]["slug"], document["signoff"]["by"]
    except (RefusedError, OSError, KeyError, TypeError, ValueError) as error:
        raise InputRefusedError(
            f"{path} is not a signed package.", "`factcheck verify` says what is wrong with it."
        ) from error
    return Package(path, dict(files), sealed, document)


def refuse_unless_whole(path: Path, now: datetime) -> None:
    """Nobody puts a name under what was altered. Whose key it is, the editor has to know. Raises InputRefusedError."""
    outcome = verify(path, None, None, now)
    if outcome.code not in (ExitCode.OK, ExitCode.NOT_TRUSTED):
        raise InputRefusedError(f"{path}: {outcome.title}.", "`factcheck verify` says what is wrong with it.")


# -------------------------------------------------------------------------------------------------- take over


class CameBack(Struct, frozen=True):
    """What came back: a package whose signatures are whole. `told` says who decided what, with which key."""

    package: Package
    told: tuple[str, ...]
    is_trusted: bool
    """Whether the newsroom's list says whose keys these are; without a list, somebody has to ask."""


def came_back(path: Path, trusted: Path | None, now: datetime) -> CameBack:
    """Look at a package that an editor has countersigned.

    Raises InputRefusedError, also for a key that is not on the list of whom the newsroom trusts, and UsageError for a
    list that cannot be read.
    """
    package = open_package(path)
    refuse_unless_whole(path, now)
    sealed = package.sealed
    if not sealed.countersigns:
        raise InputRefusedError(
            f"Nobody has countersigned {path}.", "The editor does: `factcheck countersign PACKAGE`."
        )
    if trusted is not None:
        _refuse_strangers(sealed, trusted, now)
    return CameBack(package, tuple(_told(sealed)), trusted is not None)


def _told(sealed: Sealed) -> Sequence[str]:
    return [
        f"{stated['decision']} by {stated['by']['name']} <{stated['by']['principal']}> "
        f"with {read_armored(one.signature).key.fingerprint}"
        for one, stated in zip(sealed.countersigns, sealed.decisions(), strict=True)
    ]


def _refuse_strangers(sealed: Sealed, trusted: Path, now: datetime) -> None:
    """A name in a package is only a claim: the newsroom's list says whose key it is."""
    listed = read_allowed_signers(trusted)
    for one, stated in zip(sealed.countersigns, sealed.decisions(), strict=True):
        said = listed.objection(read_armored(one.signature).key, stated["by"]["principal"], COUNTERSIGN, now)
        if said is not None:
            raise InputRefusedError(
                f"The countersign is not by somebody whom the newsroom trusts: {said}",
                "Ask the editor for the fingerprint of the key, on another way than the package came.",
            )


# ---------------------------------------------------------------------------------------------- countersigning


def standing_signoff(reader: "WholeReader", article: Article) -> Signoff:
    """What there is to countersign. Raises ActionRefusedError when nothing is signed, or no longer says how things are."""
    state = reader.signed_state(article)
    if article.signoff is None or state is SignedState.UNSIGNED:
        raise ActionRefusedError(
            "This article is not signed yet.", "The checker signs first: `factcheck sign`."
        )
    if state is SignedState.WITHDRAWN:
        raise ActionRefusedError(
            "The sign-off was withdrawn.", "Have the checker sign it anew; the editor countersigns that."
        )
    if state is not SignedState.SIGNED:
        raise ActionRefusedError(
            "What its report prints was changed since it was signed.",
            "Have the checker sign it anew; the editor countersigns that.",
        )
    return article.signoff


def preview(reader: "WholeReader", article: Article) -> list[str]:
    """Lines that say what an editor is about to countersign. Raises like `standing_signoff`, and the store's faults."""
    signoff = standing_signoff(reader, article)
    sealed = sealed_of(reader, article)
    document = sealed.document() if sealed else {}
    stets: dict[tuple[str, str], int] = {}
    for one in document.get("overrides", ()):
        key = (str(one["by"]), str(one["reason"]))
        stets[key] = stets.get(key, 0) + 1
    return [
        article.title,
        f"revision {signoff.revision}, signed by {signoff.name} <{signoff.email}>",
        f"SHA-256 of the report {signoff.report}",
        *(f"let stand in the name of {by} ({count}): {why}" for (by, why), count in stets.items()),
        *(f"countersigned before by {note.by}: {note.decision}" for note in signoff.countersigns),
        "You sign your decision about this report, to the byte; it is not taken back by a key.",
    ]


def countersign_here(
    ledger: "Ledger",
    reader: "WholeReader",
    article: Article,
    signer: Signer,
    by: Who,
    decision: Decision,
    remark: str,
    package: Path | None = None,
) -> Changes:
    """Countersign the newest sign-off of an article, and put that into its package where one is named.

    Raises ActionRefusedError, InputRefusedError, KeyRefusedError and ChangedMeanwhileError when nothing was signed,
    StorageFailedError when it was countersigned and the package not written.
    """
    signoff = standing_signoff(reader, article)
    sealed = sealed_of(reader, article)
    if sealed is None:  # only for the type: what stands is signed
        raise ActionRefusedError("This article is not signed yet.", "The checker signs first.")
    opened = _package_of(signoff, package, ledger.clock()) if package else None
    changes = SigningOff(ledger).countersign(article, sealed, signer, by, decision, remark, ledger.clock)
    if opened is not None:
        now = sealed_of(reader, reader.article(article.id) or article)
        _put_into(opened, now or sealed)
    return changes


def _package_of(signoff: Signoff, path: Path, now: datetime) -> Package:
    package = open_package(path)
    refuse_unless_whole(path, now)
    if not is_about(signoff, package.sealed):
        raise InputRefusedError(
            f"{path} is not the package of this sign-off.",
            "Name the one that was written then, or none: the countersign is kept here anyway.",
        )
    return package


def _put_into(package: Package, sealed: Sealed) -> None:
    """Add the countersigns that a package does not have."""
    files = package.files
    for one in sealed.countersigns:
        if one not in package.sealed.countersigns:
            files = with_countersign(files, one)
    try:
        write_package(files, package.path, package.slug)
    except StorageFailedError as error:
        raise StorageFailedError(
            f"It is countersigned and recorded; the package is as it was: {error.sentence}", error.next_step
        ) from error
