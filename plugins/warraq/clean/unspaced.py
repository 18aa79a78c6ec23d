"""Names in Chinese, Japanese and Korean, told by the words and titles beside them alone."""

import re

from warraq.clean.phrases import UNSPACED

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
KOREAN_TITLE = re.compile("(?<=[\uac00-\ud7af]{2}) (?:선임|수석|전문)?(?:기자|특파원)$")
TITLE = re.compile("\\s?(?:선임|수석|전문)?(?:기자|특파원)|[,·ㆍ、，・]")


def read_unspaced(text: str) -> tuple[str, ...]:
    """Return the names in a line of Chinese, Japanese or Korean that says who reports; empty for any other."""
    found = UNSPACED_NAME.match(text) or REPORTER.match(text)
    told = next(filter(None, found.groups())) if found else ""
    return tuple(name.strip() for name in TITLE.split(told) if name and name.strip())


def read_amid(text: str) -> tuple[str, ...]:
    """Return the name of a reporter amid a line of Chinese or Korean; empty for any other."""
    found = UNSPACED_AMID.search(text) if UNSPACED.search(text) and not OF_PICTURE.search(text) else None
    return tuple(filter(None, found.groups())) if found else ()
