"""Signatures tell how much two texts have in common."""

import pytest

from warraq.text.search import split_words
from warraq.text.signatures import Signature, sign

WORDS = [f"كلمة{number}" for number in range(400)]


def sign_text(language: str, text: str) -> Signature | None:
    return sign(split_words(language, text))


def share(one: Signature | None, other: Signature | None) -> float:
    assert one is not None
    assert other is not None
    return sum(mine == theirs for mine, theirs in zip(one.numbers, other.numbers, strict=True)) / 128


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        pytest.param(0, 1.0, id="the same"),
        pytest.param(8, 0.89, id="a few words"),
        pytest.param(40, 0.54, id="a tenth of the words, apart"),
        pytest.param(400, 0.0, id="all"),
    ],
)
def test_a_signature_estimates_the_share_of_runs_in_common(changed: int, expected: float) -> None:
    step = 400 // changed if changed else 401
    other = [f"غير{place}" if changed and place % step == 0 else word for place, word in enumerate(WORDS)]
    assert share(sign_text("ar", " ".join(WORDS)), sign_text("ar", " ".join(other))) == pytest.approx(expected, abs=0.1)


def test_texts_alike_have_a_band_in_common_and_others_have_none() -> None:
    text, wire = sign_text("ar", " ".join(WORDS)), sign_text("ar", " ".join(["بيروت", *WORDS[:380]]))
    other = sign_text("ar", " ".join(WORDS[::-1]))
    assert text is not None
    assert wire is not None
    assert other is not None
    assert set(text.bands) & set(wire.bands)
    assert not set(text.bands) & set(other.bands)
    assert len(set(text.bands)) == 32


def test_spelling_makes_no_difference() -> None:
    text = "أعلنت الحكومةُ اليومَ عن خطةٍ جديدةٍ " * 5
    plain = "اعلنت الحكومة اليوم عن خطة جديدة " * 5
    assert sign_text("ar", text) == sign_text("ar", plain)


def test_ha_for_ta_marbuta_makes_no_difference() -> None:
    text = "وقعت الوزارة اتفاقية لتطوير المدرسة القديمة في المدينة الساحلية " * 3
    spelled = "وقعت الوزاره اتفاقيه لتطوير المدرسه القديمه في المدينه الساحليه " * 3
    assert sign_text("ar", text) == sign_text("ar", spelled)


def test_half_a_text_has_a_band_in_common_with_the_whole() -> None:
    text, half = sign_text("ar", " ".join(WORDS)), sign_text("ar", " ".join(WORDS[:200]))
    assert text is not None
    assert half is not None
    assert set(text.bands) & set(half.bands)
    assert (text.runs, half.runs) == (398, 198)


def test_a_run_that_comes_again_counts_once() -> None:
    signature = sign_text("ar", "قال الوزير اليوم " * 10)
    assert signature is not None
    assert signature.runs == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "في ٢٦ نوفمبر 2026 بلغ السعر 1.7 مليار بعد 26 يوما", (26, 2026, 1, 7), id="each once, in their order"
        ),
        pytest.param("كوفيد19 وأف16 وثلاثة وعشرون", (), id="letters beside digits, and words"),
        pytest.param("هاتف 00962791234567", (791234567,), id="the last nine digits"),
        pytest.param(" ".join(map(str, range(500, 700))), tuple(range(500, 600)), id="a hundred at most"),
    ],
)
def test_the_figures_of_a_text_are_its_numbers_in_digits(text: str, expected: tuple[int, ...]) -> None:
    signature = sign_text("ar", f"{text} {' '.join(WORDS[:20])}".replace("كلمة", "كلمات"))
    assert signature is not None
    assert signature.figures == expected


def test_a_short_text_has_no_signature() -> None:
    assert sign_text("ar", " ".join(WORDS[:19])) is None
    assert sign_text("zh", "北京市长出席开幕式") is None


def test_a_text_without_spaces_is_compared_too() -> None:
    text = "北京市政府二十七日宣布，自下周起调整地铁运行时间，以方便市民出行，并增加夜间班次。"
    assert share(sign_text("zh", text), sign_text("zh", f"{text}本报讯")) > 0.8


def test_a_signature_never_changes() -> None:
    """Stored ones are compared with those of years to come: another value here is another VERSION."""
    signature = sign_text("ar", " ".join(WORDS))
    assert signature is not None
    assert (signature.numbers[:2], signature.bands[0]) == (
        (-1433318402, -1962479815),
        3515228418,
    )
