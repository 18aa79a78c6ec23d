"""Rescue of the files that killed writers left under their temporary names."""

import fcntl
import io
import mmap
import os
from collections.abc import Callable, Iterator
from pathlib import Path

from warraq.archive.members import walk_whole_members
from warraq.archive.reader import read_warc
from warraq.archive.writer import MAX_NAME_TRIES, OPEN_SUFFIX, SUFFIX, is_same_file, sync_folder
from warraq.model import ArchiveDamage, ArchivedPage

WARCINFO = b"\r\nWARC-Type: warcinfo\r\n"

Adopt = Callable[[Iterator[ArchivedPage | ArchiveDamage]], bool]


def salvage(folder: Path, adopt: Adopt) -> tuple[str, ...]:
    """Give every file of a dead writer under ``folder`` its final name, cut after its last whole record.

    ``adopt`` is handed the pages of each file before its temporary name goes: killed until then, the next salvage
    hands them over again. Returns the names, relative to ``folder``, sorted. A file is removed that holds no record of
    a page, or of which ``adopt`` says that nobody wants it; one whose writer lives, or that cannot be opened, is left
    alone. May run beside writers and beside itself.
    """
    rescued = (rescue_file(path, folder, adopt) for path in sorted(folder.rglob(f"*{OPEN_SUFFIX}")))
    return tuple(sorted(str(path.relative_to(folder)) for path in rescued if path))


def rescue_file(path: Path, folder: Path, adopt: Adopt) -> Path | None:
    """Rescue one file, and return its final path, or None where there was nothing to rescue or its writer lives."""
    try:
        file = io.FileIO(path, "r+")
    except OSError:  # Gone by now; or another user's, which must not keep every lane of ours from its news.
        return None
    with file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return None
        if not is_same_file(file, path):
            return None
        end = find_end(file)
        if end == 0:
            path.unlink()
            return None
        file.truncate(end)
        os.fsync(file.fileno())
        final = link_final_name(path)
        is_wanted = adopt(read_warc(final, folder=folder))
        if not is_wanted:
            final.unlink()
        path.unlink()
        sync_folder(path.parent)
        return final if is_wanted else None


def find_end(file: io.FileIO) -> int:
    """Return where the last whole record of ``file`` ends, 0 where it holds none but its own description."""
    if not os.fstat(file.fileno()).st_size:
        return 0
    with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
        members = tuple((end, WARCINFO in first[:100]) for end, first in walk_whole_members(data))
    return members[-1][0] if not all(is_warcinfo for _, is_warcinfo in members) else 0


def link_final_name(path: Path) -> Path:
    """Give ``path`` its final name beside the temporary one, never over another file, and return that."""
    name = path.name.removesuffix(OPEN_SUFFIX)
    for number in range(1, MAX_NAME_TRIES):
        final = path.with_name(f"{name}{SUFFIX}" if number == 1 else f"{name}-{number}{SUFFIX}")
        try:
            final.hardlink_to(path)
        except FileExistsError:
            if not final.samefile(path):  # The same file: a salvage was killed before the temporary name went.
                continue
        sync_folder(path.parent)
        return final
    message = f"{path}: {MAX_NAME_TRIES} files of this name exist"
    raise FileExistsError(message)
