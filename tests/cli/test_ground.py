"""The ground Airflow stands on is ours, whatever another Airflow's shell or a company's proxy exports."""

import asyncio
import os
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path

import psycopg2
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from warraq import store
from warraq.cli.ground import hold_database, make_airflow_environment
from warraq.cli.metadata import fail_cut_off_runs, find_reason, make_async_address
from warraq.cli.turn import take_turn
from warraq.errors import UsageError
from warraq.settings import PROJECT, Settings
from warraq.store.connection import replace_database

CONN = "AIRFLOW__DATABASE__SQL_ALCHEMY_CONN"
# Airflow 3.3's columns that count here.
METADATA = """
create table public.dag_run (dag_id text, run_id text, state text, triggered_by text, end_date timestamptz);
create table public.task_instance (dag_id text, run_id text, task_id text, state text, end_date timestamptz);
insert into public.dag_run values
    ('ingest_news', 'cut', 'running', 'TEST'), ('ingest_news', 'done', 'success', 'TEST'),
    ('ingest_news', 'scheduled', 'running', 'TIMETABLE');
insert into public.task_instance values
    ('ingest_news', 'cut', 'plan', 'success'), ('ingest_news', 'cut', 'collect', 'running'),
    ('ingest_news', 'cut', 'gate', null), ('ingest_news', 'scheduled', 'plan', 'running');
"""


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(var=tmp_path / "var")


def test_what_the_shell_says_of_another_airflow_does_not_lead_ours_there(settings: Settings, dsn: str) -> None:
    theirs = {
        "AIRFLOW_CONFIG": "/etc/airflow/airflow.cfg",
        "AIRFLOW_HOME": "/srv/airflow",
        CONN: "postgresql+psycopg2://production.example/airflow",
        f"{CONN}_ASYNC": "postgresql+asyncpg://production.example/airflow",
        "AIRFLOW__API__HOST": "0.0.0.0",  # noqa: S104 -- What must not win.
        "AIRFLOW__CORE__DAGS_FOLDER": "/srv/dags",
        "AIRFLOW__CORE__EXECUTOR": "CeleryExecutor",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "True",
        "AIRFLOW__CORE__PARALLELISM": "16",
        "AIRFLOW__CORE__PLUGINS_FOLDER": "/srv/plugins",
        "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST": "[]",
    }

    environment = make_airflow_environment(settings, dsn, theirs)

    airflow = replace_database(dsn, "warraq_airflow").partition("://")[2]
    shown = {name: environment.get(name) for name in theirs}
    assert shown == {
        "AIRFLOW_CONFIG": None,
        "AIRFLOW_HOME": str(settings.var / "airflow"),
        CONN: f"postgresql+psycopg2://{airflow}",
        f"{CONN}_ASYNC": f"postgresql+asyncpg://{airflow}",
        "AIRFLOW__API__HOST": "127.0.0.1",
        "AIRFLOW__CORE__DAGS_FOLDER": str(PROJECT / "dags"),
        "AIRFLOW__CORE__EXECUTOR": "LocalExecutor",
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PARALLELISM": "16",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "AIRFLOW__DAG_PROCESSOR__DAG_BUNDLE_CONFIG_LIST": None,
    }


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        pytest.param({}, "127.0.0.1,localhost", id="none"),
        pytest.param({"no_proxy": "intra.example"}, "intra.example,127.0.0.1,localhost", id="lower"),
        pytest.param({"NO_PROXY": "intra.example"}, "intra.example,127.0.0.1,localhost", id="upper"),
    ],
)
def test_airflow_never_asks_a_proxy_for_itself(
    settings: Settings, dsn: str, environ: dict[str, str], expected: str
) -> None:
    environment = make_airflow_environment(settings, dsn, environ)

    assert (environment["NO_PROXY"], environment["no_proxy"]) == (expected, expected)


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        pytest.param("u:p%40@h:5/d", "postgresql+asyncpg://u:p%40@h:5/d", id="plain"),
        pytest.param("h/d?sslmode=require", "postgresql+asyncpg://h/d?ssl=require", id="sslmode"),
        pytest.param(
            "h/d?connect_timeout=5&sslmode=verify-full&sslrootcert=/ca.pem",
            "postgresql+asyncpg://h/d?ssl=verify-full",
            id="what asyncpg does not take",
        ),
    ],
)
def test_the_address_for_asyncpg_speaks_its_language(given: str, expected: str) -> None:
    assert make_async_address(given) == expected


def test_airflow_reaches_a_server_whose_dsn_says_sslmode(settings: Settings, dsn: str) -> None:
    given = f"{dsn}?sslmode=disable&sslrootcert=/ca.pem&connect_timeout=5"
    address = make_airflow_environment(settings, given, {})[f"{CONN}_ASYNC"]

    async def ask() -> object:
        engine = create_async_engine(address)
        async with engine.connect() as opened:
            answer = (await opened.execute(text("select 1"))).scalar()
        await engine.dispose()
        return answer

    assert asyncio.run(ask()) == 1


def test_a_dsn_that_is_no_url_is_refused_before_anything_is_migrated(settings: Settings, server_dsn: str) -> None:
    name = f"warraq_bare_{uuid.uuid4().hex[:12]}"
    made = store.create_database(server_dsn, name)
    pairs = " ".join(f"{key}={value}" for key, value in psycopg2.extensions.parse_dsn(made).items())

    with (
        pytest.raises(UsageError, match=r"^WARRAQ_DSN is no URL: write it as postgresql://[^\n]*$"),
        hold_database(settings.model_copy(update={"dsn": pairs})),
    ):
        pass

    with closing(psycopg2.connect(made)) as connection, connection.cursor() as cursor:
        cursor.execute("select to_regnamespace('ingest')")
        assert cursor.fetchone() == (None,)
    assert not settings.var.exists()


def test_the_second_to_come_is_told_who_is_at_work_and_what_to_do(settings: Settings) -> None:
    holder = (
        "import sys; from pathlib import Path; from warraq.cli.turn import take_turn;"
        "from warraq.settings import Settings\n"
        "with take_turn(Settings(var=Path(sys.argv[1])), 'up'): print('held', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", holder, str(settings.var)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == b"held\n"

        done = subprocess.run(
            [str(Path(sys.executable).parent / "warraq"), "run"],
            env={"PATH": os.environ["PATH"], "WARRAQ_VAR": str(settings.var)},
            capture_output=True,
            text=True,
            check=False,
        )

        process.kill()

    assert (done.returncode, done.stdout) == (3, "")
    (line,) = done.stderr.splitlines()
    assert f"`warraq up` (process {process.pid}) is at work in {settings.var}" in line
    assert "WARRAQ_VAR" in line
    with take_turn(settings, "run"):
        assert f"process {os.getpid()}" in (settings.var / "live.lock").read_text(encoding="utf-8")


def test_a_run_that_was_cut_off_is_failed_and_a_scheduled_one_left_to_its_scheduler(dsn: str) -> None:
    connection = store.connect(dsn)
    connection.autocommit = True
    with connection.cursor() as cursor:
        cursor.execute(METADATA)

        fail_cut_off_runs({CONN: dsn.replace("postgresql", "postgresql+psycopg2", 1)})

        cursor.execute("select run_id, state, end_date is null from public.dag_run order by run_id")
        assert cursor.fetchall() == [
            ("cut", "failed", False),
            ("done", "success", True),
            ("scheduled", "running", True),
        ]
        cursor.execute("select run_id, task_id, state from public.task_instance order by run_id, task_id")
        assert cursor.fetchall() == [
            ("cut", "collect", "failed"),
            ("cut", "gate", "skipped"),
            ("cut", "plan", "success"),
            ("scheduled", "plan", "running"),
        ]
    connection.close()


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        pytest.param(
            "psycopg2.errors.InsufficientPrivilege: permission denied for schema public\n\n"
            "The above exception was the direct cause of the following exception:\n\n"
            "Traceback (most recent call last):\n"
            "sqlalchemy.exc.ProgrammingError: (InsufficientPrivilege) permission denied for schema public\n"
            "LINE 2: CREATE TABLE alembic_version (\n\n[SQL: CREATE TABLE alembic_version]\n"
            "(Background on this error at: https://sqlalche.me/e/21/f405)\n",
            "sqlalchemy.exc.ProgrammingError: (InsufficientPrivilege) permission denied for schema public",
            id="an error with its statement behind it",
        ),
        pytest.param("airflow: killed\n", "airflow: killed", id="no error"),
        pytest.param("", "no reason given", id="nothing"),
    ],
)
def test_a_migration_of_airflow_that_failed_names_its_error(said: str, reason: str) -> None:
    assert find_reason(said) == reason
