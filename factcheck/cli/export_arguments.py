"""What `export` is asked for."""

import argparse

from factcheck.cli.arguments import article

FORMS = "html, json, md, csv, xlsx, docx, author-docx, pdf, claimreview, webannotation"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The article, the form, the place, and what a form may be wished to be like."""
    article(parser)
    parser.add_argument("--format", default="html", help=f"{FORMS}; several with commas (default: html)")
    parser.add_argument("--output", metavar="FILE|FOLDER|-", help="where to (default: this folder)")
    parser.add_argument(
        "--raw", action="store_true", help="csv for a program: nothing is defused for spreadsheets"
    )
    parser.add_argument(
        "--all-statements",
        action="store_true",
        help="author-docx: a comment on every statement, not only on those that need attention",
    )
    parser.add_argument("--url", default="", help="claimreview: the public page that it is for")
    parser.add_argument(
        "--numbers", action="store_true", help="claimreview: a number beside each word but “unverified”"
    )
    parser.add_argument(
        "--redact",
        action="store_true",
        help="an unsigned report of its own, without internal sources, excerpts and queries",
    )
    parser.add_argument(
        "--checked-copy",
        action="store_true",
        help="only the recommended changes, without what was found out (not json, claimreview, webannotation)",
    )
