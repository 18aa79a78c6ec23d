"""The hostile servers and URLs that may lie beside the project."""

import ipaddress
import json
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from warraq.fetch import wire
from warraq.fetch.addresses import is_open
from warraq.fetch.client import Client
from warraq.model import FetchFailure, Reason
from warraq.settings import Network, Settings

HOSTILE = Path(__file__).resolve().parents[2].parent / "shared" / "hostile"

pytestmark = pytest.mark.skipif(not HOSTILE.is_dir(), reason="../shared/hostile is not beside the project")

# What comes of each endpoint: the ones left out are pages.
EXPECTED = {
    "/badchunk": Reason.BAD_RESPONSE,
    "/badgzip": Reason.BAD_ENCODING,
    "/big": Reason.TOO_BIG,
    "/brbomb": Reason.TOO_BIG,
    "/chunkext": Reason.TOO_BIG,
    "/closed": Reason.EMPTY_REPLY,
    "/drip": Reason.TIMEOUT,
    "/dupcl": Reason.BAD_RESPONSE,
    "/garbage": Reason.BAD_RESPONSE,
    "/gzipbomb": Reason.TOO_BIG,
    "/gzipgzip": Reason.BAD_ENCODING,
    "/headerdrip": Reason.TIMEOUT,
    "/hugeheader": Reason.HEADERS_TOO_BIG,
    "/infinite": Reason.TOO_BIG,
    "/info-flood": Reason.HEADERS_TOO_BIG,
    "/loop": Reason.TOO_MANY_REDIRECTS,
    "/manyenc": Reason.HEADERS_TOO_BIG,
    "/manyheaders": Reason.HEADERS_TOO_BIG,
    "/never": Reason.TIMEOUT,
    "/noterm": Reason.TRUNCATED,
    "/r304": Reason.UNEXPECTED_NOT_MODIFIED,
    "/r429": Reason.RATE_LIMITED,
    "/redir-file": Reason.BAD_REDIRECT,
    "/redir-gopher": Reason.BAD_REDIRECT,
    "/redir-name": Reason.BLOCKED_ADDRESS,
    "/redir-noloc": Reason.BAD_REDIRECT,
    "/redir-private": Reason.BLOCKED_ADDRESS,
    "/redir-private-dec": Reason.BLOCKED_ADDRESS,
    "/redir-private-v6": Reason.BLOCKED_ADDRESS,
    "/rst": Reason.RESET,
    "/short": Reason.TRUNCATED,
    "/trailer-flood": Reason.HEADERS_TOO_BIG,
    "/truncgzip": Reason.TRUNCATED,
}


@pytest.fixture(scope="module")
def hostile_port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[int, Path]]:
    folder = tmp_path_factory.mktemp("hostile")
    for _ in range(5):  # Another process may take the port that was free before the server does.
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        command = [sys.executable, str(HOSTILE / "badserver.py"), str(port)]
        with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE) as server:
            assert server.stdout is not None
            if server.stdout.readline():
                yield port, folder / f"hits{port}.log"
                server.kill()
                return
    pytest.fail("the hostile server found no port")


def test_every_endpoint_ends_in_time_with_its_word(hostile_port: tuple[int, Path]) -> None:
    port, hits = hostile_port
    paths = re.findall(r"path=='(/[^']*)'", (HOSTILE / "badserver.py").read_text(encoding="utf-8"))
    pin = f"private.test:{port}:127.0.0.2:{port}"
    settings = Settings.model_validate({"allow_networks": "127.0.0.1/32", "connect_to": pin, "fetch_seconds": 1.5})
    found = {}

    with Client(settings) as client:
        for path in paths:
            start = time.monotonic()
            outcome = client.fetch(f"http://127.0.0.1:{port}{path}")
            assert time.monotonic() - start < 3, path
            if isinstance(outcome, FetchFailure):
                found[path] = outcome.reason

    assert found == EXPECTED
    assert len(paths) == 36
    assert not hits.exists()


def test_hostile_bodies_cost_under_100_megabytes(hostile_port: tuple[int, Path]) -> None:
    port, _ = hostile_port
    script = (
        "import pathlib, re\n"
        "from warraq.fetch.client import Client\n"
        "from warraq.settings import Settings\n"
        "client = Client(Settings.model_validate({'allow_networks': '127.0.0.1/32', 'fetch_seconds': 2}))\n"
        "for path in ('big', 'infinite', 'gzipbomb', 'gzipgzip', 'brbomb', 'hugeheader', 'infinite-redirect-body'):\n"
        f"    client.fetch('http://127.0.0.1:{port}/' + path)\n"
        "print(re.search(r'VmHWM:\\s+(\\d+) kB', pathlib.Path('/proc/self/status').read_text())[1])\n"
    )

    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)

    assert int(done.stdout) < 100_000


def test_no_hostile_url_has_the_guard_let_a_private_address_pass(monkeypatch: pytest.MonkeyPatch) -> None:
    cases = json.loads((HOSTILE / "ssrf_urls.json").read_text(encoding="utf-8"))
    passed = []

    def note_and_refuse(address: str, allowed: tuple[Network, ...]) -> bool:
        """The guard's own verdict is noted; nothing is dialled, for a test has no business with public addresses."""
        if is_open(address, allowed):
            passed.append(address)
        return False

    monkeypatch.setattr(wire, "is_open", note_and_refuse)
    with Client(Settings.model_validate({"fetch_seconds": 0.2})) as client:
        outcomes = [client.fetch(case["url"]) for case in cases]

    assert len(outcomes) == 660
    assert all(isinstance(outcome, FetchFailure) for outcome in outcomes)
    assert all(ipaddress.ip_address(address).is_global for address in passed)
    assert "1.2.3.4" in passed
