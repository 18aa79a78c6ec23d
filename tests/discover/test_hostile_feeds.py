"""The 2,248 feeds beside the project, over HTTP: each is read or refused, and what is asserted of it survives."""

import html
import json
import re
import socket
import subprocess
import sys
import tarfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from warraq.discover import Item, RefusedEntry, read_feed
from warraq.discover.markup import read_text
from warraq.errors import RejectedError
from warraq.fetch.client import Client
from warraq.model import Entry, FetchFailure, HttpResponse, Rights, Source
from warraq.settings import Settings

FEEDS = Path(__file__).resolve().parents[3] / "shared" / "hostile" / "feeds"
ACTIVE = re.compile(
    r"<\s*(script|iframe|object|embed|style|form|svg|math)\b|<[^>]*\son\w+\s*=|javascript:", re.IGNORECASE
)
THREADS = 32  # The server sends head and body apart, and waits 40 ms for the head to be acknowledged.
TEXTS = ("title", "summary", "content_html", "guid")
# It is resolved against a Content-Location header, which RFC 7231 took that meaning from; bare feedparser does too.
LOST = ["wellformed/base/http_entry_id_base_content_location.xml"]

SOURCE = Source(
    source_id="feeds",
    name="Feeds",
    homepage="http://127.0.0.1/",
    language="en",
    time_zone="UTC",
    is_enabled=False,
    state_reason="a test",
    rights=Rights(store_full_text=True),
)
# Where each field that is asserted of links, dates and languages stands in ours.
FIELDS = {
    "link": ("url", "link"),
    "enclosures.0.url": ("enclosure_url", "enclosure"),
    "language": ("language", "language"),
    "content.0.language": ("language", "language"),
    "published_parsed": ("published_at", "published_parsed"),
    "created_parsed": ("published_at", "published_parsed"),
    "updated_parsed": ("modified_at", "modified_parsed"),
}

pytestmark = pytest.mark.skipif(not FEEDS.is_dir(), reason="the feeds lie beside the project: ../shared/hostile/feeds")


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """The port on which the feeds are served, each with its status and headers."""
    folder = tmp_path_factory.mktemp("feeds")
    with tarfile.open(FEEDS / "feeds.tar.gz") as archive:
        # Python 3.11.2 has no ``filter`` argument (Debian 12); the attribute is what the documentation says for both.
        archive.extraction_filter = getattr(tarfile, "data_filter", None)
        archive.extractall(folder)  # noqa: S202 - see above.
    with socket.create_server(("127.0.0.1", 0)) as free:
        chosen = free.getsockname()[1]
    with subprocess.Popen([sys.executable, str(FEEDS / "serve.py"), str(folder), str(chosen)]) as process:
        for _ in range(100):
            with socket.socket() as knock:
                if knock.connect_ex(("127.0.0.1", chosen)) == 0:
                    break
            time.sleep(0.1)
        yield chosen
        process.terminate()


@pytest.fixture(scope="module")
def outcomes(port: int) -> list[tuple[dict[str, Any], list[Entry | Item] | None]]:
    manifest = (FEEDS / "manifest.jsonl").read_text(encoding="utf-8").replace("127.0.0.1:8097", f"127.0.0.1:{port}")
    rows = [json.loads(line) for line in manifest.splitlines()]
    with (
        Client(Settings.model_validate({"allow_networks": "127.0.0.1/32"})) as client,
        ThreadPoolExecutor(THREADS) as threads,
    ):
        answers = list(threads.map(lambda row: client.fetch(f"http://127.0.0.1:{port}{row['url_path']}"), rows))
    return [(row, read(answer, row)) for row, answer in zip(rows, answers, strict=True)]


def read(answer: HttpResponse | FetchFailure, row: dict[str, Any]) -> list[Entry | Item] | None:
    """What is read of a feed that was fetched, or None where it is refused, for a reason of a closed list."""
    if isinstance(answer, FetchFailure):
        return None
    try:
        reading = read_feed(answer.body, url=answer.final_url, source=SOURCE, content_type=row["content_type"])
    except RejectedError:
        return None
    return [*reading.entries, *(entry.item for entry in reading.refused if isinstance(entry, RefusedEntry))]


def read_spellings(entry: Entry | Item) -> Iterator[str]:
    """Yield each text of an entry, as plain text."""
    for text in (*(getattr(entry, name) for name in TEXTS), *entry.authors, *entry.tags):
        yield " ".join(text.split()) if text else ""
        yield read_text(text) or ""


def test_every_feed_is_read_or_refused(outcomes: list[tuple[dict[str, Any], list[Entry | Item] | None]]) -> None:
    refused = [row["kind"] for row, said in outcomes if said is None]

    assert len(outcomes) == 2248
    assert len(refused) == 14
    assert not {"entry", "sanitize"} & set(refused)


def test_nothing_that_acts_is_stored(outcomes: list[tuple[dict[str, Any], list[Entry | Item] | None]]) -> None:
    stored = [(row["file"], text) for row, said in outcomes for entry in said or () for text in read_spellings(entry)]

    assert [(file, text) for file, text in stored if ACTIVE.search(text)] == []


def test_what_is_asserted_of_texts_is_kept(outcomes: list[tuple[dict[str, Any], list[Entry | Item] | None]]) -> None:
    asserted = [
        (row["file"], assertion["value"], (said or [])[assertion["path"][0]])
        for row, said in outcomes
        if row["kind"] == "entry"
        for assertion in row["entries"]
        if assertion["path"][-1] in {"author", "description", "guid", "id", "summary", "term", "title", "value"}
        and "links" not in assertion["path"]
    ]

    lost = [
        file
        for file, value, entry in asserted
        if not {" ".join(value.split()), read_text(value), html.unescape(read_text(value) or "")}
        & set(read_spellings(entry))
    ]

    assert len(asserted) == 168
    assert lost == LOST


def test_what_is_asserted_of_links_dates_and_languages_is_kept(
    outcomes: list[tuple[dict[str, Any], list[Entry | Item] | None]],
) -> None:
    asserted = [
        (row["file"], FIELDS[name], assertion["value"], (said or [])[assertion["path"][0]])
        for row, said in outcomes
        if row["kind"] == "entry"
        for assertion in row["entries"]
        if (name := ".".join(map(str, assertion["path"][1:]))) in FIELDS
    ]

    lost = []
    for file, (kept, read), value, entry in asserted:
        expected = datetime(*value[:6], tzinfo=UTC) if isinstance(value, list) else value
        got = getattr(entry, kept if isinstance(entry, Entry) else read)
        if got != expected and str(got).casefold() != str(expected).casefold():  # A host is written small.
            lost.append(file)

    assert len(asserted) == 47
    assert lost == [
        "wellformed/base/http_item_link_base_content_location.xml",
        "wellformed/rss/item_dc_date_parsed.xml",  # For us it is the day of publication.
    ]
