"""Lines of widgets that count pictures, shares or comments, or list networks to share on."""

import re

from warraq.model import DropReason

NETWORK = (
    r"(?:facebook|twitter|x|whats ?app|telegram|linkedin|pinterest|reddit|messenger|instagram|viber|vkontakte|threads"
    r"|tumblr|pocket|skype|odnoklassniki|line|بينتيريست|بنترست|مشاركة عبر البريد|مشاركة"
    r"|bluesky|e-?mail|print|imprimer|drucken|imprimir|stampa|فيسبوك|فيس بوك|تويتر|واتساب|واتس ?[آا]ب|تلي?غرام|تليجرام"
    r"|أرسل(?: (?:إلى|ل)صديق)?|اطبع"
    r"|طباعة|بريد|لينكد ?إن|ماسنجر|فیسبوک|فیس بک|توییتر|ٹویٹر|ٹوئٹر|واٹس ایپ|تلگرام|ٹیلی گرام|چاپ|פייסבוק|טוויטר|ווטסאפ"
    r"|вконтакте|одноклассники|телеграм|ватсап|फेसबुक|ट्विटर|व्हाट्सएप|व्हाट्सऐप|टेलीग्राम|페이스북|트위터|카카오톡|카카오스토리"
    r"|밴드|네이버|微信|微博|朋友圈|フェイスブック|ツイッター|ライン)"
)
READERS = (
    r"(?:[\s,،|/·•]+(?:عدد )?(?:القراءات|المشاهدات|القراء)\s?[:：]?\s?\d[\d.,]*)"  # Behind the buttons of a toolbar.
)
# Networks in a row, hashtags, how many comments there are: a digit is not needed.
UNNUMBERED = (
    (re.compile(r"(?:【[^【】]{1,9}】\s*){2,}"), DropReason.BOILERPLATE),  # 【字号 大 中 小】【打印】【关闭】
    (re.compile(r"#[^\s#]+(?:[\s,،]*#[^\s#]+)+"), DropReason.TAGS),
    (
        re.compile(rf"(?:[^\W\d]+[\s:：]+)?{NETWORK}(?:[\s,،|/·•]+{NETWORK})+{READERS}?", re.IGNORECASE),
        DropReason.SHARE,
    ),
    (
        re.compile(
            r"(?:top rated |all |view all |see all )?\(?(?:\d(?:[\d.,]*\d)?|no|one|two)\)?\s"
            r"(?:comments?|replies|responses?|thoughts?|réponses?|commentaires?|comentarios?|respuestas?|kommentare?"
            r"|antworten|comentários?|respostas?|commenti|reacties|yorum|комментари\w*|komentarz\w*|komentar|tanggapan|تعليق|تعليقات|تعليقا|تعليقًا|ردود|رد|نظر|دیدگاه|תגובות)"
            r"(?:\s(?:to|on|zu|à|sur|a|en|em|на|على)\s.*)?",
            re.IGNORECASE,
        ),
        DropReason.COMMENTS,
    ),
)
# Counters of widgets: "1 / 23", "1 - 5 of 36", "258 Shares", «١٢ مشاهدة».
NUMBERED = (
    (
        re.compile(
            r"(?:views|reads|hits|post views|visits|aufrufe|vues|lecturas|visitas|visualizzazioni|visualizações|odsłon"
            r"|просмотров|просмотры|okunma|görüntülenme|dibaca|(?:عدد )?(?:الزيارات|القراءات|المشاهدات)|مشاهدات"
            r"|تعداد بازدید|بازدید|閲覧数|阅读|浏览|조회수|조회|baxılıb)\s?[:：]?\s?\d[\d.,]*[KkMm]?"
            r"|(?:article )?lu \d[\d., ]* fois|bu haber \d[\d.,]* (?:defa|kez) okundu",
            re.IGNORECASE,
        ),
        DropReason.SHARE,
    ),
    (
        re.compile(
            r"(?:約\s?|阅读\s?需?\s?|閱讀\s?需?\s?)?\d{1,2}\s?-?(?:min\b\.?|mins?\b|λεπτ\w+|minut\w*|dk\b|dakika|мин\w*|хв\w*|分[钟鐘]?|분|मिनट|منٹ|دقيقة|دقائق"
            r"|دقیقه|דקות|phút|นาที)"
            r"(?:\s?(?:read|to read|reading time|listen|de lecture|de lectura|de leitura|di lettura"
            r"|lesen|lesezeit|leestijd|lezen|lesetid|lukuaika|læsetid|lästid|okuma|branja|czytania|čitanja|čtení|čítania"
            r"|ανάγνωσης|за четене|за читање|чтения|на чтение|читання|membaca|baca|읽기"
            r"|で読めます|阅读|閱讀|में पढ़ें|قراءة|للقراءة|مطالعه|קריאה|đọc))?\.?",
            re.IGNORECASE,
        ),
        DropReason.BOILERPLATE,
    ),
    (
        re.compile(
            r"[(\[]?\d{1,2}\s?(?:-\s?\d{1,2}\s)?(?:/|\bof\b|من|از|\bde\b|\bvon\b|\bsur\b|\bdi\b|из)\s?\d{1,2}[)\]]?"
        ),
        DropReason.BOILERPLATE,
    ),
    (
        re.compile(
            r"\+?\d[\d.,]*\s?[KkMk]?\+?\s?(?:shares?|likes?|views?|reads?|partages?|j'aime|vues|compartid[oa]s?"
            r"|me gusta|vistas|compartilhamentos?|curtidas|visualizações|condivisioni|visualizzazioni|mal geteilt"
            r"|lecturas?|leituras?|letture|vizualizări|(?:kez|defa) okundu|baxış"
            r"|aufrufe|просмотр\w*|paylaşım|görüntüleme|visitas?|צפיות"
            r"|مشاهدة|مشاهدات|مشاركة|مشاركات|قراءة|إعجاب|بازدید)",
            re.IGNORECASE,
        ),
        DropReason.SHARE,
    ),
)
COUNTERS = UNNUMBERED + NUMBERED
DIGIT = re.compile(r"\d")


def name_count(text: str) -> DropReason | None:
    """Return what a line is that counts pictures, shares or comments; None for any other."""
    counters = COUNTERS if DIGIT.search(text) else UNNUMBERED
    return next((reason for pattern, reason in counters if pattern.fullmatch(text)), None)
