"""Forms that the papers of Asia and eastern Africa share: small pages of ours."""

from types import SimpleNamespace

import pytest

CHINESE = (
    "渡口的老码头从周一起关闭，工人要在冬天以前换掉三十根木桩，渡船暂时停靠在下游的新码头。",
    "镇上的渔民说，往年这个时候河水已经退去，今年的水位却比去年同期高出半米，夜里还在上涨。",
    "航运公司每天加开四班客车，把乘客从车站送到新码头，车票和船票一样，都是六元。",
    "镇长说，县里已经拨出第一笔款项，余下的部分要等到明年春天才能到账，工程不会因此停下来。",
    "码头边的小店少了一半客人，店主们希望镇里在停工期间少收租金，答复要等下周的会议。",
)
KOREAN = (
    "나루터의 옛 선착장이 월요일부터 문을 닫고 겨울이 오기 전에 나무 말뚝 서른 개를 바꾼다고 읍사무소가 밝혔다.",
    "어민들은 예년 이맘때면 강물이 빠졌지만 올해는 수위가 지난해보다 반 미터나 높고 밤에도 불어난다고 말했다.",
    "여객선 회사는 날마다 버스 네 편을 늘려 승객을 역에서 새 선착장까지 실어 나르고 요금은 받지 않는다.",
    "읍장은 군에서 첫 예산이 내려왔고 나머지는 내년 봄에 들어오지만 공사는 멈추지 않을 것이라고 설명했다.",
)
ENGLISH = (
    "The old ferry landing closes on Monday because thirty of its wooden piles must be changed before winter.",
    "Fishermen say that the river stands half a metre higher than a year ago and still rises through the night.",
    "The ferry company sends four more buses a day to bring its passengers from the station to the new landing.",
    "The mayor says that the district has paid the first part and that the works will not stop for the second.",
)
TITLE = "The old ferry landing closes for the winter works"
HAN_TITLE = "老码头冬天以前换掉三十根木桩"


def make_page(
    story: tuple[str, ...], *, title: str, before: str = "", after: str = "", opening: str = "", named: str = ""
) -> str:
    paragraphs = "".join(f"<p>{paragraph}</p>" for paragraph in story)
    return (
        f"<html><head><title>{named or title}</title></head><body><main><h1>{title}</h1>{before}"
        f"<div class='story'>{opening}{paragraphs}{after}</div></main></body></html>"
    )


def read_body(cleaner: SimpleNamespace, page: str) -> tuple[str, ...]:
    return tuple(cleaner.html(page).articles[0].body.split("\n\n"))


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("（记者江晓风、白露）", ("江晓风", "白露")),
        ("（记者 江晓风 白露）", ("江晓风", "白露")),
        ("（记者江晓风 通讯员白露）", ("江晓风", "白露")),
        ("（记者欧阳晓风）", ("欧阳晓风",)),
        ("〔記者江曉風、白露／花蓮報導〕", ("江曉風", "白露")),
        ("（中央社記者江曉風、白小露花蓮縣3日電）", ("江曉風", "白小露")),
    ],
)
def test_several_reporters_are_named_amid_a_chinese_line(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    first, *others = CHINESE

    article = cleaner.html(make_page((f"{line}{first}", *others), title=HAN_TITLE)).articles[0]

    assert article.byline == names


@pytest.mark.parametrize(
    "line",
    [
        "(강릉=새벽통신) 한바람 서이슬 기자 =",
        "(강릉=새벽통신) 한바람·서이슬 기자 =",
        "(강릉=새벽통신) 한바람 기자·서이슬 기자 =",
        "[새벽신문 한바람·서이슬 기자]",
    ],
)
def test_several_reporters_are_named_before_a_korean_story(cleaner: SimpleNamespace, line: str) -> None:
    first, *others = KOREAN

    article = cleaner.html(make_page((f"{line} {first}", *others), title="옛 선착장 월요일부터 닫는다")).articles[0]

    assert article.byline == ("한바람", "서이슬")


def test_a_korean_line_of_day_and_reporter_says_both(cleaner: SimpleNamespace) -> None:
    line = "<div>2008년 05월 14일 (수) 17:35:12 한바람 기자 wind@post.example.kr</div>"

    article = cleaner.html(make_page(KOREAN, title="옛 선착장 월요일부터 닫는다", before=line)).articles[0]

    assert article.published_at.isoformat() == "2008-05-14T17:35:12+00:00"
    assert (article.byline, article.body) == (("한바람",), "\n\n".join(KOREAN))


def test_what_a_link_says_behind_the_reporters_office_is_no_part_of_the_name(cleaner: SimpleNamespace) -> None:
    line = "<div class='writer'><a href='/reporter/77'>한바람 기자 기자 페이지</a></div>"

    article = cleaner.html(make_page(KOREAN, title="옛 선착장 월요일부터 닫는다", before=line)).articles[0]

    assert article.byline == ("한바람",)


def test_what_a_player_says_in_the_writers_box_is_no_name(cleaner: SimpleNamespace) -> None:
    box = "<div class='writer-info'>본문듣기 기능은 신형기기의, 화면에서만 사용하실 수 있습니다</div>"

    article = cleaner.html(make_page(KOREAN, title="옛 선착장 월요일부터 닫는다", before=box)).articles[0]

    assert article.byline == ()


def test_a_desk_that_is_declared_yields_to_a_person_in_print(cleaner: SimpleNamespace) -> None:
    head = '<meta name="author" content="किनारा टीम">'
    page = make_page(ENGLISH, title=TITLE, before="<p>Written by Asha Verma</p>").replace("<head>", f"<head>{head}")

    article = cleaner.html(page).articles[0]

    assert article.byline == ("Asha Verma",)


def test_an_initial_and_a_name_without_a_blank_are_a_mongolian_writers(cleaner: SimpleNamespace) -> None:
    line = "<div class='author'>Б.Сарнай</div>"

    article = cleaner.html(make_page(ENGLISH, title=TITLE, before=line)).articles[0]

    assert article.byline == ("Б.Сарнай",)


@pytest.mark.parametrize("line", ["Na Juma Hamisi, Kigoma", "NA JUMA HAMISI, KIGOMA"])
def test_a_swahili_preposition_names_the_writer_where_a_place_follows(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(ENGLISH, title=TITLE, opening=f"<p>{line}</p>")).articles[0]

    assert ([name.title() for name in article.byline], article.body) == (["Juma Hamisi"], "\n\n".join(ENGLISH))


@pytest.mark.parametrize(
    "line", ["Na Starym Rynku", "Na Juma Hamisi, Kigoma, wanasubiri kivuko kipya", "Na Dolnym Brzegu, gdzie czekają"]
)
def test_other_lines_begin_so_too(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(ENGLISH, title=TITLE, opening=f"<p>{line}</p>")).articles[0]

    assert (article.byline, article.body) == ((), "\n\n".join((line, *ENGLISH)))


@pytest.mark.parametrize("line", ["Tin, ảnh: LÊ MAI", "Bài và ảnh: LÊ MAI", "Tin, bài - ảnh: LÊ MAI"])
def test_a_vietnamese_label_of_two_parts_names_the_writer(cleaner: SimpleNamespace, line: str) -> None:
    article = cleaner.html(make_page(ENGLISH, title=TITLE, after=f"<p>{line}</p>")).articles[0]

    assert (article.byline, article.body) == (("LÊ MAI",), "\n\n".join(ENGLISH))


@pytest.mark.parametrize(
    "ending",
    ["_新闻中心_河口网", "-新闻中心-河口网", " 河口街道办事处_河口网", "_国内_河口网"],
)
def test_a_title_ends_in_section_and_site(cleaner: SimpleNamespace, ending: str) -> None:
    page = make_page(CHINESE, title=HAN_TITLE, named=f"{HAN_TITLE}{ending}").replace("h1>", "b>")

    article = cleaner.html(page).articles[0]

    assert (article.headline, article.body) == (HAN_TITLE, "\n\n".join(CHINESE))


def test_a_line_that_the_title_goes_on_from_is_not_the_headline(cleaner: SimpleNamespace) -> None:
    title = f"{HAN_TITLE} 渡船停靠新码头"
    page = make_page(CHINESE, title=title, before=f"<p>{HAN_TITLE}</p>").replace("h1>", "b>")

    assert cleaner.html(page).articles[0].headline == title


def test_a_heading_in_the_navigation_names_the_site(cleaner: SimpleNamespace) -> None:
    nav = "<nav><a href='/'><h1><span>River news: The Landing Post</span></h1></a></nav>"
    named = f"{TITLE} River news: The Landing Post"
    page = make_page(ENGLISH, title=TITLE, named=named).replace("<main>", f"{nav}<main>")

    assert cleaner.html(page).articles[0].headline == TITLE


def test_the_heading_that_is_declared_comes_before_one_that_the_title_holds(cleaner: SimpleNamespace) -> None:
    head = f'<meta property="og:title" content="{TITLE}"><title>{TITLE} | Works along the river</title>'
    page = make_page(ENGLISH, title=TITLE).replace("<head>", f"<head>{head}")
    page = page.replace("<main>", "<div><h1>Works along the river</h1></div><main>")

    assert cleaner.html(page).articles[0].headline == TITLE


def test_a_heading_under_a_chinese_headline_is_its_standfirst(cleaner: SimpleNamespace) -> None:
    title = f"<div><h2>{HAN_TITLE}</h2><h3>渡船明年4月回到老码头</h3></div><p>时间：2021-08-21 来源：河口日报</p>"
    page = make_page(CHINESE, title=HAN_TITLE).replace(f"<h1>{HAN_TITLE}</h1>", title)

    assert cleaner.html(page).articles[0].standfirst == "渡船明年4月回到老码头"


@pytest.mark.parametrize(
    "line",
    [
        "编辑｜江风",
        "编辑 江风 校对 白露",
        "校对：白露",
        "新媒体编辑：江风",
        "值班主任：白露",
        "文字：江风 编辑：白露".replace("文字", "文"),
        "监制 / 江风",
    ],
)
def test_who_had_a_part_in_a_chinese_story_is_told_by_a_role(cleaner: SimpleNamespace, line: str) -> None:
    assert read_body(cleaner, make_page(CHINESE, title=HAN_TITLE, after=f"<p>{line}</p>")) == CHINESE


@pytest.mark.parametrize("line", ["编辑部的灯一直亮到天明。", "审核 还要等到下周的会议才会有结果"])
def test_a_line_that_goes_on_behind_such_a_word_stays(cleaner: SimpleNamespace, line: str) -> None:
    body = read_body(cleaner, make_page(CHINESE, title=HAN_TITLE, after=f"<p>{line}</p>"))

    assert body == (*CHINESE, line)


@pytest.mark.parametrize(
    "line",
    [
        "Pewarta : Sari Dewi",
        "(snk/elm)",
        "Simak Video 'Detik-detik Dermaga Ditutup':",
        "Na Mwandishi Wetu, Kigoma",
        "Na Mwandishi Wetu",
        "Լուսանկարները՝ Արամ Սարյանի",
        "डाउनलोड करें हमारा एप और पढ़ें सभी खबरें",
        "Baca kabar pilihan kami. Buka https://www.whatsapp.com/channel/0123abc dan pasang aplikasinya.",
        "किनारे की स्वतंत्र पत्रकारिता का समर्थन करें और सदस्यता लें",
        "ድምጹን ያዳምጡ።",
    ],
)
def test_a_last_line_of_desk_or_channel_leaves_the_story(cleaner: SimpleNamespace, line: str) -> None:
    assert read_body(cleaner, make_page(ENGLISH, title=TITLE, after=f"<p>{line}</p>")) == ENGLISH


@pytest.mark.parametrize(
    "line",
    [
        "点击上方蓝字关注河口",
        "喜欢这篇文章，请点“在看”",
        "长按二维码加入读者群",
        "▼点击下方名片关注",
        "欢迎关注“河口”公众号",
    ],
)
def test_a_line_that_asks_to_follow_an_account_leaves_a_chinese_story(cleaner: SimpleNamespace, line: str) -> None:
    page = make_page(CHINESE, title=HAN_TITLE, opening=f"<p>{line}</p>", after=f"<p>{line}</p>")

    assert read_body(cleaner, page) == CHINESE


def test_a_channel_that_is_quoted_amid_the_last_sentence_stays(cleaner: SimpleNamespace) -> None:
    line = "The company had written on t.me/landing that nobody would have to wait for longer than an hour."

    assert read_body(cleaner, make_page((*ENGLISH, line), title=TITLE)) == (*ENGLISH, line)


def test_a_shop_of_apps_amid_the_last_sentence_stays(cleaner: SimpleNamespace) -> None:
    line = "The timetable can be had at apps.apple.com/landing and has been loaded a thousand times since May."

    assert read_body(cleaner, make_page((*ENGLISH, line), title=TITLE)) == (*ENGLISH, line)


def test_the_title_over_links_goes_with_them(cleaner: SimpleNamespace) -> None:
    links = "<br>".join(f"<a href='/{at}'>สะพานเก่าปิดซ่อมอีกครั้งในฤดูหนาวปีที่ {at}</a>" for at in range(3))

    page = make_page(ENGLISH, title=TITLE, after=f"<p><strong>เรื่องของเรา</strong><br>{links}</p>")

    assert read_body(cleaner, page) == ENGLISH


def test_a_bold_line_over_plain_lines_in_its_paragraph_stays(cleaner: SimpleNamespace) -> None:
    page = make_page(ENGLISH, title=TITLE, after=f"<p><strong>เรื่องของเรา</strong><br>{ENGLISH[0]}</p>")

    assert read_body(cleaner, page) == (*ENGLISH, "เรื่องของเรา", ENGLISH[0])


@pytest.mark.parametrize("anchor", ["#", "#end-of-waves"])
def test_a_section_titled_as_a_promotion_is_skipped(cleaner: SimpleNamespace, anchor: str) -> None:
    box = (
        "<section role='region' aria-labelledby='podcast-promo'><strong id='podcast-promo'>Mawimbi</strong>"
        f"<a href='{anchor}'>Ruka hadi mwisho</a><p>Sauti za Ziwa</p><p id='end-of-waves'>Mwisho wa sauti</p></section>"
    )
    page = make_page(ENGLISH, title=TITLE).replace(f"<p>{ENGLISH[2]}", f"{box}<p>{ENGLISH[2]}")

    assert read_body(cleaner, page) == ENGLISH


@pytest.mark.parametrize(
    ("holder", "mark"), [("span", "media_caption"), ("a", "media_caption"), ("span", "image-caption")]
)
def test_a_paragraph_goes_on_behind_the_caption_that_begins_it(
    cleaner: SimpleNamespace, holder: str, mark: str
) -> None:
    first, *others = ENGLISH
    picture = f"<{holder}><img src='/a.jpg'><span class='{mark}'>The landing on Sunday.</span></{holder}>"

    article = cleaner.html(make_page(tuple(others), title=TITLE, opening=f"<p>{picture}{first}</p>")).articles[0]

    assert article.body == "\n\n".join(ENGLISH)
    assert [image.caption for image in article.images] == ["The landing on Sunday."]


def test_a_paragraph_that_ends_in_a_danda_is_no_caption(cleaner: SimpleNamespace) -> None:
    line = "शहर का पुराना घाट सोमवार से बंद रहेगा।"

    body = read_body(cleaner, make_page(ENGLISH, title=TITLE, opening=f"<p><img src='/a.jpg'>{line}</p>"))

    assert body == (line, *ENGLISH)


@pytest.mark.parametrize("centred", ["align='center'", "style='text-align: center'", "class='ql-align-center'"])
@pytest.mark.parametrize("tag", ["em", "span"])
def test_a_line_centred_under_a_centred_picture_is_its_caption(
    cleaner: SimpleNamespace, centred: str, tag: str
) -> None:
    figure = f"<p {centred}><img src='/a.jpg'></p><p {centred}><{tag}>Bến phà cũ sáng chủ nhật</{tag}></p>"
    page = make_page(ENGLISH, title=TITLE).replace(f"<p>{ENGLISH[2]}", f"{figure}<p>{ENGLISH[2]}")

    article = cleaner.html(page).articles[0]

    assert (article.body, article.images[0].caption) == ("\n\n".join(ENGLISH), "Bến phà cũ sáng chủ nhật")


def test_a_centred_subhead_under_a_picture_stays_where_others_are_set_so(cleaner: SimpleNamespace) -> None:
    first, second = (f"<p align='center'><b>{text}</b></p>" for text in ("What the river does", "What the mayor says"))
    page = make_page(ENGLISH, title=TITLE)
    page = page.replace(f"<p>{ENGLISH[1]}", f"<p align='center'><img src='/a.jpg'></p>{first}<p>{ENGLISH[1]}")
    page = page.replace(f"<p>{ENGLISH[3]}", f"{second}<p>{ENGLISH[3]}")

    body = read_body(cleaner, page)

    assert body == (ENGLISH[0], "What the river does", *ENGLISH[1:3], "What the mayor says", ENGLISH[3])


@pytest.mark.parametrize("line", ["<b>What the river does</b>", "1. What the river does"])
def test_a_centred_line_in_bold_or_with_a_number_is_a_subhead(cleaner: SimpleNamespace, line: str) -> None:
    figure = f"<p align='center'><img src='/a.jpg'></p><p align='center'>{line}</p>"
    page = make_page(ENGLISH, title=TITLE).replace(f"<p>{ENGLISH[2]}", f"{figure}<p>{ENGLISH[2]}")

    assert "What the river does" in cleaner.html(page).articles[0].body


def test_a_centred_line_stays_where_the_story_is_centred(cleaner: SimpleNamespace) -> None:
    page = make_page(ENGLISH, title=TITLE).replace("<p>", "<p align='center'>")
    line = "<p align='center'><img src='/a.jpg'></p><p align='center'>Nobody waits at the landing today</p>"

    body = read_body(cleaner, page.replace(f"<p align='center'>{ENGLISH[2]}", f"{line}<p>{ENGLISH[2]}"))

    assert body == (*ENGLISH[:2], "Nobody waits at the landing today", *ENGLISH[2:])


def test_a_house_and_a_name_over_a_caption_took_the_picture(cleaner: SimpleNamespace) -> None:
    caption = "Dermaga lama di tepi sungai, Minggu (14/5/2023)."
    box = f"<div><div><a><img src='/a.jpg'></a></div><div>Kabar Sungai/Sari Dewi<br>{caption}</div></div>"

    article = cleaner.html(make_page(ENGLISH, title=TITLE, before=box)).articles[0]

    assert article.standfirst is None
    assert [(one.caption, one.credit) for one in article.images] == [(caption, "Kabar Sungai/Sari Dewi")]


@pytest.mark.parametrize(
    "line",
    [
        "पुराना घाट / तस्वीर – आशा वर्मा",
        "पुराना घाट। तस्वीर: आशा वर्मा",
        "पुराना घाट (Larawan ni आशा वर्मा)".replace("आशा वर्मा", "Asha Verma"),
        "पुराना घाट | ഫോട്ടോ: Asha Verma",
        "पुराना घाट (Kuha ni Asha Verma)",
    ],
)
def test_a_credit_is_told_behind_labels_of_further_languages(cleaner: SimpleNamespace, line: str) -> None:
    figure = f"<figure><img src='/a.jpg'><figcaption>{line}</figcaption></figure>"

    image = cleaner.html(make_page(ENGLISH, title=TITLE, opening=figure)).articles[0].images[0]

    assert image.caption.rstrip("।") == "पुराना घाट"
    assert image.credit in {"आशा वर्मा", "Asha Verma"}


def test_a_label_off_the_screen_is_heard_and_no_caption(cleaner: SimpleNamespace) -> None:
    caption = (
        "<span class='off-screen'>ဓာတ်ပုံ မူပိုင်ခွင့်</span><span class='story-image-copyright'>River Press</span>"
        "</span><figcaption class='media-caption'>The landing on Sunday</figcaption>"
    )
    figure = f"<figure><span class='image'><img src='/a.jpg'>{caption}</figure>"

    images = cleaner.html(make_page(ENGLISH, title=TITLE, opening=figure)).articles[0].images

    assert [(one.caption, one.credit) for one in images] == [("The landing on Sunday", "River Press")]


def test_a_labelled_day_under_the_story_comes_before_one_that_it_tells(cleaner: SimpleNamespace) -> None:
    told = "2019年6月7日上午，第一根木桩在渡口的老码头吊起，三十多名工人和二百名居民到场，吊装用了两个小时。"
    page = make_page((told, *CHINESE), title=HAN_TITLE, after="<div>发布日期：2019-06-10 责任编辑：白露</div>")

    article = cleaner.html(page).articles[0]

    assert article.published_at.isoformat() == "2019-06-10T00:00:00+00:00"


def test_a_day_that_the_last_line_quotes_from_a_post_is_not_the_storys(cleaner: SimpleNamespace) -> None:
    line = "The company had posted: We will be back, whatever comes, on 3 May 2019"

    assert cleaner.html(make_page((*ENGLISH, line), title=TITLE)).articles[0].published_at is None


def test_a_day_at_the_end_of_the_title_is_the_storys_where_none_is_printed(cleaner: SimpleNamespace) -> None:
    article = cleaner.html(make_page(ENGLISH, title=TITLE, named=f"{TITLE} | River | RP | 22.02.2016")).articles[0]

    assert article.published_at.isoformat() == "2016-02-22T00:00:00+00:00"


def test_a_cell_alone_in_its_row_is_a_line_over_the_story(cleaner: SimpleNamespace) -> None:
    story = "".join(f"{paragraph}<br><br>" for paragraph in CHINESE)
    page = (
        f"<title>{HAN_TITLE}</title><table><tr><th>{HAN_TITLE}</th></tr>"
        "<tr><td>http://www.river.example 2003年06月03日16:20 <font>河口通讯网</font></td></tr>"
        f"<tr><td>{story}</td></tr></table>"
    )

    assert read_body(cleaner, page) == CHINESE


def test_a_table_of_one_column_over_the_story_stays(cleaner: SimpleNamespace) -> None:
    table = "<table><tr><td>Opening day: 3 May 2024</td></tr><tr><td>Length of the landing: 300 m</td></tr></table>"

    body = read_body(cleaner, make_page(ENGLISH, title=TITLE, opening=table))

    assert "Opening day: 3 May 2024" in "\n".join(body)


def test_a_last_word_with_a_full_stop_in_a_box_stays(cleaner: SimpleNamespace) -> None:
    assert read_body(cleaner, make_page(ENGLISH, title=TITLE, after="<div>No.</div>")) == (*ENGLISH, "No.")


def test_letters_of_buttons_in_boxes_of_their_own_leave_the_story(cleaner: SimpleNamespace) -> None:
    page = make_page(CHINESE, title=HAN_TITLE, opening="<div><span>图集</span></div>", after="<div><i>+1</i></div>")

    assert read_body(cleaner, page) == CHINESE
