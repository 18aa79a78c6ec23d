"""Start programs together, and leave no process of theirs behind, whatever they start themselves."""

import ctypes
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

import psutil

from warraq.cli.signals import hold_signals

# Found now: a child forked beside threads must not look for it, for one of them may hold the loader's lock.
PRCTL = ctypes.CDLL(None, use_errno=True).prctl if sys.platform == "linux" else None
PR_SET_PDEATHSIG = 1  # From linux/prctl.h: a signal to the child when its parent dies.
PR_SET_CHILD_SUBREAPER = 36  # Orphans of our children become ours, so that stopping finds them.
KILLED = 128  # A shell's exit status of a program that a signal ended is this and the signal's number.
STOP_SECONDS = 10.0  # A task that is cut off loses nothing: the next run goes on from there.


@dataclass(slots=True, kw_only=True)
class Family:
    """Programs started by us, by name, and everything they started."""

    programs: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    parent: psutil.Process = field(default_factory=psutil.Process)
    strangers: frozenset[int] = frozenset()  # Children that were ours before: the embedded server, workers.
    farewell: signal.Signals = signal.SIGTERM  # Said to all when they are to end, by the kernel where we are killed.

    def start(self, name: str, command: Sequence[str], *, environment: Mapping[str, str], log: Path) -> None:
        """Start a program in the family's process group, its output appended to ``log``."""
        log.parent.mkdir(parents=True, exist_ok=True)
        first = next(iter(self.programs.values()), None)
        with log.open("ab") as out, hold_signals():
            self.programs[name] = subprocess.Popen(  # noqa: S603 -- Our own programs.
                [str(Path(sys.executable).parent / command[0]), *command[1:]],
                env=dict(environment),
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                process_group=first.pid if first else 0,
                preexec_fn=partial(set_process_option, PR_SET_PDEATHSIG, self.farewell),  # noqa: PLW1509 -- It only makes one system call.
            )

    def find_dead(self) -> str | None:
        """Return the name of a program that has ended, or None while all run."""
        return next((name for name, program in self.programs.items() if program.poll() is not None), None)

    def stop(self) -> None:
        """End every process of the family by its farewell, then by force."""
        for number, seconds in ((self.farewell, STOP_SECONDS), (signal.SIGKILL, STOP_SECONDS)):
            for process in self.list_living():
                try:
                    process.send_signal(number)
                except psutil.NoSuchProcess:
                    continue
            if self.wait_for_all(seconds):
                return

    def wait_for_all(self, seconds: float) -> bool:
        """Wait until none lives; tell whether that came to pass in time."""
        deadline = time.monotonic() + seconds
        while time.monotonic() < deadline:
            for program in self.programs.values():
                program.poll()
            living = self.list_living()
            if not living:
                return True
            psutil.wait_procs(living, timeout=0.2)
        return False

    def list_living(self) -> list[psutil.Process]:
        """Return our descendants that are alive, those we adopted included."""
        children = self.parent.children(recursive=True)
        kept = [child for child in children if child.pid not in self.strangers]
        return [child for child in kept if child.is_running() and child.status() != psutil.STATUS_ZOMBIE]


@contextmanager
def raise_family(farewell: signal.Signals = signal.SIGTERM) -> Iterator[Family]:
    """Yield a family, which ends by ``farewell``; when the block ends, however it ends, none of it is left."""
    set_process_option(PR_SET_CHILD_SUBREAPER, 1)
    parent = psutil.Process()
    strangers = frozenset(child.pid for child in parent.children(recursive=True))
    family = Family(parent=parent, strangers=strangers, farewell=farewell)
    try:
        yield family
    finally:
        with hold_signals():
            family.stop()


def set_process_option(option: int, value: int) -> None:
    """Call prctl where there is one (Linux); elsewhere an orphan of a killed parent is the operator's to end."""
    if PRCTL is not None:
        PRCTL(option, value, 0, 0, 0)


def run_program(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a program of the user's on this terminal, Ctrl-C being its own affair; return what a shell would of it."""
    program = None
    before = signal.getsignal(signal.SIGINT)
    try:
        with hold_signals():
            program = subprocess.Popen(command, env=dict(environment))  # noqa: S603 -- The user's own words.
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        status = program.wait()
        return status if status >= 0 else KILLED - status
    finally:
        signal.signal(signal.SIGINT, before)
        if program is not None and program.poll() is None:
            program.terminate()
            program.wait()
