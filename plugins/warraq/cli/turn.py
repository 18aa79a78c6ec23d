"""One ``run`` or ``up`` at a time: both work on one Airflow, whose scheduler takes up any run it finds."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager

from warraq.errors import UsageError
from warraq.settings import Settings

LOCK = "live.lock"


@contextmanager
def take_turn(settings: Settings, command: str) -> Iterator[None]:
    """Hold ``var/live.lock``, which goes with its process, killed or not. Raises ``UsageError`` naming who has it."""
    settings.var.mkdir(parents=True, exist_ok=True)
    with (settings.var / LOCK).open("a+", encoding="utf-8") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            holder = lock.read().strip() or "another command"
            message = f"{holder} is at work in {settings.var}: wait for it or end it, or set another WARRAQ_VAR"
            raise UsageError(message) from None
        lock.truncate(0)
        lock.write(f"`warraq {command}` (process {os.getpid()})")
        lock.flush()
        yield
