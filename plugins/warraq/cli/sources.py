"""``warraq sources``: the catalogue."""

import argparse
import sys
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup
from rich.table import Table

from warraq.catalogue import parse_source, write_source
from warraq.cli.tables import make_console
from warraq.discover import find_feeds, find_sitemaps
from warraq.errors import RejectedError, UsageError
from warraq.fetch.client import Client
from warraq.model import Evidence, FetchFailure, HttpResponse, Rights, Source
from warraq.pipeline.catalogue_files import list_files, read_sources
from warraq.settings import Settings
from warraq.text.languages import normalise_language


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    actions = parser.add_subparsers(dest="action", required=True, metavar="ACTION")
    actions.add_parser("list", help="every source, its state and why")
    add = actions.add_parser("add", help="find a publisher's feeds and sitemaps and write its file, switched off")
    add.add_argument("url", help="its home page")
    add.add_argument("--language", metavar="CODE", help="ISO 639-1; without it, what the page declares")
    actions.add_parser("check", help="validate every file; every fault is named with its file and line")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """List the catalogue, say that it is sound, or add to it."""
    if options.action == "add":
        return add_source(options, read_known(settings.sources), settings)
    sources = read_sources(settings.sources)
    console = make_console()
    if options.action == "check":
        console.print(f"{len(sources)} sources in {settings.sources}: all sound")
        return 0
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in ("source", "name", "language", "enabled", "feeds", "sitemaps", "why"):
        table.add_column(column)
    for source in sources.values():
        state = "yes" if source.is_enabled else "no"
        counts = (str(len(source.feeds)), str(len(source.sitemaps) + (source.day_sitemap is not None)))
        table.add_row(source.source_id, source.name, source.language, state, *counts, source.state_reason)
    console.print(table)
    return 0


def read_known(folder: Path) -> Mapping[str, Source]:
    """Return the sources there are; none in a folder that waits for its first. Raises what ``read_sources`` does."""
    is_waiting = folder.is_dir() and not list_files(folder)
    return {} if is_waiting else read_sources(folder)


def add_source(options: argparse.Namespace, sources: Mapping[str, Source], settings: Settings) -> int:
    """Write the file of a publisher, switched off until a person has looked at it.

    Raises ``UsageError`` where the page cannot be had, names no feed, or its id is taken.
    """
    with Client(settings) as client:
        home = fetch_page(client, options.url)
        robots = client.fetch(urljoin(home.final_url, "/robots.txt"))
    found = find_feeds(home.body, url=home.final_url)
    named = read_named(robots)
    source = make_source(home.final_url, found, named, options.language or read_language(home))
    path = settings.sources / f"{source.source_id}.yaml"
    if source.source_id in sources or path.exists():
        message = f"the catalogue has {source.source_id} already: edit {path}"
        raise UsageError(message)
    text = write_source(source)
    parse_source(text, file=str(path))
    path.write_text(text, encoding="utf-8")
    print(f"{path}: {len(source.feeds)} feeds, {len(source.sitemaps)} sitemaps.")
    print("Look it through (language, time_zone, rights), then set enabled: true and run `warraq sources check`.")
    return 0


def fetch_page(client: Client, url: str) -> HttpResponse:
    """Return the page. Raises ``UsageError`` naming why it cannot be had."""
    answer = client.fetch(url)
    if isinstance(answer, FetchFailure):
        message = f"{url}: {answer.reason}: {answer.detail}"
        raise UsageError(message)
    return answer


def read_named(robots: HttpResponse | FetchFailure) -> tuple[str, ...]:
    """Return the sitemaps that robots.txt names: none where it cannot be had, or its gzip is broken."""
    if isinstance(robots, FetchFailure):
        return ()
    try:
        return find_sitemaps(robots.body, url=robots.final_url)
    except RejectedError as error:
        print(f"{robots.final_url}: not read, {error}", file=sys.stderr)
        return ()


def read_language(home: HttpResponse) -> str:
    """Return the language the page declares. Raises ``UsageError`` where it declares none."""
    root = BeautifulSoup(home.body, "html.parser").html
    code = normalise_language(str(root.get("lang", ""))) if root else None
    if code is None:
        message = f"{home.final_url}: declares no language; name it with --language"
        raise UsageError(message)
    return code


def make_source(url: str, found: tuple[str, ...], named: tuple[str, ...], language: str) -> Source:
    """Return what can be told without guessing of a publisher whose home page names ``found`` and robots.txt ``named``.

    Raises ``UsageError`` where neither names a feed or sitemap.
    """
    if not (found or named):
        message = f"{url}: names no feed and no sitemap; write the file by hand (docs/how-to/add-a-source.md)"
        raise UsageError(message)
    host = (urlsplit(url).hostname or "").removeprefix("www.")
    sitemaps = tuple(dict.fromkeys((*(address for address in found if "sitemap" in address.lower()), *named)))
    return Source(
        source_id=host.replace(".", "-"),
        name=host,
        homepage=url,
        language=language,
        time_zone="UTC",
        is_enabled=False,
        state_reason="Added by `warraq sources add` and not yet looked through.",
        feeds=tuple(address for address in found if address not in sitemaps),
        sitemaps=sitemaps,
        rights=Rights(store_full_text=False),
        evidence=(Evidence(seen_on=datetime.now(UTC).date().isoformat(), says=say_who_names(found, named)),),
    )


def say_who_names(found: tuple[str, ...], named: tuple[str, ...]) -> str:
    """Return the evidence: which of the two named anything, the home page ``found`` or robots.txt ``named``."""
    if found and named:
        return "The home page and robots.txt name these."
    return "The home page names these." if found else "robots.txt names these."
