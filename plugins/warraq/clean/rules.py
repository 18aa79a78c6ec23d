"""A publisher's own rules: CSS selectors between two dates, used where they match, reported where they do not."""

from datetime import date

from warraq.clean.tree import Tree
from warraq.model import Page, PublisherRule, Source


def choose_rule(source: Source | None, page: Page) -> PublisherRule | None:
    """Return the source's rule that holds on the day the page was fetched; None without one."""
    if source is None:
        return None
    day = page.fetched_at.date()
    return next((rule for rule in source.rules if is_valid(rule, day)), None)


def is_valid(rule: PublisherRule, day: date) -> bool:
    """Tell whether a rule holds on a day: both its ends are days that it holds on."""
    text = day.isoformat()
    return (rule.valid_from or text) <= text <= (rule.valid_until or text)


def list_selectors(rule: PublisherRule | None) -> tuple[str, ...]:
    """Return every selector of a rule."""
    return (*rule.body, *rule.drop, *rule.headline, *rule.published_at) if rule else ()


def list_unmatched(rule: PublisherRule | None, tree: Tree) -> tuple[str, ...]:
    """Return the rule's selectors for what every page has (body, headline, date) that match nothing on this one."""
    wanted = (*rule.body, *rule.headline, *rule.published_at) if rule else ()
    return tuple(selector for selector in wanted if not tree.marked.get(selector))


def pick_text(selectors: tuple[str, ...], tree: Tree) -> str | None:
    """Return the text under the first selector that matches one."""
    return next((tree.marked_texts[selector] for selector in selectors if tree.marked_texts.get(selector)), None)


def pick_elements(selectors: tuple[str, ...], tree: Tree) -> tuple[int, ...]:
    """Return the elements under the selectors, in the page's order."""
    return tuple(sorted({element for selector in selectors for element in tree.marked.get(selector, ())}))
