"""What tells that words behind a caption credit someone: a label, a house, names."""

import re

from warraq.clean.credit_words import group_words, read_table
from warraq.clean.dashed import MAX_NAME_WORDS, is_capitalized

MAX_CREDIT_LETTERS = 80
MAX_CREDIT_WORDS = 6
MAX_NAMES = 4
MAX_LABELLED_WORDS = 10  # Behind a label amid a line.
AGENCY_NAMES, WORDY, ENDINGS, LABELS, TAKING, TAKERS, NO_TAKERS, SOURCE_LABELS, CAPTION_LABELS = read_table()
MARKS = r"©|ⓒ|\(c\)|（[CＣ]）"
COLON = "[:：=՝፦៖／]"
CREDIT_LABEL = re.compile(rf"^[(\[（【]?\s*(?:{MARKS}|(?:{LABELS})\s*{COLON}|(?-i:[Ff]ot|FOT)\.)\s*", re.IGNORECASE)
# "Beeld ANP", "Photo AFP", "Foto – A. Name".
LABEL_BEFORE = re.compile(rf"^[(\[]?(?:{LABELS})\s+(?:[–—-]\s+)?(?=\S)", re.IGNORECASE)
PICTURE_LABEL = re.compile(r"(?:f[oó]to(?:gra[fp]h?[iíj]?[ae]?)?|ph\.?)\s[^/]+", re.IGNORECASE)
NAMED_AGENCY = re.compile(r"(?:Agenc(?:e|i[ae])|Agência|Agenzia|Agentur)(?: [A-ZÁÉÍÓÚ][\w-]*){1,3}")
TAKING_BEFORE = re.compile(rf"^[(\[]?(?:{TAKING})\s+(?=\S)")
HOUSE_AND_TAKER = re.compile(
    r"(?:(?:[A-Z]\w+|contributed|file|handout|staff|submitted) ){1,3}(?:[Pp]hoto|[Pp]icture|[Ii]mage)s? by (?=[A-Z])",
    re.ASCII,
)
NAME_AND_HOUSE = re.compile(r"[^\W\d_][^\d()/|／｜]{2,30}\s?[/|／｜]\s?[^\W\d_][^\d()/|／｜]{1,30}")
NAME_SEAM = re.compile(r"\s?/\s?|\sfor\s(?:[Tt]he\s)?")
AGENCY = re.compile(rf"(?<!\w){group_words(AGENCY_NAMES)}(?!\w)")
# Houses whose names are words too: they credit only where nothing else stands behind a rule or in brackets.
WORDY_HOUSE = re.compile(rf"(?:{WORDY})(?:\s?[-–—/،]\s?(?:{WORDY}|{AGENCY_NAMES}))*")
UNSPACED_HOUSE = re.compile(rf"[^\s、，。,.]{{1,14}}(?:{ENDINGS})")  # "（長崎新聞）"
# "(foto Rossi)" in Cyrillic, where an office goes on in small letters: «(фото Міської ради)».
OFFICE = re.compile(r"[А-ЯЁЄІЇҐЎЈ][^\W\d_A-Za-z]+(?:[ -][^\W\d_A-Za-z]+){1,4}")
# "(Quayfoto)", alone in brackets.
PICTURE_HOUSE = re.compile(r"(?!Express$)[A-ZÀ-ÞČŠŽ][\w-]+(?:[Ff]oto|[Ii]mages|[Pp]hotos?|[Pp]ics?|[Pp]ix|[Pp]ress)")
CUT_BRACKET = re.compile(r"[(\[][^()\[\]]*\w$")
ARABIC = re.compile("[\u0600-\u06ff]")
IN_BRACKETS = re.compile(
    r"^(?P<caption>.*?)\s*[(\[（【](?P<credit>[^()\[\]（）【】]{2,80})[)\]）】]\s*[.。]?$", re.DOTALL
)
AFTER_LABEL = re.compile(
    rf"^(?P<caption>.*?)(?P<seam>^|(?<=。)|(?=（[CＣ]）)|[\s.|–—/،؛＝．／-])(?:{MARKS}|(?:{LABELS})\s*{COLON}"
    r"|(?:Photo|Image|Picture|Photograph)s? (?:by|courtesy of|credit))"
    r"\s*(?P<credit>[^.!?].{1,79})$",
    re.IGNORECASE | re.DOTALL,
)
AFTER_RULE = re.compile(
    r"^(?P<caption>.*?)(?:\s[|–—/ـ-]{1,2}\s|(?<=[.!?])\s+|[|＝]|\s[–—ـ-]{1,2}(?=[\u0600-\u06ff])"
    r"|(?<=[\u0600-\u06ff])(?:[–-]\s|—))\s*(?P<credit>[^|＝]{2,60})$",
    re.DOTALL,
)
# A name in capitals behind a sentence: "….PACO CORTÉS", "…. LOUISE AMIEL POUR « LE QUOTIDIEN »" (El País, Le Monde).
CAPITAL = "A-ZÀ-ÖØ-Þ"
IN_CAPITAL = f"[{CAPITAL}][{CAPITAL}'’.-]"
IN_CAPITALS = re.compile(
    rf"^(?=.*?[^\W\d_{CAPITAL}])(?P<caption>.*[a-zß-ÿ0-9][.!?…»”)])\s*"
    rf"(?P<credit>{IN_CAPITAL}+(?:[ /«»\xa0]+{IN_CAPITAL}*){{1,7}}(?:\s?»)?(?: \([^()]{{2,30}}\))?)$",
    re.DOTALL,
)
OWN_HOUSE = "(?:（[^（）\\s]{2,12}）)?"  # «潘晓摄（人民视觉）»
# «….강릉 앞바다. /새벽신문DB»: a house behind a Korean sentence.
SLASHED_HOUSE = re.compile(r"^(?P<caption>.*[\uac00-\ud7af][.다])\s?/\s?(?P<credit>[^\s/.]{2,12})$", re.DOTALL)
# What Chinese, Japanese and Korean say behind a name: "…。記者陳大文攝", "…＝鈴木花子撮影", "…. 강릉시 제공".
TAKEN = re.compile(
    r"^(?P<caption>.*?)(?P<seam>^(?=\S{0,6}(?:记者|記者)|.{1,14}$)|(?<=[。．！？」』）)】])|[＝｜|]|(?<=[.!?])\s|、|\s(?=\S{0,6}(?:记者|記者)))"
    rf"\s*(?P<credit>[^。．！？＝｜|、，,.()（）]{{1,30}}?(?:{TAKERS}){OWN_HOUSE})(?:\s*(?:\d+年)?\d+月\d+日)?[)）]?[。.]?$",
    re.DOTALL,
)
TAKEN_AT_END = re.compile(rf"(?:{TAKERS}){OWN_HOUSE}(?:\s*(?:\d+年)?\d+月\d+日)?[)）】]?[。.]?$")
REPORTER = re.compile("记者|記者")
# A sentence or a phrase that ends in the same word: how, when and for whom something was taken or provided.
NO_TAKER = re.compile(rf"[をがは由为為向被将將给給]|(?:[のでにら日月年]|[을를]\s)(?:{TAKERS})$|(?:{NO_TAKERS})$")
WITHOUT_BLANKS = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]+$")  # Thai, Lao, Burmese, Khmer.
# Words in brackets that point at someone in the picture, or number it, and credit no one.
# «（消防局提供）中央社記者陳大文桃園傳真 107年9月7日»: the credit, and who sent it on.
SENT_ON = re.compile(
    rf"^(?P<caption>.+?。)\s*[（(](?P<credit>[^（）()]{{2,30}}(?:{TAKERS}))[）)]\s*\S{{0,8}}(?:记者|記者)\S{{2,12}}\s*[\d年月日]{{6,12}}$",
    re.DOTALL,
)
HOUSE_AT_END = re.compile(rf"^(?P<caption>.+)＝(?P<credit>[^\s＝、，。,.]{{1,14}}(?:{ENDINGS}|通信))$", re.DOTALL)
SURE = frozenset({HOUSE_AT_END, IN_CAPITALS, SENT_ON, SLASHED_HOUSE})
POINTERS = re.compile(
    r"(?:ال)?(?:يمين|يسار|وسط|أيمن|أيسر)\b.*|(?:في|من|إلى|على) (?:ال)?(?:وسط|يمين|يسار|خلف|أقصى).*"
    r"|(?:the )?(?:left|right|center|centre|middle|above|below|l|r|c)\b.*"
    r"|(?:links|rechts|mitte|gauche|droite|izquierda|derecha|centro)\b.*|[\d\s./-]+",
    re.IGNORECASE,
)


def is_agency(text: str) -> bool:
    """Tell whether a text is an agency: one that the table knows and little else, or one that says so itself."""
    is_known = AGENCY.match(text) is not None and len(AGENCY.sub("", text)) <= len(text) // 2
    return is_known or NAMED_AGENCY.fullmatch(text) is not None


def is_credit(found: re.Match[str], pattern: re.Pattern[str]) -> bool:
    """Tell whether the end of a caption names who made the picture."""
    credit, caption = found["credit"], found["caption"]
    if POINTERS.fullmatch(credit.strip()) or len(credit) > MAX_CREDIT_LETTERS:
        return False
    if pattern is TAKEN:
        return is_taken(credit, caption, found["seam"])
    if pattern is AFTER_LABEL:
        # "… in a picture: the town by night" goes on.
        is_short = len(credit.split()) <= MAX_LABELLED_WORDS or bool(AGENCY.search(credit))
        return not CUT_BRACKET.search(caption) and (not found["seam"].isspace() or is_short)
    if pattern is AFTER_RULE and len(AGENCY.sub(" ", credit).split()) > MAX_CREDIT_WORDS:
        return False
    if AGENCY.search(credit) or WORDY_HOUSE.fullmatch(credit) or pattern in SURE:
        return True
    return pattern is IN_BRACKETS and is_bracketed(credit, caption)


def is_bracketed(credit: str, caption: str) -> bool:
    """Tell whether the words in brackets at a caption's end credit someone who is no agency."""
    if (
        HOUSE_AND_TAKER.match(credit)
        or CREDIT_LABEL.match(credit)
        or NAME_AND_HOUSE.fullmatch(credit)
        or is_named(credit)
        or is_labelled(credit)
        or is_announced(credit)
    ):
        return True
    if (
        PICTURE_HOUSE.fullmatch(credit)
        or UNSPACED_HOUSE.fullmatch(credit)
        or (TAKEN_AT_END.search(credit) and not NO_TAKER.search(credit))
    ):
        return True
    # Arabic captions end in brackets for the credit alone (aawsat, 2015 to 2026).
    return bool(ARABIC.search(caption)) and len(credit.split()) <= MAX_CREDIT_WORDS


def is_taken(credit: str, caption: str, seam: str) -> bool:
    """Tell whether words that end in "taken" or "provided" name by whom, and are no phrase of the caption."""
    if REPORTER.search(credit):
        return True
    is_loose = (
        seam == "、" and "＝" not in caption
    )  # A place and a day come before it: "＝11月20日、長崎市、佐藤健一撮影".
    return not is_loose and NO_TAKER.search(credit.partition("（")[0]) is None


def is_named(credit: str) -> bool:
    """Tell whether words are names and houses: ``Jane Doe / The Courier``, ``HOUSE/Jane Doe``, ``Jane Doe for …``."""
    names = NAME_SEAM.split(credit.strip(" .")) if "/" in credit or " for " in credit else []
    is_full = any(" " in name for name in names)
    return 1 < len(names) <= MAX_NAMES and is_full and all(map(is_capitalized, names))


def is_labelled(credit: str) -> bool:
    """Tell whether a label and a name are all that brackets hold: ``(foto Rossi)``.

    With a capital only words that say nothing but picture are labels: ``(Photo London)`` is a fair.
    """
    label = LABEL_BEFORE.match(credit) if credit[:1].islower() or PICTURE_LABEL.fullmatch(credit) else None
    name = credit[label.end() :] if label else ""
    is_name = is_capitalized(name) or OFFICE.fullmatch(name) is not None
    return is_name and name[0].isupper() and not POINTERS.fullmatch(name)


def is_taker(text: str) -> bool:
    """Tell whether a line is a house and a name, in either order, or an agency."""
    return is_agency(text) or (NAME_AND_HOUSE.fullmatch(text) is not None and text[-1] not in ".!?")


def is_announced(credit: str) -> bool:
    """Tell whether a label without a colon and a name behind it are all: ``Foto Anna Rossi``, ``Foto N – Rossi``."""
    label = LABEL_BEFORE.match(credit)
    name = credit[label.end() :].replace(" – ", " ") if label else ""
    is_full = 1 < len(name.split()) <= MAX_NAME_WORDS or WITHOUT_BLANKS.match(name)
    is_ruled = label is not None and label[0].rstrip()[-1] in "–—-"
    is_name = is_capitalized(name) or TAKING_BEFORE.match(credit) or (is_ruled and is_caseless(name))
    return bool(is_full and is_name)


def is_caseless(name: str) -> bool:
    """Tell whether no letter of a name could be a capital: «गीता देवी»."""
    return name.upper() == name.lower()
