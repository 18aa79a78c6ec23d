"""``warraq sources add``: from a home page to a file of the catalogue, over real HTTP."""

import gzip
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
import yaml

HOME = (
    '<html lang="ar"><head><link rel="alternate" type="application/rss+xml" href="/feed">'
    '<link rel="sitemap" href="/sitemap.xml"></head><body>مرحبا</body></html>'
)
PAGES = {"/": HOME, "/robots.txt": "User-agent: *\nAllow: /\nSitemap: /sitemap.xml\nSitemap: /google_news.xml\n"}


class Press(BaseHTTPRequestHandler):
    """Serves a home page and robots.txt."""

    pages: Mapping[str, bytes] = {path: text.encode() for path, text in PAGES.items()}

    def do_GET(self) -> None:
        body = self.pages.get(self.path, b"")
        self.send_response(200 if body else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_words: object) -> None:
        """Say nothing."""


@contextmanager
def open_press(pages: Mapping[str, bytes]) -> Iterator[str]:
    """A publisher on loopback with these pages; its address."""
    with ThreadingHTTPServer(("127.0.0.1", 0), type("ThisPress", (Press,), {"pages": pages})) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture
def press() -> Iterator[str]:
    with open_press(Press.pages) as url:
        yield url


def add(url: str, folder: Path) -> subprocess.CompletedProcess[str]:
    sources = folder / "sources"
    if not sources.is_file():
        sources.mkdir(exist_ok=True)
    return subprocess.run(
        [str(Path(sys.executable).parent / "warraq"), "sources", "add", url],
        env={
            "HOME": str(folder),
            "PATH": os.environ["PATH"],
            "WARRAQ_VAR": str(folder / "var"),
            "WARRAQ_SOURCES": str(sources),
            "WARRAQ_ALLOW_NETWORKS": "127.0.0.0/8",
        },
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_a_source_is_added_switched_off_with_what_its_home_page_and_robots_name(press: str, tmp_path: Path) -> None:
    done = add(f"{press}/", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    (file,) = (tmp_path / "sources").iterdir()
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert written["enabled"] is False
    assert written["language"] == "ar"
    assert written["feeds"] == [f"{press}/feed"]
    assert written["sitemaps"] == [f"{press}/sitemap.xml", f"{press}/google_news.xml"]
    assert [seen["says"] for seen in written["evidence"]] == ["The home page and robots.txt name these."]


def test_a_robots_txt_of_broken_gzip_is_told_and_the_home_page_still_counts(tmp_path: Path) -> None:
    broken = gzip.compress(b"User-agent: *\nSitemap: /sitemap.xml\n")[:-12]

    with open_press({"/": HOME.encode(), "/robots.txt": broken}) as press:
        done = add(f"{press}/", tmp_path)

    assert done.returncode == 0
    assert f"{press}/robots.txt: not read, " in done.stderr
    (file,) = (tmp_path / "sources").iterdir()
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert written["sitemaps"] == [f"{press}/sitemap.xml"]
    assert [seen["says"] for seen in written["evidence"]] == ["The home page names these."]


def test_robots_txt_alone_is_named_as_the_evidence_where_it_alone_names_a_sitemap(tmp_path: Path) -> None:
    bare = b'<html lang="ar"><body><p>.</p></body></html>'

    with open_press({"/": bare, "/robots.txt": b"Sitemap: /sitemap.xml\n"}) as press:
        done = add(f"{press}/", tmp_path)

    assert (done.returncode, done.stderr) == (0, "")
    (file,) = (tmp_path / "sources").iterdir()
    written = yaml.safe_load(file.read_text(encoding="utf-8"))
    assert written["sitemaps"] == [f"{press}/sitemap.xml"]
    assert [seen["says"] for seen in written["evidence"]] == ["robots.txt names these."]


def test_a_source_that_is_there_already_is_not_written_over(press: str, tmp_path: Path) -> None:
    add(f"{press}/", tmp_path)
    (file,) = (tmp_path / "sources").iterdir()
    before = file.read_bytes()

    done = add(f"{press}/", tmp_path)

    assert done.returncode == 3
    assert f"edit {file}" in done.stderr
    assert file.read_bytes() == before


def test_a_folder_that_is_none_is_named(press: str, tmp_path: Path) -> None:
    (tmp_path / "sources").write_text("", encoding="utf-8")

    done = add(f"{press}/", tmp_path)

    assert done.returncode == 3
    assert f"no source in {tmp_path / 'sources'}" in done.stderr


def test_a_file_that_would_not_be_read_is_named(press: str, tmp_path: Path) -> None:
    add(f"{press}/", tmp_path)
    (file,) = (tmp_path / "sources").iterdir()
    other = file.with_name("other.yml")
    other.write_bytes(file.read_bytes())

    done = add("https://nile.example/", tmp_path)

    assert done.returncode == 3
    assert f"{other}: a source's file ends in .yaml" in done.stderr
    assert "call it other.yaml" in done.stderr
