"""Headers over the stories of a text dump, as tools write them: mail, front matter, a messenger's export."""

import re
from collections.abc import Iterator
from itertools import takewhile

from warraq.clean.dump import Field, Line, find_wide_gap, is_head_line
from warraq.clean.dump_heads import says_again
from warraq.clean.dump_messages import read_message
from warraq.text.characters import fold_line
from warraq.text.dates import is_date_line

MIN_FIELDS = 2
MAX_OVER = 40  # Lines of a page, over the headline that a header has said.
MAX_UNKNOWN_LETTERS, MAX_LABEL_WORDS = 160, 2  # Of a line with a label that no table knows.
MAX_FIELD_LETTERS = 300  # Of a summary; more is of the story.
LABELLED = re.compile(r"(?P<label>[^\W\d_][^:=\n]{0,30}?)\s?[:：=]\s*(?P<value>.*)")
QUOTED = re.compile(r"""^["'](?P<value>.*)["']$""")
LISTED, QUOTE_BETWEEN = re.compile(r"^\[(?P<value>['\"].*['\"])\]$"), re.compile(r"""['"], ['"]""")  # Python's.
FRAME = re.compile(r"[-=_*~+]{3,}(?:.{1,60}?[-=_*~+]{3,})?")  # "---", "---------- Forwarded message ---------".
# What tools and people call the fields of a header, by what they hold: of mail, front matter and typed notes (2026).
LABELS = {
    Field.TITLE: """title|headline|subject|العنوان|عنوان|عنوان الخبر|عنوان المقال|العنوان الرئيسي|الموضوع|موضوع
        |titre|objet|título|asunto|titel|betreff|titolo|oggetto|заголовок|тема|başlık|konu|כותרת|נושא|سرخی|标题|標題|主题|主旨|件名|제목""",
    Field.SUMMARY: """description|summary|subtitle|excerpt|standfirst|deck|subheading|العنوان الفرعي|الوصف|الملخص|ملخص
        |خلاصه|описание|摘要""",
    Field.WRITER: "author|authors|byline|by|writer|الكاتب|الكاتبة|المؤلف|بقلم|نویسنده|auteur|autor|автор|yazar|מאת",
    Field.DATE: """date|published|publish date|published time|pubdate|sent|التاريخ|تاريخ|تاريخ النشر|تاریخ|fecha
        |datum|дата|tarih|תאריך|日期|날짜""",
    Field.BODY: "text|body|content|markdown content|النص|المتن|نص الخبر|نص المقال|متن|текст|texto|正文",
    Field.OTHER: """from|to|cc|reply-to|source|url|url source|warning|number of pages|link|layout|tags|tag|category
        |categories|section|lang|language|slug|id|draft|image|keywords|permalink|site|من|إلى|المصدر|الرابط|القسم|الوسوم|اللغة
        |از|به|منبع|от|кому|источник|de|para|von|an|à|来源""",
}
FIELDS = {fold_line(label.strip()): field for field, labels in LABELS.items() for label in labels.split("|")}
ORDER = (Field.TITLE, Field.SUMMARY, Field.WRITER, Field.DATE)


def read_headers(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a dump with each header's fields as a head has them: headline, standfirst, writer, date.

    A header has two fields at least and one of them the title, and stands over the dump or after a gap that parts
    articles. Its labels, and what no head has, stand aside.
    """
    wide = find_wide_gap(lines)
    read: list[Line] = []
    at = 0
    while at < len(lines):
        end = find_end(lines, at) if at == 0 or lines[at].gap >= wide else at
        fields = list(read_fields(lines[at:end]))
        if len(fields) >= MIN_FIELDS and any(line.field is Field.TITLE for line in fields):
            over = read_over(fields, lines, end)
            read.extend(order_fields([*over, *fields], lines[at].gap))
            at = end + len(over)
        elif posted := read_message(lines, at):
            read.extend(posted.lines)
            at += posted.read
        else:
            read.append(lines[at])
            at += 1
    return tuple(end_summary(read) if len(read) > 1 and read[0].field else read)


def read_over(fields: list[Line], lines: tuple[Line, ...], start: int) -> list[Line]:
    """Return the lines from ``start`` on up to the headline that a header's title says; none without it.

    The title may have the site's name behind it; what a page has over its headline stands aside, if it is no sentence.
    """
    title = next(line for line in fields if line.field is Field.TITLE)
    over: list[Line] = []
    for line in takewhile(is_head_line, lines[start : start + MAX_OVER]):
        if says_again(line.text, title):
            return [*over, line._replace(field=Field.TITLE)]
        over.append(Line("", "", 0, (*line.asides, line.text), Field.OTHER))
    return []


def end_summary(lines: list[Line]) -> list[Line]:
    """Return lines under a header without a summary below them, which stands aside of the last."""
    *above, before, last = lines
    is_summary = last.field is None and name_field(last) is Field.SUMMARY
    return [*above, before._replace(asides=(*before.asides, last.text))] if is_summary else lines


def find_end(lines: tuple[Line, ...], start: int) -> int:
    """Return the first line from ``start`` on that is of no header; signs around it and unknown labels amid it are."""
    at = end = start
    while at < len(lines) and is_of_header(lines[at]):
        at += 1
        if name_field(lines[at - 1]) is Field.BODY:
            return at
        end = at if name_field(lines[at - 1]) or FRAME.fullmatch(lines[at - 1].text) else end
    return end


def is_of_header(line: Line) -> bool:
    """Tell whether a line has a label that is known, or may have one that is not, or is a sign around a header."""
    if name_field(line):
        return True
    return not line.gap and (FRAME.fullmatch(line.text) is not None or is_labelled(line.text))


def is_labelled(text: str) -> bool:
    """Tell whether a short line is a label of few words and its value."""
    found = LABELLED.fullmatch(text) if len(text) <= MAX_UNKNOWN_LETTERS else None
    return found is not None and len(found["label"].split()) <= MAX_LABEL_WORDS


def name_field(line: Line) -> Field | None:
    """Return what the label of a line says that it holds; None where no table knows it, or the story begins there."""
    found = LABELLED.fullmatch(line.text) if len(line.text) <= MAX_FIELD_LETTERS else None
    field = FIELDS.get(fold_line(found["label"])) if found else None
    return None if field is Field.BODY and found and found["value"] else field


def read_fields(lines: tuple[Line, ...]) -> Iterator[Line]:
    """Yield the fields of a header: the value as the line, its label aside; all of it aside where no head has it."""
    for line in lines:
        field, found = name_field(line), LABELLED.fullmatch(line.text)
        value = LISTED.sub(r"\g<value>", found["value"]) if found else ""
        value = QUOTE_BETWEEN.sub(", ", QUOTED.sub(r"\g<value>", value))
        if found and value and field in ORDER and (field is not Field.DATE or is_date_line(value)):
            yield Line(value, fold_line(value) or value, 0, (*line.asides, found["label"]), field)
        else:
            yield Line("", "", 0, (*line.asides, line.text), Field.OTHER)


def order_fields(fields: list[Line], gap: int) -> Iterator[Line]:
    """Yield the fields that a head has, each once, in its order; the others' words stand aside of the title."""
    first = {line.field: line for line in reversed(fields)}
    chosen = [first[field] for field in ORDER if field in first]
    kept = {id(line) for line in chosen}
    rest = [text for line in fields if id(line) not in kept for text in (*line.asides, line.text) if text]
    title, *others = chosen
    yield title._replace(gap=gap, asides=(*title.asides, *rest))
    yield from others
