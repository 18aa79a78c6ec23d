"""Lines that name a city and a person, in Arabic letters: by a table of cities and given names."""

import re
from functools import lru_cache
from pathlib import Path

from warraq.clean.captions import read_sections
from warraq.text.characters import fold_line

MAX_NAMED_WORDS = 3  # Of a name that stands among other words.
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
MAX_LINE_LETTERS = 120


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
