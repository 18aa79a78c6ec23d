"""Read the suite as it is committed, and refuse one that could let a bad record through."""

import json
import re
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationError, ValidationInfo, model_validator

from warraq.errors import GateError
from warraq.gate.columns import TABLES

REMEDY = "Restore it from git or run `python -m warraq.gate.suite`; docs/how-to/change-a-rule.md says how."

ARTICLES = "articles"
BATCHES = "batches"
BATCH_PREFIX = "batch-"

NOT_NULL = "expect_column_values_to_not_be_null"
NOT_MATCH = "expect_column_values_to_not_match_regex"


def find_suite(info: ValidationInfo) -> str:
    """Return the name of the suite that is being read."""
    return str((info.context or {})["suite"])


def check_column(name: str, info: ValidationInfo) -> str:
    """Return the name of a column of the suite's table; raise ``ValueError`` for another."""
    columns = TABLES[find_suite(info)]
    if name not in columns:
        message = f"there is no column {name!r}; there are {', '.join(columns)}"
        raise ValueError(message)
    return name


def check_pattern(pattern: str) -> str:
    """Return a regular expression that compiles and captures nothing (pandas warns of groups); raise ``ValueError``."""
    try:
        groups = re.compile(pattern).groups
    except re.error as error:
        message = f"the regular expression is wrong: {error}"
        raise ValueError(message) from None
    if groups:
        message = "the regular expression captures; write (?:…) for (…)"
        raise ValueError(message)
    return pattern


Words = Annotated[str, Field(pattern=r"\S")]
Bound = Annotated[float, Field(allow_inf_nan=False)]


class Strict(BaseModel):
    """A part of the suite: no unknown key, nothing converted."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)


class Meta(Strict):
    """What an expectation says to people."""

    reason: Words
    null_means: Words | None = None  # Why a null passes, where the column may be null and no rule forbids it.


class OnColumn(Strict):
    """The arguments of every expectation. ``mostly`` and ``row_condition`` would leave records unjudged."""

    column: Annotated[str, AfterValidator(check_column)]


class OnBounds(OnColumn):
    """A lowest or a highest value, or both; each passes itself."""

    min_value: Bound | None = None
    max_value: Bound | None = None

    @model_validator(mode="after")
    def check_bounds(self) -> Self:
        """Refuse bounds that nothing or everything meets."""
        if self.min_value is None and self.max_value is None:
            message = "neither min_value nor max_value"
            raise ValueError(message)
        if self.min_value is not None and self.max_value is not None and self.min_value > self.max_value:
            message = "min_value is above max_value"
            raise ValueError(message)
        return self


class OnPattern(OnColumn):
    """A regular expression, searched for anywhere in the value."""

    regex: Annotated[str, Field(min_length=1), AfterValidator(check_pattern)]


class OnSet(OnColumn):
    """The values allowed, or refused."""

    value_set: Annotated[list[str], Field(min_length=1)]


class Rule(Strict):
    """What every expectation has, whatever its type."""

    id: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    severity: Literal["critical", "warning"]
    meta: Meta


class NotNull(Rule):
    """The column must hold a value."""

    type: Literal["expect_column_values_to_not_be_null"]
    kwargs: OnColumn


class Between(Rule):
    """The number must lie between the bounds."""

    type: Literal["expect_column_values_to_be_between"]
    kwargs: OnBounds


class Matching(Rule):
    """The text must match the pattern, or must not."""

    type: Literal["expect_column_values_to_match_regex", "expect_column_values_to_not_match_regex"]
    kwargs: OnPattern


class InSet(Rule):
    """The text must be one of the set, or must not."""

    type: Literal["expect_column_values_to_be_in_set", "expect_column_values_to_not_be_in_set"]
    kwargs: OnSet


# The types that judge single rows. Those that judge a table or an aggregate name no row and have no place here.
Expectation = NotNull | Between | Matching | InSet


def check_name(name: str, info: ValidationInfo) -> str:
    """Return the suite's name; raise ``ValueError`` where its file says that it is another."""
    wanted = find_suite(info)
    if name != wanted:
        message = f"Input should be {wanted!r}"
        raise ValueError(message)
    return name


class Suite(Strict):
    """The rules that records, or batches of them, are judged by."""

    name: Annotated[str, AfterValidator(check_name)]
    expectations: Annotated[list[Annotated[Expectation, Field(discriminator="type")]], Field(min_length=1)]

    @model_validator(mode="after")
    def check_together(self, info: ValidationInfo) -> Self:
        """Refuse ids given twice or of another suite, a suite that sets nothing aside, nulls nobody answers for."""
        for fault in find_faults(self.expectations, find_suite(info)):
            raise ValueError(fault)
        return self


def find_faults(expectations: list[Expectation], suite: str) -> list[str]:
    """Return what is wrong with expectations that are each well formed."""
    columns = TABLES[suite]
    counts = Counter(rule.id for rule in expectations)
    faults = [f"the id {name!r} stands {count} times" for name, count in counts.items() if count > 1]
    if all(rule.severity == "warning" for rule in expectations):
        faults.append("no expectation is critical, so nothing would be set aside")
    # The quarantine tells by the id that it was the batch, and not the record.
    faults += [
        f"the id {rule.id!r} must {'' if suite == BATCHES else 'not '}begin with {BATCH_PREFIX}"
        for rule in expectations
        if rule.id.startswith(BATCH_PREFIX) != (suite == BATCHES)
    ]
    required = {rule.kwargs.column for rule in expectations if rule.type == NOT_NULL and rule.severity == "critical"}
    # Great Expectations leaves nulls out of every other rule, so a null would pass it unseen.
    faults += [
        f"{rule.id}: {rule.kwargs.column} may be null; add a critical {NOT_NULL}, or meta.null_means with why it passes"
        for rule in expectations
        if columns[rule.kwargs.column].is_nullable
        and rule.type != NOT_NULL
        and rule.meta.null_means is None
        and rule.kwargs.column not in required
    ]
    return faults


def check_suites(folder: Path) -> None:
    """Raise ``GateError`` where a suite in ``folder`` cannot be trusted."""
    for name in TABLES:
        check_suite(folder, name)


def check_suite(folder: Path, name: str = ARTICLES) -> str:
    """Return the version of a suite in ``folder``: the first 12 hex digits of the SHA-256 of its canonical JSON.

    Raises ``GateError`` where the suite cannot be trusted. Great Expectations is not imported.
    """
    return hash_suite(read_suite(folder, name)[1])


def read_suite(folder: Path, name: str = ARTICLES) -> tuple[Suite, dict[str, Any]]:
    """Return a suite in ``folder`` and the JSON it was read from.

    Raises ``GateError``, one line that names the file, what is wrong and what to do.
    """
    path = folder / f"{name}.json"
    try:
        document = json.loads(path.read_bytes(), object_pairs_hook=make_object)
        return Suite.model_validate(document, context={"suite": name}), document
    except OSError as error:
        fault = error.strerror or str(error)
    except ValidationError as error:
        fault = describe_fault(error, document)
    except (RecursionError, ValueError) as error:
        fault = f"not the JSON of a suite: {error}"
    message = f"{path}: {fault}. {REMEDY}"
    raise GateError(message)


def make_object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """Return a JSON object; raise ``ValueError`` where it says a key twice, for a reader would see either."""
    made = dict(pairs)
    if len(made) != len(pairs):
        message = "a key stands twice in one object"
        raise ValueError(message)
    return made


def describe_fault(error: ValidationError, document: Any) -> str:  # noqa: ANN401 - It is JSON of any shape.
    """Return the first fault in one line, with the id or the number of the expectation it lies in."""
    first, *others = error.errors()
    where = [str(part) for part in first["loc"] if not str(part).startswith("expect_")]
    if len(where) > 1 and where[0] == "expectations":
        entry = document["expectations"][int(where[1])]
        name = entry.get("id") if isinstance(entry, dict) else None
        where[:2] = [f"expectation {name or int(where[1]) + 1}"]
    said = " ".join(first["msg"].removeprefix("Value error, ").split())
    more = f" (and {len(others)} more)" if others else ""
    return f"{'.'.join(where)}: {said}{more}" if where else f"{said}{more}"


def hash_suite(document: dict[str, Any]) -> str:
    """Return the first 12 hex digits of the SHA-256 of the suite's canonical JSON (sorted keys, no spaces, UTF-8)."""
    canonical = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return sha256(canonical.encode(errors="surrogatepass")).hexdigest()[:12]
