"""Run Great Expectations over a batch: the only module that imports it and pandas, and only when called."""

import gc
import logging
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

ROW = "row"
# Pandas returns every failing row under COMPLETE (a SQL engine 20 at most, 2026-11-23).
RESULT_FORMAT = {
    "result_format": "COMPLETE",
    "unexpected_index_column_names": [ROW],
    "partial_unexpected_count": 0,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """What Great Expectations says of one expectation."""

    expectation_id: str | None
    is_met: bool
    element_count: int | None  # Rows looked at, nulls included; None where it did not say.
    missing_count: int | None  # Nulls among them, which were not judged; None for the expectation of no nulls.
    unexpected_count: int | None
    failing_rows: tuple[int, ...]
    error: str | None  # What it raised, in one line.


def evaluate(document: Mapping[str, Any], columns: Mapping[str, Sequence[object]]) -> tuple[Result, ...]:
    """Return the results of the suite over the columns, in an order of its own."""
    logging.getLogger("great_expectations").setLevel(logging.ERROR)
    with importing_quickly():
        import great_expectations as gx
        import pandas as pd
        from great_expectations.data_context.types.base import ProgressBarsConfig

    # It sets a level of its own, and tells of a folder that it has already removed (1.24.1).
    logging.getLogger(ProgressBarsConfig.__module__).setLevel(logging.ERROR)

    context = gx.get_context(mode="ephemeral")
    context.variables.progress_bars = ProgressBarsConfig(globally=False)
    suite = gx.ExpectationSuite(name=document["name"], expectations=list(document["expectations"]))
    asset = context.data_sources.add_pandas("batch").add_dataframe_asset("articles")
    whole = asset.add_batch_definition_whole_dataframe("whole")
    # With pyarrow installed pandas 3 would match patterns by RE2, which knows neither ``\Z`` nor ``\u``.
    with pd.option_context("mode.string_storage", "python"):
        frame = pd.DataFrame({ROW: range(len(next(iter(columns.values())))), **columns})
        batch = whole.get_batch(batch_parameters={"dataframe": frame})
        results = batch.validate(suite, result_format=RESULT_FORMAT).results
    return tuple(read_result(result) for result in results)


@contextmanager
def importing_quickly() -> Iterator[None]:
    """Hold the cyclic garbage collector while many modules load: it finds nothing and costs a fifth of the time."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def read_result(result: Any) -> Result:  # noqa: ANN401 - Great Expectations ships no types.
    """Return one result as a value."""
    details = result.result or {}
    return Result(
        expectation_id=result.expectation_config.id,
        is_met=bool(result.success),
        element_count=details.get("element_count"),
        missing_count=details.get("missing_count"),
        unexpected_count=details.get("unexpected_count"),
        failing_rows=tuple(int(entry[ROW]) for entry in details.get("unexpected_index_list") or ()),
        error=find_error(result.exception_info),
    )


def find_error(exception_info: Mapping[str, Any] | None) -> str | None:
    """Return what was raised, in one line; it is told flat, or under the metric that raised it."""
    told = exception_info or {}
    for entry in (told, *told.values()):
        if isinstance(entry, Mapping) and entry.get("raised_exception"):
            return " ".join(str(entry.get("exception_message") or "no message").split())
    return None
