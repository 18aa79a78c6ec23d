"""Lines that ask the reader to follow a paper on a network, told by what they name and by the verb that asks."""

import re

from warraq.clean.layout import Layout
from warraq.clean.prose import FULL_PROSE, FULL_STOPS, is_stressed
from warraq.clean.tags import HEADINGS, LISTED
from warraq.clean.tree import Block
from warraq.model import DropReason

MAX_LETTERS, MAX_WORDS = 160, 25
QUESTION_MARKS = frozenset("?？")  # What is asked is to be discussed.
QUOTES = frozenset('"“”„«»')
# Where papers are followed (pages of 2023 to 2026).
CHANNELS = re.compile(r"(?<!\w)(?:whats ?app|discover|telegram|viber|newsletter|google)(?!\w)", re.IGNORECASE)
OPENING = r"(?:^|[.!?…]\s)\W*(?:{0})(?!\w)"
BEHIND_CLAUSE = OPENING.replace("[.!?…]", "[,.!?…]")  # "To hear of it first, follow us on …"
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
    BEHIND_CLAUSE.format(
        "abonnieren sie|abonohu(?:ni)?|csatlakozz(?:on|atok)?|dołącz|folgen sie|fylgstu með|följ|følg"
        "|iratkozz(?:on|atok)?|jälgi meid|kövess(?:en)?|liitu|liity|meld deg på|meld je|melden sie sich|na ndiqni"
        "|naročite se|ndiqni|obserwuj|odebírejte|odoberajte"
        "|pierakst(?:ies|ieties)|piesak(?:ies|ieties)|pievienoj(?:ies|ieties)|pratite|prenumerera"
        "|prenumeruokite|pretplatite se|pridružite se|prihláste sa|prijavite se|prisijunkite|přihlaste se|schrijf je"
        "|seko(?:jiet)? (?:mums|līdzi)|sekite|seuraa|skráðu þig|sledite|sledujte|spremljajte|subskrybuj"
        "|telli meie (?:uudiskir|kanal)\\w*|tilaa (?:meidän )?(?:uutiskir|kanava)\\w*|tilmeld dig"
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

# "Get Tide Table, the Herald's weekly newsletter".
LETTER = ("newsletter", "newsletters")
OFFERED = re.compile(r"(?:get|join|receive|try) (?:\S+ ){0,10}newsletters?", re.IGNORECASE)

# In Arabic: networks, the paper's own channel («قناتنا»), and how such lines begin.
ARABIC_CHANNELS = (
    r"(?:واتس ?[اآ]ب|تي?لي?[غج]رام|فيس ?بوك|[غج]وغل|جوجل|يوتيوب|تويتر|[اإ]نستغرام|إكس|نبض|whats ?app|telegram|google)"
)
ARABIC_OWN = re.compile(
    r"(?<!\w)(?:[بلع]?(?:تطبيق|حسابات?|صفحات?|صفحت|قنات|قنوات|منصات|موقع|نشرت)نا|إلينا|[غج]و[غج]ل نيوز"
    r"|google news)(?!\w)",
    re.IGNORECASE,
)
ARABIC_ASKING = re.compile(
    OPENING.format(
        "(?:اشترك|انضم|تابع)(?:وا|ونا|نا)?|(?:كما )?(?:يمكنكم?|بإمكانكم?) (?:الاشتراك|متابعة)|للاشتراك|للانضمام"
        "|لمتابعة|لقراءة المزيد|لمعرفة المزيد|لمزيد من|للمزيد"
    )
)
ARABIC_NETWORK = re.compile(rf"(?<!\w){ARABIC_CHANNELS}(?!\w)", re.IGNORECASE)
# «تابع قناة المرسى على واتساب»: the verb also tells who went on, but nothing else stands in such a line.
NAMED_CHANNEL = re.compile(
    rf"\W*(?:(?:اشترك|انضم|تابع)(?:وا)?|متابعة) (?:إلى |الى |في )?[بل]?(?:أخبار|حساب|صفحة|قناة) (?:[^\W\d]+ ){{1,3}}"
    rf"(?:على|عبر|في) {ARABIC_CHANNELS}(?: (?:اضغط|انقر|من) هنا)?\W*(?:https?://\S+)?",
    re.IGNORECASE,
)
# «لمتابعة الأخبار العاجلة اشترك في قناتنا», «للمزيد تابعونا على …»: a purpose, and behind it what the reader is to do.
ARABIC_PURPOSE = re.compile(
    r"\W*(?:لتصلكم?|للاطلاع على|للمزيد|لقراءة|لمتابعة|لمزيد من|لمعرفة|ليصلكم?)\s(?:[^.!?؟]{2,80}\s)?"
    r"(?:(?:اشترك|انضم|تابع|حمل|سجل)(?:وا)?\s(?=[^.!?؟]*نا(?!\w))|تابع(?:نا|ونا)(?!\w))[^.!?؟]{2,80}\W*"
)
# Networks, shops and apps as scripts of Asia and Africa spell them, and their names in Latin letters.
NETWORKS = re.compile(
    r"(?<!\w)(?:aplikasi|facebook|google news|instagram|messenger|telegram|tiktok|twitter|viber"
    r"|whats ?app|youtube|zalo|ứng dụng)(?!\w)"
    r"|ऐप|ॲप|अ‍ॅप|एप(?!\w)|टेलीग्राम|टेलिग्राम|फेसबुक|फ़ेसबुक|यूट्यूब|युट्युब|व्हाट्सएप|व्हाट्सऐप|वॉट्सऐप|व्हॉट्सअ‍ॅप|व्हॉट्सॲप"
    r"|অ্যাপ|ইউটিউব|টেলিগ্রাম|ফেসবুক|হোয়াটসঅ্যাপ|એપ|ટેલિગ્રામ|ફેસબુક|વોટ્સએપ|વૉટ્સઍપ|செயலி|டெலிகிராம்|வாட்ஸ்அப்|வாட்ஸ்ஆப்"
    r"|టెలిగ్రామ్|యాప్|వాట్సప్|వాట్సాప్|ಆ್ಯಪ್|ಟೆಲಿಗ್ರಾಂ|ವಾಟ್ಸಾಪ್|ವಾಟ್ಸ್‌ಆ್ಯಪ್|ആപ്പ്|ടെലിഗ്രാം|വാട്സാപ്പ്|വാട്സ്ആപ്പ്|ටෙලිග්‍රාම්|වට්ස්ඇප්"
    r"|เฟซบุ๊ก|แอป|วอตส์แอป|(?<!ออน)ไลน์|ຢູທູບ|ເຟສບຸກ|ဖေ့စ်ဘွတ်|တယ်လီဂရမ်|ហ្វេសប៊ុក|តេឡេក្រាម|ፌስቡክ|ቴሌግራም|アプリ|公式LINE|客户端|앱|채널|카카오톡",
    re.IGNORECASE,
)
APPS = re.compile(r"(?<!\w)(?:apps?|line)(?!\w)", re.IGNORECASE)  # Words of other lines too.
# "Click here", and the imperatives of joining and loading that end a line as often as they begin it.
HERE = re.compile(
    r"(?<!\w)(?:bofya hapa|click here|danna nan|guji halkan|halkan guji|klik di ?sini|nhấn vào đây|tại đây\W*$|tıklayın"
    r"|(?<=, )download .{2,40}\bapps?\W*$"
    r"|(?:dapatkan|ikuti|klik|layari|muat turun|sertai)\s.{0,80}\bsini\W*$)(?!\w)"
    r"|क्लिक|जुड़ें|जॉइन करा|डाउनलोड करा|डाउनलोड करें|डाउनलोड गर्नुहोस्|फ़ॉलो करें|फॉलो करा|फॉलो करें"
    r"|ক্লিক|জয়েন কর|ডাউনলোড করুন|ક્લિક|ડાઉનલોડ કરો|ફૉલો કરો|கிளிக்|క్లిక్|డౌన్‌లోడ్ చేసుకోండి|ಕ್ಲಿಕ್|ക്ലിക്ക്"
    r"|คลิก|ចុចទីនេះ|こちらから|クリック|点击|點擊|點我|클릭",
    re.IGNORECASE,
)
# "Follow the Strait Herald on Facebook and Instagram.", "Follow our coverage at https://…": as a last line.
FOLLOWING = re.compile(
    r"(?:find|follow|join|like)\s(?:[^,.!?]{1,60}\s)?(?:on|at)\s(?:[^.!?\s]+\s){0,2}"
    r"(?:https?://|(?:bluesky|facebook|instagram|linkedin|threads|tiktok|twitter|whats ?app|youtube)(?!\w))",
    re.IGNORECASE,
)
MAX_LINKED_LETTERS, MAX_LAST_LETTERS, LAST_CALLS = 50, 300, 4


def drop_calls(layout: Layout, verdicts: list[DropReason | None], first: int, end: int) -> None:
    """Drop the last lines that lead to a paper's app or channel, one after the other, where a story stands before."""
    for _ in range(LAST_CALLS):
        last = next((at for at in range(end - 1, first - 1, -1) if verdicts[at] is None), None)
        if last is None or not (leads_to_channel(layout.tree.blocks[last]) or asks_follower(layout.tree.blocks[last])):
            return
        if not any(verdicts[at] is None and layout.weights[at] >= FULL_PROSE for at in range(first, last)):
            return
        verdicts[last] = DropReason.FOLLOW


def leads_to_channel(block: Block) -> bool:
    """Tell whether a line names a network, has a short link, and says "click here" or is set apart as a whole."""
    text = block.text
    is_linked = 0 < block.linked <= MAX_LINKED_LETTERS and block.linked < len(text) <= MAX_LAST_LETTERS
    if not is_linked or block.tag in HEADINGS | LISTED or not QUOTES.isdisjoint(text):
        return False
    is_bracketed = text[0] in "([（【" and text[-1] in ")]）】"
    is_told = not is_bracketed and text[-1] in FULL_STOPS  # A statement about a network, and no call.
    is_apart = (is_bracketed or is_stressed(block)) and not (QUESTION_MARKS & set(text) or is_told)
    if NETWORKS.search(text):
        return is_apart or HERE.search(text) is not None
    return APPS.search(text) is not None and HERE.search(text) is not None


def asks_follower(block: Block) -> bool:
    """Tell whether a line begins by asking in English to follow someone on a network; an item of a list may say so."""
    is_line = len(block.text) <= MAX_LAST_LETTERS and block.tag not in HEADINGS | LISTED
    return is_line and FOLLOWING.match(block.text) is not None


def name_call(text: str) -> DropReason | None:
    """Return that a short line asks the reader to follow, where it names a network and asks for its own."""
    if len(text) > MAX_LETTERS or len(text.split()) > MAX_WORDS or not QUOTES.isdisjoint(text):
        return None
    if text.endswith(LETTER) and OFFERED.fullmatch(text):
        return DropReason.NEWSLETTER
    is_asking = (CHANNELS_TOO.search(text) and is_call(text)) or is_arabic_call(text)
    return DropReason.FOLLOW if is_asking else None


def is_arabic_call(text: str) -> bool:
    """Tell whether an Arabic line asks for the paper's own, and names a network or a purpose, or names its channel."""
    if text.isascii():
        return False
    if not ARABIC_NETWORK.search(text):
        return ARABIC_PURPOSE.fullmatch(text) is not None
    is_own = ARABIC_OWN.search(text) and ARABIC_ASKING.search(text)
    return bool(is_own or NAMED_CHANNEL.fullmatch(text) or ARABIC_PURPOSE.fullmatch(text))


def is_call(text: str) -> bool:
    """Tell whether a line that names a network asks in the imperative for the paper's own, in words of one region."""
    is_asking = ASKING.search(text) or (text[-1] not in FULL_STOPS and TELLING.search(text))
    if is_asking and CHANNELS.search(text) and OWN.search(text):
        return True
    return bool(OWN_TOO.search(text) and ASKING_TOO.search(text))
