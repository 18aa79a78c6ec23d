"""Names in Chinese, Japanese and Korean, told by the words and titles beside them alone."""

import re

from warraq.clean.credit_signs import AGENCY, UNSPACED_HOUSE
from warraq.clean.phrases import UNSPACED

# A name in Chinese, Japanese or Korean is one word: only behind a label or before a reporter's title is it told.
NAME_UNSPACED = "[\u3005\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{2,6}"
NAME_ALONE = re.compile(f"(?!.*(?:记者|記者|编辑|編輯|编译|기자|社$|报$|報$|網$|网$)){NAME_UNSPACED}")
HAN = "\u3400-\u9fff"
# «澎湃新闻记者 李晓雯», «本报记者 李晓雯 编辑 王明»: the paper before the label.
UNSPACED_NAME = re.compile(
    f"(?:(?:作者|撰文|撰稿|記者|记者|責任編集|執筆|ライター|取材・文|文|글|기자)(?:\\s*[:：・/|｜丨]\\s*|\\s+)"
    f"|[{HAN}]{{1,10}}(?:记者|記者)\\s+)"
    f"({NAME_UNSPACED}(?:[、，,・]{NAME_UNSPACED})*)(?=$|[\\s\\d(（|/])"
)
HAN_WORD = f"[\u3005{HAN}]"
# Behind a Japanese label a family name may stand apart: «執筆：山田 太郎».
SPACED_NAME = re.compile(
    f"(?:(?:責任編集|執筆|ライター|取材・文|著者)\\s*[:：・/|｜＝=]|(?:文|記者)\\s?[:：・/](?=\\s*{HAN_WORD}\u3005))"
    f"\\s*({HAN_WORD}{{1,4}}[ \u3000][\u3005\u3040-\u30ff{HAN}]{{1,4}})$"
)
# «이하늘 기자, 김서윤 선임기자», «王小明記者».
REPORTER = re.compile(
    "((?:[\uac00-\ud7af]{2,4}\\s?(?:선임|수석|전문)?(?:기자|특파원)(?:[,·ㆍ、]\\s*|(?=\\s(?:입력|등록|수정|승인)$)|$))+)"
    "(?:\\s(?:입력|등록|수정|승인))?$"
    f"|(?!本[报報社])([\u3040-\u30ff{HAN}]{{2,5}})(?<![社报報网網台])\\s?(?:記者|记者)$"
)
# Names of three letters and more begin with one of these family names of two.
FAMILY = "欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|夏侯|皇甫|慕容|令狐|司徒|端木|尉迟|尉遲|公孙|公孫|宇文"
HAN_PERSON = f"(?:(?:{FAMILY})[{HAN}]{{1,2}}|[{HAN}]{{2,3}})"
TITLED = "(?:通讯员|通訊員|实习生|實習生|实习记者|實習記者)"
HAN_PERSONS = f"{HAN_PERSON}(?:\\s?[、，,·・ ]\\s?{TITLED}?\\s?{HAN_PERSON}){{0,4}}"
HANGUL = "[\uac00-\ud7af]{2,4}"
# Amid a line: «来源：… 作者：王小明», «（记者王小明）», «記者王小明／台北報導», «【王小明／台北報導】»,
# «（中央社記者王小明台北20日電）», «(서울=연합뉴스) 김서연 기자 =», «[서울=뉴시스] …», «【札幌＝王小明】»,
# «中央社 花蓮縣28日電».
UNSPACED_AMID = re.compile(
    f"(?:作者|撰文|撰稿)\\s*[:：]\\s*([{HAN}]{{2,4}})(?=$|[\\s|/])"
    f"|(?:[（(/／【〔]|^)\\s*[{HAN} ]{{0,6}}(?:記者|记者)\\s?({HAN_PERSONS})"
    f"(?=[）)】〕]|[{HAN}]{{2}}(?:[{HAN}]{{2}})?[報报][導道]|[{HAN}]{{2,3}}\\d{{1,2}}日[電电]|[／/])"
    f"|[【（(〔]([{HAN}]{{2,3}})[／/][{HAN}]{{2,4}}(?:即時|综合|綜合|連線)?[報报][導道][】）)〕]"
    f"|【[{HAN}]{{2,6}}＝([{HAN}]{{2,4}}[\u3040-\u30ff]{{0,3}})】"
    f"|[\\[(][^\\])]{{0,16}}?({HANGUL}(?:[·ㆍ,]\\s?{HANGUL}){{0,4}}) (?:선임|수석)?기자[\\])]"
    f"|^[(\\[][^)\\]=]{{2,16}}=[^)\\]]{{2,12}}[)\\]] ({HANGUL}(?:(?: 기자)?[\\s·ㆍ,]{{1,2}}{HANGUL}){{0,4}})"
    " (?:선임|수석)?기자 ="
    f"|(?:^|[\\s\\d])([{HAN}]{{2,4}}社)\\s?[{HAN}]{{0,6}}\\d{{1,2}}日[電电讯訊]$"
    f"|(?:^(?:{HANGUL}/)?|\\d )({HANGUL}) 기자 [\\w.]+@"
)
# A line of its own under a Chinese or Japanese story; others say that it ends, whose picture it was, or what follows.
SIGNED_UNSPACED = re.compile(
    f"[（【(](?!.*[完待续續图圖综綜据據社信来來源报報])(?P<short>[{HAN}]{{2,3}})[）】)]"
    f"|【(?!.*(?:[完社報図]|関連|記事|写真|動画|解説|共同|時事|通信|速報|独自|国際|経済|政治|取材|編集|特集|連載))"
    f"(?P<long>[\u3005\u3040-\u30ff{HAN}]{{4,6}})】"
)
# «（中原さやか）» at the very end of a Japanese story, behind its last sentence or on a line of its own.
GLUED_NAME = re.compile(f"(?:^|(?<=[。」]))（(?P<name>[{HAN}]{{1,3}}[\u3005\u3040-\u30ff{HAN}]{{1,5}})）$")
COMPANY = re.compile(
    "(?:株式会社|有限会社|有限公司).+"
    "|.+(?:株式会社|有限公司|客户端|編集部|編輯部|编辑部|財經|财经|頻道|频道|網|网|뉴스|방송)"
)
WIRED = re.compile(f"[{HAN}]{{0,6}}\\d{{1,2}}日[電电讯訊]")  # «花蓮縣28日電»: where from and when, and nobody.
OF_PICTURE = re.compile("사진|摄|攝|图|圖|写真")
TITLE_BEHIND = re.compile(
    "(?<=[\uac00-\ud7af]{2}) (?:선임|수석|전문)?(?:기자|특파원)(?: (?!.*(?:기자|특파원)$).*)?$"
    "|(?<=[\u3400-\u9fff]{2})\\s(?:記者|记者)$"
)
TITLE = re.compile("\\s?(?:선임|수석|전문)?(?:기자|특파원)|[,·ㆍ、，・]")
SEAM = re.compile(f"{TITLED}|(?:\\s|(?:선임|수석)?기자|[,·ㆍ、，・])+")  # Between the names amid a line.
# «읽어주기 기능은 브라우저에서만», «사용하실 수 있습니다»: what stands beside a name is no name.
PHRASED = re.compile(
    "(?:.*[\uac00-\ud7af]{3}(?:은|는|을|를|의|에서|에서만)(?:\\s|$)|.*니다$).*|.*(?:ます|です|ません|ください)$"
)
MIN_PHRASE_WORDS = 3
BESIDE = 4  # Letters around a name in which it is said that it is a picture's.


# «本报记者 陆一鸣 实习记者 方可 上海报道»: titles and names by turns, and from where; «潘 晓» is set as wide as three.
REPORTS = re.compile(f"[{HAN}]{{0,10}}(?:记者|記者|通讯员|实习生|實習生)")
FROM_WHERE = re.compile(f"(?:发自|發自)[{HAN}]{{0,4}}|[{HAN}]{{1,6}}[电電]|综合|綜合|整理|编译|編譯|编辑|編輯")
REPORTED = re.compile(f"[{HAN}]{{0,6}}(?:报道|報導|報道|报导)")
SPREAD = re.compile(f"(?<=\\s)([{HAN}])\\s+([{HAN}])(?=\\s|$)")
HAN_NAME = re.compile(f"(?!.*(?:编辑|編輯|摄影|攝影|责编|責編|校对|图片|文字))[{HAN}]{{2,4}}")
MAX_REPORTERS_LETTERS = 60


def is_unspaced_house(name: str) -> bool:
    """Tell whether a name in Chinese, Japanese or Korean is a paper's, an agency's or a company's."""
    found = AGENCY.fullmatch(name) or COMPANY.fullmatch(name) or UNSPACED_HOUSE.fullmatch(name)
    return UNSPACED.search(name) is not None and found is not None


def read_unspaced(text: str) -> tuple[str, ...]:
    """Return the names in a line of Chinese, Japanese or Korean that says who reports; empty for any other."""
    if reporters := read_reporters(text):
        return reporters
    if spaced := SPACED_NAME.match(text):
        return (spaced[1],)
    found = UNSPACED_NAME.match(text) or REPORTER.match(text)
    told = next(filter(None, found.groups())) if found else ""
    return tuple(name.strip() for name in TITLE.split(told) if name and name.strip())


def read_reporters(text: str) -> tuple[str, ...]:
    """Return the names in a line of Chinese reporters, titles and names parted by blanks, that says nothing else."""
    if len(text) > MAX_REPORTERS_LETTERS or not ("记者" in text or "記者" in text):
        return ()
    title, *words = SPREAD.sub(r"\1\2", text).split()
    if words and REPORTED.fullmatch(words[-1]):
        words.pop()
    while words and FROM_WHERE.fullmatch(words[-1]):
        words.pop()
    names = [word for word in words if not REPORTS.fullmatch(word)]
    is_line = REPORTS.fullmatch(title) and words and words[-1] in names and all(map(HAN_NAME.fullmatch, names))
    return tuple(names) if is_line else ()


def read_amid(text: str) -> tuple[str, ...]:
    """Return the names of the reporters amid a line of Chinese or Korean; empty for any other."""
    found = UNSPACED_AMID.search(text) if UNSPACED.search(text) else None
    if found is None or OF_PICTURE.search(text, max(0, found.start() - BESIDE), found.end() + BESIDE):
        return ()
    told = next(filter(None, found.groups()))
    return tuple(name for name in map(str.strip, SEAM.split(told)) if name)


def is_phrase(text: str) -> bool:
    """Tell whether words in Korean or Japanese are a phrase or a sentence, and no name."""
    is_long = len(text.split()) >= MIN_PHRASE_WORDS or text[-1] in "다すんい"
    return is_long and UNSPACED.search(text) is not None and PHRASED.fullmatch(text) is not None
