"""Publish: everything a run staged and the gate judged goes to readers in one transaction, or nothing does."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime

from warraq.model import Outcome
from warraq.store.changes import classify_change
from warraq.store.connection import Cursor
from warraq.store.ledger import Counts, add_counts
from warraq.store.queries import read_query, transpose
from warraq.store.transactions import one_transaction

# In their order. The pages are locked and chosen, every record gets its outcome, then each table takes its part.
DECIDE = ("stage_plan_clear", "stage_analyze", "frontier_lock_staged", "stage_plan_insert", "stage_plan_analyze")
WRITE = (
    "article_insert",
    "stage_plan_follow",
    "article_update",
    "article_confirm",
    "revision_insert",
    "article_url_insert",
    "article_page_insert",
    "quarantine_insert_gate",
    "quarantine_insert_clean",
    "quarantine_heal",
    "signature_upsert",
    "signature_flush",
    "near_duplicate_forget",
    "near_duplicate_insert",
    "erasure_insert_staged",
    "template_learn",
    "batch_insert",
)
CLEAR = (
    "stage_verdict_delete_settled",
    "stage_rejection_delete_settled",
    "stage_delete_settled",
    "stage_batch_delete_settled",
)


@one_transaction
def publish(cursor: Cursor, *, run_id: str, now: datetime) -> Mapping[str, Mapping[Outcome, int]]:
    """Publish what the run staged; return the outcomes of this call, by the source that named the page.

    Only pages are taken whose every record is judged and which still are, in the frontier, the capture that was
    cleaned. Called again, after a lost answer to COMMIT as well, it finds nothing staged and changes nothing.
    """
    parameters = {"run_id": run_id, "now": now}
    cursor.execute(read_query("publish_turn"))
    for query in DECIDE:
        cursor.execute(read_query(query), parameters)
    classify_changes(cursor, parameters)
    for query in WRITE:
        cursor.execute(read_query(query), parameters)
    counts = settle_pages(cursor, parameters)
    add_counts(cursor, run_id=run_id, now=now, counts=counts)
    for query in (*CLEAR, "run_mark_published"):
        cursor.execute(read_query(query), parameters)
    # Held to the commit, and taken as late as can be: numbers come in the order in which readers see the rows.
    cursor.execute(read_query("change_turn"))
    cursor.execute(read_query("change_insert"), parameters)
    cursor.execute(read_query("stage_plan_clear"), parameters)
    return sum_outcomes(counts)


@one_transaction
def flush_search(cursor: Cursor) -> None:
    """Put what publishes left for later into the indexes of search; what is published is found before, but slowly."""
    cursor.execute(read_query("search_flush"))


def classify_changes(cursor: Cursor, parameters: Mapping[str, object]) -> None:
    """Name the class of every revision; the texts are compared here because SQL has no word for a typo."""
    cursor.execute(read_query("stage_plan_list_revised"), parameters)
    rows = [
        (
            row_id,
            classify_change((old_headline, old_body), (new_headline, new_body), is_same_text=is_same_text).value,
        )
        for row_id, old_headline, old_body, new_headline, new_body, is_same_text in cursor
    ]
    if rows:
        cursor.execute(read_query("stage_plan_classify"), transpose(("row_id", "change_class"), rows))


def settle_pages(cursor: Cursor, parameters: Mapping[str, object]) -> Counts:
    """Move the pages to done, or back to waiting where they changed meanwhile; return what is to be counted.

    A page is one entry, already counted as discovered; what it gave beyond one is counted now.
    """
    counts: Counts = Counter()
    cursor.execute(read_query("stage_plan_count"), parameters)
    for source_id, is_historical, outcome, number in cursor:
        counts[source_id, is_historical, outcome] += number
        counts[source_id, is_historical, "discovered"] += number
    cursor.execute(read_query("frontier_finish"), parameters)
    for source_id, is_historical, is_stale in cursor:
        counts[source_id, is_historical, "discovered"] -= 0 if is_stale else 1
    return counts


def sum_outcomes(counts: Counts) -> dict[str, dict[Outcome, int]]:
    """Return the outcomes by source, live and historical together."""
    words = {outcome.value: outcome for outcome in Outcome}
    found: dict[str, dict[Outcome, int]] = {}
    for (source_id, _, counter), number in sorted(counts.items()):
        if counter in words:
            outcomes = found.setdefault(source_id, {})
            outcomes[words[counter]] = outcomes.get(words[counter], 0) + number
    return found
