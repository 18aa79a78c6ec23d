"""Write the sums of new migrations: ``python -m warraq.store.sums``, then commit both."""

from warraq.settings import PROJECT
from warraq.store.migrations import SUMS, hash_files

FOLDER = PROJECT / "sql" / "migrations"

if __name__ == "__main__":
    lines = [f"{digest}  {name}.sql\n" for name, digest in hash_files(FOLDER).items()]
    (FOLDER / SUMS).write_text("".join(lines), encoding="ascii")
