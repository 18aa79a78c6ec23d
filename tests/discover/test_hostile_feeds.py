"""The 2,248 feeds beside the project: every one is read or refused, and what is asserted of them survives."""

import html
import json
import re
import tarfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from warraq.discover import Item, RefusedEntry, read_feed
from warraq.discover.markup import read_text
from warraq.errors import RejectedError
from warraq.model import Entry, Source

FEEDS = Path(__file__).resolve().parents[3] / "shared" / "hostile" / "feeds"
ACTIVE = re.compile(
    r"<\s*(script|iframe|object|embed|style|form|svg|math)\b|<[^>]*\son\w+\s*=|javascript:", re.IGNORECASE
)
TEXTS = ("title", "summary", "content_html", "guid")
# It is resolved against a Content-Location header, which RFC 7231 took that meaning from; bare feedparser does too.
LOST = ["wellformed/base/http_entry_id_base_content_location.xml"]

pytestmark = pytest.mark.skipif(not FEEDS.is_dir(), reason="the feeds lie beside the project: ../shared/hostile/feeds")


@pytest.fixture
def outcomes(tmp_path: Path, source: Source) -> list[tuple[dict[str, Any], list[Entry | Item] | None]]:
    with tarfile.open(FEEDS / "feeds.tar.gz") as archive:
        archive.extractall(tmp_path, filter="data")
    rows = [json.loads(line) for line in (FEEDS / "manifest.jsonl").read_text(encoding="utf-8").splitlines()]
    return [(row, read(row, tmp_path, source)) for row in rows]


def read(row: dict[str, Any], folder: Path, source: Source) -> list[Entry | Item] | None:
    url = f"http://127.0.0.1:8097{row['url_path']}"
    try:
        reading = read_feed(
            (folder / row["file"]).read_bytes(), url=url, source=source, content_type=row["content_type"]
        )
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
    assert len(refused) == 12
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
