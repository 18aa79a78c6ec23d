"""Names that a word or a rule joins: "Anna Rossi and Jan Roth", Ortega y Gasset."""

import re

from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import ARABIC, is_given, is_person

JOINERS = re.compile(
    r"\s(?:and|und|et|&|y|e|i|a|og|och|ja|ve|en|és|și|şi|и|та|і|και|com|con|with|mit|avec|dan|và|و|اور|और|एवं|ও|/)\s"
    r"|\s(?P<glued>[وו])(?=\w{2})",
    re.IGNORECASE,
)
# Before a name in an element of its own: "and Jan Roth".
JOINER_BEFORE = re.compile(r"^\s*(?:&|AND|and|e|en|et|i|og|och|und|y)\s+(?=[^\W\d_a-z])")
RULED = re.compile(r"\s[-–—]\s")
# Who else is said to have written: the agencies, all together or one by its name.
HOUSES = re.compile(
    r"(?:news )?agenc(?:y|ies)|agenturen?|agences?|agências?|agencias?|agenzie|агентства|وكالات|الوكالات", re.IGNORECASE
)


def split_pair(text: str) -> list[str]:
    """Return the names that "and" or in Arabic a rule joins, where each has two words: Ortega y Gasset is one."""
    if ruled := split_ruled(text):
        return ruled
    for joiner in JOINERS.finditer(text):
        head, tail = text[: joiner.start()], text[joiner.end() :]
        if len(head.split()) > 1 and (HOUSES.fullmatch(tail) or AGENCY.fullmatch(tail)):
            return [head]
        if joiner["glued"] == "و" and not is_joined(tail):
            continue
        if len(head.split()) > 1 and len(cut_next(tail).split()) > 1:
            return [head, *split_pair(tail)]
    return [text]


def cut_next(tail: str) -> str:
    """Return what stands before the next joiner: of "Santos e Silva and Marc Dubois" «e» joins no second name."""
    following = JOINERS.search(tail)
    return tail[: following.start()] if following and following["glued"] is None else tail


def split_ruled(text: str) -> list[str]:
    """Return the Arabic names between rules; none where a part is anything else, a house or a city."""
    parts = RULED.split(text) if ARABIC.match(text) else []
    return parts if len(parts) > 1 and all(map(is_person, parts)) else []


def is_joined(tail: str) -> bool:
    """Tell whether «و» before a word joins a name to another: «وائل» and «ولد» begin with it themselves."""
    return is_given(tail) and not is_given(f"و{tail}")
