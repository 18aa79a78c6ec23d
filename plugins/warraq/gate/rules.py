"""The four rules a row of the suite may state, as Great Expectations writes them."""

from typing import Any


def be_present(column: str) -> dict[str, Any]:
    """Return the expectation that the column holds a value."""
    return {"type": "expect_column_values_to_not_be_null", "kwargs": {"column": column}}


def be_between(column: str, lowest: float | None, highest: float | None) -> dict[str, Any]:
    """Return the expectation that the number lies between the bounds; None is no bound."""
    bounds = {"min_value": lowest, "max_value": highest}
    kwargs = {"column": column} | {name: bound for name, bound in bounds.items() if bound is not None}
    return {"type": "expect_column_values_to_be_between", "kwargs": kwargs}


def match(column: str, regex: str) -> dict[str, Any]:
    """Return the expectation that the pattern is found in the text."""
    return {"type": "expect_column_values_to_match_regex", "kwargs": {"column": column, "regex": regex}}


def lack(column: str, regex: str) -> dict[str, Any]:
    """Return the expectation that the pattern is not found in the text."""
    return {"type": "expect_column_values_to_not_match_regex", "kwargs": {"column": column, "regex": regex}}
