"""``warraq status``: the ledger of every source, what is set aside, and what of the feeds was not read."""

import argparse
from contextlib import closing

from warraq import store
from warraq.cli.ground import hold_database
from warraq.cli.tables import make_console, print_counts, print_run
from warraq.settings import Settings

COULD_NOT = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no argument."""


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Print the ledger, what is set aside, what of the feeds was left, and whether the ledger balances."""
    console = make_console()
    with hold_database(settings) as dsn, closing(store.connect(dsn)) as connection:
        totals = store.read_totals(connection)
        balance = store.read_balance(connection)
        reasons = store.count_reasons(connection)
        remarks = store.count_remarks(connection)
    print_run(console, totals)
    if reasons:
        print_counts(console, ("source", "set aside for", "items"), reasons)
    if remarks:
        print_counts(console, ("source", "of its feeds and sitemaps", "for example", "documents"), remarks)
    unbalanced = [source_id for source_id, difference in balance.items() if difference]
    if unbalanced:
        console.print(f"The ledger does not balance for {', '.join(unbalanced)}: please report it.")
        return COULD_NOT
    console.print("The ledger balances: every entry has one outcome or is waiting.")
    return 0
