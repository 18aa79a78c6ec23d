"""Paragraphs torn at their links: what is made whole, and what stays as it is."""

import pytest

from warraq.text.torn import join_torn

HEAD = "Ferry crews vote on a new contract\n"
WHOLE = "The crews stopped work on Monday after talks about pay had failed twice."


@pytest.mark.parametrize(
    ("torn", "expected"),
    [
        pytest.param(
            "The port authority said\nin a statement\nthat the quay would open again on Tuesday.",
            "The port authority said in a statement that the quay would open again on Tuesday.",
            id="the rest in small letters",
        ),
        pytest.param(
            "Nothing was decided at the meeting, according to\nHarbour News\n, which had seen the minutes.",
            "Nothing was decided at the meeting, according to Harbour News, which had seen the minutes.",
            id="a name behind a word that ends no line",
        ),
        pytest.param(
            "The quay has been closed since a crane fell into the basin last winter, and\nJane Roe\nsaid so again.",
            "The quay has been closed since a crane fell into the basin last winter, and Jane Roe said so again.",
            id="a name amid a long sentence",
        ),
        pytest.param(
            "وقالت أمينة المكتبة إن القراء يقبلون على\nالكتب المصورة\n، وإن عددهم تضاعف هذا العام.",
            "وقالت أمينة المكتبة إن القراء يقبلون على الكتب المصورة، وإن عددهم تضاعف هذا العام.",
            id="Arabic",
        ),
        pytest.param(
            "ويشمل الاتفاق أيضا \nتعويض أسر\n أحد عشر بحارا فقدوا في حادث غرق قبالة الشاطئ.",
            "ويشمل الاتفاق أيضا تعويض أسر أحد عشر بحارا فقدوا في حادث غرق قبالة الشاطئ.",
            id="the blanks around a link",
        ),
    ],
)
def test_a_paragraph_torn_at_its_links_is_whole(torn: str, expected: str) -> None:
    assert join_torn(f"{HEAD}{WHOLE}\n{torn}\n{WHOLE}") == f"{HEAD}{WHOLE}\n{expected}\n{WHOLE}"


@pytest.mark.parametrize(
    "lines",
    [
        pytest.param("Tags\nolives\nhills and the towns around them", id="tags in small letters"),
        pytest.param(
            "Each bag held these things:\na knife with a handle of wood\na rope\ntwo maps of the coast.", id="a list"
        ),
        pytest.param(
            "Where the data came from\nLocation pings came from weather apps, he told us on Monday.", id="a subhead"
        ),
        pytest.param("- Complete the report online, or\n- send it by fax to the office in town.", id="points"),
        pytest.param(
            "أسئلة بلا جواب عن الميناء القديم\nقال الصيادون إن البلدية لم ترد على رسائلهم.", id="an Arabic subhead"
        ),
        pytest.param("قوارب في حوض المرفأ (رويترز)\nقوارب في حوض المرفأ (رويترز)", id="a caption twice"),
        pytest.param(
            "यह भी पढ़ें: नगर भंडार मामले में तीन कर्मचारी हिरासत में\nमुख्य चिकित्सा अधिकारी ने कहा कि अगले महीने तक पद भर दिए जाएंगे।",
            id="a headline that ends in a postposition",
        ),
        pytest.param("Photo by\nJohn Smith\nThe story of the quay begins in a winter long ago.", id="a credit"),
        pytest.param(
            "The list of them all is in\nhttps://daily.example/list of the port and its crews.", id="an address"
        ),
    ],
)
def test_other_lines_stay_as_they_are(lines: str) -> None:
    text = f"{HEAD}{WHOLE}\n{lines}\n{WHOLE}"

    assert join_torn(text) == text


def test_lines_that_never_end_a_sentence_cost_no_square() -> None:
    text = HEAD + "".join(f"قالت أمينة المكتبة {at} إن القراء يقبلون على\n" for at in range(20_000))

    assert join_torn(text) == text
