import ctypes
import itertools
import os
import resource
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from warraq.errors import RejectedError
from warraq.model import Reason, Rejection
from warraq.workers import BoundedPool


def double(number: int) -> int:
    return number * 2


def measure(content: bytes) -> int:
    return len(content)


def sleep_then_return(seconds: float) -> float:
    time.sleep(seconds)
    return seconds


def spin(number: int) -> int:
    while number:
        pass
    return number


def hoard(megabytes: int) -> int:
    return len(bytearray(megabytes * 1_048_576))


def crash(number: int) -> int:
    if number:
        ctypes.string_at(0)
    return number


def kill_itself(number: int) -> int:
    if number:
        os.kill(os.getpid(), number)
    return number


def reject(number: int) -> int:
    raise RejectedError(Reason.NO_ARTICLE, f"none on {number}")


class StubbornError(Exception):
    def __init__(self, first: str, second: str) -> None:
        super().__init__(first + second)


def fail(number: int) -> int:
    if number == 3:
        raise StubbornError(*("three", " is a bug"))
    if number == 4:
        message = "four"
        raise KeyError(message)
    return number


def read_handlers(_: int) -> list[bool]:
    numbers = (signal.SIGTERM, signal.SIGALRM, signal.SIGSEGV)
    return [signal.getsignal(number) is signal.SIG_DFL for number in numbers]


@pytest.fixture
def pool() -> Iterator[BoundedPool]:
    with BoundedPool(2, 5.0, 256) as opened:
        yield opened


def test_results_come_in_the_order_of_their_items(pool: BoundedPool) -> None:
    delays = [0.3, 0.0, 0.1, 0.0, 0.2, 0.0, 0.0]

    assert list(pool.map(sleep_then_return, delays)) == delays


def test_run_returns_what_the_function_returns(pool: BoundedPool) -> None:
    assert pool.run(double, 21) == 42


def test_no_items_give_no_results(pool: BoundedPool) -> None:
    assert list(pool.map(double, [])) == []


def test_large_items_pass(pool: BoundedPool) -> None:
    assert list(pool.map(measure, [bytes(10_000_000)] * 4)) == [10_000_000] * 4


def test_an_item_over_its_time_is_cut_short_and_costs_no_other() -> None:
    with BoundedPool(2, 1.0, 256) as pool:
        start = time.monotonic()

        results = list(pool.map(spin, [0, 1, 0, 0, 0]))

        assert results[1] == Rejection(reason=Reason.OVER_TIME, detail="over 1 seconds")
        assert results[:1] + results[2:] == [0, 0, 0, 0]
        assert time.monotonic() - start < 4


def test_an_item_over_its_memory_is_cut_short_and_costs_no_other(pool: BoundedPool) -> None:
    results = list(pool.map(hoard, [1, 1_000, 1, 100]))

    assert results[1] == Rejection(reason=Reason.OVER_MEMORY, detail="over 256 megabytes")
    assert results[:1] + results[2:] == [1_048_576, 1_048_576, 104_857_600]


def test_a_segmentation_fault_costs_its_item_alone(pool: BoundedPool) -> None:
    results = list(pool.map(crash, [0, 1, 0, 1, 0]))

    crashed = Rejection(reason=Reason.CRASHED, detail="the worker died: SIGSEGV")
    assert results == [0, crashed, 0, crashed, 0]


def test_a_worker_killed_from_outside_costs_its_item_alone(pool: BoundedPool) -> None:
    results = list(pool.map(kill_itself, [0, signal.SIGKILL, 0, signal.SIGTERM, 0]))

    details = [result.detail for result in results if isinstance(result, Rejection)]
    assert details == ["the worker died: SIGKILL", "the worker died: SIGTERM"]
    assert results[::2] == [0, 0, 0]


def test_a_worker_killed_while_idle_costs_one_item_at_most(pool: BoundedPool) -> None:
    victim = pool.run(os.getpid)
    assert isinstance(victim, int)
    os.kill(victim, signal.SIGKILL)

    results = list(pool.map(double, range(10)))

    assert sum(isinstance(result, Rejection) for result in results) <= 1
    assert pool.run(double, 2) == 4


def test_a_worker_that_stops_reading_cannot_hold_up_the_batch() -> None:
    with BoundedPool(2, 1.0, 256) as pool:
        victim = pool.run(os.getpid)
        assert isinstance(victim, int)
        os.kill(victim, signal.SIGSTOP)
        start = time.monotonic()

        results = list(pool.map(measure, [bytes(10_000_000)] * 4))

        assert results.count(10_000_000) == 3
        assert time.monotonic() - start < 20


def test_a_rejected_error_becomes_its_rejection(pool: BoundedPool) -> None:
    assert pool.run(reject, 7) == Rejection(reason=Reason.NO_ARTICLE, detail="none on 7")


def test_any_other_exception_is_raised_and_the_pool_stays_usable(pool: BoundedPool) -> None:
    with pytest.raises(KeyError, match="four"):
        list(pool.map(fail, [1, 4, 1]))

    assert list(pool.map(double, [1, 2])) == [2, 4]


def test_an_exception_that_cannot_be_pickled_is_raised_by_its_words(pool: BoundedPool) -> None:
    with pytest.raises(RuntimeError, match="StubbornError: three is a bug"):
        pool.run(fail, 3)


def test_items_are_taken_a_few_ahead_and_no_more(pool: BoundedPool) -> None:
    taken = itertools.count()
    results = pool.map(double, (next(taken) for _ in range(1_000_000)))

    for _ in range(50):
        next(results)

    assert next(taken) <= 50 + 2 * 4


def test_memory_stays_flat_however_many_items_pass(pool: BoundedPool) -> None:
    for _ in pool.map(measure, (bytes(100_000) for _ in range(200))):
        pass
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    for _ in pool.map(measure, (bytes(100_000) for _ in range(3_000))):
        pass

    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 8_000


def test_an_item_too_large_for_the_worker_is_named_at_once() -> None:
    with BoundedPool(1, 30.0, 16) as pool:
        start = time.monotonic()

        result = pool.run(measure, bytes(100_000_000))

        assert isinstance(result, Rejection)
        assert time.monotonic() - start < 10
        assert pool.run(double, 2) == 4


def test_an_abandoned_map_leaves_the_pool_usable(pool: BoundedPool) -> None:
    for _ in pool.map(sleep_then_return, [0.0, 4.0, 4.0, 4.0]):
        break

    assert pool.run(double, 3) == 6


def test_workers_take_no_signal_handler_from_their_parent() -> None:
    numbers = (signal.SIGTERM, signal.SIGALRM, signal.SIGSEGV)
    old = [signal.signal(number, lambda *_: None) for number in numbers]
    try:
        with BoundedPool(1, 5.0, 256) as pool:
            assert pool.run(read_handlers, 0) == [True, True, True]
            assert pool.run(crash, 1) == Rejection(reason=Reason.CRASHED, detail="the worker died: SIGSEGV")
    finally:
        for number, handler in zip(numbers, old, strict=True):
            signal.signal(number, handler)


def test_closing_ends_every_worker() -> None:
    pool = BoundedPool(2, 5.0, 256)
    workers = {pid for pid in pool.map(sleep_then_tell, [0.2] * 4) if isinstance(pid, int)}

    pool.close()

    assert len(workers) == 2
    assert not any(is_running(pid) for pid in workers)


def sleep_then_tell(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def is_running(pid: int) -> bool:
    stat = Path(f"/proc/{pid}/stat")
    try:
        return stat.read_text(encoding="utf-8").rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_no_worker_outlives_a_parent_that_was_killed(number: signal.Signals) -> None:
    script = textwrap.dedent("""
        import os
        from warraq.workers import BoundedPool
        def spin(number):
            os.write(1, b"%d\\n" % os.getpid())
            while True:
                pass
        pool = BoundedPool(2, 60, 256)
        list(pool.map(spin, [1, 2, 3]))
    """)
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        workers = [int(next(child.stdout)) for _ in range(2)]
        assert all(is_running(pid) for pid in workers)

        os.kill(child.pid, number)
        child.wait(10)

        deadline = time.monotonic() + 5
        while any(is_running(pid) for pid in workers) and time.monotonic() < deadline:
            time.sleep(0.02)
        assert not any(is_running(pid) for pid in workers)
