"""What is of the story though it reads as if it were not, and what is not though nothing names it."""

from types import SimpleNamespace

import pytest

HEAD = "Harbour council votes to rebuild the eastern breakwater"
FIRST = (
    "The harbour council voted on Tuesday to rebuild the eastern breakwater, which the January storms had cut in two."
)
SECOND = "Engineers expect the first stones to be laid in spring, once the quarry road has been widened and tested."
THIRD = (
    "Fishermen had asked for a temporary wall of concrete blocks, which the council's advisers called too dangerous."
)
FOURTH = "The work will take two winters and cost nine million, of which the ministry has promised to pay one half."
STORY = [FIRST, SECOND, THIRD, FOURTH]


def body(cleaner: SimpleNamespace, *parts: str, after: str = "") -> list[str]:
    inside = "".join(part if part.startswith("<") else f"<p>{part}</p>" for part in parts)
    markup = f"<html><body><article><h1>{HEAD}</h1>{inside}</article>{after}</body></html>"
    (article,) = cleaner.html(markup).articles
    return article.body.split("\n\n")


@pytest.mark.parametrize(
    "line",
    [
        "“Follow the signs and keep to the left of the slipway,” the harbour master said.",
        "What do you think of the plan that the ministry sent?",
        "广告公司的员工星期一开始罢工，要求提高工资。",
        "コメントを求められた市長は、計画を見直すつもりはないと述べた。",
        "المصدر لم يكشف عن اسمه.",
    ],
)
def test_a_sentence_that_begins_as_a_button_does_is_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, FIRST, SECOND, line, THIRD, FOURTH) == [FIRST, SECOND, line, THIRD, FOURTH]


@pytest.mark.parametrize("subhead", ["Comments from the quay", "تعليق حركة القطارات", "Anzeige gegen Stadtrat"])
def test_a_subhead_that_begins_so_ends_no_story(cleaner: SimpleNamespace, subhead: str) -> None:
    assert body(cleaner, FIRST, SECOND, f"<h2>{subhead}</h2>", THIRD, FOURTH) == [
        FIRST,
        SECOND,
        subhead,
        THIRD,
        FOURTH,
    ]


def test_paragraphs_set_as_headings_are_of_the_story(cleaner: SimpleNamespace) -> None:
    assert body(cleaner, *(f"<h3>{one}</h3>" for one in STORY)) == STORY


@pytest.mark.parametrize(
    "told",
    [
        "<p>The <location>Low Quay</location> crews said so on <chron>Monday</chron>, and no other.</p>",
        '<p><st1:place><st1:city w:st="on">Low Quay</st1:city></st1:place> crews said so on Monday, and no other.</p>',
        "<div>The <location>Low Quay</location> crews said so on Monday, and no other.</div>",
        "<p>The Low Quay crews said so on<o:p></o:p> Monday, and no other.</p>",
        "<p>The <x-term>Low Quay</x-term> crews said so on Monday, and no other.</p>",
    ],
)
def test_a_word_in_an_element_unknown_to_html_parts_no_paragraph(cleaner: SimpleNamespace, told: str) -> None:
    assert body(cleaner, *STORY[:3], told)[-1].endswith("Low Quay crews said so on Monday, and no other.")


@pytest.mark.parametrize("name", ["story", "x-story"])
def test_an_element_unknown_to_html_that_holds_blocks_is_one(cleaner: SimpleNamespace, name: str) -> None:
    parts = f"<{name}>{FIRST}<div>{SECOND}</div><{name}>{THIRD}</{name}><p>{FOURTH}</p></{name}>"

    assert body(cleaner, parts) == STORY


def test_a_component_beside_a_line_is_no_word_of_it(cleaner: SimpleNamespace) -> None:
    assert body(cleaner, *STORY[:3], f"<div>{FOURTH}<x-share>Share</x-share></div>") == STORY


def test_the_hidden_rest_of_a_story_is_of_it(cleaner: SimpleNamespace) -> None:
    rest = f"<div style='display:none'><p>{THIRD}</p><p>{FOURTH}</p></div>"

    assert body(cleaner, FIRST, SECOND, rest) == STORY


def test_a_story_printed_twice_is_kept_once(cleaner: SimpleNamespace) -> None:
    assert body(cleaner, *STORY, *STORY) == STORY


@pytest.mark.parametrize(
    "line", ["Play Video 00:00 Mute Current Time 0:00 / Duration 1:32", "0:00 / 3:12", "Loaded: 0%"]
)
def test_what_a_player_shows_is_no_line_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, FIRST, SECOND, f"<div>{line}</div>", THIRD, FOURTH) == STORY


def test_a_button_amid_a_sentence_is_its_words_and_what_it_shows_is_not(cleaner: SimpleNamespace) -> None:
    first = FIRST.replace("eastern", "<button>eastern</button>")
    second = SECOND.replace("quarry", 'quarry<span role="tooltip">A place where stone is cut</span>')

    assert body(cleaner, first, second, THIRD, FOURTH) == STORY


def test_the_line_under_the_lead_picture_is_its_caption(cleaner: SimpleNamespace) -> None:
    picture = "<div><img src='/a.jpg'><span class='x'>The breakwater at dusk on Sunday</span></div>"

    assert body(cleaner, picture, *STORY) == STORY


@pytest.mark.parametrize("tag", ["li", "div"])
def test_other_stories_with_their_summaries_are_none_of_this_one(cleaner: SimpleNamespace, tag: str) -> None:
    cards = "".join(
        f"<{tag}><span>{day} November 2026</span><a href='/{day}'>Another story of the harbour, number {day}</a>"
        f"<p>Its summary tells in some forty words what happened on day {day} at the other end of the quay.</p></{tag}>"
        for day in range(10, 15)
    )

    assert body(cleaner, *STORY, after=f"<div>{cards}</div>") == STORY


@pytest.mark.parametrize("button", ["Reply", "رد", "Ответить"])
def test_what_readers_wrote_is_told_by_the_button_to_answer(cleaner: SimpleNamespace, button: str) -> None:
    comments = "".join(
        f"<div class='x'><b>{name}</b><p>{text}</p><span>{button}</span></div>"
        for name, text in (
            ("Ada", "I have walked along that breakwater every evening for thirty years and will miss it dearly."),
            ("Ben", "Nine million is a great deal of money for a heap of stones that the sea will take away again."),
        )
    )

    assert body(cleaner, *STORY, f"<div>{comments}</div>") == STORY


@pytest.mark.parametrize(
    ("text", "is_free", "expected"),
    [
        ("\\n\\n".join(STORY), "true", STORY),
        ("".join(f"<p>{one}</p>" for one in STORY), "true", STORY),
        ("\\n\\n".join(STORY), "false", None),
        (FIRST, "true", None),
        ("\\n\\n".join(STORY)[:-30], "true", None),
    ],
    ids=["lines", "markup", "not free", "a teaser", "cut off"],
)
def test_a_page_that_scripts_fill_gives_the_story_it_declares_whole(
    cleaner: SimpleNamespace, text: str, is_free: str, expected: list[str] | None
) -> None:
    declared = (
        f'{{"@type": "NewsArticle", "headline": "{HEAD}", "articleBody": "{text}", "isAccessibleForFree": {is_free}}}'
    )
    cleaned = cleaner.html(
        f"<html><head><title>{HEAD}</title><script type='application/ld+json'>{declared}</script></head>"
        "<body><div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript></body></html>"
    )

    assert [one.body.split("\n\n") for one in cleaned.articles] == ([expected] if expected else [])
    assert (cleaned.rejection is None) == bool(expected)


def test_answers_under_their_label_are_of_the_story(cleaner: SimpleNamespace) -> None:
    rows = "".join(
        f"<div class='x'><p>Why {at}?</p><span>جواب</span><p>{one}</p></div>" for at, one in enumerate(STORY)
    )

    found = body(cleaner, f"<div>{rows}</div>")

    assert [one for one in found if one in STORY] == STORY


def test_a_list_of_links_amid_a_story_is_of_what_it_treats_of(cleaner: SimpleNamespace) -> None:
    films = [
        f"Its keeper has told the council that wall {at} stood for ninety winters without a crack." for at in range(3)
    ]
    items = "".join(
        f"<li><a href='/w/{at}'>The long wall of harbour {at}</a><p>{one}</p></li>" for at, one in enumerate(films)
    )

    found = body(cleaner, FIRST, SECOND, f"<ul>{items}</ul>", THIRD, FOURTH)

    assert [one for one in found if one in films] == films


@pytest.mark.parametrize(
    "run",
    [
        "<span class='x'><span>READ ALSO</span> <strong><a href='/o'>The quarry road</a></strong></span>",
        "<strong>Lire aussi :</strong> <a href='/o'>La route de la carrière</a> ",
        "(leia também: <a href='/o'>A estrada da pedreira</a>) ",
        "[Leggi anche: <a href='/o'><em>La strada della cava</em></a>] ",
    ],
)
def test_another_story_named_amid_a_paragraph_is_cut_out_of_it(cleaner: SimpleNamespace, run: str) -> None:
    assert body(cleaner, FIRST, f"<p>{SECOND} {run}{THIRD}</p>", FOURTH) == [FIRST, f"{SECOND} {THIRD}", FOURTH]


@pytest.mark.parametrize(
    "second",
    [
        f"{SECOND} One may read also <a href='/o'>The Stones of the Sea</a> by the same hand. {THIRD}",
        f"{SECOND} They <em>ask</em> read also <a href='/o'>The Stones</a> at school. {THIRD}",
        f"{SECOND} (The quarry: <a href='/o'>a hole in the hill</a>) {THIRD}",
    ],
)
def test_a_sentence_that_says_read_also_keeps_its_link(cleaner: SimpleNamespace, second: str) -> None:
    said = second.replace("<a href='/o'>", "").replace("</a>", "").replace("<em>", "").replace("</em>", "")

    assert body(cleaner, FIRST, f"<p>{second}</p>", FOURTH) == [FIRST, said, FOURTH]


def test_whom_a_quotation_quotes_stays_with_it(cleaner: SimpleNamespace) -> None:
    quotation = f"<blockquote><p>{SECOND}</p><footer>The harbour master, Ida Strand</footer></blockquote>"

    assert body(cleaner, FIRST, quotation, THIRD, FOURTH) == [
        FIRST,
        SECOND,
        "The harbour master, Ida Strand",
        *STORY[2:],
    ]


@pytest.mark.parametrize("name", ["hidden-tag", "a11y-hidden", "u-hidden-visually"])
def test_what_is_read_out_of_a_link_is_no_text_of_the_sentence(cleaner: SimpleNamespace, name: str) -> None:
    spoken = SECOND.replace("quarry road", f"<a href='/o'>quarry road<span class='{name}'> (new window)</span></a>")

    assert body(cleaner, FIRST, spoken, THIRD, FOURTH) == STORY


def test_a_list_of_links_under_a_label_of_other_stories_goes_with_it(cleaner: SimpleNamespace) -> None:
    items = "".join(f"<li><b>Town {at}:</b> <a href='/{at}'>what else happened there today</a></li>" for at in range(3))

    assert body(cleaner, FIRST, SECOND, "Leia também:", f"<div><ul>{items}</ul></div>", THIRD, FOURTH) == STORY


def test_a_list_that_tells_more_than_its_links_stays_under_such_a_label(cleaner: SimpleNamespace) -> None:
    item = "The council asked in spring for <a href='/r'>a report</a> on the depth of the water by the old wall."

    found = body(cleaner, FIRST, SECOND, "Leia também:", f"<div><ul><li>{item}</li></ul></div>", THIRD, FOURTH)

    assert "The council asked in spring for a report on the depth of the water by the old wall." in found


def test_a_list_is_called_what_is_read_out_for_it(cleaner: SimpleNamespace) -> None:
    items = "".join(f"<li><span>Quay</span> <a href='/{at}'>What else was said {at}</a></li>" for at in range(2))

    assert body(cleaner, f"<ul aria-label='Contenido relacionado'>{items}</ul>", *STORY) == STORY


def test_the_title_of_a_box_of_other_stories_goes_with_them(cleaner: SimpleNamespace) -> None:
    links = "".join(f"<p><a href='/{at}'>Another story of the harbour {at}</a></p>" for at in range(3))

    assert body(cleaner, FIRST, SECOND, f"<div><div>News of the port</div>{links}</div>", THIRD, FOURTH) == STORY


def test_a_subhead_over_a_story_is_no_title_of_a_box(cleaner: SimpleNamespace) -> None:
    links = "".join(f"<p><a href='/{at}'>Another story of the harbour {at}</a></p>" for at in range(3))

    found = body(cleaner, FIRST, SECOND, f"<div><h3>The two winters</h3>{links}<p>{THIRD}</p></div>", FOURTH)

    assert found == [FIRST, SECOND, "The two winters", THIRD, FOURTH]


def test_a_line_classed_as_a_summary_amid_the_story_is_a_pull_quote(cleaner: SimpleNamespace) -> None:
    pulled = "<div class='sumario'><p>Two winters and nine million</p></div>"

    assert body(cleaner, FIRST, SECOND, pulled, THIRD, FOURTH) == STORY


def test_a_subhead_classed_as_a_lead_is_none(cleaner: SimpleNamespace) -> None:
    subhead = "<p class='ingress'>Two winters and nine million</p>"

    assert body(cleaner, FIRST, SECOND, subhead, THIRD, FOURTH)[2] == "Two winters and nine million"


@pytest.mark.parametrize(
    "line", ["7 maggio 2022 (modifica il 8 maggio 2022 | 10:19)", "Articolo aggiornato alle 12.30"]
)
def test_the_days_of_print_and_of_change_are_no_line_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, *STORY, line) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Suivez l’actualité du port sur WhatsApp",
        "Urmărește știrile portului și pe Google News",
        "Μπείτε στο κανάλι του λιμανιού στο Viber.",
        "En Puerto | <a href='/o'>La escollera que el invierno partió en dos</a>",
        "Us pot interessar",
        "Editor : A.G.",
    ],
)
def test_a_call_to_follow_is_told_by_the_network_and_the_verb(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, FIRST, SECOND, line, THIRD, FOURTH) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "Scarica WhatsApp anche chi ha compiuto gli ottanta anni.",
        "« Suivez le canal sur Telegram », avait écrit le capitaine.",
        "Il porto ha aperto un canale su WhatsApp per i pescatori.",
        "Google va cumpăra terenul de lângă port.",
    ],
)
def test_a_sentence_about_a_network_is_of_the_story(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, FIRST, SECOND, line, THIRD, FOURTH) == [FIRST, SECOND, line, THIRD, FOURTH]


@pytest.mark.parametrize("line", ["*Com informações da Rádio Nacional", "Con información de La Voz del Puerto"])
def test_whose_reports_a_story_goes_by_is_no_line_of_it(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, *STORY, line) == STORY


def test_a_last_line_that_goes_on_as_a_sentence_is_of_the_story(cleaner: SimpleNamespace) -> None:
    line = "Com informações da Marinha os pescadores ficaram em terra"

    assert body(cleaner, *STORY, line) == [*STORY, line]


@pytest.mark.parametrize(
    "told",
    [
        "“Ask @harbourmaster and he will tell you that the wall must be finished before the ice comes,” she wrote.",
        "«Пишите нам на quay@harbour.example, и мы ответим каждому», — сказала она на встрече с жителями.",
    ],
)
def test_a_handle_or_an_address_in_a_quotation_stays(cleaner: SimpleNamespace, told: str) -> None:
    assert body(cleaner, *STORY, told) == [*STORY, told]


def test_a_handle_before_the_storys_last_paragraph_stays(cleaner: SimpleNamespace) -> None:
    told = "The picture was first shown by @harbourmaster, who had stood on the wall that night."

    assert body(cleaner, FIRST, SECOND, told, THIRD) == [FIRST, SECOND, told, THIRD]


def test_the_last_lines_that_say_how_to_reach_the_writer_go(cleaner: SimpleNamespace) -> None:
    assert body(cleaner, *STORY, "Write to jane@quay.example.", "Follow her: @janekeller") == STORY
    assert body(cleaner, *STORY, "Jane Keller jane@quay.example", "The End") == [*STORY, "The End"]


@pytest.mark.parametrize(
    "asked",
    [
        "Anyone who saw the boat is asked to ring the coastguard or write to watch@coast.example.",
        "Wer das Boot gesehen hat, möge sich bei der Küstenwache unter wache@kueste.example melden.",
        "للحجز يرجى الاتصال بمتحف الميناء أو مراسلة إدارته على العنوان museum@coast.example.",
        "Contact Quay Watch with all that you know of the boat at boats@watch.example.",
        "Residents may tell the council of loose stones on the quay at any hour on Twitter.",
    ],
)
def test_a_last_sentence_that_says_where_others_are_reached_stays(cleaner: SimpleNamespace, asked: str) -> None:
    assert body(cleaner, *STORY, asked) == [*STORY, asked]


@pytest.mark.parametrize(
    "line",
    [
        "Have you seen something on the quay that we should know of? Tell it at desk@daily.example.",
        "This story was written by a reporter of ours who can be asked at mara@post.example.",
        "Contact Mara Solheim with all that you know of the wall at ms@post.example.",
        "She has sailed these waters for thirty years and more. Follow her on Twitter @quaymara.",
        "The author, Jane Keller, may be asked about the wall and the quay at jk@post.example.",
        "Letters on the wall and on the quay are read with pleasure at janekeller@post.example.",
    ],
)
def test_a_last_sentence_that_says_where_writer_or_newsroom_are_reached_goes(
    cleaner: SimpleNamespace, line: str
) -> None:
    signed = "<p class='byline'>By Jane Keller</p>"

    assert body(cleaner, signed, *STORY, line) == STORY


def test_a_part_of_the_story_whose_kind_is_called_a_teaser_is_of_it(cleaner: SimpleNamespace) -> None:
    parts = [f"<div class='body__item body__item--html'><p>{one}</p></div>" for one in STORY[:3]]
    last = f"<div class='body__item body__item--html body__item--teaser'><p>{FOURTH}</p><p>It begins in May.</p></div>"
    other = "<div class='body__item body__item--teaser'><p>{0}</p></div>"
    linked = other.format(f"<a href='/2'>Another story of the harbour and of the quay</a></p><p>{THIRD.upper()}")

    assert body(cleaner, *parts, "<h2>What it costs</h2>", last) == [
        *STORY[:3],
        "What it costs",
        FOURTH,
        "It begins in May.",
    ]
    assert body(cleaner, *parts, linked) == STORY[:3]


POINTS = "<ul><li>The wall is to be rebuilt.</li><li>It costs nine million.</li></ul>"


@pytest.mark.parametrize(
    "title", ["AI Summary", "✨ AI-generated summary", "Краткий пересказ от Гавань ИИ", "ملخص بالذكاء الاصطناعي"]
)
@pytest.mark.parametrize("summary", ["<div><div>{0}</div>{1}</div>", "<p>{0}</p>{1}", "<h3>{0}</h3><div>{1}</div>"])
def test_what_a_machine_made_of_the_story_is_no_part_of_it(cleaner: SimpleNamespace, title: str, summary: str) -> None:
    assert body(cleaner, summary.format(title, POINTS), *STORY) == STORY


@pytest.mark.parametrize("title", ["", "<p>What is known</p>", "<p>AI summary tools worry the council.</p>"])
def test_a_list_over_the_story_without_such_a_title_is_of_it(cleaner: SimpleNamespace, title: str) -> None:
    found = body(cleaner, title, POINTS, *STORY) if title else body(cleaner, POINTS, *STORY)

    assert "It costs nine million." in found


@pytest.mark.parametrize("title", ["Key points:", "Story highlights", "What you need to know"])
@pytest.mark.parametrize("box", ["<div><h3>{0}</h3>{1}</div>", "<div><div><i></i><span>{0}</span></div>{1}</div>"])
def test_key_points_in_a_box_over_the_story_or_below_its_first_paragraph_are_no_part_of_it(
    cleaner: SimpleNamespace, title: str, box: str
) -> None:
    points = box.format(title, POINTS)

    assert body(cleaner, points, *STORY) == STORY
    assert body(cleaner, FIRST, points, SECOND, THIRD, FOURTH) == STORY


def test_the_list_of_an_explainer_under_such_a_title_amid_it_stays(cleaner: SimpleNamespace) -> None:
    told = ["At a glance", "The wall is to be rebuilt.", "It costs nine million."]
    points = f"<div><h3>At a glance</h3>{POINTS}</div>"
    plain = f"<h3>At a glance</h3>{POINTS}"

    assert body(cleaner, FIRST, SECOND, THIRD, points, FOURTH, FIRST.upper()) == [
        *STORY[:3],
        *told,
        FOURTH,
        FIRST.upper(),
    ]
    assert body(cleaner, FIRST, plain, SECOND, THIRD, FOURTH) == [FIRST, *told, *STORY[1:]]


def test_a_title_of_key_points_over_a_list_that_is_most_of_the_page_stays(cleaner: SimpleNamespace) -> None:
    listed = "".join(f"<li>{one}</li>" for one in STORY)

    found = body(cleaner, f"<div><h3>What you need to know</h3><ul>{listed}</ul></div>", SECOND.upper(), THIRD.upper())

    assert found[1:5] == STORY


def test_a_subhead_of_key_points_over_paragraphs_stays(cleaner: SimpleNamespace) -> None:
    assert body(cleaner, FIRST, "<h3>What you need to know</h3>", *STORY[1:])[1] == "What you need to know"


def test_what_asks_to_be_a_preferred_source_is_no_part_of_the_story(cleaner: SimpleNamespace) -> None:
    box = (
        "<div class='x'><a href='https://google.com/preferences/source?q=quay.example'></a><div><div>See us first</div>"
        "<span>Be told at once.</span></div></div>"
    )
    told = (
        "<p>The council <a href='https://www.google.com/preferences/source?q=quay.example'>wrote</a> on Tuesday: none "
        "is to walk on the wall before it has been tested by those who built it. It said so twice before. Boats may "
        "moor at the quay for as long as the works last. They need not pay for it until the spring, and whoever has "
        "paid already is to have the money back before Christmas. The harbour master sees to that.</p>"
    )

    assert body(cleaner, FIRST, box, SECOND, THIRD, FOURTH) == STORY
    assert body(cleaner, *STORY, told)[-1].startswith("The council wrote on Tuesday")


@pytest.mark.parametrize("dateline", ["<b>Port Elm/ New Quay: </b>", "<span>PORT ELM — </span>"])
def test_a_dateline_outside_the_first_paragraph_is_of_it(cleaner: SimpleNamespace, dateline: str) -> None:
    told = dateline.partition(">")[2].partition(" <")[0]

    assert body(cleaner, dateline, *STORY) == [f"{told} {FIRST}", *STORY[1:]]


def test_other_lines_before_a_paragraph_stay_apart_from_it(cleaner: SimpleNamespace) -> None:
    asked = "<b>What the council says:</b>"

    assert body(cleaner, asked, *STORY) == ["What the council says:", *STORY]
    assert body(cleaner, FIRST, "<b>Port Elm:</b>", *STORY[1:]) == [FIRST, "Port Elm:", *STORY[1:]]
    assert body(cleaner, "<h3>Port Elm:</h3>", *STORY) == ["Port Elm:", *STORY]


def test_a_number_behind_the_date_over_the_story_counts_its_readers(cleaner: SimpleNamespace) -> None:
    counted = "<ul><li class='date-time'>20 November 2026, 10:15</li><li>1834</li></ul>"

    assert body(cleaner, counted, *STORY) == STORY
    assert body(cleaner, "<p>1834</p>", *STORY) == ["1834", *STORY]


@pytest.mark.parametrize(
    "line",
    [
        "Haber Kaynağı : <a href='/k'>Liman Haber</a>",
        "Imehaririwa na Asha Mrisho",
        "Ключови думи към статията:",
        "Haberlerimizi Google’da Takip Edin",
    ],
)
def test_closing_words_of_a_newsroom_are_told_in_its_language(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, *STORY, line) == STORY


@pytest.mark.parametrize(
    "quotation",
    [
        "<blockquote><p>Once the quarry road has been widened</p></blockquote>",
        "<div><blockquote><h4>“Once the quarry road has been widened and tested.”</h4></blockquote></div>",
        "<blockquote><div><p>,,once the quarry road has been widened and tested’’</p></div></blockquote>",
        "<blockquote><p>Once the quarry road has been widened</p><footer>Harbour master Olsen</footer></blockquote>",
    ],
)
def test_a_quotation_pulled_out_of_the_story_is_not_said_twice(cleaner: SimpleNamespace, quotation: str) -> None:
    assert body(cleaner, FIRST, SECOND, quotation, THIRD, FOURTH) == STORY


@pytest.mark.parametrize(
    ("before", "quotation"),
    [
        (THIRD, "The quarry road will be closed all spring"),
        ("On the wall of the harbour office one can read what was said that day:", "once the quarry road has been"),
        (THIRD, "The work will take two winters."),
        (THIRD, "two winters"),
    ],
)
def test_a_quotation_that_is_new_or_led_in_or_a_whole_sentence_stays(
    cleaner: SimpleNamespace, before: str, quotation: str
) -> None:
    said = "“The work will take two winters. It will cost nine million,” the harbour master told them."

    found = body(cleaner, FIRST, SECOND, before, f"<blockquote><p>{quotation}</p></blockquote>", said, FOURTH)

    assert found == [FIRST, SECOND, before, quotation, said, FOURTH]


@pytest.mark.parametrize(
    "line",
    [
        "<p>Les escrocs insistent : rejoignez notre canal Telegram, doublez votre mise.</p>",
        "<p>El consejo de la policía: únete solo a grupos de WhatsApp de personas conocidas.</p>",
        "<p>Μπείτε στις ρυθμίσεις του WhatsApp και επιλέξτε Απόρρητο.</p>",
        "<ul><li>Clicca su Impostazioni e poi su Google</li><li>Scegli la lingua</li></ul>",
        "<p>Contenido patrocinado que no se declara como tal puede costar hasta 60.000 euros de multa.</p>",
        "<p>Haben Sie einen Fehler entdeckt, sollten Sie innerhalb von vier Wochen Einspruch einlegen.</p>",
        "<p>Recueilli par sa grand-mère à la mort de ses parents, il quitte l’école à douze ans.</p>",
        "<p><strong>Har du tips til andre som vil begynne?</strong></p>",
        "<p>Voit keskustella aiheesta lapsen kanssa jo ennen koulun alkua.</p>",
        "<p>Las lluvias de octubre han contribuido a este aumento, dijo el alcalde.</p>",
        "<p>Pour <strong>en savoir plus</strong> <a href='/t'>la mairie organise une réunion</a> jeudi à la salle.</p>",
        "<div class='lead'>Los que se quedan y los que se marchan</div>",
    ],
)
def test_sentences_of_how_to_do_a_thing_and_of_what_lines_around_stories_speak_of_stay(
    cleaner: SimpleNamespace, line: str
) -> None:
    found = body(cleaner, FIRST, SECOND, line, THIRD, FOURTH)

    assert len(found) > len(STORY)
    assert [one for one in found if one in STORY] == STORY


def test_verses_of_which_the_story_says_one_again_stay(cleaner: SimpleNamespace) -> None:
    verses = "<p>Caminante, no hay puente</p><p>Se hace puente al cruzar</p><p>Y nadie lo ve caer</p>"
    said = (
        "“Caminante, no hay puente” was on the wall of the harbour office for ten years, and nobody knew who wrote it."
    )

    found = body(cleaner, FIRST, SECOND, f"<blockquote>{verses}</blockquote>", said, THIRD, FOURTH)

    assert found[2:5] == ["Caminante, no hay puente", "Se hace puente al cruzar", "Y nadie lo ve caer"]


def test_a_quotation_in_a_figure_of_its_own_behind_a_picture_is_no_caption(cleaner: SimpleNamespace) -> None:
    quoted = "We never had a summer like this one, and we will not have another."
    figures = f"<figure><img src='/a.jpg'></figure><figure><blockquote><p>{quoted}</p></blockquote></figure>"

    assert quoted in body(cleaner, FIRST, SECOND, figures, THIRD, FOURTH)


@pytest.mark.parametrize("name", ["pullquote", "pull-quote", "wp-block-pullquote"])
def test_a_quotation_in_a_box_named_for_it_is_pulled_out_where_the_story_says_it(
    cleaner: SimpleNamespace, name: str
) -> None:
    box = "<div class='{0}'><p>“{1}”</p><p>— Jane Keller</p></div>"

    said = box.format(name, "the first stones to be laid in spring")
    told = box.format(name, "nobody has ever asked the quarry")

    assert body(cleaner, FIRST, SECOND, said, THIRD, FOURTH) == STORY
    assert "“nobody has ever asked the quarry”" in body(cleaner, FIRST, SECOND, told, THIRD, FOURTH)


@pytest.mark.parametrize(
    "line",
    [
        "Quay Watch is a nonprofit newsroom. Support our work with a gift today.",
        "Send us your feedback. Copyright 2001 Quay Press. All rights reserved.",
        "(TM and © Copyright 2012 Quay Radio Inc. All Rights Reserved.)",
        "Pages: 1 2 3",
        "1 | 2 | 3 | Next »",
        "This story appeared on page A12 of the Quay Watch.",
        "To comment on this story, click here.",
        "Continued on next page",
    ],
)
def test_what_a_paper_says_below_a_story_goes(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, *STORY, line) == STORY


@pytest.mark.parametrize(
    "line",
    [
        "The wall is a gift of the island. Support our work, the fishermen told the minister, and it will stand.",
        "___",
        "Ab 2008",
    ],
)
def test_a_last_line_that_only_looks_so_stays(cleaner: SimpleNamespace, line: str) -> None:
    assert body(cleaner, *STORY, line)[-1] == line


def test_the_bar_of_an_archive_is_no_line_of_the_story(cleaner: SimpleNamespace) -> None:
    bar = "<div id='wm-ipp-print'>The Wayback Machine - https://web.archive.org/web/2001/https://daily.example/</div>"

    (article,) = cleaner.html(f"<html><body>{bar}<h1>{HEAD}</h1>{''.join(f'<p>{one}</p>' for one in STORY)}").articles

    assert article.body.split("\n\n") == STORY


def test_line_breaks_in_the_cell_of_a_table_part_nothing(cleaner: SimpleNamespace) -> None:
    table = "<table><tr><td>Anna Keller<br>Low Quay</td><td>She asked for a wall of stone.</td></tr></table>"

    assert "Anna Keller Low Quay" in body(cleaner, FIRST, SECOND, table, THIRD, FOURTH)


def test_lines_in_a_second_element_named_as_the_body_is_are_of_the_story(cleaner: SimpleNamespace) -> None:
    prose = [f"The ferry company said that boat number {at} would leave the strait before winter." for at in range(6)]
    lines = ["Boat one: Monday", "Boat two: Tuesday", "Boat three: Friday at noon", "Boat four: not before spring"]
    boats = "".join(f"<p>{text}</p>" for text in lines)
    story = "".join(f"<p>{text}</p>" for text in prose)

    def read(second: str) -> list[str]:
        page = f"<h1>The two oldest ferries leave</h1><div class='article-body'>{story}</div><p>Ad</p>{second}"
        (article,) = cleaner.html(f"<body><main>{page}</main></body>").articles
        return list(article.body.split("\n\n"))

    assert [text for text in read(f"<div class='article-body'>{boats}</div>") if text != "Ad"] == [*prose, *lines]
    assert read(f"<div class='timetable'>{boats}</div>") == prose
