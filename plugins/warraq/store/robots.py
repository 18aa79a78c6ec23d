"""robots.txt as it was last had, one row an origin, for every lane and run."""

from dataclasses import asdict

from warraq.model import KeptRobots
from warraq.store.connection import Cursor
from warraq.store.queries import read_query, read_rows
from warraq.store.transactions import one_transaction


@one_transaction
def find_robots(cursor: Cursor, origin: str) -> KeptRobots | None:
    """Return what is kept of the origin's rules, fresh or not, or None where nothing is."""
    cursor.execute(read_query("robots_find"), {"origin": origin})
    return next((KeptRobots(**row) for row in read_rows(cursor)), None)


@one_transaction
def save_robots(cursor: Cursor, kept: KeptRobots) -> None:
    """Keep the rules; an answer older than the one already kept changes nothing."""
    cursor.execute(read_query("robots_upsert"), asdict(kept))
