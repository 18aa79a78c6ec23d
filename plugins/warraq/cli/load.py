"""``warraq load``: archives and dumps down the whole road into Postgres."""

import argparse
import sys
from pathlib import Path
from uuid import uuid4

from warraq import store
from warraq.cli.ground import hold_pipeline
from warraq.cli.tables import make_console, print_run
from warraq.pipeline.load import NO_PAGES, load_archives
from warraq.settings import Settings

COULD_NOT = 3
NO_PAGE = "another HTTP status than 200, pictures, scripts, feeds, robots.txt"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("paths", nargs="+", type=Path, metavar="PATH", help="files or folders: WARC, WET, HTML, dumps")
    parser.add_argument("--source", metavar="ID", help="whose they are; without it, by each page's host")
    parser.add_argument("--strict", action="store_true", help="exit 1 where anything was set aside")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Load the files and print what became of them."""
    run_id = f"load/{uuid4()}"
    with hold_pipeline(settings) as edge:
        unread = load_archives(edge, run_id=run_id, paths=options.paths, source_id=options.source)
        counts = store.read_run(edge.connection, run_id=run_id)
    print_run(make_console(), counts)
    failed = [rejection.detail for rejection in unread if rejection.reason not in NO_PAGES]
    for detail in failed:
        print(f"warraq: {detail}", file=sys.stderr)
    if passed := len(unread) - len(failed):
        print(f"warraq: {passed} answers that are no page ({NO_PAGE}) were left", file=sys.stderr)
    set_aside = sum(count.quarantined + count.rejected for count in counts)
    return COULD_NOT if failed else int(options.strict and set_aside > 0)
