"""Lines that name a city and a person, in Arabic letters: by a table of cities and given names."""

import re
from functools import lru_cache
from itertools import product
from pathlib import Path
from typing import NamedTuple

from warraq.clean.credit_words import read_sections
from warraq.text.characters import fold_line

MAX_NAMED_WORDS = 3  # Of a name that stands among other words.
# «لندن: محمد الشافعي»: where from and by whom (87% of 2,947 aawsat articles of 2015).
CITY_AND_NAME = re.compile(r"^(?P<city>[^\W\d][^:«»\"\d،.]{1,24}):\s+(?P<name>[^\W\d][^:«»\"\d.؟!]{3,60})$")
# «دمشق - محمد الشافعي», «محمد الشافعي - دمشق», «محمد الشافعي (دمشق)»; a name may begin with its first letter.
INITIAL = r"(?:[^\W\d_]\.\s?)?"
CITY_BEFORE_DASH = re.compile(
    rf"^(?P<city>[^\W\d][^:«»\"\d،./-]{{1,24}}?)\s?[-–—ـ/]\s?(?P<name>{INITIAL}[^\W\d][^:«»\"\d.؟!/()-]{{3,40}})$"
)
CITY_BEHIND_DASH = re.compile(
    rf"^(?P<name>{INITIAL}[^\W\d][^:«»\"\d.؟!/()-]{{3,40}}?)\s?[-–—ـ/(]\s?(?P<city>[^\W\d][^:«»\"\d،./()-]{{1,24}})\)?$"
)
# «محمد الشافعي من دمشق», «محمد الشافعي، دمشق»: what else stands so must be a city that is known.
FROM_CITY = re.compile(
    r"^(?P<name>[^\W\d][^:«»\"\d.؟!/()-]{3,40}?)(?:\s(?:من|في)\s|\s?[|،]\s?)(?P<city>[^\W\d][^:«»\"\d،./()-]{1,24})$"
)
END_SIGN = re.compile(r"(?:\s[يت]كتب)?(?<=\w)\s*[:：ـ–—-]+$")  # «القاهرة - محمد الشافعي:», «محمد الشافعي يكتب:».
# «لندن: «الشرق الأوسط»»: the newsroom itself, from there.
CITY_AND_HOUSE = re.compile(r"^(?P<city>[^\W\d][^:«»\"\d،.]{1,24}):\s*«[^«»]{3,40}»$")
CITY_TABLE = Path(__file__).with_name("cities.txt")
NO_CITY = re.compile(
    r"(?:خاص|نشر|نُشر|مدة|وقت|زمن|القراءة|عدد|مشاهدات|تحديث|آخر|المصدر|تصوير|تاريخ|شارك"
    r"|مشاركة|الوسوم|اقرأ|ترجمة|شاهد|القسم|همچنین|بیشتر|مزید|یہ بھی|منبع|گروه|دسته|زمرہ)"
)
SPEAKER = re.compile(
    "ال(?:أمين|أمير|بنك|جيش|خبير|رئيس|شرطة|شيخ|عاهل|قائد|كاتب|لجنة|متحدث|مجلس|مدير|ملك|ناطق|نائب|وزير)"
)
PERSIAN = re.compile("[پچژگکیہےٹڈڑں]")
# What else stands beside a person's name: a trade, or a work of that person's.
NO_PLACE = re.compile(
    r"(?:أستاذ|باحث|روائي|شاعر|صحافي|صحفي|طبيب|فنان|كاتب|لاعب|محام|مخرج|مدرب|ملك|أمير|أغنية|حلقة|ديوان|رواية|سيرة|فيلم"
    r"|قصة|قصيدة|كتاب|مسلسل|مسرحية)"
)
PLACE_KINDS = re.compile(r"(?:بلدة|جنوب|حي|ريف|شرق|شمال|ضاحية|غرب|قرية|قضاء|محافظة|مخيم|مدينة|وادي|ولاية)\s")
TITLE = re.compile(
    r"(?:[أادم]\s?\.\s?)+(?=[\u0621-\u064a]{2})|(?:ال)?(?:أستاذ|دكتور|شيخ|عميد|لواء|مهندس|محامي?)(?:ة)?\s+(?=\S)"
)
OFFICE = re.compile(r"(?:ال)?(?:أمين|خبير|رئيس|سفير|قائد|متحدث|محلل|مدير|مسؤول|مصدر|ناطق|نائب|وزير)(?!\w)")
# What stands in no name.
ARABIC_PARTICLES = re.compile(
    r"(?<!\S)(?:لا|لن|لم|ما|في|من|على|إلى|عن|مع|أن|إن|أو|ثم|قد|كل|بعد|قبل|بين|خلال|حتى|عند|هذا|هذه|ذلك|تلك|هو|هي|نحن"
    r"|كان|يكون|ليس|غير|سوف|لقد|يجب|از|به|در|را|که|این|برای|کے|کی|کا|میں|سے|نے)(?!\S)"
)
# A word for what the writer did stands where the city would.
LABEL = re.compile("نویسند|خبرنگار|گزارش|مترجم|رپورٹ|أجرى|إعداد|بقلم|تحرير|تقرير|حاور|حوار|كتب|مراسل|متابعة|الكاتب")
ARABIC = re.compile("[\u0600-\u06ff]")
NAME_WORD = re.compile("[\u0621-\u063a\u0640-\u0652\u067e\u0686\u0698\u06a4\u06a9\u06af\u06ad\u06cc]+")
START_INITIAL = re.compile(r"[\u0621-\u064a]\.\s?(?=[\u0621-\u064a]{3})")
NAME_LINKS = frozenset(
    ["عبد", "بن", "ابن", "بنت", "ولد", "أبو", "أبي", "أم", "آل", "بو", "آيت", "أيت", "ال", "ذو", "منت"]
)
HOUSE_BEHIND = re.compile(r"\s*\([^\d()]{2,20}\)$")  # «مسقط - سالم المعمري (كووورة)».
WRITTEN_BY = re.compile(r"(?<=[-–—ـ])\s*من\s+(?=[^\W\d])")  # «الغردقة ـ من عرفات علي:»: "of", before who wrote it.
FAMILY = re.compile(r"ال\w{2,}ي|(?:بل|بو|بن)\w{3,}")
NO_PERSON = re.compile(r"(?:اتحاد|بنك|جيش|حزب|حقل|دوري|كأس|مجلس|مسجد|معهد|ملعب|منتخب|نادي|هيئة|وزارة)")
MIN_PERSON_WORDS = 2
MAX_LINE_WORDS = 8
MAX_LONG_NAME = 8  # Words behind the first.
MAX_LINE_LETTERS = 120


def is_city(text: str) -> bool:
    """Tell whether what stands before the colon can be a place, or a word for what the writer did."""
    first, *others = text.split()
    is_defined = first.startswith("ال") and len(first) > len("ال") + 2
    # «القرية العليا»: a place and its epithet; «الوزير الأول» speaks.
    is_named = any(other.startswith("ال") for other in others[:1]) and not SPEAKER.match(first)
    is_known = not is_defined or fold_line(first) in read_table().articled or is_named or bool(LABEL.match(text))
    return bool(ARABIC.match(text)) and not NO_CITY.match(text) and is_known


def is_known_city(text: str) -> bool:
    """Tell whether the table knows a text for a place, or a word of it."""
    table, words = read_table(), text.split()
    return bool(table.cities & {fold_line(text), *map(fold_line, words)}) or fold_line(words[0]) in table.articled


def find_city(text: str) -> re.Match[str] | None:
    """Return ``city`` and ``name`` in a line such as ``city: name``, where no one speaks; None in any other."""
    if len(text) > MAX_LINE_LETTERS:
        return None
    text = END_SIGN.sub("", text)
    for pattern in (CITY_AND_NAME, CITY_BEFORE_DASH, CITY_BEHIND_DASH):
        found = pattern.match(text)
        if found and is_city_and_name(found, is_sure=pattern is CITY_AND_NAME):
            return found
    return None


class Place(NamedTuple):
    """Where a line says that its writer was, if it names a city that is known, and the names in it."""

    city: str | None
    name: str


def find_place(text: str) -> Place | None:
    """Return place and names in a line over a story, where the tables know the one or the other."""
    if found := find_city(text):
        return Place(None if LABEL.match(found["city"]) else found["city"].strip(), found["name"])
    if len(text) > MAX_LINE_LETTERS or text[-1] in ".؟!":
        return None
    text = WRITTEN_BY.sub(" ", END_SIGN.sub("", text))
    from_city = FROM_CITY.match(text)
    if from_city and is_known_city(from_city["city"]) and is_person(from_city["name"]):
        return Place(from_city["city"].strip(), from_city["name"])
    patterns = (CITY_AND_NAME, CITY_BEFORE_DASH, CITY_BEHIND_DASH)
    for line, pattern in product(dict.fromkeys((text, HOUSE_BEHIND.sub("", text))), patterns):
        found = pattern.match(line)
        if found and is_likely(found["city"], found["name"]):
            return Place(found["city"].strip() if is_known_city(found["city"]) else None, found["name"])
    return None


def is_likely(city: str, name: str) -> bool:
    """Tell whether one of two parts is a person's by the given name, or by the family's behind a known city."""
    words = {fold_line(word) for word in f"{city} {name}".split()}
    if words & read_table().newsroom or not is_city(city):
        return False
    if any(pattern.match(city) for pattern in (OFFICE, LABEL, NO_PLACE)):
        return False
    if is_person(name):
        is_place = len(city.split()) == 1 or PLACE_KINDS.match(city) or is_known_city(city)
        return bool(is_place) and not is_given(city)
    return is_family_name(name) and fold_line(city) in read_table().cities | read_table().articled


def is_family_name(name: str) -> bool:
    """Tell whether two or three words end as family names do: «مزيان آيت قاسي», «يوغرطا بلحاج», «مجيد الحربي»."""
    first, *others = name.split()
    if not others or len(others) >= MAX_NAMED_WORDS or first.startswith("ال") or not is_worded(name):
        return False
    is_linked = len(others) > 1 and others[0] in NAME_LINKS
    return is_linked or (len(others) == 1 and FAMILY.fullmatch(others[0]) is not None and not NO_PERSON.match(first))


def is_city_and_name(found: re.Match[str], *, is_sure: bool) -> bool:
    """Tell whether the tables know the city of a line, or the name; both where its sign parts other things too."""
    if not is_city(found["city"]) or not is_arabic_name(found["name"]):
        return False
    if LABEL.match(found["city"]):
        return is_given(found["name"]) and not is_bound(found)
    if OFFICE.match(found["city"]):
        return False
    first, _, rest = found["name"].partition(" ")
    is_called = fold_line(first) in read_table().given
    if is_sure and is_called:
        return True
    if not is_sure:
        return is_called and is_known_city(found["city"])
    # «بيروت: صمت طويل» tells; a family name has an article far oftener than what is told of.
    return rest.startswith("ال") and not first.startswith("ال") and is_known_city(found["city"])


def is_bound(found: re.Match[str]) -> bool:
    """Tell whether the dash of a line stands within a name behind a label: «بقلم جان-بيار فرنسيس»."""
    seam = found.string[found.end("city") : found.start("name")]
    return seam == "-" and " " in found["city"]


class CityTable(NamedTuple):
    """The table's sections, folded."""

    cities: frozenset[str]
    articled: frozenset[str]  # Cities with an article.
    given: frozenset[str]
    newsroom: frozenset[str]


@lru_cache(maxsize=1)
def read_table() -> CityTable:
    """Return the table of cities, given names and newsroom words, folded. Read once a process."""
    return CityTable(*(frozenset(map(fold_line, lines)) for lines in read_sections(CITY_TABLE)))


@lru_cache(maxsize=1)
def read_place_words() -> frozenset[str]:
    """Return the words of the table's cities, folded. Worked out once a process."""
    cities, articled, *_ = read_sections(CITY_TABLE)
    return frozenset(fold_line(word) for city in (*cities, *articled) for word in city.split())


def is_arabic_name(text: str) -> bool:
    """Tell whether what stands behind the colon can be names."""
    return len(text.split()) <= MAX_LINE_WORDS and not ARABIC_PARTICLES.search(text)


def is_given(name: str) -> bool:
    """Tell whether a text begins with a given name of the table; one in Persian or Urdu letters may be any."""
    title = TITLE.match(name)
    first, *_ = (*name[title.end() if title else 0 :].split(), "")
    return fold_line(first) in read_table().given or PERSIAN.search(name) is not None


def is_worded(text: str) -> bool:
    """Tell whether a text is words of Arabic letters alone, and none that stands in no name."""
    return all(map(NAME_WORD.fullmatch, text.split())) and not ARABIC_PARTICLES.search(text)


def is_person(text: str) -> bool:
    """Tell whether an Arabic text is a person's name: a given name of the table, or an initial, and one to three more.

    «عبد», «بن» and «ولد» are no names of their own.
    """
    title = TITLE.match(text)
    text = text[title.end() :] if title and " " in text[title.end() :] else text  # «م. حداد»: a title, or an initial.
    initial = START_INITIAL.match(text)
    words = text[initial.end() if initial else 0 :].split()
    if not words or not is_worded(" ".join(words)):
        return False
    count = sum(word not in NAME_LINKS for word in words) + (initial is not None)
    is_called = initial is not None or fold_line(words[0]) in read_table().given
    return is_called and MIN_PERSON_WORDS <= count <= MAX_NAMED_WORDS


def is_called(text: str) -> bool:
    """Tell whether an item of a list is a person with all names and titles: «المهندسة ليلى بنت خالد آل راشد».

    Behind the given name stand given names, family names with an article or an ending, and no more than one other.
    """
    while title := TITLE.match(text):
        text = text[title.end() :]
    first, *others = text.split() or [""]
    given = read_table().given
    if fold_line(first) not in given or not others or len(others) > MAX_LONG_NAME or not is_worded(text):
        return False
    known = (
        word in NAME_LINKS or word.startswith("ال") or word.endswith("ي") or fold_line(word) in given for word in others
    )
    return sum(not is_known for is_known in known) <= 1


def is_bare_name(text: str) -> bool:
    """Tell whether a line is a person's name and nothing else: two or three words, in Arabic the first a given name."""
    words = text.split()
    if not 1 < len(words) <= MAX_NAMED_WORDS or text[-1] in ".:?!؟،,":
        return False
    if ARABIC.match(text):
        return fold_line(words[0]) in read_table().given and is_arabic_name(text)
    return all(word[0].isupper() and word.isalpha() for word in words)
