"""``warraq search``: articles by their words, as SQL ``news.search`` finds them."""

import argparse
import html
import json
import sys
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from datetime import UTC, datetime

from rich.markup import escape

from warraq import store
from warraq.cli.arguments import read_words
from warraq.cli.ground import check_source, hold_database, prepare_news
from warraq.cli.tables import make_console
from warraq.settings import Settings
from warraq.text.languages import normalise_language
from warraq.text.search import FOLDED, fold_search, list_words

MAX_ROWS = 1_000
MAX_LETTERS = 1_000
MAX_WORDS = 64


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("query", type=read_query, metavar="WORDS", help='words, "a phrase", -without, one OR other')
    parser.add_argument(
        "--language", type=read_language, metavar="CODE", help="only articles in this language, as ar (ISO 639-1)"
    )
    parser.add_argument("--since", type=read_time, metavar="TIME", help="published then or later: 2026-11-01[T12:00]")
    parser.add_argument("--until", type=read_time, metavar="TIME", help="published before then")
    parser.add_argument("--source", metavar="ID", help="of one source")
    parser.add_argument("--limit", type=read_limit, default=20, metavar="N", help="rows at most (default 20)")
    parser.add_argument("--json", action="store_true", help="one JSON object a line")


def read_query(value: str) -> str:
    """Return the query; raises argparse's error for one that ``news.search`` refuses."""
    read_words(value)
    # A ligature is one character, and may be eighteen when it is folded.
    letters, words = max(len(value), len(fold_search(value))), len(list_words(FOLDED, value))
    if letters > MAX_LETTERS:
        message = f"{letters} characters, and {MAX_LETTERS} are taken: look for a few words"
        raise argparse.ArgumentTypeError(message)
    if words > MAX_WORDS:
        message = f"{words} words, and {MAX_WORDS} are taken: look for a few of them"
        raise argparse.ArgumentTypeError(message)
    return value


def read_language(value: str) -> str:
    """Return the code of a language (``AR`` and ``ar-EG`` are ``ar``); raises argparse's error for what is none."""
    code = normalise_language(read_words(value))
    if code is None:
        message = f"{value!r} is no code of a language: write it as ar, en, fr (ISO 639-1)"
        raise argparse.ArgumentTypeError(message)
    return code


def read_time(value: str) -> datetime:
    """Return a time; one without a zone is UTC."""
    try:
        at = datetime.fromisoformat(value)
    except ValueError:
        message = f"{value!r} is no time: write 2026-11-01 or 2026-11-01T12:00+03:00"
        raise argparse.ArgumentTypeError(message) from None
    return at if at.tzinfo else at.replace(tzinfo=UTC)


def read_limit(value: str) -> int:
    """Return how many rows are wanted."""
    if not value.isdecimal() or not 1 <= int(value) <= MAX_ROWS:
        message = f"{value!r} is no number from 1 to {MAX_ROWS}"
        raise argparse.ArgumentTypeError(message)
    return int(value)


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Print what was found, the best first."""
    sought = store.Search(
        query=options.query,
        language=options.language,
        since=options.since,
        until=options.until,
        source_id=options.source,
        max_rows=options.limit,
    )
    with hold_database(settings, prepare_news) as dsn, closing(store.connect(dsn)) as connection:
        check_source(connection, options.source)
        found = store.search(connection, sought)
    if options.json:
        for item in found:
            json.dump(asdict(item), sys.stdout, ensure_ascii=False, default=datetime.isoformat)
            print()
    else:
        print_found(found, options.query)
    return 0


def print_found(found: Sequence[store.Found], query: str) -> None:
    """Print an article in three lines: headline, where and when, a few words of it."""
    console = make_console()
    if not found:
        console.print(f"Nothing found for {escape(query)}.")
        return
    for item in found:
        at = item.published_at or item.first_seen_at
        console.print(f"[bold]{escape(item.headline or '(no headline)')}[/bold]")
        console.print(f"{at:%Y-%m-%d %H:%M} UTC  {escape(item.source_id)}  {escape(item.url)}", style="dim")
        if item.snippet:
            console.print(show_marks(item.snippet))
        console.print()
    if found[0].found_by == "names":
        console.print("No article has these words; the names above are alike.")
    if any(item.is_cut for item in found):
        console.print("Very many articles match: the newest 500 were ranked. A date or a source narrows them.")


def show_marks(snippet: str) -> str:
    """Return a snippet of HTML as rich's markup."""
    plain = escape(html.unescape(snippet.replace("<mark>", "\x01").replace("</mark>", "\x02")))
    return plain.replace("\x01", "[bold yellow]").replace("\x02", "[/bold yellow]")
