"""``warraq explain``: what was kept, what was dropped, and why."""

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from rich.console import Console
from rich.text import Text

from warraq.clean.explain import Explained, Explanation, annotate_html, explain_page
from warraq.cli.output import open_output
from warraq.cli.tables import make_console
from warraq.errors import UsageError
from warraq.model import Reason, Rejection
from warraq.pipeline.reading import read_pages
from warraq.settings import Settings
from warraq.workers import BoundedPool

T = TypeVar("T")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("file", type=Path, metavar="FILE", help=".html .htm .txt .warc .wet, each also .gz")
    parser.add_argument("--url", help="the address of the page")
    parser.add_argument("--html", type=str, metavar="OUT", help="write the page itself there, annotated")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print every block of the file's pages with its fate, or write the first page annotated."""
    console = make_console()
    with BoundedPool(1, settings.clean_seconds, settings.clean_megabytes) as pool:
        for page in read_pages(options.file, options.url, datetime.now(UTC)):
            if isinstance(page, Rejection) and page.reason is Reason.HTTP_STATUS:
                console.print(f"no page: {page.detail}", style="red")
                continue
            if isinstance(page, Rejection):
                raise UsageError(page.detail)
            if options.html:
                markup = bounded(pool.run(annotate_html, page))
                with open_output(options.html, read=[str(options.file)]) as out:
                    out.write(markup)
                return 0
            print_page(console, bounded(pool.run(explain_page, page)))
    return 0


def bounded(result: T | Rejection) -> T:
    """Return what the worker made. Raises ``UsageError`` where the page took more time or memory than one may."""
    if isinstance(result, Rejection):
        message = f"{result.reason}: {result.detail}"
        raise UsageError(message)
    return result


def print_page(console: Console, explanation: Explanation) -> None:
    """Print each block on a line of its own: kept in green, dropped in red with its reason."""
    for block in explanation.blocks:
        console.print(describe(block))
    if explanation.rejection is not None:
        console.print(f"rejected: {explanation.rejection.reason}: {explanation.rejection.detail}", style="bold red")


def describe(block: Explained) -> Text:
    """Return the block as a line. The fate comes first, so that right-to-left text does not tear the line apart."""
    if block.reason is None:
        return Text(f"{'kept':<20} {block.text}", style="green")
    return Text(f"{block.reason:<20} {block.text}", style="red")
