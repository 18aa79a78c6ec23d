"""Captions and credits apart, as the press of many languages writes them in one line."""

import pytest

from warraq.clean.captions import split_credit


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
        ("Ferries at the pier (file photo)", "Ferries at the pier (file photo)", None),
        ("Die Fähren am Kai | Bildquelle: dpa", "Die Fähren am Kai", "dpa"),
        ("Die Fähren am Kai (Archivbild)", "Die Fähren am Kai (Archivbild)", None),
        ("Les ferries au quai. (Crédit : Jane Doe)", "Les ferries au quai.", "Jane Doe"),
        ("As balsas no cais. (Foto: Reprodução)", "As balsas no cais.", "Reprodução"),
        ("Паромы у причала. Фото: Анна Соколова / ТАСС", "Паромы у причала.", "Анна Соколова / ТАСС"),
        ("العبّارات في المرفأ (أ ف ب)", "العبّارات في المرفأ", "أ ف ب"),
        ("العبّارات في المرفأ (من اليمين)", "العبّارات في المرفأ (من اليمين)", None),
        ("التعليق على الصورة، العبّارات في المرفأ", "العبّارات في المرفأ", None),
        ("مصدر الصورة، Reuters", None, "Reuters"),
        ("港口的渡轮（新华社）", "港口的渡轮", "新华社"),
        ("항구의 여객선. 연합뉴스", "항구의 여객선.", "연합뉴스"),
        ("Veerboten aan de kade. Beeld ANP", "Veerboten aan de kade.", "ANP"),
        ("Promy przy nabrzeżu. Źródło: PAP", "Promy przy nabrzeżu.", "PAP"),
        ("פריחה בנמל (צילום: רויטרס)", "פריחה בנמל", "רויטרס"),
    ],
)
def test_a_credit_is_told_from_its_caption(text: str, caption: str | None, credit: str | None) -> None:
    assert split_credit(text) == (caption, credit)
