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


TITLES = (
    "Harbour wall to be built in March, the council says",
    "Ferry fares to stay as they are until the spring",
    "Fishermen on the eastern shore count nine lost days",
    "Wind over the strait until Friday, and rain behind",
    "Council adjourns early as the lamps go out again",
    "Lighthouse keeper retires after forty-one years",
    "titles of one length",
)
SHORT = (
    "قال المجلس إن جدار الميناء سيبنى في مارس المقبل.",
    "وأضاف أن أجرة العبارات ستبقى على حالها هذا العام.",
    "وأحصى صيادو الساحل الشرقي تسعة أيام بلا عمل فيه.",
    "وتوقعت الأرصاد رياحا على المضيق حتى يوم الجمعة.",
    "وتقاعد حارس المنارة بعد واحد وأربعين عاما فيها.",
    "وأجلت الجلسة لأن المصابيح انطفأت مرة أخرى أمس.",
    "short paragraphs of one length",
)
HEADER = "The Strait Gazette\nHarbour desk\nFerries delayed again, says the company\nBy Nora Castell, staff writer\n"
FOOTER = (
    "\nRead also\nHarbour wall to be built in March, the council says\nWind expected over the strait\nTags: boats, wind"
)


@pytest.mark.parametrize("paragraphs", [ENGLISH * 2, ARABIC * 3], ids=["English", "Arabic"])
@pytest.mark.parametrize(("gap", "indent"), [("\n\n", ""), ("\n", "   "), ("\n", "")], ids=["blank", "indent", "none"])
def test_a_story_in_a_column_is_found_between_lines_that_are_not(
    paragraphs: tuple[str, ...], gap: str, indent: str
) -> None:
    story = gap.join(textwrap.fill(paragraph, 60, initial_indent=indent) for paragraph in paragraphs)

    lines = unwrap(f"{HEADER}{gap}{story}\n{FOOTER}").splitlines()

    assert [line for line in map(str.strip, lines) if line in paragraphs] == list(paragraphs)
    assert {*HEADER.splitlines(), *FOOTER.splitlines()} <= set(lines)


def test_each_story_of_a_column_is_found_whatever_stands_between_them() -> None:
    story = "\n\n".join(textwrap.fill(paragraph, 60) for paragraph in ENGLISH * 2)

    lines = unwrap("\n".join(f"{HEADER}\n{story}\n{FOOTER}\n" for _ in range(3))).splitlines()

    assert [line for line in lines if line in ENGLISH] == list(ENGLISH * 6)
    assert [line for line in lines if line in TITLES] == [TITLES[0]] * 3


def test_paragraphs_of_one_line_do_not_hide_where_the_others_begin() -> None:
    short = ("The harbour office would not say why.", "It never has.", "Its door stayed shut.") * 3
    wrapped = "\n".join(
        textwrap.fill(paragraph, 60, initial_indent="   ")
        for pair in zip(short, ENGLISH * 3, strict=True)
        for paragraph in pair
    )

    assert [line.strip() for line in unwrap(wrapped).splitlines()] == [
        one for pair in zip(short, ENGLISH * 3, strict=True) for one in pair
    ]


def test_lines_that_were_broken_by_hand_a_few_letters_off_are_made_whole_too() -> None:
    typed = (
        "'You don't look at the gauge, you look at the colour of the\n"
        "water,' said the harbour master, 71, whose father bought the pilot\n"
        "boat in 1965. He meant the channel, which goes from green to grey to\n"
        "white before a storm.\n\n"
        "The lease expires in December. A spokesman for the port said that it\n"
        "had been set aside for a yard, but that the town was open to plans\n"
        "that keep the old quay as it is.\n\n"
        "The boats will be painted on Thursday. A pupil who put in a model\n"
        "of her own, was told that it would float.\n"
    )

    assert unwrap(typed).split("\n\n") == [part.replace("\n", " ") for part in typed.strip().split("\n\n")]


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
        pytest.param("\n".join(TITLES), id="titles of one length"),
        pytest.param("\n".join(SHORT), id="short paragraphs of one length"),
        pytest.param("\n".join(line for line in TITLES for _ in range(2)), id="captions printed twice"),
        pytest.param("\n".join(f"{line.rstrip('.')} (رويترز)" for line in SHORT), id="captions"),
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


def test_a_line_that_is_but_a_picture_s_place_is_no_line_of_a_column() -> None:
    paragraphs = [
        "بدأ المصرف المركزي الإثنين توزيع سيولة نقدية بقيمة ملياري دينار على فروع\nالمصارف في العاصمة والجنوب.",
        "وقال مدير إدارة الإصدار بالمصرف في تصريح إلى الصحيفة مساء الأحد الماضي إن\nسقف السحب حدد بألف دينار.",
        "وأضاف أن فروع المدن الثلاث البعيدة ستتسلم حصتها جوا عبر المطار، وذلك بسبب\nانقطاع الطريق الساحلي منذ أيام.",
    ]
    pictures = "[0]\nأشجار زيتون (غيتي)\n\n", "[photo]\nأطفال في المعسكر (أ.ب)\n\n"
    text = "\n\n".join((pictures[0] + paragraphs[0], paragraphs[1], pictures[1] + paragraphs[2]))

    assert unwrap(text).split("\n\n")[1:] == [
        paragraphs[0].replace("\n", " "),
        paragraphs[1].replace("\n", " "),
        pictures[1].strip(),
        paragraphs[2].replace("\n", " "),
    ]
