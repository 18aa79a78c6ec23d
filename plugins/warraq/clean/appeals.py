"""Appeals under a story: its readers are asked to subscribe, to give or to join, and told of the paper that asks."""

import re

from warraq.model import DropReason

MAX_LETTERS = 450
QUOTES = frozenset('"“”„«»')
SEAM = re.compile(r"(?<=[.!?…])\s+")
LEAD_IN = r"(?:[^.!?…]{0,70}[,:]\s+)?"  # "Pour continuer, nous avons besoin de vous : faites un don."
# Imperatives to one reader or all, as they open the sentence that asks: Basque, Catalan, French, Galician, Italian,
# Portuguese, Romanian, Spanish, Turkish (pages of 2019 to 2026).
ASKING = re.compile(
    LEAD_IN
    + r"(?:abbonati (?:a|ad|al|alla|adesso|ora|subito)|abonați-vă|abonează-te|abonnez-vous|ajuda['’]ns|ajude-nos|apoie"
    r"|apóyanos|apúntate|asociate|asóciate|assine|associa['’]t|axúdanos|ayúdanos|colabora con|contribuye (?:a|con)"
    r"|donează|doneu|egin zaitez|fai una donazione|faites un don|fes-te(?:’n|'n)?|feu-vos-en|haz una donación|hazte"
    r"|iscriviti|rejoignez-nous|sosteneteci|sostieni|sostienici|soutenez|soutenez-nous|subscreva|subscriu-te"
    r"|subscríbete|sumate|suscribite|suscríbase|suscríbete|susține|susțineți|sé parte|súmate)(?![\w-])",
    re.IGNORECASE,
)
ASKING_BEHIND = re.compile(r"(?:abone olun(?:uz)?|destek olun(?:uz)?|takip edin(?:iz)?|abunə olun)\W*$", re.IGNORECASE)
# What is asked for is the paper's: its readers, its subscription, its trade.
PAPER = re.compile(
    r"(?<!\w)(?:abbona|abon[aăe]|abonn|assin|cet? (?:article|journal|média)|giornal|informaci[óo]n independ"
    r"|informazion|harpide|jornal|journal|kanal|lecteur|lector|leitor|lettor|medios? independ|newsletter|periodis"
    r"|periód|presse indép|redacci|redakci|redazion|redaç|revist|rédac|subscri|suscri|xornal|ziar)",
    re.IGNORECASE,
)


def name_appeal(text: str) -> DropReason | None:
    """Return that a paragraph's last sentence asks the reader in the imperative, where it speaks of a paper."""
    if len(text) > MAX_LETTERS or not QUOTES.isdisjoint(text):
        return None
    last = SEAM.split(text)[-1]
    is_asking = ASKING.match(last) is not None or ASKING_BEHIND.search(last) is not None
    return DropReason.NEWSLETTER if is_asking and PAPER.search(text) else None
