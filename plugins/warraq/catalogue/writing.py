"""A source → the YAML of its file."""

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import yaml

from warraq.catalogue.schema import RuleTable, SourceTable
from warraq.model import Source

LINE_CHARACTERS = 120


def write_source(source: Source) -> str:
    """Return the YAML text that describes the source, its keys in the schema's order, defaults left out."""
    values = asdict(source)
    rules = [rename(rule, RuleTable) for rule in values["rules"]]
    table = rename({**values, "rules": rules}, SourceTable)
    return yaml.safe_dump(
        simplify(table), allow_unicode=True, sort_keys=False, width=LINE_CHARACTERS, default_flow_style=False
    )


def rename(values: Mapping[str, Any], table: type[RuleTable | SourceTable]) -> dict[str, Any]:
    """Return the values under the keys of a file, without those that are the default."""
    fields = table.model_fields.items()
    return {
        field.alias or name: values[name] for name, field in fields if values[name] not in (field.default, [], None)
    }


def simplify(value: object) -> object:
    """Return the value with lists for tuples, and no key without a value: YAML's plain types."""
    if isinstance(value, Mapping):
        return {key: simplify(part) for key, part in value.items() if part is not None}
    if isinstance(value, (list, tuple)):
        return [simplify(part) for part in value]
    return value
