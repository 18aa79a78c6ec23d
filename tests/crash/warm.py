"""A process that has imported everything and opened nothing, and forks a child for each job: imports take seconds.

A job is a line of JSON on standard input. When its child has ended a line on standard output says how.
"""

import gc
import json
import os
import selectors
import sys
import traceback
from pathlib import Path

os.environ["GX_ANALYTICS_ENABLED"] = "False"

import great_expectations  # noqa: F401 -- To have it, not to use it; and its settings are read when it is imported.
from child import JOBS, rehearse
from great_expectations.data_context.types.base import ProgressBarsConfig  # noqa: F401 -- What the gate imports.


def serve() -> None:
    """Fork a child for each line, and say how each ended, until the input does."""
    rehearse()
    gc.freeze()  # Else every child copies the whole heap as soon as it looks for garbage.
    awaited: dict[int, tuple[int, int]] = {}
    waiting = selectors.DefaultSelector()
    waiting.register(0, selectors.EVENT_READ)
    held = b""
    while True:
        for key, _ in waiting.select():
            if key.fd != 0:
                waiting.unregister(key.fd)
                number, pid = awaited.pop(key.fd)
                os.close(key.fd)
                status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
                sys.stdout.write(json.dumps([number, status]) + "\n")
                sys.stdout.flush()
                continue
            read = os.read(0, 1 << 20)
            if not read:
                return
            *lines, held = (held + read).split(b"\n")
            for line in lines:
                job = json.loads(line)
                pid = fork(job)
                handle = os.pidfd_open(pid)
                awaited[handle] = (job["number"], pid)
                waiting.register(handle, selectors.EVENT_READ)


def fork(job: dict[str, object]) -> int:
    """Fork a child that does the job; return its process id."""
    pid = os.fork()
    if pid:
        return pid
    code = 1
    try:
        log = os.open(Path(str(job["folder"])) / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        os.dup2(log, 1)
        os.dup2(log, 2)
        JOBS[str(job["kind"])](job)
        code = 0
    except BaseException:  # noqa: BLE001 -- Whatever it is, the child ends here and its log says why.
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    serve()
