"""Worker processes in which one item may cost so much time and memory, and no more.

No parser survives every hostile page (25 of 200 runs ran out of time, 2026-11-23), so what reads one is killable.
Workers are forked: spawn and forkserver die under Airflow's real scheduler, which blocks its metadata database inside
tasks. Each is a pebble pool of one process with one item in flight: a death can neither cost another item nor jam a
channel that others wait on, and the deadline is on the monotonic clock (pebble's is on the wall's).
"""

import ctypes
import faulthandler
import gc
import multiprocessing
import os
import pickle
import resource
import signal
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from pebble import ProcessExpired, ProcessPool

from warraq.errors import RejectedError
from warraq.model import Reason, Rejection

T = TypeVar("T")
Calls = Iterator[tuple[object, ...]]  # The arguments of each.

LOOK_AHEAD = 4  # Items taken per worker before the first of them is given back.
MEBIBYTE = 1_048_576
OVER_MEMORY_EXIT = 99
START_SECONDS = 20.0
START_TRIES = 3
STOP_SECONDS = 5.0  # pebble gives a process 3 seconds before it kills it.
PR_SET_PDEATHSIG = 1  # prctl(2).


class BoundedPool:
    """Runs functions in ``workers`` processes, each item within ``seconds`` and ``megabytes`` beyond the start.

    Open it before a thread, a connection, pandas or Great Expectations exists in the process, in the thread that will
    use it and live as long: the kernel kills a worker when the thread that forked it ends. For one thread at a time.
    """

    def __init__(self, workers: int, seconds: float, megabytes: int) -> None:
        """Start every worker. What they need is best imported before: each import later counts as an item's."""
        self._seconds = seconds
        self._workers = tuple(_Worker(megabytes) for _ in range(workers))

    def __enter__(self) -> Self:
        """Return the pool itself."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the pool."""
        self.close()

    def close(self) -> None:
        """End every worker, busy or not."""
        for worker in self._workers:
            worker.stop()

    def run(self, function: Callable[..., T], *args: object) -> T | Rejection:
        """Return what ``function``, importable by name, returns for ``args``, or why it was cut short."""
        (result,) = self._drive(function, iter([args]))
        return result

    def map(self, function: Callable[[Any], T], items: Iterable[object]) -> Iterator[T | Rejection]:
        """Yield, in the order of ``items``, what ``function`` returns for each, or why it was cut short.

        A ``RejectedError`` becomes its ``Rejection``; any other exception but ``MemoryError`` is raised here. Items
        are taken as they are needed, a few ahead.
        """
        return self._drive(function, ((item,) for item in items))

    def _drive(self, function: Callable[..., T], calls: Calls) -> Iterator[T | Rejection]:
        pending: deque[_Task] = deque()
        try:
            while True:
                self._hand_out(function, calls, pending)
                if not pending:
                    return
                self._gather(pending)
                while pending and pending[0].is_done:
                    yield pending.popleft().result()
        finally:
            for worker in self._workers:
                if worker.task is not None:
                    worker.restart()

    def _hand_out(self, function: Callable[..., T], calls: Calls, pending: "deque[_Task]") -> None:
        """Give every idle worker an item, as long as no more than the look-ahead wait to be given back."""
        for worker in self._workers:
            if worker.task is None and len(pending) < LOOK_AHEAD * len(self._workers):
                args = next(calls, None)
                if args is None:
                    return
                pending.append(worker.take(function, args, self._seconds))

    def _gather(self, pending: "deque[_Task]") -> None:
        """Wait until some worker is done or over its time, and note the outcome."""
        running = [task for task in pending if not task.is_done]
        left = max(min(task.deadline for task in running) - time.monotonic(), 0.0)
        wait([task.future for task in running], timeout=left, return_when=FIRST_COMPLETED)
        for worker in self._workers:
            worker.settle(self._seconds)


class _Task:
    """One call under way, and afterwards its outcome."""

    def __init__(self, future: "Future[bytes]", deadline: float) -> None:
        self.future = future
        self.deadline = deadline
        self.rejection: Rejection | None = None
        self.is_done = False

    def result(self) -> Any:  # noqa: ANN401 -- It is whatever the function returned.
        """Return the value or the rejection, or raise what the function raised."""
        if self.rejection is not None:
            return self.rejection
        value, error = pickle.loads(self.future.result())  # noqa: S301 -- Our own worker wrote it.
        if error is not None:
            raise error
        return value


class _Worker:
    """One process, replaced whenever it was killed or died."""

    def __init__(self, megabytes: int) -> None:
        self._megabytes = megabytes
        self.task: _Task | None = None
        self._pool = self._start()

    def _start(self) -> ProcessPool:
        """Start a process and wait until it answers.

        A later one is forked beside pebble's threads, and may inherit a lock that nobody will open: then another is.
        """
        for _ in range(START_TRIES):
            context = multiprocessing.get_context("fork")
            pool = ProcessPool(1, initializer=settle_in, initargs=(os.getpid(), self._megabytes), context=context)
            try:
                pool.schedule(call, args=(os.getpid, ())).result(START_SECONDS)
            except TimeoutError:
                end_pool(pool)
            else:
                return pool
        message = f"no worker answered within {START_SECONDS:g} seconds, {START_TRIES} times"
        raise RuntimeError(message)

    def stop(self) -> None:
        self.task = None
        end_pool(self._pool)

    def restart(self) -> None:
        self.stop()
        self._pool = self._start()

    def take(self, function: Callable[..., object], args: tuple[object, ...], seconds: float) -> _Task:
        future = self._pool.schedule(call, args=(function, args))
        self.task = _Task(future, time.monotonic() + seconds)
        return self.task

    def settle(self, seconds: float) -> None:
        """Note the outcome of the task, if it has one by now, and be ready for the next."""
        task = self.task
        if task is None or not (task.future.done() or time.monotonic() >= task.deadline):
            return
        if task.future.done():
            task.rejection = name_death(task.future.exception(), self._megabytes)
        else:
            task.rejection = Rejection(reason=Reason.OVER_TIME, detail=f"over {seconds:g} seconds")
        self.task, task.is_done = None, True
        if task.rejection is not None:
            self.restart()


def end_pool(pool: ProcessPool) -> None:
    """End the pool's process. pebble waits for ever to hand an item to one that stopped reading: we do not."""
    pool.stop()
    ending = threading.Thread(target=pool.join, daemon=True)
    ending.start()
    ending.join(STOP_SECONDS)


def name_death(error: BaseException | None, megabytes: int) -> Rejection | None:
    """Return why a worker died, None where it did not. Raises what pebble could not hand over, as our bug."""
    if error is None:
        return None
    if not isinstance(error, ProcessExpired | BrokenProcessPool):
        raise error
    code: int | None = getattr(error, "exitcode", None)
    if code == OVER_MEMORY_EXIT:
        return Rejection(reason=Reason.OVER_MEMORY, detail=f"over {megabytes} megabytes")
    names = {-number: number.name for number in signal.Signals}
    cause = "for no reason it gave" if code is None else names.get(code, f"exit code {code}")
    return Rejection(reason=Reason.CRASHED, detail=f"the worker died: {cause}")


def settle_in(parent: int, megabytes: int) -> None:
    """Make this process a worker: die with ``parent``, die of signals, hold no more than ``megabytes`` more."""
    ctypes.CDLL(None, use_errno=True).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(0)  # The parent died before the line above.
    signal.set_wakeup_fd(-1)
    faulthandler.disable()
    # Airflow 3.3 handles even SIGSEGV in Python, where the fault then repeats for ever (seen under its scheduler).
    for number in signal.valid_signals():
        if number == signal.SIGTERM or callable(signal.getsignal(number)):
            signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches the whole group; the parent decides.
    signal.pthread_sigmask(signal.SIG_SETMASK, ())
    gc.freeze()  # Nothing of the parent's is to be finalised here: its connections are shared with it.
    held = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (held + megabytes * MEBIBYTE,) * 2)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def call(function: Callable[..., object], args: tuple[object, ...]) -> bytes:
    """Return what came of the call as a pickled pair of value and exception, so that pebble carries bytes alone.

    A worker that ran out of memory ends: what it still holds would count against the next item.
    """
    try:
        return pickle.dumps((function(*args), None))
    except MemoryError:
        os._exit(OVER_MEMORY_EXIT)
    except RejectedError as error:
        return pickle.dumps((error.rejection, None))
    except Exception as error:  # noqa: BLE001 -- Every one is raised again, in the parent.
        return pickle.dumps((None, make_portable(error)))


def make_portable(error: Exception) -> Exception:
    """Return ``error``, or what it says where it would not survive pickling."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 -- We wrote it a moment ago.
    except Exception:  # noqa: BLE001 -- Anything may go wrong in another's __reduce__ and __init__.
        return RuntimeError(f"{type(error).__qualname__}: {error}")
    return error
