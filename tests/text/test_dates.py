"""Dates as machines write them and as newspapers print them."""

from datetime import UTC, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfoNotFoundError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.text.calendars import convert_hijri, convert_persian, find_nowruz
from warraq.text.dates import find_dates, is_date_line, parse_date

NOON = "2024-12-16T13:25:00+00:00"
AFTERNOON = "2024-12-16T16:25:00+00:00"
MIDNIGHT = "2024-12-16T00:00:00+00:00"

PIECE_LIST = (
    "16 31 00 99 2024 1446 1403 9999 0000 ديسمبر كانون الأول جمادى الآخرة آذر Dec December 12 : - / . , ( ) T Z + "
    "م هـ ص PM GMT 0300 年 月 日 令和 tháng ١٦ ۲۰۲۴ منذ ago 24:00 23:59:60 +99:99 \ud800 \x00 ² ³ ௧"
)
PIECES = PIECE_LIST.split(" ")
date_like = st.one_of(
    st.text(),
    st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join),
    st.lists(st.sampled_from("0123456789:-/.TZ+ ,٢۳"), max_size=40).map("".join),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2024-12-16T16:25:00Z", AFTERNOON),
        ("2024-12-16t16:25:00z", AFTERNOON),
        ("2024-12-16T16:25Z", AFTERNOON),
        ("2024-12-16T16:25:00+03:00", NOON),
        ("2024-12-16T16:25:00.1234567+0300", NOON),
        ("2024-12-16T16:25:00,5+03", NOON),
        ("2024-12-16 16:25:00", AFTERNOON),
        ("2024-12-16 16:25:00 +0000 UTC", AFTERNOON),
        ("2024-12-16T16:25:00+03:00[Asia/Riyadh]", NOON),
        ("20241216T162500Z", AFTERNOON),
        ("20241216162500", AFTERNOON),
        ("20241216", MIDNIGHT),
        ("2024-12-16", MIDNIGHT),
        ("2024-351", MIDNIGHT),
        ("2024-12-15T24:00:00Z", MIDNIGHT),
        ("2024-12-16T16:24:60Z", "2024-12-16T16:24:59+00:00"),
        ("Mon, 16 Dec 2024 16:25:00 GMT", AFTERNOON),
        ("Mon, 16 Dec 2024 16:25:00 +0300", NOON),
        ("16 Dec 2024 08:25 EST", NOON),
        ("Mon Dec 16 16:25:00 2024", AFTERNOON),
        ("Mon Dec 16 16:25:00 UTC 2024", AFTERNOON),
        ("Mon Dec 16 2024 16:25:00 GMT+0300 (Arabian Standard Time)", NOON),
        ("1734355500", NOON),
        ("1734355500000", NOON),
        ("/Date(1734355500000)/", NOON),
    ],
)
def test_parse_date_reads_what_machines_write(text: str, expected: str) -> None:
    found = parse_date(text)

    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("16 ديسمبر 2024", id="Egypt and Gulf"),
        pytest.param("١٦ ديسمبر ٢٠٢٤", id="Arabic-Indic digits"),
        pytest.param("الإثنين، 16 ديسمبر 2024م", id="weekday and era"),
        pytest.param("16 كانون الأول 2024", id="Levant"),
        pytest.param("16 كانون أول 2024", id="Levant without article"),
        pytest.param("16 دجنبر 2024", id="Morocco"),
        pytest.param("16 ديسمبر (كانون الأول) 2024", id="paired in brackets"),
        pytest.param("16 كانون الأول/ديسمبر 2024", id="paired by a stroke"),
        pytest.param("السادس عشر من ديسمبر 2024", id="day in words"),
        pytest.param("16 دِيسَمْبِر\u200f 2024", id="harakat and RLM"),
        pytest.param("تاريخ النشر: 16-12-2024", id="numbers"),
        pytest.param("2024/12/16", id="year first"),
        pytest.param("۱۶ دسامبر ۲۰۲۴", id="Persian"),
        pytest.param("۲۶ آذر ۱۴۰۳", id="Persian calendar"),
        pytest.param("۱۴۰۳/۰۹/۲۶", id="Persian calendar in numbers"),
        pytest.param("26 قوس 1403", id="Afghan month"),
        pytest.param("16 دسمبر 2024", id="Urdu"),
        pytest.param("16 בדצמבר 2024", id="Hebrew"),
        pytest.param("December 16, 2024", id="English"),
        pytest.param("Dec. 16th, 2024", id="English short"),
        pytest.param("16. Dezember 2024", id="German"),
        pytest.param("16.12.2024", id="German numbers"),
        pytest.param("lundi 16 décembre 2024", id="French"),
        pytest.param("16 de diciembre de 2024", id="Spanish"),
        pytest.param("16 de dezembro de 2024", id="Portuguese"),
        pytest.param("16 декабря 2024 года", id="Russian"),
        pytest.param("16 Aralık 2024 Pazartesi", id="Turkish"),
        pytest.param("2024年12月16日(月)", id="Japanese"),
        pytest.param("令和6年12月16日", id="Japanese era"),
        pytest.param("2024년 12월 16일", id="Korean"),
        pytest.param("民國113年12月16日", id="Taiwan"),
        pytest.param("16 dicembre 2024", id="Italian"),
        pytest.param("16 december 2024", id="Dutch and Swedish"),
        pytest.param("16 grudnia 2024", id="Polish"),
        pytest.param("16. desember 2024", id="Norwegian"),
        pytest.param("16. joulukuuta 2024", id="Finnish"),
        pytest.param("16 Δεκεμβρίου 2024", id="Greek"),
        pytest.param("16 грудня 2024 р.", id="Ukrainian"),
        pytest.param("16 decembrie 2024", id="Romanian"),
        pytest.param("16. prosince 2024", id="Czech"),
        pytest.param("2024. december 16.", id="Hungarian"),
        pytest.param("2024. gada 16. decembris", id="Latvian"),
        pytest.param("16 Desember 2024", id="Indonesian"),
        pytest.param("16 tháng 12 năm 2024", id="Vietnamese"),
        pytest.param("16 दिसंबर 2024", id="Hindi"),
        pytest.param("১৬ ডিসেম্বর ২০২৪", id="Bengali"),
        pytest.param("සඳුදා 16 දෙසැම්බර් 2024", id="Sinhala"),
        pytest.param("సోమవారం 16 డిసెంబర్ 2024", id="Telugu"),
        pytest.param("16 ਦਸੰਬਰ 2024", id="Punjabi"),
        pytest.param("16 ທັນວາ 2024", id="Lao"),
        pytest.param("Litinin, 16 Disamba 2024", id="Hausa"),
        pytest.param("Isniin, Diseembar 16, 2024", id="Somali"),
        pytest.param("Jumatatu, Desemba 16, 2024", id="Swahili"),
        pytest.param("16 ธันวาคม 2567", id="Thai, Buddhist year"),
        pytest.param("16 ธ.ค. 2567", id="Thai short"),
        pytest.param("16 d’desembre del 2024", id="Catalan"),
        pytest.param("16 ዲሴምበር 2024", id="Amharic"),
        pytest.param("16 Դեկտեմբեր, 2024", id="Armenian nominative"),
        pytest.param("2024 оны 12 сарын 16", id="Mongolian"),
        pytest.param("2024 оны 12-р сарын 16", id="Mongolian ordinal"),
        pytest.param("2024-yil 16-dekabr", id="Uzbek"),
        pytest.param("2024 жылғы 16 желтоқсан", id="Kazakh"),
        pytest.param("ថ្ងៃទី ១៦ ខែ ធ្នូ ឆ្នាំ ២០២៤", id="Khmer"),
        pytest.param("ថ្ងៃទី១៦ ខែធ្នូ ឆ្នាំ២០២៤", id="Khmer without blanks"),
        pytest.param("၂၀၂၄ ခုနှစ် ဒီဇင်ဘာလ ၁၆ ရက်", id="Burmese"),
        pytest.param("16 ഡിസംബർ 2024", id="Malayalam"),
        pytest.param("16 ഡിസംബര്\u200d 2024", id="Malayalam chillu of two signs"),
    ],
)
def test_parse_date_reads_a_printed_day(text: str) -> None:
    found = parse_date(text)

    assert found is not None
    assert found.isoformat() == MIDNIGHT
    assert is_date_line(text)


@pytest.mark.parametrize(
    ("month", "names"),
    [
        (1, "يناير|كانون الثاني|جانفي"),
        (2, "فبراير|شباط|فيفري"),
        (3, "مارس|آذار|اذار"),
        (4, "أبريل|نيسان|أفريل"),
        (5, "مايو|أيار|ماي"),
        (6, "يونيو|حزيران|جوان|يونيه"),
        (7, "يوليو|تموز|جويلية|يوليوز"),
        (8, "أغسطس|آب|أوت|غشت"),
        (9, "سبتمبر|أيلول|شتنبر"),
        (10, "أكتوبر|تشرين الأول|تشرين أول"),
        (11, "نوفمبر|تشرين الثاني|نونبر"),
        (12, "ديسمبر|كانون الأول|دجنبر"),
    ],
)
def test_parse_date_knows_the_four_traditions_of_arabic_months(month: int, names: str) -> None:
    found = [parse_date(f"3 {name} 2022") for name in names.split("|")]

    assert found == [datetime(2022, month, 3, tzinfo=UTC)] * len(found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("نُشر: 16:25-16 ديسمبر 2024 م ـ 14 جمادى الآخرة 1446 هـ", AFTERNOON, id="Arabic with Hijri"),
        pytest.param("16 ديسمبر 2024 - 4:25 م", AFTERNOON, id="Arabic afternoon letter"),
        pytest.param("الساعة 04:25 مساءً، 16 ديسمبر 2024", AFTERNOON, id="Arabic afternoon word"),
        pytest.param("16 ديسمبر 2024 الساعة 12:00 ص", MIDNIGHT, id="Arabic midnight"),
        pytest.param("16 ديسمبر 2024 01:25 ظهراً بتوقيت غرينتش", NOON, id="Arabic noon with zone"),
        pytest.param("دوشنبه ۲۶ آذر ۱۴۰۳ - ۱۶:۲۵", AFTERNOON, id="Persian"),
        pytest.param("December 16, 2024 4:25 p.m.", AFTERNOON, id="English"),
        pytest.param("Dec 16, 2024 @ 8:25 AM ET", NOON, id="a zone with summer time"),
        pytest.param("4.25pm, 16 December 2024", AFTERNOON, id="British"),
        pytest.param("16th of December 2024, 4pm", "2024-12-16T16:00:00+00:00", id="hour alone"),
        pytest.param(
            "\u200e16\u200e/\u200e12\u200e/\u200e2024\xa0- 16:25", AFTERNOON, id="direction marks between numbers"
        ),
        pytest.param("16. Dezember 2024, 16.25 Uhr", AFTERNOON, id="German"),
        pytest.param("16 décembre 2024 à 16h25", AFTERNOON, id="French"),
        pytest.param("16/12/2024 16u25", AFTERNOON, id="Flemish"),
        pytest.param("Δευτέρα 16 Δεκέμβρη 2024, 16:25", AFTERNOON, id="Greek, demotic"),
        pytest.param("16 Δεκεμβρίου 2024, 4:25 μ.μ.", AFTERNOON, id="Greek afternoon"),
        pytest.param("16 Δεκ 2024 12:00 Π.Μ.", MIDNIGHT, id="Greek midnight"),
        pytest.param("16. desember 2024 kl. 16.25", AFTERNOON, id="Norwegian"),
        pytest.param("16.12.2024 klo 16.25.00", AFTERNOON, id="Finnish, with seconds"),
        pytest.param("16 Disember 2024 4:25 PTG", AFTERNOON, id="Malay"),
        pytest.param("16 ዲሴምበር 2024 4:25 ከሰዓት", AFTERNOON, id="Amharic"),
        pytest.param("月, 16 12月 2024 16:25:00 +0000", AFTERNOON, id="Japanese, in the order of mail"),
        pytest.param("Mon Dec 16 19:25:00 +0300 2024", AFTERNOON, id="year behind the zone"),
        pytest.param("Thứ hai, 16/12/2024, 20:25 (GMT+7)", NOON, id="Vietnamese"),
        pytest.param("2024年12月16日(月) 16時25分", AFTERNOON, id="Japanese"),
        pytest.param("প্রকাশ: ১৬ ডিসেম্বর ২০২৪, ০৪:২৫ পিএম", AFTERNOON, id="Bengali"),
        pytest.param("১৬ ডিসেম্বর ২০২৪, রাত ১২:০০", MIDNIGHT, id="Bengali midnight"),
        pytest.param("下午4:25 2024年12月16日", AFTERNOON, id="Chinese"),
        pytest.param("2024년 12월 16일 오후 4시 25분", AFTERNOON, id="Korean"),
        pytest.param("2024. 12. 16. 16:25", AFTERNOON, id="Korean numbers"),
        pytest.param("2024년 12월 16일 (월) 16:25", AFTERNOON, id="Korean weekday in brackets"),
        pytest.param("16:25 / 16.12.2024", AFTERNOON, id="a stroke behind the time"),
        pytest.param("16 ธ.ค. 2567 16:25 น.", AFTERNOON, id="Thai"),
        pytest.param("12.16.2024 04:25 PM", AFTERNOON, id="the day can only be second"),
        pytest.param("Updated Dec 17, 2024 9:00 | Published Dec 16, 2024 16:25", AFTERNOON, id="labels tell"),
        pytest.param("Dec 16, 2024 4:25pm | Updated Dec 17, 2024 9:32pm", AFTERNOON, id="the other one is of a change"),
        pytest.param("16 Dec 2024 16:99", MIDNIGHT, id="no such time"),
    ],
)
def test_parse_date_reads_the_time_beside_the_day(text: str, expected: str) -> None:
    found = parse_date(text)

    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="empty"),
        pytest.param("16 ديسمبر", id="no year"),
        pytest.param("ديسمبر 2024", id="no day"),
        pytest.param("2024", id="year alone"),
        pytest.param("16/12/24", id="short year"),
        pytest.param("أمس", id="relative"),
        pytest.param("3 hours ago", id="time since"),
        pytest.param("31 فبراير 2024", id="no such day"),
        pytest.param("2023-02-29", id="no such day in numbers"),
        pytest.param("16 ديسمبر (تشرين الثاني) 2024", id="months that contradict"),
        pytest.param("14 جمادى الآخرة 1446 هـ", id="Hijri is a hint"),
        pytest.param("1446/06/14", id="Hijri in numbers"),
        pytest.param("16 listopada 2024", id="October in Croatian, November in Polish"),
        pytest.param("16 Dec 2024, 18 Dec 2024", id="two days"),
        pytest.param("16-18 December 2024", id="several days"),
        pytest.param("1970-01-01T00:00:00Z", id="a clock never set"),
        pytest.param("0", id="zero"),
        pytest.param("0001-01-01", id="year one"),
        pytest.param("-0001-11-30", id="year before one"),
        pytest.param("9999-12-31T23:59:59Z", id="a field never filled"),
        pytest.param("3 May 1985", id="before the web"),
        pytest.param("2024-12-16T25:00:00Z", id="no such hour"),
        pytest.param("2024-12-16T16:25:00+99:00", id="no such zone"),
        pytest.param("+966 55 123 2024", id="telephone"),
        pytest.param("the council met on 3 May 2005 to vote on roads, bridges and schools again", id="prose"),
        pytest.param("16 ديسمبر 2024 " + "كلمة " * 100, id="long"),
        pytest.param("9" * 5_000, id="a long number"),
    ],
)
def test_parse_date_says_nothing_rather_than_guess(text: str) -> None:
    assert parse_date(text) is None


@pytest.mark.parametrize(
    ("language", "time_zone", "expected"),
    [
        pytest.param(None, "UTC", 4, id="day first"),
        pytest.param("ar", "Asia/Riyadh", 4, id="Arabic"),
        pytest.param("en", "Europe/London", 4, id="British"),
        pytest.param("en", "America/New_York", 3, id="American"),
        pytest.param("en-US", "UTC", 3, id="American by its tag"),
        pytest.param("en-GB", "UTC", 4, id="British by its tag"),
        pytest.param("es", "America/New_York", 4, id="Spanish in America"),
        pytest.param("en", "UTC", None, id="English of nowhere"),
        pytest.param("en", "America/Toronto", None, id="Canadian"),
    ],
)
def test_parse_date_orders_numbers_as_language_and_zone_do(
    language: str | None, time_zone: str, expected: int | None
) -> None:
    found = parse_date("03/04/2024 12:00", language=language, time_zone=time_zone)

    assert (found and found.month) == expected


def test_parse_date_takes_the_publishers_zone_where_none_is_printed() -> None:
    summer = parse_date("16 يوليو 2024 16:25", time_zone="Asia/Beirut")
    stated = parse_date("16 July 2024 16:25 GMT", time_zone="Asia/Beirut")
    day = parse_date("2024-07-16", time_zone="Asia/Beirut")

    assert summer == datetime(2024, 7, 16, 13, 25, tzinfo=UTC)
    assert stated == datetime(2024, 7, 16, 16, 25, tzinfo=UTC)
    assert day == datetime(2024, 7, 15, 21, 0, tzinfo=UTC)


def test_parse_date_settles_a_name_of_two_months_by_the_language() -> None:
    assert parse_date("16 listopada 2024", language="pl") == datetime(2024, 11, 16, tzinfo=UTC)
    assert parse_date("16 listopada 2024", language="hr") == datetime(2024, 10, 16, tzinfo=UTC)


def test_parse_date_does_not_take_an_unknown_zone_for_utc() -> None:
    with pytest.raises(ZoneInfoNotFoundError):
        parse_date("2024-12-16", time_zone="Mars/Olympus")


@given(
    date_like,
    st.sampled_from([None, "ar", "en", "fa", "th", "xx"]),
    st.sampled_from(["UTC", "Asia/Tehran", "America/New_York"]),
)
def test_reading_dates_never_raises_and_gives_aware_utc_in_bounds(
    text: str, language: str | None, time_zone: str
) -> None:
    found = parse_date(text, time_zone=time_zone, language=language)
    dates = find_dates(text, time_zone=time_zone, language=language)

    assert found is None or (found.tzinfo is UTC and 1989 <= found.year <= 2101)
    assert all(date.text in text and date.at.tzinfo is UTC for date in dates)
    assert is_date_line(text) in {True, False}


@given(st.datetimes(min_value=datetime(1991, 1, 1), max_value=datetime(2099, 12, 31), timezones=st.just(UTC)))  # noqa: DTZ001 - Hypothesis adds the zone.
def test_what_is_printed_is_read_back(at: datetime) -> None:
    minute = at.replace(second=0, microsecond=0)

    assert parse_date(at.isoformat()) == at.replace(microsecond=0)
    assert parse_date(minute.strftime("%d %B %Y %I:%M %p")) == minute
    assert parse_date(minute.strftime("%a, %d %b %Y %H:%M:%S +0000")) == minute


def test_find_dates_gives_each_date_with_its_calendar() -> None:
    found = find_dates("نُشر: 16:25-16 ديسمبر 2024 م ـ 14 جمادى الآخرة 1446 هـ")

    assert [(date.text, date.calendar) for date in found] == [
        ("16 ديسمبر 2024 م", "gregorian"),
        ("14 جمادى الآخرة 1446 هـ", "hijri"),
    ]
    assert found[0].at == datetime(2024, 12, 16, 16, 25, tzinfo=UTC)
    assert abs(found[1].at - found[0].at) < timedelta(days=2)


@pytest.mark.parametrize(
    "text",
    [
        "Published: December 16, 2024",
        "Last updated on Monday, 16 December 2024 at 16:25 GMT",
        "تم النشر في 16 ديسمبر 2024",
        "آخر تحديث: 16:25",
        "آخر تحديث 16 ديسمبر",
        "تاریخ انتشار: ۲۶ آذر ۱۴۰۳ - ۱۶:۲۵",
        "פורסם: 16.12.2024, 16:25",
        "Veröffentlicht am 16.12.2024",
        "Mis à jour le 16/12/2024 à 16h25",
        "Publicado el 16 de diciembre de 2024",
        "Опубликовано 16 декабря 2024, 16:25",
        "発表日 公開日:2024年12月16日 16:25".removeprefix("発表日 "),
        "입력 2024.12.16 16:25",
        "发布时间：2024-12-16 16:25",
        "Güncelleme: 16 Aralık 2024 16:25",
        "منذ 3 ساعات",
        "منذ ساعتين",
        "3 hours ago",
        "vor 3 Stunden",
        "il y a 3 heures",
        "3小时前",
        "5 min read",
    ],
)
def test_is_date_line_knows_a_line_that_is_nothing_but_a_date(text: str) -> None:
    assert is_date_line(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2024",
        "December",
        "16 ديسمبر",
        "16:25",
        "First day",
        "By Sara Amin, 16 December 2024",
        "القاهرة - 16 ديسمبر 2024",
        "قال الوزير إن الجلسة ستعقد في 16 ديسمبر 2024",
        "On 16 December 2024 the council voted.",
        "آب اللهاب",
        "1.5 million",
        "الأول",
    ],
)
def test_is_date_line_leaves_the_story_alone(text: str) -> None:
    assert not is_date_line(text)


@pytest.mark.parametrize(
    ("persian", "gregorian"),
    [
        ((1369, 10, 11), "1991-01-01"),
        ((1399, 12, 30), "2021-03-20"),
        ((1403, 1, 1), "2024-03-20"),
        ((1403, 12, 30), "2025-03-20"),
        ((1404, 1, 1), "2025-03-21"),
        ((1408, 1, 1), "2029-03-20"),
    ],
)
def test_persian_days_convert_exactly(persian: tuple[int, int, int], gregorian: str) -> None:
    assert convert_persian(*persian).isoformat() == gregorian


@pytest.mark.parametrize("day", [(1404, 12, 30), (1403, 7, 31), (1403, 13, 1), (1403, 1, 0), (9999, 1, 1)])
def test_persian_days_that_do_not_exist_raise(day: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match=str(day[0])):
        convert_persian(*day)


def test_persian_years_have_365_or_366_days() -> None:
    starts = [find_nowruz(year) for year in range(1300, 1500)]

    assert {(later - earlier).days for earlier, later in pairwise(starts)} == {365, 366}


@pytest.mark.parametrize(
    ("hijri", "gregorian"),
    [((1445, 9, 1), "2024-03-11"), ((1446, 1, 1), "2024-07-07"), ((1440, 10, 1), "2019-06-04")],
)
def test_hijri_days_convert_to_within_a_day(hijri: tuple[int, int, int], gregorian: str) -> None:
    assert abs((convert_hijri(*hijri) - datetime.fromisoformat(gregorian).date()).days) <= 1


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("18. april 2020 17.59", "17:59"),
        ("18.04.2020 17.59", "17:59"),
        ("18. 4. 2020, 7.05", "07:05"),
        ("18. april 2020 17.5", "00:00"),
        ("18. april 2020 17.59 eurot", "00:00"),
        ("18. april 2020 17.99", "00:00"),
    ],
)
def test_a_time_with_a_point_right_behind_the_day_is_read_where_it_ends_the_line(text: str, clock: str) -> None:
    assert f"{parse_date(text):%Y-%m-%d %H:%M}" == f"2020-04-18 {clock}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27|09|2024 13:18", "2024-09-27T13:18:00+00:00"),
        ("8 Îlon 2025", "2025-09-08T00:00:00+00:00"),
        ("8ê Îlonê 2025 - 10:30", "2025-09-08T10:30:00+00:00"),
        ("3ی ئایاری 2024", "2024-05-03T00:00:00+00:00"),
        ("15 کانوونی دووەم 2025", "2025-01-15T00:00:00+00:00"),
    ],
)
def test_bars_part_a_date_and_kurdish_months_name_one(text: str, expected: str) -> None:
    found = parse_date(text)

    assert found is not None
    assert found.isoformat() == expected


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Thu, 09/12/2019 - 11:20", "2019-09-12"),
        ("Mon, 09/12/2019 - 11:20", "2019-12-09"),
        ("خميس, 09/12/2019 - 11:20", "2019-09-12"),
        ("الإثنين 09/12/2019", "2019-12-09"),
        ("jeu 09/12/2019", "2019-09-12"),
        ("Fri, 09/12/2019", "2019-12-09"),
        ("09/12/2019", "2019-12-09"),
    ],
)
def test_a_weekday_before_two_numbers_tells_which_of_them_is_the_month(text: str, day: str) -> None:
    found = parse_date(text)

    assert found is not None
    assert found.date().isoformat() == day
