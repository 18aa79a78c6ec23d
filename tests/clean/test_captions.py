"""Captions and credits apart, as the press of many languages writes them in one line."""

from types import SimpleNamespace

import pytest

from warraq.clean.captions import make_captioned
from warraq.clean.credits import split_credit


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Ferries at the pier. Photo: Jane Doe", "Ferries at the pier.", "Jane Doe"),
        ("Ferries at the pier © Jane Doe / AFP", "Ferries at the pier", "Jane Doe / AFP"),
        ("Ferries at the pier. AFP", "Ferries at the pier.", "AFP"),
        ("Ferries at the pier | AFP", "Ferries at the pier", "AFP"),
        ("Ferries at the pier. (AP Photo/Jane Doe, File)", "Ferries at the pier.", "AP Photo/Jane Doe, File"),
        ("Ferries at the pier. REUTERS/Jane Doe", "Ferries at the pier.", "REUTERS/Jane Doe"),
        ("Ferries at the pier. [Jane Doe/Strait Times]", "Ferries at the pier.", "Jane Doe/Strait Times"),
        ("Ferries at the pier. (Courier photo by Jane Doe)", "Ferries at the pier.", "Jane Doe"),
        ("Ferries (a photo by the pier)", "Ferries (a photo by the pier)", None),
        ("Ferries at the pier [NORTH PICS]", "Ferries at the pier", "NORTH PICS"),
        ("Ferries at the pier [VIDEO]", "Ferries at the pier [VIDEO]", None),
        ("Ferries at the pier. Photo / Jane Doe", "Ferries at the pier.", "Jane Doe"),
        ("Ferries at the pier. Photo / Supplied", "Ferries at the pier.", "Supplied"),
        ("Ferries at the pier. HC Photo: Jane Doe", "Ferries at the pier.", "Jane Doe"),
        ("Ferries at the pier. -- HC PHOTO: JANE DOE", "Ferries at the pier.", "JANE DOE"),
        ("Ferries at the pier. AFP Photo: Jane Doe", "Ferries at the pier.", "AFP Photo: Jane Doe"),
        ("Ferries at the pier. HC Photo", "Ferries at the pier.", "HC Photo"),
        ("Ferries at the pier in an HC photo", "Ferries at the pier in an HC photo", None),
        ("Ferries at the pier. Photo courtesy Jane Doe", "Ferries at the pier.", "Jane Doe"),
        ("Courtesy Strait Lines", None, "Strait Lines"),
        ("Ferries make a courtesy call", "Ferries make a courtesy call", None),
        ("Ferries at the pier. (Submitted photo)", "Ferries at the pier.", "Submitted photo"),
        ("(Jane Doe Photography)", None, "Jane Doe Photography"),
        ("Jane Doe / AFP / Getty Images", None, "Jane Doe / AFP / Getty Images"),
        ("Ferries at the pier.—SNN", "Ferries at the pier.", "SNN"),
        ("Ferries at the pier. — Strait Lines", "Ferries at the pier.", "Strait Lines"),
        ("Ferries at the pier. (Agencies)", "Ferries at the pier.", "Agencies"),
        ("Ferries at the pier. Pic: Jane Doe", "Ferries at the pier.", "Jane Doe"),
        ("“They are old.” — Jane Doe", "“They are old.” — Jane Doe", None),
        ("“They are old”, she said. — Jane Doe", "“They are old”, she said. — Jane Doe", None),
        ("The ferries came. — They left at once", "The ferries came. — They left at once", None),
        ("Ferries at the pier (file photo)", "Ferries at the pier (file photo)", None),
        ("I traghetti al molo (foto Rossi)", "I traghetti al molo", "Rossi"),
        ("Keştiyên li benderê (Wêne: Rojda Aram)", "Keştiyên li benderê", "Rojda Aram"),
        ("I traghetti al molo - RIPRODUZIONE RISERVATA", "I traghetti al molo", None),
        ("I traghetti al molo. (ANSA) © All rights reserved.", "I traghetti al molo.", "ANSA"),
        ("Els vaixells al moll. Fotografia: ACN.", "Els vaixells al moll.", "ACN"),
        ("Feriboturile la mal. Sursa foto: Hepta", "Feriboturile la mal.", "Hepta"),
        ("Die Fähren am Kai | Bildquelle: dpa", "Die Fähren am Kai", "dpa"),
        ("Die Fähren am Kai (Archivbild)", "Die Fähren am Kai (Archivbild)", None),
        ("Les ferries au quai. (Crédit : Jane Doe)", "Les ferries au quai.", "Jane Doe"),
        ("As balsas no cais. (Foto: Reprodução)", "As balsas no cais.", "Reprodução"),
        ("Паромы у причала. Фото: Анна Соколова / ТАСС", "Паромы у причала.", "Анна Соколова / ТАСС"),
        ("العبّارات في المرفأ (أ ف ب)", "العبّارات في المرفأ", "أ ف ب"),
        ("العبّارات في المرفأ (عدسة/ حسن الموسوي)", "العبّارات في المرفأ", "حسن الموسوي"),
        ("العبّارات في المرفأ - وسائل التواصل", "العبّارات في المرفأ", "وسائل التواصل"),
        ("الوصول إلى المرفأ عبر وسائل التواصل", "الوصول إلى المرفأ عبر وسائل التواصل", None),
        ("العبّارات في المرفأ (من اليمين)", "العبّارات في المرفأ (من اليمين)", None),
        ("التعليق على الصورة، العبّارات في المرفأ", "العبّارات في المرفأ", None),
        ("مصدر الصورة، Reuters", None, "Reuters"),
        ("港口的渡轮（新华社）", "港口的渡轮", "新华社"),
        ("항구의 여객선. 연합뉴스", "항구의 여객선.", "연합뉴스"),
        ("Veerboten aan de kade. Beeld ANP", "Veerboten aan de kade.", "ANP"),
        ("Die Fähren am Kai. Archivfoto: Anna Berg", "Die Fähren am Kai.", "Anna Berg"),
        ("Die Fähren am Kai. Symbolbild: dpa", "Die Fähren am Kai.", "dpa"),
        ("Færgerne ved kajen. Arkivfoto: Anna Berg", "Færgerne ved kajen.", "Anna Berg"),
        ("Lautat laiturissa. Kuvaaja: Aino Laine", "Lautat laiturissa.", "Aino Laine"),
        (
            "Promy przy nabrzeżu (Fot. Anna Nowak / Agencja Mała.pl)",
            "Promy przy nabrzeżu",
            "Anna Nowak / Agencja Mała.pl",
        ),
        ("Promy przy nabrzeżu. Źródło: PAP", "Promy przy nabrzeżu.", "PAP"),
        ("פריחה בנמל (צילום: רויטרס)", "פריחה בנמל", "רויטרס"),
        ("渡輪停靠在碼頭。記者陳大文／攝影", "渡輪停靠在碼頭。", "記者陳大文／攝影"),
        ("渡輪停靠在碼頭。中央社記者陳大文攝 114年3月5日", "渡輪停靠在碼頭。", "中央社記者陳大文攝"),
        ("渡輪停靠在碼頭。（記者陳大文攝）", "渡輪停靠在碼頭。", "記者陳大文攝"),
        ("渡輪停靠在碼頭。（圖／美聯社）", "渡輪停靠在碼頭。", "美聯社"),
        ("渡輪停靠在碼頭。圖／陳大文", "渡輪停靠在碼頭。", "陳大文"),
        ("渡轮停靠在码头。新华社记者 陈大文 摄", "渡轮停靠在码头。", "新华社记者 陈大文 摄"),
        ("渡轮停靠在码头 本报记者 陈大文摄", "渡轮停靠在码头", "本报记者 陈大文摄"),
        ("渡轮停靠在码头。图：视觉中国", "渡轮停靠在码头。", "视觉中国"),
        ("岸壁に着いた連絡船＝鈴木花子撮影", "岸壁に着いた連絡船", "鈴木花子撮影"),
        ("岸壁に着いた連絡船＝3月5日、函館市、鈴木花子撮影", "岸壁に着いた連絡船＝3月5日、函館市", "鈴木花子撮影"),
        ("岸壁に着いた連絡船（5日、函館市で）＝函館市提供", "岸壁に着いた連絡船（5日、函館市で）", "函館市提供"),
        ("岸壁に着いた連絡船（函館新聞）", "岸壁に着いた連絡船", "函館新聞"),
        ("岸壁に着いた連絡船＝ロイター", "岸壁に着いた連絡船", "ロイター"),
        ("부두에 닿은 여객선. 강릉시 제공", "부두에 닿은 여객선.", "강릉시 제공"),
        ("부두에 닿은 여객선. /사진=강릉시", "부두에 닿은 여객선.", "강릉시"),
        ("Паромы у причала / Анна Соколова / Вестник", "Паромы у причала", "Анна Соколова / Вестник"),
        ("Пороми біля причалу / фото УНІАН, Анна Соколенко", "Пороми біля причалу", "УНІАН, Анна Соколенко"),
        ("Feri di dermaga. - Foto HARIAN/Siti Aminah", "Feri di dermaga.", "Foto HARIAN/Siti Aminah"),
        ("Feri di dermaga. HARIAN/Siti Aminah", "Feri di dermaga.", "HARIAN/Siti Aminah"),
        ("Ferries at the pier (Jane Doe for The Courier)", "Ferries at the pier", "Jane Doe for The Courier"),
        (
            "Ferries at the pier [Jane Doe/Bay Pictures/The Courier]",
            "Ferries at the pier",
            "Jane Doe/Bay Pictures/The Courier",
        ),
        ("Die Fähren am Kai © picture alliance/dpa", "Die Fähren am Kai", "picture alliance/dpa"),
        ("کشتیاں گھاٹ پر کھڑی ہیں—فوٹو: اے ایف پی", "کشتیاں گھاٹ پر کھڑی ہیں", "اے ایف پی"),
        ("کشتیاں گھاٹ پر کھڑی ہیں — فائل فوٹو", "کشتیاں گھاٹ پر کھڑی ہیں", "فائل فوٹو"),
        ("قایق‌ها در اسکله (رویترز)", "قایق‌ها در اسکله", "رویترز"),
        ("ጀልባዎች በወደቡ ምስል፦ Abebe Kebede/DW", "ጀልባዎች በወደቡ", "Abebe Kebede/DW"),
        ("العبّارات في المرفأ - صورة: رويترز", "العبّارات في المرفأ", "رويترز"),
        ("العبّارات في المرفأ / الصورة من رويترز", "العبّارات في المرفأ", "رويترز"),
        ("العبّارات في المرفأ (تصوير سعاد الحلو)", "العبّارات في المرفأ", "سعاد الحلو"),
        ("العبّارات في المرفأ - تصوير سعاد الحلو", "العبّارات في المرفأ", "سعاد الحلو"),
        ("العبّارات في المرفأ ــ تصوير: سعاد الحلو", "العبّارات في المرفأ", "سعاد الحلو"),
        ("العبّارات في المرفأ ــ واس", "العبّارات في المرفأ", "واس"),
        ("العبّارات في المرفأ - وكالات", "العبّارات في المرفأ", "وكالات"),
        ("العبّارات في المرفأ- وكالات", "العبّارات في المرفأ", "وكالات"),
        ("العبّارات في المرفأ - الجزيرة", "العبّارات في المرفأ", "الجزيرة"),
        ("العبّارات في المرفأ - مواقع التواصل", "العبّارات في المرفأ", "مواقع التواصل"),
        ("العبّارات في المرفأ /", "العبّارات في المرفأ", None),
        ("حقوق النشر AFP", None, "AFP"),
        ("،مصدر الصورة", None, None),
        ("،تصویر کا ذریعہ Getty Images", None, "Getty Images"),
        ("حافلة أمام المدرسة («عدسة: حاتم عمر»)", "حافلة أمام المدرسة", "حاتم عمر"),
    ],
)
def test_a_credit_is_told_from_its_caption(text: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(text) == (caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "I traghetti al molo (foto di ieri)",
        "I traghetti al molo (a destra)",
        "渡轮为居民提供免费服务",
        "渡輪停靠在碼頭。早餐由市民提供",
        "渡轮停靠在码头，市民在桥上拍摄",
        "渡輪停靠在碼頭（左起第二艘）",
        "ドローンで撮影",
        "岸壁に着いた連絡船。観光客が撮影",
        "岸壁に着いた連絡船＝3月5日撮影",
        "乗客の見送り、笑顔の記念撮影",
        "岸壁に着いた連絡船（手前）",
        "부두에서 여객선을 기다리는 승객들. 도시락을 제공",
        "Ferries from Sydney / Melbourne / Perth",
        "Kickoff: Ajax / Feyenoord",
        "Ferries at the pier - a view / from the north",
        "Ferries at the pier – photo taken in March 2019",
        "Feri di dermaga - foto dari udara",
        "Ferries at the pier (built 1912 / rebuilt 1950)",
        "Ferries at the pier; photographs (from left): A. Doe, Jane Doe, J. Roe/The Courier",
        "What the ferries cost | and who pays for all of them in the end",
        "فيديو | وصول العبّارات إلى المرفأ",
        "العبّارات في المرفأ كما تظهر في صورة: الأرصفة خالية والركاب ينتظرون منذ الفجر خلف السياج الحديد عند الباب",
        "العبّارات في طريقها إلى الجزيرة",
        "العبّارات في المرفأ، والناس يصلون ومع",
        "العبّارات في المرفأ - تصوير جوي",
        "العبّارات في المرفأ سنة 1446هـ",
    ],
)
def test_what_only_resembles_a_credit_stays_in_the_caption(text: str) -> None:
    assert split_credit(text) == (text, None)


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("Die Fähren am Kai | Anna Holz", "Die Fähren am Kai", "Anna Holz"),
        ("العبّارات في المرفأ عند الفجر | دار الأرز", "العبّارات في المرفأ عند الفجر", "دار الأرز"),
        ("فيديو | وصول العبّارات", "فيديو | وصول العبّارات", None),
        ("Ferries | What they cost, and who pays", "Ferries | What they cost, and who pays", None),
        (f"{'The ferries at dawn ' * 60}|", f"{'The ferries at dawn ' * 60}|", None),
    ],
)
def test_a_few_words_behind_a_bar_credit_a_printed_caption(text: str, caption: str, credit: str | None) -> None:
    image = make_captioned(None, text)

    assert (image.caption, image.credit) == (caption, credit)


def test_a_paragraph_behind_a_picture_that_ends_in_a_quotation_is_of_the_story(cleaner: SimpleNamespace) -> None:
    told = 'The mayor, who spoke to AFP by telephone, said of the boats: "They will come back."'
    prose = [f"The ferry company said that boat number {at} would leave the strait before winter." for at in range(6)]
    story = "".join(f"<p>{text}</p>" for text in prose[1:])
    markup = f"<h1>The two oldest ferries leave the strait</h1><p>{prose[0]}</p><p><img src='/a.jpg'></p><p>{told}</p>"

    (article,) = cleaner.html(f"<body><article>{markup}{story}</article></body>").articles

    assert article.body.split("\n\n") == [prose[0], told, *prose[1:]]


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        ("U.S. soldiers at the quay of Elm / Reuters", "U.S. soldiers at the quay of Elm", "Reuters"),
        ("Mr. Roe and Mrs. Poe / AFP", "Mr. Roe and Mrs. Poe", "AFP"),
        ("د. سلمى حداد في المرفأ / رويترز", "د. سلمى حداد في المرفأ", "رويترز"),
        ("حصاد القمح في المرفأ – 14 حزيران 2024 - أ.ب", "حصاد القمح في المرفأ – 14 حزيران 2024", "أ.ب"),
        ("Boats left it. Jane Roe / AFP", "Boats left it.", "Jane Roe / AFP"),
        (
            "Boats at the quay - Elm - Jane Roe for The Post / AFP",
            "Boats at the quay",
            "Elm - Jane Roe for The Post / AFP",
        ),
    ],
)
def test_a_credit_is_no_more_than_can_be_names(text: str, caption: str, credit: str) -> None:
    assert split_credit(text) == (caption, credit)
