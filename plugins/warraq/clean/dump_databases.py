"""Documents in a text dump as news databases export them: LexisNexis (to 2018), Nexis Uni (since 2018), Factiva."""

import re
from collections.abc import Sequence

from warraq.clean.dump import RULE_GAP, Field, Line, is_head_line
from warraq.clean.persons import split_names
from warraq.text.characters import fold_line
from warraq.text.dates import find_dates

MAX_HEAD_LINES = 24  # Of a document, over its text.
MAX_TAIL_LINES = 24
MAX_HOUSE_WORDS = 8  # Whose text it was, in Factiva's last line.
# "12 of 40 DOCUMENTS" (LexisNexis), over each.
BEGINS = re.compile(r"\d{1,4} of \d{1,4} DOCUMENTS?")
# "End of Document" (Nexis Uni), "Document IRIEXA0020180604ee6400025" (Factiva), under each.
ENDS = re.compile(r"End of Document|Document [A-Z][A-Z\d]{5,9}0020\d{6}[a-z\d]{8,11}")
LABELS: dict[str, Field] = {
    "body": Field.BODY,
    "byline": Field.WRITER,
    "dateline": Field.OTHER,
    "headline": Field.TITLE,
    "highlight": Field.SUMMARY,
    "length": Field.OTHER,
    "section": Field.OTHER,
    "series": Field.OTHER,
    "source": Field.OTHER,
}
LABELLED = re.compile(rf"(?P<label>{'|'.join(LABELS)})(?::\s*(?P<value>.*))?", re.IGNORECASE)
BELOW = re.compile(
    r"(?:classification|correction(?:-date)?|document-type|graphic|journal-code|language|load-date|notes"
    r"|publication-type)(?::.*)?|copyright \d{4}.*",
    re.IGNORECASE,
)
FIELDS = (Field.TITLE, Field.SUMMARY, Field.WRITER, Field.DATE)  # As an article's head has them.
# How long the text is, in the language of Factiva's pages.
COUNTED = re.compile(r"\d[\d.,  ]* (?:words|mots|palabras|palavras|parole|Wörter|слов\w?)")
LINKING = frozenset({"and", "da", "de", "di", "et", "of", "the", "und", "y"})  # In a house's name.
RIGHTS = re.compile(r"\(c\)|©|copyright\b", re.IGNORECASE)

# A head: of each field its value and the line that holds it; and the first line of the text.
Head = tuple[dict[Field, tuple[str, str]], int]


def read_documents(lines: tuple[Line, ...]) -> tuple[Line, ...]:
    """Return the lines of a database's documents, each with its head as a header has it; any others as they are."""
    marked = [at for at, line in enumerate(lines) if BEGINS.fullmatch(line.text) or ENDS.fullmatch(line.text)]
    read: list[Line] = []
    start = 0
    for at in marked:
        mark = lines[at].text
        is_end = ENDS.fullmatch(mark) is not None
        read.extend(read_document(lines[start:at], (mark,) if is_end else ()))
        start = at + is_end
    return (*read, *read_document(lines[start:], ())) if marked else lines


def read_document(lines: tuple[Line, ...], marks: tuple[str, ...]) -> tuple[Line, ...]:
    """Return a document's title, writer and day, as a header's fields, and its text; what else it says stands aside.

    ``marks`` stood below it. Lines without a head that a database writes are returned as they are.
    """
    begin = int(bool(lines) and BEGINS.fullmatch(lines[0].text) is not None)
    head, end = read_labelled(lines, begin) or read_counted(lines) or ({}, 0)
    if Field.TITLE not in head:
        return lines
    last = find_tail(lines, end, is_counted=bool(marks) and marks[0].startswith("Document"))
    kept = {text for text, _ in head.values()}
    asides = [line.text for line in lines[:end] if line.text not in kept]
    text = list(lines[end:last])
    if text:
        below = (*text[-1].asides, *(line.text for line in lines[last:]), *marks)
        text[-1] = text[-1]._replace(asides=below)
    fields = [make_field(value, field) for field, (value, _) in head.items()]
    fields[0] = fields[0]._replace(gap=RULE_GAP, asides=tuple(asides))
    return (*fields, *text)


def read_labelled(lines: Sequence[Line], begin: int) -> Head | None:
    """Return the head of a document whose fields are labelled: LexisNexis's and Nexis Uni's; None of any other.

    The title stands over the first field, and below the day; where "Body" begins the text, it is the first line.
    """
    found = [(at, match) for at, line in enumerate(lines[:MAX_HEAD_LINES]) if (match := LABELLED.fullmatch(line.text))]
    is_lone = [at for at, match in found if match["value"] is None and match["label"].casefold() == "body"]
    labelled = [(at, match) for at, match in found if match["value"] is not None and at <= min(is_lone, default=at)]
    if not labelled:
        return None
    first, end = labelled[0][0], (is_lone[0] if is_lone else labelled[-1][0]) + 1
    head = {
        LABELS[match["label"].casefold()]: (match["value"], lines[at].text) for at, match in labelled if match["value"]
    }
    over = [line.text for line in lines[begin:first]]
    if over and Field.TITLE not in head:
        title = over.pop(0 if is_lone else -1)
        head[Field.TITLE] = (title, title)
    return order(head, [text for text in over if find_dates(text)]), end


def read_counted(lines: Sequence[Line]) -> Head | None:
    """Return the head of a document that says how many words it has, as Factiva's do; None of any other.

    Title, writer and count stand one below the other, with a blank line under the title; the day, the paper, its code,
    the page, the language and whose rights they are stand under the count.
    """
    count = next((at for at, line in enumerate(lines[:MAX_HEAD_LINES]) if COUNTED.fullmatch(line.text)), 0)
    if not count:
        return None
    is_signed = count > 1 and not lines[count].gap and lines[count - 1].gap > 0
    title = lines[count - 1 - is_signed].text
    end = count + 1
    while end < len(lines) and is_head_line(lines[end]) and not lines[end].gap:
        end += 1
    if end < len(lines) and RIGHTS.match(lines[end].text):
        end += 1
    head = {Field.TITLE: (title, title)}
    if is_signed:
        head[Field.WRITER] = (lines[count - 1].text, lines[count - 1].text)
    return order(head, [line.text for line in lines[count + 1 : end] if find_dates(line.text)]), end


def order(head: dict[Field, tuple[str, str]], days: list[str]) -> dict[Field, tuple[str, str]]:
    """Return the fields that an article has, the title first, and the first of the days."""
    if days:
        head[Field.DATE] = (days[0], days[0])
    return {field: head[field] for field in FIELDS if field in head}


def make_field(value: str, field: Field) -> Line:
    """Return the line that a field's value makes; of a writer's the names without the office."""
    text = ", ".join(split_names((value,))) if field is Field.WRITER else value
    return Line(text or value, fold_line(text) or value, 0, field=field)


def find_tail(lines: Sequence[Line], start: int, *, is_counted: bool) -> int:
    """Return the first line of what a database writes under a text."""
    least = max(start, len(lines) - MAX_TAIL_LINES)
    end = next((at for at in range(least, len(lines)) if BELOW.fullmatch(lines[at].text)), len(lines))
    words = lines[end - 1].text.split() if is_counted and end > start + 1 else []
    is_house = len(words) <= MAX_HOUSE_WORDS and not any(word[0].islower() and word not in LINKING for word in words)
    return end - 1 if words and is_house else end
