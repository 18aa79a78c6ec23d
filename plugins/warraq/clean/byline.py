"""Who wrote it: names as JSON-LD, meta elements, links and byline lines give them, and no more than names."""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise, takewhile
from pathlib import Path

from warraq.clean.captions import AGENCY, read_sections
from warraq.clean.declared import Declared
from warraq.clean.headline import name_host
from warraq.clean.layout import FULL_PROSE, Layout, is_embedded, is_of_others
from warraq.clean.phrases import UNSPACED
from warraq.clean.tags import HEADINGS
from warraq.clean.tree import AUTHOR_LINK, Block, Stamp, Tree
from warraq.clean.words import Sign
from warraq.model import DropReason
from warraq.text.characters import clean_line, fold_line
from warraq.text.date_words import WEEKDAYS as WEEKDAY_NAMES
from warraq.text.dates import is_date_line

MAX_NAME_LETTERS = 60
MAX_NAME_WORDS = 6
MAX_NAMES = 10
MAX_NAMED_LETTERS = 1_000  # Of a text that may hold several.
MAX_NAMED_WORDS = 3  # Of a name that stands among other words.
MIN_SITE_LETTERS = 4
LABELS = (
    r"authors?|autor(?:in|es)?|auteurs?|av|af|by|da|di|door|geschreven door|interview|oleh|par|por|posted by"
    r"|reported by|redactor|scritto da|escrito por|écrit par|story by|tekst|text|texte? (?:de|von|par)|verfasst von"
    r"|von|words by|words|written by|yazan|автор|текст|מאת|نویسنده|بقلم|(?:نشر )?بواسطة|كتب|كتبت|كتابة|تحرير|إعداد"
    r"|bởi|írta|szerző|teksti|szöveg|tác giả|του|της|συντάκτης|تحریر|लेखक|โดย|作者|記者|记者|文|글|기자"
    r"|scris de|reportagem de|γράφει(?: (?:ο|η))?"
    r"|a cura di|από τ(?:ον|ην)|propos recueillis par|rédigé par|reporting by|skrevet a[fv]|skriven av"
    r"|به قلم|گزارش از"
)
# These begin other lines as well: only a colon, or what stands for one, says that a name follows.
COLON_LABELS = (
    r"autorka|autorzy|autoři|bài(?: và ảnh)?|editör|haber|készítette|kirjoittaja|muhabir|napsal[ai]?|nhóm phóng viên"
    r"|oprac(?:\.|ował[ai]?|owanie)|penulis|pewarta|phóng viên|reportagem|reporter(?:in)?|texte|texto|toimittaja"
    r"|wartawan|επιμέλεια|κείμενο|ρεπορτάζ|автори|беседовал[аи]?|журналист|записал[аи]?|корреспондент"
    r"|материал подготовил|подготовил[аи]?|текст|כתב(?:ת|ו)?|ترجمة|تقرير|حوار|خبرنگار|گزارش|مراسل(?:ة)?|مترجم"
    r"|نویسندگان|رپورٹ|प्रतिवेदक|रिपोर्ट(?:र)?"
    r"|প্রতিবেদক|প্রতিবেদন|লেখক|লেখা"
)
COLON = r"(?:\s*[:：/]\s*|,\s+|\s+[-–—ـ]\s*|ـ+\s*)"
PREFIX = re.compile(
    rf"^(?:\W*)(?:(?:(?:analysis|column|commentary|essay|opinion|perspective|review) by"
    rf"|eine? (?:analyse|bericht|essay|gastbeitrag|glosse|interview|kolumne|kommentar|reportage) von"
    rf"|{LABELS})(?:{COLON}|\s+)|(?:{COLON_LABELS}){COLON})",
    re.IGNORECASE,
)
# A label that stands alone: the name is in the next block.
LABEL_ALONE = re.compile(rf"\W*(?:(?:{LABELS})\s*[:：,]?|(?:{COLON_LABELS})\s*[:：])", re.IGNORECASE)
# A name in Chinese, Japanese or Korean is one word: only behind a label or before a reporter's title is it told.
NAME_UNSPACED = "[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}"
NAME_ALONE = re.compile(f"(?!.*(?:记者|記者|编辑|編輯|编译|기자|社$|报$|報$|网$|網$)){NAME_UNSPACED}")
UNSPACED_NAME = re.compile(
    f"(?:(?:作者|撰文|撰稿|記者|记者|責任編集|執筆|ライター|取材・文|文|글|기자)(?:\\s*[:：・/]\\s*|\\s+))"
    f"({NAME_UNSPACED}(?:[、，,・]{NAME_UNSPACED})*)(?=$|[\\s\\d(（|/])"
)
# «이하늘 기자, 김서윤 선임기자», «王小明記者».
REPORTER = re.compile(
    "((?:[\uac00-\ud7af]{2,4}\\s?(?:선임|수석|전문)?(?:기자|특파원)(?:[,·ㆍ、]\\s*|$))+)$|(?!本[报報社])([\u3040-\u30ff\u3400-\u9fff]{2,5})(?<![社报報网網台])(?:記者|记者)$"
)
# Amid a line: «来源：… 作者：王小明», «（记者王小明）», «記者王小明／台北報導», «(서울=연합뉴스) 김서연 기자 =».
UNSPACED_AMID = re.compile(
    "(?:作者|撰文|撰稿)\\s*[:：]\\s*([\u3400-\u9fff]{2,4})(?=$|[\\s|/])"
    "|(?:[（(/]|^)\\s*[\u3400-\u9fff ]{0,6}(?:記者|记者)\\s?([\u3400-\u9fff]{2,3})"
    "(?=[）)]|[\u3400-\u9fff]{2}[報报][導道]|[／/])"
    "|[\\[(][^\\])]{0,16}?([\uac00-\ud7af]{2,4}) (?:선임|수석)?기자[\\])]"
    "|^\\([^)]{2,16}=[^)]{2,12}\\) ([\uac00-\ud7af]{2,4}) (?:선임|수석)?기자 ="
    "|^([\uac00-\ud7af]{2,4}) 기자 [\\w.]+@"
)
# A line of its own under a Chinese story; others say that it ends, or whose picture it was.
SIGNED_UNSPACED = re.compile("[（【(](?!.*[完待续續图圖综綜据據社信来來源报報])([\u3400-\u9fff]{2,3})[）】)]")
# Under a story: "— A. Name", "(A. Name)"; "A. Name is a reporter at …".
OF_PICTURE = re.compile("사진|摄|攝|图|圖|写真")
SIGNED = re.compile(r"[—–-]\s*([^\W\d_][\w .'’-]{4,40})|\(([^\W\d_][\w .'’-]{4,40})\)")
BIOGRAPHY = re.compile(
    r"((?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+) (?:is|was) (?:a|an|the) (?:[\w-]+ ){0,4}?"
    r"(?:reporter|writer|journalist|editor|columnist|correspondent|author)\b"
)
MAX_SIGNED_WORDS = 4
COLONS = frozenset(":：/")
KOREAN_TITLE = re.compile("(?<=[\uac00-\ud7af]{2}) (?:선임|수석|전문)?(?:기자|특파원)$")
TITLE = re.compile("\\s?(?:선임|수석|전문)?(?:기자|특파원)|[,·ㆍ、，・]")
PARTS = re.compile(
    r"\s*(?:[;،؛、|•·]|,\s*(?:and|und|et|y|e)\s|,(?!\s*(?:Ph\.?\s?D|M\.?D|Jr|Sr|MBA|RN|CPA|Esq|CFA|J\.?D|II|III)\b))\s*",
    re.IGNORECASE,
)
NO_NAME = re.compile(
    r"https?:|www\.|@|\d{3}|^(?:null|none|undefined|unknown|root|admin|administrator|webmaster)$", re.IGNORECASE
)
# Who had another part in it.
OTHER_PART = re.compile(
    r"(?:curated|edited|fact[- ]checked|illustrat(?:ed|ions?)|(?:medically )?reviewed|photo(?:graph(?:ed|s|y)|s)?"
    r"|produced|translated|video) by\b"
    r"|(?:bild(?:er)?|editor|editör|foto(?:graf(?:er)?|s)?|kuvat?|photo(?:grapher|s)?|producer|redakt[oöu]r|reviewer"
    r"|translator)\s*[:：]",
    re.IGNORECASE,
)
# A desk, a company, a login: no one's name. A lone word in small letters is a login; a nickname has a capital.
IMPERSONAL = re.compile(
    r"(?-i:[a-z0-9_.-]+)$|.*\b(?:a\.?\s?s|s\.?\s?p\.?\s?a|s\.?\s?r\.?\s?[lo]|kft|zrt|gmbh|ltd|llc|inc|s\.a|e\.?v"
    r"|sp\. z o\.o)\.?$|.*(?:redak[ct]|r[eé]dact|redazion|redacc|redaç|newsroom|news ?desk|web ?desk|\bdesk\b|\bstaff\b"
    r"|\bteam\b|editorial|toimitus|szerkeszt|редакц|تحرير|haber merkezi|نيوز)",
    re.IGNORECASE,
)
HANDLE = re.compile(r"(?<=\w)\s+\(?(?:@\w{2,}|[\w.+-]+@[\w-]+\.[\w.]+)\)?\s*$")
UNKNOWN_LABEL = re.compile(r"\s*(?P<label>[^\W\d][^:：]{1,24})[:：]\s*(?P<name>[^\W\d].*)", re.DOTALL)
PICTURED = re.compile(
    r"[fp]h?oto|ảnh|bild|image|immagin|imagen|foto|фото|صور|تصوير|عکس|תמונ|写真|图|사진|video|vídeo", re.IGNORECASE
)
# What links to an author's page say besides the name.
NO_AUTHOR = re.compile(
    r"^(?:about|all|alle|author|autor|bio|biography|contact|e-?mail|facebook|follow|instagram|kontakt|linkedin|mehr|more"
    r"|profile?|read|see|twitter|website|view)\b|[:?!]$",
    re.IGNORECASE,
)
DATED = (  # What a line says of the day that follows the name.
    r"actualizado|actualizat|aggiornato|aktualisiert|aktualizacja|aktualizováno|atualizado|bijgewerkt|cập nhật"
    r"|diperbarui|diterbitkan|diunggah|đăng|frissítve|gepubliceerd|güncelleme|güncellendi|julkaistu|last updated"
    r"|megjelent|mis à jour|modifié|modified|opdateret|oppdatert|opublikowano|posted|publicat|publicado|publicerad"
    r"|publiceret|publié|publikováno|publisert|published|pubblicato|päivitetty|tayang|updated|uppdaterad|veröffentlicht"
    r"|vydáno|yayın(?:lan)?(?:ma|ma tarihi|dı)?|δημοσίευση|ενημέρωση|обновлено|оновлено|опубликовано|опубліковано"
    r"|публикувана?|تاریخ انتشار|به‌روزرسانی|نُ?شر(?:ت)?(?: في)?|آخر تحديث|تحديث|شائع|اپ ڈیٹ|प्रकाशित|अपडेटेड|अपडेट"
    r"|עודכן|פורסם"
)
MIN_WEEKDAY = 5  # Shorter ones are names and syllables of names too.
WEEKDAYS = "|".join(
    sorted({re.escape(word) for words in WEEKDAY_NAMES.values() for word in words.split() if len(word) >= MIN_WEEKDAY})
)
MONTHS = (  # As they begin.
    "jan|feb|fév|mar|mär|apr|avr|abr|ma[iyj]|jun|jui|jul|aug|ago|aoû|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic"
    "|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
)
# Where a byline line goes on after the name.
AFTER_NAME = re.compile(
    r"\s*(?:(?<=\w)\s\d{1,2}\s(?:min|hour|day|week|month)"
    rf"|(?<=\w)\s(?:{MONTHS})[^\W\d]{{0,7}}\.?\s\d{{1,2}}\b"
    r"(?![./:-]|\.?\s(?:de\s)?[^\W\d]{3,12}\.?,?\s(?:de\s)?\d{4})"
    r"|(?<=\w)[\s,]\s?\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,12}\.?,?\s(?:de\s)?\d{4}|\||•|·|—|–|\s-\s|\(|发布|发表|更新|公開|입력|수정|本文来源|来源|责任编辑|责编"
    rf"|(?<!\w)(?:{WEEKDAYS})(?=[\s،,.]*(?:\d|$|[^\W\d]{{3,12}}\.?\s\d))"
    rf"|(?<!\w)(?:am|el|le|on|{DATED})(?!\w)|\d{{1,2}}[./:]|\d{{4}}).*$",
    re.IGNORECASE | re.DOTALL,
)
# A line may begin with the day.
BEFORE_NAME = re.compile(
    r"^\W*\d{1,2}(?:\.\s?\d{1,2}\.\s?\d{4}|/\d{1,2}/\d{4}|\.?\s(?:de\s)?[^\W\d]{3,12}\.?,?\s(?:de\s)?\d{4})"
    r"(?:[,\s–-]+\d{1,2}[:.]\d\d)?[\s|,·•–-]+(?=[^\W\d])"
)
# «لندن: محمد الشافعي»: where from and by whom (87% of 2,947 aawsat articles of 2015).
CITY_AND_NAME = re.compile(r"^(?P<city>[^\W\d][^:«»\"\d،.]{1,24}):\s+(?P<name>[^\W\d][^:«»\"\d.؟!]{3,60})$")
# «دمشق - محمد الشافعي», «محمد الشافعي - دمشق», «محمد الشافعي (دمشق)».
CITY_BEFORE_DASH = re.compile(
    r"^(?P<city>[^\W\d][^:«»\"\d،./-]{1,24}?)\s?[-–—ـ/]\s?(?P<name>[^\W\d][^:«»\"\d.؟!/()-]{3,40})$"
)
CITY_BEHIND_DASH = re.compile(
    r"^(?P<name>[^\W\d][^:«»\"\d.؟!/()-]{3,40}?)\s?[-–—ـ/(]\s?(?P<city>[^\W\d][^:«»\"\d،./()-]{1,24})\)?$"
)
# «لندن: «الشرق الأوسط»»: the newsroom itself, from there.
CITY_AND_HOUSE = re.compile(r"^(?P<city>[^\W\d][^:«»\"\d،.]{1,24}):\s*«[^«»]{3,40}»$")
CITY_TABLE = Path(__file__).with_name("cities.txt")
NO_CITY = re.compile(
    r"(?:خاص|نشر|نُشر|مدة|وقت|زمن|القراءة|عدد|مشاهدات|تحديث|آخر|المصدر|تصوير|تاريخ|شارك"
    r"|مشاركة|الوسوم|اقرأ|ترجمة|شاهد|القسم|همچنین|بیشتر|مزید|یہ بھی|منبع|گروه|دسته|زمرہ)"
)
# Cities with an article; any other word with one says who speaks or what follows: «الوزير: …», «التصنيف: …».
CITIES_WITH_ARTICLE = frozenset(
    """
    الأحساء الأقصر الأمم الأنبار الإسكندرية البصرة البيرة الجبيل الجزائر الجوف الجيزة الحديدة الحسكة الخرطوم الخليل
    الدار الدمام الدوحة الرباط الرقة الرمادي الرياض الزرقاء السلط السليمانية السويداء السويس الشارقة الضفة الطائف
    الظهران العاصمة العقبة العين العيون الغردقة الفاتيكان الفجيرة الفلوجة القاهرة القدس القامشلي القصيم القنيطرة
    القيروان الكرك الكوت الكويت
    اللاذقية المدينة المكلا المنامة المنصورة المهدية الموصل الناصرة النجف النعامة الهفوف
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
SPEAKER = re.compile(
    "ال(?:أمين|أمير|بنك|جيش|خبير|رئيس|شرطة|شيخ|عاهل|قائد|كاتب|لجنة|متحدث|مجلس|مدير|ملك|ناطق|نائب|وزير)"
)
PERSIAN = re.compile("[پچژگکیہےٹڈڑں]")
OFFICE = re.compile(r"(?:ال)?(?:أمين|خبير|رئيس|سفير|قائد|متحدث|محلل|مدير|مسؤول|مصدر|ناطق|نائب|وزير)(?!\w)")
# What stands in no name.
ARABIC_PARTICLES = re.compile(
    r"(?<!\S)(?:لا|لن|لم|ما|في|من|على|إلى|عن|مع|أن|إن|أو|ثم|قد|كل|بعد|قبل|بين|خلال|حتى|عند|هذا|هذه|ذلك|تلك|هو|هي|نحن"
    r"|كان|يكون|ليس|غير|سوف|لقد|يجب|از|به|در|را|که|این|برای|کے|کی|کا|میں|سے|نے)(?!\S)"
)
# A word for what the writer did stands where the city would.
LABEL = re.compile("نویسند|خبرنگار|گزارش|مترجم|رپورٹ|أجرى|إعداد|بقلم|تحرير|تقرير|حاور|حوار|كتب|مراسل|متابعة|الكاتب")
ARABIC = re.compile("[\u0600-\u06ff]")
MAX_LINE_WORDS = 8
# «Datum: 19.11.2021 Autor: Name»: a label amid a line of several.
LABEL_INSIDE = re.compile(
    r"(?:^|[\s|·•/])(?:author|autor(?:in|a|e)?|auteur|writer|автор|الكاتب|بقلم|نویسنده)\s*[:：]\s*(?P<name>[^:：|·•/]{4,60})",
    re.IGNORECASE,
)
# «Publié le 12 mai, 10:15 | par Claire Dubois»: "de" and "da" stand in dates themselves.
BEHIND_DATE = re.compile(
    r"(?P<date>.*\d\D{0,6}?)(?:\s*[|•·–—-]\s*|\s)(?i:von|by|par|di|door|por|av|af|от)\s*:?\s+(?P<name>[^\W\d_a-z].*)$"
)
LAST_FIRST = re.compile(r"[^\W\d_][\w'’-]+,\s[^\W\d_][\w'’.-]+")
JOINERS = re.compile(
    r"\s(?:and|und|et|&|y|e|i|a|og|och|ja|ve|en|és|și|şi|и|та|і|και|con|with|mit|avec|dan|và|و|اور|और|एवं|ও|/)\s"
    r"|\s(?:و|ו)(?=\w{2})",
    re.IGNORECASE,
)
# Who else is said to have written: the agencies, all together or one by its name.
HOUSES = re.compile(
    r"(?:news )?agenc(?:y|ies)|agenturen?|agences?|agencias?|agenzie|агентства|وكالات|الوكالات", re.IGNORECASE
)
# Behind a name of two words at least: where its bearer was, and for whom; in brackets; who took the pictures.
BESIDE_NAME = re.compile(
    r"(?<=\w\s)(?P<last>\S*\w)(?:\s\([^()]*\)|\s(?:in|aus|à|из)\s[^\W\d_a-z][\w'’-]+(?:\s[^\W\d_a-z][\w'’-]+)?"
    r"|(?i:\s(?:for|für|pour|para|per)\s.+|[.;]\s(?:photo|foto|video|illustration).+))$"
)
ROLE = re.compile(
    r"\b(?:editor|correspondent|reporter|writer|columnist|journalist|analyst|producer|staff|bureau|desk|redakteur(?:in)?"
    r"|korrespondent(?:in)?|redaktion|journaliste|correspondante?|redactora?|corresponsal|periodista|repórter|jornalista"
    r"|giornalista|inviat[oa]|корреспондент|редактор|журналист|обозреватель|muhabir[i]?|editör[ü]?)\b"
    r"|(?<!\w)(?:مراسل|محرر|كاتب|صحفي|خبرنگار)",
    re.IGNORECASE,
)
ROLE_BEFORE = re.compile(
    r"\s(?:associate|business|chief|content|deputy|health|managing|news|political|science|senior)\s*$", re.IGNORECASE
)
NEWSROOM = re.compile(r"staff|bureau|desk|redaktion|خبرنگاران|editorial", re.IGNORECASE)
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.$")  # Behind a word, not behind an initial or a degree.
SIGNATURE_BEFORE, SIGNATURE_AFTER = 4, 8  # Blocks around the end of the body.
DIGIT = re.compile(r"\d")
LETTER = re.compile(r"[^\W\d_]")
TAKEN = frozenset({DropReason.HEADLINE, DropReason.HEADLINE_REPEATED, DropReason.STANDFIRST, DropReason.CAPTION})
NEAR_BLOCKS = 14  # A byline stands so many blocks around the headline or the first paragraph.
MAX_LINE_LETTERS = 120
UPPER_LABELS = re.compile(r"^(?:written|posted|published|reviewed) by:?$", re.IGNORECASE)


def read_byline(
    declared: Declared,
    layout: Layout,
    verdicts: list[DropReason | None],
    near: tuple[int, int],
    end: int,
    url: str | None,
) -> tuple[str | None, tuple[str, ...]]:
    """Return the dateline and the authors' names: JSON-LD first, then meta elements, microdata, lines around ``near``.

    ``end`` is the block after the body: names that stand nowhere else are looked for there.

    The dateline is None where no byline line names a place; the names are empty where none is named. A person who is
    printed comes before a desk that is declared.
    """
    dateline, stated = read_city(layout, verdicts, near)
    item = split_names(declared.item.authors if declared.item else ())
    metas = [split_names(authors) for authors in declared.authors]
    signed = [tuple(name for name in names if not is_site(name, declared, url)) for names in (item, *metas)]
    if personal := next((names for names in signed if names and not all(map(is_impersonal, names))), None):
        return dateline, personal
    printed = stated or read_printed(layout, near)
    if printed and all(is_proper(name) or UNSPACED.search(name) for name in printed):
        return dateline, printed
    return dateline, next(filter(None, signed), ()) or printed or read_signature(layout, near[0], end) or item


def is_impersonal(name: str) -> bool:
    """Tell whether a declared author is a desk, a company or a login; an agency is one who writes."""
    return IMPERSONAL.match(name) is not None and not (UNSPACED.search(name) or AGENCY.fullmatch(name))


def is_site(name: str, declared: Declared, url: str | None) -> bool:
    """Tell whether a declared author is the site itself, which signs every page; a blog may bear its writer's name."""
    key, site, host = fold_line(name), fold_line(declared.site_name or ""), fold_line(name_host(url))
    if len(host) >= MIN_SITE_LETTERS and host in key and host != key:
        return True
    title = fold_line(declared.title or "")
    return (bool(site) and (key in site or site in key)) or (len(key) > MIN_SITE_LETTERS and title.endswith(key))


def read_city(
    layout: Layout, verdicts: list[DropReason | None], near: tuple[int, int]
) -> tuple[str | None, tuple[str, ...]]:
    """Return place and names of a line ``city: name`` under the headline, and mark it."""
    behind = 2 if near[0] == near[1] else 1  # Where no headline is trusted, the first block is the headline.
    for at in range(near[0] + 1, min(near[1] + behind, len(verdicts))):
        if layout.tree.blocks[at].tag in HEADINGS or verdicts[at] in TAKEN:
            continue
        text = layout.tree.blocks[at].text
        if house := CITY_AND_HOUSE.match(text):
            verdicts[at] = DropReason.BYLINE
            return house["city"].strip(), ()
        if found := find_city(text):
            verdicts[at] = DropReason.BYLINE
            city = None if LABEL.match(found["city"]) else found["city"].strip()
            return city, split_names((found["name"],))
    return None, ()


def is_city(text: str) -> bool:
    """Tell whether what stands before the colon can be a place, or a word for what the writer did."""
    first, *others = text.split()
    is_defined = first.startswith("ال") and len(first) > len("ال") + 2
    # «القرية العليا»: a place and its epithet; «الوزير الأول» speaks.
    is_named = any(other.startswith("ال") for other in others[:1]) and not SPEAKER.match(first)
    is_known = not is_defined or first in CITIES_WITH_ARTICLE or is_named or bool(LABEL.match(text))
    return bool(ARABIC.match(text)) and not NO_CITY.match(text) and is_known


def find_city(text: str) -> re.Match[str] | None:
    """Return ``city`` and ``name`` in a line such as ``city: name``, where no one speaks; None in any other."""
    if len(text) > MAX_LINE_LETTERS:
        return None
    for pattern in (CITY_AND_NAME, CITY_BEFORE_DASH, CITY_BEHIND_DASH):
        found = pattern.match(text)
        if found and is_city_and_name(found, is_sure=pattern is CITY_AND_NAME):
            return found
    return None


def is_city_and_name(found: re.Match[str], *, is_sure: bool) -> bool:
    """Tell whether the tables know the city of a line, or the name; both where its sign parts other things too."""
    if not is_city(found["city"]) or not is_arabic_name(found["name"]):
        return False
    if LABEL.match(found["city"]):
        return is_given(found["name"])
    if OFFICE.match(found["city"]):
        return False
    cities, given = read_cities()
    first, _, rest = found["name"].partition(" ")
    is_person = fold_line(first) in given
    if is_sure and is_person:
        return True
    words = found["city"].split()
    is_known = bool(cities & {fold_line(found["city"]), *map(fold_line, words)}) or words[0] in CITIES_WITH_ARTICLE
    if not is_sure:
        return is_known and is_person
    # «بيروت: صمت طويل» tells; a family name has an article far oftener than what is told of.
    return is_known and rest.startswith("ال") and not first.startswith("ال")


@lru_cache(maxsize=1)
def read_cities() -> tuple[frozenset[str], frozenset[str]]:
    """Return the table's cities and given names, folded. Read once a process."""
    cities, names = read_sections(CITY_TABLE)
    return frozenset(map(fold_line, cities)), frozenset(map(fold_line, names))


def is_arabic_name(text: str) -> bool:
    """Tell whether what stands behind the colon can be names."""
    return len(text.split()) <= MAX_LINE_WORDS and not ARABIC_PARTICLES.search(text)


def read_printed(layout: Layout, near: tuple[int, int]) -> tuple[str, ...]:
    """Return the names that the page prints around the headline: marked as the author's, or behind a word like "By"."""
    span = range(max(0, near[0] - NEAR_BLOCKS), min(near[1] + NEAR_BLOCKS, len(layout.tree.blocks)))
    return read_stamps(layout, near[0], span) or read_lines(layout, near[0], span)


def read_stamps(layout: Layout, headline: int, span: range) -> tuple[str, ...]:
    """Return the names in links to authors and items of microdata; those of other stories are not of this one."""
    tree = layout.tree
    for stamp in tree.stamps:
        if stamp.block not in span or is_of_others(layout, stamp.element, headline):
            continue
        if stamp.name == AUTHOR_LINK and read_link(stamp.value or ""):
            return split_names(tuple(list_linked(tree, stamp)))
        if stamp.name.startswith("author"):
            text = stamp.value or tree.blocks[stamp.block].text
            names = read_names(text) if len(text) <= MAX_LINE_LETTERS else ()
            if names:
                beside = (one.value for one in tree.stamps if one[0::2] == stamp[0::2] and one.block == stamp.block)
                return tuple(dict.fromkeys((*names, *(name for one in beside if one for name in read_names(one)))))
    return ()


def list_linked(tree: Tree, first: Stamp) -> Iterator[str]:
    """Yield the names in the links to authors beside ``first``: in one line, or in a row of the same kind."""
    home = tree.parents[first.element], tree.names[first.element]
    for stamp in tree.stamps:
        is_beside = stamp.element == first.element or (
            (tree.parents[stamp.element], tree.names[stamp.element]) == home
            and first.block <= stamp.block <= first.block + MAX_NAMES
        )
        if stamp.name == AUTHOR_LINK and is_beside and (name := read_link(stamp.value or "")):
            yield name


def read_lines(layout: Layout, headline: int, span: range) -> tuple[str, ...]:
    """Return the names in a line that is labelled or classed as a byline, or in the line after a label alone."""
    tree = layout.tree
    lead = next((at for at in span if at > headline and layout.weights[at] >= FULL_PROSE), span.stop)
    for at, (block, following) in enumerate(pairwise(tree.blocks[span.start : span.stop + 1]), span.start + 1):
        signs = tree.signs[block.element] | layout.signs[block.element]
        names: tuple[str, ...] = ()
        if is_embedded(tree, block.element) or is_of_others(layout, block.element, headline):
            continue
        if block.tag not in HEADINGS and (unspaced := read_unspaced(block.text) or read_amid(block.text)):
            return unspaced
        if LABEL_ALONE.fullmatch(block.text) and len(following.text) <= MAX_NAME_LETTERS:
            names = split_names((AFTER_NAME.sub("", following.text),))
        elif len(block.text) <= MAX_LINE_LETTERS and (
            signs & Sign.BYLINE or (at <= lead and is_signed(block)) or is_signed(block, HEADINGS)
        ):
            names = read_names(block.text)
        if not names and len(block.text) <= MAX_LINE_LETTERS and block.tag not in HEADINGS:
            names = read_labelled(block.text)
        is_alone = signs & Sign.BYLINE and len(names) == 1 and NAME_ALONE.fullmatch(names[0])
        if names and (is_alone or all(is_proper(name) for name in names)):
            return tuple(dict.fromkeys((*names, *read_beside(layout, block, at))))
    return ()


def is_signed(block: Block, unsigned: frozenset[str] = frozenset()) -> bool:
    """Tell whether a line begins with a word like "By" and goes on with a name; none in an element ``unsigned`` does.

    Where no capital tells a name, a colon must stand or a given name.
    """
    text = BEFORE_NAME.sub("", block.text)
    label = PREFIX.match(text)
    if label is None or label[0].rstrip()[-1] in COLONS:
        return label is not None
    name = text[label.end() :]
    if ARABIC.match(name):
        return is_given(name)
    return block.tag not in unsigned


def read_unspaced(text: str) -> tuple[str, ...]:
    """Return the names in a line of Chinese, Japanese or Korean that says who reports; empty for any other."""
    found = UNSPACED_NAME.match(text) or REPORTER.match(text)
    told = next(filter(None, found.groups())) if found else ""
    return tuple(name.strip() for name in TITLE.split(told) if name and name.strip())


def read_amid(text: str) -> tuple[str, ...]:
    """Return the name of a reporter amid a line of Chinese or Korean; empty for any other."""
    found = UNSPACED_AMID.search(text) if UNSPACED.search(text) and not OF_PICTURE.search(text) else None
    return tuple(filter(None, found.groups())) if found else ()


def read_beside(layout: Layout, block: Block, at: int) -> Iterator[str]:
    """Yield the names in the blocks from ``at`` on that stand as ``block`` does, in an element of the same class."""
    tree = layout.tree
    named = tree.names[block.element]
    for other in tree.blocks[at : at + MAX_NAMES]:
        names = read_names(other.text)
        is_line = len(other.text) <= MAX_LINE_LETTERS and tree.names[other.element] == named
        if not named or not is_line or not names or not all(map(is_proper, names)):
            return
        yield from names


def read_names(line: str) -> tuple[str, ...]:
    """Return the names in a line of bylines, without the word before them and what else the line says behind them."""
    return split_names((AFTER_NAME.sub("", PREFIX.sub("", BEFORE_NAME.sub("", line))),))


def read_labelled(line: str) -> tuple[str, ...]:
    """Return the names behind a label amid a line of several parts, or behind its date."""
    labelled = LABEL_INSIDE.search(line)
    dated = BEHIND_DATE.match(line) if labelled is None else None
    if dated and is_date_line(dated["date"]):
        return read_names(dated["name"])
    words = labelled["name"].split() if labelled else []
    proper = [*takewhile(lambda word: not word[0].islower() and not DIGIT.search(word), words)]
    return split_names((" ".join(proper[:MAX_NAMED_WORDS]),))


def read_signature(layout: Layout, headline: int, end: int) -> tuple[str, ...]:
    """Return the names under the story: a link to the author, or a line that says so."""
    tree = layout.tree
    span = range(max(0, end - SIGNATURE_BEFORE), end + SIGNATURE_AFTER)
    for stamp in tree.stamps:
        is_link = stamp.name == AUTHOR_LINK and stamp.block in span and read_link(stamp.value or "")
        if is_link and not is_of_others(layout, stamp.element, headline):
            return split_names(tuple(list_linked(tree, stamp)))
    own = [
        (at, block.text)
        for at, block in enumerate(tree.blocks[span.start : span.stop], span.start)
        if not is_of_others(layout, block.element, headline)
    ]
    for _, text in own:
        label = PREFIX.match(text) if len(text) <= MAX_LINE_LETTERS else None
        if label and label[0].rstrip()[-1] in ":：":
            names = split_names((AFTER_NAME.sub("", text[label.end() :]),))
            if names and all(is_proper(name) for name in names):
                return names
    quoted = {at for at, block in enumerate(tree.blocks[: end + 2]) if block.tag == "blockquote"}
    last = (
        read_sign_off(text, is_under=at >= end)
        for at, text in own
        if end - 2 <= at < end + 2 and not {at, at - 1} & quoted
    )
    return next(filter(None, last), ())


def read_sign_off(text: str, *, is_under: bool) -> tuple[str, ...]:
    """Return the name with which a story's last lines are signed; ``is_under`` the body, of whom the line tells."""
    if unspaced := SIGNED_UNSPACED.fullmatch(text):
        return (unspaced[1],)
    if is_under and (told := BIOGRAPHY.match(text)):
        return (told[1],)
    signed = SIGNED.fullmatch(text)
    name = (signed[1] or (is_under and signed[2]) or "") if signed else ""
    return (name,) if is_proper(name) and len(name.split()) <= MAX_SIGNED_WORDS else ()


def read_link(text: str) -> str | None:
    """Return the name in a link to an author's page, a nickname too; None where it says something else."""
    text = PREFIX.sub("", text)
    if not is_name(text) or NO_AUTHOR.search(text) or not LETTER.search(text):
        return None
    return text if " " not in text or is_proper(text) else None


def is_proper(name: str) -> bool:
    """Tell whether each longer word of a name begins as a name does: with a capital, or in a script without any."""
    words = [word for word in name.split() if len(word) > 3]  # noqa: PLR2004 - "von", "de", "van" and their kin.
    return (
        not UPPER_LABELS.match(name)
        and len(name.split()) > 1
        and all(not word[0].islower() for word in words)
        and not DIGIT.search(name)
        and name[-1] not in ":?!"
    )


def split_names(texts: tuple[str, ...]) -> tuple[str, ...]:
    """Return the names in texts that may hold several, each once, without what else is said of their bearers."""
    found: dict[str, str] = {}
    for text in (text[:MAX_NAMED_LETTERS] for text in texts):
        whole = "" if CITY_AND_HOUSE.match(text) else PREFIX.sub("", text)
        own = (one for one in PARTS.split(whole) if not OTHER_PART.match(one.strip()))
        parts = [HANDLE.sub("", part) for one in own for part in split_pair(cut_label(one))]
        stripped = (strip_name(part) for part in parts if not NO_NAME.search(part))
        names = [name for name in stripped if name and is_name(name)]
        if len(names) == 2 and LAST_FIRST.fullmatch(text):  # noqa: PLR2004 - «Keller, Anna».
            names = [f"{names[1]} {names[0]}"]
        for name in drop_roles(names):
            found.setdefault(fold_line(name), name)
    return tuple(found.values())[:MAX_NAMES]


def split_pair(text: str) -> list[str]:
    """Return two names that a language's "and" joins, where each has two words: Ortega y Gasset is one."""
    for joiner in JOINERS.finditer(text):
        head, tail = text[: joiner.start()], text[joiner.end() :]
        if len(head.split()) > 1 and (HOUSES.fullmatch(tail) or AGENCY.fullmatch(tail)):
            return [head]
        if len(head.split()) > 1 and len(tail.split()) > 1:
            return [head, *split_pair(tail)]
    return [text]


def cut_label(text: str) -> str:
    """Return what stands behind a label that no table knows; nothing where it is one of pictures."""
    found = UNKNOWN_LABEL.match(text)
    if found is None:
        return text
    pictured = PICTURED.search(found["label"])
    return found["label"][: pictured.start()] if pictured else found["name"]


def strip_name(text: str) -> str | None:
    """Return a name without an office, a place, a newsroom or a remark behind it."""
    name = BESIDE_NAME.sub(r"\g<last>", FULL_STOP.sub("", text.strip()))
    role = ROLE.search(name)
    if role and len(name[: role.start()].split()) > 1 and not NEWSROOM.search(name):
        name = ROLE_BEFORE.sub("", name[: role.start()])
    head, slash, tail = name.partition("/")
    if slash and len(head.split()) > 1 and (len(tail.split()) == 1 or ROLE.search(tail)):
        name = head
    name = KOREAN_TITLE.sub("", name)
    return clean_line(name) or clean_line(text)


def drop_roles(names: list[str]) -> list[str]:
    """Return the names without offices, agencies and places, where one of a name and a family name stands before."""
    if not names or " " not in names[0]:
        return names
    return [
        name
        for at, name in enumerate(names)
        if at == 0
        or not (ROLE.search(name) or AGENCY.fullmatch(name) or (" " not in name and not UNSPACED.search(name)))
    ]


def is_given(name: str) -> bool:
    """Tell whether a text begins with a given name of the table; one in Persian or Urdu letters may be any."""
    first, *_ = (*name.split(), "")
    return fold_line(first) in read_cities()[1] or PERSIAN.search(name) is not None


def is_bare_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else: two or three words, in Arabic the first a given name."""
    words = text.split()
    if not 1 < len(words) <= MAX_NAMED_WORDS or text[-1] in ".:?!؟،,":
        return False
    if ARABIC.match(text):
        return fold_line(words[0]) in read_cities()[1] and is_arabic_name(text)
    return all(word[0].isupper() and word.isalpha() for word in words)


def is_name(text: str) -> bool:
    """Tell whether a text can be a person's or a newsroom's name."""
    return (
        len(text) <= MAX_NAME_LETTERS
        and len(text.split()) <= MAX_NAME_WORDS
        and not NO_NAME.search(text)
        and not LABEL_ALONE.fullmatch(text)
        and len(text) > 1
    )
