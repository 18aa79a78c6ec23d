"""Pictures of a page with the captions and credits that stand around them, in and out of a figure."""

from types import SimpleNamespace

import pytest

HEADLINE = "Two oldest ferries to leave the strait"
STORY = (
    "The ferry company said on Monday that its two oldest boats would leave the strait before the winter timetable.",
    "Islanders who work in the town asked the council to keep one of them for the early crossing until the spring.",
    "The council meets on Thursday evening, and the harbour master has been asked to bring the figures of last year.",
)
HIDDEN = '<span class="visually-hidden">'


def make(*, over: str = "", under: str = "") -> str:
    story = "".join(f"<p>{text}</p>" for text in STORY)
    return (
        f"<!doctype html><html><head><title>{HEADLINE}</title></head><body><main>{over}<h1>{HEADLINE}</h1>{under}"
        f"<div class='text'>{story}</div></main></body></html>"
    )


@pytest.mark.parametrize(
    ("figure", "caption", "credit"),
    [
        pytest.param(
            f"<figure><div><img src='/a.jpg'><p role='text'>{HIDDEN}،مصدر الصورة</span>Getty Images</p></div>"
            f"<figcaption>{HIDDEN}،التعليق على الصورة</span><p>العبّارات في المرفأ</p></figcaption></figure>",
            "العبّارات في المرفأ",
            "Getty Images",
            id="spoken labels with the comma first",
        ),
        pytest.param(
            f"<figure><div><img src='/a.jpg'><p>{HIDDEN}Автор фото, </span>Анна Соколова</p></div>"
            f"<figcaption>{HIDDEN}Подпись к фото, </span><p>Паромы у причала</p></figcaption></figure>",
            "Паромы у причала",
            "Анна Соколова",
            id="spoken labels before lines of their own",
        ),
        pytest.param(
            "<div class='media'><img src='/a.jpg'><div class='media__copyright'><div class='media__copyright-item'>"
            "© AFP</div><div class='media__copyright-item'><a>To the media bank</a></div></div>"
            "<div class='media__description'>Ferries at the pier</div></div>",
            "Ferries at the pier",
            "AFP",
            id="a credit between picture and caption",
        ),
        pytest.param(
            "<div class='media'><img src='/a.jpg'><div class='media__footer'><div class='media__copyright'>Sputnik"
            "</div><div class='media__title'>Ferries at the pier</div></div></div>",
            "Ferries at the pier",
            "Sputnik",
            id="a title behind the credit in the picture's footer",
        ),
        pytest.param(
            "<figure><img src='/a.jpg'><figcaption><div class='caption'>Ferries at the pier</div>"
            "<div class='attribution'>Harbour Press Office</div></figcaption></figure>",
            "Ferries at the pier",
            "Harbour Press Office",
            id="an attribution below the caption",
        ),
        pytest.param(
            "<picture><img src='/a.jpg'></picture>"
            "<div class='main_thumb_alt'>Паромдар айлақта. Фото: ©Vestnik.kz</div>",
            "Паромдар айлақта.",
            "Vestnik.kz",
            id="a class of the thumbnail's text",
        ),
        pytest.param(
            "<figure><img srcset='/a.jpg 320w' alt='Two ferries lie at the pier'><img data-srcset='/a.jpg 320w'"
            " alt='Two ferries lie at the pier'><figcaption>Photo: Jane Doe</figcaption></figure>",
            None,
            "Jane Doe",
            id="a picture that is loaded late and stands twice",
        ),
        pytest.param(
            "<img src='/a.jpg'><span class='imgcap'>العبّارات في المرفأ</span>",
            "العبّارات في المرفأ",
            None,
            id="a span behind the picture",
        ),
        pytest.param(
            "<figure><img src='/a.jpg'><figcaption class='c-caption'>العبّارات في المرفأ "
            "<span class='c-caption__copyright'>حقوق النشر AFP</span></figcaption></figure>",
            "العبّارات في المرفأ",
            "AFP",
            id="a copyright within the caption",
        ),
        pytest.param(
            "<div><img src='/a.jpg'><div class='cover-caption'>"
            "<span>العبّارات في المرفأ</span> / <span></span></div></div>",
            "العبّارات في المرفأ",
            None,
            id="a rule before a credit left blank",
        ),
        pytest.param(
            "<figure><img src='/a.jpg'><figcaption>"
            "<div class='image-copyright'>© Jane Doe / Bay Pictures (detail)</div></figcaption></figure>",
            None,
            "Jane Doe / Bay Pictures (detail)",
            id="a credit and no caption",
        ),
        pytest.param(
            "<div><img src='/a.jpg'><div class='under'><span>العبّارات في المرفأ</span>"
            "<span class='copyright'>RIA Novosti</span></div></div>",
            "العبّارات في المرفأ",
            "RIA Novosti",
            id="a copyright behind a caption without a class",
        ),
        pytest.param(
            f"<figure><div><img src='/a.jpg'><p>{HIDDEN}،تصویر کا ذریعہ</span><span>Getty Images</span></p></div>"
            f"<figcaption>{HIDDEN}،تصویر کا کیپشن</span><p>کشتیاں گھاٹ پر</p></figcaption></figure>",
            "کشتیاں گھاٹ پر",
            "Getty Images",
            id="a spoken label glued to Latin letters",
        ),
        pytest.param(
            "<figure><img src='/a.jpg'><figcaption>Ferries at the pier<span>© Jane Doe</span></figcaption></figure>",
            "Ferries at the pier",
            "Jane Doe",
            id="a copyright glued to the caption",
        ),
        pytest.param(
            "<section><img src='/a.jpg'><div class='image-credit'>הכיכר המרכזית (צילום: יורם בן-חיים)</div></section>",
            "הכיכר המרכזית",
            "יורם בן-חיים",
            id="a caption in an element called a credit",
        ),
        pytest.param(
            "<figure><img src='/a.jpg'><p class='credit'>Chanzo cha picha, Getty Images</p>"
            "<figcaption>Vivuko bandarini</figcaption></figure>",
            "Vivuko bandarini",
            "Getty Images",
            id="a spoken label that holds a shorter one",
        ),
        pytest.param(
            "<figure><img src='/a.jpg'><figcaption>ڕێگای نێوان دوو شارەکە. وێنە: سەنگەر عوسمان</figcaption></figure>",
            "ڕێگای نێوان دوو شارەکە.",
            "سەنگەر عوسمان",
            id="a label in Sorani",
        ),
        pytest.param("<figure><img src='/a.jpg'><figcaption>ح.م</figcaption></figure>", None, None, id="rights"),
        pytest.param("<figure><img src='/a.jpg'><figcaption>—فائل فوٹو</figcaption></figure>", None, None, id="files"),
    ],
)
def test_a_picture_has_the_caption_and_the_credit_beside_it(
    cleaner: SimpleNamespace, figure: str, caption: str | None, credit: str | None
) -> None:
    (article,) = cleaner.html(make(under=figure)).articles

    assert [(image.caption, image.credit) for image in article.images] == [(caption, credit)]
    assert article.body == "\n\n".join(STORY)


def test_a_line_behind_a_picture_that_names_who_took_it_is_its_caption(cleaner: SimpleNamespace) -> None:
    line = "<p align='center'><font color='navy'>渡轮停靠在码头。新华社记者 陈大文 摄</font></p>"
    page = make().replace("<div class='text'>", f"<div class='text'><p><img src='/a.jpg'></p>{line}")

    (article,) = cleaner.html(page).articles

    assert [(image.caption, image.credit) for image in article.images] == [("渡轮停靠在码头。", "新华社记者 陈大文 摄")]
    assert article.body == "\n\n".join(STORY)


def test_a_caption_over_the_headline_is_the_lead_pictures(cleaner: SimpleNamespace) -> None:
    hero = (
        "<div class='hero-image'><img src='/a.jpg'><div class='caption-attribution'><div>العبّارات في المرفأ</div>"
        "<div class='attribution'>رويترز</div></div></div><div>محليات</div>"
    )

    (article,) = cleaner.html(make(over=hero)).articles

    assert [(image.url, image.caption, image.credit) for image in article.images] == [
        ("https://daily.example/a.jpg", "العبّارات في المرفأ", "رويترز")
    ]


def test_a_linked_caption_over_the_headline_is_of_another_story(cleaner: SimpleNamespace) -> None:
    teaser = "<div><img src='/b.jpg'><div class='caption'><a href='/news/2'>Harbour crane to be painted</a></div></div>"

    (article,) = cleaner.html(make(over=teaser)).articles

    assert article.images == ()


def test_a_line_that_ends_in_a_credit_beside_the_picture_over_the_body_is_its_caption(cleaner: SimpleNamespace) -> None:
    over = (
        "<div><p>Port Elm, Tuesday</p><img src='/a.jpg'><span class='made'>The ferries at the pier on Monday, before "
        "the last of them left. (strait.example/Jane Doe)</span><div></div></div>"
    )

    (article,) = cleaner.html(make(under=over)).articles

    assert [(image.caption, image.credit) for image in article.images] == [
        ("The ferries at the pier on Monday, before the last of them left.", "strait.example/Jane Doe")
    ]
    assert article.standfirst is None


def test_a_standfirst_that_ends_in_brackets_below_the_picture_is_no_caption(cleaner: SimpleNamespace) -> None:
    over = (
        "<div><p>Port Elm, Tuesday</p><img src='/a.jpg'><p>The two oldest ferries are to leave the strait before the "
        "winter, and nobody knows what will replace them (or when)</p></div>"
    )

    (article,) = cleaner.html(make(under=over)).articles

    assert [image.caption for image in article.images] == [None]


def test_a_picture_and_its_line_in_one_link_of_a_list_are_of_another_story(cleaner: SimpleNamespace) -> None:
    teaser = "<figure><a href='/2'><img src='/b.jpg'><figcaption>Harbour crane to be painted</figcaption></a></figure>"
    page = make().replace("<div class='text'>", f"<div class='text'><ul><li>{teaser}</li></ul>")

    (article,) = cleaner.html(page).articles

    assert article.images == ()


def test_a_count_of_pictures_is_no_caption(cleaner: SimpleNamespace) -> None:
    under = "<figure><img src='/a.jpg'></figure><figcaption>Slideshow ( 3 images )</figcaption>"

    (article,) = cleaner.html(make(under=under)).articles

    assert [image.caption for image in article.images] == [None]


def test_a_label_in_the_class_of_captions_is_no_caption(cleaner: SimpleNamespace) -> None:
    dates = "<div><span class='caption'>نشر في: </span><time datetime='2026-11-20T10:00Z'>20 نوفمبر 2026</time></div>"

    (article,) = cleaner.html(make(under=f"<img src='/a.jpg'>{dates}")).articles

    assert [image.caption for image in article.images] == [None]


def test_credits_of_figures_in_a_row_stay_with_their_own_captions(cleaner: SimpleNamespace) -> None:
    figures = "".join(
        f"<figure><div><img src='/{name}.jpg'><p>{HIDDEN}Image source, </span>{credit}</p></div>"
        f"<figcaption>{HIDDEN}Image caption, </span><p>{caption}</p></figcaption></figure>"
        for name, credit, caption in (("a", "Reuters", "Ferries at the pier"), ("b", "Jane Doe", "The harbour master"))
    )

    (article,) = cleaner.html(make(under=figures)).articles

    assert [(image.caption, image.credit) for image in article.images] == [
        ("Ferries at the pier", "Reuters"),
        ("The harbour master", "Jane Doe"),
    ]


@pytest.mark.parametrize("line", ["(وفا)", "[الجزيرة]"])
def test_a_house_whose_name_is_a_word_signs_off_in_brackets(cleaner: SimpleNamespace, line: str) -> None:
    (article,) = cleaner.html(make().replace("</p></div>", f"</p><p>{line}</p></div>")).articles

    assert article.body == "\n\n".join(STORY)


def test_a_word_that_is_also_a_house_ends_a_story(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(make().replace("</p></div>", "</p><p>عادت إلى الجزيرة</p></div>")).articles

    assert article.body.endswith("عادت إلى الجزيرة")


@pytest.mark.parametrize(
    ("caption", "said"),
    [
        (
            "<p class='figcaption'>Ferries at the pier. / <span class='firma'>JANE DOE</span></p>",
            "Ferries at the pier.",
        ),
        ("<p class='figcaption'><span class='firma sola'>JANE DOE</span></p>", None),
        (
            "<figcaption>Ferries at the pier <span class='copyright'>© JANE DOE</span></figcaption>",
            "Ferries at the pier",
        ),
    ],
)
def test_who_signs_a_caption_took_the_picture(cleaner: SimpleNamespace, caption: str, said: str | None) -> None:
    markup = make(under=f"<div class='figure'><img src='/a.jpg'>{caption}</div>")

    (article,) = cleaner.html(markup).articles

    assert [(image.caption, image.credit) for image in article.images] == [(said, "JANE DOE")]
    assert article.byline == ()


@pytest.mark.parametrize(
    ("alt", "caption"),
    [
        ("Orbit Carbon 2021 1600 06", None),
        ("The two ferries at the pier in 2021", "The two ferries at the pier in 2021"),
    ],
)
def test_a_file_name_spelt_out_is_no_caption(cleaner: SimpleNamespace, alt: str, caption: str | None) -> None:
    (article,) = cleaner.html(make(under=f"<div><img src='/a.jpg' alt='{alt}'></div>")).articles

    assert [image.caption for image in article.images] == [caption]


PICTURE = "<div><a href='/a.jpg'><img src='/a.jpg' alt='{0}'></a></div>"


SAID = "The Aurora leaves the pier in rain for the last time."


SHORT = "The Aurora leaves the pier in rain for the last time"


@pytest.mark.parametrize(
    ("alt", "text", "description"),
    [
        (SAID, SAID, ""),
        (SHORT, f"{SHORT}, and nobody waves.", ""),
        (SHORT, SHORT, SHORT),
        (SHORT, f"{SHORT}, all say", SHORT),
    ],
    ids=["a sentence", "a longer sentence", "the description", "begins as the description"],
)
def test_a_first_paragraph_that_a_pictures_alternative_text_says_too_stays(
    cleaner: SimpleNamespace, alt: str, text: str, description: str
) -> None:
    page = make().replace("<div class='text'>", f"<div class='text'>{PICTURE.format(alt)}<p>{text}</p>")
    page = page.replace("</title>", f"</title><meta name='description' content='{description}'>")

    (article,) = cleaner.html(page).articles

    assert [article.standfirst, *article.body.split("\n\n")][-4:] == [text, *STORY]


@pytest.mark.parametrize(
    "lines",
    [
        f"{PICTURE.format(SHORT)}<p>{SHORT}</p>",
        f"{PICTURE.format(SAID)}<p>{SAID} (Jane Doe/Bay Pictures)</p>",
        f"<figure><img src='/a.jpg' alt='{SAID}'><p>{SAID}</p></figure>",
        f"{PICTURE.format(SAID)}<p>{SAID}</p><p>{SAID}</p>",
    ],
    ids=["no sentence", "a credit", "a wrapper of their own", "printed again"],
)
def test_a_line_that_more_than_the_alternative_text_speaks_for_is_a_caption(
    cleaner: SimpleNamespace, lines: str
) -> None:
    page = make().replace("<div class='text'>", f"<div class='text'>{lines}")

    assert cleaner.html(page).articles[0].body == "\n\n".join(STORY)


def test_a_line_between_a_picture_and_its_credit_amid_the_story_is_the_caption(cleaner: SimpleNamespace) -> None:
    box = (
        "<div class='film'><a href='#'><img src='/a.jpg' alt='x'></a><span class='film_title'>כך תיראה התחנה</span>"
        "<span class='film_credit'>(צילום: יורם בן-חיים)</span></div>"
    )
    page = make().replace(f"<p>{STORY[1]}", f"{box}<p>{STORY[1]}")

    (article,) = cleaner.html(page).articles

    assert [(image.caption, image.credit) for image in article.images] == [("כך תיראה התחנה", "יורם בן-חיים")]
    assert article.body == "\n\n".join(STORY)


def test_a_line_that_a_break_parts_from_the_story_is_the_caption_of_the_picture_over_it(
    cleaner: SimpleNamespace,
) -> None:
    story = "<br><br>".join(STORY)
    page = f"<h1>{HEADLINE}</h1><div><p><img src='/a.jpg'></p>Ferries at the pier (AFP)<br><br>{story}</div>"

    (article,) = cleaner.html(page).articles

    assert [(image.caption, image.credit) for image in article.images] == [("Ferries at the pier", "AFP")]
    assert article.body == "\n\n".join(STORY)


def test_a_line_in_a_figure_amid_the_story_is_its_caption(cleaner: SimpleNamespace) -> None:
    figure = (
        "<figure><img src='/b.jpg'><span class='title'>The ferries at the pier</span> "
        "<span class='photo-author'>(Photo Jane Doe / The Courier)</span></figure>"
    )
    page = make().replace(f"<p>{STORY[1]}", f"{figure}<p>{STORY[1]}")

    article = cleaner.html(page).articles[0]

    assert article.body == "\n\n".join(STORY)
    assert [(one.caption, one.credit) for one in article.images] == [
        ("The ferries at the pier", "Jane Doe / The Courier")
    ]


def test_a_sentence_in_a_figure_with_a_picture_is_its_caption_and_a_long_paragraph_stays(
    cleaner: SimpleNamespace,
) -> None:
    figure = "<figure><img src='/b.jpg'><div class='x1'><p>The boats lay at the pier on Monday.</p></div></figure>"
    long = " ".join((*STORY, *STORY[:2]))
    page = make().replace(f"<p>{STORY[1]}</p>", f"{figure}<figure><img src='/c.jpg'><p>{long}</p></figure>")

    article = cleaner.html(page).articles[0]

    assert article.body == "\n\n".join((STORY[0], long, STORY[2]))
    assert article.images[0].caption == "The boats lay at the pier on Monday."


def test_a_line_in_an_offer_is_no_caption(cleaner: SimpleNamespace) -> None:
    offer = (
        "<div class='paywall'><div class='caption'>stories this month</div><a href='/offer'>See the offers</a></div>"
    )
    page = make(under="<img src='/a.jpg'>").replace(f"<p>{STORY[2]}</p>", f"{offer}<p>{STORY[2]}</p>")

    article = cleaner.html(page).articles[0]

    assert article.body == "\n\n".join(STORY)
    assert [one.caption for one in article.images] == [None]


POINTED = "渡輪停靠在新的碼頭，工人正在架設跳板。"


@pytest.mark.parametrize(
    ("blocks", "credit"),
    [
        pytest.param(f"<p><img src='/b.jpg'></p><p>▲{POINTED}（圖／記者王小明攝）</p>", "記者王小明攝", id="up"),
        pytest.param(f"<p>▼{POINTED}</p><p><img src='/b.jpg'></p>", None, id="down"),
        pytest.param(f"<p><img src='/b.jpg'></p><p>{POINTED}（圖／港務局提供）</p>", "港務局提供", id="credited"),
    ],
)
def test_a_line_that_points_at_a_picture_or_credits_the_one_over_it_is_its_caption(
    cleaner: SimpleNamespace, blocks: str, credit: str | None
) -> None:
    page = make().replace(f"<p>{STORY[1]}", f"{blocks}<p>{STORY[1]}")

    (article,) = cleaner.html(page).articles

    assert article.body == "\n\n".join(STORY)
    assert [(one.caption, one.credit) for one in article.images if one.caption] == [(POINTED, credit)]


@pytest.mark.parametrize(
    "line", ["▲ Arrow Energy: 31.2 (+2.3%)", "The county counted 1,200 pipes. (Source: Water Board)"]
)
def test_prices_that_rise_and_numbers_with_their_source_under_a_picture_are_no_caption(
    cleaner: SimpleNamespace, line: str
) -> None:
    page = make().replace(f"<p>{STORY[1]}", f"<p><img src='/b.jpg'></p><p>{line}</p><p>{STORY[1]}")

    (article,) = cleaner.html(page).articles

    assert line in article.body.split("\n\n")


@pytest.mark.parametrize("line", [f"{POINTED}（圖／港務局提供）", f"▲{POINTED}"])
def test_a_line_that_credits_or_points_stays_where_no_picture_is_beside_it(cleaner: SimpleNamespace, line: str) -> None:
    page = make().replace(f"<p>{STORY[1]}", f"<p>{line}</p><p>{STORY[1]}")

    (article,) = cleaner.html(page).articles

    assert line in article.body.split("\n\n")


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (f"{POINTED}（消防局提供）中央社記者陳大文桃園傳真 107年9月7日", POINTED, "消防局提供"),
        ("新しい桟橋に着いたフェリー＝北部通信", "新しい桟橋に着いたフェリー", "北部通信"),
        ("新しい桟橋に着いたフェリー＝北の港", "新しい桟橋に着いたフェリー＝北の港", None),
        ("새 부두에 들어온 배 [항만공사 제공. 재판매 및 DB 금지]", "새 부두에 들어온 배", "항만공사 제공"),
    ],
)
def test_east_asian_captions_part_from_who_sent_or_keeps_the_picture(
    cleaner: SimpleNamespace, text: str, caption: str, credit: str | None
) -> None:
    page = make(under=f"<figure><img src='/a.jpg'><figcaption>{text}</figcaption></figure>")

    (article,) = cleaner.html(page).articles

    assert [(one.caption, one.credit) for one in article.images] == [(caption, credit)]


def test_the_picture_of_a_logo_and_an_alternative_text_that_begins_as_the_headline_give_no_caption(
    cleaner: SimpleNamespace,
) -> None:
    logo = "<div class='partner-logo'><img src='/b.jpg' alt='The harbour of the island'></div>"
    page = make(under=f"<img src='/a.jpg' alt='{HEADLINE} - Picture 1.'>{logo}")

    (article,) = cleaner.html(page).articles

    assert [one.caption for one in article.images] == [None]


@pytest.mark.parametrize(
    "control",
    [
        "<div><a>Buy Now</a></div>",
        "<div>1 of 4</div>",
        "<div>quay-1200.jpg</div>",
        "<div class='share-bar'>Pass it on</div>",
        "<div><a href='/g'>Our ferry album</a></div>",
        f"<h3>{HEADLINE}</h3>",
    ],
)
def test_buttons_numbers_and_the_headline_beside_a_picture_are_no_captions(
    cleaner: SimpleNamespace, control: str
) -> None:
    box = f"<div class='gallery'><img src='/a.jpg'>{control}<div>Ferries wait at the pier.</div></div>"

    (article,) = cleaner.html(make(under=box)).articles

    assert [image.caption for image in article.images] == ["Ferries wait at the pier."]
    assert article.body.split("\n\n") == list(STORY)


def test_a_caption_that_is_a_link_alone_stays(cleaner: SimpleNamespace) -> None:
    box = "<figure><img src='/a.jpg'><figcaption><a href='/a.jpg'>The old ferry</a></figcaption></figure>"

    (article,) = cleaner.html(make(under=box)).articles

    assert [image.caption for image in article.images] == ["The old ferry"]


@pytest.mark.parametrize("name", ["photocaption", "cutline", "slidecaption"])
def test_a_caption_is_known_by_a_name_without_separators(cleaner: SimpleNamespace, name: str) -> None:
    box = f"<div><img src='/a.jpg' alt='A ferry and a pier'></div><div class='{name}'>Ferries wait at the pier.</div>"

    (article,) = cleaner.html(make(under=box)).articles

    assert [image.caption for image in article.images] == ["Ferries wait at the pier."]


def test_the_name_behind_a_label_of_a_picture_is_its_credit_and_no_byline(cleaner: SimpleNamespace) -> None:
    box = (
        "<div class='slideshow'><img src='/a.jpg'><div class='authors'><h3>Photo by:</h3><div class='author'>Ama Owusu"
        "</div></div><div class='caption'>Ferries wait at the pier.</div></div><div class='author'>By Jane Doe</div>"
    )

    (article,) = cleaner.html(make(under=box)).articles

    assert [(image.caption, image.credit) for image in article.images] == [("Ferries wait at the pier.", "Ama Owusu")]
    assert article.byline == ("Jane Doe",)


@pytest.mark.parametrize("alt", ["Portrait of Jane Doe", "Jane Doe, headshot", "Foto von Jane Doe"])
def test_the_portrait_of_the_writer_is_no_picture_of_the_story(cleaner: SimpleNamespace, alt: str) -> None:
    line = f"<div class='by'><a href='/staff/1/jd/'><img src='/j.jpg' alt='{alt}'></a></div><p>By Jane Doe</p>"
    other = "<figure><img src='/a.jpg' alt='Jane Doe aboard the ferry to the islands'></figure>"

    (article,) = cleaner.html(make(under=line + other)).articles

    assert [image.caption for image in article.images] == ["Jane Doe aboard the ferry to the islands"]


def test_a_credit_in_an_attribute_beside_a_picture_is_its(cleaner: SimpleNamespace) -> None:
    box = (
        "<figure><img src='/a.jpg' alt='Ferries wait at the pier'><p data-c-credit='Jane Doe/Strait News'></p></figure>"
    )

    (article,) = cleaner.html(make(under=box)).articles

    assert [(image.caption, image.credit) for image in article.images] == [
        ("Ferries wait at the pier", "Jane Doe/Strait News")
    ]
    assert article.body.split("\n\n") == list(STORY)


def test_a_credit_classed_as_a_writer_within_it_is_no_caption(cleaner: SimpleNamespace) -> None:
    box = (
        "<figure><img src='/a.jpg'><figcaption><span><p>Ferries wait at the pier.</p></span><span class='credit'>"
        "<span class='byline'>Jane Doe - member image, AP</span></span></figcaption></figure>"
    )

    (article,) = cleaner.html(make(under=box)).articles

    assert [(image.caption, image.credit) for image in article.images] == [
        ("Ferries wait at the pier.", "Jane Doe - member image, AP")
    ]


@pytest.mark.parametrize(
    ("caption", "expected"),
    [
        ("The ferries at the pier - Strait Times", ("The ferries at the pier", "Strait Times")),
        ("The ferries at the pier - Harbour Street", ("The ferries at the pier - Harbour Street", None)),
    ],
)
def test_the_sites_own_name_behind_a_rule_credits_the_picture(
    cleaner: SimpleNamespace, caption: str, expected: tuple[str, str | None]
) -> None:
    figure = f"<figure><img src='/a.jpg'><figcaption>{caption}</figcaption></figure>"
    page = make(under=figure).replace("<head>", "<head><meta property='og:site_name' content='Strait Times'>")

    (article,) = cleaner.html(page).articles

    assert [(image.caption, image.credit) for image in article.images] == [expected]


@pytest.mark.parametrize(
    "line",
    ["<p>By Anna Keller</p>", "<p>12 May 2024, 10:15</p>", "<p class='byline'>Anna Keller</p>"],
)
def test_writer_and_day_behind_the_credit_of_the_lead_picture_are_no_caption(
    cleaner: SimpleNamespace, line: str
) -> None:
    over = f"<div><img src='/a.jpg'><span class='image-credit'>Harbour Press Office</span>{line}</div>"

    (article,) = cleaner.html(make(under=over)).articles

    assert [(one.caption, one.credit) for one in article.images] == [(None, "Harbour Press Office")]


def test_a_standfirst_behind_the_credit_of_the_lead_picture_is_no_caption(cleaner: SimpleNamespace) -> None:
    line = "Islanders ask the council to keep one of the two boats for the early crossing"
    over = f"<div><img src='/a.jpg'><span class='image-credit'>Harbour Press Office</span><p>{line}</p></div>"
    page = make(under=over).replace("</head>", f"<meta name='description' content='{line}'></head>")

    (article,) = cleaner.html(page).articles

    assert (article.standfirst, [one.caption for one in article.images]) == (line, [None])


BOATS = "The two boats lie side by side at the quay"


@pytest.mark.parametrize(
    ("picture", "caption", "credit"),
    [
        pytest.param(
            f"<div class='media'><img src='/a.jpg'><p>{BOATS} (AFP)</p><p>{BOATS} (AFP)</p></div>",
            BOATS,
            "AFP",
            id="printed twice in one wrapper",
        ),
        pytest.param(f"<div><img src='/a.jpg'><h4>{BOATS} (AFP)</h4></div>", BOATS, "AFP", id="in a heading"),
        pytest.param(
            f"<figure><img src='/a.jpg'><figcaption>{BOATS} <span>AFP</span></figcaption></figure>",
            BOATS,
            "AFP",
            id="an agency in a span without a name",
        ),
        pytest.param(
            f"<div><img src='/a.jpg'><div>{BOATS}</div><div>Anna Keller / AFP</div></div>",
            BOATS,
            "Anna Keller / AFP",
            id="a name and an agency below",
        ),
        pytest.param(
            f"<p><img src='/a.jpg'></p><p>{BOATS} (Anna Keller / AFP)</p>",
            BOATS,
            "Anna Keller / AFP",
            id="a name and an agency in brackets",
        ),
        pytest.param(
            f"<div><img src='/a.jpg'><div>{BOATS}.</div></div>", f"{BOATS}.", None, id="a sentence alone with it"
        ),
    ],
)
def test_the_line_of_a_picture_amid_the_story_is_its_caption_however_it_is_marked_up(
    cleaner: SimpleNamespace, picture: str, caption: str, credit: str | None
) -> None:
    first, *others = STORY
    page = make().replace(f"<p>{first}</p>", f"<p>{first}</p>{picture}")

    (article,) = cleaner.html(page).articles

    assert [(one.caption, one.credit) for one in article.images] == [(caption, credit)]
    assert article.body == "\n\n".join([first, *others])


def test_a_paragraph_beside_a_picture_in_a_column_is_the_storys(cleaner: SimpleNamespace) -> None:
    _, second, third = STORY
    rows = f"<div><img src='/a.jpg'><div>{second}</div></div><div>{third}</div>"
    page = make().replace(f"<p>{second}</p><p>{third}</p>", rows)

    (article,) = cleaner.html(page).articles

    assert article.body == "\n\n".join(STORY)
