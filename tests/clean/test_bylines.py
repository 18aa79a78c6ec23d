"""Who wrote it: names and no more than names, as JSON-LD, meta elements and printed lines give them."""

import json
from types import SimpleNamespace

import pytest

HEADLINE = "Two oldest ferries to leave the strait"
BODY = "".join(
    f"<p>The ferry company said on Monday that boat number {at} would leave the strait before the winter timetable.</p>"
    for at in range(5)
)


def read_names(cleaner: SimpleNamespace, head: str = "", before: str = "") -> list[str]:
    site = '<meta property="og:site_name" content="Strait Times">'
    page = (
        f"<html><head><title>{HEADLINE} | Strait Times</title>{site}{head}</head><body><article><h1>{HEADLINE}</h1>"
        f"{before}<div>{BODY}</div></article></body></html>"
    )
    (article,) = cleaner.html(page).articles
    return list(article.byline)


@pytest.mark.parametrize(
    ("author", "names"),
    [
        ({"name": "Anna Keller"}, ["Anna Keller"]),
        ("By Anna Keller and Marc Dubois", ["Anna Keller", "Marc Dubois"]),
        ({"name": ["Anna Keller", "Marc Dubois"]}, ["Anna Keller", "Marc Dubois"]),
        ({"name": {"@value": "Anna Keller"}}, ["Anna Keller"]),
        ({"@list": [{"name": "Anna Keller"}]}, ["Anna Keller"]),
        ({"givenName": "Anna", "familyName": "Keller"}, ["Anna Keller"]),
        ([{"name": "Anna Keller"}, {"name": "Strait Times"}], ["Anna Keller"]),
        ({"name": "Strait Times"}, ["Strait Times"]),
        ({"name": "Reuters"}, ["Reuters"]),
        ({"name": "Strait Times - Anna Keller"}, ["Anna Keller"]),
        ({"name": "Harbour News - Anna Keller"}, ["Harbour News - Anna Keller"]),
        ({"name": "Anna Keller, Political Editor"}, ["Anna Keller"]),
        ({"name": "Anna Keller, MS, RD"}, ["Anna Keller"]),
        ({"name": "Anna Keller | Reuters"}, ["Anna Keller"]),
        ({"name": "Anna Keller (Reuters)"}, ["Anna Keller"]),
        ({"name": "Anna Keller / Marc Dubois"}, ["Anna Keller", "Marc Dubois"]),
        ({"name": "Anna Keller & Marc Dubois"}, ["Anna Keller", "Marc Dubois"]),
        ({"name": "Anna Keller y Marc Dubois"}, ["Anna Keller", "Marc Dubois"]),
        ({"name": "Anna Keller og Marc Dubois"}, ["Anna Keller", "Marc Dubois"]),
        ({"name": "José Ortega y Gasset"}, ["José Ortega y Gasset"]),
        ({"name": "Center for Drug Evaluation and Research"}, ["Center for Drug Evaluation and Research"]),
        ({"name": "Anna Keller, Marc Dubois, and Elena Rossi"}, ["Anna Keller", "Marc Dubois", "Elena Rossi"]),
        ({"name": "https://www.strait.example/authors/anna"}, []),
        ({"name": "anna.keller@strait.example"}, []),
        ({"name": "admin"}, []),
        ([[{"name": "Anna Keller"}]], ["Anna Keller"]),
        ({"@type": "Role", "author": {"name": "Anna Keller"}}, ["Anna Keller"]),
        ({"name": "王小明, Reuters"}, ["王小明"]),
        ({"name": "Ana dos Santos e Silva and Marc Dubois"}, ["Ana dos Santos e Silva", "Marc Dubois"]),
    ],
)
def test_names_in_json_ld(cleaner: SimpleNamespace, author: object, names: list[str]) -> None:
    item = {"@type": "NewsArticle", "headline": HEADLINE, "author": author}

    assert read_names(cleaner, f'<script type="application/ld+json">{json.dumps(item)}</script>') == names


@pytest.mark.parametrize(
    ("name", "content", "names"),
    [
        ("author", "Anna Keller", ["Anna Keller"]),
        ("parsely-author", "Anna Keller", ["Anna Keller"]),
        ("DC.creator", "Keller, Anna", ["Anna Keller"]),
        ("sailthru.author", "Anna Keller, Marc Dubois", ["Anna Keller", "Marc Dubois"]),
        ("byl", "By Anna Keller and Marc Dubois", ["Anna Keller", "Marc Dubois"]),
        ("author", "Strait Times (www.strait.example)", []),
    ],
)
def test_names_in_meta_elements(cleaner: SimpleNamespace, name: str, content: str, names: list[str]) -> None:
    assert read_names(cleaner, f'<meta name="{name}" content="{content}">') == names


@pytest.mark.parametrize(
    ("before", "names"),
    [
        ("<p class='byline'>By Anna Keller and Marc Dubois</p>", ["Anna Keller", "Marc Dubois"]),
        ("<p>By Anna Keller, Associated Press</p>", ["Anna Keller"]),
        ("<p>By Anna Keller for Strait Times</p>", ["Anna Keller"]),
        ("<p>By Anna Keller in Oslo and Marc Dubois in Bergen</p>", ["Anna Keller", "Marc Dubois"]),
        ("<p>Story by Anna Keller. Photographs by Marc Dubois.</p>", ["Anna Keller"]),
        ("<address>Anna Keller</address>", ["Anna Keller"]),
        ("<address>12 Harbour Road, Port Elm</address>", []),
        ("<p>By Dr. Anna van der Keller-Smith Jr.</p>", ["Dr. Anna van der Keller-Smith Jr."]),
        (
            "<div><div class='author'>Anna Keller</div><div class='author'>Marc Dubois</div></div>",
            ["Anna Keller", "Marc Dubois"],
        ),
    ],
)
def test_names_in_print(cleaner: SimpleNamespace, before: str, names: list[str]) -> None:
    assert read_names(cleaner, before=before) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p><span>By</span><span>by ANNA KELLER</span></p>", ["ANNA KELLER"]),
        ("<div><span>By</span><span>by Anna Keller and Marc Dubois</span></div>", ["Anna Keller", "Marc Dubois"]),
        ("<div class='byline'><a href='/k'>Anna Keller</a> / SNN / <span>Updated: Oct 9</span></div>", ["Anna Keller"]),
        ("<p class='byline'>Exclusive by Anna Keller</p>", ["Anna Keller"]),
        ("<p class='byline'>By Anna Keller Staff Writer</p>", ["Anna Keller"]),
        ("<p class='byline'>By Anna Keller, Strait News, Port Elm</p>", ["Anna Keller"]),
        ("<p class='byline'>By Keller Staff</p>", ["Keller Staff"]),
        ("<p class='byline'>By Anna Keller and Marc Newsome</p>", ["Anna Keller", "Marc Newsome"]),
    ],
)
def test_a_line_of_names_without_what_else_it_says(cleaner: SimpleNamespace, line: str, names: list[str]) -> None:
    assert read_names(cleaner, before=line) == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("<p class='byline'>By Anna Keller<br>Staff Writer</p>", ["Anna Keller"]),
        ("<p class='byline'>By <a href='/k'>Anna Keller</a><br>Special to the Gazette</p>", ["Anna Keller"]),
        ("<p class='byline'>By Anna Keller<br>Ridgeway News</p>", ["Anna Keller"]),
        ("<p class='byline'>By <span>Anna Keller</span>, Ridgeway Chronicle</p>", ["Anna Keller"]),
        ("<p class='byline'>By Anna Keller, Evening Star</p>", ["Anna Keller"]),
        ("<div class='byline'><span>Anna Keller</span> <span>Sports Editor</span></div>", ["Anna Keller"]),
        ("<div class='byline'><span>Anna Keller</span> <span>Associated Press</span></div>", ["Anna Keller"]),
        (
            "<div><b class='author'>BY Anna Keller</b><b class='author'> and Marc Bo</b></div>",
            ["Anna Keller", "Marc Bo"],
        ),
        (
            "<p class='author'>Anna Keller</p><p class='author'>&amp; Marc Bo</p>",
            ["Anna Keller", "Marc Bo"],
        ),
        ("<p class='byline'>By ANNA KELLER<br>AP Harbour Writer</p>", ["ANNA KELLER"]),
        ("<p class='byline'>By ANNA KELLER<br>AP Harbours</p>", ["ANNA KELLER"]),
        ("<p class='byline'>By Anna Keller<br>Wei Sun</p>", ["Anna Keller", "Wei Sun"]),
        ("<p class='byline'>By Anna Keller, Marc Post and Elena Star</p>", ["Anna Keller", "Marc Post", "Elena Star"]),
        ("<p class='byline'>By Anna Herald and Marc Dubois</p>", ["Anna Herald", "Marc Dubois"]),
        ("<p class='byline'>By Ridgeway Gazette</p>", ["Ridgeway Gazette"]),
    ],
)
def test_an_office_or_a_house_behind_a_writer_is_no_second_one(
    cleaner: SimpleNamespace, line: str, names: list[str]
) -> None:
    assert read_names(cleaner, before=line) == names


def test_a_site_that_its_host_names_is_no_second_writer(cleaner: SimpleNamespace) -> None:
    page = f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><p class='byline'>By Anna Keller, Ridgeway Sun</p>{BODY}"

    (article,) = cleaner.html(page, url="https://www.ridgewaysun.example/news/ferries-leave").articles

    assert list(article.byline) == ["Anna Keller"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ali al-Hassan", ["Ali al-Hassan"]),
        ("Par Charles d’Estaing, à Paris", ["Charles d’Estaing"]),
        ("di Luca dell'Acqua", ["Luca dell'Acqua"]),
        ("Oleh Siti binti Omar", ["Siti binti Omar"]),
        ("Par Loïc Le Goff", ["Loïc Le Goff"]),
        ("By Nawal El Amrani", ["Nawal El Amrani"]),
        ("Par Loïc Martin, le lundi 12 mai", ["Loïc Martin"]),
        ("By J. K. Rowan in London", ["J. K. Rowan"]),
        ("By John F. Miller Jr. @miller", ["John F. Miller Jr."]),
        ("Ana Souza com agências", ["Ana Souza"]),
        ("كتب أحمد علي ووكالات", ["أحمد علي"]),
        ("بقلم جان-بيار فرنسيس", ["جان-بيار فرنسيس"]),
        ("執筆：山田 太郎", ["山田 太郎"]),
        ("文：佐々木健", ["佐々木健"]),
    ],
)
def test_names_of_all_shapes(cleaner: SimpleNamespace, line: str, names: list[str]) -> None:
    assert read_names(cleaner, before=f"<p class='byline'>{line}</p>") == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Kommentar von Anna Keller", ["Anna Keller"]),
        ("Von unserer Mitarbeiterin Anna Keller", ["Anna Keller"]),
        ("Aus Berlin berichtet Anna Keller", ["Anna Keller"]),
        ("Von Anna Keller Stand: 12.05.2024, 10:15 Uhr", ["Anna Keller"]),
        ("Door onze redacteur Anna de Vries", ["Anna de Vries"]),
        ("Une tribune de Charles d'Estaing", ["Charles d'Estaing"]),
        ("Analyse de Marché", []),
        ("Una entrevista de María de la Cruz", ["María de la Cruz"]),
        ("Intervista di Anna Rossi", ["Anna Rossi"]),
        ("Rozmawiała Anna Kowalska", ["Anna Kowalska"]),
        ("Kirjoittanut Anna Mäkelä", ["Anna Mäkelä"]),
        ("Беседовала Анна Иванова", ["Анна Иванова"]),
        ("Авторы: Анна Иванова, Иван Сидоров", ["Анна Иванова", "Иван Сидоров"]),
        ("Ditulis oleh Siti Rahayu", ["Siti Rahayu"]),
        ("Editor: Budi Santoso | Penulis: Siti Rahayu", ["Siti Rahayu"]),
        ("بقلم رئيس التحرير رنا خوري", ["رنا خوري"]),
        ("بقلم الكاتبة رنا خوري", ["رنا خوري"]),
        ("اعداد: د. منى حداد", ["د. منى حداد"]),
    ],
)
def test_labels_of_writers_in_many_languages(cleaner: SimpleNamespace, line: str, names: list[str]) -> None:
    assert read_names(cleaner, before=f"<p>{line}</p>") == names


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("Anna Keller, Staff Writer", ["Anna Keller"]),
        ("Karl-Heinz Müller, dpa", ["Karl-Heinz Müller"]),
        ("Claire Dubois avec AFP", ["Claire Dubois"]),
        ("Ana García / EFE", ["Ana García"]),
        ("Anna Åberg/TT", ["Anna Åberg"]),
        ("Анна Иванова, корреспондент", ["Анна Иванова"]),
        ("Anna Keller, captain of the oldest ferry", []),
        ("Port Elm, Monday", []),
    ],
)
def test_a_name_and_an_office_below_the_headline(cleaner: SimpleNamespace, line: str, names: list[str]) -> None:
    (article,) = cleaner.html(f"<title>{HEADLINE}</title><h1>{HEADLINE}</h1><p>{line}</p>{BODY}").articles
    (dumped,) = cleaner.text(
        f"{HEADLINE}\n{line}\nMay 12, 2024\n\n" + BODY.replace("</p>", "\n\n").replace("<p>", "")
    ).articles

    assert list(article.byline) == list(dumped.byline) == names
    assert not names or line not in f"{article.standfirst} {article.body} {dumped.standfirst} {dumped.body}"


def test_a_name_and_an_office_of_whom_the_story_tells_sign_nothing(cleaner: SimpleNamespace) -> None:
    told = "<p>Keller, who reports from the strait, was on board when the oldest ferry left the harbour on Monday.</p>"

    (article,) = cleaner.html(f"<h1>{HEADLINE}</h1><p>Anna Keller, journalist</p>{told}{BODY}").articles

    assert article.byline == ()
