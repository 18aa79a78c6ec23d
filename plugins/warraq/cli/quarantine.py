"""``warraq quarantine``: what was set aside, why, and how it comes back."""

import argparse
import getpass
import json
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from uuid import uuid4

from warraq import store
from warraq.cli.arguments import read_reason
from warraq.cli.ground import check_source, hold_database, hold_pipeline, prepare_news
from warraq.cli.tables import make_console, print_counts, print_run
from warraq.errors import UsageError, WrongUseError
from warraq.pipeline.edge import Edge
from warraq.pipeline.replay import replay_quarantine
from warraq.settings import Settings

HEADER = ("number", "source", "stage", "reason", "what", "address", "times")
MAX_NUMBER = 2**63 - 1
MAX_ROWS = 100_000
WIDTH = 70  # Characters of a sentence in the list; `show` has it whole.


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    listing = actions.add_parser("list", help="what is set aside now, the latest first")
    listing.add_argument("--source", metavar="ID", help="of one source")
    listing.add_argument("--limit", type=read_count, default=50, metavar="N", help="rows at most (default 50)")
    show = actions.add_parser("show", help="one item whole, as JSON")
    show.add_argument("number", type=read_number, metavar="NUMBER", help="as the list shows it")
    replay = actions.add_parser("replay", help="test again from the raw pages, after a rule or the cleaner changed")
    replay.add_argument(
        "numbers", nargs="*", type=read_number, metavar="NUMBER", help="as the list shows it; none: every item"
    )
    release = actions.add_parser("release", help="load items although they failed, and record who said so")
    release.add_argument("numbers", nargs="*", type=read_number, metavar="NUMBER", help="as the list shows it")
    for action in (replay, release):
        action.add_argument("--source", metavar="ID", help="of one source")
        action.add_argument("--reason", metavar="REASON", help="set aside for this reason")
    release.add_argument("--because", required=True, type=read_reason, metavar="TEXT", help="why")
    release.add_argument("--by", metavar="NAME", help="who says so; default: the user who runs this")


def read_number(value: str) -> int:
    """Return the number of an item."""
    return read_whole(value, MAX_NUMBER)


def read_count(value: str) -> int:
    """Return how many rows are wanted."""
    return read_whole(value, MAX_ROWS)


def read_whole(value: str, most: int) -> int:
    """Return a whole number from 1; raises argparse's error for anything else."""
    if not (value.isascii() and value.isdecimal()) or not 1 <= int(value[: len(str(most)) + 1]) <= most:
        message = f"{value[:40]!r} is no number from 1 to {most}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what was asked of the quarantine."""
    if options.action in {"list", "show"}:
        return show_items(options, settings)
    if options.action == "release" and choose(options) == store.Aside():
        message = "release: name the items by number, or choose them with --source or --reason"
        raise WrongUseError(message)
    with hold_pipeline(settings) as edge:
        check_source(edge.connection, options.source)
        if options.action == "release":
            return release_items(edge, options)
        return replay_items(edge, choose(options))


def show_items(options: argparse.Namespace, settings: Settings) -> int:
    """Print the items, or one of them."""
    with hold_database(settings, prepare_news) as dsn, closing(store.connect(dsn)) as connection:
        if options.action == "show":
            return show_item(connection, options.number)
        check_source(connection, options.source)
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
    item = find_item(connection, number)
    print(json.dumps(asdict(item), ensure_ascii=False, indent=2, default=str))
    return 0


def find_item(connection: store.Connection, number: int) -> store.Quarantined:
    """Return the item. Raises ``UsageError`` where there is none of that number."""
    item = store.show_quarantine(connection, quarantine_id=number)
    if item is None:
        message = f"no item {number} in quarantine: `warraq quarantine list` has the numbers"
        raise UsageError(message)
    return item


def replay_items(edge: Edge, chosen: store.Aside) -> int:
    """Take the items down the road again and print what became of them."""
    run_id = f"replay/{uuid4()}"
    back = replay_quarantine(edge, run_id=run_id, chosen=chosen)
    console = make_console()
    if not back.on_disk and not back.to_fetch:
        console.print("Nothing that was chosen is set aside.")
        return 0
    print_run(console, store.read_run(edge.connection, run_id=run_id))
    if back.to_fetch:
        console.print(f"{back.to_fetch} of them never reached the disk: the next run fetches them again.")
    return 0


def release_items(edge: Edge, options: argparse.Namespace) -> int:
    """Let items through and load them. Raises ``UsageError`` where no record could be loaded."""
    chosen = choose(options)
    released = store.release_items(
        edge.connection,
        chosen=chosen,
        released_by=options.by or getpass.getuser(),
        because=options.because,
        now=edge.clock(),
    )
    if not released:
        raise UsageError(explain_none(edge.connection, options.numbers))
    return replay_items(edge, chosen)


def explain_none(connection: store.Connection, numbers: Sequence[int]) -> str:
    """Return why none of the chosen items could be released."""
    if len(numbers) != 1:
        return "none of the chosen items holds a record that could be loaded: `warraq quarantine list` has what is open"
    item = find_item(connection, numbers[0])
    if item.status != "open":
        return f"item {numbers[0]} is {item.status} already"
    return (
        f"item {numbers[0]} holds no record that could be loaded ({item.stage}: {item.reason}): "
        f"mend what is wrong, then `warraq quarantine replay {numbers[0]}`"
    )


def choose(options: argparse.Namespace) -> store.Aside:
    """Return which items the options choose."""
    return store.Aside(
        source_ids=[options.source] if options.source else None,
        reason=options.reason,
        quarantine_ids=options.numbers or None,
    )
