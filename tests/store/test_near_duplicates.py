"""Texts that are alike are found as they arrive."""

from typing import TYPE_CHECKING

import pytest

from warraq import store

if TYPE_CHECKING:
    from tests.store.conftest import Desk, Make

WIRE = " ".join(f"كلمة{number}" for number in range(200))
STORY = """
وقعت وزارة الموارد المائية اتفاقية مع شركة محلية لإقامة محطة تحلية على الساحل الغربي تبلغ كلفتها أربعين مليون دينار.
وقالت الوزيرة في كلمة ألقتها خلال حفل التوقيع إن المحطة ستغذي المدينة القديمة والقرى المجاورة التي تعاني انقطاعا
متكررا في فصل الصيف، وإن العمل فيها يبدأ قبل نهاية السنة. ورحبت البلدية بالخطوة لكنها طالبت بصيانة الشبكة المتهالكة
التي تهدر نصف الكمية المنتجة، وحذرت جمعية بيئية من أثر المياه المالحة على الشعاب المرجانية والثروة السمكية.
"""
WORDS = STORY.split()
BULLETIN = """
بلغ سعر أونصة الفضة عند الإغلاق {} دينارا وسعر كيلوغرام النحاس {} دينارا، فيما سجل طن الحديد {} دينارا في السوق
المحلية بحسب نشرة غرفة التجارة، وتختلف الأسعار من مدينة إلى أخرى تبعا لكلفة النقل والرسوم البلدية المفروضة على التجار
ولا تشمل ضريبة المبيعات، وتصدر الغرفة نشرتها كل مساء وتدعو أصحاب المحال إلى التقيد بها وعدم رفع السعر دون سبب.
"""
PAIRS = """
    select article.url, earlier.url
    from news.near_duplicates as pair
    join news.articles as article using (article_id)
    join news.articles as earlier on earlier.article_id = pair.earlier_article_id
    order by 1, 2
"""


def url(number: int, source: str = "almidan") -> str:
    return f"https://{source}.example/{number}"


def test_a_wire_copy_is_matched_with_what_came_first(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("الخبر نفسه", f"{WIRE} وأضاف المراسل كلمات قليلة."))
    desk.load(url(3), make.article("خبر آخر", " ".join(WIRE.split()[::-1])))

    assert desk.read(PAIRS) == [(url(2), url(1))]
    ((similarity, found_at),) = desk.read("select similarity, found_at from news.near_duplicates")
    assert similarity == pytest.approx(0.98, abs=0.05)
    assert found_at == desk.now


def test_the_pairs_of_an_article_are_found_by_an_index_of_either_side(desk: "Desk") -> None:
    desk.read("select set_config('enable_seqscan', 'off', false)")

    plan = "\n".join(desk.read("explain select * from news.near_duplicates where article_id = 1"))

    assert "Index Cond: (high_id = 1)" in plan
    assert "Index Cond: (low_id = 1)" in plan


def test_what_was_published_first_comes_first_whenever_it_arrives(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("أصل الخبر", f"{WIRE} زيادة", published_at=make.noon.replace(hour=1)))
    assert desk.read(PAIRS) == [(url(1), url(2))]


def test_copies_in_one_batch_are_matched_once(desk: "Desk", make: "Make") -> None:
    desk.open()
    urls = [url(1), url(2)]
    desk.poll(*map(make.entry, urls))
    desk.fetch(*desk.items())
    texts = {url(1): WIRE, url(2): f"{WIRE} زيادة"}
    desk.stage(*(make.staged(page, make.record(page, make.article("خبر", texts[page.url]))) for page in desk.fetched()))
    desk.judge()
    desk.publish()
    assert len(desk.read(PAIRS)) == 1


def test_a_changed_text_is_compared_anew(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("خبر", f"{WIRE} زيادة"))
    desk.wait(hours=1)
    desk.load(url(2), make.article("خبر", "نص قصير"))
    assert desk.read(PAIRS) == []
    assert desk.read("select count(*) from ingest.signature") == [1]
    desk.wait(hours=1)
    desk.load(url(2), make.article("خبر", f"{WIRE} زيادة أخرى"))
    assert desk.read(PAIRS) == [(url(2), url(1))]


def test_the_same_text_under_another_address_is_one_article_and_no_pair(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", WIRE))
    desk.load(url(2), make.article("خبر", WIRE))
    assert desk.read("select urls from news.articles") == [[url(1), url(2)]]
    assert desk.read(PAIRS) == []


@pytest.mark.parametrize(
    ("copy", "similarity"),
    [
        pytest.param(" ".join(WORDS[:42]), 0.51, id="cut by half"),
        pytest.param(" ".join(WORDS[26:]), 0.66, id="without its beginning"),
        pytest.param(
            " ".join([*WORDS[:60], *(f"زيادة{n}" for n in range(14))]), 0.61, id="cut, with a paragraph of one's own"
        ),
        pytest.param(STORY.replace("ة ", "ه "), 1.0, id="ha for ta marbuta"),
    ],
)
def test_a_part_of_a_text_is_matched_with_the_whole(desk: "Desk", make: "Make", copy: str, similarity: float) -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", STORY))
    desk.load(url(2), make.article("الخبر نفسه", copy))

    assert desk.read(PAIRS) == [(url(2), url(1))]
    ((found, containment),) = desk.read("select similarity, containment from news.near_duplicates")
    assert found == pytest.approx(similarity, abs=0.12)
    assert 0.75 <= containment <= 1


@pytest.mark.parametrize(
    "other",
    [
        pytest.param(" ".join(WORDS[:28]), id="a third of it"),
        pytest.param(" ".join(word if n % 4 else "بديلا" for n, word in enumerate(WORDS)), id="another word in four"),
    ],
)
def test_what_has_too_little_of_a_text_is_no_copy(desk: "Desk", make: "Make", other: str) -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", STORY))
    desk.load(url(2), make.article("خبر آخر", other))
    assert desk.read(PAIRS) == []


@pytest.mark.parametrize(
    ("figures", "pairs"),
    [
        pytest.param((41, 8, 560), [], id="another day"),
        pytest.param((39, 8, 560), [], id="one number of three the same"),
        pytest.param((39, 7, 560), [(url(2), url(1))], id="two of three, as a correction leaves them"),
        pytest.param(("تسعة وثلاثين", 8, 560), [], id="none of two numbers the same"),
        pytest.param(("تسعة وثلاثين", 7, 560), [(url(2), url(1))], id="one of two"),
    ],
)
def test_pages_of_one_template_are_told_apart_by_their_numbers(
    desk: "Desk", make: "Make", figures: tuple[object, ...], pairs: list[tuple[str, str]]
) -> None:
    desk.open()
    desk.load(url(1), make.article("أسعار المعادن", BULLETIN.format(39, 7, 545)))
    desk.load(url(2), make.article("أسعار المعادن اليوم", BULLETIN.format(*figures)))
    assert desk.read(PAIRS) == pairs


def test_of_many_candidates_the_most_alike_are_compared_and_of_equals_the_first(desk: "Desk") -> None:
    desk.read("select set_config('session_replication_role', 'replica', false)")  # No articles are needed for it.
    desk.read(
        """
        with many as (
            insert into ingest.signature (article_id, signature, bands, signature_version)
            select
                number, array_fill(0, '{128}'), case number when 1150 then '{1,2,3}' else '{1,5,6}' end::bigint[], '2.1'
            from generate_series(1, 1200) as number
            returning article_id
        )
        select count(*) from many
        """
    )
    found = desk.read("select article_id from ingest.list_candidates('{1,2,3}')")
    assert found == [1150, *range(201, 300)]


def test_a_text_that_everybody_prints_is_compared_with_a_hundred_at_most(desk: "Desk", make: "Make") -> None:
    desk.open()
    urls = [url(number) for number in range(150)]
    desk.poll(*map(make.entry, urls))
    desk.fetch(*desk.items(pages=200))
    pages = [make.staged(page, make.record(page, make.article("خبر", f"{WIRE} {page.url}"))) for page in desk.fetched()]
    desk.stage(*pages)
    desk.judge()
    desk.publish()
    (most,) = desk.read(
        "select max(number) from (select count(*) as number from ingest.near_duplicate group by low_id) as c"
    )
    assert most <= 150
    assert desk.read("select count(*) from ingest.near_duplicate")[0] <= 100 * 150


def make_earlier(desk: "Desk", *urls: str) -> None:
    """Give the articles signatures as a version before this one would have made them."""
    desk.read(
        """
        update ingest.signature
        set signature_version = '2.1', signature = array_fill(7, '{128}'), bands = '{7}', runs = null, figures = null
        where article_id in (select article_id from ingest.article where url = any (%s))
        returning article_id
        """,
        [list(urls)],
    )


def test_signatures_of_an_earlier_version_are_renewed_and_paired(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", STORY))
    desk.load(url(2), make.article("خبر آخر", WIRE))
    made = desk.read("select article_id, signature, bands, runs, figures from ingest.signature order by 1")
    make_earlier(desk, url(1), url(2))
    desk.load(url(3), make.article("الخبر نفسه", " ".join(WORDS[:42])))
    before = desk.read(PAIRS)

    renewed = [store.renew_signatures(desk.connection, now=desk.now) for _ in range(2)]

    assert (before, renewed, desk.read(PAIRS)) == ([], [2, 0], [(url(3), url(1))])
    assert (
        desk.read("select article_id, signature, bands, runs, figures from ingest.signature order by 1 limit 2") == made
    )


def test_renewal_goes_on_where_it_was_cut_off(desk: "Desk", make: "Make") -> None:
    desk.open()
    for number in range(3):
        desk.load(url(number), make.article("خبر", f"{STORY} {WIRE} {number}"))
    make_earlier(desk, url(0), url(1), url(2))

    renewed = [store.renew_signatures(desk.connection, now=desk.now, limit=2) for _ in range(3)]

    assert renewed == [2, 1, 0]
    assert len(desk.read(PAIRS)) == 3


def test_a_pair_of_an_earlier_version_goes_once_both_texts_are_signed_anew(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("أسعار المعادن", BULLETIN.format(39, 7, 545)))
    desk.load(url(2), make.article("أسعار المعادن اليوم", BULLETIN.format(41, 8, 560)))
    desk.read(
        """
        insert into ingest.near_duplicate (low_id, high_id, similarity, found_at)
        select min(article_id), max(article_id), 0.8, now() from ingest.article returning low_id
        """
    )
    make_earlier(desk, url(1), url(2))

    pairs = []
    for _ in range(2):
        store.renew_signatures(desk.connection, now=desk.now, limit=1)
        pairs.append(desk.read(PAIRS))

    assert pairs == [[(url(2), url(1))], []]


def test_a_renewed_pair_was_found_when_it_was(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", STORY))
    desk.load(url(2), make.article("الخبر نفسه", f"{STORY} زيادة"))
    found_at = desk.now
    make_earlier(desk, url(1), url(2))
    desk.wait(hours=1)

    store.renew_signatures(desk.connection, now=desk.now)

    assert desk.read("select found_at from news.near_duplicates") == [found_at]


def test_an_article_whose_text_is_not_kept_loses_its_earlier_signature(desk: "Desk", make: "Make") -> None:
    desk.open()
    desk.load(url(1), make.article("خبر", STORY))
    make_earlier(desk, url(1))
    desk.read("update ingest.article set body = null returning article_id")

    renewed = [store.renew_signatures(desk.connection, now=desk.now) for _ in range(2)]

    assert renewed == [1, 0]
    assert desk.read("select count(*) from ingest.signature") == [0]
