"""Renewal: what an earlier version derived from the texts is made anew, some articles at a time.

Each call is one transaction and takes what is left: cut off, it goes on where it was.
"""

from datetime import datetime

from warraq.store.connection import Cursor
from warraq.store.copying import spell
from warraq.store.queries import read_query, transpose
from warraq.store.transactions import one_transaction
from warraq.text.search import split_words
from warraq.text.signatures import VERSION, sign

SIGNATURE = ("article_id", "signature", "bands", "runs", "figures")


@one_transaction
def renew_signatures(cursor: Cursor, *, now: datetime, limit: int = 500) -> int:
    """Sign ``limit`` texts anew whose signature is another version's, and pair them; return how many there were.

    No publish runs meanwhile, so that none changes a text that is being signed. A pair of an earlier version that is
    none by this one goes once both texts are signed anew. Articles whose text is not kept lose their signature.
    """
    cursor.execute(read_query("publish_turn"))
    cursor.execute(read_query("signature_list_earlier"), {"version": VERSION, "limit": limit})
    rows = [(article_id, *write_signature(language, body)) for article_id, language, body in cursor]
    if not rows:
        return 0
    parameters = {**transpose(SIGNATURE, rows), "version": VERSION, "now": now}
    for query in ("signature_renew", "signature_flush", "near_duplicate_part", "near_duplicate_renew"):
        cursor.execute(read_query(query), parameters)
    return len(rows)


def write_signature(language: str | None, body: str | None) -> tuple[object, ...]:
    """Return the text's signature in the order of ``SIGNATURE``, arrays as Postgres reads them; nulls for none."""
    signature = sign(split_words(language, body or ""))
    if signature is None:
        return (None,) * 4
    return spell(signature.numbers), spell(signature.bands), signature.runs, spell(signature.figures)
