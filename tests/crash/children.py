"""The process that forks children, as the harness holds it."""

import json
import queue
import subprocess
import sys
import threading
from collections.abc import Mapping
from itertools import count
from pathlib import Path
from typing import Any

PATIENCE_SECONDS = 120.0


class Warm:
    """The process that forks children."""

    def __init__(self) -> None:
        """Start it; its imports go on while the caller does other things."""
        self._process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("warm.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._numbers = count()
        self._lock = threading.Lock()
        self._ends: dict[int, queue.Queue[int]] = {}
        threading.Thread(target=self._listen, daemon=True).start()

    def run(self, job: Mapping[str, Any]) -> int:
        """Have a child do the job; return how it ended: 0, 1 for an error, the negative of a signal."""
        assert self._process.stdin is not None
        end: queue.Queue[int] = queue.Queue()
        with self._lock:
            number = next(self._numbers)
            self._ends[number] = end
            self._process.stdin.write(json.dumps({**job, "number": number}) + "\n")
            self._process.stdin.flush()
        return end.get(timeout=PATIENCE_SECONDS)

    def stop(self) -> None:
        """End it."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(PATIENCE_SECONDS)

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            number, status = json.loads(line)
            self._ends.pop(number).put(status)
