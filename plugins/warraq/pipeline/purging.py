"""Removal on request: out of the tables at once, then out of the raw pages, by whoever comes first to do it."""

from dataclasses import dataclass

from warraq import store
from warraq.archive.erasing import erase, measure_page
from warraq.errors import UsageError
from warraq.pipeline.edge import Edge
from warraq.pipeline.load import find_source
from warraq.pipeline.raw import find_file, open_remote
from warraq.pipeline.records import find_key


@dataclass(frozen=True, slots=True, kw_only=True)
class Erased:
    """What became of the raw pages that were to be erased."""

    pages: int
    left: tuple[str, ...]  # Why each of the others is not erased yet.
    gone: tuple[str, ...]  # Files that are not in the raw store: nothing to erase, unless they come back.


def purge(edge: Edge, sought: str, *, purged_by: str, because: str, run_id: str) -> store.Purged:
    """Remove an article by its number, or whatever is kept of an address.

    Raises ``UsageError`` where nothing is kept of it. Its raw pages are left to ``erase_purged``.
    """
    if sought.isascii() and sought.isdigit():
        keys = store.find_kept(edge.connection, article_id=int(sought))
    else:
        _, url_key = find_key(sought, find_source(sought, edge.sources)) or (None, None)
        keys = store.find_kept(edge.connection, url=sought, url_key=url_key)
    if not keys:
        message = f"nothing is kept of {sought}: name an article_id of news.articles, or an address"
        raise UsageError(message)
    return store.purge_pages(
        edge.connection, url_keys=keys, purged_by=purged_by, because=because, run_id=run_id, now=edge.clock()
    )


def erase_purged(edge: Edge) -> Erased:
    """Erase every raw page that a purge left; one in a file that is still being written waits until it is whole.

    One whose file is gone stays ordered: the file may come back, with a backup or a disk.
    """
    pages, left, gone = 0, [], []
    for erasure in store.list_erasures(edge.connection):
        try:
            erase_one(edge, erasure)
            pages += 1
        except FileNotFoundError:
            if (edge.settings.raw_folder / f"{erasure.warc_file}.open").exists():
                left.append(f"{erasure.warc_file} is still being written")
            else:
                gone.append(erasure.warc_file)
        except OSError as error:
            left.append(f"{erasure.warc_file} cannot be written over ({error.strerror})")
        except ValueError as error:
            left.append(str(error))
    return Erased(pages=pages, left=tuple(dict.fromkeys(left)), gone=tuple(dict.fromkeys(gone)))


def erase_one(edge: Edge, erasure: store.Erasure) -> None:
    """Erase one page: measure it, keep the measure, write over it, say so. Killed anywhere, it is done again."""
    path, remote = find_file(edge.settings, erasure.warc_file), open_remote(edge.settings)
    length = erasure.warc_bytes
    if length is None:
        length = measure_page(path, erasure.warc_offset)
        store.measure_erasure(edge.connection, erasure, warc_bytes=length)
    erase(path, erasure.warc_offset, length, at=edge.clock())
    if remote:
        remote.replace(path)
    store.finish_erasure(edge.connection, erasure, now=edge.clock())
