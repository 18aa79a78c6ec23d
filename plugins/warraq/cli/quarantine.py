"""``warraq quarantine``: what was set aside, and why."""

import argparse
import json
from contextlib import closing
from dataclasses import asdict

from warraq import store
from warraq.cli.ground import hold_database
from warraq.cli.tables import make_console, print_counts
from warraq.errors import UsageError
from warraq.settings import Settings

HEADER = ("number", "source", "stage", "reason", "what", "address", "times")
WIDTH = 70  # Characters of a sentence in the list; `show` has it whole.


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="what is set aside now, the latest first")
    listing.add_argument("--source", metavar="ID", help="of one source")
    listing.add_argument("--limit", type=int, default=50, metavar="N", help="rows at most (default 50)")
    show = actions.add_parser("show", help="one item whole, as JSON")
    show.add_argument("number", type=int, metavar="NUMBER", help="as the list shows it")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print the items, or one of them."""
    with hold_database(settings) as dsn, closing(store.connect(dsn)) as connection:
        if options.action == "show":
            return show_item(connection, options.number)
        items = store.list_quarantine(connection, source_id=options.source, limit=options.limit)
    console = make_console()
    if not items:
        console.print("Nothing is set aside.")
        return 0
    rows = [
        (
            item.quarantine_id,
            item.source_id,
            item.stage,
            item.reason,
            "; ".join(item.reasons)[:WIDTH],
            item.url,
            item.times,
        )
        for item in items
    ]
    print_counts(console, HEADER, rows)
    return 0


def show_item(connection: store.Connection, number: int) -> int:
    """Print one item as JSON. Raises ``UsageError`` where there is none of that number."""
    item = store.show_quarantine(connection, quarantine_id=number)
    if item is None:
        message = f"no item {number} in quarantine: `warraq quarantine list` has the numbers"
        raise UsageError(message)
    print(json.dumps(asdict(item), ensure_ascii=False, indent=2, default=str))
    return 0
