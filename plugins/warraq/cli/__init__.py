"""The command ``warraq``: reads its arguments, calls the pipeline, prints. It holds no logic.

Exit status: 0 done, 1 done with rejections where ``--strict`` was given, 2 wrong use, 3 could not.
"""

import os
import sys
from collections.abc import Sequence
from importlib import import_module
from io import TextIOWrapper
from pathlib import Path

from warraq.cli.arguments import Parser
from warraq.cli.output import drop_output
from warraq.cli.signals import stop_on_signals
from warraq.errors import WarraqError, WrongUseError
from warraq.settings import read_settings

WRONG_USE = 2
COULD_NOT = 3
INTERRUPTED = 130

# Each command's module is imported when it is called: one that reads a file must not wait for Airflow.
COMMANDS = {
    "airflow": "Airflow's own command, in the environment of make up",
    "clean": "pages or dumps in, one JSON object a line out",
    "db": "the database in use: up, down, dsn, migrate, renew, psql",
    "explain": "what was kept of a page, what was dropped, and why",
    "feed": "the entries of a feed or sitemap",
    "fetch": "fetch with every guard, one JSON object a line out",
    "load": "archives and dumps through clean, gate and publish into Postgres",
    "purge": "an article out of the tables, the search and the raw pages, for good",
    "quarantine": "what was set aside, why, and how it comes back",
    "run": "one full ingest, then a table of what was loaded",
    "search": "articles by their words",
    "sources": "the catalogue: list, check, add",
    "status": "the ledger and what is set aside",
    "up": "Airflow with its UI, scheduled, until Ctrl-C",
}


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return its exit status."""
    speak_utf8()
    stop_on_signals()
    try:
        return attempt(list(sys.argv[1:] if arguments is None else arguments))
    finally:
        drop_unwritten()


def attempt(arguments: Sequence[str]) -> int:
    """Run the command and write out what it printed; say in a line what kept it from that."""
    try:
        status = run_command(arguments)
        sys.stdout.flush()
    except WarraqError as error:
        print(f"warraq: {error}", file=sys.stderr)
        return WRONG_USE if isinstance(error, WrongUseError) else COULD_NOT
    except KeyboardInterrupt:
        print("warraq: interrupted; what was done is kept, and the next run goes on from there", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        return 0  # Its reader has seen enough.
    except OSError as error:  # A folder that cannot be made, a disk that is full: the operator's to mend.
        print(f"warraq: {error.filename or 'the system'}: {error.strerror or error}", file=sys.stderr)
        return COULD_NOT
    return status


def run_command(arguments: Sequence[str]) -> int:
    """Read the arguments and call the command they name; return its exit status."""
    if not arguments or arguments[0] not in COMMANDS:
        return show_commands(arguments)
    command = import_module(f"warraq.cli.{arguments[0]}")
    parser = Parser(prog=f"warraq {arguments[0]}", description=COMMANDS[arguments[0]])
    command.add_arguments(parser)
    options, rest = parser.parse_known_args(arguments[1:])
    if rest and not hasattr(options, "rest"):
        parser.error(f"unrecognized arguments: {' '.join(rest)}")
    options.rest = rest
    return int(command.run(options, read_settings(os.environ)) or 0)


def speak_utf8() -> None:
    """Write UTF-8 whatever the locale says; half a character, as of a file's name, is written as JSON escapes it."""
    if sys.stdout is None:  # Closed by who called us: what would be printed there goes nowhere.
        sys.stdout = Path(os.devnull).open("w")  # noqa: SIM115 -- Open to the end.
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def drop_unwritten() -> None:
    """Leave nothing that the interpreter would write at its end: where that failed, it would be told twice."""
    try:
        sys.stdout.flush()
    except OSError:
        drop_output()


def show_commands(arguments: Sequence[str]) -> int:
    """Print the commands; that is an error unless help was asked for."""
    is_asked = bool(arguments) and arguments[0] in {"-h", "--help", "help"}
    out = sys.stdout if is_asked else sys.stderr
    if arguments and not is_asked:
        print(f"warraq: no command {arguments[0]!r}", file=out)
    print("usage: warraq COMMAND …  (warraq COMMAND --help says more)\n", file=out)
    for name, says in COMMANDS.items():
        print(f"  {name:<11} {says}", file=out)
    return 0 if is_asked else WRONG_USE
