"""The raw store at an address: whole WARCs go up from the local folder, and come back into it when they are wanted.

A WARC is always written in the local folder, under a lock and fsynced: no object store has either. It goes up when it
is whole, and a marker beside it says so; a kill between the two only sends it once more.
"""

import time
from contextlib import suppress
from pathlib import Path, PurePosixPath
from typing import Any
from uuid import uuid4

import fsspec
from fsspec.implementations.local import LocalFileSystem
from fsspec.utils import get_protocol

from warraq.archive.writer import SUFFIX, sync_folder
from warraq.errors import TransientError, UsageError

UNFIT = frozenset({"http", "https", "memory", "data"})  # Read only, or gone with the process.
SENT_SUFFIX = ".sent"
PART_SUFFIX = ".part"
KEPT_SECONDS = 2 * 86_400.0  # A local copy that went up is kept so long, for those who clean its pages.


class Remote:
    """WARCs below an fsspec address, such as ``s3://bucket/raw``, and their copies in a local folder."""

    def __init__(self, address: str, folder: Path) -> None:
        """Open the address. Raises ``UsageError`` where no package speaks its protocol, or the address is unfit."""
        self._folder = folder
        self._address = address
        if get_protocol(address) in UNFIT:
            message = f"WARRAQ_RAW: {address} cannot keep files: give a folder, or an address that may be written"
            raise UsageError(message)
        try:
            self._files, self._root = fsspec.core.url_to_fs(address)
        except (ImportError, ValueError) as error:
            message = f"WARRAQ_RAW: {address} cannot be opened ({error})"
            raise UsageError(message) from None
        if isinstance(self._files, LocalFileSystem) and Path(self._root).resolve().is_relative_to(folder.resolve()):
            message = (
                f"WARRAQ_RAW: {address} lies where WARCs are written: give a folder without file://, or another place"
            )
            raise UsageError(message)

    def send(self) -> tuple[str, ...]:
        """Bring up every whole WARC of the folder that has not gone yet; return their names.

        Raises ``TransientError`` where that fails: the files stay, and go the next time.
        """
        paths = sorted(self._folder.rglob(f"*{SUFFIX}"))
        waiting = [path for path in paths if not mark_of(path).exists()]
        for path in waiting:
            self.replace(path)
        return tuple(self._name(path) for path in waiting)

    def replace(self, path: Path) -> None:
        """Bring up one file, over what is there. Raises ``TransientError``."""
        target = f"{self._root}/{self._name(path)}"
        with suppress(OSError):  # An object store has no folders, and may forbid to ask for them.
            self._files.makedirs(str(PurePosixPath(target).parent), exist_ok=True)
        try:
            # Under another name first: on a file system half a file would be taken for the whole.
            part = f"{target}.{uuid4().hex[:8]}{PART_SUFFIX}"
            self._files.put_file(str(path), part)
            self._files.mv(part, target)
        except OSError as error:
            raise self._as_transient(error) from error
        mark_of(path).touch()

    def bring(self, name: str) -> Path:
        """Return the local path of a WARC, brought down where it is not there.

        Raises ``FileNotFoundError`` where the address does not hold it either, ``TransientError`` where that cannot be
        told.
        """
        path = self._folder / name
        if path.exists():
            return path
        part = path.with_name(f"{path.name}.{uuid4().hex[:8]}{PART_SUFFIX}")
        part.parent.mkdir(parents=True, exist_ok=True)
        try:
            self._files.get_file(f"{self._root}/{name}", str(part))
        except FileNotFoundError:
            part.unlink(missing_ok=True)
            raise
        except OSError as error:
            part.unlink(missing_ok=True)
            raise self._as_transient(error) from error
        mark_of(path).touch()
        part.rename(path)
        sync_folder(path.parent)
        return path

    def trim(self, *, kept_seconds: float = KEPT_SECONDS) -> int:
        """Remove the local copies that went up so long ago, and parts that were left; return how many copies."""
        limit, trimmed = time.time() - kept_seconds, 0
        for path in sorted(self._folder.rglob(f"*{SUFFIX}")):
            mark = mark_of(path)
            if mark.exists() and max(mark.stat().st_mtime, path.stat().st_mtime) < limit:
                path.unlink()
                mark.unlink()
                trimmed += 1
        for part in self._folder.rglob(f"*{PART_SUFFIX}"):
            if part.stat().st_mtime < limit:
                part.unlink()
        return trimmed

    def _name(self, path: Path) -> str:
        return path.relative_to(self._folder).as_posix()

    def _as_transient(self, error: Any) -> TransientError:  # noqa: ANN401 -- Whatever a driver raises.
        return TransientError(f"WARRAQ_RAW: {self._address} failed ({type(error).__name__}: {error})")


def mark_of(path: Path) -> Path:
    """Return the marker that says a file went up."""
    return path.with_name(f"{path.name}{SENT_SUFFIX}")
