"""Names as lines give them: apart from labels, offices, places and days, and apart from each other."""

import re
from itertools import takewhile

from warraq.clean.datelines import (
    ARABIC,
    ARABIC_PARTICLES,
    FROM_CITY,
    MAX_NAMED_WORDS,
    is_known_city,
    is_person,
    is_worded,
)
from warraq.clean.paired_names import RULED, split_ruled
from warraq.clean.persons import DIGIT, MAX_NAMED_LETTERS, WEEKDAY_WORDS, is_name, is_proper, is_small, split_names
from warraq.clean.unspaced import SIGNED_UNSPACED
from warraq.clean.writer_labels import PREFIX
from warraq.text.dates import is_date_line

SIGNED = re.compile(r"[—–-]\s*([^\W\d_][\w .'’-]{4,40})|\(([^\W\d_][\w .'’-]{4,40})\)")
BIOGRAPHY = re.compile(
    r"((?:[A-Z][\w'’.-]+ ){1,3}[A-Z][\w'’-]+) (?:is|was) (?:a|an|the) (?:[\w-]+ ){0,4}?"
    r"(?:reporter|writer|journalist|editor|columnist|correspondent|author)\b"
)
MAX_SIGNED_WORDS = 4
# What links to an author's page say besides the name.
NO_AUTHOR = re.compile(
    r"^(?:about|all|alle|author|autor|bio|biography|contact|e-?mail|facebook|follow|instagram|kontakt|linkedin|mehr|more"
    r"|profile?|read|see|twitter|rss|subscribe|website|view)\b|[:?!]$",
    re.IGNORECASE,
)
DATED = (  # What a line says of the day that follows the name.
    r"actualizado|actualizat|aggiornato|aktualisiert|aktualizacja|aktualizováno|atualizado|bijgewerkt|cập nhật"
    r"|diperbarui|diterbitkan|diunggah|đăng|frissítve|gepubliceerd|güncelleme|güncellendi|julkaistu|last updated"
    r"|megjelent|mis à jour|modifié|modified|opdateret|oppdatert|opublikowano|posted|publicat|publicado|publicerad"
    r"|publiceret|publié|publikováno|publisert|published|pubblicato|päivitetty|tayang|updated|uppdaterad|veröffentlicht"
    r"|stand(?=:?\s\d)|vydáno|yayın(?:lan)?(?:ma|ma tarihi|dı)?"
    r"|δημοσίευση|ενημέρωση|обновлено|оновлено|опубликовано|опубліковано"
    r"|публикувана?|تاریخ انتشار|به‌روزرسانی|نُ?شر(?:ت)?(?: في)?|آخر تحديث|تحديث|شائع|اپ ڈیٹ|प्रकाशित|अपडेटेड|अपडेट"
    r"|עודכן|פורסם"
)
MIN_WEEKDAY = 5  # Shorter ones are names and syllables of names too.
WEEKDAYS = "|".join(sorted(re.escape(word).replace("ا", "[اأإ]") for word in WEEKDAY_WORDS if len(word) >= MIN_WEEKDAY))
MONTHS = (  # As they begin.
    "jan|feb|fév|mar|mär|apr|avr|abr|ma[iyj]|jun|jui|jul|aug|ago|aoû|sep|set|oct|okt|ott|out|nov|dec|dez|déc|dic"
    "|янв|фев|мар|апр|ма[йя]|июн|июл|авг|сен|окт|ноя|дек"
)
# Where a byline line goes on after the name.
AFTER_NAME = re.compile(
    r"\s*(?:(?<=\w)\s\d{1,2}\s(?:min|hour|day|week|month)"
    rf"|(?<=[\w.])\s(?:{MONTHS})[^\W\d]{{0,7}}\.?\s\d{{1,2}}\b"
    r"(?![./:-]|\.?\s(?:de\s)?[^\W\d]{3,12}\.?,?\s(?:de\s)?\d{4})"
    r"|(?<=\w)[\s,]\s?\d{1,2}\.?\s(?:de\s)?[^\W\d]{3,12}\.?,?\s(?:de\s)?\d{4}|\||•|·|—|–|\s-\s|\(|发布|发表|更新|公開|입력|수정|本文来源|来源|责任编辑|责编"
    rf"|\sفي\s(?=\d|(?:{WEEKDAYS})\s\d)|(?<!\w)(?:{WEEKDAYS})(?=[\s،,.]*(?:\d|$|[^\W\d]{{3,12}}\.?\s\d))"
    r"|(?<=\w)\s(?:a las|alle|às|em|en|la|më|ore|pe|saat|zaman:|à)\s(?=\d)"
    # Le Goff and El Amrani are family names.
    rf"|(?<!\w)(?:{DATED}|(?-i:am|on)"
    rf"|(?:am|el|le|on)(?=\s(?:\d|(?:{WEEKDAYS})(?!\w)|(?:{MONTHS})[^\W\d]{{0,7}}\.?\s\d)))(?!\w)"
    r"|\d{1,2}[./:]|\d{4}).*$",
    re.IGNORECASE | re.DOTALL,
)
# A line may begin with the day, and with the weekday before it.
BEFORE_NAME = re.compile(
    r"^\W*(?:[^\W\d_]{4,15},?\s)?\d{1,2}(?:\.\s?\d{1,2}\.\s?\d{4}|/\d{1,2}/\d{4}|\.?\s(?:de\s)?[^\W\d]{3,12}\.?,?\s(?:de\s)?\d{4})"
    r"(?:[,\s–-]+\d{1,2}[:.]\d\d)?[\s|,·•–-]+(?=[^\W\d])"
)
# «Datum: 19.11.2021 Autor: Name»: a label amid a line of several.
LABEL_INSIDE = re.compile(
    r"(?:^|[\s|·•/])(?:author|autor(?:in|a|e)?|auteur|muhabir|penulis|pewarta|writer|yazar|автор|الكاتبة?|بقلم|نویسنده)\s*[:：]\s*(?P<name>[^:：|·•/]{4,60})",
    re.IGNORECASE,
)
WRITING = "(?:كتب(?:ت|ه)?|كتابة|إعداد|تحرير|تحریر|گزارش|نویسنده|מאת)"
LABELLED = re.compile(rf"{WRITING}\s*:")  # Behind the day and a bar.
# «Publié le 12 mai, 10:15 | par Claire Dubois»: "de" and "da" stand in dates themselves.
BEHIND_DATE = re.compile(
    r"(?P<date>.*\d\D{0,6}?)(?:(?:\s*[|•·–—-]\s*|\s)(?i:von|by|par|di|door|por|av|af|от)\s*:?\s+"
    rf"|[\s|•·–—-]*(?:{WRITING}\s*[:–—-]|(?:بقلم|به قلم|מאת)\s*:?)\s*)(?P<name>[^\W\d_a-z].*)$"
)
# What stands at the ends of a line of names: «[Name, Paper]», «Name:», «Name -», «от Name».
EDGES = re.compile(r"^[\[［]+\s*|^от\s+(?=[А-Я])|\s*(?:[\]］]+|(?:\s[يت]كتب)?[:：ـ–—-]+)$")
TRADE = re.compile(r"(?:صحافي|صحفي|كاتب|محرر|إعلامي|مراسل)(?:ة|ون)?\s(?!:)")
WRITER = re.compile(r"الكاتبة?\s+")
ALEFS = str.maketrans("أإآ", "ااا")  # As the tables of weekdays have it.
DAY_BEHIND = re.compile(r"\s+\d{1,4}(?:[-./]|\s[^\W\d]).*$")
LETTER = re.compile(r"[^\W\d_]")


def read_names(line: str) -> tuple[str, ...]:
    """Return the names in a line of bylines, without the word before them and what else the line says behind them."""
    text = AFTER_NAME.sub("", PREFIX.sub("", BEFORE_NAME.sub("", EDGES.sub("", line[:MAX_NAMED_LETTERS]))))
    if (writer := WRITER.match(text)) and is_person(text[writer.end() :]):
        return (text[writer.end() :],)
    if TRADE.match(text) or (ARABIC.match(text) and ARABIC_PARTICLES.search(cut_city(text))):
        return ()  # It tells who the writer is.
    if len(several := split_ruled(PREFIX.sub("", EDGES.sub("", line[:MAX_NAMED_LETTERS])))) > 1:
        return tuple(several)
    return split_names((cut_city(text),))


def read_beside_place(line: str) -> tuple[str, ...]:
    """Return the one person among the parts of an Arabic line of bylines, the others of which are places."""
    parts = RULED.split(EDGES.sub("", line)) if ARABIC.search(line) else []
    persons = [part for part in parts if is_person(part)]
    is_placed = all(is_worded(part) and len(part.split()) <= MAX_NAMED_WORDS for part in parts)
    return tuple(persons) if len(parts) > 1 and len(persons) == 1 and is_placed else ()


def cut_office(text: str) -> str:
    """Return a line of bylines without the small word behind a name: what its bearer does."""
    *names, last = text.split() or [""]
    is_named = len(names) > 1 and last.isalpha() and is_small(last[0])
    return " ".join(names) if is_named and not any(is_small(name[0]) for name in names) else text


def goes_on(text: str, most: int) -> bool:
    """Tell whether more than ``most`` words in small letters follow a name's comma: a sentence that begins so."""
    words = text.partition(",")[2].split()
    return bool(words) and is_small(words[0][0]) and (len(words) > most or text[-1] in ".!?…")


def cut_day(text: str) -> str:
    """Return a text without the day that stands behind it in figures, and the weekday before that."""
    bare = DAY_BEHIND.sub("", text)
    name, _, last = bare.rpartition(" ")
    is_weekday = bare != text and last.translate(ALEFS) in WEEKDAY_WORDS
    return name.removesuffix(" في") if is_weekday and name else bare


def cut_city(text: str) -> str:
    """Return a text without the known city at its end: «محمد الشافعي من دمشق»."""
    found = FROM_CITY.match(text)
    return found["name"] if found and is_known_city(found["city"]) else text


def read_labelled(line: str) -> tuple[str, ...]:
    """Return the names behind a label amid a line of several parts, or behind its date."""
    labelled = LABEL_INSIDE.search(line)
    dated = BEHIND_DATE.match(line) if labelled is None else None
    if dated and is_date_line(dated["date"]):
        return read_names(dated["name"])
    if labelled is None and (ruled := next(filter(LABELLED.match, map(str.strip, line.split("|")[1:])), None)):
        return read_names(ruled)
    words = labelled["name"].split() if labelled else []
    proper = [*takewhile(lambda word: not word[0].islower() and not DIGIT.search(word), words)]
    return split_names((" ".join(proper[:MAX_NAMED_WORDS]),))


def read_sign_off(text: str, *, is_under: bool) -> tuple[str, ...]:
    """Return the name with which a story's last lines are signed; ``is_under`` the body, of whom the line tells."""
    if unspaced := SIGNED_UNSPACED.fullmatch(text):
        return (unspaced["short"] or unspaced["long"],)
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
