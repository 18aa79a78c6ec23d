"""Floors on the shared corpora, and how little a mutation of each page lowers them. A floor is only ever raised."""

import gzip
import html
import importlib.util
import json
import random
import re
import statistics
from datetime import UTC, datetime
from pathlib import Path
from types import ModuleType

import pytest

from warraq.clean import clean_page
from warraq.model import MediaKind, Page
from warraq.text.characters import clean_line

SHARED = Path(__file__).resolve().parents[3] / "shared"
NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
MIN_SENTENCE_WORDS = 5
pytestmark = pytest.mark.skipif(
    not (SHARED / "corpora").is_dir(), reason="the shared corpora do not lie beside the project"
)


def load_scorer() -> ModuleType:
    spec = importlib.util.spec_from_file_location("score_extraction", SHARED / "bench" / "score_extraction.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_pages(corpus: str, every: int = 1) -> list[tuple[dict[str, str], bytes]]:
    folder = SHARED / "corpora" / corpus
    rows = [json.loads(line) for line in (folder / "truth.jsonl").read_text(encoding="utf-8").splitlines()][::every]
    return [(row, gzip.decompress((folder / "html" / f"{row['id']}.html.gz").read_bytes())) for row in rows]


def score(pages: list[tuple[dict[str, str], bytes]]) -> tuple[float, float]:
    """Return mean F1 and the share of pages exactly right."""
    scorer = load_scorer()
    scores, exact = [], []
    for row, content in pages:
        cleaned = clean_page(Page(content=content, kind=MediaKind.HTML, url=row["url"], fetched_at=NOW))
        want = scorer.tokens(row["body"])
        got = scorer.tokens(cleaned.articles[0].body if cleaned.articles else "")
        scores.append(scorer.page_f1(scorer.counts(scorer.shingles(want), scorer.shingles(got))))
        exact.append(want == got)
    return statistics.mean(scores), statistics.mean(exact)


@pytest.mark.parametrize(
    ("corpus", "f1", "exact"), [("aeb", 0.98, 0.56), ("arabic_dev", 0.993, 0.57), ("wcxb_dev", 0.933, 0.19)]
)
def test_a_corpus_does_not_fall_below_its_floor(corpus: str, f1: float, exact: float) -> None:
    reached = score(load_pages(corpus))

    assert reached[0] >= f1
    assert reached[1] >= exact


def strip_classes(markup: str) -> str:
    return re.sub(r'\s(?:class|id)=(?:"[^"]*"|\'[^\']*\')', "", markup)


def shuffle_attributes(markup: str) -> str:
    shuffler = random.Random(5)  # noqa: S311 - a repeatable mutation is no secret.

    def shuffle(found: re.Match[str]) -> str:
        attributes = re.findall(r'\s[\w:-]+="[^"<>]*"', found[2])
        shuffler.shuffle(attributes)
        return f"<{found[1]}{''.join(attributes)}>"

    return re.sub(r'<(\w+)((?:\s[\w:-]+="[^"<>]*")+)>', shuffle, markup)


@pytest.mark.parametrize(
    ("mutate", "loss"),
    [pytest.param(strip_classes, 0.008, id="no classes"), pytest.param(shuffle_attributes, 0.001, id="shuffled")],
)
def test_a_mutation_of_the_pages_lowers_their_score_only_a_little(mutate, loss: float) -> None:  # noqa: ANN001
    pages = load_pages("aeb", every=3)

    mutated = [(row, mutate(content.decode("utf-8", "replace")).encode()) for row, content in pages]

    assert score(mutated)[0] >= score(pages)[0] - loss


def test_the_seed_comes_out_as_its_truth() -> None:
    content = next((SHARED / "seed").glob("*.txt")).read_bytes()
    truth = json.loads((SHARED / "seed" / "truth.json").read_text(encoding="utf-8"))

    articles = clean_page(Page(content=content, kind=MediaKind.TEXT, url=None, fetched_at=NOW)).articles

    assert [
        {
            "position": one.position,
            "headline": one.headline,
            "standfirst": one.standfirst,
            "byline": list(one.byline),
            "dateline": one.dateline,
            "published_at": one.published_at,
            "language": one.language,
            "images": [{"url": image.url, "caption": image.caption, "credit": image.credit} for image in one.images],
            "body": one.body,
        }
        for one in articles
    ] == truth


def turn(paragraphs: list[str], by: int) -> str:
    """Return a plain page on which the story begins with another of its paragraphs."""
    story = "".join(f"<p>{html.escape(text)}</p>" for text in (*paragraphs[by:], *paragraphs[:by]))
    title = "The harbour of Elm and what its people say of it"
    head = f"<html><head><title>{title}</title></head>"
    return f"{head}<body><article><h1>{title}</h1><div>{story}</div></article></body></html>"


@pytest.mark.parametrize(("corpus", "most"), [("aeb", 0.006), ("arabic_dev", 0.0), ("wcxb_dev", 0.0025)])
def test_a_paragraph_of_a_story_is_kept_wherever_it_stands(corpus: str, most: float) -> None:
    placed = lost = 0
    for row, _ in load_pages(corpus):
        paragraphs = [text for text in map(clean_line, row["body"].split("\n")) if text]
        for by in range(0, len(paragraphs), max(1, len(paragraphs) // 4)):
            content = turn(paragraphs, by).encode()
            (article,) = clean_page(Page(content=content, kind=MediaKind.HTML, url=None, fetched_at=NOW)).articles
            kept = f"{article.standfirst}\n{article.body}"
            sentences = [text for text in paragraphs if len(text.split()) >= MIN_SENTENCE_WORDS]
            placed += len(sentences)
            lost += sum(text not in kept for text in sentences)

    assert lost / placed <= most
