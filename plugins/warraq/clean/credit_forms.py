"""Forms in which the English press credits pictures behind a caption, without a colon or with its own initials."""

import re

from warraq.clean.credit_words import TABLE, read_sections
from warraq.clean.dashed import is_capitalized

MAX_FORM_LETTERS = 100  # At the end of a caption.
SIGN = re.compile(
    r"photo|picture|image|foto|courtesy|beeld|\b(?:fot|nuotr|zdj)\.|mynd(?:ir)?/|autor\w*\s?:|[A-Z]{2}\]\.?$|/ [A-Z]",
    re.IGNORECASE,
)
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
# "Fot. Anna Nowak", "Most, fot. PAP/Anna Nowak": the point makes a label of it (Polish). In small letters behind a
# word of the caption, names alone follow: a foot that is hurt is "fot" in the North.
POINTED = re.compile(
    r"(?:(?:^|[\s/|(\[–-])(?:F[Oo][Tt]|Nuotr|Zdj)|(?:^|[.,!?…”\"/|(\[–-]\s?)(?:fot|zdj)"
    r"|\s(?:fot|zdj)(?=\.(?:[\s/]*[A-ZĄĆĘŁŃÓŚŹŻ][^\s/]*)+$))"
    r"\.\s?(?P<credit>(?:©\s?)?[^\W\d_].{1,60}?)[)\]]?\.?$"
)
# "Autor: Jan Novák", behind a caption (Czech, Slovak, Croatian).
MADE_BY = re.compile(
    rf"(?:{END}|(?<!\b[dD]e[mnrs])\s(?=Autor:))"
    rf"(?i:Autor(?:ka|i)?(?: (?:fot\w{{1,8}}|snímku))?)\s?:\s*(?P<credit>[^:.!?].{{1,60}})$"
)
# "Ferjan í höfn Ljósmynd/Anna Jónsdóttir" (Icelandic).
SHOWN = re.compile(r"(?:^|\s)(?:Ljósm|M)ynd(?:ir)?/\s?(?P<credit>[^\W\d_][^/].{1,60})$")
# "Die Fähren im Hafen Foto Anna Berg": a full name alone behind the label, which no article leads to.
CAPITALIZED = r"[A-ZÀ-ÞČĐŁŚŠŹŻŽ][\w.'’-]+"
UNPOINTED = re.compile(
    r"(?<=[^\W\d_]{3})(?<!\b(?:das|dem|ein|een|het|ett|una|the))\s(?:Foto|Beeld)"
    rf"\s(?P<credit>{CAPITALIZED}(?: {CAPITALIZED}){{1,2}}(?:\s?/\s?[\w. -]{{2,20}})?)$"
)
NO_CREDITS = frozenset(
    """
    archive exclusive file gallery library opinion photos pics pictures poll sic stock undated update updated video
    videos watch
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
AGENCIES = frozenset(read_sections(TABLE)[0])
FORMS = (POINTED, MADE_BY, SHOWN, UNPOINTED, SLASHED, LED, HOUSE, COURTESY, SQUARE, BRACKETED)


def split_form(text: str) -> tuple[str, str] | None:
    """Return a caption and its credit apart where the credit is in one of these forms; None for any other."""
    if not SIGN.search(text[-MAX_FORM_LETTERS:]):
        return None
    row = ROW.fullmatch(text)
    if row and len(row["name"].split()) > 1 and is_capitalized(row["name"]):
        return ("", text) if not AGENCIES.isdisjoint(text.split(" / ")) else None
    start = max(0, len(text) - MAX_FORM_LETTERS)
    for form in FORMS:
        found = form.search(text, start)
        if found and found["credit"].split()[0].lower() not in NO_CREDITS:
            whole = found[0] if found.groupdict().get("house") in AGENCIES else found["credit"]
            return text[: found.start()].rstrip(" -–—|"), whole.strip(" -–—|")
    return None
