"""Small files kept under ``var/``: whole or absent, and their owner's alone."""

import os
import tempfile
from pathlib import Path
from secrets import token_urlsafe

from warraq.errors import UsageError


def read_kept(path: Path) -> str | None:
    """Return what the file says; None where it is missing or says nothing, as after a full disk.

    Raises ``UsageError`` naming a file that is no text.
    """
    try:
        return path.read_text(encoding="utf-8").strip() or None
    except FileNotFoundError:
        return None
    except UnicodeDecodeError:
        message = f"{path}: is no text; remove it, and it is made anew"
        raise UsageError(message) from None


def write_kept(path: Path, text: str) -> None:
    """Write the file under another name and rename it: a kill on the way leaves the file of before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    file, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)  # Made with mode 0600.
    try:
        with os.fdopen(file, "w", encoding="utf-8") as out:
            out.write(text)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def keep_secret(path: Path) -> str:
    """Return the secret kept in ``path``, made where there is none; only its owner may read it."""
    if kept := read_kept(path):
        return kept
    write_kept(path, token_urlsafe(32))
    return read_kept(path) or ""
