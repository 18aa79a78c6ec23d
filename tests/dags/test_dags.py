"""Policies over every DAG, read as Airflow's own processor reads them."""

import ast
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from warraq.settings import PROJECT

DAGS = PROJECT / "dags"
ALLOWED_IMPORTS = {"airflow.sdk", "datetime", "warraq"}
DESCRIBE = """
import json
from airflow.dag_processing.dagbag import DagBag
bag = DagBag({folder!r})
print("DAGS " + json.dumps({{
    "errors": {{str(path): error for path, error in bag.import_errors.items()}},
    "dags": {{
        dag.dag_id: {{
            "catchup": dag.catchup,
            "max_active_runs": dag.max_active_runs,
            "doc": bool(dag.doc_md),
            "tasks": {{
                task.task_id: [
                    task.owner,
                    task.retries,
                    task.execution_timeout and task.execution_timeout.total_seconds() / 60,
                    task.trigger_rule,
                ]
                for task in dag.tasks
            }},
        }}
        for dag in bag.dags.values()
    }},
}}))
"""


@pytest.fixture(scope="module")
def described(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """What Airflow makes of the folder of DAGs, with our plugins loaded."""
    home = tmp_path_factory.mktemp("airflow")
    environ = {
        "AIRFLOW_HOME": str(home),
        "AIRFLOW__CORE__LOAD_EXAMPLES": "False",
        "AIRFLOW__CORE__PLUGINS_FOLDER": str(PROJECT / "plugins"),
        "AIRFLOW__CORE__UNIT_TEST_MODE": "False",
        "HOME": str(home),
        "PATH": os.environ["PATH"],
    }
    script = DESCRIBE.format(folder=str(DAGS))
    done = subprocess.run([sys.executable, "-c", script], env=environ, capture_output=True, text=True, check=False)
    lines = [line for line in done.stdout.splitlines() if line.startswith("DAGS ")]
    assert lines, done.stderr[-2000:]
    return json.loads(lines[0].removeprefix("DAGS "))


def test_every_dag_file_imports_and_only_ours_are_there(described: Any) -> None:
    assert described["errors"] == {}
    assert sorted(described["dags"]) == ["backfill_archive", "ingest_news", "maintain", "replay"]


def test_every_dag_is_documented_and_never_catches_up_or_overlaps_itself(described: Any) -> None:
    policies = {(dag["catchup"], dag["max_active_runs"], dag["doc"]) for dag in described["dags"].values()}
    assert policies == {(False, 1, True)}


def test_every_task_has_an_owner_retries_and_a_timeout(described: Any) -> None:
    tasks = {(*task[:3],) for dag in described["dags"].values() for task in dag["tasks"].values()}
    assert tasks == {("warraq", 3, 10), ("warraq", 3, 120)}


def test_what_grows_with_what_a_run_brought_may_take_as_long_as_cleaning_it(described: Any) -> None:
    tasks = described["dags"]["backfill_archive"]["tasks"]
    assert {task_id: task[2] for task_id, task in tasks.items()} == {
        "plan_backfill": 10,
        "lane.collect": 120,
        "lane.clean": 120,
        "gate": 120,
        "publish": 120,
        "close": 10,
    }


def test_a_failed_lane_does_not_keep_the_others_from_the_gate(described: Any) -> None:
    rules = {task_id: task[3] for dag in described["dags"].values() for task_id, task in dag["tasks"].items()}
    assert {task_id for task_id, rule in rules.items() if rule == "all_done"} == {"gate", "close"}


@pytest.mark.parametrize("path", sorted(DAGS.glob("*.py")), ids=lambda path: path.name)
def test_a_dag_file_is_short_and_imports_only_wiring(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    nodes = [node for node in ast.walk(ast.parse(text)) if isinstance(node, ast.Import | ast.ImportFrom)]
    imported = {node.module if isinstance(node, ast.ImportFrom) else node.names[0].name for node in nodes}

    assert len(text.splitlines()) <= 60
    assert imported <= ALLOWED_IMPORTS
