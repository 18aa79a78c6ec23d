"""``warraq db``: the database in use."""

import argparse
import os
import shutil
import sys
from pathlib import Path

from warraq import store
from warraq.cli.ground import hold_database, hold_pipeline, is_embedded, prepare_database, prepare_news, stay_file
from warraq.cli.processes import run_program
from warraq.errors import UsageError
from warraq.pipeline.maintenance import renew_articles
from warraq.settings import Settings

READING = frozenset({"dsn", "psql"})


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("up", help="start the embedded server and leave it up")
    actions.add_parser("down", help="stop the embedded server")
    actions.add_parser("dsn", help="print the DSN, with its password, of the database in use")
    actions.add_parser("migrate", help="bring the database to this version")
    actions.add_parser(
        "renew", help="make anew what an earlier version made of the articles; may be cut off and repeated"
    )
    psql = actions.add_parser("psql", help="open psql; what follows is psql's: psql -c 'SELECT …'", add_help=False)
    psql.set_defaults(rest=[])


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Do what was asked of the database."""
    if options.action in {"up", "down"} and not is_embedded(settings):
        message = f"db {options.action}: WARRAQ_DSN names a server that is not ours to start or stop"
        raise UsageError(message)
    if options.action == "down":
        stay_file(settings).unlink(missing_ok=True)
        store.embedded.stop(settings.var / "postgres")
        return 0
    if options.action == "up":
        settings.var.mkdir(parents=True, exist_ok=True)
        stay_file(settings).touch()
    if options.action == "renew":
        with hold_pipeline(settings) as edge:
            renewed = renew_articles(edge)
            print(f"articles signed anew: {renewed.signed}, indexed anew: {renewed.indexed}")
        return 0
    prepare = prepare_news if options.action in READING else prepare_database
    with hold_database(settings, prepare) as dsn:
        match options.action:
            case "up" | "migrate":
                print(store.describe_dsn(dsn))
            case "dsn":
                print(dsn)
            case "psql":
                return run_psql(dsn, options.rest)
    return 0


def run_psql(dsn: str, arguments: list[str]) -> int:
    """Run psql on the database; the password goes by the environment, never by the command line."""
    psql = shutil.which("psql") or str(store.embedded.find_program("psql"))
    if not Path(psql).exists():
        message = "psql was not found: install a PostgreSQL client (Debian: postgresql-client)"
        raise UsageError(message)
    environment = {**os.environ, **store.make_libpq_environment(dsn)}
    sys.stdout.flush()
    return run_program([psql, *arguments], environment)
