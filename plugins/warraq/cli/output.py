"""Where a command that prints lines writes them."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from warraq.errors import UsageError


@contextmanager
def open_output(path: str | None) -> Iterator[TextIO]:
    """Yield the file, made anew, or standard output where none is named. Raises ``UsageError`` naming a bad path."""
    if path is None:
        yield sys.stdout
        return
    try:
        file = Path(path).open("w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 -- Closed by the block below.
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror})"
        raise UsageError(message) from None
    with file:
        yield file


def drop_output() -> None:
    """Let what is printed from here on, and what could not be written yet, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
