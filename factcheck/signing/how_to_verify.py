"""VERIFY.txt and allowed_signers.example: how a recipient checks a package with what is on their machine already."""

import shlex
from collections.abc import Mapping
from typing import Any

from factcheck.domain.visible import visible
from factcheck.report.sealed import Sealed
from factcheck.signing.named import named_signer
from factcheck.signing.namespaces import COUNTERSIGN, NAMESPACES, PACKAGE, REPORT
from factcheck.signing.public_key import PublicKey

_HEAD = """How to check this package without the program that made it
===========================================================

You need OpenSSH (ssh-keygen, version 8.1 or newer) and sha256sum; on a Mac, write `shasum -a 256` for `sha256sum`.
Open a terminal in this folder.

1. Whom you trust

   Put the public key of the checker into a file called allowed_signers in this folder, or take your newsroom's.
   What it looks like is in allowed_signers.example. That file comes from whoever sent the package: before you
   use a key out of it, compare its fingerprint with the checker, by telephone for example.

   The report names {name} as its signer, with the key
   {key}

2. Whether the checker signed this report

{report}

   It says "Good signature", and with which key: that must be the one above.

3. Whether the files are those that were packed, and all of them

{package}
       sha256sum -c SHA256SUMS

"""
_COUNTERSIGNS = """4. Whether an editor countersigned

   A countersign is about one report and its signature: the two sums that are printed must stand in the file of the
   countersign, as report_sha256 and signatures_sha256. It is signed with another key than the checker's.

       sha256sum report.json report.json.sig
{countersigns}
   A countersign may be added later. Its principal, and the fingerprint of its key, stand in it under "by":

     ssh-keygen -Y verify -f allowed_signers -I PRINCIPAL -n factcheck-countersign \\
       -s countersign-1.json.sig < countersign-1.json

"""
_TAIL = """What these checks cannot prove
------------------------------

The true time of the signature, that the work was done, and that there is no newer report.
With the program: factcheck verify FOLDER --allowed-signers allowed_signers
It also counts the report's contents again and compares the renderings.
"""


def how_to_verify(document: Mapping[str, Any], sealed: Sealed) -> str:
    """VERIFY.txt for a report that somebody signed. Raises ValueError when the report names nobody."""
    named = named_signer(document)
    if named is None:
        raise ValueError("the report does not name its signer")
    shown = [visible(named.name), visible(named.key)]
    countersigns = "".join(
        _command(str(one["by"]["principal"]), COUNTERSIGN, f"countersign-{number}.json") + "\n"
        for number, one in enumerate(sealed.decisions(), 1)
    )
    head = _HEAD.format(
        name=shown[0],
        key=shown[1],
        report=_command(named.principal, REPORT, "report.json"),
        package=_command(named.principal, PACKAGE, "SHA256SUMS"),
    )
    return head + _COUNTERSIGNS.format(countersigns=countersigns) + _TAIL


def _command(principal: str, namespace: str, file: str) -> str:
    who = shlex.quote(_one_word(principal))
    return f"       ssh-keygen -Y verify -f allowed_signers -I {who} -n {namespace} -s {file}.sig < {file}"


def _one_word(principal: str) -> str:
    """A principal, which stands in a command that people copy. Raises ValueError for one with blanks or controls."""
    if not principal.isprintable() or not principal or set(principal) & set(' ",*?!'):
        raise ValueError("a principal is one word, such as an e-mail address")
    return principal


def example_signers(document: Mapping[str, Any], key: PublicKey) -> str:
    """The line that a newsroom would put into its `allowed_signers` for the report's signer, with a warning."""
    named = named_signer(document)
    if named is None:
        raise ValueError("the report does not name its signer")
    return (
        "# An example from the sender of the package. It proves nothing until you have compared the fingerprint\n"
        f"# {key.fingerprint} with the person whom it is said to be of.\n"
        f"{allowed_line(named.principal, key)}\n"
    )


def allowed_line(principal: str, key: PublicKey) -> str:
    """The line of an `allowed_signers` file that lets a key sign reports, and nothing else. Raises ValueError."""
    bare = PublicKey(key.type, key.blob)
    quoted = f'"{_one_word(principal)}"' if principal.startswith("#") else _one_word(principal)
    return f'{quoted} namespaces="{",".join(NAMESPACES)}" {bare.line()}'
