"""Forms in which the English press credits pictures behind a caption, without a colon or with its own initials."""

import re

from warraq.clean.credit_words import TABLE, read_sections
from warraq.clean.dashed import is_capitalized

MAX_FORM_LETTERS = 100  # At the end of a caption.
SIGN = re.compile(r"photo|picture|image|foto|courtesy|[A-Z]{2}\]\.?$|/ [A-Z]", re.IGNORECASE)
END = r"(?:^|(?<=[.!?…»”\")]))\s*"  # The caption is whole before the credit.
KIND = r"(?i:photo|photograph|picture|image|foto)s?"
# "Photo / Jane Doe": what a rule parts from the label.
SLASHED = re.compile(rf"{END}{KIND} / (?P<credit>[^/.!?]{{2,60}})\.?$")
# "KT Photo: Jane Doe", "-- ST PHOTO: JANE DOE": the paper's initials before the label.
LED = re.compile(rf"(?:{END}|[-–—|]\s)(?P<house>[A-Z]{{2,5}}) {KIND}\s?:\s*(?P<credit>[^:.!?].{{1,60}})$")
# "HT Photo", behind a sentence.
HOUSE = re.compile(rf"(?<=[.!?…»”\")])\s(?P<credit>(?!TV\b)[A-Z]{{2,5}} {KIND})\.?$")
# "Photo courtesy Jane Doe", "Courtesy of the Quay Museum".
COURTESY = re.compile(
    rf"{END}[(\[]?(?P<credit>(?:{KIND} )?(?i:courtesy)(?: of)?(?: the)? [^\W\d_a-z][^.!?()]{{1,60}})[)\]]?\.?$"
)
# "[NORTH NEWS]": names in capitals, alone in square brackets.
SQUARE = re.compile(r"(?<=\S)\s*\[(?P<credit>[A-Z]{2,}(?:[ /&-]+[A-Z]{2,}){0,3})\]\.?$")
# "(Submitted photo)", "(Office of the Board photo)", "(Jane Doe Photography)": who gave it, before the word.
BRACKETED = re.compile(rf"\s*\((?P<credit>[A-Z][^()]{{2,50}} (?:{KIND}|Photography))\)\.?$")
# "Jane Doe / HOUSE / Other House": nothing is shown, all is credit.
ROW = re.compile(r"(?P<name>[^/.,:]{5,40}) / [A-Z][^/.:]{1,30}(?: / [A-Z][^/.:]{1,30})+")
# "… / DM": the paper's initials, the only ones behind a rule.
INITIALS = re.compile(r"(?P<caption>[^/|–—\[:©]*[^\W\d_]{3}) / (?P<credit>[A-Z]{2,4})")
NO_CREDITS = frozenset(
    """
    archive exclusive file gallery library opinion photos pics pictures poll sic stock undated update updated video
    videos watch
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
AGENCIES = frozenset(read_sections(TABLE)[0])
FORMS = (SLASHED, LED, HOUSE, COURTESY, SQUARE, BRACKETED)


def split_form(text: str) -> tuple[str, str] | None:
    """Return a caption and its credit apart where the credit is in one of these forms; None for any other."""
    if not SIGN.search(text[-MAX_FORM_LETTERS:]):
        return None
    row = ROW.fullmatch(text)
    if row and len(row["name"].split()) > 1 and is_capitalized(row["name"]):
        return ("", text) if not AGENCIES.isdisjoint(text.split(" / ")) else None
    own = INITIALS.fullmatch(text)
    if own and own["credit"] not in AGENCIES and not is_capitalized(own["caption"]):
        return own["caption"], own["credit"]
    start = max(0, len(text) - MAX_FORM_LETTERS)
    for form in FORMS:
        found = form.search(text, start)
        if found and found["credit"].split()[0].lower() not in NO_CREDITS:
            whole = found[0] if found.groupdict().get("house") in AGENCIES else found["credit"]
            return text[: found.start()].rstrip(" -–—|"), whole.strip(" -–—|")
    return None
