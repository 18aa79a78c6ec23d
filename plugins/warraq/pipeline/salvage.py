"""Take back what a killed collector left: the frontier hears of its pages, then the WARC gets its name."""

from collections.abc import Iterator

from warraq import store
from warraq.archive.salvage import salvage
from warraq.model import ArchiveDamage, ArchivedPage
from warraq.pipeline.edge import Edge


def salvage_raw(edge: Edge, run_id: str) -> tuple[str, ...]:
    """Adopt every page of every WARC whose writer is dead; return the names of the files."""

    def adopt(pages: Iterator[ArchivedPage | ArchiveDamage]) -> None:
        kept = [page for page in pages if isinstance(page, ArchivedPage) and page.url_key is not None]
        store.mark_salvaged(edge.connection, run_id=run_id, now=edge.clock(), pages=kept)

    return salvage(edge.settings.raw_folder, adopt)
