"""The words before a writer's name: "By", «بقلم», "Ein Kommentar von"."""

import re

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĻŃŅŇŐŒŘŚŞŠŤŪŮŰŹŻŽȘȚΑ-ΩΆΈΉΊΌΎΏЀ-ЯҐ"
TWO_CAPITALS = rf"(?=(?-i:\s[{CAPITAL}][\w.'’-]*\s(?:[a-z]{{1,5}}[\s'’]){{0,2}}[{CAPITAL}]))"
LABELS = (
    rf"von unser(?:em|er) [^\W\d]+(?:,|(?=\s))|aus [^\W\d]+ berichte(?:t|n){TWO_CAPITALS}"
    r"|(?:door|van) onze (?:correspondente?|medewerk(?:er|ster)|redact(?:eur|rice)|verslag(?:gever|geefster))"
    # What a text is, and whose: two capitals follow, "Analyse de Marché" is a section.
    r"|(?:une? )?(?:analyse|chronique|édito(?:rial)?|enquête|entretien|récit|reportage|texte|tribune)"
    rf" de{TWO_CAPITALS}"
    rf"|(?:un['’]? ?|una )?(?:articolo|editoriale|intervista|reportage|testo) di{TWO_CAPITALS}"
    rf"|(?:una? )?(?:crónica|entrevista|opinión|reportaje|texto|tribuna) de{TWO_CAPITALS}"
    rf"|(?:crônica|opinião|reportagem) de{TWO_CAPITALS}"
    rf"|(?:kirjoittanut|napisał[aoi]?|napsal[aiy]?|rozmawiał[aiy]?|toimittaja){TWO_CAPITALS}"
    rf"|(?:беседовал[аи]?|записал[аи]?|материал подготовил[аи]?|підготува(?:в|ла|ли)|подготовил[аи]?){TWO_CAPITALS}"
    r"|(?:di(?:laporkan|tulis)|imeandikwa) (?:oleh|na)|sinulat ni|ulat ni|द्वारा|लेखिका|লিখেছেন|نوشته|기자명|著者"
    r"|te(?:xt|kst|st)[eo]?s? (?:&|and|e|en|et|i|och|og|și|und|y) (?:[fp]h?oto(?:s|graf\w+)?|bild(?:er)?|zdjęcia)"
    r"|текст и фото|"
    r"(?:أرسل|أعد|تحرير|حرر|كتب|نشر)(?:ت|ه)? من (?:طرف|قبل)|(?:كتبت?|كاتبة?|محررة?) (?:التقرير|الخبر|المقالة?)"
    r"|authors?|autor(?:in|es)?|auteurs?|av|af|by:?\s?by|by|da|di|door|geschreven door|interview|oleh|par|por|posted by"
    r"|(?:article|contributed|reported) by|(?:eingestellt|geschrieben|gepostet|veröffentlicht) von|(?:publié|posté) par"
    r"|publicad[ao] por|pubblicato da|postado por|publicat (?:de|per)|publicată de|trimis de|postuar nga"
    r"|dal nostro (?:corrispondente|inviato)|de notre (?:correspondante?|envoyée? spéciale?)(?: (?:à|au|en) [^\W\d]+,)?"
    r"|postat de|redactat per|texto de"
    r"|argitaratzailea|d[əe]rc ed[əe]n|gönderen|yayınlayan"
    r"|redactor|scritto da|escrito por|écrit par|story by|tekst|text|texte? (?:de|von|par)|verfasst von"
    r"|von|words by|words|written by|yazan|автор|текст|מאת|نویسنده"
    r"|بقلم(?: ال(?:باحث|صحا?في|كاتب|إعلامي)ة?| (?:رئيسة?|مديرة?) التحرير)?|كتب|كتبت|كتابة|تحرير|إعداد"
    r"|bởi|írta|szerző|teksti|szöveg|tác giả|του|της|συντάκτης|تحریر|लेखक|โดย|作者|記者|记者|文|글|기자"
    r"|scris de|reportagem de|(?-i:de)(?=\s(?-i:[A-ZÎȘȚÂĂ])[\w-]+\s(?-i:[A-ZÎȘȚÂĂ]))|γράφει(?: (?:ο|η))?"
    r"|a cura di|από τ(?:ον|ην)|(?:propos )?recueillis? par|rédigé par|reporting by|skrevet a[fv]|skriven av"
    r"|به قلم|گزارش از|الكاتب/ة|(?:(?:تم )?(?:ال)?نشرت? |أرسلت? |أضيفت? |مرسلة )?بواسطة|كتبه"
    r"|autorius|autors|avtor(?:ica|ji)?|höfundur|oprac\.|parengė|piše|shkru(?:an|ar)(?: nga)?|toimetas|аутор|пише"
    # «Na Juma Hamisi, Kigoma»: "by" in Swahili, where a place follows the name and nothing else.
    r"|(?-i:N[Aa])(?=(?-i:(?:\s[A-Z][A-Za-z'’.-]+){2,3},\s[A-Z][A-Za-z-]+$))"
    # Prepositions of Albanian, Bulgarian and Icelandic, an Estonian verb: two capitals follow, or nothing.
    r"|(?-i:(?:Eftir|Kirjutas|[Nn]ga|NGA|От)(?=\s*:|\s*$|(?:\s[A-ZÀ-ÞČĐŠŽА-Я][\w.'’-]*){2}))"
)
# These begin other lines as well: only a colon, or what stands for one, says that a name follows.
COLON_LABELS = (
    r"autor[eėi]|autorica|autorka|autorul|autorzy|autoři|bài(?: và ảnh)?|editör|egilea|haber|készítette|kirjoittaja"
    r"|muhabir|müəllif|yazar"
    r"|(?:bài|tin)(?:\s?(?:,|[&–-]|và)\s?(?:bài|ảnh|clip|video))+(?=\s*:)"
    r"|derleyen|haberi yazan|jurnalis|mwandishi|napisał[aoi]?|připravil[aiy]?|redactora?"
    r"|razgovara(?:la|o)|riporter|rozmawiał[aiy]?|röportaj|tudósítónk"
    r"|napsal[aiy]?|nhóm phóng viên|oprac(?:ował[ai]?|owanie)|penulis|pewarta|phóng viên|reportagem|reporter(?:in)?"
    r"|texte|texto|toimittaja|wartawan|wywiad|επιμέλεια|κείμενο|ρεπορτάζ|автор[иы]|беседовал[аи]?|журналист|записал[аи]?|корреспондент"
    r"|материал подготовил|подготовил[аи]?|текст|כתב(?:ה|ת|ו)?|ترجمة|تقرير|حوار|خبرنگار|گزارش|مراسل(?:ة)?|مترجم"
    r"|أجر[تى] الحوار|اعداد|حاور(?:ها|ه|ته|تها)?"
    r"|نویسندگان|رپورٹ|مصنف|प्रतिवेदक|रिपोर्ट(?:र)?"
    r"|প্রতিবেদক|প্রতিবেদন|লেখক|লেখা|ავტორი|ئا(?=\s*:)"
    r"|besedilo|napisa(?:la|o)|napísala?|sagatavoja|teksts|tekstas|toimetaja|авторка|журналістка|підготува(?:в|ла|ли)"
    r"|(?:blaðamaður|journalist|skribent|журналіст)(?=\s*:)"
)
COLON = r"(?:\s*[:：/｜丨]\s*|[,،]\s+|\s+[-–—ـ]\s*|ـ+\s*|(?<=[\u0621-\u064a])[-–—]\s*)"
PREFIX = re.compile(
    rf"^(?:\W*)(?:(?:(?:analysis|column|commentary|essay|exclusive|opinion|perspective|review) by"
    rf"|(?:eine? )?(?:analyse|bericht|essay|gastbeitrag|gastkommentar|glosse|interview|kolumne|kommentar|reportage) von"
    rf"|{LABELS})(?:{COLON}|\s+)|(?:{COLON_LABELS}){COLON})",
    re.IGNORECASE,
)
# A label that stands alone: the name is in the next block.
LABEL_ALONE = re.compile(rf"\W*(?:(?:{LABELS})\s*[:：,]?|(?:{COLON_LABELS})\s*[:：])", re.IGNORECASE)
