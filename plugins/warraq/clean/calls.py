"""Lines that ask the reader to follow a paper on a network, told by what they name and by the verb that asks."""

import re

from warraq.clean.prose import FULL_STOPS
from warraq.model import DropReason

MAX_LETTERS, MAX_WORDS = 160, 25
QUOTES = frozenset('"“”„«»')
# Where papers are followed (pages of 2023 to 2026).
CHANNELS = re.compile(r"(?<!\w)(?:whats ?app|discover|telegram|viber|newsletter|google)(?!\w)", re.IGNORECASE)
OPENING = r"(?:^|[.!?…]\s)\W*(?:{0})(?!\w)"
# Whom to follow is the paper itself: "abonnez-vous à notre chaîne", "il nostro canale", "-ci", "síguenos".
OWN = re.compile(
    r"-nos\b|-ne\b|(?<!\w)(?:nous|notre|nos|nostr[aieo]|noss[ao]s?|nuestr[ao]s?|noștri|noastr[ăe]|nostru|μας"
    r"|seguici|síguenos|can[aá]l(?:e|ul)?|κανάλι|chaîne|l['’]actualité|google news|discover|newsletter)(?!\w)",
    re.IGNORECASE,
)
# Imperatives of Catalan, French, Greek, Italian, Portuguese, Romanian and Spanish that are no other form of their verb.
ASKING = re.compile(
    OPENING.format(
        "abonați-vă|abonează-te|abonnez-vous|descărcați|inscreva-se|iscriviti|rejoignez|resta aggiornato"
        "|scarica l['’]app|segueix-nos|seguici|suivez|suscríbete|síguenos|téléchargez|unisciti|urmărește-ne|urmăriți"
        "|urmăriți-ne|urmăreşte-ne|únete|ακολουθήστε|κάντε εγγραφή|μπείτε"
    ),
    re.IGNORECASE,
)
# These also tell what someone does: "Scarica la app chi viaggia."
TELLING = re.compile(
    OPENING.format("acompanhe|aggiungi|clicca|descarcă|favorite|participe|scarica|segueix|urmărește|urmăreşte"),
    re.IGNORECASE,
)
# Imperatives of the north and the east of Europe, and the words there for the paper's own channel, in any of its cases.
ASKING_TOO = re.compile(
    OPENING.format(
        "abonnieren sie|abonohu(?:ni)?|csatlakozz(?:on|atok)?|dołącz|folgen sie|fylgstu með|följ|følg"
        "|iratkozz(?:on|atok)?|jälgi|kövess(?:en)?|liitu|liity|meld deg på|meld je|melden sie sich|na ndiqni"
        "|naročite se|ndiqni|obserwuj|odebírejte|odoberajte"
        "|pierakst(?:ies|ieties)|piesak(?:ies|ieties)|pievienoj(?:ies|ieties)|pratite|prenumerera"
        "|prenumeruokite|pretplatite se|pridružite se|prihláste sa|prijavite se|prisijunkite|přihlaste se|schrijf je"
        "|seko(?:jiet)?|sekite|seuraa|skráðu þig|sledite|sledujte|spremljajte|subskrybuj|telli|tilaa|tilmeld dig"
        "|unser (?:\\S+-)?newsletter informiert|volg|zapisz się|zapratite|абонирайте се|долучайтес[ья]|підписуйтес[ья]"
        "|підпишіться|подписывайтесь|подпишитесь|последвайте|пратите|приєднуйтес[ья]|присоединяйтесь|присъединете се"
        "|следвайте|следете|следите|стежте"
    ),
    re.IGNORECASE,
)
CHANNELS_TOO = re.compile(
    r"(?<!\w)(?:discover|whats ?app|telegram|viber|newsletter|google|facebook|instagram|youtube|телеграм|вайбер"
    r"|фейсбук|фејсбук|e-novic|hírlev|naujienlaišk|nieuwsbrief|novičnik|nyhedsbrev|nyhetsbrev|póstlist|uudiskir"
    r"|uutiskir|vēstkop)",
    re.IGNORECASE,
)
OWN_TOO = re.compile(
    r"(?<!\w)(?:uns(?:er\w*)?|ons|onze|oss|vår\w*|os|vores|okkur|okkar|meitä|meidän|meid|meie|mums|mūsu|jaunumu|mus"
    r"|mūsų|nas|nasz\w*|nás|náš|našich|našu|nam|naš\w*|minket|bennünket|oldalunk\w*|csatornánk\w*|hírlevelünk\w*"
    r"|ton[ëa]|ни|нас|наш\w*|newsletter)(?!\w)",
    re.IGNORECASE,
)


def name_call(text: str) -> DropReason | None:
    """Return that a short line asks the reader to follow, where it names a network and asks for its own."""
    if len(text) > MAX_LETTERS or len(text.split()) > MAX_WORDS or not CHANNELS_TOO.search(text):
        return None
    return DropReason.FOLLOW if is_call(text) and QUOTES.isdisjoint(text) else None


def is_call(text: str) -> bool:
    """Tell whether a line that names a network asks in the imperative for the paper's own, in words of one region."""
    is_asking = ASKING.search(text) or (text[-1] not in FULL_STOPS and TELLING.search(text))
    if is_asking and CHANNELS.search(text) and OWN.search(text):
        return True
    return bool(OWN_TOO.search(text) and ASKING_TOO.search(text))
