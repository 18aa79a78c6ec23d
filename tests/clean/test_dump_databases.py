"""Documents as news databases export them: each is an article, and what the database says of it is not its text."""

from types import SimpleNamespace

import pytest
from strait import read_body

HEAD = "Harbour wall is put off until spring"
FIRST = "The harbour board put off the wall on Monday after boatmen said that it would close the old slip."
SECOND = '"We have launched there since my grandfather\'s day," said Col Hathersage, who owns three boats.'
THIRD = "The board will look at two other places and report in April."
OTHER = "Ferry to call at Elm in winter too"
FOURTH = "The ferry will call at Elm twice a week from November, the company said."
FIFTH = "It had passed the island by in winter for nine years."

LEXIS = f"""                               1 of 2 DOCUMENTS


                       The Elm Post (Elm, Strait)

                            March 17, 2009 Tuesday
                                 FINAL EDITION

{HEAD}

BYLINE: Nora Castell Staff writer

SECTION: HARBOUR; Pg. B4

LENGTH: 241 words

{FIRST}

{SECOND}

{THIRD}

LOAD-DATE: March 18, 2009

LANGUAGE: ENGLISH

GRAPHIC: PHOTO

PUBLICATION-TYPE: Newspaper


                  Copyright 2009 The Elm Post
                              All Rights Reserved


                               2 of 2 DOCUMENTS


                       The Elm Post (Elm, Strait)

                            March 19, 2009 Thursday

SECTION: NEWS; Pg. 2

LENGTH: 98 words

HEADLINE: {OTHER}

{FOURTH}

{FIFTH}

LOAD-DATE: March 20, 2009
"""
NEXIS = f"""{HEAD}
The Elm Post
March 17, 2009 Tuesday

Copyright 2009 The Elm Post All Rights Reserved

Section: HARBOUR; Pg. B4
Length: 241 words
Byline: Nora Castell

Body


{FIRST}

{SECOND}

{THIRD}

Load-Date: March 18, 2009


End of Document


{OTHER}
The Elm Post
March 19, 2009 Thursday

Length: 98 words

Body

{FOURTH}

{FIFTH}

End of Document
"""
FACTIVA = f"""Harbour
{HEAD}

Nora Castell
241 words
17 March 2009
The Elm Post
ELMPST
4
English
(c) 2009 The Elm Post

{FIRST}

{SECOND}

{THIRD}

Strait Papers Ltd.

Document ELMPST0020090317e53h00007


{OTHER}

98 words
19 March 2009
The Elm Post
ELMPST
English
(c) 2009 The Elm Post

{FOURTH}

{FIFTH}

Document ELMPST0020090319e53j0000a
"""


@pytest.mark.parametrize("text", [LEXIS, NEXIS, FACTIVA], ids=["LexisNexis", "Nexis Uni", "Factiva"])
def test_each_document_of_a_database_is_an_article(cleaner: SimpleNamespace, text: str) -> None:
    first, second = cleaner.text(text).articles

    assert (first.headline, first.standfirst, first.byline, f"{first.published_at:%F}") == (
        HEAD,
        None,
        ("Nora Castell",),
        "2009-03-17",
    )
    assert read_body(first) == [FIRST, SECOND, THIRD]
    assert (second.headline, second.standfirst, second.byline, f"{second.published_at:%F}") == (
        OTHER,
        None,
        (),
        "2009-03-19",
    )
    assert read_body(second) == [FOURTH, FIFTH]


@pytest.mark.parametrize("text", [LEXIS, NEXIS, FACTIVA], ids=["LexisNexis", "Nexis Uni", "Factiva"])
def test_what_a_database_says_of_a_document_is_dropped_and_told(cleaner: SimpleNamespace, text: str) -> None:
    cleaned = cleaner.text(text)

    told = "\n".join((*(one.text for one in cleaned.dropped), *(read_all(one) for one in cleaned.articles)))
    assert [line for line in map(str.strip, text.splitlines()) if line.removeprefix("HEADLINE: ") not in told] == []


@pytest.mark.parametrize("text", [LEXIS, NEXIS, FACTIVA], ids=["LexisNexis", "Nexis Uni", "Factiva"])
def test_a_document_alone_is_read_as_one_of_many(cleaner: SimpleNamespace, text: str) -> None:
    end = text.index("2 of 2 DOCUMENTS" if text == LEXIS else OTHER)

    (article,) = cleaner.text(text[:end]).articles

    assert (article.headline, article.byline) == (HEAD, ("Nora Castell",))
    assert read_body(article) == [FIRST, SECOND, THIRD]


def test_a_story_that_speaks_of_documents_is_none_of_a_database(cleaner: SimpleNamespace) -> None:
    (article,) = cleaner.text(
        f"{HEAD}\n\n{FIRST}\n\nThe file held 2 of 40 documents.\n\nSource: the board.\n\n{SECOND}"
    ).articles

    assert read_body(article) == [FIRST, "The file held 2 of 40 documents.", "Source: the board.", SECOND]


def read_all(article: object) -> str:
    return "\n".join(
        str(getattr(article, name)) for name in ("headline", "standfirst", "byline", "published_at", "body")
    )
