"""Byline words, read-also lines and newsletter lines of many languages, on small pages of our own."""

from types import SimpleNamespace

import pytest

GERMAN = "Die Feuerwehr sperrte am Abend den Uferweg, und die Anwohner verbrachten die Nacht in einer Turnhalle"


DUTCH = "De brandweer sloot 's avonds het pad langs het water, en de bewoners brachten de nacht door in een gymzaal"


SWEDISH = "Räddningstjänsten stängde gångvägen på kvällen, och de boende fick tillbringa natten i en gymnastiksal"


DANISH = "Brandvæsenet spærrede stien ved vandet om aftenen, og beboerne måtte tilbringe natten i en gymnastiksal"


NORWEGIAN = "Brannvesenet stengte stien ved vannet om kvelden, og beboerne måtte tilbringe natten i en gymsal på skolen"


POLISH = "Strażacy zamknęli wieczorem ścieżkę nad rzeką, a mieszkańcy spędzili noc w pobliskiej sali gimnastycznej"


CZECH = "Hasiči večer uzavřeli stezku u řeky a obyvatelé strávili noc v nedaleké tělocvičně, protože voda stoupala"

FINNISH = "Palokunta sulki rantapolun illalla, ja asukkaat viettivät yönsä kaupunginosan liikuntasalissa"
HUNGARIAN = "A tűzoltók este lezárták a parti utat, a lakók pedig egy közeli tornateremben töltötték az éjszakát"
GREEK = "Οι πυροσβέστες έκλεισαν το βράδυ το μονοπάτι, και οι κάτοικοι πέρασαν τη νύχτα σε ένα γυμναστήριο"
HINDI = "दमकल कर्मियों ने शाम को पानी के किनारे का रास्ता बंद कर दिया, और लोगों ने रात एक खेल भवन में बिताई"
VIETNAMESE = "Lính cứu hỏa đã đóng lối đi ven sông vào buổi tối, và người dân phải ngủ qua đêm trong một nhà thi đấu"
THAI = "เจ้าหน้าที่ดับเพลิงปิดทางเดินริมน้ำในตอนเย็น และชาวบ้านต้องค้างคืนในโรงยิมใกล้เคียงเพราะน้ำยังสูงขึ้นอย่างต่อเนื่อง"
CHINESE = "消防员在傍晚封闭了河边的小路，居民在附近的体育馆里度过了一夜。水位仍在上涨，全镇保持警戒，学校也停了课"
KOREAN = "소방당국은 저녁에 강변 길을 막았고 주민들은 가까운 체육관에서 밤을 보냈다. 물은 계속 불어나고 있다"


@pytest.mark.parametrize(
    ("prose", "line", "name", "read_also", "newsletter"),
    [
        pytest.param(FINNISH, "Teksti: Aino Laine", "Aino Laine", "Lue myös: silta pysyy kiinni", "Tilaa uutiskirje"),
        pytest.param(HUNGARIAN, "Írta: Kovács Anna", "Kovács Anna", "Ezt is olvassa: zárva", "Iratkozzon fel hozzánk"),
        pytest.param(
            GREEK, "Της Ελένης Παππά", "Ελένης Παππά", "Διαβάστε επίσης: η γέφυρα", "Εγγραφείτε στο newsletter"
        ),
        pytest.param(HINDI, "लेखक: आशा वर्मा", "आशा वर्मा", "यह भी पढ़ें: पुल बंद रहेगा", "न्यूज़लेटर"),
        pytest.param(VIETNAMESE, "Bởi Lan Nguyễn", "Lan Nguyễn", "Xem thêm: cầu vẫn đóng", "Đăng ký nhận bản tin"),
        pytest.param(THAI, "โดย มาลี สุขใจ", "มาลี สุขใจ", "อ่านเพิ่มเติม: สะพานยังปิด", "สมัครรับจดหมายข่าว"),
        pytest.param(CHINESE, "记者：王小梅", "王小梅", "相关阅读：大桥仍然关闭", "订阅我们的新闻"),
        pytest.param(KOREAN, "김하나 기자", "김하나", "관련기사: 다리는 계속 통제", "뉴스레터 구독"),
    ],
)
def test_lines_around_a_story_are_told_in_its_own_language(
    cleaner: SimpleNamespace, prose: str, line: str, name: str, read_also: str, newsletter: str
) -> None:
    title = f"{prose[:24]} 24"
    markup = (
        f"<title>{title}</title><h1>{title}</h1><div>{line}</div><div><p>{prose} 1.</p><p>{read_also}</p>"
        f"<p>{prose} 2.</p><p>{prose} 3.</p><p>{newsletter}</p></div>"
    )

    article = cleaner.html(markup).articles[0]

    assert article.byline == (name,)
    assert article.body == f"{prose} 1.\n\n{prose} 2.\n\n{prose} 3."


@pytest.mark.parametrize(
    ("prose", "line"),
    [
        (GERMAN, "Dieser Text erschien zuerst in der Zeitung am Kai."),
        (GERMAN, "Hinweis der Redaktion: Der Name wurde geändert."),
        (GERMAN, "Mit Agenturmaterial"),
        (DUTCH, "De tekst gaat verder onder de foto"),
        (DUTCH, "Heb je een tip? Mail de redactie!"),
        (DUTCH, "Kijk hieronder naar onze video’s van de haven:"),
        (DUTCH, "Wil je niks missen uit de haven? Meld je dan hier aan voor onze nieuwsbrief!"),
        (SWEDISH, "Den här artikeln är äldre än ett år"),
        (SWEDISH, "Tipsa oss! Skicka bilder till redaktionen."),
        (SWEDISH, "Kopiera länk"),
        (DANISH, "/ritzau/"),
        (DANISH, "Opdateret kl. 13.10 med en kommentar fra havnen."),
        (DANISH, "Denne artikel er mere end 30 dage gammel"),
        (NORWEGIAN, "Artikkelen er over to år gammel"),
        (NORWEGIAN, "Har du tips? Send oss en e-post!"),
        (FINNISH, "Voit keskustella aiheesta 9. lokakuuta kello 23:een saakka."),
        (POLISH, "Dalszy ciąg artykułu pod materiałem wideo"),
        (POLISH, "Redagowała Anna Nowak"),
        (POLISH, "Bądź na bieżąco! Obserwuj nas w Wiadomościach Google."),
        (CZECH, "Podívejte se na video:"),
        (CZECH, "Text vyšel v tištěném vydání."),
        (HUNGARIAN, "Támogasd a munkánkat!"),
        (HUNGARIAN, "Ha tetszett a cikk, oszd meg!"),
    ],
)
def test_a_line_of_the_house_leaves_the_story_in_its_middle_and_at_its_end(
    cleaner: SimpleNamespace, prose: str, line: str
) -> None:
    title = f"{prose[:24]} 24"
    markup = (
        f"<title>{title}</title><h1>{title}</h1><div><p>{prose} 1.</p><p>{prose} 2.</p><p>{line}</p>"
        f"<p>{prose} 3.</p><p>{prose} 4.</p><p>{line}</p></div>"
    )

    article = cleaner.html(markup).articles[0]

    assert article.body == f"{prose} 1.\n\n{prose} 2.\n\n{prose} 3.\n\n{prose} 4."


@pytest.mark.parametrize(
    ("prose", "line"),
    [
        (GERMAN, "Hier geht es zum Beispiel um die Fähren, sagte sie."),
        (GERMAN, "Dieser Text lag lange in der Schublade, sagte sie."),
        (DUTCH, "Heb je nieuws van de schipper, vroeg hij."),
        (NORWEGIAN, "Denne saken er over, sa havnesjefen."),
        (POLISH, "Redagował gazetę przez trzydzieści lat, do końca wojny."),
        (HUNGARIAN, "Galériát nyitott a kikötőben, mondta."),
    ],
)
def test_a_sentence_that_begins_as_a_line_of_the_house_does_stays(
    cleaner: SimpleNamespace, prose: str, line: str
) -> None:
    title = f"{prose[:24]} 24"
    markup = (
        f"<title>{title}</title><h1>{title}</h1><div><p>{prose} 1.</p><p>{prose} 2.</p><p>{line}</p>"
        f"<p>{prose} 3.</p><p>{prose} 4.</p></div>"
    )

    article = cleaner.html(markup).articles[0]

    assert article.body == f"{prose} 1.\n\n{prose} 2.\n\n{line}\n\n{prose} 3.\n\n{prose} 4."


@pytest.mark.parametrize(
    ("title", "text", "reason"),
    [
        ("Sivua ei löytynyt", "Palaa etusivulle.", "soft_404"),
        ("Pagina non trovata", "Torna alla home.", "soft_404"),
        ("المقال غير موجود", "ربما حُذف أو نُقل.", "soft_404"),
        ("خبر یافت نشد", "به صفحهٔ نخست بازگردید.", "soft_404"),
        ("기사를 찾을 수 없습니다", "주소를 다시 확인해 주세요.", "soft_404"),
        ("Den Blå Avis", "Vi og vores partnere gemmer oplysninger på din enhed.", "consent_wall"),
        ("Die Zeitung am Fluss", "Alle Cookies akzeptieren, um unsere Seiten zu lesen.", "consent_wall"),
        ("نهر الأخبار", "قم بتسجيل الدخول حتى تقرأ بقية هذا الموضوع.", "login_wall"),
        ("Rzeka wzbiera", "Zaloguj się, aby przeczytać dalszą część tego tekstu.", "login_wall"),
        ("O rio sobe", "Conteúdo para assinantes: a água subiu durante a noite.", "paywall"),
        ("川の水位", "この続きは有料記事です。続きを読むには会員登録が必要です。", "paywall"),
        ("مياه النهر", "محتوى حصري للمشتركين في الصحيفة، اشترك لتكمل القراءة.", "paywall"),
        ("quay-news.example", "Ce nom de domaine est à vendre. Faites une offre.", "parked_domain"),
        ("quay-news.example", "该域名可出售，请联系我们。", "parked_domain"),
        ("يرجى الانتظار", "يرجى تفعيل JavaScript في متصفحك للمتابعة.", "script_challenge"),
    ],
)
def test_what_is_no_article_is_named_in_its_own_language(
    cleaner: SimpleNamespace, title: str, text: str, reason: str
) -> None:
    cleaned = cleaner.html(
        f"<html><head><title>{title}</title></head><body><h1>{title}</h1><p>{text}</p></body></html>"
    )

    assert cleaned.rejection is not None
    assert str(cleaned.rejection.reason) == reason


@pytest.mark.parametrize(
    "line",
    [
        "Kuva: Aino Laine",
        "Vir: STA",
        "Nguồn: Tin Phố",
        "Forrás: MTI",
        "Loe ka: sild jääb suletuks",
        "Həmçinin oxuyun: körpü bağlıdır",
        "Сондай-ақ оқыңыз: көпір жабық",
        "हेही वाचा: पूल बंद राहणार",
        "Lasi arī: tilts paliek slēgts",
        "Llegiu també: el pont continua tancat",
        "ΔΙΑΒΑΣΤΕ ΑΚΟΜΗ: η γέφυρα",
    ],
)
def test_credits_and_other_stories_are_told_in_further_languages(cleaner: SimpleNamespace, line: str) -> None:
    title = f"{FINNISH[:24]} 24"
    markup = f"<title>{title}</title><h1>{title}</h1><div><p>{FINNISH} 1.</p><p>{FINNISH} 2.</p><p>{line}</p></div>"

    (article,) = cleaner.html(markup).articles

    assert article.body == f"{FINNISH} 1.\n\n{FINNISH} 2."


PROSE_FROM_THE_RIGHT = {
    "ar": "وأضافت الهيئة في الفقرة {} من بيانها أن أعمال الترميم ستبدأ مع حلول الربيع المقبل بعد توسيع الطريق.",
    "ckb": "دەستەی بەندەر لە بڕگەی {}ی بەیاننامەکەیدا گوتی کە کاری نۆژەنکردنەوە لەگەڵ هاتنی بەهاردا دەست پێ دەکات.",
    "fa": "هیئت بندر در بند {} بیانیه خود افزود که کار بازسازی با آغاز بهار آینده و پس از تعریض جاده شروع خواهد شد.",
    "he": "מועצת הנמל הוסיפה בסעיף {} של הודעתה כי עבודות השיקום יחלו עם בוא האביב ולאחר הרחבת הכביש הראשי.",
    "ur": "بندرگاہ کی کونسل نے بیان کے حصے {} میں کہا کہ مرمت کا کام اگلی بہار میں سڑک چوڑی ہونے کے بعد شروع ہو گا۔",
}


def read_lines(cleaner: SimpleNamespace, language: str, line: str, at: int) -> list[str]:
    lines = [PROSE_FROM_THE_RIGHT[language].format(number) for number in range(1, 8)]
    lines.insert(at, line)
    story = "".join(f"<p>{text}</p>" for text in lines)
    return cleaner.html(f"<article><h1>24 · 24 · 24</h1><div>{story}</div></article>").articles[0].body.split("\n\n")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "لقراءة المزيد.."),
        ("ar", "فيديو | لحظة انهيار الرصيف"),
        ("ckb", "هەروەها بخوێنەوە: پردەکە داخراوە"),
        ("fa", "مشاهده کنید: پل همچنان بسته است"),
        ("fa", "ببینید | پل همچنان بسته است"),
        ("fa", "ویدئو: پل همچنان بسته است"),
        ("he", "עוד כתבות שיעניינו אתכם"),
        ("he", "כתבות שאולי פספסתם"),
        ("he", "לעדכונים נוספים ושליחת הסיפורים שלכם - היכנסו לעמוד הפייסבוק"),
        ("ur", "اسے بھی پڑھیں: پل بند رہے گا"),
        ("ur", "یہ خبر بھی پڑھیے"),
        ("ur", "ضرور پڑھیں: پل بند رہے گا"),
        ("ur", "سبسکرائب کرنے کے لیے کلک کریں"),
    ],
)
def test_lines_amid_a_story_that_offer_others_are_told_where_it_runs_from_the_right(
    cleaner: SimpleNamespace, language: str, line: str
) -> None:
    body = read_lines(cleaner, language, line, 3)

    assert line not in body
    assert len(body) == 7


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "لمتابعة المزيد من الأخبار اضغط هنا"),
        ("ar", "ظهرت المقالة مجلس المرفأ يقر خطة لترميم الرصيف أولاً على صحيفة المرسى."),
        ("ar", "هل أعجبك المقال؟"),
        ("ar", "المقال يعبر عن رأي كاتبه فقط"),
        ("ar", "ترجمة وتحرير: سمير عواد"),
        ("ar", 'نقلا عن "المرسى اليوم"'),
        ("ar", "كاتب وباحث سياسي"),
        ("ckb", "سەرچاوە: ئاژانسی دەنگوباس"),
        ("ckb", "ئا: سەنگەر عوسمان"),
        ("ckb", "وێنە: سەنگەر عوسمان"),
        ("fa", "انتهای خبر/"),
        ("fa", "ما را در کانال تلگرام دنبال کنید"),
        ("fa", "این مطلب صرفا بازنشر است و به معنای تایید آن نیست."),
        ("he", "השתתפה בהכנת הכתבה: נועה כהן"),
        ("he", "הכותבת היא חוקרת במכון הימי."),
        ("he", "טעינו? נתקן! אם מצאתם טעות בכתבה, נשמח שתשתפו אותנו"),
        ("he", "היו הראשונים להגיב"),
        ("ur", "نوٹ: یہ مصنف کی ذاتی رائے ہے، ادارے کا متفق ہونا ضروری نہیں۔"),
        ("ur", "(بشکریہ روزنامہ ساحل)"),
        ("ur", "یہ خبر اے ایف پی سے لی گئی ہے"),
    ],
)
def test_what_stands_under_a_story_is_told_where_it_runs_from_the_right(
    cleaner: SimpleNamespace, language: str, line: str
) -> None:
    body = read_lines(cleaner, language, line, 7)

    assert line not in body
    assert len(body) == 7


@pytest.mark.parametrize(
    ("language", "line", "at"),
    [
        ("ar", "ظهرت المقالة في الصحف صباح اليوم الثاني.", 7),
        ("ar", "نقلا عن الصيادين فإن العاصفة بدأت عند الفجر.", 7),
        ("ar", "باحث قديم عن اللؤلؤ.", 7),
        ("fa", "ما را در کانال سوئز سه روز نگه داشتند.", 7),
        ("fa", "ویدئو در شبکه‌های اجتماعی بارها دیده شد.", 3),
        ("he", "עוד בטרם החלו העבודות התנגדו לכך הדייגים.", 3),
        ("he", "הכותב של המכתב לא נמצא עד היום.", 7),
        ("ur", "ویڈیو میں پل گرتے دیکھا جا سکتا ہے۔", 3),
    ],
)
def test_sentences_that_only_begin_so_are_kept_where_a_story_runs_from_the_right(
    cleaner: SimpleNamespace, language: str, line: str, at: int
) -> None:
    assert read_lines(cleaner, language, line, at)[at] == line


TAIPEI = [
    "基隆港務局19日表示，兩艘最老的渡輪將在冬季時刻表開始前離開海峽，居民希望至少留下一艘行駛清晨的航班。",
    "在鎮上工作的島民請求議會把其中一艘留到春天，議會將在週四晚上開會，港務長須帶來去年的數字。",
    "新船三月就已訂造，但船廠第二次延後下水，居民說這個冬天只好改搭公車繞過海灣。",
]


def read_story(cleaner: SimpleNamespace, *lines: str, over: str = "") -> list[str]:
    markup = "".join(f"<p>{line}</p>" for line in (*TAIPEI, *lines))
    (article,) = cleaner.html(f"<title>老渡輪離開海峽</title><h1>老渡輪離開海峽</h1>{over}<div>{markup}</div>").articles
    return list(article.body.split("\n\n"))


@pytest.mark.parametrize(
    "lines",
    [
        ("★港口日報關心您：再給自己一次機會", "自殺諮詢專線：0800-123456（24小時）", "生命線：1995"),
        ("《港口》關心你", "喝酒不開車，開車不喝酒。", "生命線協談專線：1995"),
        ("自殺防治諮詢安心專線：0800-123456；", "張老師專線：1980", "港口快報"),
        (
            "<strong>●《港口新聞雲》提醒您，請給自己機會：<br>自殺防治諮詢安心專線：0800-123456；<br>生命線：1995</strong>",
        ),
    ],
)
def test_numbers_to_call_for_help_are_no_part_of_the_story(cleaner: SimpleNamespace, lines: tuple[str, ...]) -> None:
    assert read_story(cleaner, *lines) == [*TAIPEI, *[line for line in lines if line == "港口快報"]]


@pytest.mark.parametrize(
    "lines",
    [
        ("報名專線：02-1234567", "洽詢電話：02-1234568"),
        ("生命線：1995",),
        ("洽詢專線：02-1234567", "自殺防治安心專線：1925"),
        ("洽詢專線：02-1234567", TAIPEI[1].replace("春天", "夏天"), "生命線：1995"),
        ("生命線：1995", "張老師專線：1980", TAIPEI[0].replace("19日", "20日")),
    ],
)
def test_numbers_that_a_story_tells_stay(cleaner: SimpleNamespace, lines: tuple[str, ...]) -> None:
    assert read_story(cleaner, *lines) == [*TAIPEI, *lines]


@pytest.mark.parametrize(
    "line",
    [
        "※本文版權所有，非經授權，不得轉載。[ 港口著作權聲明 ]※",
        "[소식을 전합니다. 항구신문│무단 전재 및 재배포 금지]",
        "▶Daum에서 [항구 뉴스] 구독하기 (모바일)",
        "영상취재: 김하나",
        "未经授权禁止转载、摘编、复制及建立镜像，违者将依法追究法律责任。",
        "海量资讯、精准解读，尽在港口财经APP",
        "誤字を発見した方はこちらからご連絡ください。",
        "社會中心／綜合報導",
        "เกาะติดทุกสถานการณ์จาก Line@quay ได้ที่นี่",
        "உடனுக்குடன் செய்திகளை அறிய துறைமுகம் App பதிவிறக்கம் செய்யவும்",
    ],
)
def test_notices_are_told_by_words_amid_them(cleaner: SimpleNamespace, line: str) -> None:
    assert read_story(cleaner, line) == TAIPEI


@pytest.mark.parametrize(
    "line",
    [
        "乘客可下載渡輪公司的APP查看時刻表。",
        "這家出版社在每一頁都印上版權所有不得轉載的字樣，議會認為沒有必要。",
        "「版權所有，不得轉載」，告示牌這樣寫著。",
        "記者中心的渡輪模型／攝影作品將繼續展出到春天結束。",
    ],
)
def test_sentences_with_the_words_of_a_notice_stay(cleaner: SimpleNamespace, line: str) -> None:
    assert read_story(cleaner, line) == [*TAIPEI, line]


def test_a_notice_over_the_story_is_left_to_other_rules(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.html(
        "<h1>老渡輪離開海峽</h1><div><p>版權所有不得轉載的告示牌</p>"
        + "".join(f"<p>{one}</p>" for one in TAIPEI)
        + "</div>"
    ).articles

    assert article.body.startswith("版權所有") is False


@pytest.mark.parametrize(
    ("label", "is_kept"), [("更多港口獨家內幕：", False), ("More about the harbour:", False), ("渡輪公司這樣說", True)]
)
def test_a_last_label_goes_with_the_links_that_it_announces(
    cleaner: SimpleNamespace, label: str, *, is_kept: bool
) -> None:
    link = '<a href="/2">兩艘渡輪在港口相撞沒有人受傷</a>'

    assert read_story(cleaner, label, link) == [*TAIPEI, *([label] if is_kept else [])]


@pytest.mark.parametrize(
    ("last", "over", "kept", "byline"),
    [
        (f"{TAIPEI[0]}（王小明／基隆報導）", "<div class='byline'>記者王小明／基隆報導</div>", TAIPEI[0], ("王小明",)),
        (
            "船は春まで残る。（中原さやか）",
            "<p class='caption'>港の船＝中原さやか撮影</p>",
            "船は春まで残る。",
            ("中原さやか",),
        ),
        ("船は春まで残る。（中原さやか）", "", "船は春まで残る。（中原さやか）", ()),
        ("船は春まで残る。（敬称略）", "", "船は春まで残る。（敬称略）", ()),
    ],
)
def test_a_name_glued_to_the_last_sentence_is_the_writers(
    cleaner: SimpleNamespace, last: str, over: str, kept: str, byline: tuple[str, ...]
) -> None:
    story = "".join(f"<p>{one}</p>" for one in (*TAIPEI, last))

    (article,) = cleaner.html(f"<title>老渡輪離開海峽</title><h1>老渡輪離開海峽</h1>{over}<div>{story}</div>").articles

    assert article.body.split("\n\n")[-1] == kept
    assert article.byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "但这不代表所有家长的观点。",
        "版权所有人可以要求平台删除转载内容。",
        "歹徒先誘她加入LINE投資群組，再要求匯款，共損失320萬元",
        "警方呼籲，不要下載來路不明的App，遇到可疑電話請撥165",
        "경찰은 무단 촬영물 재배포 혐의로 2명을 입건했다.",
        "ตำรวจไซเบอร์ติดตามเงินคืนผู้เสียหายได้ 2 ล้านบาท จากแก๊งหลอกลงทุนทาง LINE",
        "誤字だらけの手紙がこちらに届いた、と女性は話す。",
    ],
)
def test_a_last_sentence_of_rights_or_networks_is_no_notice(cleaner: SimpleNamespace, line: str) -> None:
    assert read_story(cleaner, line) == [*TAIPEI, line]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("ar", "لقراءة المزيد من الكتب، خصصت الوزارة ساعة يومية في كل مدرسة."),
        ("ar", "المقال يعبر عن رأي صاحبه، لا عن رأي الجريدة، بحسب نص الحكم."),
        ("ar", "لمتابعة المزيد من الأخبار كان الجد يدير مؤشر المذياع كل مساء."),
        ("fa", "ما را در کانال تلگرام به دروغ‌گویی متهم کردند؛ هیچ مدرکی هم نداشتند."),
        ("he", "טעינו? נתקן, אמר ראש העיר לתושבים שהתאספו מחוץ לבניין."),
        ("ur", "ویڈیو دیکھیں تو معلوم ہوتا ہے کہ گاڑی لال بتی پر نہیں رکی۔"),
        ("ur", "ضرور پڑھیں مگر سمجھ کر پڑھیں، استاد نے طلبہ سے کہا۔"),
    ],
)
def test_sentences_that_begin_as_lines_around_stories_do_stay_where_it_runs_from_the_right(
    cleaner: SimpleNamespace, language: str, line: str
) -> None:
    assert line in read_lines(cleaner, language, line, 3)
