"""Compare the cleaner with open extractors on the shared corpora: the same pages, interleaved, in one process.

    bench_extraction.py [--peers trafilatura,trafilatura_fast,readability] [CORPUS...]

The corpora do not come with the project: pages of public benchmarks (article-extraction-benchmark, WCXB, trafilatura's)
and of Arabic papers. Each is a folder beside the project, ../shared/corpora/CORPUS, with html/ID.html.gz and a line of
truth.jsonl for each; ../shared/bench/score_extraction.py scores the results. Where they are not, this says so.

The peers run in an environment of their own under var/, made from requirements-peers.txt beside this file. Printed for
each corpus and tool: body F1, share of exact pages, headline, date, byline, CPU milliseconds a page and their ratio.
"""

import argparse
import gzip
import importlib
import importlib.util
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from peers import make_environment

HERE = Path(__file__).resolve().parent
PROJECT = HERE.parents[2]
SHARED = PROJECT.parent / "shared"
HOME = PROJECT / "var" / "bench-peers" / "clean"
CORPORA = ("aeb", "wcxb_dev", "trafilatura_dev", "arabic_dev")
INSIDE = "WARRAQ_BENCH_INSIDE"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)

Row = dict[str, object]
Tool = Callable[[bytes, str], Row]


def run_warraq(content: bytes, url: str) -> Row:
    """Clean one page with warraq."""
    clean = importlib.import_module("warraq.clean")
    model = importlib.import_module("warraq.model")
    page = model.Page(content=content, kind=model.MediaKind.HTML, url=url, fetched_at=NOW)
    cleaned = clean.clean_page(page)
    if not cleaned.articles:
        return {}
    article = cleaned.articles[0]
    published = clean.localise(article)
    return {
        "headline": article.headline,
        "published_at": published.isoformat() if published else None,
        "byline": list(article.byline),
        "body": article.body,
        "standfirst": article.standfirst,
    }


def run_trafilatura(content: bytes, url: str, *, fast: bool = False) -> Row:
    """Extract one page with trafilatura and its metadata."""
    trafilatura = importlib.import_module("trafilatura")
    found = trafilatura.bare_extraction(content, url=url, with_metadata=True, fast=fast)
    if not found:
        return {}
    author = found.author.split("; ") if found.author else []
    return {"headline": found.title, "published_at": found.date, "byline": author, "body": found.text}


def run_trafilatura_fast(content: bytes, url: str) -> Row:
    """Extract one page with trafilatura's fast mode."""
    return run_trafilatura(content, url, fast=True)


def run_readability(content: bytes, _url: str) -> Row:
    """Extract one page with readability-lxml."""
    document = importlib.import_module("readability").Document(content)
    text = importlib.import_module("lxml.html").fromstring(document.summary()).text_content()
    return {"headline": document.short_title(), "body": text}


TOOLS: dict[str, Tool] = {
    "warraq": run_warraq,
    "trafilatura": run_trafilatura,
    "trafilatura_fast": run_trafilatura_fast,
    "readability": run_readability,
}


def load_scorer() -> ModuleType:
    """Return the shared scorer as a module."""
    spec = importlib.util.spec_from_file_location("score_extraction", SHARED / "bench" / "score_extraction.py")
    if spec is None or spec.loader is None:
        message = f"no scorer at {SHARED / 'bench'}"
        raise FileNotFoundError(message)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def read_rows(corpus: Path) -> list[dict[str, str]]:
    """Return the rows of a corpus's truth."""
    return [json.loads(line) for line in (corpus / "truth.jsonl").read_text(encoding="utf-8").splitlines()]


def read_page(corpus: Path, row: dict[str, str]) -> bytes:
    """Return the page that a row of the truth is of."""
    return gzip.decompress((corpus / "html" / f"{row['id']}.html.gz").read_bytes())


def race(corpus: Path, tools: dict[str, Tool]) -> tuple[dict[str, Path], dict[str, list[float]]]:
    """Run every tool over every page in turn; return the files of results and the CPU seconds of each page."""
    rows = read_rows(corpus)
    files = {name: HOME / f"{corpus.name}.{name}.jsonl" for name in tools}
    seconds: dict[str, list[float]] = {name: [] for name in tools}
    results: dict[str, list[Row]] = {name: [] for name in tools}
    for row in rows:
        content = read_page(corpus, row)
        for name, tool in tools.items():
            start = time.process_time()
            try:
                found = tool(content, row.get("url") or "")
            except Exception as error:  # noqa: BLE001 - a peer may raise anything; the page then counts as empty.
                print(f"{name} on {row['id']}: {error!r}", file=sys.stderr)
                found = {}
            seconds[name].append(time.process_time() - start)
            results[name].append({**found, "input": f"{row['id']}.html.gz"})
    for name, lines in results.items():
        text = "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in lines)
        files[name].write_text(text, encoding="utf-8")
    return files, seconds


def report(corpus: Path, tools: dict[str, Tool]) -> None:
    """Print one corpus's table."""
    files, seconds = race(corpus, tools)
    scorer = load_scorer()
    base = sum(seconds.get("trafilatura") or seconds["warraq"])
    for name, times in seconds.items():
        mean = 1000 * statistics.mean(times)
        late = 1000 * sorted(times)[int(0.95 * len(times))]
        ratio = sum(times) / base
        print(f"{name:17} CPU {mean:6.2f} ms a page, 95th percentile {late:6.2f} ms, ratio {ratio:.3f}  ", end="")
        score(scorer, corpus, files[name])
    # The truths of some sets count the standfirst as body; ours is a field of its own, so both are told.
    print(f"{'warraq':17} with the standfirst before the body ", end="")
    score(scorer, corpus, files["warraq"], with_standfirst=True)


def score(scorer: ModuleType, corpus: Path, file: Path, *, with_standfirst: bool = False) -> None:
    """Print the scorer's line without its notes on the worst pages."""
    sys.stdout.flush()
    with open(os.devnull, "w", encoding="utf-8") as sink:  # noqa: PTH123 - a stream, not a file.
        sys.stderr, kept = sink, sys.stderr
        scorer.score(corpus, file, with_standfirst=with_standfirst)
        sys.stderr = kept


def main() -> None:
    """Race the tools over the corpora named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--peers", default="trafilatura,trafilatura_fast,readability")
    parser.add_argument("corpora", nargs="*", default=list(CORPORA))
    parser.add_argument("--memory", action="store_true", help="only clean, and print the memory that takes")
    arguments = parser.parse_args()
    if not (SHARED / "corpora").is_dir():
        print(
            f"the cleaner is not compared: no corpora in {SHARED / 'corpora'}; --help says what they are",
            file=sys.stderr,
        )
        return
    if not os.environ.get(INSIDE):
        python = make_environment(HERE)
        environment = {**os.environ, INSIDE: "1", "PYTHONPATH": str(PROJECT / "plugins")}
        sys.exit(subprocess.run([str(python), __file__, *sys.argv[1:]], env=environment, check=False).returncode)
    if arguments.memory:
        print_memory(arguments.corpora)
        return
    tools = {name: TOOLS[name] for name in ("warraq", *arguments.peers.split(","))}
    for tool in tools.values():  # Models and tables are loaded once a process, not once a page.
        tool(
            "<html><body><p>Les bateaux du port sont rentrés avant la tempête de la nuit.</p></body></html>".encode(),
            "",
        )
    for name in arguments.corpora:
        print(f"\n{name}")
        report(SHARED / "corpora" / name, tools)
    sys.stdout.flush()
    subprocess.run([sys.executable, __file__, "--memory", *arguments.corpora], check=True)


def print_memory(corpora: Sequence[str]) -> None:
    """Clean every page with warraq, in a process that has loaded nothing else, and print the most memory it took."""
    for name in corpora:
        for row in read_rows(SHARED / "corpora" / name):
            run_warraq(read_page(SHARED / "corpora" / name, row), row.get("url") or "")
    # Not getrusage: its figure outlives exec, and would be that of the process that raced all the tools.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = int(status.partition("VmHWM:")[2].split()[0])
    print(f"\npeak memory of warraq {kilobytes // 1024} MB")


if __name__ == "__main__":
    main()
