"""The regular expressions of the suite, each tried on real stories: docs/reference/expectations.md."""

# What the bytes 80 to BF of UTF-8 become where they are read as windows-1252, windows-1256 or Latin-1.
SIGNS = r"\x80-\xbf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
ARABIC_SIGNS = r"\u060c\u061b\u061f\u067e\u0679\u0686\u0688\u0691\u0698\u06a9\u06af\u06ba\u06be\u200c\u200d"
# The same without quotes, dashes and points: «AMANHÃ» and “AMANHô are Portuguese.
SIGNS_IN_WORDS = r"\x80-\xaa\xac-\xba\xbc-\xbf€‚ƒ„†‡ˆ‰ŠŒŽ˜™šœžŸ"

# No reader sees these in an address, and Postgres refuses some of them.
UNSEEN = r"\s\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffd"
ADDRESS = rf"\A(?:https?://[^{UNSEEN}/?#@\\]+(?:[/?#][^{UNSEEN}]*)?|urn:warraq:[0-9a-f]{{64}}#[0-9]+)\Z"
PICTURE = r"(?m)^(?!https?://)"
CONTROL = r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ufdd0-\ufdef\ufeff\ufffe\uffff]"
DIRECTION = r"[\u061c\u202a-\u202e\u2066-\u2069]"
ENTITY = (
    "&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|amp|apos|bull|copy|euro|gt|hellip|lt|middot|nbsp|pound|quot|reg|shy|szlig|trade"
    "|[lr](?:aquo|dquo|rm|squo)|[mn]dash|zwn?j|[aceinouyACEINOUY](?:acute|cedil|circ|grave|ring|tilde|uml));"
)
MOJIBAKE = rf"[\u0637\u0638ÐÑØÙÚÛ][{SIGNS}{ARABIC_SIGNS}](?:[\u0637\u0638ÐÑØÙÚÛ][{SIGNS}{ARABIC_SIGNS}]){{2}}"
MOJIBAKE_LATIN = rf"Ã[{SIGNS_IN_WORDS}]|Â[\x80-\xa9\xae-\xb4\xb7\xbf]|â€|Çá[À-ÿ]{{2}}"
SCRIPT = (
    r"function\s?\([^()]{0,80}\)\s?\{|googletag\.|window\.\w{1,40}\s?=|document\.(?:cookie|getElementById|write)\b"
    r"|@media\s|<!--|<!\[CDATA\[|\]\]>"
)
TAG = (
    r"</?(?i:a|b|blockquote|br|div|em|figure|font|h[1-6]|i|iframe|img|li|ol|p|script|section|span|strong|style|table|td|tr|u"
    r"|ul|video)(?:\s[^<>]*)?/?>"
)
