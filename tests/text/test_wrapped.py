"""A text broken to fit a column has one line a paragraph again; every other text stays as it is."""

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.text.wrapped import unwrap

ENGLISH = (
    (
        "The ferry company said on Monday that its two new boats would leave the strait before the end of the week, "
        "weather permitting, and that fares would stay as they are until the spring."
    ),
    (
        "Fishermen on the eastern shore were less sure, pointing to the wind that kept the old boats in the harbour "
        "for nine days in October and to the price of fuel, which has doubled since."
    ),
    "A decision on the harbour wall is expected in March.",
)
ARABIC = (
    (
        "قالت شركة العبارات يوم الاثنين إن قاربيها الجديدين سيغادران المضيق قبل نهاية الأسبوع إذا سمح الطقس بذلك، وإن "
        "الأجرة ستبقى على حالها حتى الربيع المقبل."
    ),
    (
        "وكان صيادو الساحل الشرقي أقل تفاؤلا، مشيرين إلى الرياح التي أبقت القوارب القديمة في الميناء تسعة أيام في "
        "الشهر الماضي وإلى سعر الوقود الذي تضاعف منذ ذلك الحين."
    ),
    "ومن المنتظر اتخاذ قرار بشأن جدار الميناء في مارس.",
)


@pytest.mark.parametrize("column", [50, 60, 70])
@pytest.mark.parametrize("paragraphs", [ENGLISH, ARABIC], ids=["English", "Arabic"])
@pytest.mark.parametrize(("gap", "indent"), [("\n\n", ""), ("\n", "   "), ("\n", "\t")], ids=["blank", "spaces", "tab"])
def test_a_text_in_a_column_has_a_line_for_each_paragraph(
    paragraphs: tuple[str, ...], column: int, gap: str, indent: str
) -> None:
    wrapped = gap.join(textwrap.fill(paragraph, column, initial_indent=indent) for paragraph in paragraphs)

    assert tuple(line.strip() for line in unwrap(wrapped).splitlines() if line.strip()) == paragraphs


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(ENGLISH), id="a line a paragraph"),
        pytest.param(
            "\n".join(["Ferries delayed again", "Harbour wall to be built in March", "Wind expected"] * 5),
            id="headlines",
        ),
        pytest.param(
            "\n".join(["the tide goes out and leaves the boats", "to lean upon the sand", "and wait"] * 4), id="verse"
        ),
        pytest.param("word " * 6, id="a short line"),
        pytest.param("", id="nothing"),
    ],
)
def test_any_other_text_stays_as_it_is(text: str) -> None:
    assert unwrap(text) == text


@given(st.lists(st.text(st.characters(blacklist_categories=["Cs"]), max_size=90), max_size=12))
def test_no_word_is_lost_or_moved(lines: list[str]) -> None:
    text = "\n".join(lines)

    assert unwrap(text).split() == text.split()
