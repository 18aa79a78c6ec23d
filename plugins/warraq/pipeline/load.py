"""Load archives and dumps: they enter at the WARC step, and everything after it is the road that live news takes."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from warraq import store
from warraq.archive.reader import RESOURCE_KINDS
from warraq.archive.writer import WarcWriter
from warraq.clean import is_asset
from warraq.errors import UsageError
from warraq.model import ArchivedEntry, MediaKind, Page, Reason, Rejection, Rights, Source
from warraq.pipeline.chunks import measure_page, split_chunks
from warraq.pipeline.collect import name_warc
from warraq.pipeline.edge import Edge
from warraq.pipeline.plan import check_source, open_run
from warraq.pipeline.publishing import clean_and_publish
from warraq.pipeline.raw import is_kept, send_raw
from warraq.pipeline.reading import read_pages
from warraq.pipeline.records import find_key
from warraq.pipeline.salvage import salvage_raw
from warraq.urls import host_name, is_own_host, make_url_key, resolve_link

DEFAULT_TYPES = {MediaKind.HTML: "text/html", MediaKind.TEXT: "text/plain"}
NAMED = 20  # Unread files named in an error.
NO_PAGES = frozenset({Reason.HTTP_STATUS, Reason.WRONG_TYPE})  # Answers that were read, and are no pages: no fault.
INDEXES = frozenset({".cdx", ".cdxj"})  # Wget and pywb keep them beside the archives they are of.
CHUNK_PAGES = 1_000  # Pages published in one transaction at most.

# Whose an article is that comes from a dump without an address and without --source.
UNNAMED = Source(
    source_id="unnamed",
    name="Archives that name no publisher",
    homepage="urn:warraq:unnamed",
    language="und",
    time_zone="UTC",
    is_enabled=False,
    state_reason="holds what was loaded from archives that name no publisher",
    rights=Rights(store_full_text=True),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """What a chunk of pages came to, besides what the ledger counts."""

    source_ids: tuple[str, ...]
    unread: tuple[Rejection, ...]  # Files, or parts of archives, that could not be read, or are no pages.


def load_archives(edge: Edge, *, run_id: str, paths: Sequence[Path], source_id: str | None) -> tuple[Rejection, ...]:
    """Take every page of the files down the whole road, a chunk at a time; loading twice changes nothing.

    ``source_id`` is whose they are; None means by each page's host. Returns what could not be read, what is no page
    (``NO_PAGES``), and what crashed the cleaner: a bug of ours, that keeps no other page. Raises ``UsageError`` for a
    source the catalogue has not, or a file that is not there, and ``TransientError`` where the WARCs cannot go to the
    address of the raw store: they stay, and go later.
    """
    check_source(edge, source_id)
    files = list(list_files(paths))
    open_run(edge, run_id=run_id, lanes=[], is_historical=True)
    salvage_raw(edge, run_id)
    unread: list[Rejection] = []
    try:
        for imported in import_chunks(edge, run_id=run_id, files=files, source_id=source_id):
            unread += imported.unread
            crashed = clean_and_publish(edge, run_id=run_id, source_ids=imported.source_ids)
            unread += (Rejection(reason=Reason.CRASHED, detail=f"crashed the cleaner: {page}") for page in crashed)
    finally:
        store.close_run(edge.connection, run_id=run_id, now=edge.clock())
    send_raw(edge.settings)
    return tuple(unread)


def import_files(
    edge: Edge, *, run_id: str, paths: Sequence[Path], source_id: str | None
) -> tuple[list[str], list[str]]:
    """Fill the WARC step from the files; return the sources whose pages wait to be cleaned, and what was not read."""
    imported = list(import_chunks(edge, run_id=run_id, files=list(list_files(paths)), source_id=source_id))
    unread = [rejection.detail for chunk in imported for rejection in chunk.unread if rejection.reason not in NO_PAGES]
    return sorted({name for chunk in imported for name in chunk.source_ids}), unread[:NAMED]


def import_chunks(edge: Edge, *, run_id: str, files: Sequence[Path], source_id: str | None) -> Iterator[Imported]:
    """Write the files' pages to WARCs and enter them as fetched, so many at a time."""
    pages = list_pages(files, edge.clock())
    for chunk in split_chunks(pages, measure=measure_page, max_items=CHUNK_PAGES):
        unread = tuple(page for page in chunk if isinstance(page, Rejection))
        entries = [make_entry(page, edge.sources, source_id) for page in chunk if isinstance(page, Page)]
        with WarcWriter(edge.settings.raw_folder, name_warc(edge.clock(), 0)) as warc:
            for captures in part_captures(entries):
                source_ids = import_entries(edge, warc, run_id=run_id, entries=captures)
                yield Imported(source_ids=source_ids, unread=unread)
                unread = ()
        if unread:
            yield Imported(source_ids=(), unread=unread)


def order_capture(entry: ArchivedEntry) -> tuple[datetime, bool, bytes]:
    """Return what captures come by: their time; of one second, pages before the texts that were drawn from them."""
    return entry.page.fetched_at, entry.page.kind is MediaKind.TEXT, entry.payload_sha256


def part_captures(entries: Iterable[ArchivedEntry]) -> Iterator[list[ArchivedEntry]]:
    """Yield the entries so that no page is in one list twice: its captures follow each other, the oldest first.

    Of one second, those come first that later ones do not revise.
    """
    left: list[ArchivedEntry] = []
    latest: dict[bytes, bytes] = {}
    for entry in sorted(entries, key=order_capture):
        if latest.get(entry.url_key) != entry.payload_sha256:  # The very same again is no revision.
            left.append(entry)
        latest[entry.url_key] = entry.payload_sha256
    while left:
        seen: dict[bytes, ArchivedEntry] = {}
        later = [entry for entry in left if seen.setdefault(entry.url_key, entry) is not entry]
        yield list(seen.values())
        left = later


def with_unnamed(edge: Edge) -> Edge:
    """Return the edge with the source of what names no publisher."""
    return replace(edge, sources={**edge.sources, UNNAMED.source_id: UNNAMED})


def list_files(paths: Sequence[Path]) -> Iterator[Path]:
    """Yield the files, and those of folders by name, links followed.

    Raises ``UsageError`` naming what is not there, is no file, or a folder that cannot be looked into.
    """
    for path in paths:
        if path.is_dir():
            yield from sorted(walk_folder(path))
        elif path.is_file():
            yield path
        else:
            message = f"load: {path} {'is no file or folder' if path.exists() else 'does not exist'}"
            raise UsageError(message)


def walk_folder(folder: Path) -> Iterator[Path]:
    """Yield the files of a folder and of those in it, hidden ones and indexes of archives aside.

    Raises ``UsageError`` as ``list_files`` does.
    """
    seen = {os.path.realpath(folder)}

    def fail(error: OSError) -> None:
        message = f"load: {error.filename} cannot be looked into ({error.strerror})"
        raise UsageError(message)

    for place, folders, names in os.walk(folder, onerror=fail, followlinks=True):
        folders[:] = [name for name in folders if os.path.realpath(Path(place, name)) not in seen]
        seen.update(os.path.realpath(Path(place, name)) for name in folders)
        for name in names:
            file = Path(place, name)
            if name.startswith(".") or Path(name.lower().removesuffix(".gz")).suffix in INDEXES:
                continue
            if file.is_file() or not file.exists():  # A link that leads nowhere is named where it is to be read.
                yield file


def list_pages(files: Iterable[Path], now: datetime) -> Iterator[Page | Rejection]:
    """Yield the pages of the files, and the reasons of what of them cannot be read or is no page."""
    for file in files:
        for page in read_pages(file, None, now):
            if isinstance(page, Page) and is_asset(page):
                yield Rejection(reason=Reason.WRONG_TYPE, detail=f"{file}: {page.content_type}: {page.url}")
            else:
                yield page


def make_entry(page: Page, sources: Mapping[str, Source], source_id: str | None) -> ArchivedEntry:
    """Return the page as the frontier knows it: by its address, written as links are, else by the hash of its bytes."""
    digest = sha256(page.content)
    url = page.url or f"urn:warraq:{digest.hexdigest()}"
    url = resolve_link(url, url) or url
    source = sources[source_id] if source_id else find_source(url, sources)
    canonical_url, url_key = find_key(url, source) or (url, make_url_key(url))
    return ArchivedEntry(
        source_id=source.source_id,
        url=url,
        canonical_url=canonical_url,
        url_key=url_key,
        page=page,
        payload_sha256=digest.digest(),
    )


def find_source(url: str, sources: Mapping[str, Source]) -> Source:
    """Return the catalogue's source whose host the address has, else the one of what names no publisher."""
    host = host_name(url)
    return next((source for source in sources.values() if host and is_own_host(host, source)), UNNAMED)


def import_entries(edge: Edge, warc: WarcWriter, *, run_id: str, entries: Sequence[ArchivedEntry]) -> tuple[str, ...]:
    """Write the pages to a WARC and enter them as fetched; a payload whose WARC is still there is not written again.

    Return whose pages are to be cleaned: one that is known stays its source's.
    """
    known = store.find_locations(edge.connection, url_keys=[entry.url_key for entry in entries])
    adopted = []
    for entry in entries:
        location = known.get(entry.url_key)
        if location is None or location.payload_sha256 != entry.payload_sha256 or not is_kept(edge.settings, location):
            location = warc.append_resource(
                entry.page.content,
                url=entry.url,
                url_key=entry.url_key,
                content_type=choose_type(entry.page),
                at=entry.page.fetched_at,
            )
        adopted.append((entry, location))
    warc.sync()
    store.adopt_archived(edge.connection, run_id=run_id, now=edge.clock(), pages=adopted)
    owners = store.find_fetched_sources(edge.connection, url_keys=[entry.url_key for entry in entries])
    return tuple(source_id for source_id in owners if source_id in edge.sources)


def choose_type(page: Page) -> str:
    """Return the content type to store: the page's own where it is read back as what the page is, else its kind's."""
    own = page.content_type or ""
    return own if RESOURCE_KINDS.get(own.partition(";")[0].strip().lower()) is page.kind else DEFAULT_TYPES[page.kind]
