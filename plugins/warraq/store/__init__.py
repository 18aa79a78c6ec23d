"""Postgres: the only importer of psycopg2. Every function is one transaction over an open connection."""

from warraq.store import embedded
from warraq.store.connection import Connection, check_database, connect, create_database, describe_dsn
from warraq.store.migrations import migrate

__all__ = ["Connection", "check_database", "connect", "create_database", "describe_dsn", "embedded", "migrate"]
