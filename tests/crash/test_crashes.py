"""A run that is killed and run again leaves what an undisturbed one leaves: nothing lost, nothing twice.

Every run is a process of its own that is ended by SIGKILL, over a real newsroom and a real database. What is compared,
and the little that is not, stands in snapshot.py.
"""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest
from harness import Harness, Kill, compare

STORE = "warraq.store:"
WARC = "warraq.archive.writer:WarcWriter."
SALVAGE = "warraq.archive.salvage:"
STATEMENT = "warraq.store.publish:read_query/"
FEED = "warraq.fetch.client:make_answer/http://harbourpost.example/rss.xml"

NEW, RETRY = "new", "retry"
TASKS = ("plan", "fill", "clean", "gate", "publish", "close")
# Counts of runs: what two of them did counts twice.
COUNTS = frozenset({"ingest.ledger", "news.ledger"})

# Task, step, moment and call at which the run dies, in the order in which a run comes by; then how it is taken up.
LIVE = (
    ("plan", STORE + "sync_sources", "commit", 1, (NEW,)),
    ("plan", STORE + "open_run", "after", 1, (RETRY,)),
    ("fill", STORE + "lease_hosts", "after", 1, (RETRY,)),
    ("fill", FEED, "after", 1, (NEW,)),
    ("fill", "warraq.pipeline.poll:read_document", "after", 1, (RETRY,)),
    ("fill", STORE + "save_poll", "commit", "first", (NEW,)),
    ("fill", STORE + "save_poll", "after", "first", (RETRY,)),
    ("fill", "warraq.pipeline.poll:nest", "before", 2, (NEW,)),
    ("fill", STORE + "save_poll", "commit", "last", (RETRY,)),
    ("fill", "warraq.archive.writer:claim_name", "after", 1, (NEW,)),
    ("fill", WARC + "_append", "half", 1, (RETRY,)),
    ("fill", WARC + "_append", "half", 2, (NEW,)),
    ("fill", WARC + "_append", "after", 2, (RETRY,)),
    ("fill", WARC + "append_response", "before", "middle", (RETRY,)),
    ("fill", WARC + "append_response", "after", "middle", (NEW, RETRY)),
    ("fill", WARC + "append_response", "after", "last", (NEW,)),
    ("fill", WARC + "sync", "after", "first", (NEW,)),
    ("fill", STORE + "record_fetches", "commit", "first", (NEW,)),
    ("fill", STORE + "record_fetches", "commit", "middle", (RETRY,)),
    ("fill", STORE + "record_fetches", "after", "middle", (NEW,)),
    ("fill", STORE + "record_fetches", "after", "last", (NEW,)),
    ("fill", STORE + "release_hosts", "after", 1, (RETRY,)),
    ("fill", WARC + "sync", "after", "last", (NEW,)),
    ("fill", "warraq.archive.writer:sync_folder", "before", "last", (RETRY,)),
    ("fill", WARC + "close", "after", 1, (NEW,)),
    ("clean", "warraq.pipeline.cleaning:read_kept", "after", "middle", (NEW,)),
    ("clean", STORE + "stage_pages", "commit", "first", (RETRY,)),
    ("clean", STORE + "stage_pages", "after", "first", (NEW, RETRY)),
    ("clean", STORE + "finish_lane", "commit", 1, (RETRY,)),
    ("clean", STORE + "finish_lane", "after", 1, (NEW,)),
    ("gate", "warraq.gate.engine:read_result", "after", "middle", (RETRY,)),
    ("gate", STORE + "save_verdicts", "commit", "first", (NEW,)),
    ("gate", STORE + "save_verdicts", "after", "first", (RETRY,)),
    ("publish", STATEMENT + "article_insert", "after", 1, (RETRY,)),
    ("publish", STATEMENT + "frontier_finish", "after", 1, (NEW,)),
    ("publish", STORE + "publish", "commit", 1, (NEW, RETRY)),
    ("publish", STORE + "publish", "after", 1, (NEW, RETRY)),
    ("close", STORE + "close_run", "commit", 1, (NEW,)),
    ("close", STORE + "close_run", "after", 1, (RETRY,)),
)
# The second run over what the first left: stories that were corrected, and new ones.
LATER = (
    ("fill", STORE + "save_poll", "commit", "first", (NEW,)),
    ("fill", STORE + "save_poll", "after", "last", (RETRY,)),
    ("fill", WARC + "append_response", "after", "middle", (NEW,)),
    ("publish", STATEMENT + "revision_insert", "after", 1, (NEW,)),
    ("publish", STORE + "publish", "commit", 1, (RETRY,)),
    ("publish", STORE + "publish", "after", 1, (NEW,)),
)
DAYS = (
    ("fill", STORE + "save_poll", "after", "middle", (NEW,)),
    ("fill", WARC + "append_response", "after", "middle", (RETRY,)),
)
FILES = (
    ("fill", WARC + "append_resource", "after", "middle", (NEW, RETRY)),
    ("fill", STORE + "adopt_archived", "commit", "middle", (RETRY,)),
    ("fill", STORE + "adopt_archived", "after", "middle", (NEW,)),
    ("publish", STORE + "publish", "after", 1, (RETRY,)),
)
LOAD = (
    ("load", WARC + "append_resource", "after", "first", (NEW,)),
    ("load", STORE + "adopt_archived", "after", "first", (NEW,)),
    ("load", STORE + "publish", "commit", "first", (NEW,)),
    ("load", STORE + "publish", "after", "first", (RETRY,)),
    ("load", STORE + "adopt_archived", "commit", "last", (RETRY,)),
    ("load", STORE + "close_run", "commit", 1, (RETRY,)),
)
# What a retry of the recovery meets: the first death leaves pages on disk that no one was told of.
UNTOLD = ("fill", WARC + "sync", "after", "first")
TWICE = (
    (UNTOLD, ("fill", SALVAGE + "find_end", "after", 1), NEW),
    (UNTOLD, ("fill", SALVAGE + "link_final_name", "after", 1), NEW),
    (UNTOLD, ("fill", STORE + "mark_salvaged", "commit", 1), NEW),
    (UNTOLD, ("fill", STORE + "mark_salvaged", "after", 1), RETRY),
    (UNTOLD, ("fill", SALVAGE + "sync_folder", "before", 2), NEW),
    (UNTOLD, ("clean", STORE + "stage_pages", "after", "first"), NEW),
    (UNTOLD, ("publish", STORE + "publish", "after", 1), RETRY),
)


def list_rows() -> Iterator[dict[str, Any]]:
    """Yield every case: the scene, its deaths, and how it is taken up."""
    tables = {"live": LIVE, "later": LATER, "days": DAYS, "files": FILES, "load": LOAD}
    for scene, table in tables.items():
        for *kill, ways in table:
            yield from ({"scene": scene, "kills": (tuple(kill),), "is_retried": way == RETRY} for way in ways)
    for first, second, way in TWICE:
        yield {"scene": "live", "kills": (first, second), "is_retried": way == RETRY}


def name_case(row: Mapping[str, Any]) -> str:
    deaths = " + ".join(" ".join(map(str, kill)) for kill in row["kills"]).replace("warraq.", "")
    return f"{row['scene']}: {deaths}, {'retried' if row['is_retried'] else 'new run'}"


@pytest.mark.usefixtures("outcomes")  # The other cases go on meanwhile.
def test_a_database_that_breaks_in_publish_loses_the_stage_and_nothing_else(fragile_harness: Harness) -> None:
    death = Kill(task="publish", step="warraq.store.publish:settle_pages", moment="backend", call=1)
    with fragile_harness.open_place("live") as place:
        fragile_harness.run_to_death(place, "live", death, TASKS, "live/0")
        # Airflow retries the task, finds the stage empty, as a server's end leaves it, and closes the run.
        fragile_harness.finish(place, "live", ("publish", "close"), "live/0")
        fragile_harness.finish(place, "live", TASKS, "live/1")

        differences = compare(fragile_harness.calm["live"], fragile_harness.look(place, ["live/0"]))

    assert "the connection to the database was lost" in place.log
    assert differences == {}, json.dumps(differences, ensure_ascii=False, indent=1)


@pytest.mark.parametrize("case", [pytest.param(row, id=name_case(row)) for row in list_rows()])
def test_a_run_that_is_killed_and_run_again_leaves_what_an_undisturbed_one_leaves(
    case: Mapping[str, Any], run_case: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> None:
    differences = run_case(case)

    assert differences == {}, json.dumps(differences, ensure_ascii=False, indent=1)


@pytest.mark.parametrize(
    "case",
    [{"scene": "load", "kills": (("load", STORE + "publish", "after", 1),), "is_retried": False}],
    ids=["load: one chunk published, new run"],
)
def test_a_load_begun_anew_counts_again_what_was_published_and_changes_nothing_else(
    case: Mapping[str, Any], run_case: Callable[[Mapping[str, Any]], dict[str, Any]]
) -> None:
    differences = run_case(case)

    assert differences.keys() == COUNTS
    (row,) = differences["news.ledger"]["killed"]
    assert {"discovered=12", "loaded=8", "unchanged=4"} <= set(row)
