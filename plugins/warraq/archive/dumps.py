"""Single files as pages: text dumps, and pages saved as HTML, compressed or not."""

import gzip
import zlib
from datetime import datetime
from pathlib import Path

from warraq.errors import RejectedError
from warraq.model import MediaKind, Page, Reason

MAX_FILE_BYTES = 10_000_000
GZIP_MAGIC = b"\x1f\x8b"


def read_dump(path: Path, *, fetched_at: datetime, max_bytes: int = MAX_FILE_BYTES) -> Page:
    """Return a text dump as a page without a URL.

    Raises ``RejectedError`` where it is over ``max_bytes`` once decompressed, cut short or corrupt, and ``OSError``
    where it cannot be opened.
    """
    content = read_file(path, max_bytes)
    return Page(content=content, kind=MediaKind.TEXT, url=None, fetched_at=fetched_at)


def read_html_file(path: Path, *, url: str | None, fetched_at: datetime, max_bytes: int = MAX_FILE_BYTES) -> Page:
    """Return a page saved in a file; ``url`` is where it came from, None where unknown. Raises as ``read_dump``."""
    content = read_file(path, max_bytes)
    return Page(content=content, kind=MediaKind.HTML, url=url, fetched_at=fetched_at)


def read_file(path: Path, max_bytes: int) -> bytes:
    """Return what ``path`` holds, decompressed where it begins as gzip does. Raises as ``read_dump``."""
    with path.open("rb") as file:
        is_gzip = file.read(len(GZIP_MAGIC)) == GZIP_MAGIC
        file.seek(0)
        try:
            content = (gzip.GzipFile(fileobj=file) if is_gzip else file).read(max_bytes + 1)
        except EOFError:
            raise RejectedError(Reason.TRUNCATED, f"{path}: the gzip stream ends early") from None
        except (gzip.BadGzipFile, zlib.error) as error:
            raise RejectedError(Reason.BAD_ENCODING, f"{path}: {error}") from None
    if len(content) > max_bytes:
        raise RejectedError(Reason.TOO_BIG, f"{path}: over {max_bytes} bytes")
    return content
