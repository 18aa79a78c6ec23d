"""Lines around a story, bylines and credits in the smaller languages of Europe, and what their sites' markup tells."""

from types import SimpleNamespace

import pytest
from strait import HEADLINE, STORY, clean_body, make

from warraq.clean.captions import is_credit_line
from warraq.clean.credits import split_credit

SITE = '<meta property="og:site_name" content="Strait Times">'


@pytest.mark.parametrize(
    "line",
    [
        "Fréttin heldur áfram fyrir neðan auglýsinguna",
        "Artikkel jätkub pärast reklaami",
        "Raksts turpinās pēc reklāmas",
        "Straipsnis tęsiasi po reklama",
        "Članek se nadaljuje po oglasu",
        "Tekst članka se nastavlja ispod oglasa",
        "- Reklamë -",
        "Liitu meie uudiskirjaga",
        "Piesakies ostas jaunumu vēstkopai un uzzini visu pirmais!",
        "Prihláste sa na odber noviniek",
        "Pratite nas i na našoj Facebook stranici, gde nas ima najviše.",
        "Пратите нас на Вајберу",
        "Підписуйтесь на наш канал у Telegram, аби знати більше.",
        "Jälgi meid Instagramis",
        "Sekite mus ir Facebook",
        "Unser Hafen-Newsletter informiert Sie jeden Morgen über alles vom Kai.",
        "Lesa meira: ferjan kyrr",
        "Märkasid viga? Kirjuta meile.",
        "Pastebėjote klaidą? Praneškite!",
        "Našli ste chybu? Napíšte do prístavu.",
        "Har du innspill til saken, eller vil du fortelle noe? Skriv til havna.",
        "Сва права задржана",
        "Znate li nešto više o temi luke? Javite nam.",
        "Jeśli widzisz błąd w tekście, napisz do portu.",
        "Máte tip na zajímavý příběh? Napište nám na pristav@strait.example.",
        "Kui märkasid viga, anna teada.",
        "Ha hibát talált a cikkben, jelezze.",
        "Ако сте забелязали грешка, пишете ни.",
        "Преземањето на содржините е можно само со наведување на изворот и линк.",
        "Kopírování textů bez souhlasu redakce je zakázáno.",
        "Artiklen er opdateret kl. 14.20.",
        "Der Artikel wurde am 14. Mai aktualisiert.",
        "Sie wollen mehr vom Hafen lesen? Jetzt testen.",
        "Ten tekst przeczytasz w 3 minuty",
        "Vrijeme čitanja: 2 min",
        "2 min. læsetid",
        "(Borítókép: Kompok a kikötőben. Fotó: Nagy Anna / Szoros)",
        "Úvodní foto: Jan Novák",
        "Číst dál:",
        "До теми:",
    ],
)
def test_lines_of_the_house_leave_a_story_in_the_smaller_languages(cleaner: SimpleNamespace, line: str) -> None:
    assert clean_body(cleaner, make(amid=f"<p>{line}</p>", end=f"<p>{line}</p>")) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Podijelite na manje komade i pecite dvadeset minuta.",
        "Sledite navodilom kapitana, je dejal, in ostali boste suhi.",
        "Seuraa myrskyä säätiedotuksesta, satamakapteeni neuvoi.",
        "Följ båten ut ur hamnen, sade lotsen, och vänd vid fyren.",
        "Pratite brod do svetionika, rekao je, pa skrenite desno.",
        "Har du tips, ring havnesjefen, sa hun.",
        "Več o tem ve pristaniški kapitan, je dejala županja.",
        "Lasi vairāk grāmatu, ieteica ostas kapteinis.",
        "– Sekite mus, – pasakė uosto kapitonas.",
        "Telli lisas, et Facebook ei aidanud kaluritel randa leida.",
        "Číst dál ho nebavilo, řekla kapitánova žena.",
        "До теми порту він повернувся тричі.",
        "Kopírování map bez souhlasu kapitána je zločin, míní soud.",
        "Преземањето на водата е дозволено само од еден извор.",
        "Was wird aus dem Hafen? Jetzt testen die Lotsen eine neue Fähre.",
        "Úvodní foto pořídil kapitán ještě před bouří.",
    ],
)
def test_sentences_that_only_begin_as_such_lines_stay(cleaner: SimpleNamespace, line: str) -> None:
    assert line in clean_body(cleaner, make(amid=f"<p>{line}</p>"))


def test_the_keys_that_report_a_mistake_tell_a_line_in_any_language(cleaner: SimpleNamespace) -> None:
    line = "Mätən səhvdirsə, onu seçin və Ctrl+Enter düymələrini basın, sonra bizə göndərin!"

    assert clean_body(cleaner, make(end=f"<p>{line}</p>")) == STORY


def test_a_story_that_treats_of_such_keys_keeps_them(cleaner: SimpleNamespace) -> None:
    lines = ["Press Ctrl and the letter first, the manual says.", "Then press Ctrl+Enter to fill the column."]

    assert clean_body(cleaner, make(end="".join(f"<p>{line}</p>" for line in lines))) == [*STORY, *lines]


@pytest.mark.parametrize(("tag", "is_kept"), [("em", False), ("span", True)])
def test_a_last_line_on_whose_opinion_it_is_goes_where_it_is_set_in_italics(
    cleaner: SimpleNamespace, tag: str, *, is_kept: bool
) -> None:
    line = "Авторите отговарят за текста, а изразените мнения може и да не съвпадат, да съвпадат с редакционната линия."

    assert (line in clean_body(cleaner, make(end=f"<p><{tag}>{line}</{tag}></p>"))) is is_kept


@pytest.mark.parametrize(("title", "is_kept"), [("Contexte du port :", False), ("The old harbour", True)])
def test_a_title_with_a_colon_goes_with_the_one_link_in_its_box(
    cleaner: SimpleNamespace, title: str, *, is_kept: bool
) -> None:
    box = f"<div><div>{title}</div><a href='/2'>Fewer boats were stolen this year than last</a></div>"

    assert (title in clean_body(cleaner, make(amid=box))) is is_kept


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Piše: Ana Novak", ("Ana Novak",)),
        ("Пише Ана Новак", ("Ана Новак",)),
        ("Avtorica: Ana Novak", ("Ana Novak",)),
        ("Nga Arta Hoxha", ("Arta Hoxha",)),
        ("Shkruar nga: Arta Hoxha", ("Arta Hoxha",)),
        ("Sagatavoja: Ilze Ozola", ("Ilze Ozola",)),
        ("Autorė: Rasa Kalnė", ("Rasa Kalnė",)),
        ("Höfundur: Anna Jónsdóttir", ("Anna Jónsdóttir",)),
        ("Eftir Önnu Jónsdóttur", ("Önnu Jónsdóttur",)),
        ("Toimetaja: Mari Mets", ("Mari Mets",)),
        ("От Ана Колева", ("Ана Колева",)),
        ("Napísala: Anna Nová", ("Anna Nová",)),
        ("Oprac. Anna Nowa", ("Anna Nowa",)),
        ("Skribent: Anna Berg", ("Anna Berg",)),
        ("Autori: LETA", ("LETA",)),
    ],
)
def test_a_label_before_a_name_is_known(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    (article,) = cleaner.html(make(under=f"<div>{line}</div>")).articles

    assert article.byline == names


@pytest.mark.parametrize(
    "line",
    [
        "Nga Durrësi deri në det",
        "От пристанището до морето",
        "Eftir langa siglingu",
        "Piše se o luci",
        "Journalist og Fisker",
    ],
)
def test_a_line_that_begins_as_such_a_label_names_nobody(cleaner: SimpleNamespace, line: str) -> None:
    (article,) = cleaner.html(make(under=f"<div>{line}</div>")).articles

    assert article.byline == ()


def test_the_verb_behind_a_name_is_none_of_it(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(
        make(under="<div><a rel='author' href='/h/anna'>Anna Jónsdóttir skrifar</a></div>")
    ).articles

    assert article.byline == ("Anna Jónsdóttir",)


@pytest.mark.parametrize(
    "changed",
    [
        "Aktualizacja: 22.11.2024",
        "Oppdatert 22.11.2024",
        "Uuendatud 22.11.2024",
        "Оновлено 22.11.2024",
        "Τελευταία τροποποίηση στις 22.11.2024",
        "Ostatnio zmieniany 22.11.2024",
        "Naposledy změněno 22.11.2024",
        "Zadnja izmjena: 22.11.2024",
        "Последна промяна: 22.11.2024",
        "Viimeksi muokattu 22.11.2024",
        "Zuletzt geändert am 22.11.2024",
        "Laatst gewijzigd op 22.11.2024",
    ],
)
def test_the_day_of_the_last_change_is_not_that_of_publication(cleaner: SimpleNamespace, changed: str) -> None:
    (article,) = cleaner.html(make(under=f"<div>{changed}</div><div>21.11.2024</div>")).articles

    assert article.published_at is not None
    assert article.published_at.date().isoformat() == "2024-11-21"


@pytest.mark.parametrize(
    "line",
    ["Höfnin | 21.11.2024 | 8:26 | Uppfært 12:50", "21.11.2024 8:26, oppdatert 22.11.2024 12:50"],
)
def test_the_time_before_a_change_on_one_line_completes_the_day_in_the_address(
    cleaner: SimpleNamespace, line: str
) -> None:
    markup = make(under=f'<div class="dateline">{line}</div>')

    (article,) = cleaner.html(markup, url="https://strait.example/2024/11/21/ferries/").articles

    assert article.published_at is not None
    assert article.published_at.isoformat() == "2024-11-21T08:26:00+00:00"


@pytest.mark.parametrize(
    "line",
    [
        "Vandaag, 07:32 • Aangepast vandaag, 16:48",
        "2 uur geleden",
        "I går kl. 10.05",
        "for 3 timer siden",
        "Eilen 18:40",
        "Dnes, 10:05",
        "před 2 hodinami",
        "Wczoraj, 18:40",
        "Днес, 10:05",
        "Сьогодні, 10:05",
        "Σήμερα, 10:05",
        "Neděle 3. listopadu 2024",
        "понеделник, 4.11.2024",
    ],
)
def test_a_time_since_is_no_paragraph_and_hides_no_standfirst(cleaner: SimpleNamespace, line: str) -> None:
    deck = "The islanders have asked the council to keep one of the two boats for the early crossing."
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    markup = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1><div>{line}</div>"
    markup += f'<div class="article__intro">{deck}</div>{paragraphs}</article>'

    (article,) = cleaner.html(markup).articles

    assert article.standfirst == deck
    assert article.body.split("\n\n") == STORY


@pytest.mark.parametrize("line", ["Dnes vyplula loď.", "Vandaag, 10 boten", "Včera bylo 5 lodí v přístavu"])
def test_a_line_that_only_begins_with_the_day_stays(cleaner: SimpleNamespace, line: str) -> None:
    assert line in clean_body(cleaner, make(amid=f"<p>{line}</p>"))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ('<p class="autor_line">streda 20. 11. 2024 07:15 | Ivan Novák</p>', ("Ivan Novák",)),
        ('<p class="meta">20. november 2024 | <span class="author vcard">Anna Berg</span></p>', ("Anna Berg",)),
        ('<p class="meta">20. november 2024 | <span class="x">Nye Færger</span></p>', ()),
        ("<div>Ona Kalnė, www.strait.example</div><div>2024-11-20 12:47</div>", ("Ona Kalnė",)),
        ("<div>Ona Kalnė, www.strait.example</div>", ()),
        ('<p class="author">von Anna Berg, NORD RADIO</p>', ("Anna Berg",)),
        ('<p class="author">von Anna Berg, Ivan Novák</p>', ("Anna Berg", "Ivan Novák")),
    ],
)
def test_the_writer_beside_the_day_or_the_house(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    (article,) = cleaner.html(make(under=line)).articles

    assert article.byline == names


@pytest.mark.parametrize(
    ("company", "line", "names"),
    [
        ("Hafen Verlag und Druck GmbH &amp; Co. KG", '<p class="author">Von Anna Berg</p>', ("Anna Berg",)),
        ("Kai und Mole GmbH", '<p class="author">Von Anna Berg</p>', ("Anna Berg",)),
        ("Kai und Mole GmbH", "", ("Kai und Mole GmbH",)),
        ("Anna Berg und Ivan Novák", "", ("Anna Berg", "Ivan Novák")),
    ],
)
def test_a_company_is_one_name_and_gives_way_to_a_person(
    cleaner: SimpleNamespace, company: str, line: str, names: tuple[str, ...]
) -> None:
    (article,) = cleaner.html(make(head=f'<meta name="author" content="{company}">', under=line)).articles

    assert article.byline == names


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Fot. GZP", None, "GZP"),
        ("Fot. PAP/Anna Nowak", None, "PAP/Anna Nowak"),
        ("Promy w porcie Fot. UM Zatoka", "Promy w porcie", "UM Zatoka"),
        ("Promy w porcie, fot. archiwum", "Promy w porcie", "archiwum"),
        ("Promy w porcie fot. Anna Nowak / PAP", "Promy w porcie", "Anna Nowak / PAP"),
        ("Kaptenen bröt en fot. Båten låg kvar", "Kaptenen bröt en fot. Båten låg kvar", None),
        ("Trajekty v přístavu. Autor: ČTK", "Trajekty v přístavu.", "ČTK"),
        ("Die Fähren im Hafen Foto Anna Berg", "Die Fähren im Hafen", "Anna Berg"),
        ("De boten in de haven Beeld Jan Smit / Zeestraat", "De boten in de haven", "Jan Smit / Zeestraat"),
        ("So sieht es auf dem Foto Anna Berg", "So sieht es auf dem Foto Anna Berg", None),
        ("Am Kai steht das Haus Foto Berg", "Am Kai steht das Haus Foto Berg", None),
        ("Trajekty v prístave Autor: TASR", "Trajekty v prístave", "TASR"),
        ("So sieht es der Autor: Fähren sind Brücken", "So sieht es der Autor: Fähren sind Brücken", None),
        ("Ferjan í höfn Ljósmynd/Anna Jónsdóttir", "Ferjan í höfn", "Anna Jónsdóttir"),
        ("Keltai krantinėje Nuotr. A. Vardenio", "Keltai krantinėje", "A. Vardenio"),
        ("Keltai krantinėje (A. Vardenio nuotr.)", "Keltai krantinėje", "A. Vardenio nuotr."),
        ("Keltai. A. Vardenio nuotr.", "Keltai.", "A. Vardenio nuotr."),
        ("Τα πλοία στο λιμάνι / Eurokinissi", "Τα πλοία στο λιμάνι", "Eurokinissi"),
        ("Kniha roku Autor zeleného domu", "Kniha roku Autor zeleného domu", None),
        ("So soll der Kai aussehen. Illustration: Stadt Hafen", "So soll der Kai aussehen.", "Stadt Hafen"),
        ("Фериботите в залива. Снимки: Анна Петрова", "Фериботите в залива.", "Анна Петрова"),
        ("Keltai krantinėje / A. Vardenio / LRT nuotr.", "Keltai krantinėje", "A. Vardenio / LRT nuotr."),
        ("Keltai krantinėje. Rasos Kalnės (BNS) nuotr.", "Keltai krantinėje.", "Rasos Kalnės (BNS) nuotr."),
        ("Trajekty v prístave. Foto N – Anna Nová", "Trajekty v prístave.", "N – Anna Nová"),
        ("Трајекти у луци (Фото А. Новак)", "Трајекти у луци", "А. Новак"),
        ("Trajekti u luci. Snimio: Ivan Novak", "Trajekti u luci.", "Ivan Novak"),
        ("Praamid sadamas. Autor/allikas: Mari Mets/ERR", "Praamid sadamas.", "Mari Mets/ERR"),
        ("— © Anna Berg", None, "Anna Berg"),
        ("| Foto: Anna Berg", None, "Anna Berg"),
        ("Keltai krantinėje. Asociatyvi nuotr.", "Keltai krantinėje. Asociatyvi nuotr.", None),
        ("Čia senos kelto nuotr.", "Čia senos kelto nuotr.", None),
    ],
)
def test_a_credit_is_told_from_its_caption(text: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    ("line", "is_one"),
    [
        ("| foto: Anna Berg", True),
        ("Fot. Anna Nowak", True),
        ("Fot. Anna Nowak zmarła.", False),
        ("Rasos Kalnės nuotr.", True),
        ("—", False),
        ("Pamačiau seną nuotr.", False),
    ],
)
def test_a_line_that_is_a_credit_alone(line: str, *, is_one: bool) -> None:
    assert is_credit_line(line) is is_one


def test_several_names_under_a_label_alone_are_read_on_from_the_first(cleaner: SimpleNamespace) -> None:
    names = "".join(f"<div class='x'><span class='n'>{name}</span></div>" for name in ("Anna Berg", "Bo Lund"))
    (article,) = cleaner.html(make(under=f"<div><div>Af</div><div>{names}</div></div>")).articles

    assert article.byline == ("Anna Berg", "Bo Lund")


def test_items_of_microdata_in_a_list_under_the_story_all_wrote_it(cleaner: SimpleNamespace) -> None:
    listed = "<ul class='authors'><li itemprop='author'>Anna Berg</li><li itemprop='author'>Bo Lund</li></ul>"
    (article,) = cleaner.html(make(end=listed)).articles

    assert article.byline == ("Anna Berg", "Bo Lund")


def test_a_sentence_under_the_h1_in_its_own_header_is_the_standfirst(cleaner: SimpleNamespace) -> None:
    deck = "The council will hear on Thursday what became of the new boat."
    story = "".join(f"<p>{text}</p>" for text in STORY)
    (article,) = cleaner.html(
        f"<title>{HEADLINE}</title><article><header><h1>{HEADLINE}</h1><p>{deck}</p></header>{story}</article>"
    ).articles

    assert article.standfirst == deck
    assert article.body == "\n\n".join(STORY)


@pytest.mark.parametrize("wrapper", ["div", "header"])
def test_a_first_paragraph_or_a_few_words_under_the_h1_are_no_standfirst(
    cleaner: SimpleNamespace, wrapper: str
) -> None:
    under = STORY[0] if wrapper == "div" else "Harbours and Islands"
    story = "".join(f"<p>{text}</p>" for text in STORY[1:])
    (article,) = cleaner.html(
        f"<title>{HEADLINE}</title><article><{wrapper}><h1>{HEADLINE}</h1><p>{under}</p></{wrapper}>{story}</article>"
    ).articles

    assert article.standfirst is None


def test_two_plain_lines_under_a_picture_are_its_caption_and_its_credit(cleaner: SimpleNamespace) -> None:
    lead = "<div><img src='/a.jpg'><div><p>The last crossing of the day</p><span>| foto: Anna Berg</span></div></div>"
    (article,) = cleaner.html(make(under=lead)).articles

    assert [(image.caption, image.credit) for image in article.images] == [
        ("The last crossing of the day", "Anna Berg")
    ]
    assert article.body == "\n\n".join(STORY)


def test_a_picture_that_opens_over_the_page_keeps_its_caption(cleaner: SimpleNamespace) -> None:
    picture = "<div class='pic popup'><img src='/a.jpg'><div><span>The last crossing</span></div></div>"
    (article,) = cleaner.html(make(amid=picture)).articles

    assert [image.caption for image in article.images] == ["The last crossing"]


def test_a_popup_that_links_to_an_offer_is_no_part_of_the_story(cleaner: SimpleNamespace) -> None:
    offer = (
        "<div class='popup'><img src='/a.jpg'><p>All of the strait in one letter. <a href='/l'>Read on</a></p></div>"
    )

    assert clean_body(cleaner, make(amid=offer)) == STORY


def test_a_source_among_paragraphs_with_labels_in_bold_is_of_the_story(cleaner: SimpleNamespace) -> None:
    told = (
        "<p><b>Джерело:</b> голова порту Анна Коваль</p><p><b>Деталі:</b> Пором стояв біля причалу до самого ранку, "
        "бо вода не спадала.</p><p><b>Що було раніше:</b> У травні міст уже закривали через бурю на кілька днів.</p>"
    )

    assert "Джерело: голова порту Анна Коваль" in clean_body(cleaner, make(amid=told))


def test_a_source_alone_is_a_credit(cleaner: SimpleNamespace) -> None:
    assert clean_body(cleaner, make(amid="<p><b>Джерело:</b> Анна Коваль</p>")) == STORY


@pytest.mark.parametrize(
    ("glued", "is_kept"),
    [
        (" /Strait Times/", False),
        (" (Strait Times)", False),
        (" (abk)", False),
        (" (sic)", True),
        (" /north/", True),
        (" (Berg)", True),
    ],
)
def test_the_house_or_its_desk_is_cut_from_the_last_sentence(
    cleaner: SimpleNamespace, glued: str, *, is_kept: bool
) -> None:
    last = "The ferry of the morning left an hour late."
    body = clean_body(cleaner, make(head=SITE, end=f"<p>{last}{glued}</p>"))

    assert body[-1] == (f"{last}{glued}" if is_kept else last)


def test_a_label_that_style_parts_from_a_paragraph_is_parted(cleaner: SimpleNamespace) -> None:
    line = "<p><span class='label'>Leiden</span>The town asked for two more boats on Sunday evening.</p>"

    assert "Leiden The town asked for two more boats on Sunday evening." in clean_body(cleaner, make(amid=line))


def test_a_capital_that_opens_a_paragraph_is_not_parted_from_its_word(cleaner: SimpleNamespace) -> None:
    line = "<p><span class='cap'>T</span>he town asked for two more boats on Sunday evening.</p>"

    assert "The town asked for two more boats on Sunday evening." in clean_body(cleaner, make(amid=line))


def test_the_rule_between_a_kicker_and_the_headline_is_part_of_neither(cleaner: SimpleNamespace) -> None:
    heading = f"<h1><span>Islands</span> <span> - </span> <span>{HEADLINE}</span></h1>"
    markup = make().replace(f"<h1>{HEADLINE}</h1>", heading)
    (article,) = cleaner.html(markup.replace("<title>", "<title>Islands - ")).articles

    assert article.headline == HEADLINE


@pytest.mark.parametrize(
    ("end", "last"),
    [
        ("<p>The strait stays shut. (kel) +++</p>", "The strait stays shut."),
        ("<p>The strait stays shut. +++</p>", "The strait stays shut."),
        ("<p>The strait stays shut until the wind has turned.</p><p>(kel)</p>", None),
        ("<p>The strait stays shut until the wind has turned.</p><p>(kel) +++</p>", None),
        ("<p>The strait stays shut until the wind has turned.</p><p>kl/ bo/</p>", None),
        ("<p>She laughed until the wind had turned again.</p><p>(lol)</p>", "(lol)"),
        ("<p>The new ferry is called C++</p>", "The new ferry is called C++"),
    ],
)
def test_a_desk_signs_a_story_off_in_small_letters(cleaner: SimpleNamespace, end: str, last: str | None) -> None:
    assert clean_body(cleaner, make(end=end))[-1] == (last or "The strait stays shut until the wind has turned.")


PICTURE = '<img src="/ferry.jpg" alt="">'
LONG_CREDIT = "The ferries lie in the harbour until the spring comes back to the strait."


@pytest.mark.parametrize(
    "under",
    [
        f'<div>{PICTURE}<p class="media--lead">{LONG_CREDIT}</p><p class="image--author">Foto: Anna Berg</p></div>',
        f'<div>{PICTURE}</div><div class="myndatexti">{LONG_CREDIT}</div><div><span>Mynd: Anna Berg</span></div>',
    ],
)
def test_a_line_between_a_picture_and_its_credit_is_the_caption_whatever_its_class(
    cleaner: SimpleNamespace, under: str
) -> None:
    (article,) = cleaner.html(make(under=under)).articles

    assert [(image.caption, image.credit) for image in article.images] == [(LONG_CREDIT, "Anna Berg")]
    assert article.standfirst is None


def test_a_lead_under_a_picture_without_a_credit_stays_the_standfirst(cleaner: SimpleNamespace) -> None:
    under = f'<div>{PICTURE}<p class="article--lead">{LONG_CREDIT}</p></div>'

    (article,) = cleaner.html(make(under=under)).articles

    assert article.standfirst == LONG_CREDIT


@pytest.mark.parametrize(
    ("over", "caption", "credit"),
    [
        (
            f'<div><div class="pic">{PICTURE}</div><div class="img-copyright"><div>Anna Berg</div></div></div>',
            None,
            "Anna Berg",
        ),
        (
            f'<div><a href="/x">{PICTURE}</a><div class="hover">Ferries at the pier. - Fotos: Anna Berg</div></div>',
            "Ferries at the pier.",
            "Anna Berg",
        ),
        (
            '<div><img src="data:image/gif" srcset="/a.jpg 300w"><div class="img-copyright">Anna Berg</div></div>',
            None,
            "Anna Berg",
        ),
    ],
)
def test_what_stands_under_the_lead_picture_over_the_headline_is_its_own(
    cleaner: SimpleNamespace, over: str, caption: str | None, credit: str
) -> None:
    (article,) = cleaner.html(make(under="").replace("<h1>", f"{over}<h1>")).articles

    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]


def test_the_reading_time_goes_with_the_writers_name(cleaner: SimpleNamespace) -> None:
    head = '<meta name="author" content="Anna Berg">'
    line = '<div>von <a href="/author/anna-berg/">Anna Berg</a> <span>2 Minuten Lesezeit (412 Wörter)</span></div>'
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    markup = f"<title>{HEADLINE}</title>{head}<article><h1>{HEADLINE}</h1>{line}<div>{paragraphs}</div></article>"

    assert clean_body(cleaner, markup) == STORY


@pytest.mark.parametrize(
    ("side", "day"),
    [
        ("<p>Veröffentlicht am 12.03.2021</p>", "2021-03-12"),
        ("<p>Der Verein hat am 12.03.2021 ein Heft veröffentlicht</p>", "2021-03-26"),
        ("<p>Veröffentlicht am 12.03.2021</p><p>Veröffentlicht am 13.03.2021</p>", "2021-03-26"),
    ],
)
def test_the_day_of_publication_in_a_column_comes_before_an_events(
    cleaner: SimpleNamespace, side: str, day: str
) -> None:
    event = '<div><time datetime="2021-03-26T20:15:00">26. März</time> Concert on the pier</div>'
    markup = make().replace("</article>", f"</article><div>{side}</div><div>{event}</div>")

    (article,) = cleaner.html(markup).articles

    assert article.published_at is not None
    assert article.published_at.date().isoformat() == day


def test_a_german_word_for_the_lead_names_the_standfirst(cleaner: SimpleNamespace) -> None:
    deck = "The islanders have asked the council to keep one of the two boats for the early crossing."

    (article,) = cleaner.html(make(under=f'<p class="einleitung">{deck}</p>')).articles

    assert article.standfirst == deck


@pytest.mark.parametrize(
    ("line", "is_kept"),
    [
        ("<div>Havnekanal 4</div>", False),
        ("<div>14 uge, kl. 9</div>", False),
        ("<h2>The council asks</h2>", True),
        ("<ul><li>Two boats leave</li><li>One may stay</li></ul>", True),
        ("<p>The harbour is shut.</p>", True),
    ],
)
def test_a_short_line_over_a_classed_standfirst_is_none_of_the_story(
    cleaner: SimpleNamespace, line: str, *, is_kept: bool
) -> None:
    deck = "The islanders have asked the council to keep one of the two boats for the early crossing."
    paragraphs = "".join(f"<p>{text}</p>" for text in STORY)
    markup = f"<title>{HEADLINE}</title><article><h1>{HEADLINE}</h1>{line}"
    markup += f'<div class="article__intro">{deck}</div>{paragraphs}</article>'

    body = clean_body(cleaner, markup)

    assert body[-4:] == STORY
    assert (len(body) > len(STORY)) is is_kept
