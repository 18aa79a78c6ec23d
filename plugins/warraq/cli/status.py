"""``warraq status``: the ledger of every source, and what is set aside."""

import argparse

from rich.console import Console

from warraq.cli.ground import hold_database
from warraq.cli.tables import print_counts, print_run
from warraq.settings import Settings
from warraq.store import connection, ledger

COULD_NOT = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare no argument."""


def run(_options: argparse.Namespace, settings: Settings) -> int:
    """Print the ledger over all time, what is set aside by reason, and whether the ledger balances."""
    console = Console(highlight=False)
    with hold_database(settings) as dsn:
        connection = connection.connect(dsn)
        try:
            ledger = ledger.read_totals(connection)
            reasons = store.count_reasons(connection)
        finally:
            connection.close()
    print_run(console, ledger)
    if reasons:
        print_counts(console, ("source", "set aside for", "items"), reasons)
    unbalanced = [count.source_id for count in ledger if find_imbalance(count)]
    if unbalanced:
        console.print(f"The ledger does not balance for {', '.join(unbalanced)}: please report it.")
        return COULD_NOT
    console.print("The ledger balances: every entry has one outcome or is waiting.")
    return 0
