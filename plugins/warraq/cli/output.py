"""Where a command that prints lines writes them."""

import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from warraq.errors import UsageError, WrongUseError


@contextmanager
def open_output(path: str | None, *, read: Iterable[str] = ()) -> Iterator[TextIO]:
    """Yield the file, made anew, or standard output where none is named.

    Raises ``UsageError`` naming a bad path, and ``WrongUseError`` for a file that is ``read`` by the command.
    """
    if path is None:
        yield sys.stdout
        return
    refuse_own_input(Path(path), read)
    try:
        file = Path(path).open("w", encoding="utf-8", errors="backslashreplace")  # noqa: SIM115 -- Closed by the block below.
    except OSError as error:
        message = f"{path}: cannot be written ({error.strerror})"
        raise UsageError(message) from None
    with file:
        yield file


def refuse_own_input(path: Path, read: Iterable[str]) -> None:
    """Raise ``WrongUseError`` where the file to be made anew is one that is read: nothing would be left to read."""
    known = (name for name in read if os.path.exists(name))  # noqa: PTH110 -- Path.exists fails of a name too long.
    if path.is_file() and any(path.samefile(name) for name in known):
        message = f"{path} is read by this command: write to another file"
        raise WrongUseError(message)


def drop_output() -> None:
    """Let what is printed from here on, and what could not be written yet, go nowhere."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
