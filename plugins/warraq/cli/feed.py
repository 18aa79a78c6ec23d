"""``warraq feed``: the entries of a feed or sitemap, one JSON object a line."""

import argparse
import json
import sys
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from warraq.discover import FeedReading, RefusedEntry
from warraq.discover.decoding import MAX_BYTES
from warraq.errors import UsageError
from warraq.fetch.client import Client
from warraq.model import Entry, FetchFailure, Rejection, Rights, Source
from warraq.pipeline.poll import read_one
from warraq.settings import Settings
from warraq.workers import BoundedPool

# Whose feed it is does not matter to what it says.
NOBODY = Source(
    source_id="feed",
    name="A feed named on the command line",
    homepage="https://feed.invalid/",
    language="und",
    time_zone="UTC",
    is_enabled=False,
    state_reason="named on the command line",
    rights=Rights(store_full_text=True),
)


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("feed", type=str, metavar="FILE_OR_URL", help="a feed or sitemap, on disk or to be fetched")
    parser.add_argument("--url", help="the address a FILE was fetched from, which its links are relative to")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Read the document and print its entries; what was refused or cut goes to standard error."""
    with BoundedPool(1, settings.clean_seconds, settings.clean_megabytes) as pool:
        content, url, content_type = read_document(options, settings)
        source = replace(NOBODY, homepage=url)
        reading = pool.run(read_one, content, url, source, content_type, settings.max_feed_entries)
    if isinstance(reading, Rejection):
        message = f"{options.feed}: {reading.reason}: {reading.detail}"
        raise UsageError(message)
    for entry in reading.entries:
        print(json.dumps(describe(entry), ensure_ascii=False))
    report(reading)
    return 0


def read_document(options: argparse.Namespace, settings: Settings) -> tuple[bytes, str, str | None]:
    """Return the document's bytes, its address and its content type. Raises ``UsageError`` where it cannot be had."""
    if options.feed.lower().startswith(("http://", "https://")):
        with Client(settings) as client:
            answer = client.fetch(options.feed, max_bytes=MAX_BYTES)
        if isinstance(answer, FetchFailure):
            message = f"{options.feed}: {answer.reason}: {answer.detail}"
            raise UsageError(message)
        return answer.body, answer.final_url, answer.header("content-type")
    return read_file(Path(options.feed)), options.url or NOBODY.homepage, None


def read_file(path: Path) -> bytes:
    """Return what the file holds. Raises ``UsageError`` where it cannot be read, or is larger than a sitemap may be."""
    try:
        if path.exists() and not path.is_file():  # A pipe would be waited for.
            message = f"{path}: is no file"
            raise UsageError(message)
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        message = f"{path}: cannot be read ({error.strerror})"
        raise UsageError(message) from None
    if len(content) > MAX_BYTES:
        message = f"{path}: over {MAX_BYTES} bytes"
        raise UsageError(message)
    return content


def describe(entry: Entry) -> dict[str, object]:
    """Return the entry as JSON writes it, without what only this catalogue-less reading made up."""
    row = {name: value for name, value in asdict(entry).items() if name not in {"source_id", "url_key"}}
    return {name: value.isoformat() if isinstance(value, datetime) else value for name, value in row.items()}


def report(reading: FeedReading) -> None:
    """Say on standard error what the document named besides its entries."""
    for refused in reading.refused:
        title = f" ({refused.item.title})" if isinstance(refused, RefusedEntry) and refused.item.title else ""
        print(f"warraq: refused{title}: {refused.detail}", file=sys.stderr)
    for sitemap in reading.sitemaps:
        print(f"warraq: names the sitemap {sitemap}", file=sys.stderr)
    if reading.repeated:
        print(f"warraq: {reading.repeated} entries name the page of an earlier one", file=sys.stderr)
    if reading.cut:
        print(f"warraq: {reading.cut} entries over WARRAQ_MAX_FEED_ENTRIES were left", file=sys.stderr)
