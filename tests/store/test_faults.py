"""Every transaction is whole or nothing, and done twice it is done once."""

import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import psycopg2
import pytest
from psycopg2 import extensions

from warraq import store
from warraq.errors import DatabaseError, TransientError

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

URLS = tuple(f"https://almidan.example/{n}" for n in range(4))
STEPS = ("poll", "fetch", "fail", "stage", "judge", "publish", "adopt", "close")


def walk(desk: "Desk", make: "Make", until: str) -> Callable[[], object]:
    """Take four pages down the road as far as the step ``until``, which is returned undone."""

    def fail() -> None:
        (item,) = desk.items()
        desk.record(failed=[(item, make.failure(item, is_transient=False), None)])

    def stage() -> None:
        first, second, third = sorted(desk.fetched(), key=lambda page: page.url)
        desk.stage(
            make.staged(first, make.record(first, make.article())),
            make.staged(second, make.record(second, make.article("قصير"))),
            make.rejected(third),
        )

    desk.open()
    entries = [make.entry(url) for url in URLS]
    known: tuple[Any, ...] = ()

    def fetch() -> None:
        desk.fetch(*known)

    steps: dict[str, Callable[[], object]] = {
        "poll": lambda: desk.poll(*entries),
        "fetch": fetch,
        "fail": fail,
        "stage": stage,
        "judge": lambda: desk.judge(refuse={"قصير": "too short"}),
        "publish": desk.publish,
        "adopt": lambda: desk.adopt((make.archived(URLS[0]), make.location(URLS[0], 9)), run_id="ingest_news/2"),
        "close": lambda: store.close_run(desk.connection, run_id="ingest_news/1", now=desk.now),
    }
    for name in STEPS[: STEPS.index(until)]:
        steps[name]()
        known = desk.items()[:3] if name == "poll" else known
    return steps[until]


@pytest.mark.parametrize("step", [step for step in STEPS if step != "fail"])
def test_a_step_done_twice_is_done_once(desk: "Desk", make: "Make", step: str) -> None:
    take_step = walk(desk, make, step)
    take_step()
    once = desk.dump()

    take_step()

    assert desk.dump() == once
    desk.assert_balanced()


def test_a_failure_told_twice_counts_once(desk: "Desk", make: "Make") -> None:
    walk(desk, make, "fail")
    (item,) = desk.items()
    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])
    once = desk.dump()

    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])
    desk.fetch(item)
    desk.record(not_modified=[item])

    again = desk.dump()
    assert len(again.pop("former_raw")) == 1  # The copy that came too late lies in the raw store all the same.
    once.pop("former_raw")
    assert again == once


def test_what_the_gate_refused_is_not_healed_by_a_fetch_that_failed(desk: "Desk", make: "Make") -> None:
    walk(desk, make, "publish")()
    (refused,) = desk.read("select url from ingest.quarantine where status = 'open' and stage = 'gate'")
    desk.read("update ingest.frontier set state = 'waiting' where url = %s returning 1", [refused])
    (item,) = (item for item in desk.items() if item.url == refused)

    desk.record(failed=[(item, make.failure(item, is_transient=False), None)])
    desk.read("update ingest.frontier set state = 'waiting' where url = %s returning 1", [refused])
    desk.record(not_modified=[item])

    rows = desk.read("select status, stage, reason, warc_file is null from ingest.quarantine where url = %s", [refused])
    assert rows == [("open", "gate", "failed_expectation", False)]


def test_a_run_opened_twice_is_open_once(desk: "Desk") -> None:
    desk.open()
    once = desk.dump()

    desk.open()

    assert desk.dump() == once


@dataclass
class Axe:
    """Cuts a connection off, from the server's side, right before its statement of a given number."""

    dsn: str
    falls_before: int = 0
    executed: int = field(default=0)

    def connect(self) -> store.Connection:
        axe = self

        class Cursor(extensions.cursor):
            def execute(self, query: str, parameters: object = None) -> None:
                axe.strike(self.connection)
                super().execute(query, parameters)

            def copy_expert(self, query: str, file: object, size: int = 8192) -> None:
                axe.strike(self.connection)
                super().copy_expert(query, file, size)

        connection = store.connect(self.dsn)
        connection.cursor_factory = Cursor
        return connection

    def strike(self, connection: store.Connection) -> None:
        self.executed += 1
        if self.executed == self.falls_before:
            other = psycopg2.connect(self.dsn)
            with other, other.cursor() as cursor:
                cursor.execute("select pg_terminate_backend(%s, 5000)", [connection.info.backend_pid])
            other.close()


@pytest.mark.parametrize("step", [step for step in STEPS if step != "judge"])  # It is three transactions.
def test_a_connection_cut_before_any_statement_changes_nothing(desk: "Desk", make: "Make", dsn: str, step: str) -> None:
    take_step = walk(desk, make, step)
    before, whole, statement = desk.dump(), desk.connection, 0
    while True:
        statement += 1
        axe = Axe(dsn, statement)
        desk.connection = axe.connect()
        if step in {"fail", "stage"}:
            axe.falls_before += 1  # The first statement reads what the step works on, in a transaction of its own.
        try:
            take_step()
        except TransientError:
            desk.connection = whole
            assert desk.dump() == before
            continue
        break

    assert statement > 1
    desk.connection = whole
    after = desk.dump()
    assert after != before
    desk.assert_balanced()


@contextmanager
def cut_after_commit(dsn: str) -> Iterator[str]:
    """Yield a DSN that leads through a proxy which passes COMMIT on and lets nobody hear the answer."""
    parts = extensions.parse_dsn(dsn)
    listener = socket.create_server(("127.0.0.1", 0))

    committing = threading.Event()

    def ask(client: socket.socket, server: socket.socket) -> None:
        with suppress(OSError):
            while piece := client.recv(65_536):
                if b"COMMIT" in piece:
                    committing.set()
                server.sendall(piece)

    def answer(server: socket.socket, client: socket.socket) -> None:
        with suppress(OSError):
            while piece := server.recv(65_536):
                if committing.is_set():
                    break
                client.sendall(piece)
            client.shutdown(socket.SHUT_RDWR)

    def serve() -> None:
        with suppress(OSError):
            client, _ = listener.accept()
            server = socket.create_connection((parts["host"], int(parts["port"])))
            threading.Thread(target=ask, args=(client, server), daemon=True).start()
            answer(server, client)

    thread = threading.Thread(target=serve, daemon=True)
    thread.start()
    yield extensions.make_dsn(
        dsn, host="127.0.0.1", port=listener.getsockname()[1], sslmode="disable", gssencmode="disable"
    )
    listener.close()


def test_a_publish_whose_commit_was_not_answered_is_there_once(desk: "Desk", make: "Make", dsn: str) -> None:
    walk(desk, make, "publish")
    whole = desk.connection
    with cut_after_commit(dsn) as through_proxy:
        desk.connection = store.connect(through_proxy)

        with pytest.raises(TransientError, match=r"publish: the connection to the database was lost; .* run it again"):
            desk.publish()
    desk.connection = whole

    again = desk.publish()

    assert again == {}
    assert desk.read("select headline from news.articles") == ["افتتاح الجسر الجديد"]
    assert desk.read("select count(*) from ingest.change") == [1]
    desk.assert_balanced()


@pytest.mark.parametrize("text", [pytest.param("خبر\x00", id="nul"), pytest.param("خبر\ud800", id="surrogate")])
def test_text_that_postgres_cannot_hold_fails_the_whole_batch(desk: "Desk", make: "Make", text: str) -> None:
    walk(desk, make, "stage")
    before = desk.dump()
    pages = [
        make.staged(page, make.record(page, make.article(body=body)))
        for page, body in zip(desk.fetched(), ["سليم", text, "سليم"], strict=True)
    ]

    with pytest.raises((psycopg2.DataError, UnicodeEncodeError)):
        desk.stage(*pages)

    assert desk.dump() == before


def test_a_page_with_neither_record_nor_rejection_is_refused(desk: "Desk", make: "Make") -> None:
    walk(desk, make, "stage")

    with pytest.raises(ValueError, match="neither a record nor a rejection"):
        desk.stage(make.staged(desk.fetched()[0]))


def test_verdicts_that_do_not_match_the_rows_are_refused(desk: "Desk", make: "Make") -> None:
    from warraq.model import Judgement, Verdict  # noqa: PLC0415 -- Used here alone.

    walk(desk, make, "judge")
    ((first, second),) = store.read_staged(desk.connection, run_id="ingest_news/1")
    twice = Judgement(suite_version="1", verdicts=(Verdict(row=0, failures=(), warnings=()),) * 2)

    with pytest.raises(ValueError, match="do not match"):
        store.save_verdicts(
            desk.connection, run_id="ingest_news/1", row_ids=[first.row_id, second.row_id], judgement=twice
        )

    assert desk.publish() == {"almidan": {"rejected": 1}}


def test_a_role_that_may_only_read_is_told_so_at_once(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.connection.set_session(readonly=True)

    with pytest.raises(DatabaseError, match="refuses to write"):
        desk.poll(make.entry(URLS[0]))


def test_a_database_without_the_tables_says_what_to_run(server_dsn: str) -> None:
    connection = store.connect(server_dsn)

    with pytest.raises(DatabaseError, match="warraq db migrate"):
        store.read_balance(connection)

    connection.close()
