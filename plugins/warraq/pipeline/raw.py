"""The raw store as the stages see it: a local folder, and beyond it an address where ``WARRAQ_RAW`` names one."""

from pathlib import Path

from warraq.archive.reader import read_record
from warraq.archive.remote import Remote
from warraq.errors import RejectedError
from warraq.model import ArchivedPage, RawLocation
from warraq.settings import Settings


def open_remote(settings: Settings) -> Remote | None:
    """Return the address beyond the folder, or None. Raises ``UsageError`` where it cannot be opened."""
    return Remote(settings.raw, settings.raw_folder) if isinstance(settings.raw, str) else None


def send_raw(settings: Settings) -> tuple[str, ...]:
    """Bring every whole WARC to the address, where there is one; return their names. Raises ``TransientError``."""
    remote = open_remote(settings)
    return remote.send() if remote else ()


def is_kept(settings: Settings, location: RawLocation) -> bool:
    """Tell whether a page can be read where it lies; one that went to an address is taken to be."""
    if isinstance(settings.raw, str):
        return True
    try:
        read_record(settings.raw_folder, location)
    except (OSError, RejectedError):
        return False
    return True


def read_kept(settings: Settings, location: RawLocation) -> ArchivedPage:
    """Return a page that is kept.

    Raises ``RejectedError`` where its record is damaged, ``FileNotFoundError`` where neither folder nor address holds
    its file, and ``TransientError`` where the address cannot be reached.
    """
    try:
        return read_record(settings.raw_folder, location)
    except FileNotFoundError:
        find_file(settings, location.warc_file)
        return read_record(settings.raw_folder, location)


def find_file(settings: Settings, name: str) -> Path:
    """Return the path of a whole WARC, brought from the address where it is not in the folder; raises as above."""
    remote = open_remote(settings)
    return remote.bring(name) if remote else settings.raw_folder / name
