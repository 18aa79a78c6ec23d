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


@pytest.mark.parametrize("name", ["pie-foto", "pie_foto", "pieFoto", "pie-de-foto", "resim-alti", "légende"])
def test_a_class_word_may_be_written_in_parts_or_with_accents(cleaner: SimpleNamespace, name: str) -> None:
    picture = f"<div><img src='/a.jpg'><p class='{name}'>{CAPTION}</p><p>Compartir la imagen del puerto</p></div>"

    article = cleaner.html(make_page(picture)).articles[0]

    assert [image.caption for image in article.images] == [CAPTION]


def test_a_box_of_facts_written_in_parts_stays(cleaner: SimpleNamespace) -> None:
    box = "<div class='info-box'><p>The channel is four metres deep and was dredged in 1998.</p></div>"

    article = cleaner.html(make_page(story=put_amid(box))).articles[0]

    assert "four metres deep" in article.body


@pytest.mark.parametrize(("names", "captions"), [("foto-nota", [CAPTION]), ("zona-2", [])])
def test_a_sentence_beside_a_picture_is_its_caption_where_the_box_is_named_for_pictures(
    cleaner: SimpleNamespace, names: str, captions: list[str]
) -> None:
    box = f"<div class='{names}'><img src='/a.jpg'><p class='x'>{CAPTION}</p></div>"

    article = cleaner.html(make_page(box)).articles[0]

    assert ([image.caption for image in article.images if image.caption], article.body) == (captions, BODY)


@pytest.mark.parametrize(
    ("caption", "text", "credit"),
    [
        ("La draga deja el muelle viejo. - Lina Haddad", "La draga deja el muelle viejo.", "Lina Haddad"),
        ("La draga deja el muelle viejo. - Lisboa", "La draga deja el muelle viejo. - Lisboa", None),
        ("Mais de vinte barcos no cais velho / PO", "Mais de vinte barcos no cais velho", "PO"),
        ("Lina Haddad / PO", "Lina Haddad / PO", None),
        (
            "<span>La draga deja el muelle</span> <span class='autor'>- LINA HADDAD</span>",
            "La draga deja el muelle",
            "LINA HADDAD",
        ),
        ("Télam", None, "Télam"),
    ],
)
def test_credits_behind_a_rule(cleaner: SimpleNamespace, caption: str, text: str | None, credit: str | None) -> None:
    figure = f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>"

    article = cleaner.html(make_page(figure)).articles[0]

    assert [(image.caption, image.credit) for image in article.images] == [(text, credit)]


def test_an_icon_of_one_letter_is_no_caption(cleaner: SimpleNamespace) -> None:
    figure = f"<figure><img src='/a.jpg'><span class='caption-icon'>i</span><figcaption>{CAPTION}</figcaption></figure>"

    article = cleaner.html(make_page(figure)).articles[0]

    assert [image.caption for image in article.images] == [CAPTION]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Publicado por Lina Haddad en 10:21</p>",
        "<p>Pubblicato da Lina Haddad alle 10:21</p>",
        "<p>Postado por: Lina Haddad às 10:21</p>",
        "<p>Gönderen Lina Haddad</p>",
        "<p>Trimis de Lina Haddad</p>",
        "<p>nga Lina Haddad</p>",
        "<p>Yazar: Lina Haddad</p>",
        "<p class='egilea'>Lina Haddad</p>",
        "<p class='byline'>Por Lina Haddad / Corresponsal</p>",
        "<div><span>Lina Haddad</span> <span>•</span> <span>15 janvier 2026 à 17:20</span></div>",
        "<div><p>Lina Haddad</p><p>15 mayo 2026</p></div>",
    ],
)
def test_labels_and_rows_that_name_who_published(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(line)).articles[0]

    assert (article.byline, article.body) == (("Lina Haddad",), BODY)


def test_a_bold_name_between_headline_and_story_wrote_it(cleaner: SimpleNamespace) -> None:
    article = cleaner.html(make_page(story=f"<p><b>Lina Haddad</b></p>{STORY}")).articles[0]

    assert (article.byline, article.body) == (("Lina Haddad",), BODY)


@pytest.mark.parametrize("line", ["Old Quay", "Porto Elm", "The New Channel"])
def test_a_bold_line_whose_last_word_the_story_says_is_of_it(cleaner: SimpleNamespace, line: str) -> None:
    said = "<p>Who comes by the old Quay or to Elm finds a Channel full of sand, boats on the beach and no ferry.</p>"

    article = cleaner.html(make_page(story=f"<p><b>{line}</b></p>{said}{STORY}")).articles[0]

    assert (article.byline, article.body.split("\n\n")[0]) == ((), line)


@pytest.mark.parametrize("line", ["World News", "Real Estate", "Puerto Olmo"])
def test_a_section_over_the_day_wrote_nothing(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(f"<div><div>{line}</div><div>15 May 2026</div></div>")).articles[0]

    assert article.byline == ()


@pytest.mark.parametrize("account", ["Administrador", "Super User", "Amministratore", "Yönetici"])
def test_who_runs_the_site_wrote_nothing(cleaner: SimpleNamespace, account: str) -> None:
    page = make_page("<p>Escrito por Lina Haddad</p>")
    page = page.replace("<head>", f"<head><meta name='author' content='{account}'>")

    article = cleaner.html(page).articles[0]

    assert (article.byline, article.body) == (("Lina Haddad",), BODY)


def test_a_sentence_that_begins_with_who_published_a_book_stays(cleaner: SimpleNamespace) -> None:
    line = "Publicado por Editorial Faro en 2020, el libro cuenta la vida del puerto viejo."

    article = cleaner.html(make_page(after=f"<p>{line}</p>")).articles[0]

    assert (article.byline, article.body) == ((), f"{BODY}\n\n{line}")


@pytest.mark.parametrize(
    ("line", "standfirst"),
    [
        ("<h2>Erano fermi al molo vecchio da quasi due giorni</h2>", "Erano fermi al molo vecchio da quasi due giorni"),
        (
            "<p>El puerto lleva tres semanas cerrado y nadie sabe cuando abre</p>",
            "El puerto lleva tres semanas cerrado y nadie sabe cuando abre",
        ),
        ("<p>Lina Haddad, Jan Roth and Mary Major, staff writers at the Elm Courier</p>", None),
        ("<p>Inside the harbour and the old quay of Elm, 12 May 2026</p>", None),
        ("<h2>News from the harbour and the quay</h2>", None),
    ],
)
def test_a_few_words_right_under_the_headline_are_the_standfirst(
    cleaner: SimpleNamespace, line: str, standfirst: str | None
) -> None:
    article = cleaner.html(make_page(line)).articles[0]

    assert (article.standfirst, article.body) == (standfirst, BODY)


def test_a_sentence_in_a_heading_opens_the_body_below_the_byline_as_standfirst(cleaner: SimpleNamespace) -> None:
    said = "A pilot of sixty has mended four hundred boats in two years, with the wood that was left."
    head = (
        "<ul><li class='author'>Autor: <a href='/autor/lina'>Lina Haddad</a></li><li class='date'>12 May 2026</li></ul>"
    )

    article = cleaner.html(make_page(head, story=f"<h2>{said}</h2>{STORY}")).articles[0]

    assert (article.standfirst, article.body) == (said, BODY)


def test_a_subhead_that_opens_the_body_stays_where_another_follows(cleaner: SimpleNamespace) -> None:
    said = "A pilot of sixty has mended four hundred boats in two years, with the wood that was left."
    story = put_amid("<h2>The council waits</h2>")

    article = cleaner.html(make_page("<p class='date'>12 May 2026</p>", story=f"<h2>{said}</h2>{story}")).articles[0]

    assert (article.standfirst, article.body.split("\n\n")[0]) == (None, said)


def test_the_site_may_stand_before_the_headline_in_the_title(cleaner: SimpleNamespace) -> None:
    page = make_page().replace("<title>", "<title>QUAYPOST GAZETTE [The First Paper of the Harbour and the Isles] - ")

    article = cleaner.html(page, url="https://www.quaypost.example/a").articles[0]

    assert article.headline == TITLE


def test_an_h1_that_names_the_host_is_the_sites(cleaner: SimpleNamespace) -> None:
    page = (
        f"<html><head><title>Quaypost wins: {TITLE} - Quaypost Gazette</title></head><body><h1>Quaypost Gazette</h1>"
        f"<main><h2>Quaypost wins: {TITLE}</h2><div>{STORY}</div></main></body></html>"
    )

    article = cleaner.html(page, url="https://www.quaypost.example/a").articles[0]

    assert article.headline == f"Quaypost wins: {TITLE}"


def test_the_site_may_stand_before_a_point_in_the_title(cleaner: SimpleNamespace) -> None:
    cell = f"<table><tr><td><p><b>{TITLE}</b></p>{STORY}</td></tr></table>"
    page = f"<html><head><title>Faro. {TITLE}</title></head><body>{cell}</body></html>"

    article = cleaner.html(page).articles[0]

    assert article.headline == TITLE


def test_a_day_amid_a_line_of_several_parts_is_read(cleaner: SimpleNamespace) -> None:
    line = "<span>Article lu 3.412 fois - Mardi 21 Juil 2026 - Auteur : Lina Marie Haddad</span>"

    article = cleaner.html(make_page(f"<div>{line}</div>")).articles[0]

    assert article.published_at is not None
    assert f"{article.published_at:%Y-%m-%d}" == "2026-07-21"


@pytest.mark.parametrize(
    "line",
    [
        "<p>Última actualização 08H35</p>",
        "<table><tr><td>Última actualización el Lunes, 12 de Octubre de 2026 10:02</td></tr></table>",
        "<p>321 lecturas</p>",
        "<p>Lu 1 242 fois</p>",
        "<p>Bu haber 1421 kez okundu</p>",
        "<p>Noi del giornale crediamo che una buona notizia aiuti tutti. Abbonati al Molo</p>",
        "<p>Notre journal est sans publicité. Pour continuer, nous avons besoin de vous : faites un don.</p>",
        "<p>Si llegaste hasta acá es porque te importa el periodismo del puerto. Asociate.</p>",
        "<p>Feu-vos-en subscriptors i rebreu un regal</p>",
        "<p>Haberleri anında öğrenmek için Telegram kanalımıza abone olun</p>",
        "<p>Ahora puedes seguirnos en nuestro canal de WhatsApp</p>",
        "<p>Inscríbete en nuestro newsletter de la mañana</p>",
        "<p>Deja una respuesta</p>",
        "<p>IL VIDEO. <a href='/v'>La sabbia nel porto vecchio</a></p>",
        "<p>(l.h./Molo)</p>",
        "<p>(l.h.)</p>",
        "<p>/l.h</p>",
        "<p>EFE abc/xyz</p>",
    ],
)
def test_the_last_lines_of_southern_pages_are_not_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(after=line)).articles[0]

    assert article.body == BODY


@pytest.mark.parametrize(
    "line",
    [
        "<p>La association du port a besoin de filets. Faites un don au quai vieux avant vendredi.</p>",
        "<p>Los socios del club piden ayuda al puerto. Hazte socio, dice el cartel de la entrada.</p>",
        "<p>«El periódico es de todos. Suscríbete», repite el vendedor del muelle.</p>",
        "<p>Los lectores del diario recuerdan que el puerto cerró ya en 1998 por la arena.</p>",
        "<p>Deja una respuesta a medias el alcalde, que no habló de plazos ni de dinero.</p>",
        "<table><tr><th>Barco</th><th>Salida</th></tr><tr><td>Faro</td><td>12/10/2026</td></tr></table>",
        "<ul><li>(a.m.) the ferry leaves for the island of Elm</li></ul>",
    ],
)
def test_last_lines_that_only_look_like_appeals_stay(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(after=line)).articles[0]

    assert len(article.body) > len(BODY)


def test_a_line_between_headline_and_byline_is_the_standfirst(cleaner: SimpleNamespace) -> None:
    said = "A family of pilots now sells the wood of the old quay in four towns of the coast"
    head = f"<h1>{TITLE}</h1><div>{said}</div><div class='author'>Lina Haddad</div><div>12 May 2026</div>"
    page = f"<html><head><title>{TITLE}</title></head><body><main>{head}{STORY}</main></body></html>"

    article = cleaner.html(page).articles[0]

    assert (article.standfirst, article.byline, article.body) == (said, ("Lina Haddad",), BODY)


def test_the_first_paragraph_stays_where_the_byline_stands_over_it(cleaner: SimpleNamespace) -> None:
    head = f"<h1>{TITLE}</h1><div class='author'>Lina Haddad</div><div>12 May 2026</div>"
    page = f"<html><head><title>{TITLE}</title></head><body><main>{head}{STORY}</main></body></html>"

    article = cleaner.html(page).articles[0]

    assert (article.standfirst, article.body) == (None, BODY)


@pytest.mark.parametrize(
    "line",
    [
        "Dal nostro inviato Lina Haddad",
        "De notre correspondante à Dakar, Lina Haddad",
        "Postat de Lina Haddad",
        "Texto de Lina Haddad",
        "Shkruar nga Lina Haddad më 3 maj 2026",
    ],
)
def test_who_writes_from_where_in_front_of_the_name(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(f"<p>{line}</p>")).articles[0]

    assert (article.byline, article.body) == (("Lina Haddad",), BODY)
