"""What is told of the writers, over and under their story."""

import re

from warraq.clean.contacts import CONTACT
from warraq.clean.layout import Layout
from warraq.clean.lines import FIRST_LINES, LAST_PARAGRAPHS, fold_names
from warraq.clean.persons import ROLE, is_impersonal
from warraq.clean.prose import is_stressed
from warraq.clean.tree import Block
from warraq.model import DropReason, Image
from warraq.text.characters import fold_line

# What follows a name where its bearer is told of.
TOLD_OF = re.compile(
    r"\s*(?:(?:is|was|has|joined|reported|(?:cover|report|write|work)s|est|ist|arbeitet|schreibt|es|è|é|jest|adalah|är|er|oli|on"
    r"|является|работает)(?!\w))"
)
# Offices and places of work, and what is declared of stocks and opinions; before * a word goes on as it may.
OFFICES = """
    analityk* analyst analyste analista author autor* autrice auteur* award-winning blogger* co-founder columnist*
    consultant contributor correspondent corresponsal covering covers curator director directeur directrice directora
    diretor* direttor* direktor* doktor dozent* dyrektor* dziennikar* economist editor ekonom* forfatter founder
    fotograf* freelance* författare giornalista historian historiador* historik* historyk* joined jornalista journalis*
    kirjailija korrespond* lecturer novelist owner periodista photographer podcaster* politolog* position professor*
    profesor* publicist* publicyst* pubblicista redact* redakt* reporter* reporting repórter rédact* researcher
    responsible riporter* scholar schriftsteller* scientist scrittor* scrittrice socjolog* soziolog* strategist
    szerkeszt* toimittaja* writer writes writing written wykładow* yazar* écrivain* автор* аналитик* доцент* журналист*
    журналіст* историк* колумнист* корреспондент* научный обозревател* писатель* политолог* профессор* редактор*
    репортер* социолог* экономист* أستاذ* استاد إعلامي* باحث* خبرنگار* روزنامه* صحافي* صحافی* صحفي* كاتب* محرر* مراسل*
    نویسنده*
    """.split()  # noqa: SIM905 - a table of words reads better as words.
WORD_END = r"\w*"
UNSPACED_OFFICES = ("作家", "教授", "記者", "记者", "編集", "编辑", "編輯", "교수", "기자", "특파원")
OFFICE = re.compile(
    rf"(?<!\w)(?:{'|'.join(OFFICES).replace('*', WORD_END)})(?!\w)|{'|'.join(UNSPACED_OFFICES)}|{ROLE.pattern}",
    re.IGNORECASE,
)
BESIDE_NAME = re.compile(r"\s*[—–,،(-]")
# "La autora es geógrafa": who wrote it, by no name.
AUTHOR_IS = re.compile(
    r"(?:a autora|de auteur|der autor|die autorin|el autor|l['’](?:auteur|autore|autrice)|la autora|o autor"
    r"|the (?:author|writer)) (?:es|est|is|ist|è|é)(?!\w)",
    re.IGNORECASE,
)
MAX_AUTHOR_LETTERS = 250
MIN_SAID = 2  # Paragraphs.
MAX_OFFICE_LETTERS = 60
MIN_BIOGRAPHY = 160.0  # A longer paragraph over the story that begins with the writer's name is of the story.
MAX_PORTRAIT_REST = 14  # "Portrait of", "Foto von", "Headshot".
MAX_OPENING = 80  # Letters of a paragraph that are compared.


def is_biography(text: str | None, names: tuple[str, ...]) -> bool:
    """Tell whether a text says of one of the writers who that is: "A. Name is …"."""
    return text is not None and any(text.startswith(name) and is_told_of(text, len(name)) for name in names)


def is_told_of(text: str, end: int) -> bool:
    """Tell whether a text tells of the one whose name ends at ``end``; behind a dash or a comma, by the office."""
    if TOLD_OF.match(text, end):
        return tells_of_work(text, end)
    return BESIDE_NAME.match(text, end) is not None and ROLE.search(text, end, end + MAX_OFFICE_LETTERS) is not None


def tells_of_work(text: str, end: int) -> bool:
    """Tell whether a text says an office or a place of work right behind the name that ends at ``end``, or an address.

    What else begins with a writer's name may be the story: told by the writer, or of the writer.
    """
    return OFFICE.search(text, end, end + MAX_OFFICE_LETTERS) is not None or CONTACT.search(text) is not None


def drop_biography(names: tuple[str, ...], site: str | None, verdicts: list[DropReason | None], layout: Layout) -> None:
    """Drop what is told of the writers: who that is, by an office, an address or a place of work."""
    house = fold_line(site or "")
    long = tuple(name for name in names if fold_names((name,)))
    persons = tuple(name for name in long if fold_line(name) not in house and not is_impersonal(name))
    kept = [at for at, reason in enumerate(verdicts) if reason is None]
    texts = {at: layout.tree.blocks[at].text for at in kept}
    # Who asks or answers in an interview opens many of its paragraphs.
    silent = [name for name in persons if sum(is_said_by(text, name) for text in texts.values()) < MIN_SAID]
    over = [at for at in kept[:FIRST_LINES] if layout.weights[at] < MIN_BIOGRAPHY] if len(kept) > FIRST_LINES else []
    under = kept[-LAST_PARAGRAPHS:] if len(kept) > 2 * LAST_PARAGRAPHS else []
    told_over = [at for at in over if is_biography(texts[at], persons)]
    told_under = [
        at
        for at in under
        if is_biography(texts[at], long)
        or any(begins_with(texts[at], name) and tells_of_work(texts[at], len(name)) for name in silent)
    ]
    told_under += [at for at in kept[-1:] if len(kept) > MIN_SAID and is_of_author(layout.tree.blocks[at])]
    for at in (*told_over, *told_under):
        verdicts[at] = DropReason.BYLINE


def is_of_author(block: Block) -> bool:
    """Tell whether a line, all in bold or italics, says who "the author is"."""
    is_line = len(block.text) <= MAX_AUTHOR_LETTERS and AUTHOR_IS.match(block.text) is not None
    return is_line and is_stressed(block)


def leave_portraits(images: list[Image], names: tuple[str, ...], lead: tuple[str, ...]) -> list[Image]:
    """Return the pictures of a story without its writers', told by their captions; ``lead`` is declared."""
    keys = fold_names(names)
    return [one for one in images if not keys or one.url in lead or not is_portrait(one.caption, keys)]


def is_portrait(caption: str | None, keys: list[str]) -> bool:
    """Tell whether a caption is a writer's name and a word or two: "Portrait of A. Name"."""
    if caption is None or len(caption) > MAX_OFFICE_LETTERS:
        return False
    folded = fold_line(caption)
    return any(name in folded and len(folded) - len(name) <= MAX_PORTRAIT_REST for name in keys)


def is_said_by(text: str, name: str) -> bool:
    """Tell whether a paragraph is what a writer says: "A. Name: …"."""
    return text.startswith(name) and text[len(name) : len(name) + 2].strip()[:1] in {":", "："}


def begins_with(text: str, name: str) -> bool:
    """Tell whether a text begins with a writer's name, as words of their own, and goes on."""
    key, opening = fold_line(name), fold_line(text[:MAX_OPENING])
    return opening.startswith(key) and len(opening) > len(key) and not text[len(name) : len(name) + 1].isalnum()
