"""Lines that ask the reader to follow a paper on a network, told by what they name and by the verb that asks."""

import re

from warraq.clean.prose import FULL_STOPS
from warraq.model import DropReason

MAX_LETTERS, MAX_WORDS = 160, 25
QUOTES = frozenset('"“”„«»')
# Where papers are followed (pages of 2023 to 2026).
CHANNELS = re.compile(
    r"(?<!\w)(?:whats ?app|discover|telegram|viber|newsletter|google|واتس ?[اآ]ب|تي?لي?[غج]رام|فيس ?بوك|[غج]وغل"
    r"|جوجل|يوتيوب|تويتر|انستغرام|إنستغرام|إكس|نبض)(?!\w)",
    re.IGNORECASE,
)
OPENING = r"(?:^|[.!?…]\s)\W*(?:{0})(?!\w)"
# Whom to follow is the paper itself: "abonnez-vous à notre chaîne", "il nostro canale", "-ci", "síguenos", «قناتنا».
OWN = re.compile(
    r"-nos\b|-ne\b|(?<!\w)(?:nous|notre|nos|nostr[aieo]|noss[ao]s?|nuestr[ao]s?|noștri|noastr[ăe]|nostru|μας"
    r"|[بلع]?(?:تطبيق|حسابات?|صفحات?|صفحت|قنات|قنوات|منصات|موقع|نشرت)نا|إلينا|[غج]و[غج]ل نيوز"
    r"|seguici|síguenos|can[aá]l(?:e|ul)?|κανάλι"
    r"|chaîne|l['’]actualité|google news|discover|newsletter)(?!\w)",
    re.IGNORECASE,
)
# Imperatives of Catalan, French, Greek, Italian, Portuguese, Romanian and Spanish that are no other form of their verb,
# and how such lines begin in Arabic.
ASKING = re.compile(
    OPENING.format(
        "abonați-vă|abonează-te|abonnez-vous|descărcați|inscreva-se|iscriviti|rejoignez|resta aggiornato"
        "|scarica l['’]app|segueix-nos|seguici|suivez|suscríbete|síguenos|téléchargez|unisciti|urmărește-ne|urmăriți"
        "|urmăriți-ne|urmăreşte-ne|únete|ακολουθήστε|κάντε εγγραφή|μπείτε|(?:اشترك|انضم|تابع)(?:وا|ونا|نا)?"
        "|(?:كما )?(?:يمكنكم?|بإمكانكم?) (?:الاشتراك|متابعة)|للاشتراك|للانضمام|لمتابعة"
        "|لقراءة المزيد|لمعرفة المزيد|لمزيد من|للمزيد"
    ),
    re.IGNORECASE,
)
# These also tell what someone does: "Scarica la app chi viaggia."
TELLING = re.compile(
    OPENING.format("acompanhe|aggiungi|clicca|descarcă|favorite|participe|scarica|segueix|urmărește|urmăreşte"),
    re.IGNORECASE,
)
# «تابع قناة المرسى على واتساب»: the verb also tells who went on, but nothing else stands in such a line.
NAMED_CHANNEL = re.compile(
    rf"\W*(?:اشترك|انضم|تابع)(?:وا)? (?:إلى |الى |في )?[بل]?(?:حساب|صفحة|قناة) (?:[^\W\d]+ ){{1,3}}"
    rf"(?:على|عبر|في) {CHANNELS.pattern}(?: (?:اضغط|انقر|من) هنا)?\W*",
    re.IGNORECASE,
)


def name_call(text: str) -> DropReason | None:
    """Return that a short line asks the reader to follow, where it names a network and asks for its own."""
    if len(text) > MAX_LETTERS or len(text.split()) > MAX_WORDS or not CHANNELS.search(text):
        return None
    is_call = ASKING.search(text) or (text[-1] not in FULL_STOPS and TELLING.search(text))
    if NAMED_CHANNEL.fullmatch(text):
        return DropReason.FOLLOW
    return DropReason.FOLLOW if is_call and OWN.search(text) and QUOTES.isdisjoint(text) else None
