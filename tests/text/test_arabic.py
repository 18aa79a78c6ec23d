"""What an Arabic word is found under."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from warraq.text.arabic import OWN_ENDINGS, OWN_OPENINGS, STOP_WORDS, list_forms, spell_out
from warraq.text.plurals import PLURALS
from warraq.text.search import fold_search


@pytest.mark.parametrize(
    ("word", "exact", "kin"),
    [
        pytest.param("والمعارضة", "معارضه", "", id="conjunction and article"),
        pytest.param("بالقوات", "قوات", "", id="preposition and article"),
        pytest.param("ببيروت", "بيروت", "", id="bare preposition before a known opening"),
        pytest.param("بدمشق", "بدمشق دمشق", "", id="bare preposition, or the word's own letter"),
        pytest.param("ودمشق", "ودمشق دمشق", "", id="conjunction, or the word's own letter"),
        pytest.param("وبدمشق", "وبدمشق بدمشق دمشق", "", id="both"),
        pytest.param("لوزير", "وزير", "وزراء", id="to a minister"),
        pytest.param("وزير", "وزير", "وزراء", id="an opening of its own"),
        pytest.param("لبنان", "لبنان", "", id="neither opening nor ending are taken"),
        pytest.param("للجنة", "جنه لجنه", "لجان", id="the article may hide a letter"),
        pytest.param("قرارات", "قرارات", "قرار قراره", id="feminine plural"),
        pytest.param("مهندسون", "مهندسون", "مهندس", id="masculine plural"),
        pytest.param("دولتان", "دولتان", "دوله دولت دول", id="dual"),
        pytest.param("السورية", "سوريه", "سوري", id="feminine of an adjective"),
        pytest.param("حكومتها", "حكومتها", "حكومه حكومت", id="pronoun after ta marbuta"),
        pytest.param("مقره", "مقره", "مقر", id="pronoun"),
        pytest.param("جريدة", "جريده", "", id="ta marbuta is no pronoun"),
        pytest.param("باكستان", "باكستان", "", id="country"),
        pytest.param("من", "من", "", id="short words stay"),
        pytest.param("الان", "الان", "", id="a particle would be left"),
        pytest.param("السد", "سد", "", id="a noun of two letters"),
        pytest.param("للحق", "حق لحق", "حقوق", id="for a noun of two letters"),
        pytest.param("التي", "التي", "", id="a pronoun"),
        pytest.param("بالله", "بالله الله", "بالل الل", id="the noun that is a pronoun without its article"),
        pytest.param("الماني", "الماني", "", id="an article of its own"),
        pytest.param("والالماني", "الماني", "", id="an article before one of its own"),
        pytest.param("والتقي", "والتقي التقي", "", id="a verb that begins as an article does"),
        pytest.param("الالغاء", "الغاء", "", id="an article before a word that begins as an article does"),
        pytest.param("بالغاء", "بالغاء الغاء", "", id="by a cancelling"),
        pytest.param("بالتزامن", "تزامن", "", id="no word of the list, with a letter more"),
        pytest.param("القاءد", "قاءد", "قاده", id="nor this"),
        pytest.param("التحقيق", "تحقيق", "", id="an article before ت"),
        pytest.param("قرارا", "قرارا", "قرار", id="tanwin"),
        pytest.param("مليونا", "مليونا", "مليو مليون ملايين", id="tanwin that may be a pronoun"),
        pytest.param("مسءولو", "مسءولو", "مسءول", id="plural before its owner"),
        pytest.param("دولتي", "دولتي", "دوله دول", id="dual before its owner"),
        pytest.param("سوريا", "سوريا", "سوريه سوري", id="two spellings of a country"),
        pytest.param("رسميا", "رسميا", "رسميه رسمي", id="tanwin of what ends in ي"),
        pytest.param("شخصا", "شخصا", "شخص اشخاص", id="tanwin of three letters, and a plural of the list"),
        pytest.param("درعا", "درعا", "", id="a town is no tanwin"),
        pytest.param("خطتها", "خطتها", "خطه خطت", id="ta marbuta of three letters before a pronoun"),
        pytest.param("مرتين", "مرتين", "مره مرت", id="a dual of three letters"),
        pytest.param("علاقتهما", "علاقتهما", "علاقه علاقت علاقتهم", id="of the two"),
        pytest.param("مساهما", "مساهما", "مسي مسا مساهم", id="tanwin that looks so"),
        pytest.param("مستواها", "مستواها", "مستوي مستوا", id="alef maqsura before a pronoun"),
        pytest.param("المدارس", "مدارس", "مدرسه", id="a plural that no ending tells"),
        pytest.param("مدن", "مدن", "مدينه", id="one of three letters"),
        pytest.param("وزراءها", "وزراءها", "وزراء وزير", id="of an owner"),
        pytest.param("كرءيس", "كرءيس", "رءيس رءساء", id="as a president"),
        pytest.param("وسيعلن", "وسيعلن سيعلن", "يعلن", id="the future"),
        pytest.param("وكالات", "وكالات", "وكال وكاله", id="an opening of its own is not as"),
        pytest.param("covid", "covid", "", id="other scripts stay"),
    ],
)
def test_a_word_is_found_under_its_forms(word: str, exact: str, kin: str) -> None:
    assert list_forms(word) == (tuple(exact.split()), tuple(kin.split()))


@given(st.text("ابتثلمنهوية", max_size=12))
def test_a_word_has_one_form_at_least_and_none_twice(word: str) -> None:
    exact, kin = list_forms(word)
    assert exact
    assert len({*exact, *kin}) == len(exact) + len(kin)
    assert "ة" not in "".join(exact + kin)


def test_lists_stand_in_the_spelling_of_search() -> None:
    assert {word for word in STOP_WORDS | OWN_ENDINGS | OWN_OPENINGS if fold_search(word) != word} == set()
    assert {word for word in PLURALS if spell_out(fold_search(word)) != word} == set()
    assert {len(opening) for opening in OWN_OPENINGS} == {4}
    assert {"من", "في", "علي", "الي", "ان"} <= STOP_WORDS
