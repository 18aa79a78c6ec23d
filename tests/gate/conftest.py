"""Records made for the gate, and the batch that holds one of every fault."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from warraq.gate import judge_records
from warraq.model import Article, Judgement, RawLocation, Record
from warraq.text.characters import count_words

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)
# An agency's short item, of 41 words.
FLASH = (
    "أعلنت وزارة النقل اليوم افتتاح خط القطار السريع بين العاصمة والميناء بعد ثلاثة أعوام من العمل، وقال الوزير إن "
    "الرحلة الأولى تنطلق صباح السبت بحضور عدد من المسؤولين والمهندسين، وإن التذاكر تباع ابتداء من الغد في المحطات "
    "كلها وعبر موقع الوزارة"
)

MakeRecord = Callable[..., Record]


@pytest.fixture(scope="session")
def folder() -> Path:
    return Path(__file__).resolve().parents[2] / "expectations"


@pytest.fixture(scope="session")
def make_record() -> MakeRecord:
    def make(*, url: str = "https://desk.example/news/1", source_id: str = "desk", **fields: object) -> Record:
        article = Article(
            position=1,
            url=None,
            headline="افتتاح خط القطار السريع بين العاصمة والميناء",
            standfirst=None,
            byline=(),
            dateline=None,
            published_at=NOW - timedelta(hours=3),
            published_at_source="json_ld",
            modified_at=None,
            language="ar",
            section=None,
            tags=(),
            images=(),
            body=FLASH,
        )
        article = replace(article, **fields)  # type: ignore[arg-type]
        return Record(
            url_key=bytes(32),
            url=url,
            canonical_url=url,
            page_key=bytes(32),
            source_id=source_id,
            is_own_page=True,
            is_historical=False,
            article=article,
            word_count=count_words(article.body),
            content_hash=bytes(32),
            text_hash=bytes(32),
            cleaner_version="1",
            fetched_at=NOW,
            raw=RawLocation(warc_file="a.warc.gz", warc_offset=0, payload_sha256=bytes(32)),
        )

    return make


@pytest.fixture(scope="session")
def judge(folder: Path) -> Callable[[list[Record]], Judgement]:
    return lambda records: judge_records(records, folder=folder, now=NOW)
