"""Read the catalogue's files from disk."""

from pathlib import Path

from warraq.catalogue import read_catalogue
from warraq.errors import CatalogueError
from warraq.model import Source


def read_sources(folder: Path) -> dict[str, Source]:
    """Return the sources of every ``*.yaml`` in ``folder``, by id.

    Raises ``CatalogueError`` naming the folder that is missing or empty, a file that would not be read, or the file,
    line and key that is wrong.
    """
    files = {str(path): read_file(path) for path in list_files(folder)}
    if not files:
        message = f"no source in {folder}: put a publisher's YAML file there (docs/how-to/add-a-source.md)"
        raise CatalogueError(message)
    return {source.source_id: source for source in read_catalogue(files)}


def list_files(folder: Path) -> list[Path]:
    """Return the folder's ``*.yaml``, but for what editors and systems hide there while a file is edited or copied.

    Raises ``CatalogueError`` naming a file that would be passed over for its name.
    """
    files = [path for path in sorted(folder.glob("[!.]*")) if path.suffix.lower() in {".yaml", ".yml"}]
    for path in files:
        if path.suffix != ".yaml":
            message = f"{path}: a source's file ends in .yaml, so this one would not be read; call it {path.stem}.yaml"
            raise CatalogueError(message)
    return files


def read_file(path: Path) -> str:
    """Return a file's text. Raises ``CatalogueError`` naming one that cannot be read, or is not UTF-8."""
    try:
        return path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        says = getattr(error, "strerror", None) or "it is not UTF-8: save it so"
        message = f"{path}: cannot be read ({says})"
        raise CatalogueError(message) from None
