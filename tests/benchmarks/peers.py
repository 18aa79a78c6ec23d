"""The environments of the peers: each folder of benchmarks has its own, under var/, made from its lock file."""

import subprocess
import venv
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]


def make_environment(bench: Path) -> Path:
    """Return the Python of the environment for the folder ``bench``, made where it is missing."""
    home = PROJECT / "var" / "bench-peers" / bench.name
    python, ready = home / "bin" / "python", home / "ready"
    if not ready.exists():
        venv.create(home, with_pip=True, clear=True)
        # The lock is complete; without --no-deps pip of 2023 fails on a package wanted with two spellings of one extra.
        options = ("--quiet", "--require-hashes", "--no-deps", "--disable-pip-version-check")
        requirements = bench / "requirements-peers.txt"
        subprocess.run([str(python), "-m", "pip", "install", *options, "-r", str(requirements)], check=True)
        ready.touch()
    return python
