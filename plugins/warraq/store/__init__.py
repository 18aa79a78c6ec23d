"""Postgres: the only importer of psycopg2. Every function is one transaction over an open connection."""

from warraq.store import embedded
from warraq.store.batches import measure_batches, settle_batches
from warraq.store.catalogue import list_source_ids, sync_sources
from warraq.store.changes import ChangeClass, classify_change
from warraq.store.connection import (
    Connection,
    check_database,
    connect,
    create_database,
    describe_dsn,
    has_table,
    is_reader,
    make_libpq_environment,
)
from warraq.store.feeds import count_remarks, list_failing_feeds, read_watermarks, save_poll
from warraq.store.fetches import adopt_archived, mark_salvaged, record_fetches
from warraq.store.frontier import (
    bring_forward,
    find_fetched_sources,
    find_locations,
    find_soonest_due,
    lease_hosts,
    list_due,
    list_due_hosts,
    list_fetched,
    make_holder,
    put_off_pages,
    release_hosts,
    reopen_published,
    wake_pages,
)
from warraq.store.ledger import read_balance, read_run, read_totals
from warraq.store.maintenance import Silent, list_silent, tend_partitions
from warraq.store.migrations import migrate
from warraq.store.publish import flush_search, publish
from warraq.store.purge import (
    Erasure,
    Purged,
    find_kept,
    finish_erasure,
    list_erasures,
    measure_erasure,
    purge_pages,
)
from warraq.store.quarantine import Quarantined, count_reasons, list_quarantine, show_quarantine
from warraq.store.renewal import renew_signatures, renew_vectors
from warraq.store.replay import Aside, Kept, Replayed, release_items, replay_pages
from warraq.store.robots import find_robots, save_robots
from warraq.store.runs import close_run, find_last_run, finish_lane, is_published, open_run, unfinished_lanes
from warraq.store.search import Found, Search, search
from warraq.store.stage import StagedRow, read_staged, save_verdicts, stage_pages
from warraq.store.templates import Recurrences, age_templates, read_recurrences

__all__ = [
    "Aside",
    "ChangeClass",
    "Connection",
    "Erasure",
    "Found",
    "Kept",
    "Purged",
    "Quarantined",
    "Recurrences",
    "Replayed",
    "Search",
    "Silent",
    "StagedRow",
    "adopt_archived",
    "age_templates",
    "bring_forward",
    "check_database",
    "classify_change",
    "close_run",
    "connect",
    "count_reasons",
    "count_remarks",
    "create_database",
    "describe_dsn",
    "embedded",
    "find_fetched_sources",
    "find_kept",
    "find_last_run",
    "find_locations",
    "find_robots",
    "find_soonest_due",
    "finish_erasure",
    "finish_lane",
    "flush_search",
    "has_table",
    "is_published",
    "is_reader",
    "lease_hosts",
    "list_due",
    "list_due_hosts",
    "list_erasures",
    "list_failing_feeds",
    "list_fetched",
    "list_quarantine",
    "list_silent",
    "list_source_ids",
    "make_holder",
    "make_libpq_environment",
    "mark_salvaged",
    "measure_batches",
    "measure_erasure",
    "migrate",
    "open_run",
    "publish",
    "purge_pages",
    "put_off_pages",
    "read_balance",
    "read_recurrences",
    "read_run",
    "read_staged",
    "read_totals",
    "read_watermarks",
    "record_fetches",
    "release_hosts",
    "release_items",
    "renew_signatures",
    "renew_vectors",
    "reopen_published",
    "replay_pages",
    "save_poll",
    "save_robots",
    "save_verdicts",
    "search",
    "settle_batches",
    "show_quarantine",
    "stage_pages",
    "sync_sources",
    "tend_partitions",
    "unfinished_lanes",
    "wake_pages",
]
