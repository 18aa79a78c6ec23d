"""Judge a batch: one frame, one suite, one verdict a record; no result is believed that was not counted."""

import re
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path

from warraq.errors import GateError
from warraq.gate.columns import TABLES, read_columns
from warraq.gate.committed import (
    ARTICLES,
    BATCHES,
    NOT_MATCH,
    NOT_NULL,
    Expectation,
    Matching,
    Suite,
    hash_suite,
    read_suite,
)
from warraq.gate.engine import Result, evaluate
from warraq.model import Batch, FailedExpectation, Judgement, Record, Verdict

OBSERVED_CHARACTERS = 200
LEAD_CHARACTERS = 60  # Shown before what a pattern found.
USER = re.compile(r"(?<=//)[^/\s@]+@")  # Of an address: it may hold a password.


def judge_records(records: Sequence[Record], *, folder: Path, now: datetime) -> Judgement:
    """Judge the records by the suite in ``folder``, at the time ``now``; return a verdict for each, in their order.

    Raises ``GateError`` where not every record was judged by every expectation: nothing may be loaded then.
    """
    return judge(ARTICLES, records, folder=folder, now=now)


def judge_batches(batches: Sequence[Batch], *, folder: Path, now: datetime) -> Judgement:
    """Judge what publishers gave, each beside its own past, as ``judge_records`` judges records."""
    return judge(BATCHES, batches, folder=folder, now=now)


def judge(name: str, judged: Sequence[Record] | Sequence[Batch], *, folder: Path, now: datetime) -> Judgement:
    """Judge by the suite of that name; return a verdict for each, in their order. Raises ``GateError``."""
    suite, document = read_suite(folder, name)
    if not judged:
        message = "the gate was asked to judge no records, and would find nothing wrong with them"
        raise GateError(message)
    table = TABLES[name]
    columns = read_columns(table, judged, now)
    results = match_results(suite, evaluate(document, columns))
    for rule, result in results:
        is_nullable = table[rule.kwargs.column].is_nullable
        check_result(rule, result, columns[rule.kwargs.column], is_nullable=is_nullable)
    return Judgement(suite_version=hash_suite(document), verdicts=make_verdicts(results, columns, len(judged)))


def match_results(suite: Suite, results: Sequence[Result]) -> list[tuple[Expectation, Result]]:
    """Return each expectation with its result, by id: Great Expectations returns them in another order.

    Raises ``GateError`` where an expectation has no result, or more than one.
    """
    found = {result.expectation_id: result for result in results}
    missing = [rule.id for rule in suite.expectations if rule.id not in found]
    if missing or len(results) != len(suite.expectations):
        message = f"{len(results)} results for {len(suite.expectations)} expectations; without one: {missing}"
        raise GateError(message)
    return [(rule, found[rule.id]) for rule in suite.expectations]


def check_result(rule: Expectation, result: Result, values: Sequence[object], *, is_nullable: bool) -> None:
    """Raise ``GateError`` where the result does not vouch for every value, or names other rows than it counts."""
    nulls = sum(value is None for value in values)
    faults = {
        f"it raised {result.error}": result.error is not None,
        f"{result.element_count} of {len(values)} records were looked at": result.element_count != len(values),
        f"{result.missing_count} records were left out, {nulls} are null": (
            rule.type != NOT_NULL and result.missing_count != nulls
        ),
        f"{nulls} values are null in a column that never is": nulls > 0 and not is_nullable,
        f"{len(result.failing_rows)} of {result.unexpected_count} failing records were named": (
            len(set(result.failing_rows)) != result.unexpected_count
        ),
        "it names a record that is not in the batch": not set(result.failing_rows) <= set(range(len(values))),
        "its verdict contradicts its count": result.is_met != (result.unexpected_count == 0),
    }
    for fault, is_so in faults.items():
        if is_so:
            message = f"expectation {rule.id} cannot be trusted: {fault}. Nothing was loaded."
            raise GateError(message)


def make_verdicts(
    results: Sequence[tuple[Expectation, Result]], columns: Mapping[str, Sequence[object]], records: int
) -> tuple[Verdict, ...]:
    """Return one verdict a record, each with its failures and warnings in the suite's order."""
    found: dict[tuple[int, str], list[FailedExpectation]] = {}
    for rule, result in results:
        for row in result.failing_rows:
            observed = describe_value(rule, columns[rule.kwargs.column][row])
            failure = FailedExpectation(expectation_id=rule.id, reason=rule.meta.reason, observed=observed)
            found.setdefault((row, rule.severity), []).append(failure)
    return tuple(
        Verdict(
            row=row, failures=tuple(found.get((row, "critical"), ())), warnings=tuple(found.get((row, "warning"), ()))
        )
        for row in range(records)
    )


def describe_value(rule: Expectation, value: object) -> str | None:
    """Return what was found, in at most 200 characters, with unprintable ones escaped; None where there was nothing.

    Of a long text it is the place where the pattern was found.
    """
    if value is None:
        return None
    text = USER.sub("…@", str(value))
    if isinstance(rule, Matching) and rule.type == NOT_MATCH and (place := re.search(rule.kwargs.regex, text)):
        text = text[max(0, place.start() - LEAD_CHARACTERS) :]
    shown = "".join(letter if letter.isprintable() else ascii(letter)[1:-1] for letter in text[:OBSERVED_CHARACTERS])
    return shown[:OBSERVED_CHARACTERS]
