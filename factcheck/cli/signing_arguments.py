"""What the sub-commands about keys and signatures are told."""

from factcheck.cli.arguments import as_json

TYPE_CHECKING = False  # typing itself would be a twentieth of what `--help` takes
if TYPE_CHECKING:
    import argparse


def verify(parser: "argparse.ArgumentParser") -> None:
    """`verify`."""
    parser.add_argument(
        "path",
        metavar="PATH",
        help="a package (zip or folder), a report.json, or an HTML, PDF or Word report",
    )
    parser.add_argument(
        "--allowed-signers",
        metavar="FILE",
        help="whom you trust, as in ssh-keygen(1) (else as in the settings)",
    )
    parser.add_argument("--revoked", metavar="FILE", help="keys that you trust no longer, one on each line")
    parser.add_argument(
        "--evidence", metavar="DIR", help="check the files that the report names as evidence too"
    )
    as_json(parser)


def key(parser: "argparse.ArgumentParser") -> None:
    """`key new` and `key list`."""
    parser.add_argument(
        "what", metavar="new|list", choices=("new", "list"), help="make a key, or list what there is"
    )
    parser.add_argument("--name", help="whose the new key is (default: who is checking)")
    parser.add_argument("--email", help="the address that others will know the key by")
    parser.add_argument(
        "--output", metavar="FILE", help="where to put the new key (default: beside the settings)"
    )
    parser.add_argument("--no-passphrase", action="store_true", help="whoever has the file can sign with it")
    as_json(parser)
