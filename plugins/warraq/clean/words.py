"""What class names, ids and tags say of an element: sorted tables of words and the flags they stand for."""

import re
from functools import lru_cache


class Sign:
    """What the words of an element's class and id say that it holds, one bit each.

    Plain integers: an IntFlag costs a microsecond at each ``|``, a third of the walk over a page (2026-11-23).
    """

    NONE = 0
    NAVIGATION = 1
    RELATED = 2
    COMMENTS = 4
    SHARE = 8
    ADVERTISING = 16
    NEWSLETTER = 32
    CAPTION = 64
    BYLINE = 128
    DATE = 256
    TAGS = 512
    HIDDEN = 1024
    ASIDE = 2048
    CONSENT = 4096
    STANDFIRST = 8192
    BODY = 16384
    HEADLINE = 32768
    PAYWALL = 65536
    COPYRIGHT = 131072
    CREDIT = 262144


# Class words and what they stand for (pages of 2013 to 2026, measured on the corpora of 2026-11-23). A word counts
# where it is a whole part of a name: "share-bar", "shareBar" and "share_bar" hold "share".
PARTS: dict[str, int] = {
    word: sign
    for sign, words in (
        (
            Sign.ADVERTISING,
            "ad ads adbox adcontainer adslot adsense adsbygoogle adv advert advertisement advertising advertorial adwrap"
            " anzeige banner dfp doubleclick googlead mpu outbrain paidcontent publicidad publicite reklam reklama"
            " sponsor sponsored taboola werbung",
        ),
        (Sign.ASIDE, "aside complementary factbox infobox sidebar sidebox toc"),
        (
            Sign.BYLINE,
            "author authors autor auteur autoren autorenbox bio biography byline contributor contributors"
            " authorbio authorbox authorinfo muallif yazar",
        ),
        (
            Sign.CAPTION,
            "bildunterschrift caption captions figcaption gallery galeria galerie lightbox slideshow",
        ),
        (
            Sign.COMMENTS,
            "comment commentaires commentlist comments comentarios disqus kommentar kommentare komentar"
            " leserkommentare livefyre respond",
        ),
        (Sign.CREDIT, "credit credits fotograf imagecredit photocredit photographer"),
        (Sign.COPYRIGHT, "copyright copyrights"),
        (Sign.DATE, "date datetime dateline dates datum fecha modified pubdate published timestamp updated"),
        (Sign.HEADLINE, "headline"),
        (
            Sign.NAVIGATION,
            "banner-nav breadcrumb breadcrumbs crumb crumbs dropdown footer footernav masthead megamenu menu menus"
            " nav navbar navi navigation navigate pager pagination paging prevnext skiplink tabs toolbar topbar"
            " topnav topmenu",
        ),
        (Sign.CONSENT, "cmp consent cookie cookiebot cookielaw cookies gdpr onetrust"),
        (
            Sign.NEWSLETTER,
            "newsletter newsletters signup subscribe subscription subscriptions abo abonnement mailchimp optin"
            " popup modal overlay donate donation",
        ),
        (
            Sign.RELATED,
            "alsolike alsoread carousel mostpopular mostread more-on outbrain popular promo promos promobox recirc"
            " recirculation recommend recommendation recommendations recommended related relatedarticles"
            " relatedcontent relatedposts relateds readalso readmore readnext trending teaser teasers trendingnow"
            " upnext yarpp zergnet jp-relatedposts similar verwandte weiterlesen siehe mehr",
        ),
        (Sign.SHARE, "addthis addtoany share sharebar sharedaddy sharethis sharing social socialbar socials sns"),
        (
            Sign.STANDFIRST,
            "abstract chapo deck dek excerpt intro lead leadtext lede standfirst subheading subheadline subhead"
            " subtitle summary teasertext untertitel vorspann",
        ),
        (Sign.TAGS, "keywords schlagworte tag tagcloud taglist tags topics topiclist"),
        (Sign.PAYWALL, "paywall piano premiumwall"),
    )
    for word in words.split()
}
# Whole names in which words stand together, without separators between them.
NAMES: dict[str, int] = {
    "articlebody": Sign.BODY,
    "articlecontent": Sign.BODY,
    "articletext": Sign.BODY,
    "bodycontent": Sign.BODY,
    "contentbody": Sign.BODY,
    "entrycontent": Sign.BODY,
    "newsbody": Sign.BODY,
    "newscontent": Sign.BODY,
    "newstext": Sign.BODY,
    "postbody": Sign.BODY,
    "postcontent": Sign.BODY,
    "screenreadertext": Sign.HIDDEN,
    "storybody": Sign.BODY,
    "storycontent": Sign.BODY,
    "storytext": Sign.BODY,
    "visuallyhidden": Sign.HIDDEN,
    "cookienotice": Sign.CONSENT,
    "alsoread": Sign.RELATED,
    "readmore": Sign.RELATED,
    "readalso": Sign.RELATED,
    "readnext": Sign.RELATED,
    "mostread": Sign.RELATED,
    "mostpopular": Sign.RELATED,
    "upnext": Sign.RELATED,
    "relatedposts": Sign.RELATED,
    "tableofcontents": Sign.ASIDE,
    "abouttheauthor": Sign.BYLINE,
}
# Hidden where one of these is a whole class, and no other shows the element again on a wide screen ("md:block").
HIDING = frozenset(
    ["d-none", "hidden", "hide", "invisible", "is-hidden", "noprint", "offscreen", "sr-only", "u-hidden"]
)
SHOWN_AGAIN = re.compile(r"(?:^|\s)[\w-]+[:-](?:block|flex|grid|inline|inline-block|inline-flex|table|visible)(?:\s|$)")
TAG_SIGNS: dict[str, int] = {
    "aside": Sign.ASIDE,
    "dialog": Sign.NEWSLETTER,
    "figcaption": Sign.CAPTION,
    "caption": Sign.CAPTION,
    "footer": Sign.NAVIGATION,
    "menu": Sign.NAVIGATION,
    "nav": Sign.NAVIGATION,
}
# Words that turn a name round: "no-comments", "has-sidebar" and "with-ads" speak of something else on the page.
NEGATIONS = frozenset(
    ["has", "is", "no", "non", "not", "with", "without", "disable", "disabled", "enable", "enabled", "js"]
)
# WordPress writes a post's own terms into its class: they name no part of the page (measured +.002 to +.003).
OWN_TERMS = re.compile(
    r"(?:tag|category|format|type|status|author|has|post_tag|single|section|wp|page)-\S+|hentry|h-entry"
)
KNOWN_NAME = re.compile("|".join(sorted(NAMES, key=len, reverse=True)))
CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
SEPARATORS = re.compile(r"[^a-z]+")
MAX_NAME_LETTERS = 400  # Longer names are generated; their words mean nothing.


MAX_PARTS = 6  # Longer ids are slugs of a heading.


@lru_cache(maxsize=16_384)
def read_signs(names: str) -> int:
    """Return the signs in the words of a class attribute."""
    signs = 0
    for name in names[:MAX_NAME_LETTERS].split():
        if name in HIDING:
            signs |= 0 if SHOWN_AGAIN.search(names) else Sign.HIDDEN
        else:
            signs |= read_name(name)
    return signs


@lru_cache(maxsize=16_384)
def read_name(name: str) -> int:
    """Return the signs in one class name or id."""
    if OWN_TERMS.fullmatch(name):
        return 0
    parts = [part for part in SEPARATORS.split(CAMEL.sub("-", name).lower()) if part]
    found = KNOWN_NAME.search("".join(parts))
    signs = NAMES[found[0]] if found else 0
    if not parts or parts[0] in NEGATIONS or len(parts) > MAX_PARTS:
        return signs
    for part in parts:
        signs |= PARTS.get(part, 0)
    return signs
