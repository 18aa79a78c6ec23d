"""Forms that the papers of southern Europe, Latin America, Africa and western Asia share: small pages of ours."""

from types import SimpleNamespace

import pytest

PROSE = (
    "The fishing harbour of Port Elm stays closed until Friday because sand has blocked the channel again",
    "The ferry company has moved its boats to the old quay and sends the passengers on by bus for now",
    "A dredger from the mainland will arrive on Thursday and work through the nights until the way is free",
    "The mayor wants a second breakwater and has written to the ministry about it three times since spring",
    "Shopkeepers along the promenade have lost half of their guests and ask the council to lower the rents",
)
STORY = "".join(f"<p>{sentence}.</p>" for sentence in PROSE)
BODY = "\n\n".join(f"{sentence}." for sentence in PROSE)
TITLE = "Sand blocks the harbour of Port Elm again"
CAPTION = "The dredger leaves the old quay."


def make_page(before: str = "", after: str = "", story: str = STORY) -> str:
    return (
        f"<html><head><title>{TITLE}</title></head><body><main><h1>{TITLE}</h1>{before}"
        f"<div class='story'>{story}{after}</div></main></body></html>"
    )


def put_amid(markup: str) -> str:
    paragraphs = [f"<p>{sentence}.</p>" for sentence in PROSE]
    return "".join([*paragraphs[:3], markup, *paragraphs[3:]])


@pytest.mark.parametrize(
    "line",
    [
        "<p class='byline'>Lina Haddad, enviada especial</p>",
        "<p>Por Lina Haddad, enviada especial a Lima</p>",
        "<p class='byline'>Par Lina Haddad, envoyée spéciale à Dakar</p>",
        "<p class='byline'>Par Lina Haddad, à Dakar</p>",
        "<p class='byline'>Por Lina Haddad, em Lisboa</p>",
        "<p>Por Lina Haddad, q1 Porto Olmo</p>",
        "<p class='byline'>de Lina Haddad</p>",
        "<p class='byline'>Lina Haddad. Corresponsal</p>",
        "<p>Texto y fotos: Lina Haddad</p>",
        "<p>Text und Fotos: Lina Haddad</p>",
        "<div class='author'><a>Lina Haddad</a><span>lina@quay.example</span><span>Porto Olmo</span></div>",
    ],
)
def test_a_name_stands_without_what_its_bearer_is_and_where(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(line)).articles[0]

    assert (article.byline, article.body) == (("Lina Haddad",), BODY)


@pytest.mark.parametrize(
    "line",
    [
        "<h2>Por Semana Santa, más de mil viajeros</h2>",
        "<p>Por Semana Santa, más de mil viajeros esperan en el muelle viejo.</p>",
    ],
)
def test_a_sentence_that_begins_as_a_byline_names_nobody(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(line)).articles[0]

    assert article.byline == ()


@pytest.mark.parametrize(
    "caption",
    [
        f"{CAPTION} - Foto: <span class='media__author'>Omar Saleh</span>",
        f"<span class='text'>{CAPTION}</span> - Foto: <span class='author'>Omar Saleh</span>",
        f"{CAPTION} <em>Omar Saleh</em>",
        f"<span>{CAPTION}</span><strong>Omar Saleh</strong>",
    ],
)
def test_who_is_named_in_a_caption_took_the_picture_and_wrote_nothing(cleaner: SimpleNamespace, caption: str) -> None:
    figure = f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>"

    article = cleaner.html(make_page(figure)).articles[0]

    assert article.byline == ()
    assert [(image.caption, image.credit) for image in article.images] == [(CAPTION, "Omar Saleh")]


def test_a_caption_may_end_in_words_set_apart(cleaner: SimpleNamespace) -> None:
    caption = f"{CAPTION} <em>It needs a day for the journey</em>"
    figure = f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>"

    article = cleaner.html(make_page(figure)).articles[0]

    assert [image.caption for image in article.images] == [f"{CAPTION} It needs a day for the journey"]


def test_the_box_called_caption_over_the_headline_names_the_writer(cleaner: SimpleNamespace) -> None:
    box = f"<div class='caption'><h1>{TITLE}</h1><ul class='author'><li>Lina Haddad</li></ul></div>"
    page = f"<html><head><title>{TITLE}</title></head><body><main>{box}<div>{STORY}</div></main></body></html>"

    article = cleaner.html(page).articles[0]

    assert article.byline == ("Lina Haddad",)


@pytest.mark.parametrize("tag", ["footer", "p", "div"])
def test_who_is_quoted_stays_and_wrote_nothing(cleaner: SimpleNamespace, tag: str) -> None:
    said = "<p>Nobody here believes in another summer without a harbour</p>"
    quotation = f"<blockquote>{said}<{tag} class='quote-author'>Omar Saleh, harbour master</{tag}></blockquote>"

    article = cleaner.html(make_page(story=put_amid(quotation))).articles[0]

    assert article.byline == ()
    assert "Omar Saleh, harbour master" in article.body


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Publicado: 18/11/2026 11:34 · Actualizado: 18/11/2026 13:01", "2026-11-18T11:34"),
        ("Actualizado: 18/11/2026 13:01", "2026-11-18T00:00"),
    ],
)
def test_a_line_that_says_both_days_keeps_its_time_before_the_address(
    cleaner: SimpleNamespace, line: str, expected: str
) -> None:
    page = make_page(f"<p class='date'>{line}</p>")

    article = cleaner.html(page, url="https://quay.example/2026/11/18/sand.html").articles[0]

    assert article.published_at.isoformat()[:16] == expected


def test_a_date_in_a_link_amid_the_story_is_of_another_one(cleaner: SimpleNamespace) -> None:
    card = "<div class='card'><a href='/2'><span>Aussi</span><h3>Le phare rouvre</h3><span>3 mars 2026</span></a></div>"

    article = cleaner.html(make_page(story=put_amid(card))).articles[0]

    assert article.published_at is None


def test_a_time_may_stand_before_the_day_over_the_headline(cleaner: SimpleNamespace) -> None:
    over = "<div><a href='/2026/11/18/'>12:31, 18 ноября 2026</a><a href='/r'>Россия</a></div>"
    page = f"<html><head><title>{TITLE}</title></head><body>{over}<h1>{TITLE}</h1><div>{STORY}</div></body></html>"

    article = cleaner.html(page).articles[0]

    assert article.published_at.isoformat()[:16] == "2026-11-18T12:31"


@pytest.mark.parametrize(
    "lines",
    [
        "<p align='right'><b>Lina Haddad</b></p><p align='right'><em>Economist, Elm College</em></p>",
        "<p><strong>LINA HADDAD</strong><br>Corresponsal de EL MUELLE<br>Cali</p>",
    ],
)
def test_a_name_set_apart_over_a_title_signs_the_story(cleaner: SimpleNamespace, lines: str) -> None:
    article = cleaner.html(make_page(after=lines)).articles[0]

    assert [name.title() for name in article.byline] == ["Lina Haddad"]
    assert article.body == BODY


def test_a_title_below_the_known_writers_name_leaves_with_it(cleaner: SimpleNamespace) -> None:
    line = "<p class='byline'>Por Lina Haddad Mina</p>"

    article = cleaner.html(make_page(line, after="<div>LINA HADDAD<br>Para El Muelle<br>Cali</div>")).articles[0]

    assert (article.byline, article.body) == (("Lina Haddad Mina",), BODY)


def test_names_in_a_row_under_the_story_are_a_list_of_it(cleaner: SimpleNamespace) -> None:
    names = "<p><b>Lina Haddad</b></p><p><b>Omar Saleh</b></p><p><b>Ida Strand</b></p>"

    article = cleaner.html(make_page(after=names)).articles[0]

    assert article.byline == ()
    assert article.body.endswith("Lina Haddad\n\nOmar Saleh\n\nIda Strand")


@pytest.mark.parametrize("line", ["vare", "afcl/mcc", "kb/ask/fmo", "(AIP)<br>kb/ask/fmo"])
def test_initials_in_small_letters_end_the_story(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(after=f"<p>{line}</p>")).articles[0]

    assert article.body == BODY


@pytest.mark.parametrize("line", ["<ul><li>ajo</li></ul>", "<p>Which boat?</p><p>ida</p>"])
def test_a_small_word_that_is_listed_or_answers_stays(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(after=line)).articles[0]

    assert article.body.endswith(("ajo", "ida"))


def test_a_bold_line_over_the_links_at_the_end_is_their_title(cleaner: SimpleNamespace) -> None:
    links = (
        "<ul><li><a href='/2'>Cierran el muelle viejo</a></li><li><a href='/3'>Vuelve el faro de la isla</a></li></ul>"
    )

    article = cleaner.html(make_page(after=f"<p><b>Vea más noticias del puerto</b></p>{links}")).articles[0]

    assert article.body == BODY


def test_a_bold_sentence_over_the_links_at_the_end_stays(cleaner: SimpleNamespace) -> None:
    links = (
        "<ul><li><a href='/2'>Cierran el muelle viejo</a></li><li><a href='/3'>Vuelve el faro de la isla</a></li></ul>"
    )

    article = cleaner.html(make_page(after=f"<p><b>The ferry leaves again on Friday.</b></p>{links}")).articles[0]

    assert article.body.endswith("\n\nThe ferry leaves again on Friday.")


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("I traghetti al molo (Foto Rossi)", "I traghetti al molo", "Rossi"),
        ("I traghetti al molo (Ph. Rossi)", "I traghetti al molo", "Rossi"),
        ("La feria de barcos (Photo London)", "La feria de barcos (Photo London)", None),
        ("Barcos en el muelle. Fotografia por: Lina Haddad", "Barcos en el muelle.", "Lina Haddad"),
        ("Barcos en el muelle (Cortesía)", "Barcos en el muelle", "Cortesía"),
        ("Agencia Faro", None, "Agencia Faro"),
    ],
)
def test_labels_of_southern_captions(
    cleaner: SimpleNamespace, caption: str, text: str | None, credit: str | None
) -> None:
    figure = f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>"

    article = cleaner.html(make_page(figure)).articles[0]

    assert [(image.caption, image.credit) for image in article.images] == [(text, credit)]


@pytest.mark.parametrize("name", ["<strong><a>Lina Haddad</a></strong>", "<a href='/p/lina'>Lina Haddad</a>"])
def test_a_name_set_apart_before_the_day_wrote_it(cleaner: SimpleNamespace, name: str) -> None:
    article = cleaner.html(make_page(f"<div>{name} <span>18 mayo, 2026, 00:12</span></div>")).articles[0]

    assert article.byline == ("Lina Haddad",)


@pytest.mark.parametrize("name", ["Buenos Aires", "Middle East"])
def test_a_place_and_a_section_before_the_day_wrote_nothing(cleaner: SimpleNamespace, name: str) -> None:
    nav = "<nav><a href='/s'>Middle East</a></nav>"
    line = f"{nav}<div><a href='/s'>{name}</a> <span>18 mayo, 2026, 00:12</span></div>"

    article = cleaner.html(make_page(line)).articles[0]

    assert article.byline == ()


def test_a_heading_in_the_foot_of_the_head_is_the_standfirst(cleaner: SimpleNamespace) -> None:
    said = "The council offers houses and a month of holidays to dredger crews"
    head = f"<div class='head'><h1>{TITLE}</h1><ul class='footer'><li><h2>{said}</h2></li></ul></div>"
    page = f"<html><head><title>{TITLE}</title></head><body><main>{head}<div>{STORY}</div></main></body></html>"

    article = cleaner.html(page).articles[0]

    assert (article.headline, article.standfirst, article.body) == (TITLE, said, BODY)


def test_who_says_that_a_machine_made_the_summary_is_no_standfirst(cleaner: SimpleNamespace) -> None:
    line = "Resumen generado con una herramienta de Inteligencia Artificial y revisado por el autor de este artículo."

    article = cleaner.html(make_page(f"<div>{line}</div>")).articles[0]

    assert (article.standfirst, article.body) == (None, BODY)


@pytest.mark.parametrize(("names", "is_kept"), [("pullquote", False), ("exergue", False), ("verse", True)])
def test_a_whole_sentence_leaves_where_its_class_says_that_it_was_pulled_out(
    cleaner: SimpleNamespace, names: str, is_kept: object
) -> None:
    said = "The harbour is no ornament but a debt"
    story = put_amid(
        f"<blockquote class='{names}'>{said}.</blockquote><p>“{said}.” So the old pilot begins his tale.</p>"
    )

    article = cleaner.html(make_page(story=story)).articles[0]

    assert (f"\n\n{said}.\n\n" in article.body) is is_kept
    assert f"“{said}.”" in article.body


@pytest.mark.parametrize(
    "line",
    [
        "Subscreva a nossa newsletter",
        "Receba notícias no WhatsApp e Telegram",
        "Queda prohibida la reproducción total o parcial sin autorización.",
        "Reproduction interdite",
        "Toate drepturile rezervate",
        "Απαγορεύεται η αναπαραγωγή",
        "При использовании материалов ссылка обязательна",
        "Bizi Telegram kanalımızda izləyin",
        "Мәтіннен қате таптыңыз ба? Ctrl+Enter пернесін басыңыз",
        "¿Qué tan útil fue esta publicación?",
    ],
)
def test_notices_under_the_story_are_not_of_it(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(after=f"<p>{line}</p>")).articles[0]

    assert article.body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "Queda prohibida la pesca en todo el puerto hasta el viernes, dijo el alcalde.",
        "La reproduction des moules est interdite dans le vieux port depuis le printemps.",
        "Bizi bu gün limanda heç kim gözləmirdi, dedi kapitan.",
    ],
)
def test_sentences_that_only_begin_like_notices_stay(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(story=put_amid(f"<p>{line}</p>"))).articles[0]

    assert line in article.body
