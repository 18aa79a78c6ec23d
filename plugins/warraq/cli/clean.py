"""``warraq clean``: pages or dumps in, one JSON object a line out; no database, no network."""

import argparse
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path

from warraq.cli.output import open_output
from warraq.errors import UsageError, WrongUseError
from warraq.pipeline.reading import CleanInput, clean_inputs
from warraq.settings import Settings

COULD_NOT = 3


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument("files", nargs="*", type=str, metavar="FILE", help=".html .htm .txt .warc .wet, each also .gz")
    parser.add_argument("--manifest", type=str, metavar="M.jsonl", help='lines of {"input": path, "url": url}')
    parser.add_argument("--url", help="the address of the page, where one FILE is given")
    parser.add_argument("--out", type=str, metavar="O.jsonl", help="write there instead of to standard output")
    parser.add_argument("--strict", action="store_true", help="exit 1 where a page was rejected")


def run(options: argparse.Namespace, settings: Settings) -> int:
    """Clean every input, in order."""
    inputs = tuple(list_inputs(options))
    unread: list[str] = []
    is_rejected = False
    read = (*(item.name for item in inputs), *filter(None, [options.manifest]))
    with open_output(options.out, read=read) as out:
        for row in clean_inputs(inputs, settings, unread):
            is_rejected |= "rejected" in row
            print(json.dumps(row, ensure_ascii=False), file=out)
    for detail in unread:
        print(f"warraq: {detail}", file=sys.stderr)
    return COULD_NOT if unread else int(options.strict and is_rejected)


def list_inputs(options: argparse.Namespace) -> Iterator[CleanInput]:
    """Yield what to clean: the files named, then the manifest's lines."""
    if not options.files and not options.manifest:
        message = "clean: name a FILE or a --manifest"
        raise WrongUseError(message)
    if options.url and (options.manifest or len(options.files) != 1):
        message = "clean: --url goes with exactly one FILE; for more, write a --manifest"
        raise WrongUseError(message)
    for name in options.files:
        yield CleanInput(path=Path(name), name=name, url=keep_words(options.url))
    if options.manifest:
        yield from read_manifest(Path(options.manifest))


def read_manifest(path: Path) -> Iterator[CleanInput]:
    """Yield the manifest's inputs. Raises ``UsageError`` naming the line that is wrong."""
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")  # JSON may hold the other ends of a line.
    except (OSError, UnicodeDecodeError) as error:
        says = getattr(error, "strerror", None) or "it is not UTF-8"
        message = f"{path}: cannot be read ({says})"
        raise UsageError(message) from None
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield read_line(line, f"{path}:{number}")


def read_line(line: str, place: str) -> CleanInput:
    """Return what a manifest's line names. Raises ``UsageError`` naming the place of one that is wrong."""
    try:
        row = json.loads(line)
        name, url = row["input"], row.get("url")
        is_sound = isinstance(url, str | None) and "\0" not in os.fsdecode(os.fsencode(name))
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        is_sound = False
    if not is_sound:
        message = f'{place}: not a line like {{"input": "page.html", "url": "https://…"}}'
        raise UsageError(message)
    return CleanInput(path=Path(name), name=name, url=keep_words(url))


def keep_words(url: str | None) -> str | None:
    """Return the address; None where blanks stand for it, as in a table that was exported."""
    return (url or "").strip() or None
