"""``warraq fetch``: fetch with every guard, one JSON object a line out."""

import argparse
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from warraq.cli.output import open_output
from warraq.errors import UsageError, WrongUseError
from warraq.fetch.client import Client
from warraq.fetch.together import fetch_together
from warraq.model import FetchFailure, HttpResponse
from warraq.settings import Settings


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("urls", nargs="*", metavar="URL", help="addresses, http or https")
    parser.add_argument(
        "--urls", dest="file", metavar="FILE", help="a file of addresses, one a line; - is standard input"
    )
    parser.add_argument("--out", metavar="O.jsonl", help="write there instead of to standard output")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a page could not be had")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Fetch every address and print the outcomes in their order, hosts side by side.

    Robots rules are the pipeline's: here a person asks.
    """
    failures, next_place, early = 0, 0, {}
    with Client(settings) as client, open_output(options.out) as out:
        for place, answer in fetch_together(client, list_urls(options)):
            failures += isinstance(answer, FetchFailure)
            early[place] = json.dumps(describe(answer), ensure_ascii=False)
            while next_place in early:
                print(early.pop(next_place), file=out, flush=True)
                next_place += 1
    return int(options.strict and failures > 0)


def list_urls(options: argparse.Namespace) -> Iterator[str]:
    """Yield the addresses named, then those of the file. Raises ``UsageError`` where there is none to read."""
    if not options.urls and not options.file:
        message = "fetch: name a URL or a file of --urls"
        raise WrongUseError(message)
    yield from options.urls
    if options.file:
        try:
            text = sys.stdin.read() if options.file == "-" else Path(options.file).read_text(encoding="utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            message = f"{options.file}: cannot be read as a list of addresses ({error})"
            raise UsageError(message) from None
        yield from filter(None, map(str.strip, text.splitlines()))


def describe(answer: HttpResponse | FetchFailure) -> dict[str, object]:
    """Return the outcome as DESIGN's contract of the shell writes it; ``outcome`` is ok or a word of ``Reason``."""
    if isinstance(answer, FetchFailure):
        told = {"final_url": None, "outcome": str(answer.reason), "detail": answer.detail, "status": answer.status}
        return {"requested_url": answer.requested_url, **told, "bytes": None, "ms": answer.elapsed_ms}
    told = {"final_url": answer.final_url, "outcome": "ok", "detail": None, "status": answer.status}
    return {"requested_url": answer.requested_url, **told, "bytes": len(answer.body), "ms": answer.elapsed_ms}
