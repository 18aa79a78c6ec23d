"""Names over and under a story, newsrooms beside them, and what only looks like either."""

from types import SimpleNamespace

import pytest

from warraq.model import Article

HEAD = "Harbour council votes to rebuild the eastern breakwater"
STORY = "".join(
    f"<p>Paragraph {at} of the story tells of the breakwater, of the quarry road and of the winter timetable.</p>"
    for at in ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine")
)
ARABIC_HEAD = "مجلس المرفأ يقر خطة لترميم الرصيف الشرقي"
ARABIC_STORY = "".join(
    f"<p>وأضافت الهيئة في الفقرة {at} من بيانها أن أعمال الترميم ستبدأ مع حلول الربيع المقبل بعد توسيع الطريق.</p>"
    for at in ("الأولى", "الثانية", "الثالثة", "الرابعة")
)
ARABIC_SITE = "<meta property='og:site_name' content='صحيفة المرسى'>"


def read(cleaner: SimpleNamespace, over: str = "", under: str = "", head: str = "") -> Article:
    (article,) = cleaner.html(
        f"<html><head><title>{HEAD}</title>{head}</head><body><article><h1>{HEAD}</h1>{over}<div>{STORY}{under}</div>"
        "</article></body></html>",
        url="https://daily.example/a",
    ).articles
    return article


def read_arabic(cleaner: SimpleNamespace, first: str = "", last: str = "", over: str = "", head: str = "") -> Article:
    (article,) = cleaner.html(
        f"<html lang='ar'><head><title>{ARABIC_HEAD} | صحيفة المرسى</title>{ARABIC_SITE}{head}</head><body><article>"
        f"<h1>{ARABIC_HEAD}</h1>{over}<div>{first}{ARABIC_STORY}{last}</div></article></body></html>",
        url="https://marsa.example/a",
    ).articles
    return article


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class='author'>Jane Keller</p>", ("Jane Keller",)),
        ("<p class='author'>By Jane Keller</p>", ("Jane Keller",)),
        ("<p>By Jane Keller</p>", ("Jane Keller",)),
        ("<p><em>By Jane Keller</em></p>", ("Jane Keller",)),
        ("<p style='text-align:right'><strong>Trần Thu Hà</strong></p>", ("Trần Thu Hà",)),
        ("<p align='right'>Jane van der Keller</p>", ("Jane van der Keller",)),
        ("<p><strong>Jane Keller</strong></p>", ("Jane Keller",)),
        ("<p>Reporting by Jane Keller and Tom Becker; Editing by Marc Dubois</p>", ("Jane Keller", "Tom Becker")),
        ("<p>【佐藤花子】</p>", ("佐藤花子",)),
        ("<p>本报记者 王小明</p>", ("王小明",)),
    ],
)
def test_a_last_line_that_signs_gives_its_names_and_leaves_the_body(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    article = read(cleaner, under=line)

    assert article.byline == names
    assert article.body.count("\n\n") == 8


@pytest.mark.parametrize(
    "line",
    [
        "<p>By then the quarry road had been widened.</p>",
        "<p>By popular demand</p>",
        "<p>Harbour Road, Low Quay</p>",
        "<h3>Keller Road</h3>",
        "<ul><li><b>Jane Keller</b></li></ul>",
        "<p>Edited by Marc Dubois</p>",
        "<p>Follow Jane Keller on Twitter</p>",
    ],
)
def test_a_last_line_that_only_looks_so_names_nobody(cleaner: SimpleNamespace, line: str) -> None:
    assert read(cleaner, under=line).byline == ()


def test_nouns_in_german_are_no_names(cleaner: SimpleNamespace) -> None:
    told = (
        "<p>Der Rat der Stadt hat am Dienstag den Bau der Mole beschlossen, die im Sturm des Winters gebrochen war.</p>"
    )
    (article,) = cleaner.html(
        f"<html><body><article><h1>Der Bau der Mole</h1>{told * 2}<p><b>Gute Nacht</b></p></article></body></html>"
    ).articles

    assert article.byline == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<div class='x'>澎湃新闻记者 王小明</div>", ("王小明",)),
        ("<div class='x'>港口报记者 王小明 编辑 李青</div>", ("王小明",)),
        ("<div class='x'>港口報／ 記者王小明／台北即時報導</div>", ("王小明",)),
        ("<div class='x'>【王小明／台北報導】</div>", ("王小明",)),
        ("<div class='x'>【記者王小明台北報導】</div>", ("王小明",)),
        (
            "<p>（中央社記者王小明台北20日電）港口議會星期二決定重建東防波堤，圖書館也將重新開放，工程預計明年春天動工。</p>",
            ("王小明",),
        ),
        ("<p id='byline'>[<a>佐藤花子</a>，Minato]</p>", ("佐藤花子",)),
        ("<p id='byline'>[<a>Jane Keller</a>, Minato]</p>", ("Jane Keller",)),
        ("<div class='author'>王小明 記者</div>", ("王小明",)),
        (
            "<div class='author'><a class='author'><span>Мария Орлова</span><span>(Редактор)</span></a></div>",
            ("Мария Орлова",),
        ),
        ("<div class='author'>נועה כהן, יום שישי, 20 בנובמבר 2009</div>", ("נועה כהן",)),
        ("<div class='x'>Elif Kaya |20.11.2026 - Güncelleme : 20.11.2026</div>", ("Elif Kaya",)),
        ("<div class='author'>ნინო ბერიძე</div>", ("ნინო ბერიძე",)),
        ("<div class='x'>ავტორი: ნინო ბერიძე</div>", ("ნინო ბერიძე",)),
        ("<div class='author'>زهرا کریمی:</div>", ("زهرا کریمی",)),
        ("<div class='author'>Айгүл Сапарова <span>тілші</span></div>", ("Айгүл Сапарова",)),
        ("<h4 class='sign'>di GIULIA ROSSI</h4>", ("GIULIA ROSSI",)),
        ("<div class='author'><a>Jane Keller</a><a>Tom Becker</a></div>", ("Jane Keller", "Tom Becker")),
        ("<div id='pane_divwriter'><span>Jane Keller</span></div>", ("Jane Keller",)),
    ],
)
def test_a_line_over_the_story_gives_its_names(cleaner: SimpleNamespace, line: str, names: tuple[str, ...]) -> None:
    assert read(cleaner, line).byline == names


def test_an_element_that_is_labelled_as_the_byline_leaves_the_body(cleaner: SimpleNamespace) -> None:
    article = read(
        cleaner,
        "<section aria-labelledby='article-byline'><b>О статье</b><ul><li><span>Автор, </span><span>Мария Орлова</span>"
        "</li><li><span>Role, </span><span>Русская служба</span></li></ul></section>",
    )

    assert article.byline == ("Мария Орлова",)
    assert article.body.startswith("Paragraph one")


def test_a_span_that_is_marked_amid_a_line_names_the_writer_but_not_in_a_quotation(cleaner: SimpleNamespace) -> None:
    line = "<p><span class='post-meta-author'><a href='/a'>Jane Keller</a></span><span>12 November 2026</span></p>"

    assert read(cleaner, line).byline == ("Jane Keller",)
    assert read(cleaner, f"<blockquote>{line}</blockquote>").byline == ()


def test_a_section_before_a_day_is_nobody(cleaner: SimpleNamespace) -> None:
    line = "<nav><a>Harbour News</a></nav><div class='x'>Harbour News | 20.11.2026</div>"

    assert read(cleaner, line).byline == ()


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("كتب- سامي الحوراني:", ("سامي الحوراني",)),
        ("كتبت - منى الحوراني:", ("منى الحوراني",)),
        ("القاهرة - سامي الحوراني:", ("سامي الحوراني",)),
        ("القاهرة ـ سامي الحوراني:", ("سامي الحوراني",)),
        ("صحار - سامي الحوراني", ("سامي الحوراني",)),
        ("سامي الحوراني (قرية النبع)", ("سامي الحوراني",)),
        ("<b>ليلى الحوراني</b>", ("ليلى الحوراني",)),
        ("سامي الحوراني -", ("سامي الحوراني",)),
        ("موقع المرسى - سامي الحوراني", ("سامي الحوراني",)),
        ("سامي الحوراني من القاهرة", ("سامي الحوراني",)),
        ("حرر من طرف سامي الحوراني", ("سامي الحوراني",)),
        ("أرسل من قبل سامي الحوراني", ("سامي الحوراني",)),
        ("يوغرطا بلحاج - القاهرة", ("يوغرطا بلحاج",)),
        ("كتب ي. بوزيان", ("ي. بوزيان",)),
        ("خاص للمرسى: سامي الحوراني", ("سامي الحوراني",)),
        ("القاهرة - كتب سامي الحوراني", ("سامي الحوراني",)),
        ("بقلم الدكتور سامي الحوراني", ("الدكتور سامي الحوراني",)),
        ("سامي الحوراني، القاهرة", ("سامي الحوراني",)),
        ("تيزي وزو: مزيان آيت قاسي", ("مزيان آيت قاسي",)),
    ],
)
def test_a_first_line_that_names_the_writer_leaves_the_body(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    article = read_arabic(cleaner, f"<p>{line}</p>")

    assert article.byline == names
    assert article.body.startswith("وأضافت")


def test_a_line_of_place_person_and_paper_gives_place_and_person(cleaner: SimpleNamespace) -> None:
    article = read_arabic(cleaner, "<p>رام الله - سامي الحوراني - المرسى</p>")

    assert (article.dateline, article.byline) == ("رام الله", ("سامي الحوراني",))


def test_a_writer_who_signs_with_the_place_leaves_the_body(cleaner: SimpleNamespace) -> None:
    article = read_arabic(cleaner, last="<p>سامي الحوراني - القاهرة</p>")

    assert article.byline == ("سامي الحوراني",)
    assert article.body.endswith("الطريق.")


@pytest.mark.parametrize(
    "line",
    [
        "المرسى",
        "<strong>المرسى نيوز</strong>",
        "المرسى – محليات",
        "القاهرة (المرسى)",
        "«المرسى» (جدة)",
        "لندن - «العهد الجديد»:",
        "متابعة - المرسى",
        "خاص - المرسى",
        "القاهرة/ صحيفة المرسى",
    ],
)
def test_a_line_of_the_newsroom_leaves_the_body(cleaner: SimpleNamespace, line: str) -> None:
    first, last = read_arabic(cleaner, f"<p>{line}</p>"), read_arabic(cleaner, last=f"<p>{line}</p>")

    assert (first.byline, last.byline) == ((), ())
    assert first.body.startswith("وأضافت")
    assert last.body.endswith("الطريق.")


@pytest.mark.parametrize(
    "line",
    [
        "القاهرة - أعلنت الهيئة بدء الترميم.",
        "القاهرة تستعد للربيع",
        "سامي الحوراني يفوز بجائزة المرفأ",
        "المرسى القديم في صور",
        "«المرسى» رواية جديدة",
        "لندن - «العهد الجديد» يعود",
        "محمد صلاح وسامي الحوراني في النهائي.",
        "صمت - هدوء قبل العاصفة",
        "أسعار الذهب - القاهرة",
        "منى الحوراني - فيلم جديد",
        "سامي الحوراني (شاعر)",
        "الأهلي - الزمالك",
        "محمد بن سلمان - ولي العهد السعودي",
        "مجلس الأمن - نيويورك",
    ],
)
def test_a_first_line_that_tells_stays_and_names_nobody(cleaner: SimpleNamespace, line: str) -> None:
    article = read_arabic(cleaner, f"<p>{line}</p>")

    assert article.byline == ()
    assert article.body.startswith(line)


@pytest.mark.parametrize("line", ["سامي الحوراني", "ر.ح/ ف.ع", "(النهاية) ع ب ج / ه س س", "==== ن.ح"])
def test_a_last_line_of_names_or_initials_leaves_the_body(cleaner: SimpleNamespace, line: str) -> None:
    assert read_arabic(cleaner, last=f"<p>{line}</p>").body.endswith("الطريق.")


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("عبد الرحمن ولد محمد", ("عبد الرحمن ولد محمد",)),
        ("علي حسن وائل محمود", ("علي حسن وائل محمود",)),
        ("علي حسن ومنى محمود", ("علي حسن", "منى محمود")),
        ("علي حسن و منى محمود", ("علي حسن", "منى محمود")),
    ],
)
def test_a_glued_and_parts_two_names_only_before_a_given_name(
    cleaner: SimpleNamespace, name: str, names: tuple[str, ...]
) -> None:
    assert read_arabic(cleaner, head=f"<meta name='author' content='{name}'>").byline == names


def test_what_is_told_of_a_writer_is_no_name(cleaner: SimpleNamespace) -> None:
    told = (
        "<div class='author-wrap'><div class='name'><a class='user-name'></a></div>"
        "<div class='bio'>صحافي من فريق المرسى، يتابع الشؤون البحرية والموانئ منذ عشرة أعوام.</div></div>"
    )

    assert read_arabic(cleaner, over=told).byline == ()


def test_about_is_no_part_of_a_name(cleaner: SimpleNamespace) -> None:
    box = "<section id='author-box'><h3>عن رنا الحوراني</h3></section>"

    assert read_arabic(cleaner, last=box).byline == ("رنا الحوراني",)


def test_a_site_in_its_own_author_box_is_nobody(cleaner: SimpleNamespace) -> None:
    box = "<div class='author-box-wrap'><a>صحيفة المرسى</a></div>"

    assert read_arabic(cleaner, last=box).byline == ()


@pytest.mark.parametrize(
    ("author", "first"),
    [
        ("صحيفة المرسى", "صحيفة المرسى - القاهرة أعلنت الهيئة بدء الترميم في الربيع."),
        ("سامي الحوراني", "سامي الحوراني - قال رئيس المجلس إن الأعمال تبدأ في الربيع."),
        ("سامي الحوراني", "سامي الحوراني – قال رئيس المجلس إن الأعمال تبدأ في الربيع."),
    ],
)
def test_a_first_paragraph_that_begins_with_the_writers_name_stays(
    cleaner: SimpleNamespace, author: str, first: str
) -> None:
    head = f"<meta name='author' content='{author}'>"

    assert read_arabic(cleaner, f"<p>{first}</p>", f"<p>{ARABIC_HEAD} اليوم وغدا.</p>" * 3, head=head).body.startswith(
        first
    )


@pytest.mark.parametrize(
    ("author", "first"),
    [
        ("Kyiv Harbourman", "Kyiv Harbourman - The council voted on Tuesday to rebuild the eastern breakwater."),
        ("Jane Keller", "Jane Keller, Oslo – The council voted on Tuesday to rebuild the eastern breakwater."),
    ],
)
def test_a_paragraph_behind_the_writers_name_stays(cleaner: SimpleNamespace, author: str, first: str) -> None:
    (article,) = cleaner.html(
        f"<html><head><title>{HEAD}</title><meta name='author' content='{author}'></head><body><article><h1>{HEAD}</h1>"
        f"<p>{first}</p>{STORY}</article></body></html>"
    ).articles

    assert article.body.startswith(first)


def test_what_is_told_of_the_writer_is_dropped_over_and_under_a_story(cleaner: SimpleNamespace) -> None:
    head = "<meta name='author' content='Jane Keller'>"

    over = read(cleaner, "<p>Jane Keller, a reporter for the harbour desk, lives by the quay.</p>", head=head)
    under = read(cleaner, under="<p>Jane Keller joined the paper in 2010 and has won two prizes.</p>", head=head)

    assert over.body.startswith("Paragraph one")
    assert under.body.endswith("timetable.")


def test_what_the_writer_says_in_an_interview_stays(cleaner: SimpleNamespace) -> None:
    head = "<meta name='author' content='Jane Keller'>"
    said = "<p>Jane Keller: And what of the quarry road, then?</p><p>Tom Becker: It is wide enough for the stones.</p>"

    assert "Jane Keller: And what" in read(cleaner, under=said * 2, head=head).body


@pytest.mark.parametrize(
    "told",
    [
        "Jane Keller is nine years old in the picture that hangs over the stove.",
        "Jane Keller has not been back to the quay since.",
        "Jane Keller was the last to leave the boat, with a cat under each arm.",
        "Jane Keller went home and put the letter into the stove.",
    ],
)
def test_what_the_story_itself_tells_of_its_writer_is_kept_over_and_under_it(
    cleaner: SimpleNamespace, told: str
) -> None:
    head = "<meta name='author' content='Jane Keller'>"

    (over,) = cleaner.html(
        f"<html><head><title>{HEAD}</title>{head}</head><body><article><h1>{HEAD}</h1><div><p>{told}</p>{STORY}</div>"
        "</article></body></html>"
    ).articles

    assert over.body.startswith(told)
    assert read(cleaner, under=f"<p>{told}</p>", head=head).body.endswith(told)


@pytest.mark.parametrize(
    "told",
    [
        "Jane Keller ist freie Journalistin und lebt am Hafen.",
        "Jane Keller has no position in any of the stocks mentioned.",
        "Jane Keller lives by the quay. Write to jane@quay.example.",
        "Jane Keller – historyk, dyrektor muzeum.",
    ],
)
def test_an_office_or_an_address_behind_the_writers_name_leaves_the_body(cleaner: SimpleNamespace, told: str) -> None:
    head = "<meta name='author' content='Jane Keller'>"

    assert read(cleaner, under=f"<p>{told}</p>", head=head).body.endswith("timetable.")


def test_names_behind_dashes_in_a_row_are_a_list_of_the_story(cleaner: SimpleNamespace) -> None:
    names = ("– Ama Owusu", "– Kofi Mensah", "– Nana Boateng")
    article = read(cleaner, under="<p>Three seats were won:</p>" + "".join(f"<p>{name}</p>" for name in names))

    assert article.body.endswith("\n\n".join(names))
    assert article.byline == ()


def test_a_name_behind_a_dash_signs_as_the_last_line_alone(cleaner: SimpleNamespace) -> None:
    article = read(cleaner, under="<p>– Ama Owusu</p>")

    assert article.body.endswith("timetable.")
    assert article.byline == ("Ama Owusu",)


@pytest.mark.parametrize(
    ("line", "head", "names"),
    [
        ("المرسى / بغداد / حسن الموسوي", "<meta name='author' content='Editor2'>", ("حسن الموسوي",)),
        ("بغداد – واع – زهراء العبيدي", "", ("زهراء العبيدي",)),
        ("تهران، محمد کریمی", "", ("محمد کریمی",)),
    ],
)
def test_a_first_line_of_house_city_and_person_names_the_person(
    cleaner: SimpleNamespace, line: str, head: str, names: tuple[str, ...]
) -> None:
    article = read_arabic(cleaner, first=f"<p>{line}</p>", head=head)

    assert article.byline == names
    assert article.body.startswith("وأضافت الهيئة في الفقرة الأولى")


def test_a_first_line_that_a_break_parts_from_the_story_is_no_caption_of_the_picture_over_it(
    cleaner: SimpleNamespace,
) -> None:
    told = "وأضافت الهيئة في بيانها أن أعمال الترميم ستبدأ مع حلول الربيع المقبل بعد توسيع الطريق."
    (article,) = cleaner.html(
        f"<html lang='ar'><body><h1>{ARABIC_HEAD}</h1><img src='/a.jpg'><div>بغداد – واع – زهراء العبيدي<br><br>"
        f"{told}<br><br>{told}<br>{told}</div></body></html>"
    ).articles

    assert article.byline == ("زهراء العبيدي",)
    assert [image.caption for image in article.images if image.caption] == []
    assert article.body == f"{told}\n\n{told}\n\n{told}"


@pytest.mark.parametrize("mark", ["<p>{}</p>", "<p><strong>{}</strong></p>"])
def test_those_who_are_heard_in_a_story_stand_over_what_they_say(cleaner: SimpleNamespace, mark: str) -> None:
    heads = ("محمد حسن، غزة", "سمير عواد، رفح", "ليلى خوري، بيروت")
    said = "<p>وتقول الشهادة إن العاصفة بدأت عند الفجر ولم يبق في المرفأ قارب واحد يمكن الإبحار به نحو الجزيرة.</p>"
    first = "".join(mark.format(head) + said for head in heads)

    opened = read_arabic(cleaner, first=first)
    amid = read_arabic(cleaner, first=said + first)

    assert opened.byline == amid.byline == ()
    assert opened.body.startswith(f"{heads[0]}\n\n")
    assert [head for head in heads if head in amid.body.split("\n\n")] == [*heads]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p><b>*سمير عواد</b></p>", ("سمير عواد",)),
        ("<p>• سمير عواد</p>", ("سمير عواد",)),
        ("<p>(רונית אביגדור)</p>", ("רונית אביגדור",)),
    ],
)
def test_a_name_behind_a_star_or_in_brackets_signs_a_story(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    article = read_arabic(cleaner, last=line)

    assert article.byline == names
    assert article.body.count("\n\n") == 3


@pytest.mark.parametrize("line", ["*موعد جديد للصيادين", "(وهو ما حدث فعلا)", "(קטע מתוך הפרק)"])
def test_other_words_behind_a_star_or_in_brackets_are_the_storys(cleaner: SimpleNamespace, line: str) -> None:
    article = read_arabic(cleaner, last=f"<p>{line}</p>")

    assert article.byline == ()
    assert article.body.endswith(line)


@pytest.mark.parametrize(
    ("over", "names"),
    [
        ("<span class='writeBy'>كتب: محمود الجندي - أحمد راضي</span>", ("محمود الجندي", "أحمد راضي")),
        ("<div>الأحد 12-03-2023 14:21 | كتب: سمير عواد, ليلى خوري</div>", ("سمير عواد", "ليلى خوري")),
        ("<a class='author-link' href='/a'>مارسيل خوري</a>", ("مارسيل خوري",)),
        ("<div class='author'><a href='/w'>سمير عواد</a> صحافي</div>", ("سمير عواد",)),
        ("<div class='author-info'><span class='day'>10 مايو 2022 - 12:12 بتوقيت أبوظبي</span></div>", ()),
        (
            (
                "<section aria-labelledby='article-byline'>"
                "<b id='article-byline'>مشخصات مقاله</b><ul><li><span>نویسنده, "
                "</span><span>پرستو یزدانی</span></li><li><span>شغل, </span><span>خبرنگار</span></li></ul></section>"
            ),
            ("پرستو یزدانی",),
        ),
        (
            (
                "<section aria-labelledby='article-byline'>"
                "<b id='article-byline'>مضمون کی تفصیل</b><ul><li><span>مصنف, "
                "</span><span>سحر قریشی</span></li><li><span>عہدہ, </span><span>کراچی</span></li></ul></section>"
            ),
            ("سحر قریشی",),
        ),
    ],
)
def test_a_line_over_a_story_from_the_right_gives_its_names(
    cleaner: SimpleNamespace, over: str, names: tuple[str, ...]
) -> None:
    assert read_arabic(cleaner, over=over).byline == names


@pytest.mark.parametrize(
    ("first", "last", "end"),
    [
        ("", "<p>ــــ</p><p>ر.س/ ف.ع</p>", "بعد توسيع الطريق."),
        ("", "<p>// انتهى //</p><p>14:22ت م</p><p>0091</p>", "بعد توسيع الطريق."),
        (
            "",
            "<p>وقال إن الأعمال كلها ستنتهي قبل موسم الصيد المقبل بحسب ما ورد في البيان. انتهى/ ح م</p>",
            "في البيان.",
        ),
        ("", "<p>وقال إن الأعمال كلها ستنتهي قبل موسم الصيد المقبل بحسب ما ورد في البيان.انتهى29/ح</p>", "في البيان."),
        ("", "<p>وقال إن الموسم بدأ فعلا قبل أن يعود الصيادون إلى المرفأ. انتهى الموسم</p>", "انتهى الموسم"),
        ("", "<p>وقال إن الموسم الذي بدأ في الربيع قبل ترميم المرفأ انتهى.</p>", "المرفأ انتهى."),
        ("<p>النهاية</p>", "", "بعد توسيع الطريق."),
    ],
)
def test_the_mark_of_the_end_and_what_stands_behind_it_are_no_part_of_the_story(
    cleaner: SimpleNamespace, first: str, last: str, end: str
) -> None:
    body = read_arabic(cleaner, first=first, last=last).body

    assert body.endswith(end)
    assert "الفقرة الأولى" in body
    assert "الفقرة الرابعة" in body


def test_an_agency_beside_a_person_alone_signs_no_story(cleaner: SimpleNamespace) -> None:
    assert read_arabic(cleaner, over="<div>سمير عواد / الأناضول</div>").byline == ()


@pytest.mark.parametrize(
    "line",
    [
        "البصرة - الساحل",
        "طبرق – بوابة الساحل",
        "متابعة / الساحل",
        "هەولێر (کەنار24)",
        "شط نيوز",
        "کەنار دیجیتاڵ",
        "بغداد – واع",
        "بغداد/ الساحل:",
        "عمّان - الغد",
        "صنعاء/سبأ:",
        "المكلا (الشط نيوز) خاص",
        "الساحل - خاص",
        "الرباط - و م ع",
        "Istanbul",
    ],
)
def test_a_first_line_of_place_and_house_is_no_part_of_the_story_though_the_page_calls_itself_otherwise(
    cleaner: SimpleNamespace, line: str
) -> None:
    article = read_arabic(cleaner, f"<p>{line}</p>")

    assert article.byline == ()
    assert article.body.startswith("وأضافت الهيئة في الفقرة الأولى")


@pytest.mark.parametrize(
    "line",
    [
        "القاهرة - أسعار الذهب",
        "غزة - هدنة هشة",
        "الرياض - القاهرة",
        "بيروت - رواية جديدة",
        "طبرق – الكهرباء تعود.",
        "Windows 11",
    ],
)
def test_a_first_line_of_place_and_topic_is_the_storys(cleaner: SimpleNamespace, line: str) -> None:
    assert read_arabic(cleaner, f"<p>{line}</p>").body.startswith(line)


def test_place_and_house_amid_the_story_stay(cleaner: SimpleNamespace) -> None:
    assert "البصرة - الساحل" in read_arabic(cleaner, last=f"<p>البصرة - الساحل</p>{ARABIC_STORY}").body


@pytest.mark.parametrize(
    ("title", "line"),
    [("صحيفة الشاطئ | مجلس المرفأ يقر خطة لترميم الرصيف الشرقي", "الشاطئ - كسلا"), ("", "المنارة24")],
)
def test_the_site_is_known_by_a_title_that_begins_with_it_and_by_each_half_of_its_name(
    cleaner: SimpleNamespace, title: str, line: str
) -> None:
    (article,) = cleaner.html(
        f"<html lang='ar'><head><title>{title or ARABIC_HEAD}</title>"
        "<meta property='og:site_name' content='المنارة24 | Manara24'></head>"
        f"<body><h1>{ARABIC_HEAD}</h1><div><p>{line}</p>{ARABIC_STORY}</div></body></html>"
    ).articles

    assert article.body.startswith("وأضافت الهيئة في الفقرة الأولى")


@pytest.mark.parametrize(
    "author",
    ["Super User", "Editor", "News", "المحرر", "مدير الموقع", "أدمن"],
)
def test_an_account_is_no_writer(cleaner: SimpleNamespace, author: str) -> None:
    assert read_arabic(cleaner, head=f"<meta name='author' content='{author}'>").byline == ()


@pytest.mark.parametrize("author", ["المرسى", "الجريدة", "فريق التحرير", "نیوز ڈیسک"])
def test_a_printed_person_comes_before_the_paper_or_its_desk_that_is_declared(
    cleaner: SimpleNamespace, author: str
) -> None:
    head = (
        '<script type="application/ld+json">{"@type": "NewsArticle", "author": {"@type": "Person", "name": "'
        f'{author}"}}}}</script>'
    )

    assert read_arabic(cleaner, head=head, over="<p class='writer'>حسن الموسوي</p>").byline == ("حسن الموسوي",)


def test_the_papers_own_name_in_the_byline_box_names_nobody(cleaner: SimpleNamespace) -> None:
    assert read_arabic(cleaner, over="<p class='author'>صحيفة المرسى</p>").byline == ()


@pytest.mark.parametrize(
    "box",
    [
        "<div><span class='created'>الأحد, 20 يونيو 2021</span> <span class='createby'>حسن الموسوي</span></div>",
        "<li class='writers'><span>الكاتب</span> <a class='tagname' href='/w/3'>حسن الموسوي</a></li>",
        "<div>أرسلت بواسطة: <a href='/u'>حسن الموسوي</a> في الأحد 12 سبتمبر 2021 - 09:14 ص</div>",
        "<div>بواسطة: حسن الموسوي الأحد 12 سبتمبر 2021</div>",
        "<div>كتبه حسن الموسوي</div>",
        "<div>21 جوان 2021 كسلا: حسن الموسوي</div>",
        "<div><a href='/w/3'>حسن الموسوي</a> <time>2021/06/19</time> <span>1204</span> <span>0</span></div>",
    ],
)
def test_a_name_in_the_row_of_days_and_counters_is_the_writers(cleaner: SimpleNamespace, box: str) -> None:
    article = read_arabic(cleaner, over=box)

    assert article.byline == ("حسن الموسوي",)
    assert article.body.startswith("وأضافت الهيئة في الفقرة الأولى")


def test_a_title_of_one_letter_before_one_name_is_its_initial(cleaner: SimpleNamespace) -> None:
    assert read_arabic(cleaner, over="<div>21 جوان 2021 كسلا: م. الموسوي</div>").byline == ("م. الموسوي",)


@pytest.mark.parametrize(
    ("line", "names"),
    [("طرابلس/ حسن الموسوي/ الأناضول", ("حسن الموسوي",)), ("طرابلس / الأناضول", ())],
)
def test_city_person_and_agency_over_a_story_name_the_person_and_credit_no_picture(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    (article,) = cleaner.html(
        f"<html lang='ar'><body><div><h1>{ARABIC_HEAD}</h1></div><div><img src='/a.jpg'></div><div>"
        f"<p><strong>{line}</strong></p>{ARABIC_STORY}</div></body></html>"
    ).articles

    assert article.byline == names
    assert [image.credit for image in article.images if image.credit] == []
    assert article.body.startswith("وأضافت الهيئة في الفقرة الأولى")


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("حسن الموسوي وسامي الحوراني", ("حسن الموسوي", "سامي الحوراني")),
        ("حسن الموسوي/ ع.م.", ("حسن الموسوي",)),
        ("وام/حسن الموسوي", ("حسن الموسوي",)),
        ("حسن الموسوي (كسلا)", ("حسن الموسوي",)),
        ("الكاتب/ة حسن الموسوي", ("حسن الموسوي",)),
        ("حسن الموسوي، كاتب من كسلا", ("حسن الموسوي",)),
    ],
)
def test_a_last_line_of_persons_place_and_initials_signs(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    article = read_arabic(cleaner, last=f"<p>{line}</p>")

    assert article.byline == names
    assert article.body.endswith("الطريق.")


@pytest.mark.parametrize(
    "line", ["حسن الموسوي وأسرار البحر القديم", "حسن الموسوي/ شاعر المرسى", "واع/ بيان ختامي للمجلس المحلي"]
)
def test_a_last_line_that_holds_more_than_persons_signs_nothing(cleaner: SimpleNamespace, line: str) -> None:
    article = read_arabic(cleaner, last=f"<p>{line}</p>")

    assert article.byline == ()


def test_a_person_beside_the_agency_in_the_dateline_wrote_it_and_signs_with_the_first_name(
    cleaner: SimpleNamespace,
) -> None:
    told = "كسلا 13 نوفمبر 2023 (سونا/ تحرير ليلى الموسوي)- بدأ مجلس المرفأ صباح الاثنين أعمال ترميم الرصيف الشرقي."
    article = read_arabic(cleaner, first=f"<p>{told}</p>", last="<p>ليلى</p>")

    assert article.byline == ("ليلى الموسوي",)
    assert article.body.startswith(told)
    assert article.body.endswith("الطريق.")


@pytest.mark.parametrize("inside", ["سونا", "سونا/ وكالات", "يمين/ ليلى الموسوي"])
def test_what_else_stands_in_brackets_of_an_opening_names_nobody(cleaner: SimpleNamespace, inside: str) -> None:
    told = f"كسلا ({inside}) - بدأ مجلس المرفأ صباح الاثنين أعمال ترميم الرصيف الشرقي بعد عامين من الانتظار."

    assert read_arabic(cleaner, first=f"<p>{told}</p>").byline == ()


@pytest.mark.parametrize("opening", ["كسلا - ", "كسلا (سونا) – "])
def test_a_paragraph_that_opens_with_its_dateline_is_the_storys_first_whatever_its_class(
    cleaner: SimpleNamespace, opening: str
) -> None:
    told = f"{opening}بدأ مجلس المرفأ صباح الاثنين أعمال ترميم الرصيف الشرقي بعد عامين من الانتظار."
    article = read_arabic(cleaner, first=f"<div class='itemIntroText'><p>{told}</p></div>")

    assert article.standfirst is None
    assert article.body.startswith(told)


def test_a_paragraph_of_that_class_without_a_dateline_is_the_standfirst(cleaner: SimpleNamespace) -> None:
    told = "بدأ مجلس المرفأ صباح الاثنين أعمال ترميم الرصيف الشرقي بعد عامين من الانتظار."
    article = read_arabic(cleaner, first=f"<div class='itemIntroText'><p>{told}</p></div>")

    assert article.standfirst == told


@pytest.mark.parametrize("name", ["حسن الموسوي", "د. حسن الموسوي"])
def test_a_persons_name_alone_over_all_prose_is_the_writers(cleaner: SimpleNamespace, name: str) -> None:
    article = read_arabic(cleaner, first=f"<p>{name}</p>")

    assert article.byline == (name,)
    assert article.body.startswith("وأضافت الهيئة في الفقرة الأولى")


@pytest.mark.parametrize(
    ("last", "head"),
    [
        ("<p>وقال الموسوي إن أعمال الترميم ستنتهي قبل الشتاء.</p>", ""),
        (f"<p>سامي الحوراني</p>{ARABIC_STORY}", ""),
        ("", "<meta name='author' content='Jane Keller'>"),
    ],
    ids=["the story tells of that person", "another is heard below", "the writer is declared"],
)
def test_a_persons_name_over_what_is_told_of_persons_stays(cleaner: SimpleNamespace, last: str, head: str) -> None:
    article = read_arabic(cleaner, first="<p>حسن الموسوي</p>", last=last, head=head)

    assert article.body.startswith("حسن الموسوي")


@pytest.mark.parametrize(
    ("over", "names"),
    [
        pytest.param("<div class='bylinename'>Jane Keller</div>", ("Jane Keller",), id="a class without a seam"),
        pytest.param(
            "<div class='author-container'><span class='author-img-name'><a>J. Keller</a></span></div>",
            ("J. Keller",),
            id="a container that is no writer's address",
        ),
        pytest.param("<p>23 November, 14:40</p><p><b>Jane Keller</b></p>", ("Jane Keller",), id="bold, below a day"),
        pytest.param(
            f"<p><i>{HEAD} after eleven years of talk in the town</i></p><p><b>Jane Keller</b></p>",
            ("Jane Keller",),
            id="bold, below a deck in italics",
        ),
    ],
)
def test_names_that_stand_below_a_headline_in_their_own_way(
    cleaner: SimpleNamespace, over: str, names: tuple[str, ...]
) -> None:
    assert read(cleaner, over=over).byline == names


@pytest.mark.parametrize(
    ("over", "last"),
    [
        pytest.param("<div><time>4 مارس 2019 - 21:30</time> <span>سمية حداد</span></div>", "", id="behind the day"),
        pytest.param(
            "",
            "<div class='post-footer'><span class='vcard'>مرسلة بواسطة <b>سمية حداد</b></span></div>",
            id="Blogger's",
        ),
    ],
)
def test_an_arabic_name_behind_a_day_or_below_as_blogger_prints_it(
    cleaner: SimpleNamespace, over: str, last: str
) -> None:
    assert read_arabic(cleaner, over=over, last=last).byline == ("سمية حداد",)


def test_an_item_of_microdata_without_text_lends_no_line_its_own_name(cleaner: SimpleNamespace) -> None:
    item = "<div itemprop='author' itemscope><meta itemprop='name' content='The Elm Post'></div>"
    signed = "<div class='c-signature__author'>Jane Keller</div>"

    assert read(cleaner, over=f"{item}<h2>No Agreste, a clock</h2>{signed}").byline == ("Jane Keller",)


def test_a_korean_reporter_below_a_story_stands_behind_the_town(cleaner: SimpleNamespace) -> None:
    paragraphs = "".join(
        f"<p>{at} 섬마을 학교가 두 명의 졸업생을 끝으로 문을 닫았다. 주민들은 아침 일찍 운동장에 모였다.</p>"
        for at in "가나다"
    )

    (article,) = cleaner.html(
        "<html><head><title>마지막 졸업생</title></head><body><article><h1>마지막 졸업생 두 명</h1>"
        f"<div>{paragraphs}</div>"
        "<p>신안/안관옥 기자 okahn@paper.example</p></article></body></html>"
    ).articles

    assert article.byline == ("안관옥",)


def test_a_line_of_place_and_writer_in_bold_is_no_headline(cleaner: SimpleNamespace) -> None:
    title = f"<p align='center'><font size='5'><b>{ARABIC_HEAD}</b></font></p>"
    page = f"<table><tr><td>{title}<p><b>الغردقة ـ من عرفات علي:</b></p>{ARABIC_STORY}</td></tr></table>"

    (article,) = cleaner.html(f"<html><head><title>{ARABIC_HEAD}</title></head><body>{page}</body></html>").articles

    assert (article.dateline, article.byline) == ("الغردقة", ("عرفات علي",))


def test_the_sites_own_name_behind_a_writers_is_no_part_of_it(cleaner: SimpleNamespace) -> None:
    line = "<div class='byline'><cite>JANE KELLER</cite> <em>Herald Sun</em></div>"

    article = read(cleaner, over=line, head="<meta property='og:site_name' content='Herald Sun'>")

    assert article.byline == ("JANE KELLER",)


def test_a_title_with_the_section_behind_a_comma_is_the_line_that_the_page_prints(cleaner: SimpleNamespace) -> None:
    printed = f"<font size='5'><b>{ARABIC_HEAD}</b></font><br>"
    page = f"<table><tr><td>{printed}{ARABIC_STORY}</td></tr></table>"

    (article,) = cleaner.html(
        f"<html><head><title>{ARABIC_HEAD}، سفر و سياحة</title></head><body>{page}</body></html>"
    ).articles

    assert article.headline == ARABIC_HEAD


def test_an_arabic_line_of_place_and_writer_may_stand_below_a_deck(cleaner: SimpleNamespace) -> None:
    deck = "<p><b>أعمال الترميم تبدأ في الربيع وتنتهي قبل الشتاء</b></p>"

    article = read_arabic(cleaner, first=f"{deck}<p>الغردقة - عرفات علي</p>")

    assert (article.dateline, article.byline) == ("الغردقة", ("عرفات علي",))


@pytest.mark.parametrize("label", ["Key Points", "What Happened", "Exclusive Interview", "Prime Minister"])
def test_a_label_in_bold_over_the_story_is_no_name(cleaner: SimpleNamespace, label: str) -> None:
    assert read(cleaner, over=f"<p><b>{label}</b></p>").byline == ()


def test_an_arabic_line_of_place_and_writer_may_have_its_house_in_brackets(cleaner: SimpleNamespace) -> None:
    article = read_arabic(cleaner, first="<p><b>مسقط - سالم المعمري (كورة)</b></p>")

    assert (article.dateline, article.byline) == ("مسقط", ("سالم المعمري",))
