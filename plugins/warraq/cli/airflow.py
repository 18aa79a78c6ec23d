"""``warraq airflow``: Airflow's own command in the environment that ``make up`` gives it."""

import argparse
import os
import sys
from pathlib import Path

from warraq.cli.ground import hold_database, make_airflow_environment
from warraq.cli.metadata import migrate_airflow
from warraq.cli.processes import run_program
from warraq.errors import WrongUseError
from warraq.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Leave every argument to Airflow."""
    parser.set_defaults(rest=[])
    parser.add_argument(
        "command",
        nargs=argparse.REMAINDER,  # --help behind it is Airflow's too.
        metavar="COMMAND",
        help="as in: warraq airflow backfill create --dag-id backfill_archive …",
    )


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Run the command and return its exit status. Raises ``WrongUseError`` where none is named."""
    if not options.command:
        message = "airflow: name a command of Airflow's: `warraq airflow dags --help`"
        raise WrongUseError(message)
    with hold_database(settings) as dsn:
        environment = make_airflow_environment(settings, dsn, os.environ)
        migrate_airflow(environment, settings, lambda says: print(says, file=sys.stderr))
        command = [str(Path(sys.executable).parent / "airflow"), *options.command, *options.rest]
        return run_program(command, environment)
