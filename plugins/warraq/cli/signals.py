"""Make every signal that asks us to end do what Ctrl-C does, once: blocks are left in order, no process is left."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

ENDINGS = (signal.SIGHUP, signal.SIGINT, signal.SIGTERM)


def stop_on_signals() -> None:
    """Turn the first of the signals into ``KeyboardInterrupt``; what is ignored already (nohup) stays ignored."""
    for number in ENDINGS:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, interrupt)


def interrupt(_number: int, _frame: object) -> None:
    """Raise what Ctrl-C raises, and be deaf from then on: a second one would cut the tidying up short."""
    for number in ENDINGS:
        signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt


@contextmanager
def hold_signals() -> Iterator[None]:
    """Put the signals off until the block is done."""
    seen: list[int] = []
    before = {number: signal.getsignal(number) for number in ENDINGS}
    for number in ENDINGS:
        if before[number] != signal.SIG_IGN:
            signal.signal(number, lambda number, _frame: seen.append(number))
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
        if seen:
            signal.raise_signal(seen[0])
