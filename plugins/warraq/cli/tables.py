"""Print what a run did, for people."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from warraq.cli.output import drop_output
from warraq.model import RunCounts
from warraq.settings import Settings

COLUMNS = ("discovered", "fetched", "loaded", "revised", "unchanged", "duplicate", "quarantined", "rejected", "waiting")


@dataclass(frozen=True, slots=True, kw_only=True)
class FailingFeed:
    """A feed or sitemap that could not be read when it was last asked, and why."""

    url: str
    reason: str


FILE_WIDTH = 2_000  # Columns, of a file or a pipe: a row stays on its line, for grep and cut.
FILE_SECONDS = 3.0  # Between two lines of progress in a file.


class Paper(Console):
    """Where a command prints for people."""

    def on_broken_pipe(self) -> None:
        """Go on without a reader: neither what a command does nor its exit status hangs on one."""
        self.quiet = True
        drop_output()


def make_console() -> Console:
    """Return a console that never cuts a table or breaks a line for a reader that is no terminal."""
    console = Paper(highlight=False, soft_wrap=True)
    return console if console.is_terminal else Paper(highlight=False, soft_wrap=True, width=FILE_WIDTH)


def print_run(console: Console, counts: Sequence[RunCounts]) -> None:
    """Print source × outcome; the last line adds them up."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    table.add_column("source")
    for column in COLUMNS:
        table.add_column(column, justify="right")
    rows = [[getattr(count, column) for column in COLUMNS] for count in counts]
    for count, row in zip(counts, rows, strict=True):
        table.add_row(count.source_id, *map(str, row))
    totals = [sum(column) for column in zip(*rows, strict=True)] if rows else [0] * len(COLUMNS)
    table.add_row("all", *map(str, totals), style="bold")
    console.print()
    if console.measure(table, options=console.options.update(width=FILE_WIDTH)).maximum <= console.width:
        console.print(table)
    else:
        print_narrow(console, counts)
    console.print()


def print_narrow(console: Console, counts: Sequence[RunCounts]) -> None:
    """Print what is not zero of each source in words: a table would cut its names and heads to a few letters."""
    for count in counts:
        said = [f"{column} {getattr(count, column)}" for column in COLUMNS if getattr(count, column)]
        console.print(f"[bold]{count.source_id}[/bold]  {', '.join(said) or 'nothing'}")
    sums = [f"{column} {sum(getattr(count, column) for count in counts)}" for column in COLUMNS]
    console.print(f"[bold]all[/bold]  {', '.join(sums)}")


def print_counts(console: Console, header: Sequence[str], rows: Sequence[Sequence[object]]) -> None:
    """Print a table whose last column counts. What stands in square brackets is the publisher's, not markup."""
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in header[:-1]:
        table.add_column(column, overflow="fold")
    table.add_column(header[-1], justify="right")
    for row in rows:
        table.add_row(*(escape(str(value)) for value in row))
    console.print(table)
    console.print()


class Progress:
    """How far a run is: on a terminal one line that is overwritten, in a file a line whenever it moved a while."""

    def __init__(self, console: Console) -> None:
        """Say nothing yet."""
        self._console = console
        self._said = ""
        self._said_at = float("-inf")

    def say(self, counts: Sequence[RunCounts]) -> None:
        """Show what the ledger has counted so far."""
        sums = {name: sum(getattr(count, name) for count in counts) for name in ("discovered", "fetched")}
        says = f"running   discovered {sums['discovered']}, fetched {sums['fetched']}"
        if says == self._said or time.monotonic() - self._said_at < self._pause():
            return
        self._said, self._said_at = says, time.monotonic()
        self._console.print(says, end="\r" if self._console.is_terminal else "\n")

    def _pause(self) -> float:
        return 0.0 if self._console.is_terminal else FILE_SECONDS


def describe_run(
    counts: Sequence[RunCounts], failing: Sequence[FailingFeed], resting: Sequence[datetime] = ()
) -> list[str]:
    """Return what the run came to, in sentences: first what is new, then what is still owed.

    ``resting`` is when feeds are due that were not asked, since they had been shortly before.
    """
    fresh = sum(count.loaded + count.revised for count in counts)
    waiting = sum(count.waiting for count in counts)
    owed = waiting + len(failing) + len(resting) + sum(count.quarantined + count.rejected for count in counts)
    nothing = "No article loaded or revised" if owed else "Nothing new: every article was here already"
    says = [f"{say_number(fresh, 'article', 'articles')} loaded or revised" if fresh else nothing]
    if waiting:
        says.append(f"{say_number(waiting, 'page waits', 'pages wait')} for the next attempt")
    if failing:
        reasons = "; ".join(f"{feed.url} ({feed.reason})" for feed in failing)
        says.append(f"{say_number(len(failing), 'feed', 'feeds')} could not be read: {reasons}")
    if resting:
        asked = say_number(len(resting), "feed was", "feeds were")
        says.append(
            f"{asked} asked shortly before and not again: the next is due at {min(resting):%Y-%m-%d %H:%M:%S} UTC"
        )
    return says


def say_number(number: int, one: str, many: str) -> str:
    """Return the number with what it counts."""
    return f"{number} {one if number == 1 else many}"


def describe_kept(settings: Settings) -> str:
    """Return what of a run lies under ``WARRAQ_VAR``, in words."""
    is_ours = not (settings.dsn or settings.dsn_file)
    return ", ".join([*(["the database"] if is_ours else []), *([] if settings.raw else ["the raw pages"]), "the logs"])


def print_next_steps(console: Console, settings: Settings, says: Sequence[str], seconds: float) -> None:
    """Say what the run came to, and where to look next."""
    first, *owed = says
    console.print(f"{first}, in {seconds:.0f} s. Kept in {settings.var}: {describe_kept(settings)}.")
    for sentence in owed:
        console.print(f"{sentence}.")
    console.print()
    console.print("Next:")
    console.print("  .venv/bin/warraq db psql -c 'SELECT headline, published_at FROM news.articles LIMIT 5'")
    console.print("  .venv/bin/warraq status              what is waiting, what was set aside and why")
    console.print("  .venv/bin/warraq sources list        the catalogue; make run SOURCES=bbc-arabic takes a real one")
    console.print("  make up                              Airflow with its UI, on a schedule")
