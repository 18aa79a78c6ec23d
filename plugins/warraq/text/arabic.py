"""What is particular to Arabic script: letters folded to one spelling, stop words, the forms a word is found under.

``ingest.arabic_forms`` is the SQL twin of ``list_forms``, equal by test: a change here is a migration there.
"""

import re
from functools import lru_cache

from warraq.text.plurals import PLURALS

ALEFS = dict.fromkeys("أإآٱ", "ا")
DIGITS = {digit: str(value % 10) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}

# For comparing: letters that keyboards and houses mix. What is stored keeps its own.
FOLD_LETTERS = str.maketrans(
    ALEFS | dict.fromkeys("ىیې", "ي") | dict.fromkeys("کڪ", "ك") | dict.fromkeys("ھہۀە", "ه") | DIGITS
)

# Harakat and Qur'anic signs, tatweel, and the controls that no reader sees: none tells two words apart.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"

# What houses print for sounds that Arabic lacks, and others leave out: ڤيروس is فيروس.
FOREIGN_LETTERS = {"پ": "ب", "ڤ": "ف", "چ": "ج", "ژ": "ز"}

# A word that is taken apart. Shorter ones are left: too little would stay.
TAKEN_APART = re.compile("[\u0621-\u064a]{4,}")
# Conjunction, preposition and article. لل hides a ل of the word itself: للجنة is for a committee, or for paradise.
ARTICLE = re.compile("و?(?:ال|بال|كال|فال)(.{2,})")
FOR_THE = re.compile("و?لل(.{2,})")
SHORT = 2  # Letters of a noun that an article may stand before: السد. Pronouns are as short: اليه, الله, التي.
# A single letter may be the word's own, so the whole word stays beside what is left of it.
AND = re.compile("و(.{3,})")
PREPOSITION = re.compile("[بل](.{3,})")
# "As", "so" and the future: as first letters they are mostly the word's own, so what follows is only kin.
SELDOM_PREFIXES = (re.compile("و?[كف](?!ال)(.{4,})"), re.compile("و?س([اتني].{3,})"))

# Words whose ال is their own, bare or with a frequent ending, and openings that no article makes: ألمانيا, إلكتروني. As
# openings, إلغاء would take الغائب with it, and التزام بالتزامن. Own list, 2026-11.
OWN_ARTICLE_WORD_LIST = (
    "الات الاف الباني البسة البوم التباس التحاق التزام التزم التفاف التقاء التقاط التقت التقي التهاب الحاح الحاق الزام "
    "العاب الغاء الغام الغي الفا الفان الفين القاء القاب القت القي الوان الياف الية"
)
OWN_ARTICLE_LIST = "الكترون الماني اليات اليزاب"
OWN_ARTICLE = re.compile(
    f"[وف]?[بلك]?(?:(?:{OWN_ARTICLE_WORD_LIST.replace(' ', '|')})(?:ات|ها|هم|ه|ا)?"
    f"|(?:{OWN_ARTICLE_LIST.replace(' ', '|')}).*)"
)

# Openings of frequent words whose first letter is their own: nothing is taken off. Own list, 2026-11.
OWN_OPENING_LIST = (
    "باري باكس بترو بحري بداي براز برلم برلي برنا بروك بريد بريط بشري بصرة بطال بطار بطاق بطري بطول بعثا بعثة بغدا "
    "بقاء بقية بكاء بكين بلاد بلجي بلدا بلدة بلدي بلغا بليغ بناء بنود بنوك بوتي بورص بوسن بولن بيان بيءة بيرو بيضا "
    "بيوت لاجء لاعب لباس لبنا لبني لجان لجنة لحظا لحوم لسان لغات لغوي لقاء لقاح لندن لواء لوحا لوحة ليال ليبي ليلة "
    "واجب واجه واحد وادي وارد واسط واسع واشن واضح واقع والد والي وباء وثاء وثيق وجبا وجبة وجهة وجود وحدا وحدة وحيد "
    "وداع وراء وراث ورشة ورقة وزار وزرا وزير وساء وساط وسيط وسيل وصاي وصفة وصول وصية وضعي وضوح وطني وظاء وظيف وفاة "
    "وفود وقاي وقود وقوع وقوف وكال وكلا وكيل ولاي ولاد وليد "
)
OWN_OPENINGS = frozenset(OWN_OPENING_LIST.split())
# Frequent words whose ending is their own and says nothing of number or owner. Own list, 2026-11.
OWN_ENDING_LIST = (
    "احسان اخوان ارجنتين اسنان اعلان امتحان انسان اوطان ايران ايمان بحرين بركان برلمان برهان بلدان بنيان بوتين "
    "بيان تامين تخمين تدخين تدوين تزيين تضامن تعاون تعيين تكوين تلفزيون تمكين تهاون ثعبان جثمان جدران جنون "
    "جولان جيران حرمان حزيران حسين حصان حنين حيفا خسران دخان درعا ديوان رضوان رمضان روما زيتون سجون سرطان سكان "
    "سلطان سليمان سودان شءون شاهين شيطان صابون صالون صهيون صيدا ضمان طحين طيران عثمان عدوان عرفات عنوان عيون "
    "غانا غسان غفران فستان فلسطين فنون فيزا فيفا قانون قحطان قرءان قران قوانين كانون كربون كندا كوبا كيان لاتين "
    "لبنان لجان لسان لولا ليما مارتين ماكرون مجنون مخزون مدفون مروان مسكين مضمون معجون معين ملايين مليون ميدان "
    "ميزان نسيان نعمان نقصان نيسان هارون هرمون وجدان يابان ياسين يافا يمين يونان "
)
OWN_ENDINGS = frozenset(OWN_ENDING_LIST.split())
COUNTRY_ENDING = "ستان"

PRONOUN = "ها|هما|هم|هن|كم|نا|ه"
# An ending and what a word without it is found under: {} is what is left of it. The first that fits counts.
ENDINGS = tuple(
    (re.compile(ending), forms)
    for ending, forms in (
        ("(.{3,})ات", ("{}", "{}ه")),
        ("(.{2,})(?:تان|تين)", ("{}ه", "{}ت")),
        ("(.{3,})(?:ان|ين|ون)", ("{}",)),
        ("(.{3,})ية", ("{}ي",)),
        ("(.{3,})يا", ("{}يه", "{}ي")),  # سوريا is سورية, too; رسميا is tanwin.
        ("(.{3,})تا", ("{}ه", "{}ت")),  # A dual before its owner, as in the next; or tanwin.
        ("(.{3,})تي", ("{}ه",)),
        ("(.{4,})و", ("{}",)),  # A plural before its owner: مسؤولو.
        ("(?!.{3,}هما$)(.{2,}[^هوين])ا", ("{}",)),  # Tanwin (قرارا), or a dual before its owner; none is "of the two".
    )
)
TANWINS = ("نا", "هما")  # Of a word that ends in ن or هم, unless it is "our" or "of the two": مليونا, مساهما.
# What belongs to somebody; its own ending may be read after that. A ت before a pronoun is mostly ta marbuta (خطتها), an
# ا mostly alef maqsura (مستواها).
OWNED = re.compile(f"(.{{3,}}?)(?:{PRONOUN})")
OPENED = (("ه", "ت"), ("ي", "ا"))

# Words that say nothing of what a text is about, in the spelling of ``fold_search``. Own list, 2026-11.
STOP_WORD_LIST = (
    "ءيضا اثر اثناء احد اذ اذا اذن الا التي الذي الذين اللاتي اللتان اللتين اللذان اللذين اللواتي الي اليه اليها "
    "اليهم ام اما امام ان انا انت انتم انتن انكم انما اننا انه انها انهم انهن او اولا اي ايضا اين بان بانه بانها "
    "بد بدون بذلك بشان بعد بعدما بعض بل بما بن به بها بهذا بهذه بهم بين بينما تحت تكون تلك ثم ثمه جدا حتي حسب حول "
    "حيث حين حينما خارج خلال داخل دون ذات ذلك ذو ريثما سوف سوي ضد ضمن عبر عدا عدم علي عليه عليها عليهم عما عن عند "
    "عندما عنه عنها عنهم غير فان فقد فقط فلا فلم فما فهو فهي فوق في فيما فيه فيها فيهم قال قالت قبل قد كان كانت "
    "كانوا كذلك كل كلا كلما كم كما كي كيف لا لان لانه لانها لدي لذا لذلك لعل لقد لكل لكن لكنه لكنها لكي لم لما "
    "لماذا لن له لها لهذا لهذه لهم لو لولا ليت ليس ليست ليسوا ما ماذا متي مثل مع معه معها معهم من منذ منه منها "
    "منهم مهما نحن نحو نعم نفس نفسه نفسها ها هاتان هذا هذان هذه هكذا هل هم هما هن هنا هناك هنالك هو هولاء هي وان "
    "وانه وانها وذلك وعلي وعن وفي وقال وقالت وقبل وقد وكان وكانت وكما ولا ولكن ولم ولن وليس وما ومع ومن وهذا وهذه "
    "وهم وهو وهي يكون يمكن "
)
STOP_WORDS = frozenset(STOP_WORD_LIST.split())


@lru_cache(maxsize=131_072)
def list_forms(word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return what a folded word is found under: itself without prefixes, and the same without endings.

    The first are one form, or two or three where a first letter may be a preposition or the word's own; the second are
    other words of the same kind (قرارات under قرار, حكومتها under حكومه), and مدرسه under مدارس. ``word`` keeps its ة:
    without dots it may be a pronoun.
    """
    if not TAKEN_APART.fullmatch(word):
        return (spell_out(word),), PLURALS.get(spell_out(word), ())
    bases = strip_prefixes(word)
    exact = tuple(dict.fromkeys(map(spell_out, bases)))
    stripped = (*(form for base in bases for form in strip_ending(base)), *strip_seldom_prefix(word))
    kin = tuple(dict.fromkeys(map(spell_out, stripped)))
    others = (other for form in dict.fromkeys((*exact, *kin)) for other in PLURALS.get(form, ()))
    return exact, tuple(form for form in dict.fromkeys((*kin, *others)) if form not in exact)


def spell_out(word: str) -> str:
    """Return the word with ta marbuta in the one spelling of the index."""
    return word.replace("ة", "ه")


def strip_prefixes(word: str) -> tuple[str, ...]:
    """Return what the word may be without conjunction, preposition and article; the likeliest first."""
    if has_own_opening(word):
        return (word,)
    if after := strip_article(word):
        return after
    if match := AND.fullmatch(word):
        inner = strip_preposition(match[1])
        return inner if has_own_opening(match[1]) else (word, *inner)
    return strip_preposition(word)


def strip_article(word: str) -> tuple[str, ...]:
    """Return what follows the article, with a ل that it may hide; nothing where the word has no article."""
    match, hidden = ARTICLE.fullmatch(word), ""
    if match is None:
        match, hidden = FOR_THE.fullmatch(word), "ل"
    if match is None or OWN_ARTICLE.fullmatch(word):
        return ()
    rest = match[1]
    if len(rest) == SHORT and not STOP_WORDS.isdisjoint((rest, f"ال{rest}")):
        return ()
    return (rest, f"{hidden}{rest}") if hidden else (rest,)


def strip_seldom_prefix(word: str) -> tuple[str, ...]:
    """Return what follows a first letter that may be "as", "so" or the future, and seldom is."""
    if has_own_opening(word):
        return ()
    return tuple(match[1] for prefix in SELDOM_PREFIXES if (match := prefix.fullmatch(word)))


def strip_preposition(word: str) -> tuple[str, ...]:
    """Return the word, and what follows its first letter where that may be a preposition."""
    match = None if has_own_opening(word) else PREPOSITION.fullmatch(word)
    if match is None:
        return (word,)
    rest = match[1]
    return (rest,) if has_own_opening(rest) else (word, rest)


def has_own_opening(word: str) -> bool:
    """Tell whether the first letter is known to be the word's own."""
    return word[:4] in OWN_OPENINGS


def strip_ending(word: str) -> tuple[str, ...]:
    """Return the words of the same kind: singular, masculine, without a pronoun; none where the ending is its own."""
    if spell_out(word) in OWN_ENDINGS or word.endswith(COUNTRY_ENDING):
        return ()
    for ending, forms in ENDINGS:
        if match := ending.fullmatch(word):
            return tuple(form.format(match[1]) for form in forms)
    match = OWNED.fullmatch(word)
    if match is None:
        return ()
    owned = match[1]
    opened = next((f"{owned[:-1]}{closed}" for closed, open_ in OPENED if owned.endswith(open_)), None)
    tanwin = (word[:-1],) if word.endswith(TANWINS) else ()
    return (*filter(None, (opened,)), owned, *tanwin, *strip_ending(owned))
