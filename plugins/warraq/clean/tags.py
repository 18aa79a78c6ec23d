"""What each tag means to the walk over a page: sorted tables of the elements of HTML."""

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
LISTED = HEADINGS | {"li", "td", "th"}  # A short line in one of these may be anything.
# Their content is no text of the page.
SKIPPED = frozenset(
    """
    applet button canvas datalist embed input map math object option progress script select style
    svg template textarea
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
INLINE = frozenset(
    """
    acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr q rb rp rt ruby s samp
    small strike strong sub sup tt u var wbr
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)
EMPHASIS = frozenset({"b", "em", "i", "strong"})
# A line break inside one of these parts no paragraphs.
UNBROKEN = HEADINGS | {"caption", "dt", "figcaption", "li", "td", "th"}
# A span in one of these is running text, whatever its class.
RUNNING = HEADINGS | {"p"}
# Their names do not say what they hold: a heading's id is its own text, the class of the page lists what is on it.
NAMED_OTHERWISE = HEADINGS | {"body", "html", "main"}
# Elements that say something besides their names.
TOLD_BY_TAG = NAMED_OTHERWISE | {"article", "time"}

BLOCKS = frozenset(
    """
    address area article aside base blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu
    meter nav noframes noscript ol optgroup output p param picture pre search section slot source summary table tbody td
    tfoot th thead tr track ul
    """.split()  # noqa: SIM905 - a table of words reads better as words.
)

# What the walk does at each tag; any other is unknown to HTML.
IGNORED, TEXT, PLAIN, STRONG, VOID, BREAK, LINK, PHRASE, BLOCK, UNKNOWN = range(10)
KINDS: dict[str | None, int] = {
    **dict.fromkeys(SKIPPED, IGNORED),
    **dict.fromkeys(BLOCKS, BLOCK),
    **dict.fromkeys(INLINE, PLAIN),
    **dict.fromkeys(EMPHASIS, STRONG),
    **dict.fromkeys(("amp-img", "amp-video", "audio", "iframe", "img", "link", "meta", "title", "video"), VOID),
    **dict.fromkeys(("abbr", "span", "time"), PHRASE),
    "-comment": IGNORED,
    "-text": TEXT,
    "a": LINK,
    "br": BREAK,
    None: IGNORED,
}
