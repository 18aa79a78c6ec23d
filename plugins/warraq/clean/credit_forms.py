"""Forms in which the English press credits pictures behind a caption, without a colon or with its own initials."""

import re

from warraq.clean.credit_signs import POINTERS
from warraq.clean.credit_words import TABLE, read_sections
from warraq.clean.dashed import is_capitalized

MAX_FORM_LETTERS = 100  # At the end of a caption.
MAX_PAPER_LETTERS = 60
SIGN = re.compile(
    r"photo|picture|image|foto|courtesy|beeld|\b(?:fot|nuotr|zdj)\.|mynd(?:ir)?/|autor\w*\s?:|[A-Z]{2}\]\.?$|/ [A-Z]"
    r"|\([^()]*(?:provided|contributed|handout|google|screen ?grab|screenshot|sourced|submitted|supplied)[^()]*\)\.?$",
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
    rf"{END}[(\[]?(?:{KIND} )?(?i:courtesy)(?: of)? (?P<credit>(?:the )?[^\W\d_a-z][^.!?()]{{1,60}})[)\]]?\.?$"
)
# "[NORTH NEWS]", "[Splashes]": names alone in square brackets.
SQUARE = re.compile(
    r"(?<=\S)\s*\[(?P<credit>[A-Z]{2,}(?:[ /&-]+[A-Z]{2,}){0,3}|[A-Z][a-z]{2,}(?: [A-Z][a-z]+){0,2})\]\.?$"
)
# "(Jane Doe photo)", "(Quay Museum photo)": two or three names before the word.
NAMED = re.compile(
    r"\s*\((?!(?:Contributed|Courtesy|File|Handout|Office|Provided|Staff|Stock|Submitted|Supplied)\b)"
    r"(?P<credit>[A-Z][\w'’-]+(?: [A-Z][\w.'’-]*){1,2}) photo\)\.?$"
)
# "(Submitted photo)", "(Office of the Board photo)", "(Jane Doe Photography)": who gave it, before the word.
BRACKETED = re.compile(
    rf"\s*\((?:{KIND}(?: by| courtesy(?: of)?|\s?:) )?(?P<credit>[A-Z][^()]{{2,50}} (?:{KIND}|Photography))\)\.?$"
)
# "Staff photo by Jane Doe", behind a sentence.
HOUSED = re.compile(
    rf"{END}(?:(?:[A-Z]\w+|(?i:contributed|file|handout|staff|submitted)) ){{1,3}}{KIND} by"
    r" (?P<credit>[A-Z][^.,:!?()]{2,50})\.?$"
)
# "Photo provided by the Quay Museum", "(Provided by Quay Museum)", "Photo via Quay Museum".
GIVEN_BY = r"(?i:contributed|provided|submitted|supplied) by"
PROVIDED = re.compile(
    rf"(?:{END}[(\[]?{KIND} (?:{GIVEN_BY}|via)|(?<=[.!?…»”\")])\s*[(\[]{GIVEN_BY})"
    r" (?P<credit>(?:the )?[A-Z][^.!?()\[\]]{1,50})[)\]]?\.?$"
)
# "Photo supplied", "(Picture submitted)": behind a sentence, by no one's name.
GIVEN = re.compile(
    rf"(?<=[.!?…»”\")])\s[(\[]?{KIND} (?P<credit>(?i:contributed|provided|submitted|supplied))[)\]]?\.?$"
)
# "Jane Doe Submitted photo": no sentence before it, but a capital.
SUBMITTED = re.compile(r"(?<=[\w.])\s(?P<credit>(?:Contributed|Courtesy|Provided|Submitted) photos?)$")
# "(Contributed)", "(Screengrab)": how the paper came by it, in brackets behind a sentence.
UNNAMED = re.compile(
    r"(?<=[.!?…»”\")])\s*\((?P<credit>(?i:contributed|courtesy|google (?:earth|maps|street view)|handout|provided"
    r"|screen ?grab|screenshot|sourced|submitted|supplied))\)$"
)
# "(Jane Doe, The Strait Dealer)", "Jane Doe, Strait Herald": a name, and a house that bears a paper's name.
PAPER = (
    r"(?:Bee|Chronicle|Courier|Daily|Dealer|Dispatch|Enquirer|Examiner|Gazette|Globe|Herald|Inquirer|Journal|Ledger"
    r"|Mercury|Messenger|News|Observer|Post|Press|Record|Register|Republican|Sentinel|Staff|Standard|Star|Sun|Telegram"
    r"|Telegraph|Times|Tribune)(?: [Ss]taff)?"
)
AT_PAPER = re.compile(
    r"(?:\s\(|(?<=[.!?…»”\")])\s)(?P<credit>(?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+, (?:[A-Z][\w'’]+ ){0,3}"
    rf"{PAPER})\)?\.?$"
)
PAPER_AT_END = re.compile(rf"[, ]{PAPER}\)?\.?$")
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
# "… / DM": the paper's initials, the only ones behind a rule.
INITIALS = re.compile(r"(?P<caption>[^/|–—\[:©]*[^\W\d_]{3}) / (?P<credit>[A-Z]{2,4})")
NO_CREDITS = frozenset(
    """
    archive exclusive file gallery library opinion photos pics pictures poll sic stock undated update updated video
    videos watch
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
AGENCIES = frozenset(read_sections(TABLE)[0])
FORMS = (
    POINTED,
    MADE_BY,
    SHOWN,
    UNPOINTED,
    SLASHED,
    LED,
    HOUSE,
    HOUSED,
    PROVIDED,
    GIVEN,
    SUBMITTED,
    COURTESY,
    SQUARE,
    UNNAMED,
    NAMED,
    BRACKETED,
)


def is_no_credit(text: str) -> bool:
    """Tell whether words in the place of a credit say what kind of picture it is, or point at someone in it."""
    return text.split(maxsplit=1)[0].lower() in NO_CREDITS or POINTERS.fullmatch(text) is not None


def split_form(text: str) -> tuple[str, str] | None:
    """Return a caption and its credit apart where the credit is in one of these forms; None for any other."""
    if ", " in text[-MAX_PAPER_LETTERS:] and PAPER_AT_END.search(text[-MAX_PAPER_LETTERS:]):
        found = AT_PAPER.search(text)
        return (text[: found.start()], found["credit"]) if found else None
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
        if found and not is_no_credit(found["credit"]):
            whole = found[0] if found.groupdict().get("house") in AGENCIES else found["credit"]
            return text[: found.start()].rstrip(" -–—|"), whole.strip(" -–—|")
    return None
