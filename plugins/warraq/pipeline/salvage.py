"""Take back what a killed collector left: the frontier hears of its pages, then the WARC gets its name."""

from collections.abc import Iterator, Sequence
from itertools import islice

from warraq import store
from warraq.archive.salvage import salvage
from warraq.model import ArchiveDamage, ArchivedPage
from warraq.pipeline.edge import Edge

CHUNK_PAGES = 500  # Pages told to the frontier in one transaction, so that memory stays flat.


def salvage_raw(edge: Edge, run_id: str) -> tuple[str, ...]:
    """Adopt every page of every WARC whose writer is dead; return the names of the files."""

    def adopt(pages: Iterator[ArchivedPage | ArchiveDamage]) -> bool:
        ours = (page for page in pages if isinstance(page, ArchivedPage) and page.url_key is not None)
        is_wanted = False
        while chunk := list(islice(ours, CHUNK_PAGES)):
            fetched = [page for page in chunk if page.status is not None]
            store.mark_salvaged(edge.connection, run_id=run_id, now=edge.clock(), pages=fetched)
            is_wanted = is_wanted or bool(fetched) or is_imported(edge, chunk)
        return is_wanted

    return salvage(edge.settings.raw_folder, adopt)


def is_imported(edge: Edge, pages: Sequence[ArchivedPage]) -> bool:
    """Tell whether the frontier knows of pages that came from files.

    All pages of such a WARC are told in one transaction. Killed before it, the files are still where they were, and
    whoever loads them again writes them again: then this WARC would only repeat them.
    """
    keys = [page.url_key for page in pages if page.url_key is not None]
    known = store.find_locations(edge.connection, url_keys=keys)
    return any(page.url_key is not None and known.get(page.url_key) == page.location for page in pages)
