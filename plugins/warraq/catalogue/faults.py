"""What is wrong with a file of the catalogue, one line a fault."""

from collections.abc import Iterable
from dataclasses import dataclass

from warraq.errors import CatalogueError


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Fault:
    """One thing wrong, and where."""

    line: int
    key: str = ""  # As people write it; empty where the whole file is meant.
    says: str  # What is wrong, as the rest of a sentence that begins with the key.


def raise_faults(faults: Iterable[tuple[str, Fault]]) -> None:
    """Raise ``CatalogueError`` with one line for each (file, fault), by file and line, if there is any."""
    lines = [f"{file}:{fault.line}: {fault.key or 'the file'} {fault.says}" for file, fault in sorted(set(faults))]
    if lines:
        raise CatalogueError("\n".join(lines))
