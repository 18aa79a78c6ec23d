"""The command as a user types it: what goes wrong is one line that says what to do, and nothing is loaded by half."""

import argparse
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from warraq.cli import airflow
from warraq.settings import PROJECT

Run = Callable[..., subprocess.CompletedProcess[str]]
PARAGRAPH = (
    "أعلنت بلدية المدينة، اليوم، بدء العمل في توسعة المكتبة العامة، على أن يُفتتح الجناح الجديد قبل نهاية العام، "
    "وأن يضم قاعة للأطفال وأخرى للباحثين وركناً للصحف القديمة."
)
PAGE = f"""<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>توسعة المكتبة العامة</title>
<meta property="og:title" content="توسعة المكتبة العامة"></head><body><article><h1>توسعة المكتبة العامة</h1>
<p>{PARAGRAPH}</p><p>{PARAGRAPH.replace("المكتبة", "الحديقة")}</p><p>{PARAGRAPH.replace("المكتبة", "المدرسة")}</p>
</article></body></html>"""


@pytest.fixture
def warraq(tmp_path: Path) -> Run:
    """A function that runs the command in an environment of its own."""

    def run(*arguments: str, **environ: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [str(Path(sys.executable).parent / "warraq"), *arguments],
            env={"HOME": str(tmp_path), "PATH": os.environ["PATH"], "WARRAQ_VAR": str(tmp_path / "var"), **environ},
            cwd=tmp_path,
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )

    return run


def test_a_database_that_cannot_be_reached_is_named_without_its_password(warraq: Run) -> None:
    done = warraq("run", WARRAQ_DSN="postgresql://editor:s3cret@127.0.0.1:1/news")

    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert line.startswith('warraq: database "news" at 127.0.0.1:1 as editor cannot be reached')
    assert "WARRAQ_DSN" in line
    assert "s3cret" not in done.stdout + done.stderr


@pytest.mark.parametrize(
    ("suite", "says"),
    [
        pytest.param(None, "articles.json", id="missing"),
        pytest.param('{"name": "articles", "expectations": []}', "articles.json", id="empty"),
        pytest.param("{", "articles.json", id="no JSON"),
    ],
)
def test_a_suite_that_vouches_for_nothing_stops_the_run_at_once(
    warraq: Run, tmp_path: Path, suite: str | None, says: str
) -> None:
    folder = tmp_path / "suites"
    folder.mkdir()
    if suite is not None:
        (folder / "articles.json").write_text(suite, encoding="utf-8")

    done = warraq("run", WARRAQ_EXPECTATIONS=str(folder))

    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert says in line
    assert not (tmp_path / "var").exists()


def test_a_wrong_file_of_the_catalogue_is_named_with_its_line_and_the_nearest_key(warraq: Run, tmp_path: Path) -> None:
    folder = tmp_path / "sources"
    shutil.copytree(PROJECT / "dags" / "sources", folder)
    file = folder / "newsroom-almidan.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("time_zone:", "time_zon:"), encoding="utf-8")

    done = warraq("run", WARRAQ_SOURCES=str(folder))

    assert done.returncode == 3
    assert "newsroom-almidan.yaml:" in done.stderr
    assert 'did you mean "time_zone"' in done.stderr
    assert not (tmp_path / "var").exists()


def test_what_an_editor_hides_beside_the_catalogue_is_no_source_and_another_ending_is_named(
    warraq: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "sources"
    folder.mkdir()
    text = (PROJECT / "dags" / "sources" / "newsroom-warsha.yaml").read_text(encoding="utf-8")
    (folder / "newsroom-warsha.yaml").write_text(text, encoding="utf-8")
    (folder / ".#newsroom-warsha.yaml").symlink_to("editor@host.1234")  # Emacs, while the file is edited.
    (folder / "._newsroom-warsha.yaml").write_bytes(b"\x00\x05\x16\x07")  # macOS, when the file is copied.

    beside = warraq("sources", "check", WARRAQ_SOURCES=str(folder))
    (folder / "nile.yml").write_text(text, encoding="utf-8")
    misnamed = warraq("sources", "check", WARRAQ_SOURCES=str(folder))

    assert (beside.returncode, beside.stdout) == (0, f"1 sources in {folder}: all sound\n")
    assert misnamed.returncode == 3
    assert f"{folder}/nile.yml: a source's file ends in .yaml" in misnamed.stderr


def test_an_unknown_source_is_named_beside_those_there_are(warraq: Run) -> None:
    done = warraq("run", "newsroom-almidam")

    assert done.returncode == 3
    assert "no source newsroom-almidam" in done.stderr
    assert "newsroom-almidan" in done.stderr


def test_an_unknown_variable_is_named(warraq: Run) -> None:
    done = warraq("sources", "list", WARRAQ_LANESS="3")

    assert done.returncode == 3
    assert done.stderr == "warraq: WARRAQ_LANESS: is no setting. docs/reference/settings.md lists every variable.\n"


def test_a_time_without_end_is_refused_by_name(warraq: Run) -> None:
    done = warraq("fetch", "http://127.0.0.1:1/", WARRAQ_FETCH_SECONDS="inf")

    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr.startswith("warraq: WARRAQ_FETCH_SECONDS: ")


def test_what_follows_airflow_is_airflows_help_too() -> None:
    parser = argparse.ArgumentParser()
    airflow.add_arguments(parser)

    options = parser.parse_args(["backfill", "create", "--dag-id", "backfill_archive", "--help"])

    assert options.command == ["backfill", "create", "--dag-id", "backfill_archive", "--help"]


@pytest.mark.parametrize("arguments", [(), ("clan",), ("clean",), ("clean", "--url"), ("db", "sideways"), ("airflow",)])
def test_wrong_use_is_told_from_what_could_not_be_done(warraq: Run, arguments: tuple[str, ...]) -> None:
    done = warraq(*arguments)

    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_clean_prints_an_article_with_every_field_of_the_contract(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")

    done = warraq("clean", "page.html", "--url", "https://n.example/a?utm_source=x")

    assert done.returncode == 0
    (article,) = map(json.loads, done.stdout.splitlines())
    assert sorted(article) == sorted(
        [
            "input",
            "url",
            "canonical_url",
            "source",
            "position",
            "headline",
            "standfirst",
            "byline",
            "dateline",
            "published_at",
            "modified_at",
            "language",
            "section",
            "tags",
            "images",
            "body",
            "word_count",
            "dropped",
            "cleaner_version",
        ]
    )
    assert article["headline"] == "توسعة المكتبة العامة"
    assert article["canonical_url"] == "https://n.example/a"
    assert article["body"].split("\n\n")[0] == PARAGRAPH


def test_clean_reads_a_manifest_and_names_what_it_could_not_read(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    lines = [{"input": "page.html", "url": "https://n.example/a"}, {"input": "gone.html", "url": None}]
    (tmp_path / "m.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")

    done = warraq("clean", "--manifest", "m.jsonl", "--out", "o.jsonl")

    assert done.returncode == 3
    assert "gone.html: cannot be read" in done.stderr
    rows = [json.loads(line) for line in (tmp_path / "o.jsonl").read_text(encoding="utf-8").splitlines()]
    assert [row["input"] for row in rows] == ["page.html", "gone.html"]
    assert rows[1]["rejected"]["reason"] == "unreadable"


def test_clean_exits_1_for_a_rejection_only_where_asked_to_be_strict(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html><body></body></html>", encoding="utf-8")

    assert warraq("clean", "page.html").returncode == 0
    assert warraq("clean", "page.html", "--strict").returncode == 1


def test_fetch_refuses_a_private_address_and_says_so_in_its_line(warraq: Run) -> None:
    done = warraq("fetch", "http://127.0.0.1:1/", "--strict")

    assert done.returncode == 1
    assert json.loads(done.stdout)["outcome"] == "blocked_address"


def test_fetch_prints_outcomes_in_the_order_of_the_addresses(warraq: Run, tmp_path: Path) -> None:
    urls = [f"http://{number}.1:1/" for number in (10, 127, 10, 192, 127)]
    (tmp_path / "urls.txt").write_text("\r\n".join(urls), encoding="utf-8-sig")  # As Windows saves it.

    done = warraq("fetch", "--urls", "urls.txt")

    assert [json.loads(line)["requested_url"] for line in done.stdout.splitlines()] == urls


def test_feed_prints_the_entries_of_a_file(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(
        '<rss version="2.0"><channel><title>ن</title><item><title>خبر</title><link>/a</link></item>'
        "<item><link>/a#2</link></item></channel></rss>",
        encoding="utf-8",
    )

    done = warraq("feed", "feed.xml", "--url", "https://n.example/feed")

    assert (done.returncode, done.stderr) == (0, "warraq: 1 entries name the page of an earlier one\n")
    assert [json.loads(line)["url"] for line in done.stdout.splitlines()] == ["https://n.example/a"]


def test_a_file_that_is_no_feed_is_named(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "notes.xml").write_text("# notes", encoding="utf-8")

    done = warraq("feed", "notes.xml")

    assert (done.returncode, done.stderr) == (3, "warraq: notes.xml: bad_feed: the document is no XML\n")


@pytest.mark.parametrize(
    ("make", "says"),
    [
        pytest.param(os.mkfifo, "is no file", id="a pipe"),
        pytest.param(lambda path: (path.touch(), os.truncate(path, 8 << 30)), "over 52428800 bytes", id="8 GB"),
    ],
)
def test_a_feed_is_not_read_without_end(warraq: Run, tmp_path: Path, make: Callable[[Path], object], says: str) -> None:
    make(tmp_path / "feed.xml")

    done = warraq("feed", "feed.xml")

    assert (done.returncode, done.stderr) == (3, f"warraq: feed.xml: {says}\n")


def test_arabic_is_printed_whatever_the_locale_says(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")

    done = warraq("clean", "page.html", LC_ALL="C", PYTHONCOERCECLOCALE="0", PYTHONIOENCODING="latin-1", PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["headline"] == "توسعة المكتبة العامة"


def test_a_file_whose_name_is_no_text_is_named_as_json_can(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / os.fsdecode(b"\xff.html")).write_text(PAGE, encoding="utf-8")

    done = warraq("clean", os.fsdecode(b"\xff.html"))

    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)["input"] == "\udcff.html"


def test_a_folder_that_cannot_be_made_is_named(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    done = warraq("run", WARRAQ_VAR=str(tmp_path / "file" / "var"))

    assert done.returncode == 3
    assert done.stderr == f"warraq: {tmp_path}/file/var: Not a directory\n"


@pytest.mark.parametrize(
    "line",
    [
        pytest.param(b'{"input": "page.html", "url": 5}', id="an address that is a number"),
        pytest.param(b'{"input": "a\\u0000b.html"}', id="a path that no system has"),
        pytest.param(b'{"input": "\\ud800.html"}', id="half a character"),
        pytest.param(b"[" * 100_000, id="nested without end"),
        pytest.param(b"5", id="no object"),
    ],
)
def test_a_line_of_a_manifest_that_is_wrong_is_named(warraq: Run, tmp_path: Path, line: bytes) -> None:
    (tmp_path / "m.jsonl").write_bytes(b"\n" + line)

    done = warraq("clean", "--manifest", "m.jsonl")

    assert done.returncode == 3
    (says,) = done.stderr.splitlines()
    assert says.startswith("warraq: m.jsonl:2: not a line like ")


def test_a_manifest_that_is_not_utf8_is_named(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "m.jsonl").write_bytes(b'{"input": "\xe9.html"}')

    done = warraq("clean", "--manifest", "m.jsonl")

    assert (done.returncode, done.stderr) == (3, "warraq: m.jsonl: cannot be read (it is not UTF-8)\n")


def test_a_raw_store_that_cannot_be_opened_is_refused(warraq: Run) -> None:
    done = warraq("load", "page.html", WARRAQ_RAW="nile://bucket/raw")

    assert done.returncode == 3
    (line,) = done.stderr.splitlines()
    assert "WARRAQ_RAW: " in line
    assert "nile://bucket/raw cannot be opened (Protocol not known: nile)" in line


@pytest.mark.parametrize("rate", ["-1", "inf", "nan", "fast"])
def test_a_rate_that_no_press_keeps_up_is_wrong_use(warraq: Run, rate: str) -> None:
    assert warraq("up", f"--rate={rate}").returncode == 2


def test_explain_gives_each_block_its_fate_on_a_line(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")

    done = warraq("explain", "page.html")
    marked = warraq("explain", "page.html", "--html", "marked.html")

    assert (done.returncode, marked.returncode) == (0, 0)
    lines = [line.split(maxsplit=1) for line in done.stdout.splitlines()]
    assert ["headline", "توسعة المكتبة العامة"] in lines
    assert ["kept", PARAGRAPH] in lines
    assert "توسعة المكتبة العامة" in (tmp_path / "marked.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["quarantine", "show", "99999999999999999999"], "is no number from 1 to 9223372036854775807"),
        (["quarantine", "release", "--because", "x", "0"], "is no number from 1 to 9223372036854775807"),
        (["quarantine", "list", "--limit", "-1"], "is no number from 1 to 100000"),
        (["search", "\udcff"], "the words are no UTF-8"),
        (["search", "جسر", "--source", "\udcff"], "argument --source: the words are no UTF-8"),
        (["search", "جسر", "--language", "arabic"], "'arabic' is no code of a language: write it as ar, en, fr"),
        (["purge", "https://n.example/\udcff", "--because", "x"], "argument ARTICLE: the words are no UTF-8"),
        (["purge", "17", "--because", " "], "argument --because: it is empty: say why in a few words"),
        (["quarantine", "list", "--source", "\udcff"], "the words are no UTF-8"),
        (["quarantine", "release", "17", "--because", ""], "argument --because: it is empty: say why in a few words"),
        (["quarantine", "release", "--because", "x"], "name the items by number"),
    ],
)
def test_a_number_or_word_that_no_database_takes_is_refused_before_one_is_asked(
    warraq: Run, arguments: list[str], said: str
) -> None:
    done = warraq(*arguments)

    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr


def test_explain_gives_a_page_no_more_time_than_cleaning_does(warraq: Run, tmp_path: Path) -> None:
    (tmp_path / "deep.html").write_text("<h1>x</h1>" + "<div>" * 200_000 + "<p>deep", encoding="utf-8")

    done = warraq("explain", "deep.html", "--html", "out.html", WARRAQ_CLEAN_SECONDS="1")

    assert done.returncode == 3
    assert "over_time: over 1 seconds" in done.stderr
    assert not (tmp_path / "out.html").exists()


def test_an_address_of_blanks_is_none_and_one_of_a_file_that_cannot_be_read_is_kept(
    warraq: Run, tmp_path: Path
) -> None:
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    lines = [{"input": "page.html", "url": ""}, {"input": "gone.html", "url": "https://n.example/gone"}]
    (tmp_path / "m.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")

    done = warraq("clean", "--manifest", "m.jsonl")

    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(row["input"], row["url"]) for row in rows] == [
        ("page.html", None),
        ("gone.html", "https://n.example/gone"),
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        pytest.param(["clean", "page.html", "--out", "./page.html"], id="clean"),
        pytest.param(["clean", "--manifest", "page.html", "--out", "page.html"], id="manifest"),
        pytest.param(["explain", "page.html", "--html", "page.html"], id="explain"),
        pytest.param(["fetch", "--urls", "page.html", "--out", "page.html"], id="fetch"),
    ],
)
def test_a_file_is_not_written_over_by_the_command_that_reads_it(
    warraq: Run, tmp_path: Path, arguments: list[str]
) -> None:
    (tmp_path / "page.html").write_text('{"input": "page.html"}', encoding="utf-8")

    done = warraq(*arguments)

    assert (done.returncode, done.stderr) == (2, "warraq: page.html is read by this command: write to another file\n")
    assert (tmp_path / "page.html").read_text(encoding="utf-8") == '{"input": "page.html"}'
