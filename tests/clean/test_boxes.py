"""Boxes amid a story that no name tells: what they hold goes, and the paragraphs beside them stay."""

from types import SimpleNamespace

from strait import HEADLINE, STORY, clean_body

POLL = (
    "<form><p>Shall the old boats stay?</p><label><input type='radio' name='p'> Yes</label><br>"
    "<label><input type='radio' name='p'> No</label><br><button>Vote</button></form>"
)


def write(*paragraphs: str) -> str:
    return "".join(f"<p>{text}</p>" for text in paragraphs)


def test_a_paragraph_that_shares_a_row_with_a_form_is_of_the_story(cleaner: SimpleNamespace) -> None:
    first, second, third, fourth = STORY
    rows = [write(first, second), write(third) + f"<div>{POLL}</div>", f"<div>{POLL}</div>" + write(fourth)]
    body = "".join(f"<div class='row'><div>{row}</div></div>" for row in rows)

    assert clean_body(cleaner, f"<html><body><main><h1>{HEADLINE}</h1>{body}</main></body></html>") == STORY
