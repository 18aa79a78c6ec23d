"""Read the catalogue's files from disk."""

from pathlib import Path

from warraq.catalogue import read_catalogue
from warraq.errors import CatalogueError
from warraq.model import Source


def read_sources(folder: Path) -> dict[str, Source]:
    """Return the sources of every ``*.yaml`` in ``folder``, by id.

    Raises ``CatalogueError`` naming the folder that is missing or empty, or the file, line and key that is wrong.
    """
    files = {str(path): path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.yaml"))}
    if not files:
        message = f"no source in {folder}: put a publisher's YAML file there (docs/how-to/add-a-source.md)"
        raise CatalogueError(message)
    return {source.source_id: source for source in read_catalogue(files)}
