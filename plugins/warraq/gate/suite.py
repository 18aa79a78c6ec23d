"""The suites as code: ``python -m warraq.gate.suite`` writes expectations/*.json, which is what the gate reads.

No critical pattern here met a real story when tried, on 2026-11-23, on the bodies of 338 and the headlines of 327
pages of three public extraction benchmarks, but for three bodies that are mojibake and one that quotes HTML.
"""

import json
import sys
from pathlib import Path
from typing import Any

from warraq.gate.committed import ARTICLES, BATCHES
from warraq.gate.patterns import ADDRESS, CONTROL, DIRECTION, ENTITY, MOJIBAKE, MOJIBAKE_LATIN, PICTURE, SCRIPT, TAG
from warraq.gate.rules import be_between, be_present, lack, match
from warraq.settings import PROJECT

# Each row: id, rule, reason. A record that fails one of these is set aside.
CRITICAL = (
    (
        "address-is-public",
        match("url", ADDRESS),
        "The address is neither http(s) without a user name nor the urn:warraq: of a text dump.",
    ),
    (
        "address-is-short",
        match("url", r"\A.{1,2048}\Z"),
        "An address over 2,048 characters is a trap of links, and no reader can pass it on.",
    ),
    (
        "body-has-its-own-words",
        be_between("own_words", 10, None),
        "The body says only headline, standfirst or captions again: the story itself was not found.",
    ),
    (
        "body-is-long-enough",
        be_between("word_count", 15, None),
        (
            "Under 15 words stand error pages, video captions and walls. An agency's flash has 15 to 25, an item of a "
            "موجز about 40, the shortest of 338 stories tried 50."
        ),
    ),
    (
        "body-is-one-story",
        be_between("body_characters", None, 1_000_000),
        "No story has a million characters: a dump was not split, or the file is no text.",
    ),
    (
        "body-repeats-little",
        be_between("repeated_share", None, 0.5),
        "More than half of the body are lines that stood in it before: a list, not a story.",
    ),
    (
        "canonical-address-is-public",
        match("canonical_url", ADDRESS),
        "The address the page declares for itself is no public address, and readers would follow it.",
    ),
    (
        "date-is-not-before-the-web",
        be_between("published_year", 1990, None),
        "Nothing was published on the web before 1990: the date is a clock at zero or was misread.",
    ),
    (
        "date-is-not-in-the-future",
        be_between("published_ahead_hours", None, 24),
        (
            "The date lies over 24 hours ahead. A date without a zone is at most 14 hours ahead (UTC+14), and an "
            "embargo ends within a day."
        ),
    ),
    (
        "headline-has-letters",
        match("headline", r"[^\W\d_]"),
        "The headline holds no letter: it is blank, a number or a line of signs.",
    ),
    (
        "headline-is-of-a-length",
        be_between("headline_characters", 5, 500),
        (
            "A headline has 5 to 500 characters, Han and kana counted twice: 327 real ones have 5 to 147. Below is a "
            "label, above a paragraph."
        ),
    ),
    ("headline-is-present", be_present("headline"), "No headline was found, so the page may be no story."),
    (
        "language-is-a-code",
        match("language", r"\A[a-z]{2}\Z"),
        "The language is no two-letter code of ISO 639-1, and search could not choose its stemmer.",
    ),
    (
        "pictures-have-clean-addresses",
        lack("picture_urls", CONTROL),
        "The address of a picture holds control characters, which Postgres refuses.",
    ),
    (
        "source-is-named",
        match("source_id", r"\A[a-z0-9][a-z0-9._-]{0,62}\Z"),
        "The record names no publisher of the catalogue.",
    ),
    (
        "text-can-be-encoded",
        be_between("lone_surrogates", None, 0),
        "The text holds halves of characters (lone surrogates), which no encoding can write.",
    ),
    (
        "text-has-no-control-characters",
        lack("text", CONTROL),
        "The text holds control characters or code points that are no characters: a binary file, or bytes misread.",
    ),
    (
        "text-has-no-direction-overrides",
        lack("text", DIRECTION),
        (
            "The text holds bidi embeddings, overrides or isolates, which can show other words than are stored. "
            "LRM and RLM inside a word may stay."
        ),
    ),
    (
        "text-has-no-entities",
        lack("text", ENTITY),
        "The text holds HTML entities, such as &nbsp; or &#39;: it was escaped twice.",
    ),
    ("text-has-no-markup", lack("text", TAG), "The text holds HTML tags."),
    ("text-has-no-scripts", lack("text", SCRIPT), "The text holds program code, style sheets or HTML comments."),
    (
        "text-is-decoded",
        be_between("replacement_characters", None, 2),
        "The text holds three or more U+FFFD: its bytes were read in the wrong encoding.",
    ),
    (
        "text-is-no-latin-mojibake",
        lack("text", MOJIBAKE_LATIN),
        "UTF-8 was read as windows-1252 (Ã©, â€™), or windows-1256 as Latin-1 (ÇáãÚÇ).",
    ),
    (
        "text-is-no-mojibake",
        lack("text", MOJIBAKE),
        "UTF-8 was read as windows-1256 (ط§ظ„) or as windows-1252 (Ø§Ù„, Ð°Ð±).",
    ),
)

# A record that fails one of these loads, and the failure is counted.
WARNING = (
    (
        "body-is-in-its-language",
        be_between("script_share", 0.5, None),
        "Fewer than half of the body's letters are of its language's script: the language is wrong, or the text is.",
    ),
    ("body-is-not-brief", be_between("word_count", 40, None), "Under 40 words: a flash, or a story cut short."),
    (
        "body-is-not-endless",
        be_between("word_count", None, 10_000),
        "Over 10,000 words: a live blog, a book, or several stories in one. The longest of 338 tried has 7,963.",
    ),
    (
        "body-repeats-nothing",
        be_between("repeated_share", None, 0.1),
        "More than a tenth of the body are lines that stood in it before: 3 of 338 stories tried.",
    ),
    (
        "captions-are-not-in-body",
        be_between("captions_in_body", None, 0),
        "A paragraph of the body is a caption: it was left in.",
    ),
    (
        "date-is-not-ahead",
        be_between("published_ahead_hours", None, 1),
        "The date lies over an hour ahead: the publisher's time zone is probably wrong in the catalogue.",
    ),
    ("date-is-present", be_present("published_year"), "The publisher's date was not found."),
    (
        "headline-is-not-in-body",
        be_between("headlines_in_body", None, 0),
        "A paragraph of the body is the headline: it was left in.",
    ),
    (
        "language-is-present",
        be_present("language"),
        "The language is not known, so search indexes the words as they are.",
    ),
    ("marker-is-not-left", lack("text", r"(?m)^TT$"), "A line says only TT, the marker of aawsat's dumps."),
    (
        "names-are-short",
        be_between("longest_name", None, 80),
        "A name in the byline has over 80 characters: a sentence was taken for it.",
    ),
    (
        "pictures-are-on-the-web",
        lack("picture_urls", PICTURE),
        "The address of a picture is not http(s): the placeholder of a picture that loads late.",
    ),
    (
        "text-lost-nothing",
        be_between("replacement_characters", None, 0),
        "The text holds U+FFFD, where a byte could not be decoded.",
    ),
    (
        "times-are-in-order",
        be_between("modified_after_hours", -24, None),
        "The last change is over a day older than publication: one of the two dates was misread.",
    ),
)

# What a publisher gave in a run, beside what it gave before: one that fails holds all of its records.
BATCH = (
    (
        "batch-keeps-its-dates",
        be_between("date_drop", None, 0.5),
        "Half of the publisher's records or more lost their date: it changed its pages. Its records are held.",
    ),
    (
        "batch-keeps-its-language",
        be_between("language_drop", None, 0.5),
        "Half of the publisher's records or more are not in its language any more. Its records are held.",
    ),
    (
        "batch-keeps-its-length",
        be_between("words_ratio", 0.25, 4),
        "The publisher's stories have a quarter of the words they had, or four times as many. Its records are held.",
    ),
    (
        "batch-keeps-its-yield",
        be_between("yield_drop", None, 0.5),
        "Half of the publisher's pages or more stopped giving a story: it changed its pages. Its records are held.",
    ),
)
TOO_FEW = "Fewer than 10 are here, or fewer than 30 came before: nothing can be told."

# Why a null passes, by column: only columns that may be null and that no critical rule requires.
NULL_MEANS = {
    "date_drop": TOO_FEW,
    "headline_characters": "There is no headline: headline-is-present sets the record aside.",
    "language": "The page declares none and the text is too short to tell: language-is-present counts it.",
    "language_drop": TOO_FEW,
    "longest_name": "The publisher names no one.",
    "modified_after_hours": "One of the two times is not known.",
    "picture_urls": "The story has no picture, or none with an address.",
    "published_ahead_hours": "The publisher gives no date: date-is-present counts it.",
    "published_year": "The publisher gives no date: date-is-present counts it.",
    "script_share": "The language is not known, or is written in two scripts.",
    "words_ratio": TOO_FEW,
    "yield_drop": TOO_FEW,
}


def make_suites() -> dict[str, dict[str, Any]]:
    """Return the suites by name, as the JSON documents the gate reads."""
    rows = {
        ARTICLES: [(row, "critical") for row in CRITICAL] + [(row, "warning") for row in WARNING],
        BATCHES: [(row, "critical") for row in BATCH],
    }
    return {
        name: {"name": name, "expectations": [make_expectation(*row, severity) for row, severity in listed]}
        for name, listed in rows.items()
    }


def make_expectation(name: str, rule: dict[str, Any], reason: str, severity: str) -> dict[str, Any]:
    """Return one expectation as JSON, with what a null means where one may stand."""
    column = rule["kwargs"]["column"]
    is_judged = "not_be_null" not in rule["type"]
    meta = {"reason": reason} | ({"null_means": NULL_MEANS[column]} if is_judged and column in NULL_MEANS else {})
    return {"id": name, "severity": severity, **rule, "meta": meta}


def write_suites(folder: Path) -> None:
    """Write the suites to ``folder`` as a person reviews them: indented, in UTF-8."""
    for name, suite in make_suites().items():
        text = json.dumps(suite, ensure_ascii=False, indent=2) + "\n"
        (folder / f"{name}.json").write_text(text, encoding="utf-8")


if __name__ == "__main__":
    write_suites(Path(sys.argv[1]) if len(sys.argv) > 1 else PROJECT / "expectations")
