"""The cleaner's version: a hash of every source that decides about its output, so it cannot be forgotten."""

import hashlib
from importlib.metadata import version
from pathlib import Path

ROOM = Path(__file__).parent
# What lies beside these files decides too: the text rooms below, and the libraries that parse and guess.
SOURCES = (ROOM, ROOM.parent / "text", ROOM.parent / "urls", ROOM.parent / "model.py")
LIBRARIES = ("beautifulsoup4", "py3langid", "resiliparse", "selectolax")
SUFFIXES = frozenset({".py", ".txt"})


def list_sources() -> list[Path]:
    """Return the files that decide about the output, in a fixed order."""
    files = [file for source in SOURCES for file in (source.rglob("*") if source.is_dir() else [source])]
    return sorted(
        (file for file in files if file.suffix in SUFFIXES), key=lambda file: file.relative_to(ROOM.parent).as_posix()
    )


def compute_version() -> str:
    """Return 12 hexadecimal digits that change whenever a source or a library that decides about the output does."""
    digest = hashlib.sha256()
    for file in list_sources():
        content = file.read_bytes().replace(b"\r\n", b"\n")
        digest.update(b"%s\0%d\0%s" % (file.relative_to(ROOM.parent).as_posix().encode(), len(content), content))
    for library in LIBRARIES:
        digest.update(f"{library}=={version(library)}\0".encode())
    return digest.hexdigest()[:12]


CLEANER_VERSION = compute_version()
