"""What is particular to Arabic script: letters folded to one spelling, stop words, search stems.

The stems are the two that found most on real newspaper text (measured 2026-11-23 on 2,947 articles, 10 queries):
prefixes alone, precision 1.000 and recall .992; prefixes and suffixes, recall .991 with more false hits.
``store`` holds their SQL twins, equal by test: a change here is a change there.
"""

import re
import unicodedata
from functools import lru_cache

ALEFS = dict.fromkeys("أإآٱ", "ا")
DIGITS = {digit: str(value % 10) for value, digit in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}

# For comparing: letters that keyboards and houses mix. What is stored keeps its own.
FOLD_LETTERS = str.maketrans(
    ALEFS | dict.fromkeys("ىیې", "ي") | dict.fromkeys("کڪ", "ك") | dict.fromkeys("ھہۀە", "ه") | DIGITS
)

# For searching, which goes further: ta marbuta, hamza on a chair, Urdu ye and gaf are found under one letter.
FOLD_SEARCH = str.maketrans(
    ALEFS
    | dict.fromkeys("ىیے", "ي")
    | dict.fromkeys("کگ", "ك")
    | dict.fromkeys("ةھہۀ", "ه")
    | dict.fromkeys("ؤئ", "ء")
    | DIGITS
)

# Harakat and Qur'anic signs, tatweel, and the controls that no reader sees: none tells two words apart.
MARKS = "\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed"
UNSEEN = "\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
IGNORED_IN_SEARCH = re.compile(f"[{MARKS}\u0640{UNSEEN}]")

LETTER = "[\u0621-\u064a]"
WORD = re.compile(r"[^\W_]+")
STEMMED = re.compile(f"{LETTER}{{4,}}")
# و and the article in its forms; ب alone is taken only where suffixes stay, since both together eat short words.
PREFIX = re.compile(f"(?:و?(?:ال|بال|كال|فال|لل)|[وب])(?={LETTER}{{3}})")
PREFIX_LIGHT = re.compile(f"(?:و?(?:ال|بال|كال|فال|لل)|و)(?={LETTER}{{3}})")
SUFFIX = re.compile(f"(?<={LETTER}{{2}})(?:ها|ان|ات|ون|ين|يه|ه|ي)$")

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


def fold_search(text: str) -> str:
    """Return the text in the one spelling search knows: NFKC, without marks and controls, letters and digits folded."""
    return IGNORED_IN_SEARCH.sub("", unicodedata.normalize("NFKC", text)).translate(FOLD_SEARCH)


@lru_cache(maxsize=65_536)
def strip_prefix(word: str) -> str:
    """Return a folded Arabic word without conjunction, preposition and article."""
    return PREFIX.sub("", word, count=1) if (STEMMED.fullmatch(word) and PREFIX.match(word)) else word


@lru_cache(maxsize=65_536)
def strip_affixes(word: str) -> str:
    """Return a folded Arabic word without conjunction, article and the endings of number, person and gender."""
    if not STEMMED.fullmatch(word):
        return word
    prefix = PREFIX_LIGHT.match(word)
    return SUFFIX.sub("", word[prefix.end() :] if prefix else word)


def stem_prefixes(text: str) -> str:
    """Return the text's words, folded and without prefixes, joined by spaces. Precise: weight A."""
    return " ".join(map(strip_prefix, WORD.findall(fold_search(text))))


def stem_light(text: str) -> str:
    """Return the text's words, folded, without prefixes and suffixes, joined by spaces. Broad: weight D."""
    return " ".join(map(strip_affixes, WORD.findall(fold_search(text))))
