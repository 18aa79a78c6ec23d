"""One transaction a function: commit or nothing, tried again where the server says that this helps."""

import random
import time
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec, TypeVar

import psycopg2
from psycopg2 import errors

from warraq.errors import DatabaseError, TransientError
from warraq.store.connection import Connection, Cursor

ATTEMPTS = 5
LOST = "the connection to the database was lost; nothing is left half done, run it again"
PAUSE_SECONDS = 0.05  # Doubled each time, and varied so that two rivals do not meet again.

RETRIED = (errors.DeadlockDetected, errors.LockNotAvailable, errors.SerializationFailure)
# Tried again these fail again: the operator must act.
REFUSED = (
    errors.DiskFull,
    errors.InsufficientPrivilege,
    errors.ReadOnlySqlTransaction,
    errors.UndefinedColumn,
    errors.UndefinedFunction,
    errors.UndefinedTable,
    errors.InvalidSchemaName,
)

Parameters = ParamSpec("Parameters")
Result = TypeVar("Result")


def one_transaction(
    function: Callable[Concatenate[Cursor, Parameters], Result],
) -> Callable[Concatenate[Connection, Parameters], Result]:
    """Make of a function over a cursor one over a connection that commits, or changes nothing.

    The result raises ``TransientError`` where the connection was lost or rivals held on, ``DatabaseError`` where the
    operator must act; a statement that is wrong is left to crash.
    """

    @wraps(function)
    def run(connection: Connection, /, *args: Parameters.args, **kwargs: Parameters.kwargs) -> Result:
        for attempt in range(ATTEMPTS):
            try:
                with connection, connection.cursor() as cursor:
                    return function(cursor, *args, **kwargs)
            except RETRIED as error:
                if attempt == ATTEMPTS - 1:
                    message = f"{function.__name__}: other transactions held on through {ATTEMPTS} attempts"
                    raise TransientError(message) from error
                time.sleep(PAUSE_SECONDS * 2**attempt * random.uniform(0.5, 1.5))  # noqa: S311 -- No secret is drawn.
            except errors.ProgramLimitExceeded as error:
                message = f"{function.__name__}: a text is more than the database takes ({str(error).splitlines()[0]})"
                raise DatabaseError(message) from error
            except REFUSED as error:
                raise DatabaseError(explain_refusal(error)) from error
            except (psycopg2.OperationalError, psycopg2.InterfaceError) as error:
                message = f"{function.__name__}: {LOST}"
                raise TransientError(message) from error
        raise AssertionError(ATTEMPTS)

    return run


def explain_refusal(error: psycopg2.Error) -> str:
    """Return the server's first line and what to do about it."""
    words = str(error).splitlines()[0]
    if isinstance(error, errors.DiskFull):
        return f"the database's disk is full ({words}): free space and run again, nothing was written by half"
    if isinstance(error, errors.InsufficientPrivilege | errors.ReadOnlySqlTransaction):
        return f"the database refuses to write ({words}): use a role that is a member of warraq_loader on the primary"
    return f"the database lacks something ({words}): run `warraq db migrate`"
