"""Month names as newspapers print them, by calendar and language. Checked against CLDR 46 and real pages, 2026-11.

A month's spellings are parted by spaces, months by ``|``; ``_`` stands for a space inside a name. Accents, harakat,
hamza seats and case are folded away when names are read, so each stands once.
"""

# January first. Four Arabic traditions: Egypt and the Gulf, the Levant and Iraq, Algeria and Tunisia, Morocco.
GREGORIAN = {
    "af": "januarie|februarie|maart|april|mei|junie|julie|augustus|september|oktober|november|desember",
    "ar": (
        "يناير كانون_الثاني كانون_ثاني كانون_الثان جانفي"
        "|فبراير شباط فيفري"
        "|مارس اذار مارت"
        "|ابريل نيسان افريل"
        "|مايو ايار ماي مايس"
        "|يونيو يونيه حزيران جوان"
        "|يوليو يوليه تموز يوليوز جويلية جويليه"
        "|اغسطس اب اوت غشت"
        "|سبتمبر ايلول شتنبر"
        "|اكتوبر تشرين_الاول تشرين_اول"
        "|نوفمبر تشرين_الثاني تشرين_ثاني نونبر"
        "|ديسمبر كانون_الاول كانون_اول دجنبر"
    ),
    "az": "yanvar|fevral|mart|aprel|may|iyun|iyul|avqust|sentyabr|oktyabr|noyabr|dekabr",
    "be": "студзеня|лютага|сакавіка|красавіка|мая траўня|чэрвеня|ліпеня|жніўня|верасня|кастрычніка|лістапада|снежня",
    "bg": "януари|февруари|март|април|май|юни|юли|август|септември|октомври|ноември|декември",
    "bn": ("জানুয়ারি জানুয়ারী|ফেব্রুয়ারি ফেব্রুয়ারী|মার্চ|এপ্রিল|মে|জুন|জুলাই|আগস্ট অগস্ট|সেপ্টেম্বর|অক্টোবর|নভেম্বর|ডিসেম্বর"),
    "ca": "gener gen|febrer febr|març|abril abr|maig|juny|juliol jul|agost ag|setembre set|octubre oct|novembre nov|desembre des",
    "cs": (
        "leden ledna|únor února|březen března|duben dubna|květen května|červen června|červenec července"
        "|srpen srpna|září|říjen října|listopad listopadu|prosinec prosince"
    ),
    "da": "januar jan|februar feb|marts|april apr|maj|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|december dec",
    "de": (
        "januar jan jänner jän|februar feb feber|märz mär mrz|april apr|mai|juni jun|juli jul|august aug"
        "|september sep sept|oktober okt|november nov|dezember dez"
    ),
    "el": (
        "ιανουαρίου ιανουάριος ιαν|φεβρουαρίου φεβρουάριος φεβ|μαρτίου μάρτιος μαρ|απριλίου απρίλιος απρ"
        "|μαΐου μάιος μαι μαϊ|ιουνίου ιούνιος ιουν|ιουλίου ιούλιος ιουλ|αυγούστου αύγουστος αυγ"
        "|σεπτεμβρίου σεπτέμβριος σεπ σεπτ|οκτωβρίου οκτώβριος οκτ|νοεμβρίου νοέμβριος νοε|δεκεμβρίου δεκέμβριος δεκ"
    ),
    "en": (
        "january jan|february feb febr|march mar|april apr|may|june jun|july jul|august aug|september sep sept"
        "|october oct|november nov|december dec"
    ),
    "es": (
        "enero ene|febrero feb|marzo mar|abril abr|mayo may|junio jun|julio jul|agosto ago|septiembre setiembre sep sept set"
        "|octubre oct|noviembre nov|diciembre dic"
    ),
    "et": "jaanuar|veebruar|märts|aprill|mai|juuni|juuli|august|september|oktoober|november|detsember",
    "fa": (
        "ژانویه|فوریه|مارس|آوریل آپریل اپریل|مه می|ژوئن جون|ژوئیه جولای ژولای|اوت آگوست اگست|سپتامبر سپتمبر"
        "|اکتبر اکتوبر|نوامبر نومبر|دسامبر دسمبر"
    ),
    "fi": (
        "tammikuuta tammikuu|helmikuuta helmikuu|maaliskuuta maaliskuu|huhtikuuta huhtikuu|toukokuuta toukokuu"
        "|kesäkuuta kesäkuu|heinäkuuta heinäkuu|elokuuta elokuu|syyskuuta syyskuu|lokakuuta lokakuu|marraskuuta marraskuu"
        "|joulukuuta joulukuu"
    ),
    "fr": (
        "janvier janv jan|février févr fév|mars|avril avr|mai|juin|juillet juil|août|septembre sept sep|octobre oct"
        "|novembre nov|décembre déc"
    ),
    "he": "ינואר|פברואר|מרץ מרס מארס|אפריל|מאי|יוני|יולי|אוגוסט|ספטמבר|אוקטובר|נובמבר|דצמבר",
    "hi": "जनवरी|फरवरी फ़रवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर सितम्बर|अक्टूबर अक्तूबर|नवंबर नवम्बर|दिसंबर दिसम्बर",
    "hr": "siječnja siječanj|veljače veljača|ožujka ožujak|travnja travanj|svibnja svibanj|lipnja lipanj|srpnja srpanj"
    "|kolovoza kolovoz|rujna rujan|listopada listopad|studenoga studenog studeni|prosinca prosinac",
    "hu": (
        "január jan|február febr|március márc|április ápr|május máj|június jún|július júl|augusztus aug|szeptember szept"
        "|október okt|november nov|december dec"
    ),
    "id": "januari jan|februari feb|maret mar|april apr|mei|juni jun|juli jul|agustus agu ags agt|september sep|oktober okt|november nov|desember des",
    "is": "janúar|febrúar|mars|apríl|maí|júní|júlí|ágúst|september|október|nóvember|desember",
    "it": (
        "gennaio gen|febbraio feb|marzo mar|aprile apr|maggio mag|giugno giu|luglio lug|agosto ago|settembre sett set"
        "|ottobre ott|novembre nov|dicembre dic"
    ),
    "ko": "|||||||||||",
    "lt": "sausio|vasario|kovo|balandžio|gegužės|birželio|liepos|rugpjūčio|rugsėjo|spalio|lapkričio|gruodžio",
    "lv": "janvāris janvārī|februāris februārī|marts martā|aprīlis aprīlī|maijs maijā|jūnijs jūnijā|jūlijs jūlijā|augusts augustā"
    "|septembris septembrī|oktobris oktobrī|novembris novembrī|decembris decembrī",
    "mk": "јануари|февруари|март|април|мај|јуни|јули|август|септември|октомври|ноември|декември",
    "ms": "januari|februari|mac|april|mei|jun|julai|ogos|september|oktober|november|disember",
    "nl": "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep sept|oktober okt|november nov|december dec",
    "no": "januar jan|februar feb|mars mar|april apr|mai|juni jun|juli jul|august aug|september sep sept|oktober okt|november nov|desember des",
    "pl": (
        "stycznia styczeń sty|lutego luty|marca marzec|kwietnia kwiecień kwi|maja maj|czerwca czerwiec cze|lipca lipiec lip"
        "|sierpnia sierpień sie|września wrzesień wrz|października październik paź|listopada listopad lis|grudnia grudzień gru"
    ),
    "ps": "جنوري|فبروري|مارچ|اپرېل|مې می|جون|جولای|اګست|سپتمبر|اکتوبر|نومبر|دسمبر ډسمبر",
    "pt": (
        "janeiro jan|fevereiro fev|março mar|abril abr|maio mai|junho jun|julho jul|agosto ago|setembro set|outubro out"
        "|novembro nov|dezembro dez"
    ),
    "ro": (
        "ianuarie ian|februarie feb|martie|aprilie apr|mai|iunie iun|iulie iul|august aug|septembrie sept|octombrie oct"
        "|noiembrie nov noi|decembrie dec"
    ),
    "ru": (
        "января январь янв|февраля февраль фев февр|марта март мар|апреля апрель апр|мая май|июня июнь июн|июля июль июл"
        "|августа август авг|сентября сентябрь сен сент|октября октябрь окт|ноября ноябрь ноя нояб|декабря декабрь дек"
    ),
    "sk": "januára január|februára február|marca marec|apríla apríl|mája máj|júna jún|júla júl|augusta august"
    "|septembra september|októbra október|novembra november|decembra december",
    "sl": "januarja januar|februarja februar|marca marec|aprila april|maja maj|junija junij|julija julij|avgusta avgust"
    "|septembra september|oktobra oktober|novembra november|decembra december",
    "sq": "janar|shkurt|mars|prill|maj|qershor|korrik|gusht|shtator|tetor|nëntor|dhjetor",
    "sr": "januar јануар јануара|februar фебруар фебруара|mart март марта|april април априла|maj мај маја|jun јун јуна"
    "|jul јул јула|avgust август августа|septembar септембар септембра|oktobar октобар октобра"
    "|novembar новембар новембра|decembar децембар децембра",
    "sv": "januari jan|februari feb|mars|april apr|maj|juni jun|juli jul|augusti aug|september sep sept|oktober okt|november nov|december dec",
    "sw": "januari|februari|machi|aprili|mei|juni|julai|agosti|septemba|oktoba|novemba|desemba",
    "ta": "ஜனவரி|பிப்ரவரி|மார்ச்|ஏப்ரல்|மே|ஜூன்|ஜூலை|ஆகஸ்ட்|செப்டம்பர்|அக்டோபர்|நவம்பர்|டிசம்பர்",
    "th": (
        "มกราคม มค|กุมภาพันธ์ กพ|มีนาคม มีค|เมษายน เมย|พฤษภาคม พค|มิถุนายน มิย|กรกฎาคม กค|สิงหาคม สค|กันยายน กย"
        "|ตุลาคม ตค|พฤศจิกายน พย|ธันวาคม ธค"
    ),
    "tr": (
        "ocak oca|şubat şub|mart mar|nisan nis|mayıs|haziran haz|temmuz tem|ağustos ağu|eylül eyl|ekim eki|kasım kas|aralık ara"
    ),
    "uk": (
        "січня січень|лютого лютий|березня березень|квітня квітень|травня травень|червня червень|липня липень|серпня серпень"
        "|вересня вересень|жовтня жовтень|листопада листопад|грудня грудень"
    ),
    "ur": "جنوری|فروری|مارچ|اپریل|مئی|جون|جولائی|اگست|ستمبر|اکتوبر|نومبر|دسمبر",
    "uz": "yanvar|fevral|mart|aprel|may|iyun|iyul|avgust|sentabr|oktabr|noyabr|dekabr",
    "vi": (
        "tháng_một tháng_giêng|tháng_hai|tháng_ba|tháng_tư|tháng_năm|tháng_sáu|tháng_bảy|tháng_tám|tháng_chín"
        "|tháng_mười|tháng_mười_một|tháng_mười_hai"
    ),
}
del GREGORIAN["ko"]  # Korean, Chinese and Japanese number their months.

# Muharram first. A Hijri date is a hint: the day differs by one between countries.
HIJRI = (
    "محرم المحرم|صفر|ربيع_الاول ربيع_اول|ربيع_الاخر ربيع_الثاني ربيع_ثاني"
    "|جمادي_الاولي جمادي_الاول جمادي_الاوله|جمادي_الاخره جمادي_الاخرة جمادي_الثانيه جمادي_الثانية جمادي_الثاني جمادي_الاخر"
    "|رجب|شعبان|رمضان|شوال|ذو_القعده ذو_القعدة ذي_القعده ذي_القعدة ذوالقعده ذيقعده|ذو_الحجه ذو_الحجة ذي_الحجه ذي_الحجة ذوالحجه ذيحجه"
)

# Farvardin first: Iran's names, then Afghanistan's of the same solar months.
PERSIAN = "فروردین حمل|اردیبهشت ثور|خرداد جوزا|تیر سرطان|مرداد امرداد اسد|شهریور سنبله|مهر میزان|آبان عقرب|آذر قوس|دی جدی|بهمن دلو|اسفند حوت"

# Years that begin a Japanese era or the Republic of China, less one: 令和6年 is 2024.
ERAS = {"中華民國": 1911, "令和": 2018, "平成": 1988, "民国": 1911, "民國": 1911}
