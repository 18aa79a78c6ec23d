"""How stories are signed off: by an agency, the desk's initials or an editor; and lines that are an agency's name."""

import re

from warraq.clean.credit_signs import AGENCY, WORDY_HOUSE

CREDITED = re.compile(r"[^\s,/|–—.!?؟。-][^.!?؟。(]{1,60}?\s?[,/|–—+-]\s?$")  # Who took a picture, before the agency.
MAX_SIGN_OFF_LETTERS = 60
MAX_SIGN_OFF_WORDS = 4  # Besides the agencies.
SIGNED = re.compile(r"[—–-]{1,2}\s?(?:[^\W\d_a-z][\w'’.-]*\s){1,2}[^\W\d_a-z][\w'’.-]*")
# The same in scripts without capitals, where a label may come first: «– ఇంటర్వ్యూ: రమేశ్ గౌడ్».
CASELESS = "[\u0900-\u0963\u0971-\u0df3\u0e01-\u0e4e\u0e81-\u0ecd\u1000-\u1049\u1200-\u135f\u1780-\u17d3]"
SIGNED_CASELESS = re.compile(
    rf"[—–-]{{1,2}}\s?(?P<label>{CASELESS}{{2,16}}\s?:\s?)?(?P<name>{CASELESS}[{CASELESS[1:-1]}.]*(?:\s{CASELESS}+){{1,2}})"
)
BRACKETED = re.compile(r"[(\[（【][\w./,; -]{2,40}[)\]）】]")  # "(dpa/rni)": an agency, and who worked on it.
DASHES = frozenset("—–-")
SLASHED = re.compile(r"[\w.]+(?:\s?/\s?[\w.]+)+")
# «…移送法辦。（江志峰／台中報導）», «…ください。（中原さやか）», "… said the mayor. (Anna Keller)".
GLUED = re.compile(r"(?<=[.!?。！？])\s*(?P<sign>[（(【][^（）()【】]{2,40}[）)】])$")
LABEL = re.compile(r"[^\s\d:：]{1,14}\s?[:：]")
MAX_SIGNATURE_LETTERS = 30
# "(rwu/apl)", "MQ", "R.P.", «উত্তরবার্তা/এমআর/এসআই»: who worked on it, in a few letters.
DESK = re.compile(
    r"[(\[]\w{2,4}(?:/\w{2,4})+[)\]]|\([A-Z]{2,5}\)|(?=\D{3,40}$)[^\s/.:,;!?()]+(?:/[^\s/.:,;!?()]{1,12}){1,3}"
    r"|[A-ZÄÖÜ]{2,4}|(?:[A-ZÄÖÜ]\.\s?){2,3}"
    # "(m.r.)", "(e.k/Kurier)", "/m.b", "/Kurier/": as the papers of Italy and the Balkans sign.
    r"|\([^\W\d_]\.\s?[^\W\d_]\.?(?:\s?/\s?[A-Z]\w{2,20})?\)|/\s?[^\W\d_]\.\s?[^\W\d_]\.?"
    r"|/\s?[A-Z]\w[\w ]{1,22}/"
)
# "kb/ask/fmo", "(AIP) kb/ask", "vare", "jn/ pat/", "(kel) +++": the same in small letters, under prose alone.
SMALL_DESK = re.compile(
    r"(?:\([A-Z]{2,6}\)\s?)?[a-z]{2,5}(?:/[a-z]{2,5}){1,3}|[a-z]{2,4}|[a-z]{2,4}/(?: [a-z]{2,4}/){1,2}"
    r"|\([a-zäöü]{2,4}\)(?:\s?\+{2,3})?|\+{3}"
)
# Laughter, and words, stand so behind what is said last in an interview.
NO_DESK_SIGNS = frozenset(
    """(alle) (etc) (ha) (heh) (hm) (ja) (lach) (ler) (lol) (nein) (no) (rie) (rire) (rit) (ride) (riso) (si) (sic)
    (tbc) (usw) (yes)""".split()  # noqa: SIM905 - a table of words reads better as words.
)
ROMAN = re.compile(r"[IVXLC]+")
# "(责编：赵文、钱进)", "【纠错】【责任编辑:赵文】", "（編輯：張雅淨）1151120".
EDITED = re.compile(
    r"(?:[(（【\[](?:纠错|(?:责编|責編|责任编辑|責任編輯|编辑|編輯|责任校对|校对)\s*[:：][^()（）【】\[\]]{2,20})[)）】\]]\s*)+\d*"
)
# «编辑｜陈默», «编辑 李想 校对 王宁», «图：江风 文：白露»: who had a part in a Chinese story, and no more.
ROLES = (
    "值班编辑|值班主编|责任编辑|責任編輯|责任校对|责编|責編|编辑|編輯|编审|校对|校對|核稿|审核|审校|初审|复审|终审|监制|監製"
    "|排版|美编|统筹|策划|主编"
)
HAN_NAMES = r"[\u3400-\u9fff·]{2,5}(?:[、，,\s][\u3400-\u9fff·]{2,4}(?![：:｜|丨/]))*"
CREDITED_HAN = re.compile(
    rf"[（(【\[]?(?:(?:(?:[\u3400-\u9fff]{{0,4}}(?:{ROLES}|主任)|图|文|摄影|來源|来源)\s?[：:｜|丨/]\s?|(?:{ROLES})\s){HAN_NAMES}[\s；;|｜/）)】\]]*)+"
)
# «《 人民时讯报 》（ 2024年05月09日 13 版）»: where a Chinese story was printed.
PRINTED = re.compile(r"《[^《》]{2,20}》\s*[（(]\s*\d{4}年\d{1,2}月\d{1,2}日.{0,12}版\s*[)）]")
# What Arabic agencies write around the initials: "(النهاية) ع ب ج / ه س س", "--(بترا) س ع/ ف ق", "وام/ أ ب".
DESK_WORDS = frozenset(
    "النهاية انتهى انتهي بترا بنا سبأ سونا العمانية قنا كونا م وات واج واس واع وام وفا ومع".split()  # noqa: SIM905
)
DESK_AND_NAME = re.compile(rf"(?:{'|'.join(sorted(DESK_WORDS - {'م'}))})\s?/\s?(?P<name>[^\W\d]+(?: [^\W\d]+){{1,2}})")
# «社會中心／綜合報導», «國際組/綜合外電報導»: the desk of a Chinese paper, on a line of its own.
UNSPACED_DESK = re.compile(r"[^\s，。、：:／/]{2,8}(?:中心|[組组部])[／/][^\s，。、：:／/]{0,8}[報报][導导道]")
ARABIC_WORD = re.compile("[\u0621-\u065f]+")
MAX_DESK_LETTERS = 40
# «… وفق قوله. انتهى/ ح م», «… انتهى29/ح», «… (النهاية) ا ي ب / م ع ع»: the end and who worked on it, behind the last
# sentence.
END_MARK = re.compile(
    r"(?<=[.؟!»\"])\s*(?:/{0,2}\s*انته[ىي]\s?(?:[/\d][\s/\d]*|(?=\S\s))(?:[\u0621-\u064a](?:[\s./]+|$)){0,4}/*"
    r"|[-–—]*\s*\((?:النهاية|انته[ىي])\)\s*(?:[\u0621-\u064a](?:[\s./]+|$)){0,8})$"
)
DIGIT = re.compile(r"\d")
NO_DESK = re.compile(r"[^\W\d\u0621-\u065f]|[؟!،,:]|\d{3}")
MARKS = re.compile("[\u064b-\u065f]")


# "*Com informações da Rádio Nacional": whose reports a story goes by, and no sentence.
INFORMED = re.compile(
    r"[\W_]*(?:additional reporting|with (?:files|inputs) from|com informações d[aeo]s?|con información del?"
    r"|cu informații (?:de la|din)|με πληροφορίες από)\s"
    r"(?P<names>[^\W\d_][^()]+)\)?",
    re.IGNORECASE,
)
MAX_INFORMED_WORDS = 6
AGENCIES = frozenset({"agencies"})
# "PTI ABC XYZ", "EFE abc/xyz": an agency, and the initials of its desk.
INITIALS = re.compile(r"(?: [A-Z]{2,4}){1,4}| [a-z]{2,4}(?:/[a-z]{2,4}){1,3}")
SMALL_WORDS = frozenset("and da de del do e la las los y și και την το".split())  # noqa: SIM905 - reads better as words.


def is_informed(text: str) -> bool:
    """Tell whether a line says whose reports a story goes by: names behind the words, each with a capital."""
    found = INFORMED.fullmatch(text)
    words = found["names"].split() if found else []
    is_named = any(word[0].isupper() or word in AGENCIES for word in words)
    return (
        is_named
        and len(words) <= MAX_INFORMED_WORDS
        and all(word[0].isupper() or word in SMALL_WORDS | AGENCIES for word in words)
    )


def is_agency_desk(text: str) -> bool:
    """Tell whether a line is an agency and the initials of those who worked for it."""
    agency = AGENCY.match(text)
    return agency is not None and INITIALS.fullmatch(text, agency.end()) is not None


def is_signature(text: str) -> bool:
    """Tell whether a line is the name of an agency, alone or behind that of who took the picture."""
    found = AGENCY.search(text)
    if found is None:
        return False
    others = (text[: found.start()] + text[found.end() :]).strip(" -–—()[]/.،")
    if len(text) <= MAX_SIGNATURE_LETTERS and (len(others) < 2 or LABEL.fullmatch(others)):  # noqa: PLR2004
        return True
    if BRACKETED.fullmatch(text) or SLASHED.fullmatch(text):
        return True
    *_, last = AGENCY.finditer(text)
    return not text[last.end() :].strip(" )]") and CREDITED.match(text[: last.start()]) is not None


def is_sign_off(text: str) -> bool:
    """Tell whether a story's last line says no more than by whom it is: "With AFP", "dpa/her"."""
    if len(text) > MAX_SIGN_OFF_LETTERS:
        return False
    if (
        EDITED.fullmatch(text)
        or CREDITED_HAN.fullmatch(text)
        or PRINTED.fullmatch(text)
        or DESK_AND_NAME.fullmatch(text)
        or UNSPACED_DESK.fullmatch(text)
    ):
        return True
    if text[-1] in ".!?؟。" or ":" in text:
        return False
    if is_informed(text) or is_agency_desk(text):
        return True
    if text[0] in "([（" and WORDY_HOUSE.fullmatch(text.strip("()[]（） ")):
        return True
    *_, last = (None, *AGENCY.finditer(text))
    is_last = last is not None and not text[last.end() :].strip(" )]،,")
    return is_last and len(AGENCY.sub("", text).split()) <= MAX_SIGN_OFF_WORDS and not DIGIT.search(text)


# Who stands for a writer, in a word: correspondent, editor, desk, team.
OFFICES = frozenset(
    """संवाददाता ब्यूरो संपादक प्रतिनिधी प्रतिनिधि वार्ताहर প্রতিনিধি সম্পাদক ডেস্ক সংবাদদাতা સંવાદદાતા ஆசிரியர் செய்தியாளர் టీమ్ విలేకరి
    ಸಂಪಾದಕ ವರದಿಗಾರ ലേഖകൻ වාර්තාකරු กองบรรณาธิการ ทีมข่าว ผู้สื่อข่าว អ្នកយកព័ត៌មាន သတင်းထောက် ዘጋቢ አዘጋጅ""".split()  # noqa: SIM905 - a table of words reads better as words.
)


def is_caseless(word: str) -> bool:
    """Tell whether a word is of a script of Asia or Africa that knows no capitals."""
    return re.fullmatch(f"{CASELESS}+", word) is not None and word not in OFFICES


def is_signed(text: str) -> bool:
    """Tell whether a line is a dash and a name: who wrote the story, where it is the last one and alone."""
    if len(text) > MAX_SIGN_OFF_LETTERS or text[0] not in DASHES:
        return False
    return SIGNED.fullmatch(text) is not None or read_caseless(text, is_set_apart=False) is not None


def read_caseless(text: str, *, is_set_apart: bool) -> str | None:
    """Return the name behind a dash and a label in a script without capitals, or behind a dash in a line set apart."""
    found = SIGNED_CASELESS.fullmatch(text) if text[0] in DASHES else None
    return found["name"] if found and (found["label"] or is_set_apart) else None


def is_desk(text: str) -> bool:
    """Tell whether a line is the initials of those who worked on a story; it says so only as the very last one."""
    return (DESK.fullmatch(text) is not None and not ROMAN.fullmatch(text)) or is_desk_mark(text)


def is_small_desk(text: str) -> bool:
    """Tell whether a line is such initials in small letters."""
    return SMALL_DESK.fullmatch(text) is not None and text not in NO_DESK_SIGNS


def is_desk_mark(text: str) -> bool:
    """Tell whether a line is the initials of an Arabic desk, behind the agency or a word for the end or alone."""
    words = [MARKS.sub("", word) for word in ARABIC_WORD.findall(text)]
    if not words or len(text) > MAX_DESK_LETTERS:
        return False
    initials = [word for word in words if word not in DESK_WORDS]
    is_short = all(len(word) == 1 for word in initials) and not NO_DESK.search(text)
    return is_short and (len(initials) > 1 or (len(initials) < len(words) and text[-1] not in ".؟!"))
