"""The language of a text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from warraq.text.languages import detect_language, load_identifier, normalise_language


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("الحكومة تعلن خطة جديدة لدعم المزارعين في الجنوب", "ar", id="Arabic"),
        pytest.param("النهارده الجو حلو أوي وعايزين نروح البحر مع العيال", "ar", id="Egyptian"),
        pytest.param("دولت برنامه تازه‌ای برای حمایت از کشاورزان اعلام کرد", "fa", id="Persian"),
        pytest.param("دولت برنامه تازه اي براي حمايت از كشاورزان اعلام كرد", "fa", id="Persian with Arabic letters"),
        pytest.param("حکومت نے کسانوں کی مدد کے لیے نئے منصوبے کا اعلان کیا ہے", "ur", id="Urdu"),
        pytest.param("הממשלה הודיעה על תוכנית חדשה לתמיכה בחקלאים", "he", id="Hebrew"),
        pytest.param("The government announced a new plan to help farmers", "en", id="English"),
        pytest.param("Die Regierung kündigte einen neuen Plan für die Bauern an", "de", id="German"),
        pytest.param("Le gouvernement annonce un nouveau plan pour les agriculteurs", "fr", id="French"),
        pytest.param("El gobierno anunció un nuevo plan para los agricultores", "es", id="Spanish"),
        pytest.param("O governo anunciou um novo plano para os agricultores", "pt", id="Portuguese"),
        pytest.param("Правительство объявило о новом плане помощи фермерам", "ru", id="Russian"),
        pytest.param("Hükümet çiftçiler için yeni bir destek planı açıkladı", "tr", id="Turkish"),
        pytest.param("政府は農家を支援する新しい計画を発表した", "ja", id="Japanese"),
        pytest.param("정부는 농민을 돕기 위한 새로운 계획을 발표했다", "ko", id="Korean"),
        pytest.param("政府宣布了一项帮助农民的新计划", "zh", id="Chinese"),
        pytest.param("", None, id="empty"),
        pytest.param("2025 – 12:30", None, id="no letters"),
        pytest.param("Ok", None, id="too little"),
    ],
)
def test_detect_language_reads_a_sentence(text: str, expected: str | None) -> None:
    assert detect_language(text) == expected


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        pytest.param("Nytt", "sv-SE", "sv", id="too little for the model"),
        pytest.param("Regjeringen la frem en ny plan", "da", "da", id="kin in a short line"),
        pytest.param("الحكومة تعلن خطة جديدة لدعم المزارعين", "en", "ar", id="other letters"),
        pytest.param("دولت برنامه تازه‌ای برای حمایت از کشاورزان اعلام کرد", "ar", "fa", id="Persian said to be Arabic"),
        pytest.param("الحكومة تعلن خطة جديدة لدعم المزارعين", "fa", "ar", id="Arabic said to be Persian"),
        pytest.param(
            "El gobierno anunció un nuevo plan para los agricultores del país. " * 5, "en", "es", id="a template's word"
        ),
        pytest.param("2025", "ar", None, id="no letters at all"),
        pytest.param("The government announced a new plan", "klingon!", "en", id="no language"),
    ],
)
def test_detect_language_heeds_the_publisher_where_letters_allow(text: str, hint: str, expected: str | None) -> None:
    assert detect_language(text, hint=hint) == expected


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        pytest.param("قال المجلس إن القرار الذي صدر في المدينة هو الأول من نوعه", None, "ar", id="Arabic"),
        pytest.param("این برنامه را دولت برای کشاورزان اعلام کرد و تا پایان سال است", None, "fa", id="Persian"),
        pytest.param("The council said that the decision was the first of its kind", None, "en", id="English"),
        pytest.param("Der Rat sagte, dass die Entscheidung für die Stadt nicht neu ist", "en", "de", id="said to be"),
        pytest.param(
            "De som bor der ble ikke spurt, men etter møtet ble det kjent at skolen skal flyttes", "no", "no", id="kin"
        ),
        pytest.param("政府宣布了一项帮助农民的新计划", None, "zh", id="Chinese"),
    ],
)
def test_plain_texts_tell_their_language_without_the_model(text: str, hint: str | None, expected: str) -> None:
    load_identifier.cache_clear()

    assert detect_language(text, hint=hint) == expected
    assert load_identifier.cache_info().currsize == 0


@pytest.mark.parametrize("hint", [None, "en", "its own"])
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "يعود فيلم The Lord of the Rings وأغنية The Long and Winding Road يوم الجمعة إلى صالات العرض، حسب الموزع",
            "ar",
            id="Arabic",
        ),
        pytest.param("พรรคนำภาพยนตร์ The Lord of the Rings กลับมาฉายอีกครั้งในวันศุกร์นี้ที่กรุงเทพ", "th", id="Thai"),
        pytest.param(
            "经典歌曲《The Long and Winding Road》和影片《The Lord of the Rings》将于周五重新发行",
            "zh",
            id="Chinese",
        ),
        pytest.param(
            "'The Long and Winding Road'와 'The Lord of the Rings'가 금요일 다시 공개된다고 밝혔다", "ko", id="Korean"
        ),
    ],
)
def test_an_english_name_in_a_text_of_other_letters_does_not_tell_its_language(
    text: str, hint: str | None, expected: str
) -> None:
    assert detect_language(text, hint=expected if hint == "its own" else hint) == expected


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        pytest.param(
            "Vlada je u utorak objavila novi plan za podršku poljoprivrednicima na sjeveru zemlje. Prema riječima "
            "ministra, novca ima dovoljno, a posao će početi prije kraja godine. Općina je saopćila da se slaže.",
            "bs",
            "bs",
            id="Bosnian",
        ),
        pytest.param(
            "Prema rečima ministra, novca ima dovoljno, a posao će početi pre kraja godine u celoj zemlji.",
            "sr",
            "sr",
            id="Serbian in Latin letters",
        ),
        pytest.param(
            "Hikûmetê roja sêşemê planeke nû ji bo alîkariya cotkarên bakur ragihand", None, "ku", id="Kurmanji"
        ),
        pytest.param("ھۆكۈمەت سەيشەنبە كۈنى شىمالدىكى دېھقانلارنى قوللاش", None, "ug", id="Uyghur"),
    ],
)
def test_kin_are_told_by_the_signs_of_their_own(text: str, hint: str | None, expected: str) -> None:
    assert detect_language(text, hint=hint) == expected


@pytest.mark.parametrize(
    ("text", "hint", "expected"),
    [
        pytest.param(
            "Ìjọba àpapọ̀ ti kéde ètò tuntun láti ran àwọn àgbẹ̀ lọ́wọ́ ní apá àríwá orílẹ̀-èdè náà. Mínísítà náà sọ pé owó "
            "wà, iṣẹ́ yóò sì bẹ̀rẹ̀ kí ọdún tó parí, ó sì fi kún un pé àwọn àgbẹ̀ kò ní sanwó kankan. Ó ní ètò náà yóò dé "
            "gbogbo ìpínlẹ̀, àwọn olórí àgbẹ̀ sì sọ pé inú wọn dùn sí i gan-an ni.",
            "yo",
            "yo",
            id="Yoruba",
        ),
        pytest.param(
            "Leta yatangaje ku wa Kabiri gahunda nshya yo gufasha abahinzi bo mu majyaruguru. Minisitiri yavuze ko "
            "amafaranga ahagije kandi imirimo izatangira mbere y'uko umwaka urangira, kandi ko abaturage bazafashwa.",
            "rw",
            "rw",
            id="Kinyarwanda",
        ),
        pytest.param(
            "The government announced on Tuesday a new plan to help the farmers of the north, and the minister said "
            "that there is enough money for all of it and that the work will begin before the end of the year.",
            "rw",
            "en",
            id="English in its template",
        ),
    ],
)
def test_a_publisher_whose_language_the_model_does_not_know_is_believed(text: str, hint: str, expected: str) -> None:
    assert detect_language(text, hint=hint) == expected


@settings(max_examples=50, deadline=None)
@given(st.text(), st.none() | st.text(max_size=6))
def test_detect_language_never_raises(text: str, hint: str | None) -> None:
    found = detect_language(text, hint=hint)

    assert found is None or (len(found) == 2 and found.isascii() and found.islower())


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("ar-EG", "ar"),
        ("AR_eg", "ar"),
        ("arz", "ar"),
        ("iw", "he"),
        ("nb-NO", "no"),
        ("zh-Hant-TW", "zh"),
        ("", None),
        (None, None),
    ],
)
def test_normalise_language_reads_tags(code: str | None, expected: str | None) -> None:
    assert normalise_language(code) == expected
