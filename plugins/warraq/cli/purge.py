"""``warraq purge``: an article out of the tables, the search and the raw pages, for good."""

import argparse
import getpass
import sys
from uuid import uuid4

from warraq.cli.arguments import read_reason
from warraq.cli.ground import hold_pipeline
from warraq.cli.tables import make_console
from warraq.pipeline.purging import erase_purged, purge
from warraq.settings import Settings

COULD_NOT = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("article", metavar="ARTICLE", help="an article_id of news.articles, or an address")
    parser.add_argument("--because", required=True, type=read_reason, metavar="TEXT", help="why")
    parser.add_argument("--by", metavar="NAME", help="who says so; default: the user who runs this")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Remove the article, erase its raw pages, and say what was done and what is left."""
    with hold_pipeline(settings) as edge:
        purged = purge(
            edge,
            options.article,
            purged_by=options.by or getpass.getuser(),
            because=options.because,
            run_id=f"purge/{uuid4()}",
        )
        erased = erase_purged(edge)
    console = make_console()
    articles = ", ".join(map(str, purged.article_ids)) or "none"
    console.print(f"Removed. Articles: {articles}; addresses: {purged.addresses}; raw pages erased: {erased.pages}.")
    if purged.kin:
        console.print(f"Alike, and still here: {', '.join(map(str, purged.kin))}.")
    for name in erased.gone:
        print(
            f"warraq: {name} is not in the raw store: `maintain` erases the page there if it comes back",
            file=sys.stderr,
        )
    for reason in erased.left:
        print(f"warraq: a raw page is not erased yet: {reason}", file=sys.stderr)
    return COULD_NOT if erased.left else 0
