"""Pages of Asia and Africa: scripts without capitals or blanks, the marks and the words that their papers use."""

from types import SimpleNamespace

import pytest

KOREAN = "항구 의회는 화요일 밤 동쪽 방파제를 다시 쌓기로 의결했다. 공사는 이듬해 봄에 시작된다. 등대 계단"
CHINESE = "港口议会星期二决定重建东防波堤，图书馆也将重新开放，工程预计明年春天动工，居民可以在市政厅查看图纸和预算"
HINDI = "नगर परिषद ने मंगलवार को पुराने घाट की मरम्मत के लिए बजट मंज़ूर किया और काम अगले वसंत में शुरू होगा, यह बताया गया"
MALAY = (
    "Majlis bandar pada Selasa meluluskan peruntukan untuk membaiki jeti lama dan kerja akan bermula pada musim bunga"
)
BENGALI = "নগর পরিষদ মঙ্গলবার পুরোনো ঘাট সংস্কারের জন্য বরাদ্দ অনুমোদন করেছে এবং আগামী বসন্তে কাজ শুরু হবে বলে জানানো হয়েছে"
TELUGU = "నగర మండలి మంగళవారం పాత రేవు మరమ్మతు కోసం నిధులు మంజూరు చేసింది, వచ్చే వసంతంలో పనులు మొదలవుతాయని అధికారులు తెలిపారు"


def build_page(prose: str, *, over: str = "", amid: str = "", under: str = "") -> str:
    first, second, last = (f"<p>{prose} {number}.</p>" for number in (1, 2, 3))
    title = f"{prose[:22]} 24"
    return f"<title>{title}</title><h1>{title}</h1>{over}<div>{first}{amid}{second}{last}{under}</div>"


def build_body(prose: str) -> str:
    return "\n\n".join(f"{prose} {number}." for number in (1, 2, 3))


def test_lines_over_a_story_in_wide_signs_are_weighed_as_its_paragraphs_are(cleaner: SimpleNamespace) -> None:
    story = "".join(f"{KOREAN} {number}.<br><br>" for number in (1, 2, 3, 4))
    markup = (
        "<title>방파제 다시 쌓는다</title><main><div>"
        "<p>항구일보를 구독하셨습니다. 주요 소식을 메인에서 바로 볼 수 있습니다.</p></div>"
        "<h2 id='title_area'>방파제 다시 쌓는다</h2><div>입력</div><div>추천</div><div>본문 요약봇</div>"
        "<div>크기 변경</div>"
        f"<div><article>{story}</article></div></main>"
    )

    article = cleaner.html(markup).articles[0]

    assert article.body == "\n\n".join(f"{KOREAN} {number}." for number in (1, 2, 3, 4))


def test_what_stands_below_a_line_of_rights_is_no_second_part_of_a_story(cleaner: SimpleNamespace) -> None:
    paragraphs = "".join(f"<p>{MALAY} {number}.</p>" for number in range(1, 7))
    rights = "<div class='copyright'>Copyright © 2024 Akhbar Jeti. All rights reserved.</div>"
    guide = (
        "<div><p>This story was filed under two sections by its paper, which alone is answerable for them.</p></div>"
    )
    markup = f"<h1>Jeti lama dibaiki</h1><div><div>{paragraphs}</div>{rights}{guide}</div>"

    article = cleaner.html(markup).articles[0]

    assert "filed under" not in article.body


def test_a_second_part_of_a_story_stands_before_the_line_of_rights(cleaner: SimpleNamespace) -> None:
    paragraphs = "".join(f"<p>{MALAY} {number}.</p>" for number in range(1, 7))
    rights = "<div class='copyright'>Copyright © 2024 Akhbar Jeti. All rights reserved.</div>"
    markup = f"<h1>Jeti lama dibaiki</h1><div><div>{paragraphs}</div><div><p>{MALAY} 7.</p></div>{rights}</div>"

    article = cleaner.html(markup).articles[0]

    assert article.body.endswith(f"{MALAY} 7.")


def test_a_card_of_another_story_does_not_swallow_the_paragraph_before_it(cleaner: SimpleNamespace) -> None:
    card = "<div class='x'><h5><a href='/n/2'>পুরোনো বাজারের ছাদ নতুন করে বসছে আগামী মাসে</a></h5></div>"
    amid = f"<section><div><p>{BENGALI} 9.</p></div>{card}</section>"

    article = cleaner.html(build_page(BENGALI, amid=amid)).articles[0]

    assert f"{BENGALI} 9." in article.body
    assert "বাজারের" not in article.body


def test_the_lines_of_one_standfirst_are_taken_together(cleaner: SimpleNamespace) -> None:
    over = "<strong class='summary_view'>방파제 다시 쌓기로 의결했다<br>주민 \"도서관부터\" 목소리</strong>"

    article = cleaner.html(build_page(KOREAN, over=over)).articles[0]

    assert article.standfirst == '방파제 다시 쌓기로 의결했다 주민 "도서관부터" 목소리'
    assert article.body == build_body(KOREAN)


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("김서연 기자 입력", ("김서연",)),
        ("[항구=바다일보] 김서연 기자 =", ("김서연",)),
        ("本报记者 潘 晓 龙云飞", ("潘晓", "龙云飞")),
        ("本报记者 陆一鸣 实习记者 方可 上海报道", ("陆一鸣", "方可")),
        ("记者 李晓雯 编辑 王明", ("李晓雯",)),
    ],
)
def test_reporters_are_read_from_lines_of_titles_and_names(
    cleaner: SimpleNamespace, line: str, names: tuple[str, ...]
) -> None:
    prose = KOREAN if "기자" in line else CHINESE

    assert cleaner.html(build_page(prose, over=f"<div>{line}</div>")).articles[0].byline == names


def test_a_declared_reporter_is_read_without_paper_and_place(cleaner: SimpleNamespace) -> None:
    meta = "<meta name='author' content='港口報記者王思慧／花蓮即時報導'>"

    assert cleaner.html(meta + build_page(CHINESE)).articles[0].byline == ("王思慧",)


def test_a_channel_that_is_declared_comes_behind_the_reporter_in_print(cleaner: SimpleNamespace) -> None:
    meta = "<meta name='author' content='海港财经'>"

    article = cleaner.html(meta + build_page(CHINESE, over="<div>记者 李晓雯</div>")).articles[0]

    assert article.byline == ("李晓雯",)


def test_one_word_is_a_name_where_its_class_says_so_and_the_script_has_no_capitals(cleaner: SimpleNamespace) -> None:
    line = "<div class='byline'><span class='byline__name'>రమేశ్</span><span class='byline__title'>రేవు, తీరం</span></div>"

    assert cleaner.html(build_page(TELUGU, over=line)).articles[0].byline == ("రమేశ్",)


@pytest.mark.parametrize("name", ["Salim Khamis", "Maryam Laraba", "Peter Jumanne"])
def test_a_family_name_that_is_a_day_of_the_week_too_is_kept(cleaner: SimpleNamespace, name: str) -> None:
    over = f"<div class='byline'>By {name}</div>"

    assert cleaner.html(build_page(MALAY, over=over)).articles[0].byline == (name,)


@pytest.mark.parametrize(
    ("line", "caption", "credit"),
    [
        ("Tangki air di jeti lama. Picha na Asha Mwinyi", "Tangki air di jeti lama.", "Asha Mwinyi"),
        ("Wasu yara a bakin teku [Hoto: Amina Bello]", "Wasu yara a bakin teku", "Amina Bello"),
        ("घाट मर्मत गर्दै मजदुर । तस्बिर : कमल ढकाल", "घाट मर्मत गर्दै मजदुर ।", "कमल ढकाल"),
        ("កំពង់ផែចាស់ក្រោយជួសជុលរួច។ រូបថត អប្សរា", "កំពង់ផែចាស់ក្រោយជួសជុលរួច។", "អប្សរា"),
        ("桐生隆（Ｃ）夕刊タイムズ", "桐生隆", "夕刊タイムズ"),
        ("낡은 부두에서 아이들이 놀고 있다. /새벽신문DB", "낡은 부두에서 아이들이 놀고 있다.", "새벽신문DB"),
        ("村民在码头边晒网。潘晓摄（海港视觉）", "村民在码头边晒网。", "潘晓摄（海港视觉）"),
    ],
)
def test_captions_and_credits_are_parted_as_their_papers_write_them(
    cleaner: SimpleNamespace, line: str, caption: str, credit: str
) -> None:
    amid = f"<figure><img src='/pier.jpg'><figcaption>{line}</figcaption></figure>"

    image = cleaner.html(build_page(MALAY, amid=amid)).articles[0].images[0]

    assert (image.caption, image.credit) == (caption, credit)


@pytest.mark.parametrize("line", ["두 팀의 전적은 3승/2무", "They sail at 9 and/or 10."])
def test_a_slash_within_a_sentence_begins_no_credit(cleaner: SimpleNamespace, line: str) -> None:
    amid = f"<figure><img src='/pier.jpg'><figcaption>{line}</figcaption></figure>"

    image = cleaner.html(build_page(MALAY, amid=amid)).articles[0].images[0]

    assert image.credit is None


def test_who_wrote_the_story_took_no_picture_though_the_class_says_credits(cleaner: SimpleNamespace) -> None:
    over = (
        "<div><div class='credits-author-pub'><a href='/u/1'>Danilo Garsya</a> - Bituin</div>"
        "<div class='date'>May 18, 2024 | 12:00am</div></div><div><img src='/a.jpg'><div><p id='caption'>Isang bata sa"
        " lumang pantalan</p><p id='img_credit'>Walter Bolosos</p></div></div>"
    )

    image = cleaner.html(build_page(MALAY, over=over)).articles[0].images[0]

    assert image.credit == "Walter Bolosos"


def test_the_source_of_a_text_is_not_credited_with_the_picture_above(cleaner: SimpleNamespace) -> None:
    amid = "<div><img src='/a.jpg'><span class='img_descr'>海港的旧码头</span></div><p>来源：东岸商报</p>"

    images = cleaner.html(build_page(CHINESE, amid=amid)).articles[0].images

    assert [image.credit for image in images] == [None]


def test_a_picture_of_another_story_is_none_of_this_one(cleaner: SimpleNamespace) -> None:
    title = "Bắt xe khách chở ba mươi ký cá khô"
    amid = f"<div class='y'><a href='/1'><img src='/t.jpg' alt='{title}'></a><h4><a href='/1'>{title}</a></h4></div>"

    assert cleaner.html(build_page(MALAY, amid=amid)).articles[0].images == ()


def test_an_authors_portrait_bears_no_caption(cleaner: SimpleNamespace) -> None:
    over = "<div class='who'><a href='/author/1'><img src='/a.jpg' alt='சி. ஆறுமுகம்'> சி. ஆறுமுகம்</a></div>"

    images = cleaner.html(build_page(MALAY, over=over)).articles[0].images

    assert [image.caption for image in images if image.caption] == []


def test_a_button_that_opens_the_picture_is_no_caption(cleaner: SimpleNamespace) -> None:
    over = (
        "<div class='photo'><div class='photo__wrap'><img src='/1.jpg' alt='Jeti'><a href='#' class='photo__caption'>"
        "Lihat Foto</a></div><div class='photo__caption'>Jeti lama di muara sungai, Isnin.</div></div>"
    )

    images = cleaner.html(build_page(MALAY, over=over)).articles[0].images

    assert [image.caption for image in images] == ["Jeti lama di muara sungai, Isnin."]


def test_the_row_under_a_picture_in_a_table_of_its_own_is_the_caption(cleaner: SimpleNamespace) -> None:
    over = (
        "<div><table><tr><td><img src='/1.jpg'></td></tr><tr><td><i>Ceelka cusub ee degmada oo la furay.</i></td></tr>"
        "</table></div>"
    )

    article = cleaner.html(build_page(MALAY, over=over)).articles[0]

    assert (article.standfirst, article.images[0].caption) == (None, "Ceelka cusub ee degmada oo la furay.")


@pytest.mark.parametrize(
    "label",
    [
        "<div class='code-block'><span>- ማስታወቂያ -</span></div>",
        "<div class='c8e0'><p>Жарнама 18</p><div id='div-gpt-ad-1'></div></div>",
        "<p>જાહેરાત</p>",
    ],
)
def test_labels_of_advertisements_are_told_by_dashes_slots_or_words(cleaner: SimpleNamespace, label: str) -> None:
    assert cleaner.html(build_page(HINDI, amid=label)).articles[0].body == build_body(HINDI)


@pytest.mark.parametrize(
    ("amid", "line"),
    [
        ("<p>- तो चलो -</p>", "- तो चलो -"),
        ("<div>वह बोला<br>- तो चलो -<br>और चल पड़ा</div>", "- तो चलो -"),
        ("<section><h3>नई राह</h3><div id='div-gpt-ad-1'></div></section>", "नई राह"),
        ("<div><p><b>नई राह</b></p><ins class='adsbygoogle'></ins><p>घाट पर भीड़ थी।</p></div>", "नई राह"),
    ],
)
def test_dialogue_between_dashes_and_subheads_over_a_slot_are_of_the_story(
    cleaner: SimpleNamespace, amid: str, line: str
) -> None:
    assert line in cleaner.html(build_page(HINDI, amid=amid)).articles[0].body


@pytest.mark.parametrize(
    ("prose", "line"),
    [
        (MALAY, "<b>(afn/ahr)</b>"),
        (BENGALI, "<p><b>উত্তরবার্তা/এমআর/এসআই</b></p>"),
        (CHINESE, "<p>《 海港时讯报 》（ 2024年05月09日 13 版）</p>"),
        (TELUGU, "<p>– ఇంటర్వ్యూ: రమేశ్ గౌడ్</p>"),
        (HINDI, "<p style='text-align:right'>– रमेश गौड़</p>"),
    ],
)
def test_who_worked_on_a_story_signs_it_off_over_a_title_that_is_dropped_too(
    cleaner: SimpleNamespace, prose: str, line: str
) -> None:
    under = f"{line}<div><h4>Video: air pasang masuk ke rumah</h4></div>"

    assert cleaner.html(build_page(prose, under=under)).articles[0].body == build_body(prose)


@pytest.mark.parametrize("line", ["– रमेश गौड़", "और/या", "मैं घर जाता हूँ"])
def test_a_last_line_is_kept_that_nothing_tells_for_a_signature(cleaner: SimpleNamespace, line: str) -> None:
    last = "<p>उसने पूछा कि अब कौन जाएगा, और सबने एक साथ एक ही उत्तर दिया, जैसा हर बार होता था?</p>"

    assert line in cleaner.html(build_page(HINDI, under=f"{last}<p>{line}</p>")).articles[0].body


def test_the_name_behind_a_dash_is_the_byline_where_a_label_says_so(cleaner: SimpleNamespace) -> None:
    article = cleaner.html(build_page(TELUGU, under="<p>– ఇంటర్వ్యూ: రమేశ్ గౌడ్</p>")).articles[0]

    assert article.byline == ("రమేశ్ గౌడ్",)


@pytest.mark.parametrize(
    ("prose", "line"),
    [
        (
            MALAY,
            "<p><em>Untuk berita terkini sertai Telegram Akhbar Jeti di <a href='https://t.me/x'>sini</a></em></p>",
        ),
        (MALAY, "<p>***Muat turun aplikasi Akhbar Jeti. Klik di <a href='#'>sini</a>!</p>"),
        (HINDI, "<p>घाट समाचार के ऐप के लिए आप <a href='#'>यहां क्लिक</a> कर सकते हैं.</p>"),
        (HINDI, "<p><i>(आप हमें <a href='#'>फ़ेसबुक</a> और <a href='#'>यूट्यूब</a> पर भी देख सकते हैं.)</i></p>"),
    ],
)
def test_last_lines_that_lead_to_a_papers_channel_are_dropped(cleaner: SimpleNamespace, prose: str, line: str) -> None:
    assert cleaner.html(build_page(prose, under=line * 2)).articles[0].body == build_body(prose)


@pytest.mark.parametrize(
    "line",
    [
        "Kenyataan itu dimuat naik di <a href='https://t.me/x'>Telegram</a> majlis pada petang Selasa.",
        "<em>Apa pendapat anda? Sertai perbincangan di halaman <a href='#'>Facebook</a> kami.</em>",
    ],
)
def test_a_last_line_that_tells_of_a_network_is_kept(cleaner: SimpleNamespace, line: str) -> None:
    body = cleaner.html(build_page(MALAY, under=f"<p>{line}</p>")).articles[0].body

    assert body != build_body(MALAY)


def test_a_label_and_the_writers_name_in_a_list_over_a_story_are_its_byline(cleaner: SimpleNamespace) -> None:
    meta = "<meta name='author' content='મહેશ સોની'>"
    markup = build_page(HINDI).replace("<div><p>", "<div><ul><li><b>લેખક:</b> મહેશ સોની</li></ul><p>", 1)

    assert cleaner.html(meta + markup).articles[0].body == build_body(HINDI)


def test_a_dateline_with_a_hyphen_outside_the_first_paragraph_opens_it(cleaner: SimpleNamespace) -> None:
    markup = build_page(MALAY).replace("<div><p>", "<div><strong>Kuala Jeti</strong> -<p>", 1)

    assert cleaner.html(markup).articles[0].body.startswith(f"Kuala Jeti - {MALAY} 1.")


@pytest.mark.parametrize("last", ["– उत्तर: हाँ बिल्कुल", "– महापौर: धन्यवाद मित्रो"])
def test_the_last_answer_of_an_interview_signs_no_story(cleaner: SimpleNamespace, last: str) -> None:
    article = cleaner.html(build_page(HINDI, under=f"<p>क्या घाट समय पर खुलेगा?</p><p>{last}</p>")).articles[0]

    assert (article.body.split("\n\n")[-1], article.byline) == (last, ())


@pytest.mark.parametrize("word", ["संवाददाता", "ทีมข่าว"])
def test_an_office_in_a_byline_is_no_person(cleaner: SimpleNamespace, word: str) -> None:
    markup = build_page(HINDI, over=f"<p class='author-name'>{word}</p>")

    assert cleaner.html(markup).articles[0].byline == ()


@pytest.mark.parametrize("line", ["本报记者 李明 发自北京", "本报记者 李明 综合", "本报记者 李明 实习生 王芳"])
def test_where_a_chinese_reporter_writes_from_is_no_second_name(cleaner: SimpleNamespace, line: str) -> None:
    markup = build_page(CHINESE, over=f"<p class='author'>{line}</p>")

    assert cleaner.html(markup).articles[0].byline == (("李明", "王芳") if "王芳" in line else ("李明",))


def test_a_heading_between_dashes_that_stands_once_is_of_the_story(cleaner: SimpleNamespace) -> None:
    article = cleaner.html(build_page(MALAY, amid="<div>— Bahagian kedua —</div>")).articles[0]

    assert "— Bahagian kedua —" in article.body


@pytest.mark.parametrize("laughter", ["(ler)", "(rire)", "(ride)"])
def test_laughter_behind_the_last_answer_is_no_desk(cleaner: SimpleNamespace, laughter: str) -> None:
    line = f"Then we shall all row across to the island ourselves, every single day of the year. {laughter}"

    assert cleaner.html(build_page(MALAY, under=f"<p>{line}</p>")).articles[0].body.endswith(laughter)
