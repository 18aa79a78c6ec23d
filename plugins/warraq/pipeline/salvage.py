"""Take back what a killed collector left: its WARC is read, the frontier hears of it, then the file gets its name."""

from warraq.archive import salvage
from warraq.model import ArchiveDamage
from warraq.pipeline.edge import Edge
from warraq.store import fetches


def salvage_raw(edge: Edge, run_id: str) -> tuple[str, ...]:
    """Adopt every page of every WARC whose writer is dead; return the names of the files.

    The rename is the last step: a kill before it only means that the file is read again.
    """
    rescued = []
    for name, pages in salvage(edge.settings.raw_folder):
        kept = [page for page in pages if not isinstance(page, ArchiveDamage) and page.url_key is not None]
        fetches.mark_salvaged(edge.connection, run_id=run_id, now=edge.clock(), pages=kept)
        rescued.append(name)
    return tuple(rescued)
