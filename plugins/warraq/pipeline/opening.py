"""Open the edge: read the settings and the catalogue, start the workers, connect."""

from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from datetime import UTC, datetime

from warraq import store
from warraq.errors import UsageError
from warraq.pipeline.catalogue_files import read_sources
from warraq.pipeline.edge import Edge
from warraq.pipeline.load import with_unnamed
from warraq.pipeline.raw import open_remote
from warraq.settings import Settings, read_settings
from warraq.workers import BoundedPool


def read_clock() -> datetime:
    """Return the time, aware, UTC."""
    return datetime.now(UTC)


def find_dsn(settings: Settings) -> str:
    """Return the DSN the settings name, else that of the embedded server, started where it is not running.

    Raises ``UsageError`` naming a DSN file that cannot be read.
    """
    if settings.dsn:
        return settings.dsn
    if settings.dsn_file:
        try:
            return settings.dsn_file.read_text(encoding="utf-8-sig").strip()
        except (OSError, UnicodeDecodeError) as error:
            says = getattr(error, "strerror", None) or "it is not UTF-8"
            message = f"WARRAQ_DSN_FILE: {settings.dsn_file} cannot be read ({says}); write the DSN there"
            raise UsageError(message) from None
    return store.embedded.start(settings.var / "postgres")


@contextmanager
def open_pipeline(environ: Mapping[str, str]) -> Iterator[Edge]:
    """Open the edge for the length of one task.

    The workers are forked first: a connection or a thread must not be inherited.
    """
    settings = read_settings(environ)
    sources = read_sources(settings.sources)
    open_remote(settings)  # What cannot be opened is said before anything is done.
    with (
        BoundedPool(settings.clean_workers, settings.clean_seconds, settings.clean_megabytes) as pool,
        closing(store.connect(find_dsn(settings))) as connection,
    ):
        yield with_unnamed(Edge(settings=settings, sources=sources, connection=connection, pool=pool, clock=read_clock))
