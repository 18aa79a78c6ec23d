"""Files of the catalogue → sources, or everything that is wrong with them at once."""

from collections.abc import Iterator, Mapping

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from warraq.catalogue.checks import suggest
from warraq.catalogue.faults import Fault, raise_faults
from warraq.catalogue.lines import Lined, Path, name_key, read_lines
from warraq.catalogue.schema import EvidenceTable, RightsTable, RuleTable, SourceTable
from warraq.model import Evidence, PublisherRule, Rights, Source

# The tables inside a file, by the key that holds them.
TABLES: dict[str, type[BaseModel]] = {"evidence": EvidenceTable, "rights": RightsTable, "rules": RuleTable}
# pydantic's words for a wrong type → ours.
WORDS = {
    "dict_type": "must be a mapping of keys",
    "float_parsing": "must be a number",
    "int_parsing": "must be a whole number",
    "model_type": "must be a mapping of keys",
    "string_type": "must be one text",
    "tuple_type": "must be a list: one item a line, each after a hyphen",
}

Parsed = tuple[Source | None, Lined]


def parse_source(text: str, *, file: str) -> Source:
    """Return the source that a file's YAML describes.

    Raises ``CatalogueError`` with one line for each fault: ``file``, line, key, what is wrong, and the nearest key.
    """
    (source,) = read_catalogue({file: text})
    return source


def read_catalogue(files: Mapping[str, str]) -> tuple[Source, ...]:
    """Return the sources of the files (name → YAML text), sorted by id.

    Raises ``CatalogueError`` with the faults of every file, an id or feed that two of them claim among them.
    """
    parsed = {file: read_file(text) for file, text in files.items()}
    faults = [(file, fault) for file, (_, lined) in parsed.items() for fault in lined.faults]
    raise_faults([*faults, *find_shared(parsed)])
    sources = [source for source, _ in parsed.values() if source]
    return tuple(sorted(sources, key=lambda source: source.source_id))


def read_file(text: str) -> Parsed:
    """Return the source of one file, or None and its faults; the lines either way."""
    lined = read_lines(text)
    if lined.value is None:
        lined.faults = lined.faults or [Fault(line=1, says="is empty")]
        return None, lined
    try:
        table = SourceTable.model_validate(lined.value)
    except ValidationError as error:
        lined.faults += [make_fault(details, lined) for details in error.errors()]
        return None, lined
    return make_source(table), lined


def make_fault(details: ErrorDetails, lined: Lined) -> Fault:
    """Return one of pydantic's findings as a fault."""
    path: Path = details["loc"]
    place = next(path[:length] for length in range(len(path), -1, -1) if path[:length] in lined.lines)
    return Fault(line=lined.lines[place], key=name_key(path), says=word_fault(details))


def word_fault(details: ErrorDetails) -> str:
    """Return what is wrong, as the rest of a sentence that begins with the key."""
    kind, path = details["type"], details["loc"]
    if kind == "missing":
        return "is missing"
    if kind == "extra_forbidden":
        return f"is no key of {'a file' if len(path) == 1 else path[0]}{suggest(str(path[-1]), list_keys(path))}"
    if details["input"] is None and path:
        return "has no value"
    if kind == "value_error":
        return str(details["ctx"]["error"])
    return WORDS.get(kind) or details["msg"].replace("Input should be", "must be")


def list_keys(path: Path) -> frozenset[str]:
    """Return the keys that may stand where the last of ``path`` stands."""
    table = SourceTable if len(path) == 1 else TABLES[str(path[0])]
    return frozenset(field.alias or name for name, field in table.model_fields.items())


def make_source(table: SourceTable) -> Source:
    """Return the source that a checked file describes."""
    values = {name: getattr(table, name) for name in SourceTable.model_fields if name not in TABLES}
    return Source(
        **values,
        evidence=tuple(Evidence(**evidence.model_dump()) for evidence in table.evidence),
        rights=Rights(**table.rights.model_dump()),
        rules=tuple(PublisherRule(**rule.model_dump()) for rule in table.rules),
    )


def find_shared(parsed: Mapping[str, Parsed]) -> Iterator[tuple[str, Fault]]:
    """Return (file, fault) for each id, feed or sitemap that an earlier file has already."""
    owners: dict[str, str] = {}
    for file, (source, lined) in sorted(parsed.items()):
        if source is None:
            continue
        claims: dict[Path, str] = {("id",): source.source_id}
        claims |= {("feeds", index): feed for index, feed in enumerate(source.feeds)}
        claims |= {("sitemaps", index): sitemap for index, sitemap in enumerate(source.sitemaps)}
        for path, claim in claims.items():
            if owners.setdefault(claim, file) != file:
                says = f"({claim}) is in {owners[claim]} already"
                yield file, Fault(line=lined.lines[path], key=name_key(path), says=says)
