"""``warraq sources``: the catalogue."""

import argparse

from rich.table import Table

from warraq.cli.tables import make_console
from warraq.pipeline.catalogue_files import read_sources
from warraq.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="every source, its state and why")
    actions.add_parser("check", help="validate every file; every fault is named with its file and line")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """List the catalogue, or say that it is sound."""
    sources = read_sources(settings.sources)
    console = make_console()
    if options.action == "check":
        console.print(f"{len(sources)} sources in {settings.sources}: all sound")
        return 0
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("source", "name", "language", "enabled", "feeds", "sitemaps", "why"):
        table.add_column(column)
    for source in sources.values():
        state = "yes" if source.is_enabled else "no"
        counts = (str(len(source.feeds)), str(len(source.sitemaps) + (source.day_sitemap is not None)))
        table.add_row(source.source_id, source.name, source.language, state, *counts, source.state_reason)
    console.print(table)
    return 0
