"""Names apart from each other, and from the offices, places and remarks around them."""

import re

from warraq.clean.credit_signs import AGENCY
from warraq.clean.datelines import CITY_AND_HOUSE
from warraq.clean.offices import HOUSE_BEHIND, cut_agency, is_office, is_press
from warraq.clean.paired_names import JOINER_BEFORE, split_pair
from warraq.clean.phrases import UNSPACED
from warraq.clean.unspaced import TITLE_BEHIND, is_phrase, is_unspaced_house, read_amid
from warraq.clean.writer_labels import LABEL_ALONE, PREFIX
from warraq.text.characters import clean_line, fold_line
from warraq.text.date_words import WEEKDAYS as WEEKDAY_NAMES

MAX_NAME_LETTERS = 60
MAX_NAME_WORDS = 6
MAX_NAMES = 10
MAX_NAMED_LETTERS = 1_000  # Of a text that may hold several.
PARTS = re.compile(
    r"\s*(?:[;،؛、，；|•·]|,\s*(?:and|und|et|y|e)\s|,(?!\s*(?:Ph\.?\s?D|M\.?D|Jr|Sr|MBA|RN|CPA|Esq|CFA|J\.?D|II|III)\b))\s*",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|ติดตาม|追蹤|팔로우|フォロー|^(?:بتوقيت|توقيت|به وقت|وقت|שעון)\s"
    r"|^(?:null|none|undefined|unknown|root|admin|editor|news|webmaster"
    r"|administra(?:dora?|teur|tor)|amministratore|super ?(?:administrador|user|usuario|utilisateur)|yönetici"
    r"|أدمن|المحررة?|محررة?|مدير الموقع|إدارة الموقع)$",
    re.IGNORECASE,
)
# Who had another part in it.
OTHER_PART = re.compile(
    r"(?:(?:additional )?(?:editing|reporting|writing)"
    r"|curated|edited|fact[- ]checked|illustrat(?:ed|ions?)|(?:medically )?reviewed|photo(?:graph(?:ed|s|y)|s)?"
    r"|produced|translated|video) by\b"
    r"|(?:bild(?:er)?|editor|editör|foto(?:graf(?:er)?|s)?|kuvat?|photo(?:grapher|s)?|producer|redakt[oöu]r|reviewer"
    r"|translator)\s*[:：]",
    re.IGNORECASE,
)
# A desk, a company, a login: no one's name. A lone word in small letters is a login; a nickname has a capital.
IMPERSONAL = re.compile(
    r"(?-i:[a-z0-9_.-]+)$|(?:admin|author|editor|reporter|user|writer)[ _-]?\d+$"
    r"|.*\b(?:a\.?\s?s|s\.?\s?p\.?\s?a|s\.?\s?r\.?\s?[lo]|kft|zrt|gmbh|ltd|llc|inc|s\.a|e\.?v"
    r"|sp\. z o\.o|d\.\s?o\.\s?o|gmbh & co\. kg|corp|online)\.?$"
    r"|.*(?:redak[ct]|r[eé]dact|redazion|redacc|redaç|newsroom|news ?desk|web ?desk"
    r"|\bdesk\b|\bstaff\b|\bteam\b|editorial|toimitus|szerkeszt|редакц|تحرير|haber merkezi|نيوز|نیوز|ڈیسک"
    r"|टीम(?:\s|$)|डेस्क|ডেস্ক|டெஸ்க்|డెస్క్|ഡെസ്ക്)",
    re.IGNORECASE,
)
# The legal forms of companies at the end of a name: "Anna & Sons GmbH & Co. KG" is one.
COMPANY = re.compile(
    r"[^,;|]{3,}\s(?:GmbH|AG|KGa?A?|mbH|d\.\s?o\.\s?o\.|s\.\s?r\.\s?o\.|a\.\s?s\.|sp\. z o\.\s?o\.|A/S|Oyj?|OÜ|SIA|UAB"
    r"|Kft\.|Zrt\.|B\.V\.|N\.V\.|S\.p\.A\.|Ltd\.?|LLC|Inc\.?)"
)
HANDLE = re.compile(r"(?<=[\w.])\s+\(?(?:@\w{2,}|[\w.+-]+@[\w-]+\.[\w.]+)\)?(?:\s.*)?$")
UNKNOWN_LABEL = re.compile(r"\s*(?P<label>[^\W\d][^:：]{1,24})[:：]\s*(?P<name>[^\W\d].*)", re.DOTALL)
PICTURED = re.compile(
    r"[fp]h?oto|ảnh|bild|image|immagin|imagen|foto|фото|صور|تصوير|عکس|תמונ|写真|图|사진|video|vídeo", re.IGNORECASE
)
# Days that are family names too, of Africa, Malaya, the Philippines and Portugal.
NAMES_TOO = frozenset(
    "biyernes domingo jimco jumanne jumapili khamiis khamis lahadi laraba linggo sábado sabado sabti talata".split()  # noqa: SIM905
)
WEEKDAY_WORDS = frozenset(word for words in WEEKDAY_NAMES.values() for word in words.split()) - NAMES_TOO
WEEKDAY = re.compile(
    rf"(?:יום\s)?(?:{'|'.join(sorted(map(re.escape, WEEKDAY_WORDS), key=len, reverse=True))})", re.IGNORECASE
)
LAST_FIRST = re.compile(r"[^\W\d_][\w'’-]+,\s[^\W\d_][\w'’.-]+")
# Behind a name of two words at least: where its bearer was, and for whom; in brackets; who took the pictures.
BESIDE_NAME = re.compile(
    r"(?<=[\w.]\s)(?P<last>\S*[\w.])(?:\s?\([^()]*\)|\s(?:in|aus|à|из)\s[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?"
    r"|(?i:\s(?:for|für|pour|para|per)\s.+|[.;]\s(?:photo|foto|video|illustration).+))$"
)
ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|journalist|analyst|producer|staff|bureau|desk|redakteur(?:in)?"
    r"|korrespondent(?:in)?|redaktion|journaliste|correspondante?|redactora?|corresponsal|periodista|repórter|jornalista"
    r"|giornalista|inviat[oa]|корреспондент|редактор|журналист|обозреватель|muhabir[i]?|editör[ü]?)\b"
    r"|(?<!\w)(?:مراسل|محرر|كاتب|صحفي|صحافي|خبرنگار)",
    re.IGNORECASE,
)
ROLE_BEFORE = re.compile(
    r"\s(?:assistant|associate|business|chief|city|content|contributing|copy|deputy|education|entertainment|environment"
    r"|executive|features?|foreign|guest|health|investigative|lifestyle|managing|metro|multimedia|national|news|opinion"
    r"|political|regional|science|senior|sports|web)\s*$",
    re.IGNORECASE,
)
# Behind a name: the house's own, or in Icelandic that its bearer writes.
STAFF = re.compile(
    r"(?<=\w)\s+(?:staff\s+(?:correspondent|photographer|reporter|writer)|skrif(?:ar|uðu))$", re.IGNORECASE
)
NEWSROOM = re.compile(r"staff|bureau|desk|redaktion|خبرنگاران|editorial", re.IGNORECASE)
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")  # Behind a word, not behind an initial or a degree.
ACCORDING = re.compile(r"^Theo\s(?=.*[\u1ea0-\u1ef9\u0110\u0111])")  # Vietnamese; elsewhere it is a given name.
INITIALLED = re.compile("[А-ЯЁӨҮ]{1,2}\\.[А-ЯЁӨҮ][а-яёөү-]{2,}")  # «Б.Сарнай», as Mongolians write their names.
GEORGIAN = re.compile("[\u10d0-\u10ff]")
DIGIT = re.compile(r"\d")
RIGHTS = ("©", "ⓒ")  # Whose a picture is.
# Before family names, in small letters: alone, and bound to what follows.
LONG_PARTICLES = frozenset("binte binti dalla degli della delle dello onder tegen".split())  # noqa: SIM905
BOUND_PARTICLE = re.compile(r"(?:[^\W\d_]{1,5}['’]|(?:a[dlnrstz]|ash|e[dlnrsz]|esh|u[dlrs])-)(?=\w)")
UPPER_LABELS = re.compile(r"^(?:written|posted|published|reviewed) by:?$", re.IGNORECASE)


def is_impersonal(name: str) -> bool:
    """Tell whether a declared author is a desk, a company or a login; an agency is one who writes."""
    if is_unspaced_house(name):
        return True
    return IMPERSONAL.match(name) is not None and not (UNSPACED.search(name) or AGENCY.fullmatch(name))


def is_proper(name: str) -> bool:
    """Tell whether each longer word of a name begins as a name does: with a capital, or in a script without any."""
    words = [word for word in name.split() if len(word) > 3]  # noqa: PLR2004 - "von", "de", "van" and their kin.
    return (
        not UPPER_LABELS.match(name)
        and (len(name.split()) > 1 or INITIALLED.fullmatch(name) is not None)
        and not any(map(begins_small, words))
        and not DIGIT.search(name)
        and name[-1] not in ":?!"
    )


def begins_small(word: str) -> bool:
    """Tell whether a word begins as no part of a name does: small, and no particle: "binti", d'Estaing."""
    if not is_small(word[0]) or word in LONG_PARTICLES:
        return False
    bound = BOUND_PARTICLE.match(word)
    return bound is None or is_small(word[bound.end()])


def is_small(letter: str) -> bool:
    """Tell whether a letter is a small one of a script that begins names with capitals; Georgian does not."""
    return letter.islower() and not GEORGIAN.match(letter)


def split_names(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names in texts that may hold several, each once, without what else is said of their bearers."""
    found: dict[str, str] = {}
    for text in (choose_reporter(text[:MAX_NAMED_LETTERS]) for text in texts if not text.startswith(RIGHTS)):
        whole = "" if CITY_AND_HOUSE.match(text) else ACCORDING.sub("", PREFIX.sub("", JOINER_BEFORE.sub("", text)))
        own = (one for one in PARTS.split(whole) if not OTHER_PART.match(one.strip()))
        is_company = COMPANY.fullmatch(whole) is not None
        parts = [whole] if is_company else [HANDLE.sub("", part) for one in own for part in split_pair(cut_label(one))]
        stripped = (strip_name(part) for part in parts if not NO_NAME.search(part))
        names = [name for name in stripped if name and is_name(name) and not WEEKDAY.fullmatch(name)]
        if len(names) == 2 and LAST_FIRST.fullmatch(text) and not AGENCY.fullmatch(names[1]):  # noqa: PLR2004 - «Keller, Anna».
            names = [f"{names[1]} {names[0]}"]
        for name in drop_roles(names):
            found.setdefault(fold_line(name), name)
    return tuple(found.values())[:MAX_NAMES]


def choose_reporter(text: str) -> str:
    """Return the reporter's name out of a Chinese or Korean line that titles it so; any other text as it is."""
    is_titled = any(title in text for title in ("記者", "记者", "기자"))
    return "、".join(read_amid(text)) or text if is_titled else text


def cut_label(text: str) -> str:
    """Return what stands behind a label that no table knows; nothing where it is one of pictures."""
    found = UNKNOWN_LABEL.match(text)
    if found is None:
        return text
    pictured = PICTURED.search(found["label"])
    return found["label"][: pictured.start()] if pictured else found["name"]


def strip_name(text: str) -> str | None:
    """Return a name without an office, a place, a newsroom or a remark behind it."""
    name = BESIDE_NAME.sub(r"\g<last>", FULL_STOP.sub("", text.strip().rstrip(" /")))
    name = cut_agency(name)
    staff = STAFF.search(name)
    if staff and len(name[: staff.start()].split()) > 1:
        name = name[: staff.start()]
    role = ROLE.search(name)
    if role and len(name[: role.start()].split()) > 1 and not NEWSROOM.search(name):
        name = FULL_STOP.sub("", ROLE_BEFORE.sub("", name[: role.start()]).rstrip(" /|–-"))
    head, slash, tail = name.partition("/")
    if slash and len(head.split()) > 1 and (len(tail.split()) == 1 or ROLE.search(tail)):
        name = head
    name = TITLE_BEHIND.sub("", name)
    return clean_line(name) or clean_line(text)


def drop_roles(names: list[str]) -> list[str]:
    """Return the names without offices, agencies and places, where one of a name and a family name stands before.

    What stands behind a newsroom is where it is; what begins with a small letter says what its bearer is, or where;
    what begins with "The" is for whom.
    """
    if not names or not (" " in names[0] or UNSPACED.search(names[0])):
        return names
    house = next((at for at, name in enumerate(names) if at and HOUSE_BEHIND.fullmatch(name)), len(names))
    return [
        name
        for at, name in enumerate(names[:house])
        if at == 0
        or not (
            ROLE.search(name)
            or is_office(name)
            or is_press(name)
            or DIGIT.search(name)
            or (is_small(name[0]) and not is_small(names[0][0]))
            or (name.isupper() and not names[0].isupper())  # "Anna Keller, NORTH RADIO".
            or name.startswith("The ")
            or (" " not in name and not UNSPACED.search(name))
        )
    ]


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's or a newsroom's name."""
    return (
        len(text) <= MAX_NAME_LETTERS
        and len(text.split()) <= MAX_NAME_WORDS
        and not NO_NAME.search(text)
        and not LABEL_ALONE.fullmatch(text)
        and len(text) > 1
        and not is_phrase(text)
    )
